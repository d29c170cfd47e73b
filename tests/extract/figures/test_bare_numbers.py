"""Numbers without a noun: those that count what was told before, and those that name, point or measure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.model.figure import Figure


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "La mairie de Bouar compte 41 morts. La Croix-Rouge, 57.",
            [("41", "killed", "people"), ("57", "killed", "people")],
        ),
        (
            "Les secours ont sorti trois corps, deux de plus que la veille.",
            [("trois", "killed", "people"), ("deux", "killed", "people")],
        ),
        (
            "Le préfet parle de 30 disparus (44 au plus fort des recherches).",
            [("30", "missing", "people"), ("44", "missing", "people")],
        ),
        (
            "Le sac de ciment, vendu 4 500 francs en mars, se négocie à 9 000.",
            [("4 500", "other", "money"), ("9 000", "other", "money")],
        ),
        (
            "Le gymnase de Vionnaz héberge 63 sinistrés, la salle paroissiale de Collombey 48.",
            [("63", "hosted", "people"), ("48", "hosted", "people")],
        ),
    ],
)
def test_a_number_alone_goes_on_with_what_was_counted(
    figures: Callable[[str], tuple[Figure, ...]], text: str, rows: list[tuple[str, str, str]]
) -> None:
    """Whatever words bring it in, it counts what the figure before it counted."""
    assert [(one.text, one.kind, one.counted) for one in figures(text)] == rows


@pytest.mark.parametrize(
    "text",
    [
        "Le puits 217 a tué neuf bergers.",
        "Neuf dockers sont morts, et le hangar 7 est fermé.",
        "Neuf marins ont été tués entre les bornes 53 et 54.",
        "Neuf skieurs sont morts. Le bateau s'est brisé en trois.",
        "Neuf élèves ont été tués. Les deux se renvoient la faute.",
        "Neuf mineurs sont morts. Si la 41 rouvre, les secours passeront.",
        "Neuf passants ont été tués. L'opération en a duré deux.",
        "Neuf bergers sont morts. Le front avance vers 4.",
        "Neuf bergers sont morts.\n\nRien ne bouge plus à hauteur de 217.",
        "Neuf voyageurs ont été blessés. L'autocar roulait à 110.",
        "Neuf supporters ont été blessés. Leur club s'est incliné 3 à 2.",
        "Neuf skieurs sont morts. On a ressenti la secousse à 6 sur l'échelle.",
        "Neuf marins sont morts. La barque est longue de douze mètres et large de trois.",
        "Neuf riverains sont morts. L'eau est montée de deux mètres, puis de trois.",
        "Neuf clients ont été blessés. Le sac de riz se vend à deux mille.",
        "Neuf otages ont été tués. On les avait pris trois par trois.",
        "Neuf habitants ont fui. Un ménage du quartier nord sur trois attend.",
        "Neuf ouvriers sont morts. À 16, tout était fini.",
    ],
)
def test_a_number_that_names_or_points_counts_nothing(figures: Callable[[str], tuple[Figure, ...]], text: str) -> None:
    """Only the nine dead are counted."""
    assert [one.text.casefold() for one in figures(text)] == ["neuf"]
