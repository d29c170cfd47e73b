"""`selon`, `d'après`, `pour`, `de source ...`: a row of words in, the statements credited to somebody out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from recoupe import lexicon
from recoupe.extract.statements.as_told import told_by
from recoupe.extract.statements.content import content_end, content_start, shaped, trim_end
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.documents import HELD, behind_document, is_document, medium_behind
from recoupe.extract.statements.fillers import OPENING, has_number, skip_connectives
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import closed_words, credit_forms, cue_forms, is_a, rules
from recoupe.extract.statements.not_credits import CONDITIONS, of_a_document, unchecked
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.points import is_point
from recoupe.extract.statements.rivals import below_label, beside_count, count_start, credits_here, labelled, weighed
from recoupe.extract.statements.speakers import antecedent, speaks
from recoupe.extract.statements.stamps import past_stamp
from recoupe.extract.statements.words import Row, Stretch
from recoupe.model.span import Span

Maker = Callable[..., "Found | None"]
OPENERS_OF_MORE = frozenset(
    ["depuis", "par", "dans", "avec", "ce", "lors", "pendant", "malgré", "après", "avant", "sur", "dont"]
)

NO_MORE = frozenset("contre qui dont cité citée mais tandis alors et lui elle où organe un une".split())

# another outlet, as journalists call it
COLLEAGUES = frozenset(["confrères", "confrère", "consœurs", "consoeurs", "collègues", "partenaires"])

# how a document came out, which is no part of its name
ISSUED = frozenset(
    "communiqué communiquée publié publiée diffusé diffusée établi établie dressé rendu transmis fourni".split()
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Words that credit somebody: `first` to `last`, the entry, the phrase behind them (None for `à l'en croire`)."""

    first: int
    last: int
    entry: lexicon.Entry
    speaker: Phrase
    relative: bool
    via: str | None


def credits_in(row: Row, stretch: Stretch) -> Iterator[Credit]:
    """Yield each `selon X` of a stretch that names somebody who can be answerable."""
    for at in range(stretch.start, stretch.end):
        told = told_by(row, at, stretch)
        if told is not None:
            first = at - (row.low(at) in ("après", "croire")) - (row.low(at) == "croire" and row.low(at - 2) == "à")
            yield Credit(first, told[0], told[1], told[2], False, None)
            continue
        for words, entry in credit_forms().get(row.low(at), ()):
            if all(row.low(at + k) == word for k, word in enumerate(words) if k):
                credit = _credit(row, at, at + len(words) - 1, entry, stretch)
                if credit is not None:
                    yield credit


