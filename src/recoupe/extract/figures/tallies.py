"""A number without a noun in its sentence in, whether it is one of a tally out: what counts, answers or goes on counting."""

from __future__ import annotations

import re
from functools import cache

from recoupe.extract.figures.candidates import EARLIER, RIVAL, Candidate
from recoupe.extract.figures.tree import shows
from recoupe.extract.figures.words import kind_verbs
from recoupe.extract.paragraph import Sentence
from recoupe.lexicon import Entry, entries
from recoupe.model.figure import Counted

# what may stand between a word of tally and its number
FILLED = (
    r"(?:\s?(?:de|d['’]|à|que|les|(?:la\sbarre|le\scap|le\sseuil)\sdes|plus|plutôt|toujours|la|désormais|déjà|ainsi|donc|officiellement|maintenant|encore|à\sprésent|actuellement|à\sce\s(?:jour|stade)|au\stotal|en\stout|finalement|seulement|exactement|environ|quelque|moins|près|au|pas|et|entre|lundi|mardi|mercredi|jeudi"
    r"|,\s?pour\s(?:les|ses|la|le)\s\w+\s?,|un\speu|la\sveille|l['’]avant-veille|le\slendemain"
    r"|,\s?(?:lui|elle|eux|elles|pour\ssa\spart|de\sson\scôté)\s?,"
    r"|vendredi|samedi|dimanche|hier|aujourd['’]hui|midi|soir|matin))*[\s\u00a0\u202f«“\"(]*(?:d['’])?$"
)


@cache
def _tally() -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    found = []
    for entry in entries("fr", "tally"):
        start = "" if entry.regex == ":" else r"(?<![\w-])"
        found.append((entry, re.compile(rf"{start}(?:{entry.regex}){FILLED}", re.IGNORECASE)))
    return tuple(found)


# `parmi les blessés figurent, selon la mairie, huit enfants`
ASIDE_BEFORE = re.compile(
    r",\s(?:selon|d['’]après|à\sen\scroire|au\sdire|de\ssource|de\sl['’]aveu|de\sl['’]avis|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|à\sce\sstade"
    r"|à\scette\sheure|à\sce\sjour|pour\sl['’]heure)\b[^,.;:«»]{0,60},\s$",
    re.IGNORECASE,
)


def without_aside(before: str) -> str:
    """Return what stands before a number without the aside between commas that ends there, which tells who counts or when."""
    hit = ASIDE_BEFORE.search(before)
    return before[: hit.start()] + " " if hit is not None else before


