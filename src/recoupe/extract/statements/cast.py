"""All the mentions of an article in; for the words that name a speaker, the person or organisation behind them out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from recoupe.extract.reading import Mention
from recoupe.extract.statements.lexis import actor_class, callings, closed_words, cue_forms, is_a, world_bodies
from recoupe.extract.statements.offices import SMALL, TOKENS, callings_of, initials, of_the_state, spells
from recoupe.extract.statements.small_words import ACRONYM, CIVIL
from recoupe.extract.statements.suited import firm_beside, suits
from recoupe.extract.statements.wording import (
    bare,
    civil_off,
    head_of,
    heads_of,
    is_office,
    kin_of,
    noun_words,
    parts_of,
    personal,
    words_of,
)
from recoupe.model.span import Span

BEFORE_PLACE = re.compile(
    r"(?:^|[\s(])(?:à|en|dans|sur|vers|de|d'|depuis|près de|du|des|entre|hors de)\s?(?:la |le |l'|les )?$"
)
AGED = re.compile(r",\s+\d{1,3}\s+ans\b")
AGENT = re.compile(r"(?:eur|euse|trice|iste|ienne|logue|nome)$")
LAST_NAMED = re.compile(r"^(?:ce|cette|ces)\s+derni", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody the article names: `name`, what stood beside it, and where."""

    at: int
    name: str
    title: str | None
    gender: str | None
    plural: bool
    person: bool
    subject: bool = True
    acronym: bool = False


# `Son chef, Paul Ndiaye` is not `le chef du site`
OWNED = ("son ", "sa ", "leur ")
STATE = frozenset(["état", "etat", "l'état", "l'etat"])
OF_PLACE = re.compile(r"\s(?:de|du|des|d['’])\s?$")


