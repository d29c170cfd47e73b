"""Speakers who answer one question differently are a dispute; those who speak of different things are none."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest
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

    def behind(self, record_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(record_ids))


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


def test_two_sources_whose_counts_conflict_are_a_dispute() -> None:
    """The agreement says that they conflict; one source alone is no dispute."""
    given = dossier(
        said("a", "La police compte [27](detained; place Riverac; source police; id a27) arrestations."),
        said("b", "Les avocats comptent [92](detained; place Riverac; source Collectif Barreau; id b92) arrestations."),
        said("c", "La police compte [31](detained; place Riverac; source police; id c31) arrestations."),
    )
    (dispute,) = found(given, ("a27", "b92"), ("a27", "c31"))
    assert dispute.kind is DisputeKind.HOW_MANY
    assert dispute.question.startswith("Combien de personnes arrêtées, Riverac")
    assert {position.speaker: position.figures for position in dispute.positions} == {
        "police": ("a27",),
        "Collectif Barreau": ("b92",),
    }


def test_plans_of_two_sources_that_lie_apart_are_a_dispute() -> None:
    """So many are to leave, says the one; more, says the other."""
    given = dossier(
        said("a", "[900](evacuated; planned; place Riverac; source armée; id a) habitants partiront, dit l'armée."),
        said("b", "[4000](evacuated; planned; place Riverac; source Croix-Rouge; id b) partiront, dit la Croix-Rouge."),
        said("c", "[4000](evacuated; planned; place Aubrac; source mairie; id c) partiront, dit la mairie."),
    )
    (dispute,) = found(given)
    assert speakers(dispute) == {"armée", "Croix-Rouge"}


def test_who_asks_for_fewer_than_are_planned_contradicts_nobody() -> None:
    """Hundreds of children must leave, and thousands will."""
    given = dossier(
        said("a", "[300](evacuated; called_for; place Riverac; source Croix-Rouge) doivent partir."),
        said("b", "[4000](evacuated; planned; place Riverac; source armée) partiront."),
    )
    assert found(given) == ()


def test_a_figure_that_its_source_takes_back_is_a_correction_and_no_dispute() -> None:
    """`35, et non 37`: the 37 of the day before is corrected."""
    given = dossier(
        said("a", "[37](killed; place Riverac; source préfecture; id a37) morts."),
        said(
            "b",
            "[35](killed; place Riverac; source gouverneur; id b35), et non "
            "[37](killed; denied; place Riverac; source gouverneur; id b37), ont péri.",
        ),
    )
    assert found(given, ("a37", "b35"), ("a37", "b37")) == ()


def test_hearsay_that_nobody_answers_for_and_its_denial_are_two_accounts() -> None:
    """The rumour is a position without a speaker."""
    given = dossier(
        said(
            "a",
            "Une [dizaine](killed prisoners; alleged; low 9; high 11; id rumour) de détenus auraient péri. "
            "L'administration n'admet [aucun décès](say; speaker administration pénitentiaire).",
        )
    )
    (dispute,) = found(given)
    assert dispute.kind is DisputeKind.TWO_ACCOUNTS
    assert [(one.speaker, one.figures) for one in dispute.positions] == [
        (None, ("rumour",)),
        ("administration pénitentiaire", ()),
    ]


def test_hearsay_about_one_thing_is_not_denied_by_none_of_another() -> None:
    """No death says nothing of the hurt."""
    given = dossier(
        said(
            "a",
            "Une [dizaine](injured; alleged; low 9; high 11) de détenus auraient été blessés. "
            "L'administration n'admet [aucun décès](say; speaker administration pénitentiaire).",
        )
    )
    assert found(given) == ()


def test_two_counts_of_one_thing_in_one_paragraph_are_a_dispute_without_an_agreement() -> None:
    """The text sets the one beside the other."""
    given = dossier(
        said(
            "a",
            f"Le ministère compte [22](killed; {WINDOW}; source ministère) morts. "
            f"Les médecins en comptent [31](killed; {WINDOW}; source Médecins du Val).",
        )
    )
    (dispute,) = found(given)
    assert speakers(dispute) == {"ministère", "Médecins du Val"}


@pytest.mark.parametrize(
    "second",
    [
        f"[31](injured; {WINDOW}; source Médecins du Val) blessés",
        "[31](killed; since 2024-03-01; until 2024-03-04; place Aubrac; source Médecins du Val) morts",
        "[31](killed; since 2024-02-01; until 2024-03-04; place Riverac; source Médecins du Val) morts",
        f"[400](killed; {WINDOW}; source Médecins du Val) morts",
        f"[22](killed; {WINDOW}; source Médecins du Val) morts",
        f"[23](killed; about; low 20; high 26; {WINDOW}; source Médecins du Val) morts",
    ],
)
def test_counts_of_another_kind_place_start_or_size_are_none(second: str) -> None:
    """Two figures of a paragraph that do not count one thing, or do not differ, are left alone."""
    given = dossier(
        said("a", f"Le ministère compte [22](killed; {WINDOW}; source ministère) morts. Il y aurait {second}.")
    )
    assert found(given) == ()


def test_fighters_without_a_side_are_not_set_beside_each_other() -> None:
    """Each army counts the dead of the other."""
    given = dossier(
        said(
            "a",
            f"L'armée dit avoir tué [15](killed combatants; {WINDOW}; source armée) hommes; les insurgés, "
            f"[40](killed combatants; {WINDOW}; source insurgés).",
        )
    )
    assert found(given) == ()


def test_an_older_toll_in_the_articles_own_voice_is_no_other_account() -> None:
    """`un premier bilan de six` is no dispute with the eleven; `là où les soignants en comptent` is."""
    older = (
        f"La garde compte [11](killed; {WINDOW}; source garde) morts, après un bilan de [6](killed; {WINDOW}) morts."
    )
    other = f"La garde compte [11](killed; {WINDOW}; source garde) morts, là où on en a enterré [15](killed; {WINDOW})."
    assert found(dossier(said("a", older))) == ()
    (dispute,) = found(dossier(said("a", other)))
    assert speakers(dispute) == {"garde", None}


def test_an_oath_answers_an_accusation_and_nothing_else() -> None:
    """`jure` behind an accusation answers it; behind a promise it only insists."""
    accused = (
        "Le préfet accuse [les bergers du Haut](accuse; speaker Jules Morand). "
        "« [Nous ne brûlons pas les granges](deny; direct; speaker Paul Amiot; cue jure) », jure Paul Amiot."
    )
    promised = (
        "L'Union promet [nonante millions](say; speaker Union). "
        "« [Nous ne brûlons pas les granges](deny; direct; speaker Paul Amiot; cue jure) », jure Paul Amiot."
    )
    assert len(found(dossier(said("a", accused)))) == 1
    assert found(dossier(said("a", promised))) == ()


CRISIS = (
    said(
        "a",
        "Le Nord accuse [les insurgés d'avoir rompu la trêve](accuse; speaker Norland), "
        "tandis que le Sud blâme [l'armée et ses alliés](accuse; speaker Sudalie).",
        "La police a compté [8000](protesting; place Riverac; since 2024-03-04; until 2024-03-04; source police) "
        "marcheurs, [30000](protesting; place Riverac; since 2024-03-04; until 2024-03-04; source organisateurs) "
        "selon les organisateurs.",
    ),
    said(
        "b",
        "Le Nord désigne [les insurgés qui ont rompu la trêve](accuse; speaker Norland). "
        "Les insurgés démentent [avoir rompu la trêve](deny; speaker insurgés).",
    ),
    said(
        "c",
        "La maire accuse [la mine Dorval d'avoir vidé ses bassins](accuse; speaker Ana Ruel). "
        "La mine rejette [ces accusations](deny; speaker mine Dorval), [assurant](say; speaker mine Dorval) tout filtrer.",
    ),
    said("d", "« [La mine ment](accuse; direct; speaker Ana Ruel) », répète la maire."),
)


@pytest.mark.parametrize("drawn", [drawn for size in (1, 2, 3, 4) for drawn in combinations(CRISIS, size)])
def test_every_dispute_has_two_speakers_and_only_what_records_carry(drawn: tuple[Account, ...]) -> None:
    """Whatever articles are left out: two speakers at least, and each word and id stands in a record."""
    given = dossier(*drawn)
    records = {id: one for account in given.accounts for id, one in {**account.statements, **account.figures}.items()}
    texts = [account.article.text for account in given.accounts]
    for dispute in found(given):
        assert len(speakers(dispute)) >= 2
        assert dispute.why
        for position in dispute.positions:
            assert {*position.statements, *position.figures} <= set(records)
            assert position.statements or position.figures
            assert any(position.says in text for text in texts)


def test_a_dispute_is_the_same_whatever_the_records_are_called() -> None:
    """Ids and the order of articles decide nothing: what is said does."""
    given = dossier(*CRISIS)
    turned = dossier(
        *(
            article(f"z{9 - at}", "2024-03-05", *FILL, *marked)
            for at, marked in enumerate(
                [
                    ["La mine ment, répète la maire."],
                    [
                        "La maire accuse [la mine Dorval d'avoir vidé ses bassins](accuse; speaker Ana Ruel). "
                        "La mine rejette [ces accusations](deny; speaker mine Dorval), "
                        "[assurant](say; speaker mine Dorval) tout filtrer.",
                    ],
                    [
                        "Le Nord désigne [les insurgés qui ont rompu la trêve](accuse; speaker Norland). "
                        "Les insurgés démentent [avoir rompu la trêve](deny; speaker insurgés).",
                    ],
                    [
                        "Le Nord accuse [les insurgés d'avoir rompu la trêve](accuse; speaker Norland), "
                        "tandis que le Sud blâme [l'armée et ses alliés](accuse; speaker Sudalie).",
                        "La police a compté [8000](protesting; place Riverac; since 2024-03-04; until 2024-03-04; "
                        "source police) marcheurs, [30000](protesting; place Riverac; since 2024-03-04; "
                        "until 2024-03-04; source organisateurs) selon les organisateurs.",
                    ],
                ]
            )
        )
    )
    told = {(one.kind, one.question, frozenset(speakers(one))) for one in found(given)}
    again = {(one.kind, one.question, frozenset(speakers(one))) for one in found(turned)}
    assert told == again
    assert len(told) == 3
