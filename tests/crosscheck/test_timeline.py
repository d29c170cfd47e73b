"""What happened is told day by day: each thing once, with its articles and origins, the disputed marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tests.crosscheck.build import article, dossier

from recoupe.crosscheck.names.names import Names
from recoupe.crosscheck.timeline.timeline import left_out, timeline
from recoupe.model.account import Account, Dossier
from recoupe.model.article import PublishedBasis
from recoupe.model.dating import Dating
from recoupe.model.dispute import Dispute, DisputeKind, Position
from recoupe.model.event import DatePrecision, EventModality, EventType
from recoupe.model.figure import Counted, Kind, Qualifier
from recoupe.model.series import Series, Step, StepKind
from recoupe.model.span import Evidence, Span
from recoupe.model.timeline import Entry, EntryOf, Happening


class Own:
    """Every record is an origin of its own."""

    def behind(self, record_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(record_ids))


def told(
    *accounts: Account,
    series: Iterable[Series] = (),
    disputes: Iterable[Dispute] = (),
    happenings: Iterable[Happening] = (),
    datings: Iterable[Dating] = (),
) -> tuple[Entry, ...]:
    given = dossier(*accounts)
    return timeline(given, Names.of(given), Own(), tuple(series), tuple(disputes), tuple(happenings), tuple(datings))


def happening(*tellings: str, date: str | None, **fields: object) -> Happening:
    return Happening(
        **{
            "id": "+".join(tellings),
            "type": EventType.ASSAULT,
            "mode": None,
            "actor": None,
            "target": None,
            "place": None,
            "date": date,
            "date_precision": DatePrecision.DAY if date else None,
            "modality": EventModality.REPORTED,
            "tellings": tellings,
            "articles": tuple(sorted({telling.split(".")[0] for telling in tellings})),
            "origins": ("o1",),
            "why": (),
            **fields,
        }  # type: ignore[arg-type]
    )


def dispute(*statements: str) -> Dispute:
    positions = [
        Position(speaker=one, says="mots", statements=(one,), figures=(), origins=("o",)) for one in statements
    ]
    return Dispute(
        id="d1", kind=DisputeKind.ACCUSED_AND_DENIED, question="?", positions=tuple(positions), why=("because",)
    )


def test_entries_stand_by_day_events_before_figures_before_words() -> None:
    """The day of what is told decides, not the day of the article."""
    entries = told(
        article(
            "a",
            "2024-03-05",
            "[Une bombe a explosé](ASSAULT; date 2024-03-04). "
            "[Neuf](killed; low 9; high 9; since 2024-03-04; until 2024-03-04; place Riverac; source mairie) morts.",
            "Ana Ruel accuse [le préfet d'avoir tardé](accuse; speaker Ana Ruel; said_on 2024-03-04).",
        ),
        happenings=[happening("a.1", date="2024-03-04")],
    )
    assert [(one.day, one.of) for one in entries] == [
        ("2024-03-04", EntryOf.EVENT),
        ("2024-03-04", EntryOf.FIGURE),
        ("2024-03-04", EntryOf.STATEMENT),
    ]
    assert {one.reported for one in entries} == {("2024-03-05",)}


def test_one_claim_in_two_articles_is_one_line_with_both() -> None:
    """The same number of the same source on the same day is told once."""
    words = "[12](hosted; since 2024-03-04; until 2024-03-04; place Riverac; source mairie) sinistrés sont hébergés."
    (entry,) = told(article("a", "2024-03-05", words), article("b", "2024-03-06", words))
    assert entry.articles == ("a", "b")
    assert entry.origins == ("a.1", "b.1")
    assert entry.reported == ("2024-03-05", "2024-03-06")


def test_a_running_toll_has_a_line_for_each_step_on_the_day_it_was_reached() -> None:
    """The steps are those of the series."""
    steps = [
        Step(
            until=until,
            low=low,
            high=low,
            qualifier=Qualifier.EXACT,
            step=kind,
            counted=Counted.PEOPLE,
            place="Riverac",
            articles=(name,),
            origins=(f"{name}.1",),
            figures=(f"{name}.1",),
        )
        for name, until, low, kind in (
            ("a", "2024-03-04", 9, StepKind.FIRST),
            ("b", "2024-03-06", 12, StepKind.RAISED),
        )
    ]
    running = Series(
        id="s",
        kind=Kind.KILLED,
        counted=Counted.PEOPLE,
        unit="count",
        place="Riverac",
        since="2024-03-01",
        source="mairie",
        running=True,
        steps=tuple(steps),
    )
    entries = told(
        article("a", "2024-03-04", "[9](killed; since 2024-03-01; until 2024-03-04; source mairie) morts."),
        article("b", "2024-03-06", "[12](killed; since 2024-03-01; until 2024-03-06; source mairie) morts."),
        series=[running],
    )
    assert [(one.day, one.until, one.records) for one in entries] == [
        ("2024-03-04", None, ("a.1",)),
        ("2024-03-06", None, ("b.1",)),
    ]


def test_a_part_has_no_line_of_its_own() -> None:
    """`dont 3 enfants` stands with its whole."""
    (entry,) = told(
        article(
            "a",
            "2024-03-05",
            "[12](killed; id w; since 2024-03-04; until 2024-03-04) morts "
            "dont [3](killed children; part_of w; since 2024-03-04; until 2024-03-04) enfants.",
        )
    )
    assert entry.records == ("w",)


class OfArticle(Own):
    """All records of one article are of one origin."""

    def behind(self, record_ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({record.split(".")[0] for record in record_ids}))


def test_a_headline_that_repeats_the_toll_of_its_report_is_no_second_line() -> None:
    """One value of one origin is one line, in the words that credit a source; the same value elsewhere is another."""
    day = "since 2024-03-04; until 2024-03-04"
    given = dossier(
        article(
            "a",
            "2024-03-05",
            f"Séisme : [12](hosted; {day}; place Riverac) sinistrés à l'abri",
            f"La mairie dit avoir logé [12](hosted; {day}; place Riverac; source mairie) sinistrés.",
            f"A Aubrac aussi, on en a logé [12](hosted; {day}; place Aubrac) dans une école.",
        )
    )
    entries = timeline(given, Names.of(given), OfArticle(), (), (), (), ())
    assert [(one.records, one.sources) for one in entries] == [(("a.1", "a.2"), ("mairie",)), (("a.3",), ())]


def test_what_is_announced_is_shown_as_that() -> None:
    """A plan stands on its day, and says that it is one."""
    (plan, vow) = told(
        article(
            "a",
            "2024-03-05",
            "[900](evacuated; planned; since 2024-03-09; until 2024-03-09; place Riverac) habitants partiront.",
            "[Une trêve entrera en vigueur](AGREE; announced; date 2024-03-10).",
        ),
        happenings=[happening("a.2", date="2024-03-10", modality=EventModality.ANNOUNCED, type=EventType.AGREE)],
    )
    assert (plan.day, plan.modality) == ("2024-03-09", "planned")
    assert (vow.day, vow.modality) == ("2024-03-10", "announced")


def test_plain_words_are_left_out_unless_they_are_disputed() -> None:
    """A charge is shown, a remark is not, but one that a dispute holds is."""
    account = article(
        "a",
        "2024-03-05",
        "Ana Ruel accuse [le préfet d'avoir tardé](accuse; speaker Ana Ruel).",
        "[Il neige](say; speaker Jules), dit Jules. [Nous étions là dès midi](say; speaker préfet), dit le préfet.",
    )
    assert [one.records for one in told(account)] == [("a.1",)]
    shown = told(account, disputes=[dispute("a.1", "a.3")])
    assert {one.records: one.disputes for one in shown} == {("a.1",): ("d1",), ("a.3",): ("d1",)}


def test_an_event_told_inside_disputed_words_is_marked_as_disputed() -> None:
    """Whoever says it, the event is in dispute."""
    (event, _) = told(
        article(
            "a",
            "2024-03-05",
            "Le Nord accuse [les insurgés d'[avoir attaqué le pont](ASSAULT; alleged; date 2024-03-04)]"
            "(accuse; speaker Norland).",
        ),
        happenings=[happening("a.2", date="2024-03-04", modality=EventModality.ALLEGED)],
        disputes=[dispute("a.1")],
    )
    assert event.disputes == ("d1",)
    assert event.sources == ("Norland",)


def test_a_charge_is_not_told_a_second_time_as_an_event() -> None:
    """The statement is the line; the event ACCUSE in its words is not another."""
    entries = told(
        article(
            "a",
            "2024-03-05",
            "Le Nord accuse [[les insurgés d'avoir attaqué](ACCUSE; date 2024-03-05)](accuse; speaker Norland).",
        ),
        happenings=[happening("a.2", date="2024-03-05", type=EventType.ACCUSE)],
    )
    assert [one.of for one in entries] == [EntryOf.STATEMENT]


def test_what_one_says_again_in_the_same_words_is_one_line_within_a_week_only() -> None:
    """A reprint joins the line; a call renewed later is another."""
    words = "Ana Ruel réclame [l'ouverture immédiate du pont nord](demand; speaker Ana Ruel)."
    entries = told(
        article("a", "2024-03-05", words), article("b", "2024-03-06", words), article("c", "2024-04-06", words)
    )
    assert [(one.day, one.articles) for one in entries] == [("2024-03-05", ("a", "b")), ("2024-04-06", ("c",))]


def test_an_undated_article_gives_no_day_to_what_it_tells_and_is_counted() -> None:
    """Without a day there is no line; the interval in which an article appeared is shown where another dates the line."""
    words = "Ana Ruel réclame [l'ouverture immédiate du pont nord](demand; speaker Ana Ruel)."
    event = "[Le pont a sauté](ASSAULT)."
    given = dossier(article("a", None, words, event))
    found = [happening("a.2", date=None)]
    assert told(*given.accounts, happenings=found) == ()
    assert left_out(given, found, (), ()) == ("a.1", "a.2")


def test_an_interval_is_no_day_but_is_shown_as_when_it_was_told() -> None:
    """An article of two possible days tells of a dated number."""
    dating = Dating(
        article="a", published=None, basis=PublishedBasis.INFERRED, earliest="2024-03-05", latest="2024-03-07"
    )
    (entry,) = told(
        article(
            "a",
            None,
            "[12](hosted; since 2024-03-04; until 2024-03-04) sinistrés.",
            "Ana Ruel réclame [l'ouverture du pont](demand; speaker Ana Ruel).",
        ),
        datings=[dating],
    )
    assert entry.of is EntryOf.FIGURE
    assert entry.reported == ("2024-03-05/2024-03-07",)


def test_the_words_of_every_line_stand_in_an_article_that_it_names() -> None:
    """A line says nothing that no article says."""
    given: Dossier = dossier(
        article(
            "a",
            "2024-03-05",
            "Dans la nuit, alors que la neige tombait sans discontinuer sur les hauteurs et que les secours peinaient à "
            "monter, au moins [12](killed; at_least; since 2024-03-04; until 2024-03-04) personnes ont péri, "
            "a dit la mairie, qui attendait encore les équipes venues de la vallée et du chef-lieu pour fouiller.",
            "[Le pont a sauté](ASSAULT; date 2024-03-04).",
        )
    )
    for entry in told(*given.accounts, happenings=[happening("a.2", date="2024-03-04")]):
        assert any(entry.says.strip("… ") in " ".join(one.article.text.split()) for one in given.accounts)
        assert entry.articles == ("a",)


def test_an_event_keeps_the_hedge_of_its_number_and_says_where_its_words_are_cut() -> None:
    """`Au moins`: an event whose words begin behind `au` would tell a number less."""
    one = article(
        "a",
        "2024-03-05",
        "Selon la mairie, au [moins [19](killed; at_least; since 2024-03-04; until 2024-03-04) habitants ont péri sous les tirs]"
        "(ASSAULT; date 2024-03-04; id e), et le pont a sauté.",
    )
    hedge = Evidence(
        "qualifier", "tests:hedge", Span(one.article.text.index("au moins"), one.article.text.index(" 19"))
    )
    figures = {id: replace(figure, evidence=(*figure.evidence, hedge)) for id, figure in one.figures.items()}
    entries = told(replace(one, figures=figures), happenings=[happening("e", date="2024-03-04", articles=("a",))])
    (event,) = [entry for entry in entries if entry.of is EntryOf.EVENT]
    assert event.says == "… au moins 19 habitants ont péri sous les tirs …"


def test_a_toll_that_runs_on_from_an_event_is_none_of_the_events_words() -> None:
    """The shelling began on the first; the 31 dead are not those of that day."""
    one = article(
        "a",
        "2024-03-08",
        "Depuis que [les tirs ont repris](ASSAULT; date 2024-03-01; id e), le 1er mars, "
        "[31](killed; since 2024-03-01; until 2024-03-08; id f) habitants sont morts.",
    )
    entries = told(one, happenings=[happening("e", date="2024-03-01", articles=("a",))])
    assert [(entry.day, entry.says) for entry in entries if entry.of is EntryOf.EVENT] == [
        ("2024-03-01", "Depuis que les tirs ont repris, le 1er mars …")
    ]
    assert [entry.day for entry in entries if entry.of is EntryOf.FIGURE] == ["2024-03-08"]
