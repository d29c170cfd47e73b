"""A figure that no place in its clause holds for in, the place that its words go on with out: of the clause or the blow before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.article_places import HAPPENED, WIDE, Places, at_sea
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_clauses import SPOKE
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

# what parts two clauses of one sentence
PARTED = re.compile(
    r"\s?;\s|, et (?!non\b)|, (?=(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|des|\d[\d\u00a0. ]*) )"
)
# `Neuf cents manifestants à X selon la mairie, douze cents d'après le syndicat`
COUNTED_AGAIN = re.compile(
    r",? (?:selon|d'après|pour|aux yeux de|à en croire|au dire de|de source)\b[^,;:.]{2,60}, "
    r"(?:et )?(?:de |à )?(?:plus de |près de |quelque |environ |le |la )?"
)
SUMS = re.compile(
    r"\b(?:bilan|au total|en tout|total|porte à|portant à|porterait à|portait à|porté à|dans l'ensemble|tous confondus)\b",
    re.IGNORECASE,
)
TURNS = re.compile(
    r"\b(?:par ailleurs|en outre|de (?:son|leur) côté|quant (?:à|au|aux)|ailleurs|pour (?:sa|leur) part|dans le même temps|en revanche"
    r"|dans les autres|partout)\b",
    re.IGNORECASE,
)
# who counts, gives or decides for more than the place of one clause
STATE = re.compile(
    r"\b(?:gouvernement|ministère|ministres?|État|exécutif|président|[Pp]arlement|[Ss]énat|ONU|Onu|Nations unies|OCHA|HCR|UNHCR|PAM"
    r"|OIM|Unicef|UNICEF|OMS|Union européenne|UE|Banque mondiale|donateurs?|bailleurs?|diplomatie|Assemblée|national(?:e|es|aux)?)\b"
)
# those brought to a place: what happened, happened before and elsewhere
BROUGHT = re.compile(
    r"\b(?:transf[ée]r|hospitalis|soign|admis|achemin|évacuée?s?\b|évacuer|conduit|amen|accueill|recueill|héberg|relog|réfugi|repli|dépêch|envoy|livr"
    r"|expédi|décéd|succomb|mort|mourant|opér|rapatri|inhum|enterr|attend|rejoin|arriv|débarqu|exil|jug[ée]|écrou|comparu|promis"
    r"|annonc|déclar|siég|réuni|bas[ée]|vi[tv])"
)
# `six autres`, `quatre, les plus atteints`, `le double`: numbers whose noun stands in the clause before
OTHERS = re.compile(
    r"(?: (?:autres?|d'entre (?:eux|elles)|de (?:ces|ses|leurs)|de plus)\b|,| (?:ont|sont|avaient|étaient|en|seraient|auraient|y|est"
    r"|était|reste|restent|demeure|demeurent)\b)"
)
CARE = re.compile(
    r"h[ôo]pital|clinique|CH[RU]|centre hospitalier|chu\b|centre de santé|morgue|dispensaire|maternité", re.IGNORECASE
)


def of_clause_before(
    text: str, span: Span, sentence: Span, here: Sequence[PlaceName], places: Places
) -> PlaceName | None:
    """Return the place that the clause before tells of in the same sentence: `Un canot a coulé devant X ; 38 passagers ...`."""
    before = [name for name in here if name.span.end <= span.start]
    if not before:
        return None
    name = before[-1]
    between = text[name.span.end : span.start].replace("’", "'")
    parted = list(PARTED.finditer(between))
    again = COUNTED_AGAIN.fullmatch(between) is not None
    if not (parted or again) or not tells(name, places):
        return None
    if SUMS.search(between) or TURNS.search(between) or STATE.search(between) or re.search(r"[.!?…]\s", between):
        return None
    if parted and re.search(r"\bdont\b", between[: parted[-1].start()]):
        return None
    if parted and not parted[-1].group().strip().startswith(";") and SPOKE.search(between[parted[-1].start() :]):
        # `À X, 900 personnes ont péri, et le maire a promis 80 tentes`
        return None
    clause = _clause_of(text[sentence.start : name.span.start].replace("’", "'"))
    if re.search(r", dont\b|\bdont [^,]*$", clause):
        return None
    others = again or OTHERS.match(text[span.end :].replace("’", "'")) is not None
    brought = BROUGHT.search(clause) is not None or CARE.search(name.head or "") is not None
    return name if others or not brought else None


def tells(name: PlaceName, places: Places) -> bool:
    """Say whether a name is one that its clause tells of: where something happened, or the building that it is about."""
    entry = places.resolve(name).entry
    wide = entry is not None and entry.level in WIDE
    if name.role in HAPPENED:
        return name.role != "between" and not (wide and name.role == "near" and not at_sea(name, places))
    return name.head is not None and name.role in ("bare", "of") and not wide


def _clause_of(before: str) -> str:
    return re.split(r"[;:]\s", before)[-1]


# what befalls many at once; not one victim who was found, hit or treated somewhere
BLOW = re.compile(
    r"\b(?:chavir|vers(?:é|ait)\b(?= (?:à|dans|près|sur))|quitté la route|foncé (?:dans|sur)|(?:mis|mettent) le feu|feu a pris"
    r"|jetée? (?:sur|dans|contre)|effondr(?:é|ement)|écroul|explosé|explose\b|explosion|tout s'est embrasé|naufrage"
    r"|déraill|collision|carambolage"
    r"|(?:s'est|se sont|s'était|se serait) (?:\w+ )?(?:affaissé|renversé|retourné|disloqué|écrasé|embrasé|rompu|enflammé|abattu|dégonflé)"
    r"|(?:a|ont|avait) (?:\w+ )?(?:sauté|percuté|sombré|coulé|cédé|brûlé|débordé|éclaté|tremblé|frappé|visé|attaqué|pillé|incendié"
    r"|bombardé|pilonné|ravagé|dévasté|soufflé|emporté|enseveli|balayé|détruit|éventré|rasé|investi|pris d'assaut|pris feu"
    r"|ouvert le feu|fait irruption|tiré sur|chargé)"
    r"|ont été (?:\w+ )?(?:attaqué|bombardé|pilonné|incendié|enlevé|emporté|massacré)"
    r"|incendie\b|glissement de terrain|éboul|coulée de boue|avalanche|bousculade|fusillade|attentat|frappes?\b|raid\b|bombardement"
    r"|évacuation\b|manifestation|démantèlement|défilé|affrontements|heurts|échauffourées|s'est soldée?|se sont soldée?s"
    r"|attaque\b|embuscade|assaut|massacre|tuerie|émeute|rixe|mutinerie|drame|catastrophe)"
)
# money, measures and promises are not of one blow
MONEY = re.compile(
    r"euros|dollars|francs|dirhams|dinars|millions?\b|milliards?\b|€|\$|%|tonnes|litres|collecte|dons\b|aide\b|promis|promet|promesse"
    r"|annonc|débloqu"
)
ASIDE = re.compile(r", (?:dont|où|qui|que|lui|elle|tandis que|alors que|quand|après|avant)\b[^,;:]*$|\bdont [^,;:]*$")
# `Six de ses 19 passagers`, `Ils en ont retiré quatre`, `Plus de quinze mille d'entre elles`
HIS = re.compile(r"[«“\" ]*(?:[\w'-]+ ){0,4}(?:[Dd]e|[Pp]armi|[Ss]ur) (?:ses|leurs) (?:quelque )?$")
THEY_OF_IT = re.compile(r"^[«“\" ]*(?:[Ii]ls|[Ee]lles|[Oo]n|[Ii]l|[Ee]lle) (?:n')?en\b")
OF_THEM = re.compile(r" d'entre (?:eux|elles)\b")


def of_blow_before(text: str, span: Span, sentence: Span, places: Places) -> PlaceName | None:
    """Return the place of the blow that the paragraph told of before: `Un car a versé à X. Onze passagers sont morts`.

    Only a place that the main clause names alone, and only for what goes on with its toll: sums, money and states speak of the whole.
    """
    start = text.rfind("\n", 0, sentence.start) + 1
    words = text[sentence.start : sentence.end].replace("’", "'")
    if SUMS.search(words) or TURNS.search(words) or STATE.search(text[sentence.start : span.start]):
        return None
    above = [name for name in places.names if start <= name.span.start and name.span.end <= sentence.start]
    held = [name for name in above if tells(name, places) or name.role == "between"]
    if not held or len({exact_key(places.resolve(name).name.name) for name in held if name.role != "parent"}) > 1:
        return None
    name = held[-1]
    if not tells(name, places) or CARE.search(name.head or ""):
        return None
    told = _sentence_around(text, name, start)
    blow = text[told.start : told.end].replace("’", "'")
    clause = text[told.start : name.span.start].replace("’", "'")
    if BLOW.search(blow) is None or ASIDE.search(clause) or BROUGHT.search(_clause_of(clause)) or SUMS.search(blow):
        return None
    own = re.split(r"[;:]\s", words)[0] if span.start - sentence.start < 60 else words
    return None if MONEY.search(own) else name


def of_those_before(text: str, span: Span, sentence: Span, places: Places) -> PlaceName | None:
    """Return the place of the sentence before where a number is a part of what it tells of: `Six de ses 19 passagers`."""
    start = text.rfind("\n", 0, sentence.start) + 1
    before = text[sentence.start : span.start].replace("’", "'")
    after = text[span.end : sentence.end].replace("’", "'")
    part = (
        HIS.match(before)
        or THEY_OF_IT.match(before)
        or OF_THEM.match(after)
        or re.match(r" (?:de|sur) (?:ses|leurs) \d", after)
    )
    if part is None:
        return None
    above = [
        name
        for name in places.names
        if start <= name.span.start and name.span.end <= sentence.start and tells(name, places)
    ]
    if not above:
        return None
    told = _sentence_around(text, above[-1], start)
    if text[told.end : sentence.start].strip() and OF_THEM.match(after) is None:
        return None
    entry = places.resolve(above[-1]).entry
    if entry is not None and entry.level in WIDE:
        return None
    clause = text[told.start : above[-1].span.start].replace("’", "'")
    return None if ASIDE.search(clause) else above[-1]


def _sentence_around(text: str, name: PlaceName, start: int) -> Span:
    """Return the sentence of a name in its paragraph, which begins at `start`."""
    stops = [
        start,
        *(
            start + hit.end()
            for hit in re.finditer(r"[.!?…][»”\"]? +(?=[«“\"]? ?[A-ZÀ-Þ\d])", text[start : name.span.start])
        ),
    ]
    end = re.compile(r"[.!?…][»”\"]?(?=\s)|\n").search(text, name.span.end)
    return Span(stops[-1], end.end() if end else len(text))
