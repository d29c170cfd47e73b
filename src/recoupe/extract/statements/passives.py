"""A participle of saying with `par` in, the statement it hands on out: `les trois ponts promis par la ville`."""

from __future__ import annotations

from recoupe.extract.statements.content import content_start, shaped
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.fillers import has_number, skip_connectives
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.groups import BE, HAVE
from recoupe.extract.statements.lexis import closed_words
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.speakers import speaks, subject_of
from recoupe.extract.statements.words import Row, Stretch
from recoupe.lexicon import Entry
from recoupe.model.span import Span

# what happens to be seen and entered somewhere: `Six cas ont été signalés par les centres`
OBSERVING = frozenset(["signaler", "constater", "enregistrer", "consigner", "notifier"])


# what one does with things as well as with a count
DOING = frozenset(["arrêter", "donner", "porter", "fixer", "publier", "diffuser"])


def passive(row: Row, cue: Cue, stretch: Stretch) -> Found | None:
    """Return what a participle hands on where its agent can speak and the noun before it tells something."""
    form = cue.frames.get("noun") or cue.frames.get("tally") or cue.frames.get("party") or cue.frames.get("handed")
    if form is None or form.verb not in closed_words("passives") or row.words[cue.first].depth:
        return None
    if form.role == "handed" and not _totals(row, cue, stretch):
        return None
    if form.verb in DOING and not (_totals(row, cue, stretch) or row.low(cue.last + 1) == "à"):
        # `Trois hommes arrêtés par la police`: what it has done, not what it counts
        return None
    if form.entry.means in ("deny", "reject") and _hearsay(row, cue, stretch):
        return None
    if cue.first < cue.verb:
        return None if form.verb in OBSERVING else _been(row, cue, form.entry, stretch)
    at = cue.last + 1
    while at < stretch.end and (
        row.low(at) in closed_words("times") or (row.low(at) in ("le", "1er", "ce") and row.low(at) != "par")
    ):
        at += 1
    if row.low(at) == "à" and has_number(row, at + 1, at + 1):
        return _set_at(row, cue.first, at, stretch, form.entry, row.span(cue.first, cue.last))
    if row.low(at) != "par":
        return None
    speaker = phrase_at(row, at + 1, stretch.end)
    if speaker is None or not speaks(speaker):
        return None
    first = cue.first
    if row.low(first - 1) == "," and _totals(row, cue, stretch):
        # `Le chiffre de 45 morts, avancé par la mairie,`
        first -= 1
    elif row.low(first - 1) == "," and (counted := _verbless(row, cue, stretch)) is not None:
        # `- Six cas de gale chez des enfants, tous bénins, signalés par le médecin du camp`
        span, kind = shaped(row, counted, first - 2, (), 0)
        return Found(
            span, kind, cue.first, row.span(cue.first, cue.last), form.entry, speaker, "passive", form.entry.means
        )
    end = first - 1
    while (
        first > stretch.start
        and row.words[first - 1].is_word
        and row.words[first - 1].pos not in ("VERB", "AUX", "SCONJ", "ADV")
        and row.low(first - 1) not in ("sur", "dans", "qui", "que", "et")
        and row.low(first - 1) not in closed_words("adverbs")
    ):
        first -= 1
    if first > end or (form.verb in ("annoncer", "avancer", "évoquer") and not has_number(row, first, end)):
        return None
    if row.low(first) not in DETERMINERS and not row.words[first].text[0].isdigit() and first != stretch.start:
        return None
    if row.low(first) == "des" and first == stretch.start and has_number(row, first + 1, first + 1):
        # `Des 200 tonnes promises par l'agence, 87 sont arrivées`
        first += 1
    span, kind = shaped(row, first, end, (), 0)
    return Found(span, kind, cue.first, row.span(cue.first, cue.last), form.entry, speaker, "passive", form.entry.means)


def _verbless(row: Row, cue: Cue, stretch: Stretch) -> int | None:
    """Return where a count without a verb begins that a participle at its end hands on, behind the label of a point."""
    if cue.verb < 1 or not row.low(cue.verb).endswith(("és", "ées", "ies", "is", "us", "ues")):
        return None
    start = skip_connectives(row, stretch.start, cue.first)
    for at in range(start, cue.first):
        if row.low(at) in (":", ";") and not row.words[at].depth:
            start = at + 1
    clear = not any(row.words[k].finite or row.words[k].pos == "AUX" for k in range(start, cue.first))
    return start if clear and has_number(row, start, min(start + 3, cue.first - 1)) else None


def _totals(row: Row, cue: Cue, stretch: Stretch) -> bool:
    """Say whether a total with its number stands right before a participle: `le chiffre de 45 morts, avancé`."""
    near = range(max(stretch.start, cue.first - 9), cue.first)
    total = any(row.low(k) in closed_words("totals") for k in near)
    return total and has_number(row, near.start, cue.first - 1)


def _hearsay(row: Row, cue: Cue, stretch: Stretch) -> bool:
    """Say whether a rumour without a count is denied, whose words nobody tells: `La rumeur, démentie par la mairie, ...`."""
    near = range(max(stretch.start, cue.first - 14), cue.first)
    return any(row.low(k) in ("rumeur", "rumeurs") for k in near) and not has_number(row, near.start, cue.first - 1)


