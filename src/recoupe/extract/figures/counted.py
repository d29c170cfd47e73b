"""The noun that a number governs in, who or what is counted out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from recoupe.extract.figures.candidates import DONE, Candidate
from recoupe.extract.figures.ones import COUPLE
from recoupe.extract.figures.reason import OF_PEOPLE
from recoupe.extract.figures.tree import shows
from recoupe.extract.figures.words import kind_nouns, kind_verbs, nouns
from recoupe.extract.paragraph import Sentence
from recoupe.lexicon import Entry, entries
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

CURRENCY = re.compile(r"[A-Z]{3}")
MINES = re.compile(
    r"\b(?:mines?|minière?s?|galeries?|puits|charbon|houillère|orpaill\w+|grisou|éboulement|sous\sterre|chômage|mise?s?\sà\spied|équipe\sde\s(?:nuit|jour)|à\sleur\sposte|embauch\w+|licenci\w+|grév\w+|profondeur|au\sfond|remonté\w*|surface|coup\sde\spoussière)\b",
    re.IGNORECASE,
)
CAUGHT = re.compile(
    r"\s(?:\w+\s)?(?:piégés|coincés|ensevelis|bloqués|emmurés|de\sfond|pris\sau\spiège)\b", re.IGNORECASE
)
HELD = re.compile(
    r"\b(?:territoire|périmètre|littoral|bande|presqu'île|île|capitale|agglomération|quartiers?|ville|pays|province|région|secteurs?|partie|fief|enclave|bastion|zone)\b",
    re.IGNORECASE,
)


# `onze foyers encore actifs`, `trois foyers d'incendie`: seats of a fire or a disease, and no homes
SEAT = re.compile(r"foyers?$", re.IGNORECASE)
BURNING = re.compile(
    r"\s(?:\w+\s){0,3}?(?:actifs?|d['’]incendie|de\sfeu|de\scontamination|infectieux|épidémiques?|de\scholéra|de\sgrippe|circonscrits?|maîtrisés?|éteints?|fixés?)\b",
    re.IGNORECASE,
)
BURNS = re.compile(r"\bfoyers\s[^.;]{0,40}\b(?:actifs|éteints|circonscrits|maîtrisés|fixés|allumés)\b", re.IGNORECASE)
PLACED = re.compile(r"\b(?:de|du|d['’]|de\sla|de\sl['’])\s?$", re.IGNORECASE)


OWN_ONES = re.compile(r"nôtres|vôtres|siens|miens|leurs", re.IGNORECASE)


def counted_of(candidate: Candidate, sentence: Sentence) -> tuple[Counted | None, Evidence | None]:
    """Return who or what a candidate counts by its own noun, None where no noun stands with it or none is known."""
    quantity = candidate.quantity
    if all(CURRENCY.fullmatch(unit) for unit in quantity.units):
        return Counted.MONEY, Evidence("counted", "figures.counted.currency", Span(quantity.span.end, quantity.reach))
    if quantity.units[0] == "km2":
        return Counted.AREA, Evidence("counted", "figures.counted.area", Span(quantity.span.end, quantity.reach))
    noun = candidate.noun
    if noun is None:
        return _without_noun(candidate, sentence)
    if DONE.match(noun.text) and noun.i == candidate.last + 1 and (meant := _without_noun(candidate, sentence))[0]:
        # `58 millions de dollars requis, 9,4 millions reçus`
        return meant
    if (among := _among(noun)) is not None:
        return among
    if OWN_ONES.fullmatch(noun.text):
        # `onze des nôtres`, `douze des siens`
        return Counted.PEOPLE, _evidence("figures.counted.ours", noun)
    if quantity.evidence[0].rule == COUPLE:
        return Counted.PEOPLE, _evidence("figures.counted.couple", noun)
    found = nouns("counted").of(noun)
    if SEAT.match(noun.text) and (
        BURNING.match(sentence.text, noun.idx + len(noun.text)) or BURNS.search(sentence.text)
    ):
        return Counted.OTHER, _evidence("figures.counted.fire", noun)
    if quantity.is_share and quantity.inside is None and HELD.match(noun.text):
        return Counted.TERRITORY_SHARE, _evidence("figures.counted.share", noun)
    if quantity.is_share and SUM.fullmatch(noun.text):
        # `un quart de la somme`, `moins de 10 % du budget`
        return Counted.MONEY, _evidence("figures.counted.sum", noun)
    named = noun.text[:1].isupper() and quantity.inside is None
    if quantity.is_share and named and not found and PLACED.search(noun.doc.text[: noun.idx]):
        # `85 % de Port-au-Prince`
        return Counted.TERRITORY_SHARE, _evidence("figures.counted.share", noun)
    if found:
        entry = found[0]
        if entry.means == "group":
            return _of_group(noun)
        if entry.means == "other" and noun.text.casefold().endswith(("é", "és", "ée", "ées")):
            # `40 arrêtés` are people, whatever else the word may name
            for said in kind_nouns("noun").of(noun):
                if not said.extra.get("weak") and said.extra.get("counted") != "other":
                    return Counted(said.extra["counted"]), _evidence(said.name, noun)
        lost = MEN.fullmatch(noun.text) and LOST.search(sentence.text[: quantity.span.start])
        if lost and ARMED.search(sentence.text):
            return Counted.COMBATANTS, _evidence("figures.counted.men", noun)
        if (
            entry.name.endswith(":children")
            and noun.text.casefold().startswith("mineur")
            and (MINES.search(sentence.text) or CAUGHT.match(sentence.text, noun.idx + len(noun.text)))
        ):
            return Counted.PEOPLE, _evidence("figures.counted.miner", noun)
        if entry.means == "combatants" and ELEMENTS.fullmatch(noun.text) and RESCUING.search(sentence.text):
            # `La protection civile a mobilisé 85 éléments`
            return Counted.AID_WORKERS, _evidence("figures.counted.elements", noun)
        if entry.extra["role"] == "person" and _is_list(noun, entry.means):
            return Counted.PEOPLE, _evidence(f"{entry.name}+figures.counted.list", noun)
        if (served := _serving(noun)) is not None:
            return served
        if (
            entry.means == "police"
            and AGENT.fullmatch(noun.text)
            and OF_SOME.match(sentence.text, noun.idx + len(noun.text))
        ):
            # `onze agents de la compagnie`, `de nettoyage`: only those of the police are police
            return Counted.PEOPLE, _evidence("figures.counted.staff", noun)
        if entry.means == "vehicles" and DEVICE.fullmatch(noun.text) and not FLOWN.search(sentence.text):
            return Counted.GOODS, _evidence("figures.counted.device", noun)
        if (arms := _arms_in(noun)) is not None:
            return arms
        return Counted(entry.means), _evidence(entry.name, noun)
    if (served := _serving(noun)) is not None:
        return served
    if (
        noun.text[:1].isupper()
        and noun.i > 0
        and COMES_FROM.search(sentence.text[quantity.reach : noun.idx]) is None
        and noun.text.endswith(("s", "x", "è", "é", "i"))
        and not noun.text.isupper()
    ):
        return Counted.PEOPLE, _evidence("figures.counted.demonym", noun)
    if quantity.evidence[0].rule == "numbers.one" and LISTED_ONE.search(sentence.text[: quantity.span.start]):
        # `quatre Gabonais, deux Camerounais, un Philippin`
        return (Counted.PEOPLE, _evidence("figures.counted.demonym", noun)) if noun.text[:1].isupper() else (None, None)
    if quantity.inside is not None and noun.text[:1].isupper() and noun.text[1:].islower():
        # `un Somalien sur quatre`
        return Counted.PEOPLE, _evidence("figures.counted.demonym", noun)
    if noun.pos_ in ("VERB", "ADJ") and (kind_nouns("noun").of(noun) or kind_verbs("patient").of(noun)):
        return None, None
    return None, None


# `une vingtaine venus de Chimay`
COMES_FROM = re.compile(r"\w\s(?:de|du|des|d['’]|en|à|au|aux)\s?(?:la\s|l['’])?$", re.IGNORECASE)
LISTED_ONE = re.compile(
    r"\b(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt)\s[A-ZÀ-Þ][^\W\d]+s(?:,|\set)\s$"
)
SUM = re.compile(r"sommes?|montants?|enveloppes?|budgets?|fonds|dotations?|crédits?|coûts?|recettes", re.IGNORECASE)
# `trois milliards d'humains, dont deux milliards sans eau`, `l'Afrique en comptera deux milliards`
PEOPLED = re.compile(
    r"\b(?:habitants?|humains?|humanité|personnes|êtres|gens|population|terriens|arbres|en\scompt\w+)\b", re.IGNORECASE
)
AGENT = re.compile(r"agente?s?", re.IGNORECASE)
OF_SOME = re.compile(
    r"\s(?:d['’]|de\s|du\s|des\s)(?!\d|nos\b|ces\b|ses\b|leurs\b|la\spaix\b|sécurité\b|renseignement|police|[A-Z]{3,5}\b)",
    re.IGNORECASE,
)
# `trois appareils` are aircraft where something flies, and machines elsewhere
DEVICE = re.compile(r"appareils?", re.IGNORECASE)
FLOWN = re.compile(
    r"\b(?:avions?|aérien\w*|hélico\w*|vols?|aéroport\w*|aérodrome|tarmac|pistes?|décoll\w+|atterri\w+|survol\w+|largu\w+|Canadair|Dash|"
    r"abatt\w+|écras\w+|crash\w*|passagers|militaires|flotte|compagnie|pilotes?|chasse|bombardier\w*|aviation|posés?|drones?|airbus|boeing)\b",
    re.IGNORECASE,
)
SERVING = re.compile(
    r"(?:employé|membre|agent|salarié|collaborateur|cadre|collègue|travailleur|homme|volontaire|chauffeur|convoyeur)s?$",
    re.IGNORECASE,
)


@cache
def _served() -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    """Return those whom people serve, each with the words for them; whose they are says what they are."""
    return tuple((entry, re.compile(entry.regex or "", re.IGNORECASE)) for entry in entries("fr", "serving"))


def _serving(noun: Token) -> tuple[Counted, Evidence] | None:
    """Return who those are that serve somebody: an organisation of aid, a hospital, the police, an army."""
    if not SERVING.match(noun.text):
        return None
    text, end = noun.doc.text, noun.idx + len(noun.text)
    hit = re.compile(
        r"\s(?:locaux\s|nationaux\s|étrangers\s)?(?:d['’]une?\s|de\sl['’]|de\sla\s|du\s|des\s|d['’]|de\s)(?:même\s)?"
    ).match(text, end)
    if hit is None:
        return None
    for entry, pattern in _served():
        if (whose := pattern.match(text, hit.end())) is not None:
            return Counted(entry.means), Evidence("counted", entry.name, Span(hit.end(), whose.end()))
    return None


def serving_at(text: str, start: int) -> Counted | None:
    """Return who serves what is named at a place of a text: the police, an army, a hospital, an organisation of aid."""
    return next((Counted(entry.means) for entry, pattern in _served() if pattern.match(text, start)), None)


MEASURE = re.compile(r"(?:tonne|kilo|kilogramme|kg|caisse|carton|stock|conteneur|fût|sac)s?$", re.IGNORECASE)


def _arms_in(noun: Token) -> tuple[Counted, Evidence] | None:
    """Return that arms are counted where a measure of them is: `120 tonnes de roquettes`, `huit caisses de grenades`."""
    if not MEASURE.match(noun.text) or noun.i + 2 >= len(noun.doc):
        return None
    if noun.nbor(1).text.casefold() not in ("de", "d'", "d’"):
        return None
    for entry in nouns("counted").of(noun.nbor(2))[:1]:
        if entry.means == "munitions":
            return Counted.MUNITIONS, _evidence(f"{entry.name}+figures.counted.measure", noun.nbor(2))
    return None


def _is_list(noun: Token, means: str) -> bool:
    """Whether other people stand beside the counted under one number: `dix-neuf élèves et enseignants`."""
    joined = comma = False
    for token in noun.doc[noun.i + 1 : noun.i + 4]:
        if token.text.casefold() in ("et", "ou", ",", "/"):
            joined = True
            comma = token.text == ","
        elif joined:
            if comma and not shows(token, "Number", "Plur"):
                # `un policier, père de deux enfants`
                return False
            if token.i + 1 < len(token.doc) and token.nbor(1).like_num:
                # `tué un infirmier et contaminé six médecins`
                return False
            others = nouns("counted").of(token) if token.pos_ in ("NOUN", "ADJ") else ()
            armed = ("combatants", "police")
            return any(
                entry.extra["role"] == "person"
                and entry.means != means
                and not (means in armed and entry.means in armed)
                for entry in others[:1]
            )
        elif token.pos_ != "ADJ":
            return False
    return False


LARGE = re.compile(r"(?:millions?|milliards?)$", re.IGNORECASE)
# words of payment beside a bare number of millions
MONEYED = re.compile(
    r"\b(?:euros?|dollars?|francs?|dinars?|FCFA|vers[ée]\w*|promis?|offr\w+|offert\w*|débloqu\w+|indemn\w+|dédommag\w+|rançons?|budgets?|factur\w+|financ\w+"
    r"|assur(?:eurs?|ance)|propos\w+|voul(?:ait|aient)|réclam\w+|pay\w+|coût\w+|dégâts|gourdes|exig\w+)\b",
    re.IGNORECASE,
)
OURS = re.compile(r"[\s\u00a0\u202f]+des\s(?:nôtres|leurs|siens|miens|vôtres)\b", re.IGNORECASE)
TOLLED = re.compile(r"(?:mort|tué|blessé|disparu|victime|décè|noyé|otage|déplacé)\w*", re.IGNORECASE)


def _without_noun(candidate: Candidate, sentence: Sentence) -> tuple[Counted | None, Evidence | None]:
    """Return what is counted where the noun stands elsewhere: `à 100 000 le nombre de civils`, `quatre des nôtres`."""
    if hit := OURS.match(sentence.text, candidate.quantity.reach):
        return Counted.PEOPLE, Evidence("counted", "figures.counted.ours", Span(hit.start(), hit.end()))
    said = candidate.quantity.span.of(sentence.text)
    if said.casefold().endswith(("milliard", "milliards")) and not PEOPLED.search(sentence.text):
        # `mettre deux milliards sur la table`
        return Counted.MONEY, Evidence("counted", "figures.counted.money_meant", candidate.quantity.span)
    if LARGE.search(said) and (hit := MONEYED.search(sentence.text)):
        return Counted.MONEY, Evidence("counted", "figures.counted.money_meant", Span(hit.start(), hit.end()))
    return None, None


def _among(noun: Token) -> tuple[Counted, Evidence] | None:
    """Return who the dead or wounded of a toll were, where the words beside them say: `105 morts parmi les civils`, `morts civils`."""
    if not TOLLED.fullmatch(noun.text):
        return None
    joined = False
    for token in noun.doc[noun.i + 1 : noun.i + 6]:
        shown = token.text.casefold()
        if shown in ("parmi", "chez"):
            joined = True
        elif (shown in ("les", "des", "la", "le", "dont") and joined) or shown == "dans":
            continue
        elif joined or token.i == noun.i + 1:
            for entry in nouns("counted").of(token):
                if entry.extra["role"] == "person" and entry.means not in ("people", "wounded"):
                    return Counted(entry.means), _evidence(entry.name, token)
            return None
        else:
            return None
    return None


def _of_group(noun: Token) -> tuple[Counted | None, Evidence | None]:
    """Return what a group is made of: `trois équipes de secouristes` counts aid workers."""
    for token in noun.doc[noun.i + 1 : noun.i + 5]:
        if token.is_punct:
            break
        for entry in nouns("counted").of(token):
            if entry.means == "buildings":
                # `un escadron de gendarmerie`: a house makes no group
                break
            if entry.means != "group":
                return Counted(entry.means), _evidence(f"counted:group+{entry.name}", token)
    armed = re.match(
        r"(?:régiment|bataillon|compagnie|escadron|peloton|contingent|section|escouade|colonne|patrouille)s?$",
        noun.text,
        re.I,
    )
    if armed:
        rest = noun.doc[noun.i + 1 : noun.i + 4].text.casefold()
        means = Counted.POLICE if re.search(r"gendarmerie|police|crs|maintien", rest) else Counted.COMBATANTS
        return means, _evidence("counted:group", noun)
    return Counted.OTHER, _evidence("counted:group", noun)


FIREMEN = re.compile(
    r"\b(?:pompiers?|sauveteurs?|secouristes?|soldats\sdu\sfeu|casernes?|incendies?|engins|brasier|gravats|décombres)\b",
    re.IGNORECASE,
)
POLICED = re.compile(r"\b(?:gendarm\w+|polic\w+|CRS|maintien\sde\sl.ordre)\b", re.IGNORECASE)
MEN = re.compile(r"hommes?", re.IGNORECASE)
ELEMENTS = re.compile(r"éléments?", re.IGNORECASE)
RESCUING = re.compile(r"\b(?:[Pp]rotection|[Ss]écurité)\scivile\b|\b(?:pompiers?|sauveteurs?|secours)\b", re.IGNORECASE)


# `ses hommes`, in a sentence of arms
LOST = re.compile(r"\bperd(?:u|re|ait|aient|ent|it|irent)\s(?:[^\W\d]+\s){0,2}(?:d['’])?$", re.IGNORECASE)
OWN_MEN = re.compile(r"\b(?:de\s)?(?:ses|leurs)\s$", re.IGNORECASE)
ARMED = re.compile(
    r"\b(?:patrouilles?|armées?|bataillons?|contingents?|soldats?|militaires?|garnisons?|embuscades?|troupes|colonnes?|brigades?|régiments?|compagnies?"
    r"|combats?|front|commandants?|généra(?:l|ux)|rebelles?|rébellion|milices?|insurgés|casques\sbleus|état-major)\b",
    re.IGNORECASE,
)


def of_men(candidate: Candidate, sentence: Sentence, kind: Kind) -> Counted | None:
    """Return what men are who are sent, or are somebody's in arms: firemen, policemen, else soldiers; None where no such men are."""
    if candidate.noun is None or not MEN.fullmatch(candidate.noun.text):
        return None
    owned = OWN_MEN.search(sentence.text[: candidate.noun.idx]) and ARMED.search(sentence.text)
    if kind is not Kind.DEPLOYED and not (owned and kind in OF_PEOPLE):
        return None
    if FIREMEN.search(sentence.text):
        return Counted.AID_WORKERS
    return Counted.POLICE if POLICED.search(sentence.text) else Counted.COMBATANTS


