"""The comparisons of `make bench`: each returns its lines of the table."""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bench import texts
from bench.checking import checking
from bench.reuse import growth
from bench.timing import Line, commands_in_turn, in_turn, ratio
from recoupe.extract import pipeline
from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.local import MEMO, read_paragraphs
from recoupe.extract.memo import Memo, Unread
from recoupe.extract.reading import Reading
from recoupe.extract.tokenizer_pattern import factored
from recoupe.flow import digest
from recoupe.settings import Settings

PYTHON = sys.executable
STOCK_LOAD = f"import spacy; spacy.load({pipeline.MODEL!r}, exclude={list(pipeline.UNUSED)!r})"
OUR_LOAD = "from recoupe.extract import pipeline; pipeline.load()"
PHRASE = "Au moins 12 civils ont été tués mardi à Goma, selon la police."


def starts(folder: Path) -> Iterator[Line]:
    """What the commands cost from the shell: in starts of Python, and of what must be loaded to read at all."""
    recoupe = (PYTHON, "-m", "recoupe")
    commands = {
        "python -c pass": (PYTHON, "-c", "pass"),
        "recoupe --help": (*recoupe, "--help"),
        "recoupe crises": (*recoupe, "crises", "--ledger", str(folder / "empty.sqlite")),
        "recoupe try": (*recoupe, "try", PHRASE),
        "load": (PYTHON, "-c", OUR_LOAD),
    }
    commands_in_turn({"made": (PYTHON, "-c", _made(folder / "empty.sqlite"))}, 1)
    took = commands_in_turn(commands, 3)
    for name in ("recoupe --help", "recoupe crises"):
        yield ratio(f"start: {name} / python -c pass", took[name], took["python -c pass"])
    yield ratio(
        "start: recoupe try, one sentence / the load of the language pipeline", took["recoupe try"], took["load"]
    )


def loads() -> Iterator[Line]:
    """What the load costs with the stock pattern and import, and with ours."""
    took = commands_in_turn({"stock": (PYTHON, "-c", STOCK_LOAD), "ours": (PYTHON, "-c", OUR_LOAD)}, 2)
    yield ratio("load, stock / ours", took["stock"], took["ours"], "asked: 2 or more; both without what is not used")


def patterns() -> Iterator[Line]:
    """What compiling the French token pattern costs, stock and factored."""
    pipeline.load()
    from spacy.lang.fr import tokenizer_exceptions

    stock = "(?iu)" + "|".join(f"(?:{part})" for part in tokenizer_exceptions._regular_exp)
    took: dict[str, float] = {}
    for name, make in (("stock", lambda: stock), ("factored", lambda: factored(stock) or stock)):
        re.purge()
        begun = time.process_time()
        re.compile(make())
        took[name] = time.process_time() - begun
    yield Line(
        what="compile the token pattern, stock / factored",
        ratio=took["stock"] / took["factored"],
        note=f"factored {took['factored']:.3f} s, asked: 0.1 s or less; {len(stock)} characters to {len(factored(stock) or stock)}",
    )


def reading(gazetteer: Gazetteer) -> Iterator[Line]:
    """What the parse alone costs of reading five reports, what everything else adds, and the load before them."""
    name, five = texts.five()
    sentences = [texts.sentences(article) for article in five]

    def whole() -> None:
        MEMO.clear()
        for article in five:
            digest(article, gazetteer)

    jobs = {"parse": lambda: [list(pipeline.parse(some)) for some in sentences], "whole": whole}
    took = in_turn(jobs, 5)
    rest = [whole - parse for whole, parse in zip(took["whole"], took["parse"], strict=True)]
    yield ratio(f"reading five reports ({name}): everything else / the parse", rest, took["parse"])
    load = statistics.median(commands_in_turn({"load": (PYTHON, "-c", OUR_LOAD)}, 2)["load"])
    yield ratio(
        f"the load, once / reading five reports ({name})", [load] * len(took["whole"]), took["whole"],
        note=f"reading them takes {statistics.median(took['whole']):.2f} s of this machine",
    )  # fmt: skip


def products() -> Iterator[Line]:
    """What the matrix products cost on the stock library and on numpy's, and whether the parse is the same."""
    from thinc.api import NumpyOps

    nlp = pipeline.load()
    nodes = [
        node
        for _, part in nlp.pipeline
        if hasattr(model := getattr(part, "model", None), "walk")
        for node in model.walk()
    ]
    fast, stock = nodes[0].ops, NumpyOps()
    articles = texts.many()
    groups = [
        [sentence for article in articles[at : at + 4] for sentence in texts.sentences(article)]
        for at in range(0, len(articles), 4)
    ]

    def parse(ops: Any) -> list[tuple[str, ...]]:
        for node in nodes:
            node.ops = ops
        return [
            (word.text, word.pos_, str(word.morph), word.dep_, str(word.head.i), word.lemma_)
            for group in groups
            for doc in nlp.pipe(group)
            for word in doc
        ]

    try:
        ours, theirs = parse(fast), parse(stock)
        same = sum(one == other for one, other in zip(ours, theirs, strict=True))
        took = in_turn({"stock": lambda: parse(stock), "fast": lambda: parse(fast)}, 3)
    finally:
        for node in nodes:
            node.ops = fast
    yield ratio(
        "parse, stock products / numpy's", took["stock"], took["fast"],
        note=f"same head, label, part of speech, morphology and lemma on {same} of {len(ours)} tokens",
    )  # fmt: skip


def batches() -> Iterator[Line]:
    """What is won by parsing several articles in one batch."""
    articles = texts.many()
    sentences = [texts.sentences(article) for article in articles]

    def parse(size: int) -> None:
        for at in range(0, len(sentences), size):
            list(pipeline.parse([one for some in sentences[at : at + size] for one in some]))

    took = in_turn({"one": lambda: parse(1), "four": lambda: parse(4)}, 5)
    yield ratio("parse, one article a batch / four", took["one"], took["four"], "too little to mix articles for")


class Forgetful(Memo):
    """Reads each paragraph whenever it comes, even where it stands twice in one article."""

    def recall(self, paragraphs: Sequence[Unread], read: Callable[[Sequence[Unread]], list[Reading]]) -> list[Reading]:
        return read(paragraphs)


def memo() -> Iterator[Line]:
    """What remembering paragraphs wins on streams in which a share of them repeats, and whether it changes a byte."""
    for share in (0.0, 0.6, 0.9):
        stream = texts.stream(share, 400)

        def read(kept: Memo, stream: Sequence[Unread] = stream) -> list[Reading]:
            return [one for at in range(0, len(stream), 10) for one in read_paragraphs(stream[at : at + 10], kept)]

        same = repr(read(Memo(4096))).encode() == repr(read(Forgetful(0))).encode()
        took = in_turn({"without": partial(read, Forgetful(0)), "with": lambda read=read: read(Memo(4096))}, 3)
        yield ratio(
            f"reading with {share:.0%} of the paragraphs repeated, without memo / with", took["without"], took["with"],
            note="same readings byte for byte" if same else "THE READINGS DIFFER",
        )  # fmt: skip


def everything(folder: Path) -> Iterator[Line]:
    """All lines of the table."""
    gazetteer = Gazetteer.open(Settings.from_environment().cache)
    yield from starts(folder)
    yield from loads()
    yield from patterns()
    yield from reading(gazetteer)
    yield from products()
    yield from batches()
    yield from memo()
    yield from checking(gazetteer)
    yield from growth()


def _made(ledger: Path) -> str:
    return f"from recoupe.ledger import Ledger; Ledger.open({str(ledger)!r})"
