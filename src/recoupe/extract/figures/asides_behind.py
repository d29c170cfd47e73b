"""A counted noun in its sentence in, where the sentence goes on behind an aside or a part of the counted out."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.governing import has_own_verb
from recoupe.extract.figures.tree import shows
from recoupe.extract.paragraph import Sentence

# `huit personnes, selon un bilan provisoire, ont péri`, `, la plupart originaires du Nord, sont`
ASIDE_BEHIND = re.compile(
    r"(?P<before>[^,.;:«»()]{0,60}),\s(?!(?:et|ou|puis|mais|dont|soit)\b)[^,.;:«»()]{3,90},\s"
    r"(?=(?:ont|sont|étaient|avaient|auraient|seraient|furent|restent|demeurent|doivent|devaient|devront|devraient|seront|auront|peuvent|se|ne|y|en)\s|[sn]['’]"
    r"|[^\W\d]+(?:aient|èrent|irent|ent)\b)"
)
# `, dont 62 enfants et deux infirmiers, `
PART_BEHIND = re.compile(
    r"[^,.;:]{0,40},\s(?:dont|soit|parmi\slesquel\w+|y\scompris)\b(?:[^,.;:]|\.(?=\d))*"
    r"(?:,(?!\s(?:ont|a|sont|est|était|étaient|avait|avaient|aurait|auraient|serait|seraient|furent|se|ne|y|en)\s|\s[ns]['’])"
    r"[^,.;:]*?(?:\set\s)[^,.;:]*)?,\s"
)


def behind_aside(sentence: Sentence, candidate: Candidate) -> int | None:
    """Return where the sentence goes on behind an aside between commas: the plural verb there is that of the counted."""
    hit = ASIDE_BEHIND.match(sentence.text, candidate.quantity.reach)
    if hit is None or has_own_verb(candidate):
        return None
    verb = next((token for token in sentence.doc if token.idx >= hit.end()), None)
    if verb is None or verb.pos_ not in ("VERB", "AUX", "PRON", "ADV"):
        return None
    told = any(
        hit.start() <= token.idx < hit.end("before") and shows(token, "VerbForm", "Fin") for token in sentence.doc
    )
    return None if told else hit.end()


def behind_part(sentence: Sentence, candidate: Candidate) -> int | None:
    """Return where the sentence goes on behind `, dont 62 enfants,`: the verb there is the whole's."""
    hit = PART_BEHIND.match(sentence.text, candidate.quantity.reach)
    return hit.end() if hit else behind_aside(sentence, candidate)
