"""The events of a crisis in, what happened out: one event told by several articles is one, with all its tellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.crosscheck.disputes.joining import identifier
from recoupe.crosscheck.forest import Forest
from recoupe.crosscheck.names.names import Names
from recoupe.crosscheck.names.spelling import bare
from recoupe.crosscheck.origins.carried import Sharing
from recoupe.lexicon.load import closed
from recoupe.model.account import Dossier
from recoupe.model.event import DatePrecision, Event, EventModality, EventType
from recoupe.model.judgement import NameOf
from recoupe.model.passage import Passage
from recoupe.model.timeline import Happening

# in one place and on one day they are dealt again and again: who did it is not enough to say that two are one
REPEATED = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
# what is said may be said twice a day to the same, on two matters
SPOKEN = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT})


@dataclass(frozen=True, slots=True)
class _Join:
    """Two tellings that may be of one event, and the sentence that says why."""

    one: str
    other: str
    why: str
    shared: bool


@dataclass(frozen=True, slots=True)
class _Naming:
    """A telling that names somebody (`of`: actor or target) on a day in a place."""

    key: str
    of: str
    party: str
    date: str
    place: str


def happenings(dossier: Dossier, passages: Sequence[Passage], names: Names | None = None) -> tuple[Happening, ...]:
    """Return the events of a crisis, each with all its tellings, by date, undated ones last.

    Two tellings are joined only where type and modality are the same and nothing that both say differs, and the same words of
    a passage tell them, or they are of one day in one place and name the same target (for what is not dealt again and again, the
    same actor will do). `names` spares working out again which names mean the same. `origins` holds the least telling of each
    group that shares its words or its article.
    """
    names = names or Names.of(dossier)
    sharing = Sharing(dossier, passages)
    events = {key: event for account in dossier.accounts for key, event in sorted(account.events.items())}
    titles = {account.article.id: account.article.name for account in dossier.accounts}
    places = _Places(events, titles)
    shared = sorted(_shared(events, sharing, places), key=lambda join: (join.one, join.other, join.why))
    named = sorted(_named(events, names, places), key=lambda join: (join.one, join.other, join.why))
    merged = _Merged(events, names)
    kept = [join for join in (*shared, *named) if merged.join(join)]
    joins: dict[str, list[_Join]] = defaultdict(list)
    for join in kept:
        joins[merged.head(join.one)].append(join)
    found = [_happening(members, events, names, joins[head]) for head, members in merged.groups().items()]
    return tuple(sorted(found, key=lambda one: (one.date is None, one.date or "", one.type, one.id)))


class _Places:
    """Where tellings stand, in words for a reader."""

    def __init__(self, events: Mapping[str, Event], titles: Mapping[str, str]) -> None:
        self._events, self._titles = events, titles

    def of(self, key: str) -> str:
        event = self._events[key]
        return f"{self._titles[event.article]} [{event.span.start}, {event.span.end})"

    def both(self, one: str, other: str) -> str:
        return " and ".join(sorted((self.of(one), self.of(other))))


def _shared(events: Mapping[str, Event], sharing: Sharing, places: _Places) -> Iterator[_Join]:
    for pair in sharing.pairs:
        one, other = sorted((pair.one, pair.other))
        if one not in events or other not in events:
            continue
        passage = sharing.passages[pair.passage]
        if _sort(events[one]) == _sort(events[other]):
            why = (
                f"the same words tell it in {places.both(one, other)}: a passage of {passage.words} shared words"
                f" ({passage.form.value})"
            )
            yield _Join(one, other, why, shared=True)


def _named(events: Mapping[str, Event], names: Names, places: _Places) -> Iterator[_Join]:
    """Yield the joins of tellings of one day in one place that name one target, or one actor where that is enough.

    Tellings are grouped by all that must agree first, so that no two others are ever compared.
    """
    groups: dict[tuple[object, ...], list[_Naming]] = defaultdict(list)
    for key, event in events.items():
        if event.date is None or event.date_precision is not DatePrecision.DAY or event.place is None:
            continue
        for of, party in (("target", event.target), ("actor", event.actor)):
            enough = event.type not in SPOKEN and (of == "target" or event.type not in REPEATED)
            if party is None or not enough or _is_common(party):
                continue
            where, who = names.key(NameOf.PLACE, event.place), names.key(NameOf.PARTY, party)
            groups[_sort(event), event.date, where, of, who].append(_Naming(key, of, party, event.date, event.place))
    for namings in groups.values():
        for one, other in pairwise(sorted(namings, key=lambda naming: naming.key)):
            alike = _also(names, NameOf.PARTY, one.party, other.party) + _also(
                names, NameOf.PLACE, one.place, other.place
            )
            why = (
                f"{places.both(one.key, other.key)} both tell of it on {one.date} at {one.place}, with the same {one.of}:"
                f" {one.party}{alike}"
            )
            yield _Join(one.key, other.key, why, shared=False)


def _also(names: Names, of: NameOf, one: str, other: str) -> str:
    why = names.why(of, one, other) if one != other else None
    return f" ({one} = {other}: {why})" if why else ""


def _sort(event: Event) -> tuple[EventType, EventModality]:
    """Return what two tellings of one event share at least; what is told on hearsay may be told as done elsewhere."""
    hearsay = event.modality is EventModality.ALLEGED
    return event.type, EventModality.REPORTED if hearsay else event.modality


def _is_common(party: str) -> bool:
    """Whether words name nobody in particular: `civils`, `habitants`."""
    words = str(closed("fr", "events_told", "words")["people"]).split()
    common = {form for word in words for form in (*bare(word), *bare(word + "s"))}
    return party[:1].islower() and set(bare(party)) <= common


@dataclass(frozen=True, slots=True)
class _Told:
    """What some tellings say together: each set holds what they name, without those that name nothing."""

    actors: frozenset[str]
    targets: frozenset[str]
    places: frozenset[str]
    modes: frozenset[str]
    dates: frozenset[str]

    @classmethod
    def by(cls, event: Event, names: Names) -> _Told:
        return cls(
            _known(names.key(NameOf.PARTY, event.actor)),
            _known(names.key(NameOf.PARTY, event.target)),
            _known(names.key(NameOf.PLACE, event.place)),
            _known(event.mode),
            _known(event.date),
        )

    def and_by(self, other: _Told) -> _Told:
        return _Told(
            self.actors | other.actors,
            self.targets | other.targets,
            self.places | other.places,
            self.modes | other.modes,
            self.dates | other.dates,
        )

    def contradicts_itself(self, *, shared: bool) -> bool:
        """Whether something is said differently. What the same words tell is not parted by the place that one article
        sets it in."""
        one_each = (self.actors, self.targets, self.modes, *(() if shared else (self.places,)))
        return any(len(said) > 1 for said in one_each) or not _one_time(sorted(self.dates))


def _known(value: str | None) -> frozenset[str]:
    return frozenset() if value is None else frozenset((value,))


class _Merged:
    """Tellings in groups: a join that would bring two together that contradict each other is not made."""

    def __init__(self, events: Mapping[str, Event], names: Names) -> None:
        self._joined = Forest[str]()
        self._told = {key: _Told.by(event, names) for key, event in events.items()}

    def head(self, key: str) -> str:
        return self._joined.top(key)

    def join(self, join: _Join) -> bool:
        """Join two tellings with all that hang on them, and say whether they are now one."""
        one, other = self.head(join.one), self.head(join.other)
        if one == other:
            return True
        both = self._told[one].and_by(self._told[other])
        if both.contradicts_itself(shared=join.shared):
            return False
        self._joined.join(one, other)
        self._told[self.head(one)] = both
        return True

    def groups(self) -> dict[str, list[str]]:
        """Return the tellings of each group, in order, by the least of them."""
        found: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._told):
            found[self.head(key)].append(key)
        return found


def _one_time(dates: Iterable[str | None]) -> bool:
    """Whether all dates can be of one time: each lies within, or holds, every other."""
    spans = [_ends(date) for date in dates if date is not None]
    return all(
        (a <= c and d <= b) or (c <= a and b <= d) for at, (a, b) in enumerate(spans) for c, d in spans[at + 1 :]
    )


def _ends(date: str) -> tuple[str, str]:
    """Return the first and last day that a date can mean, as strings in order.

    >>> _ends("2016-12")
    ('2016-12', '2016-12~')
    """
    first, _, last = date.partition("/")
    last = last or first
    return first, last if len(last) == len("2000-01-01") else last + "~"


def _happening(members: Sequence[str], events: Mapping[str, Event], names: Names, joins: Sequence[_Join]) -> Happening:
    """Return the event that some tellings are of; `joins` are those that were made between them."""
    told = [events[key] for key in members]
    dates = sorted({event.date for event in told if event.date}, key=lambda date: (_fineness(date), date))
    date = dates[0] if dates else None
    precision = next((event.date_precision for event in told if event.date == date and date is not None), None)
    sure = any(event.modality is EventModality.REPORTED for event in told)
    return Happening(
        id=identifier(members),
        type=told[0].type,
        mode=_agreed([event.mode for event in told]),
        actor=_one(names, NameOf.PARTY, [event.actor for event in told]),
        target=_one(names, NameOf.PARTY, [event.target for event in told]),
        place=_one(names, NameOf.PLACE, [event.place for event in told]),
        date=date,
        date_precision=precision,
        modality=EventModality.REPORTED if sure else told[0].modality,
        tellings=tuple(members),
        articles=tuple(sorted({event.article for event in told})),
        origins=_origins(members, events, [join for join in joins if join.shared]),
        why=tuple(dict.fromkeys(join.why for join in joins)),
    )


def _fineness(date: str) -> int:
    """Return how coarse a date is: a day before a span of days, a month before a year."""
    return 1 if "/" in date else {10: 0, 7: 2, 4: 3}[len(date)]


def _agreed(values: Iterable[str | None]) -> str | None:
    given = sorted({value for value in values if value is not None})
    return given[0] if len(given) == 1 else None


def _one(names: Names, of: NameOf, values: Iterable[str | None]) -> str | None:
    """Return the fullest of the names that tellings give, None where they mean different ones."""
    given = sorted({value for value in values if value is not None}, key=lambda value: (-len(value), value))
    return given[0] if len({names.key(of, value) for value in given}) == 1 else None


def _origins(members: Sequence[str], events: Mapping[str, Event], shared: Sequence[_Join]) -> tuple[str, ...]:
    """Return the least telling of each group that shares its words or its article."""
    joined = Forest[str]()
    first: dict[str, str] = {}
    for key in members:
        joined.join(key, first.setdefault(events[key].article, key))
    for join in shared:
        joined.join(join.one, join.other)
    return tuple(sorted({joined.top(key) for key in members}))
