"""An article in a real browser: its words open their explanation with the keyboard, and without any script."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.browser.conftest import Reader, reader_of
from tests.browser.test_views import WCAG


def _article(reader: Reader) -> Page:
    """Open an article of the sample that copies another."""
    page = reader.open("/articles")
    page.get_by_role("link", name="Alep : « Nous portons les blessés sur des portes »").click()
    return page


@pytest.mark.parametrize("script", [True, False])
def test_a_word_opens_its_explanation(browser: Browser, served: str, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script, viewport={"width": 1280, "height": 900}, locale="fr-FR")
    page = _article(reader_of(context, served))
    word = page.locator("a.seg[href^='#r-']").first
    why = page.locator(f"[id='{(word.get_attribute('href') or '')[1:]}']")
    assert not why.is_visible()
    word.focus()
    page.keyboard.press("Enter")
    why.wait_for(state="visible")
    assert "Lien vers ces mots" in why.inner_text()
    context.close()


def test_words_of_several_records_offer_each(reader: Reader) -> None:
    page = _article(reader)
    word = page.locator("a.seg[href^='#x-']").first
    menu = page.locator(f"[id='{(word.get_attribute('href') or '')[1:]}']")
    links = menu.locator("a")
    assert links.count() > 1
    for at in range(links.count()):
        word.click()
        menu.wait_for(state="visible")
        target = (links.nth(at).get_attribute("href") or "")[1:]
        links.nth(at).click()
        page.locator(f"[id='{target}']").wait_for(state="visible")


def test_a_margin_bar_leads_to_the_sister_article(reader: Reader) -> None:
    page = _article(reader)
    page.locator(".bar a").first.click()
    target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.locator(f"[id='{target}']").is_visible()
    assert "384 civils" in page.locator("h1").inner_text()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_article_and_two_side_by_side_are_fit_for_all(browser: Browser, served: str, width: int, theme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if theme == "dark" else "light", locale="fr-FR"
    )
    reader = reader_of(context, served)
    page = _article(reader)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    for _ in range(2):
        found = Axe().run(page, options={"runOnly": WCAG})
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        beside = page.locator("a[href*='/lineage/']")
        if beside.count():
            reader.open(beside.first.get_attribute("href") or "")
    assert reader.faults == []
    assert reader.foreign == []
    context.close()
