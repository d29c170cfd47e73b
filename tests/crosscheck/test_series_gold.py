"""Tolls of the hand-coded reports: the five real ones, where they are on this machine, and the sample."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from tests.quality.sets import SHARED, CodedSet, sample, seeds

from recoupe.crosscheck.tolls.series import series
from recoupe.model.account import Account, Dossier
from recoupe.model.article import Raw
from recoupe.model.figure import Counted, Figure, Kind, Modality, Qualifier
from recoupe.model.judgement import Judgement, NameOf
from recoupe.model.series import Series, StepKind
from recoupe.model.span import Evidence, Span
from recoupe.parse.article import parse

OBSERVATORY = "Observatoire syrien des droits de l'Homme"


class Names:
    """Names as written, but for those that a person has joined."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._keys = {one.one: one.other for one in judgements}

    def key(self, of: NameOf, name: str) -> str:
        return self._keys.get(name, name)


class Origins:
    """One origin for each source, and for each article where nobody is credited."""

    def __init__(self, given: Dossier) -> None:
        self._of = {
            key: figure.source or account.article.id
            for account in given.accounts
            for key, figure in account.figures.items()
        }

    def behind(self, record_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({self._of[key] for key in record_ids}))

    def carried(self, record: str) -> tuple[str, ...]:
        return ()


def coded(one: CodedSet) -> Dossier:
    """Return the reports of a set with the figures that were coded in them; a figure's id is its place and number."""
    accounts = []
    for report in one.reports:
        raw = Raw(
            name=report.name,
            origin=str(report.path),
            data=report.path.read_bytes(),
            media="text",
            published=report.published,
        )
        article = parse(raw)
        rows = [row for row in one.gold["figures"] if row["article"] == report.name]
        figures = {f"{report.name[:3]}:{first(row['start'])}": figure(article.id, article.text, row) for row in rows}
        accounts.append(Account(article=article, figures=figures))
    return Dossier(crisis=one.name, accounts=tuple(sorted(accounts, key=lambda account: account.article.id)))


def first(value: Any) -> Any:
    """Return the first of the readings that a coder allows."""
    return (value[0] if value else None) if isinstance(value, list) else value


def figure(article: str, text: str, row: dict[str, Any]) -> Figure:
    given = {key: first(value) for key, value in row.items()}
    names = ("low", "high", "side", "by", "place", "since", "until", "source", "part_of")
    return Figure(
        article=article,
        span=Span(given["start"], given["end"]),
        text=text[given["start"] : given["end"]],
        unit=given.get("unit") or "count",
        kind=Kind(given["kind"]),
        counted=Counted(given["counted"]),
        qualifier=Qualifier(given.get("qualifier") or "exact"),
        modality=Modality(given.get("modality") or "reported"),
        evidence=(Evidence("kind", "tests:coded"),),
        **{name: given.get(name) for name in names},
    )


def tolls(given: Dossier) -> tuple[Series, ...]:
    return series(given, Names(given.judgements), Origins(given))


@pytest.fixture(scope="module")
def real() -> Dossier:
    if not (SHARED / "gold").is_dir():
        pytest.skip("../shared/gold is absent")
    return coded(seeds())


def test_the_toll_of_the_east_is_one_line_that_says_where_it_counts_more_people(real: Dossier) -> None:
    """384 civilians in two articles of one origin, then more than 465 inhabitants; 413 beside it, the children parts."""
    (one,) = [
        one
        for one in tolls(real)
        if (one.kind, one.place, one.since, one.source) == ("killed", "Alep-Est", "2016-11-15", OBSERVATORY)
        and one.counted == "civilians"
    ]
    assert [(step.until, step.low, step.high, step.step) for step in one.steps] == [
        ("2016-12-08", 384, 384, StepKind.FIRST),
        ("2016-12-14", 465, None, StepKind.WIDENED),
    ]
    assert (len(one.steps[0].articles), len(one.steps[0].origins)) == (2, 1)
    assert one.steps[1].change == "counted civilians before, people now"
    figures = {key: figure for account in real.accounts for key, figure in account.figures.items()}
    assert [figures[key].low for key in one.beside] == [413]
    assert sorted((figures[key].low, figures[key].counted.value) for key in one.parts) == [
        (45, "children"),
        (45, "children"),
        (62, "children"),
    ]


def test_the_toll_of_the_west_is_one_line_only_once_its_three_names_are_one_place(real: Dossier) -> None:
    """As the articles write the place, 105, 129 and 142 are three tolls; a person's word makes them one."""
    written = {105: "Alep-Ouest", 129: "quartiers prorégime", 142: "côté gouvernemental"}
    accounts = tuple(
        replace(
            account,
            figures={
                key: replace(figure, place=written[figure.low])
                if figure.low in written and figure.kind is Kind.KILLED
                else figure
                for key, figure in account.figures.items()
            },
        )
        for account in real.accounts
    )
    apart = tolls(replace(real, accounts=accounts))
    assert len([one for one in apart if one.place in written.values() and one.steps[0].low in written]) == 3
    said = tuple(
        Judgement(of=NameOf.PLACE, one=name, other="Alep-Ouest", same=True, by="Ana", at="2024-01-01T10:00:00", why="")
        for name in ("quartiers prorégime", "côté gouvernemental")
    )
    (one,) = [one for one in tolls(replace(real, accounts=accounts, judgements=said)) if one.steps[0].low == 105]
    assert [(step.low, step.step) for step in one.steps] == [
        (105, StepKind.FIRST),
        (129, StepKind.RAISED),
        (142, StepKind.RAISED),
    ]


def test_the_dead_of_the_war_are_told_again_and_a_ministrys_number_stays_its_own(real: Dossier) -> None:
    """More than 300 000, twice, by nobody in particular, and more than 312 000 by another: nothing was raised."""
    war = [one for one in tolls(real) if (one.kind, one.place, one.since) == ("killed", "Syrie", "2011-03")]
    assert [[(step.low, step.step.value) for step in one.steps] for one in war] == [
        [(300000, "first"), (300000, "same")],
        [(312000, "first")],
    ]


def test_tolls_of_one_day_and_plans_are_in_no_running_toll(real: Dossier) -> None:
    """The dead of one day stand apart, and nothing planned or asked for is shown as a toll."""
    found = tolls(real)
    figures = {key: figure for account in real.accounts for key, figure in account.figures.items()}
    days = [one for one in found if one.kind == "killed" and not one.running]
    assert sorted(step.low for one in days for step in one.steps if step.low) == [7, 9, 18]
    shown = {key for one in found for step in one.steps for key in (*step.figures, *one.parts, *one.beside)}
    assert {figures[key].modality.value for key in shown} == {"reported", "alleged"}


def test_nothing_falls_in_the_sample_but_what_its_source_corrects() -> None:
    """The tolls of the sample's hand-coded figures that are lowered are those that their source takes back."""
    found = [(one, step) for one in tolls(coded(sample())) for step in one.steps if step.step is StepKind.LOWERED]
    assert [(one.kind.value, one.counted.value, step.low) for one, step in found] == [
        ("killed", "people", 47),
        ("killed", "women", 16),
    ]
