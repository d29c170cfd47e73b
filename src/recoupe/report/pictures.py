"""A crisis in, the pictures of its report out: the tolls that moved most and the map, drawn as the desk draws them."""

from __future__ import annotations

from collections.abc import Callable, Container

from recoupe.ledger import Crisis
from recoupe.ledger.places import places_of
from recoupe.ledger.tolls import toll_book
from recoupe.report.ground import Ground
from recoupe.report.matters import Toll, by_kind, head_of
from recoupe.report.parts import Drawing, Picture, Section
from recoupe.show.charts.draw import DRAWER
from recoupe.show.charts.look import Look, Theme, Width
from recoupe.show.charts.toll_spec import toll_spec
from recoupe.show.charts.toll_words import told_in_words
from recoupe.show.maps.borders import coarse
from recoupe.show.maps.frame import frame_of
from recoupe.show.maps.picture import SIZES, map_svg
from recoupe.show.maps.picture import told_in_words as told_of_map

_DRAWN = 3
"""Matters that have a picture of their own."""
_LINES = 12
"""Tolls on one picture."""
_SCREENS = (
    Look(theme=Theme.DARK, width=Width.NARROW),
    Look(width=Width.NARROW),
    Look(theme=Theme.DARK),
)
"""How a picture is drawn beside the one for paper."""


def pictures(ground: Ground, crisis: Crisis, as_of: str | None, *, drawn: bool) -> Section:
    """Return a picture for each of the few matters whose tolls have most steps on different days, and the map of all places.

    A toll told once has no picture, and where no place is known there is no map.
    """
    shown = [
        picture
        for number, tolls in enumerate(_moving(ground), 1)
        for picture in _toll(ground, crisis, as_of, tolls, name=f"toll-{number}", drawn=drawn)
    ]
    return Section(
        key="pictures",
        title=ground.words.say("report.pictures"),
        parts=(*shown, *_map(ground, crisis, as_of, drawn=drawn)),
    )


def _moving(ground: Ground) -> list[list[Toll]]:
    """Return the matters with most steps that have a day, those that count the same laid on one picture."""
    found: list[tuple[int, int, list[Toll]]] = []
    for group in (group for matters in by_kind(ground).values() for group in matters):
        days = {step.until for toll in group for step in toll.series.steps if step.until}
        if len(days) > 1:
            found.append((-len(days), len(found), group[:_LINES]))
    return [group for _, _, group in sorted(found, key=lambda one: one[:2])[:_DRAWN]]


def _toll(
    ground: Ground, crisis: Crisis, as_of: str | None, tolls: list[Toll], *, name: str, drawn: bool
) -> list[Picture]:
    words = ground.words
    book = toll_book(crisis, as_of)
    if book is None:
        return []
    series = [toll.series for toll in tolls]
    picture = book.picture(series)

    def svg(look: Look) -> bytes:
        return DRAWER.svg(toll_spec(picture, words.catalogue, look), words.language)

    spec = toll_spec(picture, words.catalogue, Look())
    steps = sum(len(one.steps) for one in series)
    said = words.say(
        "report.sentence.drawn", what=head_of(ground, tolls[0].series, tolls[0].last[-1]),
        tolls=words.count("report.several", len(series)), steps=words.count("report.drawn_steps", steps),
    )  # fmt: skip
    records = [id for one in series for step in one.steps for id in step.figures]
    return [
        Picture(
            name=name,
            svg=svg(Look()) if drawn else b"",
            png=DRAWER.png(spec, words.language) if drawn else b"",
            alt=told_in_words(picture, words.catalogue),
            caption=caption,
            screens=_screens(svg) if drawn else (),
        )
        for caption in ground.sentence(said, records, quotes=[words.named(tolls[0].last[-1].place or "")])
    ]


def _map(ground: Ground, crisis: Crisis, as_of: str | None, *, drawn: bool) -> list[Picture]:
    words = ground.words
    # what was added since the check is no more on the map than in the sentences
    sites = places_of(crisis, as_of, checked=ground.as_of is not None)

    width, height = SIZES[False]
    frame = frame_of(sites.located, width=width, height=height)
    shown = [site for site in sites.located if frame.holds(site)]
    if not shown:
        return []
    # a telephone is shown the same places, for the words below count them
    width, height = SIZES[True]
    small = frame_of(shown, width=width, height=height, whole=True)
    frames = {False: frame, **({True: small} if all(map(small.holds, shown)) else {})}

    def svg(look: Look) -> bytes:
        on = frames[look.narrow]
        return map_svg(shown, coarse(on.box, words.language), words.catalogue, look, frame=on).encode()

    made = svg(Look()) if drawn else b""
    left = len(sites.located) - len(shown) + len(sites.unknown)
    told = [
        words.count("report.on_map", len(shown)),
        words.count("report.off_map", left) if left else "",
        words.say("report.map_note"),
    ]
    placed = [id for id, one in ground.names.records.items() if ground.stands(id) and getattr(one, "place", None)]
    return [
        Picture(
            name="map",
            svg=made,
            png=DRAWER.png_of(made.decode()) if drawn else b"",
            alt=told_of_map(shown, words.catalogue, frame),
            caption=caption,
            screens=_screens(svg, frames) if drawn else (),
        )
        for caption in ground.sentence(words.listed(told), placed)
    ]


def _screens(svg: Callable[[Look], bytes], narrow: Container[bool] = (False, True)) -> tuple[Drawing, ...]:
    looks = [look for look in _SCREENS if look.narrow in narrow]
    return tuple(Drawing(dark=look.theme is Theme.DARK, narrow=look.narrow, svg=svg(look)) for look in looks)
