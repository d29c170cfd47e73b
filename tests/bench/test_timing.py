"""The measuring: rounds in turn, the first not counted, and streams that repeat as often as they say."""

from __future__ import annotations

from bench.texts import stream
from bench.timing import in_turn, ratio


def test_each_job_is_done_once_a_round_in_a_turning_order() -> None:
    """The first round warms up and is not counted."""
    done: list[str] = []
    took = in_turn({"a": lambda: done.append("a"), "b": lambda: done.append("b")}, 2)
    assert done == ["a", "b", "b", "a", "a", "b"]
    assert {name: len(rounds) for name, rounds in took.items()} == {"a": 2, "b": 2}


def test_a_ratio_is_the_median_of_the_rounds() -> None:
    """Seconds of different rounds are never set against each other."""
    line = ratio("x", [2.0, 30.0, 9.0], [1.0, 10.0, 9.0])
    assert (line.ratio, line.spread) == (2.0, (1.0, 3.0))


def test_a_stream_repeats_the_share_it_is_asked_for() -> None:
    """And is the same in every run."""
    half = stream(0.5, 60)
    assert half == stream(0.5, 60)
    assert 0.4 < 1 - len(set(half)) / len(half) < 0.6
    assert len(set(stream(0.0, 20))) == 20
