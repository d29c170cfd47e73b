"""A counted noun in its sentence's words in, what the words around it say befell it out, whatever the tree joins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.asides_behind import behind_part
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.governing import by_verb, done_before, has_own_verb, is_counted, is_numbered
from recoupe.extract.figures.reason import Reason, by_turn, by_word, fits, is_barred
from recoupe.extract.figures.tallies import without_aside
from recoupe.extract.figures.tree import (
    LASTING,
    LEANING,
    Governor,
    auxiliaries,
    chain,
    is_participle,
    is_passive,
    shows,
)
from recoupe.extract.figures.turned_round import verb_turned_round
from recoupe.extract.figures.words import kind_nouns, kind_verbs, turns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# words that may stand between a number and what governs it
LIGHT = frozenset(
    "de d' d’ des du les la le l' l’ ces ses leurs plus moins près quelque environ au à un une"
    " autres nouveaux nouvelles plusieurs quelques entre"
    " presque jusqu'à « “ \"".split()
)
OF = frozenset("de d' d’ des du".split())
CLAUSE_STARTS = frozenset("dont selon tandis alors lorsque quand après avant que".split())
# what the eye passes over between an auxiliary and its participle
SKIPPED = frozenset(
    "pu dû pas plus tous toutes aussi déjà encore ainsi également hélas été être eux elles depuis".split()
)


def around(
    candidate: Candidate,
    counted: Counted | None,
    sentence: Sentence,
    *,
    weak: bool = False,
    holds: Span | None = None,
) -> Reason | None:
    """Read turns that close around the counted (`a jeté 300 familles sur les routes`), with `holds` those around that verb."""
    text = sentence.text
    before = without_aside(text[: candidate.quantity.span.start])
    start, end = scope(candidate, sentence)
    open_turn: Reason | None = None
    for entry, head, tail in turns():
        if open_turn is not None and (not entry.regex or Kind(entry.means) is open_turn.kind):
            continue
        if not fits(entry, counted) or bool(entry.extra.get("weak")) is not weak:
            continue
        first = head.search(before)
        if first is not None and holds is not None:
            # a turn that ends where the verb does says more where its words begin before it: `la grève a mobilisé`
            starts = first.start() < holds.start if tail is None else first.start() <= holds.start
            if not (starts and holds.end <= first.end()):
                continue
        if first is None or (tail is None and _stops(before[first.end() :])) or THAT_OF.search(first.group()):
            continue
        bar = entry.extra.get("unless")
        if bar and re.search(bar, before[: first.start()], re.IGNORECASE):
            # `la réforme a jeté 3 000 personnes dans la rue`: they march and flee nothing
            continue
        last = first if tail is None else (tail.match if entry.extra.get("beside") else tail.search)(text, start, end)
        if last is None and tail is not None and (beyond := behind_part(sentence, candidate)) is not None:
            last = tail.match(text, beyond)
            if last is not None:
                start = beyond
        if open_turn is not None and tail is None and first.start() >= open_turn.span.start:
            continue
        if last is None or (tail is not None and _other_number(sentence, start, last.start())):
            continue
        verb = verb_in(sentence, max(first.start(), first.end() - 40), first.end(), last=True)
        reason = by_turn(entry, "turn", first.start(), first.end(), verb)
        if tail is not None:
            return reason
        # what closes behind the counted or names the doer says more: `les ambulances ont emmené neuf personnes à l'hôpital`
        open_turn = reason
    return open_turn


# `le nombre de morts passe à 12, celui des blessés à 52`: the second is of others
THAT_OF = re.compile(r",\s(?:et\s)?(?:celui|celle)\sd(?:[eu]s?\s|['’])", re.IGNORECASE)
# `dont 62 enfants` speaks of others, `dont on ignore le sort` of the same
PARTED = re.compile(
    r"\sdont\s(?!on\b|il\b|elle\b|les\s(?:proches|familles|parents)\b|l[ea]s?\b|nul\b|personne\b)", re.IGNORECASE
)


def scope(candidate: Candidate, sentence: Sentence) -> tuple[int, int]:
    """Return the stretch behind the candidate that still speaks of it."""
    text = sentence.text
    start = candidate.quantity.reach
    end = min(len(text), start + 120)
    if (part := PARTED.search(text, start, end)) is not None:
        end = part.start()
    for mark in (";", " :", " – ", " tandis ", " alors que ", " selon ", " d'après ", " d’après "):
        at = text.find(mark, start)
        if at != -1:
            end = min(end, at)
    return start, end


def _other_number(sentence: Sentence, start: int, end: int) -> bool:
    return any(token.like_num for token in sentence.doc if start <= token.idx < end)


def verb_in(sentence: Sentence, start: int, end: int, last: bool = False) -> Token | None:
    """Return the verb of a turn: the first one in it, or the one that its words lean on."""
    inside = [token for token in sentence.doc if start <= token.idx < end]
    verb = next((token for token in (reversed(inside) if last else inside) if token.pos_ in ("VERB", "AUX")), None)
    if verb is None and inside:
        before = [token for token in sentence.doc if token.idx < start and start - token.idx < 25]
        verb = next((token for token in reversed(before) if token.pos_ in ("VERB", "AUX")), None)
    return verb


def _stops(between: str) -> bool:
    closed = "»" in between and between.count("«") < between.count("»")
    return closed or any(mark in between for mark in (".", ";", ":", "”"))


APPROXIMATE = re.compile(r"\w+aines?|milliers?|millions?", re.IGNORECASE)
ASIDE = re.compile(
    r",\s(?:et\s)?(?:non|pas)\s[^,]{1,20},|\([^()]{1,40}\)"
    r"|\b(?:que|qu['’])\s?(?:l['’])?(?:on|leurs?\s\w+|l[ae]\s\w+|les\s\w+)\s(?:\w+\s)?(?:croya|pensa|disa|donna|présuma|tena)\w+\s(?:pour\s)?\w+",
    re.IGNORECASE,
)


# `douze sont dans un état grave, les autres sont indemnes`
OTHERS = re.compile(
    r",\s(?:et\s)?(?:les\s(?:autres|derniers|dernières)|le\sreste|d['’]autres|l['’]autre|un\sautre|une\sautre)\b",
    re.IGNORECASE,
)


def crosses(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another number or the end of the clause stands between the counted and a turn behind it."""
    between = sentence.text[start:end]
    if _stops(between) or OTHERS.search(between):
        return True
    aside = ASIDE.search(between)
    words = [
        token
        for token in sentence.doc
        if start <= token.idx < end and not (aside and aside.start() <= token.idx - start < aside.end())
    ]
    numbers = [token for token in words if _is_number(token)]
    if any(not _is_second_subject(token) and not _is_whole(token) for token in numbers):
        return True
    if any(token.text.casefold() in CLAUSE_STARTS for token in words):
        return True
    return any(
        token.pos_ == "VERB"
        and shows(token, "VerbForm", "Fin")
        and token.lemma_ not in LEANING | {"vivre", "passer", "dormir", "attendre"}
        for token in words
    )


