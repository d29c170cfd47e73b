"""People of whom only care is told and what their article speaks of in, whether wounds or a disease brought them there out.

`Onze personnes reçoivent des soins`, `trois sous respirateur`, `les hospitalisés` may be either; who is burnt or feverish is not.
"""

from __future__ import annotations

import re

from recoupe.extract.reading import LocalFigure
from recoupe.model.figure import Kind

WOUNDS = re.compile(
    r"\b(?:attaques?|attentats?|explos\w+|bombard\w+|tirs?|fusillades?|accidents?|collisions?|séismes?|incendies?|effondre\w+|frappes?|roquettes?"
    r"|combats?|affronte\w+|bless\w+|brûl\w+|éboule\w+|cyclones?|ouragans?|tornades?|balles?|éclats|chocs?|percut\w+|heurt\w+|retourné\w*|renvers\w+|chutes?|carambolages?|décombres|gravats|déflagrations?|glissements?|lynch\w+|passés?\sà\stabac|matraqu\w+|couteaux?|machettes?|grenades?|obus|drones?|lacrymogènes?|déraill\w+|bousculades?|émeutes?|naufrag\w+|chavir\w+|noyades?|inondations?|crues?|avalanches?|tempêtes?|mutineries?)\b",
    re.IGNORECASE,
)
DISEASE = re.compile(
    r"\b(?:épidémi\w+|choléra|ebola|virus|virale?s?|rougeole|maladies?|contamin\w+|infect\w+|cas\s(?:suspects?|confirmés?|probables?|positifs?)|méningite|dengue"
    r"|grippes?|paludisme|diarrhé\w+|symptômes|(?:en|de)\squarantaine|intoxi\w+|typhoïde|coronavirus|rage|gale|peste|variant|éclosions?|contagio\w+|germe|listéri\w+|gastro\w*|tuberculose|dysenterie|hépatite|fi[èé]vr\w+|covid|variole|mpox|légionell\w+|troubles\srespiratoires|bactéries?"
    r"|botulisme|salmonell\w+|pneumonies?|malnutrition)\b",
    re.IGNORECASE,
)
# those who lie in a hospital may be called so, whatever struck
SICK = re.compile(r"\bmalades?\b", re.IGNORECASE)
# what is done for either
CARE = re.compile(
    r"\b(?:soins?|soign\w+|hospitali\w+|hôpit\w+|CHU|CHR|cliniques?|dispensaires?|infirmerie|urgences|réanim\w+|intub\w+|alité\w*|lits?|perfus\w+|oxyg\w+|respirateurs?"
    r"|ventil\w+|assistance\srespiratoire|observation|patient\w*|admis\w*|admissions?|pronostics?|coma|au\sbloc|état\s(?:grave|critique|sérieux|stable|désespéré)"
    r"|entre\sla\svie\set\sla\smort|pris\w*\sen\scharge|transfusés?|opérée?s?)\b",
    re.IGNORECASE,
)
# what tells of the one or the other by itself
OF_WOUNDS = re.compile(
    r"\b(?:bless|brûl|fractur|plaies?|balles?|éclats|contus|coups|amput|jambes?|bras|crân|touch|attein|percut|renvers|hypotherm|engelures|traumat|victimes?\sd)\w*",
    re.IGNORECASE,
)
OF_DISEASE = re.compile(
    r"\b(?:fièvr|fiévr|malad|infect|contamin|positi|symptôm|diarrh|vomi|toux|isol|quarantaine|épidémi|virus|grippe|choléra|rougeole|paludisme|dialys)\w*",
    re.IGNORECASE,
)
SUFFERED = frozenset({Kind.INJURED, Kind.ILL})
CLAUSE = re.compile(r"[.;:,()]")


def in_care_for(figure: LocalFigure, texts: tuple[str, str, str], clinical: bool) -> Kind | None:
    """Return what those in care suffer from, None where their own words tell it or no care is told.

    `texts` are the sentence of the figure, its paragraph and its article; `clinical` says that its entry speaks of care alone.
    """
    if clinical:
        return suffered(texts)
    if figure.kind not in SUFFERED:
        return None
    spans = [why.span for why in figure.evidence if why.field == "kind" and why.span is not None]
    own = " ".join(_words(texts[1], span.start, span.end) for span in spans)
    if not CARE.search(own) or OF_WOUNDS.search(own) or OF_DISEASE.search(own):
        return None
    return suffered(texts)


def suffered(texts: tuple[str, str, str]) -> Kind | None:
    """Return what people suffer from: what the sentence names oftener, else the paragraph, else the article."""
    for told in texts:
        wounds, disease = len(WOUNDS.findall(told)), len(DISEASE.findall(told))
        if wounds != disease:
            return Kind.INJURED if wounds > disease else Kind.ILL
    return Kind.ILL if SICK.search(texts[2]) else None


def _words(paragraph: str, start: int, end: int) -> str:
    """Return the words that gave a kind with those behind them in their clause."""
    stop = CLAUSE.search(paragraph, end, end + 40)
    return paragraph[start : stop.start() if stop is not None else end + 40]
