"""What the ledger answers."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.errors import NameAmbiguous, NotInLedger, RecordMisplaced, ValueUnknown
from recoupe.model.article import Raw
from recoupe.model.digest import Digest
from recoupe.store.check import faults
from recoupe.store.connect import open_engine
from recoupe.store.reader import Reader
from recoupe.store.search import find, search
from recoupe.store.writer import Writer

MakeRaw = Callable[..., Raw]
MakeDigest = Callable[..., Digest]


@pytest.fixture
def reader(tmp_path: Path, raw: MakeRaw, digest: MakeDigest) -> Reader:
    """Three articles: two of one crisis, one with no figure."""
    path = tmp_path / "ledger.sqlite"
    writer = Writer(engine=open_engine(path, create=True), path=path)
    run = writer.begin("test")
    for document, crisis in (
        (raw(published="2024-03-05"), "port-clair"),
        (raw("Le bilan est de 12 morts.", name="suite.txt", published="2024-03-04"), "port-clair"),
        (raw("Rien à signaler au cœur du port.", name="calme.txt"), "autre"),
    ):
        writer.add(document, digest(document), crisis=crisis, run=run)
    return Reader(engine=writer.engine, path=path)


def with_window(reader: Reader, raw: MakeRaw, digest: MakeDigest, since: str | None, until: str | None) -> None:
    document = raw("Depuis, 12 morts.", name="window.txt")
    made = digest(document)
    figure = dataclasses.replace(made.figures[0], since=since, until=until)
    Writer(engine=reader.engine, path=reader.path).add(
        document, dataclasses.replace(made, figures=(figure,)), crisis="window", run=1
    )


def test_figures_come_by_the_day_of_their_article(reader: Reader) -> None:
    """The earlier report first, whatever was added first."""
    assert [row.article for row in reader.figures()] == ["suite.txt", "note.txt"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"crisis": "port-clair"}, 2),
        ({"crisis": "autre"}, 0),
        ({"kind": "killed"}, 2),
        ({"kind": ["injured", "killed"]}, 2),
        ({"kind": "injured"}, 0),
        ({"counted": "people"}, 2),
        ({"modality": "denied"}, 0),
        ({"place": "port clair"}, 1),
        ({"place": "PORT-CLAIR"}, 1),
        ({"place": "port-noir"}, 0),
        ({"source": "prefecture"}, 1),
        ({"day": "2024-03-05"}, 1),
        ({"day": "2024-03-06"}, 0),
        ({"article": "note.txt"}, 1),
        ({"kind": "killed", "place": "port-clair", "crisis": "port-clair"}, 1),
    ],
)
def test_a_filter_leaves_what_it_names(reader: Reader, filters: dict[str, str], found: int) -> None:
    """Several together must all hold; names are compared without case, accents and punctuation."""
    assert len(reader.figures(**filters)) == found  # type: ignore[arg-type]


def test_a_value_that_the_codebook_does_not_have_is_an_error_not_an_empty_answer(reader: Reader) -> None:
    """A slip of the pen must not look like a crisis without deaths."""
    with pytest.raises(ValueUnknown, match=r"RC511 kind kiled.*killed"):
        reader.figures(kind="kiled")


@pytest.mark.parametrize(
    ("since", "until", "day", "holds"),
    [
        ("2011-03", "2016-12-08", "2011-03-15", True),
        ("2011-03", "2016-12-08", "2011-02-28", False),
        ("2016-12", "2016-12", "2016-12-31", True),
        ("2016-12", "2016-12", "2017-01-01", False),
        ("2016", "2016", "2016-07-01", True),
        (None, "2016-12-08", "2016-01-01", True),
        (None, "2016-12-08", "2016-12-09", False),
        ("2016-12-08", None, "2020-01-01", True),
        (None, None, "2016-12-08", False),
    ],
)
def test_a_day_is_in_a_window(
    reader: Reader, raw: MakeRaw, digest: MakeDigest, since: str | None, until: str | None, day: str, holds: bool
) -> None:
    """Months and years cover their days, an open side goes on, and no window has no day."""
    with_window(reader, raw, digest, since, until)
    assert bool(reader.figures(day=day, crisis="window")) is holds


def test_statements_are_found_by_speaker_and_by_the_day_of_their_article(reader: Reader) -> None:
    """Where no day was said, the article's own stands."""
    assert len(reader.statements(speaker="Maire", day="2024-03-05")) == 1
    assert reader.statements(day="2024-03-04") == []
    assert reader.statements(act="deny") == []


