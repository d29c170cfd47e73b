"""What the ledger keeps, and what it refuses."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from recoupe.errors import RecordMisplaced, TextUnstorable
from recoupe.model.article import Raw
from recoupe.model.digest import Digest
from recoupe.model.skipped import Skipped
from recoupe.model.span import Span
from recoupe.store.connect import open_engine
from recoupe.store.reader import Reader
from recoupe.store.writer import Outcome, Writer

MakeRaw = Callable[..., Raw]
MakeDigest = Callable[..., Digest]


@pytest.fixture
def opened(path: Path) -> Engine:
    return open_engine(path, create=True)


@pytest.fixture
def writer(opened: Engine, path: Path) -> Writer:
    return Writer(engine=opened, path=path)


@pytest.fixture
def reader(opened: Engine, path: Path) -> Reader:
    return Reader(engine=opened, path=path)


def counts(path: Path) -> dict[str, int]:
    tables = ("document", "article", "reading", "figure", "statement", "evidence", "place", "article_crisis")
    with sqlite3.connect(path) as connection:
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}


def test_a_digest_comes_back_as_it_was_kept(writer: Writer, reader: Reader, raw: MakeRaw, digest: MakeDigest) -> None:
    """Every field of article, figure and statement is given back, with its evidence."""
    document = raw(published="2024-03-05", publisher="Le Courrier")
    made = digest(document)
    assert writer.add(document, made, crisis="port-clair", run=writer.begin("test")) is Outcome.ADDED
    read = reader.read("note.txt")
    assert read.article == made.article
    (figure,) = read.figures
    assert (figure.text, figure.low, figure.high, figure.place) == ("12", 12, None, "Port-Clair")
    assert figure.words == "Au moins 12"
    assert read.evidence[figure.id][2].words == "Au moins"
    (statement,) = read.statements
    assert (statement.text, statement.cue) == ("Nous cherchons encore", "a dit")


def test_the_bytes_are_kept_as_they_were(writer: Writer, path: Path, raw: MakeRaw, digest: MakeDigest) -> None:
    """The document's table holds the original, byte for byte."""
    document = raw()
    writer.add(document, digest(document), crisis=None, run=writer.begin("test"))
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT data FROM document").fetchall() == [(document.data,)]


def test_the_same_content_twice_adds_nothing(writer: Writer, path: Path, raw: MakeRaw, digest: MakeDigest) -> None:
    """Neither under its own name nor as a copy of another name."""
    run = writer.begin("test")
    writer.add(raw(), digest(raw()), crisis="c", run=run)
    before = counts(path)
    assert writer.known(raw(), "v1", crisis="c", run=run)
    assert writer.add(raw(), digest(raw()), crisis="c", run=run) is Outcome.KNOWN
    copy = raw(name="copy.txt")
    assert writer.known(copy, "v1", crisis="c", run=run)
    assert counts(path) == before


def test_the_same_words_in_another_encoding_are_known(
    writer: Writer, path: Path, raw: MakeRaw, digest: MakeDigest
) -> None:
    """Other bytes of one article are not a second article."""
    run = writer.begin("test")
    writer.add(raw(), digest(raw()), crisis=None, run=run)
    other = dataclasses.replace(raw(), data=raw().data.decode().encode("utf-16"))
    made = digest(raw())
    made = dataclasses.replace(made, article=dataclasses.replace(made.article, encoding="utf-16"))
    assert writer.add(other, made, crisis=None, run=run) is Outcome.KNOWN
    assert counts(path)["article"] == 1


def test_the_same_words_spaced_otherwise_are_known(
    writer: Writer, reader: Reader, raw: MakeRaw, digest: MakeDigest
) -> None:
    """They have one id, so the first text stays the one that offsets count in; a file without a day takes none away."""
    run = writer.begin("test")
    dated = raw(published="2024-03-05")
    writer.add(dated, digest(dated), crisis=None, run=run)
    spaced = raw(raw().data.decode().replace(" ", "  "), name="spaced.txt")
    for made_by in ("v1", "v2"):
        assert writer.add(spaced, digest(spaced, made_by), crisis=None, run=run) is Outcome.KNOWN
    (row,) = reader.articles()
    assert (row.name, row.published) == ("note.txt", "2024-03-05")


