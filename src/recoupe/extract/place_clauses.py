"""A figure's number and its sentence in, the place that stands in the sentence itself and belongs to it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.article_places import HAPPENED, WIDE, Places, at_sea
from recoupe.extract.gazetteer_keys import exact_key
from recoupe.extract.place_clock import CLOCK
from recoupe.extract.place_conjuncts import NUMBER, dealt_out, has_its_own, in_aside, is_gapped, of_another_act
from recoupe.model.article import BlockKind
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

# what a place after these words belongs to is another thing than the figure before them
BREAKS = re.compile(
    r"[;.!?](?:\s|$)|\s?:\s|[»”\"]\s*,|\bfois (?:la |le |l')"
    r"|, (?:et|mais|tandis|alors|pendant|après|avant|selon|d'après|a|ont|un|une|des|certains|d'autres) "
    # ... but `19 blessés, quand leur train a percuté un arbre à X` is one event
    # `6 800 autour de la base et le reste à X`
    r"| et (?:le reste|les autres|le solde|la plupart|davantage|quelques autres) "
    r"|, (?:quand|lorsque?) (?!(?:leurs?|son|sa|ses|ils?|elles?) )"
    r"|, (?:nous |m'|l'|s'est )(?:a |ont )?(?:fait savoir|indiqu|précis|expliqu|confi|racont|dit|appris|annonc)"
    r"|, (?:[\w'-]+ ){0,14}(?:étant|ayant) "
    # `Un lycéen tué, la grève s'étend à X`
    r"|, (?:l[ae] |l'|les )(?!plupart|moitié)(?:[\w'-]+ ){1,4}?(?:s'(?!est)|se |n'|ne |a |ont |est |sont |va |vont |doit |doivent )"
    r"|\bdont (?:certaine?s|plusieurs|la plupart|beaucoup)\b|\bà destination d|\ben provenance d"
    r"|\b(?:notamment|en particulier|pour l'essentiel|principalement|surtout|essentiellement) (?=(?:à|en|dans|au|aux|sur|près)\b)"
    r"|\b(?:tandis que|alors que|pendant que|selon|d'après(?!-midi)|à en croire)\b|-t-(?:il|elle|on)\b"
)
APPOSED = re.compile(r"^, (?:l[ae] |l'|une? )[^,;:.»]{2,60}(?=, )")
SOURCED = re.compile(r", (?:selon|d'après) [^,;.]+,(?= et )")
BREAKS_BACK = re.compile(
    r"[;.!?]\s|, (?:mais|tandis que|alors que) |, et (?![a-zà-ÿ]{3,}(?:é|i|u|is)(?:e|s|es)? )"
    r"|\b(?:la ville|la capitale|le chef-lieu|l'agglomération|la localité) "
    r"|\b(?:par ailleurs|en outre|de son côté|quant à|selon|d'après(?!-midi))\b"
)
PART = re.compile(r",\s*(?:dont|parmi lesquels|parmi lesquelles|y compris)\b")
# `Neuf, et non dix, ont péri à X`, `dont trois enfants, ont quitté X`: what stands between two commas
ASIDE = re.compile(
    # `300 personnes selon la police, 1 500 selon les organisateurs, ont défilé à X`
    r",? (?:selon|d'après) [^,;:»\"]+(?:, [^,;:»\"]*\b(?:selon|d'après) [^,;:»\"]+)*,"
    r"(?= (?:ont|sont|avaient|étaient|auraient|seraient|se|s'étaient)\b)"
    r"|, (?:dont|parmi lesquel(?:le)?s|et non|contre|soit|y compris|les plus|les moins|tous|toutes|surtout|pour la plupart"
    r"|en majorité) [^,;:]+,(?= (?:ont|a|sont|est|avaient|étaient|auraient)\b)"
)
# words of what an authority says or offers from where it sits
SPOKE = re.compile(
    r"\b(?:réclam|demand|exig|prome[ti]|promis|annonc|condamn|dénonc|appel[lé]|estim|juge|assur|affirm|déclar|plaid|propos"
    r"|débloqu|indiqu|dit\b|dite\b|dits\b|salu|souhait|évoqu|vote|voté|adopt"
    r"|jur[eé]|rétorqu|répliqu|admet|reconnaî|minimis|relativis|dément)"
)
# who decides for a country, as the subject of a sentence that is set in its capital
AUTHORITY = re.compile(
    r", (?:l[ae] |l'|les |une? )(?:[\w'-]+ )?(?:ministère|gouvernement|présidence|président|ministre|porte-parole|chancellerie|diplomatie"
    r"|Commission|exécutif|autorités)\b"
)
SUBJECT = re.compile(
    r"(?:, [^,;.:]{3,60},)?,? (?:(?:ne|va|vont|doit|pourrait) |n'|en |a |avait |y a )?"
    r"(?:compt|déplor|recens|enregistr|dénombr|totalis|concentr|accueill|héberg|abrit|manqu|dispos)|, \d[\d \u00a0.]* (?:âmes|habitants)"
    # `X, 45 lits, avait vingt-six pensionnaires`, `X, d'une capacité de 90 places`
    r"|, (?:d'une capacité de |prévue? pour |conçue? pour |bâtie? pour )?(?:quelque |environ )?"
    r"[\w\u00a0-]+(?: [\w-]+)? (?:lits|places|couchages|cellules|berceaux|détenus)\b"
)
# what one has to be given, and what one has left: `X a reçu 4 000 rations`, `X n'a plus que deux forages`
GETS = re.compile(
    r"(?:, [^,;.:]{3,60},)?,? (?:n'en |n'|ne |en |doit |devrait |devait |va )?(?:(?:a|avait|aura) (?:\w+ment |déjà )?"
    r"(?:reçue?s?|touché|obtenu|épuisé|plus que)|reçoit|recevra|recevait|recevoir|attend|attendait|n'avait plus|possède|possédait"
    r"|a (?=\d))\b"
    # `X en loge 36`
    r"|(?:, [^,;.:]{3,60},)? (?:n')?en (?:(?:a|ont|avait|aura) (?:déjà )?)?(?!env|prêt|fourni|livr|donn|prom|dépêch|offr)"
    r"[a-zà-ÿ]+ (?:que |déjà |encore |à peine |plus de |près de )?"
    rf"{NUMBER}(?=[,.;]| (?:autres|de plus|dans|à|au|depuis)\b|$)"
)
# ... and a town, which no state stands for: `X pleure onze enfants`
MOURNS = re.compile(r"(?:, [^,;.:]{3,60},)?,? (?:(?:a|avait) )?(?:pleur|enterr|inhum|perdu?\b)")
SUBJECT_HEAD = re.compile(
    r"(?:^|[.,;:!?…»–—•(] ?|\b(?:que|et|mais|où|dont) |\bqu['’])(?:[Ll]e |[Ll]a |[Ll]es |[Ll]['’])?$"
)
SUBJECT_OF = re.compile(r"(?:^|[.;:!?…»–—•] ?)(?:[LlCc]e |[LlCc]elui |[Ll]a |[Ll]['’])[\w-]+ (?:de |d['’]|du )$")
# `X, la ville voisine, où 12 ouvriers sont morts`, `au CHU de X, qui a rappelé 50 soignants`
WHERE = re.compile(
    # ... but not `X, dort dans un gymnase où`
    r"(?:,? \([^)]*\))?(?:, (?!où|qui)[^,;:.»]{2,60}(?=,)|, (?!où|qui)(?:(?!dans |sur |sous |au |à )[\w'’-]+ ){1,8}(?=où))?"
    r"(?:,? |(?<= ))où\b(?! que)[^;.:»,]*"
)
OF_WHICH = re.compile(r"(?:, [^,;:.»]{2,60})?,? dont (?:les?|la|l['’]|ses) (?:quelque |environ |près de |plus de )?")
WHICH = re.compile(r", qui [^;.:,»]*")
PROTEST = re.compile(r"\b(?:manifest|défil|rassembl|march|descend|réuni|accueill|tué|mort|bless|hospitalis)")
SCENE = re.compile(
    r"(?:À|A|Au|Aux|En|Dans|Sur|Devant|Sous|Près|Autour|Non|Du|De|Depuis|Chez|Hier|Et|Mais|Toujours|Aussi|Ailleurs|Seulement|Rien"
    r"|Plus|Ici|Là|Même|Déjà|Enfin|Or|Puis|Quant|Tout|Ce|Cette|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Le|Dès|Outre"
    r"|Entre|Vers|Parallèlement|\d+)\b"
)
# `Vingt minutes plus tard, à X, ...`, `Le lendemain matin, devant l'école de X, ...`
AT_TIME = re.compile(
    r"(?:(?:[\w-]+ ){1,3}(?:minutes?|heures?|jours?|nuits?|semaines?|mois|ans|instants?) (?:plus (?:tard|tôt)|après|avant|auparavant)"
    r"|(?:Peu|Juste|Aussitôt) (?:après|avant)|Au même (?:moment|instant)"
    r"|(?:Le|La) (?:lendemain|veille|surlendemain|même (?:jour|nuit|soir))(?: \w+)?"
    r"|(?:Dans|Durant|Pendant) la (?:nuit|soirée|matinée|journée|foulée)(?: \w+){0,3}|Ce (?:matin|soir|jour-là)|Cette nuit"
    r"|Vers \d+ ?h(?:eures)?(?: ?\d\d)?"
    r"|(?:Hier|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche)(?: (?:matin|soir|midi|après-midi))?"
    r"|À (?:l'aube|midi|minuit|la mi-journée|\d+ ?h(?:eures)?)),\s"
)
TOTAL = re.compile(r"\b(?:bilan|au total|en tout|total|porte à|portant à|porterait à|portait à)\b", re.IGNORECASE)
RAISED = re.compile(
    r"\b(?:ce qui|qui) (?:porte|portait|porterait|ramène|ramenait|fait passer)\b|, (?:portant|ramenant|faisant passer|alourdissant)\b"
)
OF_OTHERS = re.compile(
    r"\b\d[\d\u00a0]* (?:lycéens|élèves|étudiants|enfants|touristes|pèlerins|passagers|supporters|écoliers|collégiens"
    r"|ouvriers) (?:de |d'|du )$"
)
SHARED = re.compile(r" \(\d[\d \u00a0.]*[^()]{0,20}\)(?:,| et) ")
ABOARD = re.compile(r"\b(?:transport|convoy|emmen|ramen|embarqu)(?:ait|aient|ant|e|ent|ée?s?)\b|\bà (?:son )?bord\b")
# `12 élèves de X`, `12 des 60 élèves de X`, and with the noun left out `12 de X`, `40 % de X`
ATTACHED = re.compile(
    r"^(?: (?:des|de ces|de nos|de leurs|sur les) (?:quelque )?(?:\d[\d \u00a0\u202f.]*|[a-z]+(?:-[a-z]+)*))?"
    r" (?:[a-zà-ÿœ'’-]+ ){1,3}(?:de la |de l['’]|du |de |d['’])?$|^ (?:de la |de l['’]|du |de |d['’])$"
)


LONG_SCENES = ("Dans", "Sur", "Devant", "Sous", "Derrière")


def usable(name: PlaceName, places: Places) -> bool:
    entry = places.resolve(name).entry
    if name.role == "near" and entry is not None and entry.level in WIDE and not at_sea(name, places):
        return False
    if name.role in HAPPENED or name.role == "title":
        return True
    # `la deuxième ville de Syrie` names no town
    wide = entry is not None and entry.level in WIDE
    return name.head is not None and name.role in ("bare", "of") and not wide


def counts(text: str, name: PlaceName, places: Places) -> bool:
    """Say whether a place is the subject of a count: `X compte 4 000 habitants`, `X, 4 000 âmes, ...`."""
    start = max(text.rfind("\n", 0, name.span.start) + 1, name.span.start - 30)
    # ... and not `la force conduite par X compte 430 hommes`
    heads = SUBJECT_HEAD.search(text[start : name.span.start]) is not None
    # `Le dispensaire de X, dont les murs tiennent, en comptera 50`
    of = name.role == "of" and SUBJECT_OF.search(text[start : name.span.start]) is not None
    told = text[name.span.end :]
    if ((name.role == "bare" and heads) or of) and MOURNS.match(told):
        entry = places.resolve(name).entry
        return entry is None or entry.level not in WIDE
    if is_gapped(text[start : name.span.start], told):
        return True
    if name.role == "bare" and heads and GETS.match(told):
        entry = places.resolve(name).entry
        return entry is None or entry.level != "capital"
    return ((name.role == "bare" and heads) or of) and SUBJECT.match(told) is not None


def attached(between: str, name: PlaceName, places: Places) -> bool:
    """Say whether a name hangs on the counted noun itself: `12 élèves de X`."""
    entry = places.resolve(name).entry
    # `les cinq villes de Syrie`, and not `cinq soldats de Russie`
    wide = entry is not None and entry.level in WIDE
    return bool(ATTACHED.match(between)) and (name.head is not None or (name.role == "of" and not wide))


def in_sentence(
    text: str, span: Span, sentence: Span, here: Sequence[PlaceName], places: Places
) -> tuple[PlaceName, str] | None:
    after = next((name for name in here if name.span.start >= span.end), None)
    between = text[span.end : after.span.start].replace("’", "'") if after is not None else ""
    if re.search(
        r", (?:dont|et non|soit|c'est-à-dire|parmi lesquel(?:le)?s) (?:[\w']+ ){0,3}$",
        text[sentence.start : span.start],
    ):
        # `9 000 personnes, dont 3 000 enfants, ont quitté X`
        between = re.sub(r"^([^,;:]*),(?= (?:ont|a|sont|est)\b)", r"\1", between)
    if after is not None and SHARED.match(text[after.span.end : sentence.end]):
        # `46 cas, à X (38) et à Y (8)`: the whole is in both
        after = None
    if after is not None and (
        of_another_act(between, span.of(text))
        or dealt_out(between, text[after.span.end : sentence.end])
        or has_its_own(between, after, text[after.span.end : sentence.end])
    ):
        after = None
    if after is not None and _is_origin(text, span, sentence, after):
        after = None
    if after is not None and LEFT.search(text[span.end : after.span.start]):
        # `parmi les déplacés de X installés à Y`
        settled = next((name for name in here if name.span.start >= after.span.end), None)
        told = text[after.span.end : settled.span.start].replace("’", "'") if settled is not None else ""
        if settled is not None and settled.role in ("in", "near") and SETTLED.match(told) and not _broken(told):
            after = settled
            between = text[span.end : after.span.start].replace("’", "'")
    if after is not None and (
        _broken(ASIDE.sub("", between))
        or _in_next_clause(between, text[after.span.end : sentence.end].replace("’", "'"))
    ):
        after = None
    if after is not None and after.role == "bare" and OTHER_SUBJECT.search(between):
        after = None
    before = [
        name
        for name in here
        if name.span.end <= span.start
        and not in_aside(
            text[sentence.start : name.span.start].replace("’", "'"), text[name.span.end : span.start].replace("’", "'")
        )
    ]
    if OWN_SPOT.match(text[span.end : sentence.end].replace("’", "'")):
        before = []
    if before and re.fullmatch(
        r" (?:de |d'|des )(?:quelque |près de |plus de )?", text[before[-1].span.end : span.start]
    ):
        # `l'envoi à X de 200 soldats`
        return before[-1], "places.figure.before"
    # `Pays : à X, le bilan passe à 26`
    heads = before[1:] if before and before[0].role == "title" else before
    scene = heads[0] if heads and opens(text, sentence, heads[0]) else None
    if scene is not None and speaks(text[scene.span.end : span.start], scene, places):
        before, scene = before[1:], None
    if scene is not None and after is not None and not _narrower(after, scene, places):
        # `À X, 12 caves noyées à Y`: the place beside the counted thing, not one that comes later
        between = text[span.end : after.span.start]
        if not attached(between, after, places) and (
            len(between.split()) > 5 or after.rule not in ("places:in", "places:facility", "places:facility.named")
        ):
            after = None
    if after is not None:
        return after, "places.figure.after"
    if scene is not None and RAISED.search(text[scene.span.end : span.start]):
        # `À l'hôpital de X, deux blessés sont morts, ce qui porte à treize le nombre des tués`
        return None
    if scene is not None:
        # `En X, deux hôpitaux de Y ont reçu 26 blessés`
        inner = [name for name in before if name.span.start > scene.span.end and _is_within(name, scene, places)]
        told = text[inner[-1].span.end : span.start].replace("’", "'") if inner else ""
        if inner and not BREAKS_BACK.search(told) and not re.search(r"[,;:]", told):
            return inner[-1], "places.figure.before"
        return scene, "places.figure.scene"
    for name in reversed(before):
        if OF_OTHERS.search(text[sentence.start : name.span.start].replace("’", "'")):
            # `38 lycéens de X et quatre accompagnateurs`
            continue
        # `900 morts en X, d'après les ONG, et chassé 80 familles`
        # ... and `X, la ville voisine, pleure onze enfants`
        between = SOURCED.sub(",", APPOSED.sub("", text[name.span.end : span.start].replace("’", "'")))
        if not BREAKS_BACK.search(between) and not TOTAL.search(between):
            return name, "places.figure.before"
    return None


# `75 pompiers, l'État du X quarante`: the next clause's own subject
OTHER_SUBJECT = re.compile(r", (?:la |le |les |l')(?:[\w-]+ ){0,2}(?:de la |de l'|du |de |d')?$")
# `soixante-dix au gymnase de X, une vingtaine à la mosquée`: these are where no name says
OWN_SPOT = re.compile(
    r" (?:à la |à l'|au |dans (?:la |le |l'|une? |des )|chez (?:des |un |une |leurs? ))(?:mosquée|église|école|hôpital|morgue|gymnase|stade"
    r"|lycée|collège|clinique|dispensaire|mairie|caserne|prison|gare|port|chapelle|temple|couvent|parents|voisins?|voisines?|proches"
    r"|cousins?|amis)\b(?! (?:[A-ZÀ-Þ]|d[eu] |d'|des |[a-zà-ÿ]+ (?:[A-ZÀ-Þ]|d[eu] |d')))"
    # `six à X et quatre dans le centre`
    r"| (?:ailleurs|en ville|en (?:banlieue|périphérie)|dans (?:le centre|le reste|les environs|la périphérie|l'arrière-pays"
    r"|les (?:villages|communes|quartiers|localités|hameaux)(?: voisin[es]+| alentour)?))\b(?! (?:d[eu] |d'|des ))"
)
# those who left a place, and where they are now
LEFT = re.compile(
    r"\b(?:déplacé|évacué|chassé|expulsé|réfugié|délogé|rapatrié|sinistré|exilé)e?s? (?:de |d['’]|du |des )(?:la |l['’])?$"
)
SETTLED = re.compile(
    r",? (?:installé|réfugié|accueilli|hébergé|arrivé|logé|abrité|relogé|regroupé|massé|recueilli)e?s? "
    r"|(?: [^,;.:]{0,40})? (?:dorment|dormaient|vivent|vivaient|logent|logeaient|campent|campaient|s'entassent|s'entassaient|se serrent"
    r"|survivent|séjournent|errent|attendent|patientent|sont|étaient|ont été|ont trouvé (?:refuge|asile|abri)) "
)


def in_parentheses(text: str, span: Span, here: Sequence[PlaceName]) -> PlaceName | None:
    """Return the place that a number in brackets behind it holds for: `à X (38 cas) et à Y (8)`."""
    before = [name for name in here if name.span.end <= span.start]
    return (
        before[-1] if before and re.fullmatch(r" \((?:[a-zà-ÿ]+ )?", text[before[-1].span.end : span.start]) else None
    )


def where(
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
    after = [name for name in names if sentence.covers(name.span) and name.span.start >= span.end]
    told = text[span.end : after[0].span.start] if after else ""
    own = after and re.fullmatch(r"[^,;:.»()]{0,80}", told) and places.knows(after[0])
    if own and WHERE.fullmatch(between) and (after[0].role in ("in", "near") or attached(told, after[0], places)):
        # `À X, où deux ouvriers ont péri dimanche à Y`, `à X, où l'armée a pris quatre villages du district de Y`
        return after[0], "places.figure.after"
    if OF_WHICH.fullmatch(between):
        # `X et Y, dont les quelque 9 000 habitants`
        return last, "places.figure.where"
    if WHERE.fullmatch(between) or (facility and WHICH.fullmatch(between)):
        return last, "places.figure.where"
    return None


def _is_origin(text: str, span: Span, sentence: Span, name: PlaceName) -> bool:
    """Say whether a place tells where those aboard come from: `un car qui transportait 38 élèves de X`."""
    held = ABOARD.search(text[sentence.start : span.start]) is not None
    return held and name.rule == "places:part" and ATTACHED.match(text[span.end : name.span.start]) is not None


# `une trentaine de voitures ont brûlé et la caserne de X a été attaquée`: the place is in the subject of the next clause
NEXT_CLAUSE = re.compile(
    r"\b(?:ont|a|sont|est|avaient|avait|étaient|était)\b(?: [^,;:.]{2,80})? et (?:l[ae] |les |l'|une? |des |d'autres )[^,;:.]*$"
)
ITS_VERB = re.compile(r"[^,;:.»]{0,25}? (?:a|ont|est|sont|avait|avaient|était|étaient|s'est|se sont|reste|restent)\b")


def _in_next_clause(between: str, after: str) -> bool:
    return NEXT_CLAUSE.search(between) is not None and ITS_VERB.match(after) is not None


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


def opens(text: str, sentence: Span, name: PlaceName) -> bool:
    """Say whether a sentence is set in a place from its first words: `À X, ...`."""
    before = CLOCK.sub("", text[sentence.start : name.span.start]).strip(' \u00a0«“"–—-•')
    if name.block is BlockKind.TITLE:
        # `Pays : à X, ...`
        before = re.sub(r"^[^:]{2,40}[ \u00a0]?: ?", "", before)
        before = before[:1].upper() + before[1:]
    before = AT_TIME.sub("", before)
    before = before[:1].upper() + before[1:]
    follows = text[name.span.end : name.span.end + 2]
    if name.rule == "places:facility.named" and name.role == "bare" and not before:
        # `Avenue X, les pompiers pompent`
        return follows[:1] == ","
    if re.match(r"[Dd](?:e|u|['’]) ?[A-ZÀ-Þ]", before) and " " in before:
        # `De X à Y, la colère ...`
        return False
    if re.match(r"[Dd](?:e|u|es)\b", before) and re.match(r" (?:à|au|aux|en|jusqu)", text[name.span.end :]):
        # `De la mosquée de X au cimetière de Y`
        return False
    return (
        name.role in ("in", "near")
        and len(before.split()) <= (6 if before.startswith(LONG_SCENES) or name.head is not None else 3)
        and follows[:1] in (",", " ")
        and SCENE.match(before) is not None
    )


def speaks(words: str, scene: PlaceName, places: Places) -> bool:
    """Say whether `À X, le ministre promet ...` is set where an authority sits, which the report is not about."""
    entry = places.resolve(scene).entry
    main = places.main
    if entry is None or entry.level == "area" or main is None or exact_key(main.name.name) == exact_key(scene.name):
        return False
    abroad = places.country is not None and entry.country != places.country.country
    spoke = SPOKE.search(words)
    abroad = abroad and spoke is not None and scene.head is None
    seat = entry.level in ("capital", "country") or entry.population >= 300_000 or abroad
    spoke = spoke or re.match(r",[^,;]*\b(?:jugé|parlé|fait état)", words)
    spoke = spoke or AUTHORITY.match(words)
    return seat and words.startswith(",") and spoke is not None and not PROTEST.search(words)


def _is_within(name: PlaceName, scene: PlaceName, places: Places) -> bool:
    """Say whether a scene is a land, and another place of its sentence a town or a house."""
    wide, narrow = places.resolve(scene).entry, places.resolve(name).entry
    before = places.text[max(0, scene.span.start - 10) : scene.span.start]
    land = (
        wide.level in WIDE if wide is not None else re.search(r"\b(?:[Aa]u|[Ee]n|[Dd]ans l[ae]) $", before) is not None
    )
    return land and name.role not in ("parent", "from", "to") and (narrow is None or narrow.level not in WIDE)


def _narrower(name: PlaceName, than: PlaceName, places: Places) -> bool:
    wide, narrow = places.resolve(than).entry, places.resolve(name).entry
    if wide is not None and wide.level in WIDE:
        return narrow is None or narrow.level not in WIDE
    return narrow is None and name.head is not None
