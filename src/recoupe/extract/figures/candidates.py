"""A parsed sentence in, the quantities in it that may count something out; those that cannot are set aside by name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recoupe.extract.figures.dialled import RULE as DIALLED
from recoupe.extract.figures.dialled import is_dialled
from recoupe.extract.figures.no_counts import is_gapped, tells_no_count
from recoupe.extract.figures.ones import single_ones
from recoupe.extract.figures.set_beside import noun_beside
from recoupe.extract.figures.tree import shows
from recoupe.extract.figures.words import kind_verbs, nouns
from recoupe.extract.moments import number_spans_to_ignore
from recoupe.extract.numbers import find_quantities
from recoupe.extract.paragraph import Sentence
from recoupe.extract.quantity import Quantity
from recoupe.model.figure import Qualifier
from recoupe.model.span import Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpanOfTokens

# a number after these words names something and counts nothing
NAMING = re.compile(
    r"(?:\b(?:[nN][°º]s?|[nN]os?\.|numéros?|articles?|art\.|alinéas?|chapitre|pages?|chambre|magnitude|(?<!\bde\s)force|calibre|catégorie|niveau|échelle|vol|ligne|"
    r"bloc|porte|fosse|route|autoroute|(?:route\s)?nationale|départementale|rocade|RN|RD|rue|avenue|boulevard|canal|fm|FM|tél\.?|téléphone|permanence|code|résolutions?|loi|décret|appelez|composez|au\snuméro|"
    r"type|modèle|version|étape|classe|vert|[Cc]ovid|top|lot|annexe|zone|secteur|unité|appartement|terminal|hall|quai|piste|km|point)\s?|\b(?:Tél\.?|tél\.?|téléphone|Contact|contact|permanence|code|[nN][°º]s?|[nN]uméros?|fax|appelez|composez)\s?:?\s?|[+*#]\s?\d*|°\s?)$"
)
# `le 18`, `au 3`: a day or a house, where no noun follows
DETERMINED = re.compile(r"\b(?:le|au|du|Le|Au|Du|dernier|numéro|entre\sles|les|Les|des|ces)\s$")
# the number of a paragraph: `2. SANTÉ`, `3) la libération`
LISTED = re.compile(r"(?:^|\n)[\s\u00a0•*–—-]*$")
POPULATION = re.compile(
    r"(?:\bpeuplée?s?\sde|\bforte?\sde|\briche\sde|\bville\sde|\bville\squi\scompte|\bagglomération\sde|(?<!\bon\s)(?<!\bl['’]on\s)\b(?:qui\s)?compte|\b(?:père|mère|parents?)\sde)\s(?:\w+\s){0,2}?(?:d['’])?$",
    re.IGNORECASE,
)
# `un sac de 100 kilos`: how large a thing is
CONTAINER = re.compile(
    r"\b(?:sacs?|bidons?|fûts?|bouteilles?|cartons?|paquets?|barils?|jerricans?|sachets?|boîtes?)\s(?:[^\W\d]+\s){0,3}(?:de\s|d['’])$",
    re.IGNORECASE,
)
WEIGHED = re.compile(r"[\s\u00a0\u202f]?(?:kilos?|kg|kilogrammes?|litres?|l|grammes?|g|tonnes?)\b", re.IGNORECASE)
NORM = re.compile(
    r"\b(?:normes?|seuil|limite|moyenne\snationale)\s(?:[^\W\d]+\s){0,3}?(?:est|était|reste|demeure)\s(?:de|fixée?\sà)\s$",
    re.IGNORECASE,
)
# `Fatma, 34 ans, six enfants`, `j'ai trois enfants`
OFFSPRING = re.compile(
    r"(?:\sans,\s(?:et\s)?|\bj['’]ai\s|\b(?:père|mère|parents?)\sde\s|\bveuve\set\s)$", re.IGNORECASE
)
# how much of a body is burnt
BURNT = re.compile(r"\bbrûlée?s?\s(?:[^\W\d]+\s)?à\s(?:plus\sde\s|près\sde\s)?$", re.IGNORECASE)
# `Kole-1 et 2`
SECOND_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]*-?\d\s(?:et|ou|à)\s$")
# `lui 66 ans, elle 63`
SECOND_AGE = re.compile(
    r"\bans\b[^.;]{0,40}(?:,|\set)\s(?:elle|lui|l['’]autre|(?:sa|son|le|la)\s[^\W\d]+|[A-ZÀ-Þ][\w’-]+)\s$"
)
# `1021 (appel gratuit)`
FREE_CALL = re.compile(r"\s\((?:appel|numéro|n°|gratuit|vert|standard)\b", re.IGNORECASE)
FORBIDDEN = re.compile(r"\b(?:rassemblements?|réunions?|attroupements?|regroupements?)\sde\splus\sde\s$", re.IGNORECASE)
POPULACE = re.compile(r"[\s\u00a0\u202f]*(?:d['’]|de\s)?(?:habitants?|âmes|enfants|résidents)\b", re.IGNORECASE)
# what an earlier count said: `contre 29 annoncés samedi`, `au lieu des 15 recensés la veille`; the noun is left out
RIVAL = re.compile(r"\b(?:contre|au\slieu|loin)\s(?:des?\s|d['’]|les\s)?$", re.IGNORECASE)
EARLIER = re.compile(
    r"\s(?:initialement\s|d['’]abord\s|précédemment\s)?(?:annonc|recens|dénombr|compt|comptabilis|signal|report|évoqu|avanc|déplor|enregistr|estim|cit|relev)ée?s\b",
    re.IGNORECASE,
)
NAME_BEFORE = re.compile(r"(?<![.!?:»]\s)(?<!^)\b[A-ZÀ-Þ][\w’'-]*[\s\u00a0]$")
# what follows makes it an ordinal, a measure of nature, a score, a phone number
MEASURED = re.compile(
    r"(?:er|ère|e|ème|ème|eme|nd|nde|°|º)\b|[\s\u00a0\u202f]?(?:km|m|cm|mm|kg/|km/h|m/s|MHz|kHz|Hz|°C|°|degrés?|W|kW|MW|V)\b(?!2|²|³|3|['’])"
    r"|[\s\u00a0\u202f](?:(?:kilo|méga|milli)?(?:volts?|watts?)|(?:kilo|méga)?hertz|décibels?|kilomètres?|mètres?|centimètres?|millimètres?|milles?|lieues?|nœuds)\b(?!\s(?:carrés?|cubes?))"
    r"|[\s\u00a0\u202f](?:m3|m³|mètres\scubes|litres)\s?(?:par\sseconde\b|à\sla\sseconde\b|/\s?s\b)|\s?(?:bis|ter)\b|/\d|[-–]\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quantity and its tokens. `noun` is the word that says what is counted, None where it is left out; `top` the token
    that stands for the whole expression in the sentence's tree."""

    quantity: Quantity
    first: int
    last: int
    noun: Token | None
    top: Token
    partitive: bool = False


