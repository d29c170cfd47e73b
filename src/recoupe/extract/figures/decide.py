"""A candidate, its reason and the figures before it in, what it is a figure of out, or the rule by which it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from recoupe.extract.figures.among import one_of
from recoupe.extract.figures.borrowing import (
    ABSOLUTE,
    SPELLED_OUT,
    THAT_SUM,
    THEM,
    Found,
    alike,
    answers,
    answers_first,
    goes_on,
    is_next_part,
    is_part,
    may_lend,
    repeats_noun,
    repeats_verb,
)
from recoupe.extract.figures.came_about import BEFELL
from recoupe.extract.figures.candidates import DONE, Candidate, is_done
from recoupe.extract.figures.counted import DEFAULT_KINDS, MEASURE, PEOPLE_KINDS
from recoupe.extract.figures.defaults import default_kind, is_room
from recoupe.extract.figures.frames import default
from recoupe.extract.figures.governing import has_verb_behind
from recoupe.extract.figures.kinds import THINGS, Reason, is_whole
from recoupe.extract.figures.labels import RULE as LABELLED
from recoupe.extract.figures.labels import is_next_of_label, labelled
from recoupe.extract.figures.miscounts import is_miscounted
from recoupe.extract.figures.numbered import RULE as NUMBERED
from recoupe.extract.figures.numbered import is_numbered, is_priced
from recoupe.extract.figures.reason import OF_PEOPLE
from recoupe.extract.figures.rolls import of_names
from recoupe.extract.figures.seconds import is_second
from recoupe.extract.figures.tallies import OF_THEM_DONE, THAT_FIGURE, is_handled, summed
from recoupe.extract.figures.tellers import are_tellers
from recoupe.extract.figures.told_before import of_label, told_before
from recoupe.extract.figures.topics import Topic, counts, holds_to, in_tally, topic_of
from recoupe.extract.figures.wholes import is_whole_of, where_they_were
from recoupe.extract.figures.words import kind_nouns, kind_verbs
from recoupe.extract.figures.worth import definite_pair, is_name, worth_keeping
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Evidence, Span

# what says that somebody is in care, and of what they are
CARE = frozenset(
    f"kinds:{entry}"
    for entry in ("injured.hospital", "injured.in_care", "injured.taken_in", "injured.sent", "ill.in_care")
)
SUFFERED = frozenset({Kind.INJURED, Kind.ILL})
CARRIED = frozenset({Kind.EVACUATED, Kind.DISPLACED})


@dataclass(frozen=True, slots=True)
class Decision:
    """The kind of a figure and what else was borrowed for it, from which figure."""

    kind: Kind
    evidence: tuple[Evidence, ...]
    counted: Counted | None = None
    model: Found | None = None
    waits: bool = False


def decide(
    candidate: Candidate,
    sentence: Sentence,
    counted: Counted | None,
    reason: Reason | None,
    model: Found | None,
    here: list[Found],
    earlier: Topic | None = None,
) -> Decision | str:
    """Return what a candidate is a figure of, or the rule by which it is none."""
    span = candidate.quantity.span
    bare = candidate.noun is None and counted is None
    if are_tellers(candidate, counted, reason, sentence):
        return "figures.aside.tellers"
    if not bare and is_miscounted(candidate, sentence):
        # `deux corps avaient été comptés deux fois`
        named = Counted.PEOPLE if is_name(candidate) else None
        return Decision(Kind.OTHER, (Evidence("kind", "figures.kind.miscounted", span),), named)
    if (
        bare
        and reason is not None
        and reason.verb is not None
        and counts(reason.verb.text)
        and (reason.kind is Kind.DELIVERED or (reason.kind is Kind.OTHER and reason.rule.endswith("weak_verb")))
    ):
        # `qui en annonçait 300` tells a number and hands nothing over
        reason = None
    beyond = reason is not None and reason.span.start > candidate.quantity.reach
    if bare and beyond and model is not None and ABSOLUTE.match(sentence.text, candidate.quantity.reach):
        # `ils ne sont plus que huit, deux corps ayant été remontés`
        reason = None
    if (
        bare
        and reason is not None
        and model is not None
        and (
            (reason.kind is Kind.HOSTED and model.figure.kind in SUFFERED)
            or (reason.kind is Kind.EXPOSED and where_they_were(model, candidate))
        )
    ):
        # `une quinzaine de patients ; elles en ont reçu 63`
        return _borrowed(model, counted, span, "figures.kind.of_antecedent")
    if (
        bare
        and reason is not None
        and reason.kind is Kind.DISPLACED
        and model is not None
        and model.figure.kind in HELD
    ):
        # `112 lycéennes enlevées ; vingt et une ont pu fuir`
        reason = replace(reason, kind=Kind.ESCAPED)
    if model is not None and reason is None and THAT_SUM.match(sentence.text, candidate.quantity.reach):
        return _borrowed(model, None, span, "figures.kind.of_antecedent")
    # `onze blessés, trois respirateurs`: what befell people befell no things
    same = model is not None and (alike(model.figure.counted, counted) or model.figure.kind not in OF_PEOPLE)
    part = same and model is not None and is_part(model, candidate, sentence)
    if part and model is not None and model.figure.kind in CARRIED and reason is not None and reason.kind in SUFFERED:
        # `le car a emmené 40 habitants, dont six blessés`: the wounded leave with the rest
        wounded = Counted.WOUNDED if reason.kind is Kind.INJURED else counted
        return _borrowed(model, wounded, span, "figures.kind.of_whole")
    if part and model is not None and not (reason is not None and _is_own(reason, candidate, sentence)):
        return _borrowed(model, counted, span, "figures.kind.of_whole")
    if part and model is not None and reason is not None and reason.entry in CARE and model.figure.kind in SUFFERED:
        # `2 310 hospitalisations, dont 190 en soins intensifs`: they suffer from what the whole suffers from
        return _borrowed(model, counted, span, "figures.kind.of_whole")
    if bare and reason is not None and reason.entry in CARE and model is not None and model in here:
        # `19 décès : onze à l'hôpital, huit à domicile`: where they died
        happens = has_verb_behind(candidate) or repeats_noun(candidate) or not reason.rule.endswith(("state", "phrase"))
        if model.figure.kind is Kind.KILLED and not happens:
            return _borrowed(model, counted, span, "figures.kind.of_antecedent")
    again = model is not None and model in here and ALSO.search(sentence.text[: span.start]) is not None
    lived = reason is not None and reason.kind is Kind.EXPOSED
    if again and lived and model is not None and model.figure.kind in PEOPLE_KINDS:
        # `3 200 ménages déplacés, soit 16 000 âmes`
        return _borrowed(model, counted, span, "figures.kind.of_list")
    owned = candidate.noun is None or (reason is not None and _is_own(reason, candidate, sentence))
    if (
        model is not None
        and not owned
        and is_next_part(model, candidate, sentence)
        and alike(model.figure.counted, counted)
    ):
        # `à savoir dix-neuf soldats et sept miliciens`
        return _borrowed(model, counted, span, "figures.kind.of_list")
    if (
        reason is not None
        and reason.kind is Kind.OTHER
        and model is not None
        and model.figure.kind in SPELLED_OUT
        and reason.span.start < model.figure.span.start - sentence.span.start
        and answers(model, candidate, counted, sentence)
    ):
        # `parmi les morts, on compte trois enfants et un infirmier`
        return _borrowed(model, counted, span, "figures.kind.of_list")
    repeated = model is not None and repeats_noun(candidate) and alike(model.figure.counted, counted)
    if model is not None and AMONG_THEM.match(sentence.text, candidate.quantity.reach):
        # `58 personnes arrêtées ; neuf mineurs figurent parmi elles`
        return _borrowed(model, counted, span, "figures.kind.of_whole")
    unnamed = candidate.noun is None or (counted is None and is_done(candidate.noun))
    if model is not None and model in here and unnamed and is_whole_of(model, candidate, sentence):
        # `30 000 habitants sur 45 000`: those among whom it happened
        befell = model.figure.kind is not Kind.OTHER or sentence.text.startswith(" qui ", candidate.quantity.reach)
        kind = Kind.EXPOSED if befell and model.figure.counted not in THINGS else Kind.OTHER
        if candidate.noun is not None and model.figure.kind is Kind.DELIVERED:
            # `1 150 bâches livrées sur les 4 000 demandées`
            kind = Kind.DELIVERED
        if any(why.rule == "figures.kind.counted_noun" for why in model.figure.evidence):
            # `143 évacués sur 268`
            kind = model.figure.kind
        return Decision(kind, (Evidence("kind", "figures.kind.out_of", span),), model.figure.counted, model)
    if is_name(candidate) and (reason is None or reason.kind not in PEOPLE_KINDS or candidate.noun is None):
        return Decision(*of_names(candidate, sentence), Counted.PEOPLE)
    if reason is not None and repeated and reason.entry in LEAVING and model is not None and model.figure.kind in MOVED:
        return _borrowed(model, counted, span, "figures.kind.of_antecedent")
    weak = reason is None or reason.rule.endswith(".weak_noun")
    if weak and (said := of_label(candidate, sentence, counted) or one_of(candidate, sentence, counted, model)):
        return Decision(*said)
    if reason is not None and not (
        candidate.noun is None
        and reason.rule.endswith("preceding_verb")
        and counted is None
        and not (reason.kind in DONE_TO and OF_THEM_DONE.search(sentence.text[: span.start]))
    ):
        why = (Evidence("kind", reason.rule, reason.span), Evidence("kind", reason.entry, reason.span))
        among = candidate.partitive and candidate.noun is None
        alone = candidate.noun is None or (part and counted is None and DONE.match(candidate.noun.text) is not None)
        lends = model is not None and (
            (alone and (among or may_lend(model, reason.kind))) or (repeated and model in here)
        )
        if reason.rule.endswith(".predicate"):
            # `Les blessés sont désormais 64`: the subject says who is counted
            return Decision(reason.kind, why, Counted.PEOPLE if counted is None else None)
        return Decision(reason.kind, why, model.figure.counted if lends and model else None, model if lends else None)
    if model is not None and model in here and candidate.quantity.is_share and ALSO.search(sentence.text[: span.start]):
        return _borrowed(model, None, span, "figures.kind.of_list")
    unlike = model is not None and model.figure.kind is Kind.HOSTED and counted in THINGS and not is_room(candidate)
    if model is not None and (
        not unlike
        # `dix lits et deux respirateurs`: room is for somebody, gear is not
        and (answers(model, candidate, counted, sentence) or is_second(model, candidate, sentence, counted))
    ):
        return _borrowed(model, counted, span, "figures.kind.of_list")
    if candidate.noun is None and counted is None:
        return _decide_bare(candidate, sentence, model, earlier)
    among_them = candidate.partitive and counted is not None and model is not None and model.figure.kind in PEOPLE_KINDS
    if (
        model is not None
        and (repeats_noun(candidate) or repeats_verb(candidate, sentence) or among_them)
        and alike(model.figure.counted, counted)
    ):
        verb = repeats_verb(candidate, sentence)
        return _borrowed(model, counted, span, "figures.kind.verb_repeated" if verb else "figures.kind.of_antecedent")
    spelled = model is not None and model in here and model.figure.kind in SPELLED_OUT
    if spelled and same and model is not None and counted is not Counted.MONEY and goes_on(model, candidate, sentence):
        return _borrowed(model, counted, span, "figures.kind.of_list")
    attacks = counted is Counted.STRIKES and candidate.noun is not None and candidate.noun.text.startswith("attaque")
    if attacks and definite_pair(candidate, sentence):
        # `attribue les deux attaques à une même horde`
        return "figures.aside.no_kind"
    if counted in STAFF and LEFT.search(sentence.text[: span.start]):
        # `il ne reste que sept chirurgiens`: so many there are, sent by nobody
        return Decision(Kind.OTHER, (Evidence("kind", "figures.kind.left", span),))
    stocked = counted is Counted.MUNITIONS and candidate.noun is not None and MEASURE.match(candidate.noun.text)
    if counted is not None and counted in DEFAULT_KINDS and not candidate.quantity.is_share and not stocked:
        kind = default_kind(candidate, counted, sentence)
        return Decision(*default(kind, "figures.kind.by_counted", candidate, counted, sentence))
    if is_whole(candidate, sentence) and counted is not None and counted not in THINGS:
        return Decision(Kind.EXPOSED, (Evidence("kind", "figures.kind.out_of", span),))
    if model is not None and THAT_FIGURE.search(sentence.text[: span.start]) and alike(model.figure.counted, counted):
        # `un élu avance celui de 900 familles`: as many were told to have fled before
        return _borrowed(model, counted, span, "figures.kind.of_antecedent")
    told = told_before(candidate, sentence, counted, earlier)
    if told is not None:
        return Decision(*told)
    if model is not None and model.figure.kind in BEFELL and holds_to(candidate, sentence, counted):
        # `La mairie en est à 61 morts. La police s'en tient à 40 civils`
        return _borrowed(model, counted, span, "figures.kind.of_antecedent")
    if worth_keeping(candidate, counted) and not definite_pair(candidate, sentence):
        return Decision(*default(Kind.OTHER, "figures.kind.none", candidate, counted, sentence))
    return "figures.aside.no_kind"


LEFT = re.compile(
    r"\b(?:reste\w*|resta\w*|dispos\w+|compt\w+|subsist\w+|a|ont|avait|avaient)\s(?:plus\s)?(?:que\s|qu['’])(?:de\s|d['’])?$",
    re.I,
)
STAFF = frozenset({Counted.HEALTH_WORKERS, Counted.AID_WORKERS})
# of whom it is said for how many there is room
ROOMED = frozenset({Kind.HOSTED, Kind.EXPOSED, Kind.DETAINED, Kind.DISPLACED})
DONE_TO = frozenset({Kind.KILLED, Kind.RESCUED, Kind.DETAINED, Kind.ABDUCTED, Kind.EVACUATED})
HELD = frozenset({Kind.ABDUCTED, Kind.DETAINED})


def _is_own(reason: Reason, candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a reason is a part's own and not its whole's: the verb behind `, dont 26 blessés,` is the whole's."""
    rule = reason.rule.rsplit(".", 1)[-1]
    if rule in ("governing_verb", "following_verb"):
        between = sentence.text[candidate.quantity.reach : reason.span.start]
        return reason.span.start > candidate.quantity.reach and "," not in between
    return rule in OWN


