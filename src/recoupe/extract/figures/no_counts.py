"""A quantity in its sentence in, the rule by which it tells how large, steep, burnt, dear or likely a thing is, and counts nothing, out."""

from __future__ import annotations

import re

from recoupe.extract.quantity import Quantity

HEDGED = r"(?:(?:plus|près|moins)\sde\s|environ\s|quelque\s|d['’]au\smoins\s)?"
# `brûlé à 40 %`, `une pente de 30 %`
OF_ITS_OWN = re.compile(
    rf"\bbrûlée?s?\s(?:[^\W\d]+\s){{0,2}}?(?:à|sur)\s{HEDGED}$"
    r"|\b(?:pente|déclivité|inclinaison|humidité|hygrométrie|batterie|probabilité|visibilité)s?\b[^.;,:\d]{0,30}$",
    re.IGNORECASE,
)
# `de niveau 4 sur 5`
RATED = re.compile(
    r"\b(?:niveau|note|échelon|indice|degré)\s(?:d['’][^\W\d]+\s)?(?:[^.;,\d]{0,25}\sà\s|de\s)?$", re.IGNORECASE
)
# `une chance sur deux`, `une fois sur trois`
LIKELY = re.compile(r"\b(?:chances?|fois|risques?)\b", re.IGNORECASE)
# `à raison de deux doses chacune`
RATE = re.compile(r"\bà\sraison\sd(?:e\s|['’])$", re.IGNORECASE)
EACH = re.compile(
    r"\s[^\W\d]+\s(?:chacune?|par\s(?:personne|tête|foyer|famille|ménage|habitant|enfant|patient))\b", re.IGNORECASE
)
# `cette moitié de la ville` is a place
PLACE = re.compile(r"\bcette\s$", re.IGNORECASE)
HALF = re.compile(r"moitié", re.IGNORECASE)
# what a law threatens: `est passible de 135 euros d'amende`
FINE = re.compile(r"[\s\u00a0\u202f]*d['’]amende\b", re.IGNORECASE)
THREATENED = re.compile(
    r"\b(?:encour\w+|passibles?|puni\w*|arrêtés?|sous\speine|risqu\w+|contrevenants?)\b", re.IGNORECASE
)
# `la deuxième quinzaine d'août`
FORTNIGHT = re.compile(r"\b(?:première|deuxième|seconde|dernière|prochaine)\s(?:quinzaine|huitaine)$", re.IGNORECASE)
# `Elle a deux enfants`
THEIRS = re.compile(r"\b(?:il|elle)\s(?:a|avait)\s$", re.IGNORECASE)
CHILDREN = re.compile(r"\s(?:petits-)?(?:enfants?|fils|filles?)\s?(?:[.,;]|$|et\b)", re.IGNORECASE)


def tells_no_count(text: str, quantity: Quantity) -> str | None:
    """Return the rule by which a quantity tells of a thing and counts nothing of the crisis, or None."""
    span = quantity.span
    before, words = text[: span.start], span.of(text)
    if quantity.is_share:
        if OF_ITS_OWN.search(before) or (" sur " in words and RATED.search(before)):
            return "figures.aside.measure"
        if LIKELY.search(words):
            return "figures.aside.chance"
        if PLACE.search(before) and HALF.fullmatch(words):
            return "figures.aside.place"
        return None
    if quantity.units == ("count",):
        if FORTNIGHT.search(before + words):
            return "figures.aside.time"
        if RATE.search(before) and EACH.match(text, quantity.reach):
            return "figures.aside.rate"
        if THEIRS.search(before) and CHILDREN.match(text, quantity.reach):
            return "figures.aside.offspring"
        return None
    fined = FINE.match(text, quantity.reach) and THREATENED.search(before)
    return "figures.aside.threatened" if fined else None


# a teller or a place whose verb is the one said before: `le gymnase en héberge 63, la salle des fêtes 48`
GAPPED = re.compile(
    r"\d[^.;:]*(?:,|;|\set)\s(?:(?:l['’]|l[ea]s?\s|un\s|une\s|celui\s|celle\s|ceux\s)(?:(?!(?:selon|qui|que|dans|sur|par|pour|avec|contre)\s)[^\s\d,;:.]+\s){1,5}"
    r"|(?:[A-ZÀ-Þ][^\s\d,;:.]*\s){1,4})(?:(?:au\smoins|plus\sde|que|environ)\s)?$"
)
ENDS = re.compile(r"[\s\u00a0\u202f»”\")]*(?:[.;]|,(?!\s(?:qui|que|dont|où)\b)|$|et\s)")


def is_gapped(text: str, quantity: Quantity) -> bool:
    """Whether a number ends a clause whose verb was said with the number before it."""
    return GAPPED.search(text[: quantity.span.start]) is not None and ENDS.match(text, quantity.reach) is not None
