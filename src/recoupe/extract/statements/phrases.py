"""A row of words and a place in it in, the noun phrase that begins there out: who it names, how, and how many."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from recoupe.extract.statements.cues import INVERTED
from recoupe.extract.statements.lexis import actor_class, closed_words, is_a
from recoupe.extract.statements.words import CLOSING, Row
from recoupe.model.span import Span

SINGULAR = {"le": "m", "la": "f", "l'": None, "un": "m", "une": "f", "ce": "m", "cet": "m", "cette": "f", "son": None, "sa": "f",
            "notre": None, "mon": None, "ma": "f", "leur": None, "du": "m", "chaque": None, "tel": "m", "aucun": "m"}  # fmt: skip
PLURAL = frozenset(
    "les des ces ses leurs nos mes plusieurs certains certaines quelques deux trois quatre cinq six sept huit neuf dix nombreux"
    " divers différents maints".split()
)
DETERMINERS = frozenset(SINGULAR) | PLURAL
DEFINITE = frozenset("le la l' les ce cet cette ces son sa ses leur leurs notre nos du".split())
POSSESSIVE = frozenset("son sa ses leur leurs".split())
PARTICLES = frozenset("al el ben bin bint abou abu ould ibn de d' du des von van der den da dos di la le".split())
CIVIL = frozenset("m mm mme mmes mlle me mgr dr dre pr pre m. mme. dr. me.".split())
PRONOUNS = {"il": ("m", False), "elle": ("f", False), "ils": ("m", True), "elles": ("f", True), "lui": (None, False), "eux": ("m", True),
            "celui-ci": ("m", False), "celle-ci": ("f", False), "ceux-ci": ("m", True), "celles-ci": ("f", True), "on": (None, False),
            "nous": (None, True), "je": (None, False), "j'": (None, False)}  # fmt: skip
STOPS = frozenset("qui que qu' dont où lequel laquelle lesquels lesquelles et ou mais ni car".split())
AU_STOPS = frozenset(
    "cours lendemain sortir terme moment sujet nom téléphone micro journal quotidien figaro monde site lieu moins total large"
    " nord sud matin soir début journaliste journalistes médias agences correspondant parisien".split()
)
PREPOSED = frozenset("a à en au aux de du des d' dans sur par pour avec sans selon depuis dès après avant lors chez vers et mais or car si quand".split())
PARTICIPLE = re.compile(r"(?:é|ée|és|ées|i|is|ie|ies|u|ue|us|ues|int|inte|ints|ert|erte|mis|mise|ant|ente)$")
ACRONYM = re.compile(r"^[A-ZÉÈÀÂÎÔ][A-ZÉÈÀÂÎÔ0-9./&-]{1,9}$")
FINITE_FORMS = frozenset("a ont est sont avait avaient était étaient aurait auraient serait seraient sera seront va vont doit doivent peut peuvent".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its words `first` to `last`, its head noun, and the proper name in it.

    `text` is what names it (the proper name where there is one); `role` as in LocalStatement; `title` the function beside a
    name; `end` the last word that belongs to it, with an apposition.
    """

    first: int
    last: int
    end: int
    head: str
    text: str
    span: Span
    role: str
    gender: str | None
    plural: bool
    title: str | None = None
    acronym: str | None = None
    owner: str | None = None
    rule: str | None = None


