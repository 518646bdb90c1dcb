"""Whatever leaves the house: named here or refused, without formulas, hidden parts or people, and with its foot.

Places that hand something out are looked for in the code, so that a new one has to be judged before the test passes.
"""

import ast
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import pandas
import pytest
import streamlit as st
from openpyxl import load_workbook
from pandas import read_parquet
from PIL import Image

from cli import main
from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.audit.chain import verify
from data.audit.exports import MONTH, OFFICIAL, SENSITIVE, Foot, hand_out, marking_of
from data.audit.log_entries import entries
from data.ledger.audit_log import head
from data.program import PROGRAM_NAME
from data.store.store import Store
from data.table_export import content_of, copied, handed_out
from pages.charts.paper.framed import with_foot
from pages.charts.paper.picture import Drawing, Picture, sheet
from pages.kit.frame.contents import scripts
from pages.kit.frame.session import current_store
from tests.every_case import every
from tests.pages.conftest import open_app, open_folds

ROOT = Path(__file__).parents[3]
GOVERNOR = Reader("a governor", ("information_governance",), ("*",), ("*",))
HANDS_OUT = {"offer_file": "pages", "write": "pages/terminal"}
WITH_FOOT = {
    "pages/kit/parts/download.py",
    "pages/kit/parts/picture_download.py",
    "pages/kit/digest/digest_download.py",
    "pages/kit/plan/ways_in_and_out.py",
    "pages/kit/report/committee_report.py",
    "pages/kit/report/inspection.py",
    "pages/kit/report/issued_list.py",
    "pages/kit/report/quality_report.py",
    "pages/kit/upload/marked_files.py",
    "pages/terminal/commands/action_plan.py",
    "pages/terminal/commands/figures.py",
    "pages/terminal/commands/inspection.py",
    "pages/terminal/commands/on_paper.py",
    "pages/terminal/commands/quality_report.py",
    "pages/terminal/commands/region.py",
    "pages/terminal/parts/findings.py",
}
WITHOUT = {
    "pages/kit/upload/guidance.py": "a blank workbook",
    "pages/terminal/commands/forms.py": "blank workbooks and invented children",
    "pages/terminal/commands/exchange.py": "its layout has a hash of its own, and is read by programs",
    "pages/terminal/parts/store_access.py": "what another process made, written where the command was given",
}
FOOT = re.compile(
    rf"({OFFICIAL}|{SENSITIVE}): (may be published|holds small numbers or lists, not for publication)\."
    r"( [A-Z][a-z]+ \d{4}\.)? Made by .+\. Content [0-9a-f]{32}\. Audit log ([0-9a-f]{32}|empty)\."
)
FORMULA = "=1+1"
TABLE = pandas.DataFrame({"team": [FORMULA, "www.example.org"], "many": [-1, 2]})


