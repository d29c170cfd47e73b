"""What the article adds to its events: the day, the place, the names, and what is said as an event of its own."""

from __future__ import annotations

from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.article import Article, Raw
from recoupe.model.event import DatePrecision, Event, EventModality, EventType
from recoupe.parse.article import parse


def events(gazetteer: Gazetteer, text: str, published: str | None = "2024-03-06") -> tuple[Event, ...]:
    raw = Raw(name="a.txt", origin="a.txt", data=text.encode(), media="text", language="fr", published=published)
    article = parse(raw)
    assert isinstance(article, Article)
    found = digest(article, gazetteer).events
    assert all(event.text == event.span.of(article.text) for event in found)
    return found


TITLE = "Une semaine dans la région\n\n"


def test_a_weekday_is_laid_on_the_calendar(gazetteer: Gazetteer) -> None:
    (event,) = events(gazetteer, TITLE + "Les insurgés ont attaqué mardi le convoi.")
    assert (event.date, event.date_precision) == ("2024-03-05", DatePrecision.DAY)


def test_without_a_day_of_the_article_a_weekday_is_none(gazetteer: Gazetteer) -> None:
    (event,) = events(gazetteer, TITLE + "Les insurgés ont attaqué mardi le convoi.", published=None)
    assert (event.date, event.date_precision) == (None, None)


def test_a_meeting_told_in_the_present_on_another_weekday_is_to_come(gazetteer: Gazetteer) -> None:
    (event,) = events(gazetteer, TITLE + "Les deux ministres se réunissent vendredi à Tunis.")
    assert (event.date, event.modality, event.place) == ("2024-03-08", EventModality.ANNOUNCED, "Tunis")


def test_what_has_gone_on_since_a_day_is_a_span(gazetteer: Gazetteer) -> None:
    (event,) = events(gazetteer, TITLE + "Cent familles ont fui la ville depuis le 1er mars.")
    assert (event.date, event.date_precision) == ("2024-03-01/2024-03-06", DatePrecision.SPAN)


def test_the_article_s_own_place_is_no_place_of_an_event(gazetteer: Gazetteer) -> None:
    found = events(gazetteer, "Trois morts à Niamey\n\nLe calme revient.\n\nLes insurgés ont attaqué un convoi.")
    assert [event.place for event in found] == [None]


def test_a_speaker_who_accuses_is_the_actor_of_an_accusation(gazetteer: Gazetteer) -> None:
    text = (
        TITLE + "Le ministre Jean Blanchet a parlé devant la presse. Il a accusé les rebelles d'avoir pillé le marché."
    )
    accused = next(event for event in events(gazetteer, text) if event.type is EventType.ACCUSE)
    assert (accused.actor, accused.target, accused.mode) == ("Jean Blanchet", "rebelles", "allege")


def test_a_source_is_no_event(gazetteer: Gazetteer) -> None:
    assert events(gazetteer, TITLE + "Selon le ministre, la route est longue.") == ()
