"""Things to do in, the processor seconds that each took out: done in turn, so that a machine that drifts wrongs none."""

from __future__ import annotations

import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the table: what was compared, the ratio, the least and largest of the rounds, and what it means."""

    what: str
    ratio: float
    spread: tuple[float, float] | None = None
    note: str = ""


def in_turn(jobs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Return the processor seconds of each job in each round; the order turns, and a first round is not counted."""
    names = list(jobs)
    took: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds + 1):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            begun = time.process_time()
            jobs[name]()
            if turn:
                took[name].append(time.process_time() - begun)
    return took


def commands_in_turn(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[float]]:
    """Return the processor seconds of each command in each round, start-up included. A first round is not counted."""
    took: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            seconds = _child_seconds(command)
            if turn:
                took[name].append(seconds)
    return took


def ratio(what: str, above: Sequence[float], below: Sequence[float], note: str = "") -> Line:
    """Return the median of the ratios round by round, with the least and the largest."""
    ratios = [one / other for one, other in zip(above, below, strict=True)]
    return Line(what=what, ratio=statistics.median(ratios), spread=(min(ratios), max(ratios)), note=note)


def _child_seconds(command: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
