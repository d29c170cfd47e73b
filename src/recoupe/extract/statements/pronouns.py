"""A pronoun that says something in, whom the sentence before it is about out: `Un suspect ... Il nie ...`."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from recoupe.extract.statements.fillers import skip_connectives
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import closed_words, is_a
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.speakers import speaks, subject_at
from recoupe.extract.statements.words import Row, Stretch

TAKEN_UP = frozenset(["il", "elle", "celui-ci", "celle-ci", "ils", "elles", "tous", "toutes"])


# words of an office and its seat
SHORT = 5


def _told_of(row: Row, stretch: Stretch, earlier: list[Found]) -> Phrase | None:
    """Return the person whom a sentence tells of without reporting anything: the subject of its first verb."""
    if any(row.words[at].depth for at in range(stretch.start, stretch.end)):
        return None
    if any(
        stretch.start <= each.at < stretch.end
        for each in takewhile(lambda one: one.at >= stretch.start, reversed(earlier))
    ):
        return None
    if any(row.low(at) in ("qui", "que", "dont") for at in range(stretch.start, stretch.end)):
        return None
    verb = next((at for at in range(stretch.start, stretch.end) if row.words[at].finite), None)
    told = subject_at(row, verb, stretch) if verb is not None else _before_its_verb(row, stretch)
    if told is not None and told.role == "title" and is_a(told.head, "organisation"):
        # `L'amirauté minimise. « ... », répond-elle.`
        return told
    return told if told is not None and is_a(told.head, "person") else None


def _before_its_verb(row: Row, stretch: Stretch) -> Phrase | None:
    """Return whom a short sentence opens with where the parse knows no verb in it: `Le maire tremble.`, `La juge s'inquiète.`"""
    start = skip_connectives(row, stretch.start, stretch.end)
    found = phrase_at(row, start, stretch.end, together=False) if row.low(start) in DETERMINERS else None
    if found is not None and found.end + 2 >= stretch.end and found.last > start + 1:
        # `Le colonel opine.`: the last word of a sentence without a verb is its verb
        found = phrase_at(row, start, found.last, together=False)
    if found is None or found.last - found.first > SHORT or found.end + 2 >= stretch.end:
        return None
    behind = found.end + 1
    while row.low(behind) in closed_words("clitics"):
        behind += 1
    return found if row.pos(behind) in ("VERB", "ADJ", "NOUN") and stretch.end - found.end < 2 * SHORT else None


def _opened_with(row: Row, stretch: Stretch, earlier: list[Found]) -> Phrase | None:
    """Return the person whom a sentence begins with, past a relative clause: `Une habitante, qui a tout perdu, s'approche.`"""
    if any(row.words[at].depth for at in range(stretch.start, stretch.end)):
        return None
    if any(stretch.start <= each.at < stretch.end for each in earlier):
        return None
    found = phrase_at(row, skip_connectives(row, stretch.start, stretch.end), stretch.end, together=False)
    if found is None or row.low(found.end + 1) != "," or row.low(found.end + 2) not in ("qui", "dont", "que", "qu'"):
        return None
    return found if is_a(found.head, "person") or is_a(found.head, "group") else None


def _somebody_first(row: Row, stretch: Stretch) -> Phrase | None:
    """Return the human being without a name whom a sentence begins with and names nobody beside: `Un officier, joint par WhatsApp, ...`"""
    start = skip_connectives(row, stretch.start, stretch.end)
    found = phrase_at(row, start, stretch.end, together=False) if row.low(start) in ("un", "une") else None
    if found is None or found.role != "described" or not is_a(found.head, "person"):
        return None
    named = any(row.words[k].capital and row.words[k + 1].capital for k in range(found.end + 1, stretch.end - 1))
    return None if named else found


def _names_anybody(row: Row, stretch: Stretch) -> bool:
    """Say whether a sentence holds a name, or words that somebody says."""
    return any(
        row.words[at].depth or (at > stretch.start and row.words[at].capital and not row.words[at].text.isupper())
        for at in range(stretch.start, stretch.end)
    )


def taken_up(row: Row, each: Found, stretch: Stretch, earlier: list[Found]) -> Found:
    """Give `il` at the head of a sentence the function that the sentence before it is about: `Un suspect ... Il nie ...`"""
    speaker = each.speaker
    number = row.marks.stretch_at[stretch.start]
    if speaker is None or speaker.role != "pronoun" or speaker.head not in TAKEN_UP:
        return each
    if speaker.first >= each.at and each.frame == "turned":
        # `Les rebelles s'en défendent : ils n'y étaient pas, jurent-ils`
        told = _opener(row, each, stretch)
        if told is not None and told.plural == speaker.plural and not (told.gender and told.gender != speaker.gender):
            return replace(each, speaker=told)
    if not number:
        return each
    if speaker.first >= each.at and each.frame in ("turned", "turned_inside"):
        # `Le colonel opine. « Trop tard », concède-t-il.`
        before = row.stretches[number - 1]
        told = _told_of(row, before, earlier)
        if told is None and speaker.plural:
            # `Khaled et Mona ont tout perdu. « ... », disent-ils.`
            pair = phrase_at(row, skip_connectives(row, before.start, before.end), before.end)
            told = pair if pair is not None and pair.role == "joined" else None
        spoken = any(before.start <= one.at < before.end for one in earlier)
        if told is None and not spoken:
            told = _somebody_first(row, before)
        if told is None and not spoken and not _names_anybody(row, before):
            told = _opened_with(row, before, earlier) or _somebody(row, before, speaker)
        return replace(each, speaker=told) if told is not None and _taken(told, speaker) else each
    if any(row.words[k].capital for k in range(stretch.start + 1, speaker.first)) or speaker.first >= each.at:
        return each
    if speaker.plural and speaker.first > skip_connectives(row, stretch.start, stretch.end):
        return each
    before = row.stretches[number - 1]
    if speaker.head in ("celui-ci", "celle-ci"):
        named = _last_speaking(row, before)
    else:
        named = phrase_at(row, skip_connectives(row, before.start, before.end), before.end)
        if not _taken(named, speaker):
            named = _somebody(row, before, speaker) or _told_of(row, before, earlier)
    if named is not None and speaker.head in ("celui-ci", "celle-ci") and named.role == "name":
        # `... à la Croix-Rouge. Celle-ci affirme ...`
        same = named.gender == speaker.gender and not named.plural
        return replace(each, speaker=named) if same else each
    return replace(each, speaker=named) if named is not None and _taken(named, speaker) else each


def _opener(row: Row, each: Found, stretch: Stretch) -> Phrase | None:
    """Return who the clause before a colon is about, where the content stands behind the colon."""
    colon = next((k for k in range(stretch.start, each.at) if row.low(k) == ":" and not row.words[k].depth), None)
    if colon is None or row.words[colon].span.start > each.span.start:
        return None
    verb = next((k for k in range(stretch.start, colon) if row.words[k].finite), None)
    subject = subject_at(row, verb, stretch) if verb is not None else None
    return subject if subject is not None and speaks(subject) and subject.role != "pronoun" else None


def _taken(named: Phrase | None, pronoun: Phrase) -> bool:
    """Say whether a pronoun can take up a phrase: one function or description that speaks, of its gender."""
    if named is not None and named.role == "joined" and pronoun.plural and speaks(named) and pronoun.gender != "f":
        return True
    if named is not None and named.role in ("name", "acronym") and not named.plural and not pronoun.plural:
        # `Le Cercle des paludiers se tait. Sur son site, il met en cause le port.`
        body = named.role == "acronym" or any(is_a(named.head, kind) for kind in ("organisation", "named_body"))
        return body and named.title is None and named.gender is not None and named.gender == pronoun.gender
    if named is None or named.role not in ("title", "described") or named.plural != pronoun.plural or not speaks(named):
        return False
    return not (named.gender and pronoun.gender and named.gender != pronoun.gender)


def _somebody(row: Row, stretch: Stretch, pronoun: Phrase) -> Phrase | None:
    """Return the one unnamed human being whom a sentence without names tells of: `Mardi, un homme de 34 ans ...`"""
    found: list[Phrase] = []
    for at in range(stretch.start, stretch.end):
        if row.words[at].depth:
            return None
        if row.low(at) not in DETERMINERS or (found and at <= found[-1].end):
            continue
        phrase = phrase_at(row, at, stretch.end, together=False)
        if phrase is None or row.low(at - 1) in ("de", "d'", "par"):
            continue
        if phrase.role == "name" and not phrase.plural and is_a(phrase.head, "person"):
            return None
        if row.low(at) in ("un", "une") and _taken(phrase, pronoun) and is_a(phrase.head, "person"):
            found.append(phrase)
    return found[0] if len(found) == 1 else None


def himself(row: Row, each: Found, stretch: Stretch, earlier: list[Found]) -> Found:
    """Give `À l'en croire` at the head of a sentence whom the sentence before it is about: `Le préfet s'explique. ...`"""
    number = row.marks.stretch_at[stretch.start]
    speaker = each.speaker
    if not number or speaker is None or speaker.role != "pronoun" or speaker.head != "lui" or each.cue is None:
        return each
    if row.words[skip_connectives(row, stretch.start, stretch.end)].span.start != each.cue.start:
        return each
    before = row.stretches[number - 1]
    told = _told_of(row, before, earlier)
    if told is None:
        said = [one.speaker for one in earlier if before.start <= one.at < before.end and one.frame != "tally"]
        told = said[-1] if said else None
    if told is None or told.role not in ("title", "described", "name") or not speaks(told):
        return each
    return replace(each, speaker=told) if told.plural == ("les" in each.cue.of(row.text).split()) else each


def _last_speaking(row: Row, stretch: Stretch) -> Phrase | None:
    """Return the last phrase of a stretch that can name somebody who speaks."""
    for at in range(stretch.end - 1, stretch.start - 1, -1):
        if row.low(at) in DETERMINERS:
            phrase = phrase_at(row, at, stretch.end, together=False)
            if phrase is not None and speaks(phrase):
                return phrase
    return None
