"""Whatever the bytes, an article's blocks and sentences stand inside its text, in order, and nothing is raised."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.model.article import Article, Raw
from recoupe.model.skipped import Skipped
from recoupe.parse.article import parse
from recoupe.parse.sentences import split_sentences

# bits that news is made of, in any order: what is cut, doubled or glued must not break the reader
BITS = st.sampled_from(
    [
        "NIAMEY, 10 mars 2021 (AFP) – ",
        "Au moins 12 morts et 30 blessés, selon l'ONU.",
        "« Nous avons tout perdu ! » a dit M. Diallo.",
        "Publié le 31/02/2021 à 25:99",
        "Mis à jour à 9h",
        "\n",
        "\r\n",
        "\n\n",
        "\u2028",
        "\x0c",
        "\x85",
        "\u00a0",
        "\u202f",
        "\ufeff",
        "Par Jeanne Petit",
        "PHOTO AFP",
        "[Photo : une rue © X]",
        "bur-sah/vl/iw",
        "(ats/belga/nb)",
        "/JP/LM/",
        "À lire aussi : ",
        "ANALYSE | ",
        "- 'Trop tard' -",
        "1. Chiffres",
        "n° 2. ",
        "(...)",
        "…",
        "»",
        "«",
        "Ã©",
        "â€™",
        "İ",
        "ß",
        "ﬁ",
        "\u0301",
        "<p>",
        "</html>",
        "<html>",
        "5 commentaires",
        "12/07",
        "+227 20 00 00 17",
        "*",
    ]
)
TEXTS = st.one_of(st.lists(st.one_of(BITS, st.text(max_size=20)), max_size=30).map("".join), st.text(max_size=400))


def check(article: Article | Skipped) -> None:
    if isinstance(article, Skipped):
        assert article.code.startswith("RC1")
        return
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end <= len(article.text)
        assert block.span.of(article.text).strip() == block.span.of(article.text)
        inside = block.span.start
        for sentence in block.sentences:
            assert inside <= sentence.start < sentence.end <= block.span.end
            assert not article.text[inside : sentence.start].strip()
            inside = sentence.end
        if block.sentences:
            assert not article.text[inside : block.span.end].strip()
        assert not article.text[end : block.span.start].strip()
        end = block.span.end
    if article.blocks:
        assert not article.text[end:].strip()


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_blocks_and_sentences_cover_any_text(text: str) -> None:
    """All that is not white space stands in exactly one block, and in a block that is read in exactly one sentence."""
    data = text.encode("utf-8", "surrogatepass")
    check(parse(Raw(name="a.txt", origin="a.txt", data=data, media="text", language="fr")))


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("cp1252", "replace"))))
def test_any_bytes_give_an_article_or_say_why_not(data: bytes) -> None:
    """Bytes in whatever encoding are read or set aside with a reason."""
    check(parse(Raw(name="a.txt", origin="a.txt", data=data, media="text")))


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_any_page_gives_an_article_or_says_why_not(text: str) -> None:
    """A page that is cut off or no page at all is read or set aside with a reason."""
    data = b"<html><body><article><p>" + text.encode("utf-8", "surrogatepass")
    check(parse(Raw(name="a.html", origin="a.html", data=data, media="html", language="fr")))


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200))
def test_any_json_gives_an_article_or_says_why_not(data: bytes) -> None:
    """What calls itself JSON and is not is set aside with a reason."""
    check(parse(Raw(name="a.json", origin="a.json", data=b'{"text": "' + data + b'"}', media="json")))


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_sentences_lose_no_word(text: str) -> None:
    """What lies between two sentences is white space."""
    for wrapped in (False, True):
        at = 0
        for span in split_sentences(text, wrapped=wrapped):
            assert at <= span.start < span.end
            assert not text[at : span.start].strip()
            at = span.end
        assert not text[at:].strip()
