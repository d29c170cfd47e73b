"""The statements and figures of a crisis in, out the questions that speakers answer differently.

A dispute says only what was said: each position holds a speaker's own words, and nothing says who is right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from recoupe.crosscheck.disputes.answers import answers_in
from recoupe.crosscheck.disputes.joining import Names, Origins, anchored
from recoupe.crosscheck.disputes.matters import Rarity, Said, empty, said_in
from recoupe.crosscheck.disputes.own_voices import own_voices
from recoupe.crosscheck.disputes.repeats import answered_by_one, answered_elsewhere, repeats, shared
from recoupe.crosscheck.disputes.rival_counts import rival_counts
from recoupe.crosscheck.disputes.rumours import rumours
from recoupe.crosscheck.disputes.ties import Tie, all_reasons
from recoupe.crosscheck.disputes.words import folded, label, meaning
from recoupe.crosscheck.forest import Forest
from recoupe.lexicon import Entry
from recoupe.model.account import Dossier
from recoupe.model.dispute import Dispute, DisputeKind, Position
from recoupe.model.passage import Passage
from recoupe.model.series import Agreement

_MARKS = '«»“”" '
_WORDS = 14
"""Words of an accusation that a question holds."""


def disputes(
    dossier: Dossier,
    names: Names,
    origins: Origins,
    agreements: Sequence[Agreement],
    passages: Sequence[Passage],
) -> tuple[Dispute, ...]:
    """Return the disputes of a crisis, by kind and id: accusations and their denials, accusations against each other,
    and counts of one thing that differ from source to source."""
    rarity = Rarity(dossier)
    articles = [tuple(said_in(account, names)) for account in dossier.accounts]
    within = [tie for said in articles for tie in answers_in(said, rarity)]
    bound = {one.id for tie in within for one in (tie.first, tie.second)}
    speaking = [one for said in articles for one in said if one.accuses or one.denies or one.id in bound]
    ties = [*within, *repeats(speaking, rarity), *shared(speaking, passages)]
    ties += list(answered_elsewhere(articles, ties))
    ties += list(answered_by_one(ties, rarity))
    of_article = {account.article.id: said for account, said in zip(dossier.accounts, articles, strict=True)}
    groups = [(*group, *own_voices(group, of_article)) for group in _groups(ties)]
    found: list[Dispute | None] = [_dispute(group, rarity, origins) for group in groups]
    told = {record for one in found if one for position in one.positions for record in position.statements}
    for account, spoken in zip(dossier.accounts, articles, strict=True):
        free = [one for one in spoken if one.id not in told]
        found += rumours(account, free, origins)
    found += rival_counts(dossier, names, origins, agreements)
    return tuple(sorted((one for one in found if one), key=lambda one: (one.kind, one.id)))


def _groups(ties: Sequence[Tie]) -> list[list[Tie]]:
    """Return the ties whose statements hang together."""
    joined = Forest[str]()
    for tie in ties:
        joined.join(tie.first.id, tie.second.id)
    groups: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        groups[joined.top(tie.first.id)].append(tie)
    return [groups[key] for key in sorted(groups)]


def _dispute(group: Sequence[Tie], rarity: Rarity, origins: Origins) -> Dispute | None:
    if not any(tie.answers for tie in group):
        return None
    meeting = {one.id: one for tie in group if tie.answers for one in (tie.first, tie.second)}
    positions = _positions(group, rarity, origins)
    if len(positions) < 2:
        return None
    kind = _kind(group)
    return Dispute(
        id=anchored("said", [(one.account, one.start, one.id) for one in meeting.values()]),
        kind=kind,
        question=_question(kind, group, rarity),
        positions=positions,
        why=all_reasons(group),
    )


def _kind(group: Sequence[Tie]) -> DisputeKind:
    answered = [tie for tie in group if tie.answers]
    if any(tie.first.accuses and tie.second.accuses for tie in answered):
        return DisputeKind.ACCUSED_EACH_OTHER
    if any((tie.first.accuses and tie.second.denies) or (tie.first.denies and tie.second.accuses) for tie in answered):
        return DisputeKind.ACCUSED_AND_DENIED
    return DisputeKind.TWO_ACCOUNTS


def _positions(group: Sequence[Tie], rarity: Rarity, origins: Origins) -> tuple[Position, ...]:
    """Return what each speaker says; two who speak together have a position each."""
    said = list({one.id: one for tie in group for one in (tie.first, tie.second)}.values())
    meeting = {one.id for tie in group if tie.answers for one in (tie.first, tie.second)}
    spoken: dict[str, list[Said]] = defaultdict(list)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for one in said:
        for key, name in one.speakers:
            spoken[key].append(one)
            written[key][name] += 1
    found = []
    for key, own in spoken.items():
        others = [one.content for one in said if key not in one.keys]
        records = sorted(one.id for one in own)
        found.append(
            Position(
                speaker=min(written[key], key=lambda name: (-written[key][name], name)),
                says=min(
                    own, key=lambda one: (empty(one), one.id not in meeting, *_telling(one, others, rarity))
                ).statement.text,
                statements=tuple(records),
                figures=(),
                origins=origins.behind(records, credited_to=key),
            )
        )
    return tuple(sorted(found, key=lambda position: (position.speaker or "", position.statements)))


def _telling(one: Said, others: Sequence[frozenset[str]], rarity: Rarity) -> tuple[float, float, str, str]:
    """Return by what the words that stand for a speaker are chosen: those that meet the others' most, then the fullest."""
    met = sum(rarity.of(one.content & other) for other in others)
    return -round(met, 6), -round(rarity.of(one.content), 6), one.statement.text, one.id


def _question(kind: DisputeKind, group: Sequence[Tie], rarity: Rarity) -> str:
    """Return the question that a matter has words for, else the words of the accusation that is answered."""
    said = sorted({one.id: one for tie in group for one in (tie.first, tie.second)}.values(), key=lambda one: one.id)
    if kind is DisputeKind.ACCUSED_EACH_OTHER:
        for entry in meaning("matter"):
            if question := _asked(entry, said):
                return question
    meeting = {one.id: one for tie in group if tie.answers for one in (tie.first, tie.second)}.values()
    charge = min(
        meeting,
        key=lambda one: (
            not one.accuses,
            one.denies,
            empty(one),
            -round(rarity.of(one.content), 6),
            one.statement.text,
            one.id,
        ),
    )
    words = charge.statement.text.split()
    held = " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
    return f"« {held.strip(_MARKS)} » : {label('questions', kind)}"


def _asked(entry: Entry, said: Sequence[Said]) -> str | None:
    """Return the question of a matter where two of the statements speak of its breaking and one names it."""
    if "asks" not in entry.extra:
        return None
    broken = [one for one in said if any(f" {folded(word).strip()} " in one.words for word in entry.extra["breaking"])]
    named: Counter[str] = Counter()
    for noun in entry.extra["nouns"]:
        named[noun] += sum(folded(noun.split("'")[-1].split(" ", 1)[-1]) in one.words for one in said)
    noun, count = min(named.items(), key=lambda item: (-item[1], item[0]))
    if count == 0 or len({key for one in broken for key in one.keys}) < 2:
        return None
    return str(entry.extra["asks"]).format(noun)
