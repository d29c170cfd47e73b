"""What went wrong in, the sentence that a page says of it in the reader's language out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from recoupe.catalogue import Catalogue
from recoupe.errors import RecoupeError
from recoupe.show.saying import fault_said

_FIELD = re.compile(r"(\w+)(?:[ =](.*))?", re.DOTALL)


def told(error: RecoupeError, words: Catalogue) -> str:
    """Return what a page says of an error: its code, where it is, what happened, and what to do.

    >>> from recoupe.errors import ValueUnknown
    >>> told(ValueUnknown("low 1x", "low is not above high"), Catalogue.of("fr"))
    "RC511 de (bas) « 1x » : cette valeur n'est pas admise (le bas n'est pas au-dessus du haut). Rien n'a été gardé ; corrigez et renvoyez."
    """
    code = error.code if f"faults.says.{error.code}" in words.words else RecoupeError.code
    where, detail = where_told(error.where, words), fault_said(error.detail, words.language).words
    says = words.say(f"faults.says.{code}")
    gap = " " if words.language == "fr" else ""
    said = f"{error.code} {where}{gap}: {says}" if where else f"{error.code} {says}"
    return f"{said}{f' ({detail})' if detail else ''}. {words.say(f'faults.remedy.{code}')}"


def where_told(where: str, words: Catalogue) -> str:
    """Return where a fault is: a field of a record by its name in the interface, with the value that it was given."""
    known = fault_said(where, words.language, "where")
    if known.words != where or not where:
        return known.words
    match = _FIELD.fullmatch(where)
    label = words.words.get(f"review.field.{match[1]}") if match else None
    if match is None or label is None:
        return where
    return label if match[2] is None else f"{label} {words.say('faults.given', value=match[2])}"


def refusal_told(detail: str, words: Catalogue) -> str:
    """Return what a page says of a request that the desk refuses; in the reader's language even where the detail is not."""
    known = fault_said(detail, words.language)
    return known.words if known.language == words.language else words.say("faults.refused")


def parameter_told(one: Mapping[str, Any], words: Catalogue) -> str:
    """Return what a page says of a parameter or a field of a form that cannot be what it is; `one` is pydantic's error."""
    name = ".".join(str(part) for part in one["loc"][1:])
    if one["type"] == "missing":
        return words.say("faults.missing", name=name)
    if one["type"] in ("enum", "literal_error"):
        values = re.findall(r"'([^']*)'", str(one["ctx"]["expected"]))
        if name == "shape":
            return words.say("faults.formats", values=", ".join(values))
        return words.say("faults.one_of", name=name, values=", ".join(values))
    return words.say("faults.invalid", name=name)
