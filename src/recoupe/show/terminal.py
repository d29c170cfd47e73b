"""Tables, articles and explanations in, what a terminal shows out; without colour the same words stand in brackets."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO, Any

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from recoupe.lexicon import Entry
from recoupe.model.review import Review
from recoupe.show.columns import columns_of
from recoupe.show.explanation import Context, Explanation
from recoupe.show.table import Table
from recoupe.show.values import cell, day, interval, printable, window
from recoupe.store.rows import EventRow, FigureRow, Hit, Read, RecordRow, StatementRow

_WIDE = 160
"""Columns where the output is no terminal and nothing says how wide it is."""
_FORMS = 24
"""How many forms of a lexicon entry are shown; some verbs of saying have hundreds beside them."""
_STYLES = {"id": "dim", "value": "bold", "code": "dim", "article": "dim"}
_CUT = {
    "words", "place", "source", "speaker", "via", "cue", "article", "title", "reason", "publisher", "url", "crises",
    "actor", "target", "name", "other", "about", "other article", "evidence", "contradicts", "withdrawn", "says", "why",
    "toll", "change",
}  # fmt: skip
_LEAST = 8
_RIGHT = {"value", "figures", "statements", "articles"}
_MARK = {FigureRow: "bold yellow", StatementRow: "cyan", EventRow: "green"}


def console_for(stream: IO[str], *, color: bool) -> Console:
    """Return the console of a stream; what is piped keeps a width of its own and no colour."""
    terminal = stream.isatty()
    width = None if terminal or os.environ.get("COLUMNS") else _WIDE
    return Console(
        file=stream, width=width, no_color=not color, highlight=False, emoji=False, markup=False, soft_wrap=False
    )


def table_view(table: Table[Any]) -> RenderableType:
    """Return a table; a column that no row fills is left out."""
    if table.kind is Hit:
        return Group(*(_hit(hit) for hit in table))
    columns = columns_of(table.kind)
    rows = [[fill(row) for _, fill in columns] for row in table]
    kept = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    return _Fitted(tuple(columns[at][0] for at in kept), tuple(tuple(row[at] for at in kept) for row in rows))


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A table with one line a row where the width allows it: long names are cut, what is narrow is not."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        caps = self._caps(options.max_width)
        if caps is None:
            yield from self._listed()
            return
        grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1))
        for name, cap in zip(self.heads, caps, strict=True):
            grid.add_column(
                Text(name),
                style=_STYLES.get(name, ""),
                justify="right" if name in _RIGHT else "left",
                no_wrap=True,
                overflow="ellipsis",
                max_width=cap,
            )
        for row in self.rows:
            grid.add_row(*map(Text, row))
        yield grid

    def _listed(self) -> RenderResult:
        """Yield each row as a paragraph, for a terminal too narrow for columns."""
        grid = Grid(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
        for first, *others in self.rows:
            grid.add_row(Text(first, style="dim"), Text(" · ".join(filter(None, others))))
        yield grid

    def _caps(self, width: int) -> list[int | None] | None:
        """Return the width each column is cut to, None for one that is shown whole; no widths where all do not fit."""
        natural = [max(map(cell_len, column)) for column in zip(self.heads, *self.rows, strict=True)]
        room = width - 3 * (len(self.heads) - 1)
        cut = [at for at, name in enumerate(self.heads) if name in _CUT]
        room -= sum(size for at, size in enumerate(natural) if at not in cut)
        if room < _LEAST * len(cut):
            return None
        caps: list[int | None] = [None] * len(self.heads)
        # the narrow ones take what they need, the others share the rest
        for done, at in enumerate(sorted(cut, key=lambda at: natural[at])):
            size = min(natural[at], room // (len(cut) - done))
            caps[at], room = size, room - size
        return caps


def article_view(read: Read) -> RenderableType:
    """Return an article's text with its records marked, and the list of what the marks say."""
    article = read.article
    head = Text(article.name, style="bold")
    about = (article.title, article.publisher, article.agency, article.published or "day unknown", article.url)
    if known := " · ".join(cell(value) for value in about if value):
        head.append(f"\n{known}", style="dim")
    notes = Text("\n".join(cell(note) for note in article.notes), style="dim")
    names: dict[str, str] = {row.id: f"f{number}" for number, row in enumerate(read.figures, 1)}
    names |= {row.id: f"s{number}" for number, row in enumerate(read.statements, 1)}
    names |= {row.id: f"e{number}" for number, row in enumerate(read.events, 1)}
    listed = Grid(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for row in read.records:
        listed.add_row(Text(names[row.id], style=_MARK[type(row)]), Text(row.id[:8], style="dim"), Text(_sentence(row)))
    return Group(head, *([notes] if notes else []), Text(), _marked(read, names), Text(), listed)


def explanation_view(explanation: Explanation, *, lexicon: bool = True) -> RenderableType:
    """Return a record, its words in context, the rule of each field, and, if `lexicon`, the entries that rules name."""
    record = explanation.record
    head = Text(_sentence(record), style="bold")
    where = Text(f"{record.id}  {explanation.article} {record.start}–{record.end}  {explanation.made_by}", style="dim")
    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in ("field", "value", "rule", "words"):
        grid.add_column(Text(name), overflow="fold")
    for reason in explanation.reasons:
        grid.add_row(Text(reason.field), Text(reason.value, style="bold"), Text(reason.rule), _context(reason.context))
    parts: list[RenderableType] = [head, where, Text(), _context(explanation.context), Text(), grid]
    parts += [Text(_review(one)) for one in explanation.reviews]
    for entry in explanation.entries if lexicon else ():
        parts += [Text(), _entry(entry)]
    return Group(*parts)


def _review(row: Review) -> str:
    """Return what somebody judged of a record: who, when, what, and why."""
    changed = ", ".join(f"{name}: {cell(value) or 'blank'}" for name, value in (row.changed or {}).items())
    said = f"{row.verdict} ({changed})" if changed else row.verdict.value
    return f"judged {row.at} by {cell(row.by)}: {said}" + (f" · {cell(row.reason)}" if row.reason else "")


def _sentence(row: RecordRow) -> str:
    if isinstance(row, EventRow):
        return _event(row)
    if isinstance(row, StatementRow):
        said = f" on {row.said_on}" if row.said_on else ""
        via = f" via {cell(row.via)}" if row.via else ""
        return f"{cell(row.speaker) or 'speaker unknown'}{said}{via} · {row.act} · {row.form} · {cell(row.text)}"
    parts = [
        f"{interval(row.low, row.high, row.unit)} ({cell(row.words)})",
        f"{row.kind} {row.counted}",
        cell(row.place) + (f" ({cell(row.place_text)})" if row.place_text else ""),
        window(row.since, row.until),
        f"by {cell(row.by)}" if row.by else "",
        f"of {cell(row.side)}" if row.side else "",
        f"source: {cell(row.source)}" if row.source else "",
        "" if row.modality == "reported" else row.modality,
    ]
    return " · ".join(part for part in parts if part)


def _event(row: EventRow) -> str:
    parts = [
        row.type + (f" {row.mode}" if row.mode else ""),
        cell(row.text),
        f"by {cell(row.actor)}" if row.actor else "",
        f"to {cell(row.target)}" if row.target else "",
        cell(row.place),
        row.date or "",
        "" if row.modality == "reported" else row.modality,
    ]
    return " · ".join(part for part in parts if part)


def _marked(read: Read, names: dict[str, str]) -> Text:
    """Return the text with `[f1 12]` around figures and `[s1 …]` around statements; events are only listed."""
    text = read.article.text
    opens: dict[int, list[RecordRow]] = {}
    closes: dict[int, int] = {}
    marked: list[RecordRow] = [*read.figures, *read.statements]
    for row in sorted(marked, key=lambda row: (row.start, -row.end)):
        opens.setdefault(row.start, []).append(row)
        closes[row.end] = closes.get(row.end, 0) + 1
    shown, last = Text(), 0
    inside = [(row.start, row.end) for row in read.statements]
    for at in sorted({*opens, *closes, len(text)}):
        quoted = any(start <= last < end for start, end in inside)
        number = any(row.start <= last < row.end for row in read.figures)
        style = _MARK[FigureRow] if number else _MARK[StatementRow] if quoted else ""
        shown.append(printable(text[last:at]), style=style)
        shown.append("]" * closes.get(at, 0), style="dim")
        for row in opens.get(at, ()):
            shown.append(f"[{names[row.id]} ", style="dim")
        last = at
    return shown


def _context(context: Context | None) -> Text:
    if context is None:
        return Text()
    return Text.assemble((context.before, "dim"), (f"[{context.words}]", "bold"), (context.after, "dim"))


def _entry(entry: Entry) -> RenderableType:
    more = len(entry.forms) > _FORMS
    lines: Iterable[tuple[str, str]] = (
        ("means", entry.means),
        ("forms", ", ".join(entry.forms[:_FORMS]) + (f" … ({len(entry.forms)} in all)" if more else "")),
        ("regex", entry.regex or ""),
        ("finds", entry.finds[0]),
        ("ignores", entry.ignores[0]),
        ("why", entry.why),
    )
    grid = Grid(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for name, value in lines:
        if value:
            grid.add_row(Text(name, style="dim"), Text(cell(value)))
    return Group(Text(entry.name, style="bold"), Padding(grid, (0, 0, 0, 2)))


def _hit(hit: Hit) -> RenderableType:
    head = Text.assemble((hit.article, "bold"), (f"  {hit.article_id[:8]}  {day(hit.published)}", "dim"))
    body = Text("…" if hit.start else "")
    last = 0
    for start, end in hit.marks:
        body.append(printable(hit.excerpt[last:start]).replace("\n", " "))
        body.append(f"[{printable(hit.excerpt[start:end])}]", style="bold yellow")
        last = end
    body.append(printable(hit.excerpt[last:]).replace("\n", " ") + "…")
    return Group(head, Padding(body, (0, 0, 1, 2)))
