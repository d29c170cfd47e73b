"""A figure's number and its sentence in, the place that the figure holds for out, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.article_places import HAPPENED, Places
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.insiders import of_house, of_its_own, of_what_follows
from recoupe.extract.place_clauses import (
    PROTEST,
    TOTAL,
    attached,
    counts,
    in_parentheses,
    in_sentence,
    opens,
    speaks,
    usable,
    where,
)
from recoupe.extract.place_conjuncts import is_of_body, without_origins
from recoupe.extract.place_elisions import held_by, of_those_counted
from recoupe.extract.place_entries import bridged, set_by_entry
from recoupe.extract.place_going_on import (
    CARE,
    STATE,
    of_blow_before,
    of_clause_before,
    of_those_before,
)
from recoupe.extract.place_nationwide import of_country
from recoupe.extract.place_scenes import (
    goes_on,
    named_division,
    pinned,
    referred,
    set_by_item,
    side_of_town,
)
from recoupe.extract.place_sections import set_by_heading
from recoupe.extract.place_witnesses import Y, of_one, of_there, of_witness
from recoupe.model.figure import Figure
from recoupe.model.place import Place, PlaceName
from recoupe.model.span import Evidence, Span

PARTITIVE = re.compile(r"(?:\b[\w-]+) (?:des|de ces|de nos|de leurs|d'entre les|sur les) (?:quelque )?$")
# ... those of the whole toll
OF_TOLL = re.compile(
    r"^ (?:[a-zà-ÿ]+ )?(?:victimes|morte?s|tuée?s|blessée?s|disparue?s|décès|défunts|corps|dépouilles)\b(?! (?:à|de|du|des|en|au)\b)"
)
ELSEWHERE = re.compile(
    r"\b(?:de (?:son|leur) côté|quant à|par ailleurs|pour (?:sa|leur) part)\b|^(?:Ailleurs|Au total)\b"
)
# `Devant le gymnase X, ... La préfecture a ramené à dix le nombre des morts`
NUMBER_OF = re.compile(r"\bnombre (?:de|des|d['’])")
OWN = re.compile(
    r"\b(?:[Ss]on|[Ss]a) (?:seule? |propre )?(?:district|commune|ville|village|zone|secteur|département|province|région|arrondissement"
    r"|municipalité|quartier|île|canton|hôpital)\b"
)
THERE = re.compile(rf"[^.;:!?»]*(?<!il )(?<!il n'){Y}(?! a\b)")
OURS = re.compile(r"[«“\"][^»”\"]*\b(?:nous|notre|nos)\b[^»”\"]*$", re.IGNORECASE)
HE = re.compile(r"[«“\" ]*(?:Il|Elle) (?!y |faut|pleut|s'agit|est (?:temps|vrai|possible|certain))")
TOWN = re.compile(
    r"\b[Ll]a (?:petite |grande )?(?:ville|cité|commune|localité|municipalité|capitale|métropole)\b|\b[Ll]e village\b|\b[Ll]'île\b"
)
BACK = re.compile(
    rf"(?<!il )(?<!il n'){Y}|\b(?:sur place|là-bas|au même endroit|chez nous|(?<!d['’])(?<!jusqu['’])ici)\b",
    re.IGNORECASE,
)
# `Le canton alloue 90 000 francs`: for more than the town told of before
GRANTED = re.compile(
    r"(?:La (?:Région|région|province|Province|Commission|Banque)"
    r"|Le (?:département|Département|gouvernement|ministère|canton|gouvernorat|conseil)"
    r"|L['’](?:État|Etat|Union européenne|ONU|exécutif))\b[^,;.:]{0,40}? (?:a |ont |va )?"
    r"(?:débloqu|allou|accord|promet|promis|vers|financ|vot|consacr|octroy)"
)
# `à X et au camp Y`
AND_AT = re.compile(r" et (?:à (?:la |l['’])?|au |aux |dans (?:la |le |l['’]|les )|en |sur (?:la |le |l['’]|les ))")
# `12 blessés admis dans la capitale`
AT_CAPITAL = re.compile(r" (?:[a-zà-ÿ]+ )?dans la capitale\b(?! (?:de|du|des|d['’]))(?! d['’])")
IN_CAPITAL = re.compile(r"[^.;:»«]{0,60}\b[Dd]ans la capitale\b(?! (?:de|du|des|d['’]))(?! d['’])")


def place_for(
    span: Span,
    sentence: Span,
    names: Sequence[PlaceName],
    places: Places,
    *,
    unsettled: bool = False,
    sent: bool = False,
    before: Sequence[Figure] = (),
    whole: int | None = None,
) -> tuple[Place | None, Evidence]:
    """Return the place that a figure holds for, and why; None where the article names no place for it.

    `span`, `sentence` and the names (at least those of the paragraph) count in the article. Tried in turn: the whole
    country where the words say so, a place in the figure's clause, the place that opens the sentence or the paragraph,
    the place that the article is about, unless the figure is `unsettled`: one that the article's place does not hold for.
    Those `sent` from a place are not in it; a number whose noun is left out goes on with one of the figures `before`,
    and a part with the one that begins at `whole`.
    """
    text = places.text
    country = of_country(text, span, sentence, names, places)
    if country is not None:
        return country
    here = [
        name
        for name in names
        if sentence.covers(name.span)
        and places.knows(name)
        and (
            usable(name, places)
            or counts(text, name, places)
            or attached(text[span.end : name.span.start], name, places)
        )
    ]
    if PARTITIVE.search(text[sentence.start : span.start]) and OF_TOLL.match(text[span.end : sentence.end]):
        # `Neuf des 31 noyés ont été repêchés à X`: the 31 are of the whole
        return _main(places)
    here = [name for name in here if not is_of_body(name, text)]
    inside = in_parentheses(text, span, here)
    if inside is not None:
        return places.resolve(inside), Evidence("place", "places.figure.parenthesis", inside.span)
    if sent:
        here = without_origins(text, span, sentence, here)
    led = of_what_follows(text, span, sentence, names, places)
    if led is not None:
        return places.resolve(led), Evidence("place", "places.figure.led", led.span)
    if AT_CAPITAL.match(text, span.end) and places.capital_place() is not None:
        return places.capital_place(), Evidence("place", "places.figure.capital", sentence)
    chosen = where(text, span, sentence, names, places) or in_sentence(text, span, sentence, here, places)
    if chosen is not None:
        name, rule = chosen
        name = pinned(name, places)
        return _joined(name, here, places), Evidence("place", rule, name.span)
    own = of_its_own(text, span, sentence, names, places)
    if own is not None:
        return places.resolve(own), Evidence("place", "places.figure.its_own", own.span)
    there = THERE.match(text[span.end : sentence.end])
    earlier = [name for name in here if name.span.end <= span.start]
    if there is not None and earlier:
        # `Un centre a ouvert à X ; six médecins y sont attendus`
        return places.resolve(earlier[-1]), Evidence("place", "places.figure.there", earlier[-1].span)
    parted = of_clause_before(text, span, sentence, here, places)
    if parted is not None:
        return _joined(parted, here, places), Evidence("place", "places.figure.clause_before", parted.span)
    item = set_by_item(span, places)
    if item is not None:
        return places.resolve(item), Evidence("place", "places.figure.item", item.span)
    back = of_there(text, span, sentence, names, places) or of_witness(text, span, sentence, names, places)
    back = back or of_one(text, span, sentence, names, places)
    if back is not None:
        return places.resolve(back), Evidence("place", "places.figure.there", back.span)
    held = of_those_counted(span, sentence, places, before)
    if held is not None:
        return held, Evidence("place", "places.figure.of_those", span)
    pointed = referred(span, sentence, places)
    if pointed is not None:
        return places.resolve(pointed[0]), Evidence("place", pointed[1], pointed[0].span)
    if IN_CAPITAL.search(text[sentence.start : span.start]) or IN_CAPITAL.match(text[span.end : sentence.end]):
        capital = places.capital_place()
        if capital is not None:
            return capital, Evidence("place", "places.figure.capital", sentence)
    division = named_division(span, sentence, places)
    if division is not None:
        return places.resolve(division), Evidence("place", "places.figure.division", division.span)
    side = side_of_town(span, sentence, places)
    if side is not None:
        return side, Evidence("place", "places.figure.side", sentence)
    local = [name for name in names if sentence.covers(name.span) and name.rule == "places:office.local"]
    if local:
        return places.resolve(local[0]), Evidence("place", "places:office.local", local[0].span)
    ours = _ours(text, span, sentence, names)
    if ours is not None:
        return places.resolve(ours), Evidence("place", "places.figure.ours", ours.span)
    # a sentence that is set in a place of its own goes on with none above it
    placed = any(name.role in HAPPENED for name in names if sentence.covers(name.span) and places.knows(name))
    house = of_house(text, span, sentence, names, places)
    if house is not None:
        return places.resolve(house), Evidence("place", "places.figure.house", house.span)
    carried = None if placed else _carried(text, span, sentence, names, places)
    if carried is not None:
        return places.resolve(carried), Evidence("place", "places.figure.carried", carried.span)
    entry = None if placed else set_by_entry(span, sentence, places)
    if entry is not None:
        return places.resolve(entry), Evidence("place", "places.figure.entry", entry.span)
    near = None if placed else bridged(span, sentence, places)
    if near is not None:
        return places.resolve(near), Evidence("place", "places.figure.bridged", near.span)
    those = None if placed else of_those_before(text, span, sentence, places)
    if those is not None:
        return places.resolve(those), Evidence("place", "places.figure.of_those", those.span)
    blow = None if placed else of_blow_before(text, span, sentence, places)
    if blow is not None:
        return places.resolve(blow), Evidence("place", "places.figure.blow", blow.span)
    sum_of = next((one for one in before if one.span.start == whole), None)
    shared = held_by(sum_of, places) if sum_of is not None and not placed else None
    if shared is not None and shared is not places.main:
        return shared, Evidence("place", "places.figure.of_whole", sum_of.span if sum_of else None)
    heading = set_by_heading(span, places)
    if heading is not None:
        return places.resolve(heading), Evidence("place", "places.figure.heading", heading.span)
    further = None if placed else goes_on(span, sentence, places)
    if further is not None:
        return places.resolve(further), Evidence("place", "places.figure.goes_on", further.span)
    return (None, Evidence("place", "places.figure.unsettled", span)) if unsettled else _main(places)


def _main(places: Places) -> tuple[Place | None, Evidence]:
    span = places.main.name.span if places.main else None
    return places.main, Evidence("place", "places.figure.main" if places.main else "places.figure.none", span)


def _carried(text: str, span: Span, sentence: Span, names: Sequence[PlaceName], places: Places) -> PlaceName | None:
    """Return the place of the sentences before that a sentence goes on with: `y`, `sur place`, a scene set above."""
    start = text.rfind("\n", 0, sentence.start) + 1
    above = [
        name
        for name in names
        if start <= name.span.start and name.span.end <= sentence.start and places.knows(name)
        # `une route entre X et Y` sets no scene
        if name.role != "between" and usable(name, places)
    ]
    if not above:
        return None
    words = text[sentence.start : sentence.end]
    back = BACK.search(words)
    if back is not None:
        return None if TOWN.search(words[: back.start()]) else above[-1]
    if any(sentence.covers(name.span) and opens(text, sentence, name) for name in names):
        return None
    if ELSEWHERE.search(words[: span.start - sentence.start]) or (
        GRANTED.match(words) and _is_at_home(above[-1], places)
    ):
        return None
    if any(_is_other_country(name, sentence, places) for name in names if sentence.covers(name.span)):
        return None
    # those who are cared for come from elsewhere
    facility = above[0].rule.startswith("places:facility") and " " in above[0].name and CARE.search(above[0].head or "")
    if facility and re.search(r"[.!?…][»”\"]? +\S", text[above[0].span.end : sentence.start].rstrip()):
        # the scene of a reporter's next sentence, not of all that follows
        return None
    opened = Span(start, sentence.start)
    if not opens(text, opened, above[0]) or TOTAL.search(words) or (facility and NUMBER_OF.search(words)):
        return None
    scene = next((name for name in reversed(above) if opens(text, _sentence_of(text, name, start), name)), above[0])
    if _is_seat(scene, places) and STATE.search(text[scene.span.end : span.start]):
        # `À X, on refait les comptes. Le Conseil national recense ...`: a capital counts for its country
        return None
    # `À X, le ministre promet ...` opens no scene, nor does `À X, le ministre a écourté son voyage. Il promet ...`
    first = re.split(r"[.!?…] ", text[scene.span.end : sentence.start])[0]
    promised = PROTEST.search(first) is None and speaks("," + words[: span.start - sentence.start], scene, places)
    return None if promised or speaks(first, scene, places) else scene


def _is_at_home(name: PlaceName, places: Places) -> bool:
    entry = places.resolve(name).entry
    return entry is None or places.country is None or entry.country == places.country.country


def _is_seat(name: PlaceName, places: Places) -> bool:
    """Say whether a name is that of a capital which the report is not about."""
    entry = places.resolve(name).entry
    main = places.main is not None and exact_key(places.main.name.name) == exact_key(name.name)
    return entry is not None and entry.level == "capital" and name.head is None and not main


def _sentence_of(text: str, name: PlaceName, start: int) -> Span:
    """Return a name's sentence in its paragraph, which begins at `start`, as far as the name."""
    ends = list(re.finditer(r"[.!?…][»”\"]? +(?=[«“\"]? ?[A-ZÀ-Þ])", text[start : name.span.start]))
    return Span(start + ends[-1].end() if ends else start, name.span.end)


