"""`add` and `demo`: reports into a ledger."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.options import LedgerPath, Verbose, open_until_the_end, settings_with
from recoupe.cli.output import Shape, say, write_table
from recoupe.settings import Settings

if TYPE_CHECKING:
    from recoupe.ledger import AddReport, Ledger, Progress

PARTLY = 3
SAMPLE = "alep-2016"
_NAMED = 5
"""How many documents a remark names."""
_TOLD = ("published", "language", "dateline")
"""What the remarks that matter to a reader begin with; the others say how a text was decoded, and stay in the ledger."""


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    app.command()(add)
    app.command()(demo)


def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")],
    crisis: Annotated[
        str | None, typer.Option("--crisis", metavar="NAME", help="The dossier to file them under, such as alep-2016.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DAY", help="The day they were published, such as 2016-12-08, or with a time as 2016-12-08T09:05."
        ),
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published them.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where they were published.")] = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="Their title.")] = None,
    language: Annotated[
        str | None, typer.Option(metavar="TAG", help="Their language, such as fr, where it is not to be guessed.")
    ] = None,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Read reports and keep what they say.

    Takes .txt, .html, .json and .jsonl; an articles.csv beside them says when and by whom each was published. The same
    content twice adds nothing. What cannot be read is listed, kept by `recoupe skipped`, and the exit code is 3, or 1
    where nothing at all could be read.
    """
    from recoupe.errors import DayUnclear, LanguageUnclear
    from recoupe.ledger import Ledger

    settings = settings_with(ledger)
    if crisis is not None and not crisis.strip():
        raise typer.BadParameter("a crisis has a name", param_hint="--crisis")
    stdin = sys.stdin.buffer if "-" in paths and sys.stdin is not None else None
    opened = open_until_the_end(Ledger.open(settings.ledger, settings=settings))
    try:
        with _progress(settings) as progress:
            report = opened.add(
                paths, crisis=crisis, published=published, publisher=publisher, url=url, title=title,
                language=language, stdin=stdin, progress=progress,
            )  # fmt: skip
    except DayUnclear as error:
        raise typer.BadParameter(str(error), param_hint="--published") from error
    except LanguageUnclear as error:
        raise typer.BadParameter(str(error), param_hint="--language") from error
    _tell(report)
    if crisis is not None and (report.added or report.replaced or report.known):
        _check(opened, crisis.strip())
    if report.skipped:
        raise typer.Exit(PARTLY if report.added or report.replaced or report.known else 1)


def demo(
    ledger: Annotated[
        Path | None,
        typer.Option("--ledger", metavar="FILE", help="Where to put it. Default: a file of its own, made anew."),
    ] = None,
    verbose: Verbose = 0,
) -> None:
    """Read the sample crisis that comes with recoupe and print its ledger.

    The sample is twelve short reports on the battle of Aleppo, written for this purpose by the makers of recoupe.
    """
    from recoupe.ledger import Ledger

    settings = settings_with(ledger)
    if ledger is None:
        ledger = settings.cache / "demo.sqlite"
        for ending in ("", "-wal", "-shm"):
            Path(f"{ledger}{ending}").unlink(missing_ok=True)
    with resources.as_file(resources.files("recoupe") / "sample" / SAMPLE) as folder:
        say(f"Reading the sample crisis {SAMPLE} …")
        opened = open_until_the_end(Ledger.open(ledger, settings=settings))
        with _progress(settings) as progress:
            report = opened.add(folder, crisis=SAMPLE, progress=progress)
    _tell(report)
    _check(opened, SAMPLE)
    write_table(opened.figures(crisis=SAMPLE), Shape.TABLE, settings, empty="no figures")
    first = next(iter(opened.figures(crisis=SAMPLE)), None)
    _say_what_next(opened, ledger, article=first.article if first else "ARTICLE", id=first.id[:8] if first else "ID")
    if report.skipped:
        raise typer.Exit(PARTLY)


def _check(opened: Ledger, crisis: str) -> None:
    """Lay the crisis over again, and say how much of it moved; what is known may be new to this crisis."""
    dossier = opened.crisis(crisis)
    before = dossier.checks()
    dossier.check()
    moved = dossier.last_changes() if dossier.checks() > before else ()
    if moved:
        whats = Counter(row.what for row in moved)
        counts = ", ".join(f"{count} {what}" for what, count in whats.items())
        say(f"{crisis} checked: {counts} (`recoupe changes --crisis {crisis}`)")


def _say_what_next(opened: Ledger, path: Path, *, article: str, id: str) -> None:
    # a program that is not on the path has to be called as it was called now
    called = Path(sys.argv[0])
    program = str(called) if called.name == "recoupe" and shutil.which("recoupe") is None else "recoupe"
    say(f"\nThis is what {len(opened.articles())} reports say in figures. Try next:")
    for command, meaning in (
        ("serve", "all of this in a browser: the desk"),
        ("statements", "who said what"),
        ("ledger --kind killed --place alep", "only the dead"),
        ("lineage", "who copied whom"),
        ("series", "how each toll moved"),
        ("disputes", "where accounts part"),
        ("timeline", "what happened, day by day"),
        (f"show {article}", "a report with its records marked"),
        (f"explain {id}", "why a record says what it says"),
        ("search évacuation", "the words themselves"),
    ):
        say(f"  {program} {f'{command} --ledger {path}':<{44 + len(str(path))}}  # {meaning}")
    say(f"and with reports of your own:\n  {program} add FOLDER --crisis NAME")


@contextmanager
def _progress(settings: Settings) -> Iterator[Progress | None]:
    """Show how many documents are done where a person looks on; a log gets no moving bar."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    from recoupe.show.terminal import console_for

    columns = (SpinnerColumn(), TextColumn("{task.completed} read  {task.description}"), TimeElapsedColumn())
    with Bar(*columns, console=console_for(sys.stderr, color=settings.color), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda name, outcome: bar.update(task, advance=1, description=f"{name}: {outcome}")


def _tell(report: AddReport) -> None:
    counts = [
        f"{len(report.added)} added ({_counted(report.figures, 'figure')}, {_counted(report.statements, 'statement')})",
        f"{len(report.replaced)} read anew" if report.replaced else "",
        f"{len(report.known)} already known" if report.known else "",
        f"{len(report.unread)} of another language, recorded and not read" if report.unread else "",
        f"{len(report.skipped)} skipped" if report.skipped else "",
    ]
    say(", ".join(count for count in counts if count))
    for remark, names in _grouped(report.remarks).items():
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        count = f" ({len(names)})" if len(names) > 1 else ""
        say(f"  {remark}{count}: {', '.join(names[:_NAMED])}{more}")
    for skipped in report.skipped:
        say(f"  {skipped.name}: {skipped.code} {skipped.reason}")


def _grouped(remarks: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the documents of each remark that says something of what could be read from them."""
    found: dict[str, list[str]] = {}
    for name, remark in remarks:
        if remark.startswith(_TOLD):
            found.setdefault(remark, []).append(name)
    return found


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
