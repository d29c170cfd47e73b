"""A line that ends in a colon, or a heading, and the figures below it in, each with the kind that it gives them all out."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.extract.figures.reason import OF_PEOPLE, THINGS
from recoupe.extract.reading import LocalFigure, Reading, Subject
from recoupe.model.article import BlockKind
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Evidence

OPENS = re.compile(r":[\s\u00a0»”\"]*$")
# `Nous réclamons :`, `Besoins de la commune :`
DEMANDS = re.compile(
    r"\b(?:exige|exigeons|exigent|réclam(?:e|ons|ent)|demand(?:e|ons|ent)|sollicit(?:e|ons|ent)|revendications?|requêtes?|besoins?|il\s(?:faut|manque))\b[^.:]{0,60}:\W*$",
    re.IGNORECASE,
)
DEMAND = "figures.kind.of_demand"
# how far from its sign an item may name what is demanded
AT_ONCE = 14
ITEM = re.compile(r"[\s\u00a0]*(?:[•·*►▪◦‣–—-]|\(?\w{1,2}[).])\s")
# what an item says only of what is counted, not of what befell it
UNSAID = re.compile(r"figures\.kind\.(?:none|by_counted)$|counted(?:_more)?:")
# what a heading says better: `Morts` over `8 détenus`
WEAK = "figures.kind.weak_noun"
HEADING = re.compile(r"[^.!?:«»]{2,48}|\W*combien\b[^.!]{2,48}\?", re.IGNORECASE)
# a line of a list without its sign: `Hôpital de Goma : 12 adultes`
LINE = re.compile(r"[^.:;,]{2,60}\s?:\s[^:.]{1,120}\W*$")
# a label of people that says of them what the program does not know: `Familles sans nouvelles d'un parent : 3`
LABELLED = re.compile(
    r"\b(?:personnes?|familles?|ménages?|foyers?|habitants?|proches)\s[^:\n]{6,60}\s?:\s$", re.IGNORECASE
)
# what a section may be of, whatever is counted in it
OF_SECTION = frozenset({
    Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.ILL, Kind.DETAINED, Kind.ABDUCTED, Kind.EVACUATED, Kind.DISPLACED, Kind.HOSTED,
    Kind.RESCUED, Kind.ESCAPED, Kind.RETURNED, Kind.DESTROYED,
})  # fmt: skip
BY_TOPIC = ("figures.kind.of_topic", "figures.kind.of_whole", "figures.kind.of_list", "figures.kind.of_antecedent")
# those whom a list of all that was sent may well deploy
GIVEN = frozenset({Counted.GOODS, Counted.MONEY, Counted.VEHICLES})


def lead_of(words: str, reading: Reading, lead: Subject | None) -> Subject | None:
    """Return what a paragraph that opens a list says of all its items; the one before it goes on over the items."""
    if OPENS.search(words) and DEMANDS.search(words) and not reading.figures:
        return Subject(Kind.DELIVERED, Counted.GOODS, DEMAND)
    if OPENS.search(words) and reading.subject is not None and not reading.figures:
        return reading.subject if reading.subject.kind is not Kind.OTHER else None
    if reading.kind is BlockKind.HEADING:
        named = HEADING.fullmatch(words.strip()) is not None and not reading.figures
        return reading.subject if named and reading.subject and reading.subject.kind in OF_SECTION else None
    return lead if ITEM.match(words) or LINE.fullmatch(words) else None


def under_lead(figure: LocalFigure, lead: Subject | None, before: str) -> LocalFigure:
    """Return a figure of a list with the kind of the line above it, where neither its own words nor its label give one.

    `before` is what stands in its paragraph before its number.
    """
    if lead is None or lead.kind is figure.kind or not is_fit(figure.counted, lead.kind):
        return figure
    if LABELLED.search(before):
        return figure
    if lead.entry == DEMAND and figure.span.start > AT_ONCE:
        # `– de rendre les corps, pour lesquels on a demandé 75 000 francs`
        return figure
    reasons = [why.rule for why in figure.evidence if why.field == "kind"]
    said = [
        rule
        for rule in reasons
        if not (UNSAID.match(rule) or rule in BY_TOPIC or rule.startswith(("tally:", "figures.tally")))
    ]
    if reasons and reasons[0] == WEAK and lead.kind in OF_SECTION:
        said = []
    elif figure.kind not in (Kind.OTHER, Kind.DEPLOYED, Kind.DELIVERED, Kind.EXPOSED):
        return figure
    if said or not reasons:
        return figure
    return replace(figure, kind=lead.kind, evidence=(*figure.evidence, Evidence("kind", "figures.kind.of_lead")))


def is_fit(counted: Counted, kind: Kind) -> bool:
    """Whether a line or a label may give its kind to what is counted below or behind it."""
    if kind in OF_PEOPLE:
        return counted not in THINGS
    if kind is Kind.DESTROYED:
        return counted in THINGS and counted is not Counted.MONEY
    return kind is Kind.DELIVERED and counted in GIVEN
