"""A figure's number in its sentence in, the place that `y` or the witness who speaks means out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.article_places import HAPPENED, WIDE, Places
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

# `le HCR y a accueilli 910 réfugiés`, and not `il y a 910 réfugiés`
# `s'y trouvent`, and not `s'y opposent`
Y = r"(?<!s['’](?=y (?:attend|prend|prépar|oppos|refus|résou|résig|conna|fie|oblig|engag|essa|perd)))\by\b(?! compris)"
THERE = re.compile(rf"(?<![Ii]l )(?<![Ii]l n')(?<![çÇ]a ){Y}(?! va\b)")
# what a witness says of his own place
OURS = re.compile(r"\b(?:nous|notre|nos|chez nous|ici|on|j'(?:ai|étais)|mon|ma|mes)\b", re.IGNORECASE)
LIVED = re.compile(
    r"\b(?:[Nn]ous avons|[Nn]ous étions|[Oo]n a|[Oo]n était|[Jj]['’]ai|[Jj]['’]avais|[Ii]ls (?:ont|étaient))\b"
)
REACHED = re.compile(
    r"\b(?:[Jj]ointe?s?|[Cc]ontactée?s?|[Rr]encontrée?s?|[Ii]nterrogée?s?|[Tt]éléphone)\b[^.;:«»]{0,40}$"
)
# `», raconte un éducateur de X`: one of the place, not who governs a country
LOCAL = re.compile(
    r"[»”\"] ?,? (?:a |avait |s'est |se |s')?(?:[a-zà-ÿ]+(?:-t-(?:il|elle))? )(?:[^,;.:»«]{0,12}, )?"
    r"(?:une? |le |la |l')(?!président|ministre|premier|gouvern|chef de l'État|roi|ambassad|porte-parole)"
    r"[^;.:»«]{0,80}(?:de |du |des |d'|à |de la |de l'|au )$"
)


def of_there(text: str, span: Span, sentence: Span, names: Sequence[PlaceName], places: Places) -> PlaceName | None:
    """Return the place named before `y`, where people go or are told to go too: `Des départs vers X ; on y compte 910 arrivants`."""
    start = text.rfind("\n", 0, sentence.start) + 1
    back = [*THERE.finditer(text, sentence.start, span.start)]
    if not back:
        return None
    known = [
        name for name in names if start <= name.span.start and name.span.end <= back[-1].start() and places.knows(name)
    ]
    led = [
        name
        for name in known
        if name.role in HAPPENED | {"to", "toward"} or (name.head is not None and name.role == "bare")
    ]
    last = led[-1] if led else None
    if last is None or not (sentence.covers(last.span) or last.role in ("to", "toward")):
        return None
    entry = places.resolve(last).entry
    return None if last.role == "toward" and entry is not None and entry.level in WIDE else last


def of_witness(text: str, span: Span, sentence: Span, names: Sequence[PlaceName], places: Places) -> PlaceName | None:
    """Return the place of the witness whose words hold a number: `joint à X : « On était deux mille »`, `raconte un élu de X`."""
    start = text.rfind("\n", 0, span.start) + 1
    opened = max(text.rfind(mark, start, span.start) for mark in "«“")
    if opened < 0 or re.search(r"[»”]", text[opened : span.start]) or text[:start].count("\n") < 1:
        return None
    closed = re.compile(r"[»”]").search(text, span.end)
    if closed is None or closed.start() > (text + "\n").find("\n", span.end):
        return None
    if OURS.search(text[opened : closed.start()].replace("’", "'")) is None:
        return None
    before = [name for name in names if start <= name.span.start and name.span.end <= opened]
    if before and before[-1].role == "said" and REACHED.search(text[start : before[-1].span.start]):
        return before[-1] if re.fullmatch(r"[^.«]{0,30}: ?", text[before[-1].span.end : opened]) else None
    if (
        before
        and before[-1].role == "from"
        and places.knows(before[-1])
        and LIVED.search(text[opened : closed.start()])
    ):
        # `Elle vient de X. « Nous avons enterré onze voisins »`: what she tells of is what she left
        return before[-1]
    after = next((name for name in names if closed.start() <= name.span.start < sentence.end + 1), None)
    if after is None or not places.knows(after) or after.role in ("said", "from", "to", "toward", "parent"):
        return None
    entry = places.resolve(after).entry
    if entry is not None and entry.level in WIDE | {"capital"}:
        return None
    told = text[closed.start() : after.span.start].replace("’", "'")
    return after if LOCAL.match(told) else None


# `Un boulanger de X offre 14 chambres`, `Une infirmière de X dit avoir vu trente brûlés`
ONE_OF = re.compile(r"[«“\" ]*Une? (?P<who>[a-zà-ÿœ-]+)(?: [a-zà-ÿœ-]+)? (?:de |d['’]|à |de l['’]|du |de la )")
# what comes from a place to another, and who speaks for others
SENT_OUT = re.compile(
    r"\b(?:apport|envoy|livr|venue?s?\b|arriv|dépêch|rejoi|partie?s?\b|condui|achemin|convoy|transport|emmen|ramen|défend|représent)"
)
NO_ONE = re.compile(
    r"(?:camion|convoi|avion|hélicoptère|équipe|train|car|bus|bateau|navire|association|entreprise|société|avocate?|tribunal|juge|groupe"
    r"|collectif|syndicat|source|rapport|communiqué|porte-parole|partie|nombre|dizaine|vingtaine|trentaine|centaine|douzaine|quinzaine"
    r"|mouvement|parti|comité|conseil|corps|mission|commission|conférence|faction|milice|armée|unité|bataillon|réseau|média|site"
    r"|quarantaine|cinquantaine|soixantaine|millier|ministre|diplomate|député|sénateur|sénatrice|bilan|attaque|vol|journal|quotidien)e?$"
)


def of_one(text: str, span: Span, sentence: Span, names: Sequence[PlaceName], places: Places) -> PlaceName | None:
    """Return the town of the one of its people whom a sentence is about: `Un boulanger de X offre 14 chambres`."""
    one = ONE_OF.match(text[sentence.start : span.start])
    if one is None or NO_ONE.match(one["who"]):
        return None
    # a facility's name holds its noun
    at = sentence.start + one.end()
    name = next((name for name in names if name.span.start <= at < name.span.end or name.span.start == at), None)
    if (
        name is None
        or name.role in ("toward", "from", "to", "said")
        or not places.knows(name)
        or name.span.end > span.start
    ):
        return None
    entry = places.resolve(name).entry
    told = text[name.span.end : span.start]
    if entry is not None and entry.level in WIDE | {"capital"}:
        return None
    if SENT_OUT.search(told) or re.search(r"[.;!?]\s|\b(?:selon|d['’]après)\b", told):
        return None
    others = [other for other in names if name.span.end <= other.span.start < sentence.end and other.role in HAPPENED]
    return None if others else name
