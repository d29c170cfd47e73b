"""Several at once: no admin loses what another one did, and no guess is free because others are made beside it."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Barrier, Event, Semaphore

import pytest

from recoupe.desk.people import book as book_module
from recoupe.desk.people.attempts import FREE, Attempts
from recoupe.desk.people.book import PeopleBook, Person, Role
from recoupe.desk.people.door import Keys
from recoupe.errors import NotInLedger

WORD = "correct horse battery"
MANY = 24


def _add(path: Path, name: str) -> None:
    PeopleBook(path).add(name, Role.READER, WORD)


def test_processes_that_add_people_at_once_lose_none(tmp_path: Path) -> None:
    path, start = tmp_path / "people.json", multiprocessing.get_context("spawn")
    some = [start.Process(target=_add, args=(path, f"name {number}")) for number in range(6)]
    for one in some:
        one.start()
    for one in some:
        one.join()
    assert [one.name for one in PeopleBook(path).people()] == [f"name {number}" for number in range(6)]


def test_threads_that_add_and_remove_people_at_once_lose_none(tmp_path: Path) -> None:
    book = PeopleBook(tmp_path / "people.json")
    for number in range(MANY):
        book.add(f"old {number}", Role.READER, WORD)
    secret = book.secret()
    together = Barrier(2 * MANY)

    def change(number: int) -> None:
        together.wait()
        if number < MANY:
            book.add(f"new {number}", Role.ANALYST, WORD)
        else:
            book.remove(f"old {number - MANY}")

    with ThreadPoolExecutor(2 * MANY) as threads:
        list(threads.map(change, range(2 * MANY)))
    assert {one.name for one in book.people()} == {f"new {number}" for number in range(MANY)}
    assert book.secret() == secret


def test_what_cannot_be_written_leaves_the_book_and_no_scraps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = PeopleBook(tmp_path / "people.json")
    book.add("Awa", Role.ADMIN, WORD)
    with pytest.raises(NotInLedger):
        book.remove("Luc")
    with monkeypatch.context() as patched:
        patched.setattr(book_module.json, "dump", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            book.add("Luc", Role.READER, WORD)
    assert [one.name for one in book.people()] == ["Awa"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["people.json", "people.json.lock"]


@dataclass(frozen=True, slots=True)
class _Slow(PeopleBook):
    """A book that answers only when told to, and counts how often it is asked."""

    right: str = ""
    answer: Event = field(default_factory=Event)
    asked: list[str] = field(default_factory=list)
    came: Semaphore = field(default_factory=lambda: Semaphore(0))

    def known(self, name: str, password: str) -> Person | None:
        self.asked.append(password)
        self.came.release()
        self.answer.wait(30)
        return Person(name=name, role=Role.READER) if password == self.right else None


def _all_at_once(keys: Keys, slow: _Slow, words: list[str], first: int) -> list[Person | int]:
    """Try words at once; the book answers when as many are asked of it as it is asked at once."""
    with ThreadPoolExecutor(len(words)) as threads:
        tried = [threads.submit(keys.let_in, "Awa", word, "127.0.0.1") for word in words]
        assert all(slow.came.acquire(timeout=30) for _ in range(first))
        slow.answer.set()
        return [one.result(30) for one in tried]


def test_of_guesses_made_at_once_no_more_are_looked_at_than_one_after_the_other(tmp_path: Path) -> None:
    slow = _Slow(tmp_path / "people.json")
    keys = Keys(people=slow, attempts=Attempts(clock=lambda: 0.0))
    came = _all_at_once(keys, slow, [f"guess {number}" for number in range(MANY)], FREE)
    assert len(slow.asked) == FREE
    assert sorted(came, key=str) == [0] * FREE + [15] * (MANY - FREE)


def test_who_has_the_password_may_send_it_many_times_at_once(tmp_path: Path) -> None:
    """A program that asks in parallel is not taken for a guesser."""
    slow = _Slow(tmp_path / "people.json", WORD)
    keys = Keys(people=slow, attempts=Attempts(clock=lambda: 0.0))
    came = _all_at_once(keys, slow, [WORD] * MANY, FREE)
    assert came == [Person(name="Awa", role=Role.READER)] * MANY


def test_after_a_wait_one_guess_is_looked_at_and_the_others_wait_on(tmp_path: Path) -> None:
    now = 0.0
    slow = _Slow(tmp_path / "people.json")
    keys = Keys(people=slow, attempts=Attempts(clock=lambda: now))
    slow.answer.set()
    for _ in range(FREE):
        assert keys.let_in("Awa", "a guess", "127.0.0.1") == 0
    slow = _Slow(slow.path)
    keys = Keys(people=slow, attempts=keys.attempts)
    now = 15.0
    came = _all_at_once(keys, slow, ["a guess"] * MANY, 1)
    assert len(slow.asked) == 1
    assert sorted(came, key=str) == [0] + [30] * (MANY - 1)


def test_a_book_that_breaks_frees_the_place_of_the_attempt() -> None:
    attempts = Attempts()
    for _ in range(3 * FREE):
        with pytest.raises(ZeroDivisionError), attempts.one("name Awa") as wait:
            assert wait == 0
            raise ZeroDivisionError
    with attempts.one("name Awa") as wait:
        assert wait == 0
