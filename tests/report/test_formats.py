"""The four formats say the same: every sentence, every cell, every source, in order; and say it the same way each time."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from recoupe.ledger import Ledger
from recoupe.report import Format, Report, drawn
from recoupe.report.parts import Picture, Section, reference

_LOOSE = re.compile("[\\s\u00a0\u202f\u200b\u2068\u2069]+")
CRISIS = "alep-2016"


class Text(HTMLParser):
    """The text of a page, and what elements it has."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.words.append(data)


def close(text: str) -> str:
    """Return a text without its spaces: each format breaks its lines where it likes."""
    return _LOOSE.sub("", text)


def of_markdown(data: bytes) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", data.decode())


def of_html(data: bytes) -> str:
    page = Text()
    page.feed(data.decode())
    return "".join(page.words)


def of_docx(data: bytes) -> str:
    return "\n".join(node.text or "" for node in Document(io.BytesIO(data)).element.body.iter(qn("w:t")))


def of_pdf(data: bytes) -> str:
    reader = PdfReader(io.BytesIO(data))
    foot = re.compile(re.escape(close(f"{(reader.metadata or {})['/Title']}·")) + r".{0,120}?UTC\d+/\d+")
    return "".join(foot.sub("", close(page.extract_text())) for page in reader.pages)


READ: dict[Format, Callable[[bytes], str]] = {
    Format.MD: of_markdown,
    Format.HTML: of_html,
    Format.DOCX: of_docx,
    Format.PDF: of_pdf,
}
"""What reads a report of each format back, as text."""


@pytest.mark.parametrize("format", list(Format))
def test_each_format_holds_every_sentence_in_order(composed: Report, format: Format) -> None:
    text = close(READ[format](drawn(composed, format)))
    at = 0
    for one in composed.sentences():
        found = text.find(close(one.text), at)
        assert found >= 0, one.text
        at = found


@pytest.mark.parametrize("format", list(Format))
def test_each_format_holds_every_cell_and_its_sources(composed: Report, format: Format) -> None:
    text = close(READ[format](drawn(composed, format)))
    at = 0
    for row in composed.rows():
        for cell in (*row.cells, reference(row.sources)):
            found = text.find(close(cell), at)
            assert found >= 0, cell
            at = found


@pytest.mark.parametrize("format", list(Format))
def test_each_format_holds_every_title_and_source(composed: Report, format: Format) -> None:
    text = close(READ[format](drawn(composed, format)))
    for words in (composed.title, composed.dated, *(one.title for one in composed.sections)):
        assert close(words) in text
    for source in composed.sources:
        assert close(source.words + ".") in text


def test_a_page_needs_nothing_else_and_runs_nothing(composed: Report) -> None:
    page = Text()
    made = drawn(composed, Format.HTML).decode()
    page.feed(made)
    assert not {"script", "iframe", "link", "form", "object"} & set(page.tags)
    assert "default-src 'none'" in made and "unsafe" not in made
    assert re.findall(r'(?:src|href)="(?!#|data:image/svg)[^"]*"', made) == []
    assert f'lang="{composed.language}"' in made


def test_the_policy_of_a_page_names_its_own_style(composed: Report) -> None:
    """A style that the policy does not allow would leave the page bare."""
    from base64 import b64encode

    made = drawn(composed, Format.HTML).decode()
    style = made[made.index("<style>") + 7 : made.index("</style>")]
    assert b64encode(hashlib.sha256(style.encode()).digest()).decode() in made[: made.index("<style>")]


def test_a_word_document_has_headings_tables_a_foot_and_words_for_its_pictures(composed: Report) -> None:
    document = Document(io.BytesIO(drawn(composed, Format.DOCX)))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    heads = [name for name in styles if name and name.startswith("Heading")]
    assert "List Bullet" in styles and "List Bullet 2" in styles
    assert "Title" in styles and len(heads) > len(composed.sections)
    assert len(document.tables) == sum(1 for part in composed.parts() if hasattr(part, "rows"))
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)
    assert composed.title in document.sections[0].footer.paragraphs[0].text
    told = [node.get("descr") for node in document.element.body.iter(qn("wp:docPr"))]
    assert told == [part.alt for part in composed.parts() if isinstance(part, Picture)]
    assert document.core_properties.title == composed.title
    assert document.core_properties.created == document.core_properties.modified
    assert f"{document.core_properties.created:%Y-%m-%dT%H:%M:%SZ}" == composed.as_of


def test_a_pdf_is_tagged_and_says_its_title_and_its_language(composed: Report) -> None:
    reader = PdfReader(io.BytesIO(drawn(composed, Format.PDF)))
    root = reader.trailer["/Root"]
    assert reader.metadata and reader.metadata.title == composed.title
    assert root["/Lang"] == composed.language
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_object().get_data()
    assert reader.metadata.get("/CreationDate") is None
    assert [one.title for one in reader.outline if not isinstance(one, list)] == _outline(composed)


def _outline(composed: Report) -> list[str]:
    assert all(isinstance(section, Section) for section in composed.sections)
    return [*(section.title for section in composed.sections), composed.sources_title]


def test_one_state_of_a_ledger_gives_the_same_bytes(sample: Ledger) -> None:
    """In another process, whose sets lie in another order."""
    asked = (
        "import hashlib, sys; from recoupe.ledger import Ledger; from recoupe.report import Format, report\n"
        "with Ledger.open(sys.argv[1]) as ledger:\n"
        "    for format in Format:\n"
        "        print(hashlib.sha256(report(ledger, format=format)).hexdigest())\n"
    )
    answers = [
        subprocess.run(
            [sys.executable, "-c", asked, str(sample.path)], env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert answers[0] == answers[1]
    assert answers[0].count("\n") == len(Format)
