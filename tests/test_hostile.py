"""Whatever the text, reading it raises nothing, and each record stands where it says."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.local import MEMO
from recoupe.flow import digest
from recoupe.model.article import Article, Raw
from recoupe.model.digest import Digest
from recoupe.model.figure import Figure
from recoupe.model.skipped import Skipped
from recoupe.model.statement import Statement
from recoupe.parse.article import parse
from recoupe.store.ids import figure_content, statement_content
from recoupe.store.writer import check

EXAMPLES = int(os.environ.get("RECOUPE_HOSTILE_EXAMPLES", "120"))

SENTENCES = [
    "Au moins 12 personnes ont été tuées et une trentaine blessées mardi à Goma, selon la police.",
    "« Nous avons tout perdu », a déclaré M. Moussa Diallo, « même les 300 chèvres ».",
    "Le ministre de l'Intérieur a affirmé jeudi que plus de 80 000 habitants seraient évacués d'ici au 27 décembre.",
    "D'après l'Organisation des veilleurs de rue (OVR), 465 civils, dont 62 enfants, ont péri depuis le 15 novembre.",
    "De 2000 à 10 000 réfugiés, soit près de la moitié de la population, auraient fui vers le Tchad.",
    "« Il m'a dit : “Pars !” », raconte-t-elle.",
    "L'OVR en dénombre 142, un chiffre que Paris rejette.",
    "Quelque 2,5 millions d'euros et trois camions de vivres ont été livrés dans la nuit de mardi à mercredi.",
    "Pour ce dernier, un habitant sur trois est sans eau ; il appelle à une trêve.",
    "Il y a dix ans, le 31 février, ou le 99/99/9999, 3 sur 0 étaient morts.",
    "BUJUMBURA, 29 février 2019 (AFP) – Dix morts",
    "Publié le 31/12/9999 à 25h99 | Mis à jour le 00/00/0000",
    "bur-sah/vl/iw",
]
INJECTED = [
    "\n", "\n\n", "\r\n", "\r", "\t", "\x0c", "\x85", "\u2028", "\u00a0", "\u202f", "\u00ad", "\u200b", "\u200f", "\u202e",
    "\ufeff", "\u0301", "\ue000", "😱", "👨‍👩‍👧", "«", "»", "“", "”", '"', "'", "’", "(", ")", "[", "]", "…", "—", "-", ":", ";", ",",
    ".", "%", "€", "°", "1", "000", " mille", " millions", "½", "²", "١٢", "=cmd", "<b>", "&nbsp;", "[/red]", "{0}", "%s", "\\",
    "Ã©", "de ", "dont ", "et ", "selon ", ", selon", " recense", " contre", " juge ", " que ",
    "a-t-il dit", "قتل", "至少", "At least ten died. ", "9" * 40, "\x1b[31m",
]  # fmt: skip
CUT = st.tuples(st.sampled_from(SENTENCES), st.integers(0, 60), st.integers(10, 120)).map(lambda c: c[0][c[1] : c[2]])
STYLES: list[Callable[[str], str]] = [
    str, str, str, str.upper, lambda text: unicodedata.normalize("NFD", text)
]  # fmt: skip
STYLE = st.sampled_from(STYLES)
PIECES = st.one_of(st.sampled_from(SENTENCES), CUT, CUT, st.sampled_from(INJECTED), st.text(max_size=4))
TEXTS = st.tuples(st.lists(PIECES, min_size=1, max_size=14), st.sampled_from(["", " ", " ", "\n"]), STYLE).map(
    lambda parts: parts[2](parts[1].join(parts[0]))
)
DAYS = st.sampled_from([None, "2016-12-08", "2020-02-29T23:59:00+14:00", "0001-01-01", "9999-12-31", "31/02/2020"])


def read(text: str, day: str | None, gazetteer: Gazetteer) -> Digest | None:
    """Return what a text says, None where it is set aside with a reason."""
    data = text.encode("utf-8", "surrogatepass")
    article = parse(Raw(name="a.txt", origin="a.txt", data=data, media="text", language="fr", published=day))
    if isinstance(article, Skipped):
        return None
    assert isinstance(article, Article)
    return digest(article, gazetteer)


@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS, day=DAYS)
@example(text="Environ " + "9" * 400 + " % des habitants ont fui, soit " + "9" * 400 + " personnes.", day=None)
@example(text="« " * 50 + "douze morts" + " »" * 50 + " a dit le maire", day=None)
@example(text="Hier, 3 morts. L'an dernier, 4 morts. Il y a deux mille mois, 5 morts.", day="0001-01-01")
@example(text="Demain, 3 morts. Lundi prochain, 4 morts. Dans deux mille ans, 5 morts.", day="9999-12-31")
@example(text="Il y a 99999999999 jours, dans 99999999999 ans, depuis 99999999999 mois, 12 morts.", day="2016-12-08")
def test_any_text_is_read_and_its_records_stand_where_they_say(
    gazetteer: Gazetteer, text: str, day: str | None
) -> None:
    """Shuffled, cut, glued and salted French: no error, exact words, evidence within the text, the same twice."""
    found = read(text, day, gazetteer)
    if found is None:
        return
    check(found)
    stored = found.article.text
    records: tuple[Figure | Statement, ...] = (*found.figures, *found.statements)
    for record in records:
        assert stored[record.span.start : record.span.end] == record.text
        assert record.text.strip()
        assert record.evidence
        for item in record.evidence:
            assert item.span is None or 0 <= item.span.start <= item.span.end <= len(stored)
    for figure in found.figures:
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert all(value is None or abs(value) < 2**63 for value in (figure.low, figure.high))
    MEMO.clear()
    assert read(text, day, gazetteer) == found


@pytest.mark.parametrize(
    "text",
    [
        "Selon le préfet,",
        "Dix routes sont coupées. D'après les pompiers,",
        "Selon la mairie, trois ponts ont cédé, selon",
        "Le port est fermé ; de source douanière,",
        "Le syndicat demande à Tunis",
        "Mireille Aubin, relations médias, 514 555-0199",
        "Le comité recense",
        "Les grévistes réclament au",
        "La Ligue des pêcheurs en est à",
        "Au port, on en dénombre encore 31,",
        "Le parquet fixe le bilan à 31 morts et",
        "L'ONG Puits sans",
        "Le collectif compte neuf blessés, contre",
    ],
)
def test_a_sentence_that_breaks_off_behind_its_cue_is_read(gazetteer: Gazetteer, text: str) -> None:
    """Nothing stands where the content should begin; the rest of the report is kept."""
    assert read(text, "2020-05-14", gazetteer) is not None
    assert read("Six marins ont péri vendredi. " + text, "2020-05-14", gazetteer) is not None
    assert read(text + "\n\nSix marins ont péri vendredi.", "2020-05-14", gazetteer) is not None


def test_a_number_beyond_all_counting_is_no_figure(gazetteer: Gazetteer) -> None:
    """A column of the ledger overflows at it; what stands beside it is still read."""
    found = read("Le serveur a perdu " + "9" * 30 + " lignes. Douze personnes ont été tuées à Lyon.", None, gazetteer)
    assert found is not None
    assert [figure.low for figure in found.figures] == [12]


def test_a_long_list_of_numbers_is_read_in_seconds(gazetteer: Gazetteer) -> None:
    """A sentence of many numbers costs no more than its length asks; all of them are read."""
    found = read(
        "Bilan des villages : " + ", ".join(f"{number} morts" for number in range(2, 102)) + ".", None, gazetteer
    )
    assert found is not None
    assert [figure.low for figure in found.figures] == list(range(2, 102))


def test_what_is_read_can_be_written_as_json_by_any_reader(gazetteer: Gazetteer) -> None:
    """No value is infinite or no number."""
    import json

    found = read(" ".join(SENTENCES), "2016-12-08", gazetteer)
    assert found is not None
    rows = [*map(figure_content, found.figures), *map(statement_content, found.statements)]
    assert len(rows) > 12
    json.dumps(rows, allow_nan=False)
