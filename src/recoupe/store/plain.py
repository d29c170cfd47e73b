"""Records of the model to plain JSON values and back; the one place that knows pydantic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Record = TypeVar("Record")
_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def plain(record: Any) -> Any:
    """Return a record of the model as JSON has it: objects, lists, strings, numbers.

    >>> from recoupe.model.span import Span
    >>> plain(Span(0, 3))
    {'start': 0, 'end': 3}
    """
    return _adapter(type(record)).dump_python(record, mode="json")


def record_of(kind: type[Record], values: Any) -> Record:
    """Return the record of a kind that plain values stand for; never one that is not whole."""
    made: Record = _adapter(kind).validate_python(values, strict=False)
    return made


def record_from(kind: type[Record], words: str) -> Record:
    """Return the record of a kind that its JSON stands for, without plain values in between; never one that is not whole."""
    made: Record = _adapter(kind).validate_json(words, strict=False)
    return made


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
