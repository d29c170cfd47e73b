"""The texts that are read for the measurements: the five seeds where they are, and the invented reports."""

from __future__ import annotations

from tests.quality.sets import CodedSet, coded_set, missing

from recoupe.extract.memo import Unread
from recoupe.model.article import READ_KINDS, Article, Raw
from recoupe.parse.article import parse


def five() -> tuple[str, list[Article]]:
    """Return the five seeds, or five reports of the sample where they are absent, and what they are called."""
    name = "sample" if missing("seeds") else "seeds"
    return name, articles(coded_set(name))[:5]


def many() -> list[Article]:
    """Return the reports of every set that may be read."""
    names = ("seeds", "dossiers read", "own", "sample")
    return [article for name in names if not missing(name) for article in articles(coded_set(name))]


def articles(coded: CodedSet) -> list[Article]:
    """Return the reports of a set, parsed but not read."""
    raws = (
        Raw(name=one.name, origin=one.name, data=one.path.read_bytes(), media="text", published=one.published)
        for one in coded.reports
    )
    return [article for raw in raws if isinstance(article := parse(raw), Article)]


def paragraphs(article: Article) -> list[Unread]:
    """Return what is read of an article, as the first step of the digest takes it."""
    return [
        (
            block.span.of(article.text),
            block.kind,
            tuple(sentence.shifted(-block.span.start) for sentence in block.sentences),
        )
        for block in article.blocks
        if block.kind in READ_KINDS
    ]


def sentences(article: Article) -> list[str]:
    """Return the sentences that are parsed of an article."""
    return [span.of(text) for text, _, spans in paragraphs(article) for span in spans]


def stream(share: float, length: int) -> list[Unread]:
    """Return paragraphs of which a share repeats one of those before: every so many steps one is taken up again."""
    fresh = iter([paragraph for article in many() for paragraph in paragraphs(article)])
    taken: list[Unread] = []
    due = 0.0
    for at in range(length):
        due += share
        if due >= 1 and taken:
            due -= 1
            # a stride that is prime to most lengths meets old and young paragraphs alike
            taken.append(taken[at * 7919 % len(taken)])
        elif (one := next(fresh, None)) is not None:
            taken.append(one)
    return taken
