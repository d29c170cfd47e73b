"""A row of words and the cue in it in, the reported content out: where it begins and where it ends."""

from __future__ import annotations

import re

from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.lexis import closed_words, is_a, set_phrases
from recoupe.extract.statements.phrases import DETERMINERS, phrase_at
from recoupe.extract.statements.words import CLOSING, Row, Stretch
from recoupe.model.span import Span
from recoupe.model.statement import Form

OPENING = frozenset("«“\"‘„")
CONNECTIVES = (
    ("mais", ","), ("mais",), ("et",), ("or",), ("car",), ("ainsi", ","), ("ainsi",), ("en", "effet", ","), ("d'", "ailleurs", ","), ("d'", "ailleurs"),
    ("par", "ailleurs", ","), ("enfin", ","), ("cependant", ","), ("toutefois", ","), ("pourtant", ","), ("en", "outre", ","), ("de", "plus", ","),
    ("résultat", ":"), ("du", "coup", ","), ("en", "revanche", ","), ("au", "total", ","), ("puis",), ("donc",), ("par", "ailleurs"), ("-",), ("–",), ("—",), ("•",), ("*",),
)  # fmt: skip
INFINITIVE = re.compile(r"(?:er|ir|re|oir)$")
CIRCUMSTANCE = frozenset("dans lors en devant sur via par au à aux depuis après avant sous auprès pendant durant face".split())
NUMBER_WORDS = frozenset(
    "un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante"
    " septante huitante nonante cent cents mille millier milliers dizaine dizaines vingtaine trentaine quarantaine cinquantaine soixantaine"
    " centaine centaines million millions milliard milliards double triple moitié tiers quart zéro aucun aucune plusieurs sixième".split()
)


def has_number(row: Row, first: int, last: int) -> bool:
    """Say whether a number stands among some words; `un` and `une` alone are none."""
    for at in range(first, last + 1):
        low = row.low(at)
        if low[0].isdigit() or any(part in NUMBER_WORDS for part in low.split("-")) and low not in ("un", "une", "aucun", "aucune", "plusieurs"):
            return True
    return False


def skip_connectives(row: Row, at: int, end: int) -> int:
    """Return the first word of a clause past the connective it opens with."""
    for words in CONNECTIVES:
        if at + len(words) < end and all(row.low(at + k) == word for k, word in enumerate(words)):
            return skip_connectives(row, at + len(words), end)
    return at


def skip_fillers(row: Row, at: int, end: int) -> int:
    """Return the first word after a cue that is neither an adverb, a day, a medium nor a circumstance."""
    while at < end:
        step = _filler(row, at, end)
        if step == at:
            break
        at = step
    return at


def _filler(row: Row, at: int, end: int) -> int:
    low, follows = row.low(at), row.low(at + 1)
    if low in closed_words("adverbs") and low not in ("plus", "seulement", "quant") or low.endswith("ement") and row.words[at].pos == "ADV":
        return at + 1
    if low in closed_words("times"):
        return at + 1
    if low in ("ce", "cette") and follows in closed_words("times"):
        return at + 2
    for phrase in set_phrases():
        if low == phrase[0] and all(row.low(at + k) == word for k, word in enumerate(phrase)):
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


def _aside(row: Row, at: int, end: int) -> int:
    """Step over `, faute de lits,` and `, sous couvert d'anonymat,`: a short circumstance between commas."""
    if row.low(at + 1) not in ("faute", "sous", "sans", "dans", "lors", "à", "en", "au", "devant", "après", "pour", "malgré", "face", "photos", "chiffres"):
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
    medium = is_a(noun.low, "medium") or noun.low in ("anonymat", "l'anonymat", "journalistes", "conférence", "point", "réunion", "médias", "sortie", "visite")
    if low in ("à", "au", "aux") and not medium:
        # `ont appelé à Paris à mettre fin`: a place, where the real `à` or a clause comes next
        after = row.low(body + 1)
        return body + 1 if noun.capital and body == at + 1 and after in ("à", "que", "qu'", "de", "un", "une", "le", "la", "l'") else at
    if low in ("par", "après") and not medium:
        return at
    if low in ("dans", "sur") and not medium and not noun.capital:
        return at
    last = body
    if noun.text.isupper():
        return body + 1
    if noun.low == "agence" and body + 1 < end and row.words[body + 1].text.isupper():
        return body + 2
    phrase = phrase_at(row, body, end, together=False, bare=True)
    if phrase is not None and noun.pos != "PROPN":
        last = phrase.last
    while last + 1 < end and row.low(last + 1) in ("de", "d'", "du", "des") and low in ("lors", "auprès", "sous") and last + 2 < end:
        phrase = phrase_at(row, last + 2, end, together=False)
        if phrase is None:
            break
        last = phrase.last
    if noun.low in ("télévision", "presse", "téléphone", "micro", "antenne", "courriel"):
        last = next((k - 1 for k in range(body + 1, last + 1) if row.words[k].capital), last)
    if row.low(last + 1) in ("publié", "publiée", "diffusé", "diffusée", "téléphonique", "commun", "conjoint", "organisé", "tenue"):
        last += 1
        while row.low(last + 1) in closed_words("times"):
            last += 1
    return last + 1


def is_infinitive(row: Row, at: int, end: int) -> bool:
    """Say whether an infinitive, with its clitics and negation, begins at a word."""
    steps = 0
    while at < end and (row.low(at) in closed_words("clitics") or row.low(at) in ("pas", "plus", "déjà", "bien", "rien", "toujours", "jamais", "avoir")) and steps < 5:
        if row.low(at) == "avoir":
            return True
        at += 1
        steps += 1
    return at < end and bool(INFINITIVE.search(row.low(at))) and row.words[at].pos in ("VERB", "AUX") and not row.words[at].capital


