"""Whatever articles and their metadata hold, it stays text in every format, on one line and of a length that can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import PlainEngine, make_digest
from tests.report.test_formats import READ, Text, close

from recoupe.catalogue import Catalogue
from recoupe.ledger import Ledger
from recoupe.model.account import Account, Dossier
from recoupe.model.article import PublishedBasis, Raw
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dating import Dating
from recoupe.model.digest import Digest
from recoupe.model.dispute import Dispute, DisputeKind, Position
from recoupe.model.figure import Counted, Kind, Qualifier
from recoupe.model.series import Series, Step, StepKind
from recoupe.model.skipped import Skipped
from recoupe.model.timeline import Entry, EntryOf
from recoupe.model.withdrawal import Withdrawal
from recoupe.report import Format, Report, compose, drawn
from recoupe.report.compose import report_of
from recoupe.report.ground import Ground
from recoupe.report.parts import Section
from recoupe.report.sources import numbers_of
from recoupe.report.wording import Wording
from recoupe.show.findings import names_of
from recoupe.store.rows import SkippedRow

SIGNS = (
    "<script>alert(1)</script>", "</style></title><b onload='x'>", "=1+cmd|' /C calc'!A0", '#panic() #eval("1") @cite',
    "$x^2$ *gras* _italique_ `code` ~~non~~", "[lien](http://mal.example/) ![image](//mal.example/a)", "| a | b |",
    "{{ 7*7 }} {words} {0} %s", "&lt;b&gt; & &nbsp;", "1. un", "- deux", "# trois", "\\input{x} \\# \\u{202e}",
    "www.mal.example moi@mal.example", "a\u202eb\u2066c\u2069", "قتل 12 شخصا", "至少", "\x1b[31mrouge\x07", "\ufffe\uffff", "x\x00y",
    "😱👨‍👩‍👧", "e\u0301\u200b\u00ad", "'\"«»“”", "// commentaire /* fin */", "<!-- a -->", "]]>", "---",
)  # fmt: skip
LONG = "A" * 5_000_000
_TEXT = "Au moins 12 personnes ont été tuées à Port-Clair, selon la préfecture. « {said} », a dit le maire."


class HostileEngine(PlainEngine):
    """An engine whose places, sources and speakers are what the title of the article is."""

    def read(self, raws: Any) -> Iterator[tuple[Raw, Digest | Skipped]]:
        for raw, outcome in super().read(raws):
            yield raw, outcome if isinstance(outcome, Skipped) else self._named(outcome)

    def _named(self, digest: Digest) -> Digest:
        name = digest.article.title
        return replace(
            digest,
            figures=tuple(replace(one, place=name, source=name) for one in digest.figures),
            statements=tuple(replace(one, speaker=name) for one in digest.statements),
        )


def _ground(long: str) -> Ground:
    """Return a check of one article all of whose words and names are one long line."""
    raw = Raw(
        name=long, origin="x", data=_TEXT.format(said=long).encode(), media="text", title=long, publisher=long, url=long,
    )  # fmt: skip
    digest = make_digest(raw)
    article = replace(digest.article, agency=long)
    figures = {"figure": replace(digest.figures[0], place=long, source=long)}
    said = {"said": replace(digest.statements[0], speaker=long)}
    account = Account(article=article, figures=figures, statements=said)
    skipped = SkippedRow(name=f"aside {long}", stage="parse", code="RC103", reason=long, crisis="c", at="2024-03-05")
    step = Step(
        until="2024-03", low=12, high=None, qualifier=Qualifier.AT_LEAST, step=StepKind.LOWERED, counted=Counted.PEOPLE,
        place=long, articles=(article.id,), origins=("o",), figures=("figure",),
    )  # fmt: skip
    toll = Series(
        id="toll", kind=Kind.KILLED, counted=Counted.PEOPLE, unit="count", place=long, since="2024-02", source=long,
        running=True, steps=(step,),
    )  # fmt: skip
    position = Position(speaker=long, says=long, statements=("said",), figures=("figure",), origins=("o",))
    dispute = Dispute(
        id="d", kind=DisputeKind.TWO_ACCOUNTS, question=long, positions=(position, replace(position, speaker=None)), why=(),
    )  # fmt: skip
    entry = Entry(
        day="2024-03-05", until=None, of=EntryOf.STATEMENT, says=long, modality="deny", records=("said",),
        articles=(article.id,), sources=(long, long), origins=("o",), reported=("2024-03-05",), disputes=("d",),
    )  # fmt: skip
    dating = Dating(article=article.id, published=None, basis=PublishedBasis.UNKNOWN, earliest=None, latest=None)
    found = Crosscheck(
        crisis=long, series=(toll,), disputes=(dispute,), timeline=(entry,), datings=(dating,),
        withdrawals=(Withdrawal(article=article.id, why=long),),
    )  # fmt: skip
    names = names_of(Dossier(crisis="c", accounts=(account,)))
    return Ground(
        found=found, names=names, words=Wording(Catalogue.of("fr")), as_of="2024-03-06T00:00:00Z",
        before=Crosscheck(crisis="c"), since="2024-03-05T00:00:00Z", skipped=(skipped,), standings={},
        numbers=numbers_of(found, names, (skipped,)),
    )  # fmt: skip


Hostile = Callable[..., Report]


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Hostile]:
    """Return the report of a crisis of which one article says some words, and is called so, by whom and where."""

    def composed(*sayings: str, language: str = "fr") -> Report:
        raws: list[Raw | Skipped] = [
            Raw(
                name=f"{number}-{said[:40]}.txt", origin="x", data=_TEXT.format(said=said).encode(), media="text",
                title=said, publisher=said, url=f"https://x.example/{said}", language="fr", published="2024-03-05",
            )
            for number, said in enumerate(sayings)
        ]  # fmt: skip
        raws.append(Skipped(name=f"aside-{sayings[0][:40]}", stage="parse", code="RC103", reason=sayings[0]))
        with Ledger.open(tmp_path / f"{language}.sqlite", engine=HostileEngine()) as ledger:
            ledger.add_documents(raws, crisis="crise <b>")
            return compose(ledger, language=language)

    yield composed


@pytest.fixture
def signs(hostile: Hostile) -> Report:
    return hostile(*SIGNS)


@pytest.mark.parametrize("format", list(Format))
def test_signs_of_every_language_of_machines_stay_text(signs: Report, format: Format) -> None:
    """Each name is in each format to the letter, where no sign in it commands the reader's eye or program."""
    made = drawn(signs, format)
    text = close(READ[format](made))
    for said in ("<script>alert(1)</script>", "#panic()", "$x^2$", "{{7*7}}", "=1+cmd|'", "|a|b|", "&lt;b&gt;&&nbsp;"):
        assert close(said) in text, said
    # a PDF reader gives \x00 for what has no glyph
    text = text.replace("\x00", "") if format is Format.PDF else text
    assert not re.search("[\u202a-\u202e\u2066\u2067\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]", text)


