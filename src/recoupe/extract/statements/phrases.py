"""A row of words and a place in it in, the noun phrase that begins there out: who it names, how, and how many."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.extract.statements.appositions import with_apposition
from recoupe.extract.statements.complements import beside, governor, governs, named_beside
from recoupe.extract.statements.extent import extent, made_known, spelled_by_acronym, timely
from recoupe.extract.statements.honours import past_honour
from recoupe.extract.statements.lexis import actor_class, closed_words, cue_forms, is_a
from recoupe.extract.statements.parts import counted, one_of, somebody
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.small_words import (
    ACRONYM,
    CIVIL,
    DEFINITE,
    DETERMINERS,
    PARTICLES,
    PLURAL,
    POSSESSIVE,
    SINGULAR,
    STOPS,
)
from recoupe.extract.statements.words import Row
from recoupe.model.span import Span

PRONOUNS = {
    "il": ("m", False), "elle": ("f", False), "ils": ("m", True), "elles": ("f", True), "lui": (None, False),
    "eux": ("m", True), "celui-ci": ("m", False), "celle-ci": ("f", False), "ceux-ci": ("m", True),
    "celles-ci": ("f", True), "on": (None, False), "nous": (None, True), "je": (None, False), "j'": (None, False),
}  # fmt: skip


# what stands before a name without being part of it
HONOURS = frozenset(
    "ong asbl sarl sa sœur soeur frère père abbé docteur docteure professeur professeure maître monsieur madame "
    "monseigneur général colonel capitaine commandant".split()
)
NOBODY = frozenset(
    ["personne", "rien", "tout", "tous", "toutes", "chacun", "chacune", "nul", "nulle", "aucun", "aucune"]
)


# what stands between `de` and a group that nobody counts
MANY = frozenset(["autres", "nombreux", "nombreuses", "multiples", "simples", "hauts", "jeunes", "vieux", "vieilles"])

PREPOSED = frozenset(
    "a à en au aux de du des d' dans sur par pour avec sans selon depuis dès après avant lors chez vers et mais or car si quand".split()
)


PARTICIPLE = re.compile(r"(?:é|ée|és|ées|i|is|ie|ies|u|ue|us|ues|int|inte|ints|ert|erte|mis|mise|ant|ente)$")


def phrase_at(row: Row, start: int, limit: int, together: bool = True, bare: bool = False) -> Phrase | None:
    """Return the noun phrase that begins with the word `start` and ends before the word `limit`, or None.

    `together` joins a second phrase after `et`; `bare` accepts a common noun without an article.
    """
    if start >= limit or start < 0:
        return None
    low = row.low(start)
    if low in ("seul", "seule") and start + 1 < limit and row.words[start + 1].capital:
        # `Seule Ida Ferrand refuse de partir`
        start, low = start + 1, row.low(start + 1)
    if low in ("lequel", "laquelle") and row.words[start].capital:
        # `Lequel se veut patient`: whoever was named last
        low = "celui-ci" if low == "lequel" else "celle-ci"
    if (civil := past_honour(row, start)) > start:
        return phrase_at(row, civil, limit, together, bare)
    if low in PRONOUNS:
        gender, plural = PRONOUNS[low]
        return Phrase(start, start, start, low, row.words[start].text, row.words[start].span, "pronoun", gender, plural)
    if low in ("l'un", "l'une") or (low == "l'" and row.low(start + 1) in ("un", "une")):
        return one_of(row, start, limit)
    if low in ("un", "une") and row.low(start + 1) in ("de", "d'", "des"):
        # `un de ses cadres`, `une des survivantes`
        return one_of(row, start, limit)
    if low in ("d'", "de") and row.low(start + 1) in MANY:
        return _many(row, start, limit)
    many = somebody(row, start) or counted(row, start, limit)
    if many is not None:
        return many
    if (
        low in ("certains", "certaines", "beaucoup", "plusieurs")
        and start + 1 < len(row.words)
        and row.words[start + 1].pos not in ("NOUN", "ADJ", "ADV", "PROPN")
    ):
        return Phrase(start, start, start, low, row.words[start].text, row.words[start].span, "described", None, True)
    if low == "beaucoup" and row.low(start + 1) in ("plus", "moins", "trop", "mieux"):
        return None
    if low in ("tous", "toutes") and start + 1 < limit and row.words[start + 1].finite and row.words[start].capital:
        # `Toutes réclament des tentes`
        gender = "m" if low == "tous" else "f"
        return Phrase(start, start, start, low, row.words[start].text, row.words[start].span, "pronoun", gender, True)
    body, gender, plural = start, None, False
    determiner = low if low in DETERMINERS else None
    if determiner is not None:
        gender, plural = SINGULAR.get(low), low in PLURAL
        body = start + 1
        while row.low(body) in PLURAL and body < limit:
            plural = True
            body += 1
    if row.low(body) in ("même", "mêmes") and determiner in DEFINITE:
        # `la même source`
        same = phrase_at(row, body + 1, limit, together=False, bare=True)
        if same is None or same.role in ("name", "acronym"):
            return same
        return replace(same, first=start, role="same", gender=gender, plural=plural)
    if body >= limit or not (
        _may_head(row, body, determiner) or (bare and row.words[body].pos in ("NOUN", "PROPN", "ADJ"))
    ):
        return None
    last = extent(row, body, limit)
    if last is None:
        return None
    spelled = spelled_by_acronym(row, body, last, limit)
    closed = spelled > last and row.low(spelled + 3) == ")" and spelled + 3 < limit
    last = spelled + 3 if closed else spelled
    if low in ("un", "une", "des"):
        last = made_known(row, body, last, limit)
    phrase = _described(row, start, body, last, determiner, gender, plural)
    if (
        low == "les"
        and row.low(start + 1) == "deux"
        and phrase.role == "described"
        and phrase.head in closed_words("several")
    ):
        return replace(phrase, role="both")  # `les deux organisations`: those who spoke together before
    phrase = with_apposition(row, phrase, limit)
    if together and row.low(phrase.end + 1) == "et" and phrase.end + 2 < limit:
        second = phrase_at(row, phrase.end + 2, limit, together=False)
        if second is not None and second.role != "pronoun" and not timely(row, second.first):
            return _joined(row, phrase, second)
    return phrase


def _many(row: Row, start: int, limit: int) -> Phrase | None:
    """Return a group without a count: `de nombreux riverains`, `d'autres témoins`."""
    group = phrase_at(row, start + 2, limit, together=False, bare=True)
    if group is None or group.role in ("name", "acronym", "pronoun"):
        return None
    span = Span(row.words[start].span.start, group.span.end)
    return replace(group, first=start, text=span.of(row.text), span=span, role="described", plural=True)


def _may_head(row: Row, at: int, determiner: str | None) -> bool:
    word = row.words[at]
    if not word.is_word or word.low in STOPS or word.text[0].isdigit():
        return False
    if word.low in closed_words("adverbs"):
        return False
    if timely(row, at):
        return False
    if word.elided or (determiner is None and word.low in PREPOSED):
        return False
    if (
        determiner is None
        and word.capital
        and PARTICIPLE.search(word.low)
        and row.low(at + 1) in ("par", "à", "en", "de", "du", "dans", "au", "sur", "d'", "depuis", "dès")
    ):
        return False
    if determiner is None and word.low in NOBODY:
        return False
    if determiner is None and word.capital and (at == 0 or not row.words[at - 1].is_word):
        # any word opens a sentence with a capital
        known = actor_class(word.low)
        return (
            (word.pos == "PROPN" and word.low not in ("a", "en"))
            or bool(ACRONYM.match(word.text))
            or known is not None
            or (word.pos in ("NOUN", "X", "ADJ") and at + 1 < len(row.words) and row.words[at + 1].capital)
            or _named_in_two(row, at)
            or word.low in CIVIL
            or _opens_named(row, at)
        )
    if determiner is None:
        return (
            (word.capital and word.pos not in ("ADP", "DET", "SCONJ"))
            or is_a(word.low, "source")
            or is_a(word.low, "group")
            or (is_a(word.low, "person") and at + 1 < len(row.words) and row.words[at + 1].capital)
        )
    return True


def _named_in_two(row: Row, at: int) -> bool:
    """Say whether a noun, its adjective and a country are one name before its verb: `Affaires mondiales Canada recense`."""
    if at + 3 >= len(row.words) or row.words[at].pos != "NOUN" or row.words[at + 1].pos != "ADJ":
        return False
    verb = row.words[at + 3]
    return row.words[at + 2].capital and row.words[at + 2].pos == "PROPN" and (verb.finite or verb.pos == "AUX")


def _opens_named(row: Row, at: int) -> bool:
    """Say whether a capital alone before a verb of saying is a name that the parse mistakes: `Kiev estime`."""
    word = row.words[at]
    if (
        word.pos not in ("NOUN", "ADJ", "PRON", "X", "INTJ")
        or len(word.text) < 3
        or word.low in closed_words("openers")
    ):
        return False
    verb = at + 1
    while row.low(verb) in closed_words("clitics"):
        verb += 1
    if verb < len(row.words) and row.words[verb].pos == "AUX":
        verb += 1
    return verb < len(row.words) and row.low(verb) in cue_forms() and row.words[verb].pos == "VERB"


def _described(
    row: Row, start: int, body: int, last: int, determiner: str | None, gender: str | None, plural: bool
) -> Phrase:
    head = row.words[body]
    head_at = body
    while (
        head_at < last
        and actor_class(row.low(head_at)) is None
        and row.words[head_at].pos == "ADJ"
        and not row.words[head_at].capital
    ):
        head_at += 1
    if row.low(body) in ("premier", "première", "vice-premier", "vice-première") and row.low(body + 1) == "ministre":
        head_at = body + 1
    if row.low(head_at) in ("premier", "première", "vice-premier") and row.low(head_at + 1) == "ministre":
        head_at += 1
    head = row.words[head_at]
    acronym = None
    if row.words[last].text == ")" and last - 2 > body:
        acronym, last = row.words[last - 1].text, last - 3
        end = last + 3
    else:
        end = last
    if gender is None and re.search(r"(?:trice|euse|ière|enne|ante|ente|aise|ée)$", head.low):
        gender = "f"
    known = actor_class(head.low)
    name = _name_in(row, body, last, head.low)
    if name is not None and (name[0] > body or determiner is None):
        span = row.span(*name)
        title = row.span(body, name[0] - 1).of(row.text) if name[0] > body else None
        if title is not None and row.words[name[0] - 1].low in (".",) and name[0] - 2 == body:
            title = None
        role = "acronym" if name[0] == name[1] and ACRONYM.match(row.words[name[0]].text) else "name"
        civil = row.low(body)
        neutral = civil in ("dr", "pr", "docteur", "professeur", "me", "maître") and row.low(start) == "le"
        gender = {"mme": "f", "mlle": "f", "dre": "f", "m": "m"}.get(civil, gender if title and not neutral else None)
        return Phrase(start, last, end, head.low, span.of(row.text), span, role, gender, plural, title, acronym)
    kind = None
    if head.capital and row.low(body) in ("ong", "asbl", "onlus") and body < last and row.words[body + 1].capital:
        # `l'ONG Source vive` is called Source vive
        kind = row.words[body].text
        body += 1
    span = row.span(start if determiner in ("un", "une", "des") or determiner in PLURAL - DEFINITE else body, last)
    rule = known.name if known is not None else None
    if determiner in ("ce", "cet", "cette", "ces"):
        role = "demonstrative"
    elif determiner in ("nos", "notre"):
        role, span = "owned", row.span(start, last)
    elif head.capital and determiner in DEFINITE | {None} and not (known is not None and known.means == "person"):
        role = "acronym" if body == last and ACRONYM.match(head.text) else "name"
        if determiner is not None and not plural and head_at == body and is_a(head.low, "named_body"):
            # `l'ONG`, `l'ONG suisse` is whichever was named before
            bare = not any(row.words[k].capital for k in range(body + 1, last + 1))
            role = "title" if bare and head.text.isupper() else role
    elif determiner in POSSESSIVE:
        role = "owned"
        span = row.span(start, last)
    elif determiner in DEFINITE and known is not None and known.means == "person":
        role = "title"
    elif determiner in DEFINITE:
        role = "title" if not plural else "described"
        if plural:
            span = row.span(body, last)
    else:
        role = "described"
    return Phrase(
        start,
        last,
        end,
        head.low,
        span.of(row.text),
        span,
        role,
        gender,
        plural or (head.plural and determiner is None),
        kind,
        acronym,
        None,
        rule,
    )


def _name_in(row: Row, body: int, last: int, head: str) -> tuple[int, int] | None:
    """Return the proper name that ends a phrase: `le ministre belge des Affaires sociales Jean Blanchet`."""
    at = last
    while at >= body and (_name_word(row, at, body, last)):
        at -= 1
    first = at + 1
    while first <= last and not row.words[first].capital and row.low(first) not in ("al", "el"):
        first += 1
    if first > last > body and is_a(head, "named_body") and row.words[body + 1].capital and row.low(body) == head:
        # `l'association Terre d'escale`: a name that ends in a small letter
        return body + 1, last
    opens = is_a(head, "named_body") and row.low(body) == head and body + 1 < first and row.words[body + 1].capital
    if opens and all(row.words[k].pos in ("ADJ", "NOUN") or row.words[k].capital for k in range(body + 1, first)):
        # `l'ONG Vigie carcérale Sahel`: a name with small words inside
        return body + 1, last
    if first > last:
        return None
    if first == body:
        # the phrase is all capitals: a name where it has no determiner or opens with a civil title
        while first < last and (row.low(first) in CIVIL or row.low(first) in HONOURS):
            first += 1
            if row.low(first) == ".":
                first += 1
        return (first, last) if first <= last else None
    before = row.low(first - 1)
    if before == "." and row.low(first - 2) in CIVIL:
        return first, last
    ruler = governor(row, first, body)
    if before in ("de", "d'", "du", "des", "la", "le", "l'", "les", "à", "au", "aux", "en", "pour", "sur", "et"):
        rest = first + 1
        while rest <= last and (not row.words[rest].capital or row.words[rest].text.isupper()):
            rest += 1
        of = row.low(rest - 1) in ("de", "d'", "du", "des", "à") or named_beside(row, last)
        if (
            last - rest >= 1
            and not of
            and is_a(head, "person")
            and all(
                row.words[k].pos not in ("ADP", "DET", "ADV") or not row.words[k].capital for k in range(rest, last + 1)
            )
        ):
            return rest, last
        return None
    if row.low(first - 1) in CIVIL:
        return first, last
    if ruler != head and is_a(ruler, "person") and beside(row, first, body):
        # `l'allié du président X` is not X
        return None
    if is_a(ruler, "named_body"):
        # `un responsable du groupe rebelle X` is not called X
        return (first, last) if ruler == head else None
    if is_a(head, "named_body") and actor_class(ruler) is None:
        return first, last
    if is_a(head, "person") and first == last and ACRONYM.match(row.words[first].text):
        # `la déléguée CGT` is not called so
        return None
    if is_a(head, "person") or is_a(head, "group"):
        # `un médecin de l'hôpital Paul Kone`, `le directeur de l'hôpital Kone, Ali Haddad`: the hospital is called so
        within = ruler != head and governs(row, first, body)
        loose = row.low(body - 1) in ("un", "une", "des") or named_beside(row, last) or _houses(row, first, last)
        return None if within and loose else (first, last)
    return (first, last) if last > first and actor_class(head) is None else None


def _houses(row: Row, first: int, last: int) -> bool:
    """Say whether one word names a house that is told by its kind, not who heads it: `le directeur de la clinique Pasteur`."""
    return first == last and row.low(first - 1) in closed_words("houses")


def _name_word(row: Row, at: int, body: int, last: int) -> bool:
    word = row.words[at]
    if word.capital or word.text in ("-", "–"):
        return True
    if word.text == "." and at > body and (row.low(at - 1) in CIVIL or len(row.low(at - 1)) == 1):
        return True
    return (
        word.low in PARTICLES
        and at > body
        and at < last
        and (row.words[at - 1].capital or row.low(at - 1) in PARTICLES)
        and not is_a(row.low(at - 1), "person")
    )


def _joined(row: Row, one: Phrase, two: Phrase) -> Phrase:
    text = f"{one.text} et {two.text}"
    if one.role in ("described", "title") and two.role in ("described", "title", "name"):
        text = row.span(one.first, two.last).of(row.text)
    span = Span(one.span.start, two.span.end)
    return Phrase(one.first, two.last, two.end, one.head, text, span, "joined", one.gender, True, rule=one.rule)
