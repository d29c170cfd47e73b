"""Whoever heads a house, is called by a byname or speaks from afar, and the bodies that a name alone does not show."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]


@pytest.mark.parametrize(
    ("report", "who"),
    [
        ("La réserve est vide, a annoncé le directeur de la clinique El-Amel, Samir Haddad.", "Samir Haddad"),
        ("La réserve est vide, reconnaît la proviseure du lycée Pasteur, Mme Rosa Kone.", "Rosa Kone"),
        ("Le directeur de la raffinerie Kribi affirme que la cuve est vide.", "directeur de la raffinerie Kribi"),
        ("Le chef du village Paul Kone affirme que le puits est sec.", "Paul Kone"),
        ("La ministre de la Culture Rosa Kone affirme que le musée est vide.", "Rosa Kone"),
        ("« La digue a tenu », a prévenu depuis Nairobi la patronne du fonds, Inge Olsen.", "Inge Olsen"),
        ("« La route est coupée », écrit sur Telegram Boris Karpov, chauffeur.", "Boris Karpov"),
        ("« Partez », a lancé Driss Benali sur le perron de la mairie.", "Driss Benali"),
        ("La cuve est vide, a tranché le juge Fadi Khoury au vu des relevés.", "Fadi Khoury"),
        ("Le chef du secteur, connu sous le nom d'Abou Salem, assure que la piste est sûre.", "Abou Salem"),
        ("Son Excellence Monsieur le Ministre, Célestin Ndaye, assure que la piste est sûre.", "Célestin Ndaye"),
        ("Yann Dufour, du Syndicat des soudeurs, assure que la piste est sûre.", "Yann Dufour"),
    ],
)
def test_a_person_is_told_from_what_stands_around_the_name(said: Said, report: str, who: str) -> None:
    """A house has a name of its own; a place, a network, a byname and a style of address are no part of a person's."""
    assert [name for name, _ in said(report)] == [who]


@pytest.mark.parametrize(
    ("report", "who"),
    [
        ("L'ONG Vigie fluviale Sahel assure que la piste est sûre.", "Vigie fluviale Sahel"),
        ("La piste est sûre, précise le SPF Affaires étrangères.", "SPF Affaires étrangères"),
        ("Un médecin du CHU Habib-Salem assure que la piste est sûre.", "Un médecin du CHU Habib-Salem"),
        ("L'Association des veuves (ADV) de Lomé assure que la piste est sûre.", "Association des veuves de Lomé"),
        (
            "La Nouvelle Société civile de Kolda (NSCK), qui assure que la piste est sûre, attend.",
            "Nouvelle Société civile de Kolda",
        ),
        ("Selon la page Facebook d'une association, la piste est sûre.", "une association"),
    ],
)
def test_a_body_is_called_by_the_whole_of_its_name(said: Said, report: str, who: str) -> None:
    """Small words inside, an acronym at its head, an acronym in brackets before its town; a page is of who keeps it."""
    assert [name for name, _ in said(report)] == [who]
