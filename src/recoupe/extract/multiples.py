"""Text in, the multiples in it of a number said before out: `le double`, `dix fois moins`."""

from __future__ import annotations

import re
from functools import cache

from text_to_num import text2num

from recoupe.extract.atoms import number_words
from recoupe.extract.quantity import Quantity
from recoupe.lexicon import closed
from recoupe.model.figure import Qualifier
from recoupe.model.span import Evidence, Span

# what follows a multiple that stands for a whole number: not `le double attentat`, `trois fois plus grand`
ALONE = (
    r"(?=[\s\u00a0\u202f]*(?:[,.;:»”\"!?)]|$|(?:selon|d['’]après|pour|en|au\sdire|d['’]hier"
    r"|de\s(?:la\sveille|ce|cette|cet|ces|ceux|celui|celle|l['’]an)|\w+(?:ées?|és)|hier|aujourd['’]hui|que)\b))"
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = "|".join(closed("fr", "numbers", "multiples"))
    number = rf"(?:\d+|{number_words()})"
    return (
        ("numbers.multiple.noun", re.compile(rf"(?:(?<=\b[Ll]e )|(?<=\bdu ))(?P<word>{words}){ALONE}", re.IGNORECASE)),
        (
            "numbers.multiple.times",
            re.compile(rf"(?<![\w-])(?P<times>{number})\sfois\s(?P<way>plus|moins){ALONE}", re.IGNORECASE),
        ),
    )


def find_multiples(text: str) -> list[Quantity]:
    """Return the multiples that a text names, each with the factor by which it is taken; their values are still open.

    >>> [(one.span.of("La police en attend dix fois moins."), one.factor) for one in find_multiples("La police en attend dix fois moins.")]
    [('dix fois moins', 0.1)]
    """
    found = []
    for rule, pattern in _patterns():
        for hit in pattern.finditer(text):
            factor = _factor(hit)
            if factor is None:
                continue
            span = Span(hit.start(), hit.end())
            evidence = (Evidence("value", rule, span),)
            found.append(
                Quantity(
                    span=span,
                    reach=span.end,
                    low=None,
                    high=None,
                    qualifier=Qualifier.EXACT,
                    factor=factor,
                    evidence=evidence,
                )
            )
    return found


def _factor(hit: re.Match[str]) -> float | None:
    groups = hit.groupdict()
    if groups.get("word"):
        return float(closed("fr", "numbers", "multiples")[groups["word"].casefold()])
    try:
        times = int(groups["times"]) if groups["times"].isdigit() else int(text2num(groups["times"].casefold(), "fr"))
    except ValueError:
        return None
    if times < 2:
        return None
    return float(times) if groups["way"].casefold() == "plus" else 1 / times
