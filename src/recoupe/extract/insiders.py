"""A figure's number in a paragraph about a house in, the house that its people or its parts are told of out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from recoupe.extract.article_places import WIDE, Places
from recoupe.extract.place_clauses import SPOKE, opens
from recoupe.extract.place_going_on import STATE, SUMS, TURNS, tells
from recoupe.lexicon import closed
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

NOT_OF = r"(?! (?:de la |de l['’]|du |de |d['’])[«“\"]?[A-ZÀ-Þ])"


@cache
def _headed() -> re.Pattern[str]:
    """Compile how a sentence opens that goes on with a house: `Sa maternité`, `La directrice`, `Le stock de sang`."""
    inside = "|".join(word for words in closed("fr", "places", "house").values() for word in words.split())
    return re.compile(rf"[«“\" ]*(?:(?:Son|Sa|Ses) [a-zà-ÿ]|(?:Le|La|Les|L['’]) ?(?:{inside})s?\b{NOT_OF})")


@cache
def _heard() -> re.Pattern[str]:
    """Compile who of a house says something: `, selon le médecin-chef`, `», souffle la directrice`."""
    staff = "|".join(closed("fr", "places", "house")["staff"].split())
    article = r"(?:le|la|les|l['’]|un|une|son|sa|ses|des) ?"
    return re.compile(rf"(?:\b(?:selon|d['’]après)|[»”\"] ?,[^.;«]{{2,30}}?) {article}(?:{staff})s?\b{NOT_OF}")


FIRST_PERSON = re.compile(r"(?:\b(?:nous|notre|nos|on|je|mon|ma|mes)\b|\b[jm]['’])(?! a-t)", re.IGNORECASE)


def of_house(text: str, span: Span, sentence: Span, names: Sequence[PlaceName], places: Places) -> PlaceName | None:
    """Return the house that a paragraph is set in, where its people speak or its parts are told of further down.

    `L'hôpital X a admis 84 blessés. Sa maternité a évacué onze nourrissons. « Nous avons six chirurgiens », dit la directrice.`
    """
    start = text.rfind("\n", 0, sentence.start) + 1
    above = [name for name in places.names if start <= name.span.start and name.span.end <= sentence.start]
    told = [name for name in above if tells(name, places)]
    if not told or not _is_scene(told[-1], text, start, places):
        return None
    if any(
        sentence.covers(name.span) and name.role not in ("parent", "of", "function", "said") and places.knows(name)
        for name in names
    ):
        return None
    words = text[sentence.start : sentence.end]
    if SUMS.search(words) or TURNS.search(words) or STATE.search(text[sentence.start : span.start]):
        return None
    return told[-1] if _headed().match(words) or _heard().search(words) or _in_own_words(text, span, start) else None


# `70 de ses habitants`, `ses 4 000 habitants`
OF_ITS_OWN = re.compile(r" (?:[a-zà-ÿ]+ )?(?:de|sur) (?:ses|leurs) (?!mains|forces|yeux|moyens)[a-zà-ÿ\d]")


def of_its_own(text: str, span: Span, sentence: Span, names: Sequence[PlaceName], places: Places) -> PlaceName | None:
    """Return the town that is the subject of a sentence and counts its own: `X a relogé 70 de ses habitants`."""
    its = re.search(r"\b(?:ses|leurs) (?:quelque )?$", text[sentence.start : span.start])
    if its is None and OF_ITS_OWN.match(text[span.end : sentence.end]) is None:
        return None
    first = next((name for name in names if sentence.covers(name.span) and name.span.end <= span.start), None)
    if first is None or first.role != "bare" or not places.knows(first):
        return None
    entry = places.resolve(first).entry
    heads = re.fullmatch(r"[«“\" •–—-]*(?:L[ea] |L['’])?", text[sentence.start : first.span.start]) is not None
    town = entry is None or (entry.level not in WIDE and entry.level != "capital")
    alone = re.search(r"[,;:.] |\bque? ", text[first.span.end : span.start]) is None
    return first if heads and town and alone else None


# `Conçue pour 300 détenus, la prison de X ...`: what opens a sentence is said of its subject
LED = re.compile(
    r"[«“\" •–—-]*[A-ZÀ-Þ][a-zà-ÿ]+(?:é|i|u|ert|uit|int)e?s? (?:pour|en|par|à|dès|d'|de|avec|depuis)\b[^,;:.]*$"
    r"|[«“\" ]*(?:Avec|Fort de|Forte de|Riche de) [^,;:.]*$"
)
ITS_NAME = re.compile(
    r"[^,;:.]{0,40}, (?:le |la |l['’]|les |ce |cette )?(?:[\w-]+ ){0,4}(?:de la |de l['’]|du |de |d['’])?$"
)


def of_what_follows(
    text: str, span: Span, sentence: Span, names: Sequence[PlaceName], places: Places
) -> PlaceName | None:
    """Return the house or the town that words before it are said of: `Conçue pour 300 détenus, la prison de X en compte 900`."""
    if LED.match(text[sentence.start : span.start]) is None:
        return None
    after = next((name for name in names if sentence.covers(name.span) and name.span.start >= span.end), None)
    if after is None or not places.knows(after) or ITS_NAME.fullmatch(text[span.end : after.span.start]) is None:
        return None
    entry = places.resolve(after).entry
    wide = entry is not None and entry.level in WIDE
    return (
        after
        if after.role in ("bare", "of") and not wide and (after.head is not None or after.role == "bare")
        else None
    )


def _is_scene(name: PlaceName, text: str, start: int, places: Places) -> bool:
    """Say whether a house opens its sentence, as its scene or its subject: `À l'hôpital X, `, `L'hôpital X soigne`."""
    if name.head is None or not name.rule.startswith("places:facility"):
        return False
    ends = [hit.end() for hit in re.finditer(r"[.!?…][»”\"]? +(?=[«“\"]? ?[A-ZÀ-Þ\d])", text[start : name.span.start])]
    at = start + ends[-1] if ends else start
    before = text[at : name.span.start]
    if name.role == "bare":
        subject = rf"[•–— -]*(?:[Ll]e |[Ll]a |[Ll]['’])?(?:{re.escape(name.head)}[^,;.:]{{0,30}})?"
        return (
            re.fullmatch(subject, before, re.IGNORECASE) is not None
            and SPOKE.match(text[name.span.end : name.span.end + 20].lstrip(" ")) is None
        )
    return opens(text, Span(at, name.span.end), name)


def _in_own_words(text: str, span: Span, start: int) -> bool:
    """Say whether a number stands in a quotation in which somebody speaks of himself and his own: `« Il nous en reste 40 »`."""
    for opening, closing in ("«»", "“”", '""'):
        before = text[start : span.start]
        if opening == closing:
            if before.count(opening) % 2 == 0:
                continue
        elif before.rfind(opening) <= before.rfind(closing):
            continue
        end = text.find(closing, span.end)
        stop = text.find("\n", span.end)
        if end < 0 or (0 <= stop < end):
            return False
        return FIRST_PERSON.search(text[start + before.rfind(opening) : end]) is not None
    return False
