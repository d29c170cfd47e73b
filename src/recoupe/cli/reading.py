"""`show`, `explain`, `search` and `try`: words and the reasons behind them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from recoupe.cli.options import (
    AsCsv,
    AsJson,
    AsJsonl,
    Crisis,
    LedgerPath,
    UnusedLedgerPath,
    Verbose,
    existing_ledger,
    iso_day,
    settings_with,
)
from recoupe.cli.output import say, shape_of, show, write_json, write_table

if TYPE_CHECKING:
    from recoupe.show.explanation import Explanation


_NONE_FOUND = "no article holds these words; they are searched as whole words, word* finds all that begin so"


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    app.command("show")(show_)
    app.command()(explain)
    app.command()(search)
    app.command("try")(try_)


def show_(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE", help="A file's name, an article's id, or as much of its beginning as no other has."
        ),
    ],
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Show an article's text with its records marked: [f1 …] a figure, [s1 …] a statement."""
    from recoupe.show.terminal import article_view

    settings = settings_with(ledger)
    show(article_view(existing_ledger(settings).article(article)), settings)


def explain(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="A record's id, or as much of its beginning as no other has.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object: the record, and its reasons.")] = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Say why a figure or a statement is what it is: each field with its rule, its words and its lexicon entry."""
    from recoupe.show.terminal import explanation_view

    settings = settings_with(ledger)
    explanation = existing_ledger(settings).explain(id)
    if as_json:
        write_json(_plain(explanation))
    else:
        show(explanation_view(explanation), settings)


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS…",
            help="Whole words, all of them; brebi* is any that begins so; a phrase in quotation marks.",
        ),
    ],
    crisis: Crisis = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Find words in the articles; case and accents do not count."""
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    # the shell took the quotation marks off an argument that had spaces: it is a phrase
    asked = " ".join(f'"{word}"' if " " in word and len(words) > 1 and '"' not in word else word for word in words)
    table = existing_ledger(settings).search(asked, crisis=crisis)
    write_table(table, shape, settings, empty=_NONE_FOUND)


def try_(
    phrase: Annotated[str, typer.Argument(metavar="PHRASE", help="A sentence or two, in French.")],
    day: Annotated[
        str | None,
        typer.Option("--day", metavar="DAY", callback=iso_day, help="The day it is published, such as 2016-12-08."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON array of records and their reasons.")] = False,
    ledger: UnusedLedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Print the records of a phrase and the rules that read them; nothing is kept.

    `mardi` and `hier` are counted from the day; without one they stay blank.
    """
    from recoupe.ledger import try_phrase
    from recoupe.show.terminal import explanation_view

    settings = settings_with(None)
    found = try_phrase(phrase, day=day, settings=settings)
    if as_json:
        write_json([_plain(explanation) for explanation in found])
        return
    for explanation in found:
        show(explanation_view(explanation, lexicon=False), settings)
        show("", settings)
    if not found:
        say("no figure and no statement in this phrase")


def _plain(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as JSON has it: the record, and each field's rule and words."""
    return {
        "record": asdict(explanation.record),
        "made_by": explanation.made_by,
        "reasons": [
            {
                "field": reason.field,
                "value": reason.value,
                "rule": reason.rule,
                "words": reason.context.words if reason.context else None,
                "means": reason.entry.means if reason.entry else None,
            }
            for reason in explanation.reasons
        ],
        "reviews": [asdict(one) for one in explanation.reviews],
    }
