"""What a check changed, told once and in one order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from recoupe.model.account import Dossier
from recoupe.model.crosscheck import key_of
from recoupe.model.figure import Counted, Kind, Qualifier
from recoupe.model.passage import Copying, Direction, Lineage
from recoupe.model.series import Series, Step, StepKind
from recoupe.show.changes import ChangeRow, changes_of
from recoupe.show.findings import Names, names_of
from recoupe.store.findings import Checked, FindingRow
from recoupe.store.plain import plain


def names() -> Names:
    return names_of(Dossier(crisis="essai", accounts=()))


def row(part: str, finding: Any) -> FindingRow:
    return FindingRow(part=part, key=key_of(part, finding), id="x", body=plain(finding))


def changes(part: str, before: list[Any], after: list[Any]) -> list[ChangeRow]:
    """Return what is told of a check with which some findings went and others came."""
    check = Checked(
        number=2,
        at="2024-03-06T09:00:00Z",
        came=tuple(row(part, one) for one in after),
        went=tuple(row(part, one) for one in before),
    )
    return list(changes_of([check], names()))


def family(*articles: str) -> Lineage:
    """Return articles of which each copied from the one before it."""
    copyings = tuple(
        Copying(
            article_a=one, article_b=other, passages=1, words=20, share_a=0.5, share_b=0.5,
            direction=Direction.UNDIRECTED, why=(),
        )
        for one, other in pairwise(articles)
    )  # fmt: skip
    return Lineage(id="-".join(articles), articles=articles, roots=(articles[0],), copyings=copyings)


def step(until: str, value: int, place: str = "Riverac") -> Step:
    return Step(
        until=until, low=value, high=value, qualifier=Qualifier.EXACT, step=StepKind.RAISED, counted=Counted.PEOPLE,
        place=place, articles=("x",), origins=("o",), figures=(f"{until}{value}{place}",),
    )  # fmt: skip


TOLL = Series(
    id="toll", kind=Kind.KILLED, counted=Counted.PEOPLE, unit="count", place="Riverac", since="2024-03-01", source=None,
    running=True, steps=(),
)  # fmt: skip


def test_a_family_that_is_joined_at_its_head_tells_only_what_is_new() -> None:
    """The first article of a family is its key; another before it makes no old pair new."""
    told = changes("lineages", [family("b", "c")], [family("a", "b", "c")])
    assert [(one.what, one.articles) for one in told] == [("pair that shares words", ("a", "b"))]


def test_families_that_grow_together_tell_only_what_binds_them() -> None:
    """Both went, one came."""
    told = changes("lineages", [family("a", "b"), family("c", "d")], [family("a", "b", "c", "d")])
    assert [one.articles for one in told] == [("b", "c")]


def test_steps_that_are_told_no_more_stand_in_the_order_of_the_toll() -> None:
    """In whatever order a machine keeps a set."""
    steps = tuple(step(f"2024-03-0{day}", 10 + day) for day in range(1, 9))
    told = changes("series", [replace(TOLL, steps=steps)], [replace(TOLL, steps=steps[:1])])
    assert [one.says.split()[-5] for one in told] == [f"(2024-03-0{day})" for day in range(2, 9)]
    assert {one.what for one in told} == {"step gone"}


def test_two_steps_of_one_value_are_two() -> None:
    """A toll that is widened to another place at the same number is told as new where it is."""
    here, there = step("2024-03-02", 12), step("2024-03-02", 12, "le pays")
    told = changes("series", [replace(TOLL, steps=(here,))], [replace(TOLL, steps=(here, there))])
    assert [one.what for one in told] == ["raised"]


def test_a_toll_that_goes_on_under_another_name_is_neither_gone_nor_new() -> None:
    """A judgement on names changes its head and its id, not what its articles tell."""
    before = replace(TOLL, steps=(step("2024-03-01", 11), step("2024-03-02", 12)))
    assert changes("series", [before], [replace(before, id="other", place="Rive-Basse")]) == []


def test_tolls_that_a_judgement_joins_are_told_as_joined_and_again_as_parted() -> None:
    """Nothing is called new or gone."""
    one, other = (replace(TOLL, id=place, place=place, steps=(step("2024-03-01", 11, place),)) for place in ("a", "b"))
    both = replace(one, steps=(*one.steps, *other.steps))
    assert [row.what for row in changes("series", [one, other], [both])] == ["tolls joined"]
    assert [row.what for row in changes("series", [both], [one, other])] == ["toll parted"]


def test_a_toll_that_nobody_tells_any_more_is_gone() -> None:
    """And one that nobody told before is new."""
    one = replace(TOLL, steps=(step("2024-03-01", 11),))
    other = replace(TOLL, id="z", place="Ippy", steps=(step("2024-03-01", 40, "Ippy"),))
    assert sorted(row.what for row in changes("series", [one], [other])) == ["raised", "toll gone"]
