"""Values of records in, the words of a report in one language out: numbers with their hedge, days, what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from babel.dates import format_date, format_datetime

from recoupe.catalogue import Catalogue
from recoupe.model.figure import Counted, Kind, Number, Qualifier
from recoupe.show.values import cell

_QUOTED = 420
"""Signs of an article's words that are quoted; what is longer is cut, and says so."""
_NAMED = 160
"""Signs of a name that are shown."""
_VOWELS = "aeiouyâàéèêëîïôûh"
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNPRINTABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FORMS = ("ms", "fs", "mp", "fp")
_UNITS = {"count": "", "km2": "\u00a0km²"}


@dataclass(frozen=True)
class Wording:
    """What a report says of a value, in one language; what is not known is blank."""

    catalogue: Catalogue

    @property
    def language(self) -> str:
        return self.catalogue.language

    def say(self, key: str, **values: Any) -> str:
        """Return the words of a key, its blanks filled, with the spaces that do not break where the language has them."""
        return self._templates[key].format(**values)

    def count(self, key: str, number: int, **values: Any) -> str:
        """Return a count with its noun, singular or plural."""
        shown = self.catalogue.count(key, number, **values)
        return _spaced(shown) if self.language == "fr" else shown

    def number(self, value: Number) -> str:
        """Return a number as the language writes it."""
        return self.catalogue.number(value)

    def amount(self, value: Number, unit: str) -> str:
        """Return a number with its unit."""
        if unit == "percent":
            return self.number(value) + ("\u00a0%" if self.language == "fr" else "%")
        return self.number(value) + _UNITS.get(unit, f"\u00a0{unit}")

    def value(self, low: Number | None, high: Number | None, qualifier: str, unit: str) -> str:
        """Return an interval with its hedge; blank where the words leave both sides open."""
        known = [value for value in (low, high) if value is not None]
        if not known:
            return ""
        if low is not None and high is not None and low != high:
            key = qualifier if qualifier in ("about", "nearly", "vague") else "range"
            shown = (self.number(low), self.amount(high, unit))
            return self.say(f"report.value.{key}", low=shown[0], high=shown[1])
        one = self.amount(known[0], unit)
        if low is not None and high is not None:
            return self.say("report.value.about_one", n=one) if qualifier == "about" else one
        if low is not None:
            return self.say(f"report.value.{'more_than' if qualifier == Qualifier.MORE_THAN else 'at_least'}", n=one)
        under = qualifier if qualifier in ("less_than", "up_to") else "at_most"
        return self.say(f"report.value.{under}", n=one)

    def spread(self, values: list[tuple[Number | None, Number | None]], unit: str) -> str:
        """Return what several intervals reach from and to; blank where together they bound nothing."""
        if any(low is None and high is None for low, high in values):
            return ""
        least = min(low if low is not None else high for low, high in values)  # type: ignore[type-var]
        most = max(high if high is not None else low for low, high in values)  # type: ignore[type-var]
        assert least is not None and most is not None
        below, above = any(low is None for low, _ in values), any(high is None for _, high in values)
        less = self.say("report.value.or_less") if below else ""
        more = self.say("report.value.or_more") if above else ""
        if least == most:
            return "" if less and more else self.amount(least, unit) + less + more
        first = self.number(least) + less
        return self.say("report.value.from_to", low=first, high=self.amount(most, unit) + more)

    def day(self, iso: str | None) -> str:
        """Return a day, month or year in full; blank where it is not known.

        >>> Wording(Catalogue.of("fr")).day("2016-12-01"), Wording(Catalogue.of("fr")).day("2016-12")
        ('1er décembre 2016', 'décembre 2016')
        """
        when = _parsed(iso)
        if iso is None or when is None:
            return cell(iso)
        if len(iso) == 4:
            return iso
        if len(iso) == 7:
            return format_date(when, "LLLL y", locale=self.language)
        shown = format_date(when, "long", locale=self.language)
        return re.sub("^1 ", "1er ", shown) if self.language == "fr" else shown

    def on(self, iso: str) -> str:
        """Return when: `le 8 décembre 2016`, `en décembre 2016`."""
        return self.say("report.on.day" if len(iso) > 7 else "report.on.month", day=self.day(iso))

    def of(self, iso: str, key: str = "of") -> str:
        """Return of when: `du 8 décembre 2016`, `d'octobre 2016`, `de 2016`; `key` is `of` or `dated`."""
        if len(iso) > 7:
            return self.say(f"report.{key}.day", day=self.day(iso))
        vowel = self.day(iso)[0].lower() in _VOWELS
        return self.say(f"report.{key}.{'vowel' if vowel else 'month'}", day=self.day(iso))

    def since(self, iso: str) -> str:
        """Return since when: `depuis le 15 novembre 2016`, `depuis mars 2011`."""
        return self.say("report.since.day" if len(iso) > 7 else "report.since.month", day=self.day(iso))

    def until(self, iso: str) -> str:
        """Return until when: `au 8 décembre 2016`, `à décembre 2016`."""
        return self.say("report.until.day" if len(iso) > 7 else "report.until.month", day=self.day(iso))

    def window(self, since: str | None, until: str | None) -> str:
        """Return a window in words, one day once, an open side open; blank where neither is known."""
        if since and until and since != until:
            first = self._first(since, until)
            if len(since) < 8 and first[0].lower() in _VOWELS:
                return self.say("report.between", since=self.say("report.of.vowel", day=first), until=self.until(until))
            start = "day" if len(since) > 7 else "month"
            return self.say("report.between", since=self.say(f"report.of.{start}", day=first), until=self.until(until))
        if since and since == until:
            return self.on(since)
        if until:
            return self.say("report.until.alone", until=self.until(until))
        return self.since(since) if since else ""

    def interval(self, earliest: str | None, latest: str | None) -> str:
        """Return between which days something lies; blank where nothing bounds it."""
        if earliest and latest:
            if earliest == latest:
                return self.on(earliest)
            return self.say("report.interval.both", earliest=self._first(earliest, latest), latest=self.day(latest))
        if earliest:
            return self.say("report.interval.after", earliest=self.day(earliest))
        return self.say("report.interval.before", latest=self.day(latest)) if latest else ""

    def moment(self, iso: str | None) -> str:
        """Return a moment of the ledger's clock; blank where it was not kept."""
        if not iso:
            return ""
        when = datetime.fromisoformat(iso.replace("Z", "+00:00"))
        return self.say(
            "report.moment", day=self.day(iso[:10]), time=format_datetime(when, "HH:mm", locale=self.language)
        )

    def what(self, kind: str, counted: str) -> str:
        """Return who or what is counted and what befell it, in agreement: `personnes déplacées`.

        >>> Wording(Catalogue.of("fr")).what("killed", "people"), Wording(Catalogue.of("en")).what("killed", "people")
        ('personnes tuées', 'people killed')
        """
        forms = self.say(f"report.done.{Kind(kind).value}").split("|")
        gender = self.say(f"report.gender.{Counted(counted).value}")
        done = forms[_FORMS.index(gender)] if len(forms) > 1 else forms[0]
        noun = self.say(f"report.counted.{Counted(counted).value}")
        return noun if done == noun else f"{noun} {done}"

    def listed(self, parts: Iterable[str]) -> str:
        """Return what is told of one thing one after the other; what is blank leaves no gap."""
        return ("\u202f; " if self.language == "fr" else "; ").join(filter(None, parts))

    def quoted(self, words: str) -> tuple[str, str]:
        """Return exact words between the marks of the language, and the words alone, shortened where they are long."""
        shown = shortened(words, _QUOTED)
        if shown.startswith("«") and shown.endswith("»") and shown.count("«") == 1:
            shown = shown[1:-1].strip()
        return self.say("report.quoted", words=shown), shown

    def named(self, name: str) -> str:
        """Return a name as it is written, on one line, shortened where it is no name any more."""
        return shortened(name, _NAMED)

    def _first(self, one: str, other: str) -> str:
        """Return the first of two days without what the second one says too: `14` of `14 et le 21 décembre 2016`."""
        when = _parsed(one)
        if when is None or len(one) < 8 or len(other) < 8 or one[:4] != other[:4]:
            return self.day(one)
        if self.language != "fr":
            return format_date(when, "MMMM d", locale=self.language)
        shown = format_date(when, "d" if one[:7] == other[:7] else "d MMMM", locale=self.language)
        return re.sub("^1(?= |$)", "1er", shown)

    @cached_property
    def _templates(self) -> Mapping[str, str]:
        words = self.catalogue.words
        return {key: _spaced(text) for key, text in words.items()} if self.language == "fr" else words


