"""A kind that one verb gave in, what a longer turn around that verb, a denial or a second verb makes of it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.asides_behind import behind_part
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.governing import by_verb
from recoupe.extract.figures.nearby import around, scope
from recoupe.extract.figures.reason import Reason, by_turn, fits
from recoupe.extract.figures.tree import Governor, is_participle, is_passive, shows
from recoupe.extract.figures.words import kind_verbs, phrases
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

BY_VERB = frozenset(
    f"figures.kind.{rule}" for rule in ("governing_verb", "following_verb", "preceding_verb", "verb_before")
)
# what may come before somebody dies of it
BEFORE_DEATH = frozenset({
    Kind.TRAPPED, Kind.INJURED, Kind.ABDUCTED, Kind.DETAINED, Kind.MISSING, Kind.ILL, Kind.EXPOSED, Kind.EVACUATED, Kind.RESCUED,
    Kind.DEPLOYED, Kind.DISPLACED, Kind.AFFECTED, Kind.SURRENDERED,
})  # fmt: skip


def sharpened(reason: Reason, candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason:
    """Return what says more of the counted than the verb that gave a reason, else the reason."""
    if reason.rule not in BY_VERB or reason.verb is None:
        return reason
    return (
        _died(reason, candidate, counted, sentence)
        or _not_home(reason, candidate, sentence)
        or _longer(reason, candidate, counted, sentence)
        or _not_back(reason, candidate, sentence)
        or reason
    )


def _longer(reason: Reason, candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Return the turn that holds the verb and closes around the counted, or goes on behind it: `envoyé vingt ouvriers à l'hôpital`."""
    if reason.span.start < candidate.quantity.span.start:
        turn = around(candidate, counted, sentence, holds=reason.span)
        return turn if turn is not None and turn.kind is not reason.kind else None
    if any(
        index.holds(reason.verb, reason.entry) for index in (kind_verbs("patient"), kind_verbs("agent")) if reason.verb
    ):
        return None
    start, end = scope(candidate, sentence)
    if (beyond := behind_part(sentence, candidate)) is not None and beyond <= reason.span.start:
        start, end = beyond, min(len(sentence.text), beyond + 90)
    longest: Reason | None = None
    for entry, pattern in phrases("phrase"):
        if not fits(entry, counted):
            continue
        for hit in pattern.finditer(sentence.text, start, end):
            inside = hit.start() <= reason.span.start < reason.span.end <= hit.end()
            held = hit.start() <= reason.span.start and " " in sentence.text[reason.span.end : hit.end()]
            held = held or (inside and DENYING.match(hit.group()) is not None)
            # `mortellement blessés`
            held = held or (inside and hit.start() < reason.span.start and entry.means == "killed")
            # `ont vu leur bétail mourir`
            held = held or (inside and hit.start() < reason.span.start and bool(entry.extra.get("whole")))
            if held and (longest is None or _says_more(hit, longest.span)):
                longest = by_turn(entry, "longer_turn", hit.start(), hit.end(), reason.verb)
    return longest if longest is not None and longest.kind is not reason.kind else None


def _says_more(hit: re.Match[str], other: Span) -> bool:
    """Whether a turn goes on further than another, or begins before it where both end together."""
    return (hit.end(), -hit.start()) > (other.end, -other.start)


# `ne peuvent plus sortir`: a turn that denies says more than the verb that it ends with
DENYING = re.compile(r"n['’]|ne\s", re.IGNORECASE)
JOINED = re.compile(
    r"(?:[^.;:\d]{0,45}?)(?:,|\set|\spuis|,\spuis|\smais|,\smais|\savant\sd['’])\s(?:(?:qui|y|en|sont|ont|étaient|été|être|finalement|ensuite|plus\stard|tous|en)\s){0,4}",
    re.IGNORECASE,
)
ALIVE_NOT = re.compile(
    r"n['’](?:ont|a|avaient|auraient)\s(?:pas|guère)\s(?:survécu|pu\sêtre\s(?:sauvée?s?|ranimée?s?|réanimée?s?))|n['’]en\s(?:sont|est)\s(?:pas|jamais)\srevenue?s?",
    re.IGNORECASE,
)