# `neuf mineurs figurent parmi elles`, `deux Belges sont du nombre`
AMONG_THEM = re.compile(
    r"(?:\s[^\W\d][\w’'-]*){0,3}?,?\s(?:(?:figur|compt|étai|se\strouv)\w*|sont)\s(?:également\s|aussi\s)?(?:parmi\s(?:eux|elles|ces\sderni[eè]re?s)|du\s(?:nombre|lot)|au\snombre\sde\sceux)\b"
    r"|(?:\s[^\W\d][\w’'-]*){0,3}?\s(?:en\sfont|en\sfaisaient)\spartie\b",
    re.IGNORECASE,
)
# `630 abonnés, soit 80 % de la commune`
ALSO = re.compile(r"\bsoit\s(?:\w+\s)?(?:de\s|d['’])?$", re.IGNORECASE)
# those who follow others of whom an arrangement is told leave as they did: `trois cents autres partiront demain`
LEAVING = frozenset({"kinds:displaced.leave", "kinds:evacuated.leave"})
MOVED = frozenset({Kind.DEPLOYED, Kind.EVACUATED, Kind.RETURNED})


# a part keeps a kind that its own words say
OWN = frozenset(
    {"counted_noun", "counted_act", "modifier", "participle", "phrase", "participle_beside", "state", "following_verb"}
)


