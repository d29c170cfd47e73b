"""A figure's number in an entry of a live report in, the place that the entry is set in out: what it first tells of."""

from __future__ import annotations

import re
from functools import cache

from recoupe.extract.article_places import Places
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_clauses import SPOKE, opens
from recoupe.extract.place_clock import CLOCK
from recoupe.extract.place_going_on import ASIDE, BROUGHT, MONEY, STATE, SUMS, TURNS, tells
from recoupe.extract.place_weighing import TOWNS
from recoupe.lexicon import entries
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

# `X aussi a marché`, `X s'est hérissée de barricades`: a town that acts or undergoes
UNDERGOES = re.compile(
    r"(?:, [^,;.:]{3,50},)?(?: (?:aussi|elle aussi|lui aussi|également|non plus|encore|toujours))?"
    r" (?:n'|ne |a |est |s'est |était |avait |reste |demeure |vit |se |s')"
)
# a town that does something for another
SENT = re.compile(r"\b(?:envoy|dépêch|livr|offr|offert|fourni|donn|promis|prêt|accueill|jumel)")
LENT = re.compile(r"\b(?:prêt(?:e|é|era)|env(?:oie|oyé|erra)|dépêch|fourni|offert|promis|promet|donn[eé]|livr[eé])")
VERB = re.compile(
    r"\b(?:a|ont|est|sont|était|étaient|avait|avaient|fut|va|vont|fait|font|dit|s'\w+|se|n'\w+|ne|il|elle|on|ils|elles|nous|je|qui|que)\b"
    r"|\w(?:aient|ait|èrent|era|eront|ira|iront)\b"
)
# `Puis X`, `Enfin X`
BEFORE_SUBJECT = re.compile(r"(?:(?:Puis|Enfin|Et|Mais|Même|Hier|La ville,|La capitale,|La cité,|Seule?)\s?)?")


def is_told_of(name: PlaceName, before: str, places: Places) -> bool:
    """Say whether a town is the subject of its sentence, which `before` opens; a capital may stand for its state."""
    entry = places.resolve(name).entry
    if name.role != "bare" or name.head is not None or entry is None or entry.level not in TOWNS:
        return False
    if entry.level == "capital" and not before.strip().startswith(("La capitale", "La ville", "La cité")):
        return False
    told = places.text[name.span.end : name.span.end + 80].replace("’", "'")
    return BEFORE_SUBJECT.fullmatch(before) is not None and UNDERGOES.match(told) is not None


def set_by_entry(span: Span, sentence: Span, places: Places) -> PlaceName | None:
    """Return the one place that the sentences before a number tell of in the same entry: `18 h 45 – Tirs à X. Deux gendarmes ...`."""
    text = places.text
    start = text.rfind("\n", 0, sentence.start) + 1
    clock = CLOCK.match(text[start : sentence.end])
    opened = start + clock.end() if clock is not None else start
    words = text[sentence.start : span.start].replace("’", "'")
    if opened >= sentence.start or SUMS.search(words) or TURNS.search(words) or STATE.search(words):
        return None
    told = text[opened : sentence.start].replace("’", "'")
    if SUMS.search(told) or BROUGHT.search(told):
        return None
    above = [name for name in places.names if opened <= name.span.start and name.span.end <= sentence.start]
    if clock is not None:
        held = [name for name in above if _is_scene(name, opened, places)]
    else:
        held = [name for name in above if tells(name, places) or _is_scene(name, opened, places)]
        if not held or not _opens_paragraph(held[0], opened, sentence, places) or MONEY.search(words):
            return None
        if LENT.search(words):
            return None
    keys = {exact_key(places.resolve(name).name.name) for name in held}
    return held[-1] if len(keys) == 1 else None


def _is_scene(name: PlaceName, opened: int, places: Places) -> bool:
    before = places.text[opened : name.span.start]
    return (tells(name, places) or is_told_of(name, before, places)) and not ASIDE.search(before)


def _opens_paragraph(name: PlaceName, opened: int, sentence: Span, places: Places) -> bool:
    """Say whether a paragraph opens with a town that undergoes something, or with a few words that set a scene: `Rue X, mardi.`"""
    text = places.text
    before = text[opened : name.span.start]
    first = re.split(r"(?<=[.!?…])[»”\"]? ", text[opened : sentence.start])[0].replace("’", "'")
    if len(before) >= len(first) or opens(text, Span(opened, sentence.start), name):
        # ... and `À X, deux hommes manquent` is for who reads scenes to say
        return False
    short = len(first.split()) <= 14 and VERB.search(first) is None and not re.search(r"\d(?!\d? ?h\b)", first)
    if short:
        return True
    if before == "" and is_told_of(name, before, places):
        return SENT.search(first) is None
    # `L'école de X a perdu son toit. Trois maîtres ...`: the sentence right behind
    subject = name.role == "bare" and name.head is not None and name.rule.startswith("places:facility")
    heads = re.fullmatch(
        rf"(?:[LlCc]e |[Ll]a |[Ll]['’]|[Uu]ne? )?(?:{re.escape(name.head or '')}[^,;.]{{0,30}})?", before, re.IGNORECASE
    )
    return subject and heads is not None and opened + len(first) + 3 >= sentence.start and SPOKE.search(first) is None


@cache
def _of_the_place() -> re.Pattern[str]:
    """Compile a sentence that opens with a house of a place without its name: `Au collège, six cents lits`, `Devant la morgue`."""
    nouns = sorted(
        (
            form
            for entry in entries("fr", "places")
            if entry.extra.get("role") == "noun" and entry.means == "facility"
            for form in entry.forms
        ),
        key=len,
        reverse=True,
    )
    return re.compile(
        rf"[«“\" ]*(?:Au|À la|À l'|Dans (?:le|la|l')|Devant (?:le|la|l')|Sur (?:le|la|l')) ?(?:{'|'.join(map(re.escape, nouns))})"
        r"(?: (?:[a-zà-ÿ]+(?:al|ale|el|elle|aux|ien|ienne|é|ée)))?,? (?!de |du |des |d')"
    )


def bridged(span: Span, sentence: Span, places: Places) -> PlaceName | None:
    """Return the town whose house a sentence opens in: `Le convoi est entré à X. Au collège, six cents lits sont prêts`."""
    text = places.text
    start = text.rfind("\n", 0, sentence.start) + 1
    words = text[sentence.start : span.start].replace("’", "'")
    if not _of_the_place().match(text[sentence.start : sentence.end].replace("’", "'")) or SUMS.search(words):
        return None
    above = [name for name in places.names if start <= name.span.start and name.span.end <= sentence.start]
    held = [name for name in above if tells(name, places)]
    return held[-1] if held else None