def test_two_files_of_one_article_with_two_days_do_not_take_turns(
    writer: Writer, reader: Reader, raw: MakeRaw, digest: MakeDigest
) -> None:
    """The first keeps its place, however often the folder is added; its own file may correct it."""
    run = writer.begin("test")
    first, second = raw(published="2024-03-05"), raw(name="b.txt", published="2024-03-06")
    assert writer.add(first, digest(first), crisis=None, run=run) is Outcome.ADDED
    for _ in range(2):
        assert writer.add(second, digest(second), crisis=None, run=run) is Outcome.KNOWN
        assert writer.add(first, digest(first), crisis=None, run=run) is Outcome.KNOWN
    mended = raw(published="2024-03-07")
    assert writer.add(mended, digest(mended), crisis=None, run=run) is Outcome.REPLACED
    assert [row.published for row in reader.articles()] == ["2024-03-07"]


def test_two_outlets_that_print_the_same_bytes_are_two_articles(
    writer: Writer, reader: Reader, raw: MakeRaw, digest: MakeDigest
) -> None:
    """A dispatch reprinted word for word is an article of each outlet."""
    run = writer.begin("test")
    for name, publisher in (("a.txt", "Le Courrier"), ("b.txt", "La Gazette")):
        document = raw(name=name, publisher=publisher)
        assert not writer.known(document, "v1", crisis=None, run=run)
        assert writer.add(document, digest(document), crisis=None, run=run) is Outcome.ADDED
    assert [row.publisher for row in reader.articles()] == ["Le Courrier", "La Gazette"]


def test_a_day_given_later_replaces_the_reading_without_one(
    writer: Writer, reader: Reader, path: Path, raw: MakeRaw, digest: MakeDigest
) -> None:
    """The old reading stays in the file, the views show the new one, and the article keeps its crisis."""
    run = writer.begin("test")
    writer.add(raw(), digest(raw()), crisis="c", run=run)
    dated = raw(published="2024-03-05")
    assert not writer.known(dated, "v1", crisis=None, run=run)
    assert writer.add(dated, digest(dated), crisis=None, run=run) is Outcome.REPLACED
    (row,) = reader.articles(crisis="c")
    assert row.published == "2024-03-05"
    assert [figure.since for figure in reader.figures()] == ["2024-03-05"]
    assert counts(path)["figure"] == 2
    assert writer.known(raw(), "v1", crisis=None, run=run), "less than what is known adds nothing"


def test_a_newer_version_appends_its_reading_and_the_views_show_it(
    writer: Writer, reader: Reader, path: Path, raw: MakeRaw, digest: MakeDigest
) -> None:
    """Ids do not change where the content did not."""
    run = writer.begin("test")
    writer.add(raw(), digest(raw(), "v1"), crisis="c", run=run)
    (before,) = reader.figures()
    assert not writer.known(raw(), "v2", crisis="c", run=run)
    assert writer.add(raw(), digest(raw(), "v2"), crisis="c", run=run) is Outcome.REPLACED
    (after,) = reader.figures()
    assert after == before
    assert reader.read("note.txt").made_by == "v2"
    assert counts(path)["reading"] == 2
    assert counts(path)["article"] == 1


def test_a_newer_reading_keeps_what_came_with_the_document_before(
    writer: Writer, raw: MakeRaw, digest: MakeDigest
) -> None:
    """A day given once is not lost when the file is added again without it."""
    dated = raw(published="2024-03-05")
    writer.add(dated, digest(dated), crisis=None, run=writer.begin("test"))
    assert writer.completed(raw()).published == "2024-03-05"
    assert writer.completed(raw(published="2024-03-06")).published == "2024-03-06"


def test_a_record_whose_words_stand_elsewhere_is_refused(
    writer: Writer, path: Path, raw: MakeRaw, digest: MakeDigest
) -> None:
    """Nothing of such a reading is kept."""
    made = digest(raw())
    wrong = dataclasses.replace(made.figures[0], span=Span(0, 2))
    with pytest.raises(RecordMisplaced, match="RC507"):
        writer.add(raw(), dataclasses.replace(made, figures=(wrong,)), crisis=None, run=writer.begin("test"))
    assert counts(path)["article"] == 0


