"""What each command writes, where, and with what exit code; the engine reads by plain search."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import recoupe.ledger
from recoupe.cli.app import app
from recoupe.cli.options import state
from recoupe.show.gold import JUDGED_FIELDS
from recoupe.show.rows import FIGURE_FIELDS, STATEMENT_FIELDS

Command = Callable[..., Any]


@pytest.fixture
def command(tmp_path: Path, engine: Any, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command on a ledger of the test's own; `stdin` is what it is given on standard input."""
    for name in ("RECOUPE_LEDGER", "RECOUPE_CACHE", "RECOUPE_GAZETTEERS"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(recoupe.ledger, "local_engine", lambda settings: engine)
    monkeypatch.setattr(state, "verbose", 0)

    def run(*arguments: str | Path, stdin: str | None = None) -> Any:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)

    return run


@pytest.fixture
def filled(command: Command, reports: Path) -> Command:
    assert command("add", reports, "--crisis", "port-clair", "--published", "2024-03-05").exit_code == 0
    return command


def test_adding_says_what_came_in_on_standard_error(command: Command, reports: Path) -> None:
    """Standard output is for data, and adding has none."""
    done = command("add", reports, "--published", "2024-03-05")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "2 added (2 figures, 1 statement)\n"
    assert command("add", reports).stderr == "0 added (0 figures, 0 statements), 2 already known\n"


def test_adding_says_what_it_could_not_tell_of_a_report(command: Command, reports: Path) -> None:
    """Reports without a day are named together; `articles` keeps the remark, in JSON as a list and in CSV as a cell."""
    done = command("add", reports)
    assert done.exit_code == 0
    assert done.stderr.splitlines()[1:] == ["  published: not known, relative days stay blank (2): note.txt, suite.txt"]
    notes = [row["notes"] for row in json.loads(command("articles", "--json").stdout)]
    assert notes == [["published: not known, relative days stay blank"]] * 2
    (first, _) = csv.DictReader(io.StringIO(command("articles", "--csv").stdout))
    assert first["notes"] == "published: not known, relative days stay blank"
    assert command("add", reports).stderr.count("\n") == 1, "what is known already was said"


