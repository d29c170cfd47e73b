"""A counted noun in its sentence in, the party that did it and the party that the counted belong to out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.events.roles import SUBJECTS, is_weapon, roles_of, whose
from recoupe.extract.events.words import carried_by, conjugated, is_listed, low, noun_entries
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.kinds import Reason
from recoupe.extract.figures.tree import is_passive
from recoupe.extract.figures.words import kind_verbs, nouns
from recoupe.extract.paragraph import Sentence
from recoupe.extract.statements.lexis import actor_class
from recoupe.model.figure import Kind
from recoupe.model.span import Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# what counts the dead has killed nobody: `le nombre de morts passe à 12`
COUNTS = frozenset("nombre bilan chiffre total décompte compteur compte mortalité surmortalité estimation".split())
# whoever loses, mourns or buries them has not done it; whoever asks for it or waits for it has not given it
UNDERGONE = tuple(
    "perdre céder abandonner laisser lâcher pleurer enterrer inhumer déplorer compter dénombrer recenser donner reconnaître"
    " demander réclamer solliciter attendre espérer exiger chiffrer évaluer estimer recevoir percevoir toucher obtenir identifier".split()
)
# what a party rides in is no party
RIDDEN = frozenset("véhicule voiture camion convoi pick-up hélicoptère avion patrouille".split())
DOERS = frozenset({
    Kind.KILLED, Kind.INJURED, Kind.DETAINED, Kind.ABDUCTED, Kind.LAUNCHED, Kind.DESTROYED, Kind.CONTROLLED, Kind.TRAPPED,
    Kind.DELIVERED, Kind.DISPLACED,
})  # fmt: skip
# ... and by a turn: `mettre le feu à`, `mettre sur la table`; `figurer parmi les morts` is nobody's deed
IN_TURNS = frozenset({Kind.DESTROYED, Kind.DELIVERED, Kind.ABDUCTED, Kind.DETAINED})
# what no storm does, so that a bare name is a party's: `Kiev a tiré trois missiles`
BY_NAME = frozenset({Kind.DELIVERED, Kind.LAUNCHED, Kind.DETAINED, Kind.ABDUCTED, Kind.CONTROLLED})
# a fever, and what is only written
NOBODY = frozenset("vih sida sras mers covid covid-19 mpox zika ebola plan projet loi accord traité".split())
# what says how they looked, and so belongs to who they are: `hommes lourdement armés`
LOOKING = frozenset("armé armés armée armées masqués cagoulés encagoulés identifiés lourdement puissamment non".split())
# of a gift, whoever can speak; of a blow, whoever can deal it
LONGEST = 14
SPEAKERS = frozenset({"person", "group", "organisation", "named_body"})


def by_of(
    candidate: Candidate, reason: Reason | None, kind: Kind, sentence: Sentence
) -> tuple[str | None, Evidence | None]:
    """Return the party said to have done it: the agent of a passive, the subject of a verb done to the counted.

    Nobody where the verb is another than the one that gave the kind: who reports a death has not killed.
    """
    if reason is None or kind not in DOERS or reason.kind is not kind:
        return None, None
    if (told := _told_behind(reason, sentence)) is not None:
        named = _named(told, kind, reason.entry)
        return named if named is not None else (None, None)
    if reason.verb is None:
        return None, None
    verb = reason.verb
    if (
        not _is_done_to(reason, verb)
        or verb.lemma_.casefold() in UNDERGONE
        or any(low(verb) in conjugated(other) for other in UNDERGONE)
    ):
        return None, None
    agent = roles_of(verb).subject
    if agent is None or agent.pos_ not in ("NOUN", "PROPN") or agent.i == candidate.top.i or agent.like_num:
        return None, None
    if agent.head.i != verb.i and agent.dep_ in SUBJECTS and carried_by(agent.head, "charging"):
        # `la ville accuse l'usine d'avoir lâché du gaz, et en blessant ...`: who accuses has not done it
        return None, None
    named = _named(agent, kind, reason.entry)
    return named if named is not None else (None, None)


# `tués par l'armée`, `tuées mardi après-midi par des hommes armés`
BY = re.compile(
    r"(?:\s(?:hier|avant-hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|après-midi|à\sl['’]aube|dans\sla\s(?:nuit|matinée|soirée)|par\serreur))*"
    r"\spar\s(?:l['’]|la\s|le\s|les\s|des\s|une?\s|deux\s|trois\s|leurs?\s)",
    re.IGNORECASE,
)
UNDERGOING = re.compile(r"[^\W\d]+(?:é|i|u|is|it|ert|aint)e?s?", re.IGNORECASE)


def _told_behind(reason: Reason, sentence: Sentence) -> Token | None:
    """Return the noun behind `par` right behind the participle that gave the kind, whatever the tree hangs it on."""
    hit = BY.match(sentence.text, reason.span.end)
    word = reason.span.of(sentence.text).casefold()
    if hit is None or not UNDERGOING.fullmatch(word) or any(word in conjugated(other) for other in UNDERGONE):
        return None
    return next((token for token in sentence.doc if token.idx >= hit.end() and token.pos_ in ("NOUN", "PROPN")), None)


def _named(agent: Token, kind: Kind, entry: str) -> tuple[str, Evidence] | None:
    """Return the name of whoever a word for the doer means: itself, or whose the weapon is; None where that is nobody."""
    if noun_entries(agent) or is_weapon(agent) or agent.lemma_.casefold() in RIDDEN:
        arms = [agent, *(child for child in agent.children if is_weapon(child))]
        owner = next((one for arm in arms if (one := whose(arm)) is not None), None)
        if owner is None or not (is_listed(owner, "sides") or _is_party(owner, kind, entry)):
            return None
        named = owner.text if owner.pos_ == "ADJ" else _party(owner)
        return named, Evidence("by", "figures.by.means", _span(owner, owner))
    if not _is_party(agent, kind, entry):
        return None
    return _party(agent), Evidence("by", "figures.by.agent", _span(agent, agent))


def _is_done_to(reason: Reason, verb: Token) -> bool:
    """Whether the verb that gave the kind is one that a party does to the counted: `tuer`, never `mourir` or `quitter`."""
    if any(entry.name == reason.entry for entry in kind_verbs("patient").of(verb)):
        return True
    turn = reason.rule.endswith((".turn", ".longer_turn")) and reason.kind in IN_TURNS
    return turn and reason.span.start <= verb.idx < reason.span.end


def _is_party(token: Token, kind: Kind, entry: str) -> bool:
    """Whether a word names somebody who can do it: people, a body, a force, a proper name; no wind, no day, no number."""
    if token.lemma_.casefold() in COUNTS or token.like_num or token.text == "%":
        return False
    if any(is_listed(token, name) for name in ("natural", "things", "days", "harmless", "phases")) or noun_entries(
        token
    ):
        return False
    actor = actor_class(low(token))
    if is_listed(token, "armed") or (actor is not None and actor.means in SPEAKERS):
        return True
    capital = token.text[:1].isupper() and token.i > 0
    named = (token.pos_ == "PROPN" and token.text[:1].isupper()) or (token.pos_ == "NOUN" and capital)
    if not named or low(token) in NOBODY:
        return False
    if token.text.isupper() or kind in BY_NAME:
        return True
    # a storm or a fever has a bare name, too, and a river an article: `la Vesdre a emporté trois maisons`
    swept = kind is Kind.DESTROYED or entry == "kinds:killed.struck_down"
    double = token.i > 0 and _is_named(token.nbor(-1))
    return not swept and (double or any(child.dep_ in ("det", "flat:name") for child in token.children))


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
    first, parts = head, [head]
    while first.i and (_is_named(first.nbor(-1)) or (first.i > 1 and _joins(first.nbor(-1)))):
        first = first.nbor(-1) if _is_named(first.nbor(-1)) else first.nbor(-2)
    while parts[-1].i + 2 < len(head.doc) and _joins(parts[-1].nbor(1)):
        parts.append(parts[-1].nbor(2))
    within = range(first.i, parts[-1].i + 1)
    places = {token.i for part in parts for token in part.subtree} | set(within)
    words = [head.doc[at] for at in sorted(places) if 0 <= at - first.i < LONGEST]
    kept: list[Token] = []
    for token in words:
        if token.i not in within and not _joins(token):
            other = (
                token.is_punct or token.dep_ in ("acl", "acl:relcl", "advcl") or token.pos_ in ("VERB", "AUX", "SCONJ")
            )
            if other and not (kept and _joins(kept[-1])) and low(token) not in LOOKING:
                break
        kept.append(token)
    while len(kept) > 1 and (kept[-1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT") or kept[-1].text[-1:] in "'’-"):
        kept.pop()
    return re.sub(r"\s+", " ", "".join(token.text_with_ws for token in kept)).strip()


def _is_named(token: Token) -> bool:
    """Whether a word before a name is a part of it: `SNCF Réseau`."""
    capital = token.pos_ in ("PROPN", "NOUN") and token.text[:1].isupper() and token.nbor(1).text[:1].isupper()
    return capital and (token.head.i == token.i + 1 or token.nbor(1).head.i == token.i)


def _joins(token: Token) -> bool:
    """Whether a token is the hyphen inside a name, with no space on either side."""
    if token.text not in ("-", "‑") or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    return not token.whitespace_ and not token.nbor(-1).whitespace_


def _span(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last.text))
