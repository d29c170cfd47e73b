"""A figure's number in its sentence in, the place named further up that its words go back to out."""

from __future__ import annotations

import re

from recoupe.extract.article_places import HAPPENED, WIDE, Places, at_sea, is_division
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_going_on import STATE, TURNS
from recoupe.model.article import BlockKind
from recoupe.model.place import Place, PlaceName
from recoupe.model.span import Span

TOWNS = (
    r"ville|cité|localité|commune|communauté|bourgade|bourg|village|hameau|agglomération|métropole|municipalité|station"
)
PARTS = (
    r"quartier|faubourg|secteur|bidonville|enclave|camp|site|hôpital|établissement|prison|port|zone|vallée|île|oasis"
)
DIVISIONS = r"province|région|département|district|wilaya|préfecture|gouvernorat|canton|comté|cercle|archipel|péninsule|territoire"
# `dans cette localité`, `ce village`: the place named last
DEMONSTRATIVE = re.compile(
    rf"\b(?:[Cc]ette|[Cc]e|[Cc]et) (?:(?:seule?|petite?|grande?|même|vieille) )?(?:{TOWNS}|{PARTS}|{DIVISIONS}"
    r"|(?:moitié|partie|portion) de la ville)\b(?! voisine?)"
    r"|\b(?:[Dd]ans|[Ss]ur|[ÀàA]) (?:cette|ce|cet) (?:seule? |même )?(?:rue|ruelle|avenue|place|impasse|lycée|école|marché|pont|immeuble"
    r"|gymnase|stade)\b"
)
# `Kasara compte 22 morts. La ville a ouvert trois centres`, and not `La ville a prêté six pompes`
THE_TOWN = re.compile(
    r"[«“\" ]*(?:La (?:ville|commune|localité|bourgade|municipalité)|Le (?:village|bourg|hameau)) (?:en |y |n'|ne |s'|se )?"
    r"(?!(?:a |avait |aura )?(?:prêt|envo|dépêch|fourni|offert|promis|promet|donn))"
    r"(?:a|avait|est|était|compt\w+|accueill\w+|héberg\w+|déplor\w+|recens\w+|manqu\w+|attend\w*|dispos\w+|enterr\w+|pleur\w+|abrit\w+"
    r"|rest\w+)\b"
)
# `la province`, `du département`, said of one that the article names so
DEFINITE = re.compile(
    rf"(?:\b(?:la|le|cette|ce|du) |\bl'|\bcette )(?P<noun>{DIVISIONS}|île|vallée|cité|village)\b"
    r"(?! (?:de|du|des|d'|voisine?|en|[A-ZÀ-Þ]))(?! d')"
)
# a number whose noun is left out: `Quatre ont été secourus`, `trois d'entre eux`, `un enfant en est mort`
ELLIPSIS = re.compile(
    r"\s(?:autres? (?:personnes? |victimes? |hommes |habitants |passagers )?(?:ont|sont|a|est|avaient|étaient|auraient|seraient)\b"
    r"|d'entre (?:eux|elles)\b"
    r"|(?:en )?(?:ont|sont|avaient|étaient|auraient|seraient|l'ont|l'avaient|n'ont|ne sont)\b)"
)
OF_THEM = re.compile(r"^[^.;]{0,40}?\b(?:en est|en sont|en étaient|en seraient) ", re.IGNORECASE)
# `la police en a compté 300`
THEM_COUNTED = re.compile(
    r"\b[Ee]n (?:a |ont |avait |avaient |aurait )?(?:déjà )?(?:compt|dénombr|recens|enregistr|inscri|accueill)(?:é|e|ent|ait|aient|it|t|i) "
    r"(?:\w+ ){0,2}$"
)
# `La région compte en rouvrir deux`, `Il en faudrait 600`, `J'en ai 26`: a number that has its noun in what was said before
EN = re.compile(
    r"(?:^|(?<! y)[ ('])(?:[nN]'|[jJ]')?en (?:(?:a|ai|as|avons|avez|ont|avait|avaient|aurait|auraient|aura|auront) "
    r"(?:déjà |aussi |encore |bien )?(?:[a-zà-ÿ]+(?:é|i|u|is|it|ert)(?:e?s?) )?|(?:n')?(?:y )?[a-zà-ÿ]+(?:er|ir|re) "
    r"|(?!août |septembre |octobre |novembre |décembre |centre |une |lutte |moyenne |outre |cause |baisse |hausse |partie |place |pleine "
    r"|pente |attente |urgence |juin |mai |fait |effet |tout |début |droit |haut |bas |parallèle |somme |quelque |matière |marge |règle "
    r"|ville |poste |vie )[a-zà-ÿ]+(?:e|ent|ait|aient|it|ut|rons|ons|ront|rait|raient|ra|ient) )(?:pas |guère |plus |bien |même )?"
    r"(?:que |qu'|encore |plus de |près de |environ |quelque |jusqu'à |au moins |le |la )?$"
)
NO_NOUN = re.compile(
    r"\s*(?:[,.;:»)!?]|$)|\s(?:qui|dont|dans|depuis|hier|pour|autres?|de plus|ce|cette|avant|après|à|le|la|en"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
)
# `« Ils étaient 410 samedi »`
THEY = re.compile(r"[\s«“\"]*(?:[Ii]ls|[Ee]lles) (?:n')?(?:étaient|sont|seraient)(?: \w+){0,2} ")
# `un naufrage au large de X. Celui-ci a fait 26 morts`
THIS_ONE = re.compile(
    r"[Cc]el(?:ui|le)-ci (?:a|avait|aurait) (?:\w+ )?(?:fait|tué|coûté|causé|blessé|détruit|emporté|touché|entraîné|provoqué)"
    r" (?:[\w']+ ){0,3}"
)
# the same speaker goes on
GOES_ON = re.compile(
    r"(?:ajoute|poursuit|précise|renchérit|complète|soupire|continue|détaille|soutenu|ajouté|précisé|poursuivi|raconte)"
    r"(?:-t)?-(?:il|elle|on|ils|elles)\b|\ba-t-(?:il|elle) (?:ajouté|poursuivi|précisé|soutenu|complété|détaillé)"
)
# `, selon les soignants de X`, `qui préside l'Union des riverains du X`, `, de l'université X`: whose a speaker is
AFFILIATED = re.compile(
    r"\b(?:selon|d'après|préside|dirige|représente|porte-parole|président|présidente|directeur|directrice|avocate?)\b[^,;.]*$"
    r"|\b[A-ZÀ-Þ][\w-]+, (?:de|du|des|à) (?:la |l')?$"
)
MOVED = re.compile(r"\b(?:transf[ée]r|hospitalis|soign|admis|évacué|conduit|envoy|dépêch|achemin|rapatri)")
TO_COME = re.compile(r"\w(?:era|eront|ira|iront) ")
# the sides of a divided town
OF_SIDE = re.compile(
    r"\b(?:à l'|côté |du côté |dans l'|secteurs? |quartiers? (?:de l')?)(?P<side>est|ouest)\b(?! (?:de|du|des|d')\b)(?! d')",
    re.IGNORECASE,
)
SIDED = re.compile(r"-(?P<side>Est|Ouest)$")
IS_REGION = re.compile(r"(?:\b[Ee]n |\b[Dd]ans (?:le |la |l['’])|(?:^|[\s:])[Ll](?:e |a |['’]))$")
ITEM = re.compile(
    r"^[-–—•*■►]?\s*(?:\d{1,2} ?[.)/h:-]\s*)?(?:\d{2}\s*[-–—]\s*)?(?:[ÀA]u?x? |[Ee]n |[Dd]ans (?:la |le |l'))?$"
)
# `, près de`, `, à la hauteur de la ville de`, ` non loin du village de`
PINS = re.compile(
    r",? (?:à|au|aux|près|non loin|autour|en (?:aval|amont)|sur la commune|dans la ville|dans le port)\b[^,.;:()]{0,40}"
)
# what names the place of an article without telling that anything happened there
LOOSE = frozenset({"places.label", "places.headline", "places.opener", "places.dateline"})
# money is asked and given for the whole
FUNDS = re.compile(
    r"\b(?:euros|dollars|francs|dirhams|dinars|roupies|livres|appel de fonds|donateurs?|bailleurs?)\b|[€$]"
)
SUMS = re.compile(r"\b(?:bilan|au total|en tout|total|dans l'ensemble|désormais)\b", re.IGNORECASE)


