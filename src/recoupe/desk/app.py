"""A ledger in, the web application that shows it out."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles

import recoupe
from recoupe.desk import faults
from recoupe.desk.api import PREFIX, nouns
from recoupe.desk.headers import SafeHeaders
from recoupe.desk.pages import PAGES
from recoupe.desk.people.door import Door, Keys
from recoupe.desk.people.forms import own_form
from recoupe.ledger import Ledger


def create_app(ledger: Ledger, keys: Keys | None = None, *, areas: Path | None = None) -> FastAPI:
    """Return the application of one ledger, which calls no other host. `keys` say who may come in; by default one person alone."""
    app = _bare()
    app.state.ledger = ledger
    app.state.areas = areas
    app.add_middleware(Door, keys=keys or Keys())
    # added last, so that it is outermost
    app.add_middleware(SafeHeaders)
    faults.register(app)
    app.mount("/static", StaticFiles(directory=str(files("recoupe.desk") / "static")), name="static")
    for page in PAGES:
        app.include_router(page.router, include_in_schema=False, dependencies=[Depends(own_form)])
    _join(app)
    return app


def interface() -> dict[str, Any]:
    """Return the HTTP interface as OpenAPI describes it, without a ledger behind it."""
    app = _bare()
    _join(app)
    return app.openapi()


def _join(app: FastAPI) -> None:
    for noun in nouns():
        app.include_router(noun.router, prefix=PREFIX, tags=[noun.__name__.rpartition(".")[2]])


def _bare() -> FastAPI:
    # the framework's own documentation pages load scripts from elsewhere
    return FastAPI(title="recoupe", version=recoupe.__version__, docs_url=None, redoc_url=None, openapi_url=None)