def phrase_at(row: Row, start: int, limit: int, together: bool = True, bare: bool = False) -> Phrase | None:
    """Return the noun phrase that begins with the word `start` and ends before the word `limit`, or None.

    `together` joins a second phrase after `et`; `bare` accepts a common noun without an article.
    """
    if start >= limit or start < 0:
        return None
    low = row.low(start)
    if low in PRONOUNS:
        gender, plural = PRONOUNS[low]
        return Phrase(start, start, start, low, row.words[start].text, row.words[start].span, "pronoun", gender, plural)
    if low in ("l'un", "l'une") or (low == "l'" and row.low(start + 1) in ("un", "une")):
        return _one_of(row, start, limit)
    if low in ("d'",) and row.low(start + 1) == "autres":
        start += 1
    if low in ("certains", "certaines", "beaucoup") and start + 1 < len(row.words) and row.words[start + 1].pos not in ("NOUN", "ADJ", "PROPN"):
        return Phrase(start, start, start, low, row.words[start].text, row.words[start].span, "described", None, True)
    body, gender, plural = start, None, False
    determiner = low if low in DETERMINERS else None
    if determiner is not None:
        gender, plural = SINGULAR.get(low), low in PLURAL
        body = start + 1
        while row.low(body) in PLURAL and body < limit:
            plural = True
            body += 1
    if body >= limit or not (_may_head(row, body, determiner) or (bare and row.words[body].pos in ("NOUN", "PROPN", "ADJ"))):
        return None
    last = _extent(row, body, limit)
    if last is None:
        return None
    phrase = _described(row, start, body, last, determiner, gender, plural)
    phrase = _with_apposition(row, phrase, limit)
    if together and row.low(phrase.end + 1) == "et" and phrase.end + 2 < limit:
        second = phrase_at(row, phrase.end + 2, limit, together=False)
        if second is not None and second.role != "pronoun" and not _timely(row, second.first):
            return _joined(row, phrase, second)
    return phrase


def _one_of(row: Row, start: int, limit: int) -> Phrase | None:
    at = start + (2 if row.low(start) == "l'" else 1)
    if row.low(at) in ("d'", "de"):
        last = at + 1
    elif row.low(at) == "des":
        found = _extent(row, at + 1, limit)
        last = found if found is not None else at
    else:
        return None
    if last >= limit:
        return None
    span = row.span(start, last)
    gender = "f" if row.low(at - 1).endswith("une") else "m"
    return Phrase(start, last, last, row.low(last), span.of(row.text), span, "described", gender, False)


def _may_head(row: Row, at: int, determiner: str | None) -> bool:
    word = row.words[at]
    if not word.is_word or word.low in STOPS or word.text[0].isdigit() or word.low in closed_words("adverbs"):
        return False
    if _timely(row, at):
        return False
    if word.elided or determiner is None and word.low in PREPOSED:
        return False
    if determiner is None and word.capital and PARTICIPLE.search(word.low) and row.low(at + 1) in ("par", "à", "en", "de", "du", "dans", "au", "sur", "d'", "depuis", "dès"):
        return False
    if determiner is None and word.capital and (at == 0 or not row.words[at - 1].is_word):
        # any word opens a sentence with a capital
        known = actor_class(word.low)
        return word.pos == "PROPN" and word.low not in ("a", "en") or bool(ACRONYM.match(word.text)) or known is not None or (
            word.pos in ("NOUN", "X", "ADJ") and at + 1 < len(row.words) and row.words[at + 1].capital
        ) or word.low in CIVIL
    if determiner is None:
        return word.capital and word.pos not in ("ADP", "DET", "SCONJ") or is_a(word.low, "source") or is_a(word.low, "group")
    return True


def _timely(row: Row, at: int) -> bool:
    low = row.low(at)
    if low in ("le", "la", "ce", "cette", "les", "ces"):
        low = row.low(at + 1)
    return low in closed_words("times") or low in ("veille", "lendemain", "jour", "semaine", "mois", "année", "heure", "fois", "week-end", "weekend", "heures")


def _extent(row: Row, body: int, limit: int) -> int | None:
    """Return the last word of a phrase whose first content word is `body`."""
    at, last = body, None
    while at < limit:
        step = _step(row, at, body, limit)
        if step is None:
            break
        at = step
        last = at - 1
    return last


