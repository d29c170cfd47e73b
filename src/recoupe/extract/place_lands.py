"""A place's name or an article's words in, the country that they speak of without naming it out."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from recoupe.extract.gazetteer_keys import exact_key
from recoupe.lexicon import closed

WORD = re.compile(r"(?<![\w'’-])(?:[ld]['’])?(?P<word>[A-ZÀ-Þa-zà-ÿ][a-zà-ÿ]+(?:-[a-zà-ÿ]+)*)(?![\w-])")
# `dollars canadiens`, `en français`: money and languages are known everywhere
NO_PEOPLE = re.compile(r"(?:francs?|dollars?|livres?|dinars?|dirhams?|pesos?|roubles?|shillings?|couronnes?|[Ee]n) $")


def land_of(name: str) -> str | None:
    """Return the country of a province or region that French news names without saying of what.

    >>> land_of("Nord-Kivu"), land_of("KASAÏ ORIENTAL"), land_of("Montbrun")
    ('CD', 'CD', None)
    """
    return _lands().get(exact_key(name))


def peoples(text: str) -> Counter[str]:
    """Count the adjectives of nations in a text under their countries: `la police valaisanne`, `les gendarmes maliens`.

    >>> sorted(peoples("La police valaisanne et l'armée malienne ont versé 300 dollars canadiens.").items())
    [('CH', 1), ('ML', 1)]
    """
    found: Counter[str] = Counter()
    forms = _peoples()
    for hit in WORD.finditer(text):
        code = forms.get(hit["word"].casefold())
        if code is not None and not NO_PEOPLE.search(text[max(0, hit.start() - 12) : hit.start()]):
            found[code] += 1
    return found


@cache
def _lands() -> dict[str, str]:
    return {exact_key(name): code for name, code in closed("fr", "places", "lands").items()}


@cache
def _peoples() -> dict[str, str]:
    """Return the four forms of each adjective: malien, malienne, maliens, maliennes; grec, grecque; belge."""
    found: dict[str, str] = {}
    for word, code in closed("fr", "places", "peoples").items():
        if word.endswith(("e", "è", "é")):
            forms = [word]
        elif word.endswith("ec"):
            forms = [word, f"{word[:-1]}cque"]
        elif word.endswith("c"):
            forms = [word, f"{word[:-1]}que"]
        else:
            # `afghane` and `valaisanne`
            doubled = [f"{word}ne"] if word.endswith(("ien", "éen", "an", "on")) else []
            forms = [word, f"{word}e", *doubled]
        for form in forms:
            found |= {form: code, form if form.endswith("s") else f"{form}s": code}
    return found
