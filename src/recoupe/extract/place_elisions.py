"""A number whose noun is left out in, the place of the figure before that it goes on with out."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extract.article_places import WIDE, Places
from recoupe.extract.place_going_on import BROUGHT
from recoupe.extract.place_scenes import ELLIPSIS, OF_THEM, THE_TOWN, THEM_COUNTED, THEY, counts_them
from recoupe.model.figure import Figure
from recoupe.model.place import Place
from recoupe.model.span import Span


def of_those_counted(span: Span, sentence: Span, places: Places, before: Sequence[Figure]) -> Place | None:
    """Return the place of the figure that a number goes on with: `23 morts ... La veille, on n'en comptait que 19`.

    A part of those counted that was brought somewhere else says nothing of where the others are.
    """
    text = places.text
    start = text.rfind("\n", 0, sentence.start) + 1
    above = [one for one in before if one.span.start >= start and one.unit != "percent"]
    words = text[sentence.start : span.start].replace("’", "'")
    after = text[span.end : sentence.end].replace("’", "'")
    if not above and counts_them(words, after):
        return _where_they_went(start, sentence, places)
    if THE_TOWN.match(words):
        return None
    if not above or "%" in span.of(text) or " sur " in span.of(text):
        return None
    opens = not words.strip(" «“\"'") and ELLIPSIS.match(after) is not None
    counted = counts_them(words, after) or THEY.fullmatch(words) is not None
    if not (opens or counted or OF_THEM.match(after)):
        return None
    last = above[-1]
    if counted and last.span.start >= sentence.start:
        # `Il me faudrait mille matelas, j'en ai 140`
        return held_by(last, places)
    if "d'entre" in after[:20]:
        # of those told of last: where no place of their own is known, the names around them tell
        return None if any(why.rule == "places.figure.main" for why in last.evidence) else held_by(last, places)
    if last.part_of is not None:
        # `Sept suspects, dont deux à X. Quatre sont écroués`
        last = next((one for one in reversed(above) if one.span.start == last.part_of), last)
    else:
        told = text[last.span.end : text.find(".", last.span.end)].replace("’", "'")
        whole = [one for one in above if one.part_of is None and one.kind is last.kind]
        if (THEM_COUNTED.search(words) or THEY.fullmatch(words)) and whole:
            # `23 morts, deux corps repêchés à X. La veille, on n'en comptait que 19`: the toll, not the two
            last = max(whole, key=lambda one: one.low or one.high or 0)
        elif BROUGHT.search(told) and len(above) > 1:
            last = above[-2]
    return held_by(last, places)


def _where_they_went(start: int, sentence: Span, places: Places) -> Place | None:
    """Return where the sentence before says that people went: `Des familles ont fui vers X. Le HCR en a inscrit 900`."""
    above = [name for name in places.names if start <= name.span.start and name.span.end <= sentence.start]
    if (
        not above
        or above[-1].role not in ("to", "toward")
        or places.text[above[-1].span.end : sentence.start].count(".") > 1
    ):
        return None
    return places.resolve(above[-1])


def held_by(figure: Figure, places: Places) -> Place | None:
    """Return the place of a figure as its evidence names it."""
    main = places.main
    if figure.place is None:
        return None
    why = next((one for one in figure.evidence if one.field == "place"), None)
    named = [name for name in places.names if why is not None and name.span == why.span]
    for place in [places.resolve(name) for name in named] + ([main] if main is not None else []):
        if place.name.name == figure.place:
            return place if place.entry is None or place.entry.level not in WIDE or place is main else None
    return None