def _credit(row: Row, first: int, last: int, entry: lexicon.Entry, stretch: Stretch) -> Credit | None:
    kind = entry.means
    if kind == "self" and row.low(last) in ("yeux", "avis", "aveu") and row.low(last + 1) != ",":
        # `coupable à ses yeux d'avoir tardé`
        return None
    if kind == "self":
        himself = Phrase(last, last, last, "lui", row.words[last].text, row.words[last].span, "pronoun", None, False)
        return Credit(first, last, entry, himself, False, None)
    # `au dire des médecins`: the article belongs to the phrase
    after = last if row.low(last) in ("du", "des") else last + 1
    if (
        row.low(after) in ("qui", "lequel", "laquelle", "lesquels")
        and kind in ("credit", "opinion")
        and (row.low(after) == "qui" or row.low(first - 1) == ",")
    ):
        before = antecedent(row, first, stretch)
        if before is not None and is_document(before):
            # `l'information d'une chaîne, d'après laquelle ...`
            before = behind_document(row, before, stretch.end) or medium_behind(row, before) or before
        return Credit(first, after, entry, before, True, None) if before is not None else None
    phrase: Phrase | None
    phrase = phrase_at(row, after, stretch.end, bare=kind == "side")
    if row.low(after) in ("la", "cette", "le", "ce") and (
        row.low(after + 1) == "même" or row.low(after + 1) == "source"
    ):
        last_word = after + 1 + (row.low(after + 1) == "même")
        same = row.span(after, last_word)
        phrase = Phrase(after, last_word, last_word, "même", same.of(row.text), same, "same", None, False)
    heard = any(row.low(k) in ("appris", "-t-on", "-on") for k in range(max(stretch.start, first - 6), first))
    if kind == "source" and (row.low(first - 1) in HELD | {"et", "auprès", "partir"} or heard):
        return None
    credited = kind == "side" and any(credits_here(row, k) for k in range(stretch.start, stretch.end))
    if credited or (kind == "source" and (of_a_document(row, first) or unchecked(row, first, stretch))):
        # `5 morts et 11 blessés côté rebelles, selon un officier`: whose they are, not who says it
        return None
    if kind == "source":
        # `de source policière`: the source is the noun itself
        phrase = phrase_at(row, last, stretch.end, together=False)
        if phrase is not None and phrase.last == last:
            return None
        if phrase is not None and phrase.role == "name" and phrase.title is not None and phrase.first == last:
            # `De source hospitalière, le CHU de Lens a reçu ...`: who stands behind the comma is no such source
            own = row.span(phrase.first, phrase.last)
            phrase = replace(phrase, text=own.of(row.text), span=own, role="described", title=None, end=phrase.last)
    outlet = False
    if phrase is not None and phrase.head in COLLEAGUES and row.low(phrase.first) in ("nos", "notre", "leurs"):
        # `selon nos confrères de Radio Sud`
        joint = next((k for k in range(phrase.first, phrase.last) if row.low(k) in ("de", "du", "d'", "des")), None)
        behind = phrase_at(row, joint + (row.low(joint) in ("de", "d'")), stretch.end) if joint is not None else None
        phrase, outlet = (behind, True) if behind is not None else (phrase, False)
    if phrase is not None and phrase.role == "owned" and phrase.head in CONDITIONS:
        # `évacués selon leur état`
        return None
    if phrase is None or (phrase.head in rules() and not is_a(phrase.head, "organisation")):
        return None
    if phrase.role == "owned" and is_document(phrase) and row.low(phrase.first) in ("nos", "notre"):
        # `selon nos informations`: the outlet itself
        return None
    # `selon la page d'une association`: whoever keeps it speaks
    kept = phrase.role == "title" and is_a(phrase.head, "medium") and not is_a(phrase.head, "organisation")
    update = (phrase.head in closed_words("updates") or kept) and phrase.role != "name"
    known = (
        speaks(phrase)
        or is_document(phrase)
        or (update and behind_document(row, phrase, stretch.end) is not None)
        or phrase.role in ("same", "joined", "demonstrative", "owned")
    )
    if (kind == "credit" and not known) or (kind == "side" and not speaks(phrase)):
        # `du mauvais côté des rails`
        return None
    if kind == "opinion" and not _opinion(row, first, phrase, stretch) and not weighed(row, first, phrase, stretch):
        return None
    if kind == "side" and not any(
        row.low(k) in ("un", "une") or has_number(row, k, k) for k in range(max(stretch.start, first - 6), first)
    ):
        return None
    via = None
    if (is_document(phrase) or update) and phrase.role not in ("pronoun",) and not outlet:
        behind = behind_document(row, phrase, stretch.end)
        last_word = phrase.last
        while last_word > phrase.first + 1 and row.low(last_word) in ISSUED:
            last_word -= 1
        via = row.span(phrase.first, last_word).of(row.text)
        if last_word < phrase.last:
            whole = Span(phrase.span.start, row.words[last_word].span.end)
            phrase = replace(phrase, text=whole.of(row.text), span=whole)
        if behind is not None:
            phrase = behind
    if phrase.role == "pronoun" and row.low(first - 1) == ":":
        # `Le préfet conteste : selon lui, ...`
        start = skip_connectives(row, stretch.start, first)
        verb = next((k for k in range(start + 1, first) if row.words[k].finite or row.low(k) in cue_forms()), first)
        opener = phrase_at(row, start, verb)
        if opener is not None and speaks(opener) and opener.role != "pronoun":
            phrase = replace(opener, first=phrase.first, last=phrase.last, end=phrase.end)
    return Credit(first, last, entry, phrase, False, via)


