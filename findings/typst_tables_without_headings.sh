#!/usr/bin/env bash
# typst 0.15.2 (Python): a table without a header row and a drawing without a word pass as PDF/UA-1.
#
# Found:    `pdf_standards=["ua-1"]` refuses a picture without an alt text. It does not ask the same of a table: its
#           first row becomes cells like all others (no TH), and a shape that typst draws itself is in no tag at all. The
#           file says of itself that it keeps to PDF/UA-1.
# Expected: an error or a warning, as for the picture. Figures of teams in a table without headings are a row of numbers
#           to whoever listens to them, and a bar that is drawn as a shape is not there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pypdf==6.3.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import io
from importlib.metadata import version
from pathlib import Path

import typst
from pypdf import PdfReader

PAPER = """
#set document(title: "Plans by team")
#set text(lang: "en")
= Plans by team
#table(columns: 2, {header} [North], [12], [South], [31])
#rect(width: 31mm, height: 4mm)
"""


def tags(element):
    element = element.get_object() if hasattr(element, "get_object") else element
    for part in element if isinstance(element, list) else [element]:
        part = part.get_object() if hasattr(part, "get_object") else part
        if hasattr(part, "get"):
            yield from filter(None, [part.get("/S")])
            yield from tags(part["/K"]) if "/K" in part else ()


def made(header):
    Path("paper.typ").write_text(PAPER.format(header=header), encoding="utf-8")
    root = PdfReader(io.BytesIO(typst.compile("paper.typ", format="pdf", pdf_standards=["ua-1"]))).trailer["/Root"]
    claims = "pdfuaid:part" in root["/Metadata"].get_object().get_data().decode("utf-8")
    return claims, [str(tag) for tag in tags(root["/StructTreeRoot"])]


claims, plain = made("[Team], [Plans],")
_, with_header = made("table.header[Team][Plans],")
print(f"typst {version('typst')}: says PDF/UA {claims}; tags {plain}; with table.header {with_header}")
assert claims and "/TH" not in plain and plain.count("/TD") == 6 and "/Figure" not in plain
assert with_header.count("/TH") == 2
PYTHON
