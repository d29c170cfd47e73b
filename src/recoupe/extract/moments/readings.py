"""What a regex of the lexicon caught in, a moment's form and values out; None where the words name no time."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace

from recoupe.extract.moments import pieces
from recoupe.lexicon import Entry
from recoupe.model.moment import Moment
from recoupe.model.span import Span

Match = re.Match[str]
Reading = Callable[[Entry, Match], Moment | None]


def _made(entry: Entry, form: str, *value: object, parts: tuple[Moment, ...] = ()) -> Moment:
    """Return a moment whose span is set by whoever asked for it."""
    words = tuple("" if item is None else str(item) for item in value)
    return Moment(span=Span(0, 0), rule=entry.name, form=form, value=words, parts=parts)


def _group(match: Match, name: str) -> str | None:
    return match.groupdict().get(name)


def _direction(words: str | None) -> str:
    return str(pieces.table("directions")[words]) if words else ""


def point(entry: Entry, words: str) -> Moment | None:
    """Return the moment that a slot for a whole moment caught: a date, else a weekday, else a month, else a year."""
    for name in pieces.POINTS:
        match = pieces.alone(name).fullmatch(words.strip())
        if match and (read := _POINTS[name](entry, match)):
            return read
    return None


def _date(entry: Entry, match: Match) -> Moment | None:
    found = match.groupdict()
    if found.get("d"):
        day = 1 if found["d"].startswith(("1er", "1 er", "premier")) else int(found["d"])
        year, month = found["y"] or "", pieces.month_words()[found["m"].rstrip(".")]
        weekday, turn = found["w"], _direction(found["dm"])
    elif found.get("iy"):
        year, month, day, weekday, turn = found["iy"], int(found["im"]), int(found["id"]), None, ""
    else:
        year, month, day, weekday, turn = found.get("ny") or "", int(found["nm"]), int(found["nd"]), None, ""
        if len(year) == 2:
            year = f"20{year}" if int(year) < 70 else f"19{year}"
    if not pieces.real_day(int(year or 2000), month, day):
        return None
    return _made(entry, "date", year, month, day, "" if weekday is None else pieces.weekdays()[weekday], turn)


def _weekday(entry: Entry, match: Match) -> Moment | None:
    turn = f"{_direction(match['week'])}_week" if match["week"] else _direction(match["dm"])
    return _made(entry, "weekday", pieces.weekdays()[match["w"]], turn)


def _monthday(entry: Entry, match: Match) -> Moment | None:
    word = match["d"]
    day = 1 if word.startswith(("1er", "1 er", "premier")) else int(word)
    return _made(entry, "monthday", day, "" if match["w"] is None else pieces.weekdays()[match["w"]])


def _month(entry: Entry, match: Match) -> Moment | None:
    return _made(entry, "month", match["y"], pieces.months()[match["m"]], _direction(match["dm"]))


def _year(entry: Entry, match: Match) -> Moment | None:
    return _made(entry, "year", match["y"])


def _whole(entry: Entry, match: Match) -> Moment | None:
    """Read an entry that is one slot for a whole moment, with what its lead and its surroundings allow."""
    name = next(name for name in pieces.POINTS if _group(match, name))
    read = point(entry, match[name])
    if read is None or read.form != entry.means:
        return None
    match read.form:
        case "month":
            told = read.value[0] or read.value[2] or _group(match, "lead") or entry.extra.get("weak")
        case "year":
            told = not pieces.counts_a_noun(match.string, match.end())
        case "monthday":  # `ce mardi 7 civils ont été tués` counts civilians
            alone = match["lead"] == "le" and match.string[match.end() :].lstrip(" »")[:1] in (*",.;:)", "")
            told = match["after"] or alone or (read.value[1] and pieces.no_noun(match.string, match.end()))
        case _:
            told = True
    return read if told else None


def _range(entry: Entry, match: Match) -> Moment | None:
    """Read two points, the first of which may leave its month and its year to the second."""
    second_words = _group(match, "point2") or match["date2"]
    first, second = point(entry, match["point"]), point(entry, second_words)
    if first is None or second is None:
        return None
    if first.form == "monthday" and second.form == "date":
        year, month, day = second.value[0], int(second.value[1]), int(first.value[0])
        if day > int(second.value[2]):
            year, month = (year, month - 1) if month > 1 else (str(int(year) - 1) if year else "", 12)
        if not pieces.real_day(int(year or 2000), month, day):
            return None
        first = replace(first, form="date", value=(year, str(month), str(day), first.value[1], ""))
    elif first.form == second.form and first.form in ("date", "month") and second.value[0] and not first.value[0]:
        earlier = int(first.value[1]) > int(second.value[1])
        first = replace(first, value=(str(int(second.value[0]) - earlier), *first.value[1:]))
    forms = (first.form, second.form)
    alike = first.form == second.form and (first.form != "monthday" or entry.extra.get("night"))
    if not alike and set(forms) != {"date", "weekday"} and not {*forms} <= {"date", "month", "part"}:
        return None
    if first.form == "year":
        counted = pieces.counts_a_noun(match.string, match.end())
        if counted or int(first.value[0]) >= int(second.value[0]):
            return None
    if entry.extra.get("days") and not _next_day(first, second):
        return None
    return _made(entry, "range", parts=(first, second))


def _week_of(entry: Entry, match: Match) -> Moment | None:
    """Read the seven days from the one that a week is called by: `la semaine du 3 mars`."""
    first = point(entry, match["date"])
    if first is None or first.form != "date":
        return None
    year, month, day = first.value[:3]
    start = datetime.date(int(year or 2001), int(month), int(day))
    end = start + datetime.timedelta(days=6)
    second_year = str(end.year) if year else ""
    second = replace(first, value=(second_year, str(end.month), str(end.day), "", ""))
    return _made(entry, "range", parts=(first, second))


def _next_day(first: Moment, second: Moment) -> bool:
    """Say whether two weekdays follow one another, with nothing said of their weeks."""
    if first.form != "weekday" or second.form != "weekday" or first.value[1] or second.value[1]:
        return False
    return (int(second.value[0]) - int(first.value[0])) % 7 == 1


def _counted(match: Match, second: str = "") -> tuple[str, int, str] | None:
    """Return the unit, the number and the kind of hedge of a counted time."""
    words = _group(match, f"count{second}")
    count = pieces.number(words) if words else None
    if words is None or count is None:
        return None
    unit = str(pieces.table("units")[match[f"unit{second}"]])
    hedge = _group(match, "hedge")
    kind = str(pieces.table("hedges")[hedge.rstrip()]) if hedge else ("about" if words.startswith("une ") else "")
    if unit == "hour":
        if count % 24:
            return None
        unit, count = "day", count // 24
    return unit, count, kind


def _offset(entry: Entry, match: Match) -> Moment | None:
    if entry.extra.get("value"):
        return _made(entry, entry.means, *entry.extra["value"])
    counted = _counted(match) if _group(match, "count") else _counted(match, "2")
    if counted is None:
        return None
    unit, count, kind = counted
    return _made(entry, entry.means, unit, count * int(entry.extra["n"]), kind)


def _period(entry: Entry, match: Match) -> Moment | None:
    if entry.extra.get("value"):
        return _made(entry, "period", *entry.extra["value"])
    return _made(entry, entry.means, pieces.table("units")[match["unit"]], entry.extra["n"])


def _part(entry: Entry, match: Match) -> Moment | None:
    words = _group(match, "month") or _group(match, "year")
    inner = point(entry, words) if words else None
    if inner is None or (inner.form == "year" and pieces.counts_a_noun(match.string, match.end())):
        return None
    return _made(entry, "part", pieces.table("parts")[match["part"]], parts=(inner,))


_POINTS: dict[str, Reading] = {
    "date": _date,
    "short_date": _date,
    "weekday": _weekday,
    "part_point": _part,
    "month": _month,
    "year": _year,
    "monthday": _monthday,
}


def _part_of_this(entry: Entry, match: Match) -> Moment | None:
    turn = {"last": -1, "next": 1}.get(_direction(match["dm"]), 0)
    inner = _made(entry, "period", pieces.table("units")[match["unit"]], turn)
    return _made(entry, "part", pieces.table("parts")[match["part"]], parts=(inner,))


def _quarter(entry: Entry, match: Match) -> Moment | None:
    nth, months = int(str(pieces.table("ordinals")[match["nth"]])), 3 if match["long"] == "trimestre" else 6
    return _made(entry, "quarter", _group(match, "year"), nth, months) if nth * months <= 12 else None


def _nth_day(entry: Entry, match: Match) -> Moment | None:
    nth = int(str(pieces.table("ordinals")[match["nth"]]))
    return _made(entry, "offset", "day", 1 - nth, "") if nth > 1 else None


def _first_months(entry: Entry, match: Match) -> Moment | None:
    months = pieces.number(match["count"])
    return _made(entry, "quarter", _group(match, "year"), 1, months) if months and months < 12 else None


def _decade(entry: Entry, match: Match) -> Moment | None:
    return _made(entry, "decade", match["decade"] if len(match["decade"]) == 4 else f"19{match['decade']}")


def _holiday(entry: Entry, match: Match) -> Moment | None:
    return _made(entry, "date", "", *str(pieces.table("feast_days")[match["feast"]]).split("-"), "", "")


def _plain(entry: Entry, match: Match) -> Moment | None:
    return _made(entry, entry.means, *entry.extra.get("value", ()))


def _event(entry: Entry, match: Match) -> Moment | None:
    return _made(entry, "event", match["noun"], match[0])


READINGS: dict[str, Reading] = {
    **dict.fromkeys(("date", "weekday", "monthday", "month", "year"), _whole),
    **dict.fromkeys(("offset", "rolling", "anchored"), _offset),
    **dict.fromkeys(("until_now", "vague", "night", "daytime"), _plain),
    "range": _range,
    "week_of": _week_of,
    **dict.fromkeys(("period", "anchored_period"), _period),
    "nth_day": _nth_day,
    "first_months": _first_months,
    "part": _part,
    "part_of_this": _part_of_this,
    "quarter": _quarter,
    "decade": _decade,
    "holiday": _holiday,
    "event": _event,
}
