"""Where a noun phrase ends: a row of words and the phrase's first noun in, its last word out."""

from __future__ import annotations

import re
from unicodedata import normalize

from recoupe.extract.statements.groups import INVERTED
from recoupe.extract.statements.lexis import actor_class, closed_words, cue_forms, is_a
from recoupe.extract.statements.offices import spells
from recoupe.extract.statements.small_words import (
    ACRONYM,
    AID,
    BEHIND_PARTICIPLE,
    CIVIL,
    DETERMINERS,
    FINITE_FORMS,
    REACHED,
    SEATED,
    STOPS,
    TIME_NOUNS,
)
from recoupe.extract.statements.words import CLOSING, Row


def timely(row: Row, at: int) -> bool:
    low = row.low(at)
    if low in ("le", "la", "ce", "cette", "les", "ces"):
        low = row.low(at + 1)
    return low in closed_words("times") or low in TIME_NOUNS


def extent(row: Row, body: int, limit: int) -> int | None:
    """Return the last word of a phrase whose first content word is `body`."""
    at, last = body, None
    while at < limit:
        step = _step(row, at, body, limit)
        if step is None or step > limit:
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
    if (low == "." and row.low(at - 1) in CIVIL | {"st"}) or (
        low == "." and len(row.low(at - 1)) == 1 and row.words[at - 1].capital
    ):
        return at + 1
    if not word.is_word or (low in STOPS and low != "et"):
        return _parenthesis(row, at, limit)
    if low == "et":
        return _coordinated(row, at, limit)
    if low in ("de", "d'", "du", "des"):
        if (
            at + 1 >= limit
            or not row.words[at + 1].is_word
            or follows in closed_words("times")
            or row.words[at + 1].depth != word.depth
        ):
            return None
        if follows in ("source", "sources") and row.low(at) == "de":
            return None
        if re.search(r"(?:er|ir|re|oir)$", follows) and row.words[at + 1].pos in ("VERB", "AUX"):
            return None
        inner = at + 1
        while inner < limit and row.low(inner) in DETERMINERS:
            inner += 1
        return inner + 1 if inner < limit and row.words[inner].is_word else None
    if low in ("à", "au", "aux", "sur", "pour", "contre", "chez", "en", "avec") and _whole_name(row, at, body):
        # `le juge Fadi Khoury au vu des pièces`, `Driss Benali sur le perron de la mairie`
        return None
    if low in ("au", "aux") and not (row.words[body].capital and row.low(at - 1) in AID):
        after = row.words[at + 1] if at + 1 < limit else None
        if after is None or follows in closed_words("au_stops") or is_a(follows, "medium"):
            return None
        return (
            at + 2
            if after.capital
            or is_a(row.low(body), "person")
            or follows in ("droits", "affaires", "réfugiés", "migrations", "sports", "transports", "armées", "finances")
            else None
        )
    if low in ("à", "aux", "au") and row.words[body].capital and at > body:
        # `le Groupe de soutien à la foi et aux fidèles`
        aided = row.low(at - 1) if row.low(at - 1) != "et" else _aid_before(row, at - 1, body)
        if aided in AID and at + 1 < limit:
            noun = at + 1 + (low == "à" and follows in ("la", "l'"))
            return noun + 1 if noun < limit and row.words[noun].is_word else None
    if low == "à":
        after = row.words[at + 1] if at + 1 < limit else None
        person = is_a(row.low(body), "person") and not ACRONYM.match(after.text) if after else False
        if (
            after is not None
            and follows in ("l'", "la")
            and at + 2 < limit
            and row.words[at + 2].capital
            and not is_a(row.low(at + 2), "medium")
        ):
            return at + 3 if is_a(row.low(body), "person") and not row.words[at + 2].text.isupper() else None
        seated = row.low(body) in SEATED
        return at + 2 if after is not None and after.capital and (person or seated) else None
    if low == "en":
        after = row.words[at + 1] if at + 1 < limit else None
        return (
            at + 2
            if after is not None and (after.capital or follows in ("chef", "charge", "exil", "poste", "examen"))
            else None
        )
    if low == "sans" and row.words[at - 1].capital and (at == body + 1 or _bears_name(row, body)):
        # `l'ONG Puits sans peur`
        return at + 2
    if low in ("pour", "avec", "contre", "sans") and follows in ("tous", "toutes", "nous", "eux", "chacun"):
        # `l'association Toit pour tous`
        return at + 2 if _bears_name(row, body) and row.words[at - 1].capital else None
    if low in ("pour", "sur", "contre", "chez"):
        if (
            follows in ("le", "la", "l'", "les")
            and at + 2 < limit
            and (row.words[body].capital or is_a(row.low(body), "person") or row.words[at + 2].capital)
        ):
            return at + 3
        return None
    if low in DETERMINERS or (at > body and low.rstrip("es") in REACHED):
        return None
    if word.text[0].isdigit() and at > body and at + 1 < limit and row.words[at + 1].pos == "NOUN":
        # `a promis aux sinistrés 300 tentes`, `réclame à l'État 4 millions`
        amount = row.words[at + 1].plural or row.low(at + 1) in closed_words("numbers")
        return at + 1 if row.words[at - 1].capital and not amount else None
    if low == "par" and follows in ("intérim",):
        return at + 2
    if low == "près" and follows in ("le", "la", "les") and is_a(row.low(body), "person") and at + 2 < limit:
        # `le procureur près le tribunal`
        return at + 3
    if word.capital:
        before = row.words[at - 1]
        # `à l'agence ANP Rosa`: an acronym ends a name that goes on in small letters
        if (
            at > body
            and ACRONYM.match(before.text)
            and not ACRONYM.match(word.text)
            and actor_class(before.low) is None
            and len(before.text) > 1
            and not (at - 2 >= body and row.low(at - 2) in ("du", "au"))
            and not (at - 1 == body and (row.low(body - 1) not in HEARD_AT) and word.pos != "X")
        ):
            return None
        return at + 1
    if (
        row.words[at - 1].capital
        and at > body
        and not row.opens(at)
        and low not in ("al", "el")
        and _named_already(row, at, body)
    ):
        return None
    if low in ("encore", "très", "toujours", "tout", "déjà", "plus") and is_a(row.low(body), "document"):
        # `un bilan encore provisoire de la préfecture`
        return at + 2 if row.pos(at + 1) == "ADJ" and at + 1 < limit else None
    if (
        low in closed_words("adverbs")
        or low in closed_words("times")
        or low in INVERTED
        or low in FINITE_FORMS
        or low in closed_words("clitics")
    ):
        return None
    if word.pos in ("ADP", "ADV", "SCONJ", "CCONJ", "PRON", "AUX", "DET", "INTJ"):
        return at + 1 if at == body or low in ("proche", "non", "ex", "chargé", "chargée") else None
    if (
        at > body
        and word.pos == "VERB"
        and not (at == body + 1 and row.words[body].pos == "ADJ" and is_a(low, "document"))
        and not (at == body + 1 and _looks(row, at, body))
        and not (row.words[at - 1].capital and at - 2 == body and _bears_name(row, body) and _called(row, at))
        and low not in ("chargé", "chargée", "délégué", "déléguée", "uni", "unies", "unis")
    ):
        return None
    return at + 1


