"""Which tables of facts there are, and the crisis that each is judged on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.quality.crosschecks import Crisis, missing
from tests.quality.sets import ROOT

HERE = Path(__file__).parent
GOLDEN = ROOT / "tests" / "golden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file of cases and its crisis. `unread`: nobody who writes rules reads it, and only totals of it are shown."""

    name: str
    path: Path
    crisis: Crisis
    shared: bool
    unread: bool = False

    def missing(self) -> str | None:
        """Return why the facts cannot be judged here, or None where they can."""
        return missing(self.crisis.name) if self.shared else None


def tables() -> list[Table]:
    """Return all tables: the golden crises, the seeds, the crises that are read and those that are set apart."""
    golden = [
        Table(
            name=path.parent.name + path.stem.removeprefix("expected"),
            path=path,
            crisis=Crisis.in_folder(path.parent),
            shared=False,
        )
        for path in sorted(GOLDEN.glob("*/expected*.toml"))
    ]
    return [*golden, *_shared(HERE), *_shared(HERE / "unread", unread=True)]


def _shared(folder: Path, *, unread: bool = False) -> list[Table]:
    return [
        Table(name=path.stem, path=path, crisis=_crisis(path.stem), shared=True, unread=unread)
        for path in sorted(folder.glob("*.toml"))
    ]


def _crisis(name: str) -> Crisis:
    if name == "seeds.undated":
        return Crisis.seeds(days="002_6594ea3621ff6c24.txt")
    return Crisis.seeds() if name.startswith("seeds") else Crisis.dossier(name)
