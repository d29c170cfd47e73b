"""One paragraph in, the statements it makes by itself out: contents, cues and the words that name the speakers."""

from __future__ import annotations

from collections import defaultdict

from recoupe.extract.paragraph import Paragraph
from recoupe.extract.reading import LocalStatement
from recoupe.extract.statements.acts import act_of
from recoupe.extract.statements.asked import asked
from recoupe.extract.statements.cues import Cue, find_cues
from recoupe.extract.statements.denials import denied_before
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.gapped import gapped
from recoupe.extract.statements.impersonal import impersonal
from recoupe.extract.statements.judged_by import judged_by
from recoupe.extract.statements.labels import announced
from recoupe.extract.statements.lexis import actor_class, closed_words, is_a, rules
from recoupe.extract.statements.loose import loose_quotes
from recoupe.extract.statements.media import medium_of
from recoupe.extract.statements.opened import opened_cues
from recoupe.extract.statements.passives import counted_by, passive, set_again
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.points import pointed
from recoupe.extract.statements.prepositions import credited, credits_in
from recoupe.extract.statements.presented import borne_out, presented, read_there, vouched
from recoupe.extract.statements.pronouns import himself, taken_up
from recoupe.extract.statements.quoted_verbs import quoted_verb
from recoupe.extract.statements.speakers import LATTER
from recoupe.extract.statements.turned import turned
from recoupe.extract.statements.verbs import plain
from recoupe.extract.statements.words import Row, Stretch, row_of
from recoupe.model.article import BlockKind
from recoupe.model.moment import Moment
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Form

# what somebody means to do, which is no speech of its own inside what he says
OWN_PLANS = frozenset(["intended", "meant"])
# letters of `elles `, before a verb behind a colon
PRONOUN = 7
OUR = frozenset(["notre", "nos"])


def read_statements(paragraph: Paragraph, moments: tuple[Moment, ...]) -> tuple[LocalStatement, ...]:
    """Return the statements of one paragraph, in the order of their contents; the article binds their speakers.

    `moments` are those of the paragraph; each statement keeps the ones that may date its cue.
    """
    row = row_of(paragraph)
    if not row.words or _all_quoted_heading(paragraph, row):
        return ()
    title = paragraph.kind in (BlockKind.TITLE, BlockKind.HEADING)
    cues = opened_cues(row, find_cues(row))
    found: list[Found] = []
    within: defaultdict[int, list[Cue]] = defaultdict(list)
    for cue in cues:
        within[row.marks.stretch_at[cue.first]].append(cue)
    for number, stretch in enumerate(row.stretches):
        found += _of_stretch(row, stretch, tuple(within[number]), title, found)
    kept = _settled(found)
    kept += loose_quotes(row, kept, paragraph.kind)
    kept.sort(key=lambda each: (each.span, each.at))
    return tuple(_local(row, each, moments, kept) for each in kept)


def _all_quoted_heading(paragraph: Paragraph, row: Row) -> bool:
    if paragraph.kind is BlockKind.BODY or paragraph.kind is BlockKind.CAPTION:
        return False
    return all(word.depth > 0 for word in row.words if word.is_word)


def _of_stretch(row: Row, stretch: Stretch, cues: tuple[Cue, ...], title: bool, earlier: list[Found]) -> list[Found]:
    found: list[Found] = []
    subject: Phrase | None = None
    for cue in cues:
        if cue.mood == "passive":
            each = passive(row, cue, stretch)
        else:
            each = turned(row, cue, stretch, cues, title) or plain(row, cue, stretch, cues, subject)
            each = each or counted_by(row, cue, stretch)
            each = quoted_verb(row, cue, stretch, cues) or each
        if each is None or (row.words[cue.first].depth and not _speech_in_speech(row, cue, each)):
            continue
        again = subject is not None and each.speaker is not None and each.speaker.span == subject.span
        if _mute(each) or (each.frame != "turned" and not again and _speaks_of_itself(row, cue, each)):
            continue
        each = taken_up(row, each, stretch, earlier)
        found.append(each)
        found += denied_before(row, cue, each)
        if row.words[cue.first].depth == 0:
            subject = each.speaker
    credits = list(credits_in(row, stretch))
    for credit in credits:
        each = credited(row, credit, stretch, cues, credits, title)
        if each is not None:
            found.append(himself(row, each, stretch, earlier) if credit.entry.means == "self" else each)
    found = [one for each in found for one in gapped(row, each, stretch)]
    found = [one for each in found for one in set_again(row, each, stretch)]
    found += borne_out(row, stretch, cues)
    found += impersonal(row, stretch, cues)
    found += asked(row, stretch, cues)
    found += [each for each in judged_by(row, stretch) if not any(other.span.covers(each.span) for other in found)]
    told = announced(row, stretch, cues)
    if told is not None and told.cue is not None:
        # `X avance une explication : ...`: what stands behind the colon, not the noun
        found = [each for each in found if not (each.span.covers(told.cue) or told.span == each.span)]
        found.append(told)
    for each in (
        presented(row, stretch),
        vouched(row, stretch),
        read_there(row, stretch),
        pointed(row, stretch, cues, found),
    ):
        if each is not None and not any(other.span.meets(each.span) and other.cue == each.cue for other in found):
            found.append(each)
    return found


