"""What was last found of a crisis is asked for without checking it, as of a day too, and it says when it is from before."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recoupe import Ledger
from recoupe.crosscheck.fingerprint import checked_by
from recoupe.ledger import Crisis, local_engine
from recoupe.model.article import Raw
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.digest import Digest
from recoupe.model.withdrawal import Withdrawal
from recoupe.settings import Settings
from recoupe.store.crises import CrisisBook
from recoupe.store.writer import Writer


@pytest.fixture
def crisis(path: Path, writer: Writer, raw: Callable[..., Raw], digest: Callable[..., Digest]) -> Iterator[Crisis]:
    """A crisis of one article that was never checked."""
    writer.add(raw(), digest(raw()), crisis="port-clair", run=writer.begin("test"))
    with Ledger.open(path) as ledger:
        yield ledger.crisis()


def check_on(writer: Writer, day: str, why: str) -> Crosscheck:
    """Keep, as if a check had begun at noon of a day, that an article was withdrawn; return what was found."""
    with sqlite3.connect(writer.path) as file:
        run = file.execute("INSERT INTO run (began, program) VALUES (?, 'test')", (f"{day}T12:00:00Z",)).lastrowid
    assert run is not None
    book = CrisisBook(engine=writer.engine, path=writer.path, crisis="port-clair")
    made_by = f"{checked_by()} {local_engine(Settings.from_environment()).made_by()}"
    found = Crosscheck(crisis="port-clair", withdrawals=(Withdrawal(article="a", why=why),))
    assert book.keep(found, made_by=made_by, state=book.state(made_by)[0], run=run) is not None
    return found


def test_a_crisis_that_was_never_checked_has_nothing_kept(crisis: Crisis) -> None:
    assert crisis.kept() is None
    assert crisis.kept("2999-01-01") is None
    assert crisis.stale()
    assert crisis.checks() == 0


def test_the_last_check_of_a_day_or_before_is_what_was_kept_as_of_it(crisis: Crisis, writer: Writer) -> None:
    """A check counts from the day on which it began, that day included."""
    first, second = check_on(writer, "2024-03-05", "one slip"), check_on(writer, "2024-03-07", "another slip")
    assert crisis.kept("2024-03-04") is None
    assert [crisis.kept(f"2024-03-0{day}") for day in (5, 6, 7, 8)] == [first, first, second, second]
    assert crisis.kept() == second


def test_what_was_added_or_judged_since_makes_a_crisis_stale(
    crisis: Crisis, writer: Writer, raw: Callable[..., Raw], digest: Callable[..., Digest]
) -> None:
    """What is kept stays as it was until it is checked again."""
    found = check_on(writer, "2024-03-05", "a slip")
    assert not crisis.stale()
    number = crisis.same("place", "Port-Clair", "Port Clair", by="M. R.", why="one town")
    assert crisis.stale()
    assert crisis.kept() == found
    check_on(writer, "2024-03-06", "a slip")
    assert not crisis.stale()
    other = raw("Au moins 9 personnes ont été tuées à Port-Clair.", name="other.txt")
    writer.add(other, digest(other), crisis=None, run=writer.begin("test"))
    assert not crisis.stale(), "an article of no crisis is none of this one"
    writer.add(other, digest(other), crisis="port-clair", run=writer.begin("test"))
    assert crisis.stale()
    assert number == 1


def test_neither_question_loads_what_reads_or_checks(crisis: Crisis, writer: Writer) -> None:
    """A desk that shows what is kept starts without the language pipeline."""
    check_on(writer, "2024-03-05", "a slip")
    asked = (
        f"import sys; from recoupe import Ledger; crisis = Ledger.open({str(writer.path)!r}).crisis();"
        "assert crisis.kept() and not crisis.stale();"
        "print([name for name in ('spacy', 'thinc', 'recoupe.flow', 'recoupe.crosscheck.check') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout
    assert said.strip() == "[]"


def test_a_crisis_says_when_it_was_checked_and_what_stood_then(crisis: Crisis, writer: Writer) -> None:
    """Each check has its number and its moment, and what it found can be asked for by its number."""
    assert crisis.moments() == ()
    first, second = check_on(writer, "2024-03-06", "one"), check_on(writer, "2024-03-08", "two")
    (one, began), (two, later) = crisis.moments()
    assert (began, later) == ("2024-03-06T12:00:00Z", "2024-03-08T12:00:00Z")
    assert crisis.kept_by(one) == first
    assert crisis.kept_by(two) == second
