"""What all addresses of the interface have in common: pages with a cursor, entity tags, the problems they answer with."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Coroutine, Sequence
from typing import Annotated, Any, Generic, TypeVar

from fastapi import APIRouter, Query, Request, Response
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field

from recoupe.errors import ValueUnknown

Item = TypeVar("Item")
LIMIT = 100
MOST = 1000

After = Annotated[str | None, Query(description="The `next` of the page before; without it, the first page.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many items a page holds at most.")]
CrisisName = Annotated[str | None, Query(description="The crisis; may be left out where the ledger has only one.")]
AsOf = Annotated[str | None, Query(description="An ISO day: the ledger as it stood at the end of it (UTC).")]


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    model_config = ConfigDict(extra="allow")
    type: str
    title: str
    status: int
    detail: str


class Listed(BaseModel, Generic[Item]):
    """One page of a list; `next` is the cursor of the page after it, null on the last one."""

    items: list[Item]
    next: str | None = Field(default=None)


class Tagged(APIRoute):
    """An address whose answers carry an entity tag of their bytes; a reader who has them already gets 304."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            response = await handle(request)
            if request.method not in ("GET", "HEAD") or response.status_code != 200 or not hasattr(response, "body"):
                return response
            tag = response.headers.get("etag") or tag_of(response.body)
            response.headers["etag"] = tag
            response.headers.setdefault("cache-control", "private, no-cache")
            known = [part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")]
            if tag in known or "*" in known:
                kept = {name: response.headers[name] for name in ("etag", "cache-control")}
                return Response(status_code=304, headers=kept)
            return response

        return tagged


def api_router() -> APIRouter:
    """Return a router for one noun: its answers are tagged, and its problems are described."""
    refused: dict[int | str, dict[str, Any]] = {
        code: {"model": Problem, "content": {"application/problem+json": {}}} for code in (400, 404, 422)
    }
    return APIRouter(route_class=Tagged, responses=refused)


def tag_of(body: bytes | memoryview) -> str:
    """Return the entity tag of some bytes."""
    return f'"{hashlib.blake2b(bytes(body), digest_size=12).hexdigest()}"'


def cursor(*key: Any) -> str:
    """Return the cursor that stands for a key: the sort values of the last item of a page.

    >>> reached(cursor("2016-12-08", 17))
    ['2016-12-08', 17]
    """
    return base64.urlsafe_b64encode(json.dumps(key, ensure_ascii=False).encode()).decode().rstrip("=")


def reached(after: str) -> list[Any]:
    """Return the key that a cursor stands for. Errors: ValueUnknown for what is no cursor."""
    try:
        found = json.loads(base64.urlsafe_b64decode(after.encode() + b"=" * (-len(after) % 4)))
        # halves of signs, which the ledger cannot be asked for
        json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise ValueUnknown("after", "it is no cursor of this interface") from error
    if not isinstance(found, list):
        raise ValueUnknown("after", "it is no cursor of this interface")
    return found


def cut(items: Sequence[Item], after: str | None, limit: int, key: Callable[[Item], str]) -> Listed[Item]:
    """Return one page of a list that is at hand whole; `key` names an item for good, and a page goes on behind it.

    Errors: ValueUnknown for a cursor whose item is no more.
    """
    begin = 0
    if after:
        last = reached(after)
        begin = next((at for at, item in enumerate(items, start=1) if [key(item)] == last), -1)
        if begin < 0:
            raise ValueUnknown("after", "its item is no longer in the list; begin anew")
    page = list(items[begin : begin + limit])
    more = begin + limit < len(items)
    return Listed(items=page, next=cursor(key(page[-1])) if page and more else None)
