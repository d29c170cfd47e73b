"""What the checks of a crisis changed, as a list and as a feed to follow (Atom, JSON Feed)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Any
from urllib.parse import quote, urlencode
from xml.etree.ElementTree import Element, SubElement, tostring

from fastapi import Query, Response
from fastapi.responses import JSONResponse

from recoupe.catalogue import Catalogue
from recoupe.desk.api import PREFIX
from recoupe.desk.api.frame import LIMIT, After, AsOf, CrisisName, Limit, Listed, api_router, cursor, reached
from recoupe.desk.visit import Here, Visit
from recoupe.errors import ValueUnknown
from recoupe.ledger.history import History
from recoupe.show.graphs import UNFIT
from recoupe.show.questions import sentence_asked

router = api_router()
FEED = 100
"""How many changes a feed holds."""
_ENGLISH = Catalogue.of("en")
"""The language of what a change says to programs."""
ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that a check changed. `what` is one word or two for it, `says` a sentence, `articles` are ids.

    `at` is when the check began, or when a person judged (ISO, UTC). `id` stays.
    """

    id: str
    at: str
    check: int
    what: str
    says: str
    articles: tuple[str, ...]


@router.get("/changes")
def changes(
    visit: Here,
    crisis: CrisisName = None,
    as_of: AsOf = None,
    since: Annotated[
        str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}", description="A day or a moment: changes from then on.")
    ] = None,
    after: After = None,
    limit: Limit = LIMIT,
) -> Listed[Change]:
    """What the checks changed, those of the last one first: tolls raised or lowered, disputes, conflicts, days, copies."""
    page = list(islice(_changes(visit, _place(after), since), limit + 1))
    last = page[limit - 1][0] if len(page) > limit else None
    return Listed(items=[one for _, one in page[:limit]], next=cursor(*last) if last else None)


@router.get("/changes.atom", response_class=Response, responses={200: {"content": {"application/atom+xml": {}}}})
def atom(visit: Here, crisis: CrisisName = None) -> Response:
    """The latest changes as an Atom feed."""
    some = [one for _, one in islice(_changes(visit, None, None), FEED)]
    root = Element("feed", {"xmlns": ATOM})
    SubElement(root, "title").text = _fit(f"recoupe: {visit.crisis.name}")
    SubElement(root, "id").text = _tag(visit, "")
    SubElement(root, "updated").text = some[0].at if some else "1970-01-01T00:00:00Z"
    SubElement(SubElement(root, "author"), "name").text = "recoupe"
    SubElement(root, "link", {"rel": "self", "href": _address(visit, f"{PREFIX}/changes.atom")})
    SubElement(root, "link", {"rel": "alternate", "href": _address(visit, "/changes")})
    for one in some:
        entry = SubElement(root, "entry")
        SubElement(entry, "id").text = one.id
        SubElement(entry, "title").text = _fit(_title(one))
        SubElement(entry, "updated").text = one.at
        SubElement(entry, "link", {"rel": "alternate", "href": _address(visit, "/changes", check=one.check)})
        SubElement(entry, "category", {"term": one.what})
        SubElement(entry, "content", {"type": "text"}).text = _fit(one.says)
    return Response(b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root), media_type="application/atom+xml")


@router.get("/changes.json", response_class=Response, responses={200: {"content": {"application/feed+json": {}}}})
def json_feed(visit: Here, crisis: CrisisName = None) -> Response:
    """The latest changes as a JSON feed (version 1.1)."""
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"recoupe: {visit.crisis.name}",
        "home_page_url": _address(visit, "/changes"),
        "feed_url": _address(visit, f"{PREFIX}/changes.json"),
        "items": [
            {
                "id": one.id,
                "url": _address(visit, "/changes", check=one.check),
                "title": _title(one),
                "content_text": one.says,
                "date_published": one.at,
                "tags": [one.what],
            }
            for _, one in islice(_changes(visit, None, None), FEED)
        ],
    }
    return JSONResponse(feed, media_type="application/feed+json")


def _changes(visit: Visit, after: tuple[int, int] | None, since: str | None) -> Any:
    history = History(visit.crisis, visit.as_of)
    for number, place, row in history.items(after):
        if since is not None and row.at < since:
            continue
        yield (
            (number, place),
            Change(
                id=_tag(visit, f"/{number}/{place}"),
                at=row.at,
                check=number,
                what=row.what,
                says=sentence_asked(row.says, _ENGLISH),
                articles=row.articles,
            ),
        )


def _place(after: str | None) -> tuple[int, int] | None:
    if after is None:
        return None
    key = reached(after)
    if len(key) != 2 or not all(type(part) is int for part in key):
        raise ValueUnknown("after", "it is no cursor of this list")
    return key[0], key[1]


def _tag(visit: Visit, rest: str) -> str:
    """Return an id that no other feed of this machine gives, whatever address the desk is opened at."""
    return f"urn:recoupe:changes:{quote(visit.crisis.name, safe='')}{rest}"


def _title(one: Change) -> str:
    says = re.sub(r"\s+", " ", one.says)
    return f"{one.what}: {says[:120]}{'…' if len(says) > 120 else ''}"


def _address(visit: Visit, path: str, **asked: Any) -> str:
    return f"{str(visit.request.base_url).rstrip('/')}{path}?{urlencode({'crisis': visit.crisis.name, **asked})}"


def _fit(words: str) -> str:
    return UNFIT.sub("\ufffd", words)