def calls(name: str, folder: str) -> Iterator[str]:
    """Yield the files of a folder that call something by a name."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name in (getattr(node.func, "id", ""), getattr(node.func, "attr", "")):
                yield str(path.relative_to(ROOT))


def test_every_place_that_hands_something_out_is_judged():
    at = {path for name, folder in HANDS_OUT.items() for path in calls(name, folder)}
    at -= {"pages/terminal/parts/task.py", "pages/kit/frame/served_page.py", "pages/terminal/command_guide.py"}
    assert at == WITH_FOOT | set(WITHOUT)
    assert list(calls("download_button", "pages")) == ["pages/kit/frame/file_to_take.py"], "every page offers by it"


def test_every_place_with_a_foot_enters_what_it_hands_out():
    names = ("hand_out", "file_of", "issue", "issued", "handed_out", "inspection_workbook", "again")
    entering = {path for name in names for path in calls(name, "pages")}
    assert "pages/report/formats/issued.py" in entering
    of_others = {"pages/kit/digest/digest_download.py": "pages/kit/digest/digest.py"}
    of_others |= {"pages/terminal/parts/findings.py": "pages/terminal/commands/upload.py"}
    assert {of_others.get(path, path) for path in WITH_FOOT} <= entering


def foot_of(name: str, contents: bytes) -> str:
    """Return the foot of a file, having looked that it runs nothing, hides nothing and names nobody."""
    kind = name.rpartition(".")[2]
    if kind == "csv":
        lines = contents.decode("utf-8-sig").splitlines()
        assert not any(line.lstrip('"').startswith(("=", "+", "@", "\t")) for line in lines), name
        return lines[-1].strip('"')
    if kind == "xlsx":
        return _foot_of_workbook(contents)
    if kind == "parquet":
        return read_parquet(io.BytesIO(contents)).attrs["foot"]
    if kind == "svg":
        drawn = ElementTree.fromstring(contents.decode())
        tags = {part.tag.rpartition("}")[2] for part in drawn.iter()}
        assert not tags & {"script", "metadata", "a", "foreignObject", "image", "use"}, tags
        return " ".join(part.text or "" for part in list(drawn.iter())).replace("  ", " ")
    if kind == "html":
        text = contents.decode()
        assert not re.search(r"<script|<!--|<meta name=.author|<a ", text)
        return re.sub(r"<[^>]+>|\s+", " ", text)
    raise AssertionError(f"nobody has looked what a .{kind} holds")


def _foot_of_workbook(contents: bytes) -> str:
    """Return the last cell of a workbook that holds cells and nothing else."""
    book = load_workbook(io.BytesIO(contents))
    (sheet,) = book.worksheets
    assert sheet.sheet_state == "visible" and not book.defined_names
    assert not any(each.hidden for each in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()))
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" or cell.comment or cell.hyperlink for cell in cells)
    properties = book.properties
    assert (properties.lastModifiedBy, properties.title, properties.subject, properties.keywords) == (None,) * 4
    assert properties.creator == PROGRAM_NAME
    with zipfile.ZipFile(io.BytesIO(contents)) as parts:
        odd = [part for part in parts.namelist() if re.search("custom|external|pivot|comment|drawing|vba", part, re.I)]
    assert not odd
    return str(cells[-len(list(sheet.columns))].value)


@every("ending", ("csv", "xlsx", "parquet"))
def test_a_table_keeps_its_cells_as_text_and_bears_its_foot(ending):
    foot = Foot(SENSITIVE, "2026-10", "ab" * 32, "cd" * 32)
    contents = handed_out(TABLE, f"a.{ending}", foot.line)
    assert foot_of(f"a.{ending}", contents) == foot.line
    assert FOOT.fullmatch(foot.line) and "October 2026" in foot.line
    if ending == "parquet":
        assert list(read_parquet(io.BytesIO(contents))["team"]) == [FORMULA, "www.example.org"]


def test_what_is_copied_bears_its_foot_and_the_content_is_the_same_in_every_kind():
    assert copied(TABLE, "A foot.").splitlines()[-1] == "A foot."
    assert content_of(TABLE) == handed_out(TABLE, "a.csv")


def test_a_picture_bears_its_foot_and_no_property():
    plain = Picture(sheet(Drawing("", 400, 100), "Title", "In words"), "In words")
    foot = Foot(OFFICIAL, "", "ab" * 32, "")
    footed = with_foot(plain, foot.line)
    assert "audit log empty" in foot_of("a.svg", footed.svg.encode()).lower().replace("  ", " ")
    assert ElementTree.fromstring(footed.svg).findtext("{http://www.w3.org/2000/svg}title") == "Title"
    image = Image.open(io.BytesIO(footed.png()))
    assert not image.info.get("Author") and not set(image.info) & {"Comment", "Software", "exif"}
    assert image.height > 2 * 100


def test_what_is_handed_out_is_in_the_log_with_the_hash_of_its_content(store):
    foot = hand_out(store, LOCAL, "never_2026-10.csv", content_of(TABLE), rows=2)
    assert (foot.marking, foot.month, foot.head) == (SENSITIVE, "2026-10", "")
    (entry,) = entries(store, GOVERNOR, LOCAL.who).to_dict("records")
    assert entry["what"] == "export" and entry["rows"] == 2
    assert f"content {foot.content[:12]}" in entry["about"] and f"audience {SENSITIVE}" in entry["about"]
    assert hand_out(store, LOCAL, "b.csv", b"").head == head_before(store)


def head_before(store) -> str:
    """Return the seal of the last entry but one."""
    with store.reading() as cursor:
        return cursor.execute("select hash from store.ledger.seals order by event desc limit 1 offset 1").fetchall()[0][
            0
        ]


def test_the_marking_is_that_of_who_takes_it():
    sees = {role: marking_of(Reader("a", (role,), ("*",), ("*",))) for role in ("member", "analyst", "senior_manager")}
    assert sees == {"member": OFFICIAL, "analyst": SENSITIVE, "senior_manager": SENSITIVE}


def taken(monkeypatch, page: str, **address: str) -> dict[str, bytes]:
    """Return what a page offers once it is unfolded, by the names of the files."""
    offered = {}
    monkeypatch.setattr(
        st.delta_generator.DeltaGenerator,
        "download_button",
        lambda _, label, data, file_name, **__: offered.setdefault(file_name, data),
    )
    monkeypatch.setattr(st, "download_button", lambda label, data, file_name, **_: offered.setdefault(file_name, data))
    app = open_app(page, **address)
    open_folds(app)
    return {name: data() if callable(data) else data for name, data in offered.items()}


@pytest.mark.parametrize("page", ["permanence", "overview"])
@pytest.mark.usefixtures("invented")
def test_what_a_page_offers_says_for_whom_it_is_and_bears_its_foot(page, monkeypatch):
    files = taken(monkeypatch, page)
    assert files
    for name, contents in files.items():
        assert name.startswith((f"{OFFICIAL}_", f"{SENSITIVE}_")), name
        foot = FOOT.search(foot_of(name, contents))
        assert foot, name
        marking = foot[1]
        assert name.startswith(f"{marking}_") or name.endswith(".html"), name
        assert MONTH.search(name) or "definitions" in name, name
    assert verify(current_store(), GOVERNOR).broken is None


@pytest.mark.soak
@pytest.mark.usefixtures("invented")
def test_so_does_what_every_page_offers(monkeypatch):
    for page in scripts():
        if page == "upload":
            continue
        with monkeypatch.context() as patched:
            for name, contents in taken(patched, page).items():
                assert FOOT.search(foot_of(name, contents)), (page, name)


@pytest.mark.usefixtures("invented")
def test_a_page_and_a_list_that_are_read_are_entered_once_however_often_they_are_drawn():
    before = set(entries(current_store(), GOVERNOR)["entry"])
    app = open_app("behind")
    app.run()
    read = entries(current_store(), GOVERNOR, LOCAL.who)
    new = read.loc[~read["entry"].isin(before)]
    assert sorted(new["what"]) == ["list read", "small figures read"]
    (listed,) = new.loc[new["what"] == "list read"].to_dict("records")
    assert listed["rows"] > 0 and "page behind" in listed["about"] and "2026-10" in listed["about"]


READS_A_LIST = {"rows_behind", "left_out", "records_held", "counts_in", "actions_of"}
KEPT = {"rows_kept", "left_out_kept", "not_held_kept"}
"""What keeps a list that was read: whoever shows one enters it, whether it was read now or before."""


def test_every_page_that_reads_a_list_of_children_enters_it():
    reading = {path for name in READS_A_LIST | KEPT for path in calls(name, "pages/kit")} - {
        "pages/kit/month/lists_kept.py"
    }
    entering = set(calls("note_list", "pages/kit"))
    assert reading <= entering, reading - entering
    assert {"pages/kit/month/due_lists.py", "pages/kit/indicator/since_last_month.py"} <= entering


def test_a_command_that_reads_is_entered_with_the_names_of_its_options_alone(tmp_path, capsys):
    path = tmp_path / "house.duckdb"
    assert main(["init", "--store", str(path)]) == 0
    main(["figures", "--indicator", "children_on_a_plan", "--store", str(path)])
    main(["loads", "--store", str(path)])
    capsys.readouterr()
    with closing(Store.open_file(path)) as store:
        (entry,) = entries(store, GOVERNOR, LOCAL.who).to_dict("records")
        assert (entry["what"], entry["about"]) == ("small figures read", "page figures, filters indicator")
        assert head(store).hash
