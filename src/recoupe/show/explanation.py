"""A record with its article in, why each of its fields has its value out: rules, lexicon entries, words in context."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from recoupe.errors import LexiconBroken
from recoupe.lexicon import Entry, entries, languages
from recoupe.model.review import Review
from recoupe.show.values import cell, interval, printable, window
from recoupe.store.rows import EvidenceRow, FigureRow, Read, RecordRow

_AROUND = 45
_VALUES = ("value", "low", "high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Words of an article with a little of what stands before and after them, each on one line."""

    before: str
    words: str
    after: str

    @classmethod
    def of(cls, text: str, start: int, end: int, around: int = _AROUND) -> Context:
        """Return the words from `start` to `end` in their context, cut at spaces.

        >>> Context.of("Le maire a dit que douze maisons ont brûlé.", 19, 24, around=10)
        Context(before='…dit que ', words='douze', after=' maisons…')
        """
        before, after = text[max(0, start - around) : start], text[end : end + around]
        if start > around:
            before = "…" + before[before.find(" ") + 1 :]
        if end + around < len(text):
            after = after[: after.rfind(" ")] + "…" if " " in after.strip() else after + "…"
        return cls(before=_line(before), words=_line(text[start:end]), after=_line(after))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why one field has its value: the rule that gave it, its lexicon entry if it is one, and the words it read."""

    field: str
    value: str
    rule: str
    entry: Entry | None
    context: Context | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One record and the reasons for it. `article` is the file's name, `made_by` the version that read it, `reviews` what
    people judged of it, in the order in which they did."""

    record: RecordRow
    article: str
    made_by: str
    context: Context
    reasons: tuple[Reason, ...]
    reviews: tuple[Review, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The lexicon entries that the reasons name, each once."""
        return tuple({reason.entry.name: reason.entry for reason in self.reasons if reason.entry}.values())

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(reason.field)}</td><td>{escape(reason.value)}</td><td><code>{escape(reason.rule)}</code></td>"
            f"<td>{_marked(reason.context)}</td></tr>"
            for reason in self.reasons
        )
        return (
            f"<p>{_marked(self.context)}</p><table><thead><tr><th>field</th><th>value</th><th>rule</th><th>words</th>"
            f"</tr></thead><tbody>{rows}</tbody></table>"
        )


def explain(read: Read, record: RecordRow) -> Explanation:
    """Return why a record has the values it has; the fields without a rule are those that the text does not settle.

    A figure without a window says why: there is no day to count from, or the text does not date it.
    """
    text, found = read.article.text, read.evidence.get(record.id, ())
    # the rules of one field stand together, in the order in which the fields first come
    fields = list(dict.fromkeys(item.field for item in found))
    found = tuple(sorted(found, key=lambda item: fields.index(item.field)))
    return Explanation(
        record=record,
        article=read.article.name,
        made_by=read.made_by,
        context=Context.of(text, record.start, record.end, around=2 * _AROUND),
        reasons=(*(_reason(text, record, item) for item in found), *_blank(record, fields)),
    )


def _blank(record: RecordRow, fields: list[str]) -> tuple[Reason, ...]:
    """Return why a figure has no window, where no rule gave it one: an empty cell that says nothing looks forgotten."""
    if not isinstance(record, FigureRow) or record.since or record.until or "window" in fields:
        return ()
    dated = record.published is not None or record.modality in ("planned", "called_for")
    why = "not dated by the text" if dated else "no reference day"
    return (Reason(field="window", value="", rule=f"blank ({why})", entry=None, context=None),)


def _reason(text: str, record: RecordRow, item: EvidenceRow) -> Reason:
    return Reason(
        field=item.field,
        value=_value(record, item.field),
        rule=item.rule,
        entry=_entry(item.rule),
        context=None if item.start is None or item.end is None else Context.of(text, item.start, item.end),
    )


def _value(record: RecordRow, field: str) -> str:
    if isinstance(record, FigureRow):
        if field in _VALUES:
            return interval(record.low, record.high, record.unit)
        if field == "window":
            return window(record.since, record.until)
    return cell(getattr(record, field, None))


def _entry(rule: str) -> Entry | None:
    """Return the lexicon entry that a rule's name is, or None: older readings may name entries that are gone."""
    file, found, _ = rule.partition(":")
    if not found:
        return None
    for language in languages():
        try:
            known = entries(language, file)
        except (LexiconBroken, OSError, ValueError):
            continue
        for entry in known:
            if entry.name == rule:
                return entry
    return None


def _line(text: str) -> str:
    return printable("".join(" " if sign in "\r\n\t\u2028\u2029" else sign for sign in text))


def _marked(context: Context | None) -> str:
    if context is None:
        return ""
    return f"{escape(context.before)}<mark>{escape(context.words)}</mark>{escape(context.after)}"
