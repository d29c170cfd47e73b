"""A figure and those before it in, what it borrows from them out: its noun, its kind, its whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.counted import PEOPLE_KINDS
from recoupe.extract.figures.governing import has_verb_behind
from recoupe.extract.figures.kinds import THINGS
from recoupe.extract.figures.sums import adds_up, fits_into
from recoupe.extract.figures.tree import shows
from recoupe.extract.figures.under_another import under_another
from recoupe.extract.paragraph import Sentence
from recoupe.extract.reading import LocalFigure
from recoupe.model.figure import Counted, Kind, Modality

PART = re.compile(
    r"\b(?:dont|parmi\s(?:eux|elles|lesquels|lesquelles)|y\scompris|à\ssavoir|c['’]est-à-dire|(?:lequel|laquelle|lesquels)\scompren(?:ait|d|aient|nent)|compren(?:ant|ait)|au\snombre\sdesquel(?:le)?s|desquel(?:le)?s"
    r"|(?:concernant|visant|touchant)\s(?:notamment|entre\sautres|principalement))\b",
    re.IGNORECASE,
)
OF_THOSE = re.compile(r"\W*parmi\s(?:eux|elles|ce(?:ux|lles)-ci|ces\sderni[eè]re?s)\b", re.IGNORECASE)
MIRROR = re.compile(r"\b(?:contre|au\slieu\sde|après|puis)\b[^.;]*$", re.IGNORECASE)
PAIRED = re.compile(
    r"(?:,|\set)\s(?:\d|(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente"
    r"|quarante|cinquante|soixante|cent|\w+aine)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A figure while the rest of its paragraph is still being read."""

    figure: LocalFigure
    candidate: Candidate
    own_kind: bool


THEY = re.compile(
    r"\b(?:ils|elles)\s(?:n['’]|ne\s)?(?:\w+\s)?(?:étaient|sont|seraient|furent|seront)\s(?:[^\W\d]+\s){0,3}(?:d['’])?$",
    re.IGNORECASE,
)
# `on est 2 000 à défiler`, `nous étions 40 à fuir`
WE = re.compile(
    r"\b(?:on\s(?:est|était|sera)|nous\s(?:sommes|étions|serons)|vous\s(?:êtes|étiez))\s(?:[^\W\d]+\s){0,3}(?:d['’])?$",
    re.IGNORECASE,
)
# the rule of those who are a part of some whom only an earlier paragraph names
WAITS = "figures.counted.waits_for_article"
THEM = re.compile(r"[\s\u00a0\u202f]+d['’]entre\s(?:eux|elles)\b", re.IGNORECASE)
SUMS = frozenset({Counted.MONEY, Counted.AREA, Counted.TERRITORY_SHARE})


