"""The question of a dispute in the language of the interface: the check's own is French."""

from __future__ import annotations

import re

import pytest

from recoupe.catalogue import Catalogue
from recoupe.crosscheck.disputes.words import label
from recoupe.model.figure import Counted, Kind
from recoupe.show.questions import asked, sentence_asked

EN = Catalogue.of("en")


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Combien de personnes évacuées ou à évacuer, Alep, 2016-12-13 ?", "How many: evacuated, Alep, 13 Dec 2016?"),
        ("Combien de morts (civils), Alep-Est ?", "How many: killed, civilians, Alep-Est?"),
        ("Combien de morts, Valbrune, depuis 2014-11-09 ?", "How many: killed, Valbrune, since 9 Nov 2014?"),
        ("Combien (véhicules) ?", "How many: vehicles?"),
        ("Combien ?", "How many?"),
        ("Qui a rompu le cessez-le-feu ?", "Who broke the ceasefire?"),
        ("« la digue a cédé » : accusation et démenti", "« la digue a cédé »: accused and denied"),
    ],
)
def test_a_question_is_asked_in_english(french: str, english: str) -> None:
    assert asked(french, EN) == english
    assert asked(french, Catalogue.of("fr")) == french


@pytest.mark.parametrize("kind", [one for one in Kind if one is not Kind.OTHER])
def test_every_kind_that_a_question_can_hold_is_known(kind: Kind) -> None:
    for counted in Counted:
        of = f" ({label('counted', counted)})" if label("counted", counted) else ""
        said = asked(f"Combien {label('kinds', kind)}{of}, Alep, Est ?", EN)
        assert said.startswith(f"How many: {EN.term('kind', kind)}")
        assert not of or EN.term("counted", counted) in said
        assert said.endswith(", Alep, Est?")


def test_a_place_that_looks_like_a_day_and_words_that_are_no_question_stay() -> None:
    assert asked("Combien de morts, 2016-99-99 ?", EN) == "How many: killed, 2016-99-99?"
    assert asked("{0} <b> %s", EN) == "{0} <b> %s"


def test_a_change_of_a_dispute_is_said_in_either_language() -> None:
    change = "Combien de morts (civils), Alep-Est ? (OSDH, un conseiller)"
    assert sentence_asked(change, EN) == "How many: killed, civilians, Alep-Est? (OSDH, un conseiller)"
    more = sentence_asked("Combien de morts, Valbrune ?: la mairie too", EN)
    assert re.fullmatch(r"How many: killed, Valbrune\? ?: la mairie too", more)
