"""A row of words and the cue in it in, the reported content out: where it begins and where it ends."""

from __future__ import annotations

from recoupe.extract.statements.cues import Cue, find_cues
from recoupe.extract.statements.fillers import has_number, is_infinitive, skip_connectives, skip_fillers
from recoupe.extract.statements.lexis import closed_words, credit_forms, is_a
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.stamps import past_stamp
from recoupe.extract.statements.words import Row, Stretch
from recoupe.model.span import Span
from recoupe.model.statement import Form

CIRCUMSTANCE = frozenset(
    "dans lors en devant sur via par au à aux depuis après avant sous auprès pendant durant face".split()
)
# what a comma before a gerund does not end: it only spells out a number
INCLUDING = frozenset("concernant comprenant incluant impliquant visant représentant totalisant dont".split())
THEN = frozenset("jour soir matin nuit semaine mois année veille lendemain week-end heure".split())
PAST = frozenset("dernier dernière passé passée précédent précédente d'avant".split())


def find_que(row: Row, at: int, end: int) -> int | None:
    """Return the first word after the `que` that a cue governs, past what may stand between."""
    depth = row.words[at - 1].depth
    plain = skip_fillers(row, at, end)
    if (
        plain < end
        and (
            row.low(plain) in DETERMINERS
            or row.low(plain) in ("celui", "celle", "ceux", "celles")
            or row.words[plain].text[0].isdigit()
            or row.words[plain].pos in ("NUM", "ADJ", "DET")
        )
        and (row.low(plain) not in ("la", "le", "les", "l'") or row.low(plain - 1) not in ("à", "au"))
    ):
        return None
    for index in range(at, min(end, at + 28)):
        word = row.words[index]
        if word.low in ("que", "qu'") and word.depth == depth:
            if (row.low(index - 1) == "ce" and row.low(index - 2) != "à") or row.low(index + 1) in (
                "coûte",
                "possible",
                "jamais",
                "prévu",
            ):
                return None
            return index + 1
        if word.low in ("de", "d'") and index > at and is_infinitive(row, index + 1, end):
            # `demande aux clients de rendre les clés qu'ils ont reçues`
            return None
        if word.low in ("ne", "n'", "plutôt", "ainsi", "contrairement"):
            return None
        if word.low in (":", ";", "qui", "dont", "et", "mais") or row.opens(index) or row.closes(index):
            return None
        if index > at and word.low in ("lesquelles", "lesquels"):
            return index + 1
        if index - at > 0 and word.pos == "AUX":
            return None
    return None


def content_end(row: Row, start: int, stretch: Stretch, cues: tuple[Cue, ...], role: str) -> int:
    """Return the last word of a content that runs on from `start`: up to the next cue or clause.

    Where a text breaks off and nothing stands at `start`, that is the word before it.
    """
    if start >= stretch.end:
        return start - 1
    depth = row.words[start].depth
    lefts = {cue.left: cue for cue in cues}
    last = stretch.end - 1
    for at in range(start + 1, stretch.end):
        word = row.words[at]
        if word.depth < depth or (depth == 0 and word.depth == 0 and _breaks(row, at, start, stretch, lefts, role)):
            last = at - 1
            break
        if word.depth == depth and depth > 0 and word.low == "." and at + 1 < stretch.end:
            last = at - 1
            break
    return trim_end(row, start, _balanced(row, start, last))


def _balanced(row: Row, start: int, last: int) -> int:
    """Return the last word of a content without a bracket that it opens and does not close."""
    opened = [k for k in range(start, last + 1) if row.words[k].text == "("]
    if not opened or any(row.words[k].text == ")" for k in range(opened[-1], last + 1)):
        return last
    return max(start, opened[-1] - 1)