def antecedent(candidate: Candidate, sentence: Sentence, here: list[Found], before: list[Found]) -> Found | None:
    """Return the figure whose noun or kind this one borrows: its whole, the one it answers in a list, or the last one."""
    of_them = THEM.match(sentence.text, candidate.quantity.reach) is not None
    if of_them or THEY.search(sentence.text[: candidate.quantity.span.start]):
        # `elles étaient près de 20 000`, `une quarantaine d'entre eux`: no sum of money, no area, no share
        whole = [one for one in (*before, *here) if one.figure.part_of is None and one.figure.unit != "percent"]
        near = [one for one in whole if one.figure.counted not in (SUMS if of_them else THINGS)]
        if of_them:
            # `deux barges ont pris à bord trente d'entre eux`: no things, and no part is larger than its whole
            near = [one for one in near if one not in here or one.figure.counted not in THINGS] or near
            near = [one for one in near if candidate.quantity.is_share or fits_into(candidate, one.figure.high)] or near
        if near:
            told = [one for one in near if not _goes_with_one_before(one, near)]
            return (told or near)[-1]
    if candidate.quantity.factor is not None and ASKED.search(sentence.text[: candidate.quantity.span.start]):
        # `1,8 million d'euros et le diagnostic de 400 immeubles. Le maire réclame le double`
        last = (*before, *here)[-1].figure.sentence if before or here else 0
        money = [one for one in (*before, *here) if one.figure.counted is Counted.MONEY and one.figure.sentence == last]
        if money:
            return _main(money)
    if THAT_SUM.match(sentence.text, candidate.quantity.reach):
        money = [one for one in (*before, *here) if one.figure.counted is Counted.MONEY]
        if money:
            return _main(money)
    here = [one for one in here if candidate.noun is not None or not _is_of_teller(one, candidate, sentence)]
    if here:
        text = sentence.text[: candidate.quantity.span.start]
        mirror = MIRROR.search(text)
        if mirror and candidate.noun is None:
            # `611 cas et 22 décès, contre 340 et 14`: the first answers the first
            start = sentence.span.start + mirror.start()
            left = [one for one in here if one.figure.span.start < start]
            right = [one for one in here if one.figure.span.start >= start]
            if not right and not PAIRED.match(sentence.text, candidate.quantity.reach):
                # `12 morts et 58 blessés, contre 41 la veille`: one number answers the last
                return _answered(left, sentence, start)
            if len(right) < len(left):
                return left[len(right)] if len(left) > 1 else left[-1]
        wholes = [one for one in here if one.figure.part_of is None]
        if PART.search(text[here[-1].figure.span.end - sentence.span.start :]):
            # `384 civils sont morts dans cette moitié de la ville, dont 45 enfants`: a share of which nothing is said is no whole
            said = [one for one in here if one.figure.kind is not Kind.OTHER or one.figure.unit != "percent"]
            return said[-1] if said else here[-1]
        if repeats_noun(candidate) and candidate.noun is None:
            # `seize personnes, dont neuf enfants, ont péri et 300 autres ont fui`: others than the sixteen
            wholes = [one for one in wholes if not _is_parted(one)] or wholes
        if candidate.noun is None:
            wholes = [one for one in wholes if not under_another(one, wholes)] or wholes
        if candidate.noun is None and _goes_back(here[-1], candidate, sentence):
            # `trente personnes, dont dix pompiers, ont été soignées ; trois sont hospitalisées`: three of the thirty
            wholes = [one for n, one in enumerate(here) if one in wholes and not is_of_part(here, n)] or wholes
        return wholes[-1] if wholes else here[-1]
    wholes = [one for one in before if one.figure.part_of is None]
    return _main(wholes) if wholes else None


# `185 pompiers, épaulés par sept avions, sont à l'œuvre`: who helps stands aside
HELPED_BY = re.compile(
    r",\s(?:(?:[^\W\d]+\s)?(?:épaul|appuy|souten|aid|accompagn|assist|renforc|équip|dot|second|escort|command|encadr|guid|suivi|armé|muni|protég)\w*\s"
    r"(?:par|de|d['’]|avec)|avec|grâce\sà|à\sl['’]aide\sde|à\sbord\sde)\b[^,;:.]*$",
    re.IGNORECASE,
)
# `1,2 million d'euros, à raison de 500 euros par foyer`, `2 millions de francs (3.000 euros)`
BY_THE_HEAD = re.compile(r"\b(?:à\sraison\sde|soit)\s(?:[^\W\d]+\s){0,2}$|\([^()]*$", re.IGNORECASE)


# what one asks for, promises or gives the double of
ASKED = re.compile(
    r"\b(?:réclam|exig|demand|promet|promis|propos|offr|vers|souhait|voul|débours|débloqu)\w*\s(?:au\smoins\s|désormais\s|plutôt\s)?(?:le|du)\s$",
    re.IGNORECASE,
)
# `moins de 10 % de cette somme`
THAT_SUM = re.compile(
    r"\s(?:de\s|d['’])(?:cette?|cet|ces)\s(?:sommes?|montant|argent|enveloppe|aide|fonds|crédits?|budget|dotation)\b",
    re.IGNORECASE,
)


def _goes_with_one_before(one: Found, near: list[Found]) -> bool:
    """Whether a number only tells another again, or a part of it: `600 familles, soit 3 000 personnes`, `71 blessés, dont six agents`."""
    if not _is_gloss(one, near):
        return False
    first = next(other for other in near if other.figure.sentence == one.figure.sentence)
    between = one.candidate.top.doc[first.candidate.last + 1 : one.candidate.first]
    return not any(shows(token, "VerbForm", "Fin") for token in between)


