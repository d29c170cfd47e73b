"""Sites and outlines in, a map of them as SVG out: discs of what is known, numbered as in the list beside it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from html import escape

from recoupe.catalogue import Catalogue
from recoupe.show.charts.look import FONT, Look, drawn
from recoupe.show.maps.borders import Outline
from recoupe.show.maps.frame import Frame, frame_of
from recoupe.show.maps.sites import Certainty, Site

SIZES = {False: (960, 540), True: (350, 400)}
"""Width and height in pixels, by whether there is little room."""
_DASHES = {
    Certainty.EXACT: "", Certainty.NEAR: "6 4", Certainty.WITHIN: "6 4", Certainty.REGION: "2 4", Certainty.COUNTRY: "1 6",
}  # fmt: skip
_LABELS = 24
"""Names that a map has at most."""
_BARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """The sites that are shown at one point, those told most first."""

    latitude: float
    longitude: float
    sites: tuple[Site, ...]

    @property
    def records(self) -> int:
        """How many figures and events name its sites."""
        return sum(site.records for site in self.sites)


def spots_of(sites: Sequence[Site]) -> tuple[Spot, ...]:
    """Return sites that are somewhere by their points, those told most first."""
    found: dict[tuple[float, float], list[Site]] = {}
    for site in sites:
        if site.latitude is not None and site.longitude is not None:
            found.setdefault((site.latitude, site.longitude), []).append(site)
    spots = [Spot(latitude=at[0], longitude=at[1], sites=tuple(some)) for at, some in found.items()]
    return tuple(sorted(spots, key=lambda spot: (-spot.records, spot.sites[0].name)))


def map_svg(
    sites: Sequence[Site],
    outlines: Sequence[Outline],
    words: Catalogue,
    look: Look,
    *,
    frame: Frame | None = None,
    notes: Sequence[str] = (),
) -> str:
    """Return the map as an SVG document, which loads nothing and holds no style of its own but attributes.

    `notes` stand below it, for a picture that leaves the page which says what it shows.
    """
    width, height = SIZES[look.narrow]
    frame = frame or frame_of(sites, width=width, height=height)
    colours, size = look.colours, look.font_size
    below = [line for note in notes for line in textwrap.wrap(note, int(width / size / 0.55))]
    whole = height + (size + 5) * len(below) + (8 if below else 0)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{whole}" viewBox="0 0 {width} {whole}" '
        f'role="img" font-family="{escape(FONT)}" font-size="{size}">',
        f"<title>{escape(words.say('map.title'))}</title>",
        f"<desc>{escape(told_in_words(sites, words, frame))}</desc>",
        f'<rect width="{width}" height="{whole}" fill="{colours.ground}"/>',
        f'<svg width="{width}" height="{height}">',
        *_lines(outlines, {(site.latitude, site.longitude) for site in sites}, frame, look),
        *_discs(sites, frame, look),
        *_names(spots_of(sites), frame, look, words),
        *_bar(frame, look),
        "</svg>",
        *(
            f'<text x="4" y="{height + (size + 5) * number}" fill="{colours.quiet}">{escape(line)}</text>'
            for number, line in enumerate(below, start=1)
        ),
        "</svg>",
    ]
    return "\n".join(parts)


def borders_note(words: Catalogue, own: str | None) -> str:
    """Return what must be known of the outlines on a map: whose they are (`own` a file's name), and how coarse."""
    return words.say("map.borders_coarse") if own is None else words.say("map.borders_own", name=drawn(own))


def told_in_words(sites: Sequence[Site], words: Catalogue, frame: Frame) -> str:
    """Return what a map shows as sentences: each place with its counts and how certain it is; the last ones are counted."""
    held = [site for site in sites if frame.holds(site)]
    said = [
        words.say(
            "map.told", name=drawn(site.name, 60), counts=counts_of(site, words), certainty=certainty_of(site, words)
        )
        for site in held[:_LABELS]
    ]
    if len(held) > _LABELS:
        said.append(words.count("map.more", len(held) - _LABELS))
    return " ".join([words.count("map.places", len(held)) + ".", *said])


def label_of(spot: Spot, words: Catalogue) -> str:
    """Return what is written beside a point: the name told most there, how many more, and how many records."""
    others = f" +{len(spot.sites) - 1}" if len(spot.sites) > 1 else ""
    return f"{drawn(spot.sites[0].name, 28)}{others} ({words.number(spot.records)})"


def counts_of(site: Site, words: Catalogue) -> str:
    """Return how many figures and events name a site."""
    parts = [words.count("map.figures", site.figures)] if site.figures else []
    return ", ".join([*parts, *([words.count("map.events", site.events)] if site.events else [])])


def certainty_of(site: Site, words: Catalogue) -> str:
    """Return how certain it is where a site is, with its radius."""
    if site.certainty is None or site.radius_km is None:
        return words.say("map.certainty.none")
    within = drawn(site.within, 60)
    return words.say(f"map.certainty.{site.certainty}", km=words.number(site.radius_km), within=within)


def _lines(
    outlines: Sequence[Outline], taken: AbstractSet[tuple[float | None, float | None]], frame: Frame, look: Look
) -> Iterator[str]:
    colours = look.colours
    for outline in outlines:
        path = []
        for line in outline.lines:
            points = [frame.at(latitude, longitude) for longitude, latitude in line]
            path.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("Z" if outline.closed else ""))
        fill = colours.raised if outline.closed else "none"
        yield (
            f'<path d="{"".join(path)}" fill="{fill}" stroke="{colours.quiet}" stroke-width="1" '
            f'stroke-opacity="0.7" stroke-linejoin="round"><title>{escape(drawn(outline.name))}</title></path>'
        )
        if outline.named_at is not None and outline.named_at not in taken:
            x, y = frame.at(*outline.named_at)
            if 0 <= x <= frame.width and 0 <= y <= frame.height:
                at = f'x="{x:.1f}" y="{y:.1f}" text-anchor="middle"'
                yield f'<text {at} fill="{colours.quiet}" font-style="italic">{escape(drawn(outline.name, 40))}</text>'


