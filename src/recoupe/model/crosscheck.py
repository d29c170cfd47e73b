"""All that comes of laying the accounts of one crisis over each other."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model.dating import Dating
from recoupe.model.dispute import Dispute
from recoupe.model.judgement import Suggestion
from recoupe.model.origin import Origin
from recoupe.model.passage import Lineage, Passage
from recoupe.model.series import Agreement, Series
from recoupe.model.timeline import Entry, Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosscheck:
    """What the cross-check of a dossier found. The same dossier gives the same, in whatever order its articles came."""

    crisis: str
    passages: tuple[Passage, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    datings: tuple[Dating, ...] = ()
    origins: tuple[Origin, ...] = ()
    series: tuple[Series, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    happenings: tuple[Happening, ...] = ()
    timeline: tuple[Entry, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
