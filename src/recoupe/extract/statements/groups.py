"""A word of a verb in, the verb group around it out: its auxiliary, its clitics, what leads up to it, its mood."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.extract.statements.lexis import (
    REFLEXIVES,
    closed_words,
    cue_forms,
    phrases,
    semi_auxiliaries,
    set_phrases_by_end,
)
from recoupe.extract.statements.words import Row

HAVE = frozenset(
    ["a", "ont", "avait", "avaient", "aurait", "auraient", "aura", "auront", "ai", "avons", "avions", "eut", "eurent"]
)


BE = frozenset(
    ["est", "sont", "était", "étaient", "serait", "seraient", "sera", "seront", "suis", "sommes", "fut", "furent"]
)


ADVERBIAL = frozenset(
    [
        "pas",
        "jamais",
        "lui-même",
        "elle-même",
        "eux-mêmes",
        "elles-mêmes",
        "lui",
        "elle",
        "eux",
        "elles",
        "ailleurs",
        "par",
        "abord",
        "d'",
        "rien",
        "guère",
        "ni",
    ]
)


AFTER_PASSIVE = frozenset(["par", "dans", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])


BEFORE_NOUN = frozenset(
    ["le", "la", "les", "l'", "un", "une", "des", "de", "d'", "du", "ce", "cette", "son", "sa", "leur", "au", "en", "à"]
)


# what opens a circumstance between commas: `a, dans un communiqué, dénoncé`
CIRCUMSTANCES = frozenset("dans lors sur par devant depuis après avant au à en pour selon malgré via de".split())


INVERTED = frozenset(["-t-il", "-t-elle", "-t-on", "-il", "-elle", "-on", "-ils", "-elles", "-je", "-nous"])


@dataclass(frozen=True, slots=True)
class Group:
    first: int
    after: int
    left: int
    mood: str
    pronoun: int | None
    plural: bool | None
    first_person: bool
    clitics: tuple[str, ...]

    @property
    def reflexive(self) -> bool:
        return any(word in ("se", "s'") for word in self.clitics)


def group_at(row: Row, at: int, kinds: frozenset[str]) -> Group | None:
    """Read the verb group around the word `at`: its auxiliary, its clitics, an inverted pronoun."""
    if "p" in kinds and (group := _compound(row, at)) is not None:
        return group
    left, clitics = _clitics(row, at)
    pronoun = at + 1 if row.low(at + 1) in INVERTED else None
    after = at + 1 if pronoun is not None else at
    if "g" in kinds:
        return Group(at, after, left, "gerund", None, None, False, clitics)
    if "i" in kinds and (willed := _willed(row, at, left)) is not None:
        return willed
    if "i" in kinds:
        return Group(at, at, left, "infinitive", None, None, False, clitics) if _may_say(row, left) else None
    if kinds & {"f", "n"} and not _is_noun(row, at, left, clitics, pronoun):
        first_person = "f" not in kinds or row.low(left - 1) in ("je", "j'", "nous")
        plural = None if first_person else _plural(row.words[at].low)
        return Group(at, after, left, "finite", pronoun, plural, first_person, clitics)
    if "p" in kinds and row.low(at - 1) in ("et", "puis", "mais") and _aux_before(row, at):
        # `a fermé le stade et promis une enquête`
        return Group(at, at, at, "finite", None, None, False, ())
    if "p" in kinds and (row.low(at + 1) in AFTER_PASSIVE or _set_at(row, at) or _been(row, at) is not None):
        been = _been(row, at)
        first = at if been is None else been
        return Group(first, at, first, "passive", None, None, False, ())
    return None


def _set_at(row: Row, at: int) -> bool:
    """Say whether a participle tells to which number somebody set a count: `arrêté à neuf par le parquet`."""
    number = row.low(at + 2)
    if row.low(at + 1) != "à" or not (number[:1].isdigit() or number in closed_words("numbers")):
        return False
    return any(row.low(k) == "par" for k in range(at + 3, at + 8))


def _been(row: Row, at: int) -> int | None:
    """Return where `est`, `a été`, `étaient` stands before a participle that `par` follows further on."""
    first = at - 1
    while first > 0 and _between(row.low(first), row.low(first - 1)):
        first -= 1
    if row.low(first) == "été" and row.low(first - 1) in HAVE:
        first -= 1
    elif row.low(first) not in BE:
        return None
    by = next((k for k in range(at + 1, min(at + 16, len(row.words))) if row.low(k) in ("par", ".", ";", ",")), None)
    return first if by is not None and row.low(by) == "par" else None


def _plural(form: str) -> bool:
    return form.endswith(("ent", "ont")) and not form.endswith(("tient", "vient", "ément"))


def _willed(row: Row, at: int, left: int) -> Group | None:
    """Read `a voulu rassurer`, `finit par lâcher`, `vient de confirmer`, `s'obstine à dire` as one finite group."""
    last = left - 1
    link = row.low(last) if row.low(last) in ("à", "de", "d'", "par", "jusqu'à") else ""
    if link == "à" and row.low(last - 1) == "jusqu'":
        link, last = "jusqu'à", last - 1
    verb = last - (link != "")
    while verb > 0 and (row.low(verb) in closed_words("adverbs") or row.low(verb) in ("pas", "même", "lui-même")):
        verb -= 1
    kinds = semi_auxiliaries().get("de" if link == "d'" else link, {}).get(row.low(verb))
    if kinds is None:
        return None
    inner = tuple(row.low(k) for k in range(left, at))
    if "p" in kinds and (helped := _compound(row, verb, of_verb=True)) is not None:
        if helped.mood != "finite":
            return None
        clitics = (*(word for word in helped.clitics if word in ("ne", "n'")), *inner)
        first_person = helped.first_person
        return Group(helped.first, at, helped.left, "finite", helped.pronoun, helped.plural, first_person, clitics)
    if "f" not in kinds:
        return None
    outer, outside = _clitics(row, verb)
    if _is_noun(row, verb, outer, outside, None):
        return None
    clitics = (*(word for word in outside if word in ("ne", "n'")), *inner)
    pronoun = verb + 1 if row.low(verb + 1) in INVERTED else None
    return Group(verb, at, outer, "finite", pronoun, _plural(row.low(verb)), False, clitics)


def _compound(row: Row, at: int, of_verb: bool = False) -> Group | None:
    """Read `a`, `ont`, `s'est`, `ayant` ... before a participle."""
    before, pronoun = at - 1, None
    steps = 0
    while steps < 6 and before >= 0:
        word = row.low(before)
        aside = _aside_before(row, before)
        if word in INVERTED:
            pronoun = before
        elif aside < before:
            before = aside
            continue
        elif not _between(word, row.low(before - 1)):
            break
        before -= 1
        steps += 1
    word = row.low(before)
    mood = "finite"
    if word == "ayant":
        mood = "gerund"
    elif word == "avoir":
        left, clitics = _clitics(row, before)
        return Group(before, at, left, "infinitive", None, None, False, clitics) if _may_say(row, left) else None
    elif (word not in HAVE and word not in BE) or row.words[before].pos == "NOUN":
        # `deux avions chargés de vivres` have done nothing
        return None
    left, clitics = _clitics(row, before)
    if word in BE and not any(clitic in REFLEXIVES for clitic in clitics) and not of_verb:
        return None
    first_person = word in ("ai", "avons", "avions", "suis", "sommes")
    plural = None if first_person else word.endswith("nt") or word == "sont"
    return Group(before, at, left, mood, pronoun, plural, first_person, clitics)


def _aside_before(row: Row, last: int) -> int:
    """Step back over `de son côté` and `, quant à lui,` between an auxiliary and its participle."""
    at = last - (row.low(last) == ",")
    if at < last and row.low(at) in ("lui", "elle", "eux", "elles") and row.low(at - 1) == ",":
        # `a, lui, appelé à la patience`
        return at - 2
    opening = _circumstance_before(row, last) if at < last else last
    if opening < last:
        return opening
    for phrase in set_phrases_by_end().get(row.low(at), ()):
        first = at - len(phrase) + 1
        if first > 0 and row.low(at) == phrase[-1] and all(row.low(first + k) == w for k, w in enumerate(phrase)):
            return first - 1 - (row.low(last) == "," and row.low(first - 1) == ",")
    return last


def _circumstance_before(row: Row, comma: int) -> int:
    """Step back over `, dans un bref communiqué,` behind an auxiliary; the comma itself where nothing such ends there."""
    for at in range(comma - 1, max(comma - 11, 1), -1):
        if row.words[at].finite or row.words[at].depth or row.low(at) in (".", ";", ":", "que", "qu'", "qui"):
            return comma
        if row.low(at) == ",":
            helped = row.low(at - 1) in HAVE or row.low(at - 1) in BE
            return at - 1 if helped and row.low(at + 1) in CIRCUMSTANCES else comma
    return comma


def _aux_before(row: Row, at: int) -> bool:
    """Say whether an auxiliary governs a second participle; past another clause only where its own verb reports."""
    clause = False
    for index in range(at - 2, max(at - 60, -1), -1):
        if row.words[index].depth:
            continue
        if row.low(index) in HAVE and row.words[index].pos == "AUX":
            return not clause or any(row.low(k) in cue_forms() for k in range(index + 1, index + 4))
        if row.low(index) in (".", ";", ":"):
            return False
        clause = clause or row.low(index) in ("que", "qu'") or row.words[index].finite
    return False


def _between(word: str, before: str) -> bool:
    """Say whether a word may stand between an auxiliary and its participle."""
    if word in ADVERBIAL or word.endswith("ement"):
        return True
    return word in closed_words("adverbs") or word in closed_words("times") or (word == "ailleurs" and before == "par")


def _clitics(row: Row, at: int) -> tuple[int, tuple[str, ...]]:
    """Return the first word of the clitics that stand before a verb, and the clitics."""
    left = at
    while left > 0 and row.low(left - 1) in closed_words("clitics"):
        previous = row.words[left - 1]
        if previous.low in ("la", "le", "les", "l'") and row.words[at].pos in ("NOUN", "PROPN"):
            break
        if previous.low in ("nous", "vous") and (left < 2 or not row.words[left - 2].is_word):
            # `nous` is the subject where no other stands before it, else a complement
            follows = row.low(at)
            if follows.endswith(("ons", "ez")):
                break
        left -= 1
    return left, tuple(row.low(index) for index in range(left, at))


def _may_say(row: Row, left: int) -> bool:
    return any(
        tuple(row.low(left - len(words) + k) for k in range(len(words))) == words
        for words in phrases("before_infinitive")
    )


def _is_noun(row: Row, at: int, left: int, clitics: tuple[str, ...], pronoun: int | None) -> bool:
    if pronoun is not None:
        return False
    word, before = row.words[at], row.words[left - 1] if left > 0 else None
    if before is None:
        return True
    after = row.low(at + 1)
    if word.low == "charge" and row.low(at - 1) == "en":
        return True
    if word.pos == "NOUN" and row.low(at - 1) in ("en", "la", "le", "l'", "les") and not after.startswith("qu"):
        # `pris en charge`, but `en compte trois cents`
        aside = after == "," and row.low(at + 2) in ("lui", "elle", "eux", "elles")
        counts = after[:1].isdigit() or after in closed_words("numbers") or after == ":" or aside
        return row.low(at - 1) != "en" or not counts
    if clitics and word.pos in ("VERB", "AUX"):
        return False
    if before.low in BEFORE_NOUN:
        return True
    return before.low in ("par", "sans", "sur", "dans", "pour", "avec", "toute", "tout", "aucun", "aucune", "deux")


def leads_up(row: Row, at: int) -> bool:
    """Say whether a verb only leads up to a verb of saying behind it: `n'a pas voulu dire que`, `souhaite rappeler que`."""
    behind = at + 1
    while row.low(behind) in closed_words("adverbs") or row.low(behind) in ("pas", "plus", "de", "d'", "à", "par"):
        behind += 1
    while row.low(behind) in closed_words("clitics"):
        behind += 1
    said = any("i" in kinds for _, kinds in cue_forms().get(row.low(behind), ()))
    if not said or behind >= len(row.words):
        return False
    left, _ = _clitics(row, behind)
    willed = _willed(row, behind, left)
    return willed is not None and willed.first <= at
