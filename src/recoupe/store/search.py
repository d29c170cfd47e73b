"""Words in, the stretches of articles that hold them out; accents and case do not count, signs are no commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

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
_FOUND = sa.text("""
    SELECT r.name AS article, a.id AS article_id, a.published, a.text, a.title,
        highlight(article_words, 0, :open, :close) AS marked_title,
        highlight(article_words, 1, :open, :close) AS marked
    FROM article_words JOIN article a ON a.seq = article_words.rowid JOIN reading r ON r.article = a.seq
    WHERE article_words MATCH :asked
        AND NOT EXISTS (SELECT 1 FROM reading later WHERE later.replaces = r.seq)
        AND (:crisis IS NULL OR a.id IN (SELECT article_id FROM article_crisis WHERE crisis = :crisis))
    ORDER BY article_words.rank, r.seq
""")


def search(engine: Engine, path: Path, words: str, *, crisis: str | None = None) -> list[Hit]:
    """Return up to three excerpts of each article that holds all the words, best article first.

    They are whole words; `brebi*` is any that begins so. Words in quotation marks must stand together. Where only the
    title holds them, the excerpt is the title, at 0 to 0.
    """
    asked = _asked(words)
    if not asked:
        return []
    values = {"asked": asked, "open": _OPEN, "close": _CLOSE, "crisis": crisis}
    with looking(engine, path) as connection:
        hold_crisis(connection, crisis)
        rows = connection.execute(_FOUND, values).all()
    hits = []
    for row in rows:
        place = {"article": row.article, "article_id": row.article_id, "published": row.published}
        marks = _marks(row.marked, row.text)
        if not marks:
            title = row.title or row.text[: 2 * _AROUND]
            hits.append(Hit(**place, start=0, end=0, excerpt=title, marks=tuple(_marks(row.marked_title or "", title))))
        for start, end, inside in list(_excerpts(marks, row.text))[:_EXCERPTS]:
            hits.append(Hit(**place, start=start, end=end, excerpt=row.text[start:end], marks=inside))
    return hits


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
