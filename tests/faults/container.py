"""Faults of the container: what is not a table at all, or harms whoever opens it."""

import io
import struct
import zipfile
from collections.abc import Callable

from tests.faults.fault import Fault, Files, altered, cells, one, plans, texts, workbook
from validation.check import Known

LAST_ROW = 1_048_576
NO_PLANS = Known(nil_return="no child is on a plan")
OLE_END, OLE_FREE, OLE_FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def good() -> bytes:
    return workbook(("Children", cells(texts("children", {}, {}))))


def old_office(*streams: str) -> bytes:
    """Make a compound file, as old Office and encrypted workbooks are, with an empty stream of each name."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, OLE_END, 0, OLE_END, 0, 0)
    head += struct.pack("<108I", *([OLE_FREE] * 108))
    fat = struct.pack("<128I", OLE_FAT, OLE_END, *([OLE_FREE] * 126))
    return head[:512].ljust(512, b"\xff") + fat + b"".join(_entry(name) for name in ("Root Entry", *streams)).ljust(512)


def _entry(name: str) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    kind = 5 if name == "Root Entry" else 2
    entry = letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters), kind, 1, OLE_FREE, OLE_FREE, OLE_FREE)
    return entry.ljust(128, b"\0")


def archive(**parts: bytes | str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name.replace("__", "/"), part)
    return file.getvalue()


def with_part(name: str, part: bytes) -> bytes:
    """Add a part to a good workbook."""
    file = io.BytesIO(good())
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr(name, part)
    return file.getvalue()


def with_sheet(alter) -> bytes:
    """Alter the XML of the sheet of a good workbook."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good())) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, alter(part) if "sheet1.xml" in name else part)
    return file.getvalue()


