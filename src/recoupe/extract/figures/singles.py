"""`un` or `une` before a noun in, whether it counts out: where something befell that one, or where others are counted with it."""

from __future__ import annotations

import re

from recoupe.extract.figures.borrowing import ONE_BY_ONE, PART, SPELLED_OUT, Found, alike
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.counted import PEOPLE_KINDS
from recoupe.extract.figures.ones import ONE_OF_THEM, SEVERELY, is_counterpart, is_only_one
from recoupe.extract.figures.reason import THINGS, Reason
from recoupe.extract.figures.sums import adds_up
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind

# a single person counts where something befell them, not where they do or say something
SINGLE = frozenset({Kind.KILLED})
# these only where a verb tells so, and of nobody who is told apart by their age
SINGLE_BY_VERB = frozenset({Kind.INJURED, Kind.MISSING})
BY_VERB = frozenset({"governing_verb", "following_verb", "phrase", "modifier"})
TOLD_APART = re.compile(r"\b(?:de|âgée?)\s(?:de\s)?[\w-]+\sans\b|[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ]")
# who tells a number is not counted: `un négociateur celui de 6 500`
SPOKEN_BY = re.compile(
    r"[^.;:]{0,60}\b(?:celui|ceux|celle|celles)\s(?:de|des|du|d['’])|[^.;:,]{0,40}\s(?:en|a\s(?:dit|parlé))\b"
)
NONE_OF = re.compile(r"\b(?:pas|ni|jamais|aucun|plus)\s$", re.IGNORECASE)
# `un avion et une trentaine de marins`, `une mitrailleuse et 900 cartouches`
WITH_OTHERS = re.compile(
    r"(?:\s[^\s.;:,()]+){1,3}\set\s(?:(?:plus\sde|près\sde|environ|quelque|au\smoins)\s)?"
    r"(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|une\s\w+aine\b)",
    re.IGNORECASE,
)


# what stands in an adjunct befell nobody: `tué dans un accident`, `pour récupérer un corps`, `entre une école et une crèche`
ASIDE = re.compile(
    r"\b(?:dans|contre|sous|lors\sd['’]|à\sbord\sd['’]|(?:pour|afin\sde)\s(?:[^\W\d]+\s)?[^\W\d]+(?:er|ir|re)|entre\s(?:une?|l[ea]|l['’]|des)\s?[^.;,:\d]{2,40}\set)\s?$",
    re.IGNORECASE,
)
# `Le jeune homme, un saisonnier de Labé, a été tué`: who somebody is
IDENTIFIED = re.compile(
    r"(?:^|[«“\";:,–]\s?|\bque\s)(?:l[ea]\s|l['’]|ce\s|cet\s|cette\s|s[ao]n?\s|leur\s)"
    r"(?:[^\W\d][\w’'-]*)(?:\s(?!et\b)[^\W\d][\w’'-]*){0,3},\s$",
    re.IGNORECASE,
)
# `Le dernier, un étudiant, s'est éteint`: none of those counted before
LAST = re.compile(r"\b(?:derni(?:er|ère)|autre)\s?,\s$", re.IGNORECASE)
GOES_ON = re.compile(
    r"[^,;.:]{3,90},\s(?:a|est|avait|était|aurait|serait|reste|demeure|n['’]a|n['’]est|s['’]est|se|ne|y)\b",
    re.IGNORECASE,
)
# `Un cercueil se vend 150 euros`: what one costs
PRICED = re.compile(
    r"(?:\s[^\W\d][\w’'-]*){1,3}(?:,\s[^,.;]{1,30},)?\s"
    r"(?:se\s(?:vend|négocie|loue|paie|paye|monnaie|troque)|coût|vaut\b|valait\b)",
    re.IGNORECASE,
)