def test_a_cue_that_stands_elsewhere_is_refused(writer: Writer, raw: MakeRaw, digest: MakeDigest) -> None:
    """The cue's offsets are held to its words as well."""
    made = digest(raw())
    wrong = dataclasses.replace(made.statements[0], cue_span=Span(0, 5))
    with pytest.raises(RecordMisplaced, match="cue"):
        writer.add(raw(), dataclasses.replace(made, statements=(wrong,)), crisis=None, run=writer.begin("test"))


def test_a_text_with_half_a_code_point_is_refused_and_nothing_is_kept(
    writer: Writer, path: Path, raw: MakeRaw, digest: MakeDigest
) -> None:
    """SQLite's text is UTF-8, which a lone surrogate has no place in."""
    made = digest(raw("Rien de neuf."))
    broken = dataclasses.replace(made, article=dataclasses.replace(made.article, title="a\ud800"))
    with pytest.raises(TextUnstorable, match="RC510"):
        writer.add(raw("Rien de neuf."), broken, crisis=None, run=writer.begin("test"))
    assert counts(path)["document"] == 0


@pytest.mark.parametrize(
    "table",
    ["run", "crisis", "document", "article", "article_crisis", "reading", "figure", "statement", "evidence", "place"],
)
def test_nothing_in_the_ledger_can_be_altered(
    writer: Writer, path: Path, raw: MakeRaw, digest: MakeDigest, table: str
) -> None:
    """The file itself refuses, whatever program asks."""
    document = raw()
    writer.add(document, digest(document), crisis="c", run=writer.begin("test"))
    with sqlite3.connect(path) as connection:
        column = connection.execute(f"PRAGMA table_info({table})").fetchone()[1]
        for statement in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(statement)


def test_a_text_with_a_nul_sign_keeps_its_offsets(
    writer: Writer, reader: Reader, raw: MakeRaw, digest: MakeDigest
) -> None:
    """SQL's own text functions stop at such a sign; the offsets must not."""
    document = raw("Avant\x00après : 12 morts. 𝔸 é")
    writer.add(document, digest(document), crisis=None, run=writer.begin("test"))
    (figure,) = reader.figures()
    assert document.data.decode()[figure.start : figure.end] == "12"


def test_what_was_set_aside_is_kept_once(writer: Writer, reader: Reader) -> None:
    """The same file that fails twice is one row, of the crisis it was added to."""
    aside = Skipped(name="vide.txt", stage="read", code="RC104", reason="the file is empty")
    for _ in range(2):
        writer.set_aside(aside, crisis="c", run=writer.begin("test"))
    (row,) = reader.skipped()
    assert (row.name, row.code, row.crisis) == ("vide.txt", "RC104", "c")
    writer.set_aside(dataclasses.replace(aside, name="autre.txt"), crisis="other", run=writer.begin("test"))
    assert [row.name for row in reader.skipped(crisis="other")] == ["autre.txt"]


def test_many_at_once_are_kept_as_one_by_one(tmp_path: Path, raw: MakeRaw, digest: MakeDigest) -> None:
    """Whatever the number to a transaction."""
    documents = [raw(name=f"{at}.txt", publisher=f"p{at % 4}") for at in range(7)]
    found = []
    for batch in (1, 3, 100):
        writer = Writer(
            engine=open_engine(tmp_path / f"{batch}.sqlite", create=True), path=tmp_path / f"{batch}.sqlite"
        )
        writer.add_all(((None, one, digest(one)) for one in documents), run=writer.begin("test"), batch=batch)
        found.append((counts(writer.path), Reader(engine=writer.engine, path=writer.path).figures()))
    assert found[0] == found[1] == found[2]
    assert found[0][0]["article"] == 4, "the same words of one publisher are one article"


def test_of_many_at_once_a_bad_one_costs_its_own_transaction(
    writer: Writer, path: Path, raw: MakeRaw, digest: MakeDigest
) -> None:
    good, bad = raw(name="good.txt"), raw(name="bad.txt", publisher="other")
    made = digest(bad)
    moved = dataclasses.replace(made.figures[0], span=Span(0, 2))
    broken = dataclasses.replace(made, figures=(moved,))
    with pytest.raises(RecordMisplaced):
        writer.add_all([(None, good, digest(good)), (None, bad, broken)], run=writer.begin("test"), batch=1)
    assert counts(path)["article"] == 1
