"""When an article appeared, which it is, and what is set aside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.model.article import Article, PublishedBasis, Raw
from recoupe.model.skipped import Skipped
from recoupe.parse.article import parse

PROSE = "Douze personnes ont été tuées mardi dans une attaque au nord de la ville, a annoncé le maire."


def raw(text: str | bytes, **known: str) -> Raw:
    data = text if isinstance(text, bytes) else text.encode()
    return Raw(name="a.txt", origin="a.txt", data=data, media=known.pop("media", "text"), **known)


def read(text: str | bytes, **known: str) -> Article:
    article = parse(raw(text, **known))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("08/12/2016 09:05 EST | Actualisé 09/12/2017 00:12 EST", "2016-12-08T09:05-05:00"),
        ("Mis à jour le 9 décembre 2016 - Publié le 8 décembre 2016", "2016-12-08"),
        ("Publié le : 12/10/2018 - 13:05. Modifié le : 12/10/2018 - 13:41", "2018-10-12T13:05"),
        ("jeudi 11 mars 2021 – 07:12 – Partager sur WhatsApp", "2021-03-11T07:12"),
        ("Jeanne Petit – 15 octobre 2019, 16 h 05 | Mis à jour à 17 h 20", "2019-10-15T16:05"),
        ("Lomé, le 1er mai 2020", "2020-05-01"),
        ("ANALYSE | 23 oct. 2018 | Par Jeanne Petit", "2018-10-23"),
        ("Mis à jour le 9 décembre 2016 à 10h", None),
        ("Publié mardi à 14h05", None),
        ("Publié le 31/02/2021", None),
    ],
)
def test_the_first_stamp_says_when_a_report_appeared(stamp: str, published: str | None) -> None:
    """A stamp of a later change, a weekday alone and a day that is none leave the day unknown."""
    article = read(f"Attaque : douze morts\n\n{stamp}\n\n{PROSE}\n\n{PROSE}")
    assert article.published == published
    assert article.published_basis is (PublishedBasis.TEXT if published else PublishedBasis.UNKNOWN)


def test_a_later_change_is_kept_as_a_note() -> None:
    """The stamp of an update is no reference day, but it is not forgotten."""
    article = read(f"Attaque : douze morts\n\nPublié le 8/12/2016 | Actualisé le 9/12/2017\n\n{PROSE}")
    assert article.published == "2016-12-08"
    assert any("9/12/2017" in note for note in article.notes)


def test_a_day_that_was_given_wins_over_the_text() -> None:
    """Metadata come before a dateline; a given day that is none leaves the dateline and says so."""
    text = f"GOMA, 3 mai 2018 (AFP) - {PROSE}"
    given = read(text, published="2018-05-04")
    assert (given.published, given.published_basis) == ("2018-05-04", PublishedBasis.METADATA)
    wrong = read(text, published="bientôt")
    assert (wrong.published, wrong.published_basis) == ("2018-05-03", PublishedBasis.TEXT)
    assert any("bientôt" in note for note in wrong.notes)


def test_a_day_in_the_prose_is_not_when_a_report_appeared() -> None:
    """A date that a sentence tells of dates nothing."""
    assert read(f"Attaque : douze morts\n\nLe 3 mai 2018, tout a commencé. {PROSE}").published is None


def test_the_same_words_of_one_outlet_are_one_article() -> None:
    """Spacing, name and encoding make no other article; another outlet's copy does."""
    first = read(PROSE)
    assert len(first.id) >= 16
    assert read(PROSE.replace(" ", "  ") + "\r\n").id == first.id
    assert read(PROSE.encode("utf-16")).id == first.id
    assert read(PROSE, published="2018-05-03").id == first.id
    assert read(PROSE, publisher="Le Phare").id != first.id
    assert read(PROSE + " Rien de plus.").id != first.id


def test_the_text_is_kept_to_the_last_space() -> None:
    """Offsets count in the text as it was: no trimming, line ends as they are."""
    text = f"  Titre\r\n\r\n{PROSE}\r\n \n"
    assert read(text).text == text
    assert read(b"\xef\xbb\xbf" + text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PROSE.encode("cp1252"), "cp1252"),
        (PROSE.encode("utf-16"), "utf-16"),
        (PROSE.encode("utf-16-le"), "utf-16-le"),
        (PROSE.encode("mac_roman"), "mac_roman"),
        (PROSE.encode("utf-8-sig"), "utf-8"),
    ],
)
def test_encodings_are_told(data: bytes, encoding: str) -> None:
    """The words are the same whatever bytes they came in."""
    article = read(data)
    assert (article.text, article.encoding) == (PROSE, encoding)


def test_words_decoded_wrongly_are_mended_and_said_so() -> None:
    """`Ã©` becomes `é` again; text that only holds such signs by right stays."""
    broken = PROSE.encode().decode("cp1252")
    article = read(broken)
    assert article.text == PROSE
    assert any("mended" in note for note in article.notes)
    assert read("São Tomé, « À Ã Â » : " + PROSE).text.startswith("São Tomé, « À Ã Â »")


