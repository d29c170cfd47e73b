"""A percentage in, what the words beside it make of it out: a part of a sum that was asked for, or by how much something changed."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Evidence, Span

# `18 % de la somme ont été versés`, `un quart du total`
OF_A_SUM = re.compile(
    r"\s(?:du|de\s(?:la|cette|ce|ces|son|l['’])|de\sl['’]|des)\s?(?:\w+\s)?(?:somme|montant|enveloppe|budget|appel|fonds|crédits?|financements?|prêt|promesses|subventions?|dons)\b",
    re.IGNORECASE,
)
OF_THE_TOTAL = re.compile(r"\sdu\stotal\b", re.IGNORECASE)
# what is lost or costs is handed to nobody
SPENT = re.compile(r"\b(?:pertes?|dégâts|dommages|manque\sà\sgagner|dettes?|déficit|coûts?|amendes?)\b", re.IGNORECASE)
FUNDED = re.compile(
    r"\b(?:appels?|financ\w+|fonds|dons?|acquis|versée?s?|débloqu\w+|promi\w+|bailleurs|aide)\b", re.IGNORECASE
)
# `les recettes ont fondu de 30 %`, `une hausse de 12 %`
CHANGED_BY = re.compile(
    r"\b(?:fond|baiss|chut|recul|augment|bondi|grimp|diminu|progress|plong|dégringol|rédui|ampu|hauss|major|renchéri|flamb|envol|rabais|effondr|amélior|ralenti|accru)\w*"
    r"\s(?:\w+\s){0,2}?(?:de\s|d['’])(?:(?:près|plus|moins)\sde\s|environ\s|quelque\s)?$",
    re.IGNORECASE,
)


# `l'action a cédé 11 %`
QUOTED = re.compile(
    r"\b(?:actions?|titres?|cours|indices?|bourse|monnaies?|devises?|prix|ventes|recettes|fréquentation|trafic)\b[^.;]{0,60}\s(?:cédé|gagné|perdu|pris|lâché|repris|abandonné|c[eè]d\w+|perd|gagn\w+|lâch\w+)\s$",
    re.IGNORECASE,
)


def proportion(
    candidate: Candidate, sentence: Sentence, money_before: bool
) -> tuple[Kind, Counted | None, Evidence] | None:
    """Return what a percentage is of, where the words beside it say so. `money_before` tells that a sum was counted last."""
    quantity = candidate.quantity
    if not quantity.is_share:
        return None
    before = sentence.text[: quantity.span.start]
    if (hit := CHANGED_BY.search(before) or QUOTED.search(before)) is not None:
        return Kind.OTHER, None, Evidence("kind", "figures.kind.changed_by", Span(hit.start(), hit.end()))
    if SPENT.search(sentence.text):
        return None
    whole = OF_A_SUM.match(sentence.text, quantity.reach)
    total = OF_THE_TOTAL.match(sentence.text, quantity.reach)
    if whole is None and total is not None and money_before and FUNDED.search(sentence.text):
        whole = total
    if whole is None:
        return None
    return Kind.DELIVERED, Counted.MONEY, Evidence("kind", "figures.kind.of_a_sum", Span(whole.start(), whole.end()))
