"""A counted noun in its sentence in, what happened to it out: the kind, with the words and the entry that say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.tree import LASTING, LEANING, Governor, chain, governors, is_participle, is_passive, modifiers
from recoupe.extract.figures.words import kind_nouns, kind_verbs, phrases, turns
from recoupe.extract.paragraph import Sentence
from recoupe.lexicon import Entry
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

THINGS = frozenset({
    Counted.VEHICLES, Counted.MUNITIONS, Counted.STRIKES, Counted.BUILDINGS, Counted.SETTLEMENTS, Counted.TERRITORY_SHARE,
    Counted.AREA, Counted.MONEY, Counted.GOODS, Counted.OTHER,
})  # fmt: skip
# what can only befall people
OF_PEOPLE = frozenset({
    Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.ILL, Kind.DETAINED, Kind.ABDUCTED, Kind.ESCAPED, Kind.RETURNED, Kind.PROTESTING,
    Kind.DISPLACED, Kind.RESCUED, Kind.EVACUATED, Kind.HOSTED, Kind.TRAPPED, Kind.EXPOSED,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """A kind, the entry and the rule that gave it, and where its words stand in the sentence."""

    kind: Kind
    entry: str
    rule: str
    span: Span
    verb: Token | None = None


def kind_of(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Return the kind of a candidate by the first rule that reads one, or None.

    What governs the counted decides before the noun itself, and that before what stands around it. Where the parse joins
    nothing, the words next to it are read in their order.
    """
    for rule in (_governing, _predicate, _around, _noun, _modifying, _following, _phrase, _preceding, _beside, _weak):
        if (reason := rule(candidate, counted, sentence)) is not None:
            return reason
    return None


def _fits(entry: Entry, counted: Counted | None) -> bool:
    """Whether an entry can be said of what is counted; what is not known may be anything."""
    allowed = entry.extra.get("of")
    if allowed:
        return counted is not None and counted.value in allowed
    return not (Kind(entry.means) in OF_PEOPLE and counted in THINGS and counted is not Counted.OTHER)


def _reason(entry: Entry, rule: str, token: Token, verb: Token | None = None) -> Reason:
    return Reason(Kind(entry.means), entry.name, f"figures.kind.{rule}", Span(token.idx, token.idx + len(token.text)), verb)


def _by_verb(governor: Governor, counted: Counted | None, rule: str) -> Reason | None:
    token, role = governor.token, governor.role
    if role in ("passive", "object") or role.startswith(("oblique:à", "oblique:de", "oblique:d")):
        for entry in kind_verbs("patient").of(token):
            if _unless(entry, token) or entry.extra.get("only", role) != role:
                continue
            given_to = entry.means == "delivered" and role.startswith("oblique:à") and counted not in THINGS
            if given_to or _fits(entry, counted) and (role in ("passive", "object") or entry.means == "killed"):
                return _reason(entry, rule, token, token)
    if role == "oblique:avec":
        for entry in kind_verbs("patient").of(token):
            if entry.means == "trapped" and is_participle(token) and _fits(entry, counted):
                return _reason(entry, rule, token, token)
    if role in ("subject", "passive"):
        for entry in kind_verbs("agent").of(token):
            if _fits(entry, counted) and (rule == "following_verb" or not entry.extra.get("weak")) and (not entry.extra.get("reflexive") or _reflexive(token)):
                return _reason(entry, rule, token, token)
    return None


def _unless(entry: Entry, token: Token) -> bool:
    """Whether the words before a verb make another verb of it: `s'en prendre à`."""
    pattern = entry.extra.get("unless")
    return bool(pattern and re.search(rf"(?:{pattern})$", token.doc.text[: token.idx], re.IGNORECASE))


def _reflexive(verb: Token) -> bool:
    return any(child.text.casefold() in ("se", "s'", "s’") for child in verb.children)


