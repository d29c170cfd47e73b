"""Quotes that no verb of saying holds in, statements out: quotes that go on, or whose speaker stands beside."""

from __future__ import annotations

from recoupe.extract.statements.cues import find_cues
from recoupe.extract.statements.documents import behind_document, is_document
from recoupe.extract.statements.fillers import is_infinitive
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import closed_words, is_a
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.speakers import speaks, subject_at
from recoupe.extract.statements.stamps import past_stamp
from recoupe.extract.statements.turned import pure_quote
from recoupe.extract.statements.words import Row, Stretch
from recoupe.model.article import BlockKind
from recoupe.model.span import Span
from recoupe.model.statement import Form


def loose_quotes(row: Row, kept: list[Found], kind: BlockKind) -> list[Found]:
    """Return a statement for each quote of whole sentences that nothing has claimed yet."""
    if kind in (BlockKind.TITLE, BlockKind.HEADING):
        return []
    found: list[Found] = []
    for number, stretch in enumerate(row.stretches):
        label = _labelled(row, stretch)
        if label is not None and not _claimed(label.span, kept + found):
            found.append(label)
            continue
        if not pure_quote(row, stretch):
            continue
        span = _inner(row, stretch)
        if span is None or _claimed(span, kept + found):
            continue
        found.append(_beside(row, number, stretch, span, kept + found))
    return found


def _claimed(span: Span, found: list[Found]) -> bool:
    return any(
        each.span.meets(span)
        and (each.span.covers(span) or (span.covers(each.span) and each.frame not in ("que", "de", "colon", "quote")))
        for each in found
    )


def _inner(row: Row, stretch: Stretch) -> Span | None:
    quotes = [
        quote
        for quote in row.quotes
        if quote.depth == 0 and row.span(stretch.start, stretch.end - 1).meets(quote.outer)
    ]
    if not quotes:
        return None
    return Span(quotes[0].inner.start, quotes[-1].inner.end)


def _signed(row: Row, stretch: Stretch) -> Found | None:
    """Read `« ... » : Rosa Kone, 62 ans, a perdu sa grange.` and `« ... » – Rosa Kone`: a quote, a sign, who said it."""
    quote = row.quote_at(stretch.start) if row.opens(stretch.start) else None
    if quote is None or len(quote.inner.of(row.text).split()) < 3:
        return None
    after = row.index_at(quote.outer.end)
    if row.low(after) not in (":", "–", "—") or after + 1 >= stretch.end:
        return None
    behind = after + 1
    if (
        row.low(behind) in ("le", "la", "l'")
        and row.low(behind + 1) in closed_words("phrasing")
        and row.low(behind + 2) == "est"
    ):
        # `« Je ne signerai pas » : le mot est du maire`
        behind += 3 + (row.low(behind + 3) in ("de", "d'"))
        teller = phrase_at(row, behind, stretch.end, together=False)
        return (
            Found(quote.inner, Form.DIRECT, stretch.start, None, None, teller, "signed")
            if teller and speaks(teller)
            else None
        )
    phrase = phrase_at(row, after + 1, stretch.end, together=False)
    named = phrase is not None and phrase.role == "name" and " " in phrase.text and speaks(phrase)
    if phrase is None or not speaks(phrase):
        return None
    aged = row.low(phrase.end + 2)[:1].isdigit()
    human = is_a(phrase.head, "person") and phrase.role in ("title", "described", "owned") and not phrase.plural
    if not (named and (phrase.title is not None or aged)) and not (human and row.low(after) == ":"):
        return None
    if row.low(after) != ":" and any(row.words[k].finite for k in range(after, stretch.end)):
        return None
    return Found(quote.inner, Form.DIRECT, stretch.start, None, None, phrase, "signed")


def _went_on(row: Row, start: int, colon: int) -> Phrase | None:
    """Return whoever spoke last in `Et de renvoyer la balle à la mairie : « ... »`."""
    if row.low(start) != "et":
        return None
    teller = phrase_at(row, start + 1, colon, together=False) if row.low(start + 1) not in ("de", "d'") else None
    if teller is not None and speaks(teller):
        # `Et le ministre d'ajouter : « ... »`
        joint = next((k for k in range(teller.first + 1, teller.end + 2) if _tells(row, k, colon)), None)
        return phrase_at(row, start + 1, joint, together=False) if joint is not None else None
    if not _tells(row, start + 1, colon):
        return None
    return Phrase(start, start, start, "même", row.low(start), row.words[start].span, "same", None, False)


def _tells(row: Row, at: int, colon: int) -> bool:
    """Say whether an infinitive of narration stands at a word: `d'ajouter`."""
    return row.low(at) in ("de", "d'") and is_infinitive(row, at + 1, colon)


