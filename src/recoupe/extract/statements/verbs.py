"""A verb of saying in, the statement it reports out: behind its clause, before it, or inside it."""

from __future__ import annotations

from recoupe.extract.statements.content import (
    CIRCUMSTANCE,
    OPENING,
    content_end,
    content_start,
    find_que,
    has_number,
    is_infinitive,
    shaped,
    skip_fillers,
    trim_end,
)
from recoupe.extract.statements.cues import INVERTED, Cue, find_cues
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import actor_class, closed_words, is_a
from recoupe.extract.statements.phrases import DETERMINERS, Phrase, phrase_at
from recoupe.extract.statements.speakers import behind_document, inverted_subject, is_document, speaks, subject_of
from recoupe.extract.statements.words import CLOSING, Row, Stretch
from recoupe.model.span import Span
from recoupe.model.statement import Form


def turned(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...], title: bool) -> Found | None:
    """Read a verb turned round behind or inside what it reports: `..., a indiqué la mairie`, `« ... », dit-elle`."""
    form = cue.frames.get("quote") or cue.frames.get("que")
    if form is None or cue.mood != "finite" or cue.left <= stretch.start or cue.negated:
        return None
    before = cue.left - 1
    sign = row.words[before]
    base = row.words[cue.first].depth
    if sign.low not in (",", "!", "?", "…", "–", "—", "...") and not row.closes(before):
        return None
    speaker = inverted_subject(row, cue, stretch.end)
    if speaker is None or (cue.pronoun is None and not _turned_round(row, cue, stretch, speaker)):
        return None
    while before > stretch.start and row.words[before].low in (",", "–", "—"):
        before -= 1
    first = content_start(row, cue.left, stretch, title)
    if base:
        return _inside_quote(row, cue, form.entry, speaker)
    if first > before:
        return None
    quote = row.quote_at(before)
    if quote is not None and quote.inner.covers(row.words[first].span) and row.words[first].depth:
        first = next(k for k in range(len(row.words)) if row.words[k].span.start >= quote.outer.start)
    if is_document(speaker):
        speaker = behind_document(row, speaker, stretch.end) or speaker
    last, holes = _beyond(row, cue, speaker, stretch, before, cues)
    span, kind = shaped(row, first, last, holes, base)
    return Found(span, kind, cue.first, row.span(cue.first, cue.last), form.entry, speaker, "turned", form.entry.means)


def _inside_quote(row: Row, cue: Cue, entry: object, speaker: Phrase) -> Found | None:
    """`« A ce tarif, dit-il, la patience est un luxe. »`: the marks go round the attribution too."""
    from recoupe.lexicon import Entry

    quote = row.quote_at(cue.first)
    assert isinstance(entry, Entry)
    if quote is None or speaker.role == "pronoun" and speaker.head in ("je", "nous"):
        return None
    return Found(quote.inner, Form.DIRECT, cue.first, row.span(cue.first, cue.last), entry, speaker, "turned_inside", entry.means)


def _turned_round(row: Row, cue: Cue, stretch: Stretch, speaker: Phrase) -> bool:
    """Decide between `Le pont a cédé, a indiqué la mairie` and `La mairie, propriétaire du pont, a indiqué un délai`."""
    before = cue.left - 1
    if row.closes(before) or row.low(before) in ("!", "?", "…") or row.closes(before - 1):
        if row.low(before) != "," or not _subject_waits(row, cue, stretch):
            return True
        first = row.words[stretch.start]
        opener = subject_of(row, cue, stretch) if not first.depth and not row.opens(stretch.start) else None
        return speaks(speaker) and (opener is None or not speaks(opener) or row.low(speaker.end + 1) in (".", ""))
    if not speaks(speaker) and not (speaker.role in ("title", "name", "described") and row.low(speaker.end + 1) in (".", ",", "", "(")):
        return False
    if row.low(cue.last + 1) in ("que", "qu'", "de", "d'"):
        return False
    waits = _subject_waits(row, cue, stretch)
    if not waits:
        return True
    opener = subject_of(row, cue, stretch)
    if opener is None or not speaks(opener):
        return True
    return cue.plural is not None and cue.plural != opener.plural and cue.plural == speaker.plural


