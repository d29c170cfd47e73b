"""What a user says of documents in options, checked before anything is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from recoupe.errors import DayUnclear, LanguageUnclear

TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Metadata that holds for every document of one call and wins over all other metadata.

    `published` is an ISO day or date-time, `language` a BCP 47 tag. Errors: DayUnclear, LanguageUnclear.

    >>> Given(published="2016-12-08").published
    '2016-12-08'
    """

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None and not _is_iso(self.published):
            raise DayUnclear(repr(self.published))
        if self.language is not None and not TAG.fullmatch(self.language.strip()):
            # `French` would be taken for another language, and nothing would be read
            raise LanguageUnclear(repr(self.language))


def _is_iso(words: str) -> bool:
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            read(words)
        except ValueError:
            continue
        return words[4:5] == "-" and words[7:8] == "-"
    return False
