"""Settings in, whether all that reading needs is in order out; and the gazetteers that a user adds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from recoupe.errors import FileUnreadable, GazetteerUnknown, LedgerMissing, RecoupeError
from recoupe.lexicon import languages
from recoupe.lexicon.lint import lint
from recoupe.lexicon.load import files
from recoupe.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at; `faults` is empty where it is in order, `says` what was found."""

    what: str
    says: str
    faults: tuple[str, ...] = ()


def checks(settings: Settings) -> Iterator[Check]:
    """Yield what is in order and what is not: the language model, the lexicons, the gazetteer, the ledger."""
    yield _model()
    yield _lexicons()
    yield _gazetteer(settings)
    yield _ledger(settings)


def add_gazetteer(path: str | PathLike[str], *, name: str | None = None, settings: Settings | None = None) -> int:
    """Keep a gazetteer (CSV, GeoNames dump or GeoJSON) for all readings to come, and return how many places it has.

    Errors: FileMissing, FileUnreadable, GazetteerUnreadable, GazetteerEmpty.
    """
    from recoupe.extract.gazetteer_files import add_gazetteer as keep

    settings = settings or Settings.from_environment()
    return keep(Path(path), settings.gazetteers, name)


def remove_gazetteer(name: str, *, settings: Settings | None = None) -> int:
    """Forget a gazetteer that was added, and return how many places it had. The file it came from is left alone.

    What was read with it stays as it was read, until it is added again. Errors: GazetteerUnknown, FileUnreadable.
    """
    settings = settings or Settings.from_environment()
    found = gazetteers(settings)
    if name not in found:
        raise GazetteerUnknown(name, "there are: " + ", ".join(found) if found else "there is none")
    path = settings.gazetteers / f"{name}.jsonl"
    try:
        path.unlink()
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or "") from error
    return found[name]


def gazetteers(settings: Settings | None = None) -> dict[str, int]:
    """Return the gazetteers that were added, by name, and how many places each has."""
    settings = settings or Settings.from_environment()
    found = {}
    for path in sorted(settings.gazetteers.glob("*.jsonl")) if settings.gazetteers.is_dir() else ():
        with path.open("rb") as lines:
            found[path.stem] = sum(1 for _ in lines)
    return found


def _model() -> Check:
    from recoupe.extract import pipeline

    try:
        nlp = pipeline.load()
        parsed = len(list(pipeline.parse(["Douze personnes ont été blessées."])))
    except (OSError, ImportError, ValueError) as error:
        return Check(what="language model", says=pipeline.MODEL, faults=(f"it cannot be loaded: {error}",))
    version = nlp.meta.get("version", "?")
    faults = () if parsed == 1 else ("it parses nothing",)
    return Check(what="language model", says=f"{pipeline.MODEL} {version}", faults=faults)


def _lexicons() -> Check:
    faults: tuple[str, ...] = ()
    for language in languages():
        try:
            faults += tuple(lint(language))
        except ValueError as error:
            faults += (f"{language}: a file is no TOML: {error}",)
    counts = ", ".join(f"{language}: {len(files(language))} files" for language in languages())
    return Check(what="lexicons", says=counts or "none", faults=faults if languages() else ("no language has one",))


def _gazetteer(settings: Settings) -> Check:
    from recoupe.extract.gazetteer import Gazetteer

    try:
        known = Gazetteer.open(settings.cache, settings.gazetteers).lookup("Paris")
    except Exception as error:
        # whatever a broken index or an added file brings up is what the user asked to be told
        return Check(what="gazetteer", says=str(settings.cache), faults=(f"{type(error).__name__}: {error}",))
    faults = () if known else ("it does not know Paris; delete the folder, it is built again",)
    added = ", ".join(f"{name} ({count})" for name, count in gazetteers(settings).items())
    return Check(what="gazetteer", says=f"{settings.cache}{', with ' + added if added else ''}", faults=faults)


def _ledger(settings: Settings) -> Check:
    from recoupe.ledger import Ledger

    try:
        ledger = Ledger.open(settings.ledger, create=False, settings=settings)
        faults = tuple(ledger.faults())
    except LedgerMissing:
        return Check(what="ledger", says=f"{settings.ledger}: not made yet")
    except RecoupeError as error:
        return Check(what="ledger", says=str(settings.ledger), faults=(str(error),))
    return Check(what="ledger", says=f"{settings.ledger}: {len(ledger.articles())} articles", faults=faults)
