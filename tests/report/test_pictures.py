"""The pictures of the page are dark where it is read in the dark and drawn small for a telephone, and show the same each time."""

from __future__ import annotations

import re
from base64 import b64decode

from recoupe.report import Format, Report, drawn
from recoupe.report.parts import Picture
from recoupe.show.charts.look import COLOURS, Theme

_SOURCE = re.compile(r'<source media="([^"]+)" srcset="data:image/svg\+xml;base64,([^"]+)">')
_SHOWN = re.compile(r'<picture>(.*?)<img src="data:image/svg\+xml;base64,([^"]+)"', re.DOTALL)
_FRAGMENT = re.compile(r"<svg[^>]* width=\"(\d+)")
_LABEL = re.compile(r">([^<>]+ \(\d+\))</text>")


def pictures(report: Report) -> list[tuple[dict[str, str], str]]:
    """Return for each picture of the page what is drawn for which screen, and what is drawn for paper."""
    page = drawn(report, Format.HTML).decode()
    return [
        ({media: b64decode(svg).decode() for media, svg in _SOURCE.findall(head)}, b64decode(paper).decode())
        for head, paper in _SHOWN.findall(page)
    ]


def test_a_picture_has_the_ground_of_the_page_and_the_width_of_the_screen(composed: Report) -> None:
    found = pictures(composed)
    assert len(found) == len([one for one in composed.parts() if isinstance(one, Picture)]) > 1
    for screens, paper in found:
        assert list(screens) == [
            "screen and (max-width: 40rem) and (prefers-color-scheme: dark)",
            "screen and (max-width: 40rem)",
            "screen and (prefers-color-scheme: dark)",
        ]
        for media, svg in screens.items():
            theme = Theme.DARK if "dark" in media else Theme.LIGHT
            assert COLOURS[theme].ground in svg and COLOURS[theme].ink in svg
            width = _FRAGMENT.search(svg)
            assert width is not None and (int(width[1]) <= 358) == ("max-width" in media)
        assert COLOURS[Theme.LIGHT].ground in paper and COLOURS[Theme.DARK].ground not in paper


def test_a_map_on_a_telephone_has_the_places_that_its_words_count(composed: Report) -> None:
    screens, paper = pictures(composed)[-1]
    for svg in screens.values():
        told = re.search("<desc>(.*?)</desc>", svg, re.DOTALL)
        assert told is not None and told[0] in paper
        assert set(_LABEL.findall(svg)) <= set(_LABEL.findall(paper)) and _LABEL.findall(svg)
