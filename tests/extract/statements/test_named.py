"""Who speaks, by the whole of what the text calls it; what is credited and asked in other ways than by a verb of saying."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str | None, str]]]


@pytest.mark.parametrize(
    ("report", "who"),
    [
        ("Son chef, Alhassane ag Rhissa, affirme que la piste est sûre.", "Alhassane ag Rhissa"),
        ("Des messages diffusés en ligne affirment que la piste est sûre.", "Des messages diffusés en ligne"),
        ("Le Secrétariat d'Etat aux migrations affirme que la piste est sûre.", "Secrétariat d'Etat aux migrations"),
        ("Le propriétaire, Immo-Sud, affirme que la piste est sûre.", "Immo-Sud"),
        ("La piste est sûre, a réagi l'ancien Premier ministre Moussa Gaye.", "Moussa Gaye"),
        ("La piste est sûre, à ce que rapporte un transitaire.", "un transitaire"),
        ("La piste est sûre, assure-t-on chez les pompiers.", "pompiers"),
        ("La piste est sûre, déplore un praticien sous couvert d'anonymat.", "un praticien"),
        ("La piste est sûre, selon un bilan encore provisoire de la préfecture.", "préfecture"),
        ("La piste est sûre, contrairement à ce que prétend un riverain.", None),
    ],
)
def test_who_answers(said: Said, report: str, who: str | None) -> None:
    """A name with its particle, a document with how it came out, a body with what it is for."""
    assert [name for name, _ in said(report)] == ([] if who is None else [who])


@pytest.mark.parametrize(
    ("report", "statements"),
    [
        ("Les commerçants sont invités par la mairie à fermer à midi.", [("mairie", "fermer à midi")]),
        ("Le maire se refuse à désigner un coupable.", [("maire", "désigner un coupable")]),
        ("Le PAM prévoit de nourrir mille familles.", [("PAM", "nourrir mille familles")]),
        ("La mairie a dit qu'elle prévoyait de fermer le pont.", [("mairie", "elle prévoyait de fermer le pont")]),
        ("17h – « On ne lâchera rien », promet le syndicat.", [("syndicat", "On ne lâchera rien")]),
        ("15h30 – La préfète : « Ne quittez pas vos maisons. »", [("préfète", "Ne quittez pas vos maisons.")]),
        ("Le maire rappelle qu'il est interdit de se baigner.", [("maire", "il est interdit de se baigner")]),
        (
            "De source policière, le pont est coupé. Deux hommes ont fui, a-t-on ajouté de même source.",
            [("source policière", "le pont est coupé"), ("source policière", "Deux hommes ont fui")],
        ),
        ("Selon lui, la barque, prévue pour douze, en portait trente.", [(None, "la barque, prévue pour douze, en portait trente")]),
    ],
)  # fmt: skip
def test_what_is_asked_meant_and_stamped(said: Said, report: str, statements: list[tuple[str | None, str]]) -> None:
    """Orders in the passive, plans, entries of a live page, one source that is taken up again."""
    assert said(report) == statements
