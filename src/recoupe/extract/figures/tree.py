"""The sentence's tree around a token: what governs it, what it governs, and in which role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

# verbs that lean on the verb behind them: what they say of time or will, the other says of the counted
LEANING = frozenset(
    "devoir pouvoir vouloir aller venir faire laisser commencer continuer rester demeurer finir"
    " cesser sembler paraître falloir voir retrouver"
    " dire affirmer prétendre assurer avoir être trouver porter donner".split()
)
# verbs that only say that a state lasts or seems: what stands under them is said of their subject
LASTING = frozenset("rester demeurer sembler paraître retrouver trouver porter déclarer croire dire être".split())
# nouns that only measure what stands under them: the verb above speaks of the counted
TRANSPARENT = frozenset(
    "nombre total chiffre bilan dizaine douzaine quinzaine vingtaine trentaine quarantaine"
    " cinquantaine soixantaine centaine millier million milliard"
    " groupe équipe majorité moitié tiers quart partie reste ensemble plupart poignée série vague colonne convoi famille".split()
)
# a participle by its ending, whatever the tagger takes it for: `12 relogés`, `les disparus`
PARTICIPLE = re.compile(r"[^\W\d]+(?:é|i|u|is|it|aint|ort)e?s", re.IGNORECASE)
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus", "csubj", "expl:subj")
OBJECTS = ("obj", "iobj", "obl:arg", "ccomp", "obl", "obl:mod", "xcomp")


@dataclass(frozen=True, slots=True)
class Governor:
    """A word above the counted, and the role of the counted under it: subject, passive, object, oblique, complement."""

    token: Token
    role: str
    distance: int


def shows(token: Token, feature: str, value: str) -> bool:
    """Whether the tagger gave a token a feature: `shows(token, "VerbForm", "Inf")`."""
    return value in token.morph.get(feature, [])


def is_participle(token: Token) -> bool:
    return shows(token, "VerbForm", "Part") and not shows(token, "Tense", "Pres")


def auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject undergoes it: a passive, or a participle after être."""
    if any(child.text.casefold() in ("se", "s'", "s’") for child in verb.children):
        return False
    if any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children):
        return True
    helpers = auxiliaries(verb)
    if is_participle(verb) or verb.pos_ == "ADJ":
        return bool(helpers) and all(
            helper.lemma_ == "être" or helper.text.casefold() in ("été", "être", "sont", "est") for helper in helpers
        )
    return False


def chain(verb: Token) -> list[Token]:
    """Return a verb and those that lean under it: doivent, être envoyés."""
    found = [verb]
    for child in verb.children:
        if (
            child.dep_ in ("xcomp", "ccomp", "aux:caus")
            and child.pos_ in ("VERB", "ADJ", "AUX", "NOUN")
            and child.i > verb.i
            and len(found) < 4
        ):
            found += chain(child)
    return found


def governors(token: Token) -> Iterator[Governor]:
    """Yield what governs a counted word, the nearest first, up to the verb of its clause and the verb above that."""
    current = token
    for distance in range(8):
        above, dep = current.head, current.dep_
        if above.i == current.i or _apart(current, above):
            return
        if dep == "conj" and above.pos_ == "NOUN" and current.i > above.i and _marked_as_second(current):
            # `l'évacuation des uns et des milliers de civils`: the second is under the noun, whatever the tree says
            yield Governor(above, "complement", distance)
        if dep == "conj" and _joined_to_verb(current, above):
            # `ont incendié des greniers et quarante cases`: the tree joins the second object to the verb
            yield Governor(above, "object", distance)
        if dep == "conj" or dep.startswith(("appos", "flat", "fixed")) or dep in ("nummod", "parataxis"):
            current = above
            continue
        if above.pos_ in ("VERB", "AUX", "ADJ") or is_participle(above):
            if dep in SUBJECTS:
                lasting = above.lemma_ in LASTING
                for verb in chain(above):
                    passive = is_passive(verb) or (lasting and verb.i != above.i and not shows(verb, "VerbForm", "Inf"))
                    yield Governor(verb, "passive" if passive else "subject", distance)
            elif dep == "obl:agent":
                yield Governor(above, "agent", distance)
            elif dep in OBJECTS or dep.startswith("obl"):
                marked = next((child.text.casefold() for child in current.children if child.dep_ == "case"), "")
                if marked.startswith("jusqu") or (marked == "à" and _up_to(current)):
                    # `recevoir jusqu'à 80 000 exilés`: a hedge, and they are the object all the same
                    marked = ""
                yield Governor(above, "object" if dep == "obj" or not marked else f"oblique:{marked}", distance)
                if dep == "obj" and above.lemma_ in LEANING:
                    yield from (Governor(verb, "object", distance) for verb in chain(above)[1:])
            if dep in ("advcl", "acl", "acl:relcl", "ccomp", "xcomp"):
                return
            if not (above.dep_ in ("conj", "xcomp") and above.pos_ == "VERB"):
                return
            if above.dep_ == "xcomp" and dep == "obj" and above.head.lemma_ not in LEANING:
                # `soupçonné d'avoir allumé quatre feux`: whom the verb above befalls is not what the infinitive counts
                return
            current = above
            continue
        if above.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADV", "SYM", "X"):
            if dep in SUBJECTS:
                yield Governor(above, "predicate", distance)
                return
            yield Governor(above, "complement", distance)
            place = above.pos_ == "PROPN" or (above.text[:1].isupper() and above.i > 0)
            if above.lemma_.casefold() not in TRANSPARENT and not above.like_num and not place:
                return
            current = above
            continue
        return


