"""One request in, what its page needs of it out: the ledger, the language, the colours, the crisis, the day as of which."""

from __future__ import annotations

import datetime
import ipaddress
import time
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

import recoupe
from recoupe.catalogue import LANGUAGES, Catalogue
from recoupe.desk.people.book import Person, Role
from recoupe.errors import CrisisUnnamed, DayUnclear
from recoupe.ledger import Crisis, Ledger
from recoupe.show.questions import asked
from recoupe.show.values import printable

THEMES = ("auto", "light", "dark")
VIEWS = (
    ("figures", "/figures"),
    ("tolls", "/tolls"),
    ("map", "/map"),
    ("timeline", "/timeline"),
    ("voices", "/voices"),
    ("articles", "/articles"),
    ("review", "/review"),
    ("report", "/report"),
)
"""The views in the order of the menu: the key of their name in the catalogue, and their address."""


@dataclass(slots=False)
class Visit:
    """A request as pages see it. What a page shows is asked of `ledger` or `crisis`; `page` makes the answer."""

    request: Request
    ledger: Ledger
    words: Catalogue
    theme: str
    crisis_name: str | None
    as_of: str | None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def person(self) -> Person | None:
        """Who asks; None for somebody who is not let in."""
        return getattr(self.request.state, "person", None)

    @property
    def room(self) -> str:
        """The view of the menu that this page belongs to; empty for one that belongs to none."""
        first = self.request.url.path.split("/")[1]
        return {"statements": "figures", "events": "figures", "records": "figures", "lineage": "articles"}.get(
            first, first
        )

    @property
    def alone(self) -> bool:
        """Whether the desk is that of one person at this machine, and nobody logs in."""
        return self.request.state.keys.people is None

    @property
    def to_come(self) -> bool:
        """Whether the day asked for has not come yet: what is shown of it is what is known today."""
        return self.as_of is not None and self.as_of > time.strftime("%Y-%m-%d", time.gmtime())

    @property
    def may_change(self) -> bool:
        """Whether whoever asks may change what the ledger holds, and the ledger can be changed."""
        return self.ledger.writable and self.person is not None and self.person.role.may(Role.ANALYST)

    @property
    def token(self) -> str:
        """What a form of this page carries."""
        return str(self.request.state.keys.token(self.request.state.visitor))

    @cached_property
    def crisis(self) -> Crisis:
        """The crisis of `?crisis=`, or the only one of the ledger. Errors: CrisisUnnamed, CrisisUnknown."""
        return self.ledger.crisis(self.crisis_name)

    @cached_property
    def crises(self) -> tuple[str, ...]:
        """The names of all crises."""
        return self.ledger.crisis_names()

    def here(self, path: str | None = None, /, **changed: Any) -> str:
        """Return this address, or another one with this page's crisis and day, with parameters changed; None drops one."""
        kept: dict[str, Any] = {"crisis": self.crisis_name, "as_of": self.as_of}
        if path is None:
            given = self.request.query_params
            kept = {key: given.getlist(key) for key in given}
        several = {key: some if isinstance(some, list) else [some] for key, some in {**kept, **changed}.items()}
        asked = [(key, str(one)) for key, some in several.items() for one in some if one not in (None, "")]
        address = path or self.request.url.path
        return f"{address}?{urlencode(asked)}" if asked else address

    def page(self, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page made of a template; every value is text until the template says otherwise."""
        shown = environment().get_template(template).render(
            visit=self, t=self.words.say, n=self.words.count, term=self.words.term, words=self.words, views=VIEWS,
            themes=THEMES, asked=partial(asked, words=self.words), languages=LANGUAGES, version=recoupe.__version__, **self.extra, **values,
        )  # fmt: skip
        return HTMLResponse(shown, status_code=status, headers={"vary": "Accept-Language, Cookie"})


def visit_of(request: Request) -> Visit:
    """Return the visit of a request. Errors: DayUnclear for an `as_of` that is no day."""
    return visit_on(request, _day(request.query_params.get("as_of")))


def visit_on(request: Request, day: str | None) -> Visit:
    """Return the visit of a request as of a day, whatever day it names."""
    asked = request.query_params
    language = asked.get("lang") or request.cookies.get("lang") or _preferred(request.headers.get("accept-language"))
    theme = request.cookies.get("theme", THEMES[0])
    return Visit(
        request=request,
        ledger=request.app.state.ledger,
        words=Catalogue.of(language if language in LANGUAGES else LANGUAGES[0]),
        theme=theme if theme in THEMES else THEMES[0],
        crisis_name=asked.get("crisis") or None,
        as_of=day,
    )


Here = Annotated[Visit, Depends(visit_of)]
"""What a page's function takes."""


@cache
def environment() -> Environment:
    """Return what templates are read with: escaped without exception, and an unknown name is an error."""
    return Environment(
        loader=PackageLoader("recoupe.desk"), autoescape=True, undefined=StrictUndefined, finalize=_shown,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def _shown(value: object) -> object:
    """Return what a template writes: no sign of a text commands a terminal that the page may be piped to."""
    return printable(value) if type(value) is str else value


def crisis_or_choice(visit: Visit) -> Crisis | HTMLResponse:
    """Return the crisis of a visit, or the page that asks which one where the ledger has several and none is named."""
    try:
        return visit.crisis
    except CrisisUnnamed:
        return visit.page("choose.html", title=visit.words.say("base.choose"))


def _preferred(header: str | None) -> str:
    """Return the first language of an Accept-Language header that the interface speaks."""
    for part in (header or "").split(","):
        language = part.partition(";")[0].strip().partition("-")[0].lower()
        if language in LANGUAGES:
            return language
    return LANGUAGES[0]


def loopback(host: str) -> bool:
    """Say whether an address or a name is this machine's own alone.

    >>> loopback("127.0.0.1"), loopback("::1"), loopback("localhost"), loopback("desk.example.org")
    (True, True, True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _day(words: str | None) -> str | None:
    if not words:
        return None
    try:
        return datetime.date.fromisoformat(words).isoformat()
    except ValueError as error:
        raise DayUnclear(f"as_of={words}") from error
