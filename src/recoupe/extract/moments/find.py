"""A paragraph's text in, the times that it names out, each with what the calendar needs to lay it down."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from recoupe.extract.moments import pieces
from recoupe.extract.moments.fold import Folded, fold
from recoupe.extract.moments.readings import READINGS
from recoupe.lexicon import Entry, entries
from recoupe.model.moment import Lean, Moment

# what may stand between an opener and the moment's own words: `depuis [le] 15 novembre`
_ARTICLES = re.compile(r"(?:(?:a|au|aux|de|du|en|le|la|les|ce|cette|pour|vers) +|l'|d')+")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;»«\"“”()\[–—•*►>|\n-])[\s\d.)]*$")
# `depuis le début de l'offensive[, lancée] le 15 novembre`
_LINK = re.compile(r",? ?(?P<words>(?:[a-z'-]+ ){0,4}?)(?:(?:le|en|du|de|au) |d'|l')?")
_AFTER_DATED_EVENT = re.compile(r" ?(?:[,.;:)»\"]|$)| (?:de|du|des|par|et|a|au|dans|sur|contre|en) |,? d'")


# forms that can date an event beside them, and those that can with words between
_DATES = ("date", "weekday", "month", "year", "offset", "range", "anchored", "part")
_FULL = ("date", "month", "year", "range", "part")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A moment that may be in the folded text at [start, end); a weak one only counts after an opener."""

    start: int
    end: int
    moment: Moment
    weak: bool


@cache
def _finders() -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    listed = entries(pieces.LANGUAGE, "moments")
    return tuple((entry, pieces.filled(entry.regex)) for entry in listed if entry.regex)


@cache
def _openers() -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    """Return the openers with the pattern of their words as they end just before a moment."""
    found = []
    for entry in entries(pieces.LANGUAGE, "moments"):
        if entry.extra.get("role") == "opener":
            words = pieces.any_of({fold(form).text: form for form in entry.forms})
            found.append((entry, re.compile(rf"(?<![a-z0-9-])(?P<words>{words})(?: |(?<='))(?:(?:le|la) |l')?$")))
    return tuple(found)


@cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what makes a name of a date, and a habit of a weekday, where it stands before it."""
    names, habits = pieces.any_of(pieces.table("names")), pieces.any_of(pieces.table("habits"))
    return re.compile(rf"(?<![a-z]){names} d[ue] $"), re.compile(rf"(?<![a-z]){habits} $")


def find_moments(text: str) -> tuple[Moment, ...]:
    """Return the times that a text names, in its order; of two that overlap the longer one stands.

    Durations, ages and clock times alone are no moments, nor are habits (`chaque mardi`) and names (`rue du 8-Mai`).

    >>> [moment.span.of("Neuf morts depuis mardi soir") for moment in find_moments("Neuf morts depuis mardi soir")]
    ['depuis mardi soir']
    """
    folded = fold(text)
    opened = [_opened(candidate, folded.text) for candidate in _candidates(folded)]
    kept = _longest([candidate for candidate in opened if not candidate.weak])
    kept = _longest([*kept, *_dated_events(kept, folded.text)])
    return tuple(
        replace(candidate.moment, span=folded.span(candidate.start, candidate.end))
        for candidate in sorted(kept, key=lambda candidate: candidate.start)
    )


def _candidates(folded: Folded) -> list[_Candidate]:
    found = []
    for entry, pattern in _finders():
        for match in pattern.finditer(folded.text):
            moment = READINGS[entry.means](entry, match)
            if moment is None or _named(moment, match.start(), match.end(), folded):
                continue
            moment = replace(
                moment,
                starts=bool(entry.extra.get("starts")),
                ends=bool(entry.extra.get("ends")) or moment.form == "until_now",
                since_event=moment.form == "event" or bool(entry.extra.get("since_event")),
            )
            if moment.form == "event":
                moment = replace(moment, starts=True)
            found.append(_Candidate(match.start(), match.end(), moment, bool(entry.extra.get("weak"))))
    return found


def _core(start: int, end: int, text: str) -> int:
    """Return where a moment's own words start, after its preposition and its article."""
    match = _ARTICLES.match(text, start, end)
    return match.end() if match else start


