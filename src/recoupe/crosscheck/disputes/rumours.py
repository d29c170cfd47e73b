"""Numbers on hearsay that nobody answers for in, out those that somebody denies in the same paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.crosscheck.disputes.around import words_around
from recoupe.crosscheck.disputes.joining import Origins, anchored
from recoupe.crosscheck.disputes.matters import Said
from recoupe.crosscheck.disputes.words import denies_any, folded, holds, label
from recoupe.model.account import Account
from recoupe.model.dispute import Dispute, DisputeKind, Position
from recoupe.model.figure import Figure, Modality
from recoupe.model.span import Span

_NEAR = 250
"""Characters between a number on hearsay and what denies it."""
_NO_SUCH = "what is told on hearsay is denied in the same paragraph: there is none"
_RUMOUR = "the denial takes up a rumour, and the number on hearsay behind it tells that"


def rumours(account: Account, said: Sequence[Said], origins: Origins) -> Iterator[Dispute]:
    """Yield what becomes of the unattributed hearsay of one article. The rumour is a position without a speaker."""
    for id, figure in sorted(account.figures.items()):
        if figure.modality is not Modality.ALLEGED or figure.source is not None:
            continue
        for one in said:
            if one.keys and _same_paragraph(account, figure.span, one) and (why := _denies(one, figure)):
                yield _dispute(account, id, figure, one, why, origins)
                break


def _same_paragraph(account: Account, span: Span, one: Said) -> bool:
    return account.article.blocks[one.block].span.covers(span)


def _denies(one: Said, figure: Figure) -> str | None:
    if figure.span.end <= one.start <= figure.span.end + _NEAR and denies_any(figure.kind, one.words):
        return _NO_SUCH
    cue = one.statement.cue_span
    if one.denies and cue is not None and 0 <= figure.span.start - cue.end <= _NEAR:
        between = one.account.article.text[cue.start : figure.span.start]
        return _RUMOUR if holds("echo", folded(between)) else None
    return None


def _dispute(account: Account, id: str, figure: Figure, one: Said, why: str, origins: Origins) -> Dispute:
    words = words_around(account, figure.span)
    rumour = Position(speaker=None, says=words, statements=(), figures=(id,), origins=origins.behind([id]))
    spoken = [
        Position(
            speaker=key,
            says=one.statement.text,
            statements=(one.id,),
            figures=(),
            origins=origins.behind([one.id]),
        )
        for key in sorted(one.keys)
    ]
    kind = DisputeKind.TWO_ACCOUNTS
    return Dispute(
        id=anchored("rumour", [(account, figure.span.start, id)]),
        kind=kind,
        question=f"« {words.strip('«»“” ')} » : {label('questions', kind)}",
        positions=(rumour, *spoken),
        why=(why,),
    )
