"""The language and the colours that a reader wants, kept in the browser alone."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from recoupe.catalogue import LANGUAGES
from recoupe.desk.visit import THEMES

router = APIRouter()
_YEAR = 365 * 24 * 3600


@router.post("/preferences")
def preferences(
    lang: Annotated[str, Form()] = "", theme: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "/"
) -> Response:
    """Keep what is wanted, and go back to the page where it was said."""
    answer = RedirectResponse(own_address(back), status_code=303)
    for name, value, known in (("lang", lang, LANGUAGES), ("theme", theme, THEMES)):
        if value in known:
            answer.set_cookie(name, value, max_age=_YEAR, httponly=True, samesite="lax")
    return answer


def own_address(address: str) -> str:
    """Return an address of this desk without a language of its own; whatever leads elsewhere becomes home.

    >>> own_address("/tolls?lang=en&kind=killed"), own_address("//example.org/x"), own_address("//[")
    ('/tolls?kind=killed', '/', '/')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        # what has the shape of a host and is none
        return "/"
    if parts.scheme or parts.netloc or not parts.path.startswith("/") or parts.path.startswith(("//", "/\\")):
        return "/"
    asked = urlencode([(key, value) for key, value in parse_qsl(parts.query) if key != "lang"])
    return f"{parts.path}?{asked}" if asked else parts.path
