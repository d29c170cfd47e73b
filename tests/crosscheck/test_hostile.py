"""Whatever a crisis is made of, laying it over itself raises nothing, and all that is found stands where it says."""

from __future__ import annotations

import json
import os
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.test_hostile import DAYS, TEXTS

from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import crosscheck, digest
from recoupe.model.account import Account, Dossier
from recoupe.model.article import Article, Raw
from recoupe.model.crosscheck import PARTS, Crosscheck
from recoupe.model.digest import Digest
from recoupe.model.judgement import Judgement, NameOf
from recoupe.model.skipped import Skipped
from recoupe.parse.article import parse
from recoupe.show.findings import PARTS_SHOWN, names_of, rows_of
from recoupe.store.ids import event_id, figure_id, statement_id
from recoupe.store.plain import plain, record_of

EXAMPLES = int(os.environ.get("RECOUPE_HOSTILE_EXAMPLES", "120")) // 4
Document = tuple[str, str | None, str | None]
"""A text, its day and its publisher."""

NOTICES = st.sampled_from(["", "", "Annulation : ", "L'AFP annule sa dépêche. ", "Prière de ne pas tenir compte. "])
NEWS = st.tuples(NOTICES, TEXTS).map("".join)
PUBLISHERS = st.sampled_from([None, "AFP", "Le Soir"])
NAMES = st.sampled_from(
    [
        "Goma",
        "police",
        "OVR",
        "Organisation des veilleurs de rue",
        "Tchad",
        "\x00",
        "É",
        "e\u0301",
        "a" * 10_000,
        "Lé-\u202e",
    ]
)
JUDGEMENTS = st.builds(
    lambda of, one, other, same, at: Judgement(of=of, one=one, other=other, same=same, by="A. B.", at=at, why="?"),
    st.sampled_from(NameOf), NAMES, NAMES, st.booleans(), st.sampled_from(["2024-01-01T00:00:00Z", "2024-01-02"]),
).filter(lambda judged: judged.one != judged.other)  # fmt: skip


@st.composite
def crises(draw: st.DrawFn) -> tuple[list[Document], list[Judgement]]:
    """Draw some texts, each perhaps with a copy, a part or a longer telling of it in another paper or on another day."""
    documents: list[Document] = []
    for text in draw(st.lists(NEWS, min_size=1, max_size=3)):
        documents.append((text, draw(DAYS), draw(PUBLISHERS)))
        if draw(st.booleans()):
            cut = draw(st.integers(0, len(text)))
            again = draw(st.sampled_from([text, text[:cut], text[cut:], f"{text}\n{documents[0][0]}"]))
            documents.append((again, draw(DAYS), draw(PUBLISHERS)))
    return documents, draw(st.lists(JUDGEMENTS, max_size=5))


def dossier(documents: list[Document], judgements: list[Judgement], gazetteer: Gazetteer) -> Dossier:
    """Return the dossier of all documents that can be read."""
    accounts: dict[str, Account] = {}
    for text, day, publisher in documents:
        data = text.encode("utf-8", "surrogatepass")
        raw = Raw(
            name="a.txt", origin="a", data=data, media="text", language="fr", published=day, publisher=publisher
        )  # fmt: skip
        article = parse(raw)
        if isinstance(article, Skipped):
            continue
        found, id = digest(article, gazetteer), article.id
        accounts[id] = Account(
            article=found.article,
            figures={figure_id(id, one): one for one in found.figures},
            statements={statement_id(id, one): one for one in found.statements},
            events={event_id(id, one): one for one in found.events},
            moments=found.moments,
            places=found.places,
        )
    return Dossier(
        crisis="essai", accounts=tuple(accounts[id] for id in sorted(accounts)), judgements=tuple(judgements)
    )


def written(found: Crosscheck) -> dict[str, Any]:
    return {part: [plain(one) for one in getattr(found, part)] for part in PARTS}


def once(ids: list[str]) -> bool:
    return len(ids) == len(set(ids))


