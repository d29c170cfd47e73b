"""The language pipeline: what it loads, what its shortcuts leave unchanged, and that a sentence is parsed alone."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from recoupe.extract import pipeline

SAMPLE = Path(str(files("recoupe.sample"))) / "alep-2016"


def sentences() -> list[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.txt")))
    return [part for line in text.splitlines() for part in re.split(r"(?<=[.!?]) (?=[A-ZÉ«])", line) if part.strip()]


def told(doc: Any) -> list[tuple[str, ...]]:
    return [(word.text, word.pos_, str(word.morph), word.dep_, str(word.head.i), word.lemma_) for word in doc]


def test_only_what_the_rules_use_is_loaded() -> None:
    """No name recogniser, which costs as much as all the rest."""
    names = pipeline.load().pipe_names
    assert names == ["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer"]


def test_the_token_pattern_in_use_is_the_factored_one() -> None:
    """The model's own copy of it is swapped as well."""
    assert len(pipeline.load().tokenizer.token_match.__self__.pattern) < 30_000


def test_a_sentence_reads_the_same_wherever_it_stands() -> None:
    """Its neighbours in the batch change nothing."""
    some = sentences()[:60]
    together = [told(doc) for doc in pipeline.parse(some)]
    assert [told(next(iter(pipeline.parse([sentence])))) for sentence in some] == together
    assert [told(doc) for doc in pipeline.parse(some[::-1])][::-1] == together


def test_the_faster_products_give_the_same_parse() -> None:
    """Heads, labels, parts of speech, morphology and lemmas are those of the stock pipeline."""
    fast = pipeline.load()
    texts = sentences()
    ours = [told(doc) for doc in fast.pipe(texts)]
    stock_ops = _stock_ops()
    nodes = [node for _, part in fast.pipeline if hasattr(part, "model") for node in _nodes(part.model)]
    kept = [node.ops for node in nodes]
    try:
        for node in nodes:
            node.ops = stock_ops
        assert [told(doc) for doc in fast.pipe(texts)] == ours
    finally:
        for node, ops in zip(nodes, kept, strict=True):
            node.ops = ops


def _stock_ops() -> Any:
    from thinc.api import NumpyOps

    return NumpyOps()


def _nodes(model: Any) -> list[Any]:
    return list(model.walk()) if hasattr(model, "walk") else []


def test_a_no_break_space_is_never_a_root() -> None:
    """This is what the attribute ruler is loaded for."""
    for doc in pipeline.parse(["\u202fDouze morts.", "« Douze morts », dit-il.\xa0", "Il a dit\u202f: «\xa0Non\xa0»."]):
        assert not [word for word in doc if word.is_space and word.dep_ == "ROOT"]


IMPORTED = """
import sys
from recoupe.extract import pipeline
pipeline.import_spacy()
assert "weasel" not in sys.modules and "spacy.cli" not in sys.modules
import spacy, spacy.cli
assert spacy.cli.download and callable(spacy.info)
"""
FALLBACK = """
import sys
from recoupe.extract import pipeline
class Refusing:
    def find_spec(self, name, path=None, target=None):
        if name == "spacy" and getattr(sys.modules.get("spacy.cli"), "__file__", None) is None and self.armed:
            self.armed = False
            raise ImportError("not without spacy.cli")
refusing = Refusing()
refusing.armed = True
sys.meta_path.insert(0, refusing)
pipeline.import_spacy()
import spacy
assert not refusing.armed and spacy.cli.__file__ and callable(spacy.info)
"""


@pytest.mark.parametrize("script", [IMPORTED, FALLBACK], ids=["without its command line", "whole where it must be"])
def test_spacy_is_imported(script: str) -> None:
    """What was left out can be imported later; and where leaving it out fails, nothing is left out."""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
