"""A crisis in, its situation report out: what the ledger tells of it, each sentence with its sources, in four formats."""

from __future__ import annotations

from enum import StrEnum

from recoupe.ledger import Ledger
from recoupe.report.compose import compose
from recoupe.report.parts import Report

__all__ = ["Format", "Report", "compose", "drawn", "report"]


class Format(StrEnum):
    """What a report is handed over as."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


def report(
    ledger: Ledger,
    crisis: str | None = None,
    *,
    format: str,
    language: str = "fr",
    as_of: str | None = None,
    since: str | None = None,
    checked: bool = True,
) -> bytes:
    """Return the situation report of a crisis as the bytes of a file; the same state of a ledger gives the same bytes.

    Where not `checked`, it is that of the last check that is kept. Text is UTF-8. Errors: those of `compose`; ValueError for a
    format that is none.
    """
    wanted = Format(format)
    drawing = wanted is not Format.MD
    composed = compose(ledger, crisis, language=language, as_of=as_of, since=since, drawn=drawing, checked=checked)
    return drawn(composed, wanted)


def drawn(composed: Report, format: Format) -> bytes:
    """Return a composed report in a format."""
    match format:
        case Format.MD:
            from recoupe.report.markdown import markdown

            return markdown(composed).encode()
        case Format.HTML:
            from recoupe.report.web import html

            return html(composed).encode()
        case Format.DOCX:
            from recoupe.report.word import docx

            return docx(composed)
        case Format.PDF:
            from recoupe.report.pdf import pdf

            return pdf(composed)
