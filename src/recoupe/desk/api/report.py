"""The situation report of a crisis, as a file."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Response

from recoupe.catalogue import LANGUAGES
from recoupe.desk.api.frame import AsOf, CrisisName, api_router
from recoupe.desk.reporting import MEDIA, reported
from recoupe.desk.visit import Here
from recoupe.report import Format

router = api_router()


@router.get(
    "/report",
    response_class=Response,
    responses={200: {"content": {media.partition(";")[0]: {} for media in MEDIA.values()}}},
)
def report(
    visit: Here,
    crisis: CrisisName = None,
    as_of: AsOf = None,
    since: Annotated[
        str | None,
        Query(
            pattern=r"^\d{4}-\d{2}-\d{2}$", description="A day: what moved is told against the last check before it."
        ),
    ] = None,
    format: Annotated[Format, Query(description="`md`, `html`, `docx` or `pdf`.")] = Format.HTML,
    lang: Annotated[
        str | None, Query(pattern=f"^({'|'.join(LANGUAGES)})$", description="The language of the report's own words.")
    ] = None,
) -> Response:
    """What the last kept check of a crisis tells, in sentences that end in their sources; nothing is checked for it."""
    return reported(visit, format, since, saved=True)
