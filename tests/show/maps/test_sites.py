"""Where records are shown, and how far around: what the text and the gazetteer say of a place, and no more."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.model.place import GazetteerEntry
from recoupe.show.maps.frame import frame_of
from recoupe.show.maps.sites import LARGEST_KM, NEAR_KM, REGION_KM, Certainty, Site, Sites, radius_km, sites_of
from recoupe.store.sites import HeldPlace, Placed, Where

TOWN = GazetteerEntry(
    id="g:1", name="Valmy", level="city", country="FR", latitude=49.0, longitude=4.8, population=40_000
)
LAND = GazetteerEntry(id="g:2", name="Syrie", level="country", country="SY")


def held(name: str, entry: GazetteerEntry | None = None, **more: Any) -> HeldPlace:
    values: dict[str, Any] = {"precision": "exact" if entry else "unknown", "parent": None, "others": 0, "times": 1}
    return HeldPlace(name=name, entry=entry, **{**values, **more})


def sites(figures: dict[Where, int], *names: HeldPlace, events: dict[Where, int] | None = None) -> Sites:
    told = Placed(figures=figures, events=events or {}, figure_origins={}, event_origins={}, names=names)
    return sites_of(told, checked=True)


def test_a_town_is_a_disc_as_large_as_its_people_are_many() -> None:
    (site,) = sites({("Valmy", "g:1"): 3}, held("Valmy", TOWN)).located
    assert (site.latitude, site.longitude, site.radius_km, site.certainty) == (49.0, 4.8, 5, Certainty.EXACT)
    metropolis = GazetteerEntry(id="g:9", name="X", level="capital", population=9_000_000)
    assert radius_km(metropolis, Certainty.EXACT) == LARGEST_KM


@pytest.mark.parametrize(("precision", "km"), [("near", NEAR_KM), ("region", REGION_KM)])
def test_what_is_less_precise_has_a_wider_disc(precision: str, km: int) -> None:
    (site,) = sites({("Valmy", "g:1"): 1}, held("Valmy", TOWN, precision=precision)).located
    assert site.radius_km == km


def test_a_country_is_a_disc_of_its_area_in_its_middle() -> None:
    (site,) = sites({("Syrie", "g:2"): 1}, held("Syrie", LAND, precision="country")).located
    assert site.certainty is Certainty.COUNTRY
    assert site.latitude == 35
    assert site.radius_km is not None
    assert 3.1 * site.radius_km**2 == pytest.approx(185_180, rel=0.03)


def test_a_place_that_no_gazetteer_knows_is_shown_at_the_town_that_a_text_puts_it_in() -> None:
    """`l'école Jules-Ferry, à Valmy`: at Valmy, no more precisely; and through `Bas-Valmy`, which lies in Valmy itself."""
    names = (held("Valmy", TOWN), held("Bas-Valmy", parent="Valmy"), held("école Jules-Ferry", parent="Bas-Valmy"))
    (site,) = sites({("école Jules-Ferry", None): 2}, *names).located
    assert (site.latitude, site.within, site.certainty, site.place_id) == (49.0, "Valmy", Certainty.WITHIN, None)


def test_a_name_of_a_side_of_a_town_is_shown_at_the_town() -> None:
    (site,) = sites({("Valmy-Est", None): 2}, held("Valmy", TOWN), held("Valmy-Est")).located
    assert (site.within, site.radius_km) == ("Valmy", 5)


def test_what_nobody_knows_has_no_point() -> None:
    found = sites({("Nulle-Part", None): 2, (None, None): 5}, held("Nulle-Part"), events={(None, None): 4})
    assert found.located == ()
    (site,) = found.unknown
    assert (site.latitude, site.radius_km, site.certainty) == (None, None, None)
    assert (found.figures_without, found.events_without) == (5, 4)


def test_a_town_that_several_places_are_called_puts_nothing_anywhere() -> None:
    other = GazetteerEntry(id="g:3", name="Valmy", level="city", country="US", latitude=40.0, longitude=-117.0)
    names = (held("Valmy", TOWN), held("Valmy", other), held("école", parent="Valmy"))
    assert sites({("école", None): 2}, *names).located == ()


def test_one_place_with_two_spellings_is_one_site() -> None:
    found = sites({("Valmy", "g:1"): 3, ("Vâlmy", "g:1"): 1}, held("Valmy", TOWN), events={("Valmy", "g:1"): 2})
    (site,) = found.located
    assert (site.name, site.figures, site.events, site.key) == ("Valmy", 4, 2, "g:1")


def site(name: str, latitude: float, longitude: float, records: int, certainty: Certainty = Certainty.EXACT) -> Site:
    return Site(
        name=name, place_id=None, gazetteer=None, country=None, level=None, latitude=latitude, longitude=longitude,
        radius_km=5, certainty=certainty, within=None, others=0, figures=records, events=0, figure_origins=1,
        event_origins=None,
    )  # fmt: skip


def test_the_frame_holds_where_nine_records_in_ten_are_and_all_of_them_where_it_is_asked_to() -> None:
    near, nearer, far = site("A", 36.2, 37.1, 40), site("B", 35.9, 36.6, 6), site("C", 46.2, 6.1, 1)
    frame = frame_of([near, nearer, far], width=960, height=540)
    assert [frame.holds(one) for one in (near, nearer, far)] == [True, True, False]
    assert frame_of([near, nearer, far], width=960, height=540, whole=True).holds(far)


def test_a_country_does_not_widen_the_frame() -> None:
    town, land = site("A", 36.2, 37.1, 4), site("R", 60.0, 100.0, 400, Certainty.COUNTRY)
    assert not frame_of([town, land], width=960, height=540).holds(land)
    assert frame_of([land], width=960, height=540).holds(land)


def test_a_frame_keeps_its_shape_wherever_it_is() -> None:
    for latitude in (0.0, 60.0, -82.0, 89.0):
        frame = frame_of([site("A", latitude, 179.9, 1)], width=960, height=540)
        assert frame.pixels(100) > 1
        assert frame.north > frame.south
    assert frame_of([], width=960, height=540).scale > 0
