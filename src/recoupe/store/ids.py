"""Records in, their ids out: hashes of canonical content, so that the same content has one id on every machine."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from recoupe.model.event import Event
from recoupe.model.figure import Figure, Number
from recoupe.model.statement import Statement

SQLITE_LARGEST = 2**63 - 1


def content_id(*parts: Any) -> str:
    """Return the id of some content: 16 hex digits of the SHA-256 of its JSON with sorted keys.

    >>> content_id("figure", "12 morts") == content_id("figure", "12 morts")
    True
    """
    text = json.dumps(parts, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]


def bytes_id(data: bytes, media: str) -> str:
    """Return the id of a document: what it is made of, byte for byte, and how it is to be read."""
    return hashlib.sha256(media.encode() + b"\x00" + data).hexdigest()[:16]


def plain_number(value: Number | None) -> Number | None:
    """Return a whole number as int, so that 12 and 12.0 are one content; one of more than 64 bits as float.

    >>> plain_number(12.0), plain_number(2.5), plain_number(None), plain_number(10**30)
    (12, 2.5, None, 1e+30)
    """
    if value is not None and abs(value) > SQLITE_LARGEST:
        return float(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def figure_content(figure: Figure) -> dict[str, Any]:
    """Return the codebook's fields of a figure, in its order, as plain values; without the article."""
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.text,
        "unit": figure.unit,
        "low": plain_number(figure.low),
        "high": plain_number(figure.high),
        "qualifier": figure.qualifier.value,
        "kind": figure.kind.value,
        "counted": figure.counted.value,
        "side": figure.side,
        "by": figure.by,
        "place": figure.place,
        "place_id": figure.place_id,
        "place_text": figure.place_text,
        "since": figure.since,
        "until": figure.until,
        "source": figure.source,
        "modality": figure.modality.value,
        "part_of": figure.part_of,
    }


def statement_content(statement: Statement) -> dict[str, Any]:
    """Return the codebook's fields of a statement, in its order, as plain values; without the article."""
    return {
        "start": statement.span.start,
        "end": statement.span.end,
        "text": statement.text,
        "speaker": statement.speaker,
        "speaker_id": statement.speaker_id,
        "form": statement.form.value,
        "cue": statement.cue,
        "cue_start": statement.cue_span.start if statement.cue_span else None,
        "cue_end": statement.cue_span.end if statement.cue_span else None,
        "act": statement.act.value,
        "via": statement.via,
        "said_on": statement.said_on,
    }


def figure_id(article_id: str, figure: Figure) -> str:
    """Return a figure's id: its article and all its fields, but not the rules that read it."""
    return content_id("figure", article_id, figure_content(figure))


def statement_id(article_id: str, statement: Statement) -> str:
    """Return a statement's id: its article and all its fields, but not the rules that read it."""
    return content_id("statement", article_id, statement_content(statement))


def event_content(event: Event) -> dict[str, Any]:
    """Return the codebook's fields of an event, in its order, as plain values; without the article."""
    return {
        "start": event.span.start,
        "end": event.span.end,
        "text": event.text,
        "type": event.type.value,
        "mode": event.mode,
        "actor": event.actor,
        "target": event.target,
        "place": event.place,
        "place_id": event.place_id,
        "date": event.date,
        "date_precision": event.date_precision.value if event.date_precision else None,
        "modality": event.modality.value,
    }


def event_id(article_id: str, event: Event) -> str:
    """Return an event's id: its article and all its fields, but not the rules that read it."""
    return content_id("event", article_id, event_content(event))
