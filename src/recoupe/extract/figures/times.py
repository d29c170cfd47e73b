"""A figure and the moments of its sentence in, what each moment dates out: the counted, the event, or the tally."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recoupe.extract.figures.candidates import RIVAL, Candidate
from recoupe.extract.figures.day_by_day import each_its_day
from recoupe.extract.figures.day_holders import behind_event, holder_of, opens, subjects, verb_over
from recoupe.extract.figures.events import event_rule, is_blow, is_event, is_tally
from recoupe.extract.figures.set_apart import after_aside, is_that_day, of_act, of_that_alone, set_beside
from recoupe.extract.figures.standings import is_now_again, standing
from recoupe.extract.figures.topics import counts
from recoupe.extract.figures.tree import clause_verb, same_clause
from recoupe.extract.figures.words import kind_nouns
from recoupe.extract.paragraph import Sentence
from recoupe.extract.reading import Dated
from recoupe.model.moment import Moment
from recoupe.model.moment import Told as When
from recoupe.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens


def dated(candidate: Candidate, verb: Token | None, moments: Sequence[Moment], sentence: Sentence) -> tuple[Dated, ...]:
    """Return what the moments of a sentence date of one figure, the nearest first; what dates something else is left out.

    `own`: the clause of the figure. `event`: the event whose toll it is. `tally`: the count itself (`un bilan établi mardi`).
    `free`: no verb of its own and no other clause between, as in a headline. `shared`: the clause before, whose verb goes on in
    that of the figure. `now`: set against this very day. `before`,
    `raised`, `then`, `ahead`: no day, see standings.
    """
    own = verb if verb is not None else clause_verb(candidate.top)
    found = []
    for moment in moments:
        if not sentence.span.covers(moment.span):
            continue
        span = moment.span.shifted(-sentence.span.start)
        if is_now_again(span, candidate.quantity.span, sentence.text):
            # it shares neither this day nor that of the number beside it
            found.append(Dated(moment, "now"))
            continue
        told = _relation(candidate, own, verb, span, sentence)
        if moment.ends and is_that_day(sentence.text[span.end : candidate.quantity.span.start]):
            told, moment = Told("own"), replace(moment, starts=False, ends=False)
        if told is not None and told.relation in ("event", "tally") and _goes_on(span, sentence):
            told, moment = Told("event", told.rule), replace(moment, since_event=True)
        if told is not None:
            tokens = sentence.doc.char_span(span.start, span.end, alignment_mode="expand")
            on_noun = _on_noun(candidate, span, sentence)
            if on_noun and span.end <= candidate.quantity.span.start and tokens is not None:
                on_noun = not of_act(tokens, sentence.text[span.end : candidate.quantity.span.start])
                # the day of the act, whenever its verb was said
                moment = moment if on_noun else replace(moment, told=When.OPEN)
            found.append(Dated(moment, told.relation, on_noun, told.rule))

    def distance(one: Dated) -> int:
        start = candidate.quantity.span.start + sentence.span.start
        return abs(start - one.moment.span.start)

    stood = standing(candidate, sentence)
    number = candidate.quantity.span.shifted(sentence.span.start)
    ranked = each_its_day(sorted(found, key=distance), moments, number, sentence)
    return (*((stood,) if stood is not None else ()), *ranked)


# what goes on from the day on which it broke out
LASTING = frozenset(
    "conflit guerre épidémie pandémie siège blocus insurrection rébellion famine sécheresse offensive campagne grève mouvement "
    "révolte soulèvement occupation".split()
)
BREAKING_OUT = frozenset("éclater commencer débuter déclarer déclencher apparaître entamer lancer engager".split())


def _goes_on(span: Span, sentence: Sentence) -> bool:
    """Whether a day is that on which something broke out that goes on: `la guerre, qui a éclaté le 3 avril, a fait 900 morts`."""
    tokens = sentence.doc.char_span(span.start, span.end, alignment_mode="expand")
    verb = verb_over(tokens.root, tokens.start, tokens.end) if tokens is not None and len(tokens) else None
    if verb is None or verb.lemma_ not in BREAKING_OUT:
        return False
    return any(noun.lemma_ in LASTING for noun in (*subjects(verb), *([verb.head] if verb.dep_ == "acl" else [])))


@dataclass(frozen=True, slots=True)
class Told:
    """A relation, with the lexicon entry of the word that says so, where one does."""

    relation: str
    rule: str | None = None


def _relation(
    candidate: Candidate, own: Token | None, befell: Token | None, span: Span, sentence: Sentence
) -> Told | None:
    tokens = sentence.doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    between = _between(sentence.text, candidate.quantity.span, span)
    if span.end <= candidate.quantity.span.start and _of_the_change(tokens, between):
        return None
    if after_aside(between):
        return None
    if of_that_alone(sentence.text[: span.start], between):
        return Told("own")
    heads = span.end <= candidate.quantity.span.start and _heads(sentence.text, span)
    after = span.start > candidate.quantity.span.start
    if not after and of_act(tokens, between):
        return Told("own")
    if after and set_beside(between):
        return None
    stood = TOTAL_OF.search(sentence.text[: candidate.quantity.span.start]) or THERE_WERE.search(
        sentence.text[: span.start]
    )
    if after and stood and re.fullmatch(r"(?:\s[\w'’-]+){0,2}\s", between):
        return Told("tally")
    if after and SOURCED.search(between):
        return Told("tally")
    if after and (STAYED.search(between) or STANDS_AT.search(between)):
        return None
    set_against = RIVAL.search(sentence.text[: candidate.quantity.span.start])
    if after and set_against and not between.strip() and ONE_DAY.match(sentence.text, span.start):
        # `27 morts, contre 29 la veille`: the day of that count
        return Told("tally")
    if after and RISEN.search(sentence.text[: candidate.quantity.span.start]) and re.fullmatch(r"[\s,]*", between):
        # `est passé de cinq à sept, mercredi`: the day of the count
        return Told("tally")
    if after and COUNT_OF.search(between):
        return Told("event")
    said = verb_over(tokens.root, tokens.start, tokens.end) if not after and WHO.search(between) else None
    if said is not None and said.lemma_ in SPEAKS:
        # `a précisé lundi la mairie, qui avait parlé de neuf noyés`
        return None
    if not after and ":" in between and (mended := _tally_told(tokens, between)) is not None:
        return Told("tally", event_rule(mended))
    outcome = COME_OF.search(between) if not after and "»" not in between and opens(sentence.text, span) else None
    if outcome is not None and (dated_by := _come_of(tokens)) is not None:
        return dated_by
    apart = r"[;»”]" if heads else r"[;»”]|\s:\s|,\sce\squi\b"
    if re.search(apart, between) or re.search(r"\bcontre\b" if after else r"\bcontre\s*$", between):
        return None
    rival = re.search(r"\bcontre\s[^,;.:]*$", sentence.text[: span.start])
    if (rival is not None and candidate.quantity.span.start < rival.start()) or (rival is not None and "," in between):
        # `34 morts, contre 29 la veille, et 212 blessés`: the eve is that of the 29
        return None
    if after and re.search(r"\b(?:plus|moins|autant|davantage)\s(?:que\b|qu['’])", between):
        # `12 morts, plus que lors de la crue de 2010`
        return None
    if after and re.search(r"\bdont\s[^,]*$", between):
        # `97 morts, dont 31 fauchés le 18 mai`: the day of the 31
        return None
    holder = holder_of(tokens.root, tokens.start, tokens.end)
    if holder is not None and holder.i > candidate.last and _says_of_counted(holder, candidate):
        if befell is not None and holder.i < befell.i and _subject_of(candidate, befell):
            # `Un homme blessé mardi est mort samedi`: he died on Saturday
            return None
        return Told("tally" if _counts(holder) else "own")
    if holder is not None:
        counted = next((word for word in (holder, *subjects(holder)) if is_tally(word)), None)
        if counted is not None:
            if holder.dep_ == "acl:relcl" and is_blow(holder):
                # `le bilan des crues qui ont frappé lundi`: what the tree hangs on the count is said of the blow
                return Told("event", event_rule(holder))
            which = _says_which(tokens.start, sentence) or _befell_right_before(tokens.start, sentence)
            struck_by = behind_event(tokens.start, sentence) if which else None
            # `le bilan de la frappe de vendredi`: the day is the strike's, whatever the tree joins
            return Told("tally", event_rule(counted)) if struck_by is None else Told("event", event_rule(struck_by))
        if _names_dead_of(holder, tokens.start):
            return Told("event")
        noun = holder.pos_ not in ("VERB", "AUX") and holder.i not in (candidate.top.i, candidate.first)
        if noun and is_event(holder):
            return Told("event", event_rule(holder))
    verb = verb_over(tokens.root, tokens.start, tokens.end)
    if verb is not None and ":" in sentence.text[verb.idx : min(span.start, candidate.quantity.span.start)]:
        # the number and its day stand behind a colon, the verb before it
        verb = None
    if heads and re.match(r"[\s\u00a0]*:", sentence.text[span.end :]):
        return Told("own")
    if own is not None and _told_as_past(own) and span.start < candidate.quantity.span.start:
        return Told("tally" if _counts(own) else "own")
    event = behind_event(tokens.start, sentence)
    if event is not None and event.i > candidate.last and _says_of_counted(event, candidate):
        return Told("own")
    if event is not None and not (own is not None and tokens[0].nbor(-1).i == own.i):
        return Told("event", event_rule(event))
    if span.end <= candidate.quantity.span.start and STANDS_AT.search(sentence.text[: span.start]):
        return Told("tally")
    if own is None:
        if verb is not None and _says_of_counted(verb, candidate):
            return Told("own")
        return Told("free") if verb is None or not between.strip() else None
    if verb is None:
        return Told("own") if opens(sentence.text, span) or _right_behind(own, tokens.start) else Told("free")
    told = _by_verb(verb, own, befell, opens(sentence.text, span), tokens.start)
    if told is not None and told.relation == "own" and (blow := _toll_of(own)) is not None:
        return Told("event", event_rule(blow))
    return told


# `l'explosion a fait 23 morts mardi`: that day it struck, and its toll goes on
COSTS = frozenset("faire causer coûter entraîner provoquer occasionner".split())


def _toll_of(verb: Token) -> Token | None:
    """Return the blow whose toll a verb in the perfect tells, None for any other verb."""
    if verb.lemma_ not in COSTS or _told_as_past(verb):
        return None
    perfect = any(child.dep_.startswith("aux") and child.text.casefold() in ("a", "ont") for child in verb.children)
    return next((noun for noun in subjects(verb) if is_blow(noun)), None) if perfect else None


# `Mardi, la police a tiré : deux tués, treize blessés`: between a day and a number, the colon before what came of it
COME_OF = re.compile(
    r"^[^:;]*\s?:\s(?:[^:;.]{1,60}(?:,|\set)\s)?(?:(?:au\smoins|plus\sde|près\sde|environ|quelque)\s)?$", re.IGNORECASE
)


def _come_of(day: Tokens) -> Told | None:
    """Return what a day at the head of a sentence dates of what came of it; None where somebody counts or says it."""
    verb = verb_over(day.root, day.start, day.end)
    if verb is None or _counts(verb) or verb.lemma_ in SPEAKS:
        return None
    struck_by = next((word for word in (verb, *subjects(verb)) if is_event(word)), None)
    return Told("own") if struck_by is None else Told("event", event_rule(struck_by))


def _tally_told(day: Tokens, between: str) -> Token | None:
    """Return the count that somebody gave or mended on a day, where what it says stands behind a colon: `La préfecture a corrigé
    samedi son bilan : 16 morts`."""
    verb = verb_over(day.root, day.start, day.end) if not re.search(r"[;»”]", between) else None
    if verb is None:
        return None
    return next((child for child in verb.children if child.dep_ == "obj" and is_tally(child)), None)


# `a ramené mercredi de 23 à 19 le nombre de morts`, `a porté lundi son bilan de neuf à onze`
FROM_TO = re.compile(r"^[\s,]+(?:(?:le|son|leur|ce)\s\w+\s)?de\s(?:[^,;.:]{1,20}?\sà\s)?(?:[^\W\d]+\s){0,2}$", re.I)
CHANGES = frozenset("ramener porter abaisser relever rehausser réviser revoir réduire corriger".split())


def _of_the_change(day: Tokens, between: str) -> bool:
    """Whether a day right behind the verb by which somebody changes a count, from one number to another, is that of the change."""
    return FROM_TO.match(between) is not None and day.start > 0 and day[0].nbor(-1).lemma_ in CHANGES


# `Neuf morts (parquet d'Arbeville, ce jour à 16 h)`: who counted, and when
SOURCED = re.compile(r"\([^()\d]*[^\W\d]{3,}[^()\d]*,\s?(?:ce\s|le\s)?$")
# `ce total était de 36 vendredi`, `un bilan arrêté à 23 morts mercredi soir`
TOTAL_OF = re.compile(
    r"\b(?:total|bilan|décompte|chiffre|pointage|compte|liste),?\s(?:[^\W\d]+['’\s]?){0,3}?\b(?:de|à|d['’])\s?(?:[^\W\d]+\s){0,2}$",
    re.I,
)
# `il y avait 52 morts samedi`: so many were counted then
THERE_WERE = re.compile(r"\bil\s(?:n['’])?y\s(?:en\s)?avait\b[^.;:!?]*$", re.IGNORECASE)
# `Onze sont morts et quatre restaient introuvables jeudi`: a state of that day
STAYED = re.compile(
    r"(?:\s(?:et|mais|tandis\sque|alors\sque|dont)\s|[,;]\s)[^,;.:!?]{0,100}\b(?:rest|demeur)(?:ait|aient|e|ent)\b(?:\s[\w'’-]+){1,4}\s$",
    re.IGNORECASE,
)


SPEAKS = frozenset(
    "dire annoncer déclarer affirmer indiquer préciser écrire résumer trancher expliquer conclure publier livrer communiquer "
    "corriger revoir réviser rectifier ajouter tomber".split()
)


def _right_behind(verb: Token, start: int) -> bool:
    """Whether a day stands right behind a verb, whatever the tree joins it to: `quatre personnes sont mortes lundi`."""
    return verb.i < start and all(word.pos_ == "ADV" for word in verb.doc[verb.i + 1 : start])


# `de 41 à 38 le nombre de personnes tuées mardi`: the day of what killed them
COUNT_OF = re.compile(
    r"^\s(?:à\s\S+\s)?(?:le|son|leur)\snombre\s(?:de\s|des\s|d['’])[^,;.:]{3,40}(?:é|i|u)e?s?\s$", re.IGNORECASE
)
WHO = re.compile(r",\s(?:qui|lequel|laquelle|lesquels|lesquelles)\s", re.IGNORECASE)
# `le nombre des morts est passé de cinq à`
RISEN = re.compile(
    r"\b(?:pass|mont|grimp|tomb|redescend|descend|ramen|port|alourdi|bondi|chut|recul)(?:ée?s?|ue?s?|e|ent|ait|aient|t)?\b"
    r"(?:\s[\w'’]+){0,2}\s(?:de|d['’])[^,;.:]{1,30}\sà\s(?:[a-zà-ÿ]+\s){0,2}$",
    re.IGNORECASE,
)
# no `contre cinq en mai`, where a season is counted
ONE_DAY = re.compile(
    r"la\sveille|l['’]avant-veille|(?:avant-)?hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce\smatin|le\s\d",
    re.I,
)
# `la mairie en était hier soir à 21 morts`
STANDS_AT = re.compile(r"\ben\s(?:est|était|sont|étaient)[\s,]*$", re.IGNORECASE)


def _by_verb(verb: Token, own: Token, befell: Token | None, opens: bool, day: int) -> Told | None:
    """Return what a moment under `verb`, that stands at `day`, dates of a figure whose clause has the verb `own`."""
    if same_clause(verb, own):
        if own.head.i == verb.i and own.dep_ == "conj" and verb.i < day < own.i:
            return Told("shared")
        if any(child.dep_ == "obj" and is_tally(child) for child in own.children):
            return Told("tally")
        return Told("tally" if verb.i != (befell.i if befell is not None else -1) and _counts(verb) else "own")
    if befell is None and _counts(verb):
        return Told("tally")
    event = next((word for word in (verb, *subjects(verb)) if is_event(word)), None)
    if event is not None:
        return Told("event", event_rule(event))
    return Told("own") if opens and not _other_clause(verb, own) else None


def _names_dead_of(holder: Token, start: int) -> bool:
    """Whether a day tells of which blow the dead or the hurt are: `les morts de jeudi`, `les noyés du 13 novembre`."""
    if holder.pos_ not in ("NOUN", "ADJ") or not _preposed(holder.doc, start):
        return False
    return any(entry.means in HARMS for entry in kind_nouns("noun").of(holder))


def _preposed(doc: Doc, start: int) -> bool:
    return re.match(r"(?:\w+\s)?(?:de|du|d['’])\b", doc[max(0, start - 1) : start + 1].text.casefold()) is not None


def _says_which(start: int, sentence: Sentence) -> bool:
    """Whether a day is joined by `de` to the noun right before it: `la frappe de vendredi`."""
    return start > 1 and _preposed(sentence.doc, start) and sentence.doc[start - 2].pos_ == "NOUN"


def _befell_right_before(start: int, sentence: Sentence) -> bool:
    """Whether a participle right before a day says what struck then: `le bilan du naufrage survenu mardi`."""
    return start > 0 and sentence.doc[start - 1].pos_ in ("VERB", "ADJ") and is_event(sentence.doc[start - 1])


def _says_of_counted(verb: Token, candidate: Candidate) -> bool:
    """Whether a participle is said of what is counted, or of what is listed behind it: `46 cas et trois décès notifiés`."""
    if verb.dep_ not in ("acl", "amod"):
        return False
    noun = verb.head
    while noun.dep_ == "conj" and noun.i > candidate.top.i:
        noun = noun.head
    return noun.i in (candidate.top.i, candidate.first)


def _subject_of(candidate: Candidate, verb: Token) -> bool:
    """Whether what is counted stands before a verb and hangs on it: its subject, whatever the tagger calls it."""
    return candidate.top.head.i == verb.i and candidate.top.i < verb.i


def _counts(verb: Token) -> bool:
    """Whether a verb counts: `recense`, and `fait` in `fait état de`."""
    behind = verb.nbor(1).text if verb.i + 1 < len(verb.doc) else ""
    return counts(verb.text) or counts(f"{verb.text} {behind}")


def _on_noun(candidate: Candidate, span: Span, sentence: Sentence) -> bool:
    tokens = sentence.doc.char_span(span.start, span.end, alignment_mode="expand")
    holder = holder_of(tokens.root, tokens.start, tokens.end) if tokens is not None and len(tokens) else None
    return holder is not None and holder.pos_ in ("NOUN", "PROPN") and holder.i < candidate.first


def _between(text: str, one: Span, other: Span) -> str:
    first, last = sorted((one, other))
    return text[first.end : last.start]


def _heads(text: str, span: Span) -> bool:
    """Whether a moment stands at the head of a line of a list: `– au 19/11 : 688 cas`."""
    return len(text[: span.start].split()) <= 4 and bool(re.match(r"[^.;]{0,25}\s?:", text[span.end :]))


def _other_clause(verb: Token, own: Token) -> bool:
    return verb.dep_ in ("acl", "acl:relcl", "advcl") and verb.i != own.i


def _told_as_past(verb: Token) -> bool:
    """Whether a verb tells of an earlier crisis: `en 2017, un cyclone avait tué 81 personnes`."""
    return any(child.text.casefold() in ("avait", "avaient") for child in verb.children if child.dep_.startswith("aux"))


HARMS = frozenset({"killed", "injured", "abducted", "missing", "destroyed"})
