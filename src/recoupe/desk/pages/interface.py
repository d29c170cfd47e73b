"""The HTTP interface described: as OpenAPI for programs, as a page for people, both offline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response

from recoupe.desk.api import PREFIX
from recoupe.desk.visit import Here

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing that can be asked: the method and address, what it gives, and what it takes."""

    method: str
    path: str
    says: str
    more: str
    takes: tuple[dict[str, Any], ...]
    gives: str
    body: str


@router.get(f"{PREFIX}/openapi.json")
def description(request: Request) -> dict[str, Any]:
    """The interface as OpenAPI describes it."""
    return dict(request.app.openapi())


@router.get(f"{PREFIX}/docs")
def documentation(visit: Here) -> Response:
    """The same as a page."""
    described = visit.request.app.openapi()
    return visit.page(
        "interface.html",
        title=visit.words.say("interface.title"),
        operations=[
            _operation(path, method, what)
            for path, methods in sorted(described["paths"].items())
            for method, what in methods.items()
        ],
        schemas=sorted(described.get("components", {}).get("schemas", {}).items()),
        type_of=_type,
    )


def _operation(path: str, method: str, what: dict[str, Any]) -> Operation:
    says, _, more = what.get("description", what.get("summary", "")).partition("\n")
    answer: dict[str, Any] = next((body for code, body in what["responses"].items() if code.startswith("2")), {})
    return Operation(
        method=method.upper(), path=path, says=says, more=more.strip(), takes=tuple(what.get("parameters", ())),
        gives=_content(answer), body=_content(what.get("requestBody", {})),
    )  # fmt: skip


def _content(described: dict[str, Any]) -> str:
    return ", ".join(
        _type(content.get("schema", {})) or media for media, content in described.get("content", {}).items()
    )


def _type(schema: dict[str, Any]) -> str:
    """Return what a schema is called, in a word or two."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " | ".join(_type(part) for part in schema["anyOf"])
    if schema.get("type") == "array":
        return f"[{_type(schema.get('items', {}))}]"
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    return str(schema.get("type", ""))
