"""A figure's number and its sentence in, the place that the figure holds for out, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.article_places import HAPPENED, WIDE, Places, at_sea
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_scenes import (
    goes_on,
    named_division,
    pinned,
    referred,
    set_by_heading,
    set_by_item,
    side_of_town,
)
from recoupe.model.place import Place, PlaceName
from recoupe.model.span import Evidence, Span

# what a place after these words belongs to is another thing than the figure before them
BREAKS = re.compile(
    r"[;.!?](?:\s|$)|\s:\s|[»”\"]\s*,"
    r"|, (?:et|mais|tandis|alors|pendant|après|avant|quand|lorsque?|selon|d'après|a|ont|un|une|des|certains|d'autres) "
    r"|\b(?:tandis que|alors que|pendant que|selon|d'après(?!-midi)|à en croire)\b|-t-(?:il|elle|on)\b"
)
BREAKS_BACK = re.compile(
    r"[;.!?]\s|, (?:et|mais|tandis que|alors que) |\b(?:la ville|la capitale|le chef-lieu|l'agglomération|la localité) "
    r"|\b(?:par ailleurs|en outre|de son côté|quant à|selon|d'après(?!-midi))\b"
)
PART = re.compile(r",\s*(?:dont|parmi lesquels|parmi lesquelles|y compris)\b")
PARTITIVE = re.compile(r"(?:\b[\w-]+) (?:des|de ces|de nos|de leurs|d'entre les|sur les) (?:quelque )?$")
WHOLE = re.compile(
    r"\b(?:[Dd]ans|[ÀàA] travers|[Ss]ur) (?:tout )?(?:le|l'ensemble du|ce) (?:pays|territoire)\b|\bl'ensemble du pays\b"
    r"|\b[Tt]out le pays\b|\b[ÀàA] l'échelle (?:nationale|du pays)\b|\b[Aa]u niveau national\b|\b(?:que|qu'en) compte le pays\b"
    r"|\bdu pays tout entier\b"
    r"|\b(?:[Dd]ans|de) (?:le |la |l'|tout le )(?:nord|sud|est|ouest|centre|moitié|reste)(?:-est|-ouest)? du pays\b"
)
# `Le pays a connu 12 attaques`
COUNTRY_TELLS = re.compile(
    r"\b[Ll]e pays (?:n'|en |en a déjà |a |avait |a déjà |ne |y )*(?:compt|connu|connaît|recens|enregistr|dénombr|déplor"
    r"|accueill|héberg|abrit|perd|subi|vu\b|signal|rapport|notifi|export|import|produi)"
)
# `Neuf, et non dix, ont péri à X`, `dont trois enfants, ont quitté X`: what stands between two commas
ASIDE = re.compile(
    r", (?:dont|parmi lesquel(?:le)?s|et non|contre|soit|y compris) [^,;:]+,(?= (?:ont|a|sont|est|avaient|étaient|auraient)\b)"
)
# words of what an authority says or offers from where it sits
SPOKE = re.compile(
    r"\b(?:réclam|demand|exig|prome[ti]|promis|annonc|condamn|dénonc|appel[lé]|estim|juge|assur|affirm|déclar|plaid|propos"
    r"|débloqu|indiqu|dit\b|dite\b|dits\b|salu|souhait|évoqu|vote|voté|adopt)"
)
SUBJECT = re.compile(
    r",? (?:ne |n'|en |a |avait |y a )?(?:compt|déplor|recens|enregistr|dénombr|accueill|héberg|abrit)|, \d[\d \u00a0.]* (?:âmes|habitants)"
)
SUBJECT_HEAD = re.compile(
    r"(?:^|[.,;:!?…»–—•(] ?|\b(?:que|et|mais|où|dont) |\bqu['’])(?:[Ll]e |[Ll]a |[Ll]es |[Ll]['’])?$"
)
# `X, la ville voisine, où 12 ouvriers sont morts`, `au CHU de X, qui a rappelé 50 soignants`
WHERE = re.compile(r"(?:,? \([^)]*\))?(?:, (?!où|qui)[^,;:.»]{2,60})?,? où\b(?! que)[^;.:»,]*")
WHICH = re.compile(r", qui [^;.:,»]*")
OURS = re.compile(r"[«“\"][^»”\"]*\b(?:nous|notre|nos)\b[^»”\"]*$", re.IGNORECASE)
PROTEST = re.compile(r"\b(?:manifest|défil|rassembl|march|descend|réuni|accueill|tué|mort|bless|hospitalis)")
TOWN = re.compile(
    r"\b[Ll]a (?:petite |grande )?(?:ville|cité|commune|localité|municipalité|capitale|métropole)\b|\b[Ll]e village\b|\b[Ll]'île\b"
)
SCENE = re.compile(
    r"(?:À|A|Au|Aux|En|Dans|Sur|Devant|Sous|Près|Autour|Non|Du|De|Depuis|Chez|Hier|Et|Mais|Toujours|Aussi|Ailleurs|Seulement|Rien"
    r"|Plus|Ici|Là|Même|Déjà|Enfin|Or|Puis|Quant|Tout|Ce|Cette|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Le|Dès|Outre"
    r"|Entre|Vers|Parallèlement|\d+)\b"
)
WAR = re.compile(r"\b(?:conflit|guerre(?: civile)?)\b(?:[^.;]{0,90}?)\b(?:fait|causé|coûté|tué|poussé|provoqué|jeté)\b")
BACK = re.compile(r"(?<!il )(?<!il n')(?<!s')\by\b(?! compris)|\b(?:sur place|là-bas|chez nous|ici)\b", re.IGNORECASE)
# `12 blessés admis dans la capitale`
IN_CAPITAL = re.compile(r"[^.;:»«]{0,60}\b[Dd]ans la capitale\b(?! (?:de|du|des|d['’]))(?! d['’])")
TOTAL = re.compile(r"\b(?:bilan|au total|en tout|total|porte à|portant à|porterait à|portait à)\b", re.IGNORECASE)
ATTACHED = re.compile(r"^ (?:[a-zà-ÿœ'’-]+ ){1,3}(?:de la |de l['’]|du |de |d['’])?$")
THOUSANDS = re.compile(r"\d[ .,'’\u00a0\u202f]?\d{3}|mill")
PEOPLE = re.compile(r"(?:de la |de |d'|la )?(?:population )?(?P<word>[A-ZÀ-Ý]?[a-zà-ÿ]+)")


def place_for(span: Span, sentence: Span, names: Sequence[PlaceName], places: Places) -> tuple[Place | None, Evidence]:
    """Return the place that a figure holds for, and why; None where the article names no place for it.

    `span`, `sentence` and the names (at least those of the paragraph) count in the article. Tried in turn: the whole
    country where the words say so, a place in the figure's clause, the place that opens the sentence or the paragraph,
    the place that the article is about.
    """
    text = places.text
    country = _of_country(text, span, sentence, names, places)
    if country is not None:
        return country
    if PARTITIVE.search(text[sentence.start : span.start]) and re.match(
        r"\d|\w+ (?:victimes|morts)", text[span.start :]
    ):
        return _main(places)
    here = [
        name
        for name in names
        if sentence.covers(name.span)
        and places.knows(name)
        and (_usable(name, places) or _counts(text, name) or _attached(text[span.end : name.span.start], name, places))
    ]
    chosen = _where(text, span, sentence, names, places) or _in_sentence(text, span, sentence, here, places)
    if chosen is not None:
        name, rule = chosen
        name = pinned(name, places)
        return _joined(name, here, places), Evidence("place", rule, name.span)
    item = set_by_item(span, places)
    if item is not None:
        return places.resolve(item), Evidence("place", "places.figure.item", item.span)
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
    carried = _carried(text, span, sentence, names, places)
    if carried is not None:
        return places.resolve(carried), Evidence("place", "places.figure.carried", carried.span)
    heading = set_by_heading(span, places)
    if heading is not None:
        return places.resolve(heading), Evidence("place", "places.figure.heading", heading.span)
    before = goes_on(span, sentence, places)
    if before is not None:
        return places.resolve(before), Evidence("place", "places.figure.goes_on", before.span)
    return _main(places)


def _main(places: Places) -> tuple[Place | None, Evidence]:
    span = places.main.name.span if places.main else None
    return places.main, Evidence("place", "places.figure.main" if places.main else "places.figure.none", span)


def _usable(name: PlaceName, places: Places) -> bool:
    entry = places.resolve(name).entry
    if name.role == "near" and entry is not None and entry.level in WIDE and not at_sea(name, places):
        return False
    if name.role in HAPPENED or name.role == "title":
        return True
    # `la deuxième ville de Syrie` names no town
    wide = entry is not None and entry.level in WIDE
    return name.head is not None and name.role in ("bare", "of") and not wide


def _counts(text: str, name: PlaceName) -> bool:
    """Say whether a place is the subject of a count: `X compte 4 000 habitants`, `X, 4 000 âmes, ...`."""
    start = max(text.rfind("\n", 0, name.span.start) + 1, name.span.start - 30)
    # ... and not `la force conduite par X compte 430 hommes`
    heads = SUBJECT_HEAD.search(text[start : name.span.start]) is not None
    return name.role == "bare" and heads and SUBJECT.match(text[name.span.end :]) is not None


def _attached(between: str, name: PlaceName, places: Places) -> bool:
    """Say whether a name hangs on the counted noun itself: `12 élèves de X`."""
    entry = places.resolve(name).entry
    # `les cinq villes de Syrie`, and not `cinq soldats de Russie`
    wide = entry is not None and entry.level in WIDE
    return bool(ATTACHED.match(between)) and (name.head is not None or (name.role == "of" and not wide))


def _in_sentence(
    text: str, span: Span, sentence: Span, here: Sequence[PlaceName], places: Places
) -> tuple[PlaceName, str] | None:
    after = next((name for name in here if name.span.start >= span.end), None)
    between = text[span.end : after.span.start].replace("’", "'") if after is not None else ""
    if re.search(r", (?:dont|et non|parmi lesquel(?:le)?s) (?:[\w']+ ){0,3}$", text[sentence.start : span.start]):
        # `9 000 personnes, dont 3 000 enfants, ont quitté X`
        between = re.sub(r"^([^,;:]*),(?= (?:ont|a|sont|est)\b)", r"\1", between)
    if after is not None and _broken(ASIDE.sub("", between)):
        after = None
    before = [name for name in here if name.span.end <= span.start]
    if before and re.fullmatch(
        r" (?:de |d'|des )(?:quelque |près de |plus de )?", text[before[-1].span.end : span.start]
    ):
        # `l'envoi à X de 200 soldats`
        return before[-1], "places.figure.before"
    scene = before[0] if before and _opens(text, sentence, before[0]) else None
    if scene is not None and _speaks(text[scene.span.end : span.start], scene, places):
        before, scene = before[1:], None
    if scene is not None and after is not None and not _narrower(after, scene, places):
        # `À X, 12 caves noyées à Y`: the place beside the counted thing, not one that comes later
        between = text[span.end : after.span.start]
        if len(between.split()) > 5 or after.rule not in ("places:in", "places:facility", "places:facility.named"):
            after = None
    if after is not None:
        return after, "places.figure.after"
    if scene is not None:
        return scene, "places.figure.scene"
    for name in reversed(before):
        between = text[name.span.end : span.start].replace("’", "'")
        if not BREAKS_BACK.search(between) and not TOTAL.search(between):
            return name, "places.figure.before"
    return None


def _where(
    text: str, span: Span, sentence: Span, names: Sequence[PlaceName], places: Places
) -> tuple[PlaceName, str] | None:
    """Return the place that a relative clause with the number hangs on: `X, où 12 ouvriers sont morts`."""
    before = [
        name for name in names if sentence.covers(name.span) and name.span.end <= span.start and places.knows(name)
    ]
    if not before:
        return None
    last = before[-2] if before[-1].role == "parent" and len(before) > 1 else before[-1]
    between = text[last.span.end : span.start]
    facility = last.rule.startswith("places:facility") and " " in last.name
    if WHERE.fullmatch(between) or (facility and WHICH.fullmatch(between)):
        return last, "places.figure.where"
    return None


def _broken(between: str) -> bool:
    if BREAKS.search(between):
        return True
    if TOTAL.search(between):
        return True
    part = PART.search(between)
    if part is None:
        return False
    # `12 morts, dont trois à X`: the place is the part's; `12 morts, dont trois enfants, à X`: the whole's
    _, closed, rest = between[part.end() :].rpartition(",")
    return not closed or not re.search(
        r"^ (?:à|au|aux|en|dans|sur|près)\b|\b(?:ont|a|sont|est|été|était|étaient)\b", rest
    )


def _opens(text: str, sentence: Span, name: PlaceName) -> bool:
    """Say whether a sentence is set in a place from its first words: `À X, ...`."""
    before = text[sentence.start : name.span.start].strip(' \u00a0«“"–—-•')
    follows = text[name.span.end : name.span.end + 2]
    return (
        name.role in ("in", "near")
        and len(before.split()) <= (6 if before.startswith(("Dans", "Sur", "Devant")) else 3)
        and follows[:1] in (",", " ")
        and SCENE.match(before) is not None
    )


def _speaks(words: str, scene: PlaceName, places: Places) -> bool:
    """Say whether `À X, le ministre promet ...` is set where an authority sits, which the report is not about."""
    entry = places.resolve(scene).entry
    main = places.main
    if entry is None or entry.level == "area" or main is None or exact_key(main.name.name) == exact_key(scene.name):
        return False
    seat = entry.level in ("capital", "country") or entry.population >= 300_000
    return seat and words.startswith(",") and SPOKE.search(words) is not None and not PROTEST.search(words)


def _narrower(name: PlaceName, than: PlaceName, places: Places) -> bool:
    wide, narrow = places.resolve(than).entry, places.resolve(name).entry
    if wide is not None and wide.level in WIDE:
        return narrow is None or narrow.level not in WIDE
    return narrow is None and name.head is not None


def _of_country(
    text: str, span: Span, sentence: Span, names: Sequence[PlaceName], places: Places
) -> tuple[Place | None, Evidence] | None:
    """Return the article's country where the words make a figure one of the whole country."""
    place = places.country_place()
    if place is None:
        return None
    before, after = text[sentence.start : span.start], text[span.end : sentence.end].replace("’", "'")
    whole = WHOLE.search(after) or WHOLE.search(before.replace("’", "'"))
    if whole is not None and not BREAKS.search(after[: whole.start()]):
        return place, Evidence("place", "places.figure.whole_country", sentence)
    told = COUNTRY_TELLS.search(re.split(r"[;:] ", before.replace("’", "'"))[-1])
    if told is not None and not any(sentence.covers(name.span) and name.role in HAPPENED for name in names):
        return place, Evidence("place", "places.figure.whole_country", sentence)
    people = PEOPLE.match(after.lstrip())
    if (
        people is not None
        and places.is_of_country(people["word"])
        and ("population" in people.group() or (people["word"][0].isupper() and THOUSANDS.search(span.of(text))))
    ):
        return place, Evidence("place", "places.figure.people", span)
    war = WAR.search(before)
    if war is not None and not any(
        sentence.start + war.start() <= name.span.start < span.start and _usable(name, places) for name in names
    ):
        return place, Evidence("place", "places.figure.war", sentence)
    return None


