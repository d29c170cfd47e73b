"""The review page: looking changes nothing, each step is a form, and two who judge one record are told of each other."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import CRISIS, ledger_of, token_of

PAGE = f"/review?crisis={CRISIS}"


def shown(text: str) -> tuple[str, str]:
    """Return the record that a page shows and the number that a judgement of it rests on."""
    form = re.search(r'name="record" value="([0-9a-f]+)"><input type="hidden" name="rests_on" value="(\d*)"', text)
    assert form is not None
    return form[1], form[2]


def send(desk: TestClient, page: str, **fields: str) -> tuple[int, str]:
    """Send the form of a page, with its record as shown unless told otherwise; return the answer."""
    record, rests_on = shown(desk.get(page).text)
    sent = {"token": token_of(desk), "record": record, "rests_on": rests_on, **fields}
    answer = desk.post(page, data=sent)
    return answer.status_code, answer.text


def test_looking_changes_nothing(own_desk: TestClient) -> None:
    path = ledger_of(own_desk).path
    own_desk.get(PAGE)
    rows = [ledger_of(own_desk).crisis(CRISIS).review().progress()]
    before = path.read_bytes()
    for address in (PAGE, f"{PAGE}&state=all&of=event", f"/review.csv?crisis={CRISIS}", f"{PAGE}&state=second"):
        assert own_desk.get(address).status_code == 200
    rows.append(ledger_of(own_desk).crisis(CRISIS).review().progress())
    assert path.read_bytes() == before
    assert rows[0] == rows[1]


def test_what_is_told_differently_comes_first_with_its_evidence(desk: TestClient) -> None:
    page = desk.get(PAGE).text
    first = page.index("en litige")
    assert first < page.index("À suivre")
    assert "<mark>8.000</mark>" in page
    assert "hedges:at_least" in page


def test_to_accept_goes_on_to_the_next_record(own_desk: TestClient) -> None:
    record, _ = shown(own_desk.get(PAGE).text)
    status, after = send(own_desk, PAGE, verdict="accept")
    assert status == 200
    assert shown(after)[0] != record
    assert "1 sur" in after
    standing = ledger_of(own_desk).reviews.standing(record)
    assert standing is not None
    assert standing.names == ("local",)
    assert shown(own_desk.get(PAGE).text)[0] != record


def test_without_a_reason_nothing_is_rejected_or_corrected(own_desk: TestClient) -> None:
    record, _ = shown(own_desk.get(PAGE).text)
    for fields in ({"verdict": "reject"}, {"verdict": "correct", "f.kind": "killed"}, {"verdict": "explode"}):
        status, page = send(own_desk, PAGE, **fields)
        assert status == 400
        assert "RC511" in page
    assert ledger_of(own_desk).reviews.history(record) == ()


def test_the_machines_reading_stays_beside_the_persons(own_desk: TestClient) -> None:
    record, _ = shown(own_desk.get(PAGE).text)
    send(own_desk, PAGE, verdict="correct", reason="le texte dit blessés", **{"f.kind": "injured", "f.place": ""})
    page = own_desk.get(f"{PAGE}&record={record}").text
    row = re.search(r'<tr class="changed"><th scope="row">ce qui est arrivé</th>(.*?)</tr>', page, re.S)
    assert row is not None
    assert re.findall(r"<td>(.*?)</td>", row[1]) == ["<bdi>évacués</bdi>", "<strong>blessés</strong>"]
    assert "le texte dit blessés" in page
    assert ledger_of(own_desk).explain(record).record.kind == "evacuated"  # type: ignore[union-attr]


def test_two_who_judge_one_record_are_shown_both(own_desk: TestClient) -> None:
    """The second one's words are kept in the form, not in the ledger."""
    record, rests_on = shown(own_desk.get(PAGE).text)
    ledger_of(own_desk).reviews.judge(record, "reject", by="Ana", reason="ce n'est pas un chiffre")
    sent = {"record": record, "rests_on": rests_on, "verdict": "correct", "reason": "blessés", "f.kind": "injured"}
    answer = own_desk.post(PAGE, data={**sent, "token": token_of(own_desk)})
    assert answer.status_code == 409
    for words in ("Ana", "ce n&#39;est pas un chiffre", "blessés", "n&#39;a pas été gardé"):
        assert words in answer.text
    assert [row.by for row in ledger_of(own_desk).reviews.history(record)] == ["Ana"]
    assert shown(answer.text)[1] == "1"


