"""What a verb of saying can govern: for each frame, the cue in, the words of its content out."""

from __future__ import annotations

from collections.abc import Callable

from recoupe.extract.statements.content import CIRCUMSTANCE, conceded_end, content_end, find_que, trim_end
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.fillers import has_number, is_infinitive, skip_fillers
from recoupe.extract.statements.judging import held, held_for, innocent, judged, justified
from recoupe.extract.statements.lexis import actor_class, closed_words
from recoupe.extract.statements.outright import outright
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.speakers import whom_behind
from recoupe.extract.statements.tallies import past_place, tallied
from recoupe.extract.statements.words import Row, Stretch

# what is taken to be something: `voit dans ce vote une manœuvre`
TAKEN = frozenset(["ce", "cet", "cette", "ces"])
GIVEN = frozenset(
    ["recommander", "conseiller", "promettre", "garantir", "annoncer", "suggérer", "réclamer", "demander"]
)
Bounds = tuple[int, int] | None
Reader = Callable[[Row, Cue, Stretch, tuple[Cue, ...]], Bounds]


def _to_end(row: Row, start: int, stretch: Stretch, cues: tuple[Cue, ...], role: str) -> Bounds:
    start += row.low(start) == ":"
    if start >= stretch.end:
        return None
    return start, content_end(row, start, stretch, cues, role)


# what stands for what a colon then spells out: `dit le contraire : le pont tenait`
OTHERWISE = frozenset(["chose", "contraire", "inverse"])


