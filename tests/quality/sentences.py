"""Labelled sentences in, how each part of them is read out: what was found, what was false, and which fields are right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.quality.labels import FIELDS, NONE, PARTS, Sentence, fingerprint

from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.local import read_paragraphs
from recoupe.flow import digest
from recoupe.model.article import READ_KINDS, Article, Raw
from recoupe.model.figure import Figure
from recoupe.parse.article import parse
from recoupe.settings import Settings

CORE = ("kind", "counted")
# a day to count from; no label depends on it
DAY = "2020-05-14"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A sentence and the figure that was read at its number, if any."""

    asked: Sentence
    said: Figure | None

    def right(self, *fields: str) -> bool:
        """Return whether a figure was read and has all these fields right."""
        return self.said is not None and all(str(getattr(self.said, one)) in self.asked.right[one] for one in fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The answers of one part: `figures` to numbers that are figures, `none` to those that are not.

    A number that may be taken for either is in neither.
    """

    name: str
    gold: str
    figures: tuple[Answer, ...]
    none: tuple[Answer, ...]

    @property
    def unread(self) -> bool:
        return self.name == PARTS[1]

    @property
    def found(self) -> float:
        return self._share(())

    @property
    def core(self) -> float:
        """Return the share of all figures that were found with the right kind and counted."""
        return self._share(CORE)

    @property
    def false(self) -> int:
        return sum(answer.said is not None for answer in self.none)

    def field(self, name: str) -> float:
        """Return the share of the figures found that have this field right."""
        return self._share((name,)) / self.found if self.found else 0.0

    def _share(self, fields: Sequence[str]) -> float:
        return sum(one.right(*fields) for one in self.figures) / len(self.figures) if self.figures else 0.0


def judge(sentences: Iterable[Sentence]) -> list[Part]:
    """Return how each part is read, the read part first."""
    answers = _answers(list(sentences))
    parts = []
    for name in PARTS:
        here = [answer for answer in answers if answer.asked.part == name]
        parts.append(
            Part(
                name=name,
                gold=fingerprint(answer.asked for answer in here),
                figures=tuple(answer for answer in here if NONE not in answer.asked.right["kind"]),
                none=tuple(answer for answer in here if answer.asked.right["kind"] == (NONE,)),
            )
        )
    return parts


def scores(part: Part) -> dict[str, float]:
    """Return what the gate holds of a part."""
    return {"found": part.found, "core": part.core}


def table(parts: Iterable[Part]) -> list[list[str]]:
    """Return the rows of the table of the parts, the header first."""
    rows = [["part", "figures", "found", *FIELDS, "core", "no figures", "false"]]
    for part in parts:
        shares = (part.found, *(part.field(field) for field in FIELDS), part.core)
        counts = [str(len(part.none)), str(part.false)]
        rows.append([part.name, str(len(part.figures)), *(f"{share:.3f}" for share in shares), *counts])
    return rows


def misses(part: Part) -> Iterator[str]:
    """Yield a line for each sentence of the read part that is missed, false, or has a wrong field.

    Errors: ValueError for the unread part.
    """
    if part.unread:
        raise ValueError(f"{part.name} is set apart: only its totals may be seen")
    for answer in part.none:
        if answer.said is not None:
            yield f"false  {answer.asked.marked('[]')} {answer.said.kind}"
    for answer in part.figures:
        if answer.said is None:
            yield f"missed {answer.asked.marked('[]')} {answer.asked.right['kind'][0]}"
            continue
        for field in FIELDS:
            if not answer.right(field):
                gold, said = list(answer.asked.right[field]), getattr(answer.said, field)
                yield f"wrong  {answer.asked.marked('[]')} {field}: gold {gold} said {said}"


def _answers(sentences: Sequence[Sentence]) -> list[Answer]:
    gazetteer = Gazetteer.open(Settings.from_environment().cache)
    articles = [_article(sentence.text) for sentence in sentences]
    _read_in_one_batch(articles)
    return [
        Answer(asked=sentence, said=_at(sentence, digest(article, gazetteer).figures))
        for sentence, article in zip(sentences, articles, strict=True)
    ]


def _read_in_one_batch(articles: Iterable[Article]) -> None:
    """Read all paragraphs at once, which is quicker; `digest` finds them remembered, and the same."""
    read_paragraphs(
        [
            (
                block.span.of(article.text),
                block.kind,
                tuple(sentence.shifted(-block.span.start) for sentence in block.sentences),
            )
            for article in articles
            for block in article.blocks
            if block.kind in READ_KINDS
        ]
    )


def _article(text: str) -> Article:
    parsed = parse(Raw(name="a", origin="a", data=text.encode(), media="text", language="fr", published=DAY))
    assert isinstance(parsed, Article) and parsed.text == text
    return parsed


def _at(sentence: Sentence, figures: Iterable[Figure]) -> Figure | None:
    """Return the figure that shares most characters with the marked number."""

    def shared(figure: Figure) -> int:
        return min(sentence.end, figure.span.end) - max(sentence.start, figure.span.start)

    best = max(figures, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None