def candidates(sentence: Sentence) -> tuple[list[Candidate], list[Evidence]]:
    """Return what may be a figure, in order, and what was set aside with the rule that did so (spans in the sentence)."""
    text = sentence.text
    ignored = number_spans_to_ignore(text)
    kept: list[Candidate] = []
    aside: list[Evidence] = []
    for quantity in sorted([*find_quantities(text), *single_ones(sentence)], key=lambda one: -one.span.start):
        rule = _set_aside(text, quantity, ignored)
        candidate = _placed(sentence, quantity) if rule is None else None
        if candidate is None:
            aside.append(
                Evidence("set_aside", _with_noun(sentence, quantity, rule or "figures.aside.no_token"), quantity.span)
            )
            continue
        raised_to = next(
            (
                other
                for other in kept
                if other.quantity.span.start == quantity.pair or _put_right(text, quantity, other)
            ),
            None,
        )
        if raised_to is not None and candidate.noun is None:
            candidate = replace(candidate, noun=raised_to.noun, top=raised_to.top)
        if candidate.noun is None and not candidate.partitive and (rule := _bare_aside(text, quantity)) is not None:
            aside.append(Evidence("set_aside", rule, quantity.span))
            continue
        if (unread := _uncounted(candidate)) is not None:
            aside.append(Evidence("set_aside", unread, quantity.span))
            continue
        kept.append(candidate)
    kept.sort(key=lambda candidate: candidate.quantity.span)
    return kept, aside


# `ce ne sont pas 40 mais 14 disparus`
PUT_RIGHT = re.compile(r",?\smais\s(?:bien\s|plutôt\s|seulement\s|au\smoins\s)?(?:de\s|d['’])?", re.IGNORECASE)
NOT = re.compile(r"\bpas\s(?:de\s|d['’]|à\s|les\s)?$", re.IGNORECASE)


