"""Words that look like a credit in, why they credit nobody out: `selon leur état`, `n'ont pu être vérifiés de source indépendante`."""

from __future__ import annotations

import re

from recoupe.extract.statements.lexis import is_a
from recoupe.extract.statements.words import Row, Stretch

# what somebody has and is sorted by, though the noun may name a body
CONDITIONS = frozenset(
    "état région commune ville pays province département quartier zone camp centre port classe grade rang".split()
)
CHECKED = re.compile(r"(?:vérifi|confirm|authentifi|corrobor|recoup|étay)\w*")


def of_a_document(row: Row, at: int) -> bool:
    """Say whether `de source` tells whose a count is: `Le bilan de source hospitalière fait état de huit morts`."""
    noun = at - 1
    while noun > 0 and row.words[noun].pos == "ADJ":
        noun -= 1
    return is_a(row.low(noun), "document") and not row.words[noun].finite


def unchecked(row: Row, at: int, stretch: Stretch) -> bool:
    """Say whether nobody of the kind bears something out: `n'ont pu être vérifiés de source indépendante`."""
    near = range(max(stretch.start, at - 9), at)
    return any(row.low(k) in ("n'", "ne") for k in near) and any(CHECKED.fullmatch(row.low(k)) for k in near)