def test_many_reports_with_one_remark_are_not_all_named(command: Command, tmp_path: Path) -> None:
    """The first few, and how many more there are."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(f"Le bilan est de 12 morts à Port-Clair, jour {number}.")
    assert command("add", folder).stderr.endswith("(8): 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 3 more\n")


def test_a_partly_done_adding_lists_what_was_not_done(command: Command, reports: Path) -> None:
    """The exit code is 3, the list has names, codes and reasons, and `skipped` keeps it."""
    (reports / "vide.txt").write_text("")
    done = command("add", reports, "--crisis", "c")
    assert done.exit_code == 3
    assert "  vide.txt: RC103 " in done.stderr
    kept = json.loads(command("skipped", "--json").stdout)
    assert [(row["name"], row["code"], row["crisis"]) for row in kept] == [("vide.txt", "RC103", "c")]


def test_an_adding_of_nothing_but_faults_has_failed(command: Command, tmp_path: Path) -> None:
    """The exit code is 1 where no document could be read."""
    done = command("add", tmp_path / "absent.txt")
    assert done.exit_code == 1
    assert "RC101" in done.stderr


def test_standard_input_is_read(command: Command) -> None:
    """Under the name `-`."""
    assert command("add", "-", stdin="Au moins 12 morts à Port-Clair.").exit_code == 0
    assert json.loads(command("ledger", "--json").stdout)[0]["article"] == "stdin"


@pytest.mark.parametrize(
    "arguments",
    [
        ("add",),
        ("add", "x.txt", "--published", "hier"),
        ("ledger", "--kind", "kiled"),
        ("ledger", "--day", "mardi"),
        ("ledger", "--day", "20161208"),
        ("add", "x.txt", "--published", "20161208"),
        ("ledger", "--json", "--csv"),
        ("export", "places"),
        ("export", "figures", "--format", "xml"),
        ("nothing",),
    ],
)
def test_a_command_that_is_used_wrongly_says_so(command: Command, arguments: tuple[str, ...]) -> None:
    """With exit code 2, on standard error, and no ledger is made."""
    done = command(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Usage" in done.stderr


@pytest.mark.parametrize("name", ["ledger", "statements", "articles", "crises", "skipped"])
def test_looking_at_a_ledger_that_is_not_there_fails_with_its_code(command: Command, tmp_path: Path, name: str) -> None:
    """And makes none."""
    done = command(name, "--ledger", tmp_path / "none.sqlite")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("recoupe: RC501 ")
    assert not (tmp_path / "none.sqlite").exists()


def test_the_ledger_shows_intervals_and_hedges(filled: Command) -> None:
    """`≥ 12` with its words beside it, the exact figure as it is, and no 0 for what is open."""
    shown = filled("ledger").stdout
    first, second = (line for line in shown.splitlines() if "killed" in line)
    assert "≥ 12" in first
    assert "Au moins 12" in first
    assert "≥" not in second
    assert "None" not in shown
    assert "modality" not in shown, "a column that no row fills is left out"


def test_filters_narrow_the_ledger(filled: Command) -> None:
    """An answer without a row is said on standard error and is no failure."""
    assert len(json.loads(filled("ledger", "--source", "prefecture", "--json").stdout)) == 1
    assert len(json.loads(filled("ledger", "--kind", "killed", "--kind", "ill", "--json").stdout)) == 2
    none = filled("ledger", "--kind", "ill")
    assert (none.exit_code, none.stdout, none.stderr) == (0, "", "no figures match\n")
    assert json.loads(filled("ledger", "--kind", "ill", "--json").stdout) == []


@pytest.mark.parametrize(("records", "fields"), [("figures", FIGURE_FIELDS), ("statements", STATEMENT_FIELDS)])
def test_an_export_has_exactly_the_codebooks_fields(filled: Command, records: str, fields: tuple[str, ...]) -> None:
    """In JSON lines and in CSV, with the same values, and what people judged; what is not known is null and empty."""
    fields = (*fields, *JUDGED_FIELDS)
    lines = [json.loads(line) for line in filled("export", records, "--format", "jsonl").stdout.splitlines()]
    assert lines
    assert all(tuple(line) == fields for line in lines)
    rows = list(csv.DictReader(io.StringIO(filled("export", records, "--format", "csv").stdout)))
    shown = [{key: "" if value in (None, []) else str(value) for key, value in line.items()} for line in lines]
    assert shown == rows


def test_an_export_holds_the_text_to_the_letter(command: Command, tmp_path: Path) -> None:
    """Quotes, line ends and a sign that a spreadsheet takes for a formula are neither lost nor guarded."""
    words = '=1+1;"oui"\nfin, 12'
    (tmp_path / "odd.txt").write_text(f"« {words} »", encoding="utf-8")
    command("add", tmp_path / "odd.txt")
    (row,) = csv.DictReader(io.StringIO(command("export", "statements", "--format", "csv").stdout))
    assert row["text"] == words
    assert json.loads(command("export", "statements").stdout)["text"] == words


def test_statements_are_listed_with_speaker_and_act(filled: Command) -> None:
    """And filtered by speaker."""
    shown = filled("statements", "--speaker", "maire").stdout
    assert "Nous cherchons encore" in shown
    assert filled("statements", "--speaker", "ministre").stdout == ""


def test_an_article_is_shown_with_its_records_marked(filled: Command) -> None:
    """In brackets that say which record it is."""
    shown = filled("show", "note.txt").stdout
    assert "Au moins [f1 12] personnes" in shown
    assert "« [s1 Nous cherchons encore] »" in shown
    assert filled("show", "absent.txt").exit_code == 1


def test_an_article_that_is_not_there_brings_up_those_like_it(filled: Command) -> None:
    """By the beginning of the file's name, or by one that is written nearly so; none for what is like no other."""
    assert (
        "RC508 note: nothing in the ledger has this id or name (did you mean note.txt?)"
        in filled("show", "note").stderr
    )
    assert "(did you mean suite.txt?)" in filled("show", "siute.txt").stderr
    assert "did you mean" not in filled("show", "zzz").stderr


@pytest.mark.parametrize(
    "arguments",
    [("ledger",), ("statements",), ("articles",), ("skipped",), ("export", "figures"), ("search", "bilan")],
)
def test_a_crisis_that_is_not_there_is_an_error_not_an_empty_answer(
    filled: Command, arguments: tuple[str, ...]
) -> None:
    """It says which there are; an empty answer would look like a crisis without records."""
    done = filled(*arguments, "--crisis", "port-claire")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "RC512 port-claire: no such crisis in the ledger (there are: port-clair)" in done.stderr
    assert filled(*arguments, "--crisis", "port-clair").exit_code == 0


