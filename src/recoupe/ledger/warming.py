"""A ledger in; what the first look at a crisis would wait for is at hand afterwards."""

from __future__ import annotations

from recoupe.errors import RecoupeError
from recoupe.ledger import Ledger
from recoupe.ledger.history import History
from recoupe.ledger.overlay import Overlay
from recoupe.ledger.places import places_of
from recoupe.ledger.tolls import toll_book

MOST = 4
"""Crises whose last check is at hand at once; those warmed beyond would push others out."""


def warm(ledger: Ledger, crisis: str | None = None) -> None:
    """Load what stands after the last check of one crisis, or of the first few and the columns of all; nothing is written.

    What cannot be loaded is left to whoever asks for it, and is told why.
    """
    try:
        if crisis is None:
            ledger.browse.warm()
        for name in ledger.crisis_names()[:MOST] if crisis is None else (crisis,):
            _warm(ledger, name)
    except RecoupeError:
        # the ledger may be moved or shut while nobody waits for this
        return


def _warm(ledger: Ledger, name: str) -> None:
    crisis = ledger.crisis(name)
    crisis.stale()
    Overlay(crisis).filed()
    Overlay(crisis).nowhen()
    places_of(crisis)
    history = History(crisis)
    for number, _ in history.moments()[:1]:
        history.changes(number)
    if book := toll_book(crisis):
        book.index()
    crisis.review().progress()
    crisis.review().queue(limit=1)
