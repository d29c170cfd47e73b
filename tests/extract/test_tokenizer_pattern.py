"""The factored token pattern: the same words, at a fraction of the cost, and the stock pattern where it does not fit."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from importlib.resources import files
from itertools import product
from pathlib import Path

import pytest

from recoupe.extract.pipeline import import_spacy
from recoupe.extract.tokenizer_pattern import HUGE, factored, factored_compile

OWN = Path(__file__).parents[1] / "quality" / "own"
HEADS = (
    "anti après arrière auto avant banc bas beau bien bois cache casse centre château chef chou clair contre coupe court "
    "demi double eau entre est ex extra faux femme fil franco garde grand gratte haut homme hors inter jeune jus libre "
    "lieu long main mal mi micro mot multi neuf non nord ouest ouvre passe petit pied pont porte post pro quasi rase "
    "rouge sans sauf semi serre sous sud sur taille tire trois ultra vice vingt ville zone kilo zz 12 É étà"
).split()
HYPHENS = ("-", "–", "—", "‐", "‑", "_", "'", "’", "--")
LINKS = (
    "de",
    "des",
    "du",
    "la",
    "le",
    "les",
    "lès",
    "en",
    "sur",
    "sous",
    "aux",
    "à",
    "et",
    "près",
    "saint",
    "par",
    "l'",
)
ODD = (
    "", "-", "a-", "-a", "États-Unis", "etats-unis", "new-yorkaises", "prud'hommes", "entr'ouvre", "r’ouvrir", "zig-zag",
    "black-out\n", "week-end", "droits-de-l'homme", "premier-ministre", "PREMIERE-MINISTRE", "ſaint-Jean", "K-way",
    "saut-de-ski", "pet-en-l'air", "pet-en-l’air", "a-b-c-d", "porte-à-porte", "porte- à", "porte-\u202fà", "anti-É",
)  # fmt: skip


@pytest.fixture(scope="module")
def stock() -> str:
    """The pattern as spaCy writes it."""
    with factored_compile():
        import_spacy()
        from spacy.lang.fr import tokenizer_exceptions
    return "(?iu)" + "|".join(f"(?:{part})" for part in tokenizer_exceptions._regular_exp)


def words() -> list[str]:
    """Every distinct run of characters without a space in what the project ships, and every word of them."""
    roots = [Path(str(files("recoupe.sample"))), Path(str(files("recoupe.lexicon"))), OWN]
    paths = [path for root in roots for path in sorted(root.rglob("*")) if path.suffix in (".txt", ".toml")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    return sorted({*re.findall(r"\S+", text), *re.findall(r"\w+", text)})


def tokens() -> Iterator[str]:
    seen = words()
    yield from seen
    yield from ODD
    plain = [word for word in seen if re.fullmatch(r"\w{2,9}", word)]
    tails = plain[:: max(1, len(plain) // 160)]
    for head, hyphen, tail in product(HEADS, HYPHENS, tails):
        yield f"{head}{hyphen}{tail}"
    few = tails[::8]
    for head, hyphen, link, tail in product(few, HYPHENS[:3], LINKS, few):
        yield f"{head}{hyphen}{link}-{tail}"
        yield f"{head.upper()}-{link}{hyphen}l’{tail}"


def test_the_factored_pattern_matches_the_same_words(stock: str) -> None:
    """Over more than 100,000 distinct tokens, thousands of which match and thousands of which do not."""
    short = factored(stock)
    assert short is not None
    small, large = re.compile(short).match, re.compile(stock).match
    distinct = set(tokens())
    assert len(distinct) > 100_000
    matched = [token for token in distinct if large(token)]
    assert 5_000 < len(matched) < len(distinct) - 5_000
    assert {token for token in distinct if small(token)} == set(matched)


def test_the_factored_pattern_is_small(stock: str) -> None:
    """It holds the class of letters a few times, not hundreds."""
    assert len(stock) > HUGE
    assert len(factored(stock) or stock) < 30_000


def test_the_factored_pattern_compiles_at_once(stock: str) -> None:
    """A tenth of a second is asked; a busy machine is given more."""
    short = factored(stock) or stock
    times = []
    for _ in range(3):
        re.purge()
        begun = time.process_time()
        re.compile(short)
        times.append(time.process_time() - begun)
    assert min(times) < 0.3


LETTERS = "[" + "".join(chr(code) for code in range(0x100, 0x200)) + "]"


@pytest.mark.parametrize("pattern", [
    "abc",
    f"(?:^a-{LETTERS}+$)",  # other flags
    f"(?iu)(?:^a-{LETTERS}+$)|(?:^b-{LETTERS}+)",  # one that is open at its end
    f"(?iu)(?:^a|b-{LETTERS}+$)|(?:^c-{LETTERS}+$)",  # an alternation that would change its reach
    f"(?iu)(?:^(?:a-{LETTERS})+$)",  # a group around the class
    f"(?iu)(?:^a\\-{LETTERS}+$)",  # an escape
    "(?iu)(?:^a-b$)|(?:^c-d$)",  # no class of letters
])  # fmt: skip
def test_a_pattern_of_another_shape_is_left_alone(pattern: str) -> None:
    """Whatever cannot be shown to mean the same is not touched."""
    assert factored(pattern) is None


def test_a_huge_pattern_of_another_shape_is_compiled_as_it_stands() -> None:
    """The load is slower then, and right."""
    pattern = "(?iu)(?:^(?:" + "|".join(f"mot{number}" for number in range(120_000)) + ")$)"
    assert len(pattern) > HUGE
    with factored_compile():
        assert re.compile(pattern).pattern == pattern


def test_a_factored_form_that_does_not_compile_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stock pattern is compiled instead."""
    monkeypatch.setattr("recoupe.extract.tokenizer_pattern.factored", lambda pattern: "(")
    pattern = "x" * (HUGE + 1)
    with factored_compile():
        assert re.compile(pattern).pattern == pattern


def test_small_patterns_are_compiled_as_ever_and_the_compiler_is_given_back() -> None:
    """Also where something fails on the way."""
    plain = re.compile
    with pytest.raises(ZeroDivisionError), factored_compile():
        assert re.compile(r"(?iu)(?:^a$)", flags=re.MULTILINE).pattern == r"(?iu)(?:^a$)"
        raise ZeroDivisionError
    assert re.compile is plain
