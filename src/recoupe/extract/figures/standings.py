"""A figure and its sentence in, what its words say of when it stood without naming a day: before, then, or now again."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.events import is_event, is_tally
from recoupe.extract.figures.other_blows import of_another_blow
from recoupe.extract.paragraph import Sentence
from recoupe.extract.reading import Dated
from recoupe.model.moment import Moment
from recoupe.model.span import Span

_HEDGED = r"(?:(?:plus|près|moins)\sde\s|environ\s|quelque\s)?"
# `le bilan est passé de 12 à 15 morts`: the first number is that of before
FROM = re.compile(
    r"\b(?:pass|mont|tomb|grimp|bondi|ramen|relev|port|révis|recul|chut|baiss|descend|redescend)\w*\b[^.;:!?]{0,60}?"
    rf"\b(?:de|des|d['’])\s?{_HEDGED}$",
    re.IGNORECASE,
)
TO = re.compile(rf"(?:\s[\w’'-]+){{0,4}}?\sà\s{_HEDGED}[\d\w]")
_COUNT = r"(?:bilan|décompte|chiffre|total|pointage|comptage)\w*"
FIRST = re.compile(
    rf"\b(?:premier|précédent|ancien)\w*\s{_COUNT}[^.;]{{0,30}}\s(?:de|d['’]|à)\s?{_HEDGED}$"
    rf"|\b{_COUNT}\s(?:précédent|initial|antérieur)\b[^.;]{{0,30}}$",
    re.IGNORECASE,
)
# `la mairie, qui avait initialement parlé de neuf noyés`
HAD_SAID = re.compile(
    r"\bav(?:ait|aient)\s(?:d['’]abord|initialement|dans\sun\spremier\stemps|jusque-là|jusqu['’]alors|précédemment|auparavant)\s[^.;:!?]{0,40}$",
    re.IGNORECASE,
)
# `31 morts, contre 23 dans un premier temps`
AGAINST = re.compile(rf"\bcontre\s{_HEDGED}$", re.IGNORECASE)
AT_FIRST = re.compile(
    r"[^.;,]{0,30}\b(?:dans\sun\spremier\stemps|auparavant|initialement|jusque-là|jusqu['’]alors|précédemment)\b", re.I
)
# `le jour des faits`, `au moment de l'impact`, `pendant les troubles`
THEN = re.compile(
    r"\b(?:le\sjour|au\smoment|à\sl['’]heure|pendant|durant)\s(?:du\s|des\s|de\sla\s|de\sl['’]|l['’]|les\s|la\s|le\s)(?P<noun>[\w-]+)",
    re.IGNORECASE,
)
FACTS = frozenset("faits drame impact troubles choc".split())
# `comptait 90 000 habitants avant l'invasion`
AHEAD = re.compile(r"\bavant\s(?:l['’]|les\s|la\s|le\s|cette\s|ce\s)(?P<noun>[\w-]+)", re.IGNORECASE)
# `en moyenne 24 morts par hiver`, `Chaque année, la mousson fait 300 morts`: of no year that is told
YEARLY = re.compile(
    r"[^.;:!?]{0,40}?\b(?:par\s(?:an|hiver|été|saison)|chaque\s(?:année|hiver|été|saison)|en\smoyenne\sannuelle)\b",
    re.IGNORECASE,
)
EACH_YEAR = re.compile(r"^\W*(?:en\smoyenne,?\s)?chaque\s(?:année|hiver|été|saison)\b[^.;:!?]*$", re.IGNORECASE)
# `un vendredi ordinaire`, `d'habitude`, `en temps normal`: of no day that is told
_HABIT = (
    r"(?:(?:un|une|les)\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jour|journée|soir|nuit|semaine|mois|année)s?\s"
    r"(?:ordinaires?|norma(?:l|le|ux)|comme\sles\sautres|de\smarché)|d['’](?:habitude|ordinaire)|habituellement|ordinairement"
    r"|en\s(?:temps|période|année)\s(?:normale?|ordinaire)|à\sl['’](?:ordinaire|accoutumée))"
)
HABIT_BEHIND = re.compile(rf"[^.;:,!?]{{0,40}}?\b{_HABIT}\b", re.IGNORECASE)
HABIT_BEFORE = re.compile(
    rf"(?:^\W*{_HABIT}\b|\b(?:d['’]habitude|d['’]ordinaire|ordinairement|habituellement|généralement|en\stemps\snormal))[^.;:!?\d]*$",
    re.IGNORECASE,
)
# `reçoit 90 patients par jour`: a rate runs from no blow
RATE = re.compile(
    r"[^.;:,!?\d]{0,35}?\b(?:par\s(?:jour|nuit|semaine|heure|mois)|chaque\s(?:jour|nuit|semaine|mois)|quotidiennement)\b",
    re.IGNORECASE,
)
# `contre 12 % avant la crise`: as it was before it, whatever it is called
BEFORE_IT = re.compile(
    r"[^.;:,!?\d]{0,40}?\bavant\s(?:l['’]|les\s|la\s|le\s|cette\s|ce\s)(?!(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|fin)\b)[^\W\d]{3}",
    re.IGNORECASE,
)
COMPARED = re.compile(rf"\b(?:contre|au\slieu\sde|alors\squ['’]ils?\sétaient)\s{_HEDGED}$", re.IGNORECASE)
# `Quelque 200 000 habitants vivent toujours dans la ville`: so it is on the day of the report
STILL = re.compile(
    r"[^.;:!?«»]{0,60}?\b(?:(?:est|sont|(?!souv|récemm|seulem|présent\b)[^\W\d]+(?:[^aè]t|ent|ient|e))\s(?:encore|toujours)|restent?|demeurent?)\b",
    re.IGNORECASE,
)
# `Les assaillants, une vingtaine, sont repartis`, `une quarantaine d'assaillants`: as many as they were when they struck
_ATTACKERS = (
    r"(?:assaillants?|agresseurs?|attaquants?|ravisseurs?|tireurs?|pirates?|braqueurs?|kamikazes?|incendiaires?|émeutiers?|mutins?"
    r"|hommes\s(?:lourdement\s|en\s)?arm(?:és|es)|individus\sarmés)"
)
ATTACKING = re.compile(
    rf"\b{_ATTACKERS}(?:\s[^\s,;.:]+){{0,2}}\s?[,(–—]\s?(?:au\snombre\s(?:de\s|d['’]))?[«\"]?\s?{_HEDGED}$",
    re.IGNORECASE,
)
ATTACKERS = re.compile(rf"^\s(?:d['’]|de\s|des\s)?(?:[^\W\d]+\s)?{_ATTACKERS}\b", re.IGNORECASE)
# `640 familles lundi, 812 désormais`: the count of now is not that of the day before it
NOW_AGAIN = re.compile(
    r"[,:;].*\b(?:désormais|maintenant|à\sprésent|(?:n['’]|ne\s)[^,;:]{0,25}\splus\sque)\b[^,;:]*$", re.I
)

# `40 lits en mars, il en a 60 désormais`
NOW_BEHIND = re.compile(r"(?:\s[^\W\d]+){0,2}?\s(?:désormais|maintenant|à\sprésent)\b", re.IGNORECASE)
# `Elle n'en nourrit plus que 400`
NO_MORE_THAN = re.compile(r"\b(?:n['’]|ne\s)[^.;:,!?]{0,30}?\splus\sque\s$", re.IGNORECASE)


# they say of which day a state is, and nothing of a toll
OF_STATES = frozenset({"still", "attacking", "rate"})


def standing(candidate: Candidate, sentence: Sentence) -> Dated | None:
    """Return when a figure stood where words without a day say so: `before` it rose (`raised` where it does so in this very
    sentence), `compared` with before, `then` when it struck, `ahead` of that, `still` so now, `attacking` as they struck, of
    an`other` blow."""
    text, span = sentence.text, candidate.quantity.span
    left, right = text[: span.start], text[candidate.quantity.reach :]
    if FROM.search(left) and TO.match(right):
        return _dated(span, "raised", sentence)
    if FIRST.search(left) or HAD_SAID.search(left) or (AGAINST.search(left) and AT_FIRST.match(right)):
        return _dated(span, "before", sentence)
    yearly = YEARLY.match(right)
    if HABIT_BEHIND.match(right) or HABIT_BEFORE.search(left):
        return _dated(span, "yearly", sentence)
    if COMPARED.search(left) and BEFORE_IT.match(right):
        return _dated(span, "compared", sentence)
    if EACH_YEAR.search(left) or (yearly is not None and not re.search(r"\d", yearly[0])):
        return _dated(span, "yearly", sentence)
    if ATTACKING.search(left) or ATTACKERS.match(right):
        return _dated(span, "attacking", sentence)
    if STILL.match(right) or NO_MORE_THAN.search(left):
        return _dated(span, "still", sentence)
    for pattern, relation in ((THEN, "then"), (AHEAD, "ahead")):
        for match in pattern.finditer(text):
            if _strikes(match, sentence) and _near(match, span, text):
                return _dated(Span(match.start(), match.end()), relation, sentence)
    other = of_another_blow(span, candidate.quantity.reach, sentence)
    if other is not None:
        return _dated(other, "other", sentence)
    return _dated(span, "rate", sentence) if RATE.match(right) else None


def is_now_again(moment: Span, number: Span, text: str) -> bool:
    """Whether a number is set as the one of now against what a day before it was told of."""
    between = text[moment.end : number.start]
    if moment.end > number.start:
        return False
    if re.search(r"[,;]", between) and NOW_BEHIND.match(text, number.end):
        return True
    if NOW_AGAIN.search(between) is None:
        return False
    # `Ce matin, ils n'étaient plus que trente`: the day at the head is that of the only number behind it
    return re.search(r"\w", text[: moment.start]) is not None or re.search(r"\d", between) is not None


def _dated(span: Span, relation: str, sentence: Sentence) -> Dated:
    moment = Moment(span=span.shifted(sentence.span.start), rule="figures.standing", form="vague")
    return Dated(moment, relation)


def _strikes(match: re.Match[str], sentence: Sentence) -> bool:
    noun = match["noun"]
    if noun.casefold() in FACTS:
        return True
    tokens = sentence.doc.char_span(match.start("noun"), match.end("noun"), alignment_mode="expand")
    return tokens is not None and any(is_event(token) and not is_tally(token) for token in tokens)


def _near(match: re.Match[str], number: Span, text: str) -> bool:
    """Whether the words stand in the clause of the number: behind it, or at the head of its sentence."""
    if match.start() >= number.end:
        return re.search(r"[.;:,!?]", text[number.end : match.start()]) is None
    opens = not text[: match.start()].strip(' 0123456789.)–•-«"')
    return opens and re.search(r"[.;:!?]", text[match.end() : number.start]) is None