def find_que(row: Row, at: int, end: int) -> int | None:
    """Return the first word after the `que` that a cue governs, past what may stand between."""
    depth = row.words[at - 1].depth
    plain = skip_fillers(row, at, end)
    if plain < end and (row.low(plain) in DETERMINERS or row.words[plain].text[0].isdigit() or row.words[plain].pos in ("NUM", "ADJ")) and (
        row.low(plain) not in ("la", "le", "les", "l'") or row.low(plain - 1) not in ("à", "au")
    ):
        return None
    for index in range(at, min(end, at + 28)):
        word = row.words[index]
        if word.low in ("que", "qu'") and word.depth == depth:
            if row.low(index - 1) == "ce" and row.low(index - 2) != "à" or row.low(index + 1) in ("coûte", "possible", "jamais", "prévu"):
                return None
            return index + 1
        if word.low in ("ne", "n'", "plutôt", "ainsi", "contrairement"):
            return None
        if word.low in (":", ";", "qui", "dont", "et", "mais") or word.text in OPENING or word.text in CLOSING:
            return None
        if index > at and word.low in ("lesquelles", "lesquels"):
            return index + 1
        if index - at > 0 and word.pos == "AUX":
            return None
    return None


def content_end(row: Row, start: int, stretch: Stretch, cues: tuple[Cue, ...], role: str) -> int:
    """Return the last word of a content that runs on from `start`: up to the next cue, clause or the end of the sentence."""
    depth = row.words[start].depth if not row.opens(start) else row.words[start].depth
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
    return trim_end(row, start, last)


def _breaks(row: Row, at: int, start: int, stretch: Stretch, lefts: dict[int, Cue], role: str) -> bool:
    low, follows = row.low(at), row.low(at + 1)
    if low in (";", ":") and not (low == ":" and role in ("que", "colon")):
        return True
    if low in ("et", "puis", "mais", ",") or low in ("tout",):
        left = at + 1
        while row.low(left) in ("et", "puis", "mais", "tout", "en", "ensuite", "également", "enfin", "aussi"):
            left += 1
        cue = lefts.get(left) or lefts.get(left - 1)
        saying = cue is not None and set(cue.frames) - {"tally", "quote", "colon", "near"}
        if cue is not None and (saying or cue.mood == "finite") and cue.mood in ("finite", "gerund") and row.words[cue.first].depth == 0:
            return True
    if low in ("et", "puis") and role not in ("que", "inf", "party") and follows in ("a", "ont", "est") and row.words[at + 1].pos == "AUX":
        return True
    if low == "avant" and follows in ("de", "d'") and any(at < left < at + 5 for left in lefts):
        return True
    if low == "après" and follows == "avoir" and any(at < left < at + 4 for left in lefts):
        return True
    if low == "depuis" and role == "tally" and at == start + 1:
        return True
    if low == "et" and role in ("noun", "tally", "de") and row.words[at + 1].pos in ("VERB", "AUX") and follows not in ("de", "d'"):
        return row.words[at + 1].pos == "AUX" or follows.endswith("t")
    if low != ",":
        return False
    if role == "tally" and follows in ("que", "dans", "un", "une", "le", "la", "où", "chiffre", "sans", "soit", "ce") and follows != "soit":
        return True
    if follows in ("selon", "tandis", "suscitant", "sans", "contre", "alors", "affirmant", "soit") and not (follows == "alors" and role == "que"):
        return follows != "soit" or False
    if follows == "d'" and row.low(at + 2) == "après" or follows == "mais" or (follows == "de" and row.low(at + 2) in ("source", "sources")):
        return True
    if follows == "et" and row.low(at + 2) in ("ce", "cela") or follows in ("ce",) and role in ("noun", "tally", "de"):
        return True
    if follows in CIRCUMSTANCE and any(is_a(row.low(k), "medium") for k in range(at + 2, min(at + 6, stretch.end))) and role != "party_inf":
        return True
    if role in ("noun", "de", "tally", "party", "adj", "a", "inf", "party_inf"):
        if follows in ("après", "lors", "en", "au", "avant", "quelques", "au") and role in ("noun", "de", "tally", "party") and row.low(at + 2) != "comptant":
            return True
        if row.words[at + 1].pos == "VERB" and follows.endswith("ant"):
            return True
        return follows in ("un", "une", "qui", "où", "dont") and role in ("noun", "de") and start < at - 1 and not has_number(row, start, at)
    return False


def trim_end(row: Row, start: int, last: int) -> int:
    """Drop the punctuation that ends a sentence from the end of a content."""
    while last > start and row.words[last].low in (".", "!", "?", "…", ",", ";", ":", "...", "–", "-", "--", "—"):
        last -= 1
    return last


def content_start(row: Row, cue_left: int, stretch: Stretch, title: bool) -> int:
    """Return where the clause before a trailing cue begins."""
    start = stretch.start
    for at in range(stretch.start, cue_left):
        word = row.words[at]
        if word.depth:
            continue
        if word.low == ";" or (word.low == "." and row.opens(at + 1)):
            start = at + 1
        elif word.low == ":" and at + 1 < cue_left:
            short = at - stretch.start <= (5 if title else 2)
            if short or row.opens(at + 1):
                start = at + 1
        elif word.text in ("–", "—", "=") and at - stretch.start <= 8 and title:
            start = at + 1
    return skip_connectives(row, start, cue_left)


def shaped(row: Row, first: int, last: int, holes: tuple[tuple[int, int], ...] = (), base: int = 0) -> tuple[Span, Form]:
    """Return the span and the form of a content of words `first` to `last`.

    `holes` are the words of the attribution that breaks it; `base` is the depth of the quotes that the cue itself stands in.
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