@pytest.mark.parametrize("format", list(Format))
def test_every_sentence_of_a_hostile_crisis_is_in_every_format(signs: Report, format: Format) -> None:
    """But for what PDF readers turn around: words from right to left, and signs that no font of this machine has."""
    made = drawn(signs, format)
    text = close(READ[format](made))
    sentences = list(signs.sentences())
    assert len(sentences) > len(SIGNS)
    for one in sentences:
        if format is not Format.PDF or one.text.isascii() or re.fullmatch("[\x20-\u024f\u2010-\u203a]+", one.text):
            assert close(one.text) in text, one.text


def test_a_page_of_hostile_words_has_no_element_of_theirs(signs: Report) -> None:
    page = Text()
    page.feed(drawn(signs, Format.HTML).decode())
    assert not {"script", "b", "a onload", "image"} & set(page.tags)
    assert page.tags.count("style") == page.tags.count("title") == 1


def test_markdown_of_hostile_words_marks_nothing_up(signs: Report) -> None:
    """No tag, no link, no emphasis, no formula, no cell and no list but the report's own."""
    for line in drawn(signs, Format.MD).decode().splitlines():
        body = re.sub(r"^(\s*- |#{1,4} |\| )", "", line)
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) == line.count(" | ") + 2 or set(line) <= set("| -:")
            body = re.sub(r"(?<!\\)\|", "", body)
        assert not re.search(r"(?<!\\)(?:\\\\)*[<\[`*_~$]", body), line
        assert not re.match(r"[#>+=]|\d+[.)]", body), line
        assert "http://" not in line and "https://" not in line


@pytest.mark.parametrize("long", [LONG, "mot " * 1_250_000], ids=["one word", "many words"])
def test_a_line_of_five_megabytes_is_cut_and_says_so(long: str) -> None:
    """Wherever it stands: in a text, a name, a title, a reason."""
    composed = report_of(_ground(long), Section(key="pictures", title="-", parts=()))
    assert len(list(composed.sentences())) > 8 and len(list(composed.rows())) == 2
    for format in Format:
        made = drawn(composed, format)
        assert len(made) < 200_000
        assert f"{long[:3]}[…]" in close(READ[format](made))
    assert max(len(one.text) for one in composed.sentences()) < 2_000
    assert max(len(source.words) for source in composed.sources) < 2_000


def test_words_from_right_to_left_stay_apart_from_the_numbers_around_them(signs: Report) -> None:
    """Without that a number beside them would be shown on the other side of them."""
    held = [one.words for one in signs.sentences() if "قتل" in one.words]
    assert held and all("\u2068قتل 12 شخصا\u2069" in words for words in held)
