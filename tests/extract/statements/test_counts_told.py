"""Counts that are told without a verb of their own, past an attribution, or by a participle; what is denied before its denial."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (
            "Combien de noyés ? Trente pour la gendarmerie, qui attend. Quarante pour la mairie : dix manquent.",
            [("gendarmerie", "Trente"), ("mairie", "Quarante")],
        ),
        ("Vingt lits pour la clinique.", []),
        # what is meant for somebody, though two have a share
        ("Les vivres sont partis : deux camions pour le gouverneur, trois pour le maire.", []),
        ("Combien de lits ? Trente pour la Croix-Rouge.", []),
        ("La mission, qui a perdu un homme vendredi, a évacué 80 soignants du bourg.", []),
        (
            "Vingt blessés pour la préfecture, le double pour les syndicats.",
            [("préfecture", "Vingt blessés"), ("syndicats", "le double")],
        ),
        (
            "Trente secousses depuis l'aube, compte l'institut, dont deux fortes.",
            [("institut", "Trente secousses depuis l'aube, compte l'institut, dont deux fortes")],
        ),
        (
            "Onze familles, d'après le maire, dorment au gymnase.",
            [("maire", "Onze familles, d'après le maire, dorment au gymnase")],
        ),
        ("La MRC de Kaskas, de son côté, compte douze chalets perdus.", [("MRC de Kaskas", "douze chalets perdus")]),
        ("L'hôpital en recensait huit la veille au soir.", [("hôpital", "huit")]),
        ("Le parquet a donc rectifié jeudi : douze hommes sont libres.", [("parquet", "douze hommes sont libres")]),
        ("L'armée, qui en est à 34 morts, y inclut trois guides.", [("armée", "34 morts")]),
        (
            "Le précédent bilan, que l'on tenait de sources policières, était de quatorze morts.",
            [("sources policières", "quatorze morts")],
        ),
        (
            "- Eau : quatre puits rouverts, signalés par le comité du quartier.",
            [("comité du quartier", "quatre puits rouverts")],
        ),
        (
            "Bilan de deux nuits de heurts, à en croire la police : douze blessés.",
            [("police", "douze blessés")],
        ),
        ("9h20 – Premier décompte de la mairie : cinq morts.", [("mairie", "cinq morts")]),
        ("Un bilan que récuse la Ligue des marins.", [("Ligue des marins", "Un bilan")]),
        ("La mine réfute en bloc ces propos.", [("mine", "ces propos")]),
    ],
)
def test_a_count_is_of_whoever_makes_it(said: Said, report: str, expected: list[tuple[str, str]]) -> None:
    """Behind `pour`, around an aside, behind an hour, at a day before, in a point of a list."""
    assert said(report) == expected


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("Ce bilan, la Ligue des marins le récuse.", [("Ligue des marins", "Ce bilan")]),
        (
            "L'état de deux blessés est jugé critique par un infirmier du camp.",
            [("un infirmier du camp", "L'état de deux blessés est jugé critique")],
        ),
        ("Douze hommes ont été jugés par le tribunal.", []),
        ("Vrai, réplique la maire : « douze morts ».", [("maire", "Vrai, réplique la maire : « douze morts »")]),
    ],
)
def test_what_is_taken_up_judged_or_answered(said: Said, report: str, expected: list[tuple[str, str]]) -> None:
    """A thing set before its subject, a judgement in the passive, a reply of one word."""
    assert said(report) == expected


def test_a_colon_that_opens_nothing_but_another_verb_of_saying_is_no_second_statement(said: Said) -> None:
    """`n'en démord pas : il accuse ...` is one act."""
    report = said("Yann Petit, du Syndicat des soudeurs, n'en démord pas : il accuse la mine d'avoir tardé.")
    assert report == [("Yann Petit", "la mine d'avoir tardé")]
