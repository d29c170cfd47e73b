"""A kind that a verb gave in, what those who hold the counted make of it out: a prison detains, a gang abducts."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.reason import Reason
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind

PRISON = re.compile(
    r"\b(?:prisons?|pénitenciers?|maisons?\s(?:d['’]arrêt|centrale)|centres?\s(?:pénitentiaires?|de\sdétention)|geôles?|cellules?(?!\s(?:psycholog|médico|d['’](?:écoute|aide|accueil|urgence|assistance|information|appui)|de\s(?:crise|soutien|veille|suivi)))|bagne|pénitentiaire)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
GANG = re.compile(
    r"\b(?:gangs?|bandits?|pirates?|ravisseurs?|kidnappeurs?|(?:d?jihadistes?)|hommes\s(?:armés|en\sarmes|cagoulés)|assaillants?|mutins?|terroristes?|coupeurs\sde\sroute)"
    r"\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
TAKING = re.compile(r"(?:dét[ei]|captur|gard|reti|rete|emport|emm[eè]n|intercept|captiv)\w*", re.IGNORECASE)
SHUT = re.compile(r"enferm\w*", re.IGNORECASE)
CONFINED = re.compile(
    r"\b(?:métro|rames?|trains?|wagons?|tunnels?|ascenseurs?|téléphériques?|cabines?|télésièges?|caves?|grottes?|galeries?|avions?|blocus|siège|décombres)\b",
    re.IGNORECASE,
)
IN_ARMS = frozenset({Counted.COMBATANTS})
# who takes civilians holds nobody by law: `les rebelles ont capturé huit civils`
ARMED = re.compile(r"\b(?:combattants|rebelles|miliciens?|milices?|insurgés)\b[^.;:]{0,40}$", re.IGNORECASE)
UNARMED = frozenset({Counted.CIVILIANS, Counted.WOMEN, Counted.CHILDREN, Counted.AID_WORKERS, Counted.HEALTH_WORKERS})
POLICE = re.compile(
    r"\b(?:polic\w+|gendarm\w+|douan\w+|enquêteurs|brigade|patrouille|forces\sde\sl['’]ordre)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
CORNER = re.compile(r"coinc\w+", re.IGNORECASE)
# whom the police seek fled: nobody wonders whether they live
WANTED = re.compile(
    r"(?:suspect|condamné|prévenu|assaillant|malfaiteur|braqueur|bandit|complice|tueur|meurtrier|mutin|détenu|voleur|passeur|agresseur)e?s?",
    re.IGNORECASE,
)


def by_holder(reason: Reason, candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason:
    """Return a reason with the kind that its subject gives it: `la prison héberge 800 personnes`, `le gang détient huit voyageurs`."""
    if reason.verb is None:
        return reason
    if reason.kind is Kind.DETAINED and SHUT.match(reason.verb.text) and CONFINED.search(sentence.text):
        return replace(reason, kind=Kind.TRAPPED, rule="figures.kind.by_holder")
    sought = reason.kind is Kind.MISSING and reason.entry == "kinds:missing.sought"
    if sought and candidate.noun is not None and WANTED.fullmatch(candidate.noun.text):
        return replace(reason, kind=Kind.ESCAPED, rule="figures.kind.by_holder")
    if reason.span.end > candidate.quantity.span.start:
        return reason
    before = sentence.text[: reason.span.start]
    if reason.kind is Kind.HOSTED and PRISON.search(before):
        return replace(reason, kind=Kind.DETAINED, rule="figures.kind.by_holder")
    if reason.kind is Kind.TRAPPED and CORNER.match(reason.verb.text) and POLICE.search(before):
        return replace(reason, kind=Kind.DETAINED, rule="figures.kind.by_holder")
    taken = reason.kind in (Kind.DETAINED, Kind.KILLED) and TAKING.match(reason.verb.text)
    if taken and counted not in IN_ARMS and (GANG.search(before) or (counted in UNARMED and ARMED.search(before))):
        return replace(reason, kind=Kind.ABDUCTED, rule="figures.kind.by_holder")
    return reason
