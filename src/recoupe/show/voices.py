"""Disputes and agreements in, who says what out: for each matter its claims and, for each speaker, the voices that make them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from recoupe.errors import ValueUnknown
from recoupe.model.dispute import Dispute
from recoupe.model.series import Agreement
from recoupe.show.bonds import Bonds, conflicts, corrects
from recoupe.show.values import interval, printable
from recoupe.store.quotes import Quote

SHOWN = ("disputes", "conflicts", "agreements")
OUTLET = ""
"""Who speaks where nobody is credited: the outlet, in its own voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One origin of a claim: a text, or what a source said, in however many articles. The articles are ids, each once."""

    quotes: tuple[Quote, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(quote.article_id for quote in self.quotes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One answer to the question of a matter, and by speaker the voices that give it.

    `words` are as somebody said them, with the hedge; `value` the interval of a number, empty for what is no number;
    `modality` that of a number: one that is denied is another claim than one that is told; `acts` what is done by saying
    words: to accuse, to deny.
    """

    words: str
    value: str
    modality: str
    acts: tuple[str, ...]
    said: Mapping[str, tuple[Voice, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One question, or one thing that is counted, with all that is said of it.

    `id` is that of the dispute, or the least of its figures; `kind` that of the dispute, or `conflict`, `corrected` (a source
    gave a lower number later than its own first) or `compatible`;
    `about` are kind, counted and place of figures that agree or conflict, `question` is that of a dispute. `against` are
    the reasons for which claims stand against each other, `with_each_other` those for which they agree.
    """

    id: str
    dispute: bool
    kind: str
    question: str
    about: tuple[str, str, str | None] | None
    speakers: tuple[str, ...]
    claims: tuple[Claim, ...]
    against: tuple[str, ...]
    with_each_other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A matter before its words are looked up: the dispute or the pairs, and the ids of its records."""

    dispute: Dispute | None = None
    pairs: Sequence[Agreement] = field(default=())

    @property
    def id(self) -> str:
        return self.dispute.id if self.dispute else min(self.records)

    @property
    def records(self) -> tuple[str, ...]:
        if self.dispute:
            ids = (id for one in self.dispute.positions for id in (*one.statements, *one.figures))
        else:
            ids = (id for one in self.pairs for id in (one.a, one.b))
        return tuple(dict.fromkeys(ids))

    def told(self, bonds: Bonds) -> tuple[str, ...]:
        """The ids of its records and of all that are of one origin with them: where else its voices are heard."""
        return tuple(dict.fromkeys(id for record in self.records for id in bonds.members(record)))


def outlines(bonds: Bonds, show: str = "", dispute: str | None = None) -> Sequence[Outline]:
    """Return the matters of one of SHOWN, of all, or the one dispute of an id. Errors: ValueUnknown.

    What conflicts are first the disputes that tell it, which among all matters come once.
    """
    if show and show not in SHOWN:
        raise ValueUnknown(f"show={show}", "one of " + ", ".join(SHOWN))
    if dispute is not None:
        return [Outline(bonds.dispute[dispute])] if dispute in bonds.dispute else []
    return bonds.once(("voices", show), lambda: _outlines(bonds, show))


def _outlines(bonds: Bonds, show: str) -> Sequence[Outline]:
    if show == "":
        every = {one.id: one for kind in SHOWN for one in outlines(bonds, kind)}
        return list(every.values())
    if show == "disputes":
        return list(map(Outline, bonds.found.disputes))
    disputed = list(map(Outline, bonds.disputed_conflicts)) if show == "conflicts" else []
    apart = [Outline(None, pairs) for pairs in bonds.pairs if any(map(conflicts, pairs)) is (show == "conflicts")]
    return [*disputed, *apart]


def counts(bonds: Bonds) -> dict[str, int]:
    """Return how much there is of each of SHOWN: disputes, pairs of figures that conflict, groups of those that agree."""
    return {
        "disputes": len(outlines(bonds, "disputes")),
        "conflicts": bonds.conflicting,
        "agreements": len(outlines(bonds, "agreements")),
    }


def matters(some: Iterable[Outline], bonds: Bonds, quotes: Mapping[str, Quote]) -> list[Matter]:
    """Return matters with their words; `quotes` hold all that they tell (`Outline.told`)."""
    return [_dispute(one.dispute, bonds, quotes) if one.dispute else _agreed(one, bonds, quotes) for one in some]


def _dispute(dispute: Dispute, bonds: Bonds, quotes: Mapping[str, Quote]) -> Matter:
    said: dict[tuple[Any, ...], dict[str, list[str]]] = {}
    words: dict[tuple[Any, ...], str] = {}
    for position in dispute.positions:
        speaker = position.speaker or OUTLET
        for id in position.figures:
            if id in quotes:
                _add(said, words, _value(quotes[id]), quotes[id].words, speaker, id)
        for id in position.statements:
            _add(said, words, ("said", " ".join(position.says.split())), position.says, speaker, id)
    return Matter(
        id=dispute.id,
        dispute=True,
        kind=dispute.kind.value,
        question=dispute.question,
        about=None,
        speakers=tuple(dict.fromkeys(position.speaker or OUTLET for position in dispute.positions)),
        claims=_claims(said, words, bonds, quotes),
        against=dispute.why,
        with_each_other=(),
    )


def _agreed(outline: Outline, bonds: Bonds, quotes: Mapping[str, Quote]) -> Matter:
    figures = sorted(
        (quotes[id] for id in outline.records if id in quotes), key=lambda one: (one.until or "", one.low or 0, one.id)
    )
    said: dict[tuple[Any, ...], dict[str, list[str]]] = {}
    words: dict[tuple[Any, ...], str] = {}
    for one in figures:
        _add(said, words, _value(one), one.words, one.who or OUTLET, one.id)
    first = figures[0] if figures else None
    conflicting = [one for one in outline.pairs if conflicts(one)]
    return Matter(
        id=outline.id,
        dispute=False,
        kind="compatible" if not conflicting else "corrected" if all(map(corrects, conflicting)) else "conflict",
        question="",
        about=(first.kind or "", first.counted or "", first.place) if first else None,
        speakers=tuple(dict.fromkeys(one.who or OUTLET for one in figures)),
        claims=_claims(said, words, bonds, quotes),
        against=_reasons(conflicting),
        with_each_other=_reasons(one for one in outline.pairs if not conflicts(one)),
    )


def _value(quote: Quote) -> tuple[Any, ...]:
    return ("value", quote.low, quote.high, quote.unit, quote.qualifier, quote.modality or "")


def _act(quote: Quote | None) -> str | None:
    return quote.act if quote and quote.of == "statement" else None


def _add(
    said: dict[tuple[Any, ...], dict[str, list[str]]],
    words: dict[tuple[Any, ...], str],
    key: tuple[Any, ...],
    shown: str,
    speaker: str,
    record: str,
) -> None:
    words.setdefault(key, shown)
    said.setdefault(key, {}).setdefault(speaker, []).append(record)


def _claims(
    said: Mapping[tuple[Any, ...], Mapping[str, Sequence[str]]],
    words: Mapping[tuple[Any, ...], str],
    bonds: Bonds,
    quotes: Mapping[str, Quote],
) -> tuple[Claim, ...]:
    own = {id for by_speaker in said.values() for records in by_speaker.values() for id in records}

    def voice(group: Sequence[str]) -> Voice:
        # what carries the same words elsewhere is the same voice in one more article
        heard = [id for record in group for id in bonds.members(record) if id == record or id not in own]
        return Voice(quotes=tuple(quotes[id] for id in dict.fromkeys(heard) if id in quotes))

    return tuple(
        Claim(
            words=printable(words[key]),
            value=interval(key[1], key[2], key[3]) if key[0] == "value" else "",
            modality=key[5] if key[0] == "value" else "",
            acts=tuple(
                dict.fromkeys(act for some in by_speaker.values() for id in some if (act := _act(quotes.get(id))))
            ),
            said={
                # what one source says is one voice, whoever prints it; only where nobody is credited do texts count apart
                speaker: tuple(voice(group) for group in ([list(records)] if speaker else bonds.voices(records)))
                for speaker, records in by_speaker.items()
            },
        )
        for key, by_speaker in said.items()
    )


def _reasons(agreements: Iterable[Agreement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason for one in agreements for reason in one.reasons))


VOICE_HEADS = (
    "matter", "kind", "question", "claim", "value", "modality", "speaker", "voices", "articles", "words", "names", "records",
    "anchored", "why",
)  # fmt: skip


def voice_cells(matter: Matter, say: Callable[[str, str | None], str]) -> Iterable[tuple[Any, ...]]:
    """Yield a row for each claim and speaker of a matter under VOICE_HEADS; `say` names a value of a codebook's field."""
    about = matter.about
    question = matter.question
    if about:
        question = ", ".join(filter(None, (say("kind", about[0]), say("counted", about[1]), about[2])))
    why = "; ".join(matter.against or matter.with_each_other) or None
    for claim in matter.claims:
        for speaker, voices in claim.said.items():
            quotes = [quote for voice in voices for quote in voice.quotes]
            articles = dict.fromkeys(quote.article for quote in quotes)
            yield (
                matter.id, matter.kind, question, claim.words, claim.value or None,
                claim.modality or None, speaker or None, len(voices),
                len({quote.article_id for quote in quotes}), " | ".join(dict.fromkeys(quote.words for quote in quotes)),
                "; ".join(articles), "; ".join(quote.id for quote in quotes), all(quote.anchored for quote in quotes), why,
            )  # fmt: skip
