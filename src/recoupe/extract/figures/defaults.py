"""What is counted in, the kind it has where nothing is said of it out: forces are sent, aid is handed over, shells are fired."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.counted import DEFAULT_KINDS
from recoupe.extract.figures.kinds import is_whole
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind

# what serves nobody's help: goods trains and private cars
CIVIL = re.compile(
    r"(?:citernes?|wagons?|wagons?-citernes?|autos?|voitures?|automobiles?|bagnoles?|berlines?|motos?|mobylettes?|scooters?|vélos?|trottinettes?|taxis?"
    r"|tricycles?|poids|semi-remorques?|tracteurs?|embarcations?|rafiots?|pirogues?|chalutiers?|barques?|péniches?|cargos?|pétroliers?|yachts?"
    r"|voiliers?|caravanes?|charrettes?|trains?|rames?|tramways?|véhicules?|épaves?|carcasses?)$",
    re.IGNORECASE,
)
WRECKED = re.compile(
    r"\b(?:déraill\w+|convoi\s(?:ferroviaire|compt\w+|transport\w+|tract\w+)|wagons?|carambolage|accident\w*|bouchons?|embouteill\w+|immobilis\w+|stationn\w+|garé\w*"
    r"|crois\w+|naviguent|pêche|traversée|fourrière|rouler|files?\s(?:de|d['’])|coinc\w+|attendent)\b",
    re.IGNORECASE,
)
# what is spilt, frozen in price, or lit, and handed to nobody
NO_AID = re.compile(
    r"\b(?:répandu\w*|déversé\w*|déversement|fuite|pollu\w+|hydrocarbures?|mazout|gazole|pétrole\sbrut|acide|ammoniac|nitrate|explosi\w+|prix\sde|volume|incendiaires?"
    r"|saisi\w*|en\ssouffrance|douane|stock(?:ai|é)\w*|entrepos\w+|contrebande|cocaïne|cannabis|héroïne|drogue|rançon|pill\w+|vol\w*\sde)\b",
    re.IGNORECASE,
)
UNGIVEN = re.compile(
    r"(?:produits?|conteneurs?|bougies?|sandales?|chaussures?|cierges?|fleurs?|tombes?|drapeaux?|pancartes?)$",
    re.IGNORECASE,
)


def default_kind(candidate: Candidate, counted: Counted, sentence: Sentence) -> Kind:
    """Return the kind that what is counted has by itself, `other` where its noun or its sentence is of no help and no force."""
    kind = DEFAULT_KINDS[counted]
    name = candidate.noun.text if candidate.noun is not None else ""
    if (
        counted is Counted.VEHICLES
        and CIVIL.match(name)
        and (is_whole(candidate, sentence) or WRECKED.search(sentence.text))
    ):
        return Kind.OTHER
    if counted is Counted.GOODS and (UNGIVEN.match(name) or NO_AID.search(sentence.text)):
        return Kind.OTHER
    return kind