def _step(row: Row, at: int, body: int, limit: int) -> int | None:
    """Return where the phrase goes on after the word `at`, or None where it ends before it."""
    word, low = row.words[at], row.words[at].low
    follows = row.low(at + 1)
    if word.text in ("-", "–") and at > body and row.words[at - 1].span.end == word.span.start:
        return at + 1
    if low == "." and row.low(at - 1) in CIVIL | {"st"} or (low == "." and len(row.low(at - 1)) == 1 and row.words[at - 1].capital):
        return at + 1
    if not word.is_word or low in STOPS and low != "et":
        return _parenthesis(row, at, limit)
    if low == "et":
        return _coordinated(row, at, limit)
    if low in ("de", "d'", "du", "des"):
        if at + 1 >= limit or not row.words[at + 1].is_word or follows in closed_words("times") or row.words[at + 1].depth != word.depth:
            return None
        if re.search(r"(?:er|ir|re|oir)$", follows) and row.words[at + 1].pos in ("VERB", "AUX"):
            return None
        inner = at + 1
        while inner < limit and row.low(inner) in DETERMINERS:
            inner += 1
        return inner + 1 if inner < limit and row.words[inner].is_word else None
    if low in ("au", "aux"):
        after = row.words[at + 1] if at + 1 < limit else None
        if after is None or follows in AU_STOPS or is_a(follows, "medium"):
            return None
        return at + 2 if after.capital or is_a(row.low(body), "person") or follows in ("droits", "affaires", "réfugiés") else None
    if low == "à":
        after = row.words[at + 1] if at + 1 < limit else None
        person = is_a(row.low(body), "person") and not ACRONYM.match(after.text) if after else False
        if after is not None and follows in ("l'", "la") and at + 2 < limit and row.words[at + 2].capital and not is_a(row.low(at + 2), "medium"):
            return at + 3 if is_a(row.low(body), "person") and not row.words[at + 2].text.isupper() else None
        return at + 2 if after is not None and after.capital and person else None
    if low == "en":
        after = row.words[at + 1] if at + 1 < limit else None
        return at + 2 if after is not None and (after.capital or follows in ("chef", "charge", "exil", "poste")) else None
    if low in ("pour", "sur", "contre", "chez"):
        if follows in ("le", "la", "l'", "les") and at + 2 < limit and (row.words[body].capital or is_a(row.low(body), "person") or row.words[at + 2].capital):
            return at + 3
        return None
    if low in DETERMINERS:
        return None
    if low == "par" and follows in ("intérim",):
        return at + 2
    if word.capital:
        before = row.words[at - 1]
        # `à l'agence ACD Sofiane`: an acronym ends a name that goes on in small letters
        if at > body and ACRONYM.match(before.text) and not ACRONYM.match(word.text) and actor_class(before.low) is None and len(before.text) > 1:
            return None
        return at + 1
    if row.words[at - 1].capital and at > body and not row.opens(at) and low not in ("al", "el") and _named_already(row, at, body):
        return None
    if low in closed_words("adverbs") or low in closed_words("times") or low in INVERTED or low in FINITE_FORMS or low in closed_words("clitics"):
        return None
    if word.pos in ("ADP", "ADV", "SCONJ", "CCONJ", "PRON", "AUX", "DET", "INTJ"):
        return at + 1 if at == body or low in ("proche", "non", "ex", "chargé", "chargée") else None
    if at > body and word.pos == "VERB" and low not in ("chargé", "chargée", "délégué", "déléguée", "uni", "unies", "unis"):
        return None
    return at + 1


def _named_already(row: Row, at: int, body: int) -> bool:
    """Say whether a whole proper name stands before a word: `le fossoyeur Mongi Dhaoui`, `Bachar al-Assad`."""
    first = at - 1
    while first > body and row.words[first - 1].capital:
        first -= 1
    if first == body:
        return at - first >= 2
    before = row.words[first - 1]
    return not row.words[body].capital and before.is_word and before.low not in ("de", "d'", "du", "des", "la", "le", "l'", "les", "à", "au", "aux", "en", "et")