def _put_right(text: str, quantity: Quantity, other: Candidate) -> bool:
    """Whether a number is denied for another that follows with their noun."""
    between = text[quantity.reach : other.quantity.span.start]
    return PUT_RIGHT.fullmatch(between) is not None and NOT.search(text[: quantity.span.start]) is not None


def _uncounted(candidate: Candidate) -> str | None:
    """Return the entry of a noun whose numbers tell nothing of a crisis, or None; a share of what is asked for does."""
    if candidate.noun is None or nouns("counted").of(candidate.noun):
        return None
    for entry in nouns("not_counted").of(candidate.noun):
        # `les deux dirigeants`, but `quatre dirigeants de l'usine`
        several = entry.means == "pair" and (candidate.quantity.low or 0) >= 3
        if not several and not (candidate.quantity.is_share and entry.means in ("talks", "pair")):
            return entry.name
    return None


def _with_noun(sentence: Sentence, quantity: Quantity, rule: str) -> str:
    """Return the rule, joined with the entry of the noun behind the quantity where that alone counts nothing."""
    tokens = sentence.doc.char_span(quantity.span.start, quantity.reach, alignment_mode="expand")
    if tokens is None or tokens.end >= len(sentence.doc):
        return rule
    unread = nouns("not_counted").of(sentence.doc[tokens.end])
    return f"{rule}+{unread[0].name}" if unread else rule


def _set_aside(text: str, quantity: Quantity, ignored: tuple[Span, ...]) -> str | None:
    """Return the rule by which a quantity counts nothing, whatever noun follows it, or None."""
    span = quantity.span
    if any(other.meets(span) for other in ignored):
        return "figures.aside.time"
    if (untold := tells_no_count(text, quantity)) is not None:
        return untold
    if quantity.is_share and BURNT.search(text[: span.start]):
        return "figures.aside.measure"
    if quantity.units != ("count",):
        return None
    before, words = text[: span.start], span.of(text)
    digits = words[0].isdigit()
    if NAMING.search(before) or SECOND_NAME.search(before):
        return "figures.aside.name"
    if is_dialled(text, quantity):
        return DIALLED
    if SECOND_AGE.search(before) and re.match(r"\s?(?:[,.;)]|$)", text[span.end :]):
        return "figures.aside.age"
    if digits and LISTED.search(before) and re.match(r"\s?[.)°/]\s?(?:[A-ZÀ-Þ«]|$)", text[span.end :]):
        return "figures.aside.list_number"
    if MEASURED.match(text, span.end) or re.search(r"\d[-–/]$", before):
        return "figures.aside.measure"
    if CONTAINER.search(before) and WEIGHED.match(text, quantity.reach):
        return "figures.aside.container"
    if digits and FREE_CALL.match(text, span.end):
        return "figures.aside.code"
    if NORM.search(before):
        return "figures.aside.norm"
    if OFFSPRING.search(before) and re.match(r"\s(?:petits-)?enfants?\b", text[quantity.reach :]):
        return "figures.aside.offspring"
    if FORBIDDEN.search(before) and re.search(r"\binterdi\w*|\bprohib\w*|\bproscri\w*", text):
        return "figures.aside.forbidden"
    if POPULATION.search(before) and POPULACE.match(text, quantity.reach):
        return "figures.aside.population"
    if re.fullmatch(r"[\d\s.'’]+", words) and re.fullmatch(r"\d{8,}|0\d+", re.sub(r"\D", "", words)):
        return "figures.aside.code"
    if digits and (re.search(r"\d[\s.\u00a0]$", before) or re.match(r"[ \u00a0]\d\d\b", text[span.end :])):
        return "figures.aside.code"
    return None


