"""Two statements on one matter, and the sentences that say why they are taken for that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.disputes.matters import Said

SHARED = 0.8
"""How much shared words tell that are good evidence beside another piece of it; see `Rarity`."""
SURE = 1.6
"""How much they tell that are good evidence alone."""
SOME = 0.35
"""How much they tell that show one matter where one statement stands right behind the other."""
NAMED = 0.4
"""How much a name in an accusation tells of who is meant."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two statements on one matter: `answers` where the second speaks against the first, else the one goes on with or
    repeats the other."""

    first: Said
    second: Said
    answers: bool
    why: tuple[str, ...]


Reason = Callable[[], None]


def said(*reasons: tuple[bool, Reason]) -> tuple[str, ...]:
    """Return the sentences of the reasons that hold."""
    return tuple(str(reason.__doc__) for holds, reason in reasons if holds)


def because(reason: Reason) -> tuple[str, ...]:
    return said((True, reason))


def goes_on() -> None:
    """the one goes on with the other in the same paragraph"""


def names_who_answers() -> None:
    """the one who answers is named in the accusation"""


def answers_in_words() -> None:
    """its words say that it answers"""


def denies_whole() -> None:
    """it denies without words of its own, right behind what is said"""


def shares_words() -> None:
    """they share words that are rare in this crisis"""


def takes_up_charge() -> None:
    """it takes up an accusation of another article that names who answers"""


def set_against() -> None:
    """the text sets the one against the other"""


def accuses_back() -> None:
    """the accused accuses the accuser"""


def other_doer() -> None:
    """the one lays on others the deed that the other lays on some"""


def accused_speaks() -> None:
    """who is accused of it by the one speaks in the other"""


def tells_of_rumour() -> None:
    """the denial takes up what it then tells of"""


def same_words() -> None:
    """two articles give it in the same words"""


def same_passage() -> None:
    """two articles give it in a passage that they share"""


def same_speaker() -> None:
    """one speaker says it in two articles, with rare words in common"""


def same_charge() -> None:
    """they accuse the same of the same, with rare words in common"""


def same_answerer() -> None:
    """one speaker answers both, and the accusations share words"""


def own_voice() -> None:
    """it is the accused who speaks, of the other side and of the same matter"""


def all_reasons(ties: Sequence[Tie]) -> tuple[str, ...]:
    """Return every reason of some ties, each once, in order of the alphabet."""
    return tuple(sorted({reason for tie in ties for reason in tie.why}))
