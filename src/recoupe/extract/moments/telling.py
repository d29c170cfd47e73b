"""A paragraph's moments and its parsed sentences in, the moments out with how the clause of each tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from recoupe.extract.figures.tenses import BEFORE_NOW, BEFORE_THEN
from recoupe.extract.figures.tenses import told as clause_told
from recoupe.extract.figures.tree import auxiliaries, clause_verb, is_participle, shows
from recoupe.extract.moments.fold import fold
from recoupe.extract.moments.pieces import table
from recoupe.extract.paragraph import Paragraph, Sentence
from recoupe.extract.reading import Telling
from recoupe.model.moment import Lean, Moment, Told

if TYPE_CHECKING:
    from spacy.tokens import Token

WAS = frozenset("était étaient étais étions fut furent".split())
_FROM_TELLING = {
    Telling.DONE: Told.PAST,
    Telling.DONE_THEN: Told.PAST,
    Telling.EARLIER: Told.PAST,
    Telling.GOING_ON_THEN: Told.PAST,
    Telling.NOW: Told.OPEN,
    Telling.TO_COME: Told.COMING,
    Telling.NOUN: Told.OPEN,
}


def with_telling(moments: Sequence[Moment], paragraph: Paragraph) -> tuple[Moment, ...]:
    """Return the moments of a paragraph, each with how its clause tells of what it dates."""
    told: list[Moment] = []
    for moment in moments:
        found = _told(moment, paragraph)
        if found is Told.OPEN and told and _dates_event(told[-1], moment, paragraph):
            found = Told.PAST
        told.append(replace(moment, told=found, block=paragraph.kind))
    return tuple(told)


def _dates_event(event: Moment, moment: Moment, paragraph: Paragraph) -> bool:
    """Whether a date is that of what a window starts with: `depuis la reprise des tirs au pont, le lundi 12 mars`."""
    if event.form != "event" or not event.starts or moment.form != "date":
        return False
    sentence = next((one for one in paragraph.sentences if one.span.covers(moment.span)), None)
    if sentence is None or not sentence.span.covers(event.span):
        return False
    start = sentence.span.start
    between = sentence.doc.char_span(event.span.end - start, moment.span.start - start, alignment_mode="contract")
    return between is not None and all(word.pos_ not in ("VERB", "AUX") for word in between)


def _told(moment: Moment, paragraph: Paragraph) -> Told:
    by_words = _by_words(moment)
    if by_words is not None:
        return by_words
    sentence = next((one for one in paragraph.sentences if one.span.covers(moment.span)), None)
    return _by_clause(moment, sentence) if sentence is not None else Told.OPEN


def _by_words(moment: Moment) -> Told | None:
    """Return where the moment's own words look: `depuis mardi`, `vendredi prochain`, `hier`, `il y a trois jours`."""
    if moment.starts or moment.lean is Lean.PAST:
        return Told.PAST
    if moment.lean is Lean.COMING:
        return Told.COMING
    if moment.form in ("weekday", "date", "month"):
        turn = moment.value[-1]
        return Told.COMING if turn.startswith("next") else Told.PAST if turn.startswith("last") else None
    if moment.form in ("offset", "rolling", "period") and moment.value[1].lstrip("-").isdigit():
        count = int(moment.value[1])
        return Told.COMING if count > 0 else Told.PAST if count < 0 else None
    return None


