"""A cue in a row of words in, the phrase that names its speaker out: before the verb, after it, or behind `selon`."""

from __future__ import annotations

from dataclasses import replace

from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.fillers import skip_fillers
from recoupe.extract.statements.lexis import actor_class, closed_words, is_a
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import MANY, PRONOUNS, phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.stamps import past_stamp
from recoupe.extract.statements.words import Row, Stretch

SUBJECTS = frozenset("il elle ils elles on nous celui-ci celle-ci ceux-ci celles-ci".split())
AT_BODIES = frozenset(["la", "l'", "parquet", "ministère", "siège", "sein", "cabinet", "gouvernement"])
SUBORDINATORS = frozenset("qui que dont où comme si quand alors tandis lorsqu' lorsque".split())
LATTER = frozenset(
    (
        "premier première second seconde deuxième quelqu'un quelques-uns quelques-unes dernier dernière derniers dernières "
        "intéressé intéressée"
    ).split()
)

PREPOSITIONS = frozenset(
    (
        "de d' du à au aux en dans par pour sur sous avec sans contre entre chez vers depuis dès pendant "
        "après avant selon lors face malgré devant derrière parmi outre hors jusqu' jusque grâce suite quant "
        "via près"
    ).split()
)
CLAUSE_SIGNS = frozenset({";", ":", "«", "»", "“", "”", '"', "–", "—", "--", "(", "•", "*"})


def inverted_subject(row: Row, cue: Cue, end: int) -> Phrase | None:
    """Return the subject that follows the verb: `a déclaré jeudi le ministre`, `a-t-il dit`."""
    if cue.pronoun is not None:
        word = row.words[cue.pronoun]
        low = word.low.removeprefix("-t").removeprefix("-")
        gender, plural = PRONOUNS.get(low, (None, False))
        text = word.text.removeprefix("-t").removeprefix("-")
        if low == "on":
            source = whom_behind(row, cue.last + 1, end)
            if source is not None:
                return source
        return Phrase(cue.pronoun, cue.pronoun, cue.last, low, text, word.span, "pronoun", gender, plural)
    at = skip_fillers(row, cue.last + 1, end)
    if row.low(at) == "par" and cue.mood == "passive":
        at += 1
    # `a dit à l'AFP Rosa`, `a raconté à l'agence ANP Paul`
    if row.low(at) in ("à", "au", "aux") and at + 1 < end:
        medium = phrase_at(row, at + 1, end, together=False)
        if medium is not None:
            name = next(
                (
                    k
                    for k in range(at + 2, medium.last + 1)
                    if row.words[k].capital and not row.words[k].text.isupper() and row.words[k - 1].text.isupper()
                ),
                None,
            )
            at = name if name is not None else medium.last + 1
    if row.low(at) in PREPOSITIONS and not (row.low(at) in ("de", "d'") and row.low(at + 1) in MANY):
        return None
    return phrase_at(row, at, end)


def whom_behind(row: Row, at: int, end: int) -> Phrase | None:
    """Return whom `a-t-on appris auprès de X`, `indique-t-on de source Y`, `apprend-on à la préfecture` credit."""
    while at < end and row.low(at) in closed_words("times"):
        at += 1
    if row.low(at) == "auprès" or (row.low(at) == "du" and row.low(at + 1) == "côté"):
        at += 1 + (row.low(at) == "du")
        return phrase_at(row, at if row.low(at) in ("du", "des") else at + 1, end)
    if row.low(at) == "de" and row.low(at + 1) in ("même", "mêmes") and row.low(at + 2) in ("source", "sources"):
        # `a-t-on ajouté de même source`
        same = row.span(at + 1, at + 2)
        return Phrase(at + 1, at + 2, at + 2, "même", same.of(row.text), same, "same", None, False)
    if row.low(at) == "de" and row.low(at + 1) in ("source", "sources", "bonne"):
        return phrase_at(row, at + 1, end, bare=True)
    if row.low(at) in ("à", "au") and row.low(at + 1) in AT_BODIES:
        return phrase_at(row, at + 1, end, bare=True)
    if row.low(at) in ("à", "au", "aux", "chez", "du", "de", "des", "dans"):
        body = phrase_at(row, at if row.low(at) in ("du", "des") else at + 1, end, bare=True)
        anybody = row.low(at) == "chez"
        if body is not None and body.role != "pronoun" and speaks(body) and (anybody or not is_a(body.head, "person")):
            return body
    return None


