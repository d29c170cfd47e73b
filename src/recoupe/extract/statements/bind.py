"""The readings of an article's paragraphs in, its statements out: speakers in full, days and offsets of the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from recoupe.extract.reading import LocalStatement, Reading
from recoupe.extract.statements.again import ahead, akin_spoken, of_the_world, of_two, taken_again, takes_up, together
from recoupe.extract.statements.allies import country_of
from recoupe.extract.statements.bodies import body_meant, ourselves, unfolded
from recoupe.extract.statements.cast import LAST_NAMED, Cast, Known, of_a_kind
from recoupe.extract.statements.lexis import actor_class, closed_offices, closed_words, is_a
from recoupe.extract.statements.owners import OURS, owned
from recoupe.extract.statements.page import answered, is_answer, letterheads, points_below
from recoupe.extract.statements.voices import Voice, voice_of
from recoupe.extract.statements.wording import INSIDE, bare
from recoupe.model.article import Article, BlockKind
from recoupe.model.moment import Moment
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Form, Statement

NEAR = 1200
AGED = re.compile(r"\bde \d+ ans\b")
TEAM = frozenset(["délégués", "membres", "bénévoles", "observateurs", "enquêteurs", "militants", "volontaires"])
# of which kind a body of the world is, whatever its name says
WIDE = frozenset(["onusienne", "onusien", "internationale", "international", "humanitaire", "mondiale", "européenne"])
HEARD = (
    "appr",
    "dit",
    "indiqu",
    "assur",
    "précis",
    "rapport",
    "confi",
    "souffl",
    "gliss",
    "murmur",
    "répond",
    "annonc",
)


def bind_statements(
    article: Article, readings: list[tuple[Span, Reading]], said_on: Callable[[Moment], str | None]
) -> tuple[Statement, ...]:
    """Return the statements of an article, in order.

    `readings` are those of its blocks with where each block stands; `said_on` gives a moment's day.
    """
    mentions = [
        (block.start + mention.span.start, mention)
        for block, reading in readings
        if reading.kind is not BlockKind.HEADING
        for mention in reading.mentions
    ]
    direct = [
        local.span.shifted(block.start)
        for block, reading in readings
        for local in reading.statements
        if local.form is Form.DIRECT and not (local.cue_span and local.span.covers(local.cue_span))
    ]
    cast = Cast.of(sorted(mentions, key=lambda pair: pair[0]), article.text, direct)
    found: list[Statement] = []
    voices: list[Voice] = []
    for short, name in letterheads(article).items():
        if bare(name).endswith(cast.acronyms.setdefault(short, name)):
            cast.acronyms[short] = bare(name)
    answers = answered(article, readings)
    for number, (block, reading) in enumerate(readings):
        for local in reading.statements:
            below = points_below(article, readings, number) if local.opens else None
            if local.opens and below is None:
                continue
            at = block.start + (local.speaker_span.start if local.speaker_span else local.span.start)
            voice, rule = _voice(local, at, cast, voices, found, block.start)
            words = (local.speaker or "").casefold()
            ours = words.startswith(OURS) and any(
                is_a(word, "organisation") or is_a(word, "named_body") or word in TEAM for word in words.split()
            )
            if ours or (local.speaker_role == "pronoun" and words == "nous"):
                voice, rule = ourselves(article, cast, at), "statements.bind.ourselves"
            asked = cast.last_named(answers[number], None, False, True) if number in answers else None
            if asked is not None and is_answer(local):
                voice, rule = voice_of(asked, at, cast), "statements.bind.interview"
            if voice is None:
                continue
            voices.append(voice)
            one = _statement(article, block, local, voice, rule, said_on)
            found.append(one if below is None else replace(one, span=below, text=below.of(article.text)))
    return tuple(found)


def source_of(statements: Sequence[Statement], span: Span) -> tuple[str | None, Evidence | None]:
    """Return who is credited with the words of a span, and why: the speaker of the smallest statement around it.

    A statement without a speaker credits nobody.
    """
    around = [statement for statement in statements if statement.span.covers(span) and statement.speaker is not None]
    if not around:
        return None, None
    smallest = min(around, key=lambda statement: statement.span.end - statement.span.start)
    return smallest.speaker, Evidence("source", "statements.source.content", smallest.cue_span or smallest.span)


def _statement(
    article: Article,
    block: Span,
    local: LocalStatement,
    voice: Voice,
    rule: str,
    said_on: Callable[[Moment], str | None],
) -> Statement:
    span = local.span.shifted(block.start)
    evidence = [each.shifted(block.start) for each in local.evidence]
    evidence.append(Evidence("speaker", rule, local.speaker_span.shifted(block.start) if local.speaker_span else None))
    day = None
    for moment in local.moments:
        day = said_on(moment)
        if day is not None and len(day) < len("2000-01-01"):
            # a month is no day
            day = None
        if day is not None:
            evidence.append(Evidence("said_on", moment.rule, moment.span.shifted(block.start)))
            break
    return Statement(
        article=article.id, span=span, text=span.of(article.text), speaker=voice.name, form=local.form, cue=local.cue,
        cue_span=local.cue_span.shifted(block.start) if local.cue_span else None, act=local.act, via=local.via,
        said_on=day, evidence=tuple(evidence),
    )  # fmt: skip


def _voice(
    local: LocalStatement, at: int, cast: Cast, voices: list[Voice], found: list[Statement], floor: int
) -> tuple[Voice | None, str]:
    """Return who speaks in a statement and the rule that says so; None where nobody can be named.

    `floor` is where its paragraph begins.
    """
    words, role = INSIDE.sub("", local.speaker) if local.speaker else None, local.speaker_role
    last = voices[-1] if voices else None
    if local.continues or words is None or role == "same":
        if last is not None:
            return replace(last, at=at), "statements.bind.continues"
        return Voice(None, None, False, at, False), "statements.bind.nobody"
    plain = Voice(words, local.gender, local.plural, at, _human(words))
    match role:
        case "name":
            full = cast.full_name(words)
            if full == words and " " not in words and actor_class(words) is not None:
                # `la Force` is the one that the article names in full
                body = cast.body(words, at)
                full = cast.full_name(body.name) if body is not None else full
            known = next((one for one in cast.known if one.name.endswith(full)), None)
            gender = local.gender or (known.gender if known else None)
            person = known.person if known else False
            return Voice(full, gender, local.plural, at, person), "statements.bind.name"
        case "acronym":
            return replace(plain, name=cast.full_name(words)), "statements.bind.acronym"
        case "pronoun":
            return _pronoun(local, at, cast, voices, floor)
        case "count":
            return _counter(at, voices, found), "statements.bind.counter"
        case "demonstrative":
            return _taken_up(local, at, cast, voices, floor + local.span.start)
        case "title":
            return _titled(plain, words, at, cast, voices, floor, floor + local.span.start)
        case "owned":
            return owned(plain, words, at, cast, voices)
        case "joined":
            parts = [
                cast.full_name(part) if part[:1].isupper() or " " not in part else part for part in words.split(" et ")
            ]
            return replace(plain, name=" et ".join(parts)), "statements.bind.joined"
    both = together(at, voices) if role == "both" else None
    if both is not None:
        return replace(both, at=at), "statements.bind.together"
    return plain, "statements.bind.described"


def _counter(at: int, voices: list[Voice], found: list[Statement]) -> Voice | None:
    """Return who made the count that another one is set beside: `selon un bilan de X. Un précédent bilan ...`."""
    for voice, statement in zip(reversed(voices), reversed(found), strict=True):
        if at - voice.at > NEAR:
            return None
        if voice.name and any(word in closed_words("counts") for word in (statement.via or "").casefold().split()):
            return replace(voice, at=at)
    return None


def _titled(
    plain: Voice, words: str, at: int, cast: Cast, voices: list[Voice], floor: int, said: int
) -> tuple[Voice, str]:
    ally = country_of(words, (one.name for one in cast.known))
    if ally is not None:
        return replace(plain, name=ally, person=False), "statements.bind.ally"
    holder = cast.titled(words, at)
    if holder is not None:
        return voice_of(holder, at, cast), "statements.bind.title"
    akin = cast.akin(words, at, plain.gender)
    if akin is not None:
        return voice_of(akin, at, cast), "statements.bind.akin"
    several = akin_spoken(words, at, plain.gender, cast, voices)
    if several is not None:
        return several, "statements.bind.akin"
    unnamed = takes_up(words, at, voices)
    if unnamed is not None:
        return replace(unnamed, at=at), "statements.bind.akin"
    one = of_two(plain, words, at, cast)
    if one is not None:
        return one, "statements.bind.of_two"
    again = taken_again(plain, words, at, cast, voices)
    if again is not None:
        return again, "statements.bind.taken_again"
    body = cast.body(words, at)
    if body is not None and body.name.casefold() != words.casefold():
        return Voice(cast.full_name(body.name), body.gender, body.plural, at, False), "statements.bind.body"
    if plain.person and not plain.plural:
        # `Rosa Kone attend. La jeune femme ...`; a function is hers only where both stand in one paragraph
        near = cast.last_named(at, plain.gender, False, True)
        aged = AGED.search(words) is not None
        if (
            near is not None
            and (aged or not cast.has_title(near))
            and at - near.at < 260
            and (aged or " d" not in words or " " in near.name)
            and (aged or not _holds_office(words) or (near.at >= floor and " " in words))
        ):
            return voice_of(near, at, cast), "statements.bind.described_named"
    head = words.split()[0].casefold() if words else ""
    one_of_them = len(words.split()) == 2 and words.split()[1].islower() and is_a(head, "named_body")
    if one_of_them and (kin := cast.last_of_kind(at, head)) is not None:
        # `l'ONG italienne` takes up the one named before
        return Voice(cast.full_name(kin.name), kin.gender, kin.plural, at, False), "statements.bind.generic"
    world = of_the_world(words, at, cast) if one_of_them else None
    if world is not None:
        return Voice(cast.full_name(world.name), world.gender, world.plural, at, False), "statements.bind.generic"
    if one_of_them and voices and not voices[-1].person and voices[-1].name and at - voices[-1].at < 300:
        before = voices[-1]
        if before.name and before.name[:1].isupper() and words.split()[1] in WIDE:
            # `Le Haut-Commissariat s'alarme. L'agence onusienne ...`
            return replace(before, at=at), "statements.bind.generic"
    if (" " not in words and is_a(head, "named_body")) or words.casefold() in (
        "texte",
        "document",
        "formation",
        "institution",
        "instance",
    ):
        return body_meant(plain, head, at, cast, voices, said), "statements.bind.generic"
    return replace(plain, name=unfolded(words, cast)), "statements.bind.as_said"


def _holds_office(words: str) -> bool:
    """Say whether words name a function that the text must state of somebody: `médecin-chef`, `gérante du bar`."""
    head, *rest = words.split()
    of_something = any(word.casefold() in ("du", "des", "la") or word[:2] in ("l'", "l’") for word in rest)
    return head.casefold() in closed_offices() or of_something or any(word[0].isupper() for word in rest)


def _pronoun(local: LocalStatement, at: int, cast: Cast, voices: list[Voice], floor: int) -> tuple[Voice | None, str]:
    low = (local.speaker or "").casefold().replace("’", "'")
    if low == "on":
        # `on compte`, `pensait-on`: nobody answers for it
        told = local.cue is not None and any(stem in local.cue.casefold() for stem in HEARD)
        return (Voice(None, None, False, at, False) if told else None), "statements.bind.nobody"
    if low in ("ceux-ci", "celles-ci"):
        group = cast.last_group(at)
        if group is not None:
            return Voice(cast.full_name(group.name), group.gender, True, at, False), "statements.bind.latter"
    if low in ("je", "j'"):
        return (replace(voices[-1], at=at), "statements.bind.enclosing") if voices else (None, "")
    # voices come in the order of the text, but for a few of one sentence
    late = takewhile(lambda voice: at - voice.at < 3 * NEAR, reversed(voices))
    spoken = [voice for voice in late if voice.at < at and at - voice.at < NEAR and not _is_document(voice)][::-1]
    for voice in sorted(spoken, key=lambda one: one.at, reverse=True):
        if voice.name is not None and _agrees(voice, local):
            named = cast.last_named(at, local.gender, local.plural, person=None if local.plural else True)
            margin = len(voice.name) + (40 if voice.person or local.plural else 0)
            if named is not None and voice.at < floor <= named.at:
                # a paragraph that names somebody of its own is about them
                margin = 0
            if named is not None and named.at > voice.at + margin and not _said_between(voice, named):
                return voice_of(named, at, cast), "statements.bind.pronoun_named"
            return replace(voice, at=at), "statements.bind.pronoun_spoken"
    named = cast.last_named(at, local.gender, local.plural, person=None, speaking=True)
    if named is not None and not named.person and not of_a_kind(named):
        # `Rosa Kone, de l'Union des riverains du lac Kaba, brandit une liste. « ... », lance-t-elle.`
        human = cast.last_named(at, local.gender, local.plural, person=True)
        named = human if human is not None and human.at >= floor else named
    if named is not None:
        return voice_of(named, at, cast), "statements.bind.pronoun_named"
    coming = ahead(local, at, cast)
    if coming is not None:
        return voice_of(coming, at, cast), "statements.bind.pronoun_ahead"
    if spoken:
        return replace(spoken[-1], at=at), "statements.bind.pronoun_last"
    return Voice(None, local.gender, local.plural, at, False), "statements.bind.nobody"


def _human(words: str) -> bool:
    """Say whether a function or a description names a human being: `le ministre`, `une riveraine`."""
    heads = words.split()[:2]
    return any(is_a(head, "person") or is_a(head, "group") for head in heads) and not is_a(heads[0], "organisation")


def _is_document(voice: Voice) -> bool:
    return voice.name is not None and any(is_a(word, "document") for word in voice.name.split()[:3])


def _said_between(voice: Voice, named: Known) -> bool:
    """Say whether the person named last is only spoken of, not the one who goes on speaking."""
    return voice.person and voice.name is not None and voice.name.endswith(named.name)


def _agrees(voice: Voice, local: LocalStatement) -> bool:
    if local.speaker and local.speaker.casefold() == "lui":
        return not voice.plural and voice.gender != "f"
    return voice.plural == local.plural and (not voice.gender or not local.gender or voice.gender == local.gender)


def _taken_up(local: LocalStatement, at: int, cast: Cast, voices: list[Voice], said: int) -> tuple[Voice | None, str]:
    """Resolve `ce dernier`, `cette organisation`, `ce conseiller municipal`."""
    words = local.speaker or ""
    head = words.split()[0].casefold() if words.split() else ""
    person: bool | None = True
    if not LAST_NAMED.match(words) and head not in ("dernier", "dernière", "derniers"):
        if any(is_a(head, kind) for kind in ("organisation", "named_body")):
            plain = Voice(words, local.gender, local.plural, at, False)
            return body_meant(plain, head, at, cast, voices), "statements.bind.taken_up"
        near = cast.last_named(at, local.gender, local.plural, True)
        akin = cast.akin(words, at, local.gender)
        if akin is not None:
            return voice_of(akin, at, cast), "statements.bind.akin"
        described = cast.last_described(at)
        if described is not None and described.name.split()[1:2] == [head]:
            return Voice(described.name, local.gender, local.plural, at, True), "statements.bind.described_again"
        if described is not None and (near is None or near.at < described.at):
            return Voice(
                f"{'une' if local.gender == 'f' else 'un'} {words}", local.gender, local.plural, at, True
            ), "statements.bind.described_again"
    else:
        person = None
    if person and is_a(head, "source"):
        # `selon une source militaire. ... a poursuivi cette source`
        same = next((one for one in reversed(voices) if one.name and head in one.name.casefold().split()), None)
        if same is not None:
            return replace(same, at=at), "statements.bind.described_again"
    floor = min(at, said)
    named = cast.last_named(floor, local.gender, local.plural, person)
    titled = cast.last_titled(floor, local.gender, local.plural) if person is None else None
    teller = voices[-1] if voices and person is None and _agrees(voices[-1], local) else None
    if teller is not None and teller.name and titled is not None and titled.at < teller.at < floor:
        # `Un facteur est blessé, a dit le parquet. Ce dernier ...`
        titled = None
    if titled is not None and (named is None or titled.at > named.at):
        return Voice(titled.name, titled.gender, titled.plural, at, True), "statements.bind.taken_up_title"
    spoken = next((voice for voice in reversed(voices) if voice.at < at and _agrees(voice, local) and voice.name), None)
    if named is not None and (
        spoken is None or named.at >= spoken.at or (person is not None and spoken.person != person)
    ):
        return voice_of(named, at, cast), "statements.bind.taken_up"
    if spoken is not None:
        return replace(spoken, at=at), "statements.bind.taken_up"
    return Voice(words, local.gender, local.plural, at, bool(person)), "statements.bind.as_said"
