"""An article that was dated by others, read again from both ends of its interval, in; what both readings agree on, out."""

from __future__ import annotations

from dataclasses import replace

from recoupe.model.account import Account
from recoupe.model.digest import Digest
from recoupe.model.figure import Figure


def with_windows(account: Account, earliest: Digest, latest: Digest) -> Account:
    """Return an undated account whose figures have the windows that they have whatever the day of its interval was.

    `earliest` and `latest` are readings of the article from the first and the last day it can have appeared on. Where they
    differ, a window keeps what they share of it, its month or its year. Ids and all other fields stay.
    """
    first = {(figure.span, figure.kind): figure for figure in earliest.figures}
    last = {(figure.span, figure.kind): figure for figure in latest.figures}

    def dated(figure: Figure) -> Figure:
        one, other = first.get((figure.span, figure.kind)), last.get((figure.span, figure.kind))
        if one is None or other is None:
            return figure
        return replace(
            figure,
            since=figure.since or shared(one.since, other.since),
            until=figure.until or shared(one.until, other.until),
        )

    return replace(account, figures={id: dated(figure) for id, figure in account.figures.items()})


def shared(one: str | None, other: str | None) -> str | None:
    """Return what two ISO days, months or years have in common, None where not even the year.

    >>> shared("2016-12-08", "2016-12-09"), shared("2016-12-08", "2016-12-08"), shared("2016-12-31", "2017-01-01")
    ('2016-12', '2016-12-08', None)
    """
    if one is None or other is None:
        return None
    return next((one[:size] for size in (10, 7, 4) if len(one) >= size and one[:size] == other[:size]), None)
