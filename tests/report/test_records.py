"""Nothing is said that no record carries: each sentence and row has its sources, and each word and number in it comes from one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from babel.dates import format_date

from recoupe.catalogue import Catalogue
from recoupe.ledger import Ledger
from recoupe.ledger.places import places_of
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.figure import Figure
from recoupe.report import Report
from recoupe.report.parts import Picture, Row, Section, Sentence, pieces
from recoupe.show.findings import Names

_NUMBER = re.compile(r"\d+(?:[\u202f\u00a0,.]\d+)*")
_WORD = re.compile(r"[^\W\d_]+")
_FILES = re.compile(r"\S+\.txt")


@pytest.fixture(scope="session")
def names(sample: Ledger) -> Names:
    return sample.crisis().names()


@pytest.fixture(scope="session")
def found(sample: Ledger) -> Crosscheck:
    """What stands, and the tolls that stood before: what is gone is told as well."""
    crisis = sample.crisis()
    tolls = [series for number, _ in crisis.moments() for series in crisis.kept_by(number).series]
    return replace(crisis.check(), series=tuple(tolls))


def said(composed: Report) -> Iterator[Sentence | Row]:
    yield from composed.sentences()
    yield from composed.rows()


def texts(one: Sentence | Row) -> tuple[str, ...]:
    return (one.words,) if isinstance(one, Sentence) else one.cells


def test_the_report_of_the_sample_has_every_section(composed: Report) -> None:
    """A section that is missing would say nothing wrong, and nothing at all."""
    keys = [section.key for section in composed.sections]
    assert keys == ["summary", "known", "sought", "tolls", "pictures", "moved", "disputes", "timeline", "unknown"]
    assert len(list(composed.sentences())) > 120
    assert len(list(composed.rows())) > 150


def test_every_sentence_and_row_ends_in_sources_of_its_records(composed: Report, names: Names) -> None:
    numbers = {source.record: source.number for source in composed.sources}
    for one in said(composed):
        assert one.sources and one.records, one
        articles = {names.records[id].article if id in names.records else id for id in one.records}
        assert {numbers[article] for article in articles} == set(one.sources), one


def test_no_section_and_no_title_holds_a_number_or_a_name(composed: Report) -> None:
    """Titles have no sources, so they tell nothing: they are words of the catalogue, and the number of a dispute."""
    known = _catalogue(composed.language)
    for title in _titles(composed.sections):
        assert {word.casefold() for word in _WORD.findall(title)} <= known, title


def test_every_quote_stands_in_an_article_or_a_record(composed: Report, names: Names, found: Crosscheck) -> None:
    """What is between marks is what an article says, and a name is one of a record."""
    held = _held(names, found)
    for one in said(composed):
        for quote in one.quotes:
            bare = quote.removesuffix("[…]").strip()
            assert any(bare.casefold() in text for text in held), quote
            assert any(quote in text for text in texts(one)), quote


def test_every_number_in_a_sentence_is_one_of_its_records(
    composed: Report, sample: Ledger, names: Names, found: Crosscheck
) -> None:
    """A value of a figure, a part of a day, or a count of what the sentence rests on."""
    totals = {len(sample.figures()), len(sample.statements()), len(sample.events()), len(sample.articles())}
    totals |= {len({row.publisher for row in sample.articles() if row.publisher})}
    sites = places_of(sample.crisis())
    known_places, unknown_places = len(sites.located), len(sites.unknown)
    totals |= {*range(known_places + 1), *range(unknown_places, known_places + unknown_places)}
    moments = {int(part) for _, at in sample.crisis().moments() for part in re.findall(r"\d+", at)}
    for one in said(composed):
        known = _numbers(one, names, found) | totals | moments
        for text in texts(one):
            for number in _NUMBER.findall(_bare(text, one.quotes)):
                assert _value(number, composed.language) in known, (number, text)


def test_every_other_word_is_of_the_catalogue(composed: Report) -> None:
    known = _catalogue(composed.language)
    for one in said(composed):
        for text in texts(one):
            bare = _FILES.sub(" ", _bare(text, one.quotes))
            strange = {word for word in _WORD.findall(bare) if word.casefold() not in known}
            assert not strange, (strange, text)


def test_copies_stand_under_what_they_copy_and_add_no_origin(composed: Report, sample: Ledger) -> None:
    """The toll of 384 stands in two papers that print one dispatch: one origin."""
    by_number = {source.number: source for source in composed.sources}
    copies = [source for source in composed.sources if source.copy_of]
    assert copies and all(source.level == 1 for source in copies)
    assert all(by_number[number].number < source.number for source in copies for number in source.copy_of)
    origins = {"fr": "1 origine, 2 articles", "en": "1 origin, 2 articles"}[composed.language]
    assert any(origins in one.words for one in composed.sentences())


def test_a_picture_says_in_words_what_it_shows(composed: Report) -> None:
    pictures = [part for part in composed.parts() if isinstance(part, Picture)]
    assert pictures
    for one in pictures:
        assert one.svg.lstrip().startswith(b"<svg") and one.png.startswith(b"\x89PNG")
        assert re.search(r"\d", one.alt) and one.caption.sources


def _titles(sections: Iterable[object]) -> Iterator[str]:
    for section in sections:
        if isinstance(section, Section):
            yield section.title
            yield from _titles(section.parts)


def _bare(text: str, quotes: tuple[str, ...]) -> str:
    """Return a text without the words of records in it, in whatever order they come."""
    for quote in sorted(quotes, key=len, reverse=True):
        text = "".join(piece if not quoted else " " for piece, quoted in pieces(text, (quote,)))
    return text


def _held(names: Names, found: Crosscheck) -> list[str]:
    held = [" ".join(account.article.text.split()) for account in names.dossier.accounts]
    for account in names.dossier.accounts:
        held += [account.article.name, account.article.title or "", account.article.publisher or ""]
    for one in names.records.values():
        held += [str(getattr(one, field, None) or "") for field in ("place", "source", "speaker")]
    held += [series.place or "" for series in found.series] + [series.source or "" for series in found.series]
    held += [one.question for one in found.disputes]
    held += [position.speaker or "" for one in found.disputes for position in one.positions]
    held += [source for entry in found.timeline for source in entry.sources]
    return [text.casefold() for text in held if text]


def _numbers(one: Sentence | Row, names: Names, found: Crosscheck) -> set[float]:
    articles = {names.records[id].article if id in names.records else id for id in one.records}
    days = {day for dating in found.datings if dating.article in articles for day in (dating.earliest, dating.latest)}
    days |= {account.article.published for account in names.dossier.accounts if account.article.id in articles}
    known: set[float] = {len(one.records), len(articles)}
    for id in one.records:
        record = names.records.get(id)
        if isinstance(record, Figure):
            known |= {value for value in (record.low, record.high) if value is not None}
            days |= {record.since, record.until}
    for entry in found.timeline:
        if set(entry.records) & set(one.records):
            days |= {entry.day, entry.until, *(part for day in entry.reported for part in day.split("/"))}
    for series in found.series:
        if any(set(step.figures) & set(one.records) for step in series.steps):
            days |= {series.since, *(step.until for step in series.steps)}
            known |= {len(series.steps)}
    known |= {int(part) for day in days if day for part in re.findall(r"\d+", day[:10])}
    behind = {origin.origin for origin in found.origins if origin.record in one.records}
    known |= set(range(1, len(behind) + 1))
    tolls = [series for series in found.series if any(set(step.figures) & set(one.records) for step in series.steps)]
    known |= {len(tolls), sum(len(series.steps) for series in tolls)}
    for number, dispute in enumerate(found.disputes, 1):
        held = {id for position in dispute.positions for id in (*position.statements, *position.figures)}
        if held & set(one.records):
            known |= {number, len({position.speaker for position in dispute.positions})}
    # what has no line in the timeline is counted by the thing, of which several records may tell
    known |= {sum(bool(set(happening.tellings) & set(one.records)) for happening in found.happenings)}
    lone = {telling for happening in found.happenings for telling in happening.tellings}
    known |= {
        sum(bool(set(happening.tellings) & set(one.records)) for happening in found.happenings)
        + len(set(one.records) - lone)
    }
    return known


def _value(number: str, language: str) -> float:
    bare = number.replace("\u202f", "").replace("\u00a0", "")
    return float(bare.replace(",", ".") if language == "fr" else bare.replace(",", ""))


def _catalogue(language: str) -> set[str]:
    words = Catalogue.of(language).words
    known = {word.casefold() for text in words.values() for word in _WORD.findall(text)}
    known |= {format_date(date(2024, month, 1), "MMMM", locale=language).casefold() for month in range(1, 13)}
    # units and codes that are no words of a language
    return known | {"er", "utc", "km", "eur", "usd"}


def test_what_is_only_asked_for_stands_apart_and_says_so(composed: Report) -> None:
    (section,) = [one for one in composed.sections if one.key == "sought"]
    said = [part.words for part in section.parts if isinstance(part, Sentence)]
    assert len(said) == len(set(said))
    head = {"fr": "Demandé, argent", "en": "Called for, money"}[composed.language]
    assert any(words.startswith(head) and "12" in words for words in said), said
