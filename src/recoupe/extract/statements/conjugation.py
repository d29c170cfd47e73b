"""A French infinitive in, the forms that news prose uses of it out, each with what it can be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from recoupe import lexicon

# a form is finite third person (f) or first (n), past (p) or present participle (g), or infinitive (i)
ER = {
    "f": ("e", "ent", "ait", "aient", "a", "èrent", "era", "eront", "erait", "eraient"),
    "n": ("ons", "ions", "ais", "ai"),
    "p": ("é", "ée", "és", "ées"),
    "g": ("ant",),
    "i": ("er",),
}
IR = {
    "f": ("it", "issent", "issait", "issaient", "irent", "ira", "iront", "irait", "iraient"),
    "n": ("issons", "issions", "is"),
    "p": ("i", "ie", "is", "ies"),
    "g": ("issant",),
    "i": ("ir",),
}


@cache
def forms_of(infinitive: str) -> dict[str, frozenset[str]]:
    """Return the forms of a verb: each form with the letters of what it can be, and `s`/`m` for singular and plural.

    >>> sorted(forms_of("annoncer")["annonçait"]), sorted(forms_of("dire")["dit"])
    (['f', 's'], ['f', 'p', 's'])
    """
    irregular = lexicon.closed("fr", "attribution", "irregular").get(infinitive)
    found: dict[str, set[str]] = {}
    if irregular is not None:
        for kind, forms in irregular.items():
            for form in forms.split():
                found.setdefault(form, set()).add(kind)
        for form in _agreeing(irregular.get("p", "")):
            found.setdefault(form, set()).add("p")
        for form in _to_come(infinitive):
            found.setdefault(form, set()).add("f")
        found.setdefault(infinitive, set()).add("i")
    else:
        table = ER if infinitive.endswith("er") else IR
        for kind, endings in table.items():
            for ending in endings:
                found.setdefault(_spelled(infinitive[:-2], ending), set()).add(kind)
    for form, kinds in found.items():
        if "f" in kinds:
            kinds.add("m" if form.endswith("nt") else "s")
    return {form: frozenset(kinds) for form, kinds in found.items()}


def _agreeing(participles: str) -> Iterator[str]:
    """Yield the feminine and the plural of a participle: `dit`, `dite`, `dits`, `dites`."""
    for form in participles.split()[:1]:
        yield from (form + "e", form + "es")
        if not form.endswith("s"):
            yield form + "s"


def _to_come(infinitive: str) -> Iterator[str]:
    """Yield the future and the conditional of a verb whose infinitive, less its mute e, is their stem."""
    stem = infinitive.removesuffix("e")
    if infinitive.endswith("enir"):
        stem = infinitive.removesuffix("enir") + "iendr"
    elif infinitive.endswith(("oir", "aller", "être", "faire", "quérir", "courir")):
        return
    yield from (stem + ending for ending in ("a", "ont", "ait", "aient"))


def _spelled(stem: str, ending: str) -> str:
    hard = ending[0] in "aoâ"
    if stem.endswith("c") and hard:
        return stem[:-1] + "ç" + ending
    if stem.endswith("g") and hard:
        return stem + "e" + ending
    silent = ending in ("e", "ent", "era", "eront", "erait", "eraient")
    if silent and stem.endswith(("el", "ppel", "et")) and stem.endswith(("appel", "jet", "rappel")):
        return stem + stem[-1] + ending
    if silent and len(stem) > 2 and stem[-2] in "éè" and stem[-1] not in "aeiouéè" and ending in ("e", "ent"):
        return stem[:-2] + "è" + stem[-1] + ending
    if silent and len(stem) > 3 and stem[-2:] == "gu" and stem[-3] == "é" and ending in ("e", "ent"):
        return stem[:-3] + "ègu" + ending
    if silent and len(stem) > 3 and stem[-2] == "e" and stem[-1] in "lmnpstv" and stem[-3] not in "aeiou":
        return stem[:-2] + "è" + stem[-1] + ending
    if silent and stem.endswith(("oy", "uy", "ay")):
        return stem[:-1] + "i" + ending
    return stem + ending