def test_an_article_is_found_by_name_id_and_the_beginning_of_its_id(reader: Reader) -> None:
    """And what is not there is an error."""
    article = reader.read("note.txt").article
    assert reader.read(article.id).article == article
    assert reader.read(article.id[:6]).article == article
    with pytest.raises(NotInLedger, match="RC508"):
        reader.read("absent.txt")


def test_a_name_that_two_articles_have_is_ambiguous(reader: Reader, raw: MakeRaw, digest: MakeDigest) -> None:
    """The error lists the ids to choose from."""
    document = raw("Un autre texte.")
    made = digest(document)
    Writer(engine=reader.engine, path=reader.path).add(document, made, crisis=None, run=1)
    with pytest.raises(NameAmbiguous, match=made.article.id):
        reader.read("note.txt")


def test_a_record_is_found_by_the_beginning_of_its_id(reader: Reader) -> None:
    """With the article it stands in."""
    (figure,) = reader.figures(article="note.txt")
    read, record = reader.record(figure.id[:8])
    assert (read.article.name, record) == ("note.txt", figure)
    with pytest.raises(NotInLedger):
        reader.record("ffff0000")


def test_a_record_that_a_later_reading_dropped_can_still_be_explained(
    reader: Reader, raw: MakeRaw, digest: MakeDigest
) -> None:
    """An id in somebody's notes keeps its meaning; the lists no longer show it."""
    (old,) = reader.figures(article="note.txt")
    document = raw(published="2024-03-05")
    newer = dataclasses.replace(digest(document, "v2"), figures=())
    Writer(engine=reader.engine, path=reader.path).add(document, newer, crisis=None, run=1)
    assert reader.figures(article="note.txt") == []
    read, record = reader.record(old.id)
    assert (read.made_by, record) == ("v1", old)


def test_one_sign_of_an_id_is_enough_where_nothing_else_begins_with_it(
    reader: Reader, raw: MakeRaw, digest: MakeDigest
) -> None:
    """And where more begins with it, the answer says so, and what."""
    known = [row.id for row in (*reader.figures(), *reader.statements())]
    assert len({id[0] for id in known}) == len(known)
    assert [reader.record(id[0])[1].id for id in known] == known
    for number in range(16):
        document = raw(f"Le bilan est de 12 morts, note {number}.", name=f"{number}.txt")
        Writer(engine=reader.engine, path=reader.path).add(document, digest(document), crisis=None, run=1)
    signs = [row.id[0] for row in reader.figures()]
    shared = next(sign for sign in signs if signs.count(sign) > 1)
    with pytest.raises(NameAmbiguous, match=f"RC509 {shared}: .*{shared}[0-9a-f]{{15}}, {shared}[0-9a-f]{{15}}"):
        reader.record(shared)


def test_an_empty_id_is_not_in_the_ledger(reader: Reader) -> None:
    """It is the beginning of every id, and names none."""
    with pytest.raises(NotInLedger):
        reader.record("")


def test_crises_say_how_much_there_is(reader: Reader) -> None:
    """Days are those of the dated articles; a crisis without one has none."""
    other, port = reader.crises()
    assert (port.name, port.articles, port.figures, port.since, port.until) == (
        "port-clair",
        2,
        2,
        "2024-03-04",
        "2024-03-05",
    )
    assert (other.name, other.articles, other.since) == ("autre", 1, None)


