"""A figure's moments and the article's day in, the window that the figure covers out."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from recoupe.extract.calendar import resolve
from recoupe.extract.figures.blows import TOLLS
from recoupe.extract.figures.campaigns import counted_from_blow
from recoupe.extract.figures.onsets import UNSAID, Days, blow_before, days_of
from recoupe.extract.reading import Dated, LocalFigure, Telling
from recoupe.model.figure import Counted, Kind, Modality
from recoupe.model.moment import Moment, Told, Window
from recoupe.model.span import Evidence

__all__ = ["Days", "blow_before", "days_of", "window_of"]

# what is so on the day that it is said of, and not since something happened
STATES = frozenset({
    Kind.TRAPPED, Kind.CONTROLLED, Kind.HOSTED, Kind.AFFECTED, Kind.EXPOSED, Kind.PROTESTING, Kind.DEPLOYED, Kind.OTHER, Kind.LAUNCHED,
    Kind.VOTED,
})  # fmt: skip


# what happened with the blow itself, on its day
BLOWS = frozenset({Kind.EXPOSED, Kind.LAUNCHED})


# what the words say of when a figure stood, without a day
STANDINGS = {
    "before": "figures.window.stood_before",
    "raised": "figures.window.stood_before_it_rose",
    "then": "figures.window.stood_when_it_struck",
    "ahead": "figures.window.stood_ahead_of_it",
    "yearly": "figures.window.stands_yearly",
    "compared": "figures.window.stood_ahead_of_it",
    "now": "figures.window.stands_now",
    "still": "figures.window.stands_still",
    "rate": "figures.window.stands_now",
    "attacking": "figures.window.stood_when_it_struck",
    "other": "figures.window.of_another_blow",
}


# stretches of time that a count may be of, as well as made in
PERIODS = frozenset({"period", "anchored_period"})


# the words that say of when a count is: `au 15 janvier`
AS_OF = ("moments:as_of", "moments:closed_at")


# what a blow that a report tells of is a part of, and does not begin
WARS = re.compile(r"\b(?:guerre|invasion|conflit|insurrection|rebellion|occupation|hostilites)\b")
# what goes on: who is still so is so on the day that it is said of
LASTING = frozenset({Kind.EXPOSED, Kind.DISPLACED, Kind.ABDUCTED, Kind.ESCAPED, Kind.DETAINED})
# states of a day that is over: `il n'en restait plus que douze`
OVER = frozenset({Telling.GOING_ON_THEN, Telling.EARLIER, Telling.DONE_THEN})
TODAY = "moments:today"
UNTIL = ("moments:until+",)
LONG_AGO = ("moments:season", "moments:loose_past")
# what comes of a gathering or a volley, on its day
IN_SCENE = frozenset({Kind.KILLED, Kind.INJURED, Kind.DETAINED, Kind.DESTROYED, Kind.ABDUCTED})


def window_of(
    figure: LocalFigure,
    days: Days,
    said_on: str | None,
    anchor: datetime.date | None,
    running: bool = False,
    told_before: Window | None = None,
) -> tuple[Window, Evidence | None]:
    """Return the window of a figure. `said_on` is the day on which the statement that holds it was made, `anchor` the day
    that the text named last before it; `running` says that its sentence speaks of a toll since the campaign began;
    `told_before` is the day that the sentence before it tells of, where the figure goes on from there."""
    window, why = _window_of(figure, days, said_on, anchor, running, told_before)
    own, elsewhere = ({one.moment.span for one in some} for some in (figure.moments, days.again))
    if why is not None and why.span in elsewhere - own:
        # the words stand in another paragraph, where the same number is told: spans count from this one
        why = replace(why, span=None)
    return window, why


def _window_of(
    figure: LocalFigure,
    days: Days,
    said_on: str | None,
    anchor: datetime.date | None,
    running: bool,
    told_before: Window | None,
) -> tuple[Window, Evidence | None]:
    if running and days.campaign is not None and not days.is_long:
        days = replace(days, blow=None)
    figure = replace(figure, moments=(*figure.moments, *days.again))
    future = figure.modality in (Modality.PLANNED, Modality.CALLED_FOR)
    today = days.today
    # `quatre hommes sont détenus`: who is held is held on the day that it is said of
    held = figure.kind is Kind.DETAINED and figure.told is Telling.NOW
    # `douze soignants sont infectés`: so they are that day, while cases are counted since the first
    held = held or (figure.kind is Kind.ILL and figure.told is Telling.NOW and not figure.moments)
    state = figure.kind in STATES or held
    # a count that was closed before it was told stood on the day of its closing
    told_on = min(said_on, today) if said_on is not None and days.closed is not None and today is not None else said_on
    until = today if state or told_on is None else told_on
    since: str | None = None
    struck: Moment | None = None
    of_blow = None if state or future else _blow_named(figure, days, anchor)
    stood = _stood(figure, days, of_blow) if not future else None
    if stood is not None:
        first = figure.moments[0]
        return stood, _evidence(STANDINGS[first.relation], first.moment)
    for timed in figure.moments:
        moment, relation = timed.moment, timed.relation
        if relation in STANDINGS:
            continue
        if future and moment.told is Told.PAST and moment.form != "until_now":
            # `a ordonné lundi l'envoi de 300 hommes`: the day of the order, which dates no sending
            continue
        if figure.modality is Modality.CALLED_FOR and moment.form == "until_now":
            # `l'appel de neuf millions, dont deux ont été réunis à ce jour`: the day is that of what came
            continue
        coming = future or moment.told is Told.COMING
        # `ce jour`, `au cours des dernières 24 heures`: of the day at which the counts were closed
        of_count = counted_from_blow(moment) or moment.form in ("rolling", "until_now") or moment.rule == TODAY
        base = days.counted_on if of_count and not coming else days.reference
        window = resolve(moment, base, future=True if coming else None, anchor=anchor)
        if moment.form == "anchored" and _ends_too_early(window, figure, days):
            # `la veille` of the article, not of the blow that was named last
            window = resolve(replace(moment, parts=()), days.reference, anchor=days.reference)
        if moment.starts or moment.since_event:
            if future or (state and (relation == "event" or counted_from_blow(moment))):
                continue
            # `depuis le début du siège`: the day is that of the campaign, which other words of the article name
            named = moment.form == "event"
            start = days.campaign or days.blow or window.since if named else window.since
            if named and start == days.blow is not None and WARS.search(moment.value[1]):
                # `depuis le début de la guerre`, in a report of last night's strikes
                return Window(until=until, why_open="the text does not say since when"), _evidence(UNSAID, moment)
            if start is not None:
                return Window(since=start, until=_not_before(until, start)), _evidence("figures.window.since", moment)
            continue
        if window.since is None and window.until is None:
            continue
        closes = moment.ends and not future and window.since is None
        goes_on = figure.told in (Telling.NOUN, Telling.NOW) and moment.rule.startswith(UNTIL)
        stays = goes_on or figure.kind is Kind.EXPOSED
        if closes and stays and str(window.until) > str(today):
            # `vacciner d'ici à samedi la moitié des 8 000 villageois`, `restent fermées jusqu'à lundi`: so it is today
            continue
        as_of = figure.kind is not Kind.OTHER and moment.rule.startswith(AS_OF)
        if closes and state and (as_of or (moment.form == "until_now" and figure.told is Telling.NOW)):
            # `97 400 réfugiés étaient enregistrés au 15 janvier`: so it stood on that day
            return Window(since=window.until, until=window.until), _evidence("figures.window.state_as_of", moment)
        if not future and _holds(window, today):
            # `480 000 hectares brûlés cette année`: up to the day of the report
            window = replace(window, until=today)
        spans = window.since is not None and (
            (moment.form == "range" and not moment.rule.startswith("moments:night"))
            or (relation == "tally" and moment.form in PERIODS)
        )
        if not state and (relation == "tally" or closes) and not spans:
            if window.until is not None:
                onset = of_blow or days.onset
                start = onset if onset is not None and onset <= window.until else window.until
                start = None if days.rule == UNSAID and of_blow is None else start
                return Window(since=start, until=window.until), _evidence("figures.window.tally_of", moment)
            continue
        if relation == "event":
            if not future and state and _is_of_old(window, days):
                # `une fuite avait enfermé en 2011 quelque 90 voisins chez eux`
                return window, _evidence("figures.window.another_blow", moment)
            if not future and figure.kind in BLOWS:
                return window, _evidence("figures.window.day_of_blow", moment)
            if not future and not state and since is None:
                if _is_another(window, days) or _is_of_old(window, days):
                    return window, _evidence("figures.window.another_blow", moment)
                since, struck = window.since, moment
            continue
        if future and (relation != "own" or (timed.on_noun and moment.told is not Told.COMING)):
            continue
        if (
            relation == "free"
            and not state
            and figure.kind in TOLLS
            and moment.form != "range"
            and not _is_over(window, days)
        ):
            if since is None:
                since, struck = window.since, moment
            continue
        return window, _evidence("figures.window.moment", moment)
    if not future and any(_is_vaguely_past(timed) for timed in figure.moments):
        return Window(why_open="was so on a day that the text does not name"), None
    if days.coming is not None:
        return Window(since=days.coming, until=days.coming), Evidence("window", "figures.window.day_to_come")
    if future or days.reference is None:
        return Window(why_open="not dated by the text" if future else "no reference day"), None
    if told_before is not None:
        return told_before, Evidence("window", "figures.window.day_told_last")
    if figure.kind in BLOWS and days.blow is not None:
        return Window(since=days.blow, until=days.blow), Evidence("window", "figures.window.day_of_blow")
    if (
        figure.kind is Kind.EXPOSED
        and days.onset is None
        and days.rule != UNSAID
        and figure.told is not Telling.EARLIER
    ):
        return Window(since=today, until=today), Evidence("window", "figures.window.state_of_the_day")
    rumour = figure.modality is Modality.ALLEGED and (
        figure.kind is Kind.DELIVERED or (figure.kind is Kind.OTHER and figure.told is not Telling.GOING_ON_THEN)
    )
    if figure.kind is Kind.EXPOSED or rumour:
        return Window(why_open="not dated by the text"), None
    done = figure.told is Telling.DONE and days.onset is None
    if figure.kind is Kind.DELIVERED and figure.told in (Telling.GOING_ON_THEN, Telling.TO_COME) and since is None:
        return Window(why_open="not dated by the text"), None
    if (
        figure.kind in (Kind.OTHER, Kind.HOSTED)
        and figure.modality is not Modality.ALLEGED
        and (figure.told is Telling.GOING_ON_THEN or done)
    ):
        return Window(why_open="was so on a day that the text does not name"), Evidence(
            "window", "figures.window.state_of_then"
        )
    if figure.kind is Kind.PROTESTING and anchor is not None and anchor < days.reference:
        # `Jeudi, une marche a traversé la ville. Ils étaient 4 000`
        day = anchor.isoformat()
        return Window(since=day, until=day), Evidence("window", "figures.window.day_told_last")
    if _was_done_since(figure, days, until):
        # `43 machettes ont été saisies`: from the first day on
        return Window(since=days.onset, until=until), Evidence("window", "figures.window.done_since")
    if state:
        return Window(since=today, until=today), Evidence("window", "figures.window.state_of_the_day")
    if figure.kind is Kind.DELIVERED and since is None and _answers_the_blow(figure, days, until):
        # `a acheminé 1 200 couvertures`: from the day of the quake on
        return Window(since=days.onset, until=until), Evidence("window", "figures.window.given_since")
    if figure.kind is Kind.DELIVERED and figure.told is Telling.NOW and figure.counted is Counted.GOODS:
        # `l'entrepôt renferme 4 000 tonnes de riz`: a stock of that day
        return Window(since=today, until=today), Evidence("window", "figures.window.state_of_the_day")
    if figure.kind is Kind.DELIVERED and since is None:
        return Window(until=until), Evidence("window", "figures.window.until_now")
    if since is not None:
        return Window(since=since, until=_not_before(until, since)), Evidence(
            "window", "figures.window.event", struck.span if struck else None
        )
    if _is_of_scene(figure, days) and not running:
        return Window(since=days.scene, until=days.scene), Evidence("window", "figures.window.day_of_scene")
    if days.rule == UNSAID:
        return Window(until=until, why_open="the text does not say since when"), Evidence("window", days.rule)
    start = days.onset if days.onset is not None and until is not None and days.onset <= until else None
    rule = days.rule if start is not None and days.rule is not None else "figures.window.day_of_report"
    if figure.modality is Modality.ALLEGED and rule == "figures.window.onset_campaign":
        # `82 civils auraient été tués`, on no day that the text says
        return Window(until=until, why_open="not dated by the text"), Evidence("window", UNSAID)
    return Window(since=start or until, until=until), Evidence("window", rule)


def _is_vaguely_past(timed: Dated) -> bool:
    """`L'été dernier, la grêle avait détruit 60 serres`: neither since the blow nor today."""
    return timed.relation in ("own", "event") and timed.moment.rule in LONG_AGO and timed.moment.told is Told.PAST


def _was_done_since(figure: LocalFigure, days: Days, until: str | None) -> bool:
    """Whether something of no kind of its own was done, as a report counts it since the crisis began."""
    if figure.kind is not Kind.OTHER or figure.told is not Telling.DONE or figure.unit != "count":
        return False
    return days.onset is not None and until is not None and days.onset <= until


def _stood(figure: LocalFigure, days: Days, of_blow: str | None) -> Window | None:
    """Return the window of a figure that stood before it rose, when the blow fell, or ahead of it; None where none is said."""
    relation = figure.moments[0].relation if figure.moments else ""
    dated = [timed for timed in figure.moments if timed.relation not in STANDINGS and timed.moment.form != "rolling"]
    if relation == "then" and days.blow is not None and not dated and figure.kind is not Kind.KILLED:
        return Window(since=days.blow, until=days.blow)
    on_strike = figure.kind in (Kind.DEPLOYED, Kind.OTHER, Kind.EXPOSED) and not dated
    if relation == "attacking" and on_strike and days.blow is not None and figure.told is not Telling.NOW:
        return Window(since=days.blow, until=days.blow)
    if relation == "still" and not dated and figure.kind in LASTING and figure.told not in OVER:
        return Window(since=days.today, until=days.today)
    if relation == "rate" and not dated and figure.told is Telling.NOW and figure.kind in TOLLS:
        return Window(since=days.today, until=days.today)
    if relation == "yearly" and not dated:
        return Window(why_open="is so in any year")
    if relation == "other" and all(timed.moment.form == "vague" for timed in dated) and figure.kind not in STATES:
        return Window(why_open="befell them on another day, which the text does not name")
    if relation == "compared" or (relation == "ahead" and figure.kind in (Kind.EXPOSED, Kind.OTHER)):
        return Window(why_open="was so before what struck")
    if relation not in ("before", "raised"):
        return None
    if figure.kind is Kind.EXPOSED and days.blow is not None and not dated:
        # `le nombre des passagers est ramené de 31 à 29`: aboard on the day, whoever counts them when
        return Window(since=days.blow, until=days.blow)
    rolled = [resolve(timed.moment, days.reference) for timed in figure.moments if timed.moment.form == "rolling"]
    until = next((window.since for window in rolled if window.since is not None), None)
    told = [timed.moment for timed in dated if timed.relation == "tally"]
    if relation == "raised" and until is None and told:
        return None
    if until is None and told:
        # `un précédent bilan, diffusé mardi`
        day = resolve(told[0], days.reference, future=False).until
        until = day if day is not None and day < str(days.today) else None
    if figure.kind in STATES:
        return Window(since=until, until=until, why_open=None if until else "was so before, the text does not say when")
    since = of_blow or (days.onset if days.rule != UNSAID else None)
    return Window(since=since, until=until, why_open=None if until else "the text does not say until when")


def _holds(window: Window, today: str | None) -> bool:
    """Whether the words name a month or a year that is not over on the day of the report."""
    if today is None or window.since is None or window.until is None or len(window.until) == 10:
        return False
    return window.since[: len(window.until)] == window.until == today[: len(window.until)]


def _is_of_old(window: Window, days: Days) -> bool:
    """Whether what struck is told by a month or a year that is over for two months: `la crue de 2015 avait fait 40 morts`."""
    if window.until is None or len(window.until) == 10 or days.reference is None:
        return False
    return window.until < (days.reference - datetime.timedelta(days=60)).isoformat()[: len(window.until)]


def _ends_too_early(window: Window, figure: LocalFigure, days: Days) -> bool:
    """Whether a toll would end before the blow that it counts the dead of."""
    known = figure.kind in TOLLS and days.onset is not None and window.until is not None
    return known and str(window.until) < str(days.onset)


def _is_of_scene(figure: LocalFigure, days: Days) -> bool:
    """Whether a figure without a day came of what the sentences before it tell of, and that is not the article's own blow."""
    if days.scene is None or figure.kind not in IN_SCENE or figure.told not in (Telling.DONE, Telling.NOUN):
        return False
    return days.scene != days.onset or figure.kind is Kind.DETAINED


