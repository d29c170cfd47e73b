"""Text in, the shares in it out: `un ménage sur quatre`, `six sur dix`, `plus de la moitié`, `les deux tiers`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from text_to_num import text2num

from recoupe.extract.atoms import number_words
from recoupe.extract.quantity import Quantity, whole
from recoupe.lexicon import closed
from recoupe.model.figure import Qualifier
from recoupe.model.span import Evidence, Span

# half an hour, a quarter of an hour, a quarter final, the second half, third countries
NO_SHARE_BEFORE = re.compile(r"(?:\b(?:à|première|seconde|deuxième|dernière?|pays|personnes?|États|Etats)\s)$", re.I)
NO_SHARE_AFTER = re.compile(r"\s(?:d['’]heure|de\sfinale|monde\b|temps\b|moins\b|plus\b|chemin\b)", re.I)
# `à un quart des réfugiés`
# `quatre ont été arrêtés. Un cinquième est en fuite`: one more, no share
ORDINAL = re.compile(
    r"un\s[^\W\d]+ième\s(?!de\b|des\b|du\b|d['’]|et\b|ou\b|à\b|selon\b|en\b|environ\b|seulement\b)[^\W\d]", re.I
)
# `moins d'un cinquième a été versé`, `dont un dixième est arrivé`
HEDGED = re.compile(r"\b(?:moins|plus|près|environ|soit|dont|à\speine|presque|quelque)\s(?:de\s|d['’])?$", re.I)
# `8 millions d'euros sont demandés ; un dixième est disponible`
SUM = re.compile(r"\b(?:euros?|dollars?|francs?|millions?|milliards?)\b[^.!?]*[;,:]\s$", re.IGNORECASE)
# of how many a share is told: `neuf sur vingt`
ROUND = frozenset({20, 50, 100})
FIRST = re.compile(r"(?:^|[.!?:;»\n])[\s\u00a0«–—-]*$")
OF = re.compile(r"\s(?:des|de\sla|du|d['’]entre)\b", re.I)


@cache
def _fraction() -> re.Pattern[str]:
    forms = "|".join(
        re.escape(form).replace(r"\ ", r"\s")
        for form in sorted(closed("fr", "numbers", "fractions"), key=len, reverse=True)
    )
    return re.compile(
        rf"(?<![\w-])(?:(?P<one>une?\s(?P<good>bon(?:ne)?\s|gros(?:se)?\s|petite?\s)?)(?=tiers\b|quart\b|moitié\b))?"
        rf"(?P<word>{forms})\b(?!-)",
        re.IGNORECASE,
    )


@cache
def _ratio() -> re.Pattern[str]:
    number = rf"(?:\d+|une?|{number_words()})"
    return re.compile(
        rf"(?<![\w-])(?P<part>{number})(?P<noun>(?:\s(?:seule?\s)?[^\W\d]+){{0,3}}?)\s(?P<link>sur|pour)\s(?P<whole>{number})(?![\w-]|\s(?:(?:au|en|à)\s(?:\d|{number}\b|total\b|moyenne\b|plus\b|moins\b)|km|mètres|ans|jours|heures|mois|mille|millions?|milliards?|euros?|dollars?|francs?|tonnes?)\b)",
        re.IGNORECASE,
    )


def find_shares(text: str) -> list[Quantity]:
    """Return the shares of a population or an area that a text names, each as a percentage.

    >>> [(q.span.of("Un ménage sur quatre a fui."), q.low, q.units) for q in find_shares("Un ménage sur quatre a fui.")]
    [('Un ménage sur quatre', 25, ('percent',))]
    """
    found = [share for hit in _ratio().finditer(text) if (share := _from_ratio(hit)) is not None]
    for hit in _fraction().finditer(text):
        span = Span(hit.start(), hit.end())
        if any(span.meets(other.span) for other in found):
            continue
        at_an_hour = NO_SHARE_BEFORE.search(text[: hit.start()]) and not (hit["one"] and OF.match(text, hit.end()))
        if at_an_hour or NO_SHARE_AFTER.match(text, hit.end()):
            continue
        if not _is_part(text, hit):
            continue
        alone = text[hit.end() : hit.end() + 1] == "," and FIRST.search(text[: hit.start()])
        if hit["word"].casefold().endswith("ième") and alone:
            # `Un sixième, dont parle la mairie`: one more
            continue
        sum_told = SUM.search(text[: hit.start()]) is not None
        if ORDINAL.match(text, hit.start()) and not HEDGED.search(text[: hit.start()]) and not sum_told:
            continue
        value = closed("fr", "numbers", "fractions")[re.sub(r"\s", " ", hit["word"].casefold())]
        share = _share(span, value, "numbers.share.fraction")
        if (hit["good"] or "").casefold().startswith(("bon", "gros")):
            share = replace(share, high=None, qualifier=Qualifier.MORE_THAN)
        found.append(share)
    return found


def _is_part(text: str, hit: re.Match[str]) -> bool:
    """Whether the fraction has a determiner before it and a whole behind it, or stands for one said before.

    `cette moitié de la ville` only points at it.
    """
    before = text[: hit.start()]
    determined = hit["one"] or " " in hit["word"] or re.search(r"\b(?:la|le|les|du|au|une?|d['’])\s?$", before, re.I)
    return bool(determined)


def _from_ratio(hit: re.Match[str]) -> Quantity | None:
    part, entire = _value(hit["part"]), _value(hit["whole"])
    if part is None or entire is None or not 0 < part < entire <= 100:
        return None
    if part > 1 and entire > 10 and entire not in ROUND:
        # `sept maisons sur dix-huit`: so many, of so many
        return None
    thirds = entire % 3 == 0 and (part * 3) % entire == 0
    value = round(100 * part / entire) if thirds else whole(round(100 * part / entire, 2))
    noun = hit["noun"].strip()
    if noun and hit["link"].casefold() == "pour":
        # `une collecte pour 40 familles` shares nothing out
        return None
    inside = _noun_in(hit.start("noun"), hit["noun"]) if noun else None
    return _share(Span(hit.start(), hit.end()), value, "numbers.share.ratio", inside)


def _noun_in(start: int, words: str) -> Span:
    """Return where the noun of a ratio stands: `ménage`, and `centre` in `un centre de santé sur cinq`; an adjective may stand with it."""
    head = re.split(r"\sde\s|\sd['’]", words)[0].rstrip()
    return Span(start + len(head) - len(head.lstrip()), start + len(head))


def _value(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    try:
        return int(text2num(words.casefold(), "fr"))
    except ValueError:
        return None


def _share(span: Span, value: int | float, rule: str, inside: Span | None = None) -> Quantity:
    return Quantity(
        span=span,
        reach=span.end,
        low=value,
        high=value,
        qualifier=Qualifier.EXACT,
        units=("percent",),
        inside=inside,
        evidence=(Evidence("value", rule, span),),
    )
