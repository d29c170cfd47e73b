"""The reference behind a sentence in, its pieces out, each with the source it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.report.parts import reference


def tokens(numbers: tuple[int, ...]) -> Iterator[tuple[str, int | None]]:
    """Yield the reference to some sources piece by piece: a number with the source that it is, else None.

    >>> list(tokens((1, 2, 3)))
    [('[', None), ('1', 1), ('–', None), ('3', 3), (']', None)]
    """
    for piece in re.split(r"(\d+)", reference(numbers)):
        if piece:
            yield piece, int(piece) if piece.isdigit() else None
