"""What a sheet shows and hides: rows and columns out of sight, and which merged cells cover rows of data."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from python_calamine import CalamineSheet

from data.heading_spelling import UNNAMED
from data.parsing.file_table import Table, letters

SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
COLUMN = re.compile(rb"<(?:\w+:)?col\b[^>]*>")
FILTER = re.compile(rb"<(?:\w+:)?filterColumn\b")
OUT_OF_SIGHT = re.compile(rb"\b(?:hidden\s?=\s?[\"'](?:1|true)|(?:ht|width)\s?=\s?[\"']0(?:\.0+)?)[\"']")
COLUMNS_OF_EXCEL = 16_384


@dataclass(frozen=True)
class Hidden:
    """Hold what is out of sight in a sheet: row numbers, places of columns; `filtered` where a filter is set."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    filtered: bool = False


def hidden_in(contents: bytes) -> dict[str, Hidden]:
    """Return what is out of sight, by the name of the sheet, of a workbook that was inspected."""
    with zipfile.ZipFile(io.BytesIO(contents)) as archive:
        names = set(archive.namelist())
        filtered = any(FILTER.search(archive.read(name)) for name in names if name.startswith("xl/tables/"))
        parts = _parts(archive, names)
        return {sheet: _hidden(archive.read(part), filtered) for sheet, part in parts.items() if part in names}


def tell(table: Table, sheet: CalamineSheet, hidden: Hidden) -> None:
    """Note in a table what of its rows and columns is out of sight, and the merged cells over its rows and headings."""
    numbers = set(table.numbers)
    headings = {place: column.heading for place, column in zip(table.places, table.columns, strict=True)}
    table.hidden_rows = sorted(hidden.rows & numbers)
    table.filtered = hidden.filtered
    table.hidden_columns = [heading for place, heading in headings.items() if place in hidden.columns]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        covered = [number for number in range(top + 1, bottom + 2) if number in numbers]
        under = [heading for place, heading in headings.items() if left <= place <= right]
        cells = f"{letters(left)}{top + 1}:{letters(right)}{bottom + 1}"
        if covered and under and len(covered) * len(under) > 1:
            table.merged.append((under[0], cells))
        elif not covered and bottom + 1 < min(numbers, default=0):
            table.merged += [(heading, cells) for heading in under[1:] if heading.startswith(UNNAMED)]


def _parts(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    """Return the part of the archive that holds each sheet."""
    relations = "xl/_rels/workbook.xml.rels"
    targets = {}
    for tag in RELATION.findall(archive.read(relations)) if relations in names else ():
        targets[_attribute(tag, "Id")] = _attribute(tag, "Target")
    sheets = SHEET.findall(archive.read("xl/workbook.xml"))
    parts = {_attribute(tag, "name"): targets.get(_attribute(tag, r"\w+:id"), "") for tag in sheets}
    return {name: part.lstrip("/") if part.startswith("/") else f"xl/{part}" for name, part in parts.items()}


def _attribute(tag: bytes, name: str) -> str:
    match = re.search(rf"\s{name}\s?=\s?(?:\"([^\"]*)\"|'([^']*)')".encode(), tag)
    return unescape((match[1] or match[2] or b"").decode(errors="replace")) if match else ""


def _hidden(xml: bytes, filtered_table: bool) -> Hidden:
    """Look through the tags of rows and columns of a sheet; a row without a number follows the one before it."""
    if not OUT_OF_SIGHT.search(xml):
        return Hidden()
    filtered = bool(FILTER.search(xml)) or (filtered_table and b"tablePart" in xml)
    return Hidden(frozenset(_rows(ROW.finditer(xml))), frozenset(_columns(COLUMN.findall(xml))), filtered)


def _rows(tags: Iterator[re.Match[bytes]]) -> Iterator[int]:
    number = 0
    for tag in tags:
        stated = _attribute(tag[0], "r") if b"r=" in tag[0] or b"r =" in tag[0] else ""
        number = int(stated) if stated.isdigit() else number + 1
        if OUT_OF_SIGHT.search(tag[0]):
            yield number


def _columns(tags: Sequence[bytes]) -> Iterator[int]:
    for tag in tags:
        first, last = _attribute(tag, "min"), _attribute(tag, "max")
        if OUT_OF_SIGHT.search(tag) and first.isdigit() and last.isdigit():
            yield from range(int(first) - 1, min(int(last), COLUMNS_OF_EXCEL))
