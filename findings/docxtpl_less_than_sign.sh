#!/usr/bin/env bash
# docxtpl 0.20.2: a count that is hidden as "<5" comes out of a Word template as "5".
#
# Found:    text is put into the document as XML unless `autoescape=True` is asked for, and what the reader of the XML
#           cannot use of it is dropped without a word. "<5 of 12 children" becomes "5 of 12 children", "Adoption &
#           Permanence" loses its sign, and of "1 to 5 <hidden>" the last word is gone. Nothing is raised or warned of.
# Expected: the text as it was given, or an error. The sign that is lost is the one that publishers put before a small
#           number in place of the number: a suppressed figure turns into one that looks exact.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check docxtpl==0.20.2 python-docx==1.2.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from docx import Document
from docxtpl import DocxTemplate

blank = Document()
blank.add_paragraph("{{ plans }}")
blank.save("template.docx")


def written(text, **how):
    template = DocxTemplate("template.docx")
    template.render({"plans": text}, **how)
    template.save("report.docx")
    return Document("report.docx").paragraphs[0].text


texts = "<5 of 12 children", "Adoption & Permanence", "1 to 5 <hidden>"
plain, escaped = [written(text) for text in texts], [written(text, autoescape=True) for text in texts]
print(f"docxtpl {version('docxtpl')}: {plain}; with autoescape {escaped}")
assert plain == ["5 of 12 children", "Adoption  Permanence", "1 to 5 "]
assert escaped == list(texts)
PYTHON
