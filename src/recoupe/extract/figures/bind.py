"""The figures of an article's paragraphs in, the codebook's figures out: with the day, the place and the source."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.extract.calendar import resolve
from recoupe.extract.figures.beginnings import covered_since
from recoupe.extract.figures.borrowing import THEY, WAITS
from recoupe.extract.figures.breakdowns import with_parts
from recoupe.extract.figures.candidates import RIVAL
from recoupe.extract.figures.clock import counted_at_the_head, on_their_days
from recoupe.extract.figures.closings import closed_on
from recoupe.extract.figures.conversions import like_what_it_converts
from recoupe.extract.figures.counted import DEFAULT_KINDS, MINES
from recoupe.extract.figures.day_labels import Labels, labels_of, of_its_week, opened_by, recapped_until, under_label
from recoupe.extract.figures.last_told import told_last
from recoupe.extract.figures.leads import lead_of, under_lead
from recoupe.extract.figures.lists import Above, above_list, dated_by_list, is_item
from recoupe.extract.figures.marches import marched
from recoupe.extract.figures.new_counts import of_its_stretch
from recoupe.extract.figures.reason import THINGS
from recoupe.extract.figures.rivals import of_a_crowd, of_its_size
from recoupe.extract.figures.scenes import staged
from recoupe.extract.figures.sources import source_for
from recoupe.extract.figures.speech_days import without_speech_days
from recoupe.extract.figures.standings import OF_STATES
from recoupe.extract.figures.staying import RULE as STAYING
from recoupe.extract.figures.staying import on_the_day, stays
from recoupe.extract.figures.units import unit_of
from recoupe.extract.figures.windows import Days, blow_before, days_of, window_of
from recoupe.extract.figures.writings import without_writings
from recoupe.extract.place_binding import Places
from recoupe.extract.place_figures import place_for
from recoupe.extract.reading import LocalFigure, Reading, Subject, Telling
from recoupe.model.article import Article, BlockKind
from recoupe.model.figure import Counted, Figure, Kind, Modality
from recoupe.model.moment import Told, Window
from recoupe.model.place import PlaceName
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Statement

# a toll that has been running since a campaign began
RUNNING = re.compile(r"\b(?:bilan|décompte|au\stotal|en\stout|total|chiffre)\b", re.IGNORECASE)

# characters between a number and the day that it stands with
BESIDE = 2

SO_FAR = re.compile(r"\bdéjà\b", re.IGNORECASE)


def bind_figures(
    article: Article, readings: Sequence[tuple[Span, Reading]], statements: Sequence[Statement], places: Places
) -> tuple[Figure, ...]:
    """Return the figures of an article in the order of its text. All spans of `readings` count from their block."""
    reference = _day(article.reference_day)
    readings = [(block, without_speech_days(reading)) for block, reading in readings]
    readings = counted_at_the_head(readings)
    undated = reference is None
    reference = reference or recapped_until(readings)
    labels = labels_of(article.text, readings, reference)
    if undated and not labels.of:
        reference = None
    closed = closed_on(article, readings, reference)
    days = days_of(without_writings(readings, article.text), article.text, reference, closed)
    days = of_its_week(days) if undated else days
    days = opened_by(days, (labels.first if not undated else None) or covered_since(article.text, readings, reference))
    readings = on_their_days(readings, article.text, reference, _day(days.onset), labels.of)
    bound: list[Figure] = []
    told: list[tuple[LocalFigure, Kind]] = []
    heading: Subject | None = None
    lead: Subject | None = None
    list_above: Above | None = None
    above = ""
    acronyms = _acronyms(readings, statements)
    for block, reading in readings:
        names = [replace(name, span=name.span.shifted(block.start)) for name in reading.places]
        lead = lead_of(block.of(article.text), reading, lead)
        first = len(bound)
        list_above = list_above if is_item(block.of(article.text)) else None
        for figure in reading.figures:
            they = THEY.search(article.text[: figure.span.start + block.start]) is not None
            settled = _settled(figure, bound, heading, they)
            if settled is not None:
                settled = of_its_stretch(of_those_before(settled, bound), block.of(article.text))
                sentence = reading.sentences[settled.sentence].shifted(block.start).of(article.text)
                words = block.of(article.text)
                final = under_lead(settled, lead, words[: figure.span.start])
                final = staged(final, (sentence, words, article.text), told)
                upto = above + article.text[block.start : block.start + figure.span.start]
                final = marched(final, sentence, upto, told[-1][1] if told else None)
                told.append((settled, final.kind))
                dated = days if not undated or block.start in labels.of else Days(None)
                read = _bind(final, block, reading, article, dated, labels, statements, places, names, bound, acronyms)
                read = dated_by_list(read, final, list_above)
                bound.append(like_what_it_converts(read, bound, article.text))
                heading = None
        list_above = above_list(block.of(article.text), reading, bound[first:], days.reference) or list_above
        if reading.kind is not BlockKind.BODY:
            above = block.of(article.text) + "\n"
            heading = reading.subject if not reading.figures else None
    return with_parts(bound, article.text)


def _acronyms(readings: Sequence[tuple[Span, Reading]], statements: Sequence[Statement]) -> dict[str, str]:
    """Return the bodies that an article spells out beside their acronym, or that speak under it, each by its acronym."""
    spoken = {one.speaker: one.speaker for one in statements if one.speaker is not None and one.speaker.isupper()}
    mentions = [one for _, reading in readings for one in reading.mentions]
    mentions.sort(key=lambda one: len(one.text))
    return spoken | {one.acronym: one.text for one in mentions if one.acronym is not None}


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _settled(figure: LocalFigure, before: Sequence[Figure], heading: Subject | None, they: bool) -> LocalFigure | None:
    """Return a figure whose noun stands in an earlier paragraph with what the heading or the last figure there counts.

    None where there is neither: a number that counts nothing known is no figure.
    """
    if not figure.antecedent:
        return figure
    # `ils étaient 150` goes back to no things where people were counted before
    whole = [one for one in before if not they or (one.counted not in THINGS and one.unit != "percent")]
    if they and heading is not None and heading.counted in THINGS:
        heading = None
    last = _toll(whole or before)
    if they and heading is None and (new := of_a_crowd(figure, last, whole)) is not None:
        return new
    model = heading or last
    first = any(why.rule == "figures.kind.waits_for_article" for why in figure.evidence)
    if isinstance(model, Figure) and first and not they:
        model = of_its_size(figure, model, before)
    if model is None:
        return None
    rule = "figures.kind.of_heading" if heading else "figures.kind.of_article"
    evidence = tuple(
        Evidence("kind", rule, why.span) if why.rule == "figures.kind.waits_for_article" else why
        for why in figure.evidence
    )
    # `onze, dont trois enfants`: the part says itself who is counted
    named = any(why.field == "counted" and why.rule.startswith(("counted", "figures.counted.men")) for why in evidence)
    kind = DEFAULT_KINDS.get(model.counted, model.kind) if model is heading and model.kind is Kind.OTHER else model.kind
    return replace(figure, kind=kind, counted=figure.counted if named else model.counted, evidence=evidence)


def _toll(before: Sequence[Figure]) -> Figure | None:
    """Return the last figure; but no single one where others that it befell were counted as people before."""
    last = next(reversed(before), None)
    if last is None or last.high != 1 or last.counted in THINGS:
        return last
    several = [one for one in before if one.kind is last.kind and one.counted is Counted.PEOPLE and one.high != 1]
    return several[-1] if several else last


def of_those_before(figure: LocalFigure, before: Sequence[Figure]) -> LocalFigure:
    """Return a figure of some `d'entre eux` with who they are where an earlier paragraph tells."""
    if not any(why.rule == WAITS for why in figure.evidence):
        return figure
    whole = next((one for one in reversed(before) if one.part_of is None and one.counted not in THINGS), None)
    return replace(figure, counted=whole.counted) if whole is not None and figure.counted not in THINGS else figure


def _bind(
    figure: LocalFigure,
    block: Span,
    reading: Reading,
    article: Article,
    days: Days,
    labels: Labels,
    statements: Sequence[Statement],
    places: Places,
    names: Sequence[PlaceName],
    before: Sequence[Figure],
    acronyms: Mapping[str, str],
) -> Figure:
    span = figure.span.shifted(block.start)
    sentence = reading.sentences[figure.sentence]
    said_on = next(
        (
            statement.said_on
            for statement in sorted(
                (one for one in statements if one.said_on is not None and one.span.covers(span)),
                key=lambda one: one.span.end - one.span.start,
            )
        ),
        None,
    )
    words = sentence.shifted(block.start).of(article.text)
    running = RUNNING.search(words) is not None
    days = blow_before(figure, reading, days)
    days = under_label(days, figure, block, reading, labels, running or SO_FAR.search(words) is not None)
    still = stays(figure, words, figure.span.start - sentence.start)
    days = on_the_day(days) if still else days
    before_it = told_last(figure, reading, block.of(article.text), days.reference)
    window, window_why = window_of(figure, days, said_on, _anchor(figure, reading, days), running, before_it)
    source, source_why = source_for(
        span, figure.kind, figure.modality, sentence.shifted(block.start), article.text, statements, before, acronyms
    )
    window = _of_that_day(window, window_why, span, sentence.shifted(block.start), article.text, before)
    model = _dated_like(figure, block, sentence, source_why, before, article.text) if not still else None
    if model is not None and figure.modality not in (Modality.PLANNED, Modality.CALLED_FOR):
        window = Window(since=model.since, until=model.until)
        window_why = Evidence(
            "window",
            "figures.window.as_before",
            model.span.shifted(-block.start) if model.span.start >= block.start else None,
        )
    ahead = _lies_ahead(figure, window, window_why, days.reference)
    evidence = [why.shifted(block.start) for why in figure.evidence]
    if ahead:
        evidence.append(Evidence("modality", "figures.modality.day_to_come"))
    counted = figure.counted
    if _is_miner(span.of(article.text), article.text[span.end : span.end + 30], article.text):
        counted = Counted.PEOPLE
    # a price that they are said to have paid was paid nowhere that the article says
    hearsay = figure.counted is Counted.MONEY and figure.modality is Modality.ALLEGED
    sent = figure.kind is Kind.DEPLOYED
    place, place_why = place_for(
        span, sentence.shifted(block.start), names, places, unsettled=hearsay, sent=sent, before=before,
        whole=figure.part_of + block.start if figure.part_of is not None else None,
    )  # fmt: skip
    unit, unit_why = unit_of(figure.unit, [places.country.country] if places.country and places.country.country else [])
    evidence += [why.shifted(block.start) for why in (window_why,) if why is not None]
    evidence += [why for why in (source_why, place_why, unit_why) if why is not None]
    evidence += [Evidence("place_id", rule, place.name.span) for rule in place.why] if place else []
    return Figure(
        article=article.id,
        span=span,
        text=span.of(article.text),
        unit=unit,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        kind=figure.kind,
        counted=counted,
        side=figure.side,
        by=figure.by,
        place=place.name.name if place else None,
        place_id=place.entry.id if place and place.entry else None,
        place_text=figure.place_text,
        since=window.since,
        until=window.until,
        source=source,
        modality=Modality.PLANNED if ahead else figure.modality,
        part_of=figure.part_of + block.start if figure.part_of is not None else None,
        evidence=tuple(evidence),
    )


def _is_miner(number: str, after: str, text: str) -> bool:
    """`mineurs` are children, but not in an article that tells of a mine."""
    return re.match(r"\s(?:de\s|d['’])?mineure?s?\b", after) is not None and len(MINES.findall(text)) >= 2


def _dated_like(
    figure: LocalFigure,
    block: Span,
    sentence: Span,
    source_why: Evidence | None,
    before: Sequence[Figure],
    text: str,
) -> Figure | None:
    """Return the figure whose days an undated one shares: its whole, or the one whose tally it goes on."""
    if any(timed.relation not in {"free", *OF_STATES} for timed in figure.moments) or not before:
        return None
    if any(0 <= timed.moment.span.start - figure.span.end <= BESIDE for timed in figure.moments):
        # `ils étaient 300 lundi, ils sont 500 aujourd'hui`: a day right behind a number is its own
        return None
    if figure.part_of is not None:
        whole = next((one for one in reversed(before) if one.span.start == figure.part_of + block.start), None)
        return None if whole is not None and _came_of(figure, whole) else whole
    goes_on = source_why is not None and source_why.rule == "figures.source.tally_goes_on"
    goes_on = goes_on or any(why.rule == "figures.kind.verb_repeated" for why in figure.evidence)
    borrowed = any(why.rule in ("figures.kind.of_antecedent", "figures.kind.of_list") for why in figure.evidence)
    same = before[-1].span.start >= sentence.start + block.start
    if figure.told is Telling.DONE and any(why.rule == STAYING for why in before[-1].evidence):
        # `Quatre restent hospitalisés et dix-huit ont quitté l'hôpital`
        return None
    between = text[before[-1].span.end : figure.span.start + block.start]
    alike = before[-1].kind is figure.kind and before[-1].modality is figure.modality
    if same and alike and (_votes(figure, between) or _listed(figure, between)):
        return before[-1]
    if (goes_on or (borrowed and same)) and before[-1].kind is figure.kind and before[-1].span.start >= block.start:
        return before[-1]
    return None


# `28 tonnes de vivres : 450 tentes, 3 000 couvertures`: between two numbers of one list, with no verb
LISTED = re.compile(r"(?:\s[\w’'-]+){1,4}\s?(?::|,|\set)\s(?:[^\W\d]+\s){0,2}")
CAST = re.compile(r"(?:\s(?:voix|votes|suffrages))?\scontre\s")


def _lies_ahead(figure: LocalFigure, window: Window, why: Evidence | None, reference: datetime.date | None) -> bool:
    """Whether what is told without a verb, or of a day to come, is still to be: `Remise de 700 bouées avant la fin du mois`."""
    if figure.modality is not Modality.REPORTED or reference is None or window.until is None:
        return False
    if why is None or why.rule != "figures.window.moment":
        return False
    today = reference.isoformat()
    if window.since is not None:
        return window.since > today[: len(window.since)]
    goes_on = any(one.moment.rule.startswith("moments:until") for one in figure.moments)
    return figure.told is Telling.NOUN and not goes_on and window.until > today[: len(window.until)]


def _of_that_day(
    window: Window, why: Evidence | None, number: Span, sentence: Span, text: str, before: Sequence[Figure]
) -> Window:
    """Return the window of a count that one of a single day is set against: `14 hospitalisés jeudi, contre 21 la veille`."""
    if why is None or why.rule != "figures.window.tally_of" or not before or before[-1].span.start < sentence.start:
        return window
    other, against = before[-1], RIVAL.search(text[sentence.start : number.start])
    if against is None or other.since is None or other.since != other.until:
        return window
    return Window(since=window.until, until=window.until)


def _came_of(figure: LocalFigure, whole: Figure) -> bool:
    """Whether a part came to pass of a whole that was only planned or asked for: `500 tentes promises, dont 120 livrées`."""
    return figure.modality is Modality.REPORTED and whole.modality in (Modality.PLANNED, Modality.CALLED_FOR)


def _votes(figure: LocalFigure, between: str) -> bool:
    """Whether votes are those against the ones right before them: `par onze voix contre quatre`."""
    return figure.kind is Kind.VOTED and CAST.fullmatch(between) is not None


def _listed(figure: LocalFigure, between: str) -> bool:
    """Whether goods are listed behind others of one delivery."""
    return figure.kind is Kind.DELIVERED and figure.told is Telling.NOUN and LISTED.fullmatch(between) is not None


def _anchor(figure: LocalFigure, reading: Reading, days: Days) -> datetime.date | None:
    """Return the day that the paragraph named last before a figure, else the article's: what `la veille` counts from."""
    weeks = any(timed.moment.form == "anchored_period" for timed in figure.moments)
    for moment in reversed([one for one in reading.moments if one.span.end <= figure.span.start]):
        if moment.form == "anchored" and moment.told is Told.OPEN:
            # `l'attentat de la veille` tells which attack, not when what follows happened
            continue
        window = resolve(moment, days.reference)
        if weeks and moment.form == "period" and window.since is not None and len(window.since) == 10:
            # `97 cas la semaine dernière, contre 61 la semaine précédente`
            return datetime.date.fromisoformat(window.since)
        if window.since is not None and window.since == window.until and len(window.since) == 10:
            return datetime.date.fromisoformat(window.since)
    return days.reference
