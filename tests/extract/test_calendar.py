"""Moments on the calendar: each wording against a reference day, with the clause's tense, and without a day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.extract import calendar
from recoupe.extract.calendar import resolve
from recoupe.extract.moments import find_moments
from recoupe.model.moment import Lean, Moment, Window
from recoupe.model.span import Span

WEDNESDAY = datetime.date(2016, 12, 14)
THURSDAY = datetime.date(2016, 12, 8)


def window(text: str, day: datetime.date | None = WEDNESDAY, **told: object) -> tuple[str | None, str | None]:
    """Return both sides of the first moment's window."""
    laid = resolve(find_moments(text)[0], day, **told)  # type: ignore[arg-type]
    return laid.since, laid.until


def one(day: str) -> tuple[str, str]:
    return day, day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tué mercredi", one("2016-12-14")),
        ("tué ce mercredi matin", one("2016-12-14")),
        ("tué mardi", one("2016-12-13")),
        ("tué jeudi", one("2016-12-08")),
        ("tué mardi dernier", one("2016-12-13")),
        ("tué mercredi dernier", one("2016-12-07")),
        ("voté vendredi prochain", one("2016-12-16")),
        ("voté mercredi prochain", one("2016-12-21")),
        ("le 27 décembre", one("2016-12-27")),
        ("le 15 novembre", one("2016-11-15")),
        ("le 3 mars", one("2016-03-03")),
        ("le 10 janvier", one("2017-01-10")),
        ("le 20 mai dernier", one("2016-05-20")),
        ("le 14 décembre prochain", one("2017-12-14")),
        ("dimanche 7 mai", one("2017-05-07")),
        ("jeudi 8 décembre", one("2016-12-08")),
        ("11/12/2016", one("2016-12-11")),
        ("2016-12-11", one("2016-12-11")),
        ("le 29 février", one("2016-02-29")),
        ("Le 11 au soir, il", one("2016-12-11")),
        ("en avril", one("2016-04")),
        ("en décembre", one("2016-12")),
        ("en mai 2003", one("2003-05")),
        ("en mai dernier", one("2016-05")),
        ("en 2009", one("2009")),
        ("l'an dernier", one("2015")),
        ("cette année", one("2016")),
        ("le mois dernier", one("2016-11")),
        ("ce mois-ci", one("2016-12")),
        ("la semaine dernière", ("2016-12-05", "2016-12-11")),
        ("la semaine prochaine", ("2016-12-19", "2016-12-25")),
        ("cette semaine", ("2016-12-12", "2016-12-14")),
        ("le week-end dernier", ("2016-12-10", "2016-12-11")),
        ("le week-end prochain", ("2016-12-17", "2016-12-18")),
        ("aujourd'hui", one("2016-12-14")),
        ("hier soir", one("2016-12-13")),
        ("avant-hier", one("2016-12-12")),
        ("demain", one("2016-12-15")),
        ("il y a dix jours", one("2016-12-04")),
        ("il y a une semaine", one("2016-12-07")),
        ("il y a trois mois", one("2016-09")),
        ("il y a trois ans", one("2013")),
        ("dans trois jours", one("2016-12-17")),
        ("dans la nuit de mardi à mercredi", ("2016-12-13", "2016-12-14")),
        ("dans la nuit du 30 novembre au 1er décembre", ("2016-11-30", "2016-12-01")),
        ("la nuit dernière", ("2016-12-13", "2016-12-14")),
        ("du 9 au 12 mars", ("2016-03-09", "2016-03-12")),
        ("du 28 au 3 mars 2016", ("2016-02-28", "2016-03-03")),
        ("du 28 décembre au 3 janvier 2016", ("2015-12-28", "2016-01-03")),
        ("entre janvier et avril", ("2016-01", "2016-04")),
        ("entre lundi midi et mercredi soir", ("2016-12-12", "2016-12-14")),
        ("de 2012 à 2014", ("2012", "2014")),
        ("les 16 et 17 juin", ("2016-06-16", "2016-06-17")),
        ("au deuxième semestre 2015", ("2015-07", "2015-12")),
        ("dans les années 1990", ("1990", "1999")),
        ("fin novembre", one("2016-11")),
        ("de mi-mars à fin avril", ("2016-03", "2016-04")),
        ("du 29 octobre au 4 novembre", ("2016-10-29", "2016-11-04")),
        ("mercredi de la semaine dernière", one("2016-12-07")),
        ("en fin de semaine", ("2016-12-10", "2016-12-11")),
        ("ces dernières 48 heures", ("2016-12-12", "2016-12-14")),
        ("les trois derniers mois", ("2016-09", "2016-12-14")),
        ("en dix jours", ("2016-12-04", "2016-12-14")),
        ("pour les 90 prochains jours", ("2016-12-14", "2017-03-14")),
    ],
)
def test_a_time_is_laid_down_from_the_reference_day(text: str, expected: tuple[str, str]) -> None:
    """In a report of Wednesday 14 December 2016, with nothing known of the tense."""
    assert window(text) == expected


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("depuis le 15 novembre", "2016-11-15"),
        ("depuis le 20 décembre", "2015-12-20"),
        ("depuis mars 2011", "2011-03"),
        ("depuis janvier", "2016-01"),
        ("depuis mardi", "2016-12-13"),
        ("depuis hier", "2016-12-13"),
        ("depuis 2012", "2012"),
        ("depuis 24 heures", "2016-12-13"),
        ("depuis trois ans", "2013"),
        ("depuis le début de l'année", "2016-01-01"),
        ("depuis le début du mois", "2016-12-01"),
        ("depuis début mars", "2016-03-01"),
        ("depuis l'aube", "2016-12-14"),
        ("depuis la semaine dernière", "2016-12-05"),
        ("depuis le début du siège, il y a dix jours,", "2016-12-04"),
        ("depuis l'apparition de la maladie fin août,", "2016-08"),
    ],
)
def test_since_goes_on_until_the_reference_day(text: str, since: str) -> None:
    """`depuis` always looks back."""
    assert window(text) == (since, "2016-12-14")
    assert window(text, future=True) == (since, "2016-12-14")


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("d'ici à vendredi", "2016-12-16"),
        ("d'ici au 15 septembre", "2017-09-15"),
        ("d'ici à décembre 2018", "2018-12"),
        ("d'ici la fin de novembre", "2017-11-30"),
        ("d'ici trois mois", "2017-03"),
        ("sous 72 heures", "2016-12-17"),
        ("jusqu'à mardi", "2016-12-20"),
        ("jusqu'au 30 juin", "2017-06-30"),
        ("avant la fin de l'année", "2016-12-31"),
        ("avant le 1er décembre", "2016-12-01"),
        ("au 19/11", "2016-11-19"),
        ("à la date du 11 novembre", "2016-11-11"),
        ("à ce jour", "2016-12-14"),
    ],
)
def test_a_deadline_and_a_cut_off_have_no_start(text: str, until: str) -> None:
    """What runs until a day that the words name is open before it."""
    assert window(text) == (None, until)


