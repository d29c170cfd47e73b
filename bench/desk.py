"""A ledger of a million figures in, what each page of the desk takes of the server out: median and 95th percentile."""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import FastAPI

from bench.findings import check_all
from bench.ledger import CRISES, fill, town
from recoupe.desk.app import create_app
from recoupe.ledger import Ledger
from recoupe.store.overview import Of, Question

FIGURES = 1_000_000
ROUNDS = 40
GOAL = 100
"""Milliseconds that the 95th percentile of a page is to stay under."""
ADDRESSES: dict[str, tuple[dict[str, Any], ...]] = {
    "/": ({},),
    "/figures": (
        {}, {"sort": "-value"}, {"kind": "killed", "sort": "place"}, {"place": "onde", "source": "prefecture"},
        {"from": "2021-02-01", "to": "2021-03-01"}, {"before": "end", "sort": "-source"}, {"as_of": "2999-01-01"},
        {"q": "armee ba"},
    ),
    "/statements": ({}, {"act": "accuse"}, {"sort": "-speaker", "before": "end"}),
    "/events": ({}, {"type": "AGREE"}, {"sort": "place"}),
    "/search": ({"q": town(3)}, {"q": "bâtiments détruits"}, {"q": "habitants"}),
    "/tolls": ({}, {"kind": "killed"}),
    "/map": ({},),
    "/timeline": ({},),
    "/voices": ({},),
    "/articles": ({}, {"page": 2}),
    "/lineage": ({},),
    "/review": ({},),
    "/changes": ({},),
    "/api/v1/figures": ({"limit": 100}, {"limit": 100, "sort": "-value"}),
    "/api/v1/figures/counts": ({},),
    "/api/v1/search": ({"q": "préfecture"},),
}  # fmt: skip
"""What is asked of each page, in turn for each crisis. One that this desk does not have is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What the answers of one page took of the server, in milliseconds of its processor; `clock` is the 95th percentile
    by the clock, which counts what else the machine does. `bytes` is how large the largest was."""

    page: str
    first: float
    median: float
    late: float
    clock: float
    bytes: int


def desk(figures: int = FIGURES, rounds: int = ROUNDS) -> Iterator[Served]:
    """Yield for each page what it takes. `BENCH_LEDGER` names a file that is filled once and then taken again."""
    kept = os.environ.get("BENCH_LEDGER")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(kept) if kept else Path(folder) / "desk.sqlite"
        if not path.exists():
            begun = time.perf_counter()
            fill(path, figures)
            check_all(path, figures)
            print(f"filled in {time.perf_counter() - begun:.0f} s, {path.stat().st_size / 1e6:.0f} MB", file=sys.stderr)
        with Ledger.open(path) as ledger:
            begun = time.perf_counter()
            ledger.browse.warm()
            print(f"its columns read in {time.perf_counter() - begun:.1f} s", file=sys.stderr)
            app = create_app(ledger)
            for page, asked in _pages(ledger).items():
                if (served := _measured(app, page, asked, rounds)) is not None:
                    yield served


def section(served: Sequence[Served], figures: int = FIGURES) -> str:
    """Return what was measured as a section of the page on what costs what."""
    lines = [
        f"| `{one.page}` | {one.median:.0f} | {one.late:.0f} | {one.clock:.0f} | {one.first:.0f} | {one.bytes / 1000:.0f} |"
        for one in served
    ]
    over = [f"`{one.page}`" for one in served if one.late > GOAL]
    head = f"""
## Pages of the desk

Milliseconds of the processor that the server takes for a page, one request after the other in one process, from a ledger
of {figures:,} invented figures in {len(CRISES)} crises, which are asked about in turn. `first` is the longest of the
first requests for each crisis, which are not in the others; `by the clock` is the 95th percentile with whatever else the
machine did. The goal is a 95th percentile under {GOAL} ms; over it: {", ".join(over) or "none"}.

| page | median | 95th percentile | by the clock | first | kB |
| --- | ---: | ---: | ---: | ---: | ---: |
"""
    return head + "\n".join(lines) + "\n"


def _pages(ledger: Ledger) -> dict[str, tuple[dict[str, Any], ...]]:
    """Return the pages with those of single records and articles."""
    found = {}
    for of in (Of.FIGURES, Of.STATEMENTS):
        _, lines = ledger.browse.page(Question(of=of, crisis=CRISES[0][0]), size=6)
        found |= {f"/records/{line.row.id}": ({},) for line in lines[:1]}
    _, lines = ledger.browse.page(Question(of=Of.FIGURES, crisis=CRISES[0][0]), size=1)
    return {**ADDRESSES, **found, f"/articles/{lines[0].row.article_id}": ({},)}


def _measured(app: FastAPI, page: str, asked: tuple[dict[str, Any], ...], rounds: int) -> Served | None:
    """Return what a page takes, None for one that is not there."""
    of_one = page.startswith(("/records/", "/articles/"))
    names = [CRISES[0][0]] if of_one else [name for name, _ in CRISES]
    crises: list[dict[str, Any]] = [{"crisis": name} for name in names]
    took: list[float] = []
    waited: list[float] = []
    size = 0
    for turn in range(rounds):
        values = {**crises[turn % len(crises)], **asked[turn // len(crises) % len(asked)]}
        begun, worked = time.perf_counter(), time.process_time()
        status, length = asyncio.run(_get(app, page, urlencode(values, quote_via=quote)))
        took.append((time.process_time() - worked) * 1000)
        waited.append((time.perf_counter() - begun) * 1000)
        size = max(size, length)
        if status != 200:
            if status != 404:
                print(f"{page}?{urlencode(values)}: {status}", file=sys.stderr)
            return None
    fresh, late, clock = max(took[: len(crises)]), *(_late(some[len(crises) :]) for some in (took, waited))
    median = statistics.median(took[len(crises) :])
    return Served(page=page, first=fresh, median=median, late=late, clock=clock, bytes=size)


def _late(took: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(took, n=20, method="inclusive")[-1]


async def _get(app: FastAPI, path: str, query: str) -> tuple[int, int]:
    """Return the status and the size of what an application answers, without a server between."""
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"host", b"127.0.0.1")], "server": ("127.0.0.1", 80), "client": ("127.0.0.1", 1),
    }  # fmt: skip
    await app(scope, receive, send)
    return sent[0]["status"], sum(len(message.get("body", b"")) for message in sent)


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else FIGURES
    everything = []
    for one in desk(wanted):
        print(
            f"{one.page}: {one.median:.0f} ms, {one.late:.0f} at the 95th percentile ({one.clock:.0f} by the clock)",
            flush=True,
        )
        everything.append(one)
    print(section(everything, wanted))
