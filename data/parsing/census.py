"""Read a census as XML into a table for each of its blocks, element by element: the whole is never held at once."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from defusedxml.common import DTDForbidden, EntitiesForbidden, ExternalReferenceForbidden
from defusedxml.ElementTree import DefusedXMLParser

from data.errors import Mendable
from data.heading_spelling import tidy
from data.parsing.census_header import CensusHeader, checked_header
from data.parsing.census_rows import Record, Rows
from data.parsing.file_table import Table
from data.returns.blocks import HEADER, REFERENCE_DATE, ROOT, Block
from data.returns.declaration import all_returns

DEEPEST = 32
"""Elements within elements; a census goes down to seven."""
LONGEST = 1_000
"""Characters that one element may hold: no value of a census has a tenth of them."""
PIECE = 1 << 20
ONCE_MORE = "Export the return again from the case system, and choose the file as it comes from there."
ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s?=\s?[\"']([\w.-]{1,40})[\"']", re.IGNORECASE)
ENCODINGS = {"utf-8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "latin-1", "windows-1252", "cp1252"}
XML = (b"<?xml", b"<message", b"<!doctype message")
NOT_A_CENSUS = (b"<html", b"<workbook", b"mso-application", b"<!doctype html")


def is_census(contents: bytes) -> bool:
    """Tell whether a file is XML as returns go to DfE: by how it begins, whatever its name."""
    start = contents[:2000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").lstrip().lower()
    return start.startswith(XML) and not any(sign in start for sign in NOT_A_CENSUS)


def read_census(file_name: str, contents: bytes) -> list[Table]:
    """Read a census as tables, one for each of its blocks; raise `Mendable`, in a sentence, where it is not whole."""
    declared = ENCODING.match(contents[:400].removeprefix(b"\xef\xbb\xbf").lstrip())
    if declared and declared[1].decode().lower() not in ENCODINGS:
        raise Mendable(f"{file_name}: it is written in {declared[1].decode()}, and XML in UTF-8 is wanted. {ONCE_MORE}")
    reader = _Reader(file_name)
    parser = DefusedXMLParser(target=reader, forbid_dtd=True)
    try:
        for begins in range(0, len(contents), PIECE):
            parser.feed(contents[begins : begins + PIECE])
        parser.close()
    except (DTDForbidden, EntitiesForbidden, ExternalReferenceForbidden) as error:
        raise Mendable(
            f"{file_name}: it declares a document type or entities, as no return does and as files "
            f"do that are there to do harm, so it was not read. {ONCE_MORE}"
        ) from error
    except (ParseError, ExpatError, LookupError, ValueError) as error:
        raise _not_well_formed(file_name, reader, error) from error
    return reader.tables()


def census_sheets(file_name: str, contents: bytes) -> dict[str, Iterator[list[str]]]:
    """Give every row of every table of a census as it is numbered, the headings being row 1."""
    return {table.sheet: _records(table) for table in read_census(file_name, contents)}


def _records(table: Table) -> Iterator[list[str]]:
    yield [column.heading for column in table.columns]
    texts = [(column.distinct, column.places) for column in table.columns]
    for row in range(len(table.numbers)):
        yield [distinct[places[row]] or "" for distinct, places in texts]


def _not_well_formed(file_name: str, reader: "_Reader", error: Exception) -> Mendable:
    """Say where XML breaks off or breaks its own rules; nothing of what stands there is repeated."""
    line, column = getattr(error, "position", None) or (getattr(error, "lineno", 0), getattr(error, "offset", 0))
    place = f"line {line:,}, character {column + 1:,}" if line else "its first line"
    if reader.ended or not reader.path:
        return Mendable(f"{file_name}: it is no whole XML ({place}). {ONCE_MORE}")
    within = reader.path[-1]
    whole = f", after {reader.whole:,} whole {reader.of.census.rows_called}" if reader.of else ""
    return Mendable(
        f"{file_name}: it is cut off or damaged at {place}, within <{within}>{whole}. Nothing of it was taken. "
        f"{ONCE_MORE}"
    )


class _Reader:
    """Take element after element from the parser; keep rows, and of all else only where it stands."""

    def __init__(self, file_name: str) -> None:
        self.file_name = file_name
        self.of: CensusHeader | None = None
        self.blocks: dict[str, tuple[str, Block]] = {}
        self.rows: dict[str, Rows] = {}
        self.path: list[str] = []
        self.records: list[Record] = []
        self.header: dict[str, str] = {}
        self.text: list[str] = []
        self.length, self.whole, self.stray = 0, 0, 0
        self.is_leaf = self.ended = self.is_early = False

    def start(self, tag: str, _attributes: dict) -> None:
        """Go into an element."""
        name = tag.rpartition("}")[2]
        if not self.path:
            self._must_be_message(name)
        if len(self.path) >= DEEPEST:
            raise Mendable(
                f"{self.file_name}: it has more than {DEEPEST} elements within elements, and a return has seven, so it "
                f"was not read. {ONCE_MORE}"
            )
        self._pass_over()
        self.path.append(name)
        self.is_leaf = True
        self.is_early |= self.of is None and len(self.path) == 2 and name.casefold() != HEADER.casefold()
        block = self.blocks.get(name.casefold())
        within = self.records[-1].block if self.records else ""
        if block is not None and block[1].within == within:
            self.records.append(Record(block[0], len(self.path)))

    def data(self, text: str) -> None:
        """Take text."""
        self.length += len(text)
        if self.length > LONGEST and not text.isspace():
            raise Mendable(
                f"{self.file_name}: <{self.path[-1]}> holds more than {LONGEST:,} characters, and no value of a return "
                f"is so long. {ONCE_MORE}"
            )
        self.text.append(text)

    def end(self, _tag: str) -> None:
        """Come out of an element: a value is kept with its row, a row with its children."""
        name = self.path[-1]
        record = self.records[-1] if self.records else None
        if record is not None and record.depth == len(self.path):
            self._pass_over()
            self._finish(self.records.pop())
        elif self.is_leaf:
            self._keep(name, "".join(self.text).strip())
        else:
            self._pass_over()
        if name.casefold() == HEADER.casefold() and len(self.path) == 2:
            self._begin(checked_header(self.file_name, self.header))
        self.path.pop()
        self.text, self.length, self.is_leaf = [], 0, False
        self.ended = not self.path

    def close(self) -> None:
        """Come to the end of the file."""

    def tables(self) -> list[Table]:
        """Return a table of each block that the year of the census has, the header's facts on every row."""
        header = self.of or checked_header(self.file_name, self.header)
        kept = [
            rows
            for rows in self.rows.values()
            if rows.count or (rows.block.told_if_absent and header.year >= rows.block.since)
        ]
        notes = [self._passed_over()] if self.stray else []
        return [rows.table(header.authority, header.year, notes if rows is kept[0] else []) for rows in kept]

    def _passed_over(self) -> str:
        """Say once of the file how many texts stand where none may."""
        return (
            f"{self.stray:,} texts between elements were passed over"
            if self.stray > 1
            else "a text between elements was passed over"
        )

    def _begin(self, header: CensusHeader) -> None:
        """Know, from the end of the header on, which elements are rows of which list."""
        if self.is_early:
            raise Mendable(
                f"{self.file_name}: its <{HEADER}> stands behind other elements, and must come first. {ONCE_MORE}"
            )
        self.of, blocks = header, header.census.blocks
        listings = all_returns()[header.census.of_return].lists
        self.blocks = {name.casefold(): (name, block) for name, block in blocks.items()}
        self.rows = {name: Rows(self.file_name, listings[block.listing], block) for name, block in blocks.items()}

    def _must_be_message(self, name: str) -> None:
        if name.casefold() != ROOT.casefold():
            raise Mendable(
                f"{self.file_name}: this is XML, but no return to DfE: it begins with <{name[:40]}>, not <{ROOT}>. "
                "Choose the file that is sent to DfE, or save the table as csv or xlsx."
            )

    def _pass_over(self) -> None:
        """Leave text behind that stands between elements."""
        self.stray += any(not text.isspace() for text in self.text)
        self.text, self.length = [], 0

    def _keep(self, name: str, value: str) -> None:
        if not value:
            return
        if not self.records:
            if self.path[1:2] and self.path[1].casefold() == HEADER.casefold():
                self.header.setdefault(tidy(name), value)
            return
        values = self.records[-1].values
        heading = self.rows[self.records[-1].block].heading(name)
        before = values.get(heading)
        values[heading] = value if before is None else f"{before},{value}"

    def _finish(self, record: Record) -> None:
        """Count a row among its kind and lay it with those below it to the row around it; a child's are all known."""
        around = self.records[-1] if self.records else None
        if around is not None and (record.values or record.below):
            record.number = around.next_number(record.block)
            around.below.append(record)
        if around is None and self.of is not None:
            self.whole += record.block in self.of.census.counted
            for block, values in record.laid_out(self.of.census.blocks, {REFERENCE_DATE: self.of.ends.isoformat()}):
                self.rows[block].add(values)