CREDITED = re.compile(
    r"[\s\u00a0\u202f»”\"]*,?\s?(?:selon|d['’]après|pour\s(?:le|la|les|l['’])|à\sen\scroire|aux?\sdires?|côté|de\ssource|si\sl['’]on\sen\scroit"
    r"|s['’]il\sfaut\sen\scroire|à\sentendre|de\sl['’]aveu|dixit)\b",
    re.IGNORECASE,
)
# `Lundi, neuf. Mardi, douze`, `Kinshasa, 25 000.`
DAY_BY_DAY = re.compile(
    r"[\s«“\"–—•]*(?:et\s|puis\s)?(?:(?:le\s)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:\s\d{1,2})?|hier|avant-hier|aujourd['’]hui|la\sveille|le\slendemain|ce\s(?:matin|soir))"
    r"(?:\s(?:matin|midi|soir))?,\s(?:déjà\s|plus\sde\s|au\smoins\s|environ\s|près\sde\s)?$",
    re.IGNORECASE,
)
TELLER_ALONE = re.compile(
    r"[\s«“\"–—•]*(?:L['’]|L[ae]s?\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[^\W\d][\w’'-]*){0,3},\s"
    r"(?:plus\sde\s|au\smoins\s|environ\s|près\sde\s)?$"
)
# `« plutôt trente », rectifie un officier`, `50 000 à peine, répliquait hier`
SPOKEN = re.compile(
    r"(?:\s(?:à\speine|au\s(?:moins|minimum|plus|maximum)|tout\sau\splus|environ|exactement))?[\s\u00a0\u202f]*[»”\"]?,\s"
    r"(?:a-t-\w+\s|a\s|ont\s|avait\s)?(?:corrig|rétorqu|rectifi|répliqu|répond|jur|affirm|soutie|soutenai|assur|tranch|objecte|nuanc|maintien|insist"
    r"|avanc|estim|précis|dit\b|disai|disen|lâch|gliss|oppos|contest|clam|annonc|calcul|assèn)",
    re.IGNORECASE,
)
# `1 140 personnes, loin des 3 000 prévues`
EXPECTED = re.compile(
    r"\s(?:initialement\s|d['’]abord\s)?(?:prévu|attendu|annoncé|promis|espéré|recensé|enregistré)e?s?\b(?!\s(?:par|que)\b)",
    re.IGNORECASE,
)
# `les services ont parlé de 6 500 marcheurs, l'institut de 22 000`
GAPPED = re.compile(
    r",\s(?:l['’]|l[ea]s?\s|ceux\s|celle\s|un\s|une\s)[\w’' -]{2,40}?,?\s(?:de|à|d['’])\s?$", re.IGNORECASE
)
ANSWERS = re.compile(
    r"(?:\s(?:au\s(?:moins|plus|total|bas\smot)|environ|en\stout|à\speine|seulement))?[\s\u00a0\u202f»”\"]*(?:[.,?!]|$)"
)
# `le dernier chiffre officiel, 41, remonte au 3 mai`
APPOSED = re.compile(
    r"\b(?:chiffre|bilan|nombre|total|décompte|estimation|pointage)s?(?:\s(?!de\b|des\b|du\b)[^\W\d]+){0,3}(?:\s(?:de|des|du|d['’])\s?[^\W\d]+)?,\s$",
    re.IGNORECASE,
)
# `De douze mercredi, les disparus étaient tombés à dix`
FROM_FIRST = re.compile(r"^[\s«“\"]*d(?:e\s|['’])$", re.IGNORECASE)
FALLEN = re.compile(r"(?:\s[^\W\d]+){0,2},\s(?=(?:les|le\s(?:nombre|bilan|total))\s)")
# `« Sur ces neuf, sept ... »`
OUT_OF = re.compile(r"(?:^|[«“\"(;:]\s?)sur\s(?:ces|les|ses)\s$", re.IGNORECASE)
# `« Pas six, pas un »`: said over and denied
ECHOED = re.compile(r"^[\s«“\"]*pas\s$", re.IGNORECASE)


def counts(word: str) -> bool:
    """Whether a verb counts or tells and does not befall anyone: `recense`, `fait état`, `ramené`."""
    return any(
        re.fullmatch(entry.regex or "", word, re.IGNORECASE) for entry in entries("fr", "tally") if entry.regex != ":"
    )


