"""A sent form in, an error out where it does not carry the token of a page that this desk showed to the same visitor."""

from __future__ import annotations

import hmac

from fastapi import HTTPException, Request

_SAFE = ("GET", "HEAD", "OPTIONS")


async def own_form(request: Request) -> None:
    """Let a form pass that comes from a page of this desk. Errors: HTTPException 403."""
    if request.method in _SAFE:
        return
    given = request.headers.get("x-token") or (await request.form()).get("token") or ""
    wanted = request.state.keys.token(request.state.visitor)
    if not isinstance(given, str) or not hmac.compare_digest(given.encode(), wanted.encode()):
        raise HTTPException(
            403, "this form was not sent from a page of this desk, or too long after it; load the page again"
        )