def colon_content(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    depth = row.words[cue.first].depth
    for at in range(cue.last + 1, min(cue.last + 16, stretch.end)):
        word = row.words[at]
        if word.depth != depth or word.low in (";", "que", "qu'") or any(other.verb == at for other in cues):
            return None
        if word.low == ":" and row.low(at + 1) in ("selon", "d'", "pour") and row.low(at + 3) == ",":
            # `Le préfet conteste : selon lui, ...`
            return None
        if word.low == ":":
            quoted = at + 1 < stretch.end and row.opens(at + 1)
            if not quoted and "tally" in cue.frames and has_number(row, cue.last + 1, at - 1):
                # `après en avoir annoncé 12 : un nom figurait en double`
                return None
            if not quoted and any(
                row.words[k].pos in ("NOUN", "PROPN") and row.low(k) not in OTHERWISE for k in range(cue.last + 1, at)
            ):
                return None
            if quoted:
                quote = row.quote_at(at + 1, depth)
                last = max(
                    k for k in range(at + 1, stretch.end) if quote is None or quote.outer.covers(row.words[k].span)
                )
                own = is_infinitive(row, skip_fillers(row, cue.last + 1, at), at)
                if own and any(0 < other.first - last <= 3 for other in cues):
                    # `L'armée nie avoir tiré : « ... », assure le colonel`
                    return None
                return at + 1, last
            return at + 1, trim_end(row, at + 1, stretch.end - 1)
    return None


def _only(row: Row, cue: Cue) -> bool:
    """Say whether the `que` of a verb sets a limit: `n'assure plus que neuf liaisons`, `ne dit que la vérité`."""
    bare = {"ne", "n'"} & {row.low(k) for k in range(cue.left, cue.first + 1)}
    inside = {row.low(k) for k in range(cue.first, cue.last + 1)} & {"pas", "jamais", "guère", "rien"}
    behind = row.low(cue.last + 1)
    return (
        bool(bare)
        and not inside
        and (behind in ("que", "qu'") or (behind == "plus" and row.low(cue.last + 2) in ("que", "qu'")))
    )


def _que(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    if not cue.negated and _only(row, cue):
        return None
    start = find_que(row, cue.last + 1, stretch.end)
    if start is None and not cue.negated and cue.mood == "finite" and cue.frames["que"].verb in closed_words("asking"):
        asked = skip_fillers(row, cue.last + 1, stretch.end)
        if row.low(asked) in ("comment", "pourquoi", "combien"):
            # `raconte comment la coque s'est fendue`
            return _to_end(row, asked, stretch, cues, "que")
    if start is None and cue.frames["que"].verb in closed_words("told"):
        return _told(row, cue, stretch, cues)
    bounds = _to_end(row, start, stretch, cues, "que") if start is not None else None
    if bounds is not None and row.low(cue.left - 1) == "beau":
        return bounds[0], conceded_end(row, *bounds)
    return bounds


def _told(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    """Return the words of `a averti les habitants que la digue céderait`, `a assuré les familles de son soutien`."""
    start = skip_fillers(row, cue.last + 1, stretch.end)
    party = phrase_at(row, start, stretch.end)
    if party is None or (actor_class(party.head) is None and party.role not in ("name", "acronym")):
        return None
    for at in range(party.first + 1, min(party.end + 2, stretch.end)):
        if row.low(at) in ("que", "qu'"):
            return _to_end(row, at + 1, stretch, cues, "que")
        if row.low(at) in ("de", "d'") and (
            row.low(at + 1) in DETERMINERS or row.opens(at + 1) or is_infinitive(row, at + 1, stretch.end)
        ):
            return _to_end(row, at + 1, stretch, cues, "de")
    return None


def _inf(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    return _to_end(row, start, stretch, cues, "inf") if is_infinitive(row, start, stretch.end) else None


def _party_inf(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    """`appeler X à faire`, `demander à X de faire`, `les inviter à faire`."""
    start = skip_fillers(row, cue.last + 1, stretch.end)
    object_clitic = any(
        row.low(k) in ("les", "l'", "le", "la", "leur", "lui", "nous") for k in range(cue.left, cue.first)
    )
    if row.low(start) in ("à", "au", "aux") and not is_infinitive(row, start + 1, stretch.end):
        start += 1
    for at in range(start, min(start + 30, stretch.end)):
        word = row.words[at]
        if (
            word.low in ("à", "de", "d'")
            and word.depth == row.words[cue.first].depth
            and (
                is_infinitive(row, at + 1, stretch.end)
                or (row.low(at + 1) in ("ne", "une", "un", "la", "l'", "davantage", "plus") and word.low == "à")
                or row.opens(at + 1)
            )
        ):
            if at == start and not object_clitic:
                return None
            return _to_end(row, at + 1 if at == start else start, stretch, cues, "party_inf")
        if (
            word.low in ("au", "aux")
            and at > start
            and cue.frames["party_inf"].verb in ("exhorter", "appeler", "inviter")
        ):
            return _to_end(row, start, stretch, cues, "party_inf")
        if word.low in (".", ";", ":", "que", "qu'", ",") and not (word.low == "," and at > start + 1):
            return None
    return None


def _party(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    if row.low(start) in ("à", "au", "aux", "de", "d'") and start + 1 < stretch.end:
        start += 1
    if start >= stretch.end or not (row.words[start].is_word or row.opens(start)):
        return None
    if row.low(start) in ("par", "pour", "avec", "dans", "comme", "en", "sur", "depuis", "et"):
        return None
    return _to_end(row, start, stretch, cues, "party")


def _imputed(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    bounds = _party(row, cue, stretch, cues)
    if bounds is None or not any(row.low(k) in ("à", "au", "aux") for k in range(*bounds)):
        return None
    return bounds


def _party_de(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    phrase = phrase_at(row, start, stretch.end)
    if phrase is None or row.low(phrase.end + 1) not in ("de", "d'"):
        return (
            None
            if phrase is None or not any(row.low(k) == "de" for k in range(phrase.first, phrase.last))
            else _to_end(row, start, stretch, cues, "party")
        )
    return _to_end(row, start, stretch, cues, "party")


def _adj(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    if start >= stretch.end:
        return None
    word = row.words[start]
    if (
        row.opens(start)
        or (word.pos in ("ADJ", "VERB", "NOUN") and word.low not in DETERMINERS)
        or word.low in ("très", "en", "d'", "favorable", "prêt")
    ):
        return _to_end(row, start, stretch, cues, "adj")
    return None


def _comme(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    """`qualifier X de « ... »`, `décrire comme « ... »`, `les dit « ... »`: only with quotation marks."""
    start = skip_fillers(row, cue.last + 1, stretch.end)
    depth = row.words[cue.first].depth
    marks = [at for at in range(start, min(start + 14, stretch.end)) if row.opens(at) and row.words[at].depth == depth]
    if not marks:
        return None
    quote = row.quote_at(marks[0], depth)
    if quote is None:
        return None
    last = max(k for k in range(marks[0], stretch.end) if quote.outer.covers(row.words[k].span))
    clitic = any(row.low(k) in ("les", "l'", "le", "la") for k in range(cue.left, cue.first))
    if marks[0] == start:
        return (start, last) if clitic else None
    before = row.low(marks[0] - 1)
    if before not in ("de", "d'", "comme") or cue.frames["comme"].verb in ("dire",):
        return None
    if (before == "comme" and marks[0] - 1 == start) or marks[0] - 1 == start:
        return marks[0], last
    return start, last


def _after(prepositions: tuple[str, ...], role: str) -> Reader:
    def read(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
        start = skip_fillers(row, cue.last + 1, stretch.end)
        for at in range(start, min(start + 8, stretch.end)):
            low = row.low(at)
            if low in prepositions and not (low == "des" and "noun" in cue.frames):
                if row.low(at + 1) == "ce" and row.low(at + 2) in ("que", "qu'"):
                    return _to_end(row, at + 3, stretch, cues, "que")
                if low == "pour":
                    return _to_end(row, at + 2, stretch, cues, "que") if row.low(at + 1) in ("que", "qu'") else None
                first = at if low == "des" and role == "de" else at + 1
                if row.low(first) in ("un", "une") and row.low(first + 1) in ("côté", "coup"):
                    return None
                wants_infinitive = cue.frames[role].entry.extra.get("inf")
                quoted = first + 1 if row.opens(first) else first
                if wants_infinitive and not is_infinitive(row, quoted, stretch.end):
                    return None
                return _to_end(row, first, stretch, cues, role)
            if (at == start and low in (",", ".", ";", "que", "qu'", "et")) or role != "a" or row.opens(at):
                return None
        return None

    return read


def _noun(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1 + (cue.negated and row.low(cue.last + 1) in ("pas", "plus")), stretch.end)
    clitic = next((k for k in range(cue.left, cue.first) if row.low(k) in ("le", "l'", "les", "la")), None)
    if start >= stretch.end:
        return None
    word = row.words[start]
    if clitic is not None:
        return (
            (clitic, clitic)
            if any(form.entry.means in ("deny", "reject") for form in cue.frames.values())
            and cue.frames.get("noun")
            and cue.frames["noun"].entry.means in ("deny", "reject")
            else None
        )
    if word.low in ("à", "au", "aux") and any(form.verb in GIVEN for form in cue.frames.values()):
        # `recommande aux riverains la prudence`
        party = phrase_at(row, start + 1, stretch.end, together=False, bare=True)
        if (
            party is not None
            and (row.low(party.last + 1) in DETERMINERS or has_number(row, party.last + 1, party.last + 1))
            and (actor_class(party.head) is not None or party.role in ("name", "acronym"))
        ):
            return _to_end(row, party.last + 1, stretch, cues, "noun")
    if word.low in CIRCUMSTANCE and (quoted := past_place(row, start, stretch.end)) is not None:
        return _to_end(row, quoted, stretch, cues, "noun")
    least = word.low == "au" and row.low(start + 1) in ("moins", "plus", "minimum", "maximum", "bas")
    if word.low in ("que", "qu'", "pas") or (word.low in CIRCUMSTANCE and not least):
        return None
    if word.low == "de" and row.low(start + 2) in ("main", "tête"):
        # a gesture
        return None
    if word.low in ("ce", "cela") and row.low(start + 1) in ("que", "qu'", "qui", "dont"):
        return None
    if (
        word.low in DETERMINERS
        or row.opens(start)
        or word.pos in ("NUM", "DET", "PROPN", "NOUN", "ADJ")
        or word.text[0].isdigit()
        or word.low in ("de", "d'", "avoir", "du")
        or least
    ):
        return _to_end(row, start + (word.low in ("de", "d'")), stretch, cues, "noun")
    return None


def _direct(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    start = skip_fillers(row, cue.last + 1, stretch.end)
    if start >= stretch.end or not row.opens(start):
        return None
    quote = row.quote_at(start, row.words[cue.first].depth)
    inside = [k for k in range(start, stretch.end) if quote is not None and quote.outer.covers(row.words[k].span)]
    if not inside:
        return None
    after = row.low(inside[-1] + 1)
    if cue.frames.keys() & {"judged", "comme"} and after in ("que", "qu'", "de", "d'") and inside[-1] + 2 < stretch.end:
        # `juge « inacceptable » que des enfants dorment dehors`
        return start, content_end(row, start, stretch, cues, "que")
    if after in DETERMINERS and inside[-1] + 1 < stretch.end:
        # `a jugé « inacceptable » cette attaque`
        return start, content_end(row, start, stretch, cues, "noun")
    return start, inside[-1]


def _seen_in(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    """Return the words of `voit dans ce drame « un échec »`: what somebody takes a thing to be."""
    start = skip_fillers(row, cue.last + 1, stretch.end)
    if row.opens(start) and cue.frames["seen_in"].verb == "voir" and "noun" not in cue.frames:
        # `le ministre voit « une poignée de casseurs »`
        return _direct(row, cue, stretch, cues)
    if row.low(start) not in ("dans", "derrière") or row.low(start + 1) not in DETERMINERS:
        return None
    thing = phrase_at(row, start + 1, stretch.end, together=False)
    if thing is None or thing.last + 1 >= stretch.end:
        return None
    first = thing.last + 1
    if row.opens(first) or (row.low(first) in ("un", "une", "le", "la", "l'") and row.low(start + 1) in TAKEN):
        return _to_end(row, first, stretch, cues, "noun")
    return None


CULPRITS = frozenset("coupable responsable auteur suspect commanditaire fautif cause origine adversaire ennemi".split())


def _named(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    """Return the words behind the colon of `désigne les coupables : la milice`."""
    start = skip_fillers(row, cue.last + 1, stretch.end)
    colon = next((k for k in range(start, min(start + 6, stretch.end)) if row.low(k) == ":"), None)
    if colon is None or not any(row.low(k).rstrip("s") in CULPRITS for k in range(start, colon)):
        return None
    return _to_end(row, colon + 1, stretch, cues, "colon")


def _learnt(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Bounds:
    """Return the clause of `on apprend auprès du parquet que`: only behind `on` and a source that is named."""
    behind = whom_behind(row, cue.last + 1, stretch.end) if row.low(cue.left - 1) == "on" else None
    if behind is None or row.low(behind.end + 1) not in ("que", "qu'"):
        return None
    return _to_end(row, behind.end + 2, stretch, cues, "que")


FRAMES: dict[str, Reader] = {
    "learnt": _learnt,
    "seen_in": _seen_in,
    "colon": colon_content,
    "que": _que,
    "held": held,
    "judged": judged,
    "party_inf": _party_inf,
    "party": _party,
    "imputed": _imputed,
    "party_de": _party_de,
    "inf": _inf,
    "adj": _adj,
    "comme": _comme,
    "a": _after(("à", "au", "aux", "pour"), "a"),
    "de": _after(("de", "d'", "du", "des"), "de"),
    "contre": _after(("contre",), "contre"),
    "sur": _after(("sur",), "sur"),
    "tally": tallied,
    "ruled_out": _noun,
    "intended": _after(("de", "d'", "pour"), "intended"),
    "played_down": _noun,
    "meant": _inf,
    "named": _named,
    "claimed": _noun,
    "open": _noun,
    "wanted": _noun,
    "pleaded": _noun,
    "required": _noun,
    "innocent": innocent,
    "justified": justified,
    "held_for": held_for,
    "noun": _noun,
    "bare": outright,
    "quote": _direct,
}
