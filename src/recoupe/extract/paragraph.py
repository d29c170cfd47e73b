"""What the readers work on: one paragraph with its parsed sentences. Lives only inside this folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recoupe.extract import pipeline
from recoupe.model.article import BlockKind
from recoupe.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph. `span` counts in the paragraph; the offsets of `doc` count in the sentence."""

    span: Span
    doc: Doc
    text: str = field(init=False)

    def __post_init__(self) -> None:
        # spaCy puts a text together from its tokens at each asking, which costs minutes in a list of a thousand numbers
        object.__setattr__(self, "text", self.doc.text)

    def span_of(self, first: Token, last: Token) -> Span:
        """Return where the words from `first` to `last` stand in the paragraph."""
        return Span(self.span.start + first.idx, self.span.start + last.idx + len(last.text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article. All spans in it count from the paragraph's own start."""

    text: str
    kind: BlockKind
    sentences: tuple[Sentence, ...]


def parse_paragraphs(paragraphs: Sequence[tuple[str, BlockKind, tuple[Span, ...]]]) -> list[Paragraph]:
    """Return the paragraphs with each of their sentences parsed alone, in one pass over the pipeline.

    Each comes as its text, its kind, and the spans of its sentences, which count in that text.
    """
    docs = pipeline.parse(span.of(text) for text, _, spans in paragraphs for span in spans)
    return [
        Paragraph(text, kind, tuple(Sentence(span, next(docs)) for span in spans)) for text, kind, spans in paragraphs
    ]
