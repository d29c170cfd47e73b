"""The words between a number and a place that follows it in, whether the place belongs to another thing beside the number out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from recoupe.lexicon import closed
from recoupe.model.place import PlaceName
from recoupe.model.span import Span

# `dix camions par jour et le déminage de la route de X`: what is done beside, a noun made of a verb
ACT = re.compile(
    r"\bet (?:à |de |d')?(?:l[ae] |l'|leur |une? |du )(?!(?:bâti|loge|campe|établisse|départe|apparte|monu|arme|équipe)ments?\b"
    r"|(?:st|plant|habit|popul)ations?\b|(?:vill|gar|barr|pass|pâtur)ages?\b|(?:voi|cein|toi)tures?\b)"
    r"[a-zà-ÿ]{2,}(?:age|tion|sion|ment|ture|ance)s? [^,;:.]*$"
)
# `4 120 évacués, soit 2 560 de X et 1 560 de Y`
NAMELY = re.compile(r",? (?:soit|à savoir|c'est-à-dire)\b[^;:.]*$|\s?:\s[^;.]*$")


# `dès mercredi, avec 75 tonnes de céréales stockées à X`; `, soit davantage que le lac de X`
LIKENED = re.compile(r"\b(?:davantage|autant|l'équivalent) (?:que |qu'|de )|\bcomme (?=à |en |au )")
# `50 000 à peine, répliquait hier un fonctionnaire à X`
SPEAKS = re.compile(
    r", (?:répliqu|rétorqu|répond|di[ts]|corrig|assur|affirm|concèd|préten|jur|soutien|avan[cç]|rectifi|précis|indiqu|estim"
    r"|calcul|glisse|raconte)[a-zé]* (?:[a-zà-ÿ'-]+ ){0,2}?(?:l[ae] |l'|les |une? |des |M\. |Mme )"
)
# `1 500 personnes ont accompagné la monitrice, fauchée avec quatre autres à X`: one alone
ONE_ALONE = re.compile(
    r", (?!(?:côt|march|soci|malgr|libert|quantit|journ|ann|soir|mi-journ)ée?\b)[a-zà-ÿ]{3,}(?:é|ée) "
    r"(?=avec |par |dans |en |à |au |lors |sur |près |devant |sous |hier |lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche |le )"
)


def _number() -> str:
    words = "|".join(closed("fr", "numbers", "words")["words"])
    return rf"(?:\d[\d \u00a0\u202f.]*|(?:{words})(?:[ -](?:{words}))*)"


NUMBER = _number()


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf", avec (?:quelque |près de |plus de |environ )?{NUMBER}\b")


def of_another_act(between: str, number: str) -> bool:
    """Say whether a place hangs on an act named beside the counted thing: `300 tentes et la réouverture du dispensaire de X`,

    on what stands beside it, on who speaks of it, or on one person where the number counts several.
    """
    if ACT.search(between) or _beside().search(between) or LIKENED.search(between) or SPEAKS.search(between):
        return True
    return number.casefold() not in ("un", "une", "1") and ONE_ALONE.search(between) is not None


def dealt_out(between: str, after: str) -> bool:
    """Say whether the place behind a sum holds one of the parts that it is dealt out in: `46, à savoir 32 à X et 14 à Y`."""
    named = NAMELY.search(between)
    if named is None or not re.search(rf"\b{NUMBER}\b", named.group()):
        return False
    return re.match(rf"[^;:.]{{0,60}}?(?:,| et) (?:[a-zà-ÿ]+ ){{0,2}}{NUMBER}\b", after) is not None


# `Le CHU de X soigne neuf brûlés et la clinique de Y, à Z, cinq`: the next of those that have each a number
NEXT_OF_THEM = re.compile(
    r"(?:,| et|, et|\s?;) (?:l[ae] |l'|les |celui |celle |ceux )?(?:[\w-]+ ){0,3}(?:de la |de l'|du |des |de |d')?$"
)


@cache
def _own_number() -> re.Pattern[str]:
    return re.compile(
        rf"(?: \([^()]*\))?(?:, [^,;.:]{{2,40}})?,? (?:en (?:a |avait )?\w+ |quelque |environ )?"
        rf"{NUMBER}(?: [a-zà-ÿ]+)?(?=[.,;]| et |$)"
    )


def has_its_own(between: str, name: PlaceName, after: str) -> bool:
    """Say whether a place behind a number opens a next link that leaves its verb out: `l'hôpital de X neuf, celui de Y cinq`."""
    return (
        name.role in ("bare", "of")
        and NEXT_OF_THEM.search(between) is not None
        and _own_number().match(after) is not None
    )


def is_gapped(before: str, after: str) -> bool:
    """Say whether a place stands for its like in the last links of a chain: `l'hôpital de X neuf, celui de Y, cinq`."""
    return (
        re.search(r"\b(?:celui|celle|ceux|celles) (?:de la |de l['’]|du |de |d['’])$", before) is not None
        and re.match(rf",? {NUMBER}(?=[.,;]|$)", after) is not None
    )


# `L'amicale des riverains, fondée à X, réclame 12 pompes`: where a body or a person came to be what it is, not what it counts
CAME_TO_BE = re.compile(
    r", (?:créé|fondé|né|réuni|élu|formé|constitué|consulté|interrogé|joint|contacté|rencontré|cité|publié|diffusé|paru|signé|rendu"
    r"|daté|mis en ligne|enregistré|invité|reçu|basé|convoqué|diplômé|originaire)e?s?\b[^,;:.]*$"
    r"|, dont le (?:siège|quartier général) [^,;:.]*$"
)


def in_aside(before: str, after: str) -> bool:
    """Say whether a place stands in words set between commas that tell where a body came to be, was met or was heard."""
    return CAME_TO_BE.search(before) is not None and re.match(r"[^,;:.]{0,30}, (?!et |ou )", after) is not None


# `onze plongeurs de X`, `quarante soldats de la base de X`
OF_THEIRS = re.compile(r"^ (?:[a-zà-ÿœ'’-]+ ){1,3}(?:de la |de l['’]|du |de |d['’])(?:[a-zà-ÿ]+ (?:de |d['’]))?$")


def without_origins(text: str, span: Span, sentence: Span, here: Sequence[PlaceName]) -> list[PlaceName]:
    """Return the places of a sentence but for the one that those sent come from: `onze plongeurs de X sont attendus à Y`."""
    after = next((name for name in here if name.span.start >= span.end), None)
    if after is None or not OF_THEIRS.match(text[span.end : after.span.start]):
        return list(here)
    theirs = after.role == "of" or after.head is not None
    return [name for name in here if name is not after or not theirs]


def is_of_body(name: PlaceName, text: str) -> bool:
    """Say whether a facility is named only after the body that holds it, whose letters the text gives: `la base de la Minusca`."""
    if name.head is None or " " not in name.name:
        return False
    letters = re.match(r" \([A-Z][A-Za-z]{2,6}\)", text[name.span.end : name.span.end + 12])
    if letters is not None and name.head in ("institut", "laboratoire", "établissement", "complexe", "site"):
        # `L'Institut national des sols (INS) a analysé 64 échantillons`
        return True
    last = re.split(r"[ '’]", name.name)[-1]
    return (
        re.search(rf"\({re.escape(last)}\)", text) is not None
        or re.fullmatch(r"ONU|Onu|HCR|OIM|MSF|CICR|PAM|OTAN|Croix-Rouge|Croissant-Rouge|Unicef|UNICEF|Médecins", last)
        is not None
    )