def _breaks(row: Row, at: int, start: int, stretch: Stretch, lefts: dict[int, Cue], role: str) -> bool:
    low, follows = row.low(at), row.low(at + 1)
    gerund = lefts.get(at)
    if gerund is not None and gerund.mood == "gerund" and row.closes(at - 1):
        return True
    if low == ":" and role in ("noun", "tally", "de", "party", "a", "sur") and _lists(row, at, stretch):
        return False
    if low == ":" and role == "credit" and row.opens(at + 1):
        return False
    # `avance un bilan plus lourd : quatorze décès`
    counted = (
        low == ":"
        and any(row.low(k) in closed_words("counts") for k in range(start, at))
        and not has_number(row, start, at - 1)
    )
    if low == ":" and role in ("noun", "tally", "de") and counted and has_number(row, at + 1, at + 1):
        return False
    if low in (";", ":") and not (low == ":" and role in ("que", "colon")):
        return True
    if low in ("et", "puis", "mais", ",") or low in ("tout",):
        left = at + 1
        while row.low(left) in ("et", "puis", "mais", "tout", "en", "ensuite", "également", "enfin", "aussi"):
            left += 1
        cue = lefts.get(left) or lefts.get(left - 1)
        saying = cue is not None and set(cue.frames) - {"tally", "quote", "colon", "near", "meant", "intended"}
        if (
            cue is not None
            and not saying
            and role in ("credit", "que")
            and low == ","
            and _closes_aside(row, at, start)
        ):
            # `Selon lui, la barque, prévue pour douze, en portait trente`
            return False
        if (
            cue is not None
            and (saying or cue.mood == "finite")
            and cue.mood in ("finite", "gerund")
            and row.words[cue.first].depth == 0
        ):
            return True
    if (
        low in ("et", "puis")
        and role not in ("que", "inf", "party")
        and follows in ("a", "ont", "est")
        and row.pos(at + 1) == "AUX"
    ):
        return True
    if low == "et" and role == "party" and row.finite(at + 1) and row.pos(at + 1) == "VERB":
        # `accusent la ville de mépris et brandissent un chiffre`
        return True
    if (
        low in ("et", "mais")
        and role in ("noun", "de", "party", "a", "contre")
        and _new_subject(row, at, stretch, lefts)
    ):
        # `crie à la fraude et son candidat, X, se proclame vainqueur`
        return True
    if low == "et" and role in ("noun", "de", "a", "claimed", "tally", "contre"):
        # `revendique le raid et montre deux otages`, `conteste tout tir et s'en remet au juge`
        verb = at + 1
        while row.low(verb) in closed_words("clitics"):
            verb += 1
        does = verb < stretch.end and row.words[verb].finite and row.words[verb].pos == "VERB"
        inside = any(row.low(k) in ("qui", "que", "qu'", "dont", "où") for k in range(start, at))
        if does and not inside:
            return True
    if low == "avant" and follows in ("de", "d'") and any(at < left < at + 5 for left in lefts):
        return True
    if low == "après" and follows == "avoir" and any(at < left < at + 4 for left in lefts):
        return True
    if low in ("dans", "sur", "lors") and role in ("noun", "tally", "de", "party", "claimed"):
        body = at + 1 + (row.low(at + 1) in ("un", "une", "le", "la", "d'"))
        if body < stretch.end and is_a(row.low(body), "medium") and row.low(body) not in ("site", "réseau"):
            return True
        if low == "dans" and body == at + 2 < stretch.end and is_a(row.low(body), "document"):
            return True
    if low == "depuis" and role == "tally" and at == start + 1 and row.low(at + 1) not in ("un", "une", "leur", "son"):
        return True
    if low in ("le", "la", "l'") and role in ("noun", "tally", "de") and at > start and _back_then(row, at, stretch):
        return True
    if (
        low == "et"
        and role in ("noun", "tally", "de")
        and row.pos(at + 1) in ("VERB", "AUX")
        and follows not in ("de", "d'")
    ):
        return row.pos(at + 1) == "AUX" or follows.endswith("t")
    if (
        low in ("quand", "lorsque", "lorsqu'")
        and role not in ("que", "credit", "colon")
        and _new_subject(row, at, stretch, lefts)
    ):
        # `disait avoir reçu 31 corps quand l'État n'en comptait que 23`
        return True
    if low != ",":
        return False
    if row.closes(at - 1) and row.opens(start) and follows in ("avant", "après", "tout", "sans", "lors", "puis"):
        # `a répondu que « rien ne serait caché », avant de quitter la salle`
        return True
    if follows == "là" and row.low(at + 2) == "où":
        # `maintient que quinze sont morts, là où les soignants en comptent onze`
        return True
    if follows == "contre" and has_number(row, at + 2, at + 3):
        # `34 morts, contre 29 la veille, et 212 blessés`
        return False
    if follows in ("lequel", "laquelle", "lesquels", "lesquelles") and role not in ("que", "credit", "colon", "inf"):
        return True
    if (
        follows in ("que", "qu'")
        and row.low(at + 2) in ("il", "elle", "ils", "elles")
        and _said_next(row, at + 3, lefts)
    ):
        # `rejette ces accusations, qu'il juge « grotesques »`
        return True
    if follows == "ce" and row.low(at + 2) in ("que", "qu'") and _denied(row, at + 3, stretch, lefts):
        return True
    if follows == "ce" and row.low(at + 2) in ("que", "qu'", "qui", "dont") and role not in ("que", "credit", "colon"):
        return True
    if follows in ("un", "une") and row.low(at + 3) in ("que", "qu'") and row.low(at + 2) in closed_words("totals"):
        # `parlent de 200 morts, un chiffre que conteste le gouverneur`
        return True
    if role in ("noun", "tally", "de", "party", "a", "sur", "inf") and _new_subject(row, at, stretch, lefts):
        return True
    if row.low(at + 2) == "à" and row.low(at + 4) == "appui":
        return True
    if (
        role == "tally"
        and follows
        in ("que", "dans", "un", "une", "le", "la", "où", "chiffre", "nombre", "total", "mot", "sans", "soit", "ce")
        and follows != "soit"
    ):
        return True
    if follows in ("selon", "tandis", "suscitant", "sans", "contre", "alors", "affirmant") and not (
        follows == "alors" and role in ("que", "credit")
    ):
        return True
    if (
        (follows == "d'" and row.low(at + 2) == "après")
        or follows == "mais"
        or (follows == "de" and row.low(at + 2) in ("source", "sources"))
    ):
        return True
    if (follows == "et" and row.low(at + 2) in ("ce", "cela")) or (
        follows in ("ce",) and role in ("noun", "tally", "de")
    ):
        return True
    if (
        follows in CIRCUMSTANCE
        and any(is_a(row.low(k), "medium") for k in range(at + 2, min(at + 6, stretch.end)))
        and role != "party_inf"
    ):
        return True
    if role in ("noun", "de", "tally", "party", "adj", "a", "inf", "party_inf"):
        if (
            follows in ("après", "lors", "en", "au", "avant", "quelques", "au")
            and role in ("noun", "de", "tally", "party")
            and row.low(at + 2) != "comptant"
        ):
            return True
        if row.pos(at + 1) == "VERB" and follows.endswith("ant") and follows not in INCLUDING:
            # `accusent des miliciens d'avoir tiré, tuant quatre passagers`: what they are accused of
            charged = role == "party" and any(row.low(k) in ("avoir", "être") for k in range(start, at))
            return not charged or at + 1 in lefts
        return (
            follows in ("un", "une", "qui", "où", "dont")
            and role in ("noun", "de")
            and start < at - 1
            and not has_number(row, start, at)
        )
    return False


