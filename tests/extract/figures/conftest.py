"""Figures of a short text, read and bound as in an article of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.article import Article, Raw
from recoupe.model.figure import Figure
from recoupe.parse.article import parse

Read = Callable[[str], tuple[Figure, ...]]


@pytest.fixture
def figures(gazetteer: Gazetteer) -> Read:
    """Return the figures of a text published on Thursday 14 May 2020."""

    def read(text: str) -> tuple[Figure, ...]:
        raw = Raw(name="note.txt", origin="note.txt", data=text.encode(), media="text", published="2020-05-14")
        article = parse(raw)
        assert isinstance(article, Article)
        return digest(article, gazetteer).figures

    return read
