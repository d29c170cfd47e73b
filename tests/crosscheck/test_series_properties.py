"""What holds of the tolls of any crisis, whatever order its articles come in, and of sources without a name or a noun."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.crosscheck.build import article, dossier
from tests.crosscheck.test_series import CIVILIANS, TOLL, Names, Origins, steps, told, tolls

from recoupe.crosscheck.tolls.series import series
from recoupe.model.account import Account


@st.composite
def crises(draw: st.DrawFn) -> list[Account]:
    """Return some articles with figures drawn from few values of each field, so that many meet."""
    accounts = []
    for number in range(draw(st.integers(1, 5))):
        day = draw(st.integers(1, 4))
        figures = []
        for _ in range(draw(st.integers(1, 3))):
            since = draw(st.sampled_from(["2024-03-01", "2024-03-02", f"2024-03-0{day}", None]))
            fields = [
                draw(st.sampled_from(["killed", "missing"]))
                + " "
                + draw(st.sampled_from(["people", "civilians", "children"])),
                draw(st.sampled_from(["reported", "alleged", "planned", "called_for", "denied"])),
                draw(st.sampled_from(["exact", "at_least", "up_to"])),
                "place " + draw(st.sampled_from(["Riverac", "Riverac-Est", "Montclar"])),
                *([f"since {since}"] if since else []),
                *([f"until 2024-03-0{day}"] if draw(st.booleans()) else []),
                *(["source " + source] if (source := draw(st.sampled_from(["préfecture", "police", ""]))) else []),
            ]
            before = draw(st.sampled_from(["", "dont ", "et non ", "désormais ", "de "]))
            after = draw(st.sampled_from([" morts", " de plus", " à"]))
            figures.append(f"{before}[{draw(st.integers(1, 6))}]({'; '.join(fields)}){after}")
        published = draw(st.sampled_from([f"2024-03-0{day}", f"2024-03-0{day}T10:00:00", None]))
        accounts.append(article(f"a{number}", published, "On dit " + ", ".join(figures) + "."))
    return accounts


@settings(max_examples=150, deadline=None)
@given(crises())
def test_whatever_is_told_a_series_keeps_its_promises(accounts: list[Account]) -> None:
    """No figure is in two steps, none that did not happen in any; support never counts more origins than articles."""
    given = dossier(*accounts)
    figures = {key: figure for account in given.accounts for key, figure in account.figures.items()}
    found = series(given, Names(), Origins(given))
    stepped = [key for one in found for step in one.steps for key in step.figures]
    beside = [key for one in found for key in one.beside]
    assert len(stepped) == len(set(stepped)) and not set(stepped) & set(beside)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.steps and one.steps[0].step in ("first", "lowered", "raised", "same")
        assert all(len(step.articles) >= len(step.origins) >= 1 for step in one.steps)
        days = [step.until for step in one.steps if step.until]
        assert days == sorted(days)
        shown = [key for step in one.steps for key in step.figures] + [*one.parts, *one.beside]
        assert all(figures[key].modality in ("reported", "alleged") for key in shown)
        known = {other.id: other for other in found}
        for other in one.related:
            assert any(back.series == one.id and back.width != other.width for back in known[other.series].related)


@settings(max_examples=40, deadline=None)
@given(crises(), st.randoms())
def test_the_order_in_which_articles_and_figures_come_changes_nothing(accounts: list[Account], chance: object) -> None:
    """The same dossier gives the same tolls, however its records lie in memory."""
    whole = dossier(*accounts)
    turned = [
        type(account)(
            article=account.article,
            figures=dict(reversed(list(account.figures.items()))),
            statements=account.statements,
        )
        for account in reversed(accounts)
    ]
    assert series(whole, Names(), Origins(whole)) == series(dossier(*turned), Names(), Origins(whole))


def test_any_order_of_three_dispatches_gives_one_line() -> None:
    """What is told on which day decides, not which article came first."""
    accounts = [told(name, f"2024-03-0{day}", "[1" + str(day) + "]{} morts.") for day, name in enumerate("xyz", 2)]
    assert len({tolls(*order) for order in permutations(accounts)}) == 1


def test_two_unnamed_sources_are_not_one_that_raised_its_toll() -> None:
    """`un médecin` of one article and `un médecin` of another may be two people."""
    doctor = TOLL.replace("préfecture", "un médecin")
    found = tolls(told("a", "2024-03-02", "[12]{} morts.", doctor), told("b", "2024-03-03", "[15]{} morts.", doctor))
    assert [[step[2] for step in steps(one)] for one in found] == [["first"], ["first"]]


def test_a_bare_number_counts_what_its_source_counted_before_it() -> None:
    """`donnait 53 civils tués ... nous disons donc 49` is a correction; 49 persons with a noun of their own are not."""
    was = f"Lundi, la préfecture donnait [53]({CIVILIANS}; until 2024-03-04) civils tués ; elle s'est reprise."
    now = f"({TOLL}; until 2024-03-06)"
    (one,) = tolls(article("a", "2024-03-07", f"{was} « Nous disons donc [49]{now} », écrit-elle."))
    assert steps(one) == [("2024-03-04", 53, "first"), ("2024-03-06", 49, "lowered")]
    assert len(tolls(article("a", "2024-03-07", f"{was} « Nous disons [49]{now} personnes », écrit-elle."))) == 2
