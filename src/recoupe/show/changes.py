"""What one check found that the one before it had not, in sentences: raised tolls, new disputes, support that is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.model.crosscheck import PARTS
from recoupe.model.dating import Dating
from recoupe.model.dispute import Dispute
from recoupe.model.passage import Direction, Lineage
from recoupe.model.review import Review
from recoupe.model.series import Agreement, Series, Step, StepKind, Verdict
from recoupe.model.withdrawal import Withdrawal
from recoupe.show.findings import Names
from recoupe.show.values import interval
from recoupe.store.findings import Checked, FindingRow
from recoupe.store.judgements import JudgementRow
from recoupe.store.plain import record_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One thing that a check changed. `what` is one word for it, `articles` are the files it comes from."""

    at: str
    check: int
    what: str
    says: str
    articles: tuple[str, ...]


_REVIEWED = {
    "accept": "record accepted",
    "reject": "record rejected",
    "correct": "record corrected",
    "add": "record added",
    "undo": "taken back",
}
_WAYS = {
    Direction.A_TO_B: "from the first to the second",
    Direction.B_TO_A: "from the second to the first",
    Direction.UNDIRECTED: "direction unknown",
}
Said = tuple[str, str, tuple[str, ...]]
"""What changed, the sentence, and the ids of the articles it comes from."""


def changes_of(checks: Iterable[Checked], names: Names) -> Iterator[ChangeRow]:
    """Yield the changes of some checks, the earliest first; within a check in the order of the parts."""
    for check in checks:
        for part, told in TOLD.items():
            for before, after in _pairs(part, check):
                for what, says, articles in told(before, after, names):
                    files = tuple(names.files(articles))
                    yield ChangeRow(at=check.at, check=check.number, what=what, says=says, articles=files)


def judged(judgements: Iterable[JudgementRow], checks: Sequence[Checked]) -> Iterator[ChangeRow]:
    """Yield the judgements that the checks were the first to heed, each under the number of its check."""
    for one in judgements:
        check = next((check for check in checks if check.at >= one.at), None)
        if check is not None:
            what = "taken back" if one.takes_back is not None else "judged same" if one.same else "judged different"
            says = f"{one.of}: {one.one} / {one.other} ({one.by}: {one.why})"
            yield ChangeRow(at=one.at, check=check.number, what=what, says=says, articles=())


def reviewed(rows: Iterable[Review], checks: Sequence[Checked], names: Names) -> Iterator[ChangeRow]:
    """Yield what people judged of single records and the checks were the first to heed, each under the number of its check."""
    for row in rows:
        check = next((check for check in checks if check.at >= row.at), None)
        if check is not None:
            why = f": {row.reason}" if row.reason else ""
            says = f"« {names.words.get(row.record, row.record)} » ({row.by}{why})"
            files = tuple(names.files([row.article]))
            yield ChangeRow(at=row.at, check=check.number, what=_REVIEWED[row.verdict.value], says=says, articles=files)


def _pairs(part: str, check: Checked) -> Iterator[tuple[object, object]]:
    """Yield what a part said of each key before and after a check, None where it said nothing.

    A family that an article joins may have another key, so all families that went stand before each that came; and a
    toll may go on under another name, so all tolls that went stand before all that came.
    """
    if part == "lineages":
        families = [_record(row) for row in check.went if row.part == part]
        yield from ((families, _record(row)) for row in check.came if row.part == part)
        return
    if part == "series":
        gone, new = ([_record(row) for row in rows if row.part == part] for rows in (check.went, check.came))
        yield gone, new
        return
    went = {row.key: row for row in check.went if row.part == part}
    came = {row.key: row for row in check.came if row.part == part}
    for key in sorted({*went, *came}):
        yield _record(went.get(key)), _record(came.get(key))


def _record(row: FindingRow | None) -> object:
    return None if row is None else record_of(PARTS[row.part], row.body)


def _series(before: Sequence[Series], after: Sequence[Series], names: Names) -> Iterator[Said]:
    """Tell what moved between the tolls that went and those that came; a toll may go on under another place or source."""
    old = [(toll, step) for toll in before for step in toll.steps]
    heirs: dict[str, list[Series]] = {toll.id: [] for toll in before}
    for toll in after:
        origin: dict[str, Series] = {}
        for step in toll.steps:
            earlier = next((one for one in old if _goes_on(*one, toll, step)), None)
            if earlier is None:
                yield _came(toll, step)
                continue
            old.remove(earlier)
            origin[earlier[0].id] = earlier[0]
            yield from _support(toll, earlier[1], step)
        for one in origin.values():
            heirs[one.id].append(toll)
        if len(origin) > 1:
            yield "tolls joined", f"{_toll(toll)}: {len(origin)} tolls are one", _articles(toll)
    for toll in before:
        gone = [step for one, step in old if one.id == toll.id]
        if len(heirs[toll.id]) > 1:
            yield "toll parted", f"{_toll(toll)}: it is {len(heirs[toll.id])} tolls now", _articles(toll)
        if gone and not heirs[toll.id]:
            yield "toll gone", f"{_toll(toll)}: no article tells it any more", _articles(toll)
        else:
            for step in gone:
                yield "step gone", f"{_toll(toll)}: {_shown(step, toll.unit)} is told no more", step.articles