def _opinion(row: Row, first: int, phrase: Phrase, stretch: Stretch) -> bool:
    """`pour X` credits an opinion only where it opens a clause, names a speaker and a clause follows."""
    closing = first - 1 if row.closes(first - 1) else first - 2
    if row.low(first - 1) == "," and row.closes(closing) and not row.words[first].depth:
        # `« Un procès bâclé », pour l'avocate, qui ...`
        known = any(is_a(phrase.head, kind) for kind in ("person", "organisation"))
        named = (phrase.role == "title" and known) or (phrase.role == "name" and (known or " " in phrase.text))
        return named and row.low(phrase.end + 1) in (",", ".", "")
    listed = has_number(row, max(stretch.start, first - 3), first - 1) and any(
        credits_here(row, k) for k in range(stretch.start, stretch.end) if k != first
    )
    if _clause_opening(row, first, stretch) < first > skip_connectives(row, stretch.start, stretch.end) and not listed:
        return False
    if phrase.role == "pronoun":
        return phrase.head in ("lui", "elle", "eux", "elles") and row.low(phrase.end + 1) == ","
    if (
        row.low(phrase.end + 1) not in (",", "(")
        and not listed
        and not any(row.low(k) == "," for k in range(phrase.end, min(phrase.end + 14, stretch.end)))
    ):
        return False
    if phrase.role in ("name", "acronym") and (phrase.title is not None or phrase.text[:1].isupper()):
        return not is_a(phrase.head, "document")
    return (
        phrase.role in ("title", "described", "joined", "owned", "demonstrative")
        and any(is_a(phrase.head, kind) for kind in ("person", "organisation", "group", "source"))
        and phrase.head not in closed_words("beneficiaries")
    )


def credited(
    row: Row, credit: Credit, stretch: Stretch, cues: tuple[Cue, ...], others: list[Credit], title: bool
) -> Found | None:
    """Return the statement that a credit makes of the words before it or after it."""
    cue = row.span(credit.first, credit.last)
    depth = row.words[credit.first].depth

    def found(first: int, last: int, holes: tuple[tuple[int, int], ...] = ()) -> Found | None:
        if last < first:
            return None
        span, form = shaped(row, first, last, holes, depth)
        return Found(
            span,
            form,
            credit.first,
            cue,
            credit.entry,
            credit.speaker,
            credit.entry.name.split(":")[1],
            "say",
            credit.via,
        )

    if credit.relative:
        start = credit.last + 1
        return found(start, content_end(row, start, stretch, cues, "que"))
    if not credit.via and (announced := below_label(row, credit.first, credit.speaker.end, stretch)) is not None:
        # `Bilan, selon la police : cinq morts`
        return found(announced, content_end(row, announced, stretch, cues, "credit"))
    colon = next(
        (k for k in range(credit.speaker.end + 1, min(credit.speaker.end + 9, stretch.end)) if row.low(k) == ":"), None
    )
    told = colon is not None and any(credit.last < cue.first < colon and "colon" in cue.frames for cue in cues)
    if colon is not None and row.opens(colon + 1) and not depth and row.low(credit.first - 1) == "," and not told:
        # `Le discours est autre, à en croire un salarié : « ... »`
        quote = row.quote_at(colon + 1)
        last = max(k for k in range(colon + 1, stretch.end) if quote and quote.outer.covers(row.words[k].span))
        return found(colon + 1, last)
    opens = skip_connectives(row, _clause_opening(row, credit.first, stretch), stretch.end)
    if opens >= credit.first:
        behind = _after_phrase(row, credit, stretch)
        if behind is None or behind >= stretch.end:
            # `Pour la direction,` alone over a signature
            return None
        if row.low(behind) == "on" and any(cue.left == behind + 1 and "que" in cue.frames for cue in cues):
            # `De source policière, on indique que`: read with the verb
            return None
        behind = _past_verdict(row, behind, stretch)
        return found(behind, content_end(row, behind, stretch, cues, "credit"))
    return _before(row, credit, stretch, others, title, found)


