"""What stands between a cue and its content (adverbs, days, media, circumstances) and is stepped over."""

from __future__ import annotations

import re

from recoupe.extract.statements.lexis import closed_words, is_a, phrases, set_phrases_by_start
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.words import Row

ASIDES = frozenset(
    [
        "faute",
        "sous",
        "sans",
        "dans",
        "lors",
        "à",
        "en",
        "au",
        "devant",
        "après",
        "pour",
        "malgré",
        "face",
        "photos",
        "chiffres",
    ]
)
PUBLISHED = frozenset(
    [
        "ouverte",
        "ouvert",
        "interne",
        "écrit",
        "écrite",
        "adressé",
        "adressée",
        "envoyé",
        "lu",
        "lue",
        "transmis",
        "relayé",
        "relayée",
        "conjointe",
        "commune",
        "publié",
        "publiée",
        "diffusé",
        "diffusée",
        "téléphonique",
        "commun",
        "conjoint",
        "organisé",
        "tenue",
    ]
)

CALENDAR = frozenset(
    "mois début fin semaine année printemps été automne hiver matin soir nuit week-end an jour aube".split()
)
SPELLS = frozenset(["heure", "jour", "an", "année", "semaine", "moi", "minute", "seconde", "nuit", "siècle"])

GOVERNED = frozenset(["à", "au", "aux", "de", "d'", "que", "qu'", "sur"])

OPENING = frozenset('«“"‘„')


INFINITIVE = re.compile(r"(?:er|ir|re|oir)$")


def has_number(row: Row, first: int, last: int) -> bool:
    """Say whether a number stands among some words; `un` and `une` alone are none."""
    for at in range(first, last + 1):
        low = row.low(at)
        if low[:1].isdigit() or (
            any(part in closed_words("numbers") for part in low.split("-"))
            and low not in ("un", "une", "aucun", "aucune", "plusieurs")
        ):
            return True
    return False


def skip_connectives(row: Row, at: int, end: int) -> int:
    """Return the first word of a clause past the connective it opens with."""
    for words in phrases("connectives"):
        if at + len(words) < end and all(row.low(at + k) == word for k, word in enumerate(words)):
            return skip_connectives(row, at + len(words), end)
    return at


def skip_fillers(row: Row, at: int, end: int) -> int:
    """Return the first word after a cue that is neither an adverb, a day, a medium nor a circumstance."""
    start = at
    while at < end:
        step = _filler(row, at, end)
        if step == at:
            break
        at = step
    if at > start and row.low(start) == "," == row.low(at) and (row.low(at + 1) in GOVERNED or row.opens(at + 1)):
        # `a appelé, dimanche, lors de la messe, à faire taire les armes`
        at += 1
    return at


def _filler(row: Row, at: int, end: int) -> int:
    low, follows = row.low(at), row.low(at + 1)
    if low in ("depuis", "de") and (away := _away(row, at, end)) > at:
        return away
    if (low in closed_words("adverbs") and low not in ("plus", "seulement", "quant")) or (
        low.endswith("ement") and (row.words[at].pos == "ADV" or (follows in DETERMINERS and low not in DETERMINERS))
    ):
        return at + 1
    if low in closed_words("times"):
        return at + 1
    if low in ("ce", "cette") and follows in closed_words("times"):
        return at + 2
    if (told := _when(row, at, end)) > at:
        return told
    if low in ("pendant", "durant", "depuis") and not row.opens(at + 1):
        # `a fait état pendant deux semaines de dix morts`
        spell = next((k for k in range(at + 1, min(at + 4, end)) if row.low(k).rstrip("s") in SPELLS), None)
        if spell is not None and row.low(spell + 1) in ("de", "d'", "que", "qu'", "des", "du", ","):
            return spell + 1
    if low == "sans" and is_infinitive(row, at + 1, end) and row.words[at + 1].pos == "VERB":
        # `répond sans hésiter le garde`
        return at + 2
    for phrase in set_phrases_by_start().get(low, ()):
        if all(row.low(at + k) == word for k, word in enumerate(phrase)):
            return at + len(phrase)
    if low in ("lui", "elle", "eux", "elles") and (follows in (",", "de", "d'") or row.low(at - 1) == ","):
        return at + 1
    if low == "," and (step := _aside(row, at, end)) > at:
        return step
    if low == "," and (step := _filler(row, at + 1, end)) > at + 1:
        while (more := _filler(row, step, end)) > step:
            step = more
        return step + 1 if row.low(step) == "," else at
    if low in ("dans", "sur", "lors", "devant", "via", "sous", "auprès", "par", "au", "à", "aux", "après"):
        return _circumstance(row, at, end)
    return at


