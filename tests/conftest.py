"""Digests made by hand, for the tests of what keeps and shows them, where no language pipeline is loaded; and the built-in places."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from recoupe.errors import FileEmpty
from recoupe.extract.gazetteer import Gazetteer
from recoupe.ledger import Ledger
from recoupe.model.article import Article, Block, BlockKind, PublishedBasis, Raw
from recoupe.model.digest import Digest
from recoupe.model.figure import Counted, Figure, Kind, Qualifier
from recoupe.model.place import GazetteerEntry, Place, PlaceName
from recoupe.model.skipped import Skipped
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Act, Form, Statement
from recoupe.settings import Settings
from recoupe.store.connect import open_engine
from recoupe.store.writer import Writer

SAMPLE = "alep-2016"
"""The crisis that comes with the project."""
TEXT = (
    "Au moins 12 personnes ont été tuées à Port-Clair, selon la préfecture. « Nous cherchons encore », a dit le maire."
)


def make_raw(text: str = TEXT, name: str = "note.txt", **given: str) -> Raw:
    """Return the document of a text, with what came with it."""
    return Raw(name=name, origin=f"/reports/{name}", data=text.encode(), media="text", **given)


def make_digest(raw: Raw, made_by: str = "v1") -> Digest:
    """Return a digest of `Au moins N`, `personnes`, `Port-Clair` and the words between « », found by plain search."""
    text = raw.data.decode()
    known = "|".join((" ".join(text.split()), raw.publisher or "", raw.url or ""))
    id = hashlib.sha256(known.encode()).hexdigest()[:16]
    article = Article(
        id=id,
        name=raw.name,
        text=text,
        blocks=(Block(BlockKind.BODY, Span(0, len(text)), (Span(0, len(text)),)),),
        language=raw.language or "fr",
        title=raw.title,
        publisher=raw.publisher,
        url=raw.url,
        published=raw.published,
        published_basis=PublishedBasis.METADATA if raw.published else PublishedBasis.UNKNOWN,
        encoding="utf-8",
    )
    return Digest(
        article=article,
        figures=tuple(_figures(article)),
        statements=tuple(_statements(article)),
        places=tuple(_places(article)),
        made_by=made_by,
    )


def _figures(article: Article) -> Iterator[Figure]:
    text = article.text
    at = text.find("12")
    if at < 0:
        return
    hedge = text.find("Au moins")
    place = text.find("Port-Clair")
    evidence = [Evidence("low", "numbers.digits", Span(at, at + 2)), Evidence("kind", "kinds:killed.kill", None)]
    if hedge >= 0:
        evidence.append(Evidence("qualifier", "hedges:at_least", Span(hedge, hedge + 8)))
    yield Figure(
        article=article.id,
        span=Span(at, at + 2),
        text="12",
        unit="count",
        low=12,
        high=None if hedge >= 0 else 12,
        qualifier=Qualifier.AT_LEAST if hedge >= 0 else Qualifier.EXACT,
        kind=Kind.KILLED,
        counted=Counted.PEOPLE,
        place="Port-Clair" if place >= 0 else None,
        since=article.published,
        until=article.published,
        source="la préfecture" if "préfecture" in text else None,
        evidence=tuple(evidence),
    )


def _statements(article: Article) -> Iterator[Statement]:
    text = article.text
    start, end = text.find("« ") + 2, text.find(" »")
    if start < 2 or end < 0:
        return
    cue = text.find("a dit")
    yield Statement(
        article=article.id,
        span=Span(start, end),
        text=text[start:end],
        speaker="maire",
        form=Form.DIRECT,
        cue="a dit" if cue >= 0 else None,
        cue_span=Span(cue, cue + 5) if cue >= 0 else None,
        act=Act.SAY,
        evidence=(Evidence("cue", "attribution:say", Span(cue, cue + 5) if cue >= 0 else None),),
    )


def _places(article: Article) -> Iterator[Place]:
    at = article.text.find("Port-Clair")
    if at >= 0:
        entry = GazetteerEntry(id="test:1", name="Port-Clair", level="city", country="FR")
        name = PlaceName(span=Span(at, at + 10), name="Port-Clair", rule="places.name")
        yield Place(name=name, entry=entry, score=1.0, precision="exact")


@dataclass(slots=True)
class PlainEngine:
    """An engine that reads by plain search: what it is called, and how many documents it was given."""

    version: str = "v1"
    read_count: int = 0

    def made_by(self) -> str:
        return self.version

    def read(self, raws: Iterable[Raw]) -> Iterator[tuple[Raw, Digest | Skipped]]:
        for raw in raws:
            self.read_count += 1
            if raw.data.startswith(b"\x00"):
                yield raw, Skipped(name=raw.name, stage="parse", code=FileEmpty.code, reason="a binary file")
            else:
                yield raw, make_digest(raw, self.version)

    def digest(self, article: Article) -> Digest:
        return make_digest(make_raw(article.text, article.name, published=article.published))


@pytest.fixture
def engine() -> PlainEngine:
    return PlainEngine()


@pytest.fixture
def raw() -> Callable[..., Raw]:
    return make_raw


@pytest.fixture
def digest() -> Callable[..., Digest]:
    return make_digest


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of two reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "note.txt").write_text(TEXT, encoding="utf-8")
    (folder / "suite.txt").write_text("Le bilan est de 12 morts à Port-Clair.", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The built-in places, opened once."""
    return Gazetteer.open(Settings.from_environment().cache)


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a ledger that holds the sample crisis, read and cross-checked once."""
    path = tmp_path_factory.mktemp("sample") / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        ledger.add(str(files("recoupe.sample") / SAMPLE), crisis=SAMPLE)
        ledger.crisis(SAMPLE).check()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test's own ledger lies."""
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def writer(path: Path) -> Writer:
    """A writer of that ledger, which holds nothing yet."""
    return Writer(engine=open_engine(path, create=True), path=path)
