"""What moved is told against the check before, or a day; a report as of a day is that of the check by then."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.errors import CrisisUnknown, DayUnclear
from recoupe.ledger import Ledger
from recoupe.model.article import Raw
from recoupe.report import Report, compose, report
from recoupe.report.parts import Section, Sentence
from recoupe.store.writer import Writer

_TEXT = "Au moins 12 personnes ont été tuées à Port-Clair, selon la préfecture. « {said} », a dit le maire."


def add(ledger: Ledger, day: str, name: str, said: str = "Nous cherchons encore") -> None:
    """Add a report and check the crisis, as if on the day when it appeared."""

    def begin(self: Writer, program: str) -> int:
        with sqlite3.connect(self.path) as file:
            asked = file.execute("INSERT INTO run (began, program) VALUES (?, ?)", (f"{day}T12:00:00Z", program))
        assert asked.lastrowid is not None
        return asked.lastrowid

    raw = Raw(name=name, origin=name, data=_TEXT.format(said=said).encode(), media="text", language="fr", published=day)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Writer, "begin", begin)
        ledger.add_documents([raw], crisis="port-clair")
        ledger.crisis().check()


@pytest.fixture
def two(own: Ledger) -> Ledger:
    """A crisis of two reports, added and checked on two days."""
    add(own, "2024-03-05", "un.txt")
    add(own, "2024-03-08", "deux.txt", "Nous avons fini")
    return own


def told(composed: Report, key: str) -> list[str]:
    (section,) = [one for one in composed.sections if one.key == key]
    return [
        part.text.replace("\u00a0", " ").replace("\u202f", " ") for part in section.parts if isinstance(part, Sentence)
    ]


def test_what_moved_is_told_against_the_check_before(two: Ledger) -> None:
    said = told(compose(two), "moved")
    assert said[0] == "Ce qui suit a changé depuis le recoupement du 5 mars 2024 à 12:00 UTC [1, 2]."
    assert said[1] == "1 article de plus [2]."
    assert any("au moins 12" in one and "8 mars 2024" in one and one.endswith("[2].") for one in said[2:])
    assert not any("5 mars" in one for one in said[1:])


def test_the_first_check_has_nothing_to_be_held_against(two: Ledger) -> None:
    said = told(compose(two, as_of="2024-03-06"), "moved")
    assert said == ["Aucun recoupement antérieur n'est retenu : tout ce que dit ce rapport est nouveau [1]."]


def test_a_report_as_of_a_day_is_that_of_the_check_by_then(two: Ledger) -> None:
    early, late = compose(two, as_of="2024-03-06"), compose(two, as_of="2024-03-08")
    assert (early.as_of, late.as_of) == ("2024-03-05T12:00:00Z", "2024-03-08T12:00:00Z")
    assert ([source.number for source in early.sources], len(late.sources)) == ([1], 2)
    assert early.dated.replace("\u00a0", " ") == "Données du recoupement du 5 mars 2024 à 12:00 UTC"
    assert not any("8 mars" in one.text for one in early.sentences())


def test_what_moved_since_a_day_is_told_against_the_check_before_it(two: Ledger) -> None:
    assert told(compose(two, since="2024-03-08"), "moved")[1] == "1 article de plus [2]."
    assert told(compose(two, since="2024-03-05"), "moved")[0].startswith("Aucun recoupement antérieur")
    assert told(compose(two, since="2024-03-09"), "moved") == [
        "Rien n'a changé depuis le recoupement du 8 mars 2024 à 12:00 UTC [1, 2]."
    ]


def test_a_report_before_the_first_check_says_that_it_knows_of_none(two: Ledger) -> None:
    early = compose(two, as_of="2024-01-01")
    assert (early.as_of, early.sections, early.sources) == (None, (), ())
    assert early.dated.replace("\u00a0", " ") == (
        "Au 1 janvier 2024, rien n'avait encore été recoupé : de ce jour, ce rapport ne sait rien"
    ).replace("Au 1 ", "Au 1er ")
    assert "rien n'avait encore été recoupé" in report(two, format="md", as_of="2024-01-01").decode()


def test_what_people_judged_is_said(two: Ledger) -> None:
    """A correction stands beside what it changed, and a rejected record is told no more."""
    before = told(compose(two), "unknown")
    assert any("relus par personne" in one for one in before)
    first, second = two.figures()
    two.reviews.judge(first.id, "correct", by="Ana", reason="misread", changed={"low": 13}, rests_on=None)
    two.reviews.judge(second.id, "reject", by="Ana", reason="no figure", rests_on=None)
    after = compose(two)
    said = told(after, "unknown")
    assert any(one.startswith("1 relevé a été corrigé à la relecture") for one in said)
    assert any(one.startswith("1 relevé a été rejeté à la relecture") for one in said)
    (known,) = [one for one in after.sections if one.key == "known"]
    shown = [
        part.words
        for section in known.parts
        if isinstance(section, Section)
        for part in section.parts
        if isinstance(part, Sentence)
    ]
    assert len(shown) == 1
    assert "au moins 13" in shown[0] and "corrigé à la relecture" in shown[0]


def test_what_people_judged_moved_something(two: Ledger) -> None:
    """A rejected record, a corrected one and two names joined are no `nothing moved`, with or without a check between."""
    compose(two)
    first, second = two.figures()
    two.reviews.judge(first.id, "correct", by="Ana", reason="misread", changed={"low": 13}, rests_on=None)
    two.reviews.judge(second.id, "reject", by="Ana", reason="no figure", rests_on=None)
    two.crisis().same("source", "préfecture", "Préfecture de Port-Clair", by="Ana", why="one office")
    said = told(compose(two), "moved")
    assert any(one.startswith("Relevé corrigé à la relecture : « Au moins 12 »") for one in said)
    assert any(one.startswith("Relevé rejeté à la relecture : « Au moins 12 »") for one in said)
    assert any(one.startswith("Noms jugés identiques : ") and "Préfecture de Port-Clair" in one for one in said)
    assert not any(one.startswith("Rien n'a changé") for one in said)


def test_a_statement_that_people_reject_moved_something(two: Ledger) -> None:
    """No toll rests on it, and yet it is told no more."""
    compose(two)
    spoken = next(iter(two.statements()))
    two.reviews.judge(spoken.id, "reject", by="Ana", reason="no speech", rests_on=None)
    said = told(compose(two), "moved")
    assert any(one.startswith("Relevé rejeté à la relecture : ") for one in said)


def test_words_that_stand_no_more_where_they_stood_are_not_quoted(two: Ledger) -> None:
    with sqlite3.connect(two.path) as file:
        file.execute("DROP TRIGGER article_no_update")
        file.execute("UPDATE article SET text = replace(text, '12 personnes', 'Les personnes')")
    with Ledger.open(two.path) as ledger:
        composed = compose(ledger, as_of="2024-03-08")
    known = [one.words for one in composed.sentences() if "Personnes tuées" in one.words]
    assert known and all("ancrage perdu" in words for words in known)
    assert any("ne retrouve" in one for one in told(composed, "unknown"))


@pytest.mark.parametrize("asked", ["hier", "2024-02-30", "2024"])
def test_what_is_no_day_is_refused(two: Ledger, asked: str) -> None:
    for name in ("as_of", "since"):
        with pytest.raises(DayUnclear):
            compose(two, **{name: asked})


def test_an_unknown_crisis_and_an_unknown_format_are_refused(two: Ledger) -> None:
    with pytest.raises(CrisisUnknown):
        report(two, "ailleurs", format="md")
    with pytest.raises(ValueError, match="odt"):
        report(two, format="odt")


def test_a_crisis_without_articles_has_an_empty_report(own: Ledger, raw: Callable[..., Raw], tmp_path: Path) -> None:
    """Nothing is said where nothing is known; what was set aside is."""
    own.add_documents([Raw(name="vide.txt", origin="x", data=b"\x00", media="text")], crisis="rien")
    composed = compose(own, "rien")
    assert [one.text for one in composed.sentences()] == [
        "Document mis de côté\u00a0: vide.txt (RC103, a binary file)\u00a0[1]."
    ]
    assert report(own, "rien", format="pdf").startswith(b"%PDF")
