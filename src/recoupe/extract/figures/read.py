"""A parsed paragraph in, its figures out, as far as the paragraph alone can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.extract.figures.candidates import Candidate, candidates
from recoupe.extract.figures.counted import DEFAULT_KINDS, PEOPLE_KINDS, counted_of, settle
from recoupe.extract.figures.kinds import THINGS, Reason, kind_of
from recoupe.extract.figures.modality import modality_of
from recoupe.extract.figures.parties import by_of, side_of
from recoupe.extract.figures.times import dated
from recoupe.extract.figures.topics import in_tally, topic_of
from recoupe.extract.paragraph import Paragraph, Sentence
from recoupe.extract.reading import LocalFigure
from recoupe.model.figure import Counted, Kind, Modality, Qualifier
from recoupe.model.moment import Moment
from recoupe.model.span import Evidence, Span

PART = re.compile(r"\b(?:dont|parmi\s(?:eux|elles|lesquels|lesquelles)|y\scompris|au\snombre\sdesquels|desquels)\b", re.IGNORECASE)
LISTED = re.compile(r"^[\s,]*(?:et|ainsi\sque|ou)?[\s,]*(?:\w+\s){0,5}?$", re.IGNORECASE)
MIRROR = re.compile(r"\b(?:contre|au\slieu\sde|après|puis)\b[^.;]*$", re.IGNORECASE)
# a single person counts where something befell them, not where they do or say something
SINGLE = frozenset({Kind.KILLED})


@dataclass(frozen=True, slots=True)
class Found:
    """A figure while the rest of its paragraph is still being read."""

    figure: LocalFigure
    candidate: Candidate
    own_kind: bool


def read_figures(
    paragraph: Paragraph, moments: Sequence[Moment]
) -> tuple[tuple[LocalFigure, ...], tuple[Evidence, ...]]:
    """Return the figures of a paragraph, in order, and what was set aside with the rule that did so."""
    found: list[Found] = []
    aside: list[Evidence] = []
    for number, sentence in enumerate(paragraph.sentences):
        kept, left = candidates(sentence)
        aside += [evidence.shifted(sentence.span.start) for evidence in left]
        in_sentence: list[Found] = []
        for candidate in kept:
            read = _read(candidate, sentence, number, in_sentence, found, moments)
            if isinstance(read, Evidence):
                aside.append(read.shifted(sentence.span.start))
                continue
            in_sentence.append(read)
        in_sentence = [_part(one, in_sentence, sentence) for one in in_sentence]
        found += in_sentence
    return tuple(one.figure for one in found), tuple(aside)


def _read(
    candidate: Candidate, sentence: Sentence, number: int, here: list[Found], before: list[Found], moments: Sequence[Moment]
) -> Found | Evidence:
    quantity = candidate.quantity
    counted, counted_why = counted_of(candidate, sentence)
    model = _antecedent(candidate, sentence, here, before)
    bare = candidate.noun is None and counted is None
    lent = model.figure.counted if model is not None and bare else None
    reason = kind_of(candidate, counted or lent, sentence)
    if any(evidence.rule == "numbers.one" for evidence in quantity.evidence):
        if not _single_counts(candidate, sentence, counted, reason, here):
            return Evidence("set_aside", "figures.aside.single", quantity.span)
    decided = _decide(candidate, sentence, counted, reason, model, here)
    if isinstance(decided, str):
        return Evidence("set_aside", decided, quantity.span)
    evidence = [*quantity.evidence, *decided.evidence]
    if counted_why is not None and not (decided.counted is not None and _repeats(candidate)):
        evidence.append(counted_why)
    elif decided.counted is not None:
        counted = decided.counted
        evidence.append(Evidence("counted", "figures.counted.of_antecedent", quantity.span))
    modality, modality_why = modality_of(candidate, reason, sentence)
    if modality_why is not None:
        evidence.append(modality_why)
    elif reason is None and decided.model is not None and decided.model in here and _parallel(decided.model, candidate, sentence):
        modality = decided.model.figure.modality
    by, by_why = by_of(candidate, reason, decided.kind, sentence)
    side, side_why = side_of(candidate, reason, decided.kind, sentence)
    evidence += [why for why in (by_why, side_why) if why is not None]
    figure = LocalFigure(
        span=quantity.span.shifted(sentence.span.start),
        sentence=number,
        unit="|".join(quantity.units),
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        kind=decided.kind,
        counted=settle(counted, decided.kind),
        side=side,
        by=by,
        place_text=None,
        modality=modality,
        part_of=None,
        moments=dated(candidate, reason.verb if reason is not None else None, moments, sentence),
        antecedent=decided.waits,
        evidence=tuple(why.shifted(sentence.span.start) for why in evidence),
    )
    return Found(figure, candidate, reason is not None)


@dataclass(frozen=True, slots=True)
class Decision:
    """The kind of a figure and what else was borrowed for it, from which figure."""

    kind: Kind
    evidence: tuple[Evidence, ...]
    counted: Counted | None = None
    model: Found | None = None
    waits: bool = False


def _decide(
    candidate: Candidate, sentence: Sentence, counted: Counted | None, reason: Reason | None, model: Found | None, here: list[Found]
) -> Decision | str:
    """Return what a candidate is a figure of, or the rule by which it is none."""
    span = candidate.quantity.span
    part = model is not None and _is_part(model, candidate, sentence)
    if part and model is not None and (reason is None or reason.rule.rsplit(".", 1)[-1] not in OWN):
        return _borrowed(model, counted, span, "figures.kind.of_whole")
    repeated = model is not None and _repeats(candidate) and _alike(model.figure.counted, counted)
    if reason is not None and not (candidate.noun is None and reason.rule.endswith("preceding_verb") and counted is None):
        why = (Evidence("kind", reason.rule, reason.span), Evidence("kind", reason.entry, reason.span))
        among = candidate.partitive and candidate.noun is None
        lends = model is not None and (candidate.noun is None and (among or _may_lend(model, reason.kind)) or repeated and model in here)
        return Decision(reason.kind, why, model.figure.counted if lends and model else None, model if lends else None)
    if model is not None and _answers(model, candidate, counted, sentence):
        return _borrowed(model, counted, span, "figures.kind.of_list")
    if candidate.noun is None and counted is None:
        return _decide_bare(candidate, sentence, model)
    among_them = candidate.partitive and counted is not None and model is not None and model.figure.kind in PEOPLE_KINDS
    if model is not None and (_repeats(candidate) or _was(candidate, sentence) or among_them) and _alike(model.figure.counted, counted):
        return _borrowed(model, counted, span, "figures.kind.of_antecedent")
    if counted is not None and counted in DEFAULT_KINDS and not candidate.quantity.is_share:
        return Decision(DEFAULT_KINDS[counted], (Evidence("kind", "figures.kind.by_counted", span),))
    if _worth_keeping(candidate, counted) and not _definite_pair(candidate, sentence):
        return Decision(Kind.OTHER, (Evidence("kind", "figures.kind.none", span),))
    return "figures.aside.no_kind"


# a part keeps a kind that its own words say
OWN = frozenset({"counted_noun", "counted_act", "modifier", "participle", "phrase", "participle_beside", "state", "following_verb"})


def _borrowed(model: Found, counted: Counted | None, span: Span, rule: str) -> Decision:
    lent = model.figure.counted if counted is None else None
    return Decision(model.figure.kind, (Evidence("kind", rule, span),), lent, model, model.figure.antecedent)


def _decide_bare(candidate: Candidate, sentence: Sentence, model: Found | None) -> Decision | str:
    span = candidate.quantity.span
    tally = in_tally(candidate, sentence)
    if tally is None and model is not None and (_answers_first(candidate, sentence, model) or model.candidate.quantity.pair == span.start):
        return _borrowed(model, None, span, "figures.kind.of_mirror")
    if tally is None and (candidate.quantity.pair is not None or candidate.partitive):
        tally = "figures.tally.partitive"
    topic = topic_of(candidate, sentence)
    near = model is not None and topic is not None and model.figure.span.start - sentence.span.start > topic.span.start
    if topic is not None and tally and not near:
        if topic.kind is Kind.OTHER and topic.counted in DEFAULT_KINDS:
            topic = replace(topic, kind=DEFAULT_KINDS[topic.counted])
        kind = model.figure.kind if topic.kind is Kind.OTHER and model is not None and model.figure.counted is topic.counted else topic.kind
        why = (
            Evidence("kind", "figures.kind.of_topic", topic.span),
            Evidence("kind", topic.entry, topic.span),
            Evidence("kind", tally, span),
        )
        return Decision(kind, why, topic.counted)
    if model is not None and (tally or candidate.quantity.is_share):
        return _borrowed(model, None, span, "figures.kind.of_antecedent")
    if candidate.quantity.is_share:
        return Decision(Kind.OTHER, (Evidence("kind", "figures.kind.none", span),))
    if tally:
        return Decision(Kind.OTHER, (Evidence("kind", "figures.kind.waits_for_article", span),), waits=True)
    return "figures.aside.nothing_counted"


def _answers_first(candidate: Candidate, sentence: Sentence, model: Found) -> bool:
    """Whether a bare number is set against one before it: `86 blessés, contre 50 la veille`."""
    before = sentence.text[: candidate.quantity.span.start]
    return MIRROR.search(before) is not None and model.figure.span.end >= sentence.span.start


COORDINATED = re.compile(r"[\s\u00a0\u202f]*(?:,|\(|et|ou|,\set|soit|,\ssoit|/|ainsi\sque|,\sainsi\sque|–|puis|,\spuis)\s(?:(?:de|d['’]|à|au\smoins|environ|quelque|plus|près|une?)\s?(?:de\s|d['’])?){0,3}")


def _answers(model: Found, candidate: Candidate, counted: Counted | None, sentence: Sentence) -> bool:
    """Whether a number stands in one list with the one before it: `51 Tunisiens, 11 Ivoiriens`, `300 personnes, soit 60 familles`."""
    if model.figure.span.start < sentence.span.start or not _alike(model.figure.counted, counted):
        return False
    if counted is None and candidate.noun is not None and candidate.noun.pos_ == "NOUN" and not model.candidate.noun == candidate.noun:
        return False
    noun = model.candidate.noun
    end = max(model.candidate.quantity.reach, noun.idx + len(noun.text) if noun is not None else 0)
    between = sentence.text[end : candidate.quantity.span.start]
    if COORDINATED.fullmatch(between):
        return True
    return bool(re.fullmatch(r"(?:\s[^\s,;.:]+){0,4},?\s(?:et|soit|,)\s(?:(?:une?|au\smoins|environ|quelque)\s?)?", between)) and candidate.noun is not None


def _alike(one: Counted, other: Counted | None) -> bool:
    """Whether two counted are both of people or both of things, so that what befell one may have befallen the other."""
    if other is None:
        return True
    if Counted.MONEY in (one, other):
        return one is other
    return (one in THINGS) is (other in THINGS)


def _was(candidate: Candidate, sentence: Sentence) -> bool:
    """`105 civils l'ont été`: the verb is the one said before."""
    return bool(re.search(r"\bl['’](?:ont|a|avaient|était|étaient)\s(?:\w+\s)?été\b|\bl['’](?:étaient|était|sont|est)\b", sentence.text[candidate.quantity.reach :]))


def _parallel(model: Found, candidate: Candidate, sentence: Sentence) -> bool:
    between = sentence.text[model.candidate.quantity.reach : candidate.quantity.span.start]
    doc = sentence.doc
    verbs = [token for token in doc[model.candidate.last : candidate.first] if token.pos_ == "VERB" and "Fin" in token.morph.get("VerbForm")]
    return not verbs and not re.search(r"[.;]", between) and model.figure.modality not in (Modality.DENIED,) and candidate.top.i - model.candidate.top.i < 12


def _may_lend(model: Found, kind: Kind) -> bool:
    return model.figure.kind == kind or (kind in PEOPLE_KINDS and model.figure.kind in PEOPLE_KINDS) or kind is Kind.OTHER


def _repeats(candidate: Candidate) -> bool:
    """`160 autres blessés`, `une trentaine d'autres`: the noun is one said before."""
    words = candidate.top.doc[candidate.last + 1 : candidate.last + 4].text.casefold()
    return words.startswith(("autres", "d'autres", "d’autres", "de plus", "supplémentaires"))


def _antecedent(candidate: Candidate, sentence: Sentence, here: list[Found], before: list[Found]) -> Found | None:
    """Return the figure whose noun or kind this one borrows: its whole, the one it answers in a list, or the last one."""
    if here:
        text = sentence.text[: candidate.quantity.span.start]
        mirror = MIRROR.search(text)
        if mirror and candidate.noun is None:
            # `611 cas et 22 décès, contre 340 et 14`: the first answers the first
            start = sentence.span.start + mirror.start()
            left = [one for one in here if one.figure.span.start < start]
            right = [one for one in here if one.figure.span.start >= start]
            if len(right) < len(left):
                return left[len(right)] if len(left) > 1 else left[-1]
        wholes = [one for one in here if one.figure.part_of is None]
        if PART.search(text[here[-1].figure.span.end - sentence.span.start :]):
            return here[-1]
        return wholes[-1] if wholes else here[-1]
    wholes = [one for one in before if one.figure.part_of is None]
    return wholes[-1] if wholes else None


def _is_part(model: Found, candidate: Candidate, sentence: Sentence) -> bool:
    start = model.candidate.quantity.reach
    between = sentence.text[start : candidate.quantity.span.start]
    return model.figure.span.start >= sentence.span.start and bool(PART.search(between)) and not re.search(r"[;:]", between)


def _single_counts(
    candidate: Candidate, sentence: Sentence, counted: Counted | None, reason: Reason | None, here: list[Found]
) -> bool:
    if here and candidate.quantity.span.start - (here[-1].candidate.quantity.reach) < 60:
        between = sentence.text[here[-1].candidate.quantity.reach : candidate.quantity.span.start]
        if PART.search(between) or re.search(r"\bet\s$", between) and _alike(here[-1].figure.counted, counted) and not re.search(r"[.;:]", between):
            return counted not in (None, Counted.OTHER) or candidate.noun is None
    if reason is None or candidate.noun is None:
        return False
    if counted is None or counted in (Counted.OFFICIALS,) and reason.kind is not Kind.KILLED:
        return False
    return reason.kind in SINGLE and reason.rule.rsplit(".", 1)[-1] in ("governing_verb", "counted_noun", "following_verb", "modifier", "act_noun", "turn", "phrase")


def _definite_pair(candidate: Candidate, sentence: Sentence) -> bool:
    """`les deux hôpitaux` are two known ones: nothing is counted."""
    quantity = candidate.quantity
    before = sentence.text[: quantity.span.start]
    return quantity.high is not None and quantity.high <= 4 and bool(re.search(r"\b(?:les|des|aux|ces|ses|leurs|nos|entre)\s$", before, re.I))


def _worth_keeping(candidate: Candidate, counted: Counted | None) -> bool:
    """Whether a quantity of which nothing is said counts all the same: a known noun, or a number too large for chance."""
    quantity = candidate.quantity
    if quantity.is_share:
        return True
    if counted is Counted.AREA:
        return False
    if counted is not None and counted is not Counted.OTHER:
        return True
    if counted is Counted.OTHER:
        return True
    if candidate.noun is None:
        return False
    low = quantity.low if quantity.low is not None else quantity.high
    plural = candidate.noun.text.casefold().endswith(("s", "x")) and candidate.noun.pos_ == "NOUN"
    if quantity.qualifier in (Qualifier.VAGUE, Qualifier.ABOUT):
        return True
    return low is not None and (low >= 1000 or plural and low >= 3)


def _part(one: Found, here: list[Found], sentence: Sentence) -> Found:
    """Return the figure with the larger one that it is a part of, where the sentence says so."""
    span = one.figure.span
    for whole in reversed([other for other in here if other.figure.span.start < span.start]):
        between = sentence.text[whole.candidate.quantity.reach : one.candidate.quantity.span.start]
        hit = PART.search(between)
        if hit is None or re.search(r"[;]", between):
            continue
        if whole.figure.part_of is None and not PART.search(sentence.text[: whole.candidate.quantity.span.start]):
            where = Span(whole.candidate.quantity.reach + hit.start(), whole.candidate.quantity.reach + hit.end())
            evidence = (*one.figure.evidence, Evidence("part_of", "figures.part.of_which", where.shifted(sentence.span.start)))
            return replace(one, figure=replace(one.figure, part_of=whole.figure.span.start, evidence=evidence))
    if one.candidate.partitive:
        following = [other for other in here if other.figure.span.start > span.start and other.figure.span.start - span.end < 14]
        previous = [other for other in here if other.figure.span.start < span.start]
        whole_of = following[0] if following else None
        if whole_of is None and re.match(r"[\s\u00a0\u202f]d['’]entre", sentence.text[one.candidate.quantity.reach :]):
            whole_of = previous[-1] if previous else None
        if whole_of is not None:
            evidence = (*one.figure.evidence, Evidence("part_of", "figures.part.among", span))
            return replace(one, figure=replace(one.figure, part_of=whole_of.figure.span.start, evidence=evidence))
    return one