def _died(reason: Reason, candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Return the death that a second verb tells of those whom the first befell: `enlevés puis exécutés`, `et n'ont pas survécu`."""
    verb = reason.verb
    if verb is None or reason.kind not in BEFORE_DEATH or reason.span.start < candidate.quantity.reach:
        return None
    for token in verb.doc[verb.i + 1 : verb.i + 14]:
        if (
            token.like_num
            or token.text in (".", ";", ":", "(")
            or token.text.casefold() in ("dont", "selon", "que", "alors", "tandis")
        ):
            return None
        hit = JOINED.fullmatch(sentence.text, reason.span.end, token.idx)
        if hit is None:
            continue
        if lost := ALIVE_NOT.match(sentence.text, token.idx):
            return Reason(
                Kind.KILLED, "figures.kind.not_alive", "figures.kind.second_verb", Span(lost.start(), lost.end()), verb
            )
        if reason.rule != "figures.kind.governing_verb" or _has_subject(token) or _has_object(token):
            continue
        role = "agent" if not is_passive(verb) or _helped(token) else "patient"
        for entry in kind_verbs(role).of(token):
            if entry.means == "killed" and fits(entry, counted) and not entry.extra.get("weak"):
                if role == "patient" and not is_participle(token):
                    continue
                return Reason(
                    Kind.KILLED,
                    entry.name,
                    "figures.kind.second_verb",
                    Span(token.idx, token.idx + len(token.text)),
                    token,
                )
    return None


def _helped(token: Token) -> bool:
    """Whether a participle has an auxiliary of its own: `enlevés et sont morts`."""
    return token.i > 0 and token.nbor(-1).text.casefold() in ("sont", "ont", "étaient", "est", "a", "y")


def _has_subject(token: Token) -> bool:
    return any(
        child.dep_.startswith("nsubj") and child.text.casefold() not in ("ils", "elles", "qui")
        for child in token.children
    )


def _has_object(token: Token) -> bool:
    """Whether somebody else undergoes a verb: `ont attaqué un poste et tué deux agents`."""
    return any(child.dep_ == "obj" for child in token.children)


# what may stand between `ils étaient 300` and what they did
ASIDE = r"(?:\s?,[^,.;:]{1,60},|\s?\([^()]{1,60}\)|(?:\s(?!à\s)[^\s,.;:()\d]+){1,6}?(?:\s?,)?)?"
TO_DO = re.compile(
    ASIDE + r"\s?,?\sà\s(?P<helper>(?:avoir|s['’]être|être|y\sêtre|en\sêtre)\s(?:été\s)?)?(?:s['’]|se\s|y\s)?",
    re.IGNORECASE,
)


def to_do(candidate: Candidate, sentence: Sentence) -> Reason | None:
    """Read what many are said to do or to have done: `ils étaient 300, dimanche, à fuir`, `on est 2 000 à défiler`."""
    hit = TO_DO.match(sentence.text, candidate.quantity.reach)
    verb = _verb_at(hit, sentence)
    if verb is None:
        hit = _far_to_do(candidate, sentence)
        verb = _verb_at(hit, sentence)
    if hit is None or verb is None:
        return None
    helper = (hit["helper"] or "").casefold()
    for entry, pattern in phrases("phrase"):
        if fits(entry, Counted.PEOPLE) and (turn := pattern.match(sentence.text, verb.idx)) and " " in turn.group():
            return by_turn(entry, "to_do", turn.start(), turn.end(), verb)
    undergone = "été" in helper or helper.startswith("être")
    for role in ("passive", "subject") if undergone else ("subject",):
        if reason := by_verb(Governor(verb, role, 1), Counted.PEOPLE, "to_do"):
            return reason
    return None


def we_were(candidate: Candidate, sentence: Sentence) -> Reason | None:
    """Read that many were there who tell what they did together: `on était une vingtaine à taper contre la porte`."""
    hit = TO_DO.match(sentence.text, candidate.quantity.reach)
    verb = _verb_at(hit, sentence)
    if hit is None or verb is None or not shows(verb, "VerbForm", "Inf"):
        return None
    return Reason(Kind.EXPOSED, "figures.kind.were_there", "figures.kind.whereabouts", Span(hit.start(), hit.end()))


def _verb_at(hit: re.Match[str] | None, sentence: Sentence) -> Token | None:
    if hit is None:
        return None
    verb = next((token for token in sentence.doc if token.idx == hit.end()), None)
    done = verb is not None and (hit["helper"] or re.search(r"(?:er|ir|re)$", verb.text))
    return verb if done and verb is not None and verb.pos_ not in ("PROPN", "NUM") else None


# `ils étaient 400 samedi à Kole selon la police, un millier d'après le syndicat, à marcher`
FAR_TO_DO = re.compile(
    r"(?:\s?,)?\sà\s(?P<helper>(?:avoir|s['’]être|être)\s(?:été\s)?)?(?:s['’]|se\s|y\s)?(?=[^\W\d]+(?:er|ir|re|és?|ées?)\b)",
    re.IGNORECASE,
)


def _far_to_do(candidate: Candidate, sentence: Sentence) -> re.Match[str] | None:
    """Return where an infinitive stands further behind, over places and sources, in the same clause."""
    end = sentence.text.find(";", candidate.quantity.reach)
    for hit in FAR_TO_DO.finditer(sentence.text, candidate.quantity.reach, end if end != -1 else len(sentence.text)):
        verb = next((token for token in sentence.doc if token.idx == hit.end()), None)
        told = any(
            shows(token, "VerbForm", "Fin")
            for token in sentence.doc
            if candidate.quantity.reach <= token.idx < hit.start()
        )
        if told or hit.start() - candidate.quantity.reach > 160:
            return None
        if verb is not None and verb.pos_ == "VERB" and (hit["helper"] or shows(verb, "VerbForm", "Inf")):
            return hit
    return None


THERE = re.compile(
    r"(?:\s?,[^,.;:]{1,40},|\s(?:ce\s(?:matin|soir)|hier|en\stout|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?\s"
    r"(?:(?P<public>devant|place|dans\sl(?:a\srue|es\srues)|sur\s(?:la\splace|le\spavé|l['’]esplanade))|à\sbord|dans|sur|au\sfond|sous)\b",
    re.IGNORECASE,
)


# `au gymnase de Kole, ils sont 412`
SHELTERED = re.compile(
    r"[\W_]*(?:à|au|aux|dans|sous|sur|en)\s(?:l['’]|la\s|le\s|les\s)?(?P<where>(?:gymnase|aréna|stade|lycée|collège|école|internat|église|mosquée|camp|hangar|chapiteau"
    r"|tente|salle|centre\sd['’](?:accueil|hébergement|évacuation))s?\b)[^.;:!?,]{0,40},\s(?:ils|elles)\s(?:sont|étaient|seraient)\s(?:[^\W\d]+\s){0,2}$",
    re.IGNORECASE,
)


# `sur les 40 que nous étions`
WERE = re.compile(
    r"\s(?:que\s(?:nous\sétions|vous\sétiez|l['’]on\sétait)|qu['’](?:ils|elles|on)\sétai(?:en)?t)\b", re.IGNORECASE
)


def whereabouts(candidate: Candidate, sentence: Sentence) -> Reason | None:
    """Read where many were, who are named nowhere: `nous étions soixante dans la barque`, `ils étaient 300 devant la mairie`."""
    if (were := WERE.match(sentence.text, candidate.quantity.reach)) is not None:
        span = Span(were.start(), were.end())
        return Reason(Kind.EXPOSED, "figures.kind.were_there", "figures.kind.whereabouts", span)
    sheltered = SHELTERED.match(sentence.text[: candidate.quantity.span.start])
    if sheltered is not None:
        span = Span(sheltered.start("where"), sheltered.end("where"))
        return Reason(Kind.HOSTED, "figures.kind.were_there", "figures.kind.whereabouts", span)
    hit = THERE.match(sentence.text, candidate.quantity.reach)
    if hit is None:
        return None
    kind = Kind.PROTESTING if hit["public"] else Kind.EXPOSED
    return Reason(kind, "figures.kind.were_there", "figures.kind.whereabouts", Span(hit.start(), hit.end()))


# `n'ont pas`, `n'ont, elles, pas`, `n'ont, malgré les battues, toujours pas`
NOT = re.compile(
    r"\b(?:ne|n['’])\s?(?:[^\s,;]+(?:,[^,;.]{1,40},)?\s){1,4}?(?:pas|plus|jamais|guère)\s(?:\w+\s){0,3}$", re.IGNORECASE
)
# from where one fails to come back
LOST = re.compile(r"(?:remont|redescend|rentr|reven|regagn|réapparu|retrouv|refait)\w*$", re.IGNORECASE)
HOME = re.compile(
    r"\s(?:encore\s)?(?:chez\s|dans\sl|à\sleurs?\s|leurs?\s(?:domiciles?|foyers?|maisons?|villages?|villes?|quartiers?|terres|pays|logements?|appartements?|hameaux?|toit|habitations?|régions?)|au\s(?:pays|village|bercail)|en\sclasse|à\sl.école)",
    re.IGNORECASE,
)


def _not_back(reason: Reason, candidate: Candidate, sentence: Sentence) -> Reason | None:
    """Return that those who did not come back are missing, those not home still displaced: `n'ont pas regagné le port`."""
    verb = reason.verb
    if verb is None or reason.kind not in (Kind.RETURNED, Kind.RESCUED) or not LOST.match(verb.text):
        return None
    if reason.span.start < candidate.quantity.reach:
        return None
    said = sentence.text[candidate.quantity.reach : reason.span.start]
    hit = NOT.search(said)
    if hit is None or (shows(verb, "VerbForm", "Inf") and not HOME.match(sentence.text, reason.span.end)):
        return None
    where = Span(candidate.quantity.reach + hit.start(), reason.span.end)
    kind = Kind.DISPLACED if HOME.match(sentence.text, reason.span.end) else Kind.MISSING
    return Reason(kind, reason.entry, "figures.kind.not_back", where, verb)


# who has a home to come back to; those who are named by what they do have gone out for it
AT_HOME = re.compile(
    r"(?:habitant|riverain|résident|résidant|famille|ménage|évacué|déplacé|sinistré|réfugié|exilé|villageois|locataire|citoyen)e?s?",
    re.IGNORECASE,
)
FROM = re.compile(r"\s(?:de|du|des|d['’])\s?", re.IGNORECASE)


def _not_home(reason: Reason, candidate: Candidate, sentence: Sentence) -> Reason | None:
    """Return that residents who have not come back are displaced: `quatre habitants sur dix ne sont pas revenus`."""
    verb, noun = reason.verb, candidate.noun
    if verb is None or reason.kind is not Kind.RETURNED or not re.match(r"(?:rentr|reven|retourn)", verb.text, re.I):
        return None
    if noun is None or not AT_HOME.fullmatch(noun.text) or FROM.match(sentence.text, reason.span.end):
        return None
    start = candidate.quantity.reach
    hit = NOT.search(sentence.text[start : reason.span.start]) if reason.span.start > start else None
    if hit is None:
        return None
    return Reason(
        Kind.DISPLACED, reason.entry, "figures.kind.not_back", Span(start + hit.start(), reason.span.end), verb
    )
