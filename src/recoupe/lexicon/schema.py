"""The shape of a lexicon entry, and what is wrong with one that does not have it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from recoupe.errors import LexiconBroken

KNOWN = frozenset({"id", "means", "forms", "regex", "finds", "ignores", "why"})
REGEX_SIGNS = re.compile(r"[\\^$*+?{}\[\]|()]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sense of some words. `name` is `file:id`, as it stands in the evidence of what it read.

    `means` is what the words say to the rules (a kind, a counted, an act ...); `forms` plain words, `regex` a pattern for
    what plain words cannot say; `finds` are sentences in which the entry must be used, `ignores` sentences in which it
    must not; `extra` holds what else the file's rules need of it.
    """

    name: str
    means: str
    forms: tuple[str, ...]
    regex: str | None
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    why: str
    extra: dict[str, Any]


def entry_from(table: dict[str, Any], file: str) -> Entry:
    """Return the entry that one TOML table holds. Errors: LexiconBroken says which entry and what is missing."""
    where = f"{file}:{table.get('id', '?')}"
    for key in ("id", "means"):
        if not isinstance(table.get(key), str) or not table[key]:
            raise LexiconBroken(where, f"no {key}")
    forms, regex = tuple(table.get("forms", ())), table.get("regex")
    if not forms and not regex:
        raise LexiconBroken(where, "neither forms nor regex")
    for form in forms:
        if REGEX_SIGNS.search(form):
            raise LexiconBroken(where, f"signs of a regular expression in the form {form!r}")
    if regex is not None:
        try:
            re.compile(regex)
        except re.error as error:
            raise LexiconBroken(where, f"regex: {error}") from error
    for key in ("finds", "ignores"):
        if not table.get(key):
            raise LexiconBroken(where, f"no sentence under {key}")
    return Entry(
        name=where,
        means=table["means"],
        forms=forms,
        regex=regex,
        finds=tuple(table["finds"]),
        ignores=tuple(table["ignores"]),
        why=table.get("why", ""),
        extra={key: value for key, value in table.items() if key not in KNOWN},
    )
