"""A sentence and its moments in, those that date what struck, and those that date what people set out to do, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from recoupe.extract.figures.day_holders import behind_event, holder_of, opens, subjects, verb_over
from recoupe.extract.figures.events import is_beginning, is_blow, is_doing, is_event, is_tally
from recoupe.extract.figures.tenses import IMPERFECT
from recoupe.extract.figures.times import BREAKING_OUT, CHANGES, HARMS, SPEAKS, STAYED, THERE_WERE
from recoupe.extract.figures.tree import auxiliaries, in_passing, is_participle, is_passive, shows
from recoupe.extract.figures.words import kind_nouns, kind_verbs, nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.moment import Moment

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def struck(moments: Sequence[Moment], sentence: Sentence) -> tuple[Moment, ...]:
    """Return the moments of a sentence that date what struck: beside a noun of an event or a harm, or under its verb."""
    return _dating(moments, sentence, is_blow, harms=True)


def set_out(moments: Sequence[Moment], sentence: Sentence) -> tuple[Moment, ...]:
    """Return the moments of a sentence that date what people set out to do."""
    return _dating(moments, sentence, is_doing, harms=False)


def _dating(
    moments: Sequence[Moment], sentence: Sentence, is_one: Callable[[Token], bool], harms: bool
) -> tuple[Moment, ...]:
    found = []
    for moment in moments:
        if not sentence.span.covers(moment.span):
            continue
        span = moment.span.shifted(-sentence.span.start)
        tokens = sentence.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None or not len(tokens):
            continue
        before = sentence.text[: span.start]
        if THERE_WERE.search(before) or STAYED.search(before):
            continue
        verb = verb_over(tokens.root, tokens.start, tokens.end)
        if verb is None and tokens.root.head.i == tokens.root.i and opens(sentence.text, span):
            # `Mardi vers 2 heures, une paroi s'est détachée`: the tagger may leave the day without a verb
            verb = next(
                (word for word in sentence.doc[tokens.end :] if word.dep_ == "ROOT" and word.pos_ == "VERB"), None
            )
        if (verb is not None and _is_feast(verb)) or FALLS_ON.search(before):
            continue
        blow = replace(moment, of_blow=harms)
        if _stands_behind(tokens.start, sentence, is_one) or _when_it_struck(tokens.end, sentence, is_one):
            found.append(blow)
            continue
        if verb is not None and (_still_to_come(verb) or _still_is(verb) or _is_now(verb, tokens) or _counts_to(verb)):
            continue
        holder = holder_of(tokens.root, tokens.start, tokens.end)
        if holder is not None and holder.pos_ not in ("VERB", "AUX"):
            if is_tally(holder) or holder.text.casefold() in COURTS:
                # `placés en garde à vue vendredi`: justice is done after what struck
                continue
            if is_one(holder) or (harms and kind_nouns("noun").of(holder)):
                # `les morts de jeudi` are those of the blow; `40 disparus lundi` may be a count
                found.append(blow if is_one(holder) or _preposed(tokens) else moment)
                continue
        if verb is not None and (
            (is_one(verb) and not _means_else(verb))
            or (any(map(is_one, subjects(verb))) and not _is_dealt_with(verb))
            or any(map(is_one, _met_with(verb)))
            or (harms and (_fires(verb) or _killed_then(tokens.start, sentence)))
        ):
            # `depuis que l'offensive a commencé, le 15 novembre`
            found.append(replace(blow, since_event=True) if _since_then(verb) else blow)
        elif verb is not None and harms and any(_harms(one) for one in (verb, *filter(in_passing, verb.children))):
            found.append(replace(moment, since_event=True) if _since_then(verb) else moment)
    return tuple(found)


def _preposed(day: Tokens) -> bool:
    """Whether a day is joined by `de` to the noun before it."""
    before = day[0].nbor(-1).text.casefold() if day.start else ""
    return before in ("de", "du", "d'", "d’") or day[0].text.casefold() in ("de", "du", "d'", "d’")


# `ont mené mardi une attaque`: the object says what struck
LIGHT = frozenset(
    "faire mener donner livrer opérer effectuer perpétrer commettre essuyer subir provoquer lancer déclencher engager".split()
)
# `sont morts mardi dans un incendie`, `se sont évadés dimanche au terme d'une mutinerie`
AMID = frozenset("dans lors pendant durant par".split())
COURSE = frozenset("terme cours issue faveur".split())


def _met_with(verb: Token) -> list[Token]:
    """Return the nouns that say what a verb did or in what it was done, where its day is theirs."""
    found = [child for child in verb.children if child.dep_ == "obj" and verb.lemma_ in LIGHT]
    for child in verb.children:
        if not child.dep_.startswith("obl"):
            continue
        if child.text.casefold() in COURSE:
            found += [noun for noun in child.children if noun.dep_ == "nmod"]
        elif any(case.dep_ == "case" and case.text.casefold() in AMID for case in child.children):
            found.append(child)
    return [noun for noun in found if noun.pos_ == "NOUN"]


# what is done to a blow as it falls: `l'assaut a été repoussé mardi`, `le séisme ressenti lundi`
AS_IT_FELL = LIGHT | BREAKING_OUT | frozenset("ressentir enregistrer signaler repousser précéder suivre".split())


def _is_dealt_with(verb: Token) -> bool:
    """Whether a verb tells what became of a blow, or what did not: `l'assaut n'avait pas été revendiqué jeudi`."""
    if any(child.text.casefold() in ("ne", "n'", "n’") for child in verb.children):
        return True
    if verb.lemma_ in AS_IT_FELL or is_event(verb):
        return False
    on_it = verb.dep_ in ("acl", "amod") and is_participle(verb)
    return on_it or is_passive(verb) or (shows(verb, "Tense", "Imp") and verb.text.casefold().endswith(IMPERFECT))


def _means_else(verb: Token) -> bool:
    """`a déclaré mardi`, no fire that declared itself; `a été versée hier`, no bus that fell over."""
    if verb.lemma_ == "verser":
        return is_passive(verb)
    speaks = verb.lemma_ in SPEAKS and verb.lemma_ != "tomber"
    return speaks and not any(child.text.casefold() in ("se", "s'", "s’") for child in verb.children)


def _fires(verb: Token) -> bool:
    """Whether a verb of beginning has what is fired for its object: `a lancé jeudi 88 missiles`."""
    return is_beginning(verb) and any(
        child.dep_ == "obj" and any(entry.means in ("munitions", "strikes") for entry in nouns("counted").of(child))
        for child in verb.children
    )


def _still_to_come(verb: Token) -> bool:
    """Whether a verb tells of what has not been done: `pour rapatrier les corps mercredi`, `partira mardi`."""
    words = (verb, *(child for child in verb.children if child.dep_.startswith(("aux", "cop"))))
    if any(shows(word, "Tense", "Fut") for word in words):
        return True
    if not shows(verb, "VerbForm", "Inf"):
        return False
    leaning = verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ in MAY
    return leaning or any(child.text.casefold() == "pour" for child in verb.children)


# `pourrait toucher terre mardi`
MAY = frozenset("pouvoir devoir risquer aller menacer".split())


# `dimanche soir, lorsque la plateforme a explosé`
WHEN = frozenset({"lorsque", "lorsqu'", "lorsqu’", "quand", "où"})


def _when_it_struck(end: int, sentence: Sentence, is_one: Callable[[Token], bool]) -> bool:
    """Whether a clause of time right behind a day says what struck then."""
    words = [word for word in sentence.doc[end : end + 4] if not word.is_punct]
    if not words or words[0].text.casefold() not in WHEN:
        return False
    verb = next((word for word in sentence.doc[words[0].i + 1 : words[0].i + 12] if word.pos_ == "VERB"), None)
    return verb is not None and (is_one(verb) or any(is_one(noun) for noun in subjects(verb)))


def _killed_then(start: int, sentence: Sentence) -> bool:
    """Whether a clause of time tells in what people came to harm, by whatever verb: `onze sont morts lorsqu'un car a versé mardi`."""
    for word in reversed(sentence.doc[max(0, start - CLAUSE) : start]):
        if word.text in ".;:!?»" or word.lemma_ in SPEAKS:
            return False
        if word.text.casefold() in WHEN:
            return any(_is_harm(one) for one in sentence.doc[: word.i])
    return False


# words between the one that opens a clause of time and its day
CLAUSE = 25


def _is_harm(word: Token) -> bool:
    if word.pos_ in ("VERB", "AUX"):
        return _harms(word)
    return word.pos_ == "NOUN" and any(entry.means in HARMS for entry in kind_nouns("noun").of(word))


def _still_is(verb: Token) -> bool:
    """Whether a verb tells of a state that went on: `six étaient encore hospitalisés mercredi`."""
    still = any(child.text.casefold() in ("encore", "toujours") for child in verb.children)
    return still and any(child.text.casefold() in ("étaient", "était", "sont", "est") for child in auxiliaries(verb))


def _is_now(verb: Token, day: Tokens) -> bool:
    """Whether a passive in the present tells how things are: `51 employés sont aujourd'hui infectés`."""
    if day.text.casefold().replace("’", "'") != "aujourd'hui":
        return False
    return any(child.dep_ == "aux:pass" and child.text.casefold() in ("est", "sont") for child in auxiliaries(verb))


def _counts_to(verb: Token) -> bool:
    """Whether a verb tells how a count changed: `les absents étaient passés à vingt mardi`."""
    if verb.lemma_ in CHANGES:
        return True
    to = [word for word in verb.doc[verb.i + 1 : verb.i + 4] if word.text.casefold() == "à"]
    return any(word.i + 1 < len(verb.doc) and word.nbor(1).pos_ == "NUM" for word in to) and verb.lemma_ in FALLS


FALLS = frozenset("tomber passer monter grimper descendre redescendre revenir chuter bondir".split())


# `La fête tombe mercredi`, where the tagger sees no verb
FALLS_ON = re.compile(r"\btombe\s(?:ce\s|le\s)?$", re.IGNORECASE)


def _is_feast(verb: Token) -> bool:
    """`L'Aïd tombe mercredi`: nothing strikes, a day of the calendar falls on another."""
    return (
        verb.lemma_ == "tomber"
        and not auxiliaries(verb)
        and shows(verb, "Number", "Sing")
        and verb.text.casefold() == "tombe"
    )


def _since_then(verb: Token) -> bool:
    """Whether a clause says since when: `depuis que l'offensive a commencé`."""
    return any(
        child.dep_ == "mark"
        and (child.text.casefold() == "depuis" or (child.i and child.nbor(-1).text.casefold() == "depuis"))
        for child in verb.children
    )


# they count the dead, on another day than that of the blow
LAST_HONOURS = frozenset({"enterrer", "inhumer", "pleurer"})


def _stands_behind(start: int, sentence: Sentence, is_one: Callable[[Token], bool]) -> bool:
    event = behind_event(start, sentence)
    return event is not None and is_one(event)


# `un blessé est décédé ce matin`: of the blow of an earlier day
DIE = frozenset({"décéder", "succomber", "mourir"})
HURT = frozenset({"blessé", "brûlé", "patient", "rescapé", "hospitalisé"})


def _dies_of_it(verb: Token) -> bool:
    """Whether those who die then were hurt before, or are one who is named: `Salma Kéré, couturière, est décédée samedi`."""
    if verb.lemma_ not in DIE:
        return False
    named = any(child.dep_.startswith("nsubj") and child.pos_ == "PROPN" for child in verb.children)
    return named or any(word.lemma_ in HURT for word in verb.doc[max(0, verb.i - 5) : verb.i])


# what a court or a prosecutor does to somebody afterwards
COURTS = frozenset("garde écrou mandat dépôt examen juge parquet procureur procureure tribunal justice".split())


def _harms(verb: Token) -> bool:
    if verb.lemma_ in LAST_HONOURS or _dies_of_it(verb):
        return False
    entries = (*kind_verbs("patient").of(verb), *kind_verbs("agent").of(verb))
    tried = any(token.text.casefold() in COURTS for token in verb.subtree)
    return any(entry.means in HARMS and not (tried and entry.means == "detained") for entry in entries)
