"""Dropping a file into its folder is all that it takes: CONTRIBUTING's worked example, in a copy of the house."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WRITTEN_OUT = re.compile(r"^`([\w./]+)`:\n\n```\w+\n(.*?)^```", re.DOTALL | re.MULTILINE)
STORE = ("--store", "house.duckdb")
MONTH = ("--month", "2026-10", "--authority", "E09000005")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """Copy the house and drop in the files that CONTRIBUTING writes out."""
    place = tmp_path_factory.mktemp("house")
    for name in ("data", "indicators", "validation", "pages", "tests", "app.py", "cli.py", "pyproject.toml"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("local", "README.md"))
        else:
            shutil.copy2(source, place / name)  # as old as ours, so that what was compiled of it still holds
    files = WRITTEN_OUT.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert len(files) == 3
    for name, text in files:
        (place / name).write_text(text, encoding="utf-8")
    return place


def run(copy, *words):
    return subprocess.run([sys.executable, *words], cwd=copy, capture_output=True, text=True, check=False)


ALL_IN_ONE = """
import contextlib, io, json, sys
from pages.terminal.run import main
answers = []
for words in json.loads(sys.stdin.read()):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(words)
    answers.append((status, out.getvalue(), err.getvalue()))
print(json.dumps(answers))
"""


def commands(copy, *wordings):
    """Give the copy's command line several commands, in one process, and return how each ended and what it said."""
    asked = [sys.executable, "-c", ALL_IN_ONE]
    ended = subprocess.run(asked, cwd=copy, input=json.dumps(wordings), capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def test_a_dropped_in_extract_and_indicator_go_the_whole_way(copy):
    (copy / "sessions.csv").write_text(
        "Session ID,Child ID,Date of session,Took part\ns1,Femi,20/10/2026,Y\ns2,Gwen,01/03/2026,yes\n",
        encoding="utf-8",
    )
    (copy / "care.csv").write_text(
        "child_id,start_date,reason_started,legal_status,placement,placement_provider,end_date,reason_ended,team\n"
        "Femi,2025-05-01,S,C2,U6,PR1,,,North\nGwen,2025-05-01,S,C2,U6,PR1,,,North\n",
        encoding="utf-8",
    )
    (copy / "wrong.csv").write_text(
        "session_id,child_id,session_date,took_part\ns1,Femi,31/02/2026,perhaps\n", encoding="utf-8"
    )
    _, published, figures, template, checked = commands(
        copy,
        ("init", *STORE),
        ("publish", "sessions.csv", "care.csv", *MONTH, *STORE, "--reason", "test"),
        ("figures", "--indicator", "lac_life_story_in_six_months", "--json", *STORE),
        ("template", "life_story_work", "--out", "blank.xlsx"),
        ("check", "wrong.csv", *MONTH[:2], "--json", *STORE),
    )
    assert published[0] == 0, published
    (figure,) = json.loads(figures[1])
    assert (figure["value"], figure["numerator"], figure["denominator"]) == (50.0, 1, 2)
    assert template[0] == 0 and (copy / "blank.xlsx").exists()
    assert checked[0] == 1
    assert {each["column"] for each in json.loads(checked[1])["findings"]} >= {"session_date", "took_part"}


def test_a_dropped_in_indicator_stands_in_the_documents_and_passes_the_tests_of_every_indicator(copy):
    for module in ("data.guidance.dictionary", "indicators.readme"):
        assert run(copy, "-m", module).returncode == 0
    assert "Session identifier from the case system" in (copy / "data/README.md").read_text(encoding="utf-8")
    assert "with life story work in the last six months" in (copy / "indicators/README.md").read_text(encoding="utf-8")
    tests = (
        "tests/indicators/engine/test_worked_examples.py",
        "tests/data/guidance/test_template.py",
        "-k",
        "six_months or life_story",
    )
    done = run(copy, "-m", "pytest", "-p", "no:cacheprovider", *tests)
    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout


def test_a_dropped_in_extract_is_invented_plainly_and_has_figures(copy):
    sample = (
        "from data.invention.publication import SEED, invent\n"
        "from data.invention.sample import SAMPLE, write_compactly\n"
        "uploads = invent(1, SEED)\n"
        "write_compactly(SAMPLE, uploads)\n"
        "(rows,) = (each.rows for each in uploads if each.extract == 'life_story_work')\n"
        "rows.to_csv('life_story_work_2026-10.csv', index=False)\n"
    )
    assert run(copy, "-c", sample).returncode == 0
    assert "life_story_work,1,2026-10,1," in (copy / "data/sample/uploads.csv").read_text(encoding="utf-8")
    figures, checked = commands(
        copy,
        ("figures", "--indicator", "lac_life_story_in_six_months", "--json"),
        ("check", "life_story_work_2026-10.csv", *MONTH[:2], "--json"),
    )
    (figure,) = json.loads(figures[1])
    assert figure["value"] is not None and figure["numerator"] > 0
    assert {each["severity"] for each in json.loads(checked[1])["findings"]} <= {"info"}


def test_a_dropped_in_indicator_is_on_its_page(copy):
    script = (
        "from streamlit.testing.v1 import AppTest\n"
        "page = AppTest.from_file('app.py', default_timeout=60).switch_page('pages/services/looked_after.py').run()\n"
        "assert not page.exception, page.exception\n"
        "print(' '.join(str(each.value) for each in page.main if hasattr(each, 'value')), page.main)\n"
    )
    told = run(copy, "-c", script)
    assert "with life story work in the last six months" in told.stdout, told.stdout[-2000:] + told.stderr[-2000:]