def _spaced(text: str) -> str:
    """Return French words with the spaces before and behind their signs that do not break."""
    text = re.sub(" (?=[:»])|(?<=«) ", "\u00a0", text)
    return re.sub(" (?=[;?!%])", "\u202f", text)


def shortened(words: str, most: int) -> str:
    """Return a text on one line that no reader can be deceived by: signs that turn the writing around or command are
    shown as such, what is written from right to left stays apart from what stands around it, what is too long is cut.

    >>> shortened("un  mot\\nde trop", 8), shortened("a\u202eb", 10) == "a\ufffdb"
    ('un mot […]', True)
    """
    shown = _UNPRINTABLE.sub("\ufffd", _TURNING.sub("\ufffd", cell(words[: 4 * most])))
    if len(shown) > most or len(words) > 4 * most:
        head = shown[:most]
        shown = (head[: head.rfind(" ")] if " " in head[most // 2 :] else head).rstrip() + " […]"
    return f"\u2068{shown}\u2069" if _RIGHT_TO_LEFT.search(shown) else shown


def capital(words: str) -> str:
    """Return words with a capital at their head."""
    return words[:1].upper() + words[1:]


def _parsed(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(f"{iso or ''}-01-01"[:10] if len(iso or "") == 4 else f"{iso}-01"[:10])
    except ValueError:
        return None
