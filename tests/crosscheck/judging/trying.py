"""What the tests of the judge are built with: a case judged against a cross-check made by hand."""

from __future__ import annotations

from typing import Any

from tests.crosscheck.expected import Row, judge
from tests.crosscheck.judging.view import View

from recoupe.model.crosscheck import Crosscheck
from recoupe.model.figure import Counted, Figure, Kind
from recoupe.model.series import Series, Step, StepKind


def outcome(view: View, asked: str, **kept: Any) -> Row:
    """Judge one case; what ends in `_` is part of the cross-check, the rest of the case."""
    check = Crosscheck(crisis="bria", **{name[:-1]: value for name, value in kept.items() if name.endswith("_")})
    case = {"case": "one", **{name: value for name, value in kept.items() if not name.endswith("_")}}
    return judge(check, view.dossier, view.names, {asked: [case]})[0]


def key(view: View, reference: str, of: type = Figure) -> str:
    return next(iter(view.records_at(reference, of)))


def step(view: View, reference: str, kind: StepKind, until: str | None, origins: int = 1) -> Step:
    figure = view.records[key(view, reference)]
    assert isinstance(figure, Figure)
    return Step(
        until=until,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        step=kind,
        counted=figure.counted,
        place=figure.place,
        articles=(figure.article,),
        origins=tuple(map(str, range(origins))),
        figures=(key(view, reference),),
    )


def toll(*steps: Step, **given: Any) -> Series:
    first: dict[str, Any] = {"id": "s", "kind": Kind.KILLED, "counted": Counted.CIVILIANS, "unit": "count"}
    first |= {"place": "Bria", "since": "2018-02-19", "source": "Observatoire centrafricain des libertés"}
    return Series(**(first | {"running": True, "steps": steps} | given))
