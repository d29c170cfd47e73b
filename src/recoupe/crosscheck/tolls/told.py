"""Figures of a dossier in, what each tells of a toll out: whose, of what place, since when, on which day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from recoupe.crosscheck.redating import shared
from recoupe.crosscheck.tolls.words import Cue, cues, from_to, instead_of, is_named, periods, sentence_of
from recoupe.model.account import Account, Dossier
from recoupe.model.dating import Dating
from recoupe.model.figure import Counted, Figure, Kind, Modality, Number
from recoupe.model.judgement import NameOf

STATES = frozenset({Kind.MISSING, Kind.TRAPPED, Kind.CONTROLLED, Kind.AFFECTED, Kind.HOSTED})
"""Kinds that say how things stand on a day; their numbers fall without anybody correcting them."""
_DAY = 10
_NEW = frozenset({Cue.RENEWED, Cue.UPDATED})
_BARE = re.compile(r"\s*[.,;:!?»”\")]")
Span = tuple[str, str]


class Names(Protocol):
    """Which names mean the same: names of one thing have one key."""

    def key(self, of: NameOf, name: str) -> str | None: ...


@dataclass(frozen=True, slots=True, order=True)
class Start:
    """From when a toll counts. `form` is `since` a day, a one `day` toll, a `span` that is over, a `state` that has no
    start, or `unsaid`."""

    form: str
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Tally:
    """What figures must share to be told of one toll, whenever it starts."""

    kind: Kind
    unit: str
    counted: Counted
    alleged: bool
    scope: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One figure that tells a toll.

    `day` is the ISO day that it is the toll of, `appeared` when its article did, blank where it is not known; `voice` the
    key of the agency or outlet of the article; `named` says that the source is one that other articles can mean too;
    `by` and `side` are the keys of those names; `sentence` is where its sentence starts; `withdrawn` says that its agency
    took the article back; `denies` is the number that the sentence takes back for it (`35, et non 37`); `span` holds the
    first and the last day that it can be the toll of, where the day of its article is known no better; `periods` are the
    years and months that its sentence names; `instead_of` is the number that its words set it in place of (`27, contre 29
    annoncés samedi`); `days` are those of its article where the month of these is its window, and it is told as a new
    toll; `taken` is the start as told where it was taken for the toll of another one.
    """

    id: str
    figure: Figure
    article: str
    tally: Tally
    start: Start
    day: str | None
    appeared: str
    voice: str
    named: bool
    by: str | None
    side: str | None
    sentence: int
    cues: frozenset[Cue]
    withdrawn: bool = False
    denies: Told | None = None
    span: Span | None = None
    periods: frozenset[str] = frozenset()
    instead_of: int | None = None
    days: Span | None = None
    taken: Start | None = None

    @property
    def low(self) -> Number | None:
        return self.figure.low

    @property
    def high(self) -> Number | None:
        return self.figure.high

    @property
    def place(self) -> str | None:
        """The place as it is shown, with the words that narrow it."""
        place, narrowed = self.figure.place, self.figure.place_text
        return f"{place} ({narrowed})" if place and narrowed else place or narrowed

    @property
    def order(self) -> tuple[str, int, str]:
        """Where the figure comes among others that tell the same: by article, then by place in the text."""
        return self.article, self.figure.span.start, self.id


def told_of(dossier: Dossier, names: Names, datings: Iterable[Dating]) -> tuple[Told, ...]:
    """Return the figures that can tell a toll: never what is planned, asked for or denied, never an empty interval."""
    spans = {item.article: (item.earliest, item.latest) for item in datings if item.earliest and item.latest}
    places = _Scopes(dossier, names)
    found = []
    for account in dossier.accounts:
        span = None if account.article.published else spans.get(account.article.id)
        appeared = account.article.published or (span[0] if span and span[0] == span[1] else "")
        moves = _moves(account)
        mine, denied = [], []
        for key, figure in sorted(account.figures.items()):
            if figure.low is None and figure.high is None:
                continue
            told = _told(key, figure, account, appeared, places, names, moves.get(key))
            if span and _ends_in(figure, span):
                told = replace(told, span=span, start=_start_of_undated(figure))
            elif span and figure.until == shared(*span) and told.cues & _NEW:
                told = replace(told, days=span)
            if figure.modality in (Modality.REPORTED, Modality.ALLEGED):
                mine.append(told)
            elif figure.modality is Modality.DENIED and Cue.RECALLED in told.cues:
                denied.append(told)
        found += [_with_denied(_counted_as_before(one, mine, account), denied) for one in mine]
    return tuple(sorted(found, key=lambda told: told.order))


def _ends_in(figure: Figure, span: Span) -> bool:
    """Return whether a running toll ends on the day of an article that appeared on one of some days: its window has of
    its end what those days share. One whose start has no more of it either may be of one day, but for how things stand."""
    if figure.until is None or len(figure.until) >= _DAY or figure.until != shared(*span):
        return False
    if figure.since is None or figure.since == figure.until:
        return figure.since is None or figure.kind in STATES
    return figure.since <= span[0]


def _start_of_undated(figure: Figure) -> Start:
    if figure.since is None:
        return Start("unsaid")
    return Start("state") if figure.since == figure.until else Start("since", figure.since)