def test_one_takes_back_the_own_last_judgement(own_desk: TestClient) -> None:
    record, _ = shown(own_desk.get(PAGE).text)
    send(own_desk, PAGE, verdict="accept")
    page = own_desk.get(PAGE).text
    assert 'data-key="Backspace"' in page
    rests = re.search(r'class="last">.*?name="rests_on" value="(\d+)"', page, re.S)
    assert rests is not None
    status, after = send(own_desk, PAGE, record=record, rests_on=rests[1], verdict="undo")
    assert (status, shown(after)[0]) == (200, record)
    assert "0 sur" in after


def test_a_second_reader_confirms_under_another_name(own_desk: TestClient) -> None:
    """At a desk where nobody logs in, the browser keeps the name."""
    record, _ = shown(own_desk.get(PAGE).text)
    send(own_desk, PAGE, verdict="reject", reason="une année")
    own_desk.post("/review/name", data={"name": "Zoé Ü", "back": PAGE, "token": token_of(own_desk)})
    second = f"{PAGE}&state=second"
    assert shown(own_desk.get(second).text)[0] == record
    assert "Confirmer le rejet" in own_desk.get(second).text
    send(own_desk, second, verdict="confirm")
    standing = ledger_of(own_desk).reviews.standing(record)
    assert standing is not None
    assert (standing.names, standing.readers) == (("local", "Zoé Ü"), "agree")


def _first_says(desk: TestClient, verdict: str, **fields: str) -> str:
    """Judge the first record as Ana and become Zoé; return the record."""
    back = {"back": PAGE, "token": token_of(desk)}
    desk.post("/review/name", data={"name": "Ana", **back})
    record, _ = shown(desk.get(PAGE).text)
    assert send(desk, PAGE, verdict=verdict, **fields)[0] == 200
    desk.post("/review/name", data={"name": "Zoé", **back})
    return record


BLIND = f"{PAGE}&blind=1"


def test_a_blind_second_reader_sees_the_machines_reading_alone(own_desk: TestClient) -> None:
    fields = {"f.kind": "injured", "f.place": "Ailleurs-sur-Mer"}
    record = _first_says(own_desk, "correct", reason="le texte dit blessés", **fields)
    for told in ("Ana", "le texte dit blessés", "Ailleurs-sur-Mer"):
        assert told in own_desk.get(f"{PAGE}&state=second").text
    page = own_desk.get(BLIND).text
    assert shown(page) == (record, "1")
    for told in (
        "Ana",
        "le texte dit blessés",
        "Ailleurs-sur-Mer",
        "Confirmer",
        'class="changed"',
        f"/records/{record}",
    ):
        assert told not in page
    assert "<bdi>évacués</bdi>" in page
    assert "hedges:at_least" in page
    (row,) = csv.DictReader(
        io.StringIO(own_desk.get(BLIND.replace("/review", "/review.csv")).content.decode("utf-8-sig"))
    )
    assert (row["record"], row["verdict"], row["by"], row["reason"]) == (record, "", "", "")
    assert "Ana" not in own_desk.get(BLIND.replace("/review", "/review.json")).text


def test_after_a_blind_judgement_both_are_shown_and_another_word_is_a_disagreement(own_desk: TestClient) -> None:
    record = _first_says(own_desk, "reject", reason="une année")
    status, after = send(own_desk, BLIND, verdict="accept")
    assert status == 200
    assert shown(after)[0] == record
    for told in ("Ana", "une année", "c&#39;est un désaccord"):
        assert told in after
    standing = ledger_of(own_desk).reviews.standing(record)
    assert standing is not None
    assert (standing.readers, standing.names) == ("differ", ("Ana", "Zoé"))
    assert shown(own_desk.get(f"{PAGE}&state=differ").text)[0] == record
    assert "Rien dans cette file" in own_desk.get(BLIND).text


