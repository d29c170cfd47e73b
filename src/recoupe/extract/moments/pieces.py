"""The slots that the lexicon's moments are written with in, patterns over folded text out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cache

from babel.dates import get_day_names, get_month_names

from recoupe.extract.moments.fold import fold
from recoupe.lexicon import closed, entries

LANGUAGE = "fr"
DAY = r"(?:1 ?er|premier|3[01]|[12][0-9]|0?[1-9])(?![0-9])"
# not the head of a grouped number, and not the tail of one
YEAR = r"(?<![0-9.,])(?:1[5-9][0-9][0-9]|20[0-9][0-9])(?![0-9%]|[.,'][0-9]| ?%| ?°)"


@cache
def months() -> dict[str, int]:
    """Return the full names of the months, folded, with their numbers."""
    return {fold(name).text: number for number, name in get_month_names("wide", locale=LANGUAGE).items()}


@cache
def month_words() -> dict[str, int]:
    """Return full and short names of the months, folded and without their dot."""
    short = get_month_names("abbreviated", locale=LANGUAGE).items()
    words = {fold(name).text.rstrip("."): number for number, name in short}
    return {**words, **table("months"), **months()}


@cache
def weekdays() -> dict[str, int]:
    """Return the names of the weekdays, folded; Monday is 0."""
    return {fold(name).text: number for number, name in get_day_names("wide", locale=LANGUAGE).items()}


@cache
def table(name: str) -> dict[str, object]:
    """Return a closed list of the lexicon with folded words."""
    return {fold(word).text: value for word, value in closed(LANGUAGE, "moments", name).items()}


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for one of some folded words, the longest first."""
    listed = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " +") for word in listed) + ")"


@cache
def count_pattern() -> str:
    """Return a pattern for a whole number in digits or words, approximate ones (`une dizaine de`) included."""
    word = any_of(table("numbers"))
    tens = any_of(table("tens"))
    digits = r"(?<![0-9.,])[0-9]{1,4}(?![0-9]|[.,][0-9])"
    return rf"(?:{digits}|\b{word}(?:(?:-| et |-et-| ){word})*\b|\bune (?:petite |bonne )?{tens}(?= d))"


@cache
def slots() -> dict[str, str]:
    """Return the pattern of each slot; the named groups in it are what `readings` asks for."""
    weekday, short = any_of(weekdays()), any_of(month_words())
    month, turn, feast = any_of(months()), any_of(table("directions")), any_of(table("feasts"))
    turned = rf"(?: (?P<dm>{turn})\b)?"
    tail = day_part()
    of_week = rf" de la semaine (?P<week>{turn})\b"
    day_and_month = rf"(?:(?P<w>{weekday})(?:,? le|,)? )?(?P<d>{DAY}) (?P<m>{month}\b|{short}\b\.?)"
    named = rf"\b{day_and_month}(?:,? (?:de )?(?P<y>{YEAR}))?{turned}{tail}"
    in_digits = "(?<![0-9/.,-])(?P<nd>3[01]|[12][0-9]|0?[1-9])[/.-](?P<nm>1[0-2]|0?[1-9])"
    numeric = rf"{in_digits}[/.-](?P<ny>(?:20|19)?[0-9]{{2}})(?![0-9/.,-][0-9]|[0-9])"
    iso = "(?<![0-9-])(?P<iy>(?:20|19)[0-9]{2})-(?P<im>1[0-2]|0[1-9])-(?P<id>3[01]|[12][0-9]|0[1-9])(?![0-9-])"
    slashed = r"(?<![0-9/.,-])(?P<nd>3[01]|[12][0-9]|0?[1-9])/(?P<nm>1[0-2]|0[1-9])(?![0-9/%-]|[.,][0-9])"
    no_clock = r"(?! ?[%h:]| (?:h|heures?|minutes?)\b|[.,'/-][0-9]| [0-9]{3})"
    return {
        "date": rf"(?:{named}|{numeric}|{iso})",
        "short_date": slashed,
        "weekday": rf"\b(?P<w>{weekday})\b(?! {feast}\b)(?:{of_week}|{turned}{tail})(?! [0-9]{{1,2}}(?: |er){short}\b)",
        "month": rf"\b(?P<m>{month})\b(?: (?:de )?(?P<y>{YEAR}))?{turned}",
        "year": rf"(?P<y>{YEAR})",
        "monthday": rf"(?:(?P<w>{weekday}),? )?(?P<d>{DAY}){no_clock}",
        "count": rf"(?P<count>{count_pattern()})(?: d'| de | )(?:autres |longs |longues |bons |bonnes )?",
        "unit": rf"(?P<unit>{any_of(table('units'))})\b(?! (?:a pied|de route|de marche|de vol|de retard|lumiere)|-)",
        "hedge": rf"(?:(?P<hedge>{any_of(table('hedges'))}) ?)?",
        "direction": rf"(?P<dm>{turn})\b",
        "plain_direction": turn,
        "part_point": rf"\b(?P<part>{any_of(table('parts'))})[ -](?:du mois de |du mois d'|de |d')?"
        rf"(?:(?P<month>{month}\b(?: {YEAR})?)|(?P<year>{YEAR}))",
        "part": rf"\b(?P<part>{any_of(table('parts'))})",
        "nth": rf"\b(?P<nth>{any_of(table('ordinals'))})\b",
        "tail": tail,
        "units": r"(?:jours|semaines|mois|annees|ans|heures|temps)\b",
        "last": r"(?:dernier|derniere|derniers|dernieres)",
        "next": r"(?:prochain|prochaine|prochains|prochaines)",
        "decade": r"(?P<decade>(?:1[5-9]|20)?[0-9]0)(?![0-9])",
        "noun": rf"(?P<noun>{any_of(table('events'))})\b",
        "blow": rf"(?:{any_of(_blows())})[sx]?\b",
    }