@dataclass(slots=True)
class Cast:
    """Whom an article names, in the order of the text."""

    known: list[Known] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)
    titles: list[Known] = field(default_factory=list)
    full: dict[str, str] = field(default_factory=dict)
    held: dict[str, list[Known]] = field(default_factory=dict)
    backwards: list[Known] = field(default_factory=list)

    @classmethod
    def of(cls, mentions: list[tuple[int, Mention]], text: str, quoted: Sequence[Span] = ()) -> Cast:
        """Build the cast from mentions with their offsets in the text; whom a quote names is not who goes on."""
        cast = cls()
        mentions = [pair for pair in mentions if not _tail_of_another(pair, mentions)]
        for _, mention in mentions:
            if mention.acronym and len(mention.text) > len(mention.acronym):
                known_as = cast.acronyms.get(mention.acronym)
                better = known_as is not None and not spells(mention.acronym, known_as)
                if (
                    known_as is None
                    or (better and spells(mention.acronym, mention.text))
                    or (
                        not initials(known_as, mention.acronym)
                        and initials(mention.text, mention.acronym)
                        and known_as.endswith(mention.text)
                    )
                ):
                    cast.acronyms[mention.acronym] = bare(mention.text)
        for at, mention in mentions:
            before = text[max(0, at - 12) : at].casefold().replace("’", "'")
            placed = mention.title is None and BEFORE_PLACE.search(before) is not None
            aged = AGED.match(text[at + len(mention.text) : at + len(mention.text) + 20]) is not None
            end = at + len(mention.text)
            firm = mention.role == "name" and firm_beside(text[max(0, at - 40) : at], text[end : end + 60])
            person = aged or (_is_person(mention) and not placed and not firm)
            subject = not placed or aged or bool(mention.acronym)
            subject = subject and not any(span.start <= at < span.end for span in quoted)
            known = Known(
                at,
                bare(mention.text),
                mention.title or firm or None,
                mention.gender,
                mention.plural,
                person,
                subject,
                bool(mention.acronym),
            )
            if mention.role in ("name", "acronym"):
                cast.known.append(known)
            else:
                cast.titles.append(known)
        whole = {part for known in cast.known if known.person for part in parts_of(known.name)}
        cast.known = [
            replace(known, person=True)
            if " " not in known.name
            and parts_of(known.name)[0:1]
            and parts_of(known.name)[0] in whole
            and not known.acronym
            else known
            for known in cast.known
        ]
        return cast

    def full_name(self, name: str) -> str:
        """Return the fullest form in which the article gives a name: `M. Blanchet`, `Blanchet`, `l'UPR`."""
        if name not in self.full:
            self.full[name] = self._fullest(name)
        return self.full[name]

    def _fullest(self, name: str) -> str:
        name = bare(name)
        if name.casefold() in STATE:
            return name
        if ACRONYM.match(name):
            return self.unfolded(name)
        words = tuple(word for word in parts_of(name) if word not in CIVIL)
        plain = " ".join(words)
        best = civil_off(name)
        for known in self.known:
            other = parts_of(known.name)
            if len(other) <= len(words) or not personal(known.name):
                continue
            if (
                len(words) == 1
                and not known.person
                and OF_PLACE.search(known.name[: -len(name)] if known.name.endswith(name) else "")
            ):
                # `L'Éveil de Kinshasa` is not Kinshasa
                continue
            same = other[-len(words) :] == words or (len(words) == 1 and other[0] == plain and known.person)
            if same and len(parts_of(best)) < len(other):
                best = civil_off(known.name)
        return best

    def unfolded(self, acronym: str) -> str:
        """Return the full name behind an acronym, or the acronym itself."""
        if acronym in self.acronyms:
            return self.acronyms[acronym]
        letters = acronym.replace(".", "")
        if len(letters) < 3:
            return acronym
        for known in [*self.known, *self.titles]:
            initials = "".join(
                word[0]
                for word in TOKENS.findall(known.name)
                if word.casefold() not in SMALL and not word.casefold().startswith(("d'", "l'"))
            )
            elided = "".join(
                word.split("'")[-1].split("’")[-1][0]
                for word in TOKENS.findall(known.name)
                if word.casefold() not in SMALL
            )
            if letters.casefold() in (initials.casefold(), elided.casefold()):
                return known.name
        spelled = (each.name for each in self.known if not each.person and spells(letters, each.name))
        return next(spelled, None) or next(self._of_the_world(acronym), acronym)

    def _of_the_world(self, acronym: str) -> Iterator[str]:
        """Yield the names that the article gives to a body of the world known by that acronym: `HCR`."""
        keys = world_bodies().get(acronym)
        for known in [*self.known, *self.titles]:
            name = known.name.casefold()
            if keys and not known.person and len(name) > len(acronym) and all(key in name for key in keys):
                yield known.name

    def titled(self, words: str, before: int) -> Known | None:
        """Return the person whom a function names: `le ministre` after `le ministre de la Santé, Jean Blanchet`."""
        head = head_of(words)
        holders = self._holders(head)
        rest = {word.casefold() for word in TOKENS.findall(words)} - SMALL - {head}
        fitting = [
            known
            for known in holders
            if not rest
            or rest & words_of(known.title or "")
            or not (words_of(known.title or "") - {head} or (known.title or "").casefold().startswith(OWNED))
        ]
        earlier = [known for known in fitting if known.at < before]
        if rest:
            exact = [known for known in fitting if rest <= words_of(known.title or "")]
            if exact:
                return exact[0]
            names = {known.name for known in fitting}
            return fitting[0] if len(names) == 1 and self._only(head, holders) else None
        if earlier:
            return earlier[-1]
        return fitting[0] if fitting else None

    def _holders(self, head: str) -> list[Known]:
        """Return those named with a function of that noun, in order."""
        if head not in self.held:
            self.held[head] = [
                known for known in self.known if known.title and head in heads_of(known.title) and known.person
            ]
        return self.held[head]

    def _only(self, head: str, holders: list[Known]) -> bool:
        return len({known.name for known in holders}) == 1

    def akin(self, words: str, before: int, gender: str | None) -> Known | None:
        """Return the one person named before whose function `le magistrat`, `l'officier supérieur` takes up."""
        if ACRONYM.match(words):
            holders = [known for known in self.known if known.title and known.person and initials(known.title, words)]
        else:
            office = callings().get(words.casefold().replace("’", "'")) if " " in words else None
            calling = office or callings().get(head_of(words), frozenset())
            if not calling:
                return None
            holders = [
                known
                for known in self.known
                if known.person and known.at < before and calling & callings_of(known.title)
                and (office is None or of_the_state(known.title or ""))
                and not (gender and known.gender and known.gender != gender)
            ]  # fmt: skip
        names = {self.full_name(known.name) for known in holders}
        return holders[-1] if len(names) == 1 else None

    def all_akin(self, words: str, before: int, gender: str | None) -> set[str]:
        """Return the names of all whose function a general noun may take up: `l'officier`."""
        calling = callings().get(head_of(words), frozenset())
        return {
            self.full_name(known.name)
            for known in self.known
            if known.person and known.at < before and calling & callings_of(known.title)
            and not (gender and known.gender and known.gender != gender)
        }  # fmt: skip

    def body(self, words: str, before: int) -> Known | None:
        """Return the organisation that a bare noun takes up: `le ministère`, `la société`, `l'agence`."""
        head = head_of(words)
        if len([word for word in TOKENS.findall(words) if word.casefold() not in SMALL]) > 1:
            return None
        fuller = [
            known
            for known in [*self.known, *self.titles]
            if head_of(known.name) == head
            and known.at != before
            and len(TOKENS.findall(known.name)) > 1
            and not known.person
            and (not is_a(head, "person") or " d" in known.name)
            and TOKENS.findall(known.name)[1].casefold() not in cue_forms()
            and not known.name[-1].isdigit()
            # `l'ONG italienne` is no name either
            and not (head.upper() == bare(words) and known.name[len(head) :].islower())
        ]
        earlier = [known for known in fuller if known.at < before]
        if earlier:
            return earlier[-1]
        return fuller[0] if fuller else None

    def last_named(
        self, before: int, gender: str | None, plural: bool, person: bool | None, speaking: bool = False
    ) -> Known | None:
        """Return whom the text named last before a place, of that gender and number."""
        if len(self.backwards) != len(self.known):
            self.backwards = sorted(self.known, key=lambda one: one.at, reverse=True)
        for known in islice(self.backwards, bisect_right(self.backwards, -before, key=lambda one: -one.at), None):
            if before - known.at > 1500:
                return None
            if person is not None and known.person != person:
                continue
            if known.plural != plural or (gender and known.gender and known.gender != gender) or not known.subject:
                continue
            if speaking and not (known.person or known.gender is None or of_a_kind(known)):
                # a place or a house: `Ker-Avel`
                continue
            return known
        return None

    def last_titled(self, before: int, gender: str | None, plural: bool) -> Known | None:
        """Return the person named last by a function alone: `l'entrepreneur`."""
        fitting = [
            known for known in _within(self.titles, before, 400)
            if known.plural == plural
            and is_office(known.name)
            and not (gender and known.gender and known.gender != gender)
        ]  # fmt: skip
        return fitting[-1] if fitting else None

    def last_group(self, before: int) -> Known | None:
        """Return the people meant last in the plural, named or not: whom `ceux-ci` takes up."""
        fitting = [
            known
            for known in sorted(
                [*_within(self.known, before, 300), *_within(self.titles, before, 300)], key=lambda one: one.at
            )
            if known.plural and actor_class(head_of(known.name))
        ]
        return fitting[-1] if fitting else None

    def last_body_titled(self, before: int, plural: bool) -> Known | None:
        """Return the organisation that was last meant by its kind alone: `la compagnie ferroviaire`."""
        fitting = [
            known
            for known in _within(self.titles, before, 200)
            if known.plural == plural
            and any(is_a(head_of(known.name), kind) for kind in ("organisation", "named_body"))
            and not known.name.casefold().startswith(("son ", "sa ", "ses ", "leur", "notre", "nos "))
        ]
        return fitting[-1] if fitting else None

    def last_described(self, before: int) -> Known | None:
        """Return the person without a name who was described last before a place: `un élu de la zone`."""
        fitting = [
            known
            for known in _within(self.titles, before, 400)
            if is_a(head_of(known.name), "person") and known.name.casefold().startswith(("un ", "une "))
        ]
        return fitting[-1] if fitting else None

    def has_title(self, known: Known) -> bool:
        """Say whether the article gives somebody a function beside the name."""
        return any(one.title is not None and one.name == known.name for one in self.known)

    def last_of_kind(self, before: int, head: str) -> Known | None:
        """Return the organisation that was named last with a noun of the kind `head`: `l'ONG Source vive`."""
        same = [known for known in self.known if known.at < before and not known.person and _of_kind(known, head)]
        return same[-1] if same and before - same[-1].at < 2500 else None

    def last_body(self, before: int, head: str | None = None) -> Known | None:
        """Return the organisation named last before a place: of the kind `head`, or with an acronym or a kind."""
        bodies = [known for known in self.known if known.at < before and not known.person and before - known.at < 2500]
        bodies = [known for known in bodies if head is None or suits(head, known.name, known.title)]
        same = [known for known in bodies if known.title and head and head_of(known.title) in kin_of(head)]
        clear = [known for known in bodies if known.subject and of_a_kind(known)]
        chosen = same or (clear if not head or head not in closed_words("firms") else [])
        return chosen[-1] if chosen else None


