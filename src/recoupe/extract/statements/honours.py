"""A word in, the first word behind the style of address that opens there out: `Son Excellence Monsieur le ministre`."""

from __future__ import annotations

from recoupe.extract.statements.words import Row

STYLES = frozenset(["excellence", "éminence", "altesse", "majesté", "sainteté", "honneur"])
ADDRESS = frozenset(["monsieur", "madame", "m.", "mme", "mgr", "monseigneur", "royale"])


def past_honour(row: Row, at: int) -> int:
    """Return the word behind a style of address, or the word itself where none opens."""
    start = at
    if row.low(at) in ("son", "sa", "leurs") and row.low(at + 1) in STYLES and at + 1 < len(row.words):
        if not row.words[at + 1].capital:
            return start
        at += 2
    while row.low(at) in ADDRESS and (at > start or row.low(at + 1) in ("le", "la", "l'")):
        at += 1
    at += at > start and row.low(at) == ","
    return at
