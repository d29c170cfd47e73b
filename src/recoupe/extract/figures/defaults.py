"""What is counted in, the kind it has where nothing is said of it out: forces are sent, aid is handed over, shells are fired."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.counted import DEFAULT_KINDS
from recoupe.extract.figures.kinds import is_whole
from recoupe.extract.figures.nearby import scope
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

# what is brought, asked for or shared out, in so many words
GIVEN = re.compile(
    r"\b(?:distribu|livr|achemin|remi[st]|remett|fourni|don(?:s|né|ne|nent|ner)?\b|envo[iy]|aide\b|besoin|réclam|demand|requi|appel|dépêch|expédi|parachut|largu|reçu|reçoi|recev"
    r"|offr|offer|offert|promi|promet|apport|secours|assist|humanitaire|arriv|attend|prévu|plaid|réquisition|command|dotation|ravitaill|approvisionn)",
    re.IGNORECASE,
)
# `je n'ai que dix poches`, `ils sont onze, pour quatre bouteilles`, `homologué pour 60 tonnes`
HELD = re.compile(
    r"(?:\b(?:ai|avons|avions|avais|a|ont|avait|avaient|dispos\w+|compte\w*|possèd\w+|détien\w+)\s(?:plus\s)?(?:que\s|qu['’])(?:de\s|d['’])?(?:\d[\d\s]*|[^\W\d]+\s)?"
    r"|\b(?:renferm|abrit|conten|contien|possèd|posséd|détien|déten|entrepos|stock|recel|entass|accumul)\w+\s|\b(?:il|qu['’]il)\s(?:(?:ne|n['’]|nous|leur|lui|vous|en|m['’])\s?){0,3}rest\w+\s(?:plus\s)?(?:que\s|qu['’])?"
    r"|\b(?:où|dans\s(?:lequel|laquelle))\s(?:l['’])?on\s(?:compt|dénombr|trouv)\w+\s|,\spour\s|\b(?:homologu|conçu|prévu|autoris|limit|charg)\w*\s(?:pour|à)\s(?:[^.;,]{1,30}\set\s)?)(?:encore\s|environ\s|quelque\s|près\sde\s|plus\sde\s|moins\sde\s)?$",
    re.IGNORECASE,
)
GEAR = re.compile(
    r"(?:respirateur|bouée|bouteille|caméra|projecteur|extincteur|détecteur|pompe|brancard|civière|ordinateur|téléphone|balise|sonar|gilet|lit|couchette|ampoule)s?$",
    re.IGNORECASE,
)
BULK = re.compile(
    r"(?:tonne|kilo|kilogramme|kg|litre|hectolitre|baril|conteneur|fût|caisse|sac|quintal|quintaux)s?$", re.IGNORECASE
)
MADE_OF = re.compile(r"\s(?:de\s|d['’])(?:la\s|l['’])?(?P<what>[^\W\d][\w’-]*(?:\s[^\W\d][\w’-]*)?)", re.IGNORECASE)
STUFF = re.compile(
    r"\b(?:engrais|chlorate|acides?|soude|terre|neige|sable|gravats|débris|déchets|minerai|charbon|ciment|acier|ferraille|cuivre|chimiques?|explosifs?|produits?|fret|marchandises"
    r"|déblais|boues?|rochers?|pierres?|ordures|munitions)\b",
    re.IGNORECASE,
)
# words by which fighters are somewhere to do something: sent, asked for, promised, leading an action, at their post
SENT = re.compile(
    r"\b(?:envo[iy]\w*|dépêch\w+|déplo[iy]\w+|renforts?|mobilis\w+|contingents?|fourni\w*|réclam\w+|demand\w+|sollicit\w+|promi[st]\w*|promet\w*|arriv\w+"
    r"|mené\w*|appuyé\w*|menait|opération|patrouill\w+|assaillants?|assaut|attaqu\w+|offensive|encercl\w+|ratiss\w+|garnison|postés?|positionn\w+|en\s(?:poste|faction|garde|alerte|attente)"
    r"|présen\w+|stationn\w+|laiss\w+|retir\w+|retrait|quitt\w+|effectifs?|sur\s(?:les\slieux|place|zone)|dispos\w+|compt\w+|dot\w+)\b",
    re.IGNORECASE,
)
# what helps those who have nothing
RELIEF = re.compile(
    r"(?:vivres|riz|farine|mil\b|sorgho|maïs|blé|céréales|semoule|huile|haricots|niébé|lait|sucre|sel\b|eau|aide|matériel|médicaments|kits?|tentes?|couvertures?|équipement|secours"
    r"|provisions|denrées|nourriture|dons?\b|fourrage|semences|chlore\b|carburant|gazole|gasoil|fioul|diesel|fuel|essence|bois|pommes|viande|dattes|biscuits|sérum|vaccins?|sang|plasma|oxygène|pain"
    r"|légumes|fruits|manioc|haricot|lentilles|pâtes|conserves|repas|rations?|savon|vêtements|habits|jouets|linge|produits\s(?:de|d['’]|alimentaires|médicaux|sanitaires)|aliments?|ringer|solution)",
    re.IGNORECASE,
)

# who stands or goes about the roads, on no errand of help
STILL = re.compile(
    r"\b(?:(?:patient|attend|stationn|poireaut|croupi)(?:ent|aient)|s['’](?:align|étir|entass|agglutin)(?:ent|aient)|(?:font|faisaient)\s(?:la\s)?(?:queue|file)"
    r"|(?:sont|étaient|rest(?:ent|aient)|demeur(?:ent|aient)|se\strouv(?:ent|aient))\s(?:\w+\s)?(?:à\s(?:l['’](?:arrêt|ancre)|quai)|au\smouillage|en\s(?:rade|file|attente|stationnement)|garée?s?)"
    r"|ne\s(?:sort|circul|roul|pass|navigu|quitt)(?:ent|aient)\splus|(?:bloqu|coinc|immobilis|pris\sau\spi[eè]g|piég)\w*)\b",
    re.IGNORECASE,
)
TRAFFIC = re.compile(
    r"\b(?:(?:par|chaque|un)\s(?:jour|semaine|heure|nuit|mois|an|dimanche|samedi)\b|quotidien\w*|d['’](?:ordinaire|habitude)|en\stemps\s(?:normal|ordinaire)|habituel\w*|ordinaires?"
    r"|emprunt(?:ent|aient|é)|trafic|péage|recensée?s|immatriculée?s|fonctionn\w+|en\s(?:panne|état\sde)|hors\s(?:service|d['’]usage)|ont\s(?:traversé|emprunté|quitté\sle\sport))",
    re.IGNORECASE,
)
# what serves those in need, or takes them away; a bus or an engine that waits is held ready
HELPING = re.compile(
    r"\b(?:aides?|secours|humanitaires?|vivres|évacu\w*|ambulances?|renforts?|pompiers?|sauvet\w*|moteur|militaires?|armée|soldats?|escort\w*|convois?|ONU|Croix-Rouge|PAM|déplacés|sinistrés|annoncée?s|promise?s|attendue?s|prévue?s|litres"
    r"|autocars?|autobus|bus|hélicoptères?|canadairs?|avions?|engins?|blindés?|chars?|pick-up|grues?|pelleteuses?|patrouilleu\w+|vedettes?)\b",
    re.IGNORECASE,
)

LOADED = re.compile(
    r"\b(?:tentes|couvertures|vivres|kits|médicaments|trousses|rations|bâches|vaccins)\b", re.IGNORECASE
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
    if counted is Counted.VEHICLES and candidate.noun is not None and not HELPING.search(sentence.text):
        start, end = scope(candidate, sentence)
        if STILL.search(sentence.text, start, end):
            # `quarante camions patientent sur la rive`
            return Kind.TRAPPED
        if TRAFFIC.search(sentence.text) and not GIVEN.search(sentence.text):
            return Kind.OTHER
    if counted is Counted.COMBATANTS and not SENT.search(sentence.text):
        # `Le commandement parle de 40 rebelles`: lost, seen or counted
        return Kind.OTHER
    if counted is Counted.GOODS and (
        UNGIVEN.match(name)
        or NO_AID.search(_clause(candidate, sentence))
        or (not GIVEN.search(sentence.text) and _is_no_relief(candidate, sentence))
    ):
        return Kind.OTHER
    return kind


def _clause(candidate: Candidate, sentence: Sentence) -> str:
    """Return what stands around the counted between semicolons: behind one, others are spoken of."""
    start = sentence.text.rfind(";", 0, candidate.quantity.span.start) + 1
    end = sentence.text.find(";", candidate.quantity.reach)
    return sentence.text[start : end if end != -1 else len(sentence.text)]


def _is_no_relief(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether goods that nobody gives are stuff in bulk that helps nobody, gear, or what somebody has in hand or has room for."""
    noun, text = candidate.noun, sentence.text
    if noun is None:
        return False
    if HELD.search(text[: candidate.quantity.span.start]) or GEAR.match(noun.text):
        return True
    if not BULK.match(noun.text):
        return False
    made_of = MADE_OF.match(text, noun.idx + len(noun.text))
    if made_of is None:
        return STUFF.search(text) is not None
    return RELIEF.match(made_of["what"]) is None and LOADED.search(text) is None


ROOM = re.compile(
    r"(?:lit|place|chambre|couch|matelas|tente|dortoir|abri|salle|école|site|centre|gymnase|hôtel)", re.IGNORECASE
)


def is_room(candidate: Candidate) -> bool:
    """Whether what is counted is room for somebody, or not named at all."""
    return candidate.noun is None or ROOM.match(candidate.noun.text) is not None
