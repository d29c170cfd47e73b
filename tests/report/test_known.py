"""Tolls stand side by side only where the check found that they speak of one thing; a range is of those it counts alike."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import make_digest, make_raw

from recoupe.catalogue import Catalogue
from recoupe.model.account import Account, Dossier
from recoupe.model.article import PublishedBasis
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dating import Dating
from recoupe.model.figure import Counted, Kind, Qualifier
from recoupe.model.origin import Origin
from recoupe.model.series import Agreement, Note, Series, Step, StepKind, Verdict
from recoupe.report.ground import Ground
from recoupe.report.known import known
from recoupe.report.parts import Section, Sentence, Table
from recoupe.report.tolls import tolls
from recoupe.report.wording import Wording
from recoupe.show.findings import names_of


def step(figure: str, low: int, until: str | None = "2024-03-05", **changed: object) -> Step:
    made = Step(
        until=until, low=low, high=low, qualifier=Qualifier.EXACT, step=StepKind.FIRST, counted=Counted.CIVILIANS,
        place="Port-Clair", articles=("a",), origins=(f"origin of {figure}",), figures=(figure,),
    )  # fmt: skip
    return replace(made, **changed)  # type: ignore[arg-type]


def series(source: str | None, *steps: Step, since: str | None = "2024-03-01", running: bool = True) -> Series:
    return Series(
        id=f"{source} {steps[0].figures}", kind=Kind.KILLED, counted=Counted.CIVILIANS, unit="count", place="Port-Clair",
        since=since, source=source, running=running, steps=steps,
    )  # fmt: skip


def ground(*told: Series, agreed: tuple[tuple[str, str], ...] = ()) -> Ground:
    digest = make_digest(make_raw(published="2024-03-05"))
    ids = [figure for one in told for step in one.steps for figure in step.figures]
    sources = {id: one.source for one in told for step in one.steps for id in step.figures}
    figures = {id: replace(digest.figures[0], article="a", source=sources[id]) for id in ids}
    account = Account(article=replace(digest.article, id="a"), figures=figures)
    found = Crosscheck(
        crisis="c",
        series=told,
        origins=tuple(
            Origin(record=id, origin=origin, members=(id,), why=())
            for one in told
            for step in one.steps
            for id in step.figures
            for origin in step.origins
        ),
        agreements=tuple(Agreement(a=a, b=b, verdict=Verdict.CONFLICT, reasons=()) for a, b in agreed),
        datings=(
            Dating(article="a", published="2024-03-05", basis=PublishedBasis.METADATA, earliest=None, latest=None),
        ),
    )
    return Ground(
        found=found, names=names_of(Dossier(crisis="c", accounts=(account,))), words=Wording(Catalogue.of("en")), as_of=None,
        before=None, since=None, skipped=(), standings={}, numbers={"a": 1},
    )  # fmt: skip


def told(on: Ground) -> list[tuple[int, str]]:
    (kind,) = known(on).parts
    assert isinstance(kind, Section)
    return [(one.level, one.words) for one in kind.parts if isinstance(one, Sentence)]


def test_two_tolls_of_one_thing_stand_under_their_range() -> None:
    on = ground(series("the army", step("x", 7)), series("the town", step("y", 12)), agreed=(("x", "y"),))
    head, first, second = told(on)
    assert head[0] == 0 and "the latest figures of 2 tolls give 7 to 12; 2 origins" in head[1]
    assert [level for level, _ in (first, second)] == [1, 1]
    assert first[1].startswith("7 (") and "source cited: the army" in first[1]
    assert second[1].startswith("12") and "source cited: the town" in second[1]


def test_a_source_that_tells_two_values_of_one_day_is_one_origin() -> None:
    """The check counts origins claim by claim: two numbers of one source are two of these, and one source all the same."""
    on = ground(series("the army", step("x", 7), step("y", 9, step=StepKind.RAISED)))
    assert len({origin for one in on.found.series for told in one.steps for origin in told.origins}) == 2
    (table,) = tolls(on).parts
    assert isinstance(table, Table)
    assert table.rows[0].cells[6] == "1"


def test_an_article_is_no_origin_beside_the_source_that_it_credits() -> None:
    on = ground(series("the army", step("x", 7)), series(None, step("y", 12)), agreed=(("x", "y"),))
    assert "2 tolls give 7 to 12; 1 origin" in told(on)[0][1]


@pytest.mark.parametrize(
    "other",
    [
        series("the town", step("y", 12, place="Rive")),
        series("the town", step("y", 12, counted=Counted.CHILDREN)),
        series("the town", step("y", 12), since="2024-02-01"),
        series("the town", step("y", 12), running=False),
        series("the town", step("y", 12, until=None)),
        series("the army", step("y", 12)),
    ],
    ids=["place", "counted", "start", "one day", "no day", "one source"],
)
def test_tolls_that_count_otherwise_have_no_common_range(other: Series) -> None:
    on = ground(series("the army", step("x", 7)), other, agreed=(("x", "y"),))
    assert [level for level, _ in told(on)] == [0, 0]
    assert not any("latest figures" in words for _, words in told(on))


def test_tolls_that_nothing_joins_have_no_common_range() -> None:
    """Two blows of one day in one town are two things."""
    on = ground(series("the army", step("x", 7)), series("the town", step("y", 12)))
    assert [level for level, _ in told(on)] == [0, 0]


def test_a_range_leaves_out_what_a_toll_counted_before_it_was_widened() -> None:
    steps = (
        step("x", 7), step("y", 5, "2024-03-06", step=StepKind.LOWERED),
        step("z", 40, "2024-03-07", step=StepKind.WIDENED, counted=Counted.PEOPLE),
    )  # fmt: skip
    (table,) = tolls(ground(series("the army", *steps))).parts
    assert isinstance(table, Table)
    assert table.rows[0].cells[2:4] == ("40", "7 → 5 (lowered) → 40 (widened)")
    assert table.rows[0].cells[0] == "People killed, Port-Clair, since March 1, 2024"


def test_a_long_toll_keeps_its_ends_and_what_was_lowered() -> None:
    steps = [step(f"s{day}", 10 * day, f"2024-03-0{day}", step=StepKind.RAISED) for day in range(1, 9)]
    steps[4] = replace(steps[4], low=35, high=35, step=StepKind.LOWERED)
    (table,) = tolls(ground(series("the army", *steps))).parts
    assert isinstance(table, Table)
    assert table.rows[0].cells[2:4] == ("10 to 80", "10 → … → 35 (lowered) → … → 80")


def test_two_values_of_the_last_day_are_both_told() -> None:
    on = ground(series("the army", step("x", 7), step("y", 9, step=StepKind.RAISED)))
    assert [words.partition(": ")[2][:2].strip(" (;") for _, words in told(on)] == ["7", "9"]


def test_what_a_toll_was_lowered_from_that_day_is_not_known() -> None:
    """`de 7 à 5` of one day: the first is a step on the way, and 5 holds."""
    first = step("x", 7, notes=(Note.RECALLED,))
    on = ground(series("the army", first, step("y", 5, step=StepKind.LOWERED)))
    assert [words.partition(": ")[2][:2].strip(" (;") for _, words in told(on)] == ["5"]
    plain = ground(series("the army", step("x", 7), step("y", 5, step=StepKind.LOWERED)))
    assert [words.partition(": ")[2][:2].strip(" (;") for _, words in told(plain)] == ["5"]


def test_a_number_told_only_as_the_one_before_is_not_known() -> None:
    on = ground(series(None, step("x", 7, change="start not said", notes=(Note.RECALLED,))))
    assert known(on).parts == ()
    (table,) = tolls(on).parts
    assert isinstance(table, Table)
    assert "recalled as the number before" in table.rows[0].cells[4]


def test_a_toll_that_was_at_least_so_many_once_has_a_range_that_ends() -> None:
    steps = (
        step("x", 7, "2024-03-04", high=None, qualifier=Qualifier.AT_LEAST),
        step("y", 12, step=StepKind.RAISED),
    )
    (table,) = tolls(ground(series("the army", *steps))).parts
    assert isinstance(table, Table)
    assert table.rows[0].cells[2] == "7 to 12"
    (table,) = tolls(ground(series("the army", steps[1], replace(steps[0], until="2024-03-06", low=20)))).parts
    assert isinstance(table, Table)
    assert table.rows[0].cells[2] == "12 to 20 or more"


def many() -> list[Series]:
    places = ("Rive", "Port-Clair", "Aval", "Amont")
    tolls = [series(f"the {at}", step(f"x{at}", 10 * at + 5, place=place)) for at, place in enumerate(places)]
    spread = step("y", 20, high=99, qualifier=Qualifier.VAGUE, place="Mont")
    return [*tolls, series("the town", spread, step("z", 22, "2024-03-06", place="Mont", origins=("o1", "o2")))]


def test_many_tolls_of_one_kind_are_led_by_how_many_they_are_and_how_far_apart() -> None:
    first = told(ground(*many()))[0][1]
    assert first.startswith("5 tolls, 6 origins; ")
    assert "the lowest: 5" in first and "civilians killed, Rive, since March 1, 2024" in first
    assert "the highest: 35" in first and "civilians killed, Amont, since" in first
    (kind,) = known(ground(*many())).parts
    assert isinstance(kind, Section) and isinstance(kind.parts[0], Sentence)
    assert set(kind.parts[0].records) == {"x0", "x1", "x2", "x3", "z"} and kind.parts[0].sources == (1,)
    assert not told(ground(*many()[:4]))[0][1].startswith("4 tolls")


def test_the_highest_is_what_is_surely_reached() -> None:
    """`des dizaines` is no more than 35."""
    vague = series("the town", step("y", 20, high=99, qualifier=Qualifier.VAGUE, place="Mont"))
    assert "the highest: 35" in told(ground(*many()[:4], vague))[0][1]


def test_another_unit_is_counted_apart() -> None:
    share = replace(series("the mayor", step("p", 90, place="Val")), unit="percent")
    first = told(ground(*many(), share))[0][1]
    assert first.startswith("5 tolls, ") and "the highest: 35" in first and first.endswith("; 1 more in another unit")


def test_what_most_origins_tell_comes_first_then_by_place() -> None:
    heads = [words.partition(",")[2].partition(",")[0].strip() for _, words in told(ground(*many()))[1:]]
    assert heads == ["Mont", "Amont", "Aval", "Port-Clair", "Rive"]


def test_what_ended_long_before_the_first_report_stands_apart_and_last() -> None:
    flood = series(None, step("old", 140, "1818", place="Val"), since="1818", running=False)
    now = series("the town", step("new", 9))
    first, before = known(ground(flood, now)).parts
    assert isinstance(first, Section) and isinstance(before, Section)
    assert (first.key, before.key) == ("known-killed", "known-before")
    assert [one.records for one in before.parts if isinstance(one, Sentence)] == [("old",)]
    assert [one.records for one in first.parts if isinstance(one, Sentence)] == [("new",)]


def test_what_ended_a_month_before_the_first_report_is_of_its_crisis() -> None:
    (only,) = known(ground(series("the town", step("new", 9, "2024-02-03")))).parts
    assert isinstance(only, Section) and only.key == "known-killed"
