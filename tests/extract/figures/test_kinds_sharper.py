"""What a longer turn around a verb, a denial or a second verb makes of the kind that the verb alone would give."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.model.figure import Kind
from recoupe.parse.sentences import split_sentences


def kinds(text: str) -> list[Kind]:
    return [one.kind for one in read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("La fuite de gaz a envoyé vingt ouvriers à l'hôpital.", Kind.INJURED),
        ("L'organisation a envoyé vingt médecins dans la ville.", Kind.DEPLOYED),
        ("La neige condamne 4 000 villageois à l'attente.", Kind.TRAPPED),
        ("Le tribunal condamne trois opposants à dix ans de prison.", Kind.DETAINED),
    ],
)
def test_a_turn_that_holds_the_verb_says_more_than_the_verb(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Trois marins n'ont pas regagné le port.", Kind.MISSING),
        ("Deux spéléologues ne sont jamais remontés.", Kind.MISSING),
        ("Six cents familles ont regagné leur village.", Kind.RETURNED),
    ],
)
def test_who_did_not_come_back_is_missing(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sept maçons ont été ensevelis et n'ont pas survécu.", Kind.KILLED),
        ("Cinq notables ont été enlevés puis exécutés.", Kind.KILLED),
        ("Cinq hommes ont été arrêtés après avoir tué deux bergers.", Kind.DETAINED),
        ("Vingt élèves ont été blessés et conduits chez eux.", Kind.INJURED),
    ],
)
def test_a_second_verb_that_tells_of_death_decides(text: str, kind: Kind) -> None:
    assert kinds(text)[0] is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ils étaient 300, dimanche, à fuir vers le sud.", Kind.DISPLACED),
        ("On est 2 000 à manifester ce soir.", Kind.PROTESTING),
        ("Ils étaient quarante, en tout, à avoir péri dans l'incendie.", Kind.KILLED),
    ],
)
def test_what_many_are_said_to_do_tells_of_them(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


def test_each_part_behind_the_first_shares_the_kind_of_the_whole() -> None:
    text = "Le ministère a dressé un bilan de vingt-six morts, à savoir dix-neuf soldats et sept miliciens."
    assert kinds(text) == [Kind.KILLED] * 3


def test_fatal_cases_are_deaths() -> None:
    assert kinds("On compte 147 cas de choléra, dont 11 mortels.") == [Kind.ILL, Kind.KILLED]
    assert Kind.KILLED not in kinds("La route a connu 80 accidents mortels.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quatre sénateurs se sont rendus samedi à Olbanne.", Kind.OTHER),
        ("Deux préfets se sont rendus sur place.", Kind.OTHER),
        ("Le hameau où se sont rendus trente photographes a brûlé.", Kind.OTHER),
        ("Six experts se sont aussitôt rendus au chevet du barrage.", Kind.OTHER),
        ("Vingt secouristes se sont rendus sur place.", Kind.DEPLOYED),
        ("Quinze déserteurs se sont rendus mardi aux rebelles.", Kind.SURRENDERED),
        ("Quarante hommes se sont rendus dans la nuit.", Kind.SURRENDERED),
    ],
)
def test_who_goes_to_a_place_or_visits_somebody_does_not_surrender(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("On a évacué 40 patients vers trois hôpitaux.", [Kind.EVACUATED, Kind.OTHER]),
        ("Quelque 300 riverains ont été évacués vers la mairie et deux écoles.", [Kind.EVACUATED, Kind.OTHER]),
        ("Les riverains ont été évacués dans trois gymnases.", [Kind.OTHER]),
        ("Deux immeubles ont été évacués vers midi.", [Kind.EVACUATED]),
        ("Les riverains de deux immeubles ont été évacués vers le gymnase.", [Kind.EVACUATED]),
    ],
)
def test_where_people_are_moved_to_is_not_evacuated(text: str, read: list[Kind]) -> None:
    assert kinds(text) == read
