"""The first step of the digest: paragraphs in, what each says by itself out. Equal paragraphs always read the same."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.extract.events import read_events
from recoupe.extract.figures.read import read_figures
from recoupe.extract.figures.striking import set_out, struck
from recoupe.extract.figures.topics import act_told, topics
from recoupe.extract.memo import Memo, Unread
from recoupe.extract.mentions import read_mentions
from recoupe.extract.moments import find_moments
from recoupe.extract.moments.telling import with_telling
from recoupe.extract.paragraph import Paragraph, parse_paragraphs
from recoupe.extract.places import read_places
from recoupe.extract.reading import Reading, Subject
from recoupe.extract.statements import read_statements
from recoupe.model.article import BlockKind

# the paragraphs of some three hundred reports
MEMO = Memo(size=4096)


def read_paragraphs(paragraphs: Sequence[Unread], memo: Memo = MEMO) -> list[Reading]:
    """Return the reading of each paragraph; what `memo` holds is not read again, and reads no other way for it."""
    return memo.recall(paragraphs, lambda new: [_read(paragraph) for paragraph in parse_paragraphs(new)])


def _read(paragraph: Paragraph) -> Reading:
    moments = with_telling(find_moments(paragraph.text), paragraph)
    places = read_places(paragraph)
    figures, set_aside = read_figures(paragraph, moments)
    subjects = [
        Subject(topic.kind, topic.counted, topic.entry)
        for sentence in paragraph.sentences
        for topic in topics(sentence)
    ]
    if paragraph.kind is BlockKind.TITLE and not subjects and (act := act_told(paragraph.sentences)) is not None:
        subjects = [Subject(act.kind, act.counted, act.entry)]
    return Reading(
        kind=paragraph.kind,
        sentences=tuple(sentence.span for sentence in paragraph.sentences),
        figures=figures,
        statements=read_statements(paragraph, moments),
        mentions=read_mentions(paragraph),
        moments=moments,
        places=places,
        struck=tuple(moment for sentence in paragraph.sentences for moment in struck(moments, sentence)),
        set_out=tuple(moment for sentence in paragraph.sentences for moment in set_out(moments, sentence)),
        subject=subjects[-1] if subjects else None,
        set_aside=set_aside,
        events=read_events(paragraph, moments),
    )