def _closes_aside(row: Row, comma: int, start: int) -> bool:
    """Say whether a comma ends an aside between a subject and its verb."""
    opening = next((k for k in range(comma - 1, start, -1) if row.low(k) == ","), None)
    return opening is not None and not any(row.words[k].finite for k in range(start, opening))


def _said_next(row: Row, at: int, lefts: dict[int, Cue]) -> bool:
    """Say whether a verb that calls a thing something stands at a word."""
    cue = lefts.get(at)
    return cue is not None and bool(cue.frames.keys() & {"judged", "comme"})


def _denied(row: Row, at: int, stretch: Stretch, lefts: dict[int, Cue]) -> bool:
    """Say whether somebody takes back what stands before: `..., ce que l'armée dément`."""
    near = [cue for left, cue in lefts.items() if at < left < min(at + 8, stretch.end)]
    return any(form.entry.means in ("deny", "reject") for cue in near for form in cue.frames.values())


def _back_then(row: Row, at: int, stretch: Stretch) -> bool:
    """Say whether words tell when something was said: `en était à 47 le premier soir`, `niait tout la semaine dernière`."""
    if row.low(at - 2) == "contre":
        # `34 morts, contre 29 la veille, et 212 blessés`
        return False
    for noun in (at + 1, at + 2):
        if noun < stretch.end and row.low(noun) in THEN:
            past = row.low(noun + 1) in PAST
            first = noun == at + 2 and row.low(at + 1) in ("premier", "première", "même")
            end = noun + (2 if past else 1)
            whole = noun == at + 1 and row.low(noun) in ("veille", "lendemain")
            return (past or first or whole) and row.low(end) in (",", ".", ";", ":", "", "et", "au")
    return False


