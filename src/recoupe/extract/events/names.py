"""The words for a party in, the name that the article gives it out; None where it names nobody that the words settle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.extract.reading import LocalParty, Mention, Reading
from recoupe.extract.statements.cast import Cast
from recoupe.model.article import Article, BlockKind
from recoupe.model.span import Span
from recoupe.model.statement import Statement

# characters back to whom a pronoun may take up
NEAR = 250


@dataclass(slots=True)
class Names:
    """Whom an article names, and who speaks where."""

    cast: Cast
    mentions: dict[int, list[Mention]]
    statements: Sequence[Statement]

    @classmethod
    def of(cls, article: Article, readings: Sequence[tuple[Span, Reading]], statements: Sequence[Statement]) -> Names:
        """Gather the names of an article."""
        mentions = {block.start: list(reading.mentions) for block, reading in readings}
        pairs = [
            (block.start + one.span.start, one)
            for block, reading in readings
            if reading.kind is not BlockKind.HEADING
            for one in reading.mentions
        ]
        return cls(Cast.of(sorted(pairs, key=lambda pair: pair[0]), article.text), mentions, statements)

    def name(self, party: LocalParty | None, start: int) -> tuple[str | None, str | None]:
        """Return the name of a party whose spans count from `start`, and the rule that found it."""
        if party is None:
            return None, None
        at = start + party.head.start
        if party.role == "pronoun":
            return self._pronoun(party, at)
        named = [one for one in self.mentions.get(start, ()) if one.role in ("name", "acronym")]
        named.sort(key=lambda one: (one.span.start - one.span.end, one.span))
        holder = next((one for one in named if one.span.covers(party.head)), None)
        if holder is None:
            # `le docteur Jean Blanchet`: the phrase hangs on the function, the name stands behind it
            holder = next((one for one in named if one.title is not None and _is_titled(one, party)), None)
        if holder is not None and self._is_it(holder, party):
            return self.cast.full_name(holder.text), "events.name.mention"
        if party.role == "name":
            return self.cast.full_name(party.text), "events.name.as_written"
        return party.text, None

    def _is_it(self, mention: Mention, party: LocalParty) -> bool:
        """Whether a mention names the party: it is the party's head, or the head is the function beside the name."""
        words = party.text.casefold()
        return mention.text.casefold() in words or words in mention.text.casefold() or mention.title is not None

    def _pronoun(self, party: LocalParty, at: int) -> tuple[str | None, str | None]:
        low = party.text.casefold()
        if low in ("je", "j'", "j’"):
            around = [one for one in self.statements if one.span.start <= at < one.span.end and one.speaker]
            speaker = min(around, key=lambda one: one.span.end - one.span.start).speaker if around else None
            return speaker, "events.name.speaker" if speaker else None
        if any(one.span.start <= at < one.span.end and one.form == "direct" for one in self.statements):
            # whom a quote means by `ils` was named before it was cut
            return None, None
        if party.plural:
            group = self.cast.last_group(at)
            fits = group is not None and (party.gender is None or group.gender is None or group.gender == party.gender)
            if group is not None and fits and at - group.at < NEAR:
                return self.cast.full_name(group.name), "events.name.group"
            return None, None
        named = self.cast.last_named(at, party.gender, False, True)
        if named is not None and at - named.at < NEAR:
            return self.cast.full_name(named.name), "events.name.pronoun"
        return None, None


def _is_titled(mention: Mention, party: LocalParty) -> bool:
    """Whether a name's function is what the party's phrase hangs on: `le secrétaire d'État Jean Blanchet`."""
    apart = mention.span.start - party.head.start
    opens = (mention.title or "").casefold().startswith(party.text.casefold().split()[0])
    return party.span.covers(mention.span) or (opens and 0 < apart < len(mention.title or "") + 12)
