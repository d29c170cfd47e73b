"""Articles that copy from each other in, how the time to find what they share grows with their number out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bench.timing import Line, in_turn, ratio
from recoupe.crosscheck.reuse.passages import find_passages
from recoupe.model.account import Account
from recoupe.model.article import Article, Block, BlockKind
from recoupe.model.span import Span

WORDS, SENTENCE, COPIED = 320, 16, 24
SYLLABLES = "ba be bi bo bu da de di do du fa fe fi fo fu ka ke ki ko ku la le li lo lu ma me mi mo mu".split()
FOOTER = "toute reproduction de cette depeche sans accord ecrit de la redaction centrale reste interdite aux abonnes"
FEW, TIMES = 250, 8


def growth(few: int = FEW, times: int = TIMES) -> Iterator[Line]:
    """What the passages of so many times as many articles cost; linear growth is the number of times itself."""
    small, large = generated(few), generated(few * times)
    took = in_turn({"few": lambda: find_passages(small), "many": lambda: find_passages(large)}, 3)
    found = len(find_passages(large))
    yield ratio(
        f"passages of {few * times} articles / of {few}",
        took["many"],
        took["few"],
        note=f"{times} would be linear; {found} passages between the many",
    )


@cache
def generated(number: int) -> tuple[Account, ...]:
    """Return articles of words that nobody speaks: a third copies a stretch from one before it, a third bears a footer.

    Always the same ones. The frequent words are the more frequent the earlier they stand in a list, as in real texts.
    """
    state = 1
    bodies: list[list[str]] = []
    for at in range(number):
        words = []
        for _ in range(WORDS):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            words.append(_word(state >> 33))
        if at % 3 == 1:
            source = bodies[(state >> 20) % at]
            start = (state >> 40) % (WORDS - COPIED)
            words[40 : 40 + COPIED] = source[start : start + COPIED]
        bodies.append(words)
    return tuple(sorted((_account(at, words) for at, words in enumerate(bodies)), key=lambda one: one.article.id))


def _word(drawn: int) -> str:
    """Return a word by its rank: half of what is drawn is among the most frequent few dozens."""
    rank = int(20_000 ** ((drawn % 2**30) / 2**30))
    name = ""
    for _ in range(4):
        name += SYLLABLES[rank % len(SYLLABLES)]
        rank //= len(SYLLABLES)
    return name


def _account(at: int, words: list[str]) -> Account:
    sentences = [" ".join(words[start : start + SENTENCE]) + "." for start in range(0, len(words), SENTENCE)]
    text = " ".join(sentences) + (f"\n\n{FOOTER}" if at % 3 == 2 else "")
    body = len(" ".join(sentences))
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    blocks = [Block(BlockKind.BODY, Span(0, body), tuple(spans))]
    if at % 3 == 2:
        end = Span(body + 2, len(text))
        blocks.append(Block(BlockKind.BODY, end, (end,)))
    return Account(article=Article(id=f"{at:08d}", name=f"{at}.txt", text=text, blocks=tuple(blocks), language="fr"))