def _carried(text: str, span: Span, sentence: Span, names: Sequence[PlaceName], places: Places) -> PlaceName | None:
    """Return the place of the sentences before that a sentence goes on with: `y`, `sur place`, a scene set above."""
    start = text.rfind("\n", 0, sentence.start) + 1
    above = [
        name
        for name in names
        if start <= name.span.start and name.span.end <= sentence.start and places.knows(name)
        # `une route entre X et Y` sets no scene
        if name.role != "between" and _usable(name, places)
    ]
    if not above:
        return None
    words = text[sentence.start : sentence.end]
    back = BACK.search(words)
    if back is not None:
        return None if TOWN.search(words[: back.start()]) else above[-1]
    if any(sentence.covers(name.span) and _opens(text, sentence, name) for name in names):
        return None
    if any(_is_other_country(name, sentence, places) for name in names if sentence.covers(name.span)):
        return None
    facility = above[0].rule.startswith("places:facility") and " " in above[0].name
    if facility and re.search(r"[.!?…][»”\"]? +\S", text[above[0].span.end : sentence.start].rstrip()):
        # the scene of a reporter's next sentence, not of all that follows
        return None
    opened = Span(start, sentence.start)
    if _opens(text, opened, above[0]) and not TOTAL.search(words):
        # `À X, le ministre promet ...` opens no scene
        first = re.split(r"[.!?…] ", text[above[0].span.end : sentence.start])[0]
        return None if _speaks(first, above[0], places) else above[0]
    return None


