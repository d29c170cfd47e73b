"""What the grammar around a number settles: whose object it is, how it ended, whom it is taken out of, whom they serve."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.model.article import BlockKind
from recoupe.parse.sentences import split_sentences


def told(text: str) -> list[tuple[str, str, str]]:
    """Return the figures of a paragraph as its words, their kind and what they count."""
    reading = read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0]
    return [(one.span.of(text), one.kind.value, one.counted.value) for one in reading.figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Trois alpinistes ensevelis sous une avalanche ont été retrouvés morts.",
            [("Trois", "killed", "people")],
        ),
        (
            "Deux gendarmes, touchés par balle, n'ont pas survécu à leurs blessures.",
            [("Deux", "killed", "police")],
        ),
        ("Deux gendarmes, touchés par balle, ont été opérés.", [("Deux", "injured", "police")]),
    ],
)
def test_the_verb_says_how_it_ended_for_those_of_whom_a_participle_tells(
    text: str, figures: list[tuple[str, str, str]]
) -> None:
    """What a participle tells came before; the verb behind it says who died and who was saved."""
    assert told(text) == figures


def test_what_somebody_has_done_is_not_whom_the_last_verb_befalls() -> None:
    """The fires that a man is said to have lit are not arrested with him, and the drivers whom they arrested are."""
    lit = told("Un pyromane soupçonné d'avoir allumé quatre incendies a été arrêté.")
    assert [(words, counted) for words, _, counted in lit] == [("quatre", "other")]
    assert lit[0][1] != "detained"
    assert told("La police a arrêté quatre chauffeurs.") == [("quatre", "detained", "people")]
    assert told("Les ravisseurs ont relâché quatre de leurs otages.") == [("quatre", "rescued", "prisoners")]


def test_those_it_happened_to_are_taken_out_of_those_who_were_there() -> None:
    """`30 000 habitants sur 45 000 sont partis`: the verb is said of the first number, the second were there."""
    assert told("Dans ce bourg, 30 000 habitants sur 45 000 ont fui.") == [
        ("30 000", "displaced", "people"),
        ("45 000", "exposed", "people"),
    ]


def test_a_verb_in_the_plural_is_said_of_both_of_its_subjects() -> None:
    """One of two who died together is counted; of two clauses the second verb is not the first's."""
    assert told("Une fillette et sa grand-mère ont été tuées.") == [("Une", "killed", "children")]
    assert told("Une fillette attend et sa grand-mère a été tuée.") == []


def test_one_more_of_those_counted_before_is_a_figure() -> None:
    """An ordinal or `autre` for a noun goes on counting; before a noun it does not."""
    assert told("Trois ouvriers sont morts, un quatrième est entre la vie et la mort.") == [
        ("Trois", "killed", "people"),
        ("un", "injured", "people"),
    ]
    assert told("Trois ouvriers sont morts, un quatrième jour de deuil est annoncé.") == [("Trois", "killed", "people")]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Trois employés d'une ONG ont été exécutés.", "aid_workers"),
        ("Trois membres de la police ont été tués.", "police"),
        ("Trois agents de l'hôpital ont été tués.", "health_workers"),
        ("Trois hommes de la milice ont été tués.", "combatants"),
        ("Trois employés de l'usine ont été tués.", "people"),
    ],
)
def test_whom_they_serve_says_what_they_are(text: str, counted: str) -> None:
    """Those who work for an organisation of aid, a hospital, the police or an army are counted as such."""
    assert told(text) == [("Trois", "killed", counted)]


def test_what_stands_under_a_preposition_is_no_single_dead() -> None:
    """The article in `sous une bâche` counts nobody, whatever the verb behind says."""
    assert told("Trois ouvriers abrités sous une bâche sont morts.") == [("Trois", "killed", "people")]


def test_of_them_are_people_where_only_people_can_undergo_it() -> None:
    """Houses are not missing: `d'entre eux` goes back to people, whatever was counted last."""
    assert told("Le séisme a détruit trois immeubles. Deux d'entre eux restent introuvables.")[1] == (
        "Deux",
        "missing",
        "people",
    )
    assert told("Le séisme a touché trois immeubles. Deux d'entre eux ont été rasés.")[1] == (
        "Deux",
        "destroyed",
        "buildings",
    )


def test_a_number_of_those_whose_noun_has_no_plural_is_read() -> None:
    """`le nombre de sans-abri` names what the two ends of a raise count."""
    assert told("Le nombre de sans-abri passant de 600 à 1 200, la mairie a ouvert une école.") == [
        ("600", "displaced", "people"),
        ("1 200", "displaced", "people"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "counted"),
    [
        ("La sécheresse a tué la moitié de mon troupeau.", "other", "goods"),
        ("L'état-major a retiré deux hélicoptères.", "other", "vehicles"),
        ("Trente jeunes se sont enfuis du camp de rééducation.", "escaped", "people"),
        ("Trente familles se sont enfuies du village.", "displaced", "families"),
        ("Une trentaine de bus sont restés bloqués par la neige.", "trapped", "vehicles"),
        ("Deux voitures piégées ont explosé.", "launched", "vehicles"),
        ("Trois enfants se sont noyés.", "killed", "children"),
    ],
)
def test_what_can_befall_them_decides_between_two_senses(text: str, kind: str, counted: str) -> None:
    """A herd does not die as people do, prisoners who flee escape, and vehicles are stuck where people are trapped."""
    assert [figure[1:] for figure in told(text)] == [(kind, counted)]
