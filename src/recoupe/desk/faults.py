"""What went wrong in, an answer out that says what, where and what to do: a page for people, a problem (RFC 9457) for programs."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from recoupe.catalogue import Catalogue
from recoupe.desk.told import parameter_told, refusal_told, told
from recoupe.desk.visit import Visit, visit_of, visit_on
from recoupe.errors import (
    CrisisUnknown,
    CrisisUnnamed,
    DayUnclear,
    LedgerBusy,
    LedgerFull,
    LedgerUnwritable,
    NameAmbiguous,
    NotInLedger,
    RecoupeError,
    ValueUnknown,
)

_STATUS: dict[type[RecoupeError], int] = {
    NotInLedger: 404,
    CrisisUnknown: 404,
    CrisisUnnamed: 400,
    NameAmbiguous: 400,
    ValueUnknown: 400,
    DayUnclear: 400,
    LedgerUnwritable: 403,
    LedgerBusy: 503,
    LedgerFull: 507,
}


def register(app: FastAPI) -> None:
    """Have an application answer its errors."""
    app.add_exception_handler(RecoupeError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)


def problem(status: int, detail: str, **more: Any) -> JSONResponse:
    """Return a problem as RFC 9457 has it. `more` are members beyond `title`, `status` and `detail`."""
    # what was asked may hold halves of signs, which no answer can
    said = detail.encode("utf-8", "replace").decode()
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": said, **more}
    return JSONResponse(body, status_code=status, media_type="application/problem+json")


def answer(
    request: Request, status: int, detail: str, says: Callable[[Catalogue], str] | None = None, **more: Any
) -> Response:
    """Return an error as whoever asks can read it: programs the detail as it is, people what `says` makes of it in their
    language, or else the detail in it."""
    path = request.url.path
    # a browser that is sent to a file says that it would read a page
    reads_pages = "text/html" in request.headers.get("accept", "")
    if path.startswith("/api/") or (path.endswith((".json", ".csv", ".xlsx", ".geojson")) and not reads_pages):
        return problem(status, detail, **more)
    key = "base.not_found" if status == HTTPStatus.NOT_FOUND else "base.wrong"
    visit = _visit(request)
    words = says(visit.words) if says else refusal_told(detail, visit.words)
    return visit.page("fault.html", status=status, title=visit.words.say(key), detail=words)


def answer_to(request: Request, error: RecoupeError) -> Response:
    """Return one of the program's own errors as whoever asks can read it."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    return answer(request, status, str(error), says=lambda words: told(error, words), code=error.code)


def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, RecoupeError)
    return answer_to(request, error)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    response = answer(request, error.status_code, str(error.detail))
    response.headers.update(error.headers or {})
    return response


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = [{"where": ".".join(str(part) for part in one["loc"]), "says": one["msg"]} for one in error.errors()]

    def says(words: Catalogue) -> str:
        return " ".join(parameter_told(one, words) for one in error.errors())

    detail = "; ".join(f"{one['where']}: {one['says']}" for one in faults)
    return answer(request, 422, detail, says=says, errors=faults)


def _visit(request: Request) -> Visit:
    try:
        return visit_of(request)
    except DayUnclear:
        return visit_on(request, None)