def _named(moment: Moment, start: int, end: int, folded: Folded) -> bool:
    """Say whether the words are a name or a habit rather than a day: `Journal du Dimanche`, `chaque mardi`."""
    core = _core(start, end, folded.text)
    name, habit = _names()
    before = folded.text[max(0, core - 40) : core]
    if moment.form in ("date", "month", "monthday") and name.search(before):
        return True
    if moment.form == "weekday":
        if not moment.value[1] and habit.search(before) and not _opener(moment, core, folded.text):
            return True
        return _capital(core, folded)
    if moment.form == "month" and not moment.value[0]:
        words = folded.text[core:end]
        first = next(name for name in pieces.months() if name in words)
        return _capital(core + words.index(first), folded)
    return False


def _capital(start: int, folded: Folded) -> bool:
    """Say whether a word has a capital that no start of a sentence and no heading in capitals explains."""
    at = folded.span(start, start + 1).start
    word = re.match(r"\w+", folded.original[at:])
    if word is None or not word.group()[0].isupper() or word.group().isupper():
        return False
    return _SENTENCE_START.search(folded.original[:at]) is None


def _opener(moment: Moment, core: int, text: str) -> tuple[Entry, int] | None:
    """Return the opener that stands before a moment's own words, and where it starts; the longest where several do."""
    found: tuple[Entry, int] | None = None
    for entry, pattern in _openers():
        only = entry.extra.get("only")
        if only and moment.form not in only:
            continue
        match = pattern.search(text, max(0, core - 40), core)
        if match and (found is None or match.start() < found[1]):
            found = entry, match.start()
    return found


def _opened(candidate: _Candidate, text: str) -> _Candidate:
    """Return the candidate with the opener before it taken in, as it was where there is none."""
    moment = candidate.moment
    if moment.starts or moment.ends:
        return candidate
    for core in sorted({candidate.start, _core(candidate.start, candidate.end, text)}):
        opener = _opener(moment, core, text)
        if opener is None:
            continue
        entry, start = opener
        moment = replace(
            moment,
            rule=f"{entry.name}+{moment.rule}",
            lean=Lean(entry.extra.get("lean", "")),
            starts=entry.means == "starts",
            opens=entry.means == "opens",
            ends=entry.means == "ends",
        )
        return _Candidate(min(start, candidate.start), candidate.end, moment, False)
    return candidate


def _binds(words: list[str], date: Moment) -> bool:
    """Say whether the words between an event and a date let the date be the event's: no verb, no new clause.

    A weekday may also be that of the main clause, so little may come between.
    """
    kinds = {pieces.table("function_words").get(word) for word in words}
    return not kinds & {"verb", "pronoun", "link"} and (date.form in _FULL or len(words) < 2)


def _dated_events(kept: list[_Candidate], text: str) -> list[_Candidate]:
    """Return the events that a window starts with (`depuis le début du siège`) joined with the day said beside them."""
    found = []
    for event in kept:
        if event.moment.form != "event":
            continue
        for date in kept:
            if date.moment.form not in _DATES or date.moment.starts:
                continue
            link = _LINK.fullmatch(text, event.end, date.start) if 0 <= date.start - event.end <= 40 else None
            if link and _binds(link["words"].split(), date.moment) and _AFTER_DATED_EVENT.match(text, date.end):
                moment = replace(
                    date.moment,
                    rule=f"{event.moment.rule}+{date.moment.rule}",
                    lean=Lean.PAST,
                    starts=True,
                    ends=False,
                    opens=False,
                    since_event=True,
                )
                found.append(_Candidate(event.start, date.end, moment, False))
    return found


def _longest(candidates: list[_Candidate]) -> list[_Candidate]:
    """Return those that no longer one overlaps; of two of one length the plainer one."""
    kept: list[_Candidate] = []
    by_length = sorted(
        candidates, key=lambda candidate: (candidate.start - candidate.end, candidate.moment.rule.count("+"))
    )
    for candidate in by_length:
        if all(candidate.end <= other.start or other.end <= candidate.start for other in kept):
            kept.append(candidate)
    return kept
