"""What somebody says stands with what is done by saying it; what is quoted out of a sentence says that it is cut."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from recoupe.ledger import Ledger
from recoupe.model.article import Raw
from recoupe.model.dispute import Dispute, DisputeKind, Position
from recoupe.model.statement import Statement
from recoupe.report import Report, compose
from recoupe.report.compose import ground_of
from recoupe.report.disputed import disputed as report_disputed
from recoupe.report.parts import Section, Sentence

_CHARGE = "Le syndicat des dockers a accusé la société Port-Clair Fret d'avoir entreposé des engrais sans permis."
_DENIAL = "La société Port-Clair Fret a démenti avoir entreposé des engrais sans permis."
_COUNTS = (
    "Le séisme de dimanche a fait 44 morts à Port-Clair, a annoncé mardi le préfet Jean Ardouin. "
    "Le Croissant-Rouge, lui, compte 52 morts à Port-Clair."
)


def composed(read: Ledger, language: str, *texts: str) -> Report:
    raws = [
        Raw(name=f"{at}.txt", origin=f"{at}.txt", data=text.encode(), media="text", language="fr", published=f"2024-03-0{at}")
        for at, text in enumerate(texts, 5)
    ]  # fmt: skip
    read.add_documents(raws, crisis="c")
    return compose(read, "c", language=language)


def disputed(report: Report) -> list[list[str]]:
    (section,) = [one for one in report.sections if one.key == "disputes"]
    apart = [one for one in section.parts if isinstance(one, Section) and one.key.startswith("dispute-")]
    return [[_plain(one.words) for one in part.parts if isinstance(one, Sentence)] for part in apart]


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def test_an_accusation_stands_before_its_denial_and_both_say_what_they_are(read: Ledger) -> None:
    composed(read, "fr", _CHARGE, _DENIAL)
    ground = ground_of(read, "c", language="fr", as_of=None, since=None)
    said = {id: one for id, one in ground.names.records.items() if isinstance(one, Statement)}
    positions = tuple(
        Position(speaker=one.speaker, says=one.text, statements=(id,), figures=(), origins=("o",))
        for id, one in sorted(said.items(), key=lambda item: item[1].act != "deny")
    )
    assert [said[one.statements[0]].act for one in positions] == ["deny", "accuse"]
    one = Dispute(id="d", kind=DisputeKind.ACCUSED_AND_DENIED, question="« x » : y", positions=positions, why=())
    section = report_disputed(replace(ground, found=replace(ground.found, disputes=(one,)))).parts[0]
    assert isinstance(section, Section)
    opened, first, second = [_plain(part.words) for part in section.parts if isinstance(part, Sentence)]
    assert opened == "2 voix"
    assert first.startswith("Syndicat des dockers accuse : « la société Port-Clair Fret")
    assert second.startswith("Port-Clair Fret dément : « avoir entreposé")


def test_a_denial_in_the_timeline_says_who_denies(read: Ledger) -> None:
    rows = [_plain(row.cells[2]) for row in composed(read, "en", _CHARGE, _DENIAL).rows() if len(row.cells) == 4]
    assert any(row.startswith("Port-Clair Fret denies: “avoir entreposé") for row in rows)
    assert not any(row.startswith("“avoir entreposé") for row in rows)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_sentence_holds_a_day_as_a_program_writes_it(read: Ledger, language: str) -> None:
    report = composed(read, language, _COUNTS)
    ((asked, *_), *_) = disputed(report)
    assert {"fr": "Personnes tuées, Port-Clair", "en": "People killed, Port-Clair"}[language] in asked
    said = [one.words for one in report.sentences()]
    assert not any(re.search(r"\d{4}-\d{2}-\d{2}", words) for words in said)
    assert not any("Combien" in words for words in said) or language == "fr"


def test_words_cut_inside_a_sentence_say_so(sample: Ledger) -> None:
    rows = [_plain(row.cells[2]) for row in compose(sample).rows() if len(row.cells) == 4]
    assert any(row.startswith("« […] ") for row in rows)
    assert any(" […] »" in row for row in rows)
    assert any(row.startswith("« Une école de Jibrine, à l'est, en héberge 900. »") for row in rows)
