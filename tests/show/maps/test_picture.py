"""The map as a picture: discs by certainty, names as words alone; and the outlines of a reader's own file."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.show.maps.test_sites import site

from recoupe.catalogue import Catalogue
from recoupe.errors import AreasUnreadable
from recoupe.show.charts.look import Look, Theme, Width
from recoupe.show.maps.borders import Outline, coarse, own_outlines, within
from recoupe.show.maps.frame import frame_of
from recoupe.show.maps.picture import label_of, map_svg, spots_of, told_in_words
from recoupe.show.maps.sites import Certainty

FRENCH = Catalogue.of("fr")
SVG = "{http://www.w3.org/2000/svg}"
SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]}


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("width", list(Width))
def test_a_picture_says_its_numbers_and_draws_what_is_less_certain_in_dashes(theme: Theme, width: Width) -> None:
    sites = [site("Valmy", 49.0, 4.8, 12), site("Reims", 49.2, 4.0, 3, Certainty.NEAR)]
    root = ElementTree.fromstring(map_svg(sites, (), FRENCH, Look(theme=theme, width=width)))
    said = root.findtext(f"{SVG}desc") or ""
    assert "Valmy : 12 chiffres, le lieu lui-même, rayon 5 km." in said
    assert "Reims : 3 chiffres, près de ce lieu, rayon 5 km." in said
    discs = [one for one in root.iter(f"{SVG}circle") if one.get("fill-opacity")]
    assert [one.get("stroke-dasharray") for one in discs] == [None, "6 4"]
    assert "style" not in {name for one in root.iter() for name in one.attrib}


def test_a_disc_of_a_country_is_not_filled() -> None:
    root = ElementTree.fromstring(map_svg([site("Syrie", 35.0, 38.0, 2, Certainty.COUNTRY)], (), FRENCH, Look()))
    assert [one.get("fill-opacity") for one in root.iter(f"{SVG}circle") if one.get("fill-opacity")] == ["0"]


def test_hostile_names_are_words() -> None:
    names = ["<script>alert(1)</script>", '"/><image href="http://x.example/"/>', "\u202ealep\x00", "=1+1", "&amp;<"]
    sites = [site(name, 10.0 + number, 10.0, 1) for number, name in enumerate(names)]
    outline = Outline(
        name="</title><script>x</script>", lines=(((9.0, 9.0), (9.0, 12.0), (12.0, 12.0), (9.0, 9.0)),), closed=True
    )
    text = map_svg(sites, (outline,), FRENCH, Look())
    root = ElementTree.fromstring(text)
    assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "path",
        "circle",
        "text",
    }
    assert "\u202e" not in text
    assert "<script>alert(1)</script>" in {part for one in root.iter(f"{SVG}text") for part in [(one.text or "")[:25]]}


def test_places_at_one_point_share_it() -> None:
    spots = spots_of([site("Alep", 36.2, 37.1, 5), site("Alep-Est", 36.2, 37.1, 9), site("Idleb", 35.9, 36.6, 2)])
    assert [label_of(spot, FRENCH) for spot in spots] == ["Alep +1 (14)", "Idleb (2)"]


def test_many_places_are_counted_in_words() -> None:
    sites = [site(f"Lieu {number}", number / 100, 0.0, 1) for number in range(40)]
    said = told_in_words(sites, FRENCH, frame_of(sites, width=960, height=540, whole=True))
    assert said.startswith("40 lieux sur la carte.")
    assert said.endswith("Et 16 autres lieux.")


def test_the_coarse_borders_are_those_near_by() -> None:
    names = {one.name for one in coarse((36.0, 35.0, 38.0, 37.0), "fr")}
    assert {"Syrie", "Turquie"} <= names
    assert "France" not in names


def test_own_areas_are_read_with_their_names(tmp_path: Path) -> None:
    path = tmp_path / "areas.geojson"
    line = {"type": "LineString", "coordinates": [[5, 5], [6, 6]]}
    features = [
        {"type": "Feature", "properties": {"NOM": "Rive gauche"}, "geometry": SQUARE},
        {"type": "Feature", "properties": None, "geometry": line},
        {"type": "Feature", "properties": {}, "geometry": None},
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    square, front = own_outlines(path)
    assert (square.named_at, front.named_at) == ((0.5, 0.5), None)
    assert (square.name, square.closed, front.name, front.closed) == ("Rive gauche", True, "", False)
    assert within((square, front), (4.0, 4.0, 9.0, 9.0)) == (front,)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no JSON"),
        ("[1, 2]", "has a type"),
        ('{"type": "FeatureCollection"}', "list of features"),
        ('{"type": "Point", "coordinates": [1, 2]}', "no line and no area"),
        ('{"type": "Polygon", "coordinates": [[[0, 0], [500000, 6000000], [1, 1], [0, 0]]]}', "degrees"),
        ('{"type": "Polygon", "coordinates": [[[0, 0], [1, NaN], [1, 1], [0, 0]]]}', "degrees"),
        ('{"type": "Polygon", "coordinates": [[[0, 0]]]}', "4 points"),
        ('{"type": "Polygon", "coordinates": {"a": 1}}', "lists"),
        ('{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Blob"}}]}', "feature 1"),
        ("[" * 100_000, "no JSON"),
    ],
)  # fmt: skip
def test_what_is_no_areas_is_refused_with_what_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "areas.geojson"
    path.write_text(text)
    with pytest.raises(AreasUnreadable, match=says):
        own_outlines(path)


def test_a_file_of_areas_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(AreasUnreadable, match=r"nothing\.json"):
        own_outlines(tmp_path / "nothing.json")
