"""The words before a proper name in, how they tie it to what is told out: the grammar of `dans le nord de X`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.lexicon import Entry, entries

SPACES = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "\n": " "})
OF = r"(?:de la |de l'|du |des |de |d')"
# `dans l'ancien X`: an adjective that a land or a river may have before its name
KNOWN_AS = r"(?:ancien(?:ne)?s? |petite? |grande? |vieux |vieille |lointaine? |turbulente? |paisible |seule? )?"
THE = (
    rf"(?:(?:toute |tout )(?=[A-ZÀ-Þ]|$)|(?:toute |tout )?(?:la |le |les |l'){KNOWN_AS}"
    r"|(?:l'ensemble |la totalité )(?:de la |du |des |de l'|de |d'))"
)
ANY_THE = (
    r"(?:toute la |tout le |la |le |les |l'|un |une |cette |ce |cet |ces |son |sa |leur |leurs |notre |nos |deux |plusieurs |trois |même "
    r"|autre |autres )"
)
# up to two words between a noun and its name: hôpital universitaire X, ville portuaire et martyre de X
# what a facility holds, sells or is built for: dépôt de carburant, salle de sport, marché aux poissons
FOR = (
    r"(?:(?: (?:de |d'|à |aux )(?!côté|proximité|partir|nouveau|entre|moins|plus|peine|abord)[a-zà-ÿœ-]+"
    r"(?: (?!de |du |des |d')[a-zà-ÿœ-]+)?)?(?= (?:de |du |des |d')))?"
)
NOT_ADJECTIVES = (
    r"(?:près|loin|autour|venue?s?|dépêchée?s?|originaires?|partie?s?|arrivée?s?|de|du|des|et|ou|à|au|aux|en|dans|est|a|sur"
    r"|par|que|qui|où|le|la|les|sans|avec|pour|mais|aussi|ainsi|comme|notamment|puis|encore|selon|après|avant|vers|depuis|contre)"
)
ADJECTIVES = rf"(?: (?!{NOT_ADJECTIVES}\b)[a-zà-ÿœ-]+){{0,2}}"
DISTANCE = re.compile(
    r"(?:kilomètres|kilomètre|km|milles|miles|mètres|heures|minutes)(?: de route)?(?: à vol d'oiseau)?(?: environ)?"
    r"(?: (?:plus )?(?:au|à l')[ ]?(?:nord|sud|est|ouest|nord-est|nord-ouest|sud-est|sud-ouest|large))? " + OF + "$"
)
# `la préfecture de X annonce`, but `dans la préfecture de X`
AUTHORITIES = frozenset({"préfecture", "sous-préfecture", "municipalité", "délégation"})
HELD = frozenset({"in", "near", "from", "to", "between"})
# `, a indiqué une source militaire à X`: words that stand after what was said
SPOKEN = re.compile(
    r"(?:,|»|\"|”) ?,? (?:l'|nous |m'|s'est )?(?:(?:a|ont|avait|avaient) )?(?P<verb>[a-zà-ÿ]+)(?! l')(?: (?!qu)[^,;:.»\" ]+){0,9} ?$"
)
# `partie dimanche soir de X`, but `dans une partie de X`
DEPARTED = re.compile(
    rf"(?<!une )(?<!la )(?<!grande )(?<!bonne )\b(?:[Pp]artie?s?|[Vv]enue?s?|[Aa]rrivée?s?|[Oo]riginaires?|[Ss]ortie?s?)"
    rf"(?:(?: (?!{NOT_ADJECTIVES}\b)[a-zà-ÿ0-9]+){{1,4}}| le \d{{1,2}} \w+) (?:de |d'|du |des )$"
)


# `a frappé mercredi avant l'aube le district de X`: the time between a verb and its place
WHEN = (
    r"(?:,? (?:[a-zà-ÿ]+ment|\w+di|dimanche|hier|aussi|tôt|tard|maintenant|désormais|toujours|également|déjà|aujourd'hui"
    r"|depuis (?:hier|avant-hier|\w+di|dimanche|(?:deux|trois|quatre|cinq|six|plusieurs|\d+) (?:jours|heures|semaines|nuits))"
    r"|en vain|sans relâche|ensemble|ce (?:matin|soir)|à nouveau|de nouveau|encore|le \d{1,2}(?:er)? [a-zéû]+|matin|soir"
    r"|après-midi|midi|avant l'aube|à l'aube|au petit matin|à la mi-journée|vers \d{1,2} ?h(?:eures)?(?: ?\d\d)?"
    r"|(?:dans|durant|pendant) la (?:nuit|matinée|soirée|journée)|(?:en|de) (?:début|fin|milieu) (?:de |d')[\w-]+"
    r"|(?:de )?(?:\w+di|dimanche) à (?:\w+di|dimanche)|en pleine nuit|de plein fouet),?){0,4}"
)


ROUTE = re.compile(r"\breli(?:e|ait|ant|er|ent|aient) [A-ZÀ-Þ][\w'-]+(?: [\w'-]+){0,3} $")
JOB = re.compile(
    r"[A-ZÀ-Þ][\w'-]+ [A-ZÀ-Þ][\w'-]+, (?!un\b|une\b|le\b|la\b|les\b|des\b|mort|\w+(?:é|i|u)(?:e|s|es)? )"
    r"[a-zà-ÿ][a-zà-ÿ-]+(?: [a-zà-ÿ'-]+){0,3} $"
)
# `ont pris la route de X`: where they go, and no road of that name
ON_ROAD = re.compile(
    r"\b(?:re)?(?:pris|prend|prennent|prenaient|prendre|prenant|prendront)(?: \w+| en sens inverse){0,2} (?:la|le) "
    r"(?:route|piste|chemin)$"
)
# `Plus à l'ouest, vers X, l'armée ...`, `Jusqu'à X, des milliers ...`: a sentence that is set somewhere
SET_TOWARD = re.compile(
    r"[«“\" ]*(?:(?:[Pp]lus )?(?:[Aa]u |[ÀAà] l'|[Ll]oin|[Pp]lus)[^,;:.]{0,30}, vers|[Vv]ers|[Jj]usqu'(?:à|au|aux|en)) (?:la |le |les |l')?"
)
# `260 de X et 56 de Y`: people of a town whose noun is left out
COUNTED_OF = re.compile(r"(?<![\d,.] )(?<![\d,.])\d[\d\u00a0 ]*\d (?:de |d')$")
# `a demandé dimanche à X`: whom words are addressed to, with a time between
ADDRESSED = re.compile(rf"\b(?:demand|réclam|ordonn|enjoi|reproch|suggér|recommand|intim|conseill)[a-zé]+{WHEN} $")
# what an authority's house is called by
BUILDING = re.compile(r"(?:mairie|tribunal|université|faculté|gendarmerie)\b")
IN_FRONT = re.compile(
    r"\b(?:[Dd]evant|[Dd]errière|[Dd]ans|[Ff]ace à|[ÀàA]|[Pp]rès de|[Aa]utour de|[Dd]ans la cour de|[Ss]ous les fenêtres de|aux abords de) "
    r"(?:la |le |l')$"
)
# `un diplomate en poste à X`
POSTED = re.compile(r"\b(?:[Uu]ne? |[Ll]e |[Ll]a |[Ll]'|, )[a-zà-ÿ-]+(?: [\w'-]+){0,3} en poste $")
POINTING = re.compile(r"\b(?:[Cc]ette?|[Cc]et) (?:petite? |grande? |même |vieille |modeste )?$")


@dataclass(frozen=True, slots=True)
class Context:
    """How a name stands: its role, the rule that says so, the noun it hangs on and where that noun begins.

    `noun_entry` is the lexicon entry of the noun; `link` what stands between the noun and the name (` de la `, ` `).
    """

    role: str
    rule: str
    noun: str | None = None
    noun_start: int | None = None
    noun_entry: Entry | None = None
    link: str = ""
    local: bool = False


@cache
def _entries(group: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries("fr", "places") if entry.extra.get("role") == group)


def _alternatives(forms: tuple[str, ...]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


@cache
def _patterns(group: str) -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    """Compile the entries of a group, each anchored at the end: at where the name begins."""
    made = []
    for entry in _entries(group):
        forms = _alternatives(entry.forms)
        if group == "noun":
            number = r"(?:\d{1,2}(?:er|e|ème) )?" if entry.extra["keep"] == "always" else ""
            kept = FOR if entry.means == "facility" and entry.extra["keep"] == "own" else ""
            pattern = rf"(?<![\w-])(?P<noun>{number}(?i:{forms}){ADJECTIVES}{kept})(?P<link> {OF}| )$"
        elif group in ("part", "event"):
            pattern = rf"(?<![\w-])(?i:{forms}){ADJECTIVES} {OF}$"
        elif group == "aid":
            pattern = rf"(?<![\w-])(?i:{forms}){ADJECTIVES} pour {THE}?$"
        elif group == "office":
            pattern = rf"(?<![\w-])(?:{forms}){ADJECTIVES} {OF}$"
        elif group == "verb":
            pattern = rf"(?<![\w-])(?:{_with_article(entry.forms)}){WHEN}(?: {THE}| )?$"
        else:
            pattern = rf"(?<![\w-])(?i:{_with_article(entry.forms)})(?: ?{THE}| )?$"
        made.append((entry, re.compile(pattern)))
    return tuple(made)


def _with_article(forms: tuple[str, ...]) -> str:
    """Return a pattern of the forms whose last `de` or `à` may be melted with an article: près du, au large des."""
    made = []
    for form in sorted(forms, key=len, reverse=True):
        if form.endswith(" de"):
            made.append(re.escape(form[:-3]) + " (?:de la|de l'|du|des|de|d')")
        elif form == "à":
            made.append("(?:à|À|A)(?: la| l')?")
        elif form.endswith(" à"):
            made.append(re.escape(form[:-2]) + " (?:à la|à l'|à|aux|au)")
        else:
            made.append(re.escape(form))
    return "|".join(made)


def context(before: str) -> Context:
    """Return how the words before a name tie it to what is told; role `bare` where nothing does.

    >>> context("douze morts dans le nord de ").role, context("selon le maire de ").role
    ('in', 'function')
    >>> context("un incendie à l'hôpital ").noun
    'hôpital'
    """
    before = before.translate(SPACES)
    return _noun_phrase(before) or _plain(before) or Context("bare", "places.bare")


def _noun_phrase(before: str) -> Context | None:
    best: tuple[int, Entry, re.Match[str]] | None = None
    for entry, pattern in _patterns("noun"):
        hit = pattern.search(before)
        # the noun nearest to the name; of nouns that begin together, the longest
        if hit and (best is None or hit.start() > best[0]):
            best = (hit.start(), entry, hit)
    if best is None:
        return None
    start, entry, hit = best
    noun = hit["noun"]
    if entry.means == "facility" and hit["link"] != " " and ON_ROAD.search(before[:start] + noun.casefold()):
        return Context("in", entry.name)
    if hit["link"] == " " and noun.casefold() in ("état", "etat", "états", "etats"):
        # `la conseillère d'État Jeanne Petit`
        return None
    if hit["link"] == " " and " " in noun and noun.casefold() not in entry.forms and entry.extra["keep"] == "never":
        return None
    if (
        noun[0].isupper()
        and noun[1:4] != "tat"
        and entry.means in ("settlement", "division")
        and _inside(before[:start])
    ):
        return Context("function", "places:office.local", local=True)
    outer = before[:start]
    while (article := re.search(rf"(?:^|(?<=[\s'(«\"])){ANY_THE}$", outer)) is not None:
        outer = outer[: article.start()]
    led = context(outer) if outer != before else Context("bare", "places.bare")
    if led.noun is not None:
        led = Context(led.role, led.rule, local=led.local)
    role = led.role
    if noun.casefold() in AUTHORITIES and role not in HELD:
        return Context("function", "places:office.local", local=True)
    if role == "toward":
        # `une attaque contre le village de X`: what is attacked is where it happens
        role = "in"
    if led.rule == "places.seat_of":
        return led
    if entry.means == "capital" and hit["link"] != " ":
        return Context("parent", "places.seat_of")
    if entry.means in ("settlement", "division") and re.search(r"\b[Pp]ar $", outer):
        # `des chiens prêtés par la ville de X`
        return Context("function", "places:office")
    if entry.means == "settlement" and hit["link"] in (" du ", " de la ", " de l'") and POINTING.search(before[:start]):
        # `dans cette bourgade du X`: the town named before, which lies there
        return Context("parent", "places.seat_of")
    if role in ("bare", "of") and _plain_of(outer) and entry.means == "facility":
        role = "in"
    return Context(role, entry.name, noun, start, entry, hit["link"], led.local)


def _inside(outer: str) -> bool:
    """Say whether more than the opening of a sentence stands before a noun: there, a capital means an authority."""
    return bool(re.search(r"[\w»\"'] ?$", outer.strip())) and not re.search(r"[.:–—(•] ?$", outer.strip())


def _plain_of(outer: str) -> bool:
    return bool(re.search(rf"{OF}$", outer))


def _plain(before: str) -> Context | None:
    # « ... » and the like do not part a verb from its place: `doivent "sortir" de X`
    before = re.sub(r" ?[\"«»“”] ?", " ", before)
    if DISTANCE.search(before):
        return Context("distance", "places.distance")
    if DEPARTED.search(before):
        return Context("from", "places:from")
    if SET_TOWARD.fullmatch(before):
        return Context("near", "places.set_toward")
    if COUNTED_OF.search(before):
        return Context("in", "places.counted_of")
    for group in ("office", "aid", "preposition", "event", "part", "verb"):
        best = None
        for entry, pattern in _patterns(group):
            hit = pattern.search(before)
            if hit and (best is None or hit.start() < best[1].start()):
                best = (entry, hit)
        if best is None:
            continue
        entry, hit = best
        if group == "office" and IN_FRONT.search(before[: hit.start()]) and BUILDING.match(hit.group()):
            # `devant la mairie de X`
            return Context("in", "places:in")
        if group == "preposition":
            return _of_preposition(entry, before[: hit.start()], hit.group())
        if group in ("event", "part"):
            led = context(re.sub(rf"{ANY_THE}$", "", before[: hit.start()]))
            role = led.role if led.role in ("near", "from", "to", "function", "said") else "in"
            return Context(role, entry.name if role == "in" else led.rule, local=led.local)
        return Context(entry.means, entry.name, local=bool(entry.extra.get("local")))
    if re.search(rf"(?<![\w-]){OF}$", before):
        return Context("of", "places.of")
    return None


def _of_preposition(entry: Entry, outer: str, preposition: str) -> Context:
    """Return the role of a preposition; a place right after words of speaking is where they were said."""
    if entry.means != "in":
        return Context(entry.means, entry.name)
    for speech, pattern in _speech():
        if pattern.search(outer):
            return Context("said", speech.name)
    if preposition.startswith("à") and (ADDRESSED.search(outer) or POSTED.search(outer)):
        return Context("toward" if ADDRESSED.search(outer) else "said", entry.name)
    if preposition.startswith("à") and ROUTE.search(outer):
        # `un train qui reliait X à Y`
        return Context("to", entry.name)
    if preposition.startswith("à") and JOB.search(outer):
        # `Jeanne Petit, médecin à X, juge ...`
        return Context("said", "places:speech")
    tail = SPOKEN.search(outer)
    if tail is not None and preposition.startswith("à") and _is_said(tail["verb"]):
        return Context("said", "places:speech")
    return Context("in", entry.name)


@cache
def _said() -> frozenset[str]:
    return frozenset(form for entry in _entries("speech") for form in entry.forms)


def _is_said(verb: str) -> bool:
    return verb in _said() or f"{verb}é" in _said() or verb.removesuffix("e") + "é" in _said()


@cache
def _speech() -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    return tuple(
        (entry, re.compile(rf"(?<![\w-])(?:{_alternatives(entry.forms)})(?: de l'[A-Z]\w+| de presse)?{WHEN} $"))
        for entry in _entries("speech")
    )