def _clause_opening(row: Row, at: int, stretch: Stretch) -> int:
    start = past_stamp(row, stretch.start, at)
    for index in range(start, at):
        if (row.low(index) == ";" and not row.words[index].depth) or (
            row.low(index) == ":" and (index - stretch.start < 3 or index == at - 1) and not row.words[index].depth
        ):
            start = index + 1
    while start < at and (row.low(start) in ("toujours", "encore", "et") or is_point(row, start)):
        start += 1
    return start


def _after_phrase(row: Row, credit: Credit, stretch: Stretch) -> int | None:
    """Return where the content begins behind an opening `Selon X,`: past X and what is said of X."""
    at = max(credit.speaker.end, credit.last) + 1
    steps = 0
    while at < stretch.end and steps < 30:
        low = row.low(at)
        if low == "," and not row.words[at].depth:
            after = row.words[at + 1] if at + 1 < stretch.end else None
            function = (
                after is not None
                and not after.capital
                and (is_a(after.low, "person") or after.low in ("qui", "dont", "cité", "citée", "cités", "organe"))
            )
            if not function:
                return at + 1
        elif row.opens(at):
            return at
        at += 1
        steps += 1
    return None


def _past_verdict(row: Row, behind: int, stretch: Stretch) -> int:
    """Return where the clause begins behind a few words without a verb and a colon: `Pour le maire, aucun doute : l'usine a menti`."""
    colon = next((k for k in range(behind, min(behind + 7, stretch.end)) if row.low(k) == ":"), None)
    if colon is None or row.opens(colon + 1) or any(row.words[k].finite for k in range(behind, colon)):
        return behind
    numbered = any(has_number(row, k, k) and row.low(k) not in ("un", "une") for k in range(behind, colon))
    if numbered or not any(row.words[k].finite for k in range(colon + 1, stretch.end)):
        # `Selon le maire, bilan provisoire : neuf morts`
        return behind
    return colon + 1