HOSTAGE = re.compile(r"otages?", re.IGNORECASE)
GRAVE = re.compile(r"tombes?", re.IGNORECASE)


def as_told(candidate: Candidate, counted: Counted | None, kind: Kind) -> Counted | None:
    """Return what some count for once their kind is known: hostages are people, and graves no buildings where nobody harms them."""
    noun = candidate.noun
    if noun is not None and counted is Counted.PRISONERS and HOSTAGE.fullmatch(noun.text):
        return Counted.PEOPLE
    if noun is not None and counted is Counted.BUILDINGS and kind is not Kind.DESTROYED and GRAVE.fullmatch(noun.text):
        return Counted.OTHER
    return counted


def settle(counted: Counted | None, kind: Kind) -> Counted:
    """Return who is counted once the kind is known: the wounded of a toll are people, those moved out wounded, and emptied homes homes."""
    if counted is Counted.WOUNDED:
        return Counted.PEOPLE if kind is Kind.INJURED else Counted.WOUNDED
    emptied = counted is Counted.BUILDINGS and kind is Kind.EVACUATED
    if counted in UNHARMED and kind in OF_PEOPLE and kind is not Kind.HOSTED and not emptied:
        return Counted.PEOPLE
    if counted is not None:
        return counted
    if kind in PEOPLE_KINDS:
        return Counted.PEOPLE
    return {
        Kind.PROTESTING: Counted.PROTESTERS,
        Kind.CONTROLLED: Counted.TERRITORY_SHARE,
        Kind.LAUNCHED: Counted.MUNITIONS,
    }.get(kind, Counted.OTHER)


