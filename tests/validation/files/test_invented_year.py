"""A new year of DfE's collections is data alone: 2027/28, invented in a copy of the declarations, is read."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.census import case, census, child

ROOT = Path(__file__).parents[3]
YEARS = """
[ssda903."2027/28"]
due = 2028-06-30
source = "Invented."

[cin."2027/28"]
due = 2028-07-31
source = "Invented."
"""
RULE = """/*
at       = ["episodes.place"]
name     = "invented"
since    = 2027-04-01
sentence = "{place} is no placement of a child since 2027/28. Correct it."
*/
select origin as row, place
from episodes
where place = 'U1'
"""
READ = """
import json, sys
from datetime import date
from unittest import mock
from io import BytesIO
from data.arrivals import file_reading
from data.codes import PLACEMENT
from data.parsing import process
from data.returns.collection_years import year_asked
from validation.files.opened_files import open_files
from validation.returns.asked import ask_of_lists

def here(name, contents, marks):
    return BytesIO(b"".join(process.answer({"file_name": name, "marks": marks}, BytesIO(contents))))

files = [(name, text.encode()) for name, text in json.load(sys.stdin)]
answers = {"due": str(year_asked("cin", sys.argv[1]).due)}
ends = date(int(sys.argv[1][:4]) + 1, 3, 31)
with mock.patch.object(file_reading, "_said_by_child", here):
    openings = open_files(files, ends, {}, sys.argv[1])
asked = ask_of_lists(openings.together, openings.lists, openings.usable, ends, None)
answers["refused"] = [finding.message for file in openings.refused for finding in file.findings]
answers["unread"] = {one.of.title: [cells for cells in one.read.unreadable.values()] for one in openings.lists}
answers["numbers"] = sorted({finding.dfe_rule for finding in asked.findings})
answers["years"] = {one.of.title: str(one.read.year) for one in openings.lists}
answers["valid"] = PLACEMENT.is_valid("H9", ends)
print(json.dumps(answers))
"""
EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC
A,{year}-05-03,S,C2,N1,H9,PR1,,
B,{year}-05-03,S,C2,N1,U1,PR1,,
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """Copy the declarations and what reads them, and add the year, a code of it and a rule."""
    place = tmp_path_factory.mktemp("house")
    for name in ("data", "validation"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("sample", "README.md"))
    with (place / "data/returns/collection_years.toml").open("a", encoding="utf-8") as file:
        file.write(YEARS)
    placements = place / "data/codes/placements.py"
    text = placements.read_text(encoding="utf-8")
    text = text.replace('        "H5": "Semi', '        "H9": "Invented home",\n        "H5": "Semi', 1)
    placements.write_text(text.replace('since={"K3": "2024/25",', 'since={"H9": "2027/28", "K3": "2024/25",', 1))
    (place / "validation/returns/ssda903/9999.sql").write_text(RULE)
    return place


def read(copy: Path, year: str) -> dict:
    begins = int(year[:4])
    files = [
        ("cin.xml", census(child("A1", case(f"{begins}-05-14")), ends=f"{begins + 1}-03-31").decode()),
        (f"episodes {begins}-{begins % 100 + 1}.csv", EPISODES.format(year=begins)),
    ]
    ended = subprocess.run(
        [sys.executable, "-c", READ, year],
        cwd=copy,
        input=json.dumps(files),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def test_a_return_of_an_invented_year_is_read_by_its_own_codes_and_rules(copy):
    new = read(copy, "2027/28")
    assert new["due"] == "2028-07-31" and not new["refused"] and new["valid"]
    assert set(new["years"].values()) == {"2027-04-01"} and len(new["years"]) >= 3
    assert "9999" in new["numbers"] and new["unread"]["SSDA903 return, Episodes"] == []


def test_the_year_before_goes_by_its_own_as_it_did(copy):
    old = read(copy, "2026/27")
    assert not old["refused"] and not old["valid"] and "9999" not in old["numbers"]
    assert set(old["years"].values()) == {"2026-04-01"}