def subject_of(row: Row, cue: Cue, stretch: Stretch) -> Phrase | None:
    """Return the subject that stands before the verb, or None where there is none in the sentence."""
    if row.low(cue.left) == "lui" and cue.left == stretch.start:
        # `Lui dit avoir compté quarante tombes`
        return phrase_at(row, cue.left, cue.left + 1)
    at = cue.left - 1
    while at >= stretch.start and (
        row.low(at) in closed_words("adverbs") or row.low(at) in ("elle-même", "lui-même", "eux-mêmes")
    ):
        at -= 1
    if at < stretch.start:
        return None
    low = row.low(at)
    if row.words[at].text in "–—" and (aside := _dashed_before(row, at, stretch)) is not None:
        return aside
    if low in (":", ";") or row.words[at].text in "–—•":
        return None
    if low == "on":
        behind = whom_behind(row, cue.last + 1, stretch.end) if cue.mood == "finite" else None
        return _side_of(row, at, stretch) or behind or phrase_at(row, at, at + 1)
    if low in ("ceux-ci", "celles-ci", "celui-ci", "celle-ci"):
        return phrase_at(row, at, at + 1)
    if low in ("il", "elle", "ils", "elles", "nous", "je", "j'", "tous", "toutes"):
        return _brought_up(row, at, stretch) or phrase_at(row, at, at + 1)
    if low == "qui" or (low in ("lequel", "laquelle", "lesquels", "lesquelles") and row.low(at - 1) == ","):
        return antecedent(row, at, stretch)
    if low in ("et", "mais", "puis", "ou"):
        return _shared(row, at, stretch)
    if low in ("lui", "elle", "eux", "elles") and row.low(at - 1) == ",":
        at -= 2
        low = row.low(at)
    if low == ",":
        opening = next((k for k in range(at - 1, max(at - 9, stretch.start), -1) if row.low(k) == ","), None)
        if opening is not None and row.low(opening - 1) == "qui":
            # `la mairie qui, lundi, signalait`
            return antecedent(row, opening - 1, stretch)
    if low in (",", ")") or row.words[at].pos in ("PUNCT",) or low == "":
        if (inside := _of_relative(row, at, stretch)) is not None:
            return inside
        return _first_of_clause(row, at, stretch)
    near = _ending_at(row, at, stretch)
    if near is not None and near.role == "name" and near.title is None and not near.plural:
        beside = _described_before(row, near, stretch)
        return beside if beside is not None else near
    return near if near is not None else _first_of_clause(row, at, stretch)


def _of_relative(row: Row, comma: int, stretch: Stretch) -> Phrase | None:
    """Return who is named between `que` and a comma: `un don que leur avocate, Rosa Kone, juge maigre`."""
    que = next((k for k in range(comma - 2, max(comma - 14, stretch.start), -1) if row.low(k) in ("que", "qu'")), None)
    found = phrase_at(row, que + 1, comma + 1, together=False) if que is not None else None
    return found if found is not None and found.end == comma - 1 and found.end > found.last and speaks(found) else None


def _dashed_before(row: Row, closing: int, stretch: Stretch) -> Phrase | None:
    """Return who stands before an aside between dashes: `La LDH – Ligue des droits humains – dénonce ...`."""
    signs = [k for k in range(stretch.start, closing) if row.words[k].text in "–—" and not row.words[k].depth]
    if len(signs) != 1 or signs[0] == stretch.start:
        return None
    found = _ending_at(row, signs[0] - 1, stretch)
    return found if found is not None and speaks(found) else None


def subject_at(row: Row, verb: int, stretch: Stretch) -> Phrase | None:
    """Return the subject that stands before any finite verb."""
    left = verb
    while left > stretch.start and row.low(left - 1) in closed_words("clitics"):
        left -= 1
    return subject_of(row, Cue(left, verb, verb, left, "finite", None, None, False, False, {}), stretch)


def _brought_up(row: Row, pronoun: int, stretch: Stretch) -> Phrase | None:
    """Return who `elle` is in `Quant à la mission, elle a fait savoir`."""
    start = clause_start(row, pronoun, stretch)
    if row.low(start) != "quant" or row.low(start + 1) not in ("à", "au", "aux") or row.low(pronoun - 1) != ",":
        return None
    found = phrase_at(row, start + 2, pronoun, bare=True)
    return found if found is not None and speaks(found) and found.end == pronoun - 2 else None


