"""Events as read and as coded by hand in, how many were found and how many of their fields are right out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from recoupe.model.event import Event

FIELDS = ("actor", "target", "place", "date", "mode", "modality")
Coded = Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """Found, missed and made up; and for each field how many of the found have the coded value.

    An event is found where a coded one of its type shares words with it. What the code calls optional counts neither way.
    """

    found: int = 0
    missed: int = 0
    made_up: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.made_up)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)

    def share(self, name: str) -> float:
        """Return how many of the found events have the coded value of a field."""
        return self.right[name] / max(1, self.found)

    def add(self, read: Sequence[Event], coded: Sequence[Coded]) -> None:
        """Count one article."""
        left = list(range(len(coded)))
        for event in read:
            fitting = [at for at in left if _fits(event, coded[at])]
            if fitting:
                at = min(fitting, key=lambda one: (coded[one]["optional"], abs(coded[one]["start"] - event.span.start)))
                left.remove(at)
                if not coded[at]["optional"]:
                    self.found += 1
                    for name in FIELDS:
                        self.right[name] += _is_right(getattr(event, name), coded[at][name])
            elif not any(one["optional"] and _fits(event, one) for one in coded):
                self.made_up += 1
        self.missed += sum(not coded[at]["optional"] for at in left)


def coded_by_article(path: Path) -> dict[str, list[Coded]]:
    """Return the events of a file of hand-coded ones, by the name of their article."""
    found: dict[str, list[Coded]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        found[json.loads(line)["article"]].append(json.loads(line))
    return found


def _fits(event: Event, coded: Coded) -> bool:
    meets = event.span.start < coded["end"] and coded["start"] < event.span.end
    return meets and _is_right(event.type, coded["type"])


def _is_right(value: str | None, coded: str | Iterable[str | None] | None) -> bool:
    allowed = coded if isinstance(coded, list) else [coded]
    return _plain(value) in {_plain(one) for one in allowed}  # type: ignore[arg-type]


def _plain(value: str | None) -> str | None:
    return None if value is None else str(value).casefold().replace("’", "'")
