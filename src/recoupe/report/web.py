"""A report in, one HTML page out that needs nothing else: no script, no address outside, its style and pictures in it."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from recoupe.report.parts import Drawing, Picture, Report, Section, Sentence, Table, pieces, reference
from recoupe.report.references import tokens


def html(report: Report) -> str:
    """Return a report as a page; every word of a record is text in it."""
    return (
        _environment()
        .get_template("report.html")
        .render(
            report=report,
            style=_style(),
            policy=policy(),
            sort=_sort,
            pieces=pieces,
            reference=reference,
            tokens=tokens,
            drawn=_drawn,
            media=_media,
        )
    )


@cache
def policy() -> str:
    """Return what a report's page may load, as its own policy says it: its one style and the pictures in it."""
    style = b64encode(sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{style}'; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def _style() -> str:
    return files("recoupe.report").joinpath("templates/report.css").read_text(encoding="utf-8")


def _sort(part: Sentence | Table | Picture | Section) -> str:
    return type(part).__name__


def _drawn(svg: bytes) -> str:
    return b64encode(svg).decode()


def _media(drawing: Drawing) -> str:
    """Return where a drawing is shown; on paper the one for paper is, whatever the screen is like."""
    asked = [
        *(["(max-width: 40rem)"] if drawing.narrow else []),
        *(["(prefers-color-scheme: dark)"] if drawing.dark else []),
    ]
    return " and ".join(["screen", *asked])


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("recoupe.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