def _new_subject(row: Row, comma: int, stretch: Stretch, lefts: dict[int, Cue]) -> bool:
    """Say whether a comma opens a clause with a speaker of its own: `..., le gouvernement n'en reconnaît que neuf`."""
    comma += row.low(comma + 1) == "et"
    near = [left for left, cue in lefts.items() if comma + 1 < left < comma + 14 and cue.mood == "finite"]
    if not near or row.low(comma + 1) not in DETERMINERS:
        return False
    phrase = phrase_at(row, comma + 1, stretch.end, together=False)
    if phrase is None or row.words[phrase.first].depth:
        return False
    return phrase.end + 1 in near or (row.low(phrase.end + 1) == "," and phrase.end + 2 in near)


def _lists(row: Row, colon: int, stretch: Stretch) -> bool:
    """Say whether what a colon opens only spells out a number before it: `neuf morts : sept détenus et deux gardes`."""
    end = next((k for k in range(colon + 1, stretch.end) if row.low(k) in (".", ";", ":")), stretch.end)
    plain = not any(row.words[k].finite or row.opens(k) for k in range(colon + 1, end))
    return plain and has_number(row, colon + 1, end - 1) and has_number(row, stretch.start, colon - 1)


def conceded_end(row: Row, start: int, last: int) -> int:
    """Return where what somebody may well say ends: `a beau jurer que tout va bien, les habitants partent`."""
    for at in range(start + 1, last):
        opens = row.low(at) == "," and not row.words[at].depth and phrase_at(row, at + 1, last + 1) is not None
        if opens and any(row.words[k].finite for k in range(at + 1, last + 1)):
            return trim_end(row, start, at)
    return last


def trim_end(row: Row, start: int, last: int) -> int:
    """Drop the punctuation that ends a sentence from the end of a content."""
    while last > start and row.words[last].low in (".", "!", "?", "…", ",", ";", ":", "...", "–", "-", "--", "—"):
        last -= 1
    return last


def content_start(row: Row, cue_left: int, stretch: Stretch, title: bool) -> int:
    """Return where the clause before a trailing cue begins."""
    start = past_stamp(row, stretch.start, cue_left)
    for at in range(start, cue_left):
        word = row.words[at]
        if word.depth:
            continue
        if (word.low == ";" and _tells(row, start, at)) or (word.low == "." and row.opens(at + 1)):
            start = at + 1
        elif word.low == ":" and at + 1 < cue_left:
            short = at - stretch.start <= (5 if title else 2)
            if short or row.opens(at + 1) or not title:
                start = at + 1
        elif word.text in ("–", "—", "=") and at - stretch.start <= 8 and title:
            start = at + 1
    return skip_connectives(row, start, cue_left)


def _tells(row: Row, first: int, last: int) -> bool:
    """Say whether a clause before a semicolon has an attribution of its own, so that a later one is not its."""
    for at in range(first, last):
        if row.words[at].depth or _credits(row, at):
            return True
    return any(cue.mood in ("finite", "gerund") for cue in find_cues(row, first, last))


def _credits(row: Row, at: int) -> bool:
    """Say whether words that credit somebody stand at a word: `selon`, `à en croire`."""
    for words, entry in credit_forms().get(row.low(at), ()):
        if entry.means == "credit" and all(row.low(at + k) == word for k, word in enumerate(words)):
            return True
    return False


def shaped(
    row: Row, first: int, last: int, holes: tuple[tuple[int, int], ...] = (), base: int = 0
) -> tuple[Span, Form]:
    """Return the span and the form of a content of words `first` to `last`.

    `holes` are the words of the attribution that breaks it; `base` is the depth of the quotes around the cue.
    All in quotation marks, it is direct and its span leaves the outer marks out; partly, it is mixed and keeps them.
    """
    said = [at for at in range(first, last + 1) if row.words[at].is_word and not any(a <= at <= b for a, b in holes)]
    quoted = [at for at in said if row.words[at].depth > base]
    span = row.span(first, last)
    if not quoted:
        return span, Form.INDIRECT
    if len(quoted) < len(said):
        return span, Form.MIXED
    opening = row.quote_at(said[0], base)
    closing = row.quote_at(said[-1], base)
    if opening is not None and closing is not None:
        span = Span(opening.inner.start, closing.inner.end)
    return span, Form.DIRECT
