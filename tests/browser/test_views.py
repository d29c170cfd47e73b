"""Every view in a real browser: wide and narrow, light and dark, in both languages; nothing asked of another host."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tests.browser.conftest import Reader, reader_of

from recoupe.catalogue import LANGUAGES
from recoupe.desk.visit import VIEWS

ADDRESSES = ("/", *(address for _, address in VIEWS), "/search?q=Alep", "/api/v1/docs", "/lineage", "/changes")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def _seen(browser: Browser, root: str, width: int, theme: str, language: str) -> Reader:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if theme == "dark" else "light", locale=language
    )
    return reader_of(context, root)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_view_is_fit_for_all(browser: Browser, served: str, address: str, width: int, theme: str) -> None:
    reader = _seen(browser, served, width, theme, "fr-FR")
    page = reader.open(address)
    found = Axe().run(page, options={"runOnly": WCAG})
    assert found.violations_count == 0, found.generate_report()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"the page scrolls sideways by {wide} px"
    assert reader.faults == []
    assert reader.foreign == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_view_speaks_one_language(browser: Browser, served: str, address: str, language: str) -> None:
    reader = _seen(browser, served, 1280, "light", f"{language}-{language.upper()}")
    page = reader.open(address)
    assert page.get_attribute("html", "lang") == language
    assert page.locator("h1").count() == 1
    page.context.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_view_needs_no_script(browser: Browser, served: str, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = reader_of(context, served).open(address)
    assert page.locator("main").inner_text().strip()
    context.close()


def test_the_keyboard_reaches_the_content_first(reader: Reader) -> None:
    page = reader.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