def _before(
    row: Row, credit: Credit, stretch: Stretch, others: list[Credit], title: bool, found: Maker
) -> Found | None:
    before = credit.first - 1
    comma = row.low(before) == ","
    depth = row.words[credit.first].depth
    last = before - 1 if comma else before
    if depth:
        quote = row.quote_at(credit.first)
        first = row.index_at(quote.inner.start) if quote is not None else credit.first
        return found(first, last) if has_number(row, first, last) else None
    after = max(credit.speaker.end, credit.last) + 1
    first = content_start(row, credit.first, stretch, title)
    several = any(
        other.first != credit.first and row.words[other.first].depth == 0 and not other.relative for other in others
    )
    closed = row.low(after) in (",", "(", ":") and row.low(after) == "," and after + 1 < stretch.end
    floor = max((other.speaker.end + 1 for other in others if other.first < credit.first), default=first)
    if comma and not title and (ends := [other for other in others if other.first > credit.first]):
        # `Onze arrestations, d'après le collectif, quatre selon la police`
        start = count_start(row, max(first, floor), last)
        if start is not None and count_start(row, after, ends[0].first - 1) is not None:
            return found(labelled(row, start, last, stretch), last)
    if credit.entry.means == "side" or (not comma and (several or closed or title)):
        start = _last_sign(row, max(first, floor), last, credit)
        start = labelled(row, start, last, stretch)
        earlier = any(other.first < credit.first for other in others)
        clause = any(row.words[k].finite for k in range(start, last + 1))
        if not earlier and clause and not title and credit.entry.means != "side" and _adverbial(row, first, start):
            # `Jeudi soir, sur la place, la marche a réuni mille personnes d'après la police, le double selon ...`
            start = first
        if has_number(row, start, last) or several or credit.entry.means == "side":
            return found(start, last)
    if not comma and not row.words[last].depth:
        for at in range(last, first, -1):
            if row.low(at) == "dont" or (row.low(at) == "," and row.low(at + 1) in ("dont",)):
                return found(at + 1, last)
    holes: tuple[tuple[int, int], ...] = ()
    end = last
    if comma and row.low(after) == "," and after + 1 < stretch.end:
        follows = row.words[after + 1]
        another = follows.low in ("pour", "selon") and row.low(after + 2) in ("qui", "lequel", "laquelle", "lesquels")
        if another:
            # `selon le syndicat, pour qui l'hôpital est plein`
            return found(first, end)
        counted = follows.low == "et" and has_number(row, after + 2, after + 2) and has_number(row, first, last)
        # `Ils sont 40 en tout, d'après la mairie, et 3 % sont mineurs`
        # `L'armée tire, selon des témoins, et embarque sept d'entre elles`
        joined = follows.low == "et" and row.finite(after + 2) and not several
        if joined and not row.words[first].depth and row.low(after + 2) not in cue_forms():
            counted = True
            several = False
        waits = not any(row.words[k].finite for k in range(first, last + 1)) and not row.words[first].depth
        if waits and not several and has_number(row, first, last) and _acts(row, after + 1):
            # `Trois mille personnes, selon l'agence, vivent encore là`
            end, holes = trim_end(row, after + 1, stretch.end - 1), ((credit.first, after),)
            return found(first, end, holes)
        if several and has_number(row, after + 1, after + 1) and has_number(row, first, last):
            # `Onze sont au fond, selon la direction, treize d'après le syndicat`
            return found(first, last)
        if counted and (several or any(row.low(k) in ("que", "qu'", "selon") for k in range(after + 2, stretch.end))):
            counted = False
        if (
            counted
            or follows.low in OPENERS_OF_MORE
            or (
                follows.low not in NO_MORE
                and not follows.low.endswith("ant")
                and follows.pos not in ("PROPN", "NOUN", "ADJ", "VERB")
            )
        ):
            end, holes = trim_end(row, after + 1, stretch.end - 1), ((credit.first, after),)
            cut = next((k for k in range(after + 1, end) if row.low(k) == ";"), None)
            end = trim_end(row, after + 1, cut) if cut is not None else end
    return found(labelled(row, first, end, stretch), end, holes)


def _acts(row: Row, at: int) -> bool:
    """Say whether a finite verb, with at most its clitics before it, begins at a word."""
    while row.low(at) in closed_words("clitics"):
        at += 1
    return row.finite(at) and row.low(at) not in cue_forms()


def _adverbial(row: Row, first: int, last: int) -> bool:
    """Say whether words before a comma only tell when or where."""
    opens = row.low(first)
    return (opens in closed_words("times") or opens in OPENERS_OF_MORE or opens in ("à", "au", "en", "le")) and not any(
        row.words[k].finite or row.words[k].text in ":;(" for k in range(first, last)
    )


def _last_sign(row: Row, first: int, last: int, credit: Credit) -> int:
    for at in range(last, first - 1, -1):
        word = row.words[at]
        numbers = has_number(row, at - 1, at - 1) and has_number(row, at + 1, at + 1)
        if word.low == "et" and (numbers or beside_count(row, at, first)):
            # `entre 500 et 600`, `six décès et 80 blessés`
            continue
        if word.low in (",", ":", ";", "(", "–", "et", "…", "?") and word.depth == row.words[credit.first].depth:
            return at + 1
        if word.text in OPENING and at < last:
            return at
    return first
