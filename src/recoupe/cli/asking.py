"""`ledger`, `statements`, `events`, `crises`, `articles` and `skipped`: rows out of a ledger."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from recoupe.cli.options import (
    ArticleName,
    AsCsv,
    AsJson,
    AsJsonl,
    Crisis,
    Day,
    LedgerPath,
    Verbose,
    existing_ledger,
    settings_with,
)
from recoupe.cli.output import shape_of, write_table
from recoupe.model.event import EventModality, EventType
from recoupe.model.figure import Counted, Kind, Modality
from recoupe.model.statement import Act, Form


def _values(what: str, kind: type[StrEnum]) -> str:
    return f"{what}: {', '.join(kind)}. May be given more than once."


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    for command in (ledger_, statements, events, crises, articles, skipped):
        app.command(command.__name__.rstrip("_"))(command)


def ledger_(
    crisis: Crisis = None,
    kind: Annotated[list[Kind] | None, typer.Option(metavar="KIND", help=_values("What happened", Kind))] = None,
    counted: Annotated[
        list[Counted] | None, typer.Option(metavar="COUNTED", help=_values("Who or what", Counted))
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="WORDS", help="Words in the place's name.")] = None,
    source: Annotated[str | None, typer.Option(metavar="WORDS", help="Words in the source's name.")] = None,
    day: Day = None,
    modality: Annotated[
        list[Modality] | None, typer.Option(metavar="MODALITY", help=_values("How certain", Modality))
    ] = None,
    article: ArticleName = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List the figures, the earliest article first."""
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    table = existing_ledger(settings).figures(
        crisis=crisis, kind=kind, counted=counted, place=place, source=source, day=day, modality=modality,
        article=article,
    )  # fmt: skip
    write_table(table, shape, settings, empty="no figures match")


def statements(
    crisis: Crisis = None,
    speaker: Annotated[str | None, typer.Option(metavar="WORDS", help="Words in the speaker's name.")] = None,
    act: Annotated[list[Act] | None, typer.Option(metavar="ACT", help=_values("What was done with words", Act))] = None,
    form: Annotated[list[Form] | None, typer.Option(metavar="FORM", help=_values("How it is reported", Form))] = None,
    day: Day = None,
    article: ArticleName = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List the statements, the earliest article first."""
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    table = existing_ledger(settings).statements(
        crisis=crisis, speaker=speaker, act=act, form=form, day=day, article=article
    )
    write_table(table, shape, settings, empty="no statements match")


def events(
    crisis: Crisis = None,
    type: Annotated[
        list[EventType] | None,
        typer.Option(metavar="TYPE", help=_values("What was done, in PLOVER's words", EventType)),
    ] = None,
    modality: Annotated[
        list[EventModality] | None, typer.Option(metavar="MODALITY", help=_values("Whether it happened", EventModality))
    ] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words in the name of who did it or suffered it.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="WORDS", help="Words in the place's name.")] = None,
    article: ArticleName = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List the events, the earliest article first; one that several articles tell stands once for each."""
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    table = existing_ledger(settings).events(
        crisis=crisis, type=type, modality=modality, actor=actor, place=place, article=article
    )
    write_table(table, shape, settings, empty="no events match")


def crises(
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List the crises that articles were filed under."""
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    table = existing_ledger(settings).crises()
    write_table(table, shape, settings, empty="no crises; `recoupe add PATH --crisis NAME` files articles under one")


def articles(
    crisis: Crisis = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List the articles, with how much each says."""
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    table = existing_ledger(settings).articles(crisis=crisis)
    write_table(table, shape, settings, empty="no articles")


def skipped(
    crisis: Crisis = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
    as_csv: AsCsv = False,
    ledger: LedgerPath = None,
    verbose: Verbose = 0,
) -> None:
    """List what was set aside, and why."""
    shape = shape_of(as_json=as_json, as_jsonl=as_jsonl, as_csv=as_csv)
    settings = settings_with(ledger)
    table = existing_ledger(settings).skipped(crisis=crisis)
    write_table(table, shape, settings, empty="nothing was skipped")
