"""A row of words in, what stands behind the hour that opens an entry of a live page out: `17h – `, `14 h 12. `, `[15:20] `."""

from __future__ import annotations

import re

from recoupe.extract.statements.words import Row

HOUR = re.compile(r"^\d{1,2}[hH]\d{0,2}$")
PARTS = frozenset(["h", ":", "h.", "min", "heures", "heure"])
SIGNS = frozenset(["–", "—", "-", ":", ".", "|", "•", ",", "/", "]", ")"])
REACH = 8


def past_stamp(row: Row, start: int, end: int) -> int:
    """Return the first word behind an hour with its sign at the head of a stretch, the head itself where none stands there."""
    at = start + (row.low(start) in ("[", "(", "à", "•", "–"))
    first = at
    if HOUR.match(row.low(at)):
        at += 1
    elif row.low(at).isdigit() and len(row.low(at)) < 3 and row.low(at + 1) in PARTS:
        at += 2
        if row.low(at).isdigit() and len(row.low(at)) < 3:
            at += 1
    if at == first or at >= end or row.low(at) not in SIGNS:
        return start
    while at < min(end, start + REACH) and row.low(at) in SIGNS:
        at += 1
    return at if at < end else start
