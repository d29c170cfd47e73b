"""Disputes over how many, hearsay and its denial, and what holds of every dispute."""

from __future__ import annotations

from itertools import combinations

import pytest
from tests.crosscheck.build import article, dossier
from tests.crosscheck.test_disputes import FILL, WINDOW, found, said, speakers

from recoupe.model.account import Account
from recoupe.model.dispute import DisputeKind


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


NIED = (
    "Le maire nie que [[80](killed civilians; denied; place Riverac; since 2024-03-01; source mairie; id b80) "
    "civils soient morts](deny; speaker mairie; cue nie)."
)


def test_a_number_that_another_source_denies_is_disputed_whatever_its_start() -> None:
    """The one counts since February, the denial since March: the number is the claim."""
    told = "[80](killed people; place Riverac; since 2024-02-20; source Croix-Rouge; id a80) morts."
    given = dossier(said("a", told, day="2024-03-04"), said("b", NIED))
    (dispute,) = found(given)
    assert dispute.kind is DisputeKind.HOW_MANY
    assert {position.speaker: position.figures for position in dispute.positions} == {
        "Croix-Rouge": ("a80",),
        "mairie": ("b80",),
    }


@pytest.mark.parametrize(
    "told",
    [
        "[81](killed people; place Riverac; source Croix-Rouge) morts.",
        "[80](killed people; place Aubrac; source Croix-Rouge) morts.",
        "[80](injured people; place Riverac; source Croix-Rouge) blessés.",
        "[80](killed women; place Riverac; source Croix-Rouge) femmes.",
        "[80](killed people; place Riverac; source mairie) morts.",
    ],
)
def test_a_denied_number_answers_no_other_number_and_not_its_own_source(told: str) -> None:
    """Another number, place, kind or crowd, or what the source itself told before."""
    assert found(dossier(said("a", told, day="2024-03-04"), said("b", NIED))) == ()
