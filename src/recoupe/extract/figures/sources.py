"""A figure and the article's statements in, who is credited with the figure out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from recoupe.extract.figures.entered_by import entered_by
from recoupe.extract.statements import source_of
from recoupe.extract.statements.lexis import is_a
from recoupe.model.figure import Figure, Kind, Modality
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Act, Form, Statement

GOES_ON = re.compile(
    r"^(?:[«“\"\s]*)(?:\d|(?:Parmi|Dont|Quelque|Environ|Près|Plus|Moins|Au\smoins|Côté|Un|Une|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze"
    r"|Treize|Quatorze|Quinze|Seize|Vingt|Trente|Quarante|Cinquante|Soixante|Cent|Mille|Plusieurs|Des\s(?:dizaines|centaines|milliers)|S['’]y\sajoutent|Les\svictimes))\b"
)


def source_for(
    span: Span,
    kind: Kind,
    modality: Modality,
    sentence: Span,
    text: str,
    statements: Sequence[Statement],
    before: Sequence[Figure],
    acronyms: Mapping[str, str],
) -> tuple[str | None, Evidence | None]:
    """Return who is credited with the figure of that kind at `span`, None where the outlet says it in its own voice.

    The speaker of the smallest statement whose content holds it; else the source of the sentence before, where this one
    goes on with the same tally and has no attribution of its own.
    """
    answered = [one for one in _answered_for(statements) if not _is_of_rival(one, span, text)]
    speaker, why = source_of(answered, span)
    if speaker is not None or why is not None:
        return speaker, why
    if (charged := _charged(span, sentence, text, statements)) is not None:
        return charged
    if before and (listed := _listed(span, sentence, text, statements, before[-1])) is not None:
        return listed
    own = any(
        (statement.cue_span is not None and sentence.covers(statement.cue_span)) or sentence.covers(statement.span)
        for statement in statements
    )
    if (labelled := _labelled(span, sentence, text, acronyms, statements)) is not None:
        return labelled
    if (headed := _headed(span, sentence, text, statements)) is not None:
        return headed
    if (again := _told_again(span, sentence, text, statements, before)) is not None:
        return again
    if (entered := entered_by(span, sentence, text)) is not None:
        name, where = entered
        return acronyms.get(name, name), where
    if own or not before:
        return None, None
    if (of_them := _of_them(sentence, text, statements, before)) is not None:
        return of_them
    goes_on = GOES_ON.match(sentence.of(text)) is not None
    if not goes_on and not (modality is Modality.ALLEGED and before[-1].kind is kind):
        return None, None
    last = before[-1]
    gap = text[last.span.end : sentence.start]
    if last.source is None or "\n" in gap or not last.span.end < sentence.start or len(re.findall(r"[.!?]\s", gap)) > 1:
        if sentence.covers(last.span):
            return last.source, Evidence("source", "figures.source.same_sentence", last.span) if last.source else None
        return None, None
    quoted = any(one.form is Form.DIRECT and one.span.covers(last.span) for one in statements)
    if last.kind is not kind or quoted:
        return None, None
    rule = "figures.source.tally_goes_on" if goes_on else "figures.source.hearsay_goes_on"
    return last.source, Evidence("source", rule, last.span)


# `2 000 personnes ont défilé, 900 selon la police`: the police answers for the second number alone
RIVAL = re.compile(
    r",\s(?:(?:et|mais|ou)\s)?(?:(?:seulement|à peine|au moins|plus de|moins de|près de|environ|quelque)\s)?"
    r"(?:\d[\d\s.,\u00a0\u202f]*|(?:un millier|une (?:centaine|dizaine|vingtaine|cinquantaine)|[^\W\d]+ (?:cents?|mille)))\s*$"
)


def _is_of_rival(statement: Statement, span: Span, text: str) -> bool:
    """Say whether a source behind a bare number is that number's, and not that of the one at `span` before it."""
    if statement.cue_span is None or statement.cue_span.start < statement.span.end:
        return False
    rival = RIVAL.search(text[statement.span.start : statement.span.end])
    return rival is not None and statement.span.start <= span.start and span.end <= statement.span.start + rival.start()


