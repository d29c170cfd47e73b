"""The review in a real browser, with the keyboard alone: accept, reject, correct, skip, back, take back, help."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Dialog, Page, expect
from tests.browser.conftest import Reader, reader_of

from recoupe.ledger import Ledger

RECORD = "#case a.id"
CORRECT = "details.correct"


def record(page: Page) -> str:
    return page.locator(RECORD).inner_text()


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page, and wait for it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_a_queue_is_judged_with_the_keyboard(own_reader: Reader) -> None:
    page = own_reader.open("/review")
    first = record(page)
    press(page, "a")
    second = record(page)
    assert second != first
    page.keyboard.press("x")
    expect(page.locator("input[name=reason]").first).to_be_focused()
    # keys are letters while one writes
    page.keyboard.type("axe jk ?")
    assert record(page) == second
    press(page, "Enter")
    third = record(page)
    assert third not in (first, second)
    page.keyboard.press("e")
    expect(page.locator(CORRECT)).to_have_attribute("open", "")
    page.locator(f"{CORRECT} select[name='f.kind']").select_option("other")
    page.locator(f"{CORRECT} input[name=reason]").fill("autre chose")
    press(page, "Enter")
    fourth = record(page)
    press(page, "Space")
    fifth = record(page)
    press(page, "k")
    assert record(page) == fourth
    press(page, "j")
    assert record(page) == fifth
    expect(page.locator(".done")).to_contain_text("3 sur")
    press(page, "Backspace")
    assert record(page) == third
    expect(page.locator(".done")).to_contain_text("2 sur")
    page.keyboard.press("?")
    expect(page.locator("details.keys dl")).to_be_visible()
    press(page, "o")
    assert "/articles/" in page.url
    assert own_reader.faults == []
    assert own_reader.foreign == []


def test_it_goes_on_where_one_was(own_reader: Reader) -> None:
    """Nothing is kept of looking: what is not judged is what comes."""
    page = own_reader.open("/review")
    first = record(page)
    press(page, "Space")
    assert record(own_reader.open("/review")) == first
    press(page, "a")
    assert record(own_reader.open("/review")) != first


def test_two_at_one_record_see_both_versions(browser: Browser, own_served: str) -> None:
    contexts = [browser.new_context(locale="fr-FR") for _ in range(2)]
    one, other = (reader_of(context, own_served).page for context in contexts)
    for page, name in ((one, "Ana"), (other, "Ben")):
        page.goto(f"{own_served}/review")
        page.locator("input[name=name]").fill(name)
        with page.expect_navigation():
            page.locator("input[name=name]").press("Enter")
    assert record(one) == record(other)
    press(one, "a")
    other.keyboard.press("x")
    other.keyboard.type("une année, pas un bilan")
    press(other, "Enter")
    said = other.locator("[role=alert]")
    expect(said).to_contain_text(re.compile("Ana.*accepté", re.S))
    expect(said).to_contain_text("une année, pas un bilan")
    # one's words are still there, and can be sent on what stands now
    expect(other.locator("form input[name=reason]").first).to_have_value("une année, pas un bilan")
    press(other, "x")
    other.goto(f"{own_served}/review?state=differ")
    expect(other.locator(".history")).to_contain_text("une année, pas un bilan")
    for context in contexts:
        context.close()


def test_a_correction_that_is_not_sent_is_asked_about(own_reader: Reader) -> None:
    """Only while a form is changed; whoever stays goes on as before."""
    page = own_reader.open("/review")
    first, asked = record(page), []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    press(page, "j")
    press(page, "k")
    assert asked == []
    page.keyboard.press("e")
    kind = page.locator(f"{CORRECT} select[name='f.kind']")
    kind.select_option("other")
    page.locator(f"{CORRECT} input[name=reason]").fill("autre chose")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert record(page) == first
    expect(kind).to_have_value("other")
    # another judgement of the same record would lose it, too; then the correction itself can still be sent
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload", "beforeunload"]
    with page.expect_navigation():
        page.locator(f"{CORRECT} button[value=correct]").click()
    assert len(asked) == 2
    expect(page.locator(".done")).to_contain_text("1 sur")


def test_it_is_judged_without_scripts(browser: Browser, own_served: str, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = reader_of(context, own_served).page
    page.goto(f"{own_served}/review?of=statement")
    first = record(page)
    page.locator("#case input[name=reason]").first.fill("nobody said that")
    page.get_by_role("button", name=re.compile("^Reject")).click()
    assert record(page) != first
    context.close()
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        (standing,) = ledger.reviews.all().values()
    assert (standing.verdict, standing.record[:8]) == ("reject", first)