# what can neither die nor flee: counted with such a kind, it was lent by the wrong figure
UNHARMED = frozenset(
    {Counted.MONEY, Counted.GOODS, Counted.BUILDINGS, Counted.AREA, Counted.MUNITIONS, Counted.STRIKES}
)
PEOPLE_KINDS = frozenset({
    Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.ILL, Kind.RESCUED, Kind.DETAINED, Kind.ABDUCTED, Kind.ESCAPED, Kind.DISPLACED,
    Kind.EVACUATED, Kind.TRAPPED, Kind.RETURNED, Kind.HOSTED, Kind.AFFECTED, Kind.EXPOSED,
})  # fmt: skip

# what a thing or a person of trade is most often counted for, where nothing in the sentence says
DEFAULT_KINDS = {
    Counted.MUNITIONS: Kind.LAUNCHED, Counted.STRIKES: Kind.LAUNCHED, Counted.PROTESTERS: Kind.PROTESTING, Counted.PRISONERS: Kind.DETAINED,
    Counted.COMBATANTS: Kind.DEPLOYED, Counted.POLICE: Kind.DEPLOYED,
    Counted.AID_WORKERS: Kind.DEPLOYED, Counted.HEALTH_WORKERS: Kind.DEPLOYED,
    Counted.VEHICLES: Kind.DEPLOYED, Counted.GOODS: Kind.DELIVERED, Counted.TERRITORY_SHARE: Kind.CONTROLLED,
    Counted.REFUGEES: Kind.HOSTED,
}  # fmt: skip


def _evidence(rule: str, token: Token) -> Evidence:
    return Evidence("counted", rule, Span(token.idx, token.idx + len(token.text)))
