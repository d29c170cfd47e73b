"""The judge of a cross-check: a file of cases in, what is shown, missed or fired wrongly out.

A file of cases is TOML. Each table is one case: its name is one of JUDGES, whose docstring says which keys it takes.
`case` is a sentence for the reader; `sort` is what a fact table calls it (toll, correction, dispute, plan). Every
table whose name begins with `no` or `un` says what must not come.

- An article is its file name, with or without the ending.
- A place in an article is `article: words`; the records that meet the words are meant. `article = value` means the
  figures of the article that have this value.
- A name is matched by the words it holds, `|` parts several, `-` is no name.
- A value is `62`, `90+` (90 to open), `-5`, `20..30`, `~1200` (about), and is matched exactly.
- A step is `VALUE TYPE DAY in ARTICLE ... origins N`, all but the value optional: `71 raised 2018-03-07 in bria-04`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.crosscheck.judging import copies, tellings, tolls
from tests.crosscheck.judging.row import Outcome, Row, Verdict
from tests.crosscheck.judging.view import CaseBroken, View

from recoupe.model.account import Dossier
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.judgement import Judgement, NameOf

Cases = Mapping[str, Any]
JUDGES: dict[str, Callable[[View, Mapping[str, Any]], Verdict]] = {
    judge.__name__: judge
    for judge in (
        copies.passage,
        copies.no_passage,
        copies.lineage,
        copies.no_lineage,
        copies.origin,
        copies.no_common_origin,
        tolls.series,
        tolls.no_series_step,
        tolls.not_one_series,
        tolls.kept_out,
        tolls.related,
        tolls.unrelated,
        tolls.agreement,
        tolls.no_agreement,
        tellings.dispute,
        tellings.no_dispute,
        tellings.dating,
        tellings.happening,
        tellings.not_one_happening,
        tellings.timeline,
        tellings.suggestion,
        tellings.no_suggestion,
        tellings.withdrawn,
        tellings.not_withdrawn,
    )
}
__all__ = ["JUDGES", "CaseBroken", "Outcome", "Row", "judge", "judgements_of", "load_cases"]


def load_cases(path: Path) -> Cases:
    """Return the cases of a file. Errors: CaseBroken for a table that is none of JUDGES."""
    cases = tomllib.loads(path.read_text(encoding="utf-8"))
    unknown = set(cases) - set(JUDGES) - {"judgement"}
    if unknown:
        raise CaseBroken(f"{path.name}: no such tables: {', '.join(sorted(unknown))}")
    return cases


def judgements_of(cases: Cases) -> tuple[Judgement, ...]:
    """Return the judgements of a person that a file of cases starts from (`[[judgement]]`: of, one, other, same)."""
    return tuple(
        Judgement(
            of=NameOf(row["of"]),
            one=row["one"],
            other=row["other"],
            same=row.get("same", True),
            by="a coder",
            at="2018-04-01T12:00:00",
            why=row.get("why", ""),
        )
        for row in cases.get("judgement", ())
    )


def judge(check: Crosscheck, dossier: Dossier, names: Mapping[str, str], cases: Cases) -> list[Row]:
    """Return what came of every case. `names` gives the file name of each article id. Errors: CaseBroken."""
    view = View(check, dossier, names)
    rows = []
    for asked, judged in JUDGES.items():
        for case in cases.get(asked, ()):
            try:
                outcome, detail = judged(view, case)
            except KeyError as error:
                raise CaseBroken(f"[[{asked}]] {case.get('case')!r} lacks {error}") from error
            except CaseBroken as error:
                raise CaseBroken(f"[[{asked}]] {case.get('case')!r}: {error}") from error
            rows.append(Row(case=case["case"], asked=asked, outcome=outcome, detail=detail, sort=case.get("sort", "")))
    return rows
