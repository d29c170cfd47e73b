"""The people of one ledger's desk, in a file beside it that is not handed on with the ledger."""

from __future__ import annotations

import json
import os
import secrets
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypedDict

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from recoupe.desk.people.turns import turn
from recoupe.errors import NotInLedger, PeopleUnreadable, ValueUnknown

SHORTEST = 12
"""How many signs a password has at least."""
_LONGEST = 1024
_hasher = PasswordHasher()


class Role(StrEnum):
    """What a person may do: readers see, analysts judge and review as well, admins say who the people are, too."""

    READER = "reader"
    ANALYST = "analyst"
    ADMIN = "admin"

    def may(self, needed: Role) -> bool:
        """Return whether this role has all that another one has."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody at the desk."""

    name: str
    role: Role


class _Book(TypedDict):
    secret: str
    people: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class PeopleBook:
    """The file of a desk's people. Passwords are kept as argon2 hashes, and each call reads the file as it is then."""

    path: Path

    @classmethod
    def beside(cls, ledger: Path) -> PeopleBook:
        """Return the book of a ledger's file."""
        return cls(ledger.with_name(ledger.name + ".people.json"))

    def people(self) -> tuple[Person, ...]:
        """Return all people by name; none where there is no book. Errors: PeopleUnreadable."""
        return tuple(Person(name=name, role=Role(one["role"])) for name, one in sorted(self._read()["people"].items()))

    def secret(self) -> str:
        """Return what sessions are signed with. Errors: PeopleUnreadable."""
        return str(self._read()["secret"])

    def seal(self, name: str) -> str | None:
        """Return a word that changes with a person's password and role; None for somebody unknown."""
        one = self._read()["people"].get(name)
        return None if one is None else f"{one['role']}:{one['password'][-16:]}"

    def add(self, name: str, role: Role, password: str) -> None:
        """Add a person, or give one another role and password. Errors: ValueUnknown, PeopleUnreadable."""
        # a program sends name and password with a colon between them
        if not name.strip() or len(name) > 100 or not name.isprintable() or ":" in name:
            raise ValueUnknown("name", "a person has a name of at most 100 signs, without a colon")
        if not SHORTEST <= len(password) <= _LONGEST:
            raise ValueUnknown("password", f"it has {SHORTEST} signs or more, and {_LONGEST} at most")
        # a hash takes its time, which others need not wait for
        one = {"role": str(role), "password": _hasher.hash(password)}
        with self._changed() as book:
            book["people"][name.strip()] = one

    def remove(self, name: str) -> None:
        """Take a person out; what they judged stays theirs. Errors: NotInLedger, PeopleUnreadable."""
        with self._changed() as book:
            if book["people"].pop(name, None) is None:
                raise NotInLedger(name, "nobody of this name")

    def known(self, name: str, password: str) -> Person | None:
        """Return the person whose name and password these are; None where they are nobody's."""
        one = self._read()["people"].get(name)
        try:
            # somebody unknown costs as much time as a wrong password
            _hasher.verify(one["password"] if one else _NOBODY, password[:_LONGEST])
        except (VerificationError, InvalidHashError):
            return None
        return Person(name=name, role=Role(one["role"])) if one else None

    @contextmanager
    def _changed(self) -> Iterator[_Book]:
        """Give the book as it is, and keep what it is after; whoever else would change it waits for that."""
        try:
            with turn(self.path):
                book = self._read()
                yield book
                self._write(book)
        except OSError as error:
            raise PeopleUnreadable(str(self.path), error.strerror or "") from error

    def _read(self) -> _Book:
        try:
            book: _Book = json.loads(self.path.read_text(encoding="utf-8"))
            roles = [one["role"] for one in book["people"].values()]
            if not isinstance(book["secret"], str) or not all(role in list(Role) for role in roles):
                raise ValueError("a role or the secret is none")
        except FileNotFoundError:
            return {"secret": secrets.token_urlsafe(32), "people": {}}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise PeopleUnreadable(str(self.path), str(error)) from error
        return book

    def _write(self, book: Mapping[str, object]) -> None:
        # in one step, and for nobody else's eyes from the first byte
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=self.path.name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(book, file, ensure_ascii=False, indent=2)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self.path)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise


_NOBODY = _hasher.hash(secrets.token_urlsafe(16))
