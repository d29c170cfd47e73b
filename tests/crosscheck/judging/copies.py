"""Cases about copied words: passages, families of articles and the origins behind a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from tests.crosscheck.judging.row import Outcome, Verdict, quiet, shown
from tests.crosscheck.judging.view import Record, View

from recoupe.model.figure import Figure
from recoupe.model.passage import Direction, Passage
from recoupe.model.span import Span
from recoupe.model.statement import Statement

Case = Mapping[str, Any]
TURNED = {Direction.A_TO_B: Direction.B_TO_A, Direction.B_TO_A: Direction.A_TO_B}
CLASSES: dict[str, type[Record]] = {"figure": Figure, "statement": Statement}


def passage(view: View, case: Case) -> Verdict:
    """`[[passage]]`: `a` and `b` share the words that `words` stand in, in this `form` and with this `direction`.

    `words` and `words_b` must lie in the passage on their side; without them any passage of the pair will do.
    """
    spans_a, spans_b = _spots(view, case["a"], case.get("words")), _spots(view, case["b"], case.get("words_b"))
    mates = [
        (one, direction)
        for one, a, b, direction in _between(view, case["a"], case["b"])
        if _holds(a, spans_a) and _holds(b, spans_b)
    ]
    if not mates:
        return shown(["no such passage"], found=False)
    return min((_passage_lacks(case, *mate) for mate in mates), key=lambda verdict: len(verdict[1]))


def _passage_lacks(case: Case, one: Passage, direction: Direction) -> Verdict:
    lacking = []
    forms = [case["form"]] if isinstance(case.get("form"), str) else case.get("form")
    if forms and one.form not in forms:
        lacking.append(f"is {one.form}")
    if "direction" in case and direction != case["direction"]:
        lacking.append(f"is {direction}, not {case['direction']}")
    return shown(lacking, found=True)


def no_passage(view: View, case: Case) -> Verdict:
    """`[[no_passage]]`: no two of the articles `among` share a passage, or none that holds the `words` on either side."""
    fired = []
    for first, second in combinations(case["among"], 2):
        for _one, a, b, _ in _between(view, first, second):
            text = view.accounts[view.article(first)].article.text
            if "words" not in case or _meets(view, first, a, case["words"]) or _meets(view, second, b, case["words"]):
                fired.append(f"{first} and {second} share «{a.of(text)[:60]}»")
    return quiet(fired)


def lineage(view: View, case: Case) -> Verdict:
    """`[[lineage]]`: the `articles` are of one family; `roots` are among its roots, `outside` are not in it."""
    wanted = {view.id_of(one) for one in case["articles"]}
    families = [one for one in view.check.lineages if len(wanted & set(one.articles)) >= min(2, len(wanted))]
    if not families:
        return shown(["no such family"], found=False)
    best = max(families, key=lambda one: len(wanted & set(one.articles)))
    lacking = [f"{view.names[one]} is not in it" for one in sorted(wanted - set(best.articles))]
    roots = {view.id_of(one) for one in case.get("roots", ())}
    lacking += [f"{view.names[one]} is no root" for one in sorted(roots - set(best.roots))]
    strangers = {view.id_of(one) for one in case.get("outside", ())} & set(best.articles)
    lacking += [f"{view.names[one]} is in it too" for one in sorted(strangers)]
    return shown(lacking, found=True)


def no_lineage(view: View, case: Case) -> Verdict:
    """`[[no_lineage]]`: no two of the articles `among` are of one family."""
    wanted = {view.id_of(one) for one in case["among"]}
    within = [sorted(view.names[key] for key in wanted & set(one.articles)) for one in view.check.lineages]
    return quiet([" and ".join(names) for names in within if len(names) > 1])


def origin(view: View, case: Case) -> Verdict:
    """`[[origin]]`: the record at `of` has `count` origins, that it shares `with` these articles and not with `apart`.

    `record` says whether a figure or a statement is meant; without it the figures there, else the statements.
    """
    records = view.records_at(case["of"], CLASSES[case["record"]] if "record" in case else Figure)
    if not records and "record" not in case:
        records = view.records_at(case["of"], Statement)
    if not records:
        return Outcome.UNASKED, "no record there"
    verdicts = [_origin_lacks(view, case, key) for key in sorted(records)]
    return min(verdicts, key=lambda verdict: (verdict[0] is Outcome.MISSED, len(verdict[1])))


def no_common_origin(view: View, case: Case) -> Verdict:
    """`[[no_common_origin]]`: no record at one of these places shares an origin with one at another."""
    fired = []
    groups = [(reference, set(view.records_at(reference))) for reference in case["of"]]
    for (first, one), (second, other) in combinations(groups, 2):
        for row in view.check.origins:
            if row.record in one and other & set(row.members):
                fired.append(f"{first} and {second}: {'; '.join(row.why)}")
                break
    return quiet(fired)


def _origin_lacks(view: View, case: Case, record: str) -> Verdict:
    rows = [row for row in view.check.origins if row.record == record]
    if not rows:
        return shown(["no origin is given"], found=False)
    lacking = []
    if "count" in case and len({row.origin for row in rows}) != case["count"]:
        lacking.append(f"has {len({row.origin for row in rows})} origins, not {case['count']}")
    holders = {
        name
        for name, account in view.accounts.items()
        for row in rows
        if set(row.members) & {*account.figures, *account.statements, *account.events}
    }
    lacking += [f"is not joined with {one}" for one in case.get("with", ()) if view.article(one) not in holders]
    lacking += [f"is joined with {one}" for one in case.get("apart", ()) if view.article(one) in holders]
    if case.get("with") and not any(row.why for row in rows):
        lacking.append("does not say why it is joined")
    return shown(lacking, found=True)


def _between(view: View, first: str, second: str) -> Iterator[tuple[Passage, Span, Span, Direction]]:
    """Yield the passages of two articles with the spans and the direction as seen from the first to the second."""
    a, b = view.id_of(first), view.id_of(second)
    for one in view.check.passages:
        if (one.article_a, one.article_b) == (a, b):
            yield one, one.span_a, one.span_b, one.direction
        elif (one.article_a, one.article_b) == (b, a):
            yield one, one.span_b, one.span_a, TURNED.get(one.direction, one.direction)


def _spots(view: View, article: str, words: str | None) -> list[Span] | None:
    return view.spots(f"{article}: {words}")[1] if words else None


def _holds(passage_span: Span, spots: list[Span] | None) -> bool:
    return spots is None or any(passage_span.covers(spot) for spot in spots)


def _meets(view: View, article: str, span: Span, words: str) -> bool:
    """Return whether the words stand in the article and a passage touches them there."""
    text = view.accounts[view.article(article)].article.text
    return words in text and any(span.meets(spot) for spot in view.spots(f"{article}: {words}")[1])
