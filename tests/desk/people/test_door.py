"""Who comes in: nobody without a name where there are people, no other site, no reader who changes things, no guesser."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS, token_of

from recoupe.desk.app import create_app
from recoupe.desk.people.attempts import Attempts
from recoupe.desk.people.book import PeopleBook, Role
from recoupe.desk.people.door import LOOPBACK, Keys
from recoupe.desk.serving import keys_for
from recoupe.errors import PeopleMissing, PeopleUnreadable, ValueUnknown
from recoupe.ledger import Ledger

WORD = "correct horse battery"


@pytest.fixture
def book(tmp_path: Path) -> PeopleBook:
    found = PeopleBook.beside(tmp_path / "ledger.sqlite")
    found.add("Awa", Role.ADMIN, WORD)
    found.add("Luc", Role.READER, WORD)
    return found


@pytest.fixture
def guarded_desk(sample_ledger: Path, book: PeopleBook) -> Iterator[TestClient]:
    keys = Keys(people=book, secret=book.secret())
    with Ledger.open(sample_ledger) as ledger, TestClient(create_app(ledger, keys)) as client:
        yield client


def _log_in(client: TestClient, name: str, password: str = WORD) -> int:
    sent = {"name": name, "password": password, "token": token_of(client, "/login"), "back": "/crises.json"}
    return client.post("/login", data=sent, follow_redirects=False).status_code


def test_who_is_not_known_sees_nothing_of_the_ledger(guarded_desk: TestClient) -> None:
    for address in ("/", "/figures", "/nothing", "/crises.csv"):
        page = guarded_desk.get(address)
        assert page.url.path == "/login"
        assert CRISIS not in page.text
    assert guarded_desk.get("/api/v1/crises").status_code == 401
    assert guarded_desk.get("/static/base.css").status_code == 200


def test_a_name_and_its_password_open_the_door_and_going_out_closes_it(guarded_desk: TestClient) -> None:
    assert _log_in(guarded_desk, "Awa", "not the password") == 401
    assert _log_in(guarded_desk, "Awa") == 303
    assert CRISIS in guarded_desk.get("/").text
    guarded_desk.post("/logout", data={"token": token_of(guarded_desk)})
    assert guarded_desk.get("/").url.path == "/login"


def test_programs_send_name_and_password(guarded_desk: TestClient) -> None:
    assert guarded_desk.get("/api/v1/crises", auth=("Luc", WORD)).status_code == 200
    assert guarded_desk.get("/api/v1/crises", auth=("Luc", "wrong")).status_code == 401


def test_another_password_ends_open_sessions(guarded_desk: TestClient, book: PeopleBook) -> None:
    _log_in(guarded_desk, "Awa")
    book.add("Awa", Role.ADMIN, WORD + " staple")
    assert guarded_desk.get("/").url.path == "/login"


def test_readers_change_nothing(guarded_desk: TestClient) -> None:
    _log_in(guarded_desk, "Luc")
    answer = guarded_desk.post("/people", data={"name": "Eve", "token": token_of(guarded_desk)})
    assert answer.status_code == 403
    assert guarded_desk.get("/people").status_code == 403
    assert guarded_desk.post("/preferences", data={"theme": "dark", "token": token_of(guarded_desk)}).status_code == 200


def test_readers_are_offered_nothing_that_they_may_not_do(
    guarded_desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger: Ledger = guarded_desk.app.state.ledger  # type: ignore[attr-defined]
    article = ledger.articles()[0].id
    monkeypatch.setattr("recoupe.ledger.Crisis.stale", lambda crisis: True)
    assert _log_in(guarded_desk, "Luc") == 303
    refused = guarded_desk.get(f"/review/new?crisis={CRISIS}&article={article}")
    assert refused.status_code == 403
    assert "qui lit seulement ne change pas" in refused.text
    assert 'name="words"' not in refused.text
    assert "/review/new" not in guarded_desk.get(f"/review?crisis={CRISIS}").text
    assert 'action="/check"' not in guarded_desk.get(f"/review?crisis={CRISIS}").text
    stale = guarded_desk.get(f"/tolls?crisis={CRISIS}").text
    assert "a changé depuis son dernier recoupement" in stale
    assert "Recouper maintenant" not in stale


def test_admins_say_who_the_people_are(guarded_desk: TestClient, book: PeopleBook) -> None:
    _log_in(guarded_desk, "Awa")
    token = token_of(guarded_desk, "/people")
    guarded_desk.post("/people", data={"name": "Eve", "role": "analyst", "password": WORD, "token": token})
    assert [(one.name, one.role) for one in book.people()] == [("Awa", "admin"), ("Eve", "analyst"), ("Luc", "reader")]
    short = guarded_desk.post("/people", data={"name": "Eve", "role": "analyst", "password": "short", "token": token})
    assert short.status_code == 400
    guarded_desk.post("/people/remove", data={"name": "Luc", "token": token})
    assert guarded_desk.post("/people/remove", data={"name": "Awa", "token": token}).status_code == 400
    assert [one.name for one in book.people()] == ["Awa", "Eve"]


def test_a_form_without_the_token_of_a_page_is_refused(own_desk: TestClient) -> None:
    assert own_desk.post("/preferences", data={"theme": "dark"}).status_code == 403
    assert own_desk.post("/preferences", data={"theme": "dark", "token": "0" * 64}).status_code == 403


def test_what_another_site_sends_is_refused(own_desk: TestClient) -> None:
    sent = {"theme": "dark", "token": token_of(own_desk)}
    for foreign in ({"origin": "https://example.org"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        assert own_desk.post("/preferences", data=sent, headers=foreign).status_code == 403


def test_a_desk_without_login_answers_to_its_own_name_alone(sample_ledger: Path) -> None:
    with Ledger.open(sample_ledger) as ledger:
        client = TestClient(create_app(ledger, Keys(hosts=LOOPBACK)), base_url="http://localhost:8737")
        assert client.get("/").status_code == 200
        assert client.get("/", headers={"host": "rebound.example:8737"}).status_code == 421


def test_a_guesser_waits_longer_each_time() -> None:
    now = 0.0
    attempts = Attempts(clock=lambda: now)
    for _ in range(5):
        assert attempts.wait("name Awa") == 0
        attempts.failed("name Awa")
    assert attempts.wait("name Awa") == 15
    now = 15.0
    assert attempts.wait("name Awa") == 0
    attempts.failed("name Awa")
    assert attempts.wait("name Awa") == 30
    now = 2000.0
    assert attempts.wait("name Awa") == 0


def test_a_guesser_is_told_to_wait(guarded_desk: TestClient) -> None:
    assert [_log_in(guarded_desk, "Awa", "wrong") for _ in range(5)] == [401] * 5
    assert _log_in(guarded_desk, "Awa") == 429


def test_names_are_not_tried_one_after_the_other_behind_a_password_of_ones_own(guarded_desk: TestClient) -> None:
    """Whoever has a password cannot have the failures of an address forgotten with it."""
    tried = []
    for number in range(25):
        if number % 4 == 3:
            _log_in(guarded_desk, "Luc")
            guarded_desk.cookies.clear()
        tried.append(_log_in(guarded_desk, f"name {number}" * 50, "a guess"))
    assert tried[:20] == [401] * 20
    assert set(tried[20:]) == {429}


def test_other_machines_come_in_only_where_there_are_people(sample_ledger: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        assert keys_for(ledger, "127.0.0.1").people is None
        for host in ("0.0.0.0", "::", "192.168.1.7", "desk.example.org"):
            with pytest.raises(PeopleMissing):
                keys_for(ledger, host)
        PeopleBook.beside(ledger.path).add("Awa", Role.ADMIN, WORD)
        assert keys_for(ledger, "0.0.0.0").people is not None
        assert keys_for(ledger, "127.0.0.1").people is not None


def test_the_book_is_for_nobody_else_and_holds_no_password(book: PeopleBook) -> None:
    assert stat.S_IMODE(book.path.stat().st_mode) == 0o600
    assert WORD not in book.path.read_text()
    assert "argon2id" in book.path.read_text()


def test_a_broken_book_lets_nobody_in(guarded_desk: TestClient, book: PeopleBook) -> None:
    _log_in(guarded_desk, "Awa")
    book.path.write_text('{"secret": "x", "people": {"Awa": {"role": "king", "password": ""}}}')
    with pytest.raises(PeopleUnreadable):
        book.people()
    answer = guarded_desk.get("/")
    assert answer.status_code == 500
    assert CRISIS not in answer.text


@pytest.mark.parametrize(
    ("name", "password"), [("", WORD), ("a\nb", WORD), ("a:b", WORD), ("Awa", "short"), ("Awa", "x" * 2000)]
)
def test_names_and_passwords_have_a_length(book: PeopleBook, name: str, password: str) -> None:
    with pytest.raises(ValueUnknown):
        book.add(name, Role.READER, password)
