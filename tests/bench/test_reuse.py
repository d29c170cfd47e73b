"""The articles that the growth of the comparison is measured on."""

from __future__ import annotations

from bench.reuse import COPIED, generated, growth

from recoupe.crosscheck.reuse.passages import find_passages


def test_a_third_of_the_articles_copy_and_what_they_copied_is_found() -> None:
    """A stretch of COPIED words from one before them; the footer that another third bears is no passage."""
    found = find_passages(generated(60))
    copied = {one.article_b for one in found if one.words >= COPIED - 1}
    assert copied >= {f"{at:08d}" for at in range(1, 60, 3)}
    assert not any("reproduction" in one.span_a.of(generated(60)[int(one.article_a)].article.text) for one in found)


def test_the_articles_are_the_same_in_every_run() -> None:
    """Whoever measures twice measures the same; fewer articles are the first of more."""
    again = generated.__wrapped__(30)
    assert again == generated(30) == generated(60)[:30]


def test_the_growth_is_told_as_a_ratio() -> None:
    """Of the time of eight times as many to that of few."""
    (line,) = growth(few=6, times=2)
    assert line.ratio > 0
    assert "12 articles / of 6" in line.what
