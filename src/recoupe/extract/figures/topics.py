"""What a bare number counts: the noun that its sentence, its paragraph or its heading speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recoupe.extract.figures.borrowing import THEY
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.governing import by_verb
from recoupe.extract.figures.line_heads import line_head
from recoupe.extract.figures.questions import HOW_MANY, asked
from recoupe.extract.figures.reason import OF_PEOPLE, THINGS, fits
from recoupe.extract.figures.tallies import CELUI, FALLEN, FROM_FIRST, LES, PUT_AT, counts, holds_to, in_tally
from recoupe.extract.figures.tree import PARTICIPLE, Governor, chain, is_passive, shows
from recoupe.extract.figures.words import kind_nouns, kind_verbs, nouns, phrases
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Topic", "counts", "holds_to", "in_tally", "topic_of", "topics"]


@dataclass(frozen=True, slots=True)
class Topic:
    """A noun of the crisis that stands without a number of its own; `span` counts in its sentence."""

    kind: Kind
    counted: Counted
    entry: str
    span: Span
    noun: Token | None = None
    to_come: bool = False
    asked: bool = False


def topic_of(candidate: Candidate, sentence: Sentence) -> Topic | None:
    """Return the noun of the sentence that a bare number counts: `Les blessés passent de 16 à 18`, `à 37 le nombre des disparus`."""
    behind = _named_behind(candidate, sentence)
    if behind is not None:
        return behind
    start = candidate.quantity.span.start
    they = THEY.search(sentence.text[:start]) is not None
    found = [
        topic
        for topic in topics(sentence)
        if topic.span.end <= start
        and not (topic.kind is Kind.OTHER and SAID.fullmatch(sentence.text, topic.span.end, start))
        and not (topic.kind is Kind.OTHER and _in_passing(sentence, topic.span, start))
        and not (they and topic.counted in THINGS)
        and not (topic.kind is Kind.OTHER and TOLD_BY.search(sentence.text[: topic.span.start]))
    ]
    if len(found) > 1 and found[-1].kind is Kind.OTHER and THAT_OF.search(sentence.text[: found[-1].span.start]):
        # `le nombre des nourrissons tués, 11, ne change pas et celui des femmes passe de 19 à 16`: of the killed women
        return replace(found[-1], kind=found[-2].kind)
    return found[-1] if found else None


# `Le préfet, qui a vu les fosses, s'en tient à trente`
PASSING = re.compile(r",\s(?:qui|dont|où|que|auquel|à\squi)\b[^,;:.]*$", re.IGNORECASE)


def _in_passing(sentence: Sentence, span: Span, at: int) -> bool:
    """Whether a noun stands in a clause between commas before a number, told of somebody in passing."""
    between = sentence.text[span.end : at]
    return PASSING.search(sentence.text[: span.start]) is not None and re.search(r",\s[^,]*\w{3}", between) is not None


THAT_OF = re.compile(r"\bcelui\s(?:des\s|de\s|d['’])$", re.IGNORECASE)
# who tells a number, right before it: `les organisateurs du triple`, `les syndicats de 5 000`
SAID = re.compile(r",?\s(?:de\s|du\s|d['’]|à\s|au\s)(?:plus\sde\s|près\sde\s)?", re.IGNORECASE)
# `fixé à 23 par les pompiers, puis à 19`
TOLD_BY = re.compile(
    r"\b(?:par|selon|d['’]après)\s(?:les\s|des\s|la\s|l['’]|le\s|leurs\s)(?:[^\W\d]+\sdes\s)?$", re.IGNORECASE
)
# who speaks in a body's name: `l'ordre des médecins`
BODY = re.compile(
    r"\b(?:ordre|syndicats?|association|collectif|fédération|union|comité|ministère|conseil|office|ligue|agence|chambre|réseau|amicale"
    r"|coordination|observatoire|confédération|mouvement|parti|front|maison|secrétariat|conférence|direction)\s(?:[^\W\d]+\s){0,2}(?:des\s|de\s|d['’]|du\s)$",
    re.IGNORECASE,
)


def act_told(sentences: Sequence[Sentence]) -> Topic | None:
    """Return what a title without a number says happened to people: `La grande évasion des Cayes`."""
    for sentence in sentences:
        for token in sentence.doc:
            for entry in kind_nouns("act").of(token) if token.pos_ == "NOUN" else ():
                if Kind(entry.means) in OF_PEOPLE and not entry.extra.get("weak"):
                    where = Span(token.idx, token.idx + len(token.text))
                    return Topic(Kind(entry.means), Counted.PEOPLE, entry.name, where)
    return None


def numbered_behind(candidate: Candidate, sentence: Sentence) -> Topic | None:
    """Return the noun whose number is told behind it: `à 100 000 le nombre de civils enfermés`."""
    behind = _named_behind(candidate, sentence)
    return behind if behind is not None and not CELUI.match(sentence.text, candidate.quantity.reach) else None


def _named_behind(candidate: Candidate, sentence: Sentence) -> Topic | None:
    hit = re.compile(
        r"(?:[\s\u00a0\u202f](?:tout\sau\splus|au\s(?:moins|plus|minimum|maximum)|environ|désormais))?[\s\u00a0\u202f]+(?:le\s(?:nombre|bilan|total)|son\sbilan|la\sliste)\b",
        re.IGNORECASE,
    ).match(sentence.text, candidate.quantity.reach)
    if CELUI.match(sentence.text, candidate.quantity.reach):
        return next((topic for topic in topics(sentence) if topic.span.start >= candidate.quantity.reach), None)
    if FROM_FIRST.search(sentence.text[: candidate.quantity.span.start]) and (
        fallen := FALLEN.match(sentence.text, candidate.quantity.reach)
    ):
        return next((topic for topic in topics(sentence) if topic.span.start >= fallen.end()), None)
    if LES.match(sentence.text, candidate.quantity.reach) and PUT_AT.search(
        sentence.text[: candidate.quantity.span.start]
    ):
        # `chiffre à plus de 200 les tués`, `et à 400 les blessés`
        return next((topic for topic in topics(sentence) if topic.span.start >= candidate.quantity.reach), None)
    raised = re.compile(r"[\s\u00a0\u202f]+à\s.{1,20}?\s(?:le\s(?:nombre|bilan|total))\b", re.IGNORECASE).match(
        sentence.text, candidate.quantity.reach
    )
    place = hit or raised
    if place is None:
        return None
    return next((topic for topic in topics(sentence) if topic.span.start >= place.end()), None)


def topics(sentence: Sentence) -> list[Topic]:
    """Return the nouns of the crisis in a sentence that no number stands before, and its question how many, in order."""
    found: list[Topic] = []
    # `B. Blessés`: nothing but a noun, however it is tagged
    heading = len(sentence.doc) <= 5 and not any(shows(token, "VerbForm", "Fin") for token in sentence.doc)
    label = label_end(sentence)
    for token in sentence.doc:
        # `à trente les disparus`: the article parts the noun from the number
        the = THE.search(sentence.text[: token.idx]) is not None
        numbered = not the and any(
            (child.like_num or child.dep_ == "nummod") and child.i < token.i for child in token.children
        )
        if (
            token.text.casefold() == "avions"
            and token.i
            and token.nbor(-1).text.casefold() in ("nous", "en", "n'", "n’", "y")
        ):
            # `nous en avions annoncé 15`
            continue
        if token.text.casefold().startswith("affecté") and sentence.text[token.idx + len(token.text) :].startswith(
            (" à", " au")
        ):
            # `employés affectés à l'inspection`
            continue
        if token.idx < label and (told := _of_label(token)) is not None:
            found.append(told)
            continue
        if numbered or token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB"):
            continue
        before = sentence.text[max(0, token.idx - 45) : token.idx]
        if not the and re.search(r"(?:\d|%|aine|milliers|centaines|millions)\s(?:des?\s|d['’])?(?:\w+\s)?$", before):
            continue
        # `le nombre de sans-abri`: what is numbered is a noun in the plural, however it ends
        numbered_by = re.search(r"\b(?:nombre\s(?:total\s)?|combien\s)(?:de\s|des\s|d['’])$", before, re.I) is not None
        plural = numbered_by or token.text.casefold().endswith(("s", "x")) or shows(token, "Number", "Plur")
        # `Hébergement : 340`, and over a section
        plural = plural or (
            (heading or token.idx < label) and token.pos_ == "NOUN" and bool(kind_nouns("act").of(token))
        )
        if not plural or (
            token.pos_ in ("ADJ", "VERB")
            and not numbered_by
            and not re.search(r"\b(?:les|des|ses|leurs|ces|nos)\s(?:\w+\s)?$", before, re.I)
            and not (token.i == 0 and re.match(r"\S+\s?:", sentence.text))
            and not (heading and token.text[:1].isupper())
        ):
            continue
        span = Span(token.idx, token.idx + len(token.text))
        for entry in (*kind_nouns("noun").of(token), *kind_nouns("act").of(token)):
            if entry.extra.get("topic") is False:
                # `les électeurs`, `des experts`: who they are is no tally
                continue
            counted = entry.extra.get("counted", "people")
            said = _said_of(token) if entry.extra.get("weak") else Kind.OTHER
            kind = said if said is not Kind.OTHER else Kind(entry.means)
            last = found[-1] if found else None
            if last is not None and last.noun is not None and last.noun.i == token.i - 1:
                if last.kind is Kind.OTHER and last.counted not in THINGS:
                    # `le nombre des enfants malades`
                    found[-1] = replace(last, kind=kind)
                if last.kind is kind or last.kind is Kind.OTHER or last.counted in THINGS:
                    # `le nombre des femmes tuées`: the participle says nothing that its noun has not said
                    break
            found.append(Topic(kind, Counted(counted), entry.name, span))
            break
        else:
            for entry in nouns("counted").of(token)[:1]:
                if entry.means in ("group", "other", "countries") or entry.extra["role"] == "measure":
                    continue
                if token.pos_ == "ADJ" and token.dep_ == "amod" and token.head.i < token.i:
                    # `les pertes civiles` are of civilians, `les autorités locales` of nothing
                    if found and found[-1].span.start == token.head.idx:
                        found[-1] = replace(found[-1], counted=Counted(entry.means))
                    continue
                kind = _said_of(token)
                if kind is Kind.OTHER and (_tells(token) or BODY.search(before)):
                    continue
                found.append(Topic(kind, Counted(entry.means), entry.name, span, noun=token))
    for entry, pattern in phrases("question"):
        if hit := pattern.search(sentence.text):
            to_come = TO_COME.search(hit.group()) is not None
            found.append(Topic(Kind(entry.means), Counted.PEOPLE, entry.name, Span(*hit.span()), to_come=to_come))
            if HOW_MANY.match(hit.group()):
                return found
    if label and not found:
        # `Sans nouvelles : 7`
        found += _turn_of_label(sentence, label)
    if (question := asked(sentence)) is not None and not any(topic.kind is question[0] for topic in found):
        kind, who, name, span = question
        found.append(Topic(kind, who, name, span, to_come=TO_COME.search(sentence.text) is not None, asked=True))
    return found


def label_end(sentence: Sentence) -> int:
    """Return where the label ends that a sentence opens with, 0 where it opens with none."""
    head = line_head(sentence)
    return head.after if head is not None else 0


def _of_label(token: Token) -> Topic | None:
    """Return what a participle says that stands for those whom a label counts: `Relogés : 30`, `Encore hospitalisés : 19`."""
    if (
        any(word.is_alpha and word.pos_ not in ("ADV", "ADP", "DET") for word in token.doc[: token.i])
        or PARTICIPLE.fullmatch(token.text) is None
        or (token.pos_ == "NOUN" and (kind_nouns("noun").of(token) or nouns("counted").of(token)))
    ):
        return None
    for entry in (*kind_nouns("noun").of(token), *kind_verbs("patient").of(token)):
        if fits(entry, Counted.PEOPLE) and not entry.extra.get("weak") and Kind(entry.means) in OF_PEOPLE:
            return Topic(Kind(entry.means), Counted.PEOPLE, entry.name, Span(token.idx, token.idx + len(token.text)))
    return None


def _turn_of_label(sentence: Sentence, end: int) -> list[Topic]:
    for entry, pattern in phrases("phrase"):
        if Kind(entry.means) in OF_PEOPLE and (hit := pattern.search(sentence.text, 0, end)):
            return [Topic(Kind(entry.means), Counted.PEOPLE, entry.name, Span(*hit.span()))]
    return []


THE = re.compile(r"\s(?:\d\S*|[^\W\d]+)\s(?:les|ses|leurs)\s$", re.IGNORECASE)
# `Combien partiront ?`, `Combien doivent sortir ?`
TO_COME = re.compile(r"\b(?:[^\W\d]+ront|doivent|devraient|vont|pourraient)\b", re.IGNORECASE)
EN = re.compile(r"\s(?:n['’])?en\s(?:(?:ont|a|avaient|auraient)\s)?[^\W\d]+(?:t|é|u|is|it)\b", re.IGNORECASE)


def _tells(noun: Token) -> bool:
    """Whether a noun names those who count and not those counted: `les secouristes en dénombrent 26`."""
    if EN.match(noun.doc.text, noun.idx + len(noun.text)):
        return True
    verb = noun.head
    if not noun.dep_.startswith("nsubj") or not counts(verb.text):
        return False
    return not any(child.text.casefold() in ("se", "s'", "s’") or child.dep_ == "aux:pass" for child in verb.children)


def _said_of(noun: Token) -> Kind:
    """Return what a participle on the noun or its own verb says of it (`des personnes tuées`, `des habitants ont fui`), else `other`."""
    counted = next((Counted(entry.means) for entry in nouns("counted").of(noun)[:1] if entry.means != "group"), None)
    behind = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    said = [child for child in noun.children if child.dep_ in ("acl", "amod")]
    if behind is not None and behind.text.casefold().endswith(
        ("és", "ées", "us", "ues", "its", "ites", "orts", "ortes")
    ):
        said.append(behind)
    for word in said:
        if STAFFED.match(word.doc.text, word.idx):
            continue
        means = [
            entry.means
            for entry in kind_verbs("patient").of(word)
            if fits(entry, counted) and (entry.means != "destroyed" or _is_thing(noun))
        ]
        if means:
            return Kind.DESTROYED if counted in STRUCK and "destroyed" in means else Kind(means[0])
        if word.text.casefold() in FELL and counted is not None and counted in ARMED:
            return Kind.KILLED
    return Kind.OTHER


# `employés affectés à l'inspection`
STAFFED = re.compile(r"affectée?s?\s(?:à|aux?)\b", re.IGNORECASE)
# `le nombre des maisons touchées`
STRUCK = frozenset({Counted.BUILDINGS, Counted.VEHICLES})
# `le nombre des soldats tombés dimanche`
FELL = frozenset(("tombés", "tombées", "morts", "mortes"))
ARMED = frozenset({Counted.COMBATANTS, Counted.POLICE, Counted.AID_WORKERS, Counted.PEOPLE, Counted.CIVILIANS})


def _is_thing(noun: Token) -> bool:
    """Whether a noun names no people, so that it can be destroyed: `personnes ciblées` are not."""
    return not any(entry.extra["role"] == "person" for entry in nouns("counted").of(noun)[:1])


def told_of(noun: Token) -> Kind:
    """Return what the verb says of a noun that is its subject: `des habitants ont fui`; `other` where it says nothing."""
    if noun.dep_.startswith("nsubj") and noun.head.pos_ == "VERB":
        for verb in chain(noun.head):
            governor = Governor(verb, "passive" if is_passive(verb) else "subject", 1)
            if (reason := by_verb(governor, Counted.PEOPLE, "governing_verb")) is not None:
                return reason.kind
    return Kind.OTHER
