"""Who says what: claims and speakers, one wire text one voice, reasons as sentences, and nobody said to be right."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

from fastapi.testclient import TestClient
from tests.desk.test_article_page import tamper

from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dispute import Dispute, DisputeKind, Position
from recoupe.model.origin import Origin
from recoupe.model.series import Agreement, Verdict
from recoupe.show.bonds import Bonds
from recoupe.show.voices import counts, matters, outlines
from recoupe.store.quotes import Quote


def quote(id: str, low: int, *, who: str | None = None, article: str = "a", modality: str = "reported") -> Quote:
    return Quote(
        id=id, of="figure", article=f"{article}.txt", article_id=article, publisher=None, published="2024-03-05", start=0,
        end=2, text=str(low), words=str(low), anchored=True, who=who, place="Port-Clair", modality=modality, kind="killed",
        counted="people", low=low, high=low, qualifier="exact",
    )  # fmt: skip


def pair(a: str, b: str, verdict: Verdict = Verdict.COMPATIBLE) -> Agreement:
    return Agreement(a=a, b=b, verdict=verdict, reasons=(f"{a} and {b}",))


def origin(record: str, name: str, *members: str) -> Origin:
    return Origin(record=record, origin=name, members=members or (record,), why=())


def test_a_dispute_is_a_table_of_claims_and_speakers(desk: TestClient) -> None:
    page = desk.get("/voices?show=disputes").text
    table = page[page.index("Combien de personnes") :]
    table = unescape(table[: table.index("</table>")])
    heads = re.findall(r'<th scope="col">([^<]+)</th>', table)
    assert heads[1:] == ["Abou Zakwan al-Helou", "une source gouvernementale"]
    assert "Pas plus de 2.000" in table, "the hedge stands beside the number"
    assert "≥ 10\u202f000" in table, "a hedge behind its number shows in the interval"


def test_each_cell_opens_its_words_and_where_they_stand(desk: TestClient) -> None:
    page = desk.get("/voices?show=disputes").text
    link = re.search(r'href="(/articles/[^"#]+)#(c\d+-\d+)"', page)
    assert link
    assert f'id="{link[2]}"' in desk.get(unescape(link[1])).text


def test_why_figures_conflict_is_said_in_sentences(desk: TestClient) -> None:
    page = desk.get("/voices?show=conflicts").text
    assert "est rapporté, 52" in page
    assert "démenti" in page, "a number that is denied is a claim of its own"


def test_what_one_source_says_is_one_voice_whoever_prints_it() -> None:
    figures = {id: quote(id, 12, who="la préfecture", article=id) for id in "abc"}
    found = Crosscheck(
        crisis="x",
        agreements=(pair("a", "b"), pair("b", "c")),
        origins=(origin("a", "wire", "a", "b"), origin("b", "wire", "a", "b"), origin("c", "own")),
    )
    bonds = Bonds(found)
    [matter] = matters(outlines(bonds), bonds, figures)
    [claim] = matter.claims
    voices = claim.said["la préfecture"]
    assert [voice.articles for voice in voices] == [("a", "b", "c")]


def test_a_number_told_and_the_same_number_denied_are_two_claims() -> None:
    figures = {"a": quote("a", 52, who="X"), "b": quote("b", 52, who="Y", modality="denied")}
    bonds = Bonds(Crosscheck(crisis="x", agreements=(pair("a", "b", Verdict.CONFLICT),)))
    [matter] = matters(outlines(bonds), bonds, figures)
    assert [(claim.value, claim.modality, list(claim.said)) for claim in matter.claims] == [
        ("52", "reported", ["X"]),
        ("52", "denied", ["Y"]),
    ]
    assert (matter.kind, matter.against) == ("conflict", ("a and b",))


def test_a_conflict_that_a_dispute_tells_is_not_told_twice() -> None:
    positions = tuple(Position(speaker=id, says=id, statements=(), figures=(id,), origins=(id,)) for id in ("a", "b"))
    dispute = Dispute(id="d", kind=DisputeKind.HOW_MANY, question="Combien ?", positions=positions, why=())
    bonds = Bonds(
        Crosscheck(crisis="x", disputes=(dispute,), agreements=(pair("a", "b", Verdict.CONFLICT), pair("e", "f")))
    )
    assert [one.id for one in outlines(bonds)] == ["d", "e"]
    assert [one.id for one in outlines(bonds, "conflicts")] == ["d"]


def test_a_dispute_has_an_address(desk: TestClient) -> None:
    [first, *_] = json.loads(desk.get("/voices.json?show=disputes").text)
    page = desk.get(f"/voices?dispute={first['matter']}").text
    assert page.count('class="matter"') == 1
    assert desk.get("/voices?dispute=none").status_code == 404
    assert desk.get("/voices?show=none").status_code == 400


def test_words_that_are_no_longer_there_are_said_to_be_lost(own_desk: TestClient, tmp_path: Path) -> None:
    assert "ancrage perdu" not in own_desk.get("/voices").text
    tamper(tmp_path / "ledger.sqlite", "UPDATE article SET text = replace(text, '2.000', '9.999')")
    page = own_desk.get("/voices?show=disputes").text
    assert "ancrage perdu" in page
    assert "9.999" not in page
    rows = json.loads(own_desk.get("/voices.json?show=disputes").text)
    assert [row["claim"] for row in rows if not row["anchored"]] == ["2.000"]


def test_a_disputed_entry_leads_to_its_dispute(desk: TestClient) -> None:
    page = desk.get("/timeline?disputed=true").text
    link = re.search(r'href="(/voices\?[^"#]*dispute=[^"#]+)#(d-[0-9a-f]+)"', page)
    assert link
    assert f'id="{link[2]}"' in desk.get(link[1]).text
    rows = json.loads(desk.get("/timeline.json?disputed=true").text)
    assert rows and all(row["disputes"] for row in rows)


def test_a_voice_is_counted_in_every_article_that_carries_it() -> None:
    found = Crosscheck(
        crisis="c",
        agreements=(pair("f1", "f2"),),
        origins=(origin("f1", "o1", "f1", "f3"), origin("f2", "o2"), origin("f3", "o1", "f1", "f3")),
    )
    bonds = Bonds(found)
    outline = outlines(bonds)[0]
    words = {
        "f1": quote("f1", 14, who="préfecture"), "f2": quote("f2", 23, who="mairie", article="b"),
        "f3": quote("f3", 14, who="préfecture", article="copy"),
    }  # fmt: skip
    assert set(outline.told(bonds)) == {"f1", "f2", "f3"}
    claims = matters([outline], bonds, words)[0].claims
    [voice] = claims[0].said["préfecture"]
    assert voice.articles == ("a", "copy")


def test_what_a_dispute_tells_is_not_called_compatible_beside_it() -> None:
    sides = [
        Position(speaker=who, says=who, statements=(), figures=(id,), origins=())
        for who, id in (("A", "f1"), ("B", "f2"))
    ]
    dispute = Dispute(id="d", kind=DisputeKind.HOW_MANY, question="?", positions=tuple(sides), why=())
    found = Crosscheck(
        crisis="c",
        disputes=(dispute,),
        agreements=(pair("f1", "f2", Verdict.CONFLICT), pair("f0", "f1"), pair("f0", "f2"), pair("f8", "f9")),
    )
    bonds = Bonds(found)
    assert [one.id for one in outlines(bonds)] == ["d", "f8"]
    assert [one.id for one in outlines(bonds, "conflicts")] == ["d"], (
        "a conflict that a dispute tells is one all the same"
    )
    assert counts(bonds) == {"disputes": 1, "conflicts": 1, "agreements": 1}


def test_a_sources_own_correction_is_no_conflict_of_accounts() -> None:
    why = "mairie itself gives the lower number later: a correction, or a conflict with what it said"
    fell = Agreement(a="f1", b="f2", verdict=Verdict.CONFLICT, reasons=(why,))
    words = {"f1": quote("f1", 52, who="mairie"), "f2": quote("f2", 47, who="mairie")}
    bonds = Bonds(Crosscheck(crisis="c", agreements=(fell,)))
    assert [one.kind for one in matters(outlines(bonds), bonds, words)] == ["corrected"]
    other = Agreement(a="f2", b="f3", verdict=Verdict.CONFLICT, reasons=("they do not count the same",))
    bonds = Bonds(Crosscheck(crisis="c", agreements=(fell, other)))
    assert [one.kind for one in matters(outlines(bonds), bonds, words)] == ["conflict"]
