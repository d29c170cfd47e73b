"""Speakers who answer one question differently are a dispute; those who speak of different things are none."""

from __future__ import annotations

from collections.abc import Iterable

from tests.crosscheck.build import article, dossier, shared

from recoupe.crosscheck.disputes.disputes import disputes
from recoupe.crosscheck.names.names import Names
from recoupe.model.account import Account, Dossier
from recoupe.model.dispute import Dispute, DisputeKind
from recoupe.model.series import Agreement, Verdict

WINDOW = "since 2024-03-01; until 2024-03-04; place Riverac"
FILL = (
    "Le marché a rouvert lundi dans le bourg.",
    "La route du nord reste coupée par la neige depuis deux semaines.",
    "Les écoles accueillent de nouveau leurs élèves.",
    "Une pluie fine tombait sur les tentes.",
    "Le boulanger a vendu tout son pain avant midi.",
    "Des chiens errants dormaient devant la gare.",
    "Le conseil municipal se réunira en mars pour voter son budget.",
    "Un camion de farine a versé dans le fossé.",
)


class Own:
    """Every record is an origin of its own."""

    def behind(self, records: Iterable[str], *, credited_to: str | None = None) -> tuple[str, ...]:
        return tuple(sorted(records))


def found(given: Dossier, *conflicts: tuple[str, str], passages: tuple[object, ...] = ()) -> tuple[Dispute, ...]:
    agreements = [
        Agreement(a=min(pair), b=max(pair), verdict=Verdict.CONFLICT, reasons=("they lie apart",)) for pair in conflicts
    ]
    return disputes(given, Names.of(given), Own(), agreements, passages)  # type: ignore[arg-type]


def said(name: str, *paragraphs: str, day: str = "2024-03-05") -> Account:
    return article(name, day, *FILL, *paragraphs)


def speakers(dispute: Dispute) -> set[str | None]:
    return {position.speaker for position in dispute.positions}


def test_an_accusation_and_the_denial_behind_it_are_a_dispute() -> None:
    """The denial takes up `ces accusations` in the next sentence."""
    given = dossier(
        said(
            "a",
            "La maire a mis en cause [la mine Dorval d'avoir vidé ses bassins dans la Selle](accuse; speaker Ana Ruel). "
            "La mine a rejeté [ces accusations](deny; speaker mine Dorval).",
        )
    )
    (dispute,) = found(given)
    assert dispute.kind is DisputeKind.ACCUSED_AND_DENIED
    assert speakers(dispute) == {"Ana Ruel", "mine Dorval"}
    assert "vidé ses bassins" in dispute.question


def test_a_denial_of_something_else_answers_no_accusation() -> None:
    """A refusal two paragraphs on, about other things, is left alone."""
    given = dossier(
        said(
            "a",
            "La maire accuse [la mine Dorval d'avoir vidé ses bassins](accuse; speaker Ana Ruel).",
            "Il a neigé toute la journée sur les hauteurs.",
            "Le préfet exclut [un couvre-feu pour les fêtes](reject; speaker Jules Morand).",
        )
    )
    assert found(given) == ()


def test_a_refusal_right_behind_an_accusation_that_shares_nothing_with_it_is_no_answer() -> None:
    """Standing next to an accusation is not enough."""
    given = dossier(
        said(
            "a",
            "La maire accuse [la mine Dorval d'avoir vidé ses bassins](accuse; speaker Ana Ruel). "
            "Le préfet exclut [un couvre-feu pour les fêtes](reject; speaker Jules Morand).",
        )
    )
    assert found(given) == ()


def test_a_denial_by_another_office_of_another_number_answers_no_accusation() -> None:
    """The boatmen blame the harbour office; the fishing office denies a number that nobody in the accusation told."""
    given = dossier(
        said(
            "a",
            "La direction du Port compte onze noyés, selon [la direction du Port](say; speaker direction du Port). "
            "« [La direction ne compte que les inscrits](accuse; direct; speaker Yves Calo) », a dénoncé Yves Calo.",
            "La direction des Pêches a démenti [avoir jamais parlé de trente noyés](deny; speaker direction des Pêches; "
            "cue a démenti).",
        )
    )
    assert found(given) == ()


