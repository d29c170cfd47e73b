"""The source of a web page in, its text and what the page says of itself out."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from recoupe.errors import PageWithoutText
from recoupe.parse.stamps import given_day

APPEARED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "publish-date",
    "pubdate",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
)
SITE = ("og:site_name", "application-name", "dc.publisher")
TITLE = ("og:title", "twitter:title", "dc.title")
ARTICLE_TYPES = frozenset(
    {"NewsArticle", "Article", "ReportageNewsArticle", "LiveBlogPosting", "BlogPosting", "Report"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a web page holds. `text` is its title and its paragraphs with a blank line between them."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


def read_page(source: str) -> Page:
    """Return the text of the article in a page, and its metadata. Errors: PageWithoutText.

    What the page says of itself comes from its meta tags and JSON-LD; the rest from the extractor.
    """
    from lxml import etree, html
    from trafilatura import bare_extraction  # slow to import, and many runs meet no page

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        tree = html.fromstring(source.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, AssertionError, etree.LxmlError) as error:
        raise PageWithoutText(detail=type(error).__name__) from error
    meta = _meta(tree)
    linked = _linked_data(tree)
    found = bare_extraction(
        source,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        # the extractor would ask the clock for the latest day that it may find, and guess days from the text
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2999-12-31"},
    )
    extracted: dict[str, Any] = found if isinstance(found, dict) else found.as_dict() if found is not None else {}
    body = str(extracted.get("text") or "").strip()
    if not body:
        body = _paragraphs(tree)
    if not body:
        raise PageWithoutText()
    title = _first(linked.get("headline"), *(meta.get(key) for key in TITLE), extracted.get("title"), _heading(tree))
    title = _without_site(title, _first(*(meta.get(key) for key in SITE)))
    published = _first(
        *(
            given_day(words)
            for words in (linked.get("datePublished"), *(meta.get(key) for key in APPEARED), _time(tree))
            if words
        ),
        extracted.get("date"),
    )
    return Page(
        text=_joined(title, body),
        title=title,
        publisher=_first(linked.get("publisher"), *(meta.get(key) for key in SITE), extracted.get("sitename")),
        url=_first(meta.get("og:url"), _canonical(tree), extracted.get("url")),
        published=published,
        language=_first(tree.get("lang"), linked.get("inLanguage")),
    )


def _first(*values: object) -> str | None:
    """Return the first of the values that is words."""
    for value in values:
        if isinstance(value, str) and value.strip():
            return re.sub(r"\s+", " ", value).strip()
    return None


def _joined(title: str | None, body: str) -> str:
    paragraphs = [line.strip() for line in re.split(r"\n+", body) if line.strip()]
    if title and (not paragraphs or _letters(paragraphs[0]) != _letters(title)):
        paragraphs.insert(0, title)
    return "\n\n".join(paragraphs)


def _letters(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


def _without_site(title: str | None, site: str | None) -> str | None:
    """Return the title without the name of the site behind a dash or a bar."""
    if title is None or not site:
        return title
    return re.sub(rf"\s+[|–—-]\s+{re.escape(site)}\s*$", "", title, flags=re.IGNORECASE) or title


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = tag.get("content")
        if key and content and content.strip():
            found.setdefault(key.strip().casefold(), content.strip())
    return found


def _time(tree: Any) -> str | None:
    for tag in tree.iter("time"):
        words = tag.get("datetime")
        if words and (tag.get("pubdate") is not None or tag.get("itemprop") in (None, "datePublished")):
            return str(words)
    return None


def _heading(tree: Any) -> str | None:
    heading = next(tree.iter("h1"), None)
    return str(heading.text_content()) if heading is not None else None


def _canonical(tree: Any) -> str | None:
    return next(
        (str(tag.get("href")) for tag in tree.iter("link") if tag.get("rel") == "canonical" and tag.get("href")), None
    )


def _paragraphs(tree: Any) -> str:
    """Return the paragraphs of a page that the extractor finds no article in, because it is cut off or very short."""
    found = [re.sub(r"\s+", " ", str(tag.text_content())).strip() for tag in tree.iter("p")]
    return "\n".join(words for words in found if words)


def _linked_data(tree: Any) -> dict[str, str]:
    """Return what the JSON-LD of the page says of its article, by the names of schema.org; `publisher` is its name."""
    for tag in tree.iter("script"):
        if (tag.get("type") or "").casefold() != "application/ld+json":
            continue
        try:
            data = json.loads(tag.text_content() or "")
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            kinds = thing.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if ARTICLE_TYPES.intersection(kind for kind in kinds if isinstance(kind, str)):
                found = {key: value for key, value in thing.items() if isinstance(value, str)}
                publisher = thing.get("publisher")
                if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
                    found["publisher"] = publisher["name"]
                return found
    return {}


def _things(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _things(item)
    elif isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"))