def test_what_begins_on_a_day_has_no_end() -> None:
    """`à partir de` and `pas avant` say nothing of an end, and why."""
    assert window("à partir du 24 novembre") == ("2016-11-24", None)
    laid = resolve(find_moments("pas avant le 1er décembre")[0], datetime.date(2016, 11, 18))
    assert laid == Window(since="2016-12-01", why_open=calendar.NO_END)


@pytest.mark.parametrize(
    ("text", "past", "coming"),
    [
        ("vendredi", "2016-12-09", "2016-12-16"),
        ("mercredi", "2016-12-14", "2016-12-14"),
        ("le 27 décembre", "2015-12-27", "2016-12-27"),
        ("le 15 novembre", "2016-11-15", "2017-11-15"),
        ("en avril", "2016-04", "2017-04"),
    ],
)
def test_the_tense_of_the_clause_decides(text: str, past: str, coming: str) -> None:
    """A clause told in the past takes the last such day, one that looks ahead the coming one."""
    assert window(text, future=False) == one(past)
    assert window(text, future=True) == one(coming)


def test_a_deadline_told_in_the_past_is_past() -> None:
    """`jusqu'à mardi` looks ahead unless the clause is told in the past; `d'ici à mardi` always does."""
    assert window("jusqu'à mardi", future=False) == (None, "2016-12-13")
    assert window("d'ici à mardi", future=False) == (None, "2016-12-20")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la veille", one("2016-11-30")),
        ("le lendemain", one("2016-12-02")),
        ("le surlendemain", one("2016-12-03")),
        ("le matin même", one("2016-12-01")),
        ("six jours plus tôt", one("2016-11-25")),
        ("neuf ans plus tard", one("2025")),
        ("la semaine suivante", ("2016-12-05", "2016-12-11")),
        ("le lundi suivant", one("2016-12-05")),
        ("dans la nuit", one("2016-12-01")),
        ("depuis le début du siège", ("2016-12-01", "2016-12-14")),
    ],
)
def test_words_that_count_from_another_day_use_the_anchor(text: str, expected: tuple[str, str]) -> None:
    """The caller says which day the words hang on: 1 December."""
    assert window(text, anchor=datetime.date(2016, 12, 1)) == expected


