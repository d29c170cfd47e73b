"""What a number without a noun goes back to: who befell what in the sentence before, never who tells the number."""

from __future__ import annotations

import pytest

from recoupe.extract.local import read_paragraphs
from recoupe.extract.reading import LocalFigure
from recoupe.model.article import BlockKind
from recoupe.model.figure import Counted, Kind
from recoupe.parse.sentences import split_sentences


def figures(text: str) -> tuple[LocalFigure, ...]:
    return read_paragraphs([(text, BlockKind.BODY, split_sentences(text))])[0].figures


@pytest.mark.parametrize(
    ("text", "kind", "counted"),
    [
        (
            "Des habitants ont fui vers le sud. Ils seraient 4 000, d'après la Croix-Rouge.",
            Kind.DISPLACED,
            Counted.PEOPLE,
        ),
        ("Le nombre des prisonniers libérés s'élève à 120.", Kind.RESCUED, Counted.PRISONERS),
        ("Deux jours après le séisme, le bilan s'alourdit. Il est désormais de 212.", Kind.KILLED, Counted.PEOPLE),
        (
            "L'accident a fait sept morts parmi les détenus et deux parmi les soignants.",
            Kind.KILLED,
            Counted.HEALTH_WORKERS,
        ),
        ("Abris endommagés : 340.", Kind.DESTROYED, Counted.BUILDINGS),
        ("Les bandits ont enlevé 112 marins. Vingt ont réussi à fuir.", Kind.ESCAPED, Counted.PEOPLE),
        ("Les secours ont sorti de l'eau 15 personnes, dont huit sans vie.", Kind.KILLED, Counted.PEOPLE),
        ("La région réclame cinq médecins ; l'État n'en a envoyé qu'un.", Kind.DEPLOYED, Counted.HEALTH_WORKERS),
        ("Le camp compte 12 000 réfugiés. Il a été conçu pour 5 000.", Kind.HOSTED, Counted.REFUGEES),
        ("La morgue a reçu 34 corps. Elle est prévue pour douze.", Kind.OTHER, Counted.PEOPLE),
    ],
)
def test_a_bare_number_goes_back_to_what_befell_those_before(text: str, kind: Kind, counted: Counted) -> None:
    """A verb, a participle or a toll in the sentence before tells of whom the number is."""
    last = figures(text)[-1]
    assert (last.kind, last.counted) == (kind, counted)


@pytest.mark.parametrize(
    ("text", "kind", "counted"),
    [
        ("On soigne 340 blessés. L'ordre des médecins avance le chiffre de 600.", Kind.INJURED, Counted.PEOPLE),
        (
            "La préfecture compte 3 000 grévistes dans la rue, les organisateurs du triple.",
            Kind.PROTESTING,
            Counted.PROTESTERS,
        ),
    ],
)
def test_a_number_never_counts_those_who_tell_it(text: str, kind: Kind, counted: Counted) -> None:
    """A body and those who speak right before a number are its source."""
    last = figures(text)[-1]
    assert (last.kind, last.counted) == (kind, counted)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("« Nous étions soixante dans la barque », raconte un rescapé.", Kind.EXPOSED),
        ("Ils étaient 150 ce matin devant la préfecture.", Kind.PROTESTING),
    ],
)
def test_many_who_are_named_nowhere_are_told_by_where_they_were(text: str, kind: Kind) -> None:
    """In a boat they were exposed, before a prefecture they gathered."""
    assert [one.kind for one in figures(text)] == [kind]
