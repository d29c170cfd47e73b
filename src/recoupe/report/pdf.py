"""A report in, a tagged PDF out. What it says reaches the page as data, never as a source that is run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from recoupe.report.parts import Picture, Report, Section, Sentence, Source, Table, pieces
from recoupe.report.references import tokens

Plain = dict[str, Any]


def pdf(report: Report) -> bytes:
    """Return a report as PDF/UA-1; where a sign in it has no glyph on this machine, as a tagged PDF without that claim."""
    import typst

    pictures: dict[str, bytes] = {}
    parts = [part for section in report.sections for part in _section(section, 1, pictures)]
    data = {
        "title": report.title,
        "dated": report.dated,
        "language": report.language,
        # the words of articles, and so most names, are French
        "quoted": "fr",
        "parts": parts,
        "sources_title": report.sources_title,
        "sources": [_source(one) for one in report.sources],
    }
    template = files("recoupe.report").joinpath("templates/report.typ").read_bytes()
    held = {"main.typ": template, "data.json": json.dumps(data, ensure_ascii=False).encode(), **pictures}
    # its stubs know no files in memory
    compiled: Any = typst.compile
    try:
        return bytes(compiled(held, format="pdf", pdf_standards="ua-1"))
    except typst.TypstError:
        return bytes(compiled(held, format="pdf"))


def _section(section: Section, level: int, pictures: dict[str, bytes]) -> Iterator[Plain]:
    yield {"sort": "heading", "level": level, "words": section.title}
    run: list[Sentence] = []
    for part in section.parts:
        if isinstance(part, Sentence):
            run.append(part)
            continue
        if run:
            yield _list(run)
            run = []
        match part:
            case Table():
                if part.headed:
                    yield {"sort": "heading", "level": level + 1, "words": part.title}
                yield _table(part)
            case Picture():
                name = f"picture-{len(pictures)}.svg"
                pictures[name] = part.svg
                yield {"sort": "picture", "file": name, "alt": part.alt, "caption": _sentence(part.caption)}
            case Section():
                yield from _section(part, level + 1, pictures)
    if run:
        yield _list(run)


def _list(sentences: list[Sentence]) -> Plain:
    """Return sentences as the items of a list, those one level lower in the item before them."""
    items: list[Plain] = []
    for one in sentences:
        if one.level and items:
            items[-1]["below"].append(_sentence(one))
        else:
            items.append({**_sentence(one), "below": []})
    return {"sort": "list", "items": items}


def _sentence(one: Sentence) -> Plain:
    return {"words": _words(one.words, one.quotes), "refs": list(tokens(one.sources))}


def _table(table: Table) -> Plain:
    rows = [
        {"cells": [_words(cell, row.quotes) for cell in row.cells], "refs": list(tokens(row.sources))}
        for row in table.rows
    ]
    return {"sort": "table", "title": table.title, "heads": table.heads, "numbers": table.numbers, "rows": rows}


def _source(one: Source) -> Plain:
    return {"number": one.number, "level": one.level, "words": _words(one.words, one.quotes)}


def _words(words: str, quotes: tuple[str, ...]) -> list[tuple[str, bool]]:
    return list(pieces(words, quotes))
