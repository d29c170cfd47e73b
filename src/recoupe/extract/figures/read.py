"""A parsed paragraph in, its figures out, as far as the paragraph alone can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recoupe.extract.figures.borrowing import (
    THEY,
    WAITS,
    WE,
    Found,
    antecedent,
    parallel,
    repeats_noun,
)
from recoupe.extract.figures.candidates import Candidate, candidates
from recoupe.extract.figures.counted import as_told, counted_of, of_men, settle
from recoupe.extract.figures.decide import Decision, decide
from recoupe.extract.figures.described import described, of_their_own
from recoupe.extract.figures.fragments import of_sentence_before
from recoupe.extract.figures.governing import has_verb_behind
from recoupe.extract.figures.headed import headed
from recoupe.extract.figures.kinds import kind_of
from recoupe.extract.figures.left_out import LEFT_OUT, left_out
from recoupe.extract.figures.meant_by_it import MOVED, stayed_behind, things_before
from recoupe.extract.figures.measures import in_its_measure
from recoupe.extract.figures.modality import modality_of
from recoupe.extract.figures.ones import COUPLE
from recoupe.extract.figures.own_clause import is_of_main_clause, is_paid_in
from recoupe.extract.figures.parties import by_of, side_of
from recoupe.extract.figures.place_words import place_words
from recoupe.extract.figures.proportions import proportion
from recoupe.extract.figures.reason import OF_PEOPLE, THINGS
from recoupe.extract.figures.respectively import RULE as TURN
from recoupe.extract.figures.respectively import at_its_turn
from recoupe.extract.figures.rivals import rival
from recoupe.extract.figures.said_next import said_next
from recoupe.extract.figures.sharper import WERE, to_do, we_were, whereabouts
from recoupe.extract.figures.sides_told import side_beside
from recoupe.extract.figures.singles import single_counts
from recoupe.extract.figures.tenses import told
from recoupe.extract.figures.themes import theme_of
from recoupe.extract.figures.times import dated
from recoupe.extract.figures.topics import Topic, told_of, topics
from recoupe.extract.figures.turns_behind import done_behind, gathered, phrase
from recoupe.extract.figures.wholes import is_among_things, like_its_pair, with_whole
from recoupe.extract.paragraph import Paragraph, Sentence
from recoupe.extract.reading import LocalFigure
from recoupe.model.figure import Counted, Kind, Modality
from recoupe.model.moment import Moment
from recoupe.model.span import Evidence, Span


def read_figures(
    paragraph: Paragraph, moments: Sequence[Moment]
) -> tuple[tuple[LocalFigure, ...], tuple[Evidence, ...]]:
    """Return the figures of a paragraph, in order, and what was set aside with the rule that did so."""
    found: list[Found] = []
    aside: list[Evidence] = []
    spoken: list[tuple[int, Topic]] = []
    for number, sentence in enumerate(paragraph.sentences):
        last = found[-1].figure.span.start if found else -1
        earlier = next((topic for at, topic in reversed(spoken) if at > last), None)
        kept, left = candidates(sentence)
        aside += [evidence.shifted(sentence.span.start) for evidence in left]
        in_sentence: list[Found] = []
        for candidate in kept:
            if (
                earlier is None
                and not found
                and not in_sentence
                and (toll := TOLL.search(paragraph_before(paragraph, number)))
            ):
                earlier = Topic(Kind.KILLED, Counted.PEOPLE, "figures.kind.toll_meant", Span(toll.start(), toll.end()))
            named = said_next(candidate, sentence, paragraph.sentences[number + 1 : number + 2])
            previous = paragraph.sentences[number - 1] if number else None
            read = _read(candidate, sentence, number, in_sentence, found, moments, named or earlier, previous)
            if isinstance(read, Evidence):
                aside.append(read.shifted(sentence.span.start))
                continue
            in_sentence.append(read)
        in_sentence = [with_whole(like_its_pair(one, in_sentence), in_sentence, sentence) for one in in_sentence]
        found += in_sentence
        spoken += [(sentence.span.start + topic.span.start, topic) for topic in _spoken(sentence, in_sentence)]
    return tuple(one.figure for one in found), tuple(aside)


# what is received of what was asked for
GIVEN = frozenset({Kind.HOSTED, Kind.DELIVERED})
FUNDS = re.compile(r"\b(?:appels?|financ\w+|fonds|budgets?|enveloppe|besoins|plan\sde\sréponse)\b", re.IGNORECASE)
OF_IT = re.compile(r"\ben\s[^.;:,]{3,40}$", re.IGNORECASE)
# what befalls people alone, whatever things were counted before, where a verb of the number's own says so
BEFALLS_PEOPLE = frozenset({Kind.KILLED, Kind.INJURED, Kind.ILL, Kind.HOSTED, Kind.DETAINED, Kind.ABDUCTED})
MUST_WAIT = "kinds_moves:affected.must_wait"
# what those do who speak of what they did among many
TOGETHER = frozenset({Kind.PROTESTING, Kind.DEPLOYED})
FINITE = frozenset({"figures.kind.governing_verb", "figures.kind.following_verb"})
# a toll of which nothing more is said is one of the dead
TOLL = re.compile(
    r"\b(?:[Ll]e|[Uu]n|[Cc]e|[Ss]on|[Ll]e\s\w+)\sbilan\b(?!\s(?:carbone|comptable|matériel|économique|de\ssanté))"
)


def paragraph_before(paragraph: Paragraph, number: int) -> str:
    """Return what the paragraph says before a sentence."""
    return " ".join(one.text for one in paragraph.sentences[:number])


def _spoken(sentence: Sentence, here: list[Found]) -> list[Topic]:
    """Return the nouns of a sentence that a number in a later one may count: those of whom it says what befell them.

    What was counted itself, or hangs on it, is no other: `huit cents détenus ont fait le mur`, `huit victimes de tirs`.
    """
    counted = {one.candidate.noun.i for one in here if one.candidate.noun is not None}
    own = {token.idx for token in sentence.doc if token.i in counted or token.head.i in counted}
    said = []
    for topic in topics(sentence):
        if topic.span.start in own:
            continue
        if topic.kind is Kind.OTHER and topic.noun is not None and topic.counted not in THINGS:
            topic = replace(topic, kind=told_of(topic.noun))
        if topic.kind is not Kind.OTHER:
            said.append(topic)
    return said


TO_COME = "figures.modality.question_to_come"


def _answers_to_come(decided: Decision, earlier: Topic | None, candidate: Candidate) -> bool:
    """Whether a number answers how many will: `Combien partiront ? « Deux mille », dit l'un. « Dix mille », dit l'autre.`"""
    if earlier is not None and earlier.to_come:
        return any(why.rule in ("figures.kind.of_question", "figures.kind.of_paragraph") for why in decided.evidence)
    model = decided.model
    told = model is not None and any(why.rule == TO_COME for why in model.figure.evidence)
    return told and candidate.noun is None and not has_verb_behind(candidate)


def _read(
    candidate: Candidate,
    sentence: Sentence,
    number: int,
    here: list[Found],
    before: list[Found],
    moments: Sequence[Moment],
    earlier: Topic | None,
    previous: Sentence | None = None,
) -> Found | Evidence:
    quantity = candidate.quantity
    counted, counted_why = counted_of(candidate, sentence)
    if counted is None and (label := headed(candidate, sentence)) is not None:
        counted, counted_why = label
    if (unsaid := left_out(candidate, sentence, here)) is not None:
        counted, counted_why = unsaid, Evidence("counted", LEFT_OUT, quantity.span)
    model = at_its_turn(candidate, sentence, here, before)
    turn = model is not None
    model = model or rival(candidate, sentence, here, before, antecedent(candidate, sentence, here, before))
    if (
        counted is None
        and (theme := theme_of(candidate, sentence))
        and kind_of(candidate, theme[0], sentence) is not None
    ):
        counted, counted_why = theme
    if candidate.noun is None and counted is None and model is not None and is_among_things(model, candidate, sentence):
        counted, counted_why = (
            model.figure.counted,
            Evidence("counted", "figures.counted.of_those_things", quantity.span),
        )
    bare = candidate.noun is None and counted is None
    lends = model is not None and (model in here or quantity.factor is not None or model.figure.counted in THINGS)
    if bare and not lends and (things := things_before(candidate, sentence, previous)) is not None:
        counted, model, bare = things, None, False
        counted_why = Evidence("counted", "figures.counted.things_before", quantity.span)
    lent = model.figure.counted if model is not None and bare else None
    reason = kind_of(candidate, counted or lent, sentence)
    if is_of_main_clause(candidate, reason, sentence):
        reason = None
    paid = reason is not None and is_paid_in(candidate, sentence, model, reason.kind)
    if paid and reason is not None:
        counted, reason = Counted.MONEY, replace(reason, kind=Kind.DELIVERED)
        counted_why = Evidence("counted", "figures.counted.funds", reason.span)
    if reason is None and lent in THINGS and candidate.partitive and lent is not Counted.OTHER:
        # `d'entre eux` are people where only people can undergo it, whatever was counted last
        reason = kind_of(candidate, None, sentence)
        if reason is not None and reason.kind in OF_PEOPLE:
            counted, model = Counted.PEOPLE, None
        else:
            reason = None
    if reason is None and lent in THINGS and bare and not candidate.partitive and not repeats_noun(candidate):
        # `Sept hameaux se sont vidés. Cinq cents ont été accueillies à Dori`
        reason = kind_of(candidate, Counted.PEOPLE, sentence)
        befell = reason is not None and reason.kind in BEFALLS_PEOPLE and reason.rule in FINITE
        befell = befell or (reason is not None and reason.kind is Kind.MISSING)
        reason = reason if befell else None
        counted, model = (Counted.PEOPLE, None) if befell else (counted, model)
    if reason is None and bare:
        reason = done_behind(candidate)
    if candidate.quantity.is_share and counted is None and reason is not None and reason.kind in GIVEN:
        funded = model is not None and model.figure.counted is Counted.MONEY
        if funded or FUNDS.search(sentence.text):
            # `L'appel n'est couvert qu'à 11 %`, `8 millions requis ; 24 % reçus`
            counted, reason = Counted.MONEY, replace(reason, kind=Kind.DELIVERED)
            counted_why = Evidence("counted", "figures.counted.funds", reason.span)
    if reason is None and bare and candidate.quantity.is_share:
        # `les rebelles en contrôlent 70 %`, of a town that was counted by its people
        held = kind_of(candidate, Counted.TERRITORY_SHARE, sentence)
        if held is not None and held.kind is Kind.CONTROLLED and OF_IT.search(sentence.text[: quantity.span.start]):
            reason, counted, model = held, Counted.TERRITORY_SHARE, None
            counted_why = Evidence("counted", "figures.counted.held", held.span)
    if reason is None and counted is Counted.TERRITORY_SHARE and candidate.noun is not None:
        # `la moitié de Goma a fui`: those who live there
        reason = kind_of(candidate, Counted.PEOPLE, sentence)
        reason = reason if reason is not None and (reason.kind in OF_PEOPLE or reason.kind is Kind.AFFECTED) else None
    if counted is Counted.TERRITORY_SHARE and reason is not None and reason.kind in (*OF_PEOPLE, Kind.AFFECTED):
        counted, counted_why = Counted.PEOPLE, Evidence("counted", "figures.counted.dwellers", quantity.span)
    before_it = sentence.text[: quantity.span.start]
    if reason is None and bare and THEY.search(before_it):
        reason = phrase(candidate, Counted.PEOPLE, sentence) or gathered(candidate, sentence)
        counted = Counted.PEOPLE if reason is not None else counted
    if (
        bare
        and (reason is None or reason.rule != "figures.kind.phrase")
        and (THEY.search(before_it) or WE.search(before_it) or WERE.match(sentence.text, quantity.reach))
    ):
        done = to_do(candidate, sentence) or (whereabouts(candidate, sentence) if model is None else None)
        together = model is not None and model.figure.kind in TOGETHER
        if done is None and reason is None and WE.search(before_it) and not together:
            done = we_were(candidate, sentence) or whereabouts(candidate, sentence)
        reason, counted = (done, Counted.PEOPLE) if done is not None else (reason, counted)
    one = any(evidence.rule in ("numbers.one", COUPLE) for evidence in quantity.evidence)
    if one and not single_counts(candidate, sentence, counted, reason, here):
        return Evidence("set_aside", "figures.aside.single", quantity.span)
    decided: Decision | str
    if turn and model is not None:
        decided = Decision(model.figure.kind, (Evidence("kind", TURN, quantity.span),), model.figure.counted, model)
    else:
        decided = decide(candidate, sentence, counted, reason, model, here, earlier if not here else None)
    if (
        isinstance(decided, Decision)
        and decided.kind is Kind.OTHER
        and (told_of_them := of_sentence_before(candidate, counted, sentence, previous)) is not None
    ):
        decided = replace(decided, kind=told_of_them[0], evidence=told_of_them[1], waits=False)
    if isinstance(decided, str):
        return Evidence("set_aside", decided, quantity.span)
    went = model.figure.kind if model is not None else None
    if bare and went in MOVED and reason is not None and reason.entry == MUST_WAIT:
        # `5 500 habitants peuvent rentrer, moins de 300 devront patienter`
        decided = replace(decided, kind=Kind.DISPLACED)
    if bare and reason is None and (stayed := stayed_behind(candidate, went, sentence)) is not None:
        decided = replace(decided, kind=stayed[0], evidence=(stayed[1],))
    of_money = model is not None and model.figure.counted is Counted.MONEY
    if reason is None and not turn and (part := proportion(candidate, sentence, of_money)) is not None:
        decided = Decision(part[0], (part[2],), part[1])
        counted, counted_why = part[1], None
    if quantity.factor is not None:
        if model is None:
            return Evidence("set_aside", "figures.aside.multiple_of_nothing", quantity.span)
        quantity = replace(
            quantity.taken_of(model.figure.low, model.figure.high), units=tuple(model.figure.unit.split("|"))
        )
    evidence = [*quantity.evidence, *decided.evidence]
    if counted_why is not None and not (decided.counted is not None and repeats_noun(candidate)):
        evidence.append(counted_why)
    elif decided.counted is not None:
        counted = decided.counted
        evidence.append(Evidence("counted", "figures.counted.of_antecedent", quantity.span))
    modality, modality_why = modality_of(candidate, reason, sentence, decided.kind)
    if paid and modality in (Modality.CALLED_FOR, Modality.PLANNED):
        # `besoin : 3 millions d'euros, dont 850 000 reçus`
        modality, modality_why = Modality.REPORTED, None
    if modality_why is not None:
        evidence.append(modality_why)
    elif (
        reason is None
        and decided.model is not None
        and decided.model in here
        and parallel(decided.model, candidate, sentence)
        and not (bare and has_verb_behind(candidate))
    ):
        modality = decided.model.figure.modality
    if modality is Modality.REPORTED and not here and _answers_to_come(decided, earlier, candidate):
        modality = Modality.PLANNED
        evidence.append(Evidence("modality", TO_COME, quantity.span))
    by, by_why = by_of(candidate, reason, decided.kind, sentence)
    side, side_why = side_of(candidate, reason, decided.kind, sentence)
    if side is None:
        side, side_why = side_beside(candidate, counted, sentence) or (None, None)
    evidence += [why for why in (by_why, side_why) if why is not None]
    timed = dated(candidate, reason.verb if reason is not None else None, moments, sentence)
    evidence += [
        Evidence("window", one.rule, one.moment.span.shifted(-sentence.span.start))
        for one in timed
        if one.rule is not None
    ]
    place_text, place_text_why = place_words(sentence.text, quantity.span)
    if place_text_why is not None:
        evidence.append(place_text_why)
    counted = as_told(candidate, counted, decided.kind)
    if counted is Counted.PEOPLE and (men := of_men(candidate, sentence, decided.kind)) is not None:
        counted = men
        evidence.append(Evidence("counted", "figures.counted.men", quantity.span))
    if counted in (Counted.PEOPLE, Counted.WOUNDED) and (own := of_their_own(candidate, sentence)) is not None:
        counted = own[0]
        evidence.append(own[1])
    unnamed = counted in (None, Counted.PEOPLE) or (counted is Counted.WOUNDED and decided.kind is Kind.INJURED)
    named = described(candidate, sentence) if bare or unnamed else None
    if named is not None and (decided.kind in OF_PEOPLE or decided.kind in (Kind.OTHER, Kind.AFFECTED)):
        counted = named[0]
        evidence.append(named[1])
    if bare and decided.model is not None:
        quantity = in_its_measure(quantity, decided.model, sentence.text)
    elif candidate.partitive and candidate.noun is None and counted is None and named is None:
        # `onze d'entre eux ont péri`, of whom an earlier paragraph speaks
        evidence.append(Evidence("counted", WAITS, quantity.span))
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
        place_text=place_text,
        modality=modality,
        part_of=None,
        moments=timed,
        antecedent=decided.waits,
        told=told(candidate.top, reason.verb if reason is not None else None),
        evidence=tuple(why.shifted(sentence.span.start) for why in evidence),
    )
    return Found(figure, candidate, reason is not None)
