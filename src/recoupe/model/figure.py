"""One reported quantity, with its hedge, its source, its place and its days (see the codebook)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.span import Evidence, Span


class Qualifier(StrEnum):
    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_MOST = "at_most"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"


class Kind(StrEnum):
    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    ILL = "ill"
    RESCUED = "rescued"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    ESCAPED = "escaped"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    TRAPPED = "trapped"
    RETURNED = "returned"
    HOSTED = "hosted"
    AFFECTED = "affected"
    EXPOSED = "exposed"
    PROTESTING = "protesting"
    DEPLOYED = "deployed"
    SURRENDERED = "surrendered"
    LAUNCHED = "launched"
    DESTROYED = "destroyed"
    CONTROLLED = "controlled"
    DELIVERED = "delivered"
    VOTED = "voted"
    OTHER = "other"


class Counted(StrEnum):
    CIVILIANS = "civilians"
    CHILDREN = "children"
    WOMEN = "women"
    COMBATANTS = "combatants"
    PEOPLE = "people"
    WOUNDED = "wounded"
    FAMILIES = "families"
    REFUGEES = "refugees"
    HEALTH_WORKERS = "health_workers"
    AID_WORKERS = "aid_workers"
    JOURNALISTS = "journalists"
    POLICE = "police"
    PROTESTERS = "protesters"
    PRISONERS = "prisoners"
    OFFICIALS = "officials"
    VEHICLES = "vehicles"
    MUNITIONS = "munitions"
    STRIKES = "strikes"
    BUILDINGS = "buildings"
    SETTLEMENTS = "settlements"
    TERRITORY_SHARE = "territory_share"
    AREA = "area"
    COUNTRIES = "countries"
    MONEY = "money"
    GOODS = "goods"
    OTHER = "other"


class Modality(StrEnum):
    REPORTED = "reported"
    ALLEGED = "alleged"
    PLANNED = "planned"
    CALLED_FOR = "called_for"
    DENIED = "denied"


Number = int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of the codebook; `span` is the number expression alone and `text` its exact words.

    `low` and `high` close the interval of values that the words allow, None is open. `since` and `until` are ISO days,
    months or years. `part_of` is the start offset of the larger figure. `evidence` holds a rule for every field that is
    not a default.
    """

    article: str
    span: Span
    text: str
    unit: str
    low: Number | None
    high: Number | None
    qualifier: Qualifier
    kind: Kind
    counted: Counted
    side: str | None = None
    by: str | None = None
    place: str | None = None
    place_id: str | None = None
    place_text: str | None = None
    since: str | None = None
    until: str | None = None
    source: str | None = None
    modality: Modality = Modality.REPORTED
    part_of: int | None = None
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a figure needs its evidence")
        if len(self.text) != self.span.end - self.span.start:
            raise ValueError("the words and the span of a figure differ")