def _main(wholes: list[Found]) -> Found:
    """Return the last figure that stands in no aside of its sentence: what helps, and what an amount is over or by the head."""
    for one in reversed(wholes):
        at = one.candidate.quantity.span.start
        text = one.candidate.top.doc.text
        first = any(
            other.figure.sentence == one.figure.sentence and other.figure.span.start < one.figure.span.start
            for other in wholes
        )
        money = BY_THE_HEAD.search(text[:at]) and (one.figure.counted is Counted.MONEY or _is_gloss(one, wholes))
        if one.figure.high == 1 and any(
            other.figure.kind is one.figure.kind and other.figure.counted is Counted.PEOPLE and other.figure.high != 1
            for other in wholes
        ):
            # `neuf tués ; un policier est mort lapidé. Le gouvernement s'en tient à huit`
            continue
        if first and (HELPED_BY.search(text[:at]) or money):
            continue
        if under_another(one, wholes):
            # `700 réfugiés dans neuf hangars ; ils n'étaient que 300 lundi`
            continue
        return one
    return wholes[-1]


def _is_gloss(one: Found, wholes: list[Found]) -> bool:
    """Whether a number only tells another in its sentence again: `600 familles, soit 3 000 personnes`."""
    return any(
        other.figure.sentence == one.figure.sentence
        and other.figure.span.start < one.figure.span.start
        and other.figure.kind is one.figure.kind
        and other.figure.counted not in THINGS
        for other in wholes
    )


# `L'ONG, qui gère trois centres, en recense 52`: what is told of the teller in passing is not what is counted
IN_PASSING = re.compile(r",\s(?:qui|dont|où|à\sla\stête\sd(?:e|u)|forte?\sd(?:e|['’]))\b[^,;:.]*$", re.IGNORECASE)
TELLS = re.compile(r"[^,;:.]*,\s(?:n['’]|ne\s)?en\s[^,;:.]*$", re.IGNORECASE)


COUNTED_BEFORE = re.compile(
    r",\s(?:qui|dont|où)\s(?:en\s|n['’]en\s|s['’]en\s)?(?:[^\W\d]+\s)?"
    r"(?:parl|annon[cç]|compt|recens|évalu|estim|tabl|avanc|avanç|dénombr|évoqu|donn|tena?i|fais|admet|reconna|déplor|signal|chiffr)\w*\b[^,;:.]*$",
    re.IGNORECASE,
)


# what befell others in the same breath
ABSOLUTE = re.compile(r",\s(?:[^\W\d][\w’'-]*\s){1,9}?(?:ayant|étant)\s", re.IGNORECASE)


def _is_of_teller(one: Found, candidate: Candidate, sentence: Sentence) -> bool:
    span = one.candidate.quantity.span
    between = sentence.text[one.candidate.quantity.reach : candidate.quantity.span.start]
    if COUNTED_BEFORE.search(sentence.text[: span.start]):
        # `la mairie, qui parlait de 212 évacués, en recense 268`
        return False
    return IN_PASSING.search(sentence.text[: span.start]) is not None and TELLS.fullmatch(between) is not None


def _is_parted(one: Found) -> bool:
    before = one.candidate.top.doc.text[: one.candidate.quantity.span.start]
    borrowed = any(why.rule == "figures.kind.of_whole" for why in one.figure.evidence)
    return borrowed or re.search(r"\b(?:dont|lesquel(?:le)?s|compris)\s(?:\w+\s){0,2}$", before) is not None


def is_of_part(here: list[Found], n: int) -> bool:
    """Whether a figure of a sentence is a part, or goes on with the list of parts before it: `dont 26 mineurs et quatre femmes`."""
    if _is_parted(here[n]):
        return True
    listed = any(why.rule == "figures.kind.of_list" for why in here[n].figure.evidence)
    return listed and n > 0 and is_of_part(here, n - 1)


