"""A counted noun in its sentence in, what a turn of several words behind it, or at its verb, says befell it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.extract.figures.asides_behind import behind_part
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.nearby import crosses, scope, verb_in
from recoupe.extract.figures.reason import OF_PEOPLE, Reason, by_turn, by_word, fits, is_barred
from recoupe.extract.figures.tree import PARTICIPLE, governors, shows
from recoupe.extract.figures.words import kind_verbs, nouns, phrases
from recoupe.extract.paragraph import Sentence
from recoupe.lexicon import Entry
from recoupe.model.figure import Counted, Kind

IN_BRACKETS = re.compile(r"(?:\s[^\s.;:,()]+){1,3}\s\([^()]{1,60}\)(?=\s[^\W\d])")

# `41 résidents, sur les 58 qui y habitent`: the others live there too
OUT_OF = re.compile(
    r",\ssur\s(?:les\s|quelque\s|un\stotal\sde\s)?(?:\d[\d\s.]*|[^\W\d]+)\s(?:qui|que|dont)\b[^,]*$", re.IGNORECASE
)


NOT_THERE = re.compile(
    r"\bn['’](?:étai(?:en)?t|est|ont|avai(?:en)?t|y\s\w+)\s(?:\w+\s)?(?:pas|plus|jamais)\s(?:\w+\s)?$", re.IGNORECASE
)


def phrase(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read turns of several words behind the counted, or at the verb that the tree gives it."""
    behind = scope(candidate, sentence)
    stretches = [behind, *_verb_stretches(candidate, sentence)]
    if (beyond := behind_part(sentence, candidate)) is not None:
        # `quatre Belges ont trouvé la mort, parmi lesquels deux enfants, sans nouvelles de ...`: their own verb comes first
        told = any(
            shows(token, "VerbForm", "Fin")
            for token in sentence.doc
            if behind[0] <= token.idx < behind[1] and token.idx < beyond
        )
        stretches.insert(1 if told else 0, (beyond, min(len(sentence.text), beyond + 90)))
    if (told_again := IN_BRACKETS.match(sentence.text, candidate.quantity.reach)) is not None:
        # `1 900 personnes (315 ménages) parties de Kolo pour Mora`
        stretches.append((told_again.end(), min(len(sentence.text), told_again.end() + 90)))
    for start, end in stretches:
        for role in ("phrase", "state"):
            for entry, pattern in phrases(role):
                if not fits(entry, counted):
                    continue
                for hit in pattern.finditer(sentence.text, start, end):
                    if entry.means == "exposed" and NOT_THERE.search(sentence.text, 0, hit.start()):
                        # `deux Belges n'étaient pas montés dans le car`
                        continue
                    if not crosses(sentence, start, hit.start()) and not OUT_OF.search(
                        sentence.text[start : hit.start()]
                    ):
                        entry, hit = _longest(entry, hit, counted, start, end)
                        return by_turn(entry, role, hit.start(), hit.end(), verb_in(sentence, hit.start(), hit.end()))
    return None


def _longest(
    entry: Entry, hit: re.Match[str], counted: Counted | None, start: int, end: int
) -> tuple[Entry, re.Match[str]]:
    """Return the longest turn that holds another: `ne survivent que grâce aux dons` says more than `survivent`."""
    for other, pattern in phrases("phrase"):
        # those who attended when it struck were there
        attended = entry.means == "exposed" and other.means == "protesting"
        if other.means != entry.means and not attended and fits(other, counted):
            for longer in pattern.finditer(hit.string, start, end):
                holds = longer.start() <= hit.start() and longer.end() >= hit.end() and len(longer[0]) > len(hit[0])
                # `ont été pris en charge` goes on in `pris en charge au centre nutritionnel`
                if holds or hit.start() < longer.start() < hit.end() < longer.end():
                    entry, hit = other, longer
    return entry, hit


def done_behind(candidate: Candidate) -> Reason | None:
    """Read the participle that stands right behind a number for those whom it leaves out: `en est à 139 repris`, `les 30 relogés`."""
    quantity, words = candidate.quantity, candidate.top.doc
    if candidate.noun is not None or candidate.partitive or quantity.units != ("count",) or quantity.high == 1:
        return None
    done = words[candidate.last + 1] if candidate.last + 1 < len(words) else None
    if done is None or PARTICIPLE.fullmatch(done.text) is None or nouns("counted").of(done):
        return None
    for entry in kind_verbs("patient").of(done):
        if Kind(entry.means) in OF_PEOPLE and not entry.extra.get("weak") and not is_barred(entry, done):
            return by_word(entry, "participle", done)
    return None


def gathered(candidate: Candidate, sentence: Sentence) -> Reason | None:
    """Read what many did together behind a source: `ils étaient 3 500, selon la police, à défiler`."""
    start = candidate.quantity.reach
    for entry, pattern in phrases("phrase"):
        if entry.means == "protesting" and (hit := pattern.search(sentence.text, start, start + 80)):
            return by_turn(entry, "phrase", hit.start(), hit.end())
    return None


def _verb_stretches(candidate: Candidate, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where the verb group begins that has the counted for its subject, when a clause stands between."""
    for governor in governors(candidate.top):
        if governor.role in ("subject", "passive") and governor.token.i > candidate.last:
            helpers = [
                child.idx
                for child in governor.token.children
                if child.dep_.startswith(("aux", "cop", "expl")) and child.i > candidate.last
            ]
            start = min([governor.token.idx, *helpers])
            yield start, min(len(sentence.text), governor.token.idx + 60)