def _bare_aside(text: str, quantity: Quantity) -> str | None:
    """Return the rule by which a number that no noun follows counts nothing, or None."""
    before, words = text[: quantity.span.start], quantity.span.of(text)
    plain = quantity.units == ("count",) and quantity.qualifier is Qualifier.EXACT
    if not plain:
        return None
    small = quantity.high is not None and quantity.high <= 31
    others = re.match(r"\s(?:autres|derni[eè]re?s|premi[eè]re?s)\b", text[quantity.reach :]) or (
        RIVAL.search(before) and EARLIER.match(text, quantity.reach)
    )
    if (
        small
        and not others
        and DETERMINED.search(before)
        and not re.search(r"\b[Ss]ur\s(?:ces|ses)\s$", before)
        and not re.search(r"\b(?:sur|pour|chiffre|bilan|total|barre)\s(?:\w+\s)?(?:le|les|des|du)\s$", before)
    ):
        return "figures.aside.determined"
    if (
        re.fullmatch(r"\d+[,.]\d{1,2}", words)
        and quantity.pair is None
        and not re.search(r"\ben\s(?:\w+\s){1,3}$", before)
    ):
        return "figures.aside.decimal"
    if words[0].isdigit() and NAME_BEFORE.search(before) and not is_gapped(text, quantity):
        return "figures.aside.name"
    return None