def _side_of(row: Row, on: int, stretch: Stretch) -> Phrase | None:
    """Return who `on` is in `Du côté de l'armée, on dément` and `Chez l'exploitant, on dément`."""
    start = clause_start(row, on, stretch)
    while start < on and row.low(start) in ("et", "mais"):
        start += 1
    if row.low(start) == "de" and row.low(start + 1) == "même" and row.low(start + 2) == "source":
        # `De même source, on indique que ...`
        same = row.span(start + 1, start + 2)
        return Phrase(start + 1, start + 2, start + 2, "même", same.of(row.text), same, "same", None, False)
    if row.low(start) == "du" and row.low(start + 1) == "côté":
        start += 2
        start += row.low(start) in ("de", "d'")
    elif (
        row.low(start) in ("chez", "dans", "à", "au")
        or (row.words[start].text == "A" and row.words[start + 1].capital)
        or (row.low(start) == "de" and row.low(start + 1) in ("source", "sources"))
    ):
        start += 1
    else:
        return None
    found = phrase_at(row, start, on, bare=True)
    if found is None or row.low(found.end + 1) != "," or not speaks(found):
        return None
    # `À Paris, on assure que`: a capital that speaks
    stays = row.low(start - 1) in ("à", "a") and row.words[start].capital and found.first == found.last
    return found if row.low(start - 1) not in ("dans", "à", "a") or is_a(found.head, "organisation") or stays else None


def clause_start(row: Row, at: int, stretch: Stretch) -> int:
    """Return where the clause of a word begins: after a semicolon, a colon, a dash, or a quote that is over."""
    depth = row.words[at].depth
    start = past_stamp(row, stretch.start, at)
    for index in range(start, at):
        word = row.words[index]
        if (
            word.depth > depth
            or (word.depth < depth)
            or (word.low in CLAUSE_SIGNS and word.low != "(")
            or (word.low == "." and depth)
        ):
            start = index + 1
        elif word.low == "tandis" and row.low(index + 1) == "que":
            start = index + 2
    return start


def _ending_at(row: Row, last: int, stretch: Stretch) -> Phrase | None:
    """Return the longest phrase that ends with the word `last` and follows no preposition."""
    for start in range(clause_start(row, last, stretch), last + 1):
        if row.low(start) in ("du", "des") and start > stretch.start and row.words[start - 1].is_word:
            continue
        if start > stretch.start and _inside_phrase(row, start):
            continue
        phrase = phrase_at(row, start, last + 1)
        if phrase is not None and phrase.end == last:
            return phrase
    return None


def _inside_phrase(row: Row, start: int) -> bool:
    before = row.low(start - 1)
    if before in PREPOSITIONS or before == "des" or (before in DETERMINERS and before not in ("l'",)):
        return True
    return before == "l'" or (
        row.words[start].capital and row.words[start - 1].capital and row.words[start - 1].is_word
    )


def _described_before(row: Row, name: Phrase, stretch: Stretch) -> Phrase | None:
    """Give a name that stands between commas its title: `Le chef du groupe, Jan Egeland, ...`."""
    if row.low(name.first - 1) != ",":
        return None
    before = _ending_at(row, name.first - 2, stretch)
    if before is None or before.role not in ("title", "owned", "described"):
        return None
    return replace(name, title=before.text, gender=before.gender or name.gender)


def antecedent(row: Row, qui: int, stretch: Stretch) -> Phrase | None:
    last = qui - 1
    if row.low(last) == ",":
        last -= 1
    if row.low(last) in ("et", "ou", "mais"):
        # `une femme qui parle et qui se dit infirmière`
        other = next((k for k in range(last - 1, stretch.start, -1) if row.low(k) == "qui"), None)
        return antecedent(row, other, stretch) if other is not None else None
    phrase = _ending_of(row, last, stretch) or _ending_at(row, last, stretch)
    if phrase is not None:
        return phrase
    for start in range(stretch.start, last):
        if row.low(start) in ("au", "aux", "du") and actor_class(row.low(start + 1)) is not None:
            # `transférés au centre de Gris-Cap, qui assure`
            found = phrase_at(row, start + 1, last + 1, together=False, bare=True)
            if found is not None and found.end == last:
                return found
    for start in range(stretch.start, last + 1):
        found = phrase_at(row, start, last + 1, together=False)
        if (
            found is not None
            and found.end == last
            and not (
                row.words[start].capital
                and row.words[start - 1].capital
                and start > stretch.start
                and row.words[start - 1].is_word
            )
        ):
            return found
    return None


