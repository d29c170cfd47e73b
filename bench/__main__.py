"""`make bench`: measures, prints the table and writes docs/performance.md."""

from __future__ import annotations

import platform
import sys
import tempfile
from pathlib import Path

from bench.cases import everything
from bench.desk import desk, section
from bench.timing import Line

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
HEAD = """\
# What costs what

`make bench` writes this page. Each line is a ratio of processor seconds: what is compared is done in turn in one run,
the median over the rounds is shown with the least and the largest. Read ratios, not seconds: machines drift.

| compared | ratio | rounds | |
| --- | ---: | --- | --- |
"""
TAIL = """
Documents are read one after the other in one process; there are no workers to compare yet. A batch of several articles
would win little over one article a batch, and would let a fault in one article reach the others: so each is parsed alone.
"""


def main() -> int:
    """Return 0, or 1 where two ways that must agree did not."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for line in everything(Path(folder)):
            print(_row(line).strip("| \n"), flush=True)
            lines.append(line)
    machine = f"\nMeasured with Python {platform.python_version()} on {platform.machine()}.\n"
    served = []
    for page in desk():
        print(f"{page.page}: {page.median:.0f} ms, {page.late:.0f} at the 95th percentile", flush=True)
        served.append(page)
    PAGE.write_text(HEAD + "".join(map(_row, lines)) + machine + TAIL + section(served), encoding="utf-8")
    return int(any("DIFFER" in line.note for line in lines))


def _row(line: Line) -> str:
    spread = f"{line.spread[0]:.2f}–{line.spread[1]:.2f}" if line.spread else "once"
    return f"| {line.what} | {line.ratio:.2f} | {spread} | {line.note} |\n"


if __name__ == "__main__":
    sys.exit(main())
