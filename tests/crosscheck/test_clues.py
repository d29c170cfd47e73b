"""What hints leave together: the surer before the weaker, and nothing where equals rule each other out."""

from __future__ import annotations

import datetime

from recoupe.crosscheck.dating.clues import Hint, Strength, settle

THURSDAY = 3


def day(number: int) -> datetime.date:
    return datetime.date(2024, 3, number)  # 1 March 2024 was a Friday


def hint(strength: Strength, earliest: int | None = None, latest: int | None = None, says: str = "") -> Hint:
    return Hint(
        strength=strength,
        says=says or f"{earliest} to {latest}",
        earliest=day(earliest) if earliest else None,
        latest=day(latest) if latest else None,
    )


def test_hints_leave_what_all_of_them_allow() -> None:
    """The ends are those of the days that are left, not of the bounds."""
    thursdays = Hint(strength=Strength.LIKELY, says="Thursday", weekdays=frozenset({THURSDAY}))
    settled = settle([hint(Strength.SURE, 5, 18), thursdays])
    assert settled.days() == (day(7), day(14))
    assert (settled.earliest, settled.latest) == (day(7), day(14))


def test_a_weaker_hint_gives_way() -> None:
    """It is shown, and set aside."""
    settled = settle([hint(Strength.WEAK, 1, 4), hint(Strength.SURE, 6, 9)])
    assert (settled.earliest, settled.latest) == (day(6), day(9))
    assert [one.says for one in settled.aside] == ["1 to 4"]


def test_of_equals_that_rule_each_other_out_neither_stands() -> None:
    """No day is named on the word of one against another."""
    settled = settle([hint(Strength.LIKELY, 1, 4), hint(Strength.LIKELY, 6, 9), hint(Strength.SURE, 1, 20)])
    assert (settled.earliest, settled.latest) == (day(1), day(20))
    assert len(settled.aside) == 2


def test_what_more_of_them_say_stands_against_one() -> None:
    """Two reprints that agree outweigh a third."""
    settled = settle(
        [
            hint(Strength.LIKELY, 1, 4, "a"),
            hint(Strength.LIKELY, 1, 4, "b"),
            hint(Strength.LIKELY, 6, 9, "c"),
        ]
    )
    assert (settled.earliest, settled.latest) == (day(1), day(4))


def test_weak_hints_name_no_single_day() -> None:
    """Where they only just meet they are set aside; a day that surer ones leave is named."""
    loose = settle([hint(Strength.SURE, 1, 20), hint(Strength.WEAK, 8, None), hint(Strength.WEAK, None, 8)])
    assert (loose.earliest, loose.latest) == (day(1), day(20))
    named = settle([hint(Strength.LIKELY, 8, None), hint(Strength.LIKELY, None, 8), hint(Strength.WEAK, 2, 15)])
    assert (named.earliest, named.latest) == (day(8), day(8))


def test_no_hints_leave_everything_open() -> None:
    """And no list of days."""
    settled = settle([])
    assert (settled.earliest, settled.latest, settled.days()) == (None, None, None)
