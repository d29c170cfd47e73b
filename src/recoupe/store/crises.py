"""One crisis of a ledger file: its dossier, its judgements, and what its checks found; each call one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sqlalchemy.engine import Engine

from recoupe.model.account import Dossier
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.judgement import Judgement
from recoupe.model.origin import Origin
from recoupe.model.review import Review
from recoupe.store import dossiers, findings, judgements, reviews
from recoupe.store.connect import looking, writing
from recoupe.store.findings import Checked, Compared
from recoupe.store.judgements import JudgementRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisBook:
    """What one ledger file holds of one crisis beyond its articles."""

    engine: Engine
    path: Path
    crisis: str

    def dossier(self) -> Dossier:
        """Return its articles as last read, with their records as judged, and the judgements that stand."""
        with looking(self.engine, self.path) as connection:
            return dossiers.dossier(connection, self.crisis)

    def dossiers(self) -> tuple[Dossier, Dossier]:
        """Return its dossier as the program read it, and the same with what people corrected, none rejected left out."""
        with looking(self.engine, self.path) as connection:
            read = dossiers.as_read(connection, self.crisis)
            judged = reviews.of_crisis(connection, self.crisis)
            return read, dossiers.as_judged(read, judged, rejected=True)

    def state(self, made_by: str) -> tuple[str, bool]:
        """Return one word for what a check by `made_by` would rest on now, and whether the last check rested on that."""
        with looking(self.engine, self.path) as connection:
            state = findings.state_of(connection, self.crisis, made_by)
            return state, findings.last_state(connection, self.crisis) == state

    def stale(self, made_by: str) -> bool:
        """Say whether a check by `made_by` would rest on anything else than the last one did.

        Nothing of the crisis is looked through where nothing was added to the ledger since that was last asked.
        """
        with looking(self.engine, self.path) as connection:
            reach = findings.reach(connection)
        return _stale(self.engine, self.path, self.crisis, made_by, reach)

    def reviews(self) -> list[Review]:
        """Return what people judged of single records of it and a check rests on, in the order in which they did."""
        with looking(self.engine, self.path) as connection:
            return reviews.weighing(connection, self.crisis)

    def compared(self, dossier: Dossier, made_by: str) -> Compared:
        """Return the pairs of its articles that were laid over each other before."""
        with looking(self.engine, self.path) as connection:
            return findings.compared(connection, (account.article for account in dossier.accounts), made_by)

    def keep(self, found: Crosscheck, *, made_by: str, state: str, run: int) -> int | None:
        """Keep what a check found and return the check's number; None, and nothing kept, where something was added or
        judged since `state`: what was found is then of a crisis that is no more."""
        with writing(self.engine, self.path, folded=True) as connection:
            if findings.state_of(connection, self.crisis, made_by) != state:
                return None
            return findings.keep(connection, found, state=state, run=run)

    def keep_compared(self, pairs: Compared, dossier: Dossier, *, made_by: str, run: int) -> None:
        """Keep what pairs of its articles share, so that they need not be compared again while they stay as they are."""
        with writing(self.engine, self.path) as connection:
            articles = (account.article for account in dossier.accounts)
            findings.keep_compared(connection, pairs, articles, made_by, run=run)

    def kept(self, until: int | None = None) -> Crosscheck:
        """Return what stands, or what stood after the check of a number."""
        with looking(self.engine, self.path) as connection:
            return findings.kept(connection, self.crisis, until=until)

    def kept_by(self, number: int) -> Crosscheck:
        """Return what stood after the check of a number; the latest few asked for are at hand."""
        return _kept_by(self.engine, self.path, self.crisis, number)

    def origins_of(self, record: str, number: int) -> list[Origin]:
        """Return the origins behind one record after the check of a number."""
        with looking(self.engine, self.path) as connection:
            return findings.origins_of(connection, self.crisis, record, until=number)

    def last_check(self, as_of: str | None = None) -> int | None:
        """Return the number of the last check, or of the last that began on a day (ISO, UTC) or before; None for none."""
        with looking(self.engine, self.path) as connection:
            return findings.last_check(connection, self.crisis, as_of=as_of)

    def moments(self) -> list[tuple[int, str]]:
        """Return the numbers of its checks and when each began (ISO, UTC)."""
        with looking(self.engine, self.path) as connection:
            return findings.moments(connection, self.crisis)

    def checks(self, since: str | None = None) -> list[Checked]:
        """Return the checks from a moment on, each with what came and went."""
        with looking(self.engine, self.path) as connection:
            return findings.checks(connection, self.crisis, since=since)

    def judge(self, judgement: Judgement, *, run: int) -> int:
        """Keep a judgement and return its number. Errors: ValueUnknown."""
        with writing(self.engine, self.path, folded=True) as connection:
            return judgements.judge(connection, self.crisis, judgement, run=run)

    def take_back(self, number: int, *, by: str, why: str, run: int) -> None:
        """Undo a judgement on it; both stay. Errors: NotInLedger, ValueUnknown."""
        with writing(self.engine, self.path, folded=True) as connection:
            judgements.take_back(connection, self.crisis, number, by=by, why=why, run=run)

    def judgements(self) -> list[JudgementRow]:
        """Return all judgements in the order they were made."""
        with looking(self.engine, self.path) as connection:
            return judgements.judgements(connection, self.crisis)


@lru_cache(maxsize=4)
def _kept_by(engine: Engine, path: Path, crisis: str, number: int) -> Crosscheck:
    """Return what stood after a check: nothing that is added later alters it."""
    with looking(engine, path) as connection:
        return findings.kept(connection, crisis, until=number)


@lru_cache(maxsize=64)
def _stale(engine: Engine, path: Path, crisis: str, made_by: str, reach: tuple[int, ...]) -> bool:
    """Say whether a crisis is stale: as long as the ledger reaches as far, the answer is the same."""
    return not CrisisBook(engine=engine, path=path, crisis=crisis).state(made_by)[1]
