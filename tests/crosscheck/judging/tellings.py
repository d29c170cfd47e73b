"""Cases about what was said and what happened: disputes, events, the timeline, days, names and withdrawn articles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.crosscheck.judging.row import Outcome, Verdict, quiet, shown
from tests.crosscheck.judging.view import View, named, plain, tokens, value_of

from recoupe.model.article import PublishedBasis
from recoupe.model.dispute import Dispute, Position
from recoupe.model.event import Event
from recoupe.model.figure import Figure

Case = Mapping[str, Any]


def dispute(view: View, case: Case) -> Verdict:
    """`[[dispute]]`: one dispute of this `kind` (or one of several) has a position of each of `speakers`, a position
    with each of `values`, holds each of `words` (`|` parts several) in what is said, and is told by `articles`."""
    wanted = len(case.get("speakers", ())) or len(case.get("values", ())) or 1
    best: list[str] | None = None
    for one in view.check.disputes:
        lacking, positions = _dispute_lacks(view, case, one)
        if positions >= min(2, wanted) and (best is None or len(lacking) < len(best)):
            best = lacking
    return shown(["no such dispute"] if best is None else best, found=best is not None)


def no_dispute(view: View, case: Case) -> Verdict:
    """`[[no_dispute]]`: no dispute has all these `speakers`, `values`, `words` and `articles`."""
    fired = [one.question for one in view.check.disputes if not _dispute_lacks(view, case, one)[0]]
    return quiet(fired)


def _dispute_lacks(view: View, case: Case, one: Dispute) -> tuple[list[str], int]:
    """Return what a dispute lacks of a case, and how many of the positions asked for it has."""
    speakers = [(asked, _speaking(one, asked)) for asked in case.get("speakers", ())]
    lacking = [f"{asked} has no position" for asked, said in speakers if said is None]
    told = [said for _, said in speakers if said is not None]
    if len(set(told)) < len(told):
        lacking.append("two of the speakers share one position")
    values = [(asked, _counting(view, one, asked)) for asked in case.get("values", ())]
    lacking += [f"nobody says {asked}" for asked, said in values if not said]
    said = " ".join([plain(one.question), *(_said(view, position) for position in one.positions)])
    absent = [words for words in case.get("words", ()) if not any(plain(one) in said for one in words.split("|"))]
    lacking += [f"does not speak of {words}" for words in absent]
    kinds = [case["kind"]] if isinstance(case.get("kind"), str) else case.get("kind", [one.kind])
    if one.kind not in kinds:
        lacking.append(f"is {one.kind}")
    holders = _articles(
        view, tuple(key for position in one.positions for key in position.statements + position.figures)
    )
    lacking += [f"leaves out {name}" for name in case.get("articles", ()) if view.article(name) not in holders]
    if "positions" in case and len(one.positions) != case["positions"]:
        lacking.append(f"has {len(one.positions)} positions, not {case['positions']}")
    of_it = len(set(told)) or sum(said for _, said in values)
    return lacking, 0 if absent else of_it


def _speaking(one: Dispute, asked: str) -> int | None:
    return next((at for at, position in enumerate(one.positions) if named(asked, position.speaker)), None)


def _counting(view: View, one: Dispute, asked: str) -> bool:
    figures = (view.records.get(key) for position in one.positions for key in position.figures)
    return any(isinstance(said, Figure) and (said.low, said.high) == value_of(asked) for said in figures)


def _said(view: View, position: Position) -> str:
    return f"{plain(position.says)} {view.words_of(position.statements)}"


def _articles(view: View, ids: tuple[str, ...]) -> set[str]:
    return {view.names[view.records[key].article] for key in ids if key in view.records}


def dating(view: View, case: Case) -> Verdict:
    """`[[dating]]`: the `article` is put into an interval of days between `earliest` and `latest` that `holds` its day;
    no wider than `within` days; where `contradicts` is true the day that was `given` stands and is reported as
    contradicted, where false it is not."""
    article = view.id_of(case["article"])
    one = next((one for one in view.check.datings if one.article == article), None)
    if one is None:
        return shown(["no dating is given"], found=False)
    lacking = []
    days = f"{one.earliest} to {one.latest}"
    if "holds" in case and not (one.earliest and one.latest and one.earliest <= case["holds"] <= one.latest):
        wrong = (one.earliest or "") > case["holds"] or (one.latest or "9") < case["holds"]
        return (Outcome.FIRED, f"is put into {days}") if wrong else shown([f"is left open: {days}"], found=False)
    if "earliest" in case and (one.earliest or "") < case["earliest"]:
        lacking.append(f"may be earlier: {days}")
    if "latest" in case and (one.latest or "9") > case["latest"]:
        lacking.append(f"may be later: {days}")
    if "within" in case and (days_between(one.earliest, one.latest) or 9999) > case["within"]:
        lacking.append(f"is wide: {days}")
    if one.published is None and one.basis is PublishedBasis.INFERRED and not one.clues:
        lacking.append("shows no evidence")
    if "given" in case and (one.published or "")[:10] != case["given"]:
        lacking.append(f"the given day became {one.published}")
    if "contradicts" in case and bool(one.contradicts) is not case["contradicts"]:
        if not case["contradicts"]:
            return Outcome.FIRED, one.contradicts[0].says
        return shown(["nothing contradicts the given day"], found=False)
    return shown(lacking, found=True)


def days_between(first: str | None, last: str | None) -> int | None:
    """Return how many days an interval holds, None where it is open.

    >>> days_between("2016-12-08", "2016-12-08")
    1
    """
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days + 1 if first and last else None


def happening(view: View, case: Case) -> Verdict:
    """`[[happening]]`: one event of this `type` on this `day`, with this `modality`, is told by the words `of` all these
    places in the articles."""
    if not any(account.events for account in view.dossier.accounts):
        return Outcome.UNASKED, "no events were read"
    types = [case["type"]] if isinstance(case["type"], str) else case["type"]
    groups = {reference: set(view.records_at(reference, Event)) for reference in case["of"]}
    best: list[str] | None = None
    for one in view.check.happenings:
        if one.type not in types or not any(group & set(one.tellings) for group in groups.values()):
            continue
        lacking = [f"{place} does not tell it" for place, group in groups.items() if not group & set(one.tellings)]
        if "day" in case and not (one.date or "").startswith(case["day"]):
            lacking.append(f"is of {one.date}")
        if "modality" in case and one.modality != case["modality"]:
            lacking.append(f"is {one.modality}")
        if "place" in case and not named(case["place"], one.place):
            lacking.append(f"is at {one.place}")
        if best is None or len(lacking) < len(best):
            best = lacking
    return shown(["no such event"] if best is None else best, found=best is not None)


def not_one_happening(view: View, case: Case) -> Verdict:
    """`[[not_one_happening]]`: no event is told by the words `of` all these places."""
    if not any(account.events for account in view.dossier.accounts):
        return Outcome.UNASKED, "no events were read"
    groups = [set(view.records_at(reference, Event)) for reference in case["of"]]
    joined = [one for one in view.check.happenings if all(group & set(one.tellings) for group in groups)]
    return quiet([f"{one.type} {one.date} {one.place}: {'; '.join(one.why)}" for one in joined])


def timeline(view: View, case: Case) -> Verdict:
    """`[[timeline]]`: an entry of this `day` tells the record `of` this place; `disputed` says whether it is marked."""
    records = set(view.records_at(case["of"]))
    entries = [one for one in view.check.timeline if one.day.startswith(case["day"]) and records & set(one.records)]
    if not entries:
        days = sorted({one.day for one in view.check.timeline if records & set(one.records)})
        return shown([f"stands on {', '.join(days)}" if days else "is on no day"], found=False)
    marked = any(one.disputes for one in entries)
    if case.get("disputed", marked) is not marked:
        return shown(["is marked as disputed" if marked else "is not marked as disputed"], found=True)
    return shown([], found=True)


def suggestion(view: View, case: Case) -> Verdict:
    """`[[suggestion]]`: the program proposes to a person that `one` and `other` are one, with a score and a reason."""
    found = _suggested(view, case)
    return shown([] if found else ["is not suggested"], found=found)


def no_suggestion(view: View, case: Case) -> Verdict:
    """`[[no_suggestion]]`: the program does not propose that `one` and `other` are one."""
    return quiet(["is suggested"] if _suggested(view, case) else [])


def _suggested(view: View, case: Case) -> bool:
    wanted = sorted(map(tokens, (case["one"], case["other"])))
    return any(
        sorted(map(tokens, (one.one, one.other))) == wanted and one.of == case.get("of", one.of)
        for one in view.check.suggestions
    )


def withdrawn(view: View, case: Case) -> Verdict:
    """`[[withdrawn]]`: the `article` is reported as one that its agency took back, with the words that say so; it keeps
    its records, and what rests on them is named."""
    article = view.id_of(case["article"])
    one = next((one for one in view.check.withdrawals if one.article == article), None)
    if one is None:
        return shown(["is taken for one that stands"], found=False)
    account = view.accounts[view.article(case["article"])]
    lacking = [] if one.why else ["does not say why"]
    lacking += [] if account.figures or account.statements else ["has lost its records"]
    lacking += [] if one.rests_on_it else ["names nothing that rests on it"]
    return shown(lacking, found=True)


def not_withdrawn(view: View, case: Case) -> Verdict:
    """`[[not_withdrawn]]`: none of the `articles` is taken for one that was taken back."""
    taken = {one.article for one in view.check.withdrawals}
    return quiet([name for name in case["articles"] if view.id_of(name) in taken])
