"""Write a workbook whose every cell is text: nothing in it is ever a formula, a link or a number that Excel may change.

The parts of the file are written here, one row after another, because a process that may open no file cannot use a
library that keeps half-written sheets in one, and because a whole workbook of cells would not fit into its memory.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from data.parsing.file_table import letters

PLAIN, HEADING, TO_MEND = 0, 1, 2
"""How a cell looks: its place among the formats of STYLES, all of which keep what is typed as text."""
LONGEST_CELL, LONGEST_NAME, LAST_ROW = 32_767, 31, 1_048_576
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff\ud800-\udfff]|_(?=x[0-9A-Fa-f]{4}_)")
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">
<xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/>
<xf numFmtId="49" fillId="2" applyNumberFormat="1" applyFill="1" applyAlignment="1">
<alignment vertical="top" wrapText="1"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""

Cell = tuple[str, int]
"""A text and how it looks."""


@dataclass(frozen=True)
class Sheet:
    """Hold a sheet to write: its rows by number, how wide columns are (by place), and how many rows stay in sight."""

    name: str
    rows: Iterable[tuple[int, Sequence[Cell]]]
    widths: dict[int, int]
    frozen: int = 0


def workbook_of(sheets: Sequence[Sheet]) -> bytes:
    """Return the bytes of an .xlsx of sheets of text."""
    names = names_for([sheet.name for sheet in sheets])
    numbers = range(1, len(sheets) + 1)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        archive.writestr("[Content_Types].xml", _content_types(numbers))
        archive.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        archive.writestr("xl/workbook.xml", _workbook(names))
        parts = [("worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
        archive.writestr("xl/_rels/workbook.xml.rels", _relations([*parts, ("styles", "styles.xml")]))
        archive.writestr("xl/styles.xml", STYLES)
        for number, sheet in zip(numbers, sheets, strict=True):
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as part:
                for piece in _sheet(sheet):
                    part.write(piece.encode())
    return file.getvalue()


def _sheet(sheet: Sheet) -> Iterable[str]:
    """Write a sheet, row after row."""
    yield f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
    if sheet.frozen:
        under = f'ySplit="{sheet.frozen}" topLeftCell="A{sheet.frozen + 1}"'
        yield f'<pane {under} activePane="bottomLeft" state="frozen"/>'
    yield "</sheetView></sheetViews>"
    widths = [
        f'<col min="{place + 1}" max="{place + 1}" width="{width}" customWidth="1"/>'
        for place, width in sorted(sheet.widths.items())
    ]
    if widths:
        yield f"<cols>{''.join(widths)}</cols>"
    yield "<sheetData>"
    for number, cells in sheet.rows:
        yield f'<row r="{number}">{"".join(_cell(number, place, *cell) for place, cell in enumerate(cells))}</row>'
    yield "</sheetData></worksheet>"


def _cell(row: int, place: int, text: str, look: int) -> str:
    """Write a cell as text; an empty one takes no room."""
    if not text:
        return ""
    if len(text) > LONGEST_CELL:
        text = f"{text[: LONGEST_CELL - 30]} … (cut: a cell holds no more)"
    if not text.isascii() or not text.isprintable() or "_x" in text:
        text = NOT_IN_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", text)
    inline = f'<is><t xml:space="preserve">{escape(text)}</t></is>'
    return f'<c r="{letters(place)}{row}" s="{look}" t="inlineStr">{inline}</c>'


def names_for(wanted: Sequence[str]) -> list[str]:
    """Return the names that sheets get which are wanted to be named so: as Excel allows, each once."""
    names: list[str] = []
    for name in wanted:
        tidy = NOT_IN_NAMES.sub(" ", NOT_IN_XML.sub(" ", name)).strip("' ")[:LONGEST_NAME] or "Sheet"
        once, again = tidy, 2
        while once.casefold() in [earlier.casefold() for earlier in names]:
            ending = f" {again}"
            once, again = tidy[: LONGEST_NAME - len(ending)] + ending, again + 1
        names.append(once)
    return names


def _workbook(names: Sequence[str]) -> str:
    """Name the sheets."""
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(names, 1)
    )
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}"><sheets>{sheets}</sheets></workbook>'


def _relations(parts: Sequence[tuple[str, str]]) -> str:
    """Say which part is what."""
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{DOCUMENT}/{kind}" Target="{place}"/>'
        for number, (kind, place) in enumerate(parts, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'


def _content_types(numbers: Iterable[int]) -> str:
    """Say of each part how it is to be read."""
    kinds = {"workbook": f"{KIND}.sheet.main+xml", "styles": f"{KIND}.styles+xml"}
    kinds |= {f"worksheets/sheet{number}": f"{KIND}.worksheet+xml" for number in numbers}
    overrides = "".join(f'<Override PartName="/xl/{part}.xml" ContentType="{kind}"/>' for part, kind in kinds.items())
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    plain = f'<Default Extension="rels" ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{plain}{overrides}</Types>'
