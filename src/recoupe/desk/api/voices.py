"""Who says what: disputes, pairs of figures, and both as claims and speakers with the words behind them."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from recoupe.desk.api.frame import LIMIT, After, AsOf, CrisisName, Limit, Listed, api_router, cut
from recoupe.desk.visit import Here
from recoupe.ledger.overlay import Overlay
from recoupe.model.dispute import Dispute
from recoupe.model.series import Agreement, Verdict
from recoupe.show.questions import asked
from recoupe.show.voices import Matter, matters, outlines

router = api_router()


class Show(StrEnum):
    """What of it is asked for."""

    DISPUTES = "disputes"
    CONFLICTS = "conflicts"
    AGREEMENTS = "agreements"


@router.get("/disputes")
def disputes(
    visit: Here, crisis: CrisisName = None, as_of: AsOf = None, after: After = None, limit: Limit = LIMIT
) -> Listed[Dispute]:
    """The questions that speakers answer differently, in the language asked for; nothing in them decides who is right."""
    found = Overlay(visit.crisis, visit.as_of).found()
    page = cut(found.disputes, after, limit, key=lambda one: one.id)
    items = [replace(one, question=asked(one.question, visit.words)) for one in page.items]
    return Listed(items=items, next=page.next)


@router.get("/agreements")
def agreements(
    visit: Here,
    crisis: CrisisName = None,
    as_of: AsOf = None,
    verdict: Verdict | None = None,
    after: After = None,
    limit: Limit = LIMIT,
) -> Listed[Agreement]:
    """The pairs of figures that speak of the same thing, whether both can be true, and why."""
    found = Overlay(visit.crisis, visit.as_of).found()
    asked = [one for one in found.agreements if verdict is None or one.verdict is verdict]
    return cut(asked, after, limit, key=lambda one: f"{one.a}|{one.b}")


@router.get("/voices")
def voices(
    visit: Here,
    crisis: CrisisName = None,
    as_of: AsOf = None,
    show: Show | None = None,
    after: After = None,
    limit: Limit = LIMIT,
) -> Listed[Matter]:
    """Disputes and figures that conflict or agree, as claims and, by speaker, the voices that make them.

    A voice is one origin: a text that ten papers reprint is one. A speaker without a name (`""`) is the outlet itself.
    """
    overlay = Overlay(visit.crisis, visit.as_of)
    page = cut(outlines(overlay.bonds(), show or ""), after, limit, key=lambda one: one.id)
    quotes = overlay.quotes(id for one in page.items for id in one.told(overlay.bonds()))
    found = matters(page.items, overlay.bonds(), quotes)
    items = [replace(one, question=one.question and asked(one.question, visit.words)) for one in found]
    return Listed(items=items, next=page.next)
