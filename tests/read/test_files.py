"""Files, folders and standard input become raw documents; what cannot be read is said and the rest goes on."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from recoupe.errors import DayUnclear
from recoupe.model.article import Raw
from recoupe.model.skipped import Skipped
from recoupe.read.files import MAX_BYTES, Given, read_paths


def names(items: list[Raw | Skipped]) -> list[str]:
    return [item.name for item in items if isinstance(item, Raw)]


def codes(items: list[Raw | Skipped]) -> list[tuple[str, str]]:
    return [(item.name, item.code) for item in items if isinstance(item, Skipped)]


def write(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_a_folder_is_read_in_order_with_all_below_it(tmp_path: Path) -> None:
    """Names in order, hidden names left out, other types only counted, the sidecar no article."""
    (tmp_path / "sous").mkdir()
    (tmp_path / ".cache").mkdir()
    write(
        tmp_path,
        b__txt="B",
        a__txt="A",
        c__html="<p>C</p>",
        notes__md="x",
        __hidden__txt="y",
        articles__csv="article\n",
    )
    write(tmp_path / "sous", d__txt="D")
    write(tmp_path / ".cache", e__txt="E")
    ignored: list[str] = []
    found = list(read_paths([str(tmp_path)], ignored=ignored.append))
    assert names(found) == ["a.txt", "b.txt", "c.html", "d.txt"]
    assert codes(found) == []
    assert [os.path.basename(path) for path in ignored] == ["notes.md"]


def test_the_bytes_are_kept_as_they_were(tmp_path: Path) -> None:
    """Reading alters nothing."""
    data = "\ufeffTrois blessés\r\n ".encode("utf-16")
    write(tmp_path, a__txt=data)
    (raw,) = read_paths([str(tmp_path / "a.txt")])
    assert isinstance(raw, Raw)
    assert (raw.data, raw.media, raw.origin) == (data, "text", str(tmp_path / "a.txt"))


def test_a_sidecar_tells_of_the_files_beside_it(tmp_path: Path) -> None:
    """Its columns may stand in any order; those that are not known are left alone; options win."""
    write(tmp_path, a__txt="A", b__txt="B")
    write(tmp_path, articles__csv="publisher,colour,article,published\nLe Phare,no,a.txt,2016-12-08\n")
    first, second = read_paths([str(tmp_path)])
    assert isinstance(first, Raw)
    assert isinstance(second, Raw)
    assert (first.published, first.publisher, first.title) == ("2016-12-08", "Le Phare", None)
    assert second.published is None
    (given,) = read_paths([str(tmp_path / "a.txt")], given=Given(published="2017-01-01"))
    assert isinstance(given, Raw)
    assert (given.published, given.publisher) == ("2017-01-01", "Le Phare")


@pytest.mark.parametrize(
    "sidecar",
    ["article;published\na.txt;2016-12-08\n", "\ufeffarticle,published\r\na.txt,2016-12-08\r\n"],
)
def test_a_sidecar_from_a_spreadsheet_is_read(tmp_path: Path, sidecar: str) -> None:
    """Semicolons and a byte order mark do no harm."""
    write(tmp_path, a__txt="A", articles__csv=sidecar)
    (raw,) = read_paths([str(tmp_path)])
    assert isinstance(raw, Raw)
    assert raw.published == "2016-12-08"


def test_a_broken_sidecar_is_said_once_and_the_articles_are_read(tmp_path: Path) -> None:
    """Without a column `article` nothing can be told of any."""
    write(tmp_path, a__txt="A", b__txt="B", articles__csv="nom,jour\na.txt,2016-12-08\n")
    found = list(read_paths([str(tmp_path)]))
    assert names(found) == ["a.txt", "b.txt"]
    assert codes(found) == [("articles.csv", "RC109")]


def test_a_line_of_json_that_breaks_does_not_stop_the_rest(tmp_path: Path) -> None:
    """The broken line is named by its number."""
    lines = [
        json.dumps({"id": "un", "text": "A", "published": "2016-12-08"}),
        '{"text": "B',
        '{"text": "C"}',
        "[1]",
        "",
    ]
    write(tmp_path, a__jsonl="\n".join(lines))
    found = list(read_paths([str(tmp_path)]))
    assert names(found) == ["un", "a.jsonl:3"]
    assert codes(found) == [("a.jsonl:2", "RC107"), ("a.jsonl:4", "RC107")]
    assert isinstance(found[0], Raw)
    assert (found[0].published, found[0].media) == ("2016-12-08", "json")
    assert json.loads(found[0].data)["text"] == "A"


@pytest.mark.parametrize(
    ("content", "read", "skipped"),
    [
        ('{"text": "A"}', 1, []),
        ('[{"text": "A"}, {"text": "B"}]', 2, []),
        ('{"text": "A"}\n{"text": "B"}', 2, []),
        ('[{"text": "A"}, {"text": "B"', 1, ["RC107"]),
        ('[{"text": "A"}', 1, ["RC107"]),
        ('{"titre": "A"}', 0, ["RC108"]),
        ("[]", 0, ["RC103"]),
        ('{"text": "A", "start": 3, "end": 4}', 0, ["RC108"]),
        ("[" * 100_000, 0, ["RC107"]),
    ],
)
def test_json_is_one_object_a_list_or_one_after_the_other(
    tmp_path: Path, content: str, read: int, skipped: list[str]
) -> None:
    """What came whole is read; what is cut off or no article is said; an exported record is no article."""
    write(tmp_path, a__json=content)
    found = list(read_paths([str(tmp_path / "a.json")]))
    assert len(names(found)) == read
    assert [code for _, code in codes(found)] == skipped


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    """Missing, empty, of another type, no name at all: each with its code."""
    write(tmp_path, a__txt="A", empty__txt=" \n", notes__md="x")
    paths = ["absent.txt", "empty.txt", "notes.md", "a.txt", "\x00"]
    found = list(read_paths([str(tmp_path / path) for path in paths]))
    assert names(found) == ["a.txt"]
    assert [code for _, code in codes(found)] == ["RC101", "RC103", "RC106", "RC101"]
    assert all(item.reason for item in found if isinstance(item, Skipped))


def test_a_text_of_many_megabytes_is_set_aside_unread(tmp_path: Path) -> None:
    """The limit is for one article; lines of JSON may add up to any size."""
    with (tmp_path / "a.txt").open("wb") as stream:
        stream.truncate(50_000_000)
    write(tmp_path, b__txt="B")
    line = json.dumps({"text": "mot " * 500_000}).encode()
    write(tmp_path, c__jsonl=b"\n".join([line, line, line, b'{"text": "' + b"x" * MAX_BYTES + b'"}', line]))
    found = list(read_paths([str(tmp_path)]))
    assert names(found) == ["b.txt", "c.jsonl:1", "c.jsonl:2", "c.jsonl:3", "c.jsonl:5"]
    assert codes(found) == [("a.txt", "RC104"), ("c.jsonl:4", "RC107")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_said(tmp_path: Path) -> None:
    """The rest of the folder is read."""
    write(tmp_path, a__txt="A", b__txt="B")
    (tmp_path / "a.txt").chmod(0)
    found = list(read_paths([str(tmp_path)]))
    assert names(found) == ["b.txt"]
    assert codes(found) == [("a.txt", "RC102")]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    """A folder that holds a link to itself is read once."""
    write(tmp_path, a__txt="A")
    (tmp_path / "encore").symlink_to(tmp_path)
    assert names(list(read_paths([str(tmp_path)]))) == ["a.txt"]


def test_standard_input_is_one_text() -> None:
    """`-` takes its metadata from the options alone; nothing there is said."""
    (raw,) = read_paths(["-"], given=Given(title="Crue"), stdin=io.BytesIO(b"Trois morts."))
    assert isinstance(raw, Raw)
    assert (raw.name, raw.data, raw.title) == ("stdin", b"Trois morts.", "Crue")
    assert codes(list(read_paths(["-"], stdin=io.BytesIO(b"")))) == [("stdin", "RC103")]
    assert codes(list(read_paths(["-"], stdin=io.BytesIO(b"x" * (MAX_BYTES + 1))))) == [("stdin", "RC104")]


@pytest.mark.parametrize("words", ["hier", "08/12/2016", "2016-13-01", "20161208", ""])
def test_an_option_that_is_no_day_is_refused_at_once(words: str) -> None:
    """Better no day than a wrong one for every document."""
    with pytest.raises(DayUnclear) as error:
        Given(published=words)
    assert error.value.code == "RC110"
    assert Given(published="2016-12-08T09:05").published == "2016-12-08T09:05"


def test_a_named_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    """What is no file holds nothing to read; to open it would wait without end."""
    os.mkfifo(tmp_path / "a.txt")
    write(tmp_path, b__txt="B")
    ignored: list[str] = []
    found = list(read_paths([str(tmp_path)], ignored=ignored.append))
    assert (names(found), codes(found)) == (["b.txt"], [])
    assert [os.path.basename(path) for path in ignored] == ["a.txt"]
    assert codes(list(read_paths([str(tmp_path / "a.txt")]))) == [("a.txt", "RC102")]


def test_a_path_given_twice_is_read_once(tmp_path: Path) -> None:
    """Standard input has nothing more to give the second time, and that is no fault of the document."""
    write(tmp_path, a__txt="A")
    path = str(tmp_path / "a.txt")
    found = list(read_paths(["-", path, "-", path], stdin=io.BytesIO(b"Deux morts.")))
    assert (names(found), codes(found)) == (["stdin", "a.txt"], [])


def test_a_file_name_that_is_no_utf_8_is_written_out(tmp_path: Path) -> None:
    """The ledger can store it, and it is the same at each reading."""
    name = os.fsencode(str(tmp_path)) + b"/d\xe9p\xeache.txt"
    try:
        with open(name, "wb") as file:
            file.write(b"Deux morts.")
    except OSError:
        pytest.skip("this file system takes no such name")
    (found,) = read_paths([str(tmp_path)])
    assert isinstance(found, Raw)
    assert found.name == "d\\xe9p\\xeache.txt"
    found.origin.encode("utf-8")


def test_an_article_whose_day_is_not_to_be_told_has_none(tmp_path: Path) -> None:
    """A sidecar may know a day that the reader must not use."""
    (tmp_path / "a.txt").write_text("Douze morts mardi.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Neuf morts mardi.", encoding="utf-8")
    (tmp_path / "articles.csv").write_text(
        "article,published,dated\na.txt,2024-03-06,no\nb.txt,2024-03-07,yes\n", encoding="utf-8"
    )
    days = {raw.name: raw.published for raw in read_paths([str(tmp_path)]) if isinstance(raw, Raw)}
    assert days == {"a.txt": None, "b.txt": "2024-03-07"}