COMPLEMENT = frozenset(["de", "d'", "du", "des", "la", "l'", "les"])
BEHIND_VERB = frozenset(
    ["et", ",", ".", "que", "qu'", "le", "la", "les", "l'", "un", "une", "des", "avoir", "ces", "cette", "ce", "à"]
)
# whom one tells something to, where the name of whoever told it may follow: `a dit à l'AFP Rosa Kone`
HEARD_AT = frozenset(["l'", "la", "à", "agence"])


def _whole_name(row: Row, at: int, body: int) -> bool:
    """Say whether a person's first name and surname end before a word, so that nothing but them is the name."""
    first = at
    while first > body and row.words[first - 1].capital and not ACRONYM.match(row.words[first - 1].text):
        first -= 1
    if at - first < 2:
        return False
    if first == body:
        return actor_class(row.low(body)) is None and row.words[body].pos == "PROPN"
    return is_a(row.low(body), "person") and row.words[first - 1].is_word


def _named_already(row: Row, at: int, body: int) -> bool:
    """Say whether a whole proper name stands before a word: `le gardien Paul Ndiaye`, `Rosa Kone`."""
    first = at - 1
    says = any("f" in kinds for _, kinds in cue_forms().get(row.low(at), ()))
    if says and first > body and actor_class(row.low(body)) is not None and row.low(first - 1) in COMPLEMENT:
        # `le ministère de l'Intérieur conteste`, that the parse takes for an adjective
        return row.low(at + 1) in BEHIND_VERB
    if row.low(first) in ("premier", "première", "vice-premier") and row.low(at) == "ministre":
        return False
    while first > body and row.words[first - 1].capital:
        first -= 1
    body_noun = is_a(row.low(at - 1), "organisation") or is_a(row.low(at - 1), "named_body")
    if row.words[at].pos == "ADJ" and body_noun and not row.words[at].finite:
        # `le Haut Conseil islamique`, `la Nouvelle Société civile`
        return False
    if is_a(row.low(body), "named_body") and (row.words[at].pos == "ADJ" or (row.low(at)[-2:] in ("es", "le", "ue"))):
        # `le groupe Vague bleue`, `l'ONG Passerelles médicales`
        return row.words[at].finite
    if _bears_name(row, body) and first == at - 1 and _called(row, at):
        return False
    if first == body:
        # `le SPF Affaires étrangères`
        office = row.pos(at) == "ADJ" and row.pos(at - 1) == "NOUN" and ACRONYM.match(row.words[body].text) is not None
        return at - first >= 2 and not office
    before = row.words[first - 1]
    return (
        not row.words[body].capital
        and before.is_word
        and before.low not in ("de", "d'", "du", "des", "la", "le", "l'", "les", "à", "au", "aux", "en", "et")
    )


