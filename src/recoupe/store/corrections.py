"""What a person says of a record's fields in, the values that the ledger can hold out; anything else is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from recoupe.errors import ValueUnknown
from recoupe.model.review import FIELDS, RecordOf
from recoupe.store.ids import SQLITE_LARGEST, plain_number

LONGEST = 2000
"""Signs that a name or a reason may have."""
_BLANK = {"date_precision"}
"""Fields with a closed list that may be blank."""
_NUMBERS = {"low", "high"}
_DAYS = {"since", "until", "said_on"}
_ID_OF = {"place": "place_id", "speaker": "speaker_id"}
_CURRENCY = re.compile(r"[A-Z]{3}")
_COMMANDS = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_PRECISIONS = {4: "year", 7: "month", 10: "day"}
"""How precise a date of so many signs is; two of them with a slash between are a span."""
_MOST = 10**18
"""What no number of people, of money or of anything else reaches."""


def corrected(of: RecordOf, reading: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that a correction changes, as the ledger holds them; blank words and None make a field unknown.

    `reading` is the record as it was read. Errors: ValueUnknown for a field that cannot be corrected, a value that its
    field does not have, fields that do not go together, and where nothing is changed.
    """
    known = FIELDS[of]
    for name in said:
        if name not in known:
            raise ValueUnknown(name, "the fields that can be corrected are " + ", ".join(known))
    values = {name: _value(of, name, value) for name, value in said.items()}
    changed = {name: value for name, value in values.items() if value != reading.get(name)}
    for name, id in _ID_OF.items():
        if name in changed and id not in changed and reading.get(id) is not None:
            # another name is not the one that the id stands for
            changed[id] = None
    if not changed:
        raise ValueUnknown("a correction", "it changes at least one field")
    together({**reading, **changed})
    if {"date", "date_precision"} & changed.keys():
        _hold_dated({**reading, **changed})
    return changed


def whole(of: RecordOf, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return all fields of a record that a person adds; those not named are unknown, or what the codebook takes them for.

    Errors: ValueUnknown.
    """
    usual: dict[str, Any] = {
        "unit": "count", "qualifier": "exact", "modality": "reported", "act": "say", "form": "indirect",
    }  # fmt: skip
    for name in said:
        if name not in FIELDS[of]:
            raise ValueUnknown(name, "the fields of such a record are " + ", ".join(FIELDS[of]))
    values = {name: _value(of, name, said.get(name, usual.get(name))) for name in FIELDS[of]}
    if of is RecordOf.FIGURE and values["low"] is None and values["high"] is None:
        raise ValueUnknown("low and high", "a figure has one of the two")
    together(values)
    _hold_dated(values)
    return values


def words(value: str | None, what: str) -> str | None:
    """Return words on one line without what surrounds them, None where there are none. Errors: ValueUnknown."""
    if value is None:
        return None
    if _COMMANDS.search(value):
        raise ValueUnknown(what, "words in UTF-8, without signs that command a terminal")
    line = " ".join(value.split())
    if len(line) > LONGEST:
        raise ValueUnknown(what, f"at most {LONGEST} signs")
    return line or None


def together(values: Mapping[str, Any]) -> None:
    """Refuse fields that contradict each other. Errors: ValueUnknown."""
    low, high = values.get("low"), values.get("high")
    if low is not None and high is not None and low > high:
        raise ValueUnknown(f"low {low}, high {high}", "low is not above high")
    since, until = values.get("since"), values.get("until")
    if since and until and since[: len(until)] > until[: len(since)]:
        raise ValueUnknown(f"since {since}, until {until}", "a window begins before it ends")
    if "date_precision" in values and (values.get("date") is None) != (values["date_precision"] is None):
        raise ValueUnknown("date", "a date has a precision, and a precision a date")


def _value(of: RecordOf, name: str, value: Any) -> Any:
    kind = FIELDS[of][name]
    if isinstance(value, str) and not value.strip():
        value = None
    if kind is not None:
        return _listed(name, value, kind)
    if name in _NUMBERS:
        return _number(name, value)
    if name == "part_of":
        return _offset(value)
    if value is not None and not isinstance(value, str):
        raise ValueUnknown(name, "it is words")
    line = words(value, name)
    if name == "unit" and line not in ("count", "percent", "km2") and not _CURRENCY.fullmatch(line or ""):
        raise ValueUnknown(f"unit {line}", "count, percent, km2 or a currency by its ISO 4217 code")
    if line and name in _DAYS:
        _hold_day(name, line)
    if line and name == "date":
        for part in line.split("/", 1):
            _hold_day(name, part)
    return line


def _listed(name: str, value: Any, kind: type[StrEnum]) -> str | None:
    if value is None and name in _BLANK:
        return None
    if not isinstance(value, str) or value not in list(kind):
        raise ValueUnknown(f"{name} {value}", "one of " + ", ".join(kind))
    return str(value)


def _number(name: str, value: Any) -> int | float | None:
    if value is None:
        return None
    if isinstance(value, str):
        bare = "".join(value.split()).replace(",", ".")
        try:
            value = int(bare) if bare.isdecimal() else float(bare)
        except ValueError as error:
            raise ValueUnknown(f"{name} {value}", "a number such as 465 or 2.5, or nothing where it is open") from error
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < _MOST:
        raise ValueUnknown(f"{name} {value}", "a number such as 465 or 2.5, or nothing where it is open")
    return plain_number(value)


def _offset(value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, str) and value.strip().isdecimal() and len(value) < 20:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < SQLITE_LARGEST:
        raise ValueUnknown(f"part_of {value}", "where the larger figure starts in the article")
    return value


def _hold_dated(values: Mapping[str, Any]) -> None:
    """Refuse a date that is not as precise as is said of it, and a span that ends before it begins. Errors: ValueUnknown."""
    value, precision = values.get("date"), values.get("date_precision")
    if value is None:
        return
    first, slash, last = value.partition("/")
    if slash and first[: len(last)] > last[: len(first)]:
        raise ValueUnknown(f"date {value}", "a span begins before it ends")
    if ("span" if slash else _PRECISIONS[len(value)]) != precision:
        raise ValueUnknown(f"date {value}, date_precision {precision}", "a date is as precise as is said of it")


def _hold_day(name: str, value: str) -> None:
    try:
        if _DAY.fullmatch(value):
            date.fromisoformat((value + "-01-01")[:10])
            return
    except ValueError:
        pass
    raise ValueUnknown(f"{name} {value}", "a day such as 2016-12-08, a month 2016-12 or a year 2016")