def _parenthesis(row: Row, at: int, limit: int) -> int | None:
    """Step over an acronym in brackets where the phrase goes on after it."""
    if row.words[at].text == "(" and at + 2 < limit and row.low(at + 2) == ")" and ACRONYM.match(row.words[at + 1].text):
        return at + 3
    return None


def _coordinated(row: Row, at: int, limit: int) -> int | None:
    """Step over `et` inside one name: `de la santé et de la population`, `sanitaire et sociale`."""
    if at + 1 >= limit:
        return None
    follows = row.words[at + 1]
    if follows.low == "de" and row.low(at + 2) in ("source", "sources"):
        return None
    if follows.low in ("de", "du", "des", "d'") and row.words[at - 1].low not in CLOSING:
        return _step(row, at + 1, at + 1, limit)
    if follows.pos == "ADJ" and row.words[at - 1].pos == "ADJ" and not follows.capital:
        return at + 2
    return None


def _described(row: Row, start: int, body: int, last: int, determiner: str | None, gender: str | None, plural: bool) -> Phrase:
    head = row.words[body]
    head_at = body
    while head_at < last and actor_class(row.low(head_at)) is None and row.words[head_at].pos == "ADJ" and not row.words[head_at].capital:
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
        gender = {"mme": "f", "mlle": "f", "dre": "f", "m": "m"}.get(civil, gender if title else None)
        return Phrase(start, last, end, head.low, span.of(row.text), span, role, gender, plural, title, acronym)
    span = row.span(start if determiner in ("un", "une", "des") or determiner in PLURAL - DEFINITE else body, last)
    rule = known.name if known is not None else None
    if determiner in ("ce", "cet", "cette", "ces"):
        role = "demonstrative"
    elif head.capital and determiner in DEFINITE | {None} and not (known is not None and known.means == "person"):
        role = "acronym" if body == last and ACRONYM.match(head.text) else "name"
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
    return Phrase(start, last, end, head.low, span.of(row.text), span, role, gender, plural or head.plural and determiner is None, None, acronym, None, rule)


def _name_in(row: Row, body: int, last: int, head: str) -> tuple[int, int] | None:
    """Return the proper name that ends a phrase: `le ministre russe des Affaires étrangères Sergueï Lavrov`."""
    at = last
    while at >= body and (_name_word(row, at, body, last)):
        at -= 1
    first = at + 1
    while first <= last and not row.words[first].capital and row.low(first) not in ("al", "el"):
        first += 1
    if first > last:
        return None
    if first == body:
        # the phrase is all capitals: a name where it has no determiner or opens with a civil title
        while first < last and (row.low(first) in CIVIL or (is_a(row.low(first), "named_body") and row.words[first].text.isupper())):
            first += 1
            if row.low(first) == ".":
                first += 1
        return (first, last) if first <= last else None
    before = row.low(first - 1)
    if before == "." and row.low(first - 2) in CIVIL:
        return first, last
    governor = _governor(row, first, body)
    if before in ("de", "d'", "du", "des", "la", "le", "l'", "les", "à", "au", "aux", "en", "pour", "sur", "et"):
        rest = first + 1
        while rest <= last and (not row.words[rest].capital or row.words[rest].text.isupper()):
            rest += 1
        if last - rest >= 1 and is_a(head, "person") and all(row.words[k].pos not in ("ADP", "DET", "ADV") or not row.words[k].capital for k in range(rest, last + 1)):
            return rest, last
        return None
    if row.low(first - 1) in CIVIL:
        return first, last
    if is_a(governor, "named_body"):
        # `un responsable du groupe rebelle X` is not called X
        return (first, last) if governor == head else None
    if is_a(head, "named_body") and actor_class(governor) is None:
        return first, last
    if is_a(head, "person") or is_a(head, "group"):
        return first, last
    return (first, last) if last > first and actor_class(head) is None else None


def _governor(row: Row, first: int, body: int) -> str:
    at = first - 1
    while at > body and row.low(at - 1) not in ("de", "d'", "du", "des", "la", "le", "l'", "les", "au", "à"):
        at -= 1
    return row.low(at)


