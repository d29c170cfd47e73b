"""A number of people of whom only that somebody counted them is told, and the words before it in, whether they marched out.

`Labé aussi a manifesté. Huit cents personnes selon un élu, le double pour les syndicats.`
"""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.extract.reading import LocalFigure
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Evidence

RULE = "figures.kind.of_march"
# an act of many in the street, told without a number
MARCH = re.compile(
    r"\b(?:(?<!lettre\s)(?<!contre-)manifest(?:ation|ant|er|é|aient|ent|èrent)\w*|défil(?:é|er|aient|ent|èrent)\w*|cortèges?|rassemble(?:ment|r|nt)\w*"
    r"|(?:(?:ont|a|avaient|avait)\smarché|marchent|marchaient|marche\s(?:blanche|silencieuse|de\ssoutien|pacifique|funèbre|unitaire|des\s|pour\s|contre\s)|la\smarche|une\smarche|marcheurs|marcheuses)"
    r"|protestataires?|sit-in|meetings?|foule|battu\sle\spavé|dans\sla\srue|trottoirs?|processions?|banderoles?|pancartes?|slogans?|mégaphones?)\b",
    re.IGNORECASE,
)
# who counts a crowd, or how
COUNTED = re.compile(
    r"\b(?:compt\w+|recens\w+|dénombr\w+|évalu\w+|estim\w+|revendiqu\w+|annon[cç]\w+|tabl\w+|atten\w+|esp[éè]r\w+|avanc\w+|parl\w+|chiffr\w+|pench\w+|s['’]en\stien\w+|s['’]en\stenai\w+"
    r"|selon|d['’]après|pour\s(?:les|la|le)|à\sen\scroire|au\sdire|organisat\w+|préfecture|police|à\svue\sd['’]œil|autour\sde|rejoint\w*)\b",
    re.IGNORECASE,
)
# what they would be counted for all the same
OTHERS = re.compile(
    r"\b(?:mort|tué|bless|arrêt|interpell|détenu|disparu|évacu|sinistr|déplacé|habitants|hébergé|logé|malade|employ|salarié|embauch|licenci|policiers\sdéploy|inscrit|abonné|adhérent|membre|recrut|effectif|électeur|sociétaire|(?:village|ville|commune|quartier|pays)\scompt)\w*",
    re.IGNORECASE,
)
WHO = frozenset({Counted.PEOPLE, Counted.PROTESTERS, Counted.OTHER})
TELLS_LITTLE = frozenset(
    {"figures.kind.none", "figures.kind.of_topic", "figures.kind.of_antecedent", "figures.kind.of_mirror"}
)
CROWD = 20


def marched(figure: LocalFigure, sentence: str, before: str, last: Kind | None) -> LocalFigure:
    """Return a figure of people as those who marched where the words before it tell of a march and nothing else of them.

    `before` are the words of its paragraph up to it, with the heading above; `last` is the kind settled for the figure before.
    """
    if figure.kind is not Kind.OTHER or figure.unit != "count" or figure.counted not in WHO:
        return figure
    reasons = [why.rule for why in figure.evidence if why.field == "kind"]
    if not reasons or reasons[0] not in TELLS_LITTLE or any(why.rule == "numbers.factor" for why in figure.evidence):
        return figure
    low = figure.low if figure.low is not None else figure.high
    borrowed = reasons[0] != "figures.kind.none"
    if borrowed and last is not Kind.PROTESTING:
        return figure
    if not borrowed and (low is None or low < CROWD or COUNTED.search(sentence) is None):
        return figure
    if MARCH.search(before) is None or OTHERS.search(sentence):
        return figure
    return replace(figure, kind=Kind.PROTESTING, evidence=(*figure.evidence, Evidence("kind", RULE)))
