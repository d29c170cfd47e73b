"""The judge of copies and tellings: each case is met by what it asks for and not by what comes near it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.crosscheck.expected import Outcome
from tests.crosscheck.judging.trying import key, outcome
from tests.crosscheck.judging.view import View
from tests.golden.test_gold import HERE
from tests.quality.crosschecks import Crisis, dossier_of, names_of

from recoupe.model.account import Dossier
from recoupe.model.article import PublishedBasis
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dating import Clue, Dating
from recoupe.model.dispute import Dispute, DisputeKind, Position
from recoupe.model.judgement import NameOf, Suggestion
from recoupe.model.origin import Origin
from recoupe.model.passage import Direction, Lineage, Passage, PassageForm
from recoupe.model.statement import Statement
from recoupe.model.timeline import Entry, EntryOf
from recoupe.model.withdrawal import Withdrawal

SHOWN, PARTLY, MISSED, QUIET, FIRED = (
    Outcome.SHOWN,
    Outcome.PARTLY,
    Outcome.MISSED,
    Outcome.QUIET,
    Outcome.FIRED,
)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return dossier_of(Crisis.in_folder(HERE / "bria"), "gold")


@pytest.fixture(scope="module")
def view(dossier: Dossier) -> View:
    return View(Crosscheck(crisis="bria"), dossier, names_of(dossier))


@pytest.fixture(scope="module")
def shared(view: View) -> Passage:
    name, (at,) = view.spots("bria-09: Les autocars bleus ont quitté le stade à midi")
    _, (there,) = view.spots("bria-10: Les autocars bleus ont quitté le stade à midi")
    sides = sorted([(view.id_of(name), at), (view.id_of("bria-10"), there)])
    given: dict[str, Any] = {"form": PassageForm.VERBATIM, "words": 9, "direction": Direction.A_TO_B}
    return Passage(article_a=sides[0][0], span_a=sides[0][1], article_b=sides[1][0], span_b=sides[1][1], **given)


def test_a_passage_holds_the_words_on_both_sides(view: View, shared: Passage) -> None:
    """Other words of the same articles are not in it."""
    pair = {"a": "bria-09", "b": "bria-10", "passages_": (shared,)}
    assert outcome(view, "passage", words="autocars bleus", form="verbatim", **pair).outcome is SHOWN
    assert outcome(view, "passage", words="autocars bleus", form="reworked", **pair).outcome is PARTLY
    assert outcome(view, "passage", words="Trois noms", **pair).outcome is MISSED
    assert outcome(view, "passage", words_b="Depuis vendredi", **pair).outcome is MISSED
    assert outcome(view, "passage", a="bria-09", b="bria-11", passages_=(shared,)).outcome is MISSED


def test_a_direction_is_seen_from_the_first_article_named(view: View, shared: Passage) -> None:
    """Naming the pair the other way round turns it."""
    first, second = view.names[shared.article_a], view.names[shared.article_b]
    for a, b, direction in ((first, second, "a_to_b"), (second, first, "b_to_a")):
        row = outcome(view, "passage", a=a, b=b, direction=direction, passages_=(shared,))
        assert row.outcome is SHOWN
        assert outcome(view, "passage", a=b, b=a, direction=direction, passages_=(shared,)).outcome is PARTLY


def test_a_passage_that_must_not_come_fires(view: View, shared: Passage) -> None:
    """At all, or on the words that were asked."""
    among = ["bria-09", "bria-10", "bria-11"]
    assert outcome(view, "no_passage", among=among, passages_=(shared,)).outcome is FIRED
    assert outcome(view, "no_passage", among=among, passages_=(shared,), words="autocars bleus").outcome is FIRED
    assert outcome(view, "no_passage", among=among, passages_=(shared,), words="Trois noms").outcome is QUIET
    assert outcome(view, "no_passage", among=["bria-09", "bria-11"], passages_=(shared,)).outcome is QUIET


def test_a_family_holds_its_articles_and_no_stranger(view: View) -> None:
    """Roots are asked apart."""
    family = sorted(map(view.id_of, ("bria-01", "bria-02", "bria-03")))
    one = Lineage(id="l", articles=tuple(family), copyings=(), roots=(view.id_of("bria-01"),))
    given: dict[str, Any] = {"lineages_": (one,), "articles": ["bria-01", "bria-02"]}
    assert outcome(view, "lineage", roots=["bria-01"], outside=["bria-04"], **given).outcome is SHOWN
    assert outcome(view, "lineage", roots=["bria-02"], **given).outcome is PARTLY
    assert outcome(view, "lineage", outside=["bria-03"], **given).outcome is PARTLY
    assert outcome(view, "lineage", lineages_=(one,), articles=["bria-01", "bria-04"]).outcome is MISSED
    assert outcome(view, "no_lineage", lineages_=(one,), among=["bria-01", "bria-03"]).outcome is FIRED
    assert outcome(view, "no_lineage", lineages_=(one,), among=["bria-01", "bria-04"]).outcome is QUIET


def test_an_origin_is_counted_and_joined_with_its_reasons(view: View) -> None:
    """A join that does not explain itself is shown in part alone."""
    one, other = key(view, "bria-01: Soixante-deux"), key(view, "bria-03: compte 62")
    row = Origin(record=one, origin="o", members=(one, other), why=("both credit it to the observatory",))
    given: dict[str, Any] = {"of": "bria-01: Soixante-deux", "with": ["bria-03"]}
    assert outcome(view, "origin", origins_=(row,), count=1, **given).outcome is SHOWN
    assert outcome(view, "origin", origins_=(row,), count=2, **given).outcome is PARTLY
    assert outcome(view, "origin", origins_=(replace(row, why=()),), **given).outcome is PARTLY
    assert outcome(view, "origin", origins_=(row,), of=given["of"], apart=["bria-03"]).outcome is PARTLY
    assert outcome(view, "origin", **given).outcome is MISSED
    both = [given["of"], "bria-03: compte 62"]
    assert outcome(view, "no_common_origin", origins_=(row,), of=both).outcome is FIRED
    assert outcome(view, "no_common_origin", origins_=(row,), of=[both[0], "bria-04: 21"]).outcome is QUIET


@pytest.fixture(scope="module")
def truce(view: View) -> Dispute:
    def position(speaker: str, words: str) -> Position:
        said = (key(view, words, Statement),)
        return Position(speaker=speaker, says="", statements=said, figures=(), origins=("o",))

    return Dispute(
        id="d",
        kind=DisputeKind.TWO_ACCOUNTS,
        question="who broke the truce",
        positions=(
            position("Blaise Ndéma", "bria-11: Les rebelles ont rompu"),
            position("Ousmane Kottobara", "bria-11: C'est l'armée"),
        ),
        why=(),
    )


def test_a_dispute_has_its_speakers_and_its_matter(view: View, truce: Dispute) -> None:
    """Another matter is another dispute, a lacking speaker leaves it shown in part."""
    given: dict[str, Any] = {"disputes_": (truce,), "words": ["rompu la trêve"]}
    assert outcome(view, "dispute", speakers=["Ndéma", "RDS|Kottobara"], kind="two_accounts", **given).outcome is SHOWN
    assert outcome(view, "dispute", speakers=["Ndéma", "Kottobara"], kind="how_many", **given).outcome is PARTLY
    assert outcome(view, "dispute", speakers=["Ndéma", "Kottobara", "Teixeira"], **given).outcome is PARTLY
    assert outcome(view, "dispute", speakers=["Ndéma", "Teixeira"], **given).outcome is MISSED
    assert outcome(view, "dispute", disputes_=(truce,), speakers=["Ndéma"], words=["convoi"]).outcome is MISSED
    assert outcome(view, "no_dispute", **given).outcome is FIRED
    assert outcome(view, "no_dispute", disputes_=(truce,), words=["rompu la trêve", "convoi"]).outcome is QUIET
    assert outcome(view, "no_dispute", disputes_=(truce,), values=["6", "3"]).outcome is QUIET


def test_a_dispute_over_how_many_is_known_by_its_values(view: View) -> None:
    """One value of the two is not the dispute."""
    positions = tuple(
        Position(speaker=None, says="", statements=(), figures=(key(view, words),), origins=("o",))
        for words in ("bria-08: Quatorze", "bria-08: quatre")
    )
    one = Dispute(id="d", kind=DisputeKind.HOW_MANY, question="how many", positions=positions, why=())
    assert outcome(view, "dispute", disputes_=(one,), values=["14", "4"]).outcome is SHOWN
    assert outcome(view, "dispute", disputes_=(one,), values=["14", "24"]).outcome is MISSED


def test_a_dating_that_leaves_the_true_day_out_is_worse_than_an_open_one(view: View) -> None:
    """A wrong interval fires, an open one is missed, a wide one is shown in part."""

    def row(first: str | None, last: str | None, **asked: Any) -> Outcome:
        basis, clue = PublishedBasis.INFERRED, Clue(says="a coming day", latest=last)
        one = Dating(
            article=view.id_of("bria-13"), published=None, basis=basis, earliest=first, latest=last, clues=(clue,)
        )
        return outcome(view, "dating", datings_=(one,), article="bria-13", holds="2018-03-16", **asked).outcome

    assert row("2018-03-12", "2018-03-20", earliest="2018-03-12", latest="2018-03-20") is SHOWN
    assert row("2018-03-01", "2018-03-20", earliest="2018-03-12") is PARTLY
    assert row("2018-03-12", "2018-03-20", within=9) is SHOWN
    assert row("2018-03-12", "2018-03-20", within=8) is PARTLY
    assert row("2018-03-12", None) is MISSED
    assert row("2018-03-17", None) is FIRED


def test_a_given_day_stands_and_is_contradicted_where_the_text_does(view: View) -> None:
    """A contradiction where there is none fires."""
    clue = Clue(says="it tells of 12 March", earliest="2018-03-12")
    one = Dating(
        article=view.id_of("bria-14"),
        published="2018-03-06",
        basis=PublishedBasis.METADATA,
        earliest="2018-03-06",
        latest="2018-03-06",
        contradicts=(clue,),
    )
    given: dict[str, Any] = {"article": "bria-14", "given": "2018-03-06"}
    assert outcome(view, "dating", datings_=(one,), contradicts=True, **given).outcome is SHOWN
    assert outcome(view, "dating", datings_=(one,), contradicts=False, **given).outcome is FIRED
    moved = replace(one, published="2018-03-12")
    assert outcome(view, "dating", datings_=(moved,), contradicts=True, **given).outcome is PARTLY


def test_a_suggestion_is_of_two_names_in_either_order(view: View) -> None:
    """And of nothing near them."""
    one = Suggestion(of=NameOf.PLACE, one="Gobolo", other="Gobollo", score=0.9, why="one letter")
    assert outcome(view, "suggestion", suggestions_=(one,), one="Gobollo", other="Gobolo").outcome is SHOWN
    assert outcome(view, "suggestion", suggestions_=(one,), one="Gobollo", other="Bornou").outcome is MISSED
    assert outcome(view, "no_suggestion", suggestions_=(one,), one="Gobollo", other="Gobolo").outcome is FIRED


def test_a_line_of_the_timeline_stands_on_its_day_and_is_marked(view: View) -> None:
    """The record must be on that line."""
    record = key(view, "bria-08: Quatorze")
    given: dict[str, Any] = {"articles": (), "sources": (), "origins": (), "reported": (), "records": (record,)}
    given |= {"says": "", "modality": "reported", "disputes": ("d",)}
    entry = Entry(day="2018-03-09", until=None, of=EntryOf.FIGURE, **given)
    asked = {"of": "bria-08: Quatorze", "timeline_": (entry,)}
    assert outcome(view, "timeline", day="2018-03-09", disputed=True, **asked).outcome is SHOWN
    assert outcome(view, "timeline", day="2018-03-09", disputed=False, **asked).outcome is PARTLY
    assert outcome(view, "timeline", day="2018-03-10", **asked).outcome is MISSED


def test_a_withdrawn_article_is_known(view: View) -> None:
    """And no other is taken for one."""
    gone = Withdrawal(article=view.id_of("bria-07"), why="annule et remplace", rests_on_it=("s",))
    given: dict[str, Any] = {"withdrawals_": (gone,)}
    assert outcome(view, "withdrawn", article="bria-07", **given).outcome is SHOWN
    assert outcome(view, "withdrawn", article="bria-07", withdrawals_=(replace(gone, why=""),)).outcome is PARTLY
    assert outcome(view, "withdrawn", article="bria-07").outcome is MISSED
    assert outcome(view, "not_withdrawn", articles=["bria-07", "bria-08"], **given).outcome is FIRED
    assert outcome(view, "not_withdrawn", articles=["bria-08"], **given).outcome is QUIET