def sheet_bomb() -> bytes:
    """Pack a sheet of 100 MB into a few hundred kilobytes: some 290 to 1."""
    row = b'<row r="9"><c r="A9" t="inlineStr"><is><t>0</t></is></c></row>'
    return with_sheet(lambda part: part.replace(b"</sheetData>", row * (100 * 1024**2 // len(row)) + b"</sheetData>"))


def doctype(inside: bytes) -> bytes:
    return with_sheet(lambda part: b"<!DOCTYPE a [" + inside + b"]>" + part)


def too_large() -> Files:
    return [("children.csv", one("children", {})[0][1] + b" " * 50 * 1024**2)]


def last_row() -> Files:
    """Let the rows end exactly where Excel does, most of them blank so that it takes no time."""
    header, first = one("children", {"disability": "NONE", "unaccompanied": "N"})[0][1].decode().split("\n")[:2]
    return [("children.csv", (header + "\n" * (LAST_ROW - 1) + first + "\n").encode())]


def hidden_sheets() -> Files:
    rows = cells(texts("children", {}, {}))
    book = workbook(("Old", rows), ("Children", rows), ("Older", rows), hidden=("Old", "Older"))
    return [("children.xlsx", book)]


def eight(bad: bytes = b"") -> Files:
    names = ("children", "child_protection_plans", "looked_after_children", "social_workers", "case_allocations")
    return [
        *(one(name, {})[0] for name in names),
        *one("care_leavers", {}),
        *one("school_attendance", {}),
        ("x.csv", bad),
    ]


def refused(id: str, what: str, name: str, contents: bytes | Callable[[], bytes], says: str) -> Fault:
    """Expect a file to be refused before anything of it is read."""

    def files() -> Files:
        return [(name, contents if isinstance(contents, bytes) else contents())]

    return Fault(id, what, files, "R", "file.not_readable", says)


PDF_AND_ZIP = b"%PDF-1.7\n" + archive(a="b")
HTML = b"<html><body><table><tr><td>child_id</td></tr></table></body></html>"

FAULTS = [
    refused("F01", "empty file", "a.csv", b"", "the selected file is empty"),
    Fault(
        "F02",
        "headings only",
        lambda: altered(plans({}), lambda text: text.split("\n")[0]),
        "B",
        "child_protection_plans.no_rows",
        "headings but no rows",
    ),
    Fault(
        "F02",
        "nil return with a reason",
        lambda: altered(plans({}), lambda text: text.split("\n")[0]),
        "Q",
        "child_protection_plans.nil_return",
        "no child is on a plan",
        0,
        0,
        NO_PLANS,
    ),
    refused("F03", "cut workbook", "a.xlsx", lambda: good()[:2000], "the file is incomplete"),
    refused(
        "F04", "password protected", "a.xlsx", old_office("EncryptionInfo", "EncryptedPackage"), "password protected"
    ),
    refused("F05", "old .xls", "a.xls", old_office("Workbook"), "choose File, Save As, .xlsx"),
    refused("F06", "web page named .xlsx", "a.xlsx", HTML, "really a web page saved with an Excel name"),
    refused("F06", "csv named .xlsx", "a.xlsx", b"child_id,sex\n1,F\n", "not an Excel workbook but text"),
    refused("F07", "macros", "a.xlsm", lambda: with_part("xl/vbaProject.bin", b"x"), "a workbook with macros"),
    refused(
        "F07", "binary workbook", "a.xlsb", archive(xl__workbook=b"", **{"xl/workbook.bin": b""}), "binary workbook"
    ),
    refused("F07", "OpenDocument", "a.ods", archive(mimetype="application/ods"), "an OpenDocument"),
    refused("F07", "parquet", "a.csv", b"PAR1\x15\x04PAR1", "a parquet file"),
    refused("F07", "duckdb", "a.csv", bytes(8) + b"DUCK" + bytes(50), "a database"),
    refused("F07", "zip", "a.csv", archive(a="b"), "a compressed file"),
    refused("F07", "gzip", "a.csv", b"\x1f\x8b\x08\0", "a compressed file"),
    refused("F07", "pdf", "a.csv", b"%PDF-1.7", "a PDF"),
    refused("F07", "exe", "children.xlsx", b"MZ\x90\0", "a Windows program"),
    refused("F07", "pdf that is a zip too", "a.xlsx", PDF_AND_ZIP, "a PDF"),
    refused(
        "F08", "bomb by its own account", "a.xlsx", lambda: with_part("xl/media/a", bytes(301 * 1024**2)), "expands to"
    ),
    refused("F08", "sheet of 290 to 1", "a.xlsx", sheet_bomb, "more than 100 times its size"),
    refused(
        "F08", "bomb in a bomb", "a.xlsx", lambda: with_part("xl/a.zip", bytes(80 * 1024**2)), "100 times its size"
    ),
    refused("F09", "entity bomb", "a.xlsx", lambda: doctype(b'<!ENTITY a "b"><!ENTITY c "&a;&a;">'), "invalid XML"),
    refused(
        "F09", "outer entity", "a.xlsx", lambda: doctype(b'<!ENTITY a SYSTEM "file:///etc/hostname">'), "invalid XML"
    ),
    refused("F10", "over the size limit", "children.csv", lambda: too_large()[0][1], "must be smaller than 50 MB"),
    Fault("F11", "ends on Excel's last row", last_row, "Q", "children.cut_off", "the last that Excel has", 1, 0),
    Fault(
        "F12", "hidden sheets", hidden_sheets, "Q", "file.hidden_sheets", "2 hidden sheets were ignored: Old, Older", 2
    ),
    Fault(
        "F13",
        "plans named children",
        lambda: [("children.csv", plans({})[0][1])],
        "A",
        "child_protection_plans.not_compared",
        "",
        1,
        0,
    ),
    Fault(
        "F14", "one of eight files is bad", eight, "R", "file.not_readable", "x.csv: the selected file is empty", 7, 0
    ),
    Fault(
        "F15",
        "the very same bytes again",
        lambda: plans({}),
        "A",
        "file.already_published",
        "Already published as October 2026, version 1. Nothing changed.",
        1,
        0,
        Known(standing=lambda _a, _b: 1),
    ),
]
