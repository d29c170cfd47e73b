"""A figure whose words leave two kinds open and its article's text in, the kind that the article's scene decides out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from recoupe.extract.figures.care import SUFFERED, in_care_for
from recoupe.extract.reading import LocalFigure
from recoupe.lexicon import Entry, family
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Evidence

EVACUATION = re.compile(
    r"\b(?:évacu\w+|autocars?|convois?|pont\saérien|couloirs?\shumanitaires?|ordre\sde\s(?:quitter|partir)|sur\s(?:ordre|consigne)\sd\w+|(?:par|à\stitre\sde)\s(?:mesures?\sde\s)?(?:précaution|prévention|sécurité)|préventi\w+)\b",
    re.IGNORECASE,
)
FLIGHT = re.compile(
    r"\b(?:fui\w*|fuy\w+|fuite|exode|chass\w+|déplacés|craignant|de\speur|à\spied|exil\w*)\b", re.IGNORECASE
)
FIRE = re.compile(r"\b(?:feux?|incendies?|brasiers?|flammes|pompiers|brûl\w+)\b", re.IGNORECASE)
# in so many words that they left under an arrangement, whatever the verb
ORDERED = re.compile(
    r"\b(?:(?:par|à\stitre\sde)\s(?:mesures?\sde\s)?(?:précaution|prévention|sécurité)|à\stitre\spréventif|préventivement"
    r"|(?:sur|à\sla)\s(?:ordre|consigne|instruction|demande|recommandation)s?\s(?:du|de\sla|des|de\sl['’])\s?(?:autorités|préfet|préfecture|maire|mairie|municipalité|gouverneur|pompiers|police|gendarmerie|wali|armée)"
    r"|avant\s(?:le\spassage|l['’]arrivée)\s(?:du|de\sla|de\sl['’])\s?(?:cyclone|ouragan|tempête|typhon|crue))\b",
    re.IGNORECASE,
)
FLED = re.compile(r"\b(?:fui\w*|fuy\w+|fuite|exode|craignant|de\speur|exil\w*|combats|offensive)\b", re.IGNORECASE)
SAID_BY_VERB = frozenset(f"figures.kind.{rule}" for rule in ("governing_verb", "following_verb", "phrase", "turn"))
BORROWED = frozenset(
    f"figures.kind.{rule}"
    for rule in ("of_antecedent", "of_list", "of_whole", "of_mirror", "of_article", "of_paragraph")
)
# those whom a list of names may list
LISTED = frozenset({
    Kind.KILLED, Kind.MISSING, Kind.DETAINED, Kind.ABDUCTED, Kind.DISPLACED, Kind.HOSTED, Kind.EVACUATED, Kind.ESCAPED, Kind.TRAPPED,
})  # fmt: skip


@cache
def _entries() -> dict[str, Entry]:
    return {entry.name: entry for entry in family("fr", "kinds")}


# what no word tells, and what goes on with such: `64 000 hectares, et non 70 000`
UNTOLD = frozenset(f"figures.kind.{rule}" for rule in ("none", "of_antecedent", "of_mirror", "of_list"))


def staged(figure: LocalFigure, texts: tuple[str, str, str], before: Sequence[tuple[LocalFigure, Kind]]) -> LocalFigure:
    """Return a figure with the kind that its article's scene gives it; most keep the one they have.

    `texts` are its sentence, its paragraph and its article; `before` are the figures read before it, each with the kind settled for it.
    """
    reasons = [why.rule for why in figure.evidence if why.field == "kind"]
    if "figures.kind.waits_for_toll" in reasons:
        listed = next((kind for _, kind in reversed(before) if kind in LISTED), None)
        return _of_kind(figure, listed, "figures.kind.of_toll") if listed is not None else figure
    untold = figure.kind is Kind.OTHER and "percent" not in figure.unit and bool(reasons) and reasons[0] in UNTOLD
    if figure.counted is Counted.AREA and untold and len(FIRE.findall(texts[2])) >= 2:
        return _of_kind(figure, Kind.DESTROYED, "figures.kind.of_scene")
    told_so = figure.kind is Kind.DISPLACED and reasons and reasons[0] in SAID_BY_VERB
    if told_so and ORDERED.search(texts[0]) and not FLED.search(texts[0]):
        # `déplacés par mesure de précaution`
        return _of_kind(figure, Kind.EVACUATED, "figures.kind.of_scene")
    clinical = any(entry.extra.get("clinical") for rule in reasons if (entry := _entries().get(rule)) is not None)
    if clinical or figure.kind in SUFFERED:
        kind = in_care_for(figure, texts, clinical)
        if kind is not None:
            return _of_kind(figure, kind, "figures.kind.of_scene")
    for rule in reasons:
        entry = _entries().get(rule)
        if entry is not None and entry.extra.get("leaving") and _is_arranged(texts):
            return _of_kind(figure, Kind.EVACUATED, "figures.kind.of_scene")
    if before and reasons and reasons[0] in BORROWED:
        last, kind = before[-1]
        if last.kind is figure.kind and kind is not last.kind and figure.kind is not Kind.OTHER:
            return _of_kind(figure, kind, "figures.kind.of_scene")
    return figure


def _of_kind(figure: LocalFigure, kind: Kind | None, rule: str) -> LocalFigure:
    if kind is None or kind is figure.kind:
        return figure
    return replace(figure, kind=kind, evidence=(*figure.evidence, Evidence("kind", rule)))


def _is_arranged(texts: tuple[str, str, str]) -> bool:
    """Whether those who leave are moved out under an arrangement that the article tells of."""
    sentence, _, text = texts
    if EVACUATION.search(sentence):
        return True
    return FLIGHT.search(sentence) is None and len(EVACUATION.findall(text)) >= 2
