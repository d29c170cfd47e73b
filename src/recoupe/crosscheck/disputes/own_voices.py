"""Accusations against each other in, out what the accused themselves are told to say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recoupe.crosscheck.disputes import ties as why
from recoupe.crosscheck.disputes.matters import Said
from recoupe.crosscheck.disputes.ties import Tie
from recoupe.model.statement import Act


def own_voices(group: Sequence[Tie], articles: Mapping[str, Sequence[Said]]) -> Iterator[Tie]:
    """Yield what binds to opposed accusations the plain statements of an accused: whose speaker is called as the accused
    is, whose words begin with the other side, and that name the matter. `articles` holds statements by article id."""
    if not any(tie.answers and tie.first.accuses and tie.second.accuses for tie in group):
        return
    inside = {one.id: one for tie in group for one in (tie.first, tie.second)}
    matter = {stem for one in inside.values() for stem in one.content if stem.startswith("matter:")}
    accusing = [inside[id] for id in sorted(inside) if inside[id].accuses]
    for article in sorted({one.account.article.id for one in inside.values()}):
        for voice in articles[article]:
            if voice.id in inside or voice.statement.act is not Act.SAY or not voice.content & matter:
                continue
            sides = [
                beside
                for beside in accusing
                if voice.aim & beside.aim and not voice.called & beside.aim and _accused(voice, accusing, beside)
            ]
            if sides:
                yield Tie(sides[0], voice, False, why.because(why.own_voice))


def _accused(voice: Said, accusing: Sequence[Said], beside: Said) -> bool:
    """Return whether another speaker accuses those whom the voice belongs to, and not those whom it speaks of."""
    return any(
        voice.called & one.aim and not one.keys & voice.keys and not one.aim & beside.aim
        for one in accusing
        if one is not beside
    )
