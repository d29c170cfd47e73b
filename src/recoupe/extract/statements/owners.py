"""`son porte-parole`, `sa famille`: the words and the article in, whose they are out, spelled out."""

from __future__ import annotations

from dataclasses import replace

from recoupe.extract.statements.cast import Cast, Known
from recoupe.extract.statements.lexis import closed_offices, closed_words, is_a
from recoupe.extract.statements.voices import Voice, voice_of
from recoupe.extract.statements.wording import head_of

NEAR_KIN = 200
# what a body has rather than is
PARTS = frozenset(["direction", "présidence", "secrétariat", "service juridique", "équipe"])
# those who speak for somebody in office
AROUND = frozenset(["cabinet", "entourage"])
NEAR_CHIEF = 200
OURS = ("nos ", "notre ")


def owned(plain: Voice, words: str, at: int, cast: Cast, voices: list[Voice]) -> tuple[Voice, str]:
    """Resolve `son porte-parole`, `sa famille`: whose it is, spelled out."""
    thing = words.split(" ", 1)[1] if " " in words else words
    holder = cast.titled(thing, at)
    if holder is not None:
        return voice_of(holder, at, cast), "statements.bind.title"
    if words.casefold().startswith(OURS):
        # `nos sources` are the outlet's, nobody's of the text
        return plain, "statements.bind.as_said"
    many = words.casefold().startswith("leur")
    kin = is_kin(thing)
    if not many and thing in AROUND and (chief := _chief(cast, at)) is not None:
        # `Le Premier ministre viendra vendredi, selon son cabinet`
        return replace(plain, name=f"{thing} {_joint(chief, chief.name)}{chief.name}"), "statements.bind.owner"
    owner = cast.last_named(at, None, many, person=True if kin else None)
    last = voices[-1] if voices else None
    # `Paul Ndiaye, 19 ans, a été tué, a-t-on appris auprès de sa famille`
    related = kin and owner is not None and at - owner.at < NEAR_KIN
    related = related and not (last and owner and last.person and last.at > owner.at)
    if (
        not related
        and last is not None
        and last.name
        and not last.person
        and last.plural == many
        and at - last.at < 300
    ):
        owner = Known(last.at, last.name, None, last.gender, last.plural, False)
    elif not related and owner is not None and kin and at - owner.at > 120:
        owner = None
    body = None if kin else cast.last_body_titled(at, many)
    if body is not None and body.at > max(owner.at if owner else -1, last.at if last else -1):
        # `La compagnie a fermé la ligne. D'après son porte-parole`
        return _belonging(plain, thing, body, body.name)
    if owner is None or (many and not kin):
        return replace(plain, name=thing), "statements.bind.as_said"
    name = cast.full_name(owner.name)
    if name.split()[0].casefold() == thing.casefold() and " " in name:
        # `Le ministère de la Santé alerte. Son ministère ...`
        return replace(plain, name=name), "statements.bind.owner"
    whole = is_a(thing.split()[0], "organisation") or (not many and is_a(thing.split()[0], "named_body"))
    if whole and many and owner.plural:
        # `ont annoncé leurs ambassades`
        return replace(plain, name=thing), "statements.bind.as_said"
    if whole and not owner.person and thing not in PARTS:
        return replace(plain, name=name), "statements.bind.owner"
    if owner.person and not kin and not _around(thing):
        # `ses organisateurs` behind somebody's name: whose they are the nearest name does not tell
        return replace(plain, name=thing), "statements.bind.as_said"
    return _belonging(plain, thing, owner, name)


def _belonging(plain: Voice, thing: str, owner: Known, name: str) -> tuple[Voice, str]:
    """Return somebody as one's own: kin of a person, an office or a part of a body; anybody else only by what he is."""
    head = head_of(thing)
    if head == head_of(name):
        # `Le ministère de la Santé alerte. Son ministère ...`
        return replace(plain, name=name), "statements.bind.owner"
    of_body = thing in PARTS or head in closed_offices() or head in PARTS
    if not (of_body or is_kin(thing) or _around(thing)):
        return replace(plain, name=thing), "statements.bind.as_said"
    return replace(plain, name=f"{thing} {_joint(owner, name)}{name}"), "statements.bind.owner"


def _around(thing: str) -> bool:
    """Say whether somebody stands around a person by office or calling: `son entourage`, `ses services`, `ses collègues`."""
    return thing in AROUND or head_of(thing) in ("services", "collègues", "collègue")


def _chief(cast: Cast, at: int) -> Known | None:
    """Return the person who was last meant by a function before a place, where nobody was named after that."""
    chief = cast.last_titled(at, None, False)
    named = cast.last_named(at, None, False, person=True)
    if chief is None or at - chief.at > NEAR_CHIEF or (named is not None and named.at > chief.at):
        return None
    indefinite = chief.name.startswith(("Un ", "Une "))
    return replace(chief, person=False, name=chief.name[0].lower() + chief.name[1:] if indefinite else chief.name)


def is_kin(thing: str) -> bool:
    """Say whether somebody is owned as a relative is: `sa mère`."""
    return thing.split()[0].casefold() in closed_words("kin")


def _joint(owner: Known, name: str) -> str:
    """Return the `de` that joins an owner's name: `d'Awa Diop`, `de la Croix-Rouge`, `du Haut conseil`."""
    if name.casefold().startswith(("un ", "une ")):
        return "d'"
    if owner.plural and name[:1].islower():
        return "des "
    vowel = name[:1].casefold() in "aeiouyéèêâî" or name[:2].casefold() in ("ho", "hô", "hé")
    if vowel and not owner.person and (is_a(head_of(name), "organisation") or is_a(head_of(name), "named_body")):
        return "de l'"
    if owner.person or owner.gender is None or (owner.title and is_a(owner.title.split()[0], "named_body")):
        return "d'" if vowel else "de "
    if vowel:
        return "de l'"
    return "du " if owner.gender == "m" else "de la "