def test_a_blind_judgement_that_says_the_same_agrees(own_desk: TestClient) -> None:
    record = _first_says(own_desk, "accept")
    _, after = send(own_desk, BLIND, verdict="accept")
    assert "Vous dites la même chose" in after
    standing = ledger_of(own_desk).reviews.standing(record)
    assert standing is not None
    assert (standing.readers, standing.names) == ("agree", ("Ana", "Zoé"))
    _, undone = send(own_desk, f"{BLIND}&record={record}", verdict="undo")
    assert "Ana" not in undone


def test_a_blind_judgement_that_came_too_late_still_shows_nothing(own_desk: TestClient) -> None:
    record = _first_says(own_desk, "accept")
    _, rests_on = shown(own_desk.get(BLIND).text)
    ledger_of(own_desk).reviews.judge(record, "reject", by="Ana", reason="une année", rests_on=int(rests_on))
    sent = {"record": record, "rests_on": rests_on, "verdict": "reject", "reason": "mon motif"}
    answer = own_desk.post(BLIND, data={**sent, "token": token_of(own_desk)})
    assert answer.status_code == 409
    for told in ("Ana", "une année"):
        assert told not in answer.text
    assert "mon motif" in answer.text
    assert shown(answer.text)[1] == "2"


def test_what_a_person_added_is_not_read_blind(own_desk: TestClient) -> None:
    article = ledger_of(own_desk).articles()[0]
    added = ledger_of(own_desk).reviews.add(
        "figure", article.id, 0, 12, {"kind": "killed", "counted": "people", "low": 3}, by="Ana"
    )
    page = own_desk.get(f"{BLIND}&record={added.record}").text
    assert "ajouté par une personne" in page
    assert "Ana" in page


def test_the_queue_leaves_as_files(desk: TestClient) -> None:
    rows = list(
        csv.DictReader(io.StringIO(desk.get(f"/review.csv?crisis={CRISIS}&of=figure").content.decode("utf-8-sig")))
    )
    assert {row["of"] for row in rows} == {"figure"}
    assert "dispute" in rows[0]["why"]
    assert len(json.loads(desk.get(f"/review.json?crisis={CRISIS}").text)) > len(rows)
    assert desk.get(f"/review.xlsx?crisis={CRISIS}").content.startswith(b"PK")


def test_a_missed_record_is_added_at_its_words(own_desk: TestClient) -> None:
    article = ledger_of(own_desk).articles()[0].id
    page = f"/review/new?crisis={CRISIS}&article={article}"
    assert own_desk.get(page).status_code == 200
    text = ledger_of(own_desk).article(article).article.text
    sent = {"token": token_of(own_desk), "words": text[:12], "f.kind": "killed", "f.counted": "people", "f.low": "3"}
    assert own_desk.post(page, data={**sent, "words": "pas dans le texte"}).status_code == 400
    added = own_desk.post(page, data=sent)
    assert added.status_code == 200
    assert shown(added.text)[1] == "1"
    assert own_desk.post(page, data=sent).status_code == 409
    assert "1 ajouté" in own_desk.get(PAGE).text


@pytest.mark.parametrize("address", ["&of=rumour", "&state=lost", "&record=0000", "x"])
def test_what_there_is_not_is_said(desk: TestClient, address: str) -> None:
    assert desk.get(PAGE + address).status_code in (400, 404)


def test_words_of_people_are_shown_as_text(own_desk: TestClient) -> None:
    record, _ = shown(own_desk.get(PAGE).text)
    send(own_desk, PAGE, verdict="reject", reason="<script>alert(1)</script>=1+1")
    page = own_desk.get(f"{PAGE}&record={record}&state=all").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_empty_ledger_has_nothing_to_judge(empty_desk: TestClient) -> None:
    assert empty_desk.get("/review").status_code == 200