def _ours(text: str, span: Span, sentence: Span, names: Sequence[PlaceName]) -> PlaceName | None:
    """Return the town of the mayor who goes on: `La maire de X se dit débordée. « Nous avons 80 sinistrés »`."""
    if OURS.search(text[sentence.start : span.start]) is None:
        return None
    start = text.rfind("\n", 0, sentence.start) + 1
    above = [name for name in names if start <= name.span.start and name.span.end <= sentence.start]
    return above[-1] if above and above[-1].rule == "places:office.local" and above[-1].role == "function" else None


def _is_other_country(name: PlaceName, sentence: Span, places: Places) -> bool:
    """Say whether a sentence's subject is a country that the article is not about: `La France a envoyé 25 sauveteurs`."""
    entry = places.resolve(name).entry
    before = places.text[sentence.start : name.span.start].strip(" «“\"'’")
    other = entry is not None and entry.level == "country" and (places.country is None or entry.id != places.country.id)
    return other and name.role == "bare" and before in ("", "La", "Le", "Les", "L")


def _joined(name: PlaceName, here: Sequence[PlaceName], places: Places) -> Place:
    """Return one place for `X et Y`, named together; of a longer list, the article's place where it has one."""
    listed: list[PlaceName] = []
    for other in here:
        goes_on = other.rule == "places.list" and listed and other.span.start - listed[-1].span.end < 16
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