def _goes_on(before: Series, step: Step, after: Series, now: Step) -> bool:
    """Say whether a step is one of before: of the same figures, or, where they were read anew, of one value and toll."""
    if set(step.figures) & set(now.figures):
        return _value(step)[1:] == _value(now)[1:]
    return (before.id, _value(step)) == (after.id, _value(now))


def _came(toll: Series, step: Step) -> Said:
    what = "new toll" if step.step is StepKind.FIRST else step.step.value
    change = f" ({step.change})" if step.change else ""
    return what, f"{_toll(toll)}: {_shown(step, toll.unit)}{change}", step.articles


def _support(toll: Series, before: Step, now: Step) -> Iterator[Said]:
    if len(now.origins) != len(before.origins):
        what = "withdrawn support" if len(now.origins) < len(before.origins) else "more support"
        counts = f"{_origins(before)} before, {_origins(now)} now"
        yield what, f"{_toll(toll)}: {_shown(now, toll.unit)}: {counts}", now.articles


def _disputes(before: Dispute | None, after: Dispute | None, names: Names) -> Iterator[Said]:
    if after is None:
        assert before is not None
        yield "dispute gone", before.question, ()
        return
    speakers = [position.speaker or "" for position in after.positions]
    if before is None:
        yield "new dispute", f"{after.question} ({', '.join(filter(None, speakers))})", _of_dispute(after, names)
        return
    joined = [
        speaker for speaker in speakers if speaker not in {position.speaker or "" for position in before.positions}
    ]
    says = f"{after.question}: " + (f"{', '.join(joined)} too" if joined else "its words or origins changed")
    yield "dispute changed", says, _of_dispute(after, names)


def _agreements(before: Agreement | None, after: Agreement | None, names: Names) -> Iterator[Said]:
    was = before is not None and before.verdict is Verdict.CONFLICT
    now = after is not None and after.verdict is Verdict.CONFLICT
    if was == now:
        return
    one = after if now else before
    assert one is not None
    pair = tuple(names.records[id].article for id in (one.a, one.b) if id in names.records)
    words = " / ".join(names.words[id] for id in (one.a, one.b) if id in names.words)
    yield ("new conflict" if now else "conflict gone"), f"{words}: {'; '.join(one.reasons)}", pair


def _datings(before: Dating | None, after: Dating | None, names: Names) -> Iterator[Said]:
    if after is None or (before is None and after.earliest == after.latest and not after.contradicts):
        return
    where = (after.article,)
    days = f"{after.earliest or ''} → {after.latest or ''}"
    moved = before is None or (before.earliest, before.latest) != (after.earliest, after.latest)
    if moved and (after.earliest or after.latest):
        yield "dated", after.published or days, where
    known = {clue.says for clue in before.contradicts} if before else set()
    for clue in after.contradicts:
        if clue.says not in known:
            yield "day contradicted", clue.says, where


def _lineages(before: Sequence[Lineage], after: Lineage, names: Names) -> Iterator[Said]:
    known = {(one.article_a, one.article_b) for family in before for one in family.copyings}
    for one in after.copyings:
        if (one.article_a, one.article_b) not in known:
            pair = (one.article_a, one.article_b)
            yield "pair that shares words", f"{one.passages} passages, {one.words} words, {_WAYS[one.direction]}", pair


def _withdrawals(before: Withdrawal | None, after: Withdrawal | None, names: Names) -> Iterator[Said]:
    if after is not None and before is None:
        rests = f"; {len(after.rests_on_it)} findings rest on it" if after.rests_on_it else ""
        yield "withdrawn", after.why + rests, (after.article,)


def _toll(series: Series) -> str:
    source = f", {series.source}" if series.source else ""
    return f"{series.kind.value} {series.counted.value}, {series.place or 'place not said'}{source}"


def _value(step: Step) -> tuple[object, ...]:
    return (step.until, step.low, step.high, step.qualifier, step.counted)


def _shown(step: Step, unit: str) -> str:
    return f"{interval(step.low, step.high, unit)} ({step.until or 'day unknown'})"


def _origins(step: Step) -> str:
    return f"{len(step.origins)} origin{'' if len(step.origins) == 1 else 's'}"


def _articles(series: Series) -> tuple[str, ...]:
    return tuple(dict.fromkeys(article for step in series.steps for article in step.articles))


def _of_dispute(dispute: Dispute, names: Names) -> tuple[str, ...]:
    ids = [id for position in dispute.positions for id in (*position.statements, *position.figures)]
    return tuple(dict.fromkeys(names.records[id].article for id in ids if id in names.records))


TOLD: Mapping[str, Callable[..., Iterator[Said]]] = {
    "withdrawals": _withdrawals,
    "datings": _datings,
    "lineages": _lineages,
    "series": _series,
    "agreements": _agreements,
    "disputes": _disputes,
}
"""The parts of a check whose changes are told, in this order, each with what tells them."""
