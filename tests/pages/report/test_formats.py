"""Word, PDF and HTML say the same, keep every text as text, and can be read by whoever does not see them."""

import io
import re
from collections.abc import Callable
from functools import cache
from html import unescape
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from data.errors import Mendable
from pages.charts.paper.picture import Picture
from pages.report.document import Bullets, Cell, Chart, Document, Paragraph, Section, Subheading, Table
from pages.report.formats.html import as_html
from pages.report.formats.word import FIELDS, TEMPLATE, as_word
from pages.report.formats.written import must_be_a_kind, written
from tests.pages.report.conftest import AT
from tests.pages.report.tagged_pdf import TaggedPdf

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


def texts_of(document: Document) -> list[str]:
    found = [document.place, document.title, *document.under_title, document.classification]
    for section in document.sections:
        found.append(f"{section.number} {section.title}")
        for part in section.parts:
            match part:
                case Paragraph():
                    found += [part.text, part.lead]
                case Subheading():
                    found.append(part.text)
                case Bullets():
                    found += part.texts
                case Table():
                    cells = [cell for row in part.rows for cell in row]
                    found += [part.caption, *part.headings, *(cell for cell in cells if isinstance(cell, str))]
                    found += [text for cell in cells if isinstance(cell, Cell) for text in (cell.text, cell.small)]
                case Chart():
                    found.append(part.caption)
    return [text for text in found if text]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def made(reports) -> Callable[[str], bytes]:
    """Give a way to have the public's report in a format, each made once."""
    return cache(lambda name: written(reports[True], name, AT))


@pytest.fixture(scope="module")
def word(made):
    return docx.Document(io.BytesIO(made("a.docx")))


def test_word_holds_every_text_with_its_signs(reports, word):
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    told = squeezed("\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells]))
    assert not [text for text in texts_of(reports[True]) if squeezed(text) not in told]
    assert "Fewer than <5 placements" in "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert word.sections[0].footer.paragraphs[0].text.startswith(reports[True].foot)


def test_word_has_headings_header_rows_contents_alt_texts_and_no_ones_name(reports, word):
    styles = {paragraph.text: paragraph.style.name for paragraph in word.paragraphs}
    assert styles["4 Performance alerts"] == "Heading 1" and styles["Safeguarding"] == "Heading 2"
    assert styles["4.3 Caseloads"] == "Heading 3"
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in word.tables)
    assert "TOC" in word.element.xml
    alts = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    assert alts == [chart.picture.alt for chart in reports[True].charts()] and all(alts)
    assert not word.core_properties.author and not word.core_properties.last_modified_by


def test_html_holds_every_text_and_nothing_that_runs_or_comes_from_elsewhere(reports):
    page = as_html(reports[True]).decode()
    told = squeezed(unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL)))
    assert not [text for text in texts_of(reports[True]) if squeezed(text) not in told]
    assert "<script" not in page and not re.findall(r'(?:src|href)="(?!data:|#)', page)
    assert page.count("<img") == page.count('alt="') == len(list(reports[True].charts()))


@pytest.mark.parametrize("public", [True, False])
def test_no_heading_skips_a_level(reports, public):
    for section in reports[public].sections:
        levels = [0, *(part.level for part in section.parts if isinstance(part, Subheading))]
        assert all(below <= above + 1 for above, below in pairwise(levels)), section.title


def test_pdf_is_tagged_for_whoever_has_it_read_out(reports, made):
    document, contents = reports[True], made("a.pdf")
    pdf = TaggedPdf(contents)
    assert contents.startswith(b"%PDF") and b"<pdfuaid:part>1</pdfuaid:part>" in contents
    assert f"{document.place}: {document.title}".encode() in contents, "the title stands in its metadata"
    catalogue = pdf.catalogue
    assert (catalogue["Lang"], catalogue["MarkInfo"]["Marked"]) == (b"(en-GB)", b"true")
    assert catalogue["ViewerPreferences"]["DisplayDocTitle"] == b"true"
    root = pdf.root()
    assert [figure.alt for figure in root.all("Figure")] == [chart.picture.alt for chart in document.charts()]
    tables = [part for section in document.sections for part in section.parts if isinstance(part, Table)]
    for tag, table in zip(root.all("Table"), tables, strict=True):
        heads = list(tag.all("TH"))
        assert len(heads) == len(table.headings) and {head.attributes["Scope"] for head in heads} == {"Column"}
        assert len(list(tag.all("TR"))) == 1 + len(table.rows)
    assert len(list(root.all("Link"))) == len(document.sections), "each line of the contents leads to its section"