def _name_word(row: Row, at: int, body: int, last: int) -> bool:
    word = row.words[at]
    if word.capital or word.text in ("-", "–"):
        return True
    if word.text == "." and at > body and (row.low(at - 1) in CIVIL or len(row.low(at - 1)) == 1):
        return True
    return word.low in PARTICLES and at > body and at < last and (row.words[at - 1].capital or row.low(at - 1) in PARTICLES) and not is_a(row.low(at - 1), "person")


def _with_apposition(row: Row, phrase: Phrase, limit: int) -> Phrase:
    """Join `le ministre de la Sécurité, Facinet Yattara` and `Hatem Bouslimi, porte-parole de la Garde`."""
    comma = phrase.end + 1
    if comma + 1 >= len(row.words) or row.low(comma) != ",":
        return phrase
    if phrase.role == "name" and phrase.title is None and not row.words[phrase.first].low in DETERMINERS:
        beside = phrase_head(row, comma + 1)
        if beside is not None and is_a(row.low(beside), "person"):
            extent = _extent(row, beside, len(row.words))
            if extent is not None and extent < limit:
                title = row.span(beside, extent).of(row.text)
                feminine = re.search(r"(?:trice|euse|ière|enne|ante|ente|ée)$", row.low(beside))
                return replace(phrase, end=extent, title=title, gender=phrase.gender or ("f" if feminine else None))
        return phrase
    if phrase.role not in ("title", "owned", "described", "demonstrative", "name") or phrase.title is not None or phrase.plural:
        return phrase
    if phrase.role == "name" and not is_a(phrase.head, "person"):
        return phrase
    name = _apposed_name(row, comma + 1)
    if name is None:
        return phrase
    first, last = name
    span = row.span(first, last)
    title = row.span(phrase.first if row.words[phrase.first].low not in DETERMINERS else phrase.first + 1, phrase.last).of(row.text)
    return replace(phrase, text=span.of(row.text), span=span, role="name", title=title, end=last, owner=None)


def phrase_head(row: Row, at: int) -> int | None:
    """Return the head noun of a phrase that begins at `at`, past its determiner."""
    if row.low(at) in DETERMINERS:
        at += 1
    return at if at < len(row.words) and row.words[at].is_word else None


def _apposed_name(row: Row, at: int) -> tuple[int, int] | None:
    if row.low(at) in ("le", "la", "l'"):
        at += 1
    while at < len(row.words) and not row.words[at].capital and is_a(row.low(at), "person"):
        at += 1
    while row.low(at) in CIVIL:
        at += 1
        if row.low(at) == ".":
            at += 1
    first = at
    while at < len(row.words) and (row.words[at].capital or (at > first and row.low(at) in PARTICLES and at + 1 < len(row.words) and (row.words[at + 1].capital or row.low(at + 1) in PARTICLES))
                                   or row.words[at].text == "-" or row.low(at) in ("al", "el") or (row.low(at) == "." and len(row.low(at - 1)) == 1)):  # fmt: skip
        at += 1
    last = at - 1
    if last < first or (last == first and row.low(first - 1) not in CIVIL | {"."} and not is_a(row.low(first - 1), "person")):
        return None
    closing = row.low(at)
    if closing in (",", ".", ";", ":", ")", "(", "", "»", '"', "”", "!", "?", "–", "—") or row.words[at].pos in ("VERB", "AUX", "ADP", "CCONJ"):
        return first, last
    return None


def _joined(row: Row, one: Phrase, two: Phrase) -> Phrase:
    def words(phrase: Phrase) -> str:
        return phrase.text

    text = f"{words(one)} et {words(two)}"
    if one.role in ("described", "title") and two.role in ("described", "title", "name"):
        text = row.span(one.first if one.role == "described" else one.first, two.last).of(row.text)
    span = Span(one.span.start, two.span.end)
    return Phrase(one.first, two.last, two.end, one.head, text, span, "joined", one.gender, True, rule=one.rule)
