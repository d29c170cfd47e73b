"""Days as a language writes them."""

from __future__ import annotations

from recoupe.catalogue import Catalogue


def test_the_first_of_a_month_has_its_ordinal_in_french() -> None:
    french = Catalogue.of("fr")
    assert french.day("2025-06-01", "long") == "1er juin 2025"
    assert french.day("2025-06-01", "full") == "dimanche 1er juin 2025"
    assert french.day("2025-06-11", "long") == "11 juin 2025"
    assert Catalogue.of("en").day("2025-06-01", "long") == "1 June 2025"
