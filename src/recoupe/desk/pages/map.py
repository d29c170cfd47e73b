"""Map: where figures and events are, with the radius of what is known of it; what has no place is counted beneath."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import FileResponse

from recoupe.desk.downloads import Shape, Sheet, download
from recoupe.desk.told import told
from recoupe.desk.visit import Here, crisis_or_choice
from recoupe.errors import AreasUnreadable
from recoupe.ledger import Crisis
from recoupe.ledger.places import Sites, places_of
from recoupe.model.figure import Kind
from recoupe.show.charts.draw import DRAWER
from recoupe.show.charts.look import Look, Theme, Width
from recoupe.show.maps import sites as radii
from recoupe.show.maps.borders import Box, Outline, coarse, own_outlines, within
from recoupe.show.maps.frame import Frame, frame_of
from recoupe.show.maps.picture import (
    SIZES,
    borders_note,
    certainty_of,
    counts_of,
    label_of,
    map_svg,
    spots_of,
    told_in_words,
)
from recoupe.show.maps.sites import Site

router = APIRouter()
LISTED = 100
"""Places on one page of the list."""
NAMED = 12
"""Points up to which each has its name written on the map that one can move."""
HEADS = tuple(Site.__dataclass_fields__)
_REACH = 12.0
"""Degrees around the frame within which a reader who moves the map still finds borders."""


Page = Annotated[int, Query(ge=1, le=100_000)]


class LeafletFile(StrEnum):
    """The files of the map library that the page loads."""

    SCRIPT = "js"
    STYLE = "css"


class Of(StrEnum):
    """What is shown."""

    ALL = "all"
    FIGURES = "figures"
    EVENTS = "events"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a reader chose of the map: `kind` of the figures, and the `whole` of it or where most is told."""

    of: Of = Of.ALL
    kind: Kind | None = None
    whole: bool = False

    @property
    def query(self) -> dict[str, str]:
        """The parameters that lead back here."""
        asked = {
            "of": self.of if self.of is not Of.ALL else "",
            "kind": self.kind or "",
            "whole": self.whole and "true",
        }
        return {name: str(value) for name, value in asked.items() if value}


def _choice(of: Of = Of.ALL, kind: str = "", whole: bool = False) -> Choice:
    return Choice(of=of, kind=Kind(kind) if kind in list(Kind) else None, whole=whole)


