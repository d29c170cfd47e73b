"""A record and its article in, how to cite it out: as text, as BibTeX, as CSL-JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What a citation of one record says: its words, the article that they stand in, and which program read them.

    `address` is the record's own address in the ledger's desk, `as_of` the day (ISO) as of which it is cited. Where it is
    not `anchored`, its words no longer stand in the text at `start`, and the citation says so.
    """

    record: str
    words: str
    start: int
    end: int
    title: str | None
    file: str
    publisher: str | None
    published: str | None
    url: str | None
    made_by: str
    address: str
    as_of: str | None
    anchored: bool = True

    @property
    def called(self) -> str:
        """The article's title, or else its file's name."""
        return _line(self.title or self.file)

    @property
    def note(self) -> str:
        """Which record, where it stands, and who read it."""
        day = f", {self.as_of}" if self.as_of else ""
        place = f"[{self.start}, {self.end})" if self.anchored else "[ancrage perdu]"
        return f"recoupe {self.record} {place}, {self.made_by}{day}"


def as_text(cited: Cited) -> str:
    """Return a citation in one sentence, unknown parts left out.

    >>> as_text(Cited(record="ab12", words="douze", start=4, end=9, title=None, file="a.txt", publisher="Le Fleuve",
    ...     published="2024-03-05T09:00Z", url=None, made_by="recoupe-0.1.0", address="/records/ab12", as_of=None))
    '« douze », a.txt, Le Fleuve, 2024-03-05. recoupe ab12 [4, 9), recoupe-0.1.0. /records/ab12'
    """
    day = (cited.published or "")[:10]
    parts = [f"« {_line(cited.words)} »", cited.called, cited.publisher, day, cited.url]
    return f"{', '.join(_line(part) for part in parts if part)}. {cited.note}. {cited.address}"


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
        "note": f"« {_line(cited.words)} ». {cited.note}",
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
        "note": f"« {_line(cited.words)} ». {cited.note}",
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
