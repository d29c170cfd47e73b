"""Which of the days that an article names is that of its blow."""

from collections.abc import Callable

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]
# the articles stand under Thursday 14 May 2020


def test_a_march_that_is_called_for_lies_ahead(figures: Read) -> None:
    """The Saturday of a march to come is not the last one."""
    text = (
        "Depuis mardi, 320 personnes ont été arrêtées à Brévane.\n\nDeux manifestants ont été tués.\n\n"
        "La préfecture demande de ne pas rejoindre le cortège prévu samedi."
    )
    assert [one.since for one in figures(text)] == ["2020-05-12", "2020-05-12"]
