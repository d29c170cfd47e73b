"""`la société`, `l'agence`, `nous` in, the organisation that it takes up out."""

from __future__ import annotations

from dataclasses import replace

from recoupe.extract.statements.cast import Cast
from recoupe.extract.statements.lexis import is_a
from recoupe.extract.statements.suited import suits
from recoupe.extract.statements.voices import Voice
from recoupe.model.article import Article

# letters in which a clause names what it is about
OPENING = 60


def body_meant(plain: Voice, head: str, at: int, cast: Cast, voices: list[Voice], said: int | None = None) -> Voice:
    """Return the organisation that `la société`, `l'agence`, `cette organisation` takes up; `said` is where the words
    begin that it says, whose subject it may be, and whose object it is not."""
    spoken = next(
        (
            voice
            for voice in reversed(voices)
            if not voice.person
            and voice.name
            and not voice.name.startswith(("Un ", "Une ", "Des "))
            and (voice.name[:1].isupper() or (head == "texte" and _is_body(voice.name)))
            and suits(head, voice.name)
        ),
        None,
    )
    named = cast.last_body(at, head)
    if named is not None and said is not None and said + OPENING < named.at < at:
        # `Les bourreaux ont à répondre de leurs actes devant la CPI, plaide l'organisation`
        named = cast.last_body(said, head) or (named if spoken is None else None)
    if named is not None and (spoken is None or named.at > spoken.at) and head != "texte":
        return Voice(cast.full_name(named.name), named.gender, named.plural, at, False)
    return replace(spoken, at=at) if spoken is not None else plain


def _is_body(name: str) -> bool:
    """Say whether a speaker is a body that issues texts: `préfecture de police`."""
    return is_a(name.split()[0], "organisation")


def ourselves(article: Article, cast: Cast, at: int) -> Voice | None:
    """Return the organisation that says `nous` in a report of its own: its publisher, or whom the opening names."""
    name = (article.publisher or "").partition("(")[0].strip()
    if not name:
        opening = [
            known
            for known in cast.known
            if known.at < 400 and not known.person and (known.acronym or " " in known.name)
        ]
        opening = [known for known in opening if known.acronym] or [
            known for known in opening if not is_a(known.name.split()[0], "document")
        ]
        name = opening[0].name if opening else next(iter(cast.acronyms.values()), "")
    return Voice(cast.full_name(name), None, False, at, False) if name else None


def unfolded(words: str, cast: Cast) -> str:
    return words if words[:1].islower() else cast.full_name(words)
