"""What went wrong is said in the reader's language on pages, and in English to programs; every detail is known."""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS, token_of

import recoupe.errors
from recoupe.catalogue import Catalogue
from recoupe.desk.told import refusal_told, told
from recoupe.errors import ReviewConflict, ValueUnknown
from recoupe.show.saying import fault_said

ROOT = Path(str(files("recoupe")))
OF_A_SHELL = {"LexiconBroken", "DeskRefused", "PeopleMissing"}
"""Errors of commands, which no page meets."""
FRENCH = Catalogue.of("fr")


def _raised() -> Iterator[tuple[str, ast.Call]]:
    """Yield each error that what lies under the desk makes, by where it is made."""
    kinds = {name for name, one in vars(recoupe.errors).items() if isinstance(one, type)} | {
        "HTTPException",
        "_NoAreas",
    }
    for folder in ("desk", "ledger", "store", "show", "model"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if path.is_relative_to(ROOT / "desk" / "api"):
                # programs are answered in English
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def _samples(node: ast.expr, blank: str) -> list[str]:
    """Return what an expression of words can say, with something in its blanks; nothing for what others say."""
    match node:
        case ast.Constant(value=str(words)):
            return [words]
        case ast.JoinedStr(values=parts):
            told = [""]
            for part in parts:
                some = _samples(getattr(part, "value", part) if isinstance(part, ast.FormattedValue) else part, blank)
                told = [one + more for one in told for more in some or [blank]]
            return told
        case ast.BinOp(left=left, right=right):
            return [
                one + more for one in _samples(left, blank) or [blank] for more in _samples(right, blank) or [blank]
            ]
        case ast.IfExp(body=body, orelse=other):
            return [*_samples(body, blank), *_samples(other, blank)]
    return []


def _details() -> list[tuple[str, tuple[str, ...]]]:
    """Return what details can say, each in two ways, by where they are said."""
    found = []
    for at, call in _raised():
        named = {one.arg: one.value for one in call.keywords}
        said = call.args[0:1] if getattr(call.func, "id", "") == "_NoAreas" else call.args[1:2]
        for node in [*said, *([named["detail"]] if "detail" in named else [])]:
            ways = zip(*(_samples(node, blank) for blank in ("12", "reject")), strict=True)
            found += [(at, some) for some in ways if re.search("[A-Za-z]{2}", some[0])]
    return found


def test_every_detail_of_an_error_can_be_said_in_french() -> None:
    details = _details()
    assert len(details) > 60
    of_shell = ("desk/serving.py", "store/writer.py", "show/table.py")
    unknown = [
        (at, some) for at, some in details
        if not at.startswith(of_shell) and all(fault_said(one, "fr").language != "fr" for one in some)
    ]  # fmt: skip
    # the words of a record that does not stand where it should are the text's own
    assert [one for one in unknown if not one[0].startswith("store/reader.py")] == []


def test_every_error_that_a_page_can_meet_has_its_words() -> None:
    met = {call.func.id for _, call in _raised() if isinstance(call.func, ast.Name)} - {"HTTPException", "_NoAreas"}
    met -= OF_A_SHELL
    assert {"NotInLedger", "ValueUnknown", "PeopleUnreadable", "LedgerUnwritable"} <= met
    codes = {getattr(recoupe.errors, name).code for name in met}
    assert sorted(code for code in codes if f"faults.says.{code}" not in FRENCH.words) == []
    for name in met:
        one = getattr(recoupe.errors, name)
        assert Catalogue.of("en").words[f"faults.says.{one.code}"] == one.says


def test_an_error_of_no_page_is_still_said() -> None:
    error = recoupe.errors.CacheUnusable("/tmp/x", "what the system says")
    assert told(error, FRENCH).startswith("RC203 /tmp/x")
    assert "quelque chose a échoué (what the system says)" in told(error, FRENCH)


def test_a_field_has_its_name_and_its_value() -> None:
    error = ValueUnknown("qualifier about", "one of a, b")
    assert told(error, FRENCH).startswith("RC511 réserve « about » : cette valeur n'est pas admise (au choix : a, b).")
    assert told(error, Catalogue.of("en")).startswith("RC511 hedge “about”: no such value (one of a, b).")
    moved = told(ReviewConflict("abc", "Ana added it at 2026-11-22T10:00:00Z"), FRENCH)
    assert "Ana l'a ajouté le 22 nov. 2026 10:00" in moved


def test_what_nobody_wrote_is_said_without_its_words() -> None:
    assert refusal_told("I'm a teapot", FRENCH) == "Cela n'est pas possible ici."


def _message(text: str) -> str:
    """Return what a page says went wrong."""
    alert = re.search(r'role="alert">(.*?)</', text, re.S)
    fault = re.search(r"<h1>.*?</h1>\s*<p>(.*?)</p>", text, re.S)
    found = alert or fault
    assert found is not None, text
    return html.unescape(found[1]).strip()


ENGLISH = re.compile(
    r"\b(the|no such|one of|such as|has|is|nothing|try|not|found|input|should|whoever|somebody)\b", re.I
)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (f"/review?crisis={CRISIS}&of=rumour", "au choix : figure, statement, event"),
        (f"/review?crisis={CRISIS}&state=lost", "au choix"),
        (f"/review?crisis={CRISIS}&record=0000", "rien dans le registre n'a cet identifiant"),
        ("/review?crisis=nowhere", "aucune crise de ce nom"),
        ("/figures?as_of=hier", "ce n'est pas un jour"),
        ("/figures?kind=explode", "ce qui est arrivé « explode »"),
        ("/figures?sort=colour", "au choix"),
        ("/records/zzzz", "rien dans le registre"),
        ("/articles/rien", "rien dans le registre"),
        (f"/timeline?crisis={CRISIS}&month=juin", "par exemple 2016-12"),
        (f"/timeline?crisis={CRISIS}&page=0", "« page » ne peut pas"),
        (f"/map?crisis={CRISIS}&of=nothing", "« of » est, au choix : all"),
        (f"/voices?crisis={CRISIS}&dispute=none", "aucun désaccord de la crise"),
        (f"/lineage/none/none?crisis={CRISIS}", "rien dans le registre"),
        (f"/changes?crisis={CRISIS}&check=99999", "aucun recoupement"),
        ("/review/new", "« article » manque"),
        ("/people", "une personne seule"),
        ("/nowhere", "pas de page à cette adresse"),
    ],
)
def test_a_page_says_it_in_french(desk: TestClient, address: str, says: str) -> None:
    answer = desk.get(address)
    assert answer.status_code >= 400
    message = _message(answer.text)
    assert says in message
    assert ENGLISH.search(message) is None


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"verdict": "reject"}, "le motif : cette valeur n'est pas admise (qui rejette dit pourquoi)"),
        ({"verdict": "correct", "reason": "x"}, "elle change au moins un champ"),
        ({"verdict": "correct", "reason": "x", "f.low": "many"}, "de (bas) « many »"),
        ({"verdict": "correct", "reason": "x", "f.low": "9", "f.high": "2"}, "de 9 à 2"),
        ({"verdict": "correct", "reason": "x", "f.since": "hier"}, "depuis « hier »"),
        ({"verdict": "undo"}, "rien n'en a été jugé"),
        ({"verdict": "explode"}, "le verdict « explode »"),
    ],
)
def test_a_judgement_that_cannot_be_kept_is_refused_in_french(
    own_desk: TestClient, sent: dict[str, str], says: str
) -> None:
    page = own_desk.get(f"/review?crisis={CRISIS}&of=figure").text
    record = re.search(r'name="record" value="([0-9a-f]+)"', page)
    assert record is not None
    whole = {"token": token_of(own_desk), "record": record[1], "rests_on": "", **sent}
    message = _message(own_desk.post(f"/review?crisis={CRISIS}&of=figure", data=whole).text)
    assert says in message
    assert ENGLISH.search(message) is None


def test_the_same_is_said_in_english_and_to_programs_as_ever(desk: TestClient) -> None:
    english = desk.get("/figures?kind=explode&lang=en")
    assert "no such value (one of " in html.unescape(english.text)
    assert desk.get("/figures?as_of=hier&lang=en").text.count("is no day") == 1
    for address in ("/api/v1/figures?sort=colour", "/figures.csv?sort=colour"):
        problem = desk.get(address, headers={"accept-language": "fr"}).json()
        assert problem["detail"].startswith("RC511 sort colour: no such value (one of ")


def test_a_form_from_elsewhere_is_refused_in_french(own_desk: TestClient) -> None:
    assert "ce formulaire ne vient pas" in _message(own_desk.post("/preferences", data={"theme": "dark"}).text)
    foreign = own_desk.post("/preferences", data={}, headers={"origin": "https://example.org"})
    assert _message(foreign.text) == "ceci vient d'un autre site"
