"""What a picture of tolls draws, checked as data: the specification holds every row that is drawn."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.show.charts.build import Tolls

from recoupe.catalogue import Catalogue
from recoupe.model.figure import Counted
from recoupe.show.charts.draw import Drawer
from recoupe.show.charts.look import COLOURS, Look, Theme, Width
from recoupe.show.charts.toll_picture import TollPicture
from recoupe.show.charts.toll_spec import toll_spec
from recoupe.show.charts.toll_words import told_in_words, warnings_of

FRENCH = Catalogue.of("fr")


def rows(tolls: Tolls, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = toll_spec(tolls.picture(), FRENCH, Look())["datasets"].get(name, [])
    return found


def layers(spec: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["vconcat"][0]["layer"] if layer["data"]["name"] == name]


def test_the_first_report_of_an_origin_is_filled_and_those_that_copy_it_are_hollow() -> None:
    """Three reports of one dispatch and one of the town hall: two origins, so two filled points and two hollow ones."""
    tolls = Tolls()
    tolls.toll("préfecture", tolls.step("2024-03-02", 12, 12, "wire", "wire", "wire", "town hall"))
    assert [row["figure"] for row in rows(tolls, "independent")] == ["figure0", "figure3"]
    assert [row["figure"] for row in rows(tolls, "copies")] == ["figure1", "figure2"]
    spec = toll_spec(tolls.picture(), FRENCH, Look())
    assert layers(spec, "copies")[0]["encoding"]["fill"] == {"value": COLOURS[Theme.LIGHT].ground}
    assert "color" not in layers(spec, "copies")[0]["encoding"]
    assert layers(spec, "independent")[0]["mark"]["filled"] is True


def test_an_origin_that_tells_the_same_again_the_next_day_is_a_copy() -> None:
    tolls = Tolls()
    first, again = tolls.step("2024-03-02", 12, 12, "wire"), tolls.step("2024-03-03", 12, 12, "wire", step="same")
    tolls.toll("préfecture", first, again)
    assert [row["day"] for row in rows(tolls, "independent")] == ["2024-03-02"]
    assert [row["day"] for row in rows(tolls, "copies")] == ["2024-03-03"]


def test_a_new_number_of_an_origin_that_is_counted_is_no_copy_of_it() -> None:
    """It is drawn as a third mark, with a sign of its own in the legend, and said in the words for the picture."""
    tolls = Tolls()
    tolls.toll(
        "préfecture", tolls.step("2024-03-02", 12, 12, "a"), tolls.step("2024-03-03", 15, 15, "b", step="raised")
    )
    for key in ("figure0", "figure1"):
        tolls.told[key] = replace(tolls.told[key], row=replace(tolls.told[key].row, source="préfecture"))
    assert [row["day"] for row in rows(tolls, "renewed")] == ["2024-03-03"]
    assert not rows(tolls, "copies")
    assert len(layers(toll_spec(tolls.picture(), FRENCH, Look()), "renewed")) == 2
    assert [row["of"] for row in rows(tolls, "legend")] == ["line", "independent", "renewed"]
    assert "(en hausse, origine déjà comptée)" in told_in_words(tolls.picture(), FRENCH)


def test_of_two_points_the_one_that_was_told_first_is_independent_though_it_is_of_a_later_day() -> None:
    """A report of the 15th tells the toll of the 10th, one of the 11th that of the 11th: the latter came first."""
    tolls = Tolls()
    tolls.toll("préfecture", tolls.step("2024-03-10", 47, 47, "o"), tolls.step("2024-03-11", 52, 52, "o"))
    late = tolls.told["figure0"]
    tolls.told["figure0"] = replace(late, row=replace(late.row, published="2024-03-15"))
    assert [(one.figure, one.independent) for one in tolls.picture().tellings] == [
        ("figure0", False),
        ("figure1", True),
    ]


def test_as_many_points_are_filled_as_there_are_origins_on_the_picture() -> None:
    tolls = Tolls()
    tolls.toll("préfecture", tolls.step("2024-03-02", 12, 12, "a", "a"), tolls.step("2024-03-04", 15, 15, "b", "a"))
    tolls.toll("secours", tolls.step("2024-03-03", 13, 13, "c", "b"))
    picture = tolls.picture()
    assert picture.origins == 3
    assert sum(one.independent for one in picture.tellings) == 3


def test_of_one_day_the_article_that_was_copied_is_the_independent_one() -> None:
    from recoupe.show.charts.toll_picture import picture_of

    tolls = Tolls()
    tolls.toll("préfecture", tolls.step("2024-03-02", 12, 12, "wire", "wire"))
    picture = picture_of(tolls.series, tolls.told, tolls.origins, {("article0.txt", "article1.txt")})
    assert [(one.article, one.independent) for one in picture.tellings] == [
        ("article1.txt", True),
        ("article0.txt", False),
    ]


@pytest.mark.parametrize(("low", "high", "side"), [(20, None, "up"), (None, 30, "down")])
def test_an_open_interval_stays_open(low: int | None, high: int | None, side: str) -> None:
    """No row gives the open side a value: neither 0 nor the top of the picture."""
    tolls = Tolls()
    tolls.toll("préfecture", tolls.step("2024-03-02", low, high), tolls.step("2024-03-05", 40, 40, step="raised"))
    for name in (f"open_{side}", f"spans_{side}"):
        (row,) = rows(tolls, name)
        assert row["value"] == (low or high)
        assert "low" not in row
        assert "high" not in row
        assert (row["by"] < 0) is (side == "up")
    assert rows(tolls, "ranges") == []
    assert rows(tolls, "spans") == []
    spec = toll_spec(tolls.picture(), FRENCH, Look())
    stops = layers(spec, f"spans_{side}")[0]["mark"]["color"]["stops"]
    assert stops[-1]["color"].endswith("00"), "the open side fades out, without an edge"


def test_a_closed_interval_is_a_band_between_its_two_ends() -> None:
    tolls = Tolls()
    tolls.toll("préfecture", tolls.step("2024-03-02", 18, 22), tolls.step("2024-03-05", 40, 40, step="raised"))
    assert [(row["low"], row["high"], row["value"]) for row in rows(tolls, "ranges")] == [(18, 22, 20)]
    assert [(row["day"], row["until"]) for row in rows(tolls, "spans")] == [("2024-03-02", "2024-03-05")]


def test_what_is_said_as_a_maximum_is_no_step_of_the_line() -> None:
    tolls = Tolls()
    tolls.toll(
        "préfecture", tolls.step("2024-03-02", 12, 12), tolls.step("2024-03-03", None, 90), tolls.step("2024-03-04", 15, 15)
    )  # fmt: skip
    assert [row["value"] for row in rows(tolls, "steps")] == [12, 15]


def test_a_lowered_step_is_ringed_and_says_so_even_where_there_is_no_room() -> None:
    tolls = Tolls()
    for number in range(9):
        tolls.toll(f"source {number}", tolls.step("2024-03-02", 20 + number, 20 + number, f"o{number}"))
    tolls.toll(
        "préfecture", tolls.step("2024-03-02", 30, 30, "x"), tolls.step("2024-03-02", 25, 25, "y", step="lowered")
    )
    (ring,) = rows(tolls, "lowered")
    assert (ring["line"], ring["value"]) == ("J", 25)
    loud = [row for row in rows(tolls, "labels") if row["loud"]]
    assert [row["says"] for row in loud] == ["J 25 (en baisse)"]
    assert [row["says"] for row in rows(tolls, "legend") if row["of"] == "lowered"] == [FRENCH.say("tolls.key.lowered")]


def test_a_toll_that_is_told_once_is_a_point_without_a_line() -> None:
    tolls = Tolls()
    tolls.toll("préfecture", tolls.step("2024-03-02", 12, 12))
    assert rows(tolls, "steps") == []
    assert len(rows(tolls, "independent")) == 1


def test_a_toll_of_a_month_lies_over_the_month_and_one_without_a_day_is_named_beside_the_picture() -> None:
    tolls = Tolls()
    tolls.toll("préfecture", tolls.step("2024-03", 12, 12))
    tolls.toll("secours", tolls.step(None, 7, 7, "other"))
    assert [(row["first"], row["day"]) for row in rows(tolls, "months")] == [("2024-03-01", "2024-03-31")]
    assert not [row for row in rows(tolls, "independent") if row["line"] == "B"]
    assert "sans jour : 7" in next(row["says"] for row in rows(tolls, "legend") if row["line"] == "B")


def test_a_step_of_some_day_stays_behind_the_step_before_it() -> None:
    """The later toll is of a day between the 9th and the 20th: drawn at the first of the month it would look lowered."""
    tolls = Tolls()
    some_day = replace(
        tolls.step("2024-03", 465, None, "new", step="raised"), change="on a day from 2024-03-09 to 2024-03-20"
    )
    tolls.toll("préfecture", tolls.step("2024-03-08", 384, 384), some_day)
    assert [(row["day"], row["value"]) for row in rows(tolls, "steps")] == [("2024-03-08", 384), ("2024-03-20", 465)]
    assert [(row["first"], row["day"]) for row in rows(tolls, "months")] == [("2024-03-09", "2024-03-20")]
    assert "≥ 465, un jour du 9 mars 2024 au 20 mars 2024 (en hausse)" in told_in_words(tolls.picture(), FRENCH)


def test_steps_are_drawn_in_the_order_in_which_they_are_told_of_months_and_days() -> None:
    tolls = Tolls()
    tolls.toll("préfecture", tolls.step("2024-03-08", 384, 384), tolls.step("2024-03", 465, 465, step="raised"))
    assert [row["value"] for row in rows(tolls, "steps")] == [384, 465]


def test_points_of_one_day_and_value_do_not_hide_each_other() -> None:
    tolls = Tolls()
    for number in range(4):
        tolls.toll(f"source {number}", tolls.step("2024-03-02", 12, 12, f"o{number}"))
    offsets = [row["offset"] for row in rows(tolls, "independent")]
    assert len(set(offsets)) == 4


def test_what_does_not_count_the_same_is_warned_of() -> None:
    tolls = Tolls()
    tolls.toll("préfecture", tolls.step("2024-03-02", 12, 12))
    assert warnings_of(tolls.picture(), FRENCH) == []
    tolls.toll("secours", tolls.step("2024-03-02", 7, 7, counted=Counted.CHILDREN), place="Valmy", since="2024-02-28")
    places, populations, windows = warnings_of(tolls.picture(), FRENCH)
    assert "Port-Réal" in places
    assert "Valmy" in places
    assert "enfants" in populations
    assert "28 févr. 2024" in windows
    said = " ".join(row["says"] for row in rows(tolls, "legend") if row["of"] == "warning")
    assert "Valmy" in said


def test_the_words_for_a_picture_tell_its_numbers_with_their_limits() -> None:
    tolls = Tolls()
    tolls.toll(
        "préfecture",
        tolls.step("2024-03-02", 12, None, "a", "a"),
        tolls.step("2024-03-03", 9, 11, "b", step="lowered", modality="alleged"),
    )
    said = told_in_words(tolls.picture(), FRENCH)
    assert "préfecture : ≥ 12, 2 mars 2024 (1 reprise); 9–11, 3 mars 2024 (en baisse, ouï-dire)" in said
    assert "12 mars" not in said


def test_numbers_far_apart_stand_on_a_scale_that_says_so() -> None:
    tolls = Tolls()
    tolls.toll("préfecture", tolls.step("2024-03-02", 4, 4))
    tolls.toll("ONU", tolls.step("2024-03-02", 312000, None, "un"))
    plot = toll_spec(tolls.picture(), FRENCH, Look())["vconcat"][0]["layer"][0]["encoding"]["y"]
    assert plot["scale"]["type"] == "log"
    assert FRENCH.say("tolls.log") in plot["axis"]["title"]


def test_no_two_lines_of_a_picture_look_alike() -> None:
    look = Look()
    assert len({look.line(number) for number in range(24)}) == 24
    for one in range(12):
        for other in range(one):
            assert look.line(one)[1:] != look.line(other)[1:] or abs(one - other) >= 12


@pytest.mark.parametrize("theme", list(Theme))
def test_the_colours_of_lines_stand_off_the_ground(theme: Theme) -> None:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    colours = COLOURS[theme]
    for one in (*colours.lines, colours.ink, colours.quiet, colours.alarm):
        high, low = sorted((light(one), light(colours.ground)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, one


@pytest.mark.parametrize("width", list(Width))
def test_a_picture_is_drawn_and_hostile_names_are_words_in_it(width: Width) -> None:
    tolls = Tolls()
    name = '<script>alert(1)</script>\u202e\x00 & "co" {datum.line} ' + "x" * 5000
    tolls.toll(name, tolls.step("2024-03-02", 12, 12), place="</text><image href='http://x.example/'/>")
    tolls.toll(None, tolls.step("2024-03-03", 1, None, "b", article="=1+1"))
    spec = toll_spec(tolls.picture(), FRENCH, Look(width=width))
    json.dumps(spec, allow_nan=False)
    drawer = Drawer()
    svg = drawer.svg(spec).decode()
    assert "<script" not in svg
    assert "<image" not in svg
    assert "&lt;script&gt;" in svg
    assert "\u202e" not in svg
    assert drawer.png(spec)[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_picture_without_lines_is_still_a_picture() -> None:
    assert Drawer().svg(toll_spec(TollPicture(lines=()), FRENCH, Look())).startswith(b"<svg")


def test_what_was_drawn_is_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    import vl_convert

    tolls = Tolls()
    tolls.toll("préfecture", tolls.step("2024-03-02", 12, 12))
    drawer, spec = Drawer(most=1), toll_spec(tolls.picture(), FRENCH, Look())
    first = drawer.svg(spec)
    monkeypatch.setattr(vl_convert, "vegalite_to_svg", lambda *_, **__: pytest.fail("drawn again"))
    assert drawer.svg(spec) == first


def test_a_specification_that_names_an_address_is_not_drawn() -> None:
    """The renderer is allowed no address, so that nothing on this machine or beyond it is fetched."""
    spec = {"data": {"url": "http://127.0.0.1:9/x.json"}, "mark": "point", "encoding": {"x": {"field": "a"}}}
    with pytest.raises(ValueError, match="url not allowed"):
        Drawer().svg(spec)


def test_both_ends_of_one_sentence_are_one_origin_and_no_copy() -> None:
    tolls = Tolls()
    was, now = (
        tolls.step("2024-03-02", 23, 23, "o1", article="a.txt"),
        tolls.step("2024-03-03", 19, 19, "o2", article="a.txt", step="lowered"),
    )
    tolls.toll("préfecture", was, now)
    picture = tolls.picture()
    assert picture.origins == 1
    assert [one.independent for one in picture.tellings] == [True, False]
    assert not any(one.again for one in picture.tellings), "another value is not told again"


def test_a_toll_of_another_time_is_no_line_of_a_picture() -> None:
    """An accident of 1987 recalled would press four days of this year into a dot; what runs over years stays."""
    tolls = Tolls()
    tolls.toll("ministère", tolls.step("2024-03-13", 7, 7, "a"), tolls.step("2024-03-14", 19, 19, "b"))
    tolls.toll("syndicat", tolls.step("2024-03-15", 25, 25, "c"))
    tolls.toll(None, tolls.step("1987", 42, 42, "d"), since="1987")
    tolls.toll(None, tolls.step(None, 9, 9, "e"))
    picture = tolls.picture()
    assert [line.series for line in picture.lines] == ["toll0", "toll1", "toll3"]
    assert picture.apart == 1
    alone = Tolls()
    alone.toll(None, alone.step("1987", 42, 42, "d"), since="1987")
    assert [line.series for line in alone.picture().lines] == ["toll0"]
