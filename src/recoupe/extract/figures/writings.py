"""An article's readings and its text in, the readings without the days that only date something written or quoted out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recoupe.extract.reading import Reading
from recoupe.model.moment import Moment
from recoupe.model.span import Span

# `dans notre article du 15 mai`, `la note publiée lundi`, `un décret du 3 juin`
WRITTEN = re.compile(
    r"\b(?:articles?|éditions?|dépêches?|numéros?|communiqués?|rapports?|bulletins?|papiers?|publications?|lettres?|courriers?|courriels?|décrets?"
    r"|arrêtés?|résolutions?|ordonnances?|contrats?|erratum|note\sde\ssituation)\s(?:[^\W\d]+\s){0,2}?"
    r"(?:(?:du|de|des|le|ce|cette|paru\w*|publiée?s?|datée?s?|diffusée?s?|signée?s?)\s){0,2}$",
    re.IGNORECASE,
)


def without_writings(readings: Sequence[tuple[Span, Reading]], text: str) -> tuple[tuple[Span, Reading], ...]:
    """Return the readings without the moments that date a writing: such a day began nothing.

    Nor does what somebody in quotation marks says has gone on since (`« l'eau était coupée depuis la veille »`).
    """

    def dates_none(block: Span, moment: Moment) -> bool:
        at = block.start + moment.span.start
        if moment.starts and _is_quoted(text[block.start : at]):
            return False
        return WRITTEN.search(text[max(0, at - 90) : at]) is None

    return tuple(
        (
            block,
            replace(
                reading,
                moments=tuple(one for one in reading.moments if dates_none(block, one)),
                struck=tuple(one for one in reading.struck if dates_none(block, one)),
            ),
        )
        for block, reading in readings
    )


def _is_quoted(before: str) -> bool:
    """Whether quotation marks are open behind the words of a paragraph."""
    return before.count("«") > before.count("»") or before.count("“") > before.count("”") or before.count('"') % 2 == 1