def _blows() -> list[str]:
    """Return the folded nouns of what strikes."""
    nouns = [entry for entry in entries(LANGUAGE, "events") if entry.extra["role"] == "noun"]
    struck = [entry for entry in nouns if not entry.extra.get("mild")]
    return [fold(form).text for entry in struck for form in entry.forms]


def day_part() -> str:
    """Return a pattern for what may follow a day: `soir`, `en fin de journée`, `à l'aube`."""
    parts = "(?:petit )?" + any_of(table("parts_of_day"))
    lead = (
        r"(?:en (?:debut|fin|milieu) d(?:e |')(?:la |l')?|(?:dans |durant |en )?(?:la |l'|le )|au |a l'|a la |a |en )?"
    )
    return rf"(?:,? (?:tot |tard |peu (?:avant|apres) )?{lead}{parts}\b)?"


def nameless(pattern: str) -> str:
    """Return a pattern with its named groups made plain, so that it can stand twice in another one."""
    return re.sub(r"\(\?P<[a-z]+>", "(?:", pattern)


# what a point in time may be, in the order in which its words are tried
POINTS = ("date", "short_date", "weekday", "part_point", "month", "year", "monthday")


@cache
def alone(name: str) -> re.Pattern[str]:
    """Return the pattern of one slot by itself."""
    return re.compile(slots()[name])


@cache
def filled(template: str) -> re.Pattern[str]:
    """Return a regex of the lexicon with its slots filled; `{point2}` is a second `{point}`.

    A slot for a whole moment becomes one group of its name, to be read by itself.
    """
    text = fold(template).text.replace("(?p<", "(?P<")
    whole = {"point": "|".join(nameless(slots()[name]) for name in POINTS)}
    whole |= {name: nameless(slots()[name]) for name in POINTS}

    def fill(slot: re.Match[str]) -> str:
        name, second = slot["name"], slot["second"]
        if name in whole:
            return f"(?P<{name}{second}>{whole[name]})"
        return re.sub(r"\(\?P<([a-z]+)>", rf"(?P<\g<1>{second}>", slots()[name])

    pattern = re.sub(r"\{(?P<name>[a-z_]+)(?P<second>2?)\}", fill, text)
    return re.compile(rf"(?<![a-z0-9-])(?:{pattern})(?![a-z0-9])")


def number(words: str) -> int | None:
    """Return the whole number that folded digits or number words stand for, None where they stand for none.

    >>> number("quatre-vingt-dix"), number("une quinzaine")
    (90, 15)
    """
    if words.isdigit():
        return int(words)
    total, last = 0, 0
    parts = [part for part in re.split(r"[- ]+", words) if part not in ("et", "petite", "bonne")]
    tens, known = table("tens"), table("numbers")
    if parts[-1:] and parts[-1] in tens:
        return int(str(tens[parts[-1]]))
    for part in parts:
        value = int(str(known.get(part, 0)))
        if not value:
            return None
        if value in (100, 1000) and 0 < last < value:
            total, last = total - last + last * value, last * value
        elif value == 20 and last == 4:
            total, last = total + 76, 80
        elif last and value >= last:
            return None
        else:
            total, last = total + value, value
    return total or None


def counts_a_noun(text: str, end: int) -> bool:
    """Say whether the number that ends there counts the word after it, as no year does: `en 2000 exemplaires`."""
    word = re.compile(r" ([a-z]+[sx])\b").match(text, end)
    return word is not None and word[1] not in table("function_words")


def no_noun(text: str, end: int) -> bool:
    """Say whether a number that ends there has nothing after it that it could count."""
    word = re.compile(r" ?(?:$|[^a-z0-9 ]| ?([a-z]+))").match(text, end)
    return word is not None and (word[1] is None or word[1] in table("function_words"))


def real_day(year: int, month: int, day: int) -> datetime.date | None:
    """Return that day of the calendar, None where there is none."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
