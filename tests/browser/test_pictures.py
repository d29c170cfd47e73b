"""The pictures in a real browser: the tolls drawn for the room and the colours there are, the map that one can move."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import reader_of


@pytest.mark.parametrize(("width", "narrow"), [(1280, False), (390, True)])
def test_the_picture_of_tolls_is_drawn_for_the_room_there_is(
    browser: Browser, served: str, width: int, narrow: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark")
    page = reader_of(context, served).open("/tolls")
    page.wait_for_load_state("networkidle")
    picture = page.locator("figure.drawn img")
    source, drawn, shown = picture.evaluate("one => [one.currentSrc, one.naturalWidth, one.clientWidth]")
    assert ("width=narrow" in source) is narrow
    assert "theme=dark" in source
    assert 0 < shown <= drawn <= width
    assert shown > 0.8 * drawn, "letters stay large enough to be read"
    context.close()


def test_a_place_on_the_map_opens_by_keyboard_and_says_what_is_known(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900}, locale="fr-FR")
    reader = reader_of(context, served)
    page = reader.open("/map")
    page.wait_for_selector("#map .spot")
    page.focus("#map .spot >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_selector(".leaflet-popup-content")
    assert "rayon 20 km" in page.inner_text(".leaflet-popup-content")
    assert page.locator(".leaflet-popup-content a").count() == 0
    assert reader.faults == []
    assert reader.foreign == []
    context.close()


def test_without_scripts_the_map_is_a_picture(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = reader_of(context, served).open("/map")
    page.wait_for_load_state("networkidle")
    assert page.locator("#map img").get_attribute("alt")
    assert page.locator("table.sites").count() == 2
    context.close()
