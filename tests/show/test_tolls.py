"""The table of tolls: a line for each step, what stands beside it and what is part of it."""

from __future__ import annotations

import dataclasses

import pytest

from recoupe.model.figure import Counted, Kind, Qualifier
from recoupe.model.series import Related, Series, Step, StepKind, Width
from recoupe.show.tolls import TOLL_COLUMNS, toll_rows
from recoupe.store.rows import FigureRow


def figure(key: str, article: str, value: int, day: str, counted: str = "civilians", **more: object) -> FigureRow:
    row = FigureRow(
        article=f"{article}.txt", start=0, end=3, text=str(value), unit="count", low=value, high=value,
        qualifier="exact", kind="killed", counted=counted, side=None, by=None, place="Riverac", place_id=None,
        place_text=None, since="2024-03-01", until=day, source=None, modality="reported", part_of=None, id=key,
        article_id=article, words=str(value), published=day,
    )  # fmt: skip
    return dataclasses.replace(row, **more)  # type: ignore[arg-type]


FIGURES = {
    row.id: row
    for row in (
        figure("f1", "a", 384, "2024-03-02"),
        figure("f2", "b", 384, "2024-03-02"),
        figure("f3", "a", 45, "2024-03-02", "children"),
        figure("f4", "c", 413, "2024-03-04"),
        figure("f5", "d", 465, "2024-03-08", "people", high=None, words="plus de 465"),
    )
}
STEP = Step(
    until="2024-03-02", low=384, high=384, qualifier=Qualifier.EXACT, step=StepKind.FIRST, counted=Counted.CIVILIANS,
    place="Riverac", articles=("a", "b"), origins=("o",), figures=("f1", "f2"),
)  # fmt: skip
WIDENED = dataclasses.replace(
    STEP, until="2024-03-08", low=465, high=None, qualifier=Qualifier.MORE_THAN, step=StepKind.WIDENED,
    counted=Counted.PEOPLE, articles=("d",), figures=("f5",), change="counted civilians before, people now",
)  # fmt: skip
SERIES = Series(
    id="0123456789abcdef", kind=Kind.KILLED, counted=Counted.CIVILIANS, unit="count", place="Riverac",
    since="2024-03-01", source="préfecture", running=True, steps=(STEP, WIDENED), parts=("f3",), beside=("f4",),
    related=(Related(series="fedcba9876543210", width=Width.NARROWER, why="civilians hold children"),),
)  # fmt: skip


def cells(head: str) -> list[str]:
    fill = dict(TOLL_COLUMNS)[head]
    return [fill(row).replace(chr(0x202F), " ") for row in toll_rows([SERIES], FIGURES)]


def test_each_step_is_a_line_with_its_parts_and_what_stands_beside_it_behind() -> None:
    """The lines come in the order of the days; a part follows the step of its own article."""
    assert cells("step") == ["first", "part", "beside", "widened", "narrower"]
    assert cells("day") == ["2024-03-02", "2024-03-02", "2024-03-04", "2024-03-08", ""]
    assert cells("value") == ["384", "45", "413", "≥ 465", ""]
    assert cells("counted") == ["civilians", "children", "civilians", "people", "civilians"]


def test_a_line_says_how_many_articles_and_origins_stand_behind_a_step() -> None:
    """Origins are counted for steps alone; a number beside one adds to no count of support."""
    assert cells("articles") == ["2", "1", "1", "1", ""]
    assert cells("origins") == ["1", "", "", "1", ""]


def test_a_line_gives_the_words_and_what_changed() -> None:
    """A hedge stays in the words; the change names what is counted before and now, and the toll that is narrower."""
    assert cells("words") == ["384", "45", "413", "plus de 465", ""]
    assert cells("change")[3:] == ["counted civilians before, people now", "civilians hold children (toll fedcba98)"]
    assert cells("source") == ["préfecture", "", "", "préfecture", "préfecture"]


def test_a_figure_that_is_not_given_is_an_error() -> None:
    """A line is never left out in silence."""
    with pytest.raises(KeyError, match="f5"):
        toll_rows([SERIES], {key: row for key, row in FIGURES.items() if key != "f5"})