def _looks(row: Row, at: int, body: int) -> bool:
    """Say whether a participle that ends its clause tells how somebody without a name looks: `une femme voilée.`"""
    alone = row.low(body - 1) in ("un", "une", "des") and is_a(row.low(body), "person")
    return alone and _ends_participle(row.low(at)) and row.low(at + 1) in (".", ",", "", ")")


def _ends_participle(low: str) -> bool:
    return low.endswith(("é", "ée", "és", "ées"))


def _plain(letters: str) -> str:
    return "".join(letter for letter in normalize("NFD", letters) if letter.isalnum())


def _bears_name(row: Row, body: int) -> bool:
    return is_a(row.low(body), "named_body") or row.low(body) in closed_words("leagues")


def _called(row: Row, at: int) -> bool:
    """Say whether a participle ends the name of a body: `le collectif Mains levées`, not `le groupe Norbert, mis en cause`."""
    return re.search(r"(?:é|ée|és|ées)$", row.low(at)) is not None and row.low(at + 1) not in BEHIND_PARTICIPLE


def _aid_before(row: Row, at: int, floor: int) -> str:
    """Return the noun whose `à` or `aux` an `et` takes up: `soutien à la foi et aux fidèles`."""
    for joint in range(at - 1, max(at - 5, floor), -1):
        if row.low(joint) in ("à", "au", "aux"):
            return row.low(joint - 1) if any(row.words[k].capital for k in range(max(joint - 4, 0), joint)) else ""
    return ""


def _parenthesis(row: Row, at: int, limit: int) -> int | None:
    """Step over an acronym in brackets where the phrase goes on after it."""
    if (
        row.words[at].text == "("
        and at + 2 < limit
        and row.low(at + 2) == ")"
        and ACRONYM.match(row.words[at + 1].text)
    ):
        # `le Bureau de la coordination (BCH) chiffre à 45 000`: a verb that the parse takes for a noun
        saying = any("f" in kinds for _, kinds in cue_forms().get(row.low(at + 3), ()))
        object_next = row.low(at + 4)[:1].isdigit() or row.low(at + 4) in (
            "à",
            "que",
            "qu'",
            "la",
            "les",
            "le",
            "l'",
            "un",
            "une",
        )
        return None if saying and object_next else at + 3
    return None


def _coordinated(row: Row, at: int, limit: int) -> int | None:
    """Step over `et` inside one name: `de la santé et de la population`, `sanitaire et sociale`."""
    if at + 1 >= limit:
        return None
    follows = row.words[at + 1]
    if follows.low == "de" and row.low(at + 2) in ("source", "sources"):
        return None
    if follows.low in ("à", "au", "aux") and at + 2 < limit and _aid_before(row, at, 0) in AID:
        noun = at + 2 + (row.low(at + 2) in ("la", "l'"))
        return noun + 1 if noun < limit else None
    if follows.low in ("de", "d'") and row.low(at + 2) in ("un", "une") and actor_class(row.low(at + 3)) is not None:
        # `auprès d'un douanier et d'un marin`
        return None
    if follows.low in ("de", "du", "des", "d'") and row.words[at - 1].low not in CLOSING:
        return _step(row, at + 1, at + 1, limit)
    if follows.pos == "ADJ" and row.words[at - 1].pos == "ADJ" and not follows.capital:
        return at + 2
    return None


def spelled_by_acronym(row: Row, body: int, last: int, limit: int) -> int:
    """Return the last word of a name whose initials an acronym in brackets gives: `Groupe d'aide aux reclus (GAR)`."""
    for at in range(last + 1, min(last + 12, limit - 1)):
        if row.words[at].text != "(":
            continue
        letters, short = row.low(at + 1), row.words[at + 1].text
        named = (ACRONYM.match(short) or (short.istitle() and len(letters) > 2)) and row.low(at + 2) in (")", ",")
        return at - 1 if named and spells(short, row.span(body, at - 1).of(row.text)) else last
    return last


CARRIES = frozenset(
    (
        "message information rumeur vidéo image enregistrement texte tract post publication note document courrier lettre "
        "audio"
    ).split()
)


def made_known(row: Row, body: int, last: int, limit: int) -> int:
    """Return the last word of what bears words with how it came out, before its verb: `des messages diffusés en ligne`."""
    if row.low(body).rstrip("s") not in CARRIES and not is_a(row.low(body), "document"):
        return last
    at = last + 1
    at += row.low(at) == "non"
    if at >= limit or not _ends_participle(row.low(at)) or row.words[at].finite:
        return last + (row.low(last) == "non" and _ends_participle(row.low(last + 1)))
    end = at
    while end + 1 < limit and end - at < REACH and row.words[end + 1].is_word and row.low(end + 1) not in STOPS:
        if row.words[end + 1].finite:
            return end
        end += 1
    verb_next = end + 1 < len(row.words) and row.words[end + 1].finite
    return end if row.low(end + 1) == "," or verb_next else last


# how far what came of words may reach: `diffusés sur les réseaux sociaux`
REACH = 7
