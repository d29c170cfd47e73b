"""Which counted populations hold which others: habitants hold civilians, civilians hold children."""

from __future__ import annotations

from recoupe.model.figure import Counted

_OF_CIVILIANS = frozenset(
    {
        Counted.CHILDREN, Counted.WOMEN, Counted.FAMILIES, Counted.REFUGEES, Counted.HEALTH_WORKERS,
        Counted.AID_WORKERS, Counted.JOURNALISTS,
    }
)  # fmt: skip
_OF_PEOPLE = _OF_CIVILIANS | {
    Counted.CIVILIANS, Counted.COMBATANTS, Counted.WOUNDED, Counted.POLICE, Counted.PROTESTERS, Counted.PRISONERS,
    Counted.OFFICIALS,
}  # fmt: skip
# families are counted in households: a number of them is no part of a number of people
_HELD = {
    Counted.PEOPLE: _OF_PEOPLE - {Counted.FAMILIES},
    Counted.CIVILIANS: _OF_CIVILIANS - {Counted.FAMILIES},
}


def holds(wider: Counted, narrower: Counted) -> bool:
    """Return whether everybody counted as `narrower` is also of `wider`, which is not the same.

    >>> holds(Counted.PEOPLE, Counted.CIVILIANS), holds(Counted.CIVILIANS, Counted.CHILDREN)
    (True, True)
    >>> holds(Counted.CIVILIANS, Counted.COMBATANTS), holds(Counted.PEOPLE, Counted.PEOPLE)
    (False, False)
    """
    return narrower in _HELD.get(wider, frozenset())


def is_of_people(counted: Counted) -> bool:
    """Return whether persons or households are counted."""
    return counted is Counted.PEOPLE or counted in _OF_PEOPLE


def widens(before: Counted, after: Counted) -> bool:
    """Return whether a tally of `before` that goes on as one of `after` is the same tally over more people.

    Only civilians become people so: a tally of children and a later one of everybody are two tallies.
    """
    return before is Counted.CIVILIANS and after is Counted.PEOPLE
