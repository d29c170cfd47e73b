"""A speaker's name in, the country that it speaks for out: capitals and palaces that stand for a government."""

from __future__ import annotations

from recoupe.extract.gazetteer import Gazetteer
from recoupe.extract.place_weighing import TOWNS, Setting, decide, weigh
from recoupe.lexicon import closed
from recoupe.model.span import Evidence


def seat_of(speaker: str | None, gazetteer: Gazetteer) -> tuple[str | None, Evidence | None]:
    """Return the gazetteer id of the country that a capital or a palace speaks for, None for any other speaker."""
    if speaker is None:
        return None, None
    name = speaker.removeprefix("l'").removeprefix("L'").removeprefix("le ").removeprefix("la ").replace("’", "'")
    code = closed("fr", "seats", "seats").get(name)
    if code is not None:
        country = gazetteer.country(code)
        return (country.id if country else None), Evidence("speaker_id", "seats.palace")
    # a capital of which nobody thinks at its name speaks for no government: `Saint-Pierre`
    towns = [entry for entry in gazetteer.lookup(name) if entry.level in TOWNS]
    best, _ = decide(weigh(name, entry, Setting()) for entry in towns)
    if best is None or best.entry.level != "capital" or best.entry.country is None:
        return None, None
    country = gazetteer.country(best.entry.country)
    return (country.id if country else None), Evidence("speaker_id", "seats.capital")