def _blow_named(figure: LocalFigure, days: Days, anchor: datetime.date | None) -> str | None:
    """Return the day of the blow that the figure's own clause names, None where it names none."""
    told = [timed.moment for timed in figure.moments if timed.relation == "event" and not timed.moment.starts]
    found = (resolve(moment, days.reference, anchor=anchor).since for moment in told)
    return next((day for day in found if day is not None and len(day) == 10), None)


def _is_over(window: Window, days: Days) -> bool:
    """Whether the words name several days that are past: `cinq pour tout le mois de mai` no longer rises."""
    if window.until is None or (window.until == window.since and len(window.until) == 10) or days.reference is None:
        return False
    return window.until < days.reference.isoformat()[: len(window.until)]


def _not_before(until: str | None, since: str) -> str | None:
    return until if until is None or until[: len(since)] >= since else since


def _evidence(rule: str, moment: Moment) -> Evidence:
    return Evidence("window", rule, moment.span)


def _is_another(window: Window, days: Days) -> bool:
    """Whether what struck then lies a week or more before the blow that the article is about, or is a blow of a campaign that
    has gone on for two weeks since: its toll no longer runs."""
    known = [day for day in (days.blow, days.campaign) if day is not None]
    if not known or window.until is None or days.reference is None:
        return False
    about = datetime.date.fromisoformat(min(known))
    if window.until[:10] < (about - datetime.timedelta(days=7)).isoformat():
        return True
    long_gone = window.until[:10] < (days.reference - datetime.timedelta(days=14)).isoformat()
    return long_gone and days.campaign is not None and days.campaign < window.until[:10]


def _answers_the_blow(figure: LocalFigure, days: Days, until: str | None) -> bool:
    """Whether what was handed over is help that came after the blow: told as done, in goods."""
    struck = days.rule == "figures.window.onset_struck" and days.onset is not None
    done = figure.told in (Telling.DONE, Telling.EARLIER) and figure.modality is Modality.REPORTED
    return struck and done and figure.counted is not Counted.MONEY and until is not None and str(days.onset) < until