def happened(name: PlaceName, places: Places) -> bool:
    """Say whether a name is one that something happened in, or the subject that a sentence is about."""
    entry = places.resolve(name).entry
    wide = entry is not None and entry.level in WIDE
    if name.role in HAPPENED:
        return not (wide and name.role == "near" and not at_sea(name, places))
    return name.role == "title" or (name.head is not None and name.role in ("bare", "of") and not wide)


def referred(span: Span, sentence: Span, places: Places) -> tuple[PlaceName, str] | None:
    """Return the name that the words around a number point back to, and the rule; None where they point nowhere."""
    text = places.text
    before = text[sentence.start : span.start].replace("’", "'")
    after = text[span.end : sentence.end].replace("’", "'")
    start = text.rfind("\n", 0, sentence.start) + 1
    above = [name for name in places.names if name.span.end <= span.start and happened(name, places)]
    here = [name for name in above if name.span.start >= start]
    pointed = DEMONSTRATIVE.search(before) or DEMONSTRATIVE.search(_clause(after))
    if pointed is not None:
        known = [
            name
            for name in places.names
            if name.span.end <= span.start
            and name.role != "between"
            and (happened(name, places) or (name.span.start >= start and _is_town(name, places)))
            and _is_what(pointed.group(), name, places)
        ]
        if known:
            return known[-1], "places.figure.demonstrative"
    town = the_town(before, start, sentence, places)
    if town is not None:
        return town, "places.figure.demonstrative"
    opens = not before.strip(" «“\"'") or re.search(r"(?:[;:]| et) $", before)
    share = "%" in span.of(text) or " sur " in span.of(text)
    if share or not here or here[-1].role == "between":
        return None
    they = THEY.fullmatch(before) is not None or THIS_ONE.match(before) is not None
    if (opens and ELLIPSIS.match(after)) or OF_THEM.match(after) or counts_them(before, after) or they:
        last = here[-1]
        entry = places.resolve(last).entry
        part = re.search(r", dont\b[^.;]*$", text[start : last.span.start])
        return None if part or (entry is not None and entry.level in WIDE) else (last, "places.figure.of_those")
    return None


