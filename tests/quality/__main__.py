"""`make quality` and `make quality-pin`: all sets that are here in, their tables, docs/quality.md and gate.toml out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from tests.quality import gate, report, sentences
from tests.quality.judging import Judged, judge
from tests.quality.labels import PARTS, load
from tests.quality.sets import MAKERS, RECORDS, ROOT, coded_set, missing

PAGE = ROOT / "docs" / "quality.md"


def main() -> int:
    """Return 0, or 1 where a floor does not hold, or 2 where a set that is set apart was asked for."""
    parser = argparse.ArgumentParser(prog="make quality", description=__doc__)
    parser.add_argument(
        "--misses",
        metavar="SET",
        choices=[*MAKERS, *PARTS],
        help="what is missed, false or wrong in a read set",
    )
    parser.add_argument("--pin", action="store_true", help="raise the floors of gate.toml to today's scores")
    parser.add_argument("--lower", metavar="REASON", help="with --pin: lower floors as well, for this reason")
    asked = parser.parse_args()
    if asked.misses:
        return _misses(asked.misses)
    judged = []
    for name in MAKERS:
        if reason := missing(name):
            print(f"left out: {reason}", file=sys.stderr)
        else:
            judged.append(judge(coded_set(name)))
    parts = sentences.judge(load())
    return _pin(judged, parts, asked.lower) if asked.pin else _show(judged, parts)


def standings(judged: Judged) -> list[gate.Standing]:
    """Return where a set stands today, by type of record."""
    coded = judged.coded
    return [
        gate.Standing(
            name=coded.name,
            records=records,
            gold=coded.fingerprint(records),
            scores=report.summary(judged.scores[records]),
        )
        for records in RECORDS
    ]


def sentence_standings(parts: Iterable[sentences.Part]) -> list[gate.Standing]:
    """Return where each part of the labelled sentences stands today."""
    return [
        gate.Standing(name=part.name, records="figures", gold=part.gold, scores=sentences.scores(part))
        for part in parts
    ]


def _misses(name: str) -> int:
    apart = name == PARTS[1] if name in PARTS else coded_set(name).unread
    if apart:
        print(f"{name} is set apart: only its totals may be seen", file=sys.stderr)
        return 2
    if name in PARTS:
        lines = sentences.misses(sentences.judge(load())[0])
    else:
        lines = report.misses(judge(coded_set(name)))
    print("\n".join(lines))
    return 0


def _standings(judged: Iterable[Judged], parts: Iterable[sentences.Part]) -> list[gate.Standing]:
    return [standing for one in judged for standing in standings(one)] + sentence_standings(parts)


def _show(judged: list[Judged], parts: list[sentences.Part]) -> int:
    for records in RECORDS:
        print(f"\n{records}\n{report.plain_table(report.table(judged, records))}")
        for key in report.KEYS[records]:
            print(f"\n{records} by {key}, read sets\n{report.plain_table(report.tallies(judged, records, key))}")
            print("worst:", ", ".join(report.worst(judged, records, key)))
    print(f"\nlabelled sentences\n{report.plain_table(sentences.table(parts))}")
    if len(judged) == len(MAKERS):
        PAGE.write_text(report.page(judged, parts), encoding="utf-8")
    else:
        print(f"{PAGE.name} is left as it is: sets are missing here", file=sys.stderr)
    pins = gate.load()
    wrong = [fault for standing in _standings(judged, parts) for fault in gate.faults(standing, pins)]
    print("\n" + ("\n".join(wrong) if wrong else "every floor holds"))
    return 1 if wrong else 0


def _pin(judged: list[Judged], parts: list[sentences.Part], reason: str | None) -> int:
    try:
        pins = gate.pin(gate.load(), _standings(judged, parts), reason)
    except gate.FloorWouldFall as error:
        print(f'no floor goes down without a reason (LOWER="why"): {error}', file=sys.stderr)
        return 1
    gate.PATH.write_text(gate.dump(pins), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
