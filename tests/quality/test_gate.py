"""The quality gate: no set reads worse than its floors, and no floor moves unseen."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from tests.quality import gate, sentences
from tests.quality.__main__ import sentence_standings, standings
from tests.quality.judging import judge
from tests.quality.labels import PARTS, load
from tests.quality.sets import MAKERS, coded_set, missing


@pytest.fixture(scope="module")
def sentence_parts() -> list[sentences.Part]:
    """All labelled sentences, read once."""
    return sentences.judge(load())


PINNED: dict[str, float] = {"detection": 0.9, "core": 0.8, "full": 0.6}


@pytest.mark.parametrize("name", list(MAKERS))
def test_the_reading_stands_where_it_is_pinned(name: str) -> None:
    """Each F1 lies on or above its floor, and not so far above that the floor says nothing."""
    if reason := missing(name):
        pytest.skip(reason)
    pins = gate.load()
    faults = [fault for standing in standings(judge(coded_set(name))) for fault in gate.faults(standing, pins)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("at", [0, 1], ids=PARTS)
def test_labelled_sentences_stand_where_they_are_pinned(sentence_parts: list[sentences.Part], at: int) -> None:
    """Each share lies on or above its floor, and not so far above that the floor says nothing."""
    faults = list(gate.faults(sentence_standings(sentence_parts)[at], gate.load()))
    assert not faults, "\n".join(faults)


def standing(gold: str = "g1", **scores: float) -> gate.Standing:
    return gate.Standing(name="own", records="figures", gold=gold, scores=PINNED | scores)


def pins(**floors: float) -> dict[str, Any]:
    return {"sets": {"own": {"figures": {"gold": "g1", **PINNED, **floors}}}, "lowered": []}


def test_a_score_below_its_floor_is_a_fault() -> None:
    """The sentence names the set, the level and both numbers."""
    assert list(gate.faults(standing(core=0.79), pins())) == ["own, figures: core fell to 0.7900, below its floor 0.8"]


def test_a_score_on_its_floor_is_none() -> None:
    """Nor is one that lies a little above it."""
    assert list(gate.faults(standing(full=0.629), pins())) == []


def test_a_score_far_above_its_floor_asks_for_a_new_floor() -> None:
    """What was won can be lost again unseen as long as the floor lies low."""
    (fault,) = gate.faults(standing(full=0.64), pins())
    assert "full rose to 0.6400" in fault


def test_a_changed_gold_asks_for_a_new_pin() -> None:
    """Another yardstick gives other scores."""
    (fault,) = gate.faults(standing(gold="g2"), pins())
    assert "changed" in fault


def test_a_set_without_floors_is_a_fault() -> None:
    """A set that nobody pinned is not gated."""
    (fault,) = gate.faults(standing(), {"sets": {}, "lowered": []})
    assert "not pinned" in fault


def test_pinning_raises_a_floor_to_a_little_below_the_score() -> None:
    """The margin leaves room for another machine's rounding."""
    after = gate.pin(pins(), [standing(core=0.86)])
    assert after["sets"]["own"]["figures"] == {"gold": "g1", "detection": 0.9, "core": 0.85, "full": 0.6}


def test_pinning_does_not_lower_a_floor_that_still_holds() -> None:
    """A score within the margin above its floor leaves the floor where it is."""
    assert gate.pin(pins(), [standing(core=0.805)])["sets"]["own"]["figures"]["core"] == 0.8


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_pinning_refuses_to_lower_a_floor_without_a_reason(reason: str | None) -> None:
    """A changed gold is no reason either."""
    with pytest.raises(gate.FloorWouldFall, match=r"core 0\.8 to 0\.69"):
        gate.pin(pins(), [standing(gold="g2", core=0.7)], reason)


def test_a_floor_lowered_for_a_reason_is_on_record() -> None:
    """The file says what was lowered, from where to where, and why; the record stays."""
    after = tomllib.loads(gate.dump(gate.pin(pins(), [standing(core=0.7)], 'two "doubtful" rows were recoded')))
    assert after["sets"]["own"]["figures"]["core"] == 0.69
    again = gate.pin(after, [standing(core=0.75)])
    assert again["lowered"] == [
        {"set": "own", "records": "figures", "level": "core", "from": 0.8, "to": 0.69,
         "reason": 'two "doubtful" rows were recoded'}
    ]  # fmt: skip


def test_floors_are_held_for_whatever_levels_a_standing_has() -> None:
    """Labelled sentences have levels of their own."""
    own = gate.Standing(name="sentences", records="figures", gold="g", scores={"found": 0.9, "core": 0.7})
    after = gate.pin({"sets": {}, "lowered": []}, [own])
    assert after["sets"]["sentences"]["figures"] == {"gold": "g", "found": 0.89, "core": 0.69}
    worse = gate.Standing(name="sentences", records="figures", gold="g", scores={"found": 0.9, "core": 0.68})
    assert list(gate.faults(own, after)) == []
    assert list(gate.faults(worse, after)) == ["sentences, figures: core fell to 0.6800, below its floor 0.69"]


def test_a_set_that_was_not_scored_keeps_its_floors() -> None:
    """Where the shared folder is absent its sets cannot be pinned."""
    assert gate.pin(pins(), []) == pins()
