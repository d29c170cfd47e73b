"""`python -m tests.quality.facts`: what the cross-check shows and misses of each crisis, fact by fact; of the crises that
are set apart totals alone."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tests.crosscheck.expected import Outcome, Row, judge, judgements_of, load_cases
from tests.quality.crosschecks import BASES, crosscheck_of
from tests.quality.facts.tables import Table, tables

RIGHT = (Outcome.SHOWN, Outcome.QUIET)


def main(given: Sequence[str] | None = None) -> int:
    """Return 0, or 2 where facts of a crisis that is set apart were asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.facts", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these tables (verviers, seeds, bria ...)")
    parser.add_argument("--basis", choices=BASES, action="append", help="default: mixed and read")
    parser.add_argument("--wrong", action="store_true", help="only the facts that are not shown in full")
    parser.add_argument("--totals", action="store_true", help="only the totals")
    asked = parser.parse_args(given)
    bases = asked.basis or ["mixed", "read"]
    every = tables()
    if apart := [table.name for table in every if table.unread and table.name in asked.names]:
        print(f"{', '.join(apart)}: set apart, only totals are shown", file=sys.stderr)
        return 2
    kept: dict[bool, list[dict[str, Row]]] = {False: [], True: []}
    for table in every:
        if table.name in asked.names or not asked.names:
            if reason := table.missing():
                print(f"left out: {reason}", file=sys.stderr)
                continue
            rows = judged(table, bases)
            kept[table.unread] += rows
            if not table.unread and not asked.totals:
                print("\n".join([f"\n## {table.name}\n", *lines(rows, bases, wrong=asked.wrong)]), flush=True)
    for unread, rows in kept.items():
        if rows:
            print("\n".join([f"\n## {'unread' if unread else 'read'}: totals\n", *totals(rows, bases)]))
    return 0


def judged(table: Table, bases: Iterable[str]) -> list[dict[str, Row]]:
    """Return the facts of a table, each with what came of it on every basis."""
    cases = load_cases(table.path)
    by_basis = {}
    for basis in bases:
        laid = crosscheck_of(table.crisis, basis, judgements_of(cases))
        by_basis[basis] = judge(laid.check, laid.dossier, laid.names, cases)
    return [dict(zip(by_basis, rows, strict=True)) for rows in zip(*by_basis.values(), strict=True)]


def lines(facts: Iterable[Mapping[str, Row]], bases: Sequence[str], *, wrong: bool = False) -> list[str]:
    """Return the table of one crisis in Markdown: a line for each fact."""
    out = [f"| fact | sort | {' | '.join(bases)} | lacks |", f"| --- | --- |{' --- |' * len(bases)} --- |"]
    for fact in facts:
        one = next(iter(fact.values()))
        if wrong and all(row.right for row in fact.values()):
            continue
        said = " · ".join(dict.fromkeys(row.detail for row in fact.values() if row.detail))
        outcomes = " | ".join(fact[basis].outcome for basis in bases)
        out.append(f"| {one.case} | {one.sort or one.asked} | {outcomes} | {said} |")
    return out


def totals(facts: Sequence[Mapping[str, Row]], bases: Sequence[str]) -> list[str]:
    """Return how many facts are shown, by sort, on every basis: shown in full, and in part beside it."""
    sorts = sorted({next(iter(fact.values())).sort or "case" for fact in facts})
    out = ["| sort | facts | " + " | ".join(f"{basis}: shown | partly | missed | fired" for basis in bases) + " |"]
    out.append("| --- | ---: |" + " ---: | ---: | ---: | ---: |" * len(bases))
    for sort in [*sorts, "all"]:
        mine = [fact for fact in facts if sort in ("all", next(iter(fact.values())).sort or "case")]
        counts = [Counter(fact[basis].outcome for fact in mine) for basis in bases]
        cells = [
            f"{sum(count[outcome] for outcome in RIGHT)} | {count[Outcome.PARTLY]} | "
            f"{count[Outcome.MISSED] + count[Outcome.UNASKED]} | {count[Outcome.FIRED]}"
            for count in counts
        ]
        out.append(f"| {sort} | {len(mine)} | {' | '.join(cells)} |")
    return out


if __name__ == "__main__":
    sys.exit(main())
