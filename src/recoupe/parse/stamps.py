"""The words of a stamp or a dateline in, the days and clock times that they name out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from recoupe.lexicon.load import closed
from recoupe.parse.wording import one_of, plain

MONTHS: dict[str, int] = {plain(word): number for word, number in closed("fr", "layout", "months").items()}
ZONES: dict[str, str] = closed("fr", "layout", "zones")
MONTH = one_of(MONTHS)
WEEKDAY = one_of(closed("fr", "layout", "weekdays")["words"])
APPEARED = one_of(closed("fr", "layout", "stamps")["appeared"])
CHANGED = one_of(closed("fr", "layout", "stamps")["changed"])

DAY = re.compile(
    rf"(?<![\w])(?:{WEEKDAY}\b\.?,? )?(?:le )?(?:{WEEKDAY} )?(?:"
    rf"(?P<d>\d{{1,2}})(?:er|\.)?[ -](?P<month>{MONTH})\b\.?,?(?:[ -](?P<y>(?:19|20)\d\d)\b)?"
    r"|(?P<d2>\d{1,2})(?P<sep>[/.-])(?P<m2>\d{1,2})(?P=sep)(?P<y2>(?:19|20)\d\d|\d\d)\b"
    r"|(?P<y3>(?:19|20)\d\d)[-/](?P<m3>\d{1,2})[-/](?P<d3>\d{1,2})"
    r"|(?P<d4>\d{1,2})/(?P<m4>\d{1,2})(?![\d/]))"
)
CLOCK = re.compile(
    r"(?P<join>(?: ?[,–—-]| a|t)? ?)(?<!\d)(?P<h>[01]?\d|2[0-4]) ?(?P<sign>h(?:eures?)?|:)"
    r"(?: ?(?P<min>[0-5]\d)\b)?(?::[0-5]\d)?"
    rf"(?P<zone>z\b| ?\(?(?:{'|'.join(ZONES).lower()})\b\)?)?(?: ?\(?heure[^|)\d]{{0,25}}\)?| locales?)?"
)
BEFORE = re.compile(
    rf"(?:(?P<changed>{CHANGED})|{APPEARED})\b(?: par [^|:0-9]{{2,40}}?)?"
    rf"(?: ?:)?(?: (?:le|a|ce|hier|aujourd'hui|{WEEKDAY}))*(?: ?:)? ?$"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day or a clock time that a stamp names. `when` is an ISO day or date-time, None where the year or the day is
    missing; `changed` says that the text was only altered then; the offsets count in what was read."""

    start: int
    end: int
    when: str | None
    changed: bool


def stamps_in(words: str) -> list[Stamp]:
    """Return the stamps that stand in the words, in order.

    >>> [(stamp.when, stamp.changed) for stamp in stamps_in("Publié le 3 mai 2018 à 13h05 | Mis à jour le 04/05/2018")]
    [('2018-05-03T13:05', False), ('2018-05-04', True)]
    """
    text = plain(words)
    found, at = [], 0
    for day in DAY.finditer(text):
        found += _clocks(text, at, day.start())
        clock = CLOCK.match(text, day.end())
        at = clock.end() if clock else day.end()
        found.append(_stamp(text, day.start(), at, _when(day, clock)))
    return found + _clocks(text, at, len(text))


def _clocks(text: str, start: int, end: int) -> list[Stamp]:
    hits = CLOCK.finditer(text, start, end)
    return [_stamp(text, hit.end("join"), hit.end(), None) for hit in hits if hit["min"] or hit["sign"] != ":"]


def _stamp(text: str, start: int, end: int, when: str | None) -> Stamp:
    before = BEFORE.search(text, max(0, start - 80), start)
    return Stamp(before.start() if before else start, end, when, bool(before and before["changed"]))


def given_day(words: str) -> str | None:
    """Return the ISO day or date-time that metadata gives, or None where the words are none.

    >>> given_day("08/12/2016"), given_day("2016-12-08T09:05:00-05:00"), given_day("jeudi")
    ('2016-12-08', '2016-12-08T09:05:00-05:00', None)
    """
    words = words.strip()
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            read(words)
        except ValueError:
            continue
        if words[4:5] == "-" and words[7:8] == "-":
            return words
        if len(words) == 8:  # 20161208
            return date.fromisoformat(words).isoformat() if words.isdigit() else None
    stamps = [stamp for stamp in stamps_in(words) if stamp.when]
    return stamps[0].when if stamps else None


def _when(day: re.Match[str], clock: re.Match[str] | None) -> str | None:
    try:
        if day["month"] and day["y"]:
            when = date(int(day["y"]), MONTHS[day["month"]], int(day["d"]))
        elif day["d2"]:
            year = int(day["y2"]) + (2000 if len(day["y2"]) == 2 else 0)
            first, second = int(day["d2"]), int(day["m2"])
            # 12/13/2016 can only be the American order
            when = date(year, first, second) if second > 12 >= first else date(year, second, first)
        elif day["y3"]:
            when = date(int(day["y3"]), int(day["m3"]), int(day["d3"]))
        else:
            return None
    except ValueError:
        return None
    if clock is None or clock["h"] == "24":
        return when.isoformat()
    zone = (clock["zone"] or "").strip(" ()").upper()
    return f"{when.isoformat()}T{int(clock['h']):02}:{clock['min'] or '00'}{ZONES.get(zone, '')}"