def test_pdf_skips_no_heading_and_holds_every_heading_and_paragraph_as_such(reports, made):
    document = reports[True]
    root = TaggedPdf(made("a.pdf")).root()
    levels = [int(tag.name[1]) for tag in root.all("H1", "H2", "H3", "H4")]
    wanted = [1]  # the contents
    for section in document.sections:
        wanted += [1, *(part.level + 1 for part in section.parts if isinstance(part, Subheading))]
    assert levels == wanted and all(below <= above + 1 for above, below in pairwise(levels))
    paragraphs = sum(isinstance(part, Paragraph) for section in document.sections for part in section.parts)
    assert len(list(root.all("P"))) >= 2 * paragraphs


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.html", "a.pptx"])
def test_the_same_gives_the_same_bytes(reports, made, name):
    assert written(reports[True], name, AT) == made(name)


def test_a_name_of_no_format_and_a_template_for_no_word_are_refused():
    with pytest.raises(Mendable, match=r"\.docx, \.pdf, \.html, \.pptx, and report\.txt ends in none"):
        must_be_a_kind("report.txt")
    with pytest.raises(Mendable, match="A template is for a report in Word, and report.pdf is PDF"):
        must_be_a_kind("report.pdf", has_template=True)


def changed(**texts: str) -> bytes:
    """Return the shipped template with other words in place of some of its own, in all that it holds."""
    template = docx.Document(TEMPLATE)
    for paragraph in [*template.paragraphs, *template.sections[0].footer.paragraphs]:
        for run in paragraph.runs:
            for name, new in texts.items():
                run.text = run.text.replace(f"{{{{ {name} }}}}", new) if f"{{{{ {name} }}}}" in run.text else run.text
    template.styles["Heading 1"].font.name = "Georgia"
    held = io.BytesIO()
    template.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    ("kind", "rows"),
    [("table", []), ("chart", [["Plans", "30\nof 100"]]), ("row", [["Plans", "30. of 100"], ["", ""]])],
)
def test_a_councils_own_template_may_leave_tables_or_charts_out_or_add_rows(kind, rows):
    table, picture = Table("Figures", ("Measure", "Now"), (("Plans", Cell("30", "of 100")),)), Picture(SVG, "A square")
    told = Document("Title", "Place", (), "Public", (Section("1", "One", (table, Chart("Line", picture))),), "Foot")
    template = docx.Document(TEMPLATE)
    if kind == "table":
        template.tables[0]._tbl.getparent().remove(template.tables[0]._tbl)
    elif kind == "row":
        template.tables[0].add_row()
    else:
        next(each for each in template.paragraphs if "part.image" in each.text).runs[0].text = ""
    held = io.BytesIO()
    template.save(held)
    own = docx.Document(io.BytesIO(as_word(told, AT, "own.docx", held.getvalue())))
    assert [[cell.text for cell in row.cells][:2] for one in own.tables for row in one.rows[1:]] == rows
    assert [one._inline.docPr.get("descr") for one in own.inline_shapes] == ["A square"] * (kind != "chart")


def test_a_councils_own_template_keeps_its_styles_and_one_without_a_field_is_refused():
    small = Document("Title", "Place", (), "Public", (Section("1", "Summary", (Paragraph("1.1", "Text"),)),), "Foot")
    own = docx.Document(io.BytesIO(as_word(small, AT, "own.docx", changed())))
    assert own.styles["Heading 1"].font.name == "Georgia" and "1 Summary" in [each.text for each in own.paragraphs]
    with pytest.raises(Mendable, match=r"own\.docx has no place for classification\. Write \{\{ classification \}\}"):
        as_word(small, AT, "own.docx", changed(classification="Public"))
    with pytest.raises(Mendable, match=r"own\.docx asks for crest, which a report does not have"):
        as_word(small, AT, "own.docx", changed(place="{{ place }} {{ crest }}"))
    with pytest.raises(Mendable, match=r"own\.docx is not written as a template"):
        as_word(small, AT, "own.docx", changed(place="{{ place "))
    with pytest.raises(Mendable, match=r"own\.docx cannot be read as a Word document"):
        as_word(small, AT, "own.docx", b"no document")
    assert set(FIELDS) >= {"classification", "foot"}