def _been(row: Row, cue: Cue, entry: Entry, stretch: Stretch) -> Found | None:
    """Return what `est évalué à N par X`, `ont été recensés par X`, `est montré du doigt par X` hand on."""
    by = next((k for k in range(cue.last + 1, min(cue.last + 16, stretch.end)) if row.low(k) == "par"), None)
    subject = subject_of(row, cue, stretch)
    speaker = phrase_at(row, by + 1, stretch.end) if by is not None else None
    if by is None or speaker is None or not speaks(speaker):
        return None
    behind = speaker.end + 1
    if by == cue.last + 1 and row.low(behind) in ("à", "entre") and has_number(row, behind + 1, behind + 2):
        # `ont été évalués par un cabinet entre 20 et 30 millions`
        first = behind + (row.low(behind) == "à")
        last = _count_end(row, first, stretch)
    elif row.low(cue.last + 1) in ("à", "entre"):
        # the count itself: `a été porté à 31 morts par le procureur`
        first, last = cue.last + 1 + (row.low(cue.last + 1) == "à"), by - 1
    elif subject is not None:
        first, last = subject.first, subject.last
        if row.low(cue.first - 1) == "," and subject.end < cue.first - 2 and has_number(row, first, last + 4):
            # `Un bilan de quatre morts, lu à la radio, a été démenti par la mairie`
            last = cue.first - 2
        while first > stretch.start and has_number(row, first - 1, first - 1):
            first -= 1
    else:
        # `Mardi, huit décès et douze disparus étaient recensés par la mairie`
        first = last = cue.first - 1
        while first > stretch.start and row.words[first - 1].is_word:
            first -= 1
    if entry.means == "say" and not has_number(row, first, last):
        return None
    span, kind = shaped(row, first, last, (), 0)
    return Found(span, kind, cue.first, row.span(cue.first, cue.last), entry, speaker, "passive", entry.means)


def _count_end(row: Row, first: int, stretch: Stretch) -> int:
    """Return the last word of a count: before the next sign or clause."""
    ends = (k for k in range(first, stretch.end) if row.low(k) in (",", ";", ":", ".", "(", "puis", "contre", "mais"))
    return next(ends, stretch.end) - 1


def _set_at(row: Row, at: int, to: int, stretch: Stretch, entry: Entry, cue: Span) -> Found | None:
    """Return the count of `d'abord fixé à 23 par les pompiers`: the words behind `à`, up to who set it."""
    by = next((k for k in range(to + 2, min(to + 8, stretch.end)) if row.low(k) in ("par", ",", ";", ".", ":")), None)
    speaker = phrase_at(row, by + 1, stretch.end, together=False) if by is not None and row.low(by) == "par" else None
    if by is None or speaker is None or not speaks(speaker):
        return None
    if row.low(to + 1)[-1:] == "h" or row.low(to + 2) in ("h", "heures", "heure"):
        # `arrêté à 18 heures par la préfecture`
        return None
    start = to + 1
    if row.words[at - 1].finite:
        # `Le nombre de blessés, lui, reste fixé à 131 par la mairie`
        start = content_start(row, at, stretch, False)
    span, kind = shaped(row, start, by - 1, (), 0)
    return Found(span, kind, at, cue, entry, speaker, "passive", entry.means)


def set_again(row: Row, each: Found, stretch: Stretch) -> list[Found]:
    """Return a count that somebody set, and the one set next: `fixé à 23 par les pompiers, puis à 19 par la mairie`."""
    if each.frame != "passive" or each.speaker is None or each.entry is None or each.cue is None:
        return [each]
    at = each.speaker.end + 1
    at += row.low(at) == ","
    if row.low(at) not in ("puis", "et", "mais") or at >= stretch.end:
        return [each]
    to = at + 1
    while row.low(to) in closed_words("times") or row.low(to) in closed_words("adverbs"):
        to += 1
    if row.low(to) != "à" or not has_number(row, to + 1, to + 1):
        return [each]
    again = _set_at(row, at, to, stretch, each.entry, each.cue)
    return [each] if again is None else [each, *set_again(row, again, stretch)]


def counted_by(row: Row, cue: Cue, stretch: Stretch) -> Found | None:
    """Return the count of `les neuf disparus que recense la gendarmerie`: what stands before, whoever follows speaks."""
    form = cue.frames.get("tally") or cue.frames.get("noun")
    denied = form is not None and form.entry.means in ("deny", "reject")
    if form is None or not (form.verb in closed_words("passives") or denied) or cue.mood != "finite" or cue.negated:
        return None
    if row.low(cue.left - 1) not in ("que", "qu'") or row.words[cue.first].depth:
        return None
    at = cue.last + 1
    if row.low(at) == ",":
        # `que recense, à l'heure où nous écrivons, le parquet`
        at = 1 + next((k for k in range(at + 1, min(at + 14, stretch.end)) if row.low(k) == ","), stretch.end)
    speaker = phrase_at(row, at, stretch.end)
    if speaker is None or not speaks(speaker) or speaker.role == "pronoun":
        return None
    last = cue.left - 2
    first = last
    while first > stretch.start and row.words[first].is_word and not has_number(row, first, first):
        first -= 1
    while first > stretch.start and has_number(row, first - 1, first - 1):
        first -= 1
    whole = first == stretch.start and row.low(first) in DETERMINERS and form.entry.means in ("deny", "reject")
    if last - first > 6 or not (has_number(row, first, first) or whole):
        return None
    span, kind = shaped(row, first, last, (), 0)
    return Found(span, kind, cue.first, row.span(cue.first, cue.last), form.entry, speaker, "passive", form.entry.means)


def been(row: Row, at: int) -> int | None:
    """Return where the auxiliary of a passive stands before its participle: `est`, `a été`, `étaient toujours`."""
    first = at - 1
    while first > 0 and (row.low(first) in closed_words("adverbs") or row.low(first).endswith("ement")):
        first -= 1
    if row.low(first) == "été" and row.low(first - 1) in HAVE:
        return first - 1
    return first if row.low(first) in BE else None
