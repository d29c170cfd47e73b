"""What a picture of tolls shows in, the words for it out: its title, its lines' names, its warnings, and all of it told."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from recoupe.catalogue import Catalogue
from recoupe.show.charts.look import drawn
from recoupe.show.charts.toll_picture import Point, TollLine, TollPicture, span
from recoupe.show.values import interval

_TOLD = 8
"""Lines that the words for a picture tell of; the others are counted."""


def what_of(picture: TollPicture, words: Catalogue) -> str:
    """Return what a picture shows tolls of, as far as all of its lines share it."""
    kinds = tuple(dict.fromkeys(line.kind for line in picture.lines))
    parts = [words.term("kind", kind) for kind in kinds[:3]]
    if len(picture.populations) == 1:
        parts.append(words.term("counted", picture.populations[0]))
    if len(picture.places) == 1 and picture.places[0]:
        parts.append(drawn(picture.places[0]))
    return " · ".join(parts)


def name_of(line: TollLine, picture: TollPicture, words: Catalogue) -> str:
    """Return what a line is called: its source, and whatever of it is not the same for all lines."""
    parts = [drawn(line.source) or words.say("tolls.no_source")]
    if len({one.kind for one in picture.lines}) > 1:
        parts.append(words.term("kind", line.kind))
    if len(picture.places) > 1:
        parts.append(drawn(line.place) or words.say("tolls.no_place"))
    if len(picture.populations) > 1:
        parts.append(words.term("counted", line.counted))
    if len(picture.windows) > 1:
        parts.append(window_of(line.since, line.running, words))
    return " · ".join(parts)


def window_of(since: str | None, running: bool, words: Catalogue) -> str:
    """Return since when a toll counts, or that it is that of one span alone."""
    if since is None:
        return words.say("tolls.since_unsaid")
    coarse = "" if len(since) >= 10 else "_coarse"
    return words.say(f"tolls.{'since' if running else 'of_day'}{coarse}", day=day_of(since, words))


def day_of(iso: str | None, words: Catalogue) -> str:
    """Return an ISO day, month or year in words; months and years stay as coarse as they are.

    >>> day_of("2016-12", Catalogue.of("fr")), day_of("2016", Catalogue.of("fr")), day_of(None, Catalogue.of("fr"))
    ('déc. 2016', '2016', '')
    """
    if not iso or len(iso) >= 10:
        return words.day(iso)
    month = span(iso)[0] if len(iso) == 7 else None
    return format_date(date.fromisoformat(month), "MMM y", locale=words.language) if month else iso


def days_of(point: Point, words: Catalogue) -> str:
    """Return of which day a point is, or between which days, where the check worked that out."""
    if (point.first, point.last) != span(point.until):
        return words.say("tolls.between", first=words.day(point.first), last=words.day(point.last))
    return day_of(point.until, words)


def value_of(point: Point, unit: str) -> str:
    """Return the interval of a point, open where it is open."""
    return interval(point.low, point.high, unit)


def warnings_of(picture: TollPicture, words: Catalogue) -> list[str]:
    """Return in what the lines of a picture do not count the same, a sentence each."""
    said = []
    if len(picture.places) > 1:
        names = [drawn(place, 40) or words.say("tolls.no_place") for place in picture.places]
        said.append(words.say("tolls.warn.places", names=_listed(names, words)))
    if len(picture.populations) > 1:
        names = [words.term("counted", one) for one in picture.populations]
        said.append(words.say("tolls.warn.populations", names=_listed(names, words)))
    if len(picture.windows) > 1:
        names = [window_of(since, running, words) for since, running in picture.windows]
        said.append(words.say("tolls.warn.windows", names=_listed(names, words)))
    return said


def told_in_words(picture: TollPicture, words: Catalogue) -> str:
    """Return all numbers of a picture as sentences, for those who do not see it; long ones end in a count of what is left."""
    said = [words.count("tolls.alt.head", len(picture.lines), what=what_of(picture, words))]
    for line in picture.lines[:_TOLD]:
        points = "; ".join(_point(point, line.unit, words) for point in line.points)
        name = f"{line.letter}, {name_of(line, picture, words)}"
        said.append(words.say("tolls.alt.line", name=name, points=points))
    if len(picture.lines) > _TOLD:
        said.append(words.count("tolls.alt.more", len(picture.lines) - _TOLD))
    return " ".join([*said, *warnings_of(picture, words)])


def _point(point: Point, unit: str, words: Catalogue) -> str:
    day = days_of(point, words) or words.say("tolls.no_day")
    parts = [words.say("tolls.alt.point", value=value_of(point, unit), day=day)]
    if point.step in ("lowered", "widened", "raised"):
        parts.append(words.term("step", point.step))
    if point.hearsay:
        parts.append(words.say("tolls.hearsay"))
    if any(one.renewed for one in point.tellings) and not any(one.independent for one in point.tellings):
        parts.append(words.say("tolls.alt.renewed"))
    copies = sum(one.again for one in point.tellings)
    if copies:
        parts.append(words.count("tolls.copies", copies))
    return f"{parts[0]} ({', '.join(parts[1:])})" if len(parts) > 1 else parts[0]


def _listed(names: list[str], words: Catalogue, most: int = 6) -> str:
    more = [words.count("tolls.others", len(names) - most)] if len(names) > most else []
    return ", ".join([*names[:most], *more])