def _placed(sentence: Sentence, quantity: Quantity) -> Candidate | None:
    doc = sentence.doc
    tokens = doc.char_span(quantity.span.start, quantity.reach, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    first, last = tokens.start, tokens.end - 1
    if quantity.inside is not None:
        inside = doc.char_span(quantity.inside.start, quantity.inside.end, alignment_mode="expand")
        noun = _noun_of(inside) if inside is not None else None
        return Candidate(quantity, first, last, noun, tokens.root)
    noun, partitive = _noun_after(doc, last, money=quantity.units[0].isupper() and quantity.units != ("percent",))
    if noun is not None and noun.i == last + 1 and EARLIER.match(sentence.text, quantity.reach) and not partitive:
        noun = None
    if noun is not None and quantity.is_share and TOTAL.match(sentence.text, noun.idx):
        # `un quart du total`: of what was told before
        noun, partitive = None, False
    if noun is None and not partitive and (beside := noun_beside(doc, quantity.span.start, quantity.reach)) is not None:
        return Candidate(quantity, first, last, beside, beside)
    top = tokens.root
    if (noun is not None and not partitive and (noun == top.head or top.head.i == noun.i)) or (
        noun is not None
        and not partitive
        and noun.head not in tokens
        and noun.i - last <= 3
        and top.dep_ in ("nummod", "det", "amod", "flat", "dep", "obl:mod")
    ):
        top = noun
    return Candidate(quantity, first, last, noun, top, partitive)


def _noun_of(inside: SpanOfTokens) -> Token:
    """Return the noun of a ratio among the words that stand in it: `école` in `une école publique sur cinq`."""
    named = [token for token in inside if nouns("counted").of(token)]
    return (named or [token for token in inside if token.pos_ == "NOUN"] or [inside[-1]])[0]


TOTAL = re.compile(r"(?:total|ensemble)\b(?!\s(?:de|des|du|d['’])\b)", re.IGNORECASE)
# `118 dimanche`, `six ce matin`: the noun is left out
TIMES = re.compile(
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|aujourd['’]hui|midi|minuit|ce|cet|cette|janvier|février|mars|avril|mai|juin"
    r"|juillet|août|septembre|octobre|novembre|décembre"
)
# what may be a noun of its own or stand before one: `trois jeunes médecins`
AGED = re.compile(r"(?:jeune|vieux|vieille|petit|petite|grand|grande|ancien|ancienne|nouveau|nouvelle)s?")
STOPS = frozenset(
    "selon d'après pour contre dont mais ou qui que grièvement légèrement gravement mortellement sérieusement".split()
)
PARTITIVE = re.compile(
    r"(?:d['’]entre\s(?:eux|elles)|des?\s(?:nos|ces|ses|leurs|vos|mes)|des|de\sl['’]|de\sla|du|parmi\sles)\b",
    re.IGNORECASE,
)


def _is_undergone(token: Token) -> bool:
    """Whether a word is an irregular participle in the plural that says what befell the counted: `deux abattus`."""
    irregular = token.text.casefold().endswith(("us", "ues", "is", "ises", "its", "ites", "aits", "aites"))
    found = kind_verbs("patient").single.get(token.text.casefold(), ()) if irregular else ()
    return token.pos_ in ("VERB", "ADJ") and any(entry.means in ("killed", "rescued") for entry in found)


DONE = re.compile(r"[^\W\d]+(?:é|és|ée|ées|us|ues|its|ites|ises|ertes)$", re.IGNORECASE)


def is_done(token: Token) -> bool:
    """Whether a word is a participle in the plural that tells what befell the counted, however it is tagged, and ends its clause."""
    ends = token.i + 1 >= len(token.doc) or token.nbor(1).is_punct or token.nbor(1).text.casefold() in ("et", "ou")
    word = token.text.casefold()
    known = kind_verbs("patient").single.get(word) or kind_verbs("agent").single.get(word)
    return ends and DONE.match(word) is not None and bool(known)


def _is_noun_of(token: Token) -> bool:
    """Whether a word behind a bracket may be what the number before the bracket counts."""
    return bool(nouns("counted").of(token)) or token.text.casefold() in ("de", "d'", "d’")


def _noun_after(tokens: Doc, last: int, money: bool) -> tuple[Token | None, bool]:
    """Return the noun that the number counts, and whether the number is a part of it (`onze des morts`)."""
    partitive = False
    at = last + 1
    length = len(tokens)
    rest = tokens.text[tokens[last].idx + len(tokens[last].text) :].lstrip() if at < length else ""
    if re.match(r"d['’]entre\s(?:eux|elles|nous)", rest, re.IGNORECASE):
        return None, True
    if re.match(
        r"(?:des\s|de\s(?:nos|ces|ses|leurs|vos|mes|leur|mon|ma|son|sa|notre|votre|cette|ce)\s|du\s|de\sla\s|de\sl['’])",
        rest,
        re.IGNORECASE,
    ):
        partitive = True
    steps = 0
    while at < length and steps < 6:
        token = tokens[at]
        word = token.text.casefold()
        if (TIMES.fullmatch(word) or word == "côté") and not partitive:
            return None, partitive
        known = nouns("counted").of(token) or nouns("not_counted").of(token)
        following = tokens[at + 1] if at + 1 < length else None
        if (
            not partitive
            and following is not None
            and token.pos_ in ("ADJ", "NOUN", "VERB")
            and (not known or AGED.fullmatch(word))
        ):
            # `deux brèves rencontres`, `trois jeunes médecins`, but `24 civils massacrés`
            named = nouns("counted").of(following) or nouns("not_counted").of(following)
            if (following.pos_ in ("NOUN", "PROPN", "ADJ") and named) or (
                token.pos_ == "ADJ" and following.pos_ == "NOUN" and not known
            ):
                at += 1
                steps += 1
                continue
        if known and not (token.pos_ in ("VERB", "AUX") and token.dep_ == "ROOT"):
            return token, partitive
        if word == "(":
            # `21 (préfecture)`: who tells it; but `10.000 (organisateurs) marcheurs`
            close = next((token.i for token in tokens[at : at + 6] if token.text == ")"), None)
            if close is not None and close + 2 < length and tokens[close + 1].text in ("puis", "ou"):
                # `34 (province) puis 12 morts`
                close += 2 if tokens[close + 2].like_num else 0
            if close is None or close + 1 >= length or not _is_noun_of(tokens[close + 1]):
                return None, partitive
            at = close + 1
            continue
        if (
            (token.is_punct and word not in ("«", "»", '"', "“", "”", "'"))
            or word in STOPS
            or token.pos_ in ("AUX", "SCONJ", "CCONJ")
        ):
            return None, partitive
        if token.pos_ in ("NOUN", "PROPN"):
            return token, partitive
        if token.like_num and partitive and steps < 3:
            at += 1
            steps += 1
            continue
        if (
            token.like_num
            or word in ("hier", "aujourd'hui", "demain", "ici", "côté")
            or (token.pos_ == "DET" and not (partitive and steps < 2) and word not in ("autres",))
        ):
            return None, partitive
        if token.pos_ == "VERB" and not shows(token, "VerbForm", "Part") and not is_done(token):
            return None, partitive
        told = token.pos_ == "VERB" and word.endswith(("é", "és", "ées", "ée"))
        if (told or _is_undergone(token)) and at == last + 1 and not partitive:
            return token, partitive
        if token.pos_ in ("VERB", "ADJ") and at == last + 1 and not partitive and is_done(token):
            # `12 détruites`
            return token, partitive
        if token.pos_ == "PRON" and word not in ("autres", "d'autres"):
            return None, partitive
        if token.pos_ == "ADP" and word not in ("de", "d'", "d’", "des", "du"):
            return None, partitive
        at += 1
        steps += 1
    return None, partitive