def test_a_stray_byte_does_not_spoil_a_text() -> None:
    """One Windows apostrophe in UTF-8 text is read as what it is."""
    data = PROSE.encode() + b" L\x92attaque a dur\xc3\xa9 une heure."
    assert read(data).text.endswith(" L’attaque a duré une heure.")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.4 \xff\xfe", "RC105"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "RC105"),
        (b"abc\x00\x01\x02\x03" * 30, "RC105"),
        (b" \n \n", "RC103"),
        (b"...\n***", "RC103"),
    ],
)
def test_what_holds_no_words_is_set_aside_with_its_reason(data: bytes, code: str) -> None:
    """Binaries and blank files are Skipped, not raised."""
    skipped = parse(raw(data))
    assert isinstance(skipped, Skipped)
    assert (skipped.code, skipped.stage, skipped.name) == (code, "parse", "a.txt")
    assert skipped.reason


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said on Tuesday that at least twelve people had been killed in the north of the country.", "en"),
        ("Al menos doce personas murieron el martes en un ataque en el norte del país, dijo la policía.", "es"),
        ("قتل 12 شخصا على الأقل في هجوم على القرية يوم الثلاثاء حسب السلطات المحلية", "ar"),
    ],
)
def test_another_language_is_recorded_and_not_read(text: str, language: str) -> None:
    """The article keeps its text and language and has no blocks."""
    article = read(text)
    assert (article.language, article.blocks, article.text) == (language, (), text)
    assert article.notes


@pytest.mark.parametrize("text", ["12 morts", "Ebola : 3 cas", "M23", "Goma"])
def test_too_few_words_to_tell_are_french(text: str) -> None:
    """A text too short for any guess is read."""
    assert read(text).language == "fr"
    assert read(text).blocks


def test_a_language_that_was_given_is_not_doubted() -> None:
    """Options come before detection."""
    assert read("Twelve people were killed on Tuesday in the north, the army said.", language="fr").blocks
    assert not read(PROSE, language="nl").blocks


PAGE = f"""<!DOCTYPE html><html lang="fr"><head><title>Crue : sept morts - Le Phare</title>
<meta property="og:site_name" content="Le Phare">
<meta property="article:modified_time" content="2021-06-01T08:15:00+01:00">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Crue : sept morts",
"datePublished": "2021-05-03T08:15:00+01:00"}}]}}</script></head><body><nav><a href="/">Accueil</a></nav><article>
<h1>Crue : sept morts</h1><p>{PROSE}</p><h2>Des secours rares</h2><p>{PROSE} Les secours restent rares.</p></article>
<footer>Tous droits réservés</footer></body></html>"""


def test_a_page_gives_its_text_and_what_it_says_of_itself() -> None:
    """The title comes first, the menu not at all; the day is the one of appearance."""
    article = read(PAGE, media="html")
    assert article.text.split("\n\n") == [
        "Crue : sept morts",
        PROSE,
        "Des secours rares",
        f"{PROSE} Les secours restent rares.",
    ]
    assert (article.title, article.publisher) == ("Crue : sept morts", "Le Phare")
    assert (article.published, article.published_basis) == ("2021-05-03T08:15:00+01:00", PublishedBasis.METADATA)


def test_a_page_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    """What came before the cut is there; a page with no words is Skipped."""
    cut = PAGE[: PAGE.index("Les secours restent")]
    assert PROSE in read(cut, media="html").text
    empty = parse(raw("<html><head><title>x</title></head><body></body></html>", media="html"))
    assert isinstance(empty, Skipped)
    assert empty.code == "RC111"


def test_a_page_saved_as_text_is_read_as_a_page() -> None:
    """The name of a file does not decide."""
    assert "<p>" not in read(PAGE).text


def test_json_holds_its_text_unaltered() -> None:
    """Escapes are undone; half a character cannot be stored and is replaced."""
    article = read('{"text": "Trois bless\\u00e9s \\ud83d et un mort."}', media="json")
    assert article.text == "Trois blessés \ufffd et un mort."
    broken = parse(raw('{"text": "Trois', media="json"))
    assert isinstance(broken, Skipped)
    assert broken.code == "RC107"


def test_parsing_is_pure() -> None:
    """The same document gives the same article."""
    document = replace(raw(PAGE), media="html")
    assert parse(document) == parse(document)


def test_a_given_language_that_is_no_tag_is_not_believed() -> None:
    """A sidecar that says `Français` would leave the report unread."""
    text = "Au moins douze personnes ont été tuées dans une attaque, selon les autorités de la région."
    raw = Raw(name="a.txt", origin="a.txt", data=text.encode(), media="text", language="Français")
    article = parse(raw)
    assert isinstance(article, Article)
    assert (article.language, article.notes) == ("fr", ("language: 'Français' is no tag",))
    assert article.blocks


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Radio des Deux Rives (Arbeville) – ce jeudi 14 mai 2020, édition de midi", "2020-05-14"),
        ("Entraide des Plaines, bureau d'Arbeville. Jeudi 14 mai 2020, 17 h. Troisième note de l'année.", "2020-05-14"),
        ("Dix ans ont passé depuis que, le mardi 12 mai 2009, la digue a cédé", None),
    ],
)
def test_a_line_over_the_prose_gives_the_day_of_a_report_that_has_no_other(line: str, day: str | None) -> None:
    """The day is set off in the line, or `ce` stands before it; a day that the line tells of is another."""
    text = f"Crue à Arbeville\n\n{line}\n\nLa rivière a débordé. Douze maisons ont été détruites, a dit le préfet aux habitants."
    article = parse(Raw(name="a.txt", origin="a.txt", data=text.encode(), media="text"))
    assert isinstance(article, Article)
    assert article.reference_day == day
