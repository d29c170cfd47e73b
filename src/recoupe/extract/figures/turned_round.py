"""A counted noun behind the verb that it is the subject of in, what that verb says of it out: `le marché où ont péri 26 civils`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.governing import by_verb
from recoupe.extract.figures.reason import Reason
from recoupe.extract.figures.tree import Governor, is_participle, shows
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# what may stand between the verb and the number: a hedge, and `ne sont rentrés que huit`
HEDGES = frozenset(
    "plus près moins de d' d’ des les au jusqu'à environ quelque quelques une un que qu' qu’ aussi encore déjà également"
    " notamment seuls".split()
)
# what may stand between the word that opens the clause and its verb
PARTICLES = frozenset(
    "ne n' n’ se s' s’ y en lui leur déjà aussi encore également ensuite même ainsi alors seuls seules".split()
)
RELATIVES = frozenset(
    "où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels desquelles".split()
)
OF_BEING = frozenset("sont étaient seraient furent seront est était serait fut sera".split())
OF_HAVING = frozenset("ont avaient auraient auront a avait aurait".split())
LEADS = frozenset("dans à au en ce la hier".split())
ADVERBS = frozenset(
    "ici là ainsi ensuite puis aussi hier lundi mardi mercredi jeudi vendredi samedi dimanche parmi".split()
)
BROKEN = frozenset(', ; : . ? ! ( ) « » " –'.split())


def turned_round(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read the verb right before the counted as theirs where a relative, a place or nothing stands in its subject's stead."""
    found = verb_turned_round(candidate)
    if found is None:
        return None
    verb, roles = found
    for role in roles:
        if reason := by_verb(Governor(verb, role, 1), counted, "governing_verb"):
            return reason
    return None


def verb_turned_round(candidate: Candidate) -> tuple[Token, tuple[str, ...]] | None:
    """Return the verb whose subject stands behind it, with the roles that they may have under it."""
    doc = candidate.top.doc
    at = candidate.first - 1
    while at >= 0 and doc[at].text.casefold() in HEDGES:
        at -= 1
    at = _over_a_time(doc, at)
    if at < 1 and not (at == 0 and shows(doc[0], "VerbForm", "Fin")):
        return None
    named = doc[at].pos_ == "NOUN" and doc[at - 1].text.casefold() in OF_BEING | OF_HAVING
    if (doc[at].pos_ not in ("VERB", "AUX", "ADJ") and not named) or shows(doc[at], "VerbForm", "Inf"):
        return None
    verb = doc[at]
    first = at
    while first > 0 and doc[first - 1].text.casefold() in ("été", "déjà", "également", "aussi", "encore", "ainsi"):
        first -= 1
    helper = doc[first - 1].text.casefold() if first > 0 else ""
    passive = any(word.text.casefold() == "été" for word in doc[first:at])
    if helper in OF_BEING or helper in OF_HAVING:
        first -= 1
    elif not shows(verb, "VerbForm", "Fin") or is_participle(verb):
        return None
    if not doc[first].text.casefold().endswith("nt") and candidate.quantity.low != 1:
        # the verb goes with its subject: `l'armée tient trois villes` turns nothing round
        return None
    reflexive = False
    before = first - 1
    while before >= 0 and doc[before].text.casefold() in PARTICLES:
        reflexive = reflexive or doc[before].text.casefold() in ("se", "s'", "s’")
        before -= 1
    if not _opens(doc, before) or any(_is_subject(child) and child.i < first for child in verb.children):
        return None
    if reflexive:
        return verb, ("subject",)
    if passive or (helper in OF_BEING and not passive):
        return verb, ("passive",)
    return verb, ("subject",)


def _is_subject(child: Token) -> bool:
    return child.dep_.startswith("nsubj") and child.text.casefold() not in RELATIVES


def _over_a_time(doc: Doc, at: int) -> int:
    """Step over when or where it was between the verb and the number: `sont morts dans la nuit trois enfants`."""
    if at < 2 or doc[at].pos_ not in ("NOUN", "PROPN"):
        return at
    for length in (3, 2, 4):
        led = at >= length and doc[at - length + 1].text.casefold() in LEADS
        if led and doc[at - length].pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            return at - length
    return at


def _opens(doc: Doc, at: int) -> bool:
    """Whether nothing that could be a subject stands before a verb: its clause begins there, with a relative or with a place."""
    if at < 0 or doc[at].text in BROKEN:
        return at < 0 or doc[at].text not in (",", ")", "»")
    word = doc[at].text.casefold()
    if word in RELATIVES:
        return True
    if word in ("que", "qu'", "qu’"):
        return at > 0 and doc[at - 1].pos_ in ("NOUN", "PROPN", "ADJ", "PUNCT")
    start = at
    while start > 0 and doc[start - 1].text not in BROKEN:
        start -= 1
    led = doc[start].pos_ == "ADP" or doc[start].text.casefold() in ADVERBS
    fresh = start == 0 or doc[start - 1].text in (".", ";", ":", "«", "(", "–")
    return led and fresh and not any(shows(word, "VerbForm", "Fin") for word in doc[start : at + 1])