def test_an_office_that_is_the_only_one_of_its_kind_there_is_named_without_its_field() -> None:
    """`La direction` can only mean the harbour office: what it denies right behind is that."""
    given = dossier(
        said(
            "a",
            "« [La direction ne compte que les inscrits](accuse; direct; speaker Yves Calo) », a dénoncé Yves Calo.",
            "La direction du Port a démenti [avoir tenu deux registres](deny; speaker direction du Port; cue a démenti).",
        )
    )
    assert len(found(given)) == 1


def test_two_sides_that_accuse_each_other_of_breaking_a_truce_are_one_dispute_across_articles() -> None:
    """Four statements of two articles answer one question, and the question is made of what they say."""
    given = dossier(
        said(
            "a",
            "Le Nord accuse [les insurgés d'avoir rompu la trêve](accuse; speaker Norland), "
            "tandis que le Sud blâme [l'armée et ses alliés](accuse; speaker Sudalie).",
        ),
        said(
            "b",
            "Le Nord a désigné [les insurgés coupables d'avoir rompu la trêve](accuse; speaker Norland). "
            "Dans le camp opposé, le Sud accuse [l'armée d'avoir violé la trêve](accuse; speaker Sudalie).",
        ),
    )
    (dispute,) = found(given)
    assert dispute.kind is DisputeKind.ACCUSED_EACH_OTHER
    assert dispute.question == "Qui a rompu la trêve ?"
    assert {position.speaker: len(position.statements) for position in dispute.positions} == {
        "Norland": 2,
        "Sudalie": 2,
    }


def test_two_who_accuse_different_parties_of_different_things_are_no_dispute() -> None:
    """Nothing sets the one against the other, and neither names the other."""
    given = dossier(
        said(
            "a",
            "La maire accuse [la mine Dorval d'avoir vidé ses bassins](accuse; speaker Ana Ruel). "
            "Le syndicat accuse [la police d'avoir frappé des grévistes](accuse; speaker Union des dockers).",
        )
    )
    assert found(given) == ()


def test_the_accused_who_accuses_back_at_once_is_a_dispute() -> None:
    """« C'est l'aviation », a répliqué ... right behind the accusation that names who replies."""
    given = dossier(
        said(
            "a",
            "L'armée impute [le bombardement aux Forces du Plateau](accuse; speaker armée). "
            "« [C'est l'aviation qui a frappé l'hôpital](accuse; direct; speaker Forces du Plateau; "
            "cue ont répliqué) », ont répliqué les Forces du Plateau.",
        )
    )
    (dispute,) = found(given)
    assert dispute.kind is DisputeKind.ACCUSED_EACH_OTHER
    assert speakers(dispute) == {"armée", "Forces du Plateau"}


def test_the_same_accusation_against_two_different_firms_is_not_one_matter() -> None:
    """Two towns, two firms, two denials: two disputes."""
    given = dossier(
        said(
            "a",
            "La maire accuse [la mine Dorval d'avoir vidé ses bassins](accuse; speaker Ana Ruel). "
            "La mine rejette [ces accusations](deny; speaker mine Dorval).",
        ),
        said(
            "b",
            "Des pêcheurs accusent [la tannerie Sorel d'empoisonner le lac](accuse; speaker Léon Brice). "
            "La tannerie nie [en bloc](deny; speaker tannerie Sorel).",
        ),
    )
    assert len(found(given)) == 2


def test_a_reprint_makes_no_second_position() -> None:
    """One speaker in two articles has one position with both statements."""
    words = (
        "La maire accuse [la mine Dorval d'avoir vidé ses bassins](accuse; speaker Ana Ruel). "
        "La mine rejette [ces accusations](deny; speaker mine Dorval)."
    )
    (dispute,) = found(dossier(said("a", words), said("b", words)))
    assert [len(position.statements) for position in dispute.positions] == [2, 2]