def _counted_as_before(told: Told, mine: Sequence[Told], account: Account) -> Told:
    """Return a number without a noun with what the same source's earlier number of its paragraph counts: of `il donnait
    53 civils tués; ... nous disons donc quarante-neuf` the second are civilians too."""
    if told.tally.counted is not Counted.PEOPLE or not told.tally.source:
        return told
    if not _BARE.match(account.article.text, told.figure.span.end):
        return told
    block = next((one.span for one in account.article.blocks if one.span.covers(told.figure.span)), None)
    before = {
        one.tally.counted
        for one in mine
        if block is not None and block.covers(one.figure.span) and one.figure.span < told.figure.span
        if Cue.RECALLED in one.cues and replace(one.tally, counted=told.tally.counted) == told.tally
    }
    return replace(told, tally=replace(told.tally, counted=before.pop())) if len(before) == 1 else told


def _with_denied(told: Told, denied: Sequence[Told]) -> Told:
    """Return a figure with the number of its own sentence and tally that it stands in place of."""
    taken_back = [one for one in denied if (one.sentence, one.tally) == (told.sentence, told.tally)]
    return replace(told, denies=taken_back[0]) if len(taken_back) == 1 else told


def _cues(found: frozenset[Cue], move: Cue | None) -> frozenset[Cue]:
    if Cue.OTHERS in found and move is not Cue.OTHERS:
        found |= {Cue.INCREMENT}
    if Cue.INSTEAD in found:
        found |= {Cue.RECALLED}
    if move is not None:
        found |= {move}
    return found - {Cue.OTHERS}


def _moves(account: Account) -> dict[str, Cue]:
    """Return what numbers that follow each other say of each other: of `de 17 à 16` the first is told again and the
    second holds now; `5 autres` behind a number of the same kind are on top of it."""
    found: dict[str, Cue] = {}
    figures = sorted(account.figures.items(), key=lambda item: (item[1].span, item[0]))
    for (one, first), (other, second) in pairwise(figures):
        alike = (first.kind, first.unit) == (second.kind, second.unit)
        if not alike and sentence_of(account.article, first.span).covers(second.span):
            found[other] = Cue.OTHERS
        elif alike and from_to(account.article, first.span, second.span):
            found |= {one: Cue.RECALLED, other: Cue.RENEWED}
    return found


def _told(
    key: str, figure: Figure, account: Account, appeared: str, places: _Scopes, names: Names, move: Cue | None
) -> Told:
    until = figure.until
    tally = Tally(
        kind=figure.kind,
        unit=figure.unit,
        counted=figure.counted,
        alleged=figure.modality is Modality.ALLEGED,
        scope=places.of(figure),
        source=key_of(names, NameOf.SOURCE, figure.source) or "",
    )
    return Told(
        id=key,
        figure=figure,
        article=account.article.id,
        tally=tally,
        start=_start(figure),
        day=until if until and len(until) == _DAY else None,
        appeared=appeared,
        voice=_voice(account, names),
        named=is_named(figure.source or ""),
        by=key_of(names, NameOf.PARTY, figure.by),
        side=key_of(names, NameOf.PARTY, figure.side),
        sentence=sentence_of(account.article, figure.span).start,
        withdrawn=account.withdrawn is not None,
        cues=_cues(cues(account.article, figure.span), move),
        periods=periods(account.article, figure.span),
        instead_of=instead_of(account.article, figure.span),
    )


def _voice(account: Account, names: Names) -> str:
    """Return the key of whoever speaks where an article credits nobody: its agency, else its publisher."""
    name = account.article.agency or account.article.publisher
    return key_of(names, NameOf.SOURCE, re.sub(r"\s*\([^()]*\)$", "", name) if name else None) or ""


def _start(figure: Figure) -> Start:
    since, until = figure.since, figure.until
    if until is not None and len(until) != _DAY:
        return Start("span", since or "", until)
    if since is not None and since == until:
        return Start("state") if figure.kind in STATES else Start("day", since)
    if since is None:
        return Start("unsaid")
    return Start("since", since)


def key_of(names: Names, of: NameOf, name: str | None) -> str | None:
    """Return the key of a name; one that the names do not know is its own."""
    if name is None:
        return None
    return names.key(of, name) or name.casefold()


class _Scopes:
    """The keys of the places that figures hold for, words that narrow a place among them.

    Words that narrow a place (`côté gouvernemental`) are a place of their own inside it, unless a person has said what
    place they mean.
    """

    def __init__(self, dossier: Dossier, names: Names) -> None:
        self._names = names
        said = [one for one in dossier.judgements if one.of is NameOf.PLACE and one.same]
        judged = {name for one in said for name in (one.one, one.other)}
        self._judged = {key_of(names, NameOf.PLACE, name) for name in judged}

    def of(self, figure: Figure) -> str:
        place = key_of(self._names, NameOf.PLACE, figure.place) or ""
        narrowed = key_of(self._names, NameOf.PLACE, figure.place_text)
        if narrowed is None:
            return place
        return narrowed if narrowed in self._judged else f"{place}{INSIDE}{narrowed}"


INSIDE = " › "
"""Between a place and the words that narrow it, in the key of a scope."""