@pytest.mark.parametrize("text", ["la veille", "le lendemain", "six jours plus tôt", "la semaine suivante"])
def test_without_an_anchor_they_stay_open_and_say_so(text: str) -> None:
    """The reference day is not put in the anchor's place."""
    assert resolve(find_moments(text)[0], WEDNESDAY) == Window(why_open=calendar.NO_ANCHOR)


def test_an_undated_event_opens_a_window_whose_start_is_not_known() -> None:
    """Its end is known all the same."""
    laid = resolve(find_moments("depuis le début du siège")[0], WEDNESDAY)
    assert laid == Window(until="2016-12-14", why_open=calendar.NO_ANCHOR)


@pytest.mark.parametrize("text", ["mardi", "hier", "le 3 mai", "en avril", "l'an dernier", "à ce jour", "en dix jours"])
def test_without_a_reference_day_a_relative_time_stays_open(text: str) -> None:
    """And says why."""
    assert resolve(find_moments(text)[0], None) == Window(why_open=calendar.NO_REFERENCE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 3 mai 2015", one("2015-05-03")),
        ("en mars 2011", one("2011-03")),
        ("en 2009", one("2009")),
        ("du 9 au 12 mars 2021", ("2021-03-09", "2021-03-12")),
        ("depuis mars 2011", ("2011-03", None)),
        ("d'ici au 3 mai 2015", (None, "2015-05-03")),
    ],
)
def test_without_a_reference_day_a_full_date_is_laid_down(text: str, expected: tuple[str | None, str | None]) -> None:
    """What the words date fully needs no other day."""
    assert window(text, None) == expected


@pytest.mark.parametrize(
    "text", ["il y a plus de dix ans", "ces derniers jours", "l'hiver dernier", "il y a une dizaine de jours"]
)
def test_words_that_give_no_date_get_none(text: str) -> None:
    """No precision is made up."""
    assert resolve(find_moments(text)[0], WEDNESDAY) == Window(why_open=calendar.NO_DATE)


def test_a_start_after_the_reference_day_makes_no_window() -> None:
    """`depuis 2019` in a report of 2016 is a contradiction, which is said."""
    assert resolve(find_moments("depuis 2019")[0], WEDNESDAY) == Window(since="2019", why_open=calendar.CONTRADICTION)


def test_the_first_day_of_time_is_no_error() -> None:
    """Counting back before the calendar starts gives no date."""
    moment = Moment(span=Span(0, 1), rule="moments:ago", form="offset", value=("year", "-5000", ""), lean=Lean.NONE)
    assert resolve(moment, WEDNESDAY) == Window(why_open=calendar.NO_DATE)


WORDINGS = st.sampled_from(
    [
        *(
            "mardi",
            "mardi dernier",
            "vendredi prochain",
            "le 29 février",
            "le 31 décembre",
            "ce mardi 7,",
            "en mai",
            "en 2009",
        ),
        *(
            "depuis mai",
            "depuis le 29 février",
            "d'ici à mai",
            "jusqu'à lundi",
            "avant la fin du mois",
            "fin mars",
            "mi-mai",
        ),
        *(
            "du 28 au 3 mars",
            "de mai à janvier",
            "dans la nuit de dimanche à lundi",
            "entre jeudi et lundi",
            "ce week-end",
        ),
        *("il y a 900 ans", "dans 9000 ans", "ces dix dernières années", "pour les trois prochains mois", "la veille"),
        *("depuis le début du siège", "la semaine suivante", "le lundi suivant", "à ce jour", "au premier trimestre"),
        *(
            "en fin de semaine",
            "Le 31 au soir",
            "depuis des mois",
            "les 30 et 31 mai",
            "de lundi à mercredi",
            "à partir de mai",
        ),
    ]
)


def _bounds(side: str, last: bool) -> str:
    """Return the first or last day of an ISO day, month or year, as a string that sorts."""
    return (side + ("-12-31" if last else "-01-01")[len(side) - 4 :])[:10] if len(side) < 10 else side


@given(WORDINGS, st.dates() | st.none(), st.none() | st.booleans(), st.dates() | st.none())
def test_no_day_breaks_the_calendar_and_no_window_ends_before_it_starts(
    text: str, reference: datetime.date | None, future: bool | None, anchor: datetime.date | None
) -> None:
    """Whatever the day: two sides in order, and a reason wherever a side is open that the words do not leave open."""
    moment = find_moments(text)[0]
    laid = resolve(moment, reference, future=future, anchor=anchor)
    if laid.since and laid.until:
        assert _bounds(laid.since, False) <= _bounds(laid.until, True)
        assert laid.why_open is None
    elif not moment.ends:
        assert laid.why_open