def following(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read the first finite verb behind the counted as its own, where the tree gives that verb no other subject."""
    if done_before(candidate) is not None or verb_turned_round(candidate) is not None:
        return None
    doc = sentence.doc
    at = max(candidate.noun.i if candidate.noun is not None else 0, candidate.last) + 1
    depth, shared = 0, False
    skip_to = behind_part(sentence, candidate)
    for token in doc[at : at + (14 if skip_to is None else 30)]:
        if skip_to is not None and token.idx < skip_to:
            continue
        depth += (token.text == "(") - (token.text == ")")
        if depth > 0 or token.text == ")":
            continue
        if token.text in (".", ";", ":", "?", "!") or token.text.casefold() in (
            "dont",
            "selon",
            "qui",
            "que",
            "qu'",
            "où",
        ):
            return None
        if _is_number(token):
            if (not _is_second_subject(token) or has_own_verb(candidate)) and not _is_whole(token):
                return None
            shared = True
        if token.pos_ in ("VERB", "AUX") and shows(token, "VerbForm", "Fin"):
            main = token.head if token.dep_.startswith(("aux", "cop")) else token
            if skip_to is None and not shared and _has_other_subject(main, candidate, at):
                return None
            for verb in chain(main):
                if any(_is_number(word) for word in sentence.doc[main.i + 1 : verb.i]):
                    break
                passive = is_passive(verb) or (main.lemma_ in LASTING and verb.i != main.i)
                if reason := by_verb(Governor(verb, "passive" if passive else "subject", 2), counted, "following_verb"):
                    return reason
            return _perfect(token, counted)
    return None


def _is_number(token: Token) -> bool:
    """Whether a word is a number that may begin a count of its own: no article, no ordinal."""
    shown = token.text.casefold()
    counting = token.like_num and shown not in ("un", "une") and not shown.endswith("ième")
    return counting or APPROXIMATE.fullmatch(shown) is not None


def _is_second_subject(number: Token) -> bool:
    """Whether a number opens a second subject of one verb: `deux dépôts et une quinzaine de bus ont brûlé`."""
    for token in reversed(number.doc[max(0, number.i - 5) : number.i]):
        shown = token.text.casefold()
        if shown == "-" and token.i > 0 and token.nbor(-1).like_num:
            # `soixante résidents et cinquante-trois soignants`
            continue
        if shown not in LIGHT and not token.like_num and not APPROXIMATE.fullmatch(shown):
            # `quatre autres blessés et trois s'en sont sortis`: a participle has told of the first
            told = token.i > 1 and token.nbor(-2).text.casefold() == "autres" and is_participle(token.nbor(-1))
            # `ils sont onze, et trois blessés se trouvent en réanimation`: a new clause
            apart = token.i > 0 and token.nbor(-1).text == "," and token.i > 1 and token.nbor(-2).like_num
            return shown == "et" and not told and not apart
    return False


def _is_whole(number: Token) -> bool:
    """Whether a number is the whole of the one before it: `30 000 habitants sur 45 000 sont partis`."""
    for token in reversed(number.doc[max(0, number.i - 4) : number.i]):
        if token.text.casefold() == "sur":
            return True
        if token.text.casefold() not in ("les", "quelque", "environ", "de", "total", "un") and not token.like_num:
            return False
    return False


def _has_other_subject(verb: Token, candidate: Candidate, at: int) -> bool:
    subject = next((child for child in verb.children if child.dep_.startswith("nsubj") and not child.is_punct), None)
    if subject is None or subject.i in range(candidate.first, at) or subject.i < candidate.first:
        return False
    if subject.i == at and subject.text.casefold() == "autres":
        # `neuf autres ont été blessées`: the tagger may take `neuf` for the adjective
        return False
    return not _is_joined(verb, subject, at)


def _is_joined(verb: Token, subject: Token, at: int) -> bool:
    """Whether the subject of a verb is the second of two: the verb is in the plural in `une fillette et sa mère ont été tuées`."""
    between = verb.doc[at : subject.i]
    if not len(between) or between[0].text.casefold() != "et" or not shows(subject, "Number", "Sing"):
        return False
    plural = any(
        shows(word, "Number", "Plur") and shows(word, "VerbForm", "Fin") for word in (verb, *auxiliaries(verb))
    )
    return plural and all(word.pos_ in ("CCONJ", "DET", "ADJ", "NOUN") for word in between)


def _perfect(helper: Token, counted: Counted | None) -> Reason | None:
    """Read the participle behind an auxiliary by its form alone: `ont hélas péri`, `ont tous dû être évacués`."""
    word = helper.text.casefold()
    if word not in HELPERS:
        return None
    before = helper.nbor(-1).text.casefold() if helper.i else ""
    undergone = word in HELPERS_OF_BEING and before not in ("se", "s'", "s’")
    for token in helper.doc[helper.i + 1 : helper.i + 7]:
        shown = token.text.casefold()
        if shown in ("été", "être"):
            undergone = True
        elif shown in SKIPPED or token.pos_ in ("ADV", "INTJ") or (token.lemma_ in LASTING and is_participle(token)):
            continue
        else:
            return by_verb(Governor(token, "passive" if undergone else "subject", 3), counted, "following_verb")
    return None


HELPERS_OF_BEING = frozenset("est sont était étaient serait seraient fut furent sera seront".split())
HELPERS = HELPERS_OF_BEING | frozenset("a ont avait avaient aurait auraient aura auront ayant".split())


ASIDE_OF = re.compile(
    r",\s[^,.;:«»\d]{3,40},\s(?:de|d['’]|des)\s?(?:au\smoins\s|plus\sde\s|quelque\s)?$", re.IGNORECASE
)


def act_before(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read the noun of an act right before the counted, where the tree hangs them elsewhere: `arrache la libération de 30 élèves`."""
    joined = False
    first = candidate.first
    if aside := ASIDE_OF.search(sentence.text[: candidate.quantity.span.start]):
        # `l'effondrement, à l'aube, de deux immeubles`
        first = next(token.i for token in sentence.doc if token.idx >= aside.start())
        joined = True
    for token in reversed(sentence.doc[max(0, first - 8) : first]):
        shown = token.text.casefold()
        if shown in LIGHT:
            joined = joined or shown in OF
            continue
        if not joined or is_numbered(token):
            return None
        for entry in kind_nouns("act").of(token):
            if fits(entry, counted):
                return by_word(entry, "act_before", token)
        if token.pos_ != "ADJ":
            return None
    return None


# what stands before a noun and before no verb
CONTRACTED = frozenset({"au", "aux", "du"})
NOMINAL = frozenset("un une ce cet cette ces son sa ses leurs mon ma notre votre".split())


def preceding(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read the word right before the counted as its verb, where the tree took it for a noun: `contrôle 85 %`."""
    parted = beside = False
    for token in reversed(sentence.doc[max(0, candidate.first - 7) : candidate.first]):
        if token.pos_ in ("ADV", "ADP", "DET", "PUNCT", "SCONJ") or token.text.casefold() in LIGHT:
            parted = parted or token.text in (",", ";", ":")
            beside = beside or token.text.casefold() == "avec"
            continue
        reflexive = token.i > 1 and token.nbor(-2).text.casefold() in ("se", "s'", "s’")
        if beside and reflexive and is_participle(token):
            # `s'est écrasé avec dix-sept passagers`
            return None
        undergone = (
            is_participle(token)
            and token.i > 0
            and token.nbor(-1).text.casefold() in ("été", "sont", "étaient", "furent")
            # `où se sont rendus trente élus`: what they did, and nobody did it to them
            and not reflexive
        )
        article = token.nbor(-1).text.casefold() if token.i > 0 else ""
        if article in CONTRACTED or (article in NOMINAL and token.pos_ == "NOUN"):
            # `l'armée passe au crible 40 hectares`: a noun, whatever verb shares its form
            return None
        if parted and is_participle(token) and not undergone and done_before(candidate) != token:
            # `onze corps repêchés, une trentaine de disparus`
            return None
        between = sentence.doc[token.i + 1 : candidate.first]
        if is_counted(token) and not undergone and any(word.text in (",", "pour") for word in between):
            # `on y soigne 47 brûlés, pour douze lits`: those are counted, and no verb
            return None
        role = "passive" if undergone else "object"
        for entry in kind_verbs("patient").of(token):
            if entry.extra.get("weak") or entry.extra.get("only", role) != role:
                continue
            if undergone and parted:
                # `Trente ont été repris, deux abattus`: what befell the first
                continue
            if (
                undergone
                and fits(entry, counted)
                and token.nbor(-1).i < candidate.first
                and not is_barred(entry, token)
            ):
                return by_word(entry, "inverted_verb", token, token)
            # `la police a tiré, blessant huit manifestants`
            ongoing = token.text.endswith("ant") and token.i > 0 and token.nbor(-1).text.casefold() in (",", "en", "et")
            if (
                (entry.extra.get("of") or ongoing or done_before(candidate) == token)
                and fits(entry, counted)
                and not is_barred(entry, token)
                and token.text.casefold() not in ("prise", "perte")
            ):
                return by_word(entry, "preceding_participle" if ongoing else "preceding_verb", token, token)
        return None
    return None
