"""An interval that holds the day whichever single record was misread."""

from __future__ import annotations

import datetime

from recoupe.crosscheck.dating.clues import Hint, Strength
from recoupe.crosscheck.dating.grounds import settle_surely


def day(number: int) -> datetime.date:
    return datetime.date(2024, 3, number)  # 1 March 2024 was a Friday


def hint(earliest: int | None = None, latest: int | None = None, rests: str = "", says: str = "") -> Hint:
    return Hint(
        strength=Strength.WEAK,
        says=says or f"{earliest} to {latest}, {rests}",
        earliest=day(earliest) if earliest else None,
        latest=day(latest) if latest else None,
        rests=frozenset(rests.split()),
    )


def test_what_one_record_tells_alone_is_shown_and_moves_no_end() -> None:
    """A number that was misread would leave the true day out."""
    settled = settle_surely([hint(1, 28), hint(12, None, "a")])
    assert (settled.earliest, settled.latest) == (day(1), day(28))
    assert [one.says for one in settled.aside] == ["12 to None, a"]


def test_two_records_that_bear_each_other_out_move_an_end_to_the_wider_of_both() -> None:
    """Whichever of them was misread, the other holds."""
    settled = settle_surely([hint(1, 28), hint(12, None, "a"), hint(10, None, "b")])
    assert (settled.earliest, settled.latest) == (day(10), day(28))


def test_two_hints_of_one_record_are_one() -> None:
    """A number above two others of one article is still one number."""
    settled = settle_surely([hint(1, 28), hint(12, None, "a b"), hint(11, None, "a c")])
    assert settled.earliest == day(1)


def test_a_hint_of_proven_kind_needs_no_other() -> None:
    """A copy dates by itself."""
    settled = settle_surely([hint(1, 28), hint(8, 12)])
    assert (settled.earliest, settled.latest) == (day(8), day(12))
    assert settled.aside == ()


def test_one_record_that_sets_all_others_aside_does_not_stand_against_them() -> None:
    """The days that they leave without it are held too."""
    misread = Hint(strength=Strength.SURE, says="a", latest=datetime.date(1976, 7, 12), rests=frozenset({"a"}))
    settled = settle_surely([misread, hint(8, 12), hint(1, 28)])
    assert settled.earliest is None
    assert settled.latest is not None and settled.latest >= day(12)


def test_a_weekday_of_one_record_leaves_the_days_beside_it() -> None:
    """Its days are no more than a clue."""
    thursday = Hint(strength=Strength.LIKELY, says="Thursday", weekdays=frozenset({3}), rests=frozenset({"a"}))
    settled = settle_surely([thursday, hint(5, 15)])
    assert (settled.earliest, settled.latest) == (day(5), day(15))
