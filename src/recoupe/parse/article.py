"""A raw document in, the article it holds out, with its text exactly as decoded and everything in it told apart."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from hashlib import blake2b

from recoupe.errors import FileEmpty, JsonBroken, JsonWithoutText, RecoupeError
from recoupe.model.article import Article, Block, BlockKind, PublishedBasis, Raw
from recoupe.model.skipped import Skipped
from recoupe.parse import agencies
from recoupe.parse.blocks import Layout, lay_out
from recoupe.parse.decode import decode
from recoupe.parse.language import READ, language_of
from recoupe.parse.mojibake import mend
from recoupe.parse.page import Page, read_page
from recoupe.parse.stamps import given_day, stamps_in

DATED = (BlockKind.STAMP, BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.LABEL)
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
# blocks and characters: the lines over the prose
HEAD = 6
LINE = 160
# a day that stands for the report's own, at the head of a line or behind what it is set off by
THIS_DAY = re.compile(
    r"(?:\bce\s|^\W*(?:le\s)?|[–—|(,.:•·]\s?|\bau\s)(?P<day>(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s"
    r"\d{1,2}(?:er)?\s[^\W\d]+\s(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# what the metadata of news items says of one that must no longer be used
TAKEN_BACK = ("canceled", "withheld")
SURROGATE = re.compile(r"[\ud800-\udfff]")


def parse(raw: Raw) -> Article | Skipped:
    """Return the article that a raw document holds, or why there is none. Never raises for what a document holds.

    >>> raw = Raw(name="a.txt", origin="a.txt", data="GOMA, 3 mai 2018 (AFP) - Dix morts.".encode(), media="text")
    >>> article = parse(raw)
    >>> article.published, article.published_basis.value, article.agency
    ('2018-05-03', 'text', 'AFP')
    """
    try:
        return _article(raw)
    except RecoupeError as error:
        return Skipped.because(error, name=raw.name, stage="parse")


@dataclass(frozen=True, slots=True)
class _Source:
    """The text of a document before it is laid out, what a page said of itself, and what happened on the way."""

    text: str
    encoding: str
    page: Page | None
    notes: tuple[str, ...]


def _article(raw: Raw) -> Article:
    source = _source(raw)
    text, page = source.text, source.page
    if not re.search(r"\w", text):
        raise FileEmpty(raw.origin)
    notes = list(source.notes)
    title = raw.title or (page.title if page else None)
    language, note = language_of(text, raw.language)
    if note:
        notes.append(note)
    if language.casefold().split("-")[0] == READ:
        layout = lay_out(text, title)
    else:
        layout = Layout((), None)
        notes.append(f"language: {language} is recorded, not read")
    publisher = raw.publisher or (page.publisher if page else None)
    published, basis = _published(raw, page, text, layout.blocks, notes)
    url = raw.url or (page.url if page else None)
    return Article(
        id=identity(text, publisher, url),
        name=raw.name,
        text=text,
        blocks=layout.blocks,
        language=language,
        title=title or _title(text, layout.blocks),
        publisher=publisher,
        url=url,
        agency=layout.agency or agencies.known(publisher or ""),
        published=published,
        published_basis=basis,
        encoding=source.encoding,
        notes=tuple(notes),
    )


def identity(text: str, publisher: str | None, url: str | None) -> str:
    """Return the id of an article: the same for the same words of the same outlet, however they were spaced or stored.

    Another outlet's copy of the same words is another article.
    """
    words = " ".join(unicodedata.normalize("NFC", text).split())
    content = "\x1f".join((words, (publisher or "").casefold().strip(), (url or "").strip()))
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def _source(raw: Raw) -> _Source:
    """Return the text of the document, decoded and mended. Errors: NotText, JsonBroken, PageWithoutText."""
    if raw.media == "json":
        text, encoding, status = _json_text(raw)
        notes: tuple[str, ...] = (f"pubstatus: {status}",) if status in TAKEN_BACK else ()
    else:
        decoded = decode(raw.data)
        text, encoding, notes = decoded.text, decoded.encoding, decoded.notes
    text, mended = mend(text)
    if mended:
        notes += (f"encoding: {mended} characters mended that had been decoded wrongly",)
    if SURROGATE.search(text):
        text = SURROGATE.sub("\ufffd", text)
        notes += ("encoding: halves of characters replaced",)
    if raw.media == "html" or PAGE.match(text[:2000]):
        if raw.media != "html":
            notes += ("read as a web page",)
        page = read_page(text)
        return _Source(page.text, encoding, page, notes)
    return _Source(text, encoding, None, notes)


def _json_text(raw: Raw) -> tuple[str, str, object]:
    """Return the text of a JSON object, its encoding, and what it says of its own standing (`pubstatus` of ninjs)."""
    encoding: str = json.detect_encoding(raw.data)
    try:
        value = json.loads(raw.data.decode(encoding))
    except UnicodeDecodeError:
        value, encoding = _loads(raw.data.decode("cp1252", errors="replace"), raw.origin), "cp1252"
    except (ValueError, RecursionError) as error:
        raise JsonBroken(raw.origin, type(error).__name__) from error
    status = value.get("pubstatus") if isinstance(value, dict) else None
    return _text_of(value, raw.origin), encoding, status


def _text_of(value: object, origin: str) -> str:
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str):
        raise JsonWithoutText(origin)
    return text.replace("\x00", "\ufffd")


def _loads(text: str, origin: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise JsonBroken(origin, type(error).__name__) from error


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    return next((block.span.of(text) for block in blocks if block.kind is BlockKind.TITLE), None)


def _published(
    raw: Raw, page: Page | None, text: str, blocks: tuple[Block, ...], notes: list[str]
) -> tuple[str | None, PublishedBasis]:
    """Return when the article appeared and how that is known: given, said by the page, or by a stamp or dateline.

    The stamps that count stand around the first paragraphs or behind the last; one of a later change never counts.
    """
    if raw.published:
        day = given_day(raw.published)
        if day:
            return day, PublishedBasis.METADATA
        notes.append(f"published: {raw.published!r} is no day")
    if page and page.published:
        return page.published, PublishedBasis.METADATA
    prose = [at for at, block in enumerate(blocks) if block.kind is BlockKind.BODY]
    first, last = (prose[:3][-1], prose[-1]) if prose else (len(blocks), 0)
    found = None
    for block in [*blocks[:first], *blocks[max(first, last) :]]:
        if block.kind not in DATED:
            continue
        for stamp in stamps_in(block.span.of(text)):
            words = text[block.span.start + stamp.start : block.span.start + stamp.end]
            if stamp.changed:
                notes.append(f"changed: {words}")
            elif stamp.when and found is None:
                found = stamp.when
            elif stamp.when is None and block.kind is BlockKind.DATELINE:
                notes.append(f"dateline without a year: {words}")
    if found is None:
        found = _day_of_title(text, blocks) or _day_of_head(text, blocks)
    return (found, PublishedBasis.TEXT) if found else (None, PublishedBasis.UNKNOWN)


def _day_of_title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Return the day in round brackets that closes a report's title: `Rapport de situation n° 3 (12 mars 2021)`."""
    title = _title(text, blocks) or ""
    hit = re.search(r"\((?:au |du )?([^()]{6,30})\)\W*$", title)
    return given_day(hit[1]) if hit else None


def _day_of_head(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Return the day that a line over the prose gives as the article's own: `Radio X – ce mardi 9 novembre 2021, édition de midi`."""
    for block in blocks[:HEAD]:
        words = block.span.of(text)
        hit = THIS_DAY.search(words) if len(words) <= LINE else None
        if hit and (day := given_day(hit["day"])):
            return day
    return None
