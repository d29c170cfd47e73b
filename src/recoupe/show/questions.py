"""The question of a dispute in, the same in the language of the interface out: a check asks in French, whatever is spoken."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from recoupe.catalogue import Catalogue
from recoupe.lexicon.load import closed

_OWN = "fr"
"""The language in which a check asks."""
_BROKEN = ("questions.broken.truce", "questions.broken.ceasefire", "questions.broken.armistice")
_HOW_MANY = re.compile(r"Combien(?P<rest>.*) \?", re.DOTALL)
_COUNTED = re.compile(r" ?\((?P<counted>[^()]+)\)")
_DAY = re.compile(r", (?P<since>depuis )?(?P<day>\d{4}(?:-\d{2}(?:-\d{2})?)?)$")
_BROKE = re.compile(r"Qui a rompu (?P<what>.+) \?", re.DOTALL)
_CALLED = re.compile(r"(?P<quoted>«.*») : (?P<kind>[^«»]+)", re.DOTALL)
_CHANGE = re.compile(
    r"(?P<question>(?:Combien|Qui a rompu)[^?]* \?|«.*» : [^«»:(]+?)(?P<rest> \(.*\)|: .*|)", re.DOTALL
)


def asked(question: str, words: Catalogue) -> str:
    """Return the question of a dispute in the language of a catalogue, or as it is where it is none that a check asks.

    What stands between marks is an article's own and stays.

    >>> asked("Combien de morts (civils), Alep-Est ?", Catalogue.of("en"))
    'How many: killed, civilians, Alep-Est?'
    """
    if words.language == _OWN:
        return question
    if match := _HOW_MANY.fullmatch(question):
        return _how_many(match["rest"], words)
    if match := _BROKE.fullmatch(question):
        known = [key for key in _BROKEN if Catalogue.of(_OWN).words[key] == match["what"]]
        return words.say("questions.broke", what=words.say(known[0])) if known else question
    if (match := _CALLED.fullmatch(question)) and match["kind"] in (sorts := _codes("questions")):
        return words.say("questions.called", quoted=match["quoted"], kind=words.term("dispute", sorts[match["kind"]]))
    return question


def sentence_asked(sentence: str, words: Catalogue) -> str:
    """Return what a check says of a dispute that came, changed or went, its question in the language of a catalogue."""
    match = _CHANGE.fullmatch(sentence)
    return asked(match["question"], words) + match["rest"] if match else sentence


def _how_many(rest: str, words: Catalogue) -> str:
    """Return what is asked for behind `Combien`: a kind, who is counted, a place and a day, each where it is said."""
    told: list[str] = []
    kinds = _codes("kinds")
    for label in sorted(kinds, key=len, reverse=True):
        if rest == f" {label}" or rest.startswith((f" {label} (", f" {label}, ")):
            told.append(words.term("kind", kinds[label]))
            rest = rest[len(label) + 1 :]
            break
    counted = _COUNTED.match(rest)
    if counted and counted["counted"] in (codes := _codes("counted")):
        told.append(words.term("counted", codes[counted["counted"]]))
        rest = rest[counted.end() :]
    when, match = "", _DAY.search(rest)
    if match and _is_day(match["day"]):
        day = words.day(match["day"]) if len(match["day"]) == 10 else match["day"]
        when = words.say("questions.since", day=day) if match["since"] else day
        rest = rest[: match.start()]
    what = ", ".join(part for part in (*told, rest.removeprefix(",").strip(), when) if part)
    return words.say("questions.how_many", what=what) if what else words.say("questions.how_many_at_all")


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat((words + "-01-01")[:10])
    except ValueError:
        return False
    return True


@cache
def _codes(table: str) -> dict[str, str]:
    """Return the values of the codebook by what a check's question calls them."""
    return {str(label): code for code, label in closed(_OWN, "disputes", table).items() if label}
