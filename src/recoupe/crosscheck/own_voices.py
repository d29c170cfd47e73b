"""Accusations against each other in, out what the accused themselves are told to say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recoupe.crosscheck import ties as why
from recoupe.crosscheck.matters import Said
from recoupe.crosscheck.ties import Tie
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
            against = next((one for one in accusing if _of(voice) & one.aim and not one.keys & voice.keys), None)
            beside = next((one for one in accusing if voice.aim & one.aim and not _of(voice) & one.aim), None)
            if against and beside and not against.aim & beside.aim:
                yield Tie(beside, voice, False, why.because(why.own_voice))


def _of(voice: Said) -> frozenset[str]:
    return voice.called
