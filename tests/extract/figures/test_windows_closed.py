"""Of when a count is: when it was closed, told, ordered or due, and what came of a blow told just before."""

from collections.abc import Callable

from recoupe.model.figure import Figure

Read = Callable[[str], tuple[Figure, ...]]


def windows(figures: tuple[Figure, ...]) -> list[tuple[str | None, str | None]]:
    """Return the windows of some figures."""
    return [(one.since, one.until) for one in figures]


def test_the_day_on_which_somebody_told_of_the_dead_is_not_theirs(figures: Read) -> None:
    """`a indiqué mercredi le ministère`."""
    text = "L'épidémie déclarée le 4 mai a fait 31 morts pour 268 cas, a indiqué mercredi le ministère de la Santé."
    assert windows(figures(text)) == [("2020-05-04", "2020-05-13"), ("2020-05-04", "2020-05-13")]


def test_counts_stand_on_the_day_at_which_they_were_closed(figures: Read) -> None:
    """`Données arrêtées au 10 mai`, in the head of a report."""
    text = "Données arrêtées au 10 mai.\n\nOn dénombre 31 morts depuis le 1er mai.\n\nQuarante équipes sont déployées."
    assert windows(figures(text)) == [("2020-05-01", "2020-05-10"), ("2020-05-10", "2020-05-10")]


def test_a_week_that_is_counted_is_covered_whole(figures: Read) -> None:
    """A count of last week, and of the one before it."""
    text = "La semaine dernière, la clinique a enregistré 97 nouveaux cas, contre 61 la semaine précédente."
    assert windows(figures(text)) == [("2020-05-04", "2020-05-10"), ("2020-04-27", "2020-05-03")]


def test_a_year_that_goes_on_is_counted_up_to_the_report(figures: Read) -> None:
    """`cette année`."""
    assert windows(figures("Cette année, 480 maisons ont brûlé dans la vallée.")) == [("2020", "2020-05-14")]


def test_the_day_of_an_order_dates_no_sending(figures: Read) -> None:
    """Ordered on Monday, due on no day that is told."""
    assert windows(figures("Le gouverneur a ordonné lundi l'envoi de 300 gendarmes.")) == [(None, None)]


def test_who_is_held_is_held_on_the_day_that_it_is_said_of(figures: Read) -> None:
    """`sont détenus`, in a report on an older blow."""
    text = "Une rixe a fait deux morts lundi à Arbeville.\n\nQuatre hommes sont détenus à la prison."
    assert windows(figures(text))[1:] == [("2020-05-14", "2020-05-14")]


def test_a_state_is_of_the_day_that_its_count_is_of(figures: Read) -> None:
    """`étaient hébergés au 10 mai`."""
    assert windows(figures("Dans le camp, 970 réfugiés étaient hébergés au 10 mai.")) == [("2020-05-10", "2020-05-10")]


def test_what_begins_says_whether_it_strikes(figures: Read) -> None:
    """A vaccination is no blow."""
    text = "La vaccination a commencé mardi.\n\nOn compte 46 cas notifiés depuis le 4 mai.\n\nDouze malades sont morts."
    assert [one.since for one in figures(text)] == ["2020-05-04", "2020-05-04"]


def test_what_came_of_a_blow_behind_a_colon_is_of_its_day(figures: Read) -> None:
    """`Mardi, ... : six morts`."""
    text = "Mardi, des hommes ont surpris un convoi de motos près d'Arbeville : six morts."
    assert windows(figures(text)) == [("2020-05-12", "2020-05-12")]


def test_who_was_hurt_on_one_day_and_died_on_another_died_on_the_second(figures: Read) -> None:
    """The participle has its day, the verb another."""
    text = "Un manifestant blessé lundi à Arbeville est mort mercredi."
    assert windows(figures(text)) == [("2020-05-13", "2020-05-13")]


def test_the_toll_of_a_blow_is_not_closed_by_the_day_of_the_blow(figures: Read) -> None:
    """`Le bilan des crues qui ont frappé lundi Arbeville`, whatever the parse hangs on the count."""
    text = "Le bilan des crues qui ont frappé lundi Arbeville est passé à cinq morts, selon la protection civile."
    assert windows(figures(text)) == [("2020-05-11", "2020-05-14")]