def _borrowed(model: Found, counted: Counted | None, span: Span, rule: str) -> Decision:
    lent = model.figure.counted if counted is None else None
    return Decision(model.figure.kind, (Evidence("kind", rule, span),), lent, model, model.figure.antecedent)


def _of_its_noun(model: Found, candidate: Candidate, sentence: Sentence) -> Decision | None:
    """Return the kind of the noun that `en` stands for: after `sept blessés sont morts`, `on en dénombre 52` counts wounded."""
    if model.candidate.noun is None or not re.search(
        r"\ben\s(?:[^\W\d]+\s){1,3}$", sentence.text[: candidate.quantity.span.start]
    ):
        return None
    verb = candidate.top.doc[candidate.first - 1] if candidate.first else None
    for entry in kind_verbs("patient").single.get(verb.text.casefold(), ()) if verb is not None else ():
        if entry.means == "hosted" and model.figure.kind in (Kind.HOSTED, Kind.EVACUATED, Kind.DISPLACED):
            # `La salle héberge 620 évacués, le collège en loge 410`: the verb is theirs, and the noun only names them
            why = (Evidence("kind", "figures.kind.verb_before"), Evidence("kind", entry.name))
            return Decision(Kind.HOSTED, why, model.figure.counted, model)
    for entry in kind_nouns("noun").of(model.candidate.noun):
        if not entry.extra.get("weak") and Kind(entry.means) is not model.figure.kind:
            why = (Evidence("kind", "figures.kind.of_noun_before"), Evidence("kind", entry.name))
            return Decision(Kind(entry.means), why, Counted(entry.extra.get("counted", "people")), model)
    return None