def hold(laid: Dossier, found: Crosscheck) -> None:
    """Refuse a finding that leads nowhere, or that counts anything twice."""
    texts = {account.article.id: account.article.text for account in laid.accounts}
    article_of = {
        id: account.article.id
        for account in laid.accounts
        for id in (*account.figures, *account.statements, *account.events)
    }
    records = set(article_of)
    for passage in found.passages:
        assert passage.article_a < passage.article_b
        for article, span in ((passage.article_a, passage.span_a), (passage.article_b, passage.span_b)):
            assert span.start < span.end <= len(texts[article])
            assert span.of(texts[article]) == span.of(texts[article]).strip()
    assert sorted(dating.article for dating in found.datings) == sorted(texts)
    assert all(one.earliest is None or one.latest is None or one.earliest <= one.latest for one in found.datings)
    assert {one.record for one in found.origins} == records
    assert all({one.record} <= set(one.members) <= records for one in found.origins)
    for toll in found.series:
        counted = [id for step in toll.steps for id in step.figures]
        assert once(counted)
        assert {*counted, *toll.parts, *toll.beside} <= records
        for step in toll.steps:
            assert once(list(step.articles))
            assert set(step.articles) == {article_of[id] for id in step.figures}
            assert 1 <= len(step.origins) == len(set(step.origins))
    assert once([one.id for one in found.series])
    assert once([one.id for one in found.disputes])
    for dispute in found.disputes:
        assert len(dispute.positions) > 1
        assert all(one.statements or one.figures for one in dispute.positions)
        assert {id for one in dispute.positions for id in (*one.statements, *one.figures)} <= records
    assert all({one.a, one.b} <= records and one.a != one.b for one in found.agreements)
    assert once(["|".join(sorted((one.a, one.b))) for one in found.agreements])
    assert once([id for one in found.happenings for id in one.tellings])
    assert {id for one in found.happenings for id in one.tellings} <= records
    for entry in found.timeline:
        assert set(entry.records) <= records
        assert set(entry.disputes) <= {one.id for one in found.disputes}
        # `2024-03` covers the days of its month
        assert entry.until is None or entry.day <= f"{entry.until}~"


@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(crisis=crises())
@example(crisis=([(f"Le {day} mai, {day} morts à Goma, selon la police.", None, None) for day in range(1, 9)], []))
@example(crisis=([("« Douze morts. »" * 40, "9999-12-31", "AFP"), ("« Douze morts. »" * 40, None, None)], []))
@example(crisis=([("9" * 400 + " morts à Goma, selon la police.", day, day) for day in ("0001-01-01", None)], []))
def test_any_crisis_is_checked_and_its_findings_stand_where_they_say(
    gazetteer: Gazetteer, crisis: tuple[list[Document], list[Judgement]]
) -> None:
    """Mangled texts, copies of them, days at the ends of the calendar, judgements that contradict each other: no error;
    neither the order of the judgements nor what was compared before changes a finding; and all of it can be kept."""

    def read(article: Article) -> Digest:
        return digest(article, gazetteer)

    documents, judgements = crisis
    laid = dossier(documents, judgements, gazetteer)
    found, pairs = crosscheck(laid, read)
    hold(laid, found)
    told = written(found)
    turned = dossier(documents[::-1], judgements[::-1], gazetteer) if once([one[0] for one in documents]) else laid
    assert written(crosscheck(turned, read)[0]) == told
    assert written(crosscheck(laid, read, pairs)[0]) == told
    fewer = Dossier(crisis="essai", accounts=laid.accounts[1:], judgements=laid.judgements)
    assert written(crosscheck(laid, read, crosscheck(fewer, read)[1])[0]) == told
    for part, kind in PARTS.items():
        assert [plain(record_of(kind, json.loads(json.dumps(one)))) for one in told[part]] == told[part]
    names = names_of(laid)
    for part in PARTS_SHOWN:
        json.dumps(rows_of(part, found, names), allow_nan=False)
