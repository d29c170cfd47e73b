"""Paragraphs in, their readings out: each distinct one is read once and remembered, for much of the news is reprinted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from hashlib import blake2b

from recoupe.extract.fingerprint import made_by
from recoupe.extract.reading import Reading
from recoupe.model.article import BlockKind
from recoupe.model.span import Span

Unread = tuple[str, BlockKind, tuple[Span, ...]]
"""A paragraph's text, its kind, and the spans of its sentences in that text: all that its reading depends on."""


class Memo:
    """The readings of the paragraphs last met, at most `size` of them. For one thread, like the language pipeline."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._readings: OrderedDict[bytes, Reading] = OrderedDict()

    def recall(self, paragraphs: Sequence[Unread], read: Callable[[Sequence[Unread]], list[Reading]]) -> list[Reading]:
        """Return the reading of each paragraph; `read` is given those not remembered, each once, in their order."""
        keys = [key(paragraph) for paragraph in paragraphs]
        known = {each: self._readings[each] for each in keys if each in self._readings}
        new = {each: paragraph for each, paragraph in zip(keys, paragraphs, strict=True) if each not in known}
        if new:
            known |= zip(new, read(list(new.values())), strict=True)
        for each in keys:
            self._readings[each] = known[each]
            self._readings.move_to_end(each)
        while len(self._readings) > self.size:
            self._readings.popitem(last=False)
        return [known[each] for each in keys]

    def clear(self) -> None:
        """Forget everything."""
        self._readings.clear()

    def __len__(self) -> int:
        return len(self._readings)


def key(paragraph: Unread) -> bytes:
    """Return what a paragraph is remembered by: it differs with the text, its kind, its sentences and what reads it."""
    text, kind, sentences = paragraph
    spans = ",".join(f"{span.start}-{span.end}" for span in sentences)
    head = f"{made_by()}\0{kind}\0{spans}\0".encode()
    return blake2b(head + text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