def test_a_folder_without_a_report_is_said_to_have_none(command: Command, tmp_path: Path) -> None:
    """Files of other types in it are no reports, and neither is a list of them."""
    folder = tmp_path / "vide"
    folder.mkdir()
    (folder / "photo.png").write_bytes(b"x")
    (folder / "articles.csv").write_text("article,published\n")
    done = command("add", folder)
    assert done.exit_code == 1
    assert "  vide: RC113 holds no report" in done.stderr


def test_the_text_of_a_report_cannot_command_the_terminal(command: Command, tmp_path: Path) -> None:
    """Escape signs in it are shown as a replacement, in every view."""
    (tmp_path / "odd.txt").write_text("« \x1b[31m rouge » 12 [bold]morts[/bold] évacués", encoding="utf-8")
    command("add", tmp_path / "odd.txt")
    id = json.loads(command("statements", "--jsonl").stdout)["id"]
    views = [
        command(*arguments).stdout
        for arguments in (("show", "odd.txt"), ("statements",), ("explain", id), ("search", "rouge"))
    ]
    for view in views:
        assert "rouge" in view
        assert "\x1b" not in view
    assert "[bold]morts[/bold]" in views[0]


def test_an_explanation_shows_the_rule_of_each_field(filled: Command) -> None:
    """In words and as JSON."""
    id = json.loads(filled("ledger", "--source", "prefecture", "--jsonl").stdout)["id"]
    shown = filled("explain", id[:8]).stdout
    assert "hedges:at_least" in shown
    assert "[Au moins] 12 personnes" in shown
    reasons = json.loads(filled("explain", id, "--json").stdout)["reasons"]
    assert {"field": "low", "rule": "numbers.digits"}.items() <= reasons[0].items()
    assert filled("explain", "ffffffff").stderr.startswith("recoupe: RC508 ffffffff")


def test_a_figure_without_a_window_says_why(command: Command, reports: Path, filled: Command) -> None:
    """A report without a day gives no day to count from; a figure that has a window needs no such row."""
    (reports / "sans.txt").write_text("Le bilan est de 12 disparus à Port-Clair.", encoding="utf-8")
    command("add", reports / "sans.txt")
    id = json.loads(command("ledger", "--article", "sans.txt", "--jsonl").stdout)["id"]
    reasons = json.loads(command("explain", id, "--json").stdout)["reasons"]
    (window,) = [reason for reason in reasons if reason["field"] == "window"]
    assert (window["value"], window["rule"]) == ("", "blank (no reference day)")
    assert "blank (no reference day)" in command("explain", id).stdout
    dated = json.loads(filled("ledger", "--article", "note.txt", "--jsonl").stdout)["id"]
    assert "blank" not in filled("explain", dated).stdout


def test_a_search_marks_what_it_found(filled: Command) -> None:
    """Several words must all be there; an argument with spaces among others is a phrase."""
    assert "[préfecture]" in filled("search", "PREFECTURE").stdout
    assert "[Le] [bilan] est de 12" in filled("search", "bilan", "le").stdout
    assert filled("search", "est bilan", "12").stderr.startswith("no article holds these words;")
    assert filled("search", 'AND OR " * (').exit_code == 0
    assert "[préfecture]" in filled("search", "prefec*").stdout
    assert "whole words" in filled("search", "prefec").stderr


def test_trying_a_phrase_keeps_nothing(command: Command, tmp_path: Path) -> None:
    """It prints each record with its rules."""
    done = command("try", "Au moins 12 personnes ont été tuées à Port-Clair.", "--day", "2024-03-05")
    assert done.exit_code == 0
    assert "≥ 12 (Au moins 12) · killed people · Port-Clair · 2024-03-05" in done.stdout
    assert "numbers.digits" in done.stdout
    assert not (tmp_path / "recoupe_ledger").exists()
    assert command("try", "Rien.").stderr == "no figure and no statement in this phrase\n"
    assert json.loads(command("try", "Rien.", "--json").stdout) == []


def test_articles_and_crises_say_how_much_there_is(filled: Command) -> None:
    """By article and by crisis."""
    articles = json.loads(filled("articles", "--json").stdout)
    assert [(row["name"], row["figures"], row["crises"]) for row in articles] == [
        ("note.txt", 1, "port-clair"),
        ("suite.txt", 1, "port-clair"),
    ]
    (crisis,) = json.loads(filled("crises", "--json").stdout)
    assert (crisis["name"], crisis["articles"], crisis["figures"], crisis["since"]) == (
        "port-clair",
        2,
        2,
        "2024-03-05",
    )