def single_counts(
    candidate: Candidate, sentence: Sentence, counted: Counted | None, reason: Reason | None, here: list[Found]
) -> bool:
    before = sentence.text[: candidate.quantity.span.start]
    end = candidate.quantity.reach
    if ASIDE.search(before) or PRICED.match(sentence.text, end):
        return False
    if is_only_one(sentence.text, len(before), end):
        # `un seul navire a été déchargé`; of whom nothing is named only what befell them tells
        named = candidate.noun is not None and counted is not None
        return named or (candidate.noun is None and (reason is not None or bool(here)))
    if candidate.noun is None and is_counterpart(sentence.text, len(before), end):
        return bool(here)
    if here and _is_listed(candidate, sentence, here):
        return counted not in THINGS
    last = reason is not None and reason.kind is Kind.KILLED and LAST.search(before)
    if candidate.noun is not None and not last and IDENTIFIED.search(before) and GOES_ON.match(sentence.text, end):
        return False
    if here and candidate.quantity.span.start - (here[-1].candidate.quantity.reach) < 60:
        between = sentence.text[here[-1].candidate.quantity.reach : candidate.quantity.span.start]
        if re.search(r"\bdont\s$", between) and counted is None:
            return True
        if PART.search(between) or (
            re.search(r"\bet\s$", between)
            and alike(here[-1].figure.counted, counted)
            and not re.search(r"[.;:]", between)
        ):
            return counted not in (None, Counted.OTHER) or candidate.noun is None
        listed = ONE_BY_ONE.fullmatch(between) and between.rstrip().endswith(",") and reason is None
        if (
            listed
            and (here[-1].figure.kind in PEOPLE_KINDS or (len(here) > 1 and here[-1].figure.counted not in THINGS))
            and not SPOKEN_BY.match(sentence.text, candidate.quantity.reach)
        ):
            return counted not in (None, Counted.OTHER, Counted.OFFICIALS, Counted.FAMILIES) and counted not in THINGS
    told = reason is not None and reason.kind is not Kind.OTHER and counted not in (None, Counted.OTHER)
    if told and WITH_OTHERS.match(sentence.text, candidate.quantity.reach):
        return True
    if candidate.noun is None and SEVERELY.match(sentence.text[candidate.quantity.reach :].lstrip()):
        return bool(here) and reason is not None and reason.kind in PEOPLE_KINDS
    if candidate.noun is None and ONE_OF_THEM.search(sentence.text[: candidate.quantity.span.start]):
        return True
    if candidate.noun is None:
        # `trois sont morts, un quatrième est entre la vie et la mort`
        return bool(here) and reason is not None and reason.kind in PEOPLE_KINDS and is_further(candidate)
    if APPOSED.search(sentence.text[: candidate.quantity.span.start]) and PLACE.match(
        sentence.text, candidate.quantity.reach
    ):
        # `à Houseiniya, une banlieue chiite`
        return False
    if reason is None or (
        reason.rule.endswith("following_verb") and UNDER.search(sentence.text[: candidate.quantity.span.start])
    ):
        return False
    if (counted is None and not reason.entry.startswith("kinds:killed.")) or (
        counted in (Counted.OFFICIALS,) and reason.kind is not Kind.KILLED
    ):
        return False
    rule = reason.rule.rsplit(".", 1)[-1]
    if reason.kind in SINGLE_BY_VERB:
        behind = sentence.text[candidate.quantity.reach : candidate.quantity.reach + 60]
        before = sentence.text[: candidate.quantity.span.start]
        behind_it = reason.span.start > candidate.quantity.span.start
        return rule in BY_VERB and behind_it and not TOLD_APART.search(behind) and not NONE_OF.search(before)
    if reason.kind is Kind.RESCUED:
        # `un nourrisson a été sorti vivant des gravats`, but `raconte un rescapé`
        absolute = re.search(r"\b(?:ayant|étant)\b", sentence.text[end : reason.span.start])
        return (
            rule in ("governing_verb", "following_verb", "phrase", "turn") and reason.span.start > end and not absolute
        )
    return reason.kind in SINGLE and rule in (
        "governing_verb",
        "counted_noun",
        "following_verb",
        "modifier",
        "act_noun",
        "turn",
        "phrase",
    )


def _is_listed(candidate: Candidate, sentence: Sentence, here: list[Found]) -> bool:
    """Whether a single one is told of with others that make up the number before a colon: `deux morts : un grutier et un maçon`."""
    whole = next((one for one in reversed(here) if one.figure.part_of is None and (one.figure.high or 0) > 1), None)
    if whole is None or whole.figure.kind not in SPELLED_OUT or whole.figure.high is None:
        return False
    between = sentence.text[whole.candidate.quantity.reach : candidate.quantity.span.start]
    return adds_up(whole.figure.high, candidate, between)


APPOSED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*\s?,\s$")
PLACE = re.compile(
    r"\s(?:petite\s|grande\s|vaste\s|ancienne\s)?(?:banlieue|ville|localité|bourgade|bourg|cité|station|commune|zone|région|île|province|quartier|village"
    r"|faubourg|capitale|métropole|agglomération|oasis|plage|vallée|enclave|hameau|district|camp|base|port|cité-dortoir)\b",
    re.IGNORECASE,
)
# what stands under a preposition is not the subject of the verb behind it: `ensevelis sous une avalanche sont morts`
UNDER = re.compile(r"\b(?:d['’]|(?:de|par|dans|sous|sur|avec|chez|contre|après|vers)\s)$", re.IGNORECASE)
FURTHER = re.compile(
    r"\s(?:deuxième|second|seconde|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième|onzième|autre)\s"
)


def is_further(candidate: Candidate) -> bool:
    """Whether a single one follows others that were counted: `un quatrième`, `une autre`."""
    return FURTHER.match(candidate.top.doc.text, candidate.quantity.reach) is not None