def of_a_kind(known: Known) -> bool:
    """Say whether a name or what stands beside it tells that it is of a body that can speak."""
    return (
        known.acronym
        or ACRONYM.match(known.name) is not None
        or (known.title is not None and actor_class(head_of(known.title)) is not None)
        or any(actor_class(word) for word in noun_words(known.name))
    )


def _of_kind(known: Known, head: str) -> bool:
    """Say whether a body is of a kind, by the noun beside its name or by its name: `Société des eaux`."""
    own = known.name[:1].isupper() and " " in known.name and head_of(known.name) in kin_of(head)
    return own or (known.title is not None and head_of(known.title) in kin_of(head))


def _within(named: list[Known], before: int, reach: int) -> list[Known]:
    """Return those of a list in the order of the text that stand before a place and less than so far from it."""
    first = bisect_right(named, before - reach, key=lambda one: one.at)
    return named[first : bisect_left(named, before, key=lambda one: one.at)]


def _tail_of_another(pair: tuple[int, Mention], mentions: list[tuple[int, Mention]]) -> bool:
    """Say whether a name only runs into the one that ends it: `Savoie Jean de Brunel`."""
    at, mention = pair
    end = at + len(mention.text)
    return (
        mention.title is None
        and mention.role == "name"
        and any(other.title is not None and start >= at and start + len(other.text) == end for start, other in mentions)
    )


def _is_person(mention: Mention) -> bool:
    if mention.title is not None:
        head = head_of(mention.title)
        trade = actor_class(head) is None and AGENT.search(head) is not None and mention.role == "name"
        # `le défenseur Paul Ndiaye`: a noun of the kind that says what somebody does
        return is_a(head, "person") or head in CIVIL or (trade and personal(mention.text))
    first = mention.text.split()[0] if mention.text.split() else ""
    words = TOKENS.findall(mention.text)
    if ACRONYM.match(mention.text) or actor_class(first) is not None:
        return False
    return personal(mention.text) and len(words) >= 2