def _discs(sites: Sequence[Site], frame: Frame, look: Look) -> Iterator[str]:
    seen = set()
    order = list(Certainty)
    for site in sorted(
        sites, key=lambda site: (-(site.radius_km or 0), order.index(site.certainty or Certainty.EXACT))
    ):
        if site.latitude is None or site.longitude is None or site.radius_km is None or site.certainty is None:
            continue
        disc = (site.latitude, site.longitude, site.radius_km)
        if disc in seen:
            continue
        seen.add(disc)
        x, y = frame.at(site.latitude, site.longitude)
        colour, opacity = look.colours.lines[0], "0" if site.certainty is Certainty.COUNTRY else "0.18"
        dash = f' stroke-dasharray="{_DASHES[site.certainty]}"' if _DASHES[site.certainty] else ""
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{max(6.0, frame.pixels(site.radius_km)):.1f}" fill="{colour}" '
            f'fill-opacity="{opacity}" stroke="{colour}" stroke-width="1.5"{dash}/>'
        )


def _names(spots: Sequence[Spot], frame: Frame, look: Look, words: Catalogue) -> Iterator[str]:
    taken: list[tuple[float, float, float, float]] = []
    size, colours = look.font_size, look.colours
    for spot in spots[:_LABELS]:
        x, y = frame.at(spot.latitude, spot.longitude)
        if not (0 <= x <= frame.width and 0 <= y <= frame.height):
            continue
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colours.ink}"/>'
        says = label_of(spot, words)
        wide = 0.58 * size * len(says)
        for left, middle in ((x + 7, y), (x - wide - 7, y), (x - wide / 2, y - size), (x - wide / 2, y + size)):
            box = (left, middle - size / 2, left + wide, middle + size / 2)
            inside = box[0] >= 0 and box[2] <= frame.width and box[1] >= 0 and box[3] <= frame.height
            if inside and not any(b[0] < box[2] and box[0] < b[2] and b[1] < box[3] and box[1] < b[3] for b in taken):
                taken.append(box)
                text = f'x="{left:.1f}" y="{middle + size * 0.35:.1f}"'
                halo = f'stroke="{colours.ground}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
                yield f'<text {text} fill="{colours.ink}" {halo}>{escape(says)}</text>'
                break


def _bar(frame: Frame, look: Look) -> Iterator[str]:
    km = max((one for one in _BARS if frame.pixels(one) <= frame.width / 4), default=_BARS[0])
    x, y, long, ink = 12, frame.height - 14, frame.pixels(km), look.colours.ink
    yield f'<path d="M{x} {y - 5}V{y}H{x + long:.1f}V{y - 5}" fill="none" stroke="{ink}" stroke-width="1.5"/>'
    yield f'<text x="{x + 5}" y="{y - 5}" fill="{ink}" font-size="{look.font_size - 2}">{km} km</text>'