def _ours(text: str, span: Span, sentence: Span, names: Sequence[PlaceName]) -> PlaceName | None:
    """Return the town of the mayor who goes on: `La maire de X se dit débordée. « Nous avons 80 sinistrés »`.

    Who runs a hospital goes on so too, in words of his own or as `il`, `elle`.
    """
    start = text.rfind("\n", 0, sentence.start) + 1
    above = [name for name in names if start <= name.span.start and name.span.end <= span.start]
    offices = [name for name in above if name.role == "function"]
    if offices and OWN.search(text[sentence.start : sentence.end]):
        # `La gendarmerie de X compte 33 corps dans son seul district`
        return offices[-1]
    if not offices or any(name.role in HAPPENED for name in above[above.index(offices[-1]) :]):
        return None
    last, words = offices[-1], text[sentence.start : span.start]
    if last.span.end > sentence.start:
        return None
    facility = last.head is not None and last.rule.startswith("places:facility")
    if OURS.search(words) is not None and (facility or (last.rule == "places:office.local" and above[-1] is last)):
        return last
    return last if facility and HE.match(words) else None


def _is_other_country(name: PlaceName, sentence: Span, places: Places) -> bool:
    """Say whether a sentence's subject is a country that the article is not about: `La France a envoyé 25 sauveteurs`."""
    entry = places.resolve(name).entry
    before = places.text[sentence.start : name.span.start].strip(" «“\"'’")
    abroad = entry is not None and (places.country is None or entry.country != places.country.country)
    other = abroad and entry is not None and entry.level in ("country", "capital")
    return other and name.role == "bare" and before in ("", "La", "Le", "Les", "L")


def _joined(name: PlaceName, here: Sequence[PlaceName], places: Places) -> Place:
    """Return one place for `X et Y`, named together; of a longer list, the article's place where it has one."""
    listed: list[PlaceName] = []
    for other in here:
        beside = bool(listed) and AND_AT.fullmatch(places.text[listed[-1].span.end : other.span.start]) is not None
        goes_on = listed and (other.rule == "places.list" or beside) and other.span.start - listed[-1].span.end < 16
        if not goes_on and name in listed:
            break
        listed = [*listed, other] if goes_on else [other]
    if len(listed) == 1 or name not in listed:
        return places.resolve(name)
    if len(listed) > 2 and places.main is not None:
        return places.main
    full = ", ".join(part.name for part in listed[:-1]) + f" et {listed[-1].name}"
    first = places.resolve(listed[0])
    if exact_key(full) == exact_key(first.name.name):
        return first
    whole = PlaceName(span=Span(listed[0].span.start, listed[-1].span.end), name=full, role=name.role, rule=name.rule)
    return Place(name=whole, parent=first.parent, precision="region")
