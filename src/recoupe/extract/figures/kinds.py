"""A counted noun in its sentence in, what happened to it out: the kind, with the words and the entry that say it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from recoupe.extract.figures.asides_behind import behind_aside
from recoupe.extract.figures.before_colon import before_colon
from recoupe.extract.figures.candidates import DONE, Candidate, is_done
from recoupe.extract.figures.company import in_company
from recoupe.extract.figures.complements import by_complement
from recoupe.extract.figures.governing import governing, modifying, predicate, weakly
from recoupe.extract.figures.holders import by_holder
from recoupe.extract.figures.inversions import inverted
from recoupe.extract.figures.nearby import act_before, around, following, preceding
from recoupe.extract.figures.nearest import behind_a_part, beside, nearest
from recoupe.extract.figures.reason import THINGS, Reason, by_word, fits, is_barred
from recoupe.extract.figures.sharper import sharpened
from recoupe.extract.figures.towards import towards_a_name
from recoupe.extract.figures.tree import PARTICIPLE, is_passive
from recoupe.extract.figures.turned_round import turned_round
from recoupe.extract.figures.turns_behind import phrase
from recoupe.extract.figures.words import kind_nouns, kind_verbs, nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind

Rule = Callable[[Candidate, Counted | None, Sentence], Reason | None]

__all__ = ["THINGS", "Reason", "is_whole", "kind_of"]

# what may befall those whom a noun already says something of: the wounded die, the missing are found
DECISIVE = frozenset({
    Kind.KILLED, Kind.RESCUED, Kind.EVACUATED, Kind.DETAINED, Kind.ABDUCTED, Kind.ESCAPED, Kind.RETURNED, Kind.DISPLACED, Kind.TRAPPED,
})  # fmt: skip
# what else may, by what the noun says
MORE = {
    Kind.DISPLACED: frozenset({Kind.HOSTED}),
    Kind.AFFECTED: frozenset({Kind.HOSTED}),
    Kind.EVACUATED: frozenset({Kind.HOSTED}),
    Kind.RESCUED: frozenset({Kind.INJURED, Kind.HOSTED}),
    Kind.TRAPPED: frozenset({Kind.SURRENDERED}),
}
LESS = {
    Kind.INJURED: frozenset({Kind.DISPLACED, Kind.TRAPPED}),
    Kind.ILL: frozenset({Kind.DISPLACED, Kind.TRAPPED}),
    Kind.DISPLACED: frozenset({Kind.TRAPPED}),
    Kind.ESCAPED: frozenset({Kind.DISPLACED}),
}


def kind_of(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Return the kind of a candidate by the first rule that reads one, or None; where people are moved to is not moved."""
    reason = by_complement(_kind_of(candidate, counted, sentence), candidate, counted, sentence)
    reason = in_company(reason, candidate, counted, sentence)
    if reason is not None and reason.entry == "kinds_standing:rescued.well" and not _is_alive(reason, sentence):
        # `sept victimes, dont deux enfants, ont été tirées des ruines`
        dead = re.search(r"\b(?:victimes|corps|cadavres|dépouilles)\b", sentence.text, re.IGNORECASE)
        reason = _weak_noun(candidate) or (None if dead else reason)
    if reason is not None and counted is Counted.MONEY and reason.kind is Kind.DEPLOYED:
        # `dont 400 000 mobilisés`: money is sent to nobody's help but as aid
        reason = replace(reason, kind=Kind.DELIVERED)
    if reason is not None and reason.entry in LEAVES and ARRANGED.search(sentence.text):
        # `à la demande de la préfecture, quarante familles ont quitté la zone`
        reason = replace(reason, kind=Kind.EVACUATED)
    thing = counted is None or counted in THINGS
    if reason is not None and thing and reason.kind is Kind.EVACUATED and is_destination(candidate, reason):
        return None
    return reason