def _speech_in_speech(row: Row, cue: Cue, each: Found) -> bool:
    """Inside a quote only what plainly hands on another's words counts: a nested quote, `que`, an order."""
    if each.frame in ("turned_inside", "bare", "quoted_verb"):
        return True
    if each.speaker is None or (each.speaker.role == "pronoun" and each.speaker.head in ("on", "nous")):
        return False
    if each.frame in ("turned",):
        return False
    nested = any(quote.depth > 0 and quote.outer.meets(each.span) for quote in row.quotes)
    direct = each.form is Form.DIRECT and nested
    ordered = each.frame in ("que", "de") and any(form.verb == "dire" for form in cue.frames.values())
    return direct or ordered


def _speaks_of_itself(row: Row, cue: Cue, each: Found) -> bool:
    """`je pense que`, `on sait que` outside quotes, and subjects that cannot speak."""
    if each.speaker is None:
        return True
    head, role = each.speaker.head, each.speaker.role
    if (
        role == "owned"
        and each.frame == "tally"
        and head in closed_words("newsroom")
        and row.low(each.speaker.first) in OUR
    ):
        # `notre correspondant a compté onze maisons`: the outlet's own count
        return True
    if role == "pronoun":
        return head in ("je", "j'") and not row.words[cue.first].depth
    if role in ("name", "acronym", "joined", "same") or head in LATTER:
        return False
    return actor_class(head) is None and each.frame not in ("turned", "turned_inside", "colon", "que", "inf", "bare")


def _mute(each: Found) -> bool:
    """Say whether something that only bears words or lays down a rule is told of: `la banderole proclame`, `dit le panneau`."""
    if each.speaker is None or each.speaker.role == "name":
        return False
    head = each.speaker.head
    return head in closed_words("mute") or (head in rules() and not is_a(head, "organisation"))


def _settled(found: list[Found]) -> list[Found]:
    """Drop what says the same twice: one cue, or one content of one speaker."""
    kept: list[Found] = []
    taken: set[tuple[Span, str | None]] = set()
    for each in sorted(found, key=lambda one: (one.at, one.span)):
        own = each.speaker is not None and each.speaker.role == "pronoun" and each.frame == "selon"
        if (
            own
            and each.cue is not None
            and any(
                other is not each
                and other.cue is not None
                and other.cue.start < each.cue.start
                and other.span.covers(each.cue)
                for other in found
            )
        ):
            # `a fustigé l'État, coupable selon lui d'avoir tardé`
            continue
        if each.frame == "quoted_verb" and any(other is not each and other.span.covers(each.span) for other in found):
            # `Le gérant « reconnaît son erreur », assure son avocat`
            continue
        if each.frame in OWN_PLANS and any(other is not each and other.span.covers(each.span) for other in found):
            # `a dit qu'il comptait partir`
            continue
        if each.frame == "tally" and any(
            other.frame == "turned" and other.span.covers(each.span) and _same_voice(each, other) for other in found
        ):
            # `Il a compté trente morts, assure-t-il`
            continue
        if each.frame == "colon" and any(_says_all(each, other) for other in found):
            # `Le syndicat n'en démord pas : il accuse la mine d'avoir tardé`
            continue
        if each.frame in ("colon", "quote", "noun") and any(
            other.frame == "turned" and other.span == each.span for other in found
        ):
            # `Le port riposte : « ... », dit sa directrice`
            continue
        if (each.span, _name(each)) not in taken:
            taken.add((each.span, _name(each)))
            kept.append(each)
    return kept


