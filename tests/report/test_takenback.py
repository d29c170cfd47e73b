"""A number that its own source takes back stands nowhere as known without saying so; a denial by others changes nothing."""

from __future__ import annotations

from recoupe.ledger import Ledger
from recoupe.model.article import Raw
from recoupe.report import Report, compose
from recoupe.report.parts import Section, Sentence

_FIRST = "Le bilan atteint désormais 63 morts, selon le Croissant-Rouge."
_BACK = (
    "Le Croissant-Rouge a corrigé vendredi son bilan du séisme de Port-Clair : "
    "55 personnes ont péri, et non 63 comme annoncé la veille."
)


def raw(name: str, day: str, text: str) -> Raw:
    return Raw(name=name, origin=name, data=text.encode(), media="text", language="fr", published=day)


def known(composed: Report) -> list[str]:
    (section,) = [one for one in composed.sections if one.key == "known"]
    kinds = [one for one in section.parts if isinstance(one, Section)]
    return [one.text for kind in kinds for one in kind.parts if isinstance(one, Sentence)]


def test_what_its_source_took_back_says_what_replaced_it(read: Ledger) -> None:
    read.add_documents([raw("un.txt", "2024-03-07", _FIRST), raw("deux.txt", "2024-03-08", _BACK)], crisis="c")
    said = [one.replace("\u00a0", " ").replace("\u202f", " ") for one in known(compose(read))]
    assert [
        one for one in said if ": 63" in one and "retiré, remplacé par 55 le 8 mars 2024" in one and "[1, 2]" in one
    ]
    assert all("retiré" in one for one in said if ": 63" in one)
    assert any(": 55" in one and "retiré" not in one for one in said)
    assert not any("donnent 55 à 63" in one for one in said)


def test_what_is_told_again_after_it_was_taken_back_stands(read: Ledger) -> None:
    read.add_documents([raw("un.txt", "2024-03-09", _FIRST), raw("deux.txt", "2024-03-08", _BACK)], crisis="c")
    said = known(compose(read))
    assert any(": 63" in one.replace("\u00a0", " ") for one in said)
    assert not any("retiré" in one for one in said)


def test_a_denial_of_another_source_takes_nothing_back(read: Ledger) -> None:
    first = _FIRST.replace("le Croissant-Rouge", "la préfecture")
    read.add_documents([raw("un.txt", "2024-03-07", first), raw("deux.txt", "2024-03-08", _BACK)], crisis="c")
    said = known(compose(read))
    assert any(": 63" in one.replace("\u00a0", " ") for one in said)
    assert not any("retiré" in one for one in said)
