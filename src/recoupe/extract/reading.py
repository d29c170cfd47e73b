"""What one paragraph alone says: the first step of the digest, a pure function of the paragraph's text.

All spans count from the paragraph's start. What only the article can tell (the day, the person behind `il`, the name behind
an acronym) is still open here and is bound in the second step. Nothing here holds a spaCy object, so a reading can be
remembered and sent anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.article import BlockKind
from recoupe.model.event import EventModality, EventType
from recoupe.model.figure import Counted, Kind, Modality, Number, Qualifier
from recoupe.model.moment import Moment
from recoupe.model.place import PlaceName
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Act, Form


class Telling(StrEnum):
    """How a clause tells of what it counts."""

    DONE = "done"  # a touché, sont partis, toucha
    DONE_THEN = "done_then"  # était détruit, furent tués
    EARLIER = "earlier"  # avait touché
    GOING_ON_THEN = "going_on_then"  # touchait
    NOW = "now"  # touche, est détruit
    TO_COME = "to_come"  # touchera
    NOUN = "noun"  # no finite verb: a headline, a list, a participle


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment and what it dates of a figure: `own` its clause, `event` what struck, `tally` the count, `free` unsure.
    `on_noun` says that it hangs on another noun (`l'accord de mardi`)."""

    moment: Moment
    relation: str
    on_noun: bool = False
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFigure:
    """A figure before the article is known: `source` is open, its moments are those that date it, the nearest first.

    `antecedent` says that the noun is left out and none stands in the paragraph before it (`Onze ont été relâchés`).
    """

    span: Span
    sentence: int
    unit: str
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    kind: Kind
    counted: Counted
    side: str | None
    by: str | None
    place_text: str | None
    modality: Modality
    part_of: int | None
    moments: tuple[Dated, ...]
    antecedent: bool
    told: Telling
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalStatement:
    """A statement before the article is known: the words of its speaker, not yet the person behind them.

    `speaker` are the words that name the speaker where the paragraph has them (`M. Lavrov`, `il`, `l'OSDH`, `une source
    proche du régime`), None where it has none; `speaker_span` where they stand; `speaker_role` is the kind of those words:
    `name`, `title` (a function without a name), `acronym`, `pronoun`, `described` (an unnamed source), `none` (a quote
    that goes on without a cue). `continues` says that the speaker is the one of the statement before, `opens` that the
    content is the list in the paragraphs below.
    """

    span: Span
    sentence: int
    speaker: str | None
    speaker_span: Span | None
    speaker_role: str
    gender: str | None
    plural: bool
    form: Form
    cue: str | None
    cue_span: Span | None
    act: Act
    via: str | None
    moments: tuple[Moment, ...]
    continues: bool
    evidence: tuple[Evidence, ...]
    opens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalParty:
    """Who did something or underwent it, in the words of the paragraph: `text` without article or number; `role` is `name`,
    `noun` or `pronoun`, and `head` where the word stands that the phrase hangs on."""

    text: str
    span: Span
    head: Span
    role: str
    gender: str | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalEvent:
    """An event before the article is known: its parties are words, its moments those that date it, the nearest first.

    `now` says that a finite verb tells it in the present, so that a weekday beside it may be one to come.
    """

    span: Span
    sentence: int
    type: EventType
    mode: str | None
    actor: LocalParty | None
    target: LocalParty | None
    modality: EventModality
    moments: tuple[Moment, ...]
    now: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A person or organisation that the paragraph names. `role` as in LocalStatement; `acronym` where one is introduced
    beside the name (`Observatoire syrien des droits de l'Homme (OSDH)`); `title` the function that stands with a name."""

    span: Span
    text: str
    role: str
    title: str | None = None
    acronym: str | None = None
    gender: str | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What a paragraph speaks of without a number (`LES BLESSÉS`): a bare number in the next paragraph may count it."""

    kind: Kind
    counted: Counted
    entry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one paragraph says by itself. `set_aside` are the quantities that are no figures, each with its rule;
    `struck` the moments that date what struck, `set_out` those that date what people set out to do."""

    kind: BlockKind
    sentences: tuple[Span, ...]
    figures: tuple[LocalFigure, ...]
    statements: tuple[LocalStatement, ...]
    mentions: tuple[Mention, ...]
    moments: tuple[Moment, ...]
    places: tuple[PlaceName, ...]
    struck: tuple[Moment, ...] = ()
    set_out: tuple[Moment, ...] = ()
    subject: Subject | None = None
    set_aside: tuple[Evidence, ...] = ()
    events: tuple[LocalEvent, ...] = ()
