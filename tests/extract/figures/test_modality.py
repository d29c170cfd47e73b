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


def test_what_part_of_an_announced_whole_came_is_reported(figures: Read) -> None:
    """`annoncées` is said of the whole."""
    text = "Le programme a livré un peu plus du tiers des 120 tonnes annoncées."
    assert figures(text)[0].modality is Modality.REPORTED


def test_what_is_due_is_planned_and_what_is_a_duty_called_for(figures: Read) -> None:
    """`doit débloquer` tells what is to come, `doit livrer` may be a duty."""
    assert [one.modality for one in figures("L'Union doit débloquer 400 000 euros.")] == [Modality.PLANNED]
    assert [one.modality for one in figures("L'État doit livrer 400 tentes.")] == [Modality.CALLED_FOR]


def test_an_imperfect_that_ends_like_a_conditional_is_no_hearsay(figures: Read) -> None:
    """`dénombrait` is `dénombrer`."""
    text = "Il y a 120 déplacés, selon la mairie, qui n'en dénombrait que quatre-vingts la veille."
    assert [one.modality for one in figures(text)] == [Modality.REPORTED, Modality.REPORTED]


def test_what_it_took_was_there(figures: Read) -> None:
    """`il a fallu`, against `il faut`."""
    assert [one.modality for one in figures("Il a fallu 600 hommes pour ouvrir la route.")] == [Modality.REPORTED]
    assert [one.modality for one in figures("Il faut 600 hommes pour ouvrir la route.")] == [Modality.CALLED_FOR]


def test_those_already_there_do_not_come(figures: Read) -> None:
    """Whatever the verb above says of others."""
    text = "Ces renforts s'ajouteront aux 620 gendarmes déjà engagés."
    assert [one.modality for one in figures(text)] == [Modality.REPORTED]


def test_what_is_aboard_comes_when_the_carrier_does(figures: Read) -> None:
    """`un avion chargé de ... doit atterrir`."""
    text = "Un avion chargé de neuf tonnes de médicaments doit atterrir jeudi à Arbeville."
    assert [one.modality for one in figures(text)] == [Modality.PLANNED]


def modalities(read: Read, text: str) -> list[str]:
    return [one.modality.value for one in read(text)]


def test_a_future_is_known_by_its_ending(figures: Read) -> None:
    """Whatever the tagger calls it: `enverrons`, `rouvriront`, but `montra`."""
    assert (
        modalities(figures, "Nous enverrons deux médecins et quatre infirmiers, a dit le ministre.") == ["planned"] * 2
    )
    assert modalities(figures, "La préfète assure que 80% des magasins rouvriront malgré la consigne.") == ["planned"]
    assert modalities(figures, "D'après la compagnie, 14 vols resteront cloués au sol demain.") == ["planned"]
    assert modalities(figures, "La police montra 14 fusils saisis.") == ["reported"]


def test_what_many_must_do_is_due(figures: Read) -> None:
    """Those counted are the subject of `doivent`."""
    assert modalities(figures, "Lundi, 40 000 élèves doivent reprendre les cours.") == ["planned"]


def test_who_asks_is_not_asked_for(figures: Read) -> None:
    """The counted before a verb of asking are its subject, but in a passive or a relative clause."""
    assert modalities(figures, "Trente villages réclament de l'eau.") == ["reported"]
    assert modalities(figures, "Sept cents familles ont demandé à rester, dit le maire.") == ["reported"]
    assert modalities(figures, "Les délégués de trente syndicats ont décidé de reprendre le travail.") == ["reported"]
    assert modalities(figures, "Trois cents tentes sont réclamées par le maire.") == ["called_for"]
    assert modalities(figures, "Les 300 tentes que réclame le maire ne sont pas arrivées.") == ["called_for"]


def test_votes_are_cast_whatever_they_decide(figures: Read) -> None:
    """`décidé, par 150 voix, de`."""
    text = "Les sénateurs ont décidé, par 150 voix contre 92, de dissoudre la loi."
    assert modalities(figures, text) == ["reported", "reported"]


def test_the_sum_of_an_appeal_or_a_plan_is_asked_for(figures: Read) -> None:
    """What it comes to is not yet given."""
    assert modalities(figures, "L'appel humanitaire porte sur neuf millions de dollars.") == ["called_for"]
    assert modalities(figures, "Le plan de réponse de 14 millions de dollars est couvert à 30 %.") == [
        "called_for",
        "reported",
    ]
    assert modalities(figures, "Besoins urgents : 300 doses de vaccin, 2 000 sachets de sel.") == ["called_for"] * 2


def test_a_claim_without_ground_is_denied(figures: Read) -> None:
    """What is said of the claim is said of its number."""
    assert modalities(figures, "Le bilan de quatre morts, diffusé par une radio, a été démenti par la mairie.") == [
        "denied"
    ]
    assert modalities(figures, "La rumeur de dix enlèvements est infondée, assure le préfet.") == ["denied"]
    assert modalities(figures, "Il n'y avait pas « six noyés » dans la rivière.") == ["denied"]
