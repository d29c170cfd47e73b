"""What is counted has the kind that its company gives it, where no word tells what befell it."""

import pytest
from tests.extract.figures.test_kinds_sharper import kinds

from recoupe.model.figure import Kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("La grêle a criblé d'impacts deux cents voitures.", Kind.DESTROYED),
        ("La grêle a épargné deux cents voitures.", Kind.DEPLOYED),
        ("Les paramilitaires campent dans huit villages.", Kind.CONTROLLED),
        ("Les scouts campent dans huit villages.", Kind.OTHER),
        ("Quatre cents villageois ont interpellé le préfet.", Kind.PROTESTING),
        ("Quatre cents villageois ont rencontré le préfet.", Kind.OTHER),
        ("La Suisse ajoute trois millions de francs.", Kind.DELIVERED),
        ("La Suisse perd trois millions de francs.", Kind.OTHER),
        ("Deux avions ont dû rebrousser chemin.", Kind.OTHER),
    ],
)
def test_whoever_acts_on_the_counted_tells_their_kind(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("La réforme a jeté 3 000 personnes dans la rue.", Kind.PROTESTING),
        ("Le séisme a jeté 3 000 personnes dans la rue.", Kind.DISPLACED),
        ("La hausse des violences a jeté 3 000 personnes sur les routes.", Kind.DISPLACED),
    ],
)
def test_who_marches_does_not_flee(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]