def _ending_of(row: Row, last: int, stretch: Stretch) -> Phrase | None:
    """Return whose body stands between commas before a `qui`: `Rosa Kone, de l'ONG Puits ouverts, qui réclame`."""
    for start in range(last - 1, max(last - 9, stretch.start + 1), -1):
        if row.low(start) in ("de", "d'", "du", "des") and row.low(start - 1) == ",":
            body = phrase_at(row, start if row.low(start) in ("du", "des") else start + 1, last + 1, together=False)
            whose = _ending_at(row, start - 2, stretch) if body is not None and body.end == last else None
            named = whose is not None and whose.role == "name" and " " in whose.text
            return whose if named else None
    return None


def _shared(row: Row, at: int, stretch: Stretch) -> Phrase | None:
    """Return the subject of the verb before a conjunction."""
    if row.low(at - 1) == "qui":
        return antecedent(row, at - 1, stretch)
    start = clause_start(row, at, stretch)
    for index in range(at - 1, start, -1):
        if row.low(index) == "qui" and not any(row.low(k) == "," for k in range(index, at)):
            return antecedent(row, index, stretch)
    return _first_of_clause(row, at, stretch)


def _first_of_clause(row: Row, at: int, stretch: Stretch) -> Phrase | None:
    """Return the subject that opens a clause, past adverbials between commas: `Mardi, le maire, qui ..., a dit`."""
    start = clause_start(row, at, stretch)
    found = _opening(row, start, at)
    if (found is None or not speaks(found)) and start > stretch.start and row.closes(start - 1):
        # `Le chef, qui avait juré de « nettoyer » la vallée, reconnaît ...`
        whole = _opening(row, stretch.start, at) if not row.opens(stretch.start) else None
        if whole is not None and speaks(whole) and row.low(whole.end + 1) == "," and row.low(whole.end + 2) == "qui":
            return whole
    return found


def _opening(row: Row, start: int, at: int) -> Phrase | None:
    reaching = _reaching(row, start, at)
    if reaching is not None:
        return reaching
    segments = [
        start,
        *(k + 1 for k in range(start, at) if row.low(k) == "," and row.words[k].depth == row.words[at].depth),
    ]
    for segment in segments:
        first = segment
        while (
            first < at
            and row.low(first)
            in ("et", "mais", "or", "car", "puis", "ainsi", "aussi", "quant", "à", "au", "enfin", "donc")
            and (row.low(first) not in ("à", "au") or row.low(first - 1) == "quant")
        ):
            first += 1
        low = row.low(first)
        if low in PREPOSITIONS or low in SUBORDINATORS:
            continue
        pronoun = PRONOUNS.get(low)
        if pronoun is not None and low in SUBJECTS:
            return phrase_at(row, first, first + 1)
        phrase = phrase_at(row, first, at + 1)
        if phrase is None or phrase.last > at:
            continue
        if segment == start or row.low(phrase.end + 1) in (",", "(", "") or speaks(phrase):
            if row.low(first) in ("le", "la", "ce", "cette") and row.low(first + 1) in closed_words("times"):
                continue
            return phrase
    return None


def _reaching(row: Row, start: int, at: int) -> Phrase | None:
    """Return the phrase whose apposition ends at the comma before the verb: `, et leur chef, le colonel X,`."""
    for index in range(start, at):
        if index > start and row.low(index - 1) not in (",", "et", "mais", "dont"):
            continue
        if row.low(index) in PREPOSITIONS:
            continue
        phrase = phrase_at(row, index, at + 1)
        if phrase is not None and phrase.end == at - 1 and phrase.end > phrase.last and speaks(phrase):
            return phrase
    for index in range(at - 1, start, -1):
        if row.low(index) == ",":
            # `le voisin du nord, la Norvège, dénonçait`
            phrase = phrase_at(row, index + 1, at + 1)
            named = (
                phrase is not None
                and phrase.end == at - 1
                and phrase.role in ("name", "acronym")
                and phrase.text[:1].isupper()
            )
            # `Rosa Kone, du Syndicat des métallos,` is not the union
            return phrase if named and row.low(index + 1) in DETERMINERS - {"du", "des"} else None
    return None


def speaks(phrase: Phrase) -> bool:
    """Say whether a phrase can name somebody who speaks: a proper name, a pronoun or a noun of the lexicon."""
    if phrase.role in ("pronoun", "acronym", "same") or phrase.head in LATTER:
        return True
    if "d'" in phrase.text.replace("’", "'") and phrase.text[:2] in ("l'", "l’"):
        return True
    if actor_class(phrase.head) is not None:
        return True
    return phrase.role in ("name", "joined") and (phrase.text[:1].isupper() or actor_class(phrase.head) is not None)
