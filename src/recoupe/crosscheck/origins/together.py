"""Records with their origins in, the independent origins behind several of them together out: what any sum of support is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from recoupe.crosscheck.forest import Forest
from recoupe.crosscheck.names.names import sources_of
from recoupe.crosscheck.names.spelling import bare, folded, is_named

Mark = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A record as a sum of support sees it: the id of its article, the source that it credits as written, None where the
    outlet tells it itself, and the ids of its origins as the check found them."""

    article: str
    source: str | None
    origins: tuple[str, ...]


def together(told: Mapping[str, Telling]) -> dict[str, tuple[str, ...]]:
    """Return for each of some records the independent origins behind it among all of them: those of one name are one.

    What one source says is one origin however much it says, and so is what one article tells in its own voice, with the
    articles that carry its words. Beside a source that an article credits among these records its own voice is none: such a
    record has no origin here, nor has one that no check knew.
    """
    known = {record: one for record, one in sorted(told.items()) if one.origins}
    forest: Forest[Mark] = Forest()
    of_origin: dict[str, tuple[Mark, ...]] = {}
    behind: dict[str, tuple[Mark, ...]] = {}
    for record, one in known.items():
        sources = _sources(one)
        if len(one.origins) == 1:
            for mark in sources:
                forest.join(mark, ("origin", one.origins[0]))
        if sources:
            # which of several origins is which of several sources is not kept
            behind[record] = sources if len(sources) >= len(one.origins) else _of(one.origins)
            for origin in one.origins:
                of_origin.setdefault(origin, behind[record])
    credited = {known[record].article for record in behind}
    own = {record: one for record, one in known.items() if record not in behind}
    for record, one in own.items():
        behind[record] = tuple(dict.fromkeys(mark for origin in one.origins for mark in of_origin.get(origin, ())))
        if not behind[record]:
            behind[record] = _of(one.origins)
            for mark in behind[record]:
                forest.join(mark, ("own", one.article))
    groups = {record: tuple(sorted({forest.top(mark) for mark in marks})) for record, marks in behind.items()}
    articles: dict[Mark, set[str]] = defaultdict(set)
    voiced = {forest.top(mark) for marks in of_origin.values() for mark in marks}
    for record, tops in groups.items():
        for top in tops:
            articles[top].add(known[record].article)
    counted = {top for top, tellers in articles.items() if top in voiced or tellers - credited}
    return {
        record: tuple("\x1f".join(top) for top in groups.get(record, ()) if top in counted) for record in sorted(told)
    }


def origins_together(told: Mapping[str, Telling] | Iterable[Telling], of: Collection[str] | None = None) -> int:
    """Return how many independent origins are behind some records together, as `together` tells them apart.

    Where `of` names some of them, those behind these alone: what one says is told apart beside all that are laid together,
    so that the same line counts alike on a picture and in a report. One of them that has any origin counts at least one.

    >>> toll, again = Telling("a", "le préfet", ("o1",)), Telling("a", "Préfet", ("o2",))
    >>> origins_together([toll, again]), origins_together([toll, Telling("b", None, ("o3",))])
    (1, 2)
    """
    records = told if isinstance(told, Mapping) else {str(number): one for number, one in enumerate(told)}
    behind = together(records)
    asked = behind if of is None else [id for id in of if id in behind]
    found = {name for id in asked for name in behind[id]}
    return len(found) or int(of is not None and any(records[id].origins for id in asked))


def _sources(one: Telling) -> tuple[Mark, ...]:
    """Return whom a record credits; a source without a name of its own is one that only its article can mean."""
    return tuple(
        dict.fromkeys(
            ("source", *folded(name)) if is_named(name) else ("unnamed", one.article, *bare(name))
            for name in (sources_of(one.source) if one.source else ())
        )
    )


def _of(origins: Collection[str]) -> tuple[Mark, ...]:
    return tuple(("origin", one) for one in origins)