def _labelled(row: Row, stretch: Stretch) -> Found | None:
    """Read `Rabah, 58 ans : « ... »`: a speaker, a colon, a quote."""
    if (signed := _signed(row, stretch)) is not None:
        return signed
    colon = next(
        (
            at
            for at in range(stretch.start, stretch.end - 1)
            if row.low(at) == ":" and row.words[at].depth == 0 and row.words[at + 1].text in '«“"'
        ),
        None,
    )
    if colon is None:
        return None
    quote = row.quote_at(colon + 1)
    if quote is None or row.words[colon + 1].depth:
        return None
    start = past_stamp(row, stretch.start, colon)
    if (goes_on := _went_on(row, start, colon)) is not None:
        return Found(quote.inner, Form.DIRECT, start, None, None, goes_on, "went_on")
    if find_speaker_verb(row, stretch, colon):
        # `La ministre a défendu son choix : « ... »`
        subject = _telling(row, stretch, colon)
        if subject is None or len(quote.inner.of(row.text).split()) < 4:
            return None
        return Found(quote.inner, Form.DIRECT, start, None, None, subject, "labelled")
    cue = None
    phrase = phrase_at(row, start, colon)
    if phrase is None or not speaks(phrase) or (phrase.role == "pronoun"):
        return None
    return Found(quote.inner, Form.DIRECT, start, cue, None, phrase, "labelled")


def _telling(row: Row, stretch: Stretch, colon: int) -> Phrase | None:
    """Return who does something in the sentence that a quote behind a colon ends, where it is somebody who can speak."""
    verb = next(
        (k for k in range(colon - 1, stretch.start, -1) if row.words[k].finite and not row.words[k].depth), None
    )
    subject = subject_at(row, verb, stretch) if verb is not None else None
    if subject is not None and (is_document(subject) or is_a(subject.head, "medium")):
        # `Un message du recteur a mis le feu aux poudres : « ... »`
        subject = behind_document(row, subject, colon)
    if subject is None or not speaks(subject) or subject.head in ("on", "je", "j'", "nous"):
        return None
    return subject


def find_speaker_verb(row: Row, stretch: Stretch, colon: int) -> bool:
    """Say whether a finite verb stands before the colon, so that the sentence is no mere label."""
    return any(
        row.words[at].pos == "AUX"
        or (
            row.words[at].pos == "VERB"
            and not row.low(at).endswith(
                (
                    "é",
                    "ée",
                    "és",
                    "ées",
                    "ant",
                    "er",
                    "is",
                    "ise",
                    "u",
                    "ue",
                    "us",
                    "ues",
                    "oint",
                    "ointe",
                    "oints",
                    "ert",
                    "erte",
                )
            )
        )
        for at in range(stretch.start, colon)
    )


def _beside(row: Row, number: int, stretch: Stretch, span: Span, found: list[Found]) -> Found:
    """Give a quote without a cue the speaker of the sentence after it or of the statement before it."""
    previous = row.stretches[number - 1] if number else None
    before = [
        each
        for each in found
        if previous is not None
        and (previous.start <= each.at < previous.end or row.span(previous.start, previous.end - 1).covers(each.span))
    ]
    if not before or number == 0:
        after = row.stretches[number + 1] if number + 1 < len(row.stretches) else None
        if after is not None and not pure_quote(row, after):
            phrase = phrase_at(row, after.start, after.end) or _signs(row, after)
            if phrase is None or phrase.role != "name":
                # `« ... » Assise sur un matelas, Rosa Kone a marché toute la nuit.`
                verb = next((k for k in range(after.start, after.end) if row.words[k].finite), None)
                told = subject_at(row, verb, after) if verb is not None else None
                known = told is not None and told.role == "name" and told.first < (verb or 0)
                phrase = told if known and told is not None and " " in told.text else phrase
            if (
                phrase is not None
                and phrase.role == "name"
                and speaks(phrase)
                and (number == 0 or not _speaker_before(row, number))
            ):
                cue = next(
                    (cue for cue in find_cues(row, after.start, after.end) if "near" in cue.frames),
                    None,
                )
                entry = cue.frames["near"].entry if cue is not None else None
                return Found(
                    span,
                    Form.DIRECT,
                    stretch.start,
                    row.span(cue.first, cue.last) if cue else None,
                    entry,
                    phrase,
                    "beside",
                )
    if not before and number > 0:
        near = _speaker_before(row, number)
        if near is not None:
            return Found(span, Form.DIRECT, stretch.start, None, None, near, "beside")
    return Found(span, Form.DIRECT, stretch.start, None, None, None, "continued", continues=True)


def _signs(row: Row, stretch: Stretch) -> Phrase | None:
    """Return the first name that signs a quote where the parse knows no name: `« ... » Mohamed, plombier à Sabra.`"""
    at = stretch.start
    word = row.words[at]
    if (
        not word.capital
        or row.low(at + 1) != ","
        or word.low in closed_words("openers")
        or word.low in closed_words("times")
    ):
        return None
    behind = at + 2 + (row.low(at + 2) in DETERMINERS)
    told = is_a(row.low(behind), "person") or (row.low(behind).isdigit() and row.low(behind + 1) == "ans")
    if not told or any(row.words[k].finite or row.words[k].depth for k in range(at, stretch.end)):
        return None
    return Phrase(at, at, at, word.low, word.text, word.span, "name", None, False)


def _speaker_before(row: Row, number: int) -> Phrase | None:
    """Return who the sentence before a quote is about."""
    before = row.stretches[number - 1]
    for start in range(before.start, min(before.end, before.start + 14)):
        if start > before.start and row.words[start - 1].is_word:
            continue
        phrase = phrase_at(row, start, before.end)
        if phrase is not None and (
            (phrase.role == "name" and speaks(phrase))
            or (phrase.role in ("described", "title", "owned") and speaks(phrase))
            or (phrase.role == "pronoun" and phrase.head in ("il", "elle"))
        ):
            return phrase
    return None
