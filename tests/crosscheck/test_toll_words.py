"""Every entry of the words beside a toll's numbers is found in its own sentences, and in none of the others."""

from __future__ import annotations

import re

import pytest

from recoupe.crosscheck.tolls.words import Cue, cues, from_to, instead_of
from recoupe.lexicon import Entry, entries
from recoupe.model.article import Article, Block, BlockKind
from recoupe.model.span import Span

ENTRIES = entries("fr", "tolls")
NUMBER = re.compile(r"\[([^\]]*)\]")


def read(marked: str) -> tuple[Article, list[Span]]:
    """Return a paragraph as an article, and where its bracketed numbers stand."""
    spans = [
        Span(hit.start() - 2 * number, hit.end() - 2 * (number + 1))
        for number, hit in enumerate(NUMBER.finditer(marked))
    ]
    text = NUMBER.sub(r"\1", marked)
    sentences = tuple(Span(hit.start(), hit.end()) for hit in re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", text))
    block = Block(BlockKind.BODY, Span(0, len(text)), sentences)
    return Article(id="a", name="a.txt", text=text, blocks=(block,), language="fr"), spans


def says(entry: Entry, marked: str) -> bool:
    article, spans = read(marked)
    if entry.means == "from_to":
        first, second = (Span(span.start, span.start + len(span.of(article.text).split()[0])) for span in spans)
        return from_to(article, first, second)
    if entry.means == "in_place":
        return instead_of(article, spans[0]) is not None
    return Cue(entry.means) in cues(article, spans[0])


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
def test_the_words_of_a_toll_are_found_in_each_sentence_that_shows_them(entry: Entry) -> None:
    """What an entry means is said of the number of each of its sentences."""
    assert [marked for marked in entry.finds if not says(entry, marked)] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.name for entry in ENTRIES])
def test_the_words_of_a_toll_are_found_in_no_sentence_that_lacks_them(entry: Entry) -> None:
    """What an entry means is not said of the number of any sentence that it ignores."""
    assert [marked for marked in entry.ignores if says(entry, marked)] == []


def test_a_correction_is_also_heard_in_the_sentence_beside() -> None:
    """The words that take a toll back may stand in the sentence before or behind, no further off."""
    article, spans = read("Le maire a rectifié le bilan. Il y a [35] morts. La pluie continue. On compte [9] blessés.")
    assert Cue.RESTATED in cues(article, spans[0])
    assert Cue.RESTATED not in cues(article, spans[1])
