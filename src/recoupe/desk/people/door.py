"""Every request passes here: who asks is found, and turned away where they may not; a page comes to know its reader."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import quote

from fastapi.responses import RedirectResponse
from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from recoupe.desk.faults import answer, answer_to
from recoupe.desk.people.attempts import ADDRESS, Attempts
from recoupe.desk.people.book import PeopleBook, Person, Role
from recoupe.errors import PeopleUnreadable

SESSION, VISITOR = "session", "visitor"
HOURS = 12
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_SAFE = ("GET", "HEAD", "OPTIONS")
_OPEN = ("/login", "/static/")
"""What those who are not known yet may see."""
_ANYBODY = ("/login", "/logout", "/preferences")
"""What readers may send; all else that is sent changes the ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What the door knows: the people (None: one person alone at this machine), the names the desk answers to, the secret."""

    people: PeopleBook | None = None
    alone: str = "local"
    hosts: Collection[str] | None = None
    attempts: Attempts = field(default_factory=Attempts)
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def person(self, headers: Headers, cookies: dict[str, str], client: str) -> Person | None:
        """Return who asks, by session or by name and password in the request; None for somebody unknown."""
        if self.people is None:
            return Person(name=self.alone, role=Role.ADMIN)
        return self._by_session(cookies.get(SESSION, "")) or self._by_password(headers, client)

    def session(self, person: Person) -> str:
        """Return the signed cookie of a person who has shown a password."""
        assert self.people is not None
        return self._signer().dumps([person.name, self.people.seal(person.name)])

    def let_in(self, name: str, password: str, client: str) -> Person | int:
        """Return the person whose name and password these are, or for how many seconds to wait (0: they are wrong)."""
        assert self.people is not None
        # no person has a longer name, and what was tried is remembered
        named, keys = f"name {name[:101]}", (f"name {name[:101]}", f"{ADDRESS} {client}")
        with self.attempts.one(*keys) as wait:
            if wait:
                return wait
            person = self.people.known(name, password)
            if person is None:
                self.attempts.failed(*keys)
                return 0
            # one's own password says nothing of the names that were tried from the same address
            self.attempts.succeeded(named)
            return person

    def token(self, visitor: str) -> str:
        """Return what a form of this visitor carries, so that no other site can send it."""
        return hmac.new(self.secret.encode(), visitor.encode(), hashlib.sha256).hexdigest()

    def _by_session(self, cookie: str) -> Person | None:
        assert self.people is not None
        try:
            name, seal = self._signer().loads(cookie, max_age=HOURS * 3600)
        except (BadSignature, ValueError, TypeError):
            return None
        # another password or role ends the sessions that are open
        if seal is None or seal != self.people.seal(name):
            return None
        return next((person for person in self.people.people() if person.name == name), None)

    def _by_password(self, headers: Headers, client: str) -> Person | None:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "basic":
            return None
        try:
            name, _, password = base64.b64decode(given, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return None
        found = self.let_in(name, password, client)
        return found if isinstance(found, Person) else None

    def _signer(self) -> URLSafeTimedSerializer:
        assert self.people is not None
        return URLSafeTimedSerializer(self.people.secret(), salt="recoupe session")


class Door:
    """Lets a request in, or answers it. Behind it, `request.state` has `person`, `visitor` and `keys`."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self.app = app
        self.keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        client = request.client.host if request.client else ""
        visitor = request.cookies.get(VISITOR, "")
        fresh = not 20 <= len(visitor) <= 100
        visitor = secrets.token_urlsafe(24) if fresh else visitor
        refused: Response | None = None
        state = scope.setdefault("state", {})
        state.update(person=None, visitor=visitor, keys=self.keys)
        try:
            # a password costs time to check on purpose, which others need not wait for
            state["person"] = await run_in_threadpool(self.keys.person, request.headers, request.cookies, client)
        except PeopleUnreadable as error:
            refused = answer_to(request, error)
        refused = refused or self._refused(request, state["person"])

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start" and fresh:
                secure = "; Secure" if scope["scheme"] == "https" else ""
                said = f"{VISITOR}={visitor}; Path=/; HttpOnly; SameSite=Lax{secure}"
                MutableHeaders(scope=message).append("set-cookie", said)
            await send(message)

        await (refused or self.app)(scope, receive, answered)

    def _refused(self, request: Request, person: Person | None) -> Response | None:
        path, headers = request.url.path, request.headers
        if self.keys.hosts is not None and _host(headers.get("host", "")) not in self.keys.hosts:
            # a name that was made to lead to this machine is how another site would read a desk without login
            return answer(request, 421, "this desk answers to this machine's own name alone")
        if person is None and not path.startswith(_OPEN):
            if path.startswith("/api/") or request.method not in _SAFE:
                refused = answer(request, 401, "log in, or send a name and a password")
                refused.headers["www-authenticate"] = 'Basic realm="recoupe", charset="UTF-8"'
                return refused
            asked = f"{path}?{request.url.query}" if request.url.query else path
            return RedirectResponse(f"/login?back={quote(asked, safe='')}", status_code=303)
        if request.method in _SAFE:
            return None
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none") or not _own_origin(headers):
            return answer(request, 403, "this was sent from another site")
        if path not in _ANYBODY and (person is None or not person.role.may(Role.ANALYST)):
            return answer(request, 403, "readers cannot change what the ledger holds")
        # a form that another site sends by itself cannot be JSON
        if path.startswith("/api/") and not headers.get("content-type", "").startswith("application/json"):
            return answer(request, 415, "the body is to be application/json")
        return None


def _own_origin(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host", "")


def _host(header: str) -> str:
    """Return the name in a Host header, without its port.

    >>> _host("localhost:8737"), _host("[::1]:8737")
    ('localhost', '::1')
    """
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0].lower()
