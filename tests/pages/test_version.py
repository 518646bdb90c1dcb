"""The version is one, and whatever is handed out names the program that made it without moving a cell."""

import html
import io
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pandas
import pytest
from openpyxl import load_workbook

from data.access import LOCAL_USER as LOCAL
from data.extracts import all_extracts
from data.guidance.template import template
from data.invention import AUTHORITY
from data.ledger.history import months_held
from data.program import PROGRAM_NAME, PROGRAM_VERSION, fingerprint, which_program
from data.table_export import handed_out
from pages.kit.digest.digest import printed
from pages.kit.frame.audience import all_audiences
from pages.kit.frame.banner import INVENTED
from pages.words.classification import INTERNAL
from tests.pages.conftest import open_app, said
from validation.check import Known, check
from validation.publishing.marked_workbook import marked_workbook

ROOT = Path(__file__).parents[2]
TABLE = pandas.DataFrame({"indicator": ["children_on_a_plan"], "value": [321.0]})


def test_all_places_say_the_same_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    latest = re.search(r"^## (\S+) \((\d{4}-\d{2}-\d{2})\)$", changes, re.MULTILINE)
    assert latest and (project["version"], latest[1]) == (PROGRAM_VERSION, PROGRAM_VERSION)
    assert which_program() == f"{PROGRAM_NAME}, version {PROGRAM_VERSION}, fingerprint {fingerprint()}"


def test_the_command_line_says_which_program_it_is():
    done = subprocess.run([sys.executable, "cli.py", "--version"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == f"{which_program()}\n"


def test_a_table_handed_out_names_the_program_and_keeps_its_columns():
    book = load_workbook(io.BytesIO(handed_out(TABLE, "a.xlsx")))
    assert (book.properties.creator, book.properties.description) == (PROGRAM_NAME, which_program())
    parquet = pandas.read_parquet(io.BytesIO(handed_out(TABLE, "a.parquet")))
    assert parquet.attrs == {"program": which_program()} and parquet.equals(TABLE) and not TABLE.attrs
    assert handed_out(TABLE, "a.csv").decode("utf-8-sig").splitlines() == [
        "indicator,value",
        "children_on_a_plan,321.0",
    ]


def test_a_blank_workbook_and_a_workbook_to_mend_name_the_program():
    blank = load_workbook(io.BytesIO(template(all_extracts()["visits"])))
    assert blank.properties.description == which_program()
    rows = b"visit_id,child_id,visit_date,seen,seen_alone\n,Femi,2026-10-01,perhaps,Y\n"
    found = check([("visits.csv", rows)], "2026-10", Known())
    sheet = load_workbook(io.BytesIO(marked_workbook(found, [("visits.csv", rows)]))).worksheets[0]
    assert sheet["A3"].value == which_program() and sheet["A4"].value == "Severity"


def test_the_page_to_print_names_the_program(borough):
    months = months_held(borough, LOCAL, AUTHORITY)
    page = html.unescape(printed(borough, LOCAL, AUTHORITY, months, all_audiences()["director"]).decode())
    assert which_program() in page.split("<footer")[1]


@pytest.mark.usefixtures("shown_store")
def test_the_foot_names_the_program_and_who_may_read_it_over_real_figures():
    foot = open_app("definitions").caption[-1].value
    assert which_program() in foot and INTERNAL in foot
    assert INVENTED not in said(open_app("definitions"))


@pytest.mark.usefixtures("invented")
def test_invented_figures_are_said_to_be_so_in_the_head():
    app = open_app("definitions")
    assert [caption.value for caption in app.caption][:2] == [INVENTED, INTERNAL.partition(":")[0]]
    assert which_program() in app.caption[-1].value
