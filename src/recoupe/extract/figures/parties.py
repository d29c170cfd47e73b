"""A counted noun in its sentence in, the party that did it and the party that the counted belong to out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.kinds import Reason
from recoupe.extract.figures.tree import is_passive
from recoupe.extract.figures.words import nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Kind
from recoupe.model.span import Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# what happens is no party: the adjective on it may name one (les tirs rebelles), else nobody is named
HAPPENINGS = frozenset(
    "offensive bataille combat guerre attaque attentat explosion séisme tremblement crue inondation"
    " naufrage accident incendie épidémie tempête cyclone"
    " choléra conflit affrontement violence catastrophe éboulement glissement secousse effondrement"
    " pluie eau feu maladie virus ouragan sécheresse".split()
)
# what counts the dead has killed nobody: `le nombre de morts passe à 12`
COUNTS = frozenset("nombre bilan chiffre total décompte compteur compte mortalité surmortalité estimation".split())
MEANS = frozenset("tir frappe raid bombardement roquette obus missile drone balle aviation".split())
DOERS = frozenset({
    Kind.KILLED, Kind.INJURED, Kind.DETAINED, Kind.ABDUCTED, Kind.LAUNCHED, Kind.DESTROYED, Kind.CONTROLLED, Kind.TRAPPED,
    Kind.DELIVERED, Kind.HOSTED, Kind.DISPLACED,
})  # fmt: skip


def by_of(
    candidate: Candidate, reason: Reason | None, kind: Kind, sentence: Sentence
) -> tuple[str | None, Evidence | None]:
    """Return the party said to have done it: the agent of a passive, the subject of a verb done to the counted."""
    if reason is None or reason.verb is None or kind not in DOERS:
        return None, None
    verb = reason.verb
    agent = next((child for child in verb.children if child.dep_ == "obl:agent"), None)
    if agent is None and not is_passive(verb):
        agent = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if agent is None and verb.dep_ in ("advcl", "acl", "xcomp"):
            agent = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    if agent is None or agent.pos_ not in ("NOUN", "PROPN") or agent.i == candidate.top.i or agent.like_num:
        return None, None
    if agent.dep_ == "nsubj" and agent.head.i != verb.i and any(child.dep_ == "nummod" for child in agent.children):
        # `trois pirogues ont coulé, noyant quatre pêcheurs`: what is counted itself underwent the blow
        return None, None
    lemma = agent.lemma_.casefold()
    if lemma in HAPPENINGS or lemma in COUNTS:
        return None, None
    if lemma in MEANS:
        adjective = next((child for child in agent.children if child.dep_ in ("amod", "nmod")), None)
        if adjective is None:
            return None, None
        return adjective.text, Evidence("by", "figures.by.means", _span(adjective, adjective))
    return _party(agent), Evidence("by", "figures.by.agent", _span(agent, agent))


def side_of(
    candidate: Candidate, reason: Reason | None, kind: Kind, sentence: Sentence
) -> tuple[str | None, Evidence | None]:
    """Return the party that the counted belong to: who sends them, or the adjective of nation on them."""
    if kind is not Kind.DEPLOYED or reason is None or reason.verb is None or is_passive(reason.verb):
        return None, None
    sender = next(
        (child for child in reason.verb.children if child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN")), None
    )
    if sender is None or sender.i == candidate.top.i or nouns("counted").of(sender):
        return None, None
    return _party(sender), Evidence("side", "figures.side.sender", _span(sender, sender))


def _party(head: Token) -> str:
    """Return the name of a party: the noun with its adjectives and names, without article."""
    # `la Croix-Rouge danoise` is one name, whatever the tree joins over its hyphen
    parts = [head]
    while parts[-1].i + 2 < len(head.doc) and _joins(parts[-1].nbor(1)):
        parts.append(parts[-1].nbor(2))
    within = range(head.i, parts[-1].i + 1)
    places = {token.i for part in parts for token in part.subtree} | set(within)
    words = [head.doc[at] for at in sorted(places) if 0 <= at - head.i < 8]
    kept: list[Token] = []
    for token in words:
        if token.i not in within and not _joins(token):
            other = token.is_punct or token.dep_ in ("acl", "acl:relcl", "advcl") or token.pos_ in ("VERB", "SCONJ")
            if other and not (kept and _joins(kept[-1])):
                break
        kept.append(token)
    return re.sub(r"\s+", " ", "".join(token.text_with_ws for token in kept)).strip()


def _joins(token: Token) -> bool:
    """Whether a token is the hyphen inside a name, with no space on either side."""
    if token.text not in ("-", "‑") or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    return not token.whitespace_ and not token.nbor(-1).whitespace_


def _span(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last.text))