# `seize morts, et non vingt-deux`
AGAINST = re.compile(
    r"\b(?:et|mais)\s(?:non|pas)\s(?:pas\s)?(?:de\s|d['’]|les\s)?$|,\spas\s(?:de\s|les\s)?$", re.IGNORECASE
)
# `93 le nombre des morts et à 410 celui des blessés`
CELUI = re.compile(r"[\s\u00a0\u202f]+(?:celui|celle|ceux|celles)\s(?:de|des|du|d['’])", re.IGNORECASE)
# `le nombre de morts est ramené à 27, celui des disparus à neuf`
THAT_TO = re.compile(
    r"\b(?:celui|celle)\s(?:de\s|des\s|du\s|d['’])[^.;:,\d]{2,40}?(?:,\s(?:lui|elle|quant\sà\s(?:lui|elle))\s?,)?\s(?:à|de|d['’])"
    r"\s?(?:(?:plus|près|moins)\s(?:de\s|d['’])|environ\s|quelque\s)?$",
    re.IGNORECASE,
)
# `dix-huit corps ici et six à l'hôpital`
SECOND = re.compile(
    r"(?:\bet|,|;|\bpuis)\s(?:(?:de|à|d['’])\s?)?(?:(?:au\smoins|environ|quelque|près\sde|plus\sde|une?)\s?(?:d['’]|de\s)?)?$",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"[\s\u00a0\u202f]+(?:à|en|dans|au|aux|chez|parmi|par\s(?:balles?|armes?|noyade|asphyxie|brûlures?|éclats?|explosion|suicide)|(?:du\s)?côté|sur|hier|ce|le\s(?:lendemain|surlendemain|jour|soir|matin)|la\s(?:veille|nuit|semaine)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd['’]hui)(?=[\s,;.])",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"(?:d|d['’]|autres|derni[eè]re?s|premi[eè]re?s|suivante?s|restante?s|seulement|seule?s|déjà|aussi|également)",
    re.IGNORECASE,
)
# `comptent leurs morts : à Lodja, douze ; à Kole, dix`, `celui de Lodja, 145`
BY_PLACE = re.compile(
    r"(?:(?:^|[:;]\s)(?:et\s)?(?:[àÀ]|[aA]u|aux|en|dans|chez|pour)\s[^\s,;:.\d][^,;:.\d]{1,40}"
    r"|[;,]\s(?:et\s)?(?:celui|celle|ceux|celles)\s(?:de\s|du\s|des\s|d['’])[^\s,;:.\d][^,;:.\d]{1,40}),\s$"
)
# `Le nombre des enfants tués, 11, ne change pas`
NUMBERED = re.compile(r"\b(?:nombre|total)\s(?:total\s)?(?:des?\s|d['’])[^,;:.\d]{2,40},\s(?:lui,\s)?$", re.IGNORECASE)
LISTED_END = re.compile(r"\s?(?:[;.,:»)]|$|et\s)")
# `et 250 000 autres en juin`, `Cent trente de plus y arrivent`
OTHERS_BEHIND = re.compile(
    r"\s(?:d['’])?(?:autres|supplémentaires)\b(?!\s(?:[^\W\d]+(?:s|x))\b(?!\s[^\W\d]+(?:ent|nt)\b))|\sde\splus\b(?!\sque)",
    re.IGNORECASE,
)
# `il n'en demeure que six cents`
OF_THEM = re.compile(
    r"\b(?:n['’]|ne\s)?en\s(?:est\s|a\s|sont\s)?(?:demeur|rest|subsist|surviv|survit|surv[ée]c|ven|parven|arriv|manqu|faudr|faut|fallu|part|réchapp|revien|reven)\w*"
    r"\s(?:toujours\s|encore\s|plus\s|guère\s)?(?:que\s|qu['’]|à\speine\s)?$",
    re.IGNORECASE,
)
LARGE = re.compile(r"(?:millions?|milliards?)$", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
BETWEEN_EN = frozenset(
    "a ont avait avaient aurait auraient est sont plus déjà que qu' qu’ encore vu pas au moins de"
    " d' d’ environ près plus quelque ainsi été".split()
)


CARED = re.compile(
    r"\ben\s(?P<verb>[^\W\d]+)\s(?:(?:encore|toujours|déjà|que|au\smoins|environ|plus\sde|près\sde)\s|qu['’])*$",
    re.IGNORECASE,
)


def _is_of_them(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether `en` stands before the verb of a number: `elle en a reçu 40`, `il en faudrait cinq mille`."""
    if candidate.quantity.is_share:
        return False
    cared = CARED.search(sentence.text[: candidate.quantity.span.start])
    if cared is not None and kind_verbs("patient").single.get(cared["verb"].casefold()):
        # the tagger may take the verb for a noun: `le CHU en soigne encore onze`
        return True
    verbs = 0
    for token in reversed(sentence.doc[max(0, candidate.first - 8) : candidate.first]):
        shown = token.text.casefold()
        if shown == "en":
            return verbs > 0
        if token.pos_ in ("VERB", "AUX"):
            verbs += 1
            if verbs > 3 or token.lemma_ in ("durer", "passer", "mesurer", "peser"):
                return False
        elif shown not in BETWEEN_EN and token.pos_ != "ADV":
            return False
    return False


def _is_subject(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether the verb of its clause stands right behind a number: `quatre ont dû être perfusés`."""
    if YEAR.fullmatch(candidate.quantity.span.of(sentence.text)):
        return False
    before = sentence.text[: candidate.quantity.span.start]
    if not re.search(
        r"(?:^|[,;:«»–—(\"]|\b(?:et|mais|que|dont|car|puis|moins\sde|plus\sde|environ|quelque|près\sde|les|au\smoins|entre))[\s\u00a0\u202f]*$|qu['’]$",
        before,
        re.I,
    ):
        return False
    for token in sentence.doc[candidate.last + 1 : candidate.last + 5]:
        if OTHERS.fullmatch(token.text):
            continue
        if token.pos_ in ("VERB", "AUX"):
            return shows(token, "VerbForm", "Fin") and not shows(token, "Number", "Sing")
        if token.text.casefold() not in ("se", "s'", "s’", "n'", "n’", "ne", "y", "en", "l'", "l’", "le", "les"):
            return False
    return False


# `chiffre à plus de 200 les tués`, `et à 400 les blessés`
LES = re.compile(r"\s(?:les|ses|leurs|ceux|celles)\s", re.IGNORECASE)
PUT_AT = re.compile(
    r"\b(?:chiffr|évalu|estim|fix|port|ramen|ramèn|relev|relèv|abaiss|arrêt|établ|situ|mont|gonfl|compt)\w*\s[^.;:]{0,90}?\bà\s"
    r"(?:(?:plus|près|moins|environ|quelque|au\smoins)\s)?(?:de\s|d['’])?$",
    re.IGNORECASE,
)
# who holds to a number answers the one before
HOLDS_TO = re.compile(
    r"\b(?:s['’]en\s(?:tien|ten)\w+|en\s(?:est|reste|demeure|était|restait)|camp\w+)\s(?:toujours\s|encore\s)?(?:à|sur)\s"
    r"(?:au\smoins\s|plus\sde\s|près\sde\s|quelque\s|environ\s)?$",
    re.IGNORECASE,
)
# another figure of the same thing, with its noun: `avance celui de 900 familles`
THAT_FIGURE = re.compile(r"\bcelui\s(?:de\s|d['’])\s?(?:plus\sde\s|près\sde\s|quelque\s|environ\s)?$", re.IGNORECASE)
# `la police en a interpellé trois`: what befell so many of them
OF_THEM_DONE = re.compile(
    r"\ben\s(?:a|ont|avait|avaient|aurait|auraient)\s(?:[^\W\d]+ment\s|déjà\s|depuis\s)?[^\W\d]+(?:é|i|u|is|it)\s(?:que\s|qu['’])?(?:au\smoins\s)?$",
    re.IGNORECASE,
)
WHO = frozenset(
    {Counted.PEOPLE, Counted.CIVILIANS, Counted.CHILDREN, Counted.WOMEN, Counted.COMBATANTS, Counted.POLICE}
)


def holds_to(candidate: Candidate, sentence: Sentence, counted: Counted | None) -> bool:
    """Whether a number of people is the one that somebody holds to: after `X en est à 61 morts`, `Y s'en tient à 40 civils`."""
    return counted in WHO and HOLDS_TO.search(sentence.text[: candidate.quantity.span.start]) is not None


# `dit en avoir envoyé trois`, `n'en avoir reçu que deux`: of things, whoever else was counted before
HANDLED = re.compile(
    r"\ben\s(?:\w+\s){0,2}?(?:envoy|reç|livr|achet|vend|command|install|distribu|pos|construi|émi|émet|sign|écri|form|fabriqu|produi|lou|emprunt"
    r"|import|rédig|diffus|expédi|transmi|envoi)\w*\s(?:(?:que|pas|plus|jamais|déjà|au\smoins|plus\sde|près\sde|moins\sde|environ)\s){0,2}$",
    re.IGNORECASE,
)
BODIES = re.compile(
    r"\b(?:morgues?|hôpita\w+|cliniques?|urgences|cimetières?|centres?|dispensaires?|camps?)\b", re.IGNORECASE
)


# `Les 88 qui manquent`, `les 139 repris`, `ces douze-là`
DEFINITE = re.compile(r"(?:^|[\s«“\"(])(?:les|ces|leurs|aux)\s$", re.IGNORECASE)
OF_WHOM = re.compile(
    r"\s(?:qui|que|qu['’]|dont)\b|\s(?:restant|manquant|repri|libéré|arrêté|évacué|secouru|sauvé)e?s?\b|-là\b",
    re.IGNORECASE,
)
# `la mairie en dénombre 1 700, la Croix-Rouge 2 300`
EN_COUNTS = re.compile(
    r"\b(?:en|n['’]en)\s(?:a\s|ont\s)?[^\W\d]+\s(?:que\s|qu['’])?(?:[^\W\d]+\s){0,2}\d[\d\s.\u00a0\u202f]*,\s(?:l['’]|l[ea]s?\s|un\s|une\s)[^\d,;:.]{2,45}\s(?:au\smoins\s|plus\sde\s|que\s)?$",
    re.IGNORECASE,
)


# `cinq autres ont péri, ce qui donne 38`
SUMMED = re.compile(
    r"\b(?:ce\squi|soit\sen\stout|cela|ça)\s(?:donne|fait|ferait|donnerait|port(?:e|ait|erait)|amène|élève)\w*\s(?:[^.;:,]{1,30}\sà\s|désormais\s|donc\s|un\stotal\sde\s|plus\sde\s|au\smoins\s)?$",
    re.IGNORECASE,
)


def summed(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a number sums up what its sentence has counted."""
    return SUMMED.search(sentence.text[: candidate.quantity.span.start]) is not None


def is_handled(before: str) -> bool:
    """Whether a number tells how many things somebody sent or received: `dit n'en avoir envoyé que` two."""
    return HANDLED.search(before) is not None and BODIES.search(before) is None


def in_tally(candidate: Candidate, sentence: Sentence) -> str | None:
    """Return the rule by which a bare number is one of a tally: after a word of tallying, before a source, or a whole answer."""
    if candidate.quantity.factor is not None:
        return "figures.tally.multiple"
    before = without_aside(sentence.text[: candidate.quantity.span.start])
    after = candidate.quantity.reach
    if is_handled(before):
        return None
    for entry, pattern in _tally():
        if pattern.search(before):
            return entry.name
    if CREDITED.match(sentence.text, after):
        return "figures.tally.credited"
    if APPOSED.search(before) and sentence.text[after : after + 1] == ",":
        return "figures.tally.apposed"
    if FROM_FIRST.search(before) and FALLEN.match(sentence.text, after):
        return "figures.tally.from_first"
    if OUT_OF.search(before) and re.match(r",\s", sentence.text[after:]):
        return "figures.tally.out_of"
    if ECHOED.search(before) and ANSWERS.match(sentence.text, after):
        return "figures.tally.echoed"
    if LARGE.search(candidate.quantity.span.of(sentence.text)):
        return "figures.tally.millions"
    if EXPECTED.match(sentence.text, after) or (RIVAL.search(before) and EARLIER.match(sentence.text, after)):
        return "figures.tally.expected"
    if SPOKEN.match(sentence.text, after):
        return "figures.tally.spoken"
    if re.search(r"\($", before) and sentence.text[after : after + 1] == ")" and re.search(r"\(\d+\s[^)]*\)", before):
        return "figures.tally.parenthesis"
    if GAPPED.search(before) and re.search(r"\d", before):
        return "figures.tally.gapped"
    if AGAINST.search(before):
        return "figures.tally.against"
    of_others = CELUI.match(sentence.text, after) or re.search(r"\bcelui\s(?:de\s)?$", before, re.IGNORECASE)
    if of_others or THAT_TO.search(before):
        return "figures.tally.that_of"
    if NUMBERED.search(before) and re.match(r"\s?,", sentence.text[after:]):
        return "figures.tally.apposition"
    if BY_PLACE.search(before) and LISTED_END.match(sentence.text, after):
        return "figures.tally.by_place"
    if OTHERS_BEHIND.match(sentence.text, after):
        return "figures.tally.others"
    if _is_of_them(candidate, sentence) or OF_THEM.search(before):
        return "figures.tally.of_them"
    if _is_subject(candidate, sentence):
        return "figures.tally.subject"
    if (
        DEFINITE.search(before)
        and OF_WHOM.match(sentence.text, after)
        and not YEAR.fullmatch(candidate.quantity.span.of(sentence.text))
    ):
        return "figures.tally.definite"
    if EN_COUNTS.search(before) and LISTED_END.match(sentence.text, after):
        return "figures.tally.gapped"
    if PUT_AT.search(before) and LES.match(sentence.text, after):
        return "figures.tally.put_at"
    if DAY_BY_DAY.fullmatch(before) and LISTED_END.match(sentence.text, after):
        return "figures.tally.day_by_day"
    if TELLER_ALONE.fullmatch(before) and re.match(r"\s?[.;]?\s*$", sentence.text[after:]):
        return "figures.tally.gapped"
    if SECOND.search(before) and ELSEWHERE.match(sentence.text, after):
        return "figures.tally.elsewhere"
    alone = re.fullmatch(
        r"[\s\u00a0\u202f«“\"–—•-]*(?:et\smême\s)?(?:(?:au\smoins|plus\sd['’e]\s?|quelque|environ|entre|près\sde|à\speine|tout\sau\splus|même\spas|seulement)\s?)?",
        before,
        re.IGNORECASE,
    )
    if alone and (
        ANSWERS.match(sentence.text, after) or re.match(r"\s?:|\savant\b|\sde\strop\b", sentence.text[after:])
    ):
        return "figures.tally.answer"
    return None