def test_a_later_article_that_tells_the_same_leaves_the_ids_as_they_were() -> None:
    """A dispute is known by what was told of it first, a count and a rumour too."""
    words = (
        "La maire accuse [la mine Dorval d'avoir vidé ses bassins](accuse; speaker Ana Ruel). "
        "La mine rejette [ces accusations](deny; speaker mine Dorval).",
        f"Le ministère compte [22](killed; {WINDOW}; source ministère) morts. "
        f"Les médecins en comptent [31](killed; {WINDOW}; source Médecins du Val).",
        "Une [dizaine](killed prisoners; alleged; low 9; high 11) de détenus auraient péri. "
        "L'administration n'admet [aucun décès](say; speaker administration pénitentiaire).",
    )
    first, later = said("m", *words, day="2024-03-05"), said("a", *words[:2], day="2024-03-06")
    before = found(dossier(first))
    after = found(dossier(first, later))
    assert len(before) == 3
    assert {one.id for one in before} == {one.id for one in after}
    assert [len(one.positions[0].statements + one.positions[0].figures) for one in after] == [2, 2, 1]


def test_words_in_a_shared_passage_are_one_matter_where_nothing_else_shows_it() -> None:
    """The rewrite keeps no rare word of the accusation; the passage binds it."""
    first = "Des voisins accusent [le maçon d'avoir triché sur le fer](accuse; speaker des voisins)."
    other = "Les habitants reprochent [une économie d'acier](accuse; speaker des habitants)."
    given = dossier(
        said("a", first + " « [Faux](deny; direct; speaker Paul Amiot; cue rétorque) », rétorque Paul Amiot."),
        said("b", other + " « [Non](deny; direct; speaker Paul Amiot; cue répond) », répond Paul Amiot."),
    )
    passage = shared(
        given,
        "a",
        "b",
        "Des voisins accusent le maçon d'avoir triché sur le fer.",
        "Les habitants reprochent une économie d'acier.",
    )
    assert len(found(given)) == 2
    assert len(found(given, passages=(passage,))) == 1


def test_a_rumour_and_its_denial_are_two_accounts() -> None:
    """What was told is no accusation; the denial shares its words."""
    given = dossier(
        said(
            "a",
            "Des messages prétendent que [le barrage de Selle aurait cédé](say; speaker des messages). "
            "« [Le barrage tient](deny; direct; speaker Ana Ruel; cue coupe) », coupe Ana Ruel.",
        )
    )
    (dispute,) = found(given)
    assert dispute.kind is DisputeKind.TWO_ACCOUNTS


TAKEN_UP = "La Régie des eaux rejette [ces accusations](reject; speaker Régie des eaux)."


def test_ces_accusations_take_up_the_one_of_another_article_against_who_answers() -> None:
    """The article of the denial tells no accusation; the day before, one article did, and names the Régie."""
    given = dossier(
        said(
            "a",
            "La maire impute [la panne à un entretien bâclé par la Régie des eaux]"
            "(accuse; speaker Ana Ruel; cue impute).",
            day="2024-03-04",
        ),
        said("b", TAKEN_UP),
    )
    (dispute,) = found(given)
    assert dispute.kind is DisputeKind.ACCUSED_AND_DENIED
    assert speakers(dispute) == {"Ana Ruel", "Régie des eaux"}


def test_ces_accusations_of_two_accusers_or_of_nobody_named_are_taken_up_from_none() -> None:
    """Two accuse the Régie, or the accusation names it as the one who suffers, or is told later: nobody knows."""
    blame = "La maire blâme [la Régie des eaux pour la panne](accuse; speaker Ana Ruel; cue blâme)."
    other = "Le syndicat accuse [la Régie des eaux de négligence](accuse; speaker syndicat des mineurs; cue accuse)."
    lied = "La maire accuse [le préfet d'avoir menti à la Régie des eaux](accuse; speaker Ana Ruel; cue accuse)."
    assert len(found(dossier(said("a", blame, day="2024-03-04"), said("b", TAKEN_UP)))) == 1
    for told in ((blame, other), (lied,)):
        assert found(dossier(said("a", *told, day="2024-03-04"), said("b", TAKEN_UP))) == ()
    assert found(dossier(said("a", blame, day="2024-03-06"), said("b", TAKEN_UP))) == ()