def _subject_waits(row: Row, cue: Cue, stretch: Stretch) -> bool:
    """Say whether the clause before the verb has no verb of its own, so that its subject still waits for one."""
    relative = False
    for at in range(stretch.start, cue.left):
        word = row.words[at]
        if word.depth:
            continue
        if word.low in ("qui", "que", "qu'", "dont", "où", "lorsque", "après", "lorsqu'", "quand"):
            relative = True
        elif word.low == ";":
            relative = False
        elif word.finite or word.pos == "AUX" and word.low in ("a", "ont", "est", "sont"):
            if not relative:
                return False
            if not row.words[at + 1].pos == "AUX":
                relative = False
    return True


def _beyond(row: Row, cue: Cue, speaker: Phrase, stretch: Stretch, before: int, cues: tuple[Cue, ...]) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Return the last word of a content that its attribution breaks, and the words of the attribution."""
    after = max(speaker.end, cue.last)
    hole_end = stretch.end - 1
    last, holes = before, ()
    resume = None
    for at in range(after + 1, stretch.end):
        word = row.words[at]
        if row.opens(at) and word.depth == 0 and row.low(at - 1) in (",", ":", ".", "et"):
            resume, hole_end = at, at - 1
            break
        if any(other.verb == at for other in cues):
            break
        if word.low in ("que", "qu'", "ajoutant", "estimant", "assurant", "qui", "affirmant", "précisant"):
            break
    if resume is None:
        at = max(skip_fillers(row, after + 1, stretch.end), after + 1)
        sign = row.low(at)
        if sign == ":" and row.low(before) != ":":
            resume = at + 1
        elif sign == "," and at + 1 < stretch.end and not row.closes(before):
            follows = row.words[at + 1]
            goes_on = follows.pos in ("DET", "PRON", "NOUN", "PROPN", "NUM") or follows.low in DETERMINERS or follows.low in ("et", "mais", "car")
            if goes_on and follows.low not in ("qui", "dont", "où", "ce", "lui", "cité", "citée", "avant", "qu'") and cue.pronoun is not None:
                resume = at + 1
        if resume is not None:
            hole_end = resume - 1
    if resume is not None and resume < stretch.end:
        holes = ((cue.left, hole_end),)
        last = trim_end(row, resume, stretch.end - 1)
    # `« A », a dit X. « B »`: what follows in quotation marks alone goes on
    follower = next((s for s in row.stretches if s.start == stretch.end), None)
    ended = stretch.end
    while follower is not None and pure_quote(row, follower):
        holes = holes or ((cue.left, ended - 1),)
        last = follower.end - 1
        follower = next((s for s in row.stretches if s.start == follower.end), None) if follower else None
    return last, holes


def pure_quote(row: Row, stretch: Stretch) -> bool:
    """Say whether a stretch is nothing but words in quotation marks, without a verb of saying turned round inside."""
    words = [word for word in row.words[stretch.start : stretch.end] if word.is_word]
    if not words or any(word.depth == 0 for word in words):
        return False
    for cue in find_cues(row):
        if stretch.start < cue.left < stretch.end and row.low(cue.left - 1) == "," and "quote" in cue.frames and cue.mood == "finite":
            # `« Le décès est naturel, répond la substitut. »`
            if inverted_subject(row, cue, stretch.end) is not None and row.words[cue.first].depth == 1:
                return False
    return row.opens(stretch.start)


def plain(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...], before: Phrase | None) -> Found | None:
    """Read a verb with its subject before it: `le maire a affirmé que ...`, `, ajoutant que ...`."""
    subject = before if cue.mood in ("gerund", "infinitive") and before is not None else subject_of(row, cue, stretch)
    if cue.mood == "gerund":
        if row.low(cue.left - 1) not in (",", "en", ")") and not row.closes(cue.left - 1) and cue.left > stretch.start:
            own = subject_of(row, cue, stretch)
            if own is None or not speaks(own):
                return None
            subject = own
    if row.low(cue.left - 1) in ("et", "puis", "mais") and before is not None:
        subject = before
    if subject is not None and subject.role == "pronoun" and row.low(subject.first - 1) in ("si", "s'"):
        return None
    if subject is None and cue.mood in ("gerund", "infinitive"):
        subject = subject_of(row, cue, stretch)
    if "colon" not in cue.frames and not cue.negated and cue.mood == "finite" and cue.frames.keys() & {"quote", "que", "noun"}:
        bounds = _colon(row, cue, stretch, cues)
        if bounds is not None and row.words[bounds[0]].text in OPENING and subject is not None:
            entry = next(iter(cue.frames.values())).entry
            span, kind = shaped(row, *bounds, (), row.words[cue.first].depth)
            return Found(span, kind, cue.first, row.span(cue.first, cue.last), entry, subject, "colon", entry.means)
    for role in ("colon", "que", "party_inf", "party", "imputed", "party_de", "inf", "adj", "comme", "a", "de", "contre", "sur", "tally", "noun", "bare", "quote"):
        form = cue.frames.get(role)
        if form is None or (cue.negated and role not in ("que",)):
            continue
        if form.entry.extra.get("actor") and (subject is None or not speaks(subject)):
            continue
        bounds = _FRAMES[role](row, cue, stretch, cues)
        if bounds is None:
            continue
        first, last = bounds
        if last < first:
            continue
        objects = str(form.entry.extra.get("objects", "")).split()
        if objects and not any(row.low(k).rstrip("s") in objects or row.low(k) in objects for k in range(first, min(first + 4, last + 1))):
            continue
        base = row.words[cue.first].depth
        span, kind = shaped(row, first, last, (), base)
        if role == "quote" and kind is not Form.DIRECT:
            continue
        return Found(span, kind, cue.first, row.span(cue.first, cue.last), form.entry, subject, role, form.entry.means)
    return None


WEAK_TALLIES = frozenset("donner compter porter fixer situer attendre dire arrêter retenir mettre livrer".split())
PLACES = frozenset("ville village commune région pays province département quartier camp wilaya état zone district capitale agglomération bourg hôpital école".split())
Bounds = tuple[int, int] | None


def _to_end(row: Row, start: int, stretch: Stretch, cues: tuple[Cue, ...], role: str) -> Bounds:
    if start >= stretch.end:
        return None
    return start, content_end(row, start, stretch, cues, role)


def _colon(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    depth = row.words[cue.first].depth
    for at in range(cue.last + 1, min(cue.last + 16, stretch.end)):
        word = row.words[at]
        if word.depth != depth or word.low in (";", "que", "qu'") or any(other.verb == at for other in cues):
            return None
        if word.low == ":":
            quoted = at + 1 < stretch.end and row.opens(at + 1)
            if not quoted and any(row.words[k].pos in ("NOUN", "PROPN") for k in range(cue.last + 1, at)):
                return None
            if quoted:
                quote = row.quote_at(at + 1, depth)
                last = max(k for k in range(at + 1, stretch.end) if quote is None or quote.outer.covers(row.words[k].span))
                return at + 1, last
            return at + 1, trim_end(row, at + 1, stretch.end - 1)
    return None


def _que(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = find_que(row, cue.last + 1, stretch.end)
    return _to_end(row, start, stretch, cues, "que") if start is not None else None


def _inf(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    return _to_end(row, start, stretch, cues, "inf") if is_infinitive(row, start, stretch.end) else None


def _party_inf(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    """`appeler X à faire`, `demander à X de faire`, `les inviter à faire`."""
    start = skip_fillers(row, cue.last + 1, stretch.end)
    object_clitic = any(row.low(k) in ("les", "l'", "le", "la", "leur", "lui", "nous") for k in range(cue.left, cue.first))
    if row.low(start) in ("à", "au", "aux") and not is_infinitive(row, start + 1, stretch.end):
        start += 1
    for at in range(start, min(start + 30, stretch.end)):
        word = row.words[at]
        if word.low in ("à", "de", "d'") and word.depth == row.words[cue.first].depth and (
            is_infinitive(row, at + 1, stretch.end) or row.low(at + 1) in ("ne", "une", "un", "la", "l'", "davantage", "plus") and word.low == "à"
            or row.opens(at + 1)
        ):
            if at == start and not object_clitic:
                return None
            return _to_end(row, at + 1 if at == start else start, stretch, cues, "party_inf")
        if word.low in (".", ";", ":", "que", "qu'", ",") and not (word.low == "," and at > start + 1):
            return None
    return None


def _party(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    if row.low(start) in ("à", "au", "aux", "de", "d'") and start + 1 < stretch.end:
        start += 1
    if start >= stretch.end or not (row.words[start].is_word or row.opens(start)):
        return None
    if row.low(start) in ("par", "dans", "comme", "en", "sur", "depuis", "et"):
        return None
    return _to_end(row, start, stretch, cues, "party")


def _imputed(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    bounds = _party(row, cue, stretch, cues)
    if bounds is None or not any(row.low(k) in ("à", "au", "aux") for k in range(*bounds)):
        return None
    return bounds


def _party_de(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    phrase = phrase_at(row, start, stretch.end)
    if phrase is None or row.low(phrase.end + 1) not in ("de", "d'"):
        return None if phrase is None or not any(row.low(k) == "de" for k in range(phrase.first, phrase.last)) else _to_end(row, start, stretch, cues, "party")
    return _to_end(row, start, stretch, cues, "party")


def _adj(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    if start >= stretch.end:
        return None
    word = row.words[start]
    if row.opens(start) or word.pos in ("ADJ", "VERB", "NOUN") and word.low not in DETERMINERS or word.low in ("très", "en", "d'", "favorable", "prêt"):
        return _to_end(row, start, stretch, cues, "adj")
    return None


def _comme(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    """`qualifier X de « ... »`, `décrire comme « ... »`, `les dit « ... »`: only with quotation marks."""
    start = skip_fillers(row, cue.last + 1, stretch.end)
    depth = row.words[cue.first].depth
    marks = [at for at in range(start, min(start + 14, stretch.end)) if row.opens(at) and row.words[at].depth == depth]
    if not marks:
        return None
    quote = row.quote_at(marks[0], depth)
    if quote is None:
        return None
    last = max(k for k in range(marks[0], stretch.end) if quote.outer.covers(row.words[k].span))
    clitic = any(row.low(k) in ("les", "l'", "le", "la") for k in range(cue.left, cue.first))
    if marks[0] == start:
        return (start, last) if clitic else None
    before = row.low(marks[0] - 1)
    if before not in ("de", "d'", "comme") or cue.frames["comme"].verb in ("dire",):
        return None
    if before == "comme" and marks[0] - 1 == start or marks[0] - 1 == start:
        return marks[0], last
    return start, last


def _after(prepositions: tuple[str, ...], role: str) -> object:
    def read(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
        start = skip_fillers(row, cue.last + 1, stretch.end)
        for at in range(start, min(start + 8, stretch.end)):
            low = row.low(at)
            if low in prepositions:
                if row.low(at + 1) == "ce" and row.low(at + 2) in ("que", "qu'"):
                    return _to_end(row, at + 3, stretch, cues, "que")
                if low == "pour":
                    return _to_end(row, at + 2, stretch, cues, "que") if row.low(at + 1) in ("que", "qu'") else None
                first = at if low == "des" and role == "de" else at + 1
                if row.low(first) in ("un", "une") and row.low(first + 1) in ("côté", "coup"):
                    return None
                wants_infinitive = cue.frames[role].entry.extra.get("inf")
                if wants_infinitive and not is_infinitive(row, first, stretch.end):
                    return None
                return _to_end(row, first, stretch, cues, role)
            if at == start and low in (",", ".", ";", "que", "qu'", "et") or role != "a" or row.opens(at):
                return None
        return None

    return read


def _tally(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    if cue.frames["tally"].verb not in ("ramener", "porter", "réviser", "revoir"):
        while row.low(start) in closed_words("times") or row.low(start) in ("à", "de", "d'", "que", "qu'", "pas", "plus", "aux", "des") and start < stretch.end:
            start += 1
    elif row.low(start) == "de":
        start += 1
    bounds = _to_end(row, start, stretch, cues, "tally")
    if bounds is None or bounds[1] < start or not has_number(row, start, min(bounds[1], start + 12)):
        return None
    verb = cue.frames["tally"].verb
    if verb == "être" and not (row.words[start].text[0].isdigit() or has_number(row, start, start + 1)):
        return None
    if verb in WEAK_TALLIES:
        subject = subject_of(row, cue, stretch)
        if subject is None or subject.head in PLACES or (subject.role == "name" and subject.title is None and actor_class(subject.head) is None):
            return None
    clitic_noun = row.low(start) in DETERMINERS and not has_number(row, start, min(bounds[1], start + 5))
    return None if clitic_noun else bounds


def _noun(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    clitic = next((k for k in range(cue.left, cue.first) if row.low(k) in ("le", "l'", "les", "la")), None)
    if start >= stretch.end:
        return None
    word = row.words[start]
    if clitic is not None:
        return (clitic, clitic) if cue.frames["noun"].entry.means in ("deny", "reject") else None
    if word.low in ("que", "qu'", "pas") or word.low in CIRCUMSTANCE:
        return None
    if word.low in ("ce", "cela") and row.low(start + 1) in ("que", "qu'", "qui", "dont"):
        return None
    if word.low in DETERMINERS or row.opens(start) or word.pos in ("NUM", "DET", "PROPN", "NOUN", "ADJ") or word.text[0].isdigit() or word.low in ("de", "d'", "avoir", "du"):
        return _to_end(row, start + (word.low in ("de", "d'")), stretch, cues, "noun")
    return None


def _bare(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    at = cue.last + 1
    if row.words[cue.first].depth:
        quote = row.quote_at(cue.first)
        inside = [k for k in range(stretch.start, stretch.end) if quote is not None and quote.inner.covers(row.words[k].span)]
        return (cue.first, inside[-1]) if inside and inside[0] == cue.first and len(inside) < 6 else None
    if at < stretch.end and row.opens(at) and row.low(cue.last) != ",":
        quote = row.quote_at(at)
        last = max((k for k in range(at, stretch.end) if quote is not None and quote.outer.covers(row.words[k].span)), default=at)
        return at, last
    if row.low(at) == "en" and row.low(at + 1) == "bloc":
        return cue.first, at + 1
    if row.low(at).endswith("ement") and row.low(at + 1) in (".", ",", ""):
        return cue.first, at
    return None


def _direct(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    if start >= stretch.end or not row.opens(start):
        return None
    quote = row.quote_at(start, row.words[cue.first].depth)
    inside = [k for k in range(start, stretch.end) if quote is not None and quote.outer.covers(row.words[k].span)]
    return (start, inside[-1]) if inside else None


_FRAMES: dict[str, object] = {
    "colon": _colon, "que": _que, "inf": _inf, "party_inf": _party_inf, "party": _party, "imputed": _imputed, "party_de": _party_de,
    "adj": _adj, "comme": _comme, "a": _after(("à", "au", "aux", "pour"), "a"), "de": _after(("de", "d'", "du", "des"), "de"),
    "contre": _after(("contre",), "contre"), "sur": _after(("sur",), "sur"), "tally": _tally, "noun": _noun, "bare": _bare, "quote": _direct,
}  # fmt: skip

__all__ = ["INVERTED", "Span", "closed_words", "is_a", "plain", "pure_quote", "turned"]
