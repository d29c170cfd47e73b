"""A number of people in, what befell them out: as the label or the words before a colon tell, or the question it answers."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.leads import is_fit
from recoupe.extract.figures.line_heads import line_head
from recoupe.extract.figures.reason import THINGS, fits
from recoupe.extract.figures.topics import Topic, topics
from recoupe.extract.figures.tree import PARTICIPLE
from recoupe.extract.figures.words import kind_nouns, kind_verbs, phrases
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Evidence, Span

# `Déplacés : 12 750 personnes`, `Pertes matérielles : 14 véhicules`: the number is the first of the line
FIRST = re.compile(r"[^:;]{0,40}")


def told_before(
    candidate: Candidate, sentence: Sentence, counted: Counted | None, earlier: Topic | None
) -> tuple[Kind, tuple[Evidence, ...]] | None:
    """Return what befell people of whom only a label before the colon tells, or the question that they answer."""
    span = candidate.quantity.span
    if (label := of_label(candidate, sentence, counted)) is not None:
        return label
    if counted not in (Counted.PEOPLE, Counted.FAMILIES, Counted.CHILDREN, Counted.WOMEN):
        return None
    spoken = [
        topic for topic in topics(sentence) if topic.kind in TOLD and AFFLUENT.match(sentence.text, topic.span.end)
    ]
    if spoken and ":" in sentence.text[spoken[-1].span.end : span.start]:
        # `Les déplacés affluent : 3 200 ménages`
        why = (Evidence("kind", "figures.kind.of_label", spoken[-1].span), Evidence("kind", spoken[-1].entry))
        return spoken[-1].kind, why
    if earlier is not None and (earlier.asked or earlier.entry.endswith(".question")):
        return earlier.kind, (Evidence("kind", "figures.kind.of_question"), Evidence("kind", earlier.entry))
    return None


def of_label(
    candidate: Candidate, sentence: Sentence, counted: Counted | None
) -> tuple[Kind, tuple[Evidence, ...]] | None:
    """Return what a label before the colon tells of what is counted behind it: `Dégâts : 28 maisons`, `Libérés : 12 otages`."""
    head = line_head(sentence)
    if (
        head is None
        or counted is None
        or head.after > candidate.quantity.span.start
        or FIRST.fullmatch(sentence.text[head.after : candidate.quantity.span.start]) is None
    ):
        return None
    words = [token for token in sentence.doc if head.holds(token)]
    for topic in topics(sentence):
        if topic.span.end <= head.end and topic.kind is not Kind.OTHER and counted not in THINGS:
            # `Relogés : 30 familles`
            why = (Evidence("kind", "figures.kind.of_label", topic.span), Evidence("kind", topic.entry, topic.span))
            return topic.kind, why
    for role in ("phrase", "state"):
        # `Partis en fumée : deux kiosques`
        for entry, pattern in phrases(role):
            if fits(entry, counted) and (turn := pattern.search(sentence.text, head.start, head.end)):
                where = Span(*turn.span())
                why = (Evidence("kind", "figures.kind.of_label", where), Evidence("kind", entry.name, where))
                return Kind(entry.means), why
    for token in words:
        done = kind_verbs("patient").of(token) if PARTICIPLE.fullmatch(token.text) else ()
        for entry in (*kind_nouns("noun").of(token), *kind_nouns("act").of(token), *done):
            if fits(entry, counted) and is_fit(counted, Kind(entry.means)) and not entry.extra.get("weak"):
                where = Span(token.idx, token.idx + len(token.text))
                why = (Evidence("kind", "figures.kind.of_label", where), Evidence("kind", entry.name, where))
                return Kind(entry.means), why
    return None


# whose number a colon may tell: `Les déplacés affluent : 3 200 ménages`
TOLD = frozenset({Kind.DISPLACED, Kind.EVACUATED, Kind.HOSTED, Kind.RETURNED, Kind.KILLED, Kind.INJURED, Kind.MISSING})
AFFLUENT = re.compile(r"(?:\s[^\s.;:,\d]+){1,4}\s?:")
