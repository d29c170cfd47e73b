"""A count and its sentence in, whom it counts them among out: `Parmi les blessés, trois pompiers`, `Ce bilan comprend six civils`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.borrowing import Found, alike
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.governing import has_verb_behind
from recoupe.extract.figures.reason import OF_PEOPLE, THINGS, fits
from recoupe.extract.figures.tree import shows
from recoupe.extract.figures.words import kind_nouns, kind_verbs, nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

Told = tuple[Kind, tuple[Evidence, ...]]

# `Parmi les disparus, onze ouvrières`, `Au nombre des otages figurent sept Coréens`
BEFORE = re.compile(
    r"(?:^|[;:«»–—-]\s?|,\s(?:et|dont)\s)[\s«“\"•]*(?P<among>(?:parmi\s(?:les|ces|ses|leurs)|(?:au\snombre|dans\sla\sliste|au\srang)\sdes)\s)",
    re.IGNORECASE,
)
# what may stand between those words and the first of the counts: no other clause
UP_TO = re.compile(
    r"(?:(?!\b(?:qui|mais|dont|tandis|alors)\b)[^.;:!?«»\d]){0,60}?(?:,\s(?:on\s|il\sy\sa\s|il\sfaut\s)?|\s)(?:(?:figur|compt|dénombr|recens|relèv|se\strouv|signal|déplor|not)\w*\s)?"
    r"(?:(?:également|aussi|notamment|au\smoins|environ|quelque|plus\sde|près\sde|[,]?\s?selon[^,]{2,40},)\s)*$",
    re.IGNORECASE,
)
# `figurent parmi les otages`, `sont au nombre des otages`
BEHIND = re.compile(
    r"[^.;:!?»]{0,90}?\s(?:(?:figur|compt|se\strouv|rest|demeur)\w*|sont|étaient|seraient)\s(?:[^\W\d]+\s)?"
    r"(?P<among>(?:parmi\s(?:les|ces)|(?:au\snombre|dans\sla\sliste|sur\sla\sliste)\sdes)\s)",
    re.IGNORECASE,
)
_COUNT = (
    r"(?:chiffre|bilan(?!\s(?:comptable|carbone|financier|annuel))"
    r"|total(?!\s(?:de\s|des\s)?(?!mort|victime|tué|blessé|disparu|noyé|décès)[^\W\d]{3})|nombre|décompte|compte|recensement"
    r"|liste\s(?:des\s(?:victimes|morts|disparus|blessés|otages)|noire|macabre)|estimation)"
)
# `Le bilan de 52 morts comprend 47 civils`, `Ce chiffre inclut`, `le gouvernement y ajoute`
INCLUDES = re.compile(
    r"(?:\b(?:compren(?:d|ait)|inclu(?:t|ait)|englob(?:e|ait)|intègr(?:e|ait)|recouvr(?:e|ait)|comptabilis(?:e|ait)|totalis(?:e|ait))"
    r"|\b(?:y|lequel\s(?:il|elle|on)|laquelle\s(?:il|elle|on))\s(?:a\s|ont\s)?(?:inclu|rang|compt|ajout|comprend|compren|englob|intègr|intégr|class|vers|met)\w*)"
    r"\s(?:(?:également|aussi|notamment|déjà|les|ces|quelque|environ|au\smoins|des|la|une)\s)*$",
    re.IGNORECASE,
)
TOLL = re.compile(rf"\b{_COUNT}\b", re.IGNORECASE)
# the next counts of such a list
NEXT = re.compile(
    r"(?:\s[^\s.;:!?]+){1,9}?(?:,|,?\set|,?\sainsi\sque)\s(?:(?:de\s|d['’]|les\s|au\smoins\s|quelque\s))*$"
)
BEFELL = OF_PEOPLE - {Kind.EXPOSED, Kind.PROTESTING, Kind.RETURNED}
RULE = "figures.kind.among"


def one_of(candidate: Candidate, sentence: Sentence, counted: Counted | None, model: Found | None) -> Told | None:
    """Return what befell those whom a count is said to be some of, or whose toll is said to hold it."""
    if counted is None or counted in THINGS:
        return None
    start = candidate.quantity.span.start
    if (hit := BEHIND.match(sentence.text, candidate.quantity.reach)) is not None:
        return _of(sentence, hit.end("among"), len(sentence.text), counted)
    before = sentence.text[:start]
    for hit in BEFORE.finditer(before):
        named = _of(sentence, hit.end("among"), start, counted)
        if (
            named is not None
            and not has_verb_behind(candidate)
            and (UP_TO.fullmatch(before, hit.end()) or _goes_on(sentence, hit.end(), start))
        ):
            return named
    return _held(candidate, sentence, counted, model)


def _of(sentence: Sentence, start: int, end: int, counted: Counted) -> Told | None:
    """Return what the first noun behind `parmi les` says befell them, or the participle on it."""
    words = [token for token in sentence.doc if start <= token.idx < min(end, start + 60) and not token.is_punct][:6]
    for n, token in enumerate(words):
        entries = kind_nouns("noun").of(token)
        if n and shows(token, "VerbForm", "Part"):
            entries = (*entries, *kind_verbs("patient").of(token))
        for entry in entries:
            if fits(entry, counted) and Kind(entry.means) in BEFELL:
                where = Span(token.idx, token.idx + len(token.text))
                return Kind(entry.means), (Evidence("kind", RULE, where), Evidence("kind", entry.name, where))
        if _is_verb(token) or (nouns("counted").of(token) and n > 2):
            return None
    return None


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and shows(token, "VerbForm", "Fin")


def _goes_on(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing but the counts of one list stands between `parmi les` and a number: no verb of another clause."""
    verbs = [token for token in sentence.doc if start <= token.idx < end and _is_verb(token)]
    between = sentence.text[start:end]
    return (
        len(verbs) <= 1
        and re.search(r"[.;:!?«»]|\b(?:qui|mais|dont|tandis|alors|pendant)\b", between) is None
        and NEXT.search(between) is not None
    )


def _held(candidate: Candidate, sentence: Sentence, counted: Counted, model: Found | None) -> Told | None:
    """Return the kind of the toll before, where a verb says that it holds these: `Ce chiffre inclut onze éleveurs`."""
    if model is None or model.figure.kind not in BEFELL or not alike(model.figure.counted, counted):
        return None
    before = sentence.text[: candidate.quantity.span.start]
    whole, part = model.figure.low, candidate.quantity.low
    hit = INCLUDES.search(before)
    if hit is None:
        return None
    toll = TOLL.search(before) is not None
    same = model.figure.span.start >= sentence.span.start
    told = same or toll or re.match(r"(?:y|lequel|laquelle)\b", hit.group(), re.IGNORECASE)
    fits_in = toll or "ajout" in hit.group() or whole is None or part is None or part <= whole
    if not told or not fits_in:
        return None
    return model.figure.kind, (Evidence("kind", RULE, Span(hit.start(), hit.end())),)
