"""Words in, the stretches of articles that hold them out; accents and case do not count, signs are no commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from recoupe.store.connect import looking
from recoupe.store.filters import hold_crisis
from recoupe.store.rows import Hit

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Signs of the private use area, which no word holds, to mark what was found."""
_PHRASE = re.compile(r'["“«]([^"”»]*)["”»]|(\S+)')
_NEAR = 120
"""Found words closer than this stand in one excerpt."""
_AROUND = 60
_EXCERPTS = 3
_STANDS = """
    FROM article_words JOIN reading r ON r.article = article_words.rowid JOIN article a ON a.seq = r.article
        JOIN run began ON began.seq = r.run
    WHERE article_words MATCH :asked
        AND (:as_of IS NULL OR substr(began.began, 1, 10) <= :as_of)
        AND NOT EXISTS (
            SELECT 1 FROM reading later JOIN run ON run.seq = later.run
            WHERE later.replaces = r.seq AND (:as_of IS NULL OR substr(run.began, 1, 10) <= :as_of)
        )
        AND (:crisis IS NULL OR EXISTS (
            SELECT 1 FROM article_crisis filed JOIN run ON run.seq = filed.run
            WHERE filed.article_id = a.id AND filed.crisis = :crisis
                AND (:as_of IS NULL OR substr(run.began, 1, 10) <= :as_of)
        ))
"""
_BEST = sa.text(f"SELECT r.seq AS reading, r.article AS seq {_STANDS} ORDER BY article_words.rank, r.seq")
_MARKED = sa.text("""
    SELECT r.name AS article, a.id AS article_id, a.published, a.text, a.title,
        highlight(article_words, 0, :open, :close) AS marked_title,
        highlight(article_words, 1, :open, :close) AS marked
    FROM article_words JOIN article a ON a.seq = article_words.rowid JOIN reading r ON r.article = a.seq
    WHERE article_words MATCH :asked AND article_words.rowid = :seq AND r.seq = :reading
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one page of a search found: the excerpts, those of the best article first, each with the number of its
    reading; `total` counts the articles that hold all the words, `articles` those of this page."""

    hits: tuple[tuple[int, Hit], ...]
    articles: int
    total: int


def search(engine: Engine, path: Path, words: str, *, crisis: str | None = None) -> list[Hit]:
    """Return up to three excerpts of each article that holds all the words, best article first.

    They are whole words; `brebi*` is any that begins so. Words in quotation marks must stand together. Where only the
    title holds them, the excerpt is the title, at 0 to 0.
    """
    return [hit for _, hit in find(engine, path, words, crisis=crisis).hits]


def find(
    engine: Engine,
    path: Path,
    words: str,
    *,
    crisis: str | None = None,
    as_of: str | None = None,
    most: int | None = None,
    past: int = 0,
) -> Found:
    """Return what `search` does of `most` articles behind the first `past` ones, as of the end of a day (ISO).

    Excerpts are made of those articles alone, however many hold the words.
    """
    asked = _asked(words)
    values = {"asked": asked, "crisis": crisis, "as_of": as_of}
    with looking(engine, path) as connection:
        hold_crisis(connection, crisis)
        if not asked:
            return Found(hits=(), articles=0, total=0)
        found = connection.execute(_BEST, values).all()
        best = found[past:] if most is None else found[past : past + most]
        hits: list[tuple[int, Hit]] = []
        for place in best:
            marked = {"asked": asked, "open": _OPEN, "close": _CLOSE, "seq": place.seq, "reading": place.reading}
            hits += [(place.reading, hit) for hit in _hits(connection.execute(_MARKED, marked).one())]
    return Found(hits=tuple(hits), articles=len(best), total=len(found))


def _hits(row: Any) -> Iterator[Hit]:
    place = {"article": row.article, "article_id": row.article_id, "published": row.published}
    marks = _marks(row.marked, row.text)
    if not marks:
        title = row.title or row.text[: 2 * _AROUND]
        yield Hit(**place, start=0, end=0, excerpt=title, marks=tuple(_marks(row.marked_title or "", title)))
    for start, end, inside in islice(_excerpts(marks, row.text), _EXCERPTS):
        yield Hit(**place, start=start, end=end, excerpt=row.text[start:end], marks=inside)


def _asked(words: str) -> str:
    """Return the query for the words: each quoted, so that no sign in it is a command of the query language.

    A star that ends one is for all words that begin so.

    >>> _asked('cessez-le-feu OR "corridor humanitaire"* évacu*')
    '"cessez-le-feu" "OR" "corridor humanitaire" "évacu"*'
    """
    parts = (phrase or word for phrase, word in _PHRASE.findall(words.replace("\x00", " ")))
    return " ".join(
        '"' + part.rstrip("*").replace('"', '""') + '"' + ("*" if part.endswith("*") else "")
        for part in parts
        if any(sign.isalnum() for sign in part)
    )


def _marks(marked: str, text: str) -> list[tuple[int, int]]:
    """Return where the found words stand; none where the text has the marking signs itself."""
    if marked.replace(_OPEN, "").replace(_CLOSE, "") != text:
        return []
    marks, shift = [], 0
    for match in re.finditer(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}", marked):
        start = match.start() - shift
        marks.append((start, start + len(match[1])))
        shift += 2
    return marks


def _excerpts(marks: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int, tuple[tuple[int, int], ...]]]:
    groups: list[list[tuple[int, int]]] = []
    for mark in marks:
        if groups and mark[0] - groups[-1][-1][1] < _NEAR:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    for group in groups:
        start, end = max(0, group[0][0] - _AROUND), min(len(text), group[-1][1] + _AROUND)
        if start > 0:
            start = min(group[0][0], text.find(" ", start) + 1 or start)
        if end < len(text):
            end = max(group[-1][1], text.rfind(" ", group[-1][1], end))
        yield start, end, tuple((first - start, last - start) for first, last in group)
