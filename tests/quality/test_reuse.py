"""The crises whose copied sentences are known: the set is what its own page says, before anything is judged on it."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import unicodedata
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
READ, UNREAD = HERE / "reuse", HERE / "reuse_unread"
CRISES = sorted(path.parent for part in (READ, UNREAD) for path in part.glob("*/articles.csv"))
# as many words in a row as the codebook asks of a passage
RUN = 8

UNITS = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
SMALL = {word: value for value, word in enumerate(UNITS)} | {"une": 1}
SMALL |= {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70}
LARGE = {"cent": 100, "cents": 100, "mille": 1000}

by_crisis = pytest.mark.parametrize("crisis", CRISES, ids=[crisis.name for crisis in CRISES])


def words(text: str) -> list[str]:
    """Return the words of a text; case, accents, punctuation and the way a number is written are set aside."""
    bare = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("pour cent", "%"))
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign)).replace("%", " pourcent ")
    bare = re.sub(r"(?<=\d)[\s.](?=\d{3}(?!\d))", "", bare).replace("quatre-vingts", "quatre-vingt")
    bare = re.sub(r"\b(vingt|trente|quarante|cinquante|soixante|septante) et (une?|onze)\b", r"\1 \2", bare)
    said: list[str] = []
    number: int | None = None
    for word in re.findall(r"\d+|[^\W\d_]+", bare):
        if word in SMALL:
            value = SMALL[word]
            number = 80 if (number, value) == (4, 20) else (number or 0) + value
        elif word in LARGE:
            number = (number or 1) * LARGE[word]
        else:
            said += [word] if number is None else [str(number), word]
            number = None
    return said if number is None else [*said, str(number)]


def articles(crisis: Path) -> list[dict[str, str]]:
    with (crisis / "articles.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def texts(crisis: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(crisis.glob("*.txt"))}


def rows(crisis: Path, name: str) -> list[dict[str, Any]]:
    path = crisis / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def both_sides(row: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["article_a"], row["text_a"]), (row["article_b"], row["text_b"])]


def runs_outside(text: str, marked: list[str]) -> set[tuple[str, ...]]:
    """Return the runs of words of a text that lie outside what is marked."""
    for one in sorted(marked, key=len, reverse=True):
        text = text.replace(one, "\0")
    pieces = [words(piece) for piece in text.split("\0")]
    return {tuple(said[at : at + RUN]) for said in pieces for at in range(len(said) - RUN + 1)}


def test_the_way_a_number_is_written_is_set_aside() -> None:
    assert words("Vingt-trois morts, 9 400 sinistrés") == words("23 MORTS ; 9.400 sinistres")
    assert words("« Quarante et un corps »") == words('"41 corps"')
    assert words("cinq mille trois cents") != words("cinq mille")


def test_five_crises_are_set_apart_by_their_names() -> None:
    names = sorted((crisis.name for crisis in CRISES), key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    assert len(names) == 10
    assert {crisis.name for crisis in CRISES if crisis.parent == UNREAD} == set(names[:5])


@by_crisis
def test_a_crisis_has_four_articles_of_a_known_day(crisis: Path) -> None:
    held, listed = texts(crisis), articles(crisis)
    assert [row["article"] for row in listed] == list(held) == [f"{crisis.name}-{n}.txt" for n in range(1, 5)]
    assert all(row["publisher"] and row["dated"] in ("yes", "no") for row in listed)
    assert all(date.fromisoformat(row["published"]) for row in listed)
    lengths = [len([word for word in text.split() if re.search(r"\w", word)]) for text in held.values()]
    assert all(150 <= length <= 260 for length in lengths)


@by_crisis
def test_each_passage_stands_once_in_each_of_two_articles(crisis: Path) -> None:
    held, listed = texts(crisis), rows(crisis, "passages")
    assert {row["form"] for row in listed} == {"verbatim", "reworked"}
    assert len({json.dumps(both_sides(row)) for row in listed}) == len(listed)
    for row in [*listed, *rows(crisis, "stock")]:
        assert row["article_a"] < row["article_b"]
        for article, text in both_sides(row):
            assert held[article].count(text) == 1, (article, text)
            assert text == text.strip()
            assert "\n" not in text


@by_crisis
def test_a_passage_is_verbatim_where_its_words_are_the_same(crisis: Path) -> None:
    wrong = [row for row in rows(crisis, "passages") if (row["form"] == "verbatim") != same_words(row)]
    assert not wrong
    assert all(same_words(row) for row in rows(crisis, "stock"))


def same_words(row: dict[str, Any]) -> bool:
    return words(row["text_a"]) == words(row["text_b"])


@by_crisis
def test_the_marked_stretches_of_an_article_do_not_overlap(crisis: Path) -> None:
    held = texts(crisis)
    sides = {side for row in [*rows(crisis, "passages"), *rows(crisis, "stock")] for side in both_sides(row)}
    for name, whole in held.items():
        spans = sorted((whole.index(text), whole.index(text) + len(text)) for article, text in sides if article == name)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


@by_crisis
def test_three_articles_share_passages_and_one_shares_none(crisis: Path) -> None:
    pairs = {(row["article_a"], row["article_b"]) for row in rows(crisis, "passages")}
    sharing = sorted({name for pair in pairs for name in pair})
    assert len(sharing) == 3
    assert pairs == set(combinations(sharing, 2))


@by_crisis
def test_nothing_is_shared_but_what_is_marked(crisis: Path) -> None:
    """A run of words long enough for a passage, in two articles, lies in a marked stretch."""
    marked: dict[tuple[str, str], list[str]] = {}
    for row in [*rows(crisis, "passages"), *rows(crisis, "stock")]:
        for mate, (article, text) in zip((row["article_b"], row["article_a"]), both_sides(row), strict=True):
            marked.setdefault((article, mate), []).append(text)
    for (one, said), (other, heard) in combinations(texts(crisis).items(), 2):
        shared = runs_outside(said, marked.get((one, other), [])) & runs_outside(heard, marked.get((other, one), []))
        assert not shared