def the_town(before: str, start: int, sentence: Span, places: Places) -> PlaceName | None:
    """Return the town that `La ville`, at the head of a sentence, goes back to: the one that its paragraph named last."""
    if THE_TOWN.match(before) is None:
        return None
    above = [name for name in places.names if start <= name.span.start and name.span.end <= sentence.start]
    for name in reversed(above):
        entry = places.resolve(name).entry
        if name.role in ("parent", "of") or (entry is not None and entry.level in WIDE):
            continue
        town = name.role in HAPPENED or (name.role == "bare" and entry is not None)
        return name if town and name.head is None else None
    return None


def _is_town(name: PlaceName, places: Places) -> bool:
    """Say whether a name is a town's whose people, roads or envoys a paragraph has told of: `les pêcheurs de X`, `ont fui X`."""
    entry = places.resolve(name).entry
    return name.role in ("of", "from", "to", "toward", "bare") and entry is not None and entry.level == "city"


def counts_them(before: str, after: str) -> bool:
    """Say whether a number counts more or fewer of those told of before: `La police en a compté 300`, `Il en faudrait 600`."""
    return THEM_COUNTED.search(before) is not None or (
        EN.search(before) is not None and NO_NOUN.match(after) is not None
    )


def _is_what(words: str, name: PlaceName, places: Places) -> bool:
    """Say whether a name can be what `cette province`, `cette moitié de la ville` means."""
    if words.endswith("de la ville"):
        return SIDED.search(name.name) is not None
    entry = places.resolve(name).entry
    if re.search(rf"\b(?:{DIVISIONS})$", words):
        return entry is None or entry.level not in ("city", "capital")
    return entry is None or entry.level not in WIDE


def _clause(after: str) -> str:
    return re.split(r"[.;:]\s|, (?:et|mais|tandis) ", after, maxsplit=1)[0]


def named_division(span: Span, sentence: Span, places: Places) -> PlaceName | None:
    """Return the division that `la province`, `du département` means: one that the article names with that noun."""
    text = places.text
    before = text[max(sentence.start, span.start - 120) : span.start].replace("’", "'")
    hit = DEFINITE.search(_clause(text[span.end : sentence.end].replace("’", "'"))) or DEFINITE.search(before)
    if hit is None:
        return None
    noun = re.compile(rf"\b{hit['noun']} (?:de la |de l['’]|du |des |de |d['’]|)$", re.IGNORECASE)
    named = [name for name in places.names if noun.search(text[max(0, name.span.start - 30) : name.span.start])]
    keys = {exact_key(name.name) for name in named}
    earlier = [name for name in named if name.span.end <= span.start]
    region = hit["noun"] != "préfecture" and re.fullmatch(DIVISIONS, hit["noun"]) is not None
    if not named and region and hit.group().startswith(("la ", "le ")):
        # `la province a notifié 12 cas`, not `le gouverneur de la province`
        return None if hit.string[: hit.start()].endswith(" de ") else _only_region(places)
    return (earlier or named)[-1] if named and (len(keys) == 1 or earlier) else None


