"""What a user can set, read once at the edge from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path, user_data_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`ledger` is the file that records go into; `cache` the folder of what can be built again (the gazetteer index);
    `gazetteers` the folder of the gazetteers that the user added; `color` whether the terminal may be coloured."""

    ledger: Path
    cache: Path
    gazetteers: Path
    color: bool

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Return what RECOUPE_LEDGER, RECOUPE_CACHE, RECOUPE_GAZETTEERS and NO_COLOR say, or the defaults."""
        data = user_data_path("recoupe", appauthor=False)
        return cls(
            ledger=Path(environment.get("RECOUPE_LEDGER") or data / "ledger.sqlite"),
            cache=Path(environment.get("RECOUPE_CACHE") or user_cache_path("recoupe", appauthor=False)),
            gazetteers=Path(environment.get("RECOUPE_GAZETTEERS") or data / "gazetteers"),
            color=not environment.get("NO_COLOR"),
        )
