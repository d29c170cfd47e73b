"""A report in, a Word document out: real headings, lists and tables, pictures with their words, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from recoupe.report.parts import Picture, Report, Section, Sentence, Table, pieces, reference

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TAGS = {"fr": "fr-FR", "en": "en-GB"}


def docx(report: Report) -> bytes:
    """Return a report as DOCX; its dates are those of the check that it rests on."""
    from docx import Document

    document = Document()
    _set_up(document, report)
    document.add_heading(report.title, 0)
    document.add_paragraph(report.dated, style="Subtitle")
    for section in report.sections:
        _section(document, section, 1, report)
    document.add_heading(report.sources_title, 1)
    for source in report.sources:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = _indent(source.level + 1)
        paragraph.paragraph_format.first_line_indent = -_indent(1)
        paragraph.add_run(f"[{source.number}] ")
        _runs(paragraph, source.words, source.quotes, report)
        paragraph.add_run(".")
    made = io.BytesIO()
    document.save(made)
    return _undated(made.getvalue())


def _set_up(document: Any, report: Report) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    core = document.core_properties
    when = (
        datetime.fromisoformat(report.as_of.replace("Z", "+00:00")) if report.as_of else datetime(*_EPOCH, tzinfo=UTC)
    )
    core.created = core.modified = when.astimezone(UTC).replace(tzinfo=None)
    core.title, core.language, core.author, core.comments = report.title[:255], _TAGS[report.language], "recoupe", ""
    document.styles["Normal"].font.size = Pt(10)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _TAGS[report.language])
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(language)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin = page.bottom_margin = Mm(18)
    footer = page.footer.paragraphs[0]
    footer.add_run(f"{report.title} · {report.dated} · {report.page} ")
    for order in ("PAGE", "NUMPAGES"):
        if order == "NUMPAGES":
            footer.add_run(" / ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), order)
        field.append(OxmlElement("w:r"))
        footer._p.append(field)


def _section(document: Any, section: Section, level: int, report: Report) -> None:
    document.add_heading(section.title, level)
    for part in section.parts:
        match part:
            case Sentence():
                paragraph = document.add_paragraph()
                # by its id: by its name it is looked for among all styles, each time
                paragraph._p.style = "ListBullet2" if part.level else "ListBullet"
                _sentence(paragraph, part, report)
            case Table():
                if part.headed:
                    document.add_heading(part.title, level + 1)
                _table(document, part, report)
            case Picture():
                _picture(document, part, report)
            case Section():
                _section(document, part, level + 1, report)


def _sentence(paragraph: Any, one: Sentence, report: Report) -> None:
    _runs(paragraph, one.words, one.quotes, report)
    paragraph.add_run(f"\u00a0{reference(one.sources)}.")


def _runs(paragraph: Any, words: str, quotes: tuple[str, ...], report: Report) -> None:
    """Write words, those of records in a run that says their language."""
    for piece, quoted in pieces(words, quotes):
        run = paragraph.add_run(piece)
        if quoted and report.language != "fr":
            _french(run._r.get_or_add_rPr())


def _french(properties: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _TAGS["fr"])
    properties.append(language)


def _table(document: Any, table: Table, report: Report) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    grid = document.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    heads = grid.rows[0]
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    heads._tr.get_or_add_trPr().append(repeated)
    for cell, head in zip(heads.cells, table.heads, strict=True):
        run = cell.paragraphs[0].add_run(head)
        run.bold, run.font.size = True, Pt(8)
    for row in table.rows:
        made = grid.add_row()._tr
        for at, (cell, words) in enumerate(zip(made.tc_lst, (*row.cells, reference(row.sources)), strict=True)):
            # a table has thousands of cells: what python-docx looks up for each of them takes the longest
            paragraph = cell.p_lst[0]
            for piece, quoted in pieces(words, row.quotes):
                run = paragraph.add_r()
                run.add_t(piece)
                properties = run.get_or_add_rPr()
                properties.sz_val = Pt(8)
                if quoted and report.language != "fr":
                    _french(properties)
            if at in table.numbers:
                paragraph.get_or_add_pPr().jc_val = WD_ALIGN_PARAGRAPH.RIGHT


def _picture(document: Any, picture: Picture, report: Report) -> None:
    from docx.shared import Mm

    shape = document.add_picture(io.BytesIO(picture.png), width=Mm(170))
    shape._inline.docPr.set("descr", picture.alt)
    _sentence(document.add_paragraph(style="Caption"), picture.caption, report)


def _indent(level: int) -> Any:
    from docx.shared import Mm

    return Mm(9 * level)


def _undated(made: bytes) -> bytes:
    """Return a package whose parts bear no time of day: the same report gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, _EPOCH), before.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
