"""A paragraph in, the place names in it out, each with the words that tie it to what the paragraph tells."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from recoupe.extract.paragraph import Paragraph, Sentence
from recoupe.extract.place_capitals import in_capitals, is_headline, titled
from recoupe.extract.place_clock import CLOCK
from recoupe.extract.place_context import Context, context
from recoupe.extract.proper_names import DIRECTIONS, ends_body, is_country, proper_names
from recoupe.lexicon import closed, entries
from recoupe.model.article import BlockKind
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

LOCATING = frozenset({"in", "near", "from", "to", "between", "distance", "said", "title", "dateline"})
MONTH = (
    r"(?:janv(?:ier)?|f[ée]v(?:r(?:ier)?)?|mars|avr(?:il)?|mai|juin|juil(?:l(?:et)?)?|ao[uû]t|sept(?:embre)?|oct(?:obre)?"
    r"|nov(?:embre)?|d[ée]c(?:embre)?)"
)
CALENDAR = re.compile(
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre"
    r"|octobre|novembre|décembre)",
    re.IGNORECASE,
)
DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][^\W\d_]*(?:(?:['’-][^\W\d_]+| (?:[a-z]{2,3} )?[A-ZÀ-Þ][^\W\d_]+)){0,4})"
    r"\s*(?:\((?P<parent>[^()]{3,40})\)|, (?P<region>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)(?= [–—-] ))?\s*(?P<comma>,?)\s*(?:le )?"
    rf"(?:(?:\w+ )?(?:\d{{1,2}}(?:er)?\s+{MONTH}\b\.?|\d{{1,2}}/\d{{1,2}})|(?P<dash>(?:\([\w /-]{{2,25}}\)\s*)?[–—-]\s))"
)
LEAD = (
    r"(?:à la |à l['’]|de la |de l['’]|dans la |dans le |dans l['’]|du |des |de |d['’]"
    r"|à |au |aux |en |la |le |les |l['’])?"
)
LIST = re.compile(rf"^(?:, | et | ou |, et | ainsi qu[e'’] ?| puis |/|–|-){LEAD}$")
# `à Paris, Médecins du Monde`: after a comma a list must go on to its `et`
GOES_ON = re.compile(rf"^(?:, {LEAD}[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)*,? (?:et|ou|ainsi que) {LEAD}[A-ZÀ-Þ]")
# `X (Pays)`, `X, en Pays`, `X, dans l'est de Pays`, `X, dans la province de Y`
LIES_IN = re.compile(
    r"^(?: \(|, (?=(?:province|région|département|wilaya|état|gouvernorat|préfecture|district|cercle|canton|comté) )"
    r"|, (?:dans|en|au|aux|à) (?:(?:le|la|les|l')? ?(?:extrême[ -])?(?:nord|sud|est|ouest|centre)[\w-]* )?)"
    r"(?:(?:la|le|les|l'|du|des|de la|de l'|de|d'|province|région|département|wilaya|état|gouvernorat|préfecture|district"
    r"|canton|comté|cercle|territoire|commune|île) ?)*$",
    re.IGNORECASE,
)
# `X, une banlieue du nord de Y`, `X, petit port à l'ouest de Y`, `X, à trente kilomètres de Y`
APPOSED = re.compile(
    r"^, (?:(?:une?|la|le|l') ?)?(?:[a-zà-ÿ-]+ ){0,2}"
    r"(?:banlieue|quartier|ville|village|localité|commune|faubourg|bourgade|bourg|cité|port|îlot|île|station|hameau|enclave"
    r"|(?:[\w-]+ )?(?:kilomètres|km))\b[^,;.:()«\"]{0,60}$"
)
# `X, au sud de Y`, `X, à trente kilomètres à l'est de Y`
LIES_BY = re.compile(
    r", (?:situ[\wé]+ )?(?:(?:à|au) (?:[\w,-]+ ){1,4}?(?:kilomètres|km|mètres|m|heures|minutes|milles)(?: de route)?,? ?(?:environ )?)?"
    r"(?:(?:juste )?(?:(?:plus )?(?:au|à l')\s?(?:nord|sud|est|ouest|nord-est|nord-ouest|sud-est|sud-ouest)|près|non loin"
    r"|aux (?:portes|environs|abords|alentours)) )?(?:de la |de l'|du |des |de |d')"
)
# peoples are written large too: les Maliens, aux Kényans
PEOPLES = re.compile(r"(?:iens|iennes|éens|éennes|ais|aises|ois|oises|ains|aines|nnes)$")
# names that say nothing without `région`, `département`
REGION_ALONE = re.compile(rf"(?:Extrême-|Grand |Haut-|Bas-)?{DIRECTIONS}|Littoral|Plateau|Plateaux|Lacs?|Savanes")
ADJECTIVE = re.compile(r"Grande?s?|Petite?s?|Vieux|Vieille|Nouveau|Nouvelle|Ancienne?|Haute?|Basse?")
# `la Grande mosquée de X`: an adjective written large makes a name of what follows
NAMED = re.compile(r"\b(?:Grande?|Petite?|Vieux|Vieille|Nouveau|Nouvelle|Ancienne?|Haute?|Basse?) $")
ACRONYM = re.compile(r"CH[A-Z]{1,3}|HUG|HUS")
OPENING = re.compile(r"^\s*(?:\([^)]*\)\s*)?(?::|–|—|\|)\s|^ \([^()]*\)\s*$")
COUNTED_IN = re.compile(
    r" \((?:\d[\d .\u00a0\u202f]*|[a-zà-ÿ-]+ ){1,3}(?:morts?|tués?|blessés?|disparus?|victimes?|décès|cas|déplacés|sinistrés|évacués"
    r"|habitants|âmes|familles|ménages|foyers|maisons|arrivées|réfugiés|nouveaux cas|personnes)\b"
)
# `X (neuf morts), Y (quatre) et Z (deux)`
ITS_COUNT = re.compile(r" \((?:\d[\d .\u00a0\u202f]*|[a-zà-ÿ-]+)\)")
NEXT_COUNT = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+ \((?:\d|[a-zà-ÿ])[\w .\u00a0\u202f-]*\)(?:,| et|, et) (?:[Ll]a |[Ll]e |[Ll]es |[Ll]['’])?$"
)
WAYS = frozenset({"axe", "route", "ligne", "tronçon", "autoroute", "piste", "voie", "liaison"})
WAY_TO = re.compile(r"\s?[–—]\s?[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)*")
MISSION = re.compile(
    r"\b(?:Mission|Force|Programme|Bureau|Office|Organisation|Comité|Coordination|Opération)\b[^.;,()]{0,60} (?:au|en|aux|à) $"
)
IS = (
    r"(?:n')?(?:est|était|reste|restait|demeure|demeurait|se retrouve|se retrouvait|se trouve|se trouvait|a été|serait)"
)
SIDE = re.compile(r"^(?:nord|sud|est|ouest|centre|nord-est|nord-ouest|sud-est|sud-ouest)\b", re.IGNORECASE)


def read_places(paragraph: Paragraph) -> tuple[PlaceName, ...]:
    """Return the place names of a paragraph in the order of the text; spans count in the paragraph.

    A name is one by the words around it, not by a list: what the gazetteer does not know is read as well. A name that
    only stands in the text (role `bare`, `of`) is a candidate that the article must confirm.
    """
    found: list[PlaceName] = []
    for sentence in paragraph.sentences:
        text = paragraph.text[sentence.span.start : sentence.span.end]
        opens = sentence is paragraph.sentences[0]
        if opens:
            # the words behind the hour of a live report open its sentence
            text = CLOCK.sub(lambda hour: " " * len(hour.group()), text)
        names, start = _dateline(text) if opens else ([], 0)
        names += _of_sentence(text, sentence, paragraph.kind, start)
        found.extend(replace(name, span=name.span.shifted(sentence.span.start), block=paragraph.kind) for name in names)
    return tuple(found)


def _dateline(text: str) -> tuple[list[PlaceName], int]:
    """Return the place of a dateline, if the text opens with one, and where the dateline ends."""
    hit = DATELINE.match(text)
    if hit is None or not (hit["place"].isupper() or ((hit["comma"] or hit["parent"]) and not hit["dash"])):
        return [], 0
    if hit["place"].split(" ")[0].casefold() in closed("fr", "places", "openers") or is_headline(hit["place"]):
        return [], 0
    if is_no_place(hit["place"]) and (CALENDAR.fullmatch(hit["place"]) or not hit["place"].isupper()):
        # nor is `DIMANCHE 9 mars` a place
        return [], 0
    name = PlaceName(
        span=Span(*hit.span("place")),
        name=titled(hit["place"]),
        role="dateline",
        rule="places.dateline",
        parent=next((name for name in (hit["parent"], hit["region"]) if name and not name.isupper()), None),
    )
    return [name], hit.end()


def _of_sentence(text: str, sentence: Sentence, kind: BlockKind, start: int) -> list[PlaceName]:
    if text.upper() == text and len(text) > 12:
        return in_capitals(text)
    found: list[PlaceName] = []
    for whole in proper_names(text):
        span = _without_opener(text, whole)
        if span.start < start or not span.of(text) or (found and span.start < found[-1].span.end):
            continue
        name = _listed(text, span, found) or _read(text, span, sentence, kind)
        if name is None:
            continue
        if found and (_is_parent(text, found[-1], name) or _is_seat(text, found[-1], name)):
            found[-1] = replace(found[-1], parent=name.name)
            name = replace(name, role="parent", rule="places.parent")
        found.append(name)
    return found


def _without_opener(text: str, span: Span) -> Span:
    """Return a name without the small words that a sentence opens with: `A Goma`, `Au Burkina`, `Le Niger`."""
    words = span.of(text).split(" ")
    if text[: span.start].strip(" \u00a0«“\"'(–—-•*■►") and text[: span.start].rstrip()[-1:] not in ":.…?!":
        return span
    while words and words[0].casefold() in closed("fr", "places", "openers"):
        span = Span(min(span.start + len(words[0]) + 1, span.end), span.end)
        held = words[0].casefold() in ("à", "a", "de", "vers", "depuis", "sur", "près") and len(words) > 2
        words = words[1:]
        if held and words[0] in ("La", "Le", "Les"):
            # `À La Tuque`: an article written large after a preposition is the name's
            break
    return span


def _listed(text: str, span: Span, found: list[PlaceName]) -> PlaceName | None:
    """Read `Y` and `Z` in `à X, Y et Z` like X."""
    if not found:
        return None
    last = found[-1]
    between = text[last.span.end : span.start]
    if not (last.role in LOCATING or last.head) or not LIST.match(between) or is_no_place(span.of(text)):
        return None
    if between.startswith(", ") and "et" not in between and not GOES_ON.match(text[span.end :]):
        return None
    if re.search(r"\b(?:les|des|aux) $", between) and PEOPLES.search(span.of(text)):
        return None
    return PlaceName(span=span, name=span.of(text), role=last.role, rule="places.list", head=last.head)


def _read(text: str, span: Span, sentence: Sentence, kind: BlockKind) -> PlaceName | None:
    words = span.of(text)
    before = text[: span.start]
    first, _, rest = words.partition(" ")
    if ADJECTIVE.fullmatch(words) and re.match(r" [a-zà-ÿ]", text[span.end :]):
        # `la Grande mosquée de X`
        return None
    # Hôpital Donka, Région de X: a noun of place written large opens the name
    # ... but not Ksar El Kébir
    if rest and first.casefold() in _nouns() and not (first.casefold() in _nouns("settlement") and before.strip()):
        span = Span(span.start + len(first) + 1, span.end)
        words, before = rest, text[: span.start]
    how = context(before)
    if how.role in ("of", "to", "in") and ends_body(before, text[span.end :], words):
        return None
    if (
        ACRONYM.fullmatch(words)
        and re.search(r"\b(?:au|du|le) $", before, re.IGNORECASE)
        and how.role in ("in", "of", "bare")
        and not re.match(r" (?:de |du |d['’]|[A-ZÀ-Þ])", text[span.end :])
    ):
        # `au CHUV`, `le CHUM`: hospitals that go by their letters
        role = "in" if how.role == "in" else "bare"
        return PlaceName(span=span, name=words, head="chu", role=role, rule="places:facility")
    if is_no_place(words) or (re.search(r"\b(?:les|des|aux) $", before, re.IGNORECASE) and PEOPLES.search(words)):
        return None
    if how.role == "in" and MISSION.search(before) and re.match(r" \([A-Z]\w+\)", text[span.end :]):
        # `la Mission d'appui au X (Miax)`: part of the name of a body
        return None
    if how.noun_entry is not None:
        return _with_noun(text, span, how)
    if how.role == "bare":
        return _bare(text, span, sentence, kind)
    melted = re.search(r"(?:^|[ («“])(au|aux|du|des) $", before, re.IGNORECASE)
    if melted is not None and rest == "" and words.casefold() in _nouns():
        # `au Port`: the town that a list may have with its article
        name = f"{'Les' if melted[1][-1] in 'xs' else 'Le'} {words}"
        return PlaceName(span=span, name=name, role=how.role, rule="places.contracted")
    # `à Carrefour`: a town with the name of a thing
    if (words.casefold() in _nouns() and not re.search(r"(?:^| )[àÀ] $", before)) or (
        SIDE.match(words) and how.role != "in"
    ):
        return None
    # `aux Philippines` or `aux Kurdes`: only the gazetteer can tell
    rule = "places.plural" if how.role == "in" and re.search(r"\baux $", before, re.IGNORECASE) else how.rule
    if re.fullmatch(r"[ÀA] ", before) and text[span.end : span.end + 1] == "," and " " in words:
        rule = "places.scene"
    return PlaceName(span=span, name=words, role=how.role, rule=rule)


def _with_noun(text: str, span: Span, how: Context) -> PlaceName:
    """Return the name with or without its noun, as the lexicon says of the noun."""
    assert how.noun_entry is not None and how.noun_start is not None and how.noun is not None
    words = span.of(text)
    keep = how.noun_entry.extra["keep"]
    one_of = how.link != " " and re.search(r"\b(?:une?|deux|trois|plusieurs|autre) $", text[: how.noun_start])
    whole = not (keep in ("always", "own") and one_of and how.noun_entry.means == "facility") and (
        keep == "always"
        or (keep == "own" and (how.link not in (" de ", " d'") or _is_title_of(how.noun, text[: how.noun_start])))
        or (keep == "direction" and (REGION_ALONE.fullmatch(words) or is_country(words)))
    )
    ends = WAY_TO.match(text, span.end) if how.noun.casefold() in WAYS and how.link == " " else None
    if ends is not None:
        # `l'axe X–Y`
        span, whole = Span(span.start, ends.end()), True
    named = NAMED.search(text[: how.noun_start]) if how.noun_entry.means == "facility" else None
    if whole or named:
        span = Span(named.start() if named else how.noun_start, span.end)
        words = span.of(text)
        # État keeps its capital, and so does an acronym (CHU)
        if not words.split(" ")[0].isupper() and words[1:4] != "tat":
            words = words[0].lower() + words[1:]
    return PlaceName(span=span, name=words, head=how.noun.casefold(), role=how.role, rule=how.rule)


def _is_title_of(noun: str, before: str) -> bool:
    """Say whether a facility's noun is written as part of a name: `au CHU de X`, `à l'Hôpital de X`."""
    return noun.split(" ")[0].isupper() or (noun[0].isupper() and re.search(r"[\w'’] ?$", before) is not None)


def _bare(text: str, span: Span, sentence: Sentence, kind: BlockKind) -> PlaceName | None:
    """Read a name that opens a title or stands at the head of a clause; a candidate only."""
    words = span.of(text)
    before, after = text[: span.start], text[span.end : span.end + 60]
    opens = not before.strip(" \u00a0«“\"'(–—-•*■►")
    if kind in (BlockKind.TITLE, BlockKind.HEADING) and len(words.split()) <= 4:
        # ... and `Pays : X (Province)`
        heads = opens or re.search(r"(?:[:–—|]|\w\.) $", before) or re.fullmatch(r"[«“\"( ]*(?:L[ae] |L['’])", before)
        # `Bilan`, alone over a section: only other words of the article can make a place of it
        alone = kind is BlockKind.HEADING and opens and not after and not re.search(r"[ -]", words)
        if alone:
            return PlaceName(span=span, name=words, role="title", rule="places.section")
        if heads and (OPENING.match(after) or after[:1] in (",", "") or re.match(r" [–—-] ", after)):
            return PlaceName(span=span, name=words, role="title", rule="places.title")
    if opens or re.search(
        r"(?:^|[:–—|]) (?:La |Le |Les |L['’]|la |le |les |l['’])?$|(?:^|, )[LlL](?:a |e |es |['’])$", before
    ):
        told = after.replace("’", "'")
        if _befallen("befallen").match(told):
            return PlaceName(span=span, name=words, role="in", rule="places:befallen")
        if _befallen("state").match(told):
            return PlaceName(span=span, name=words, role="in", rule="places:befallen.state")
        if _befallen("mourning").match(told):
            return PlaceName(span=span, name=words, role="bare", rule="places:mourning")
    if re.search(rf"\b(?:{'|'.join(_nouns('settlement'))}) (?:[^.;:,]{{2,40}} )?(?:est|était|reste) $", before):
        # `Le village le plus touché est X`
        return PlaceName(span=span, name=words, role="in", rule="places.predicate")
    if COUNTED_IN.match(after) or (ITS_COUNT.match(after) and NEXT_COUNT.search(before)):
        # `X (neuf morts) et Y (six)`
        return PlaceName(span=span, name=words, role="in", rule="places.counted_in")
    item = opens and kind is BlockKind.BODY and re.match(r"\s*:\s", after)
    if re.search(r"\($", before) and re.match(r"\)", after):
        return PlaceName(span=span, name=words, role="parent", rule="places.parenthesis")
    if item:
        return PlaceName(span=span, name=words, role="bare", rule="places.item")
    starts = opens or re.search(r"[«“\"(–:|•.?!]\s*$", before) is not None
    if not re.search(
        r"(?:^|[,:;(«–—•]|\bque|\bqu['’]|\bet|\bla|\ble|\bles|\bl['’]|\bL['’]|\bLa|\bLe|\bLes|\bmais|\bou)\s*$", before
    ):
        return (
            _of_headline(span, words, common=starts and _is_common(sentence, span)) if kind is BlockKind.TITLE else None
        )
    if starts and _is_common(sentence, span):
        return _of_headline(span, words, common=True) if kind is BlockKind.TITLE else None
    rule = "places.headline" if kind is BlockKind.TITLE and not starts else "places.bare"
    return PlaceName(span=span, name=words, role="bare", rule=rule)


def _of_headline(span: Span, words: str, *, common: bool) -> PlaceName | None:
    """Read a name anywhere in a title as a candidate; one that may be an everyday word needs more to bear it out."""
    if len(words.split()) > 3 or re.match(r"[A-Z]['’][a-zà-ÿ]", words):
        return None
    return PlaceName(span=span, name=words, role="bare", rule="places.opener" if common else "places.headline")


def _is_common(sentence: Sentence, span: Span) -> bool:
    """Say whether the first word of a sentence is one of everyday language by the parse."""
    token = next((token for token in sentence.doc if token.idx == span.start), None)
    return token is None or token.pos_ != "PROPN" or token.like_num


def _is_parent(text: str, last: PlaceName, name: PlaceName) -> bool:
    """Say whether a name tells where the one before it lies: `X (Pays)`, `X, dans la province de Y`, `X, en Pays`."""
    between = text[last.span.end : name.span.start].replace("’", "'")
    if last.role == "parent":
        # `à X, un quartier de Y, dans l'ouest du Z`
        return name.role == "in" and LIES_IN.match(between) is not None and between.startswith(", dans ")
    if last.role not in LOCATING | {"of", "bare"}:
        return False
    if name.role in ("near", "distance") and LIES_BY.fullmatch(between):
        return last.role in ("in", "near", "from") or last.head is not None
    if APPOSED.match(between):
        # `à X, un quartier de Y`: the noun is that of the apposition
        named = name.role not in ("said", "from", "to", "bare") or (name.role == "bare" and name.head is not None)
        return named and last.role in ("in", "near", "between")
    # ... and `X, province de Y`
    division = name.role == "bare" and name.head is not None and re.match(r", [a-z]", between) is not None
    if name.role not in ("in", "parent") and not division:
        return False
    if between.startswith(",") and GOES_ON.match(text[name.span.end :]):
        return False
    return LIES_IN.match(between) is not None or APPOSED.match(between) is not None