def _away(row: Row, at: int, end: int) -> int:
    """Step over where somebody speaks from: `a prévenu depuis Nairobi le directeur`, `rassure de Lomé la consule`."""
    last = at + 1
    while last < end and row.words[last].capital:
        last += 1
    named = at + 1 < last <= at + 4 and row.words[at].depth == row.words[last - 1].depth
    return last if named and last < end and row.low(last) in DETERMINERS - {"de", "du", "des"} else at


def _when(row: Row, at: int, end: int) -> int:
    """Step over when something was said: `dès le mois de mars`, `la veille`, `la semaine dernière`, `il y a trois jours`."""
    low = row.low(at)
    if low == "il" and row.low(at + 1) == "y" and row.low(at + 2) == "a":
        spell = next((k for k in range(at + 3, min(at + 7, end)) if row.low(k).rstrip("s") in SPELLS), None)
        return spell + 1 if spell is not None else at
    if (
        low == "le"
        and (row.low(at + 1).isdigit() or row.low(at + 1) == "1er")
        and row.low(at + 2) in closed_words("times")
    ):
        # `avions annoncé le 13 mars sept tués`
        return at + 3 + (len(row.low(at + 3)) == 4 and row.low(at + 3).isdigit())
    body = at + (low in ("dès", "depuis"))
    opened = body > at
    while row.low(body) in ("le", "la", "l'", "ce", "cette", "cet"):
        body += 1
    noun = row.low(body)
    if body == at or body >= end or row.opens(body):
        return at
    if opened and noun in closed_words("times"):
        return body + 1
    if opened and noun in CALENDAR:
        behind = body + 1
        if row.low(behind) in ("de", "d'", "du") and (
            row.low(behind + 1) in closed_words("times") or row.low(behind + 1) in CALENDAR
        ):
            behind += 2
        return behind
    if noun in ("veille", "lendemain", "avant-veille", "surlendemain") and row.low(body + 1) not in (
        "de",
        "d'",
        "du",
        "des",
    ):
        return body + 1
    past = row.low(body + 1) in ("dernier", "dernière", "passé", "passée", "précédent", "précédente", "même")
    return body + 2 if noun in CALENDAR and past else at


def _aside(row: Row, at: int, end: int) -> int:
    """Step over `, faute de place,` and `, sous couvert d'anonymat,`: a short circumstance between commas."""
    if at + 2 < end and row.low(at + 2) == "," and row.words[at + 1].pos in ("ADJ", "NOUN", "VERB"):
        # `lâche, amère, une voisine`
        return at + 3
    absolute = row.words[at + 1].pos == "NOUN" if at + 1 < end else False
    if row.low(at + 1) not in ASIDES and not absolute:
        # `ont répété, banderole en main, les salariés`
        return at
    for index in range(at + 2, min(at + 9, end)):
        if row.words[index].finite or row.opens(index):
            return at
        if row.low(index) == ",":
            return index + 1
    return at