def _governing(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    own = _noun(candidate, counted, sentence)
    for governor in governors(candidate.top):
        if governor.role == "complement":
            if governor.token.i < candidate.first:
                for entry in kind_nouns("act").of(governor.token):
                    if _fits(entry, counted) and _overrides(Kind(entry.means), own):
                        return _reason(entry, "act_noun", governor.token)
            continue
        reason = _by_verb(governor, counted, "governing_verb")
        if reason is not None and _overrides(reason.kind, own):
            return reason
    return None


# what may befall those whom a noun already says something of: the wounded die, the missing are found
DECISIVE = frozenset({
    Kind.KILLED, Kind.RESCUED, Kind.EVACUATED, Kind.DETAINED, Kind.ABDUCTED, Kind.ESCAPED, Kind.RETURNED, Kind.DISPLACED, Kind.TRAPPED,
})  # fmt: skip


def _overrides(kind: Kind, own: Reason | None) -> bool:
    """Whether what governs a noun says more than the noun: a dead person stays dead whatever is done."""
    return own is None or (own.kind is not Kind.KILLED and kind in DECISIVE)


def _predicate(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read `Les victimes sont deux femmes` and `Parmi les morts figurent deux femmes`: the noun that they are or are among."""
    subjects = [child for child in candidate.top.children if child.dep_.startswith("nsubj")]
    if not any(child.dep_ == "cop" for child in candidate.top.children):
        subjects = []
    for subject in subjects:
        for entry in kind_nouns("noun").of(subject):
            if not entry.extra.get("weak"):
                return _reason(entry, "predicate", subject)
    return None


def _scope(candidate: Candidate, sentence: Sentence) -> tuple[int, int]:
    """Return the stretch behind the candidate that still speaks of it."""
    text = sentence.text
    start = candidate.quantity.reach
    end = min(len(text), start + 120)
    for mark in (";", " :", " – ", " dont ", " tandis ", " alors que ", " selon ", " d'après ", " d’après "):
        at = text.find(mark, start)
        if at != -1:
            end = min(end, at)
    return start, end


def _around(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read turns that close around the counted: `a jeté 300 familles sur les routes`, `la vie à 17 personnes`."""
    text = sentence.text
    before = text[: candidate.quantity.span.start]
    start, end = _scope(candidate, sentence)
    for entry, head, tail in turns():
        if not _fits(entry, counted):
            continue
        first = head.search(before)
        if first is None or (tail is None and _stops(before[first.end() :])):
            continue
        last = tail.search(text, start, end) if tail is not None else first
        if last is None or (tail is not None and _other_number(sentence, start, last.start())):
            continue
        verb = _verb_in(sentence, max(first.start(), first.end() - 40), first.end(), last=True)
        return Reason(Kind(entry.means), entry.name, "figures.kind.turn", Span(first.start(), first.end()), verb)
    return None


def _other_number(sentence: Sentence, start: int, end: int) -> bool:
    return any(token.like_num for token in sentence.doc if start <= token.idx < end)


def _verb_in(sentence: Sentence, start: int, end: int, last: bool = False) -> Token | None:
    """Return the verb of a turn: the first one in it, or the one that its words lean on."""
    inside = [token for token in sentence.doc if start <= token.idx < end]
    verb = next((token for token in (reversed(inside) if last else inside) if token.pos_ in ("VERB", "AUX")), None)
    if verb is None and inside:
        before = [token for token in sentence.doc if token.idx < start and start - token.idx < 25]
        verb = next((token for token in reversed(before) if token.pos_ in ("VERB", "AUX")), None)
    return verb


def _phrase(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read turns of several words behind the counted, whose subject it is."""
    start, end = _scope(candidate, sentence)
    for role in ("phrase", "state"):
        for entry, pattern in phrases(role):
            if not _fits(entry, counted):
                continue
            for hit in pattern.finditer(sentence.text, start, end):
                if not _crosses(sentence, start, hit.start()):
                    verb = _verb_in(sentence, hit.start(), hit.end())
                    return Reason(Kind(entry.means), entry.name, f"figures.kind.{role}", Span(hit.start(), hit.end()), verb)
    return None


def _stops(between: str) -> bool:
    return any(mark in between for mark in (".", ";", ":", "»", "”"))


ASIDE = re.compile(r",\s(?:et\s)?(?:non|pas)\s[^,]{1,20},")


def _crosses(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another number or the end of the clause stands between the counted and a turn behind it."""
    between = sentence.text[start:end]
    if _stops(between):
        return True
    aside = ASIDE.search(between)
    words = [
        token
        for token in sentence.doc
        if start <= token.idx < end and not (aside and aside.start() <= token.idx - start < aside.end())
    ]
    if any(token.like_num and token.text.casefold() not in ("un", "une") for token in words):
        return True
    if any(token.text.casefold() in ("dont", "selon", "tandis", "alors", "lorsque", "quand", "après", "avant", "que") for token in words):
        return True
    return any(
        token.pos_ == "VERB" and "Fin" in token.morph.get("VerbForm") and token.lemma_ not in LEANING | {"vivre", "passer", "dormir"}
        for token in words
    )


def _following(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read the first finite verb behind the counted as its own, where the tree gives that verb no other subject."""
    doc = sentence.doc
    at = (candidate.noun.i if candidate.noun is not None else candidate.last) + 1
    depth = 0
    skip_to = _behind_part(sentence, candidate)
    for token in doc[at : at + (14 if skip_to is None else 26)]:
        if skip_to is not None and token.idx < skip_to:
            continue
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth -= 1
        if depth > 0:
            continue
        if token.text in (".", ";", ":", "?", "!") and token.text != "..." or token.text.casefold() in ("dont", "selon", "qui", "que", "qu'", "où"):
            return None
        if token.like_num and token.text.casefold() not in ("un", "une"):
            return None
        if token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm"):
            main = token.head if token.dep_.startswith(("aux", "cop")) else token
            subject = next((child for child in main.children if child.dep_.startswith("nsubj")), None)
            if subject is not None and subject.i not in range(candidate.first, at) and subject.i > candidate.first - 1:
                return None
            for verb in chain(main):
                passive = is_passive(verb) or main.lemma_ in LASTING and verb.i != main.i
                if reason := _by_verb(Governor(verb, "passive" if passive else "subject", 2), counted, "following_verb"):
                    return reason
            return None
    return None


def _behind_part(sentence: Sentence, candidate: Candidate) -> int | None:
    """Return where the sentence goes on behind `, dont 62 enfants,`: the verb there is the whole's."""
    hit = re.compile(r"[^,.;:]{0,40},\s(?:dont|parmi\slesquel\w+|y\scompris)\b[^,.;:]*(?:,[^,.;:]*?(?:\set\s)[^,.;:]*)?,\s").match(
        sentence.text, candidate.quantity.reach
    )
    return hit.end() if hit else None


def _preceding(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read the word right before the counted as its verb, where the tree took it for a noun: `contrôle 85 %`."""
    for token in reversed(sentence.doc[max(0, candidate.first - 7) : candidate.first]):
        if token.pos_ in ("ADV", "ADP", "DET", "PUNCT", "SCONJ") or token.text.casefold() in ("plus", "moins", "quelque", "environ", "près"):
            continue
        undergone = is_participle(token) and token.i > 0 and token.nbor(-1).text.casefold() in ("été", "sont", "étaient", "furent")
        for entry in kind_verbs("patient").of(token):
            if undergone and _fits(entry, counted) and token.nbor(-1).i < candidate.first:
                return _reason(entry, "inverted_verb", token, token)
            if entry.extra.get("of") and _fits(entry, counted) and not _unless(entry, token) and token.text.casefold() not in ("prise", "perte"):
                return _reason(entry, "preceding_verb", token, token)
        return None
    return None


def _modifying(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    holders = [candidate.noun, candidate.top] if candidate.noun is not None else [candidate.top]
    for holder in holders:
        for governor in modifiers(holder):
            if governor.token.i <= candidate.last:
                continue
            if reason := _by_verb(governor, counted, "modifier"):
                return reason
    return None


def _noun(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    if candidate.noun is None:
        return None
    for role, rule in (("noun", "counted_noun"), ("act", "counted_act")):
        for entry in kind_nouns(role).of(candidate.noun):
            if not entry.extra.get("weak") and (role == "noun" or entry.means != "killed" or candidate.noun.text.casefold() != "mort"):
                return _reason(entry, rule, candidate.noun)
    for entry in kind_verbs("patient").of(candidate.noun):
        if candidate.noun.pos_ in ("VERB", "ADJ") and _fits(entry, counted):
            return _reason(entry, "participle", candidate.noun)
    return None


def _weak(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    for governor in governors(candidate.top):
        for entry in kind_verbs("agent").of(governor.token) if governor.role in ("subject", "passive") else ():
            if entry.extra.get("weak") and _fits(entry, counted):
                return _reason(entry, "weak_verb", governor.token, governor.token)
    if candidate.noun is None:
        return None
    for entry in kind_nouns("noun").of(candidate.noun):
        if entry.extra.get("weak"):
            return _reason(entry, "weak_noun", candidate.noun)
    return None


def _beside(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read a participle close behind the counted where the tree does not join them."""
    if candidate.noun is None:
        return None
    for token in sentence.doc[candidate.noun.i + 1 : candidate.noun.i + 7]:
        if token.pos_ == "AUX" or "Fin" in token.morph.get("VerbForm"):
            return None
        if token.is_punct or token.like_num or token.text.casefold() in ("dont", "et", "qui", "par", "de", "selon"):
            return None
        if token.pos_ in ("VERB", "ADJ") and token.text.casefold().endswith(("é", "és", "ée", "ées", "us", "ues", "is", "ises", "ts", "tes")):
            for entry in kind_verbs("patient").of(token):
                if _fits(entry, counted):
                    return _reason(entry, "participle_beside", token, token)
    return None
