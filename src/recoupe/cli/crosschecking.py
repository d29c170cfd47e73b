"""`lineage`, `series`, `agreements`, `disputes`, `timeline`, `dates` and `changes`: what comes of laying reports over each other."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from recoupe.cli.options import AsCsv, AsJson, AsJsonl, Crisis, LedgerPath, Verbose, existing_ledger, settings_with
from recoupe.cli.output import Shape, say, shape_of, show, write_json, write_rows, write_table
from recoupe.model.figure import Kind
from recoupe.store.fold import fold

Why = Annotated[bool, typer.Option("--why", help="Say for each join what made it.")]


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    for command in (lineage, series, agreements, disputes, timeline, dates, changes):
        app.command()(command)


def lineage(
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A B]", help="Two articles, by file name or id: their texts side by side.", show_default=False
        ),
    ] = None,
    crisis: Crisis = None,
    as_json: AsJson = False,
    gexf: Annotated[bool, typer.Option("--gexf", help="The graph of who copied whom, as GEXF.")] = False,
    graphml: Annotated[bool, typer.Option("--graphml", help="The graph of who copied whom, as GraphML.")] = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """Show which articles share words: the families, or two texts side by side with the shared words marked."""
    from recoupe.show.graphs import gexf as to_gexf
    from recoupe.show.graphs import graphml as to_graphml
    from recoupe.show.lineage import beside_dict, beside_view, families_view

    settings = settings_with(ledger)
    opened = existing_ledger(settings).crisis(crisis)
    if sum((as_json, gexf, graphml)) > 1:
        raise typer.BadParameter("--json, --gexf and --graphml exclude each other")
    if articles and (len(articles) != 2 or gexf or graphml):
        raise typer.BadParameter("name two articles to see them side by side, or none to see the families")
    found = opened.check()
    known = {account.article.id: account.article for account in opened.dossier().accounts}
    copyings = [copying for family in found.lineages for copying in family.copyings]
    if articles:
        one, other = (opened.account(name).article for name in articles)
        pair = {one.id, other.id}
        shared = [item for item in found.passages if {item.article_a, item.article_b} == pair]
        copying = next((item for item in copyings if {item.article_a, item.article_b} == pair), None)
        if as_json:
            write_json(beside_dict(one, other, shared, copying))
        elif shared:
            show(beside_view(one, other, shared, copying), settings)
        else:
            say(f"{one.name} and {other.name} share no passage")
    elif gexf or graphml:
        sys.stdout.write((to_gexf if gexf else to_graphml)(list(known.values()), copyings))
    elif as_json:
        write_json(opened.rows("lineage"))
    elif found.lineages:
        show(families_view(found.lineages, known, found.passages), settings)
    else:
        say("no two articles share a passage")


def series(
    crisis: Crisis = None,
    kind: Annotated[list[Kind] | None, typer.Option(metavar="KIND", help="What happened, as in `ledger`.")] = None,
    place: Annotated[str | None, typer.Option(metavar="WORDS", help="Words in the place's name.")] = None,
    source: Annotated[str | None, typer.Option(metavar="WORDS", help="Words in the source's name.")] = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List how each toll moved, step by step: day, value, what changed, and how many independent origins tell it."""
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    opened = existing_ledger(settings).crisis(crisis)
    if shape is not Shape.TABLE:
        rows = opened.rows("series")
        _write([row for row in rows if _asked(row["kind"], row["place"], row["source"], kind, place, source)], shape)
        return
    tolls = [row for row in opened.tolls() if _asked(row.kind, row.place, row.source, kind, place, source)]
    if tolls:
        from recoupe.show.toll_view import tolls_view

        show(tolls_view(tolls), settings)
    else:
        say("no tolls")


def agreements(
    crisis: Crisis = None,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="Only those that cannot both be true.")] = False,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List the figures that speak of the same thing, two by two, and whether both can be true."""
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    opened = existing_ledger(settings).crisis(crisis)
    if shape is not Shape.TABLE:
        rows = opened.rows("agreements")
        _write([row for row in rows if not conflicts or row["verdict"] == "conflict"], shape)
        return
    from recoupe.show.agreement_view import agreements_view

    found = opened.agreements(conflicts=conflicts)
    if found:
        show(agreements_view(found), settings)
    else:
        say(
            "no two figures are found to conflict"
            if conflicts
            else "no two figures are found to speak of the same thing"
        )


def disputes(
    crisis: Crisis = None,
    why: Why = False,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List the questions that speakers answer differently, each in their own words; nothing says who is right."""
    from recoupe.show.disputes import disputes_view

    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=False)
    settings = settings_with(ledger)
    opened = existing_ledger(settings).crisis(crisis)
    if shape is not Shape.TABLE:
        _write(opened.rows("disputes"), shape)
        return
    found, names = opened.check(), opened.names()
    if found.disputes:
        where = {id: names.articles[record.article] for id, record in names.records.items()}
        show(disputes_view(found.disputes, where, why=why), settings)
    else:
        say("no disputes")


def timeline(
    crisis: Crisis = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List what happened, day by day, with its sources and on which days it was told; what is disputed is marked."""
    from recoupe.show.timeline import timeline_view

    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    opened = existing_ledger(settings).crisis(crisis)
    if shape is not Shape.TABLE:
        _write(opened.rows("timeline"), shape)
        return
    found, names = opened.check(), opened.names()
    if found.timeline:
        show(timeline_view(found.timeline, names.articles, left_out=opened.left_out()), settings)
    else:
        say("nothing has a day")


def dates(
    crisis: Crisis = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List on which day each article appeared, or between which, what shows it, and what speaks against it."""
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    opened = existing_ledger(settings).crisis(crisis)
    if shape is not Shape.TABLE:
        _write(opened.rows("articles"), shape)
        return
    from recoupe.show.agreement_view import dates_view

    show(dates_view(opened.dates()), settings)


def changes(
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="WHEN", help="From this day or moment on, such as 2016-12-08 or 2016-12-08T09:05Z."
        ),
    ] = None,
    last: Annotated[bool, typer.Option("--last", help="Only what the latest reports or judgements changed.")] = False,
    crisis: Crisis = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List what each check changed: raised and corrected tolls, new disputes, support that is gone, days worked out.

    A check is made after every `recoupe add --crisis` and after judgements; --since counts by when it was made, not by the
    days of the articles.
    """
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    if last and since is not None:
        raise typer.BadParameter("--last and --since exclude each other")
    opened = existing_ledger(settings).crisis(crisis)
    table = opened.last_changes() if last else opened.changes(since)
    write_table(table, shape, settings, empty="nothing changed")


def _asked(
    kind: str, place: str | None, source: str | None, kinds: list[Kind] | None, where: str | None, who: str | None
) -> bool:
    """Say whether a toll is one that was asked for, accents and case aside."""
    return (
        (not kinds or kind in kinds)
        and (where is None or fold(where) in fold(place or ""))
        and (who is None or fold(who) in fold(source or ""))
    )


def _write(rows: list[dict[str, Any]], shape: Shape) -> None:
    write_rows(rows, tuple(rows[0]) if rows else (), shape)