def _circumstance(row: Row, at: int, end: int) -> int:
    """Step over `à la presse`, `dans un communiqué`, `lors d'un point presse`, `à Paris`, `sur Twitter`."""
    low = row.low(at)
    body = at + 1
    while body < end and row.low(body) in (*DETERMINERS, "de", "d'", "couvert", "cours", "marge"):
        body += 1
    if body >= end or not row.words[body].is_word:
        return at
    noun = row.words[body]
    medium = is_a(noun.low, "medium") or noun.low in closed_words("occasions")
    if low in ("à", "au", "aux") and not medium:
        # `ont appelé à Rome à une trêve`: a place, where the real `à` or a clause comes next
        after = row.low(body + 1)
        return (
            body + 1
            if noun.capital and body == at + 1 and after in ("à", "que", "qu'", "de", "un", "une", "le", "la", "l'")
            else at
        )
    if low in ("par", "après") and not medium:
        return at
    if low in ("dans", "sur") and not medium and not noun.capital:
        return at
    last = body
    if noun.low in closed_words("networks") and row.words[body - 1].low == low:
        # `écrit sur Telegram Boris Karpov`: a network is called by one word
        return body + 1
    if medium and noun.capital and not noun.text.isupper():
        # `à Radio Sud un commerçant`: the medium's name ends where another phrase begins
        end_of_name = next((k for k in range(body, end) if not row.words[k].capital), end)
        if row.low(end_of_name) in DETERMINERS:
            return end_of_name
        if end_of_name - body > 3:
            # `à l'Agence Nord Rosa Kone`: a name of two words ends the run
            return end_of_name - 2
    if noun.text.isupper():
        return body + 1
    named = named_medium(row, body, end)
    if named is not None:
        return named + 1
    if noun.low == "agence" and body + 1 < end and row.words[body + 1].text.isupper():
        return body + 2
    phrase = phrase_at(row, body, end, together=False, bare=True)
    if phrase is not None and noun.pos != "PROPN":
        last = phrase.last
    while (
        last + 1 < end
        and row.low(last + 1) in ("de", "d'", "du", "des")
        and low in ("lors", "auprès", "sous")
        and last + 2 < end
    ):
        phrase = phrase_at(row, last + 2, end, together=False)
        if phrase is None:
            break
        last = phrase.last
    if noun.low in ("télévision", "presse", "téléphone", "micro", "antenne", "courriel"):
        last = next(
            (k - 1 for k in range(body + 1, last + 1) if row.words[k].capital and row.low(k - 1) not in ("d'", "de")),
            last,
        )
    if row.low(last + 1) in PUBLISHED:
        last += 1
        while row.low(last + 1) in closed_words("times"):
            last += 1
    return last + 1


def named_medium(row: Row, body: int, end: int) -> int | None:
    """Return the last word of the name behind a kind of medium: `quotidien La Dépêche du Nord`.

    None without one, and where the name of whoever speaks may be in it: `à l'agence ANP Rosa`.
    """
    if not is_a(row.low(body), "medium") or row.words[body].capital:
        return None
    at = body + 1
    while at < end and not row.words[at].capital and row.words[at].pos == "ADJ":
        at += 1
    if at >= end or not row.words[at].capital:
        return None
    while at + 1 < end:
        step = at + 1
        while step < end and row.low(step) in ("du", "de", "d'", "des", "la", "le", "l'", "-") and step < at + 3:
            step += 1
        if step < end and step == at + 1 and row.words[step].text.isdigit():
            # `la chaîne Rai 1`
            return step
        if step >= end or not row.words[step].capital:
            break
        at = step
    return at if row.low(at + 1) in DETERMINERS or row.low(at + 1) in ("que", "qu'") else None


def is_infinitive(row: Row, at: int, end: int) -> bool:
    """Say whether an infinitive, with its clitics and negation, begins at a word."""
    steps = 0
    while (
        at < end
        and (
            row.low(at) in closed_words("clitics")
            or row.low(at) in ("pas", "plus", "déjà", "bien", "rien", "toujours", "jamais", "avoir")
        )
        and steps < 5
    ):
        if row.low(at) == "avoir":
            return True
        at += 1
        steps += 1
    verb = at < end and row.words[at].pos in ("VERB", "AUX")
    if at < end and row.words[at].pos == "NOUN" and row.low(at).endswith("er"):
        # `de reconfiner la région`, that the parse does not know
        verb = row.low(at - 1) in ("de", "d'") and row.low(at + 1) in ("le", "la", "les", "l'", "leur", "leurs")
    return at < end and bool(INFINITIVE.search(row.low(at))) and verb and not row.words[at].capital
