"""A figure and its sentence in, whether it tells of those who are still there, and so of one day, out."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.extract.figures.onsets import Days
from recoupe.extract.figures.standings import OF_STATES
from recoupe.extract.reading import LocalFigure
from recoupe.model.figure import Kind, Modality

RULE = "figures.window.state_of_the_day"
# `Deux restent hospitalisés`, `trois sont toujours alités`; not `le bilan reste fixé à`, nor those who are looked for, whose
# count runs on
STAY = re.compile(
    r"^(?:\s(?!et\b|mais\b|qui\b)[^\s,;:.!?«»]+){0,5}?\s(?:(?:rest|demeur)(?:e|ent|erai(?:t|ent))"
    r"|(?!ont\b|a\b)[^\W\d]+(?:e|ent|t)\s(?:encore|toujours))"
    r"\s(?!fixé|arrêté|de\s|d['’]|à\s(?:\d|retrouver|identifier|déterminer)|inchang|incon|introuv|port[ée]s?\b)",
    re.IGNORECASE,
)
# `Il en reste quatorze`, `il n'en reste plus que trois`
LEFT = re.compile(
    r"\bil\s(?:(?:n['’]\s?)?en\s|ne\s)?rest(?:e|erait)\s(?:(?:encore|toujours|donc|plus\sque|au\smoins|environ|quelque)\s)*$",
    re.IGNORECASE,
)
# `cinq otages encore détenus`, `900 personnes toujours sans toit`
STILL = re.compile(
    r"^(?:\s(?!et\b|mais\b|qui\b|pas\b)[^\s,;:.!?«»]+){0,4}?\s(?:encore|toujours)"
    r"\s(?!introuv)(?:[^\W\d]+(?:é|i|u)e?s?\b|sans\b|en\b|aux?\b|dans\b|à\b(?!\sretrouver)|sous\b)",
    re.IGNORECASE,
)
# `La moitié dort à l'hôtel`
LIVES = re.compile(
    r"^(?:\s(?!et\b|mais\b|qui\b)[^\s,;:.!?«»]+){0,4}?\s(?:dor(?:t|ment)|vit|vivent|camp(?:e|ent)|s['’]entass(?:e|ent)|séjourn(?:e|ent)"
    r"|souffr(?:e|ent)|patient(?:e|ent)|croupi(?:t|ssent)|logent|se\strouv(?:e|ent))\b",
    re.IGNORECASE,
)
_SOME = r"(?:(?:encore|toujours|ici|déjà|désormais)\s)?(?:(?:plus|près|moins)\sde\s|environ\s|quelque\s)?"
# `« J'ai 47 brûlés »`, `Le lycée en loge 410`, `Ils y sont près de 900`
HAS = re.compile(
    rf"\b(?:(?:log|héberg|abrit|accueill)e(?:nt)?|j['’]ai|nous\s(?:en\s)?avons|(?:ils|elles)\sy\ssont)\s{_SOME}$",
    re.IGNORECASE,
)
# `Sept puits sur dix sont souillés`, `un tiers des postes hors service`: how things are
SHARE = re.compile(r"^[^.;:,]{0,60}?\s(?:est|sont|hors)\s", re.IGNORECASE)
# `Ils seraient 600 à vivre là-bas`, `une dizaine attendraient des soins`: how things are said to be, not `auraient été tués`
_WOULD = r"(?!aurai(?:t|ent)\b)[^\W\d]+rai(?:t|ent)"
SAID_TO_BE = re.compile(
    r"\b(?:ils|elles|il)\s(?:ne\s|n['’]en\s|en\s|y\s)?(?:serai(?:t|ent)|resterait)\s(?:plus\sque\s|encore\s|toujours\s)?$",
    re.I,
)
SAID_TO_DO = re.compile(
    rf"^(?:\s(?!et\b|mais\b|qui\b)[^\s,;:.!?«»]+){{0,5}}?\s{_WOULD}(?<!serait)(?<!seraient)\b|^(?:\s[^\s,;:.!?«»]+){{0,5}}?"
    r"\sserai(?:t|ent)\s(?:encore|toujours|en|sans|dans|sous|à|aux?)\b",
    re.IGNORECASE,
)
# `nous avons 12 personnes tuées`, `j'ai deux frères qui sont morts`: what befell them
BEFELL = re.compile(r"^[^.;:,]{0,40}?\s(?:qui|mort|tué|décéd|péri|disparu)", re.IGNORECASE)
# their count runs since the blow, whoever is still without news
RUNS = frozenset({Kind.MISSING})


def stays(figure: LocalFigure, sentence: str, at: int) -> bool:
    """Whether a figure that nothing dates counts those who are still there, or what share of things is out of use.

    `at` is where its number stands in its sentence.
    """
    if figure.modality in (Modality.PLANNED, Modality.CALLED_FOR, Modality.DENIED):
        return False
    if any(one.relation not in {"free", *OF_STATES} for one in figure.moments):
        return False
    left, right = sentence[:at], sentence[at + figure.span.end - figure.span.start :]
    if figure.modality is Modality.ALLEGED and (SAID_TO_BE.search(left) or SAID_TO_DO.match(right)):
        return True
    if figure.kind in RUNS:
        return False
    if figure.kind is Kind.DESTROYED:
        return figure.unit == "percent" and SHARE.match(right) is not None
    behind = any(pattern.match(right) is not None for pattern in (STAY, STILL, LIVES))
    return behind or LEFT.search(left) is not None or (HAS.search(left) is not None and BEFELL.match(right) is None)


def on_the_day(days: Days) -> Days:
    """Return the days for what is so on the day that it is told on: no toll since a blow."""
    if days.today is None:
        return days
    return replace(days, blow=days.today, campaign=None, scene=None, again=(), rule=RULE)