def _is_seat(text: str, last: PlaceName, name: PlaceName) -> bool:
    """Say whether a name tells the town of the named facility before it: `le pont Gambetta de X`."""
    between = text[last.span.end : name.span.start]
    return (
        last.head is not None and " " in last.name and name.role == "of" and between in (" de ", " d'", " d’", " du ")
    )


def is_no_place(words: str) -> bool:
    """Say whether a proper name is by its own form no place: an institution, a titled person, an acronym, a day."""
    first = re.split(r"[ \u00a0]", words)[0]
    if ADJECTIVE.fullmatch(first) or first == "Haut":
        # `le Grand Conseil`, `la Haute Autorité`
        second = re.split(r"[ \u00a0]", words)[1:2]
        if second and second[0] in closed("fr", "places", "institution"):
            return True
    if first.rstrip(".") in closed("fr", "places", "person") or words.split(" ")[0] in closed(
        "fr", "places", "institution"
    ):
        return words not in closed("fr", "places", "countries") and not words.startswith("République ")
    if CALENDAR.fullmatch(words):
        # `Dimanche, 71 camions ont ...`
        return True
    compact = words.replace(".", "")
    if compact.isupper() and len(compact) <= 7 and "-" not in compact:
        return words not in closed("fr", "places", "countries")
    # OCHA Niger, ONG X: an acronym opens the name of an organisation
    return len(words) < 2 or (first.isupper() and 2 <= len(first) <= 6 and not words.isupper() and first != "RD")


@cache
def _befallen(role: str) -> re.Pattern[str]:
    """Compile what only a place undergoes, as it stands right behind the name of one: ` compte ses morts`, ` demeure isolée`."""
    forms = (form for entry in entries("fr", "places") if entry.extra.get("role") == role for form in entry.forms)
    listed = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    often = r"(?:toujours|encore|à nouveau|de nouveau|désormais|presque|entièrement|totalement|partiellement|en partie|déjà|quasiment) "
    # a few words say it of a place alone only behind a verb: `Montbrun demeure isolée`
    linked = {"befallen": rf"(?:{IS} )?", "state": f"{IS} "}.get(role, "")
    return re.compile(rf",? {linked}(?:{often})?(?:{listed})(?![\w-])")


@cache
def _nouns(means: str | None = None) -> frozenset[str]:
    return frozenset(
        form.casefold()
        for entry in entries("fr", "places")
        if entry.extra.get("role") == "noun" and entry.means != "relief" and means in (None, entry.means)
        for form in entry.forms
    )
