"""A record and its article in, how to cite it out: as text, as BibTeX, as CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from recoupe.show.review_case import Stretch

_NEAR = 40
"""How many signs from its number a hedge, or what is counted, may stand and still be cited with it."""
_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What a citation of one record says: its words, what they count or say, the article, and which program read them.

    `words` are those of a figure's number with its hedge and of what it counts. `says` is what the record says, `judged`
    what people said of it where they rejected, corrected or added it, and `lost` that its words stand in the text no more:
    all three in the reader's language, blank for nothing. `article` is the hash that the ledger knows the article by.
    `address` is that of the record, None where nobody else can reach the desk; `as_of` the day (ISO) as of which it is cited.
    """

    record: str
    article: str
    words: str
    says: str = ""
    judged: str = ""
    lost: str = ""
    title: str | None
    file: str
    publisher: str | None
    published: str | None
    url: str | None
    made_by: str
    address: str | None
    as_of: str | None

    @property
    def called(self) -> str:
        """The article's title, or else its file's name."""
        return _line(self.title or self.file)

    @property
    def quote(self) -> str:
        """The words, what the record says, and what people said of it."""
        said = f" ({_line(self.says)})" if self.says else ""
        noted = "".join(f" [{_line(one)}]" for one in (self.judged, self.lost) if one)
        return f"« {_line(self.words)} »{said}{noted}"

    @property
    def note(self) -> str:
        """Which record of which article, and who read it."""
        day = f", {self.as_of}" if self.as_of else ""
        return f"recoupe {self.record}, article {self.article}, {self.made_by}{day}"


def number_phrase(stretches: Sequence[Stretch]) -> str | None:
    """Return the words of a figure from its hedge to what it counts, where these stand beside its number; None for no text.

    >>> from recoupe.show.review_case import Stretch
    >>> number_phrase([Stretch(words="Au moins", kind="evidence", fields=("qualifier",)), Stretch(words=" ", kind="plain"),
    ...     Stretch(words="sept", kind="record"), Stretch(words=" puits ont tari.", kind="plain")])
    'Au moins sept'
    """
    own = [at for at, one in enumerate(stretches) if one.kind == "record"]
    if not own:
        return None
    first = _furthest(stretches, range(own[0] - 1, -1, -1), {"qualifier"})
    last = _furthest(stretches, range(own[-1] + 1, len(stretches)), {"qualifier", "counted", "unit"})
    from_, to = own[0] if first is None else first, own[-1] if last is None else last
    return _line("".join(one.words for one in stretches[from_ : to + 1]))


def _furthest(stretches: Sequence[Stretch], along: Iterable[int], fields: set[str]) -> int | None:
    """Return the last stretch on a short way that gave one of some fields."""
    found, gone = None, 0
    for at in along:
        if gone > _NEAR:
            break
        if fields & set(stretches[at].fields):
            found = at
        gone += len(stretches[at].words)
    return found


def as_text(cited: Cited) -> str:
    """Return a citation in one sentence, unknown parts left out.

    >>> as_text(Cited(record="ab12", article="cd34", words="Au moins douze", says="≥ 12, tués", title=None, file="a.txt",
    ...     publisher="Le Fleuve", published="2024-03-05T09:00Z", url=None, made_by="recoupe-0.1.0", address=None, as_of=None))
    '« Au moins douze » (≥ 12, tués), a.txt, Le Fleuve, 2024-03-05. recoupe ab12, article cd34, recoupe-0.1.0.'
    """
    day = (cited.published or "")[:10]
    parts = [cited.quote, cited.called, cited.publisher, day, cited.url]
    where = f" {cited.address}" if cited.address else ""
    return f"{', '.join(_line(part) for part in parts if part)}. {cited.note}.{where}"


def as_bibtex(cited: Cited) -> str:
    """Return a BibTeX entry; no sign of an article commands TeX."""
    day = (cited.published or "")[:10]
    fields = {
        "title": cited.called,
        "author": "{" + _tex(cited.publisher) + "}" if cited.publisher else None,
        "year": day[:4],
        "month": str(int(day[5:7])) if day[5:7].isdecimal() else None,
        "url": cited.url,
        "howpublished": cited.address,
        "note": f"{cited.quote}. {cited.note}",
    }
    lines = [f"  {name} = {{{value if name == 'author' else _tex(value)}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{recoupe-{cited.record},", *lines, "}\n"])


def as_csl(cited: Cited) -> str:
    """Return a list of one item in CSL-JSON."""
    item: dict[str, Any] = {
        "id": f"recoupe-{cited.record}",
        "type": "article-newspaper",
        "title": cited.called,
        "container-title": cited.publisher,
        "URL": cited.url,
        "note": f"{cited.quote}. {cited.note}",
        "archive_location": cited.address,
        "source": "recoupe",
    }
    if cited.published:
        item["issued"] = {"date-parts": [[int(part) for part in re.findall(r"\d+", cited.published[:10])]]}
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=2)


def _line(words: str) -> str:
    return " ".join(words.split())


def _tex(words: str) -> str:
    return "".join(_SPECIAL.get(sign) or (f"\\{sign}" if sign in "{}&%$#_" else sign) for sign in _line(words))
