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
# `Sept puits sur dix sont souillés`, `un tiers des postes hors service`: how things are
SHARE = re.compile(r"^[^.;:,]{0,60}?\s(?:est|sont|hors)\s", re.IGNORECASE)
# their count runs since the blow, whoever is still without news
RUNS = frozenset({Kind.MISSING})


def stays(figure: LocalFigure, sentence: str, at: int) -> bool:
    """Whether a figure that nothing dates counts those who are still there, or what share of things is out of use.

    `at` is where its number stands in its sentence.
    """
    if figure.kind in RUNS or figure.modality in (Modality.PLANNED, Modality.CALLED_FOR, Modality.DENIED):
        return False
    if any(one.relation not in {"free", *OF_STATES} for one in figure.moments):
        return False
    left, right = sentence[:at], sentence[at + figure.span.end - figure.span.start :]
    if figure.kind is Kind.DESTROYED:
        return figure.unit == "percent" and SHARE.match(right) is not None
    return STAY.match(right) is not None or LEFT.search(left) is not None


def on_the_day(days: Days) -> Days:
    """Return the days for what is so on the day that it is told on: no toll since a blow."""
    if days.today is None:
        return days
    return replace(days, blow=days.today, campaign=None, scene=None, again=(), rule=RULE)
