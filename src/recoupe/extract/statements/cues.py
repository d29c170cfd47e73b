"""A row of words in, the verbs of saying in it out, each with its auxiliary, its mood and the frames it opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.extract.statements.groups import Group, group_at, leads_up
from recoupe.extract.statements.lexis import (
    CueForm,
    closed_words,
    cue_forms,
)
from recoupe.extract.statements.words import Row


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying: words `first` to `last`, `left` its first clitic. `frames` gives a form for each role.

    `mood` is `finite`, `gerund`, `infinitive` or `passive`; `pronoun` the place of an inverted subject pronoun.
    """

    first: int
    verb: int
    last: int
    left: int
    mood: str
    pronoun: int | None
    plural: bool | None
    negated: bool
    first_person: bool
    frames: Mapping[str, CueForm]


def find_cues(row: Row, start: int = 0, end: int | None = None) -> tuple[Cue, ...]:
    """Return the verbs of saying of a paragraph, or of its words `start` to `end`, those inside quotation marks too."""
    found = []
    taken = -1
    for at in range(start, len(row.words) if end is None else end):
        if at <= taken or row.words[at].low not in cue_forms():
            continue
        # `Loua` is a man, not what somebody praised; a sentence may open with a participle
        word = row.words[at]
        if word.capital and at and row.words[at - 1].is_word:
            continue
        cue = _cue_at(row, at)
        if cue is not None:
            found.append(cue)
            taken = cue.last
    return tuple(found)


def _cue_at(row: Row, at: int) -> Cue | None:
    low = row.words[at].low
    frames: dict[str, CueForm] = {}
    group: Group | None = None
    longest, last = -1, at
    for form, kinds in cue_forms()[low]:
        shape = group_at(row, at, kinds)
        if shape is None or form.reflexive != shape.reflexive:
            continue
        if any(word in ("en", "y") and word not in shape.clitics for word in form.pronouns):
            continue
        if "ne" in form.pronouns and not _negated(row, shape, at):
            continue
        end = _tail(row, shape.after, form.tail)
        if end is None or len(form.tail) < longest:
            continue
        if form.role == "que" and len(form.tail) > 1 and row.low(end + 1) in ("de", "d'", "du", "des"):
            # `a écarté l'idée d'une trêve`: the thing itself, no clause
            continue
        if form.tail and form.tail[-1] == "son" and not _owns(row, end + 1, form):
            # `plaide son avocate`, and no `plaide son innocence`
            continue
        if len(form.tail) > longest:
            frames, longest = {}, len(form.tail)
        frames.setdefault(form.role, form)
        group, last = shape, end
    if group is None or not frames or (not longest and leads_up(row, group.after)):
        return None
    reflexive = any(form.reflexive for form in frames.values())
    first = next((k for k in range(group.left, group.first) if reflexive and row.low(k) in ("se", "s'")), group.first)
    return Cue(
        first=first, verb=at, last=max(last, group.after), left=group.left, mood=group.mood,
        pronoun=group.pronoun,
        plural=group.plural, negated=_negated(row, group, last), first_person=group.first_person, frames=frames,
    )  # fmt: skip


def _tail(row: Row, after: int, tail: tuple[str, ...]) -> int | None:
    """Return the last word of a cue whose fixed words follow its verb, with an adverb or two between."""
    at = after
    for number, expected in enumerate(tail):
        at += 1
        skipped = 0
        if number == 0 and row.low(at) == "," and row.low(at + 1) in ("lui", "elle", "eux", "elles"):
            # `font, eux, état de`
            at += 3 if row.low(at + 2) == "," else 0
        while number == 0 and row.low(at) != expected and skipped < 3 and _skippable(row, at):
            at += 1
            skipped += 1
        said = row.low(at)
        if (
            said != expected
            and not (expected == "son" and said in ("leur", "son", "sa"))
            and not (len(expected) > 4 and said.rstrip("es") == expected.rstrip("es"))
        ):
            return None
    return at


def _owns(row: Row, at: int, form: CueForm) -> bool:
    """Say whether a fixed phrase that ends in `son` goes on with one of the things that it is said of."""
    objects = str(form.entry.extra.get("objects", "")).split()
    return not objects or any(row.low(k).rstrip("s") in objects or row.low(k) in objects for k in (at, at + 1))


def _skippable(row: Row, at: int) -> bool:
    word = row.low(at)
    return (
        word in closed_words("adverbs")
        or word in closed_words("times")
        or word in ("pas", "par")
        or word.endswith("ement")
    )


def _negated(row: Row, group: Group, last: int) -> bool:
    if not any(word in ("ne", "n'") for word in group.clitics):
        return False
    around = [row.low(index) for index in range(group.first, min(last + 4, len(row.words)))]
    if any(word in ("pas", "jamais", "rien", "guère", "aucun", "aucune", "ni") for word in around):
        return True
    if row.low(last + 1) == "plus" and row.low(last + 2) not in ("que", "qu'", "de", "d'"):
        return True
    # `Ni le préfet ni le maire n'ont confirmé`, `Aucune source n'a confirmé`
    for at in range(group.left - 1, max(group.left - 20, -1), -1):
        if row.low(at) in ("ni", "aucun", "aucune", "nul", "nulle", "personne", "rien"):
            return True
        if row.low(at) in (".", ";", ":", "que", "qu'", "qui", "dont") or row.words[at].finite:
            return False
    return False
