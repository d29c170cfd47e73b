"""People and a verb of going with a proper name for its goal in, that they fled out: `ont gagné l'Arménie`, `sont entrés au Liban`.

Neither the verb nor the name says it: soldiers, athletes and delegates go to places too, and are not meant.
"""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.nearby import crosses, scope, verb_in
from recoupe.extract.figures.reason import Reason
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Span

# who lives somewhere; those who are named by what they do may go for that
RESIDENT = re.compile(
    r"(?:personne|habitant|civil|famille|ménage|foyer|villageois|riverain|âme|réfugié|déplacé|sinistré|rescapé|exilé|citoyen|résident|résidant"
    r"|femme|enfant|individu|citadin|paysan|cultivateur|éleveur|berger|pêcheur|demandeur|sans-abri|survivant|ressortissant|insulaire)\w*",
    re.IGNORECASE,
)
PEOPLE = frozenset({
    Counted.PEOPLE, Counted.CIVILIANS, Counted.CHILDREN, Counted.WOMEN, Counted.FAMILIES, Counted.REFUGEES,
})  # fmt: skip
NAME = r"(?-i:[A-ZÀ-ÖØ-Þ][^\W\d_][\w'’-]*)"
REACHED = (
    r"(?:(?:ont|avaient|auraient|ayant)\s(?:\w+\s){0,2}?(?:gagné|rejoint|rallié|atteint)"
    r"|(?:gagnent|gagnaient|gagnant|rejoignent|rejoignaient|rejoignant|ralliaient|rallient|atteignent|atteignaient)"
    r"|(?:pu|cherchent\sà|cherchaient\sà|tentent\sde|tentaient\sde|espèrent|parvenue?s\sà|réussi\sà)\s(?:gagner|rejoindre|rallier|atteindre))"
    rf"\s(?:[^.;:,\d]{{0,20}}\s)?(?:la\sville\sde\s|le\sterritoire\s(?:du\s|de\sla\s)|l['’]île\sde\s|l['’]|la\s|le\s|les\s)?{NAME}"
)
ENTERED = (
    r"(?:(?:sont|étaient|seraient)\s(?:\w+\s){0,2}?(?:entrée?s|passée?s|descendue?s|remontée?s|repliée?s)|(?:ont|avaient|auraient)\spénétré"
    r"|(?:entr|pénètr|pénétr|pass|descend|converg|s['’]achemin|se\sdirig|se\srepli)(?:ent|aient))"
    rf"\s(?:[^.;:,\d]{{0,25}}\s)?(?:au|aux|en|à|sur|vers|dans)\s(?:l['’]|la\s|le\s)?{NAME}"
)
GOES = re.compile(rf"(?<![\w’'-])(?:{REACHED}|{ENTERED})", re.IGNORECASE)
# what one goes for who does not flee
ERRAND = re.compile(
    r"\b(?:pour\s(?:les?|la|l['’]|y|des?|un|une|assister|participer|voter|travailler|étudier|célébrer|rentrer|retourner|regagner|renforcer|aider|acheter|manifester|se\s(?:recueillir|faire\ssoigner))"
    r"|à\sl['’]occasion|afin\sde\s(?:participer|voter)|chez\s(?:eux|elles)|leurs?\s(?:pays|foyers?|villages?|maisons?)|d['’]origine|natale?)\b",
    re.IGNORECASE,
)


def _may_live_there(noun: str) -> bool:
    return RESIDENT.fullmatch(noun) is not None or noun[0].isupper()


def towards_a_name(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read where residents went whom a verb of going and a name behind it tell of."""
    noun = candidate.noun
    if counted not in PEOPLE or (noun is not None and not _may_live_there(noun.text)):
        return None
    start, end = scope(candidate, sentence)
    hit = GOES.search(sentence.text, start, end)
    if hit is None or crosses(sentence, start, hit.start()) or ERRAND.search(sentence.text, start, end):
        return None
    verb = verb_in(sentence, hit.start(), hit.end())
    return Reason(
        Kind.DISPLACED, "figures.kind.towards_a_name", "figures.kind.phrase", Span(hit.start(), hit.end()), verb
    )