def _says_all(each: Found, other: Found) -> bool:
    """Say whether what a colon opens is nothing but a pronoun with a verb of saying of its own."""
    if other.cue is None or other.frame == "colon" or other.speaker is None or other.span.end != each.span.end:
        return False
    opens = each.span.start < other.cue.start < each.span.start + PRONOUN
    return opens and (other.speaker.role == "pronoun" or _same_voice(each, other))


def _same_voice(one: Found, other: Found) -> bool:
    return one.speaker is not None and other.speaker is not None and one.speaker.head == other.speaker.head


def _name(each: Found) -> str | None:
    return each.speaker.text if each.speaker else None


def _local(row: Row, each: Found, moments: tuple[Moment, ...], kept: list[Found]) -> LocalStatement:
    speaker = each.speaker
    sentence = row.words[each.at].sentence
    evidence = [Evidence("content", f"statements.content.{each.frame}", each.span)]
    if each.entry is not None:
        evidence.append(Evidence("cue", each.entry.name, each.cue))
    if speaker is not None:
        evidence.append(Evidence("speaker", f"statements.speaker.{speaker.role}", speaker.span))
        known = actor_class(speaker.head)
        if known is not None:
            evidence.append(Evidence("speaker", known.name, speaker.span))
    if each.via is not None:
        evidence.append(Evidence("via", "actors:document", each.cue))
    act, why = act_of(each, row.text)
    evidence.append(why)
    via, medium = (each.via, None) if each.via else medium_of(row, each)
    if medium is not None:
        evidence.append(medium)
    return LocalStatement(
        span=each.span, sentence=sentence, speaker=speaker.text if speaker else None,
        speaker_span=speaker.span if speaker else None,
        speaker_role=speaker.role if speaker else "none", gender=speaker.gender if speaker else None,
        plural=speaker.plural if speaker else False, form=each.form, cue=each.cue.of(row.text) if each.cue else None,
        cue_span=each.cue,
        act=act, via=via, moments=_dating(row, each, moments, kept), continues=each.continues, evidence=tuple(evidence), opens=each.opens,
    )  # fmt: skip


def _dating(row: Row, each: Found, moments: tuple[Moment, ...], kept: list[Found]) -> tuple[Moment, ...]:
    """Return the moments of the cue's sentence that stand outside every content and near the cue, nearest first."""
    if each.cue is None:
        return ()
    stretch = row.stretch_of(each.at)
    here = row.span(stretch.start, stretch.end - 1)
    cue = each.cue
    near = [
        moment
        for moment in moments
        if here.covers(moment.span) and not moment.starts and not moment.ends
        and not _said(moment.span, each, kept, cue) and not _of_other(row.text, moment.span, each, kept)
        and _same_clause(row.text, moment.span, cue)
    ]  # fmt: skip
    return tuple(
        sorted(near, key=lambda moment: min(abs(moment.span.start - cue.end), abs(cue.start - moment.span.end)))
    )


def _said(span: Span, each: Found, kept: list[Found], cue: Span) -> bool:
    """Say whether a moment belongs to what is reported rather than to the reporting."""
    for other in kept:
        if other.span.covers(span) and not (
            other is not each and other.span.covers(cue) and other.span.start > cue.end
        ):
            inside_hole = (
                other is each and other.span.covers(cue) and abs(span.start - cue.end) < 40 and span.start >= cue.end
            )
            if not inside_hole and not (other is not each and other.span.covers(cue)):
                return True
    return False


def _of_other(text: str, span: Span, each: Found, kept: list[Found]) -> bool:
    """Say whether a moment stands right behind what another statement reports: `évoquait 640 familles lundi, en recense 812`."""
    return any(
        other is not each
        and other.cue is not None
        and other.cue.end <= other.span.start
        and other.span.end < span.start
        and not text[other.span.end : span.start].strip()
        for other in kept
    )


def _same_clause(text: str, span: Span, cue: Span) -> bool:
    between = text[min(span.end, cue.end) : max(span.start, cue.start)]
    return not any(sign in between for sign in ';:«»“”"') and len(between) < 90
