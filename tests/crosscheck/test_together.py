"""Support summed over several records: a source is one origin, an article's own voice is one, whatever they tell."""

from __future__ import annotations

from recoupe.crosscheck.origins.together import Telling, origins_together, together


def test_both_ends_of_one_sentence_are_one_origin() -> None:
    told = {"was": Telling("a", "la préfecture", ("o1",)), "now": Telling("a", "la préfecture", ("o2",))}
    found = together(told)
    assert found["was"] == found["now"]
    assert origins_together(told) == 1


def test_an_articles_own_voice_is_one_origin_and_none_beside_its_source() -> None:
    own = [Telling("a", None, ("o1",)), Telling("a", None, ("o2",))]
    assert origins_together(own) == 1
    assert origins_together([*own, Telling("a", "la mairie", ("o3",))]) == 1
    assert origins_together([*own, Telling("b", "la mairie", ("o3",))]) == 2


def test_copies_are_of_the_voice_that_they_copy() -> None:
    told = [Telling("a", None, ("o1",)), Telling("b", None, ("o1",)), Telling("b", None, ("o2",))]
    assert origins_together(told) == 1


def test_what_is_told_again_without_its_source_is_still_that_sources() -> None:
    told = [Telling("a", "la mairie", ("o1",)), Telling("b", None, ("o1",)), Telling("a", "la mairie", ("o2",))]
    assert origins_together(told) == 1


def test_names_that_one_origin_joins_are_one_source_elsewhere_too() -> None:
    told = [
        Telling("a", "Anne Sorel", ("o1",)),
        Telling("b", "la préfète", ("o1",)),
        Telling("c", "Anne Sorel", ("o2",)),
    ]
    assert origins_together(told) == 1


def test_two_sources_of_one_record_are_two_and_each_is_one_across_records() -> None:
    both = "Croix-Rouge et ONU"
    told = [Telling("a", both, ("o1", "o2")), Telling("b", "ONU", ("o3",)), Telling("c", None, ("o1", "o2"))]
    assert origins_together(told) == 2


def test_a_source_without_a_name_is_another_in_another_article() -> None:
    told = [
        Telling("a", "un officier", ("o1",)),
        Telling("b", "un officier", ("o2",)),
        Telling("a", "un officier", ("o3",)),
    ]
    assert origins_together(told) == 2


def test_what_no_check_knew_has_no_origin() -> None:
    assert together({"new": Telling("a", None, ())}) == {"new": ()}


def test_the_last_of_two_tolls_count_as_many_origins_alone_as_beside_their_earlier_steps() -> None:
    """Our own sums beside the union's 300 are no second origin, whether its 300 is on the line or only its later 311."""
    told = {
        "first": Telling("a", "le syndicat", ("o1",)),
        "own": Telling("a", None, ("o2",)),
        "last": Telling("b", "le syndicat", ("o3",)),
    }
    assert origins_together(told) == origins_together(told, ["own", "last"]) == 1
    assert origins_together(told, ["own"]) == 1
    assert origins_together({"new": Telling("a", None, ())}, ["new"]) == 0