def _joined_to_verb(noun: Token, verb: Token) -> bool:
    own = any(child.dep_.startswith(("aux", "cop", "nsubj", "case")) for child in noun.children)
    return (
        noun.pos_ == "NOUN"
        and verb.pos_ == "VERB"
        and noun.i > verb.i
        and not own
        and any(child.dep_ == "cc" and child.text.casefold() != "mais" for child in noun.children)
        and any(child.dep_ == "obj" and verb.i < child.i < noun.i for child in verb.children)
    )


def _up_to(token: Token) -> bool:
    case = next(child for child in token.children if child.dep_ == "case")
    return case.i > 0 and case.nbor(-1).text.casefold().startswith("jusqu")


def _apart(one: Token, other: Token) -> bool:
    """Whether a colon or a semicolon stands between two words: what the tree joins over it is not one clause."""
    first, last = sorted((one.i, other.i))
    return any(token.text in (":", ";") for token in one.doc[first:last])


def _marked_as_second(token: Token) -> bool:
    words = [word.text.casefold() for word in token.doc[max(0, token.left_edge.i) : token.i]]
    return "et" in words and any(word in ("de", "des", "d'", "d’", "du") for word in words)


def clause_verb(token: Token) -> Token | None:
    """Return the verb of the clause that a word stands in, whatever lies between."""
    current = token
    for _ in range(8):
        if current.head.i == current.i or _apart(current, current.head):
            return None
        current = current.head
        if current.pos_ in ("VERB", "AUX"):
            return current
    return None


def modifiers(token: Token) -> Iterator[Governor]:
    """Yield the participles, adjectives and relative clauses that say something of a noun."""
    for child in token.children:
        if child.dep_ in ("acl", "amod") and child.i > token.i - 3:
            yield Governor(child, "passive" if is_participle(child) or child.pos_ == "ADJ" else "subject", 1)
            yield from (
                Governor(other, "passive", 1)
                for other in child.children
                if other.dep_ == "conj" and is_participle(other)
            )
        elif child.dep_ == "acl:relcl":
            relative = next(
                (word for word in child.children if word.text.casefold() in ("qui", "que", "qu'", "dont", "où")), None
            )
            for verb in chain(child):
                if relative is not None and relative.text.casefold() == "qui":
                    yield Governor(verb, "passive" if is_passive(verb) else "subject", 1)
                elif relative is not None and relative.text.casefold() in ("que", "qu'"):
                    yield Governor(verb, "object", 1)


# what joins two verbs to one clause
LINKED = frozenset({"conj", "xcomp", "aux", "aux:pass", "aux:tense", "cop", "ccomp", "parataxis"})


def same_clause(one: Token, other: Token) -> bool:
    """Whether two verbs are one clause: the same, coordinated, or one leaning on the other."""
    if one.i == other.i:
        return True
    if any(child.text.casefold() == "qui" and child.i < verb.i for verb in (one, other) for child in verb.children):
        return False
    for low, high in ((one, other), (other, one)):
        if (low.head.i == high.i and in_passing(low)) or _trails(low, high):
            return True
    return (one.head.i == other.i and one.dep_ in LINKED) or (other.head.i == one.i and other.dep_ in LINKED)


def in_passing(verb: Token) -> bool:
    """Whether a present participle tells what the verb above did with it: `ont fait irruption mardi, tuant 17 habitants`."""
    return verb.dep_ == "advcl" and verb.text.casefold().endswith("ant") and verb.head.i < verb.i


def _trails(low: Token, high: Token) -> bool:
    """Whether a present participle goes on behind a comma with what the verb before it tells, whatever the tree joins: `une
    coulée a emporté le pont, blessant trois secouristes`."""
    if low.i < 2 or high.i >= low.i or not low.text.casefold().endswith("ant") or low.pos_ != "VERB":
        return False
    led = low.nbor(-1).text.casefold() == "en"
    before = (low.nbor(-2) if led else low.nbor(-1)).text.casefold()
    between = low.doc[high.i + 1 : low.i]
    return (before == "," or (led and before == "et")) and not any(
        word.text in ";:" or shows(word, "VerbForm", "Fin") for word in between
    )
