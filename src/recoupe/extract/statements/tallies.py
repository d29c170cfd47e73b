"""A verb of counting in, the words of its count out: `recense 12 morts`, `porte le bilan à 31`."""

from __future__ import annotations

from recoupe.extract.statements.content import content_end
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.fillers import SPELLS, has_number, skip_fillers
from recoupe.extract.statements.lexis import actor_class, closed_words
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.speakers import subject_of
from recoupe.extract.statements.words import Row, Stretch

# verbs that change a count, whose reason belongs to it: `porte son bilan à quatre morts, une blessée ayant succombé`
RAISING = frozenset(
    ["ramener", "porter", "réviser", "revoir", "relever", "rehausser", "abaisser", "ajuster", "corriger"]
)


# verbs by which one goes to a count as to a place, and what they reach otherwise
CLIMBING = frozenset(["monter", "grimper", "descendre", "aller"])
MEASURES = frozenset("mètre kilomètre km m heure étage minute degré euro dollar franc an pied milliard".split())

# places that are bodies too: `L'hôpital en compte 26`
BODIES = frozenset(["hôpital", "wilaya", "district", "état"])
PATIENTS = frozenset(
    "blessé patient malade enfant personne rescapé aîné brûlé femme nourrisson élève étudiant survivant réfugié déplacé "
    "arrivant intoxiqué".split()
)