def _decide_bare(
    candidate: Candidate, sentence: Sentence, model: Found | None, earlier: Topic | None = None
) -> Decision | str:
    """Return what a number without a noun counts. `earlier` is the noun that the paragraph spoke of since its last figure."""
    span = candidate.quantity.span
    tally = in_tally(candidate, sentence)
    label = labelled(candidate, sentence)
    if tally is None and label is not None and is_next_of_label(candidate, sentence):
        tally = LABELLED
    if (
        tally is None
        and model is not None
        and (answers_first(candidate, sentence, model) or model.candidate.quantity.pair == span.start)
    ):
        return _borrowed(model, None, span, "figures.kind.of_mirror")
    if tally == "tally:capacity" and (model is None or model.figure.kind not in ROOMED):
        return Decision(Kind.OTHER, (Evidence("kind", tally, span),), Counted.PEOPLE)
    among = re.match(r"\s(?:parmi|chez)\s", sentence.text[candidate.quantity.reach :])
    if (
        tally == "figures.tally.elsewhere"
        and among
        and model is not None
        and model.figure.span.start >= sentence.span.start
    ):
        return _borrowed(model, None, span, "figures.kind.of_list")
    if tally == "figures.tally.spoken" and model is not None and model.figure.span.start >= sentence.span.start:
        return _borrowed(model, None, span, "figures.kind.of_antecedent")
    if tally is None and (candidate.quantity.pair is not None or candidate.partitive):
        tally = "figures.tally.partitive"
    if tally and model is not None and repeats_noun(candidate):
        return _borrowed(model, None, span, "figures.kind.of_antecedent")
    topic = (
        label or topic_of(candidate, sentence)
        if model is None or not THEM.match(sentence.text, candidate.quantity.reach)
        else None
    )
    near = (
        model is not None
        and topic is not None
        and (summed(candidate, sentence) or model.figure.span.start - sentence.span.start > topic.span.start)
    )
    if topic is not None and tally and not near:
        if topic.kind is Kind.OTHER and topic.counted in DEFAULT_KINDS:
            topic = replace(topic, kind=DEFAULT_KINDS[topic.counted])
        kind = (
            model.figure.kind
            if topic.kind is Kind.OTHER and model is not None and model.figure.counted is topic.counted
            else topic.kind
        )
        why = (
            Evidence("kind", "figures.kind.of_topic", topic.span),
            Evidence("kind", topic.entry, topic.span),
            Evidence("kind", tally, span),
        )
        same = model is not None and model.figure.kind is kind and model.figure.span.start >= sentence.span.start
        if model is not None and same and topic.counted is Counted.PEOPLE and model.figure.counted not in THINGS:
            # `quarante civils sont morts ; la ville en compte soixante`
            return Decision(kind, why, model.figure.counted)
        return Decision(kind, why, topic.counted)
    if tally is None and not candidate.quantity.is_share:
        before = sentence.text[: span.start]
        things = model is not None and model.figure.kind in OF_PEOPLE and (is_handled(before) or is_priced(before))
        if things or is_numbered(candidate, sentence, goes_back=model is not None):
            return NUMBERED
        tally = "figures.tally.left"
    if model is not None and tally and (own := _of_its_noun(model, candidate, sentence)) is not None:
        return own
    if earlier is not None and tally:
        why = (
            Evidence("kind", "figures.kind.of_paragraph"),
            Evidence("kind", earlier.entry),
            Evidence("kind", tally, span),
        )
        return Decision(earlier.kind, why, earlier.counted)
    if model is not None:
        return _borrowed(model, None, span, "figures.kind.of_antecedent")
    waits = not candidate.quantity.is_share
    rule = "figures.kind.waits_for_article" if waits else "figures.kind.none"
    return Decision(Kind.OTHER, (Evidence("kind", rule, span),), waits=waits)