def _goes_back(last: Found, candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a clause has ended, or a verb been told, between the last figure of a sentence and a bare number."""
    start = last.candidate.quantity.reach
    between = sentence.text[start : candidate.quantity.span.start]
    return re.search(r"[;:]", between) is not None or _is_told(between, start, sentence)


def _answered(left: list[Found], sentence: Sentence, start: int) -> Found | None:
    """Return the figure that one number answers: the last, or its whole where the sentence has gone back to that.

    `Six cas, dont deux chez des enfants, ont été notifiés, contre neuf`: nine cases.
    """
    if not left:
        return None
    if _is_parted(left[-1]) and re.search(
        r",\s(?:ont|sont|a|est|étaient|avaient)\s", sentence.text[left[-1].candidate.quantity.reach : start]
    ):
        return left[0]
    return next((one for one in reversed(left) if not under_another(one, left)), left[-1])


def is_part(model: Found, candidate: Candidate, sentence: Sentence) -> bool:
    start = model.candidate.quantity.reach
    between = sentence.text[start : candidate.quantity.span.start]
    if model.figure.span.start < sentence.span.start:
        # `Parmi eux, on dénombre six pompiers.`
        return OF_THOSE.match(sentence.text) is not None
    if PART.search(between) and not re.search(r"[;:]", between):
        return True
    return enumerated(model.figure, candidate, between)


# what is often spelled out behind a colon: `neuf morts : sept détenus et deux gardiens`
SPELLED_OUT = frozenset(
    {Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.DETAINED, Kind.ABDUCTED, Kind.RESCUED, Kind.EXPOSED}
)
# `164 civils (89 hommes, 58 femmes et 17 enfants)`
BRACKET = re.compile(r"\s[^.;:(),]{0,30}\s\(")
COLON = re.compile(r"[^.;:()]{0,45}\s?:\s[^.;:()]{0,60}")


def enumerated(whole: LocalFigure, candidate: Candidate, between: str) -> bool:
    """Whether a number behind a colon spells out the one before it, which is larger."""
    part, entire = candidate.quantity.high, whole.high if whole.high is not None else whole.low
    if part is None or entire is None or part >= entire or whole.kind not in SPELLED_OUT or candidate.noun is None:
        return False
    spelled = COLON.fullmatch(between) or BRACKET.fullmatch(between) or adds_up(entire, candidate, between)
    return bool(spelled) and candidate.quantity.units == ("count",)


ONE_BY_ONE = re.compile(r"(?:\s[^\s.;:,]+){0,5}?(?:\s–)?(?:,|\set)\s", re.IGNORECASE)


def goes_on(model: Found, candidate: Candidate, sentence: Sentence) -> bool:
    """Whether nothing but words of the list stands between two counts: `64 civils, 26 militaires et supplétifs, six assaillants`."""
    between = sentence.text[model.candidate.quantity.reach : candidate.quantity.span.start]
    words = sentence.doc[model.candidate.last + 1 : candidate.first]
    return ONE_BY_ONE.fullmatch(between) is not None and not any(
        word.pos_ in ("VERB", "AUX") and (shows(word, "VerbForm", "Fin") or shows(word, "VerbForm", "Part"))
        for word in words
    )


def is_next_part(model: Found | None, candidate: Candidate, sentence: Sentence) -> bool:
    """Whether the number before one was a part of a whole, and nothing but words of the list stands between the two."""
    parts = ("figures.kind.of_whole", "figures.kind.of_list")
    return (
        model is not None
        and model.figure.span.start >= sentence.span.start
        and model.figure.kind in SPELLED_OUT
        and any(why.field == "kind" and why.rule in parts for why in model.figure.evidence)
        and goes_on(model, candidate, sentence)
    )


def answers_first(candidate: Candidate, sentence: Sentence, model: Found) -> bool:
    """Whether a bare number is set against one before it: `86 blessés, contre 50 la veille`."""
    before = sentence.text[: candidate.quantity.span.start]
    return MIRROR.search(before) is not None and model.figure.span.end >= sentence.span.start


COORDINATED = re.compile(
    r"[\s\u00a0\u202f]*(?:,|\(|–,|–|et|ou|,\set|soit|,\ssoit|/|ainsi\sque|,\sainsi\sque|–|puis|,\spuis)\s(?:(?:de|d['’]|à|au\smoins|environ|quelque|plus|près|une?)\s?(?:de\s|d['’])?){0,3}"
)


def answers(model: Found, candidate: Candidate, counted: Counted | None, sentence: Sentence) -> bool:
    """Whether a number stands in one list with the one before it: `51 Tunisiens, 11 Ivoiriens`, `300 personnes, soit 60 familles`."""
    if model.figure.span.start < sentence.span.start or not alike(model.figure.counted, counted):
        return False
    if (
        counted is None
        and candidate.noun is not None
        and candidate.noun.pos_ == "NOUN"
        and model.candidate.noun != candidate.noun
    ):
        return False
    noun = model.candidate.noun
    end = max(model.candidate.quantity.reach, noun.idx + len(noun.text) if noun is not None else 0)
    between = sentence.text[end : candidate.quantity.span.start]
    if COORDINATED.fullmatch(between):
        return True
    if _is_told(between, end, sentence) and has_verb_behind(candidate):
        return False
    return (
        bool(
            re.fullmatch(r"(?:\s[^\s,;.:]+){0,4},?\s(?:et|soit|,)\s(?:(?:une?|au\smoins|environ|quelque)\s?)?", between)
        )
        and candidate.noun is not None
    )


def _is_told(between: str, start: int, sentence: Sentence) -> bool:
    """Whether a finite verb stands in the words between two numbers."""
    return any(start <= token.idx < start + len(between) and shows(token, "VerbForm", "Fin") for token in sentence.doc)


def alike(one: Counted, other: Counted | None) -> bool:
    """Whether two counted are both of people or both of things, so that what befell one may have befallen the other."""
    if other is None:
        return True
    if Counted.MONEY in (one, other):
        return one is other
    return (one in THINGS) is (other in THINGS)


def repeats_verb(candidate: Candidate, sentence: Sentence) -> bool:
    """`105 civils l'ont été`: the verb is the one said before."""
    return bool(
        re.search(
            r"\bl['’](?:ont|a|avaient|était|étaient)\s(?:\w+\s)?été\b|\bl['’](?:étaient|était|sont|est)\b",
            sentence.text[candidate.quantity.reach :],
        )
    )


def parallel(model: Found, candidate: Candidate, sentence: Sentence) -> bool:
    between = sentence.text[model.candidate.quantity.reach : candidate.quantity.span.start]
    doc = sentence.doc
    verbs = [
        token
        for token in doc[model.candidate.last : candidate.first]
        if token.pos_ in ("VERB", "AUX") and shows(token, "VerbForm", "Fin")
    ]
    return (
        not verbs
        and not re.search(r"[.;]", between)
        and model.figure.modality not in (Modality.DENIED,)
        and candidate.top.i - model.candidate.top.i < 12
    )


TRADES = frozenset(
    {
        Counted.AID_WORKERS,
        Counted.HEALTH_WORKERS,
        Counted.POLICE,
        Counted.COMBATANTS,
        Counted.JOURNALISTS,
        Counted.CHILDREN,
    }
)


def may_lend(model: Found, kind: Kind) -> bool:
    if model.figure.counted in TRADES and kind in PEOPLE_KINDS:
        # `120 pompiers luttent contre le feu. Trois ont été brûlés`
        return True
    things = model.figure.counted in THINGS and model.figure.counted is not Counted.OTHER and kind not in PEOPLE_KINDS
    return things or (
        model.figure.kind == kind or (kind in PEOPLE_KINDS and model.figure.kind in PEOPLE_KINDS) or kind is Kind.OTHER
    )


def repeats_noun(candidate: Candidate) -> bool:
    """`160 autres blessés`, `une trentaine d'autres`: the noun is one said before."""
    words = candidate.top.doc[candidate.last + 1 : candidate.last + 4].text.casefold()
    return words.startswith(("autres", "d'autres", "d’autres", "de plus", "supplémentaires", "restants", "restantes"))
