"""Words that take somebody up without saying who in, the one meant out: `le vieil homme`, and `elle` before she is named."""

from __future__ import annotations

from dataclasses import replace

from recoupe.extract.reading import LocalStatement
from recoupe.extract.statements.cast import Cast, Known
from recoupe.extract.statements.lexis import callings, closed_words, world_bodies
from recoupe.extract.statements.voices import Voice, voice_of

AHEAD = 160
NEAR_AGAIN = 500
NEAR_TITLE = 1200
FIRST = frozenset(["premier", "première"])
SECOND = frozenset(["second", "seconde", "deuxième"])


def anybody(words: str) -> bool:
    """Say whether words fit anybody, so that they only take somebody up: `vieil homme`, `jeune femme`, `responsable`."""
    *before, noun = words.casefold().split() or [""]
    return noun in closed_words("anybody") and all(word in closed_words("looks") for word in before)


def taken_again(plain: Voice, words: str, at: int, cast: Cast, voices: list[Voice]) -> Voice | None:
    """Return the person whom `le vieil homme` or `le responsable` takes up: named or speaking last, whoever came later."""
    if plain.plural or not anybody(words):
        return None
    named = cast.last_named(at, plain.gender, False, True)
    spoken = next((each for each in reversed(voices) if each.at < at and each.name), None)
    if spoken is not None and (spoken.plural or (plain.gender and spoken.gender and spoken.gender != plain.gender)):
        spoken = None
    if spoken is not None and not spoken.person:
        spoken = None
    if named is not None and at - named.at < NEAR_AGAIN and (spoken is None or named.at > spoken.at):
        return voice_of(named, at, cast)
    return replace(spoken, at=at) if spoken is not None and at - spoken.at < NEAR_AGAIN else None


def ahead(local: LocalStatement, at: int, cast: Cast) -> Known | None:
    """Return the person who is named right behind a pronoun: `« ... », se souvient-elle. Rosa Kone vendait du poisson.`"""
    behind = local.speaker_span is not None and local.speaker_span.start >= local.span.end
    credited = any(why.rule.startswith("credits:") for why in local.evidence)
    owned = (local.speaker or "").casefold() in ("son", "sa", "ses")
    if local.plural or not (behind or credited or owned):
        # `Il m'a écrit : ...` takes up somebody of the sentence before
        return None
    for known in cast.known:
        if known.at <= at:
            continue
        if known.at - at > AHEAD:
            return None
        if not known.person or known.plural or not known.subject:
            continue
        same = not (known.gender and local.gender and known.gender != local.gender)
        return known if same and (" " in known.name or known.title) else None
    return None


def akin_spoken(words: str, at: int, gender: str | None, cast: Cast, voices: list[Voice]) -> Voice | None:
    """Return whoever spoke last, where a general noun fits several and him among them: `l'officier ajoute`."""
    last = next((voice for voice in reversed(voices) if voice.at < at and voice.name), None)
    if last is None or not last.person or at - last.at > NEAR_AGAIN:
        return None
    return replace(last, at=at) if last.name in cast.all_akin(words, at, gender) else None


def of_two(plain: Voice, words: str, at: int, cast: Cast) -> Voice | None:
    """Return who `le premier` or `la seconde` is of the two people named last."""
    word = words.casefold()
    if word not in FIRST and word not in SECOND:
        return None
    named: list[Known] = []
    for known in sorted((one for one in cast.known if one.person and one.at < at), key=lambda one: -one.at):
        if at - known.at > NEAR_AGAIN or len(named) == 2:
            break
        if all(cast.full_name(known.name) != cast.full_name(other.name) for other in named):
            named.append(known)
    if len(named) < 2:
        return None
    chosen = named[1] if word in FIRST else named[0]
    agrees = not (chosen.gender and plain.gender and chosen.gender != plain.gender)
    return voice_of(chosen, at, cast) if agrees else None


def together(at: int, voices: list[Voice]) -> Voice | None:
    """Return the two who spoke last in one breath and whom `les deux organisations` takes up."""
    last = next((voice for voice in reversed(voices) if voice.at < at and voice.name), None)
    if last is None or not last.plural or " et " not in (last.name or "") or at - last.at > NEAR_AGAIN:
        return None
    return last


def takes_up(words: str, at: int, voices: list[Voice]) -> Voice | None:
    """Return the one unnamed holder of an office who spoke before and whom a general noun takes up: `le prélat`."""
    calling = callings().get(words.casefold())
    if not calling:
        return None
    akin = [voice for voice in voices if voice.name and voice.at < at and voice.name.split()[0].casefold() in calling]
    return akin[-1] if len({voice.name for voice in akin}) == 1 and at - akin[-1].at < NEAR_TITLE else None


def of_the_world(words: str, at: int, cast: Cast) -> Known | None:
    """Return the body of the United Nations that `l'agence onusienne` takes up, where it was the body named last."""
    if words.split()[-1].casefold() not in ("onusienne", "onusien"):
        return None
    near = [one for one in cast.known if one.at < at < one.at + NEAR_TITLE and not one.person]
    known = [one for one in near if one.name in world_bodies() or "nations unies" in one.name.casefold()]
    return known[-1] if known else None
