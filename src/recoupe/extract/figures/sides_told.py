"""A counted noun in its sentence in, the party that the words beside it give it to out: `11 blessés côté rebelles`."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.paragraph import Sentence
from recoupe.extract.statements.lexis import is_a
from recoupe.model.figure import Counted
from recoupe.model.span import Evidence, Span

# what ends the name of a party
SMALL = r"(?:et|ou|selon|mais|ont|sont|dont|dans|en|à|au|contre|sur|hier)\b"
DAYS = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
STOP = rf"(?=\s?(?:[.,;:()»]|$|\n)|\s(?:pour\b|{SMALL}|{DAYS}))"
WORDS = rf"(?P<name>(?:[^\W\d]|['’-])+(?:\s(?!pour\b|{SMALL})(?:[^\W\d]|['’-])+){{0,4}}?)"
# `onze blessés côté rebelles`, `trois morts dans les rangs de l'armée`
BESIDE = re.compile(
    rf"(?:\s[^\W\d]+(?:és?|ées?|is|ies?|us?|ues?))?\s(?:(?:du\s)?côté\s(?:de\sla\s|de\sl['’]|du\s|des\s|de\s)?"
    rf"|(?:dans|parmi)\sles\srangs\s(?:de\sla\s|de\sl['’]|du\s|des\s|de\s)){WORDS}{STOP}",
    re.IGNORECASE,
)
# `douze soldats de l'armée régulière`, `huit hommes du Mouvement pour le Nord`
OF_FORCE = re.compile(
    r"\s(?:[^\W\d]+(?:és?|ées?)\s)?(?:de\sl['’]|de\sla\s|du\s|des\s)(?P<name>(?:armée|Armée|garde|Garde|milice|police|gendarmerie"
    r"|Forces?|Mouvement|Front|Brigade|Groupement|Alliance|Union|Mission|Bataillon|Régiment|Légion|[A-Z]{3,8})\b"
    rf"(?:\s(?!{SMALL})(?:[^\W\d]|['’-])+){{0,6}}?)(?=\s?(?:[.,;:()»]|$|\n)|\s(?:{SMALL}|{DAYS}|[^\W\d]+(?:és?|ées?|aient|ent|ont)\b))"
)
# who is a party by what the words call him
REBELS = re.compile(
    r"(?:rebelles|miliciens|insurgés|d?jihadistes|séparatistes|talibans|mutins|loyalistes|paramilitaires)",
    re.IGNORECASE,
)
PARTIES = ("organisation", "group", "named_body")


def side_beside(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> tuple[str, Evidence] | None:
    """Return the party that the counted are said to belong to beside their noun, None where nothing says so."""
    noun = candidate.noun
    if noun is None:
        return None
    start = noun.idx + len(noun.text)
    text = sentence.text
    beside = BESIDE.match(text, start)
    if beside is not None and _is_party(beside["name"]):
        return _told(beside)
    if counted not in (Counted.COMBATANTS, Counted.POLICE):
        return None
    force = OF_FORCE.match(text, start)
    if force is not None:
        return _told(force)
    return None


def _is_party(name: str) -> bool:
    """Say whether words name a party: a force, a body, a crowd, an adjective of one, a proper name."""
    head = name.split()[0]
    sides = re.fullmatch(r"(?:rebelle|gouvernemental|loyaliste|[^\W\d]+(?:ais|ien|ain|ois))s?", head, re.IGNORECASE)
    return (
        (len(head) > 1 and head.isupper())
        or sides is not None
        or any(is_a(head, kind) for kind in PARTIES)
        or bool(REBELS.match(head))
    )


def _told(found: re.Match[str]) -> tuple[str, Evidence]:
    return found["name"], Evidence("side", "figures.side.beside", Span(*found.span("name")))
