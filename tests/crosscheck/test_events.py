"""One event that several articles tell is one, with all its tellings; two that nothing binds stay two."""

from __future__ import annotations

import doctest

from tests.crosscheck.build import article, dossier, judged, shared

from recoupe.crosscheck.timeline import happenings as events
from recoupe.crosscheck.timeline.happenings import happenings
from recoupe.model.account import Dossier
from recoupe.model.event import EventModality
from recoupe.model.timeline import Happening


def _together(given: tuple[Happening, ...]) -> list[tuple[str, ...]]:
    return sorted(one.tellings for one in given if len(one.tellings) > 1)


REPRINT = (
    "une roquette [a frappé le marché](ASSAULT; mode heavy-weapons; target marché) de la ville haute lundi matin, selon"
)


def test_the_same_words_of_a_passage_tell_one_event() -> None:
    given = dossier(
        article("a", "2024-03-05", f"Riverac : {REPRINT} la radio."), article("b", None, f"Hier {REPRINT} elle.")
    )
    words = "une roquette a frappé le marché de la ville haute lundi matin, selon"
    found = happenings(given, [shared(given, "a", "b", words)])
    assert _together(found) == [("a.1", "b.1")]
    assert "the same words tell it in a.txt [" in found[0].why[0]
    assert found[0].origins == ("a.1",)


def test_one_place_day_and_target_are_one_event_in_two_voices() -> None:
    given = dossier(
        article(
            "a",
            "2024-03-05",
            "[L'école du port a été bombardée](ASSAULT; target école du port; place Riverac; date 2024-03-04).",
        ),
        article(
            "b",
            "2024-03-06",
            "[Des obus sont tombés sur l'École du port](ASSAULT; target École du port; place Riverac; date 2024-03-04).",
        ),
    )
    (found,) = happenings(given, [])
    assert found.tellings == ("a.1", "b.1")
    assert found.origins == ("a.1", "b.1")
    assert "both tell of it on 2024-03-04 at Riverac, with the same target" in found.why[0]


def test_two_attacks_of_one_day_in_one_town_are_two() -> None:
    given = dossier(
        article("a", "2024-03-05", "[L'armée a attaqué](ASSAULT; actor armée; place Riverac; date 2024-03-04)."),
        article("b", "2024-03-06", "[L'armée a attaqué](ASSAULT; actor armée; place Riverac; date 2024-03-04)."),
    )
    assert len(happenings(given, [])) == 2


def test_people_in_general_are_no_target_that_binds() -> None:
    given = dossier(
        article(
            "a", "2024-03-05", "[Des civils ont été visés](ASSAULT; target civils; place Riverac; date 2024-03-04)."
        ),
        article(
            "b", "2024-03-06", "[Des civils ont été visés](ASSAULT; target civils; place Riverac; date 2024-03-04)."
        ),
    )
    assert len(happenings(given, [])) == 2


def test_an_actor_is_enough_for_what_is_done_once_a_day() -> None:
    given = dossier(
        article("a", "2024-03-05", "[Les dockers ont défilé](PROTEST; actor dockers; place Riverac; date 2024-03-04)."),
        article("b", "2024-03-06", "[Les dockers ont défilé](PROTEST; actor dockers; place Riverac; date 2024-03-04)."),
    )
    assert _together(happenings(given, [])) == [("a.1", "b.1")]


def test_another_mode_modality_or_day_parts_two_tellings() -> None:
    fields = "target gare du Nord; place Riverac"
    given = dossier(
        article("a", "2024-03-05", f"[a](ASSAULT; mode aerial; {fields}; date 2024-03-04)"),
        article("b", "2024-03-05", f"[a](ASSAULT; mode firearms; {fields}; date 2024-03-04)"),
        article("c", "2024-03-05", f"[a](ASSAULT; negated; mode aerial; {fields}; date 2024-03-04)"),
        article("d", "2024-03-05", f"[a](ASSAULT; mode aerial; {fields}; date 2024-03-03)"),
    )
    assert _together(happenings(given, [])) == []


def test_hearsay_and_report_are_one_event_that_is_reported() -> None:
    fields = "target gare du Nord; place Riverac; date 2024-03-04"
    given = dossier(
        article("a", "2024-03-05", f"[a](ASSAULT; alleged; {fields})"),
        article("b", "2024-03-05", f"[a](ASSAULT; {fields})"),
    )
    (found,) = happenings(given, [])
    assert found.modality is EventModality.REPORTED


def test_a_chain_of_joins_never_binds_two_that_contradict_each_other() -> None:
    where = "place Riverac; date 2024-03-04"
    given = dossier(
        article("a", "2024-03-05", f"[a](CONSULT; actor Ana Roy; target Paul Duc; {where})"),
        article("b", "2024-03-05", f"[a](CONSULT; actor Ana Roy; {where})"),
        article("c", "2024-03-05", f"[a](CONSULT; actor Ana Roy; target Luc Sem; {where})"),
    )
    found = happenings(given, [])
    assert all(not {"a.1", "c.1"} <= set(one.tellings) for one in found)


def test_a_judgement_of_people_binds_two_names() -> None:
    told = [
        article("a", "2024-03-05", "[a](ASSAULT; target Halle Nord; place Riverac; date 2024-03-04)"),
        article("b", "2024-03-05", "[a](ASSAULT; target Grand Marché; place Riverac; date 2024-03-04)"),
    ]
    assert len(happenings(dossier(*told), [])) == 2
    bound = dossier(*told, judgements=[judged("party", "Halle Nord", "Grand Marché")])
    (found,) = happenings(bound, [])
    assert found.target == "Grand Marché"


def test_the_finest_date_is_kept() -> None:
    given = dossier(
        article("a", "2024-03-05", "Hier [la trêve a pris fin dans la ville](RETREAT; date 2024-03) tôt."),
        article("b", "2024-03-05", "Oui [la trêve a pris fin dans la ville](RETREAT; date 2024-03-04) tôt."),
    )
    found = happenings(given, [shared(given, "a", "b", "la trêve a pris fin dans la ville")])
    assert [one.date for one in found] == ["2024-03-04"]


def test_all_tellings_stand_in_exactly_one_event_whatever_order_they_came_in() -> None:
    accounts = [
        article(name, "2024-03-05", f"[a](AID; actor Croix-Rouge; place Riverac; date 2024-03-0{day}) [b](PROTEST)")
        for name, day in (("a", 1), ("b", 2), ("c", 1), ("d", 2))
    ]
    given: Dossier = dossier(*accounts)
    found = happenings(given, [])
    assert sorted(key for one in found for key in one.tellings) == sorted(
        f"{name}.{at}" for name in "abcd" for at in (1, 2)
    )
    assert found == happenings(dossier(*reversed(accounts)), [])


def test_the_examples_of_its_docstrings_hold() -> None:
    assert doctest.testmod(events).failed == 0
