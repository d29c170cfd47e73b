"""A report in, Markdown out. What records say stays text: no sign in it marks anything up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.report.parts import Picture, Report, Section, Sentence, Table, reference

_MARKS = re.compile(r"([\\`*_\[\]<>|~&$@^{}])")
_LEADING = re.compile(r"^(\d{1,9})?([#+\-=:.)])")


def markdown(report: Report) -> str:
    """Return a report as Markdown (CommonMark with tables). A picture stands there in words."""
    lines = [f"# {escaped(report.title)}", "", escaped(report.dated), ""]
    for section in report.sections:
        lines += _section(section, 2)
    lines += [f"## {escaped(report.sources_title)}", ""]
    for source in report.sources:
        lines.append(f"{'  ' * source.level}- \\[{source.number}\\] {escaped(source.words)}.")
    return "\n".join(lines) + "\n"


def escaped(words: str) -> str:
    """Return a text whose signs mean nothing in Markdown.

    >>> escaped("*a* <b> [c](http://d)"), escaped("1. un"), escaped("# deux")
    ('\\\\*a\\\\* \\\\<b\\\\> \\\\[c\\\\](http\\\\://d)', '1\\\\. un', '\\\\# deux')
    """
    shown = _MARKS.sub(r"\\\1", words)
    # an address is no link until somebody makes it one
    shown = re.sub(r":(?=//)", r"\\:", shown)
    shown = re.sub(r"(?i)\b(www)\.", r"\1\\.", shown)
    return _LEADING.sub(lambda hit: f"{hit[1] or ''}\\{hit[2]}", shown)


def _section(section: Section, level: int) -> Iterator[str]:
    yield from (f"{'#' * level} {escaped(section.title)}", "")
    listed = False
    for part in section.parts:
        if listed and not isinstance(part, Sentence):
            yield ""
        listed = isinstance(part, Sentence)
        match part:
            case Sentence():
                yield f"{'  ' * part.level}- {escaped(part.text)}"
            case Table():
                yield from _table(part, level + 1)
            case Picture():
                yield from (escaped(part.caption.text), "", escaped(part.alt), "")
            case Section():
                yield from _section(part, level + 1)
    if listed:
        yield ""


def _table(table: Table, level: int) -> Iterator[str]:
    if table.headed:
        yield from (f"{'#' * level} {escaped(table.title)}", "")
    rules = ["---:" if at in table.numbers else "---" for at in range(len(table.heads))]
    yield _row([escaped(head) for head in table.heads])
    yield _row(rules)
    for row in table.rows:
        yield _row([escaped(cell) for cell in (*row.cells, reference(row.sources))])
    yield ""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
