"""A language's lexicon in, what is wrong with it out: duplicates, contradictions, entries without sentences."""

from __future__ import annotations

from collections import defaultdict

from recoupe.errors import LexiconBroken
from recoupe.lexicon.load import entries, files


def lint(language: str) -> list[str]:
    """Return one sentence for each fault in a language's lexicon; an empty list where there is none.

    Two entries of a file may share a form only where their `role` differs, or what they can be said `of`.
    """
    faults = []
    for file in files(language):
        try:
            found = entries(language, file)
        except LexiconBroken as error:
            faults.append(str(error))
            continue
        names, owners = set(), defaultdict(set)
        for entry in found:
            if entry.name in names:
                faults.append(f"{entry.name}: two entries of this name")
            names.add(entry.name)
            if len(set(entry.forms)) < len(entry.forms):
                faults.append(f"{entry.name}: a form stands twice")
            for form in entry.forms:
                if form != form.strip() or not form:
                    faults.append(f"{entry.name}: white space around {form!r}")
                owners[form, str(entry.extra.get("role", "")), *entry.extra.get("of", ())].add(
                    (entry.name, entry.means)
                )
            if set(entry.finds) & set(entry.ignores):
                faults.append(f"{entry.name}: one sentence both finds and ignores")
        for (form, *_), holders in owners.items():
            if len(holders) > 1:
                faults.append(f"{file}: {form!r} stands in {', '.join(sorted(name for name, _ in holders))}")
    return faults