def _by_clause(moment: Moment, sentence: Sentence) -> Told:
    start, end = moment.span.start - sentence.span.start, moment.span.end - sentence.span.start
    tokens = sentence.doc.char_span(start, end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return Told.OPEN
    before = sentence.doc[max(0, tokens.start - 3) : tokens.start]
    for token in reversed(before):
        if token.is_punct:
            break
        if _is_due(token):
            return _due_told(token)
        if token.pos_ in ("NOUN", "PROPN", "VERB"):
            break
    holder = tokens.root
    while tokens.start <= holder.i < tokens.end and holder.head.i != holder.i:
        holder = holder.head
    if tokens.start <= holder.i < tokens.end:
        return _headless(holder, tokens.end, sentence)
    if holder.pos_ in ("NOUN", "PROPN") and _behind_de(tokens.start, holder):
        return Told.OPEN
    verb = holder if holder.pos_ in ("VERB", "AUX") or auxiliaries(holder) else clause_verb(holder)
    return Told.OPEN if verb is None else _by_verb(verb)


def _headless(holder: Token, end: int, sentence: Sentence) -> Told:
    """Return how the main verb tells, where the tagger left the day at the head of a sentence without a verb."""
    then = any(_was(helper) for helper in auxiliaries(holder))
    if then:
        return Told.PAST  # `ils étaient onze jeudi`
    root = next((word for word in sentence.doc[end:] if word.dep_ == "ROOT" and word.pos_ == "VERB"), None)
    return Told.OPEN if root is None else _by_verb(root)


def _behind_de(start: int, holder: Token) -> bool:
    """Whether a day is tied to a noun: `l'accord de mardi`, `la réunion du 27 décembre`."""
    words = holder.doc[max(holder.i, start - 2) : start + 1].text.casefold().split()
    return any(word in ("de", "du") or word.startswith(("d'", "d’")) for word in words)


def _by_verb(verb: Token) -> Told:
    if _is_due(verb) and is_participle(verb):
        return _due_told(verb)
    leaning = verb
    while _is_infinitive(leaning) and leaning.dep_ in ("xcomp", "ccomp", "conj", "obl:arg"):
        leaning = leaning.head
    if _leans_ahead(leaning) or (leaning.i != verb.i and _leans_ahead(verb)):
        past = clause_told(leaning, leaning) in (
            Telling.DONE,
            Telling.EARLIER,
            Telling.GOING_ON_THEN,
            Telling.DONE_THEN,
        )
        return Told.WAS_COMING if past else Told.COMING
    if leaning.i != verb.i and fold(leaning.lemma_).text in table("carrying"):
        # `ont fait savoir mardi`, `a pu rentrer lundi`
        return _FROM_TELLING[clause_told(leaning, leaning)]
    if any(child.text.casefold() in ("fait", "laissé") and child.i < verb.i for child in verb.children):
        return Told.PAST
    if leaning.i != verb.i:
        # `a appelé à manifester vendredi`: what was said lies behind, what is to be done may lie ahead
        return Told.OPEN
    helpers = auxiliaries(verb)
    if any(helper.text.casefold() in BEFORE_NOW | BEFORE_THEN - WAS for helper in helpers):
        # the tagger may take the participle for an infinitive
        return Told.PAST
    finite = helpers[0] if helpers else verb
    if _is_conditional(finite):
        return Told.OPEN if helpers else Told.WAS_COMING
    if is_participle(verb) and not helpers:
        # `Réunis dimanche, les délégués ont voté`: the participle that opens a sentence is said of what follows
        return Told.PAST if verb.dep_.startswith(("acl", "amod", "advcl", "conj")) or verb.i == 0 else Told.OPEN
    if _is_future(finite):
        return Told.COMING
    return _FROM_TELLING[clause_told(verb, verb)]


def _is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive, a passive or a past one too: `évacuer`, `être évacués`, `avoir quitté`."""
    return shows(verb, "VerbForm", "Inf") or any(
        helper.text.casefold() in ("être", "avoir") for helper in auxiliaries(verb)
    )


@cache
def _due() -> frozenset[str]:
    return frozenset(table("due"))


def _is_due(token: Token) -> bool:
    """Whether a word says that something is to come: `prévue`, `attendu`, `à partir`."""
    return fold(token.text).text in _due()


def _due_told(token: Token) -> Told:
    """Return how a word that says what is due tells: `prévue mardi`, `était prévue mardi`, `annoncée mardi`."""
    if table("due")[fold(token.text).text] == "unsure":
        return Told.PAST if any(helper.text in ("a", "ont") for helper in auxiliaries(token)) else Told.OPEN
    return Told.WAS_COMING if _in_past(token) else Told.COMING


def _leans_ahead(verb: Token) -> bool:
    return fold(verb.lemma_).text in table("ahead") and any(
        _is_infinitive(child) for child in verb.children if child.i > verb.i
    )


def _in_past(token: Token) -> bool:
    """Whether the clause over a word that says what is due is told in the past: `était prévue mardi`."""
    return any(_was(helper) for helper in auxiliaries(token))


def _is_conditional(verb: Token) -> bool:
    """Whether a form in -rait is no imperfect of a verb whose stem ends in r: `se tiendraient`, but `resserrait`."""
    hit = re.fullmatch(r"(.*r)(?:ais|ait|ions|iez|aient)", verb.text.casefold())
    return hit is not None and verb.lemma_.casefold() not in (hit[1] + "er", hit[1] + "ir", hit[1] + "re")


def _is_future(verb: Token) -> bool:
    """Whether a form in -ra or -ront is no passé simple of a verb whose stem ends in r: `paraîtra`, but `montra`."""
    hit = re.fullmatch(r"(.*r)(?:a|ont)", verb.text.casefold())
    return hit is not None and verb.pos_ in ("VERB", "AUX") and verb.lemma_.casefold() != hit[1] + "er"


def _was(helper: Token) -> bool:
    return helper.text.casefold() in WAS