def test_a_record_that_was_moved_behind_the_ledgers_back_is_not_shown(reader: Reader) -> None:
    """The words are compared with the text when they are read, and `faults` names the record."""
    with sqlite3.connect(reader.path) as connection:
        connection.execute("DROP TRIGGER figure_no_update")
        connection.execute("UPDATE figure SET start = start + 1, end = end + 1")
    with pytest.raises(RecordMisplaced, match="RC507"):
        reader.figures()
    assert len([fault for fault in faults(reader.engine, reader.path) if "do not stand" in fault]) == 2


def test_a_sound_ledger_has_no_faults(reader: Reader) -> None:
    """Nothing is said of what is well."""
    assert list(faults(reader.engine, reader.path)) == []


def test_a_search_finds_words_without_their_accents_and_marks_them(reader: Reader) -> None:
    """The marks are offsets in the excerpt, the excerpt's are offsets in the text."""
    (hit,) = search(reader.engine, reader.path, "prefecture tuees")
    text = reader.read(hit.article_id).article.text
    assert text[hit.start : hit.end] == hit.excerpt
    assert [hit.excerpt[start:end] for start, end in hit.marks] == ["tuées", "préfecture"]


@pytest.mark.parametrize(
    "words",
    ["note:12", "12 OR rien", "NEAR(12 morts)", '"12', "12*", "^12 -morts", "12 AND", "( 12", "'; --", "{x}", "»«"],
)
def test_signs_in_a_search_are_no_commands(reader: Reader, words: str) -> None:
    """Any words may be asked for; none raises, and none is obeyed."""
    for hit in search(reader.engine, reader.path, words):
        assert "12" in hit.excerpt


@pytest.mark.parametrize(
    ("words", "found"), [('"bilan est"', 1), ('"est bilan"', 0), ("est bilan", 1), ("", 0), ("?!", 0)]
)
def test_words_in_quotation_marks_stand_together(reader: Reader, words: str, found: int) -> None:
    """Without them all words must be there, in any order."""
    assert len(search(reader.engine, reader.path, words)) == found


def test_a_search_stays_in_its_crisis(reader: Reader) -> None:
    """The same word of another crisis is not found."""
    assert len(search(reader.engine, reader.path, "port")) == 2
    assert [hit.article for hit in search(reader.engine, reader.path, "port", crisis="autre")] == ["calme.txt"]


def test_a_text_with_the_marking_signs_is_found_without_marks(reader: Reader, raw: MakeRaw, digest: MakeDigest) -> None:
    """Signs of the private use area in a text are not taken for marks."""
    document = raw("Le préfet \ue000parle\ue001.", name="odd.txt")
    Writer(engine=reader.engine, path=reader.path).add(document, digest(document), crisis=None, run=1)
    (hit,) = search(reader.engine, reader.path, "préfet")
    assert hit.marks == ()


def test_a_search_is_had_page_by_page_and_as_of_a_day(reader: Reader) -> None:
    """The pages together are the whole, in the same order; `total` counts the articles."""
    whole = find(reader.engine, reader.path, "port")
    parts = [find(reader.engine, reader.path, "port", most=1, past=at) for at in range(3)]
    assert [hit for part in parts for hit in part.hits] == list(whole.hits)
    assert [part.articles for part in parts] == [1, 1, 0]
    assert {part.total for part in parts} == {whole.total} == {2}
    assert find(reader.engine, reader.path, "port", as_of="2000-01-01").total == 0
    assert find(reader.engine, reader.path, "port", as_of="2999-01-01", crisis="autre").total == 1


def test_one_record_is_read_without_the_others_and_not_held_to_a_lost_place(reader: Reader) -> None:
    (figure, *_) = reader.figures()
    read, row = reader.record(figure.id[:8])
    assert (row, read.records) == (figure, (figure,))
    assert set(read.evidence) == {figure.id}
    with sqlite3.connect(reader.path) as file:
        file.execute("DROP TRIGGER article_no_update")
        file.execute("UPDATE article SET text = 'x' || text")
    with pytest.raises(RecordMisplaced):
        reader.record(figure.id)
    read, row = reader.record(figure.id, held=False)
    assert row.words == row.text == figure.text
    assert {item.words for item in read.evidence[figure.id]} == {None}
