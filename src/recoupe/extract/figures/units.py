"""The unit words of a quantity in, its unit out: where a currency's name is that of several, the article's countries decide."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from babel.core import Locale
from babel.numbers import get_territory_currencies

from recoupe.model.span import Evidence


@cache
def _currencies(country: str) -> frozenset[str]:
    """Return the currencies in use in a country, by the common locale data."""
    if country not in Locale("en").territories:
        return frozenset()
    return frozenset(get_territory_currencies(country))


def unit_of(units: str, countries: Sequence[str]) -> tuple[str, Evidence | None]:
    """Return the unit of a figure from its candidates, joined by `|`, and the article's countries, the likeliest first.

    >>> unit_of("DZD|TND|LYD", ["TN"])[0], unit_of("percent", [])[0]
    ('TND', 'percent')
    """
    candidates = units.split("|")
    if len(candidates) == 1:
        return candidates[0], None
    for country in countries:
        for candidate in candidates:
            if candidate in _currencies(country):
                return candidate, Evidence("unit", "figures.unit.currency_of_country")
    return candidates[0], Evidence("unit", "figures.unit.first_currency")
