"""An article whose paragraphs stand under days (`Mercredi 9. La rivière ...`) in, the day of each of its paragraphs out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from babel.dates import get_day_names, get_month_names

from recoupe.extract.calendar import resolve
from recoupe.extract.figures.onsets import UNSAID, Days
from recoupe.extract.reading import LocalFigure, Reading, Telling
from recoupe.model.article import BlockKind
from recoupe.model.figure import Kind, Modality
from recoupe.model.moment import Window
from recoupe.model.span import Span

RULE = "figures.window.day_of_label"
WEEKDAYS = tuple(name for _, name in sorted(get_day_names("wide", locale="fr").items()))
MONTHS = tuple(name for _, name in sorted(get_month_names("wide", locale="fr").items()))
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_PART = r"(?:matin|midi|après-midi|soir|nuit)"
# `Mercredi 9. La protection civile ...`, `Dimanche 24 septembre – `, `12 mai, 14 h :`, `Lundi 17. L'arithmétique`
LABEL = re.compile(
    rf"[\s•*►■»–—-]*(?:le\s)?(?=[lmjvsd\d])(?P<weekday>{'|'.join(WEEKDAYS)})?(?(weekday)(?=[\s.:,|]|$)\s?)"
    rf"(?:(?P<number>\d{{1,2}})(?:er)?(?:\s{_MONTH}(?:\s(?P<year>\d{{4}}))?|(?(weekday)|(?!))))?"
    rf"(?:,?\s(?:au\s)?{_PART})?(?:,?\s(?:vers\s|à\s)?\d{{1,2}}\s?[hH:](?:\s?\d{{2}})?)?\s?(?:[.:|](?=\s|$)|[–—](?=\s)|$)",
    re.IGNORECASE,
)
# a paragraph that looks ahead stands under no day any more: `Et maintenant ? La Cour doit trancher`
LOOKS_AHEAD = re.compile(r"\W*et\s(?:maintenant|demain|après|la\ssuite|ensuite|aujourd['’]hui)\s?\?", re.IGNORECASE)
# a recap tells of several days; one alone may be that of the report
FEWEST = 2
WEEK = 7
# days: a recap goes back no further
LONGEST = 62
# paragraphs in which a recap says what days it tells of
HEAD = 3
DAY = len("2019-08-11")


@dataclass(frozen=True, slots=True)
class Labels:
    """The day that each paragraph stands under, by where it begins, and the first day of all."""

    of: Mapping[int, datetime.date] = field(default_factory=dict)
    first: str | None = None


def labels_of(text: str, readings: Sequence[tuple[Span, Reading]], reference: datetime.date | None) -> Labels:
    """Return the days that the paragraphs of an article stand under; none where it is no recap of several days."""
    if reference is None:
        return Labels()
    told: dict[int, datetime.date] = {}
    current: datetime.date | None = None
    days_told = _in_order([_day(block.of(text), reference) for block, _ in readings], reference)
    for (block, reading), day in zip(readings, days_told, strict=True):
        words = block.of(text)
        if day is not None:
            current = day
        elif LOOKS_AHEAD.match(words) or reading.kind is not BlockKind.BODY:
            current = None
        if current is not None:
            told[block.start] = current
    days = set(told.values())
    if len(days) < FEWEST:
        return Labels()
    return Labels(told, min(days).isoformat())


def recapped_until(readings: Sequence[tuple[Span, Reading]]) -> datetime.date | None:
    """Return the last of the days that the head of an article without a day of its own says that it recalls.

    `Inondations : la semaine du 5 au 11 août 2019`, over paragraphs that stand under days; where it says no year, none is known.
    """
    for _, reading in readings[:HEAD]:
        for moment in reading.moments:
            window = resolve(moment, None) if moment.form == "range" else Window()
            if window.since is None or window.until is None or len(window.since) != DAY or len(window.until) != DAY:
                continue
            first, last = datetime.date.fromisoformat(window.since), datetime.date.fromisoformat(window.until)
            if 0 < (last - first).days <= LONGEST:
                return last
    return None


def of_its_week(days: Days) -> Days:
    """Return the days of an article that recalls a week: its crisis had begun before, on a day that only its words can tell."""
    return days if days.reference is None or days.onset is not None else replace(days, rule=UNSAID)


def _in_order(days: Sequence[datetime.date | None], reference: datetime.date) -> list[datetime.date | None]:
    """Return the days of labels with one of a week before where it only looks like the article's own.

    `Lundi. [...] Mardi. [...] Dimanche. [...]`, on a Monday: the first one is no more than a day before the second.
    """
    read = list(days)
    ahead: datetime.date | None = None
    for at in reversed(range(len(read))):
        day = read[at]
        if day is None:
            continue
        if day == reference and ahead is not None and (reference - ahead).days > WEEK // 2:
            read[at] = day = reference - datetime.timedelta(days=WEEK)
        ahead = day
    return read


def _day(words: str, reference: datetime.date) -> datetime.date | None:
    """Return the last day up to the reference day that the label at the head of a paragraph names."""
    hit = LABEL.match(words)
    if hit is None:
        return None
    for back in range(LONGEST):
        day = reference - datetime.timedelta(days=back)
        fits = (
            (hit["weekday"] is None or WEEKDAYS[day.weekday()] == hit["weekday"].casefold())
            and (hit["number"] is None or day.day == int(hit["number"]))
            and (hit["month"] is None or MONTHS[day.month - 1] == hit["month"].casefold())
            and (hit["year"] is None or day.year == int(hit["year"]))
        )
        if fits:
            return day
    return None


def opened_by(days: Days, first: str | None) -> Days:
    """Return the days of an article with a day by which its crisis had begun, where nothing says that it began before.

    That is the first day that its paragraphs stand under, or that it says that it covers.
    """
    if first is None:
        return days
    if days.campaign is not None and days.campaign <= first:
        return replace(days, blow=None)
    if days.blow is not None and days.blow <= first:
        return days
    return replace(days, blow=None, campaign=first, rule="figures.window.onset_campaign")


def under_label(
    days: Days, figure: LocalFigure, block: Span, reading: Reading, labels: Labels, running: bool = False
) -> Days:
    """Return the days with the one that the paragraph of a figure stands under: its counts stood on that day.

    What is told in words of doing happened on that day; what somebody counts, or what no verb tells of, ran until then, as does
    a `running` toll.
    """
    day = labels.of.get(block.start)
    if day is None:
        return days
    days = replace(days, closed=day)
    if running:
        return days
    counted = any(one.span.covers(figure.span) for one in reading.statements) and figure.told is Telling.NOUN
    done = figure.told in (Telling.DONE, Telling.DONE_THEN, Telling.NOW) and figure.kind is not Kind.OTHER
    scene = figure.told is Telling.NOUN and not counted and _acts_before(figure, reading)
    scene = scene or (figure.told is Telling.NOUN and figure.kind is Kind.DETAINED)
    if figure.modality is Modality.ALLEGED:
        # `quarante détenus seraient morts`: the rumour ran that day
        return days
    if (done and not _is_told(figure, reading)) or scene:
        return replace(days, blow=day.isoformat(), campaign=None, rule=RULE)
    return days


def _is_told(figure: LocalFigure, reading: Reading) -> bool:
    """Whether somebody answers for a figure: a count that is told, not what the recap tells of the day."""
    return any(one.span.covers(figure.span) for one in reading.statements)


def _acts_before(figure: LocalFigure, reading: Reading) -> bool:
    """Whether the sentence of a figure tells of it behind what happened: `Le pont cède : trois blessés`."""
    sentence = reading.sentences[figure.sentence]
    return figure.span.start - sentence.start > len("Le pont cède : ")
