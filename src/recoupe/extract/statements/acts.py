"""A content and its cue in, the act that it is by its sense out."""

from __future__ import annotations

import re
from functools import cache

from recoupe import lexicon
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import LANGUAGE
from recoupe.model.span import Evidence
from recoupe.model.statement import Act

ORDER = ("accuse", "deny", "reject", "demand", "promise", "threaten", "praise")


def act_of(each: Found, text: str) -> tuple[Act, Evidence]:
    """Return the act of a statement: its cue's, or for a plain `say` the first that its words show."""
    if each.means != "say":
        return Act(each.means), Evidence("act", each.entry.name if each.entry else "statements.act.cue", each.cue)
    content = each.span.of(text).casefold().replace("’", "'")
    for entry, pattern in _signs():
        if entry.extra.get("direct") and each.form == "indirect":
            continue
        wanted = entry.extra.get("cues")
        if wanted and (each.cue is None or not any(word in each.cue.of(text).casefold() for word in wanted.split())):
            continue
        if pattern.search(content):
            return Act(entry.means), Evidence("act", entry.name, each.span)
    return Act.SAY, Evidence("act", "statements.act.default", None)


@cache
def _signs() -> tuple[tuple[lexicon.Entry, re.Pattern[str]], ...]:
    found = []
    for act in ORDER:
        for entry in lexicon.entries(LANGUAGE, "acts"):
            if entry.means == act:
                words = "|".join(
                    re.escape(form).replace(r"\ ", r"\s+") for form in sorted(entry.forms, key=len, reverse=True)
                )
                found.append((entry, re.compile(entry.regex or rf"(?<!\w)(?:{words})(?!\w)")))
    return tuple(found)