# `vers trois gymnases`, `dans une salle et deux écoles`, but `évacué dans la nuit deux immeubles`
DESTINED = re.compile(
    r"\s(?:vers|dans|à\sdestination\sd['’e]\s?|en\sdirection\sd['’e]\s?|jusqu['’](?:à|en|aux?|dans))\s"
    r"(?!(?:la|l['’]|les|une?|le)\s?(?:nuit|journée|soirée|matinée|après-midi|foulée|heures?|calme|urgence|précipitation)\b)"
    r"(?:(?:[^\W\d][\w’'-]*[\s’']){1,8}(?:,\s(?:[^\W\d][\w’'-]*[\s’']){1,6})*(?:et|ou|puis)\s)?"
    r"(?:(?:au\s(?:moins|total)|environ|quelque|plus\sde|près\sde|les|ces)\s)?$",
    re.IGNORECASE,
)


def is_destination(candidate: Candidate, reason: Reason) -> bool:
    """Whether the counted are where those go who are moved: `850 habitants ont été évacués vers deux gymnases`."""
    before = candidate.top.doc.text[: candidate.quantity.span.start]
    return reason.span.start < len(before) and DESTINED.search(before, reason.span.start) is not None


def _kind_of(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Return the kind by the first rule that reads one.

    What governs the counted decides before the noun itself, and that before what stands around it. Where the parse joins
    nothing, the words next to it are read in their order. A noun that says a kind itself yields only to what says more.
    """
    if counted is None and candidate.noun is not None and candidate.noun.pos_ == "NOUN":
        counted = Counted.OTHER
    own = _noun(candidate, counted)
    if own is not None and own.rule.endswith(".participle") and candidate.noun is not None and is_done(candidate.noun):
        # `trente-cinq ont été repris, deux abattus`
        return own
    fallen = _weak_noun(candidate) if candidate.partitive else None
    rules: tuple[Rule, ...] = (
        governing, predicate, turned_round, around, modifying, inverted, following, phrase, towards_a_name, act_before, preceding, beside,
        behind_a_part,
    )  # fmt: skip
    whole = is_whole(candidate, sentence)
    if whole:
        # the verb is said of those that are taken out of them
        rules = (modifying, beside)
    for rule in rules:
        reason = rule(candidate, counted, sentence)
        if reason is not None and fallen is not None and fallen.kind is Kind.KILLED and reason.kind is Kind.EXPOSED:
            # `neuf des victimes se trouvaient à bord`: where they were is not what befell them
            return fallen
        if reason is not None and _overrides(reason, own):
            # `huit mille se sont réfugiées dans les écoles`: only people flee
            fled = reason.kind in (Kind.DISPLACED, Kind.EVACUATED)
            whom = Counted.PEOPLE if counted is None and fled else counted
            reason = by_holder(sharpened(reason, candidate, whom, sentence), candidate, counted, sentence)
            return reason if whole else _outcome(reason, candidate, counted, sentence) or reason
    if own is not None:
        verb = nearest(candidate, counted, sentence)
        return verb if verb is not None and verb.span.start < own.span.start and _overrides(verb, own) else own
    return (
        before_colon(candidate, counted, sentence)
        or weakly(candidate, counted, sentence)
        or around(candidate, counted, sentence, weak=True)
        or _weak_noun(candidate)
        or nearest(candidate, counted, sentence)
    )


LEAVES = frozenset({
    "kinds:displaced.leave", "kinds:displaced.left", "kinds:displaced.departure", "kinds:displaced.done_to", "figures.kind.towards_a_name",
})  # fmt: skip
ARRANGED = re.compile(
    r"\b(?:à\sla\sdemande\sd|sur\s(?:l['’])?(?:ordre|injonction|consigne|instruction|recommandation|conseil)s?\sd|par\s(?:mesure\sde\s)?précaution|préventivement"
    r"|par\sconvois?|couloir\shumanitaire|sous\sescorte|pont\saérien|autobus\b|autocars?\b|avions?\b|hélicoptères?\b|navettes?\b|charters?\b|évacu\w+)",
    re.IGNORECASE,
)
ALIVE = re.compile(r"\b(?:vie|vivant\w*|indemnes?|sauf\w*|libres?)\b", re.IGNORECASE)


def _is_alive(reason: Reason, sentence: Sentence) -> bool:
    return ALIVE.search(reason.span.of(sentence.text)) is not None


# what a participle on the counted tells of before the verb says how it ended: `trois randonneurs ensevelis ont été retrouvés morts`
ENDED = frozenset({Kind.KILLED, Kind.RESCUED})
# how it ended for things of which a participle tells what came before: `trente motos saisies ont brûlé`
CAME_BEFORE = frozenset(
    {Kind.OTHER, Kind.DEPLOYED, Kind.DELIVERED, Kind.DETAINED, Kind.ABDUCTED, Kind.TRAPPED, Kind.DISPLACED}
)


WHOLE_FIRST = re.compile(r"(?:^|[,;:«–]\s?)sur\s(?:les|ces|ses|leurs|un\stotal\sde)\s$", re.IGNORECASE)
# `Des quatre suspects arrêtés lundi, trois sont libres`, but `Des 12 au 14 mai, trois`
OF_THE = re.compile(r"(?:^|[.;:«“\"–—]\s?)(?:des|de\s(?:ces|ses|nos|leurs))\s$", re.IGNORECASE)
TAKEN = re.compile(
    r"[^.;:,]{3,90},\s(?:seule?s?\s|seulement\s|au\smoins\s|plus\sd['’e]\s?|près\sd['’e]\s?|environ\s|quelque\s|à\speine\s|pas\sun\s)?"
    r"(?:la\smoitié|les?\s(?:deux|trois|quatre)|un\stiers|un\squart|\d|(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize"
    r"|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille|\w+aine)\b)",
    re.IGNORECASE,
)
# `plus de la moitié des 62 victimes`
SHARE = re.compile(r"moitié|tiers|quarts?|majorité|plupart|cinquième|dixième", re.IGNORECASE)
PARTED = frozenset("des ces ses nos leurs".split())


def is_whole(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether others are taken out of a number: `sur les 62 camions partis, 38 ont brûlé`, `deux des cinq otages sont libres`."""
    before = list(sentence.doc[max(0, candidate.first - 3) : candidate.first])
    if before and before[-1].text.casefold() in PARTED:
        rest = [word for word in before[:-1] if word.text.casefold() != "de"]
        if rest and (rest[-1].like_num or SHARE.fullmatch(rest[-1].text)) and candidate.quantity.low is not None:
            return True
    if WHOLE_FIRST.search(sentence.text[: candidate.quantity.span.start]) is not None:
        return True
    named = candidate.noun is not None and candidate.quantity.units == ("count",)
    return (
        named
        and OF_THE.search(sentence.text[: candidate.quantity.span.start]) is not None
        and TAKEN.match(sentence.text, candidate.quantity.reach) is not None
    )


def _outcome(reason: Reason, candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Return how it ended for those of whom a participle tells only what came before, where the verb says so."""
    if reason.entry == "kinds:missing.no_news":
        # `le sort d'une trentaine d'éleveurs, arrêtés samedi`
        held = modifying(candidate, counted, sentence) or beside(candidate, counted, sentence)
        return held if held is not None and held.kind in DECISIVE else None
    beyond = behind_aside(sentence, candidate)
    aside = beyond is not None and candidate.quantity.reach < reason.span.start < beyond
    if not aside and (
        reason.kind in ENDED or reason.rule not in ("figures.kind.modifier", "figures.kind.participle_beside")
    ):
        return None
    for rule in (following, phrase):
        ended = rule(candidate, counted, sentence)
        if ended is None or ended.span.start <= reason.span.start:
            continue
        # `huit personnes, surprises par la tempête, ont été hospitalisées`: what the aside tells of came before
        lost = ended.kind is Kind.DESTROYED and reason.kind in CAME_BEFORE
        back = ended.kind is Kind.RETURNED and reason.kind in CAME_BEFORE
        if (ended.kind in ENDED or lost or back) or (
            beyond is not None and aside and ended.span.end > beyond and ended.kind is not reason.kind
        ):
            return ended
    return None


def _overrides(reason: Reason, own: Reason | None) -> bool:
    """Whether what is said of a noun says more than the noun: a dead person stays dead whatever is done."""
    if own is None:
        return True
    told = reason.verb is not None and reason.span.end < own.span.start and is_passive(reason.verb)
    if told and reason.rule != "figures.kind.turn":
        # `80 personnes ont été tuées, 220 blessées`: what is told of the first is not told of the second
        return False
    kind = reason.kind
    if own.kind in (Kind.KILLED, Kind.VOTED) or kind in LESS.get(own.kind, frozenset()):
        return False
    return kind in DECISIVE or kind in MORE.get(own.kind, frozenset())


def _noun(candidate: Candidate, counted: Counted | None) -> Reason | None:
    if candidate.noun is None:
        return None
    for role, rule in (("noun", "counted_noun"), ("act", "counted_act")):
        for entry in kind_nouns(role).of(candidate.noun):
            if entry.extra.get("weak") or (role == "act" and (not fits(entry, counted) or entry.means == "destroyed")):
                continue
            if is_barred(entry, candidate.noun):
                continue
            if role == "act" and candidate.partitive and candidate.quantity.is_share:
                # `85 % des effectifs ont cessé le travail`
                continue
            if role == "noun" or entry.means != "killed" or candidate.noun.text.casefold() != "mort":
                return by_word(entry, rule, candidate.noun)
    if undergone(candidate):
        # `trente ont été repris, deux abattus`: the tagger may take the participle for a noun
        for entry in kind_verbs("patient").single.get(candidate.noun.text.casefold(), ()):
            told = entry.means in BEFALLS and fits(entry, Counted.PEOPLE)
            if counted in THINGS and counted is not Counted.OTHER:
                # `Abris : 4 300 détruits`
                told = fits(entry, counted)
            if told and not is_barred(entry, candidate.noun):
                return by_word(entry, "participle", candidate.noun)
    if counted is not None and DONE.match(candidate.noun.text) and not nouns("counted").of(candidate.noun):
        # `Immeubles : 3 effondrés`: what they did themselves
        for entry in (*kind_verbs("patient").of(candidate.noun), *kind_verbs("agent").of(candidate.noun)):
            if fits(entry, counted) and not entry.extra.get("weak") and counted in THINGS:
                return by_word(entry, "participle", candidate.noun)
    for entry in kind_verbs("patient").of(candidate.noun):
        done = is_done(candidate.noun) and not nouns("counted").of(candidate.noun)
        if (candidate.noun.pos_ in ("VERB", "ADJ") or done) and fits(entry, counted) and counted is not Counted.STRIKES:
            return by_word(entry, "participle", candidate.noun)
    return None


BEFALLS = frozenset({"killed", "injured", "rescued", "detained", "abducted"})


def undergone(candidate: Candidate) -> bool:
    """Whether a participle stands for the noun that it leaves out, right behind a plain number above one."""
    noun = candidate.noun
    if noun is None or noun.pos_ != "NOUN" or noun.i != candidate.last + 1 or candidate.partitive:
        return False
    known = nouns("counted").of(noun) or nouns("not_counted").of(noun) or kind_nouns("noun").of(noun)
    return PARTICIPLE.fullmatch(noun.text) is not None and not known and candidate.quantity.units == ("count",)


def _weak_noun(candidate: Candidate) -> Reason | None:
    if candidate.noun is not None:
        for entry in kind_nouns("noun").of(candidate.noun):
            if entry.extra.get("weak"):
                return by_word(entry, "weak_noun", candidate.noun)
    return None
