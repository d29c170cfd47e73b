"""What one check found that the one before it had not, in sentences: raised tolls, new disputes, support that is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.model.crosscheck import PARTS
from recoupe.model.dating import Dating
from recoupe.model.dispute import Dispute
from recoupe.model.passage import Lineage
from recoupe.model.series import Agreement, Series, Step, StepKind, Verdict
from recoupe.model.withdrawal import Withdrawal
from recoupe.show.findings import Names
from recoupe.show.values import interval
from recoupe.store.findings import Checked, FindingRow
from recoupe.store.plain import record_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One thing that a check changed. `what` is one word for it, `articles` are the files it comes from."""

    at: str
    check: int
    what: str
    says: str
    articles: tuple[str, ...]


Said = tuple[str, str, tuple[str, ...]]
"""What changed, the sentence, and the ids of the articles it comes from."""


def changes_of(checks: Iterable[Checked], names: Names) -> Iterator[ChangeRow]:
    """Yield the changes of some checks, the earliest first; within a check in the order of the parts."""
    for check in checks:
        for part, told in _TOLD.items():
            for before, after in _pairs(part, check):
                for what, says, articles in told(before, after, names):
                    files = tuple(names.files(articles))
                    yield ChangeRow(at=check.at, check=check.number, what=what, says=says, articles=files)


def _pairs(part: str, check: Checked) -> Iterator[tuple[object, object]]:
    """Yield what a part said of each key before and after a check, None where it said nothing.

    A family that an article joins may have another key; so all families that went stand before each that came.
    """
    if part == "lineages":
        families = [_record(row) for row in check.went if row.part == part]
        yield from ((families, _record(row)) for row in check.came if row.part == part)
        return
    went = {row.key: row for row in check.went if row.part == part}
    came = {row.key: row for row in check.came if row.part == part}
    for key in sorted({*went, *came}):
        yield _record(went.get(key)), _record(came.get(key))


def _record(row: FindingRow | None) -> object:
    return None if row is None else record_of(PARTS[row.part], row.body)


def _series(before: Series | None, after: Series | None, names: Names) -> Iterator[Said]:
    if after is None:
        assert before is not None
        yield "toll gone", f"{_toll(before)}: no article tells it any more", _articles(before)
        return
    told = list(before.steps) if before else []
    for step in after.steps:
        earlier = next((one for one in told if _value(one) == _value(step)), None)
        if earlier is not None:
            told.remove(earlier)
        if earlier is None:
            what = "new toll" if step.step is StepKind.FIRST else step.step.value
            change = f" ({step.change})" if step.change else ""
            yield what, f"{_toll(after)}: {_shown(step, after.unit)}{change}", step.articles
        elif len(step.origins) != len(earlier.origins):
            gone = len(step.origins) < len(earlier.origins)
            counts = f"{_origins(earlier)} before, {_origins(step)} now"
            what = "withdrawn support" if gone else "more support"
            yield what, f"{_toll(after)}: {_shown(step, after.unit)}: {counts}", step.articles
    for step in told:
        yield "step gone", f"{_toll(after)}: {_shown(step, after.unit)} is told no more", step.articles


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
            yield "shared words", f"{one.passages} passages, {one.words} words, {one.direction.value}", pair


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


_TOLD: Mapping[str, Callable[..., Iterator[Said]]] = {
    "withdrawals": _withdrawals,
    "datings": _datings,
    "lineages": _lineages,
    "series": _series,
    "agreements": _agreements,
    "disputes": _disputes,
}
