"""The report as a real browser shows it: in its own style, with pictures for the screen that it is read on."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tests.browser.conftest import reader_of

_GROUND = """() => {
  const image = [...document.images].at(-1), canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const at = canvas.getContext("2d");
  at.drawImage(image, 0, 0, 2, 2);
  return [...at.getImageData(0, 0, 1, 1).data].slice(0, 3);
}"""
"""The colour of the corner of the map, which is the last picture."""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_report_is_fit_for_the_screen(browser: Browser, served: str, width: int, theme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if theme == "dark" else "light"
    )
    reader = reader_of(context, served)
    page = reader.open("/report?format=html")
    page.evaluate("Promise.all([...document.images].map((image) => image.decode()))")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none", "its style is not allowed"
    # what is drawn for a telephone is shown as large as it is drawn, and its letters can be read
    shown = page.evaluate("[...document.images].map((image) => image.width / image.naturalWidth)")
    assert len(shown) > 1 and all(0.9 < share <= 1 for share in shown), shown
    dark = max(page.evaluate(_GROUND)) < 128
    assert dark == (theme == "dark")
    assert (reader.faults, reader.foreign) == ([], [])
    context.close()
