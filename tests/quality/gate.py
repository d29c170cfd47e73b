"""Scores and the floors of gate.toml in, what is wrong out; and the floors raised where the scores allow it."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATH = Path(__file__).parent / "gate.toml"
# how far a floor is set below the score, and how far a score may rise above its floor before it must be pinned anew
MARGIN = 0.01
SLACK = 0.03
HEAD = """\
# The floors of the quality gate: F1 of each set at each level (of labelled sentences: the share found, and with the core
# right), and the fingerprint of the texts and rows they hold for.
# `make quality-pin` raises them to 0.01 below today's scores. None goes down but by
# `make quality-pin LOWER="the reason"`, and the reason is kept at the end of this file.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Today's scores by level of one set and type of record, and the fingerprint of its gold."""

    name: str
    records: str
    gold: str
    scores: Mapping[str, float]


class FloorWouldFall(Exception):
    """A floor lies above what today's score allows, and no reason to lower it was given."""


def load(path: Path = PATH) -> dict[str, Any]:
    """Return the pins: `sets` by name and type of record, and the list `lowered`."""
    if not path.exists():
        return {"sets": {}, "lowered": []}
    return {"sets": {}, "lowered": [], **tomllib.loads(path.read_text(encoding="utf-8"))}


def faults(standing: Standing, pins: Mapping[str, Any]) -> Iterator[str]:
    """Yield one sentence for each floor that does not hold, or that the score has left behind."""
    where = f"{standing.name}, {standing.records}"
    pinned = pins["sets"].get(standing.name, {}).get(standing.records)
    if pinned is None:
        yield f"{where}: not pinned yet; run make quality-pin"
        return
    if pinned["gold"] != standing.gold:
        yield f"{where}: the texts or the gold rows changed since the floors were pinned; run make quality-pin"
    for level, score in standing.scores.items():
        floor = pinned[level]
        if score < floor:
            yield f"{where}: {level} fell to {score:.4f}, below its floor {floor}"
        elif score > floor + SLACK:
            yield f"{where}: {level} rose to {score:.4f}; raise its floor {floor} with make quality-pin"


def pin(pins: Mapping[str, Any], standings: list[Standing], reason: str | None = None) -> dict[str, Any]:
    """Return the pins raised to today's scores less the margin; what was not scored today stays as it is.

    A floor that the score does not reach is lowered only for a reason, which is kept. Errors: FloorWouldFall.
    """
    sets = {name: dict(of) for name, of in pins["sets"].items()}
    lowered = list(pins["lowered"])
    falling = []
    for standing in standings:
        before = sets.get(standing.name, {}).get(standing.records, {})
        after: dict[str, Any] = {"gold": standing.gold}
        for level, score in standing.scores.items():
            floor = before.get(level)
            reachable = max(0.0, math.floor((score - MARGIN) * 1000) / 1000)
            if floor is None or reachable >= floor or floor <= score:
                after[level] = reachable if floor is None else max(reachable, floor)
                continue
            falling.append(f"{standing.name}, {standing.records}: {level} {floor} to {reachable}")
            after[level] = reachable
            lowered.append(
                {"set": standing.name, "records": standing.records, "level": level, "from": floor, "to": reachable,
                 "reason": reason}
            )  # fmt: skip
        sets.setdefault(standing.name, {})[standing.records] = after
    if falling and not (reason and reason.strip()):
        raise FloorWouldFall("; ".join(falling))
    return {"sets": sets, "lowered": lowered}


def dump(pins: Mapping[str, Any]) -> str:
    """Return the pins as the text of gate.toml."""
    lines = [HEAD]
    for name, of in pins["sets"].items():
        for records, values in of.items():
            lines += [f'[sets."{name}".{records}]', *(f"{key} = {_toml(value)}" for key, value in values.items()), ""]
    for entry in pins["lowered"]:
        lines += ["[[lowered]]", *(f"{key} = {_toml(value)}" for key, value in entry.items()), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _toml(value: str | float) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{" ".join(escaped.split())}"'
    return f"{value:.3f}"