def tallied(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> tuple[int, int] | None:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    start += row.low(start) == ":"
    if cue.frames["tally"].verb == "arrêter" and row.low(start) not in ("à", "au", "aux", "le", "son"):
        # `a arrêté trois hommes` counts nobody
        return None
    if cue.frames["tally"].verb not in RAISING:
        while row.low(start) in closed_words("times") or (
            row.low(start) in ("à", "de", "d'", "que", "qu'", "pas", "plus", "aux", "des")
            and start < stretch.end
            and not (row.low(start) == "plus" and row.low(start + 1) in ("de", "d'"))
        ):
            start += 1
    elif row.low(start) == "de" and not _changes(row, start, stretch.end):
        start += 1
    if (quoted := past_place(row, cue.last + 1, stretch.end)) is not None:
        start = quoted
    raised = cue.frames["tally"].verb in RAISING
    if raised and cue.mood == "infinitive":
        # `a dû ramener ses évacués à 950`: what was done
        return None
    bounds = (
        (start, content_end(row, start, stretch, cues, "que" if raised else "tally")) if start < stretch.end else None
    )
    if bounds is not None and not raised:
        bounds = start, before_when(row, *bounds)
    if bounds is None or bounds[1] < start or not has_number(row, start, min(bounds[1], start + 12)):
        return None
    if raised and cue.frames["tally"].verb not in ("porter", "ramener") and not _reaches(row, start, bounds[1]):
        # `a relevé 96 millimètres`, `a revu à la hausse un premier bilan de six morts`
        return None
    if _lasts(row, start, min(bounds[1], start + 12)):
        # `attend son fils depuis vingt heures` counts nobody
        return None
    verb = cue.frames["tally"].verb
    if verb in CLIMBING and not _bare_count(row, start):
        return None
    if verb == "être" and not (row.words[start].text[0].isdigit() or has_number(row, start, start + 1)):
        return None
    if verb in ("compter", "aligner", "publier", "afficher") and any(
        row.low(k) in closed_words("holdings") for k in range(start, min(start + 5, bounds[1] + 1))
    ):
        # a firm has its workers and a paper its pictures, they do not count them
        return None
    if row.low(start) in closed_words("not_counts"):
        return None  # `a porté secours à onze plaisanciers`
    if verb in closed_words("weak_tallies"):
        subject = subject_of(row, cue, stretch)
        if (
            subject is None
            or has_number(row, subject.first, subject.first)
            or (
                subject.head in closed_words("places")
                and not _the_state(row, subject.first, subject.last)
                and not (row.low(cue.first - 1) == "en" and subject.head in BODIES)
            )
            or (
                subject.role == "name"
                and subject.title is None
                and actor_class(subject.head) is None
                and not _for_its_part(row, subject.end + 1, cue.left)
            )
        ):
            return None
    return None if row.low(start) in DETERMINERS and not has_number(row, start, min(bounds[1], start + 7)) else bounds


def takes_in(row: Row, cue: Cue, stretch: Stretch) -> bool:
    """Say whether `a admis` tells of patients taken in, which is no word of anybody's: `L'hôpital a admis douze blessés`."""
    verb = row.low(cue.verb)
    start = skip_fillers(row, cue.last + 1, stretch.end)
    near = range(start, min(start + 6, stretch.end))
    counted = has_number(row, start, min(start + 3, stretch.end - 1))
    return verb.startswith("adm") and counted and any(row.low(k).rstrip("s") in PATIENTS for k in near)


WHEN = frozenset(["hier", "aujourd'hui", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])
EVE = frozenset(["veille", "avant-veille", "lendemain"])
HOURS = frozenset("matin soir midi après-midi nuit matinée soirée mi-journée aube".split())


def before_when(row: Row, first: int, last: int) -> int:
    """Return the last word of a count without the hour at which it was made: `neuf décès à la mi-journée`, `1940 mercredi soir`."""
    at = last
    hour = next((k for k in range(max(first + 1, last - 3), last + 1) if row.low(k) in ("à", "vers")), None)
    if hour is not None and (
        row.low(hour + 1)[-1:] == "h" or row.low(hour + 2) in ("h", "heures") or row.low(hour + 1) in ("midi", "minuit")
    ):
        # `dénombrait 8000 abonnés sans courant à 17 h`
        at = hour - 1
    if row.low(at) in HOURS:
        at -= 1
    if row.low(at) in WHEN:
        at -= 1
        at -= row.low(at) in ("dès", "depuis") and at > first
    elif at < last or row.low(at) in EVE:
        at -= row.low(at) in ("au", "dans") and row.low(at - 1) in EVE
        at -= row.low(at) in EVE
        while row.low(at) in ("la", "l'", "en", "à", "au", "ce", "cette", "fin", "début", "de", "dans", "milieu"):
            at -= 1
    if row.low(at) in ("pour", "avant", "d'ici", "jusqu'", "de", "du", "à", "le", "au"):
        # `annonce 27 degrés pour dimanche`
        return last
    told = has_number(row, first, at) and at >= first
    opened = any(row.low(k) in ("qui", "que", "qu'", "dont", "où") or row.opens(k) for k in range(first, at + 1))
    # `douze morts survenues samedi`: the day is that of the deaths
    done = row.words[at].pos == "VERB" if at >= first else True
    return at if told and not opened and not done else last


def past_place(row: Row, start: int, end: int) -> int | None:
    """Return the quote behind a place that a verb is followed by: `a évoqué lundi à la Chambre « trois cents sinistrés »`."""
    at = start
    while row.low(at) in closed_words("times"):
        at += 1
    if row.low(at) not in ("à", "au", "devant", "dans", "lors"):
        return None
    for index in range(at + 1, min(at + 6, end)):
        if row.opens(index):
            return index
        if row.words[index].finite or not row.words[index].is_word:
            return None
    return None


def _for_its_part(row: Row, first: int, verb: int) -> bool:
    """Say whether an aside sets a name beside others who count: `La MRC, de son côté, compte 52 chalets perdus`."""
    words = [row.low(k) for k in range(first, verb)]
    told = "côté" in words or "part" in words or "quant" in words
    return len(words) > 2 and words[0] == "," == words[-1] and told


def _the_state(row: Row, first: int, last: int) -> bool:
    """Say whether `État` stands for who governs: `l'État en compte 23`."""
    return first + 1 == last and row.words[last].capital and row.low(last) in ("état", "etat")


def _bare_count(row: Row, first: int) -> bool:
    """Say whether somebody goes up or down to a count, and nowhere else: `les associations montent à 1200`."""
    end = first
    while has_number(row, end, end) or row.low(end) in ("plus", "de", "près", "quelque", "environ"):
        end += 1
    return end > first and row.low(end).rstrip("s") not in MEASURES and not row.low(end).startswith("h")


def _reaches(row: Row, first: int, last: int) -> bool:
    """Say whether words name the number that a count is changed to: `de neuf à quatorze`, `: 83, et non 97`."""
    return any(row.low(k) in ("à", ":") and has_number(row, k + 1, k + 1) for k in range(first - 1, last))


def _changes(row: Row, de: int, end: int) -> bool:
    """Say whether a `de` opens both numbers of a change, which are said together: `de 23 à 19`."""
    last = next((k for k in range(de + 1, min(de + 5, end)) if row.low(k) == "à"), None)
    return last is not None and has_number(row, de + 1, last - 1) and has_number(row, last + 1, last + 1)


def _lasts(row: Row, first: int, last: int) -> bool:
    """Say whether each number among some words is how long something has lasted."""
    numbers = [k for k in range(first, last + 1) if has_number(row, k, k) and not has_number(row, k + 1, k + 1)]
    return all(row.low(k + 1).rstrip("s") in SPELLS for k in numbers)
