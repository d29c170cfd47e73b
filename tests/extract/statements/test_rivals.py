"""Counts without a verb that several answer for, labels, and verbs that only lead up to one of saying."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]


@pytest.mark.parametrize(
    ("report", "statements"),
    [
        (
            "Cinq arrestations, d'après la police, douze selon le collectif Rue Libre.",
            [("police", "Cinq arrestations"), ("collectif Rue Libre", "douze")],
        ),
        (
            "Disparus : 8 pour la Protection civile, « une vingtaine » à en croire le Croissant-Rouge.",
            [("Protection civile", "Disparus : 8"), ("Croissant-Rouge", "une vingtaine")],
        ),
        ("– Décès : 12, selon le ministère de la Santé.", [("ministère de la Santé", "Décès : 12")]),
        ("– Bilan, selon la gendarmerie : 3 morts et 14 blessés.", [("gendarmerie", "3 morts et 14 blessés")]),
        (
            "Dimanche, mille marcheurs selon la police, le double d'après les organisateurs, ont défilé.",
            [("police", "mille marcheurs"), ("organisateurs", "le double")],
        ),
        (
            "La police s'arrête à 800, les associations montent à 1200.",
            [("police", "800"), ("associations", "1200")],
        ),
        (
            "Le médecin dit avoir reçu 31 corps quand l'État n'en comptait que 23.",
            [("médecin", "avoir reçu 31 corps"), ("État", "23")],
        ),
        ("Les secouristes montent à 1200 mètres.", []),
    ],
)
def test_each_answers_for_a_count(said: Said, report: str, statements: list[tuple[str, str]]) -> None:
    """A count without a verb ends where the next one begins; a label belongs to its bare number."""
    assert said(report) == statements


@pytest.mark.parametrize(
    ("report", "statements"),
    [
        ("Le commandant a fini par admettre avoir perdu deux hommes.", [("commandant", "avoir perdu deux hommes")]),
        ("Le maire s'obstine à dire que le pont tient.", [("maire", "le pont tient")]),
        ("Le maire souhaite rappeler que le pont est fermé.", [("maire", "le pont est fermé")]),
        ("« Six morts », vient de confirmer à la radio le préfet, Marc Ode.", [("Marc Ode", "Six morts")]),
        ("Le ministre n'a pas voulu dire que la digue avait cédé.", []),
        ("Le parquet vient de revoir ses chiffres : quatre morts.", [("parquet", "quatre morts")]),
        ("« Notre grue n'a pas creusé », plaide son avocate, Me Ida Noël.", [("Ida Noël", "Notre grue n'a pas creusé")]),
        ("« Assez », cingle le ministre de la Santé.", [("ministre de la Santé", "Assez")]),
        ("« On a tout perdu », dit l'un d'eux, Karim Belaïd.", [("Karim Belaïd", "On a tout perdu")]),
        ("De source policière, la régie de Lens a reçu deux plaintes.", [("source policière", "la régie de Lens a reçu deux plaintes")]),
        ("L'aéroport n'assurait plus que neuf liaisons.", []),
        ("Le préfet en recensait neuf à la mi-journée.", [("préfet", "neuf")]),
    ],
)  # fmt: skip
def test_a_verb_that_leads_up_to_another_reports_with_it(
    said: Said, report: str, statements: list[tuple[str, str]]
) -> None:
    """`finit par admettre` reports as `admet` does; what somebody would not say is no speech."""
    assert said(report) == statements