def test_the_environment_names_the_ledger_and_an_option_wins(filled: Command, tmp_path: Path) -> None:
    """`--ledger` before RECOUPE_LEDGER before the default."""
    assert (tmp_path / "recoupe_ledger").exists()
    (tmp_path / "solo.txt").write_text("Au moins 12 morts.")
    filled("add", tmp_path / "solo.txt", "--ledger", tmp_path / "second.sqlite")
    assert len(json.loads(filled("articles", "--json").stdout)) == 2
    assert len(json.loads(filled("articles", "--json", "--ledger", tmp_path / "second.sqlite").stdout)) == 1


def test_a_failure_that_nobody_foresaw_has_no_traceback_unless_asked_for(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence and exit code 1; -vv lets the traceback through."""

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(recoupe.ledger.Ledger, "open", broken)
    done = command("ledger")
    assert done.exit_code == 1
    assert done.stderr == "recoupe: RC000 RuntimeError: boom. Run it again with -vv for the whole story.\n"
    assert isinstance(command("-vv", "ledger").exception, RuntimeError)
    assert isinstance(command("ledger", "-vv").exception, RuntimeError)


def test_ctrl_c_ends_with_130(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says that what was added stays."""

    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(recoupe.ledger.Ledger, "open", interrupt)
    done = command("ledger")
    assert done.exit_code == 130
    assert "stays" in done.stderr


def test_the_demo_prints_the_samples_ledger_and_what_to_try_next(command: Command, tmp_path: Path) -> None:
    """It has a ledger of its own, whatever RECOUPE_LEDGER says, and can be run again."""
    for _ in range(2):
        done = command("demo")
        assert "12 added" in done.stderr
        assert "recoupe add FOLDER --crisis NAME" in done.stderr
    assert not (tmp_path / "recoupe_ledger").exists()
    assert (tmp_path / "recoupe_cache" / "demo.sqlite").exists()


def test_a_gazetteer_is_added_and_listed(command: Command, tmp_path: Path) -> None:
    """With the number of its places; a file that is none is an error with a code."""
    path = tmp_path / "lieux.csv"
    path.write_text("name,lat,lon\nPort-Clair,43.1,3.2\n", encoding="utf-8")
    assert command("gazetteer", "add", path).stderr.startswith("1 place added;")
    assert command("gazetteer", "list").stdout == "lieux\t1\n"
    assert command("gazetteer", "add", tmp_path / "absent.csv").exit_code == 1


def test_a_gazetteer_is_removed_by_its_name(command: Command, tmp_path: Path) -> None:
    """The file it came from stays; a name that none has is an error which says what there is."""
    path = tmp_path / "lieux.csv"
    path.write_text("name,lat,lon\nPort-Clair,43.1,3.2\n", encoding="utf-8")
    command("gazetteer", "add", path)
    assert (
        "RC204 lieu: no gazetteer of this name was added (there are: lieux)"
        in command("gazetteer", "remove", "lieu").stderr
    )
    assert command("gazetteer", "remove", "../lieux").exit_code == 1
    assert command("gazetteer", "remove", "lieux").stderr.startswith("lieux removed (1 place);")
    assert path.exists()
    assert command("gazetteer", "list").stdout == ""
    assert command("gazetteer", "remove", "lieux").exit_code == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [(("--language", "French"), "RC112 'French'"), (("--crisis", " "), "a crisis has a name")],
)
def test_an_option_that_cannot_be_meant_is_a_mistake_of_usage(
    command: Command, reports: Path, options: tuple[str, str], said: str
) -> None:
    """A language that is none would leave all reports unread without a word."""
    done = command("add", reports, *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_file_name_cannot_command_the_terminal(command: Command, tmp_path: Path) -> None:
    """What is said of it on standard error shows the signs instead of sending them; accents stay."""
    done = command("add", tmp_path / "dépêche\x1b[31m\u202e.txt")
    assert done.exit_code == 1
    assert "dépêche\\x1b[31m\\u202e.txt: RC101" in done.stderr


def test_what_is_known_is_checked_in_another_crisis_and_told_once(filled: Command, reports: Path) -> None:
    """Nothing came in, but the crisis has articles that it had not."""
    first = filled("add", reports, "--crisis", "riverac")
    assert first.exit_code == 0
    assert "riverac checked: " in first.stderr
    assert "checked" not in filled("add", reports, "--crisis", "riverac").stderr