# `la milice exigerait que ...`, `le maire aurait promis`: what somebody is only said to say; `déclarait` is an imperfect
HEARD = re.compile(r"(?:(?:aur|ser|dir)ai(?:t|ent)|[^\W\d]+erai(?:t|ent))\b", re.IGNORECASE)


def _answered_for(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements that somebody answers for: of what one is said to say by another, that other answers."""
    kept = []
    for one in statements:
        heard = one.cue is not None and HEARD.match(one.cue) is not None
        over = heard and any(
            other is not one
            and other.speaker is not None
            and one.cue_span is not None
            and other.span.covers(one.cue_span)
            for other in statements
        )
        if not over:
            kept.append(one)
    return kept


# `accuse la milice d'avoir tiré, tuant neuf passants et en blessant trois`
FOLLOWING = re.compile(r",\s(?:[^\W\d]+ant)\s[^.;:«»\"]*")


def _charged(
    span: Span, sentence: Span, text: str, statements: Sequence[Statement]
) -> tuple[str | None, Evidence | None] | None:
    """Return who accuses, for what the deed that somebody is accused of has led to in the same sentence."""
    for one in statements:
        near = one.act is Act.ACCUSE and one.form is not Form.DIRECT and sentence.covers(one.span)
        if not near or one.speaker is None or one.span.end > span.start or one.cue_span is None:
            continue
        others = any(two.cue_span and one.span.end <= two.cue_span.start < sentence.end for two in statements)
        if one.cue_span.end <= one.span.start and not others and FOLLOWING.fullmatch(text[one.span.end : span.start]):
            return one.speaker, Evidence("source", "figures.source.charge_goes_on", one.cue_span)
    return None


# `– UNHCR, au 19/11 : 688 tentes`
LABEL = re.compile(r"^[\s–—•*\-]*(?P<short>[A-Z]{3,10})(?:\s[A-Z][a-zé]+)?(?:,[^:;.]{1,30})?\s?:\s")
# `34 morts, 9 disparus (BNGRC).`
BRACKET = re.compile(r"(?<=[a-zéèêç\d%])\s\((?P<short>[A-Z]{3,10})\)(?=\s?(?:[.;:,]|$))")


# `31 décès, dont 8 enfants (source : Croix-Rouge).`
NAMED = re.compile(r"\(\s?[Ss]ources?\s?:\s?(?P<name>[^()\n]{2,80}?)\s?\)")


# bodies that are places as well: `34 morts à Sel (province du Lac)`
SEATS = frozenset(
    "province région ville commune département gouvernorat pays royaume zone camp district école université centre "
    "famille familles maison chambre wilaya état équipe équipes".split()
)
# `34 morts (Direction de la protection civile).`, `34 tués dans l'attaque (hôpital)`
BODY = re.compile(
    r"(?<=[a-zéèêç\d%])\s\((?P<name>(?P<head>[^\W\d_]{4,}(?:-[^\W\d_]+)?)(?:\s[^()\n;:,]{2,80})?)(?:,\s[^()\n;:]{2,40})?\)(?=\s?(?:[.;]|$|\n))"
)

# `trente Suisses – chiffre du ministère –`, `(décompte de la mairie)`
CALLED = re.compile(
    r"\s(?:[–—-]|\()\s?(?:chiffres?|bilan|décompte|estimation|comptage|pointage|données|total)\s(?P<joint>de\sla\s|de\sl['’]|du\s|des\s|de\s|d['’])"
    r"(?P<name>[^()\n;:,–—]{3,80}?)\s?(?:[–—-]|\)|,|\.)"
)
# the first brackets behind a number and its noun
IN_BRACKETS = re.compile(
    r"(?:\s[^\s.;:,()«»]+){1,7}?\s\((?:la\s|le\s|les\s|l['’])?(?P<name>(?P<head>[^\W\d_]{3,}(?:-[^\W\d_]+)?)(?:\s[^()\n;:,\d]{2,60})?)\)(?=\s?(?:[.;,]|et\s|$|\n))"
)
BESIDE_NUMBER = re.compile(
    r"\s\((?:selon\s)?(?:la\s|le\s|les\s|l['’])?(?P<name>(?P<head>[^\W\d_]{4,})(?:\s(?:de|du|des|d['’])[^()\n;:,\d]{2,60})?)\)"
)
# what a toll counts, right before its source in brackets
TOLL = re.compile(
    r"\b(?:morts|mortes|décès|blessés|blessées|disparus|disparues|tués|victimes|cas|déplacés|sinistrés|noyés|hospitalisations)$"
)


def _labelled(
    span: Span, sentence: Span, text: str, acronyms: Mapping[str, str], statements: Sequence[Statement]
) -> tuple[str | None, Evidence | None] | None:
    """Return the body whose acronym heads the figure's line or stands in brackets behind it, None where none does.

    Only an acronym that the article spells out or gives elsewhere without brackets is taken for a body.
    """
    named = NAMED.search(text, span.end, sentence.end)
    if named is not None:
        name = named["name"]
        return acronyms.get(name, name), Evidence("source", "figures.source.named", Span(*named.span("name")))
    called = CALLED.search(text, span.end, min(len(text), sentence.end))
    if (
        called is not None
        and not re.search(r"[.;:]\s", text[span.end : called.start()])
        and called.start() - span.end < 80
    ):
        name = called["name"]
        return acronyms.get(name, name), Evidence("source", "figures.source.called", Span(*called.span("name")))
    beside = BESIDE_NUMBER.match(text, span.end)
    if (
        beside is not None
        and beside["head"] not in SEATS
        and any(is_a(beside["head"], kind) for kind in ("organisation", "group", "named_body"))
    ):
        # `entre 2.300 (police) et 10.000 (organisateurs) personnes`
        return beside["name"], Evidence("source", "figures.source.bracket", Span(*beside.span("name")))
    near = IN_BRACKETS.match(text, span.end, sentence.end)
    if near is not None and _known_body(near, statements):
        # `Trois morts (préfecture), douze blessés légers (Samu)`: a count without a verb, and who gives it
        return near["name"], Evidence("source", "figures.source.bracket", Span(*near.span("name")))
    head = LABEL.match(sentence.of(text))
    behind = BRACKET.search(text, span.end, sentence.end)
    body = BODY.search(text, span.end, sentence.end)
    if body is not None and _bracketed_between(span, body, text):
        # `neuf morts (Croix-Rouge), douze blessés (mairie)`: each answers for what stands before it
        body = None
    if body is not None and is_a(body["head"], "organisation") and body["head"].casefold() not in SEATS:
        return body["name"], Evidence("source", "figures.source.bracket", Span(*body.span("name")))
    if behind is not None and behind["short"] not in acronyms and TOLL.search(text[span.end : behind.start()]):
        # `9 disparus, 212 blessés (BNG).`: an acronym that the article spells out nowhere
        return behind["short"], Evidence("source", "figures.source.bracket", Span(*behind.span("short")))
    for found, offset in ((head, sentence.start), (behind, 0)):
        if found is None or (found is head and sentence.start + found.end() > span.start):
            continue
        short = found["short"]
        at = Span(offset + found.start("short"), offset + found.end("short"))
        if short in acronyms and not _spells(text[max(0, at.start - 80) : at.start], acronyms[short]):
            return acronyms[short], Evidence("source", "figures.source.label", at)
    return None


# `Bilan provisoire, selon la protection civile : cinq morts et douze blessés`
CREDITED = re.compile(r"selon|d['’]après|à en croire|de source|source", re.IGNORECASE)
HEADS = re.compile(r"[^:;.!?«»]{0,80}?\s?:\s[^:;.!?«»]*$")
# a line that credits the list below it: `Selon la protection civile :`
LIST_HEAD = re.compile(
    r"(?:[^:.\n]{0,40}[,(–—-]\s?)?(?:selon|d['’]après|source\s?:?)\s(?:la\s|le\s|les\s|l['’])?(?P<name>[^:,;.\n]{3,80}?)\s?\)?\s?:\s*$",
    re.IGNORECASE,
)
BRACKET_HEAD = re.compile(
    r"\(\s?(?:[Ss]ources?\s?:\s?|[Ss]elon\s)(?:la\s|le\s|les\s|l['’])?(?P<name>[^()\n]{2,80}?)\s?\)"
    r"\s?:\s[^:;.!?«»\n]*$"
)
# a heading that credits all that stands below it: `Selon la Croix-Rouge`
SECTION = re.compile(
    r"\s*(?:[\d.)]+\s)?(?:Selon|SELON|D['’]après|D['’]APRÈS)\s(?i:la\s|le\s|les\s|l['’])?(?P<name>[^:,;.\n]{3,60}?)\s*$"
)
ITEM = re.compile(r"\s*[–—•*■►-]\s")


def _headed(
    span: Span, sentence: Span, text: str, statements: Sequence[Statement]
) -> tuple[str | None, Evidence | None] | None:
    """Return who is credited before a colon with the number behind it, or in the line above a list with its items."""
    for one in statements:
        cue = one.cue_span
        if cue is None or one.speaker is None or not sentence.covers(cue) or cue.end > span.start:
            continue
        if CREDITED.fullmatch(cue.of(text)) and HEADS.fullmatch(text[cue.end : span.start]):
            return one.speaker, Evidence("source", "figures.source.headed", cue)
    headed = BRACKET_HEAD.search(text, sentence.start, span.start)
    if headed is not None:
        # `Bilan (source : Croix-Rouge) : neuf morts, 12 blessés`
        return headed["name"], Evidence("source", "figures.source.headed", Span(*headed.span("name")))
    start = text.rfind("\n", 0, span.start) + 1
    if (named := _section(text, start)) is not None:
        return named.of(text), Evidence("source", "figures.source.section", named)
    while start > 0 and ITEM.match(text, start):
        start = text.rfind("\n", 0, start - 1) + 1
        line = text[start : text.find("\n", start)]
        if line.strip() and not ITEM.match(line):
            head = LIST_HEAD.fullmatch(line)
            if head is None:
                return None
            at = Span(start + head.start("name"), start + head.end("name"))
            return head["name"], Evidence("source", "figures.source.list_head", at)
    return None


def _known_body(brackets: re.Match[str], statements: Sequence[Statement]) -> bool:
    """Say whether brackets name a body: by its kind, in small letters, or because it speaks elsewhere in the article."""
    head, name = brackets["head"], brackets["name"]
    if any(one.speaker is not None and one.speaker.endswith(name) for one in statements):
        return True
    kinds = ("organisation", "named_body")
    return head.casefold() not in SEATS and any(is_a(head, kind) for kind in kinds)


def _bracketed_between(span: Span, body: re.Match[str], text: str) -> bool:
    """Say whether other brackets stand between a number and the body in brackets that ends its sentence."""
    return ")" in text[span.end : body.start()]


def _section(text: str, start: int) -> Span | None:
    """Return whom the line above a paragraph credits with it, where that line is a heading of its own."""
    above = text[:start].rstrip()
    line = above.rfind("\n") + 1
    head = SECTION.fullmatch(above, line) if start and above else None
    if head is None:
        return None
    named = Span(*head.span("name"))
    if not head["name"].isupper() or len(head["name"]) < 7:
        return named
    # `SELON LA CROIX-ROUGE`: as the article writes it elsewhere
    written = (hit for hit in re.finditer(re.escape(head["name"]), text, re.IGNORECASE) if not hit[0].isupper())
    return next((Span(*hit.span()) for hit in written), None)


def _spells(before: str, name: str) -> bool:
    return before.rstrip(" (").endswith(name)


# what may stand between two figures of one list: `neuf morts : sept détenus et deux gardiens`
LIST = re.compile(
    r"(?:\s[^.;:,]{1,40})?(?:\s?[:,(]\s?|\s(?:et|dont|soit)\s|,\s(?:dont|soit|et)\s)(?:(?:au\smoins|environ|quelque|plus\sde|une?)\s)?"
)


def _listed(
    span: Span, sentence: Span, text: str, statements: Sequence[Statement], last: Figure
) -> tuple[str | None, Evidence | None] | None:
    """Return the source of the figure before in the same list, None where the two are no list."""
    if last.source is None or last.span.start < sentence.start or not LIST.fullmatch(text[last.span.end : span.start]):
        return None
    if any(one.cue_span is not None and last.span.end <= one.cue_span.start < span.start for one in statements):
        return None
    if last.source in text[last.span.end : span.start]:
        # `trois morts (préfecture), douze blessés (Samu)`: the brackets are those of the number before
        return None
    return last.source, Evidence("source", "figures.source.list", last.span)


# `..., indique la mairie, dont trois avec un nourrisson`, `..., a dit le préfet, contre neuf la veille`
BESIDE = re.compile(
    r",\s(?:dont|contre|soit)\s(?:(?:au\smoins|environ|quelque|plus\sde|moins\sde|près\sde|une?)\s)?$", re.IGNORECASE
)
NUMBER = (
    r"(?:\d[\d.\s\u00a0\u202f']*|(?:Un|Une|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze|Treize|Quatorze|Quinze|Seize|Vingt|Trente"
    r"|Quarante|Cinquante|Soixante|Septante|Huitante|Nonante|Cent|Plusieurs|Certains|Beaucoup|La\smoitié|La\splupart)(?:-[\w-]+|\set\s(?:un|une|onze)|\s(?:mille|cents?))*)"
)
# a sentence that goes on with those who were counted: `Quatre ont succombé`, `Douze autres sont soignés`, `On en compte encore 52`
OF_THEM = re.compile(
    rf"(?:{NUMBER}\s(?:d['’]entre\s(?:eux|elles)\b|autres\b|(?:ont|sont|étaient|avaient|seraient|auraient|manquent|restent|dorment|vivent|attendent)\b)"
    r"|Les\s(?:[\w-]+\s)?autres\b|Les\smorts\b|Les\sblessés\b|On\s(?:en\s)?(?:compte|dénombre|recense|déplore)\b|À\sce\s(?:nombre|bilan|total|chiffre)\b"
    r"|A\sce\s(?:nombre|bilan|total|chiffre)\b|Il\sen\s(?:reste|resterait|manque|manquerait|restait|manquait)\b|Parmi\s(?:eux|elles|les\s(?:morts|blessés|victimes))\b"
    r"|S['’]y\sajoutent\b|Ce\ssont\s)"
)
AMONG = re.compile(r"\bparmi\s(?:les|ces)\s(?:morts|blessés|victimes|disparus|tués)\b")


def _told_again(
    span: Span, sentence: Span, text: str, statements: Sequence[Statement], before: Sequence[Figure]
) -> tuple[str | None, Evidence | None] | None:
    """Return the source of the figure before in the sentence where `dont` or `contre` takes it up behind the attribution."""
    last = before[-1] if before else None
    if last is None or last.source is None or last.span.start < sentence.start or not BESIDE.search(text[: span.start]):
        return None
    cues = [one for one in statements if one.cue_span is not None and last.span.end <= one.cue_span.start < span.start]
    if len(cues) != 1 or cues[0].speaker != last.source:
        return None
    return last.source, Evidence("source", "figures.source.told_again", last.span)


def _of_them(
    sentence: Span, text: str, statements: Sequence[Statement], before: Sequence[Figure]
) -> tuple[str | None, Evidence | None] | None:
    """Return the source of the sentence before where this one says what befell some of those counted there."""
    words = sentence.of(text)
    if not (OF_THEM.match(words) or AMONG.search(words)):
        return None
    last = before[-1]
    gap = text[last.span.end : sentence.start]
    near = (
        last.source is not None
        and last.span.end < sentence.start
        and "\n" not in gap
        and len(re.findall(r"[.!?]\s", gap)) == 1
    )
    quoted = any(one.form is Form.DIRECT and one.span.covers(last.span) for one in statements)
    return (last.source, Evidence("source", "figures.source.of_them", last.span)) if near and not quoted else None
