"""Whether what is counted has happened, is planned or asked for, by the verb that tells of it."""

from collections.abc import Callable

from recoupe.model.figure import Figure, Modality

Read = Callable[[str], tuple[Figure, ...]]


def test_what_was_announced_and_came_is_reported(figures: Read) -> None:
    """`attendus`, `annoncés`, `promises` tell of what was to come before it did."""
    texts = [
        "Deux avions, attendus depuis mardi, n'ont atterri que jeudi à Arbeville.",
        "Mercredi, 71 des 80 camions annoncés sont entrés dans la ville.",
        "Les 40 tonnes promises ont été livrées.",
    ]
    assert {one.modality for text in texts for one in figures(text)} == {Modality.REPORTED}


def test_a_second_infinitive_is_as_much_to_come_as_the_first(figures: Read) -> None:
    """`va débloquer ... et dépêcher`."""
    text = "Le ministère va débloquer trois millions d'euros et dépêcher deux hélicoptères."
    assert [one.modality for one in figures(text)] == [Modality.PLANNED, Modality.PLANNED]


def test_a_promise_says_nothing_of_the_verb_beside_it(figures: Read) -> None:
    """`a promis et obtenu`."""
    assert [one.modality for one in figures("Le ministère a promis et obtenu 300 tentes.")] == [Modality.REPORTED]
