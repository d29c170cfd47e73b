"""What a ledger keeps of a crisis beyond its articles: the dossier, judgements, and what check after check found."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from recoupe.errors import NotInLedger, RecordMisplaced, ValueUnknown
from recoupe.model.article import Raw
from recoupe.model.crosscheck import PARTS, Crosscheck
from recoupe.model.digest import Digest
from recoupe.model.event import DatePrecision, Event, EventType
from recoupe.model.figure import Counted, Kind, Qualifier
from recoupe.model.judgement import Judgement, NameOf
from recoupe.model.moment import Moment
from recoupe.model.passage import Passage, PassageForm
from recoupe.model.series import Note, Series, Step, StepKind
from recoupe.model.span import Evidence, Span
from recoupe.store.connect import open_engine
from recoupe.store.crises import CrisisBook
from recoupe.store.plain import plain
from recoupe.store.writer import Writer

MakeRaw = Callable[..., Raw]
MakeDigest = Callable[..., Digest]


@pytest.fixture
def book(writer: Writer) -> CrisisBook:
    return CrisisBook(engine=writer.engine, path=writer.path, crisis="port-clair")


def told(digest: Digest) -> Digest:
    """Return a digest that also tells an event and names a time."""
    article = digest.article
    event = Event(
        article=article.id,
        span=Span(17, 33),
        text=article.text[17:33],
        type=EventType.ASSAULT,
        mode="firearms",
        place="Port-Clair",
        date="2024-03-04",
        date_precision=DatePrecision.DAY,
        evidence=(Evidence("type", "events_told:kill", Span(17, 33)),),
    )
    parts = (Moment(span=Span(1, 2), rule="r", form="weekday", value=("1",)),)
    moment = Moment(span=Span(0, 8), rule="moments:x", form="span", value=("a",), parts=parts)
    return replace(digest, events=(event,), moments=(moment,))


def test_a_dossier_is_what_was_added(writer: Writer, book: CrisisBook, raw: MakeRaw, digest: MakeDigest) -> None:
    """Each record, moment and place comes back as it was read, under its id, articles sorted by theirs."""
    run = writer.begin("test")
    made = [told(digest(raw(name=name, publisher=name, published="2024-03-05"))) for name in ("b.txt", "a.txt")]
    for one in made:
        writer.add(
            raw(name=one.article.name, publisher=one.article.name, published="2024-03-05"),
            one,
            crisis=book.crisis,
            run=run,
        )
    dossier = book.dossier()
    assert [account.article for account in dossier.accounts] == sorted(
        (one.article for one in made), key=lambda x: x.id
    )
    for account in dossier.accounts:
        (one,) = (one for one in made if one.article.id == account.article.id)
        assert tuple(account.figures.values()) == one.figures
        assert tuple(account.statements.values()) == one.statements
        assert tuple(account.events.values()) == one.events
        assert account.moments == one.moments
        assert account.places == one.places


def test_an_event_that_stands_elsewhere_is_refused(writer: Writer, raw: MakeRaw, digest: MakeDigest) -> None:
    """As for a figure: the words of a record stand where it says."""
    made = told(digest(raw()))
    wrong = replace(made, events=(replace(made.events[0], span=Span(18, 34)),))
    with pytest.raises(RecordMisplaced):
        writer.add(raw(), wrong, crisis=None, run=writer.begin("test"))


def judgement(one: str, other: str, *, same: bool = True, why: str = "on the map") -> Judgement:
    return Judgement(of=NameOf.PLACE, one=one, other=other, same=same, by="M. R.", at="", why=why)


@pytest.fixture
def filed(writer: Writer, book: CrisisBook, raw: MakeRaw, digest: MakeDigest) -> int:
    """A crisis with one article; return the run that added it."""
    run = writer.begin("test")
    writer.add(raw(), digest(raw()), crisis=book.crisis, run=run)
    return run


def test_the_latest_judgement_on_two_names_stands(book: CrisisBook, filed: int) -> None:
    """In whichever order they are named; the earlier one stays on record."""
    book.judge(judgement("Ouest", "quartiers ouest"), run=filed)
    book.judge(judgement("quartiers ouest", "Ouest", same=False, why="two councils"), run=filed)
    assert [(row.one, row.same, row.stands) for row in book.judgements()] == [
        ("Ouest", True, False),
        ("Ouest", False, True),
    ]
    (standing,) = book.dossier().judgements
    assert (standing.same, standing.why, standing.by) == (False, "two councils", "M. R.")


def test_a_judgement_is_taken_back_once_and_stays_on_record(book: CrisisBook, filed: int) -> None:
    """Then the one before it stands again."""
    book.judge(judgement("Ouest", "quartiers ouest"), run=filed)
    number = book.judge(judgement("Ouest", "quartiers ouest", same=False), run=filed)
    book.take_back(number, by="A. B.", why="a slip", run=filed)
    assert [judged.same for judged in book.dossier().judgements] == [True]
    assert [(row.by, row.takes_back) for row in book.judgements()][-1] == ("A. B.", number)
    with pytest.raises(NotInLedger):
        book.take_back(number, by="A. B.", why="again", run=filed)
    with pytest.raises(NotInLedger):
        book.take_back(99, by="A. B.", why="none", run=filed)


def test_what_was_judged_of_one_crisis_is_not_taken_back_of_another(book: CrisisBook, filed: int) -> None:
    """Nor is what has no number that a ledger could give."""
    number = book.judge(judgement("Ouest", "quartiers ouest"), run=filed)
    for other, wrong in ((replace(book, crisis="riverac"), number), (book, 10**20), (book, -1), (book, 0)):
        with pytest.raises(NotInLedger):
            other.take_back(wrong, by="A. B.", why="a slip", run=filed)
    for by, why in (("A. B.", " "), ("", "a slip"), ("A. B.", "\udcff")):
        with pytest.raises(ValueUnknown):
            book.take_back(number, by=by, why=why, run=filed)
    assert len(book.dossier().judgements) == 1


@pytest.mark.parametrize(
    "bad",
    [
        judgement("Ouest", " Ouest"),
        judgement("", "Ouest"),
        judgement("a", "b", why=" "),
        judgement("a", "b\udcff"),
        judgement("a", "b", why="\ud800"),
    ],
)
def test_a_judgement_that_says_nothing_is_refused(book: CrisisBook, filed: int, bad: Judgement) -> None:
    """Two names, and a reason, in words that a ledger can hold."""
    with pytest.raises(ValueUnknown):
        book.judge(bad, run=filed)


@pytest.mark.parametrize(
    "table", ["judgement", "finding", "checking", "comparison", "event", "moment", "finding_gone", "review"]
)
def test_nothing_is_altered_or_deleted(path: Path, writer: Writer, table: str) -> None:
    """The ledger is append-only, whatever writes to it."""
    with sqlite3.connect(path) as connection:
        names = connection.execute(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name IN (?, ?)",
            (f"{table}_no_update", f"{table}_no_delete"),
        ).fetchone()
    assert names == (2,)


def found(*values: int) -> Crosscheck:
    """Return a check that found one toll with a step for each value."""
    steps = tuple(
        Step(
            until=f"2024-03-0{day}", low=value, high=value, qualifier=Qualifier.EXACT,
            step=StepKind.FIRST if day == 1 else StepKind.RAISED, counted=Counted.PEOPLE, place="Port-Clair",
            articles=("x",), origins=("o",), figures=(f"f{value}",),
        )
        for day, value in enumerate(values, 1)
    )  # fmt: skip
    toll = Series(
        id="toll", kind=Kind.KILLED, counted=Counted.PEOPLE, unit="count", place="Port-Clair", since="2024-03-01",
        source=None, running=True, steps=steps,
    )  # fmt: skip
    passage = Passage(
        article_a="x", span_a=Span(0, 9), article_b="y", span_b=Span(5, 14), form=PassageForm.VERBATIM, words=9
    )
    return Crosscheck(crisis="port-clair", series=(toll,), passages=(passage,))


def checked(book: CrisisBook, found: Crosscheck, run: int) -> int | None:
    """Keep what was found of the crisis as it is now."""
    return book.keep(found, made_by="v1", state=book.state("v1")[0], run=run)


def test_a_check_that_was_overtaken_is_not_kept(book: CrisisBook, filed: int) -> None:
    """What stands is of the crisis as it is, though a slow check of it as it was ends later."""
    before, _ = book.state("v1")
    book.judge(judgement("Ouest", "quartiers ouest"), run=filed)
    checked(book, found(12, 15), filed)
    assert book.keep(found(12), made_by="v1", state=before, run=filed) is None
    assert book.kept() == found(12, 15)
    assert len(book.checks()) == 1


def test_what_a_check_found_comes_back_and_what_was_found_before_can_be_seen(book: CrisisBook, filed: int) -> None:
    """The findings as of an earlier check are those of that check."""
    first = checked(book, found(12), filed)
    second = checked(book, found(12, 15), filed)
    assert book.kept() == found(12, 15)
    assert book.kept(first) == found(12)
    assert book.kept(second) == found(12, 15)
    came_and_went = [([row.part for row in one.came], [row.part for row in one.went]) for one in book.checks()]
    assert came_and_went == [(["passages", "series"], []), (["series"], ["series"])]


@pytest.mark.parametrize(
    ("change", "notes"),
    [
        (None, ()),
        ("start not said; told only as the number before", (Note.RECALLED,)),
        ("in place of 37 (about), which is taken back; start not said", (Note.INSTEAD,)),
        ("the place is called Rive, Port-Clair before", ()),
    ],
)
def test_a_check_that_an_older_version_kept_without_codes_has_them(
    book: CrisisBook, filed: int, monkeypatch: pytest.MonkeyPatch, change: str | None, notes: tuple[Note, ...]
) -> None:
    """Older versions wrote sentences alone: what they kept opens, and says what it said."""

    def as_then(finding: object) -> Any:
        body = plain(finding)
        for step in body.get("steps", ()):
            del step["notes"]
            step["change"] = change
        return body

    monkeypatch.setattr("recoupe.store.findings.plain", as_then)
    number = checked(book, found(12), filed)
    (step,) = book.kept(number).series[0].steps
    assert (step.change, step.notes) == (change, notes)


def test_what_comes_again_after_it_went_stands_again(book: CrisisBook, filed: int) -> None:
    """A finding that went with one check and came back with another is no ghost."""
    for values in ((12,), (13,), (12,)):
        checked(book, found(*values), filed)
    assert book.kept() == found(12)


def test_compared_pairs_are_remembered_for_the_same_program_and_texts_only(
    book: CrisisBook, filed: int, path: Path
) -> None:
    """Another version compares anew, and so it is done where an article came again with other white space."""
    (passage,) = found(1).passages
    pairs = {("x", "y"): (passage,), ("x", "z"): ()}
    dossier = book.dossier()
    (account,) = dossier.accounts
    articles = [replace(account.article, id=id) for id in ("x", "y", "z")]
    others = replace(dossier, accounts=tuple(replace(account, article=article) for article in articles))
    book.keep_compared(pairs, others, made_by="v1", run=filed)
    assert book.compared(others, "v1") == pairs
    assert book.compared(others, "v2") == {}
    assert book.compared(dossier, "v1") == {}
    articles[2] = replace(articles[2], text=articles[2].text.replace(" ", "  ", 1))
    spaced = replace(dossier, accounts=tuple(replace(account, article=article) for article in articles))
    assert book.compared(spaced, "v1") == {("x", "y"): (passage,)}


def test_the_state_changes_with_an_article_a_judgement_or_a_program(
    writer: Writer, book: CrisisBook, filed: int, raw: MakeRaw, digest: MakeDigest
) -> None:
    """And with nothing else."""
    before, done = book.state("v1")
    assert not done
    checked(book, found(1), filed)
    assert book.state("v1") == (before, True)
    assert book.state("v2")[0] != before
    book.judge(judgement("a", "b"), run=filed)
    judged, done = book.state("v1")
    assert judged != before
    assert not done
    other = raw("Le bilan est de 12 morts.", "suite.txt")
    writer.add(other, digest(other), crisis=book.crisis, run=filed)
    assert book.state("v1")[0] not in (before, judged)


def test_every_part_of_a_check_has_an_order_and_a_key() -> None:
    """A part that is added to the model is kept too."""
    assert [name for name in Crosscheck.__dataclass_fields__ if name != "crisis"] == list(PARTS)


def test_the_second_schema_is_reached_from_the_first(path: Path) -> None:
    """A ledger of the first schema keeps what it has."""
    from recoupe.store.tables import SCHEMA, metadata

    writer = Writer(engine=open_engine(path, create=True), path=path)
    writer.begin("test")
    new = {"event", "moment", "judgement", "review", "comparison", "checking", "finding", "finding_gone"}
    with sqlite3.connect(path) as connection:
        for table in reversed(metadata.sorted_tables):
            if table.name in new:
                connection.execute(f"DROP TABLE {table.name}")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    engine = open_engine(path, create=False)
    with engine.connect() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM run")).scalar() == 1
        assert connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() == SCHEMA
        assert new <= set(sa.inspect(connection).get_table_names())
