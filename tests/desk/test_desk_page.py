"""docs/desk.md names every view and every key that the desk has, and none that it has not."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from recoupe.desk.pages import PAGES

PAGE = (Path(__file__).parents[2] / "docs" / "desk.md").read_text(encoding="utf-8")
_FRAME = {"/", "/api/v1/docs", "/api/v1/openapi.json", "/login", "/review/new"}


def test_every_view_is_described_and_every_described_one_is_there() -> None:
    served = {
        re.sub(r"\{[a-z]+\}", "ID", route.path)
        for page in PAGES
        for route in page.router.routes
        if "GET" in route.methods and not re.search(r"\.[a-z{]|/map/|citation", route.path)
    }
    described = set(re.findall(r"`(/[a-zA-Z/]+)`", PAGE.partition("## Judging")[0]))
    described = {re.sub(r"/(?:A|B)\b", "/ID", address) for address in described}
    assert described - {"/api/v1/changes"} == served - _FRAME


def test_every_key_is_described() -> None:
    templates = Path(str(files("recoupe.desk"))) / "templates"
    pressed = {
        key
        for path in templates.glob("review*.html")
        for key in re.findall(r"""(?:data-key(?:-too)?="|key\(["'])([^"'{]+)["']""", path.read_text(encoding="utf-8"))
    }
    described = re.findall(r"^\| `([^`]+)`(?:, `([^`]+)`)? \|", PAGE.partition("## Judging")[2], flags=re.MULTILINE)
    named = {"space": " ", "backspace": "Backspace"}
    assert {named.get(key, key) for pair in described for key in pair if key} == pressed
