"""A visit in, the situation report of its crisis out, as a page of its own or as a file."""

from __future__ import annotations

import re

from fastapi import Response

from recoupe.desk.visit import Visit
from recoupe.report import Format, report
from recoupe.report.web import policy

MEDIA = {
    Format.HTML: "text/html; charset=utf-8",
    Format.MD: "text/markdown; charset=utf-8",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.PDF: "application/pdf",
}


def reported(visit: Visit, format: Format, since: str | None, *, saved: bool) -> Response:
    """Return the report of the last check that is kept: looking checks nothing and keeps nothing.

    It is a file to save where it is `saved` and where it is no page; a page comes with the policy that it carries itself,
    which allows its own style and nothing else. Errors: CrisisUnnamed, CrisisUnknown, DayUnclear.
    """
    crisis = visit.crisis.name
    made = report(
        visit.ledger, crisis, format=format, language=visit.words.language, as_of=visit.as_of, since=since or None,
        checked=False,
    )  # fmt: skip
    headers = {"vary": "Accept-Language, Cookie"}
    if saved or format is not Format.HTML:
        headers["content-disposition"] = f'attachment; filename="{_file(crisis)}.{format}"'
    else:
        headers["content-security-policy"] = f"{policy()}; frame-ancestors 'none'"
    return Response(made, media_type=MEDIA[format], headers=headers)


def _file(crisis: str) -> str:
    """Return a file's name for the report of a crisis, of letters that every system takes."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", crisis).strip("-")[:60]
    return f"report-{name}" if name else "report"
