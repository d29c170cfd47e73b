"""The independent origins behind a record (see the codebook): corroboration counts these, never articles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One origin of what a record tells. `members` are the ids of all records of this origin, in order; `why` says for
    each join between them what joined it. A record that credits two sources has two origins."""

    record: str
    origin: str
    members: tuple[str, ...]
    why: tuple[str, ...]