def _only_region(places: Places) -> PlaceName | None:
    """Return the one name that an article writes as a region: `le Haut-X`, `dans la X`; None where it writes several."""
    found: dict[str, PlaceName] = {}
    for name in places.names:
        entry = places.resolve(name).entry
        region = name.head is None and IS_REGION.search(places.text[max(0, name.span.start - 12) : name.span.start])
        if region and entry is None and name.role not in ("from", "function", "said"):
            found.setdefault(exact_key(name.name), name)
    return next(iter(found.values())) if len(found) == 1 else None


def side_of_town(span: Span, sentence: Span, places: Places) -> Place | None:
    """Return `X-Ouest` for `à l'ouest`, `côté ouest` in an article that has named `X-Est` or `X-Ouest`."""
    words = places.text[sentence.start : sentence.end].replace("’", "'")
    hit = OF_SIDE.search(words)
    if hit is None:
        return None
    side = hit["side"].capitalize()
    sided = [name for name in places.names if SIDED.search(name.name)]
    for name in sided:
        if name.name.endswith(f"-{side}"):
            return places.resolve(name)
    if not sided:
        return None
    whole = PlaceName(
        span=Span(sentence.start + hit.start(), sentence.start + hit.end()),
        name=SIDED.sub(f"-{side}", sided[0].name),
        role="in",
        rule="places.side",
    )
    return Place(name=whole, precision="region")


def set_by_item(span: Span, places: Places) -> PlaceName | None:
    """Return the place that opens a paragraph or a list's item as its topic: `- X : ...`, `X. – ...`."""
    text = places.text
    start = text.rfind("\n", 0, span.start) + 1
    first = next((name for name in places.names if start <= name.span.start and name.span.end <= span.start), None)
    if first is None or first.block is BlockKind.TITLE or not ITEM.match(text[start : first.span.start]):
        return None
    mark = re.match(r"(?: \([^)]*\))?\s*(?::|[–—]\s)", text[first.span.end : first.span.end + 40])
    if mark is None or (mark.group().strip() in "–—" and _is_dateline(text, start)):
        return None
    return first


def _is_dateline(text: str, start: int) -> bool:
    """Say whether `X – Le feu ...` at `start` opens a report, and no list: the first full paragraph, alone with its dash."""
    full = list(re.finditer(r"[^\n]{80,}", text))
    items = re.findall(r"(?m)^(?![-–—•*■►])[A-ZÀ-Þ][^\n.,;:–—]{1,30} [–—] ", text)
    return len(items) == 1 and bool(full) and full[0].start() == start


def pinned(name: PlaceName, places: Places) -> PlaceName:
    """Return the town that says where on a river, a sea or a range something happened: `sur le fleuve X, près de Y`."""
    # a country is never told with `sur le`, its river is
    known, before = places.resolve(name).entry, places.text[: name.span.start]
    river = known is not None and known.level == "country" and re.search(r"\b[Ss]ur (?:le|la) $", before[-8:])
    if name.rule != "places:relief" and not river:
        return name
    after = next((other for other in places.names if other.span.start >= name.span.end), None)
    if after is None or after.role not in ("in", "near", "parent") or after.rule == "places:relief":
        return name
    entry = places.resolve(after).entry
    wide = (entry is not None and entry.level in WIDE) or is_division(after)
    return after if not wide and PINS.fullmatch(places.text[name.span.end : after.span.start]) else name


def goes_on(span: Span, sentence: Span, places: Places) -> PlaceName | None:
    """Return the place of the sentence before where the same speaker goes on, or where the article has no town of its own."""
    text = places.text
    start = text.rfind("\n", 0, sentence.start) + 1
    words = text[sentence.start : sentence.end]
    told = text[sentence.start : span.start].replace("’", "'")
    if SUMS.search(words) or STATE.search(told) or TURNS.search(told) or FUNDS.search(words):
        return None
    main = places.main.entry if places.main else None
    loose = places.main is None or places.main.name.rule in LOOSE
    if not (GOES_ON.search(words) or loose or (main is not None and main.level == "country")):
        return None
    names = [name for name in places.names if start <= name.span.start and name.span.end <= sentence.start]
    for name in reversed(names):
        if not happened(name, places) or name.role == "between":
            continue
        clause = text[max(start, name.span.start - 60) : name.span.start].replace("’", "'")
        own = re.split(r"[.;:]\s", clause)[-1]
        brought = MOVED.search(own) is not None or TO_COME.search(own) is not None
        return None if re.search(r", dont\b[^.]*$", clause) or AFFILIATED.search(clause) or brought else name
    return None
