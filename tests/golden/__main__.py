"""`python -m tests.golden`: what the cross-check gives of the golden crises, case by case; `--pin` keeps what is unmet."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.crosscheck.expected import Row, judge, judgements_of, load_cases
from tests.quality.crosschecks import BASES, Crisis, crosscheck_of

HERE = Path(__file__).parent


def main(given: Sequence[str] | None = None) -> int:
    """Return 0; with `--pin` write the cases that are not met to `unmet.md`."""
    parser = argparse.ArgumentParser(prog="python -m tests.golden", description=__doc__)
    parser.add_argument("--basis", choices=BASES, default="mixed")
    parser.add_argument("--pin", action="store_true", help="write unmet.md, on the basis mixed")
    asked = parser.parse_args(given)
    for folder in folders():
        if asked.pin:
            lines = [f"- {row.outcome}: {row.case}\n" for row in rows(folder, "mixed") if not row.right]
            (folder / "unmet.md").write_text("".join(lines), encoding="utf-8")
            print(f"{folder.name}: {len(lines)} cases are unmet")
            continue
        for row in rows(folder, asked.basis):
            print(f"{row.outcome:13} {row.asked:18} {row.case}{f' ({row.detail})' if row.detail else ''}")
    return 0


def folders() -> list[Path]:
    """Return the folders of the golden crises."""
    return sorted(path.parent for path in HERE.glob("*/articles.csv"))


def rows(folder: Path, basis: str) -> list[Row]:
    """Return what came of every case of a crisis, with and without a person's judgements."""
    out = []
    for path in sorted(folder.glob("expected*.toml")):
        cases = load_cases(path)
        laid = crosscheck_of(Crisis.in_folder(folder), basis, judgements_of(cases))
        out += judge(laid.check, laid.dossier, laid.names, cases)
    return out


if __name__ == "__main__":
    sys.exit(main())