@router.get("/map")
def map_page(visit: Here, of: Of = Of.ALL, kind: str = "", whole: bool = False, page: Page = 1) -> Response:
    """Where figures and events are."""
    crisis = crisis_or_choice(visit)
    if not isinstance(crisis, Crisis):
        return crisis
    choice = _choice(of, kind, whole)
    sites = sites_shown(crisis, visit.as_of, choice)
    frame = _frame(sites, choice, Look())
    fault = ""
    try:
        _outlines(visit.request, frame.box, visit.words.language)
    except AreasUnreadable as error:
        fault = told(error, visit.words)
    outside = [site for site in sites.located if not frame.holds(site)]
    return visit.page(
        "map.html", title=visit.words.say("map.title"), sites=sites, choice=choice, kinds=tuple(Kind), ofs=tuple(Of),
        listed=sites.located[(page - 1) * LISTED : page * LISTED], page_at=page, pages=-(-len(sites.located) // LISTED),
        nowhere=sites.unknown[:LISTED], outside=outside, fault=fault, radii=radii,
        areas=visit.request.app.state.areas, says=told_in_words(sites.located, visit.words, frame),
        certainty_of=lambda site: certainty_of(site, visit.words),
    )  # fmt: skip


@router.get("/map.svg")
@router.get("/map.png")
def picture(
    visit: Here, of: Of = Of.ALL, kind: str = "", whole: bool = False, theme: Theme = Theme.LIGHT,
    width: Width = Width.WIDE, alone: bool = True, save: bool = False,
) -> Response:  # fmt: skip
    """The map as a picture; one that does not stand alone has what its discs and borders mean on the page around it."""
    form = visit.request.url.path.rpartition(".")[2]
    choice, look = _choice(of, kind, whole), Look(theme=theme, width=width)
    sites = sites_shown(visit.crisis, visit.as_of, choice)
    frame = _frame(sites, choice, look)
    outlines = _outlines_or_coarse(visit.request, frame.box, visit.words.language)
    own = visit.request.app.state.areas
    notes = (visit.words.say("map.lead"), borders_note(visit.words, own.name if own else None)) if alone else ()
    drawn = map_svg(sites.located, outlines, visit.words, look, frame=frame, notes=notes)
    headers = {"cache-control": "private, no-cache"}
    if save:
        headers["content-disposition"] = f'attachment; filename="map.{form}"'
    if form == "png":
        return Response(DRAWER.png_of(drawn), media_type="image/png", headers=headers)
    return Response(drawn, media_type="image/svg+xml", headers=headers)


@router.get("/map/drawn.json")
def drawn(visit: Here, of: Of = Of.ALL, kind: str = "", whole: bool = False) -> Response:
    """What the map that one can move is made of: its frame, the outlines around it, and the words of each point."""
    choice = _choice(of, kind, whole)
    sites = sites_shown(visit.crisis, visit.as_of, choice)
    frame = _frame(sites, choice, Look())
    west, south, east, north = frame.box
    box = (west - _REACH, south - _REACH, east + _REACH, north + _REACH)
    words, spots = visit.words, spots_of(sites.located)
    named = len(spots) <= NAMED
    body = {
        "frame": [[south, west], [north, east]],
        "outlines": [_feature(one) for one in _outlines_or_coarse(visit.request, box, words.language)],
        "discs": [
            {"at": [site.latitude, site.longitude], "km": site.radius_km, "certainty": site.certainty}
            for site in sites.located
        ],
        "spots": [
            {
                "at": [spot.latitude, spot.longitude],
                "number": words.number(spot.records),
                "says": label_of(spot, words) if named else words.number(spot.records),
                "title": ", ".join(site.name for site in spot.sites[:4]),
                "lines": [[site.name, counts_of(site, words), certainty_of(site, words)] for site in spot.sites[:12]],
                "more": words.count("map.more", len(spot.sites) - 12) if len(spot.sites) > 12 else "",
            }
            for spot in spots
        ],
        "zoom": [words.say("map.zoom_in"), words.say("map.zoom_out")],
    }
    return Response(json.dumps(body, ensure_ascii=False), media_type="application/json")


@router.get("/map/leaflet.{ending}")
def leaflet(ending: LeafletFile) -> Response:
    """The map library, as its wheel has it."""
    media = {"js": "text/javascript", "css": "text/css"}[ending]
    path = Path(import_module("xstatic.pkg.leaflet").BASE_DIR) / f"leaflet.{ending}"
    return FileResponse(path, media_type=media, headers={"cache-control": "private, max-age=86400"})


@router.get("/map.{shape}")
def places_file(visit: Here, shape: Shape, of: Of = Of.ALL, kind: str = "") -> Response:
    """The places as a file; those without a point have no geometry in GeoJSON."""
    sites = sites_shown(visit.crisis, visit.as_of, _choice(of, kind)).all
    rows = [tuple(asdict(site)[name] for name in HEADS) for site in sites]
    points = [
        None if site.latitude is None or site.longitude is None else (site.longitude, site.latitude) for site in sites
    ]
    return download(Sheet(name="places", heads=HEADS, rows=rows, points=points), shape)


def sites_shown(crisis: Crisis, as_of: str | None, choice: Choice) -> Sites:
    """Return the places of what is to be shown."""
    sites = places_of(crisis, as_of, kind=choice.kind)
    if choice.of is Of.ALL:
        return sites
    blank: dict[str, Any] = (
        {"events": 0, "event_origins": None} if choice.of is Of.FIGURES else {"figures": 0, "figure_origins": None}
    )

    def kept(some: tuple[Site, ...]) -> tuple[Site, ...]:
        shown = (replace(site, **blank) for site in some)
        return tuple(sorted((site for site in shown if site.records), key=lambda site: (-site.records, site.name)))

    return Sites(
        located=kept(sites.located),
        unknown=kept(sites.unknown),
        figures_without=sites.figures_without if choice.of is Of.FIGURES else 0,
        events_without=sites.events_without if choice.of is Of.EVENTS else 0,
    )


def _frame(sites: Sites, choice: Choice, look: Look) -> Frame:
    width, height = SIZES[look.narrow]
    return frame_of(sites.located, width=width, height=height, whole=choice.whole)


def _outlines(request: Request, box: Box, language: str) -> tuple[Outline, ...]:
    areas = request.app.state.areas
    return coarse(box, language) if areas is None else within(own_outlines(areas), box)


def _outlines_or_coarse(request: Request, box: Box, language: str) -> tuple[Outline, ...]:
    """Return a reader's own outlines, or the coarse ones where the file cannot be used; the page says so."""
    try:
        return _outlines(request, box, language)
    except AreasUnreadable:
        return coarse(box, language)


def _feature(outline: Outline) -> dict[str, Any]:
    geometry = (
        {"type": "MultiPolygon", "coordinates": [[line] for line in outline.lines]}
        if outline.closed
        else {"type": "MultiLineString", "coordinates": outline.lines}
    )
    return {"type": "Feature", "properties": {"name": outline.name}, "geometry": geometry}
