"""The command line before and after a publish: a rehearsal, a file handed back, and what was mended since."""

import io
import json
from contextlib import closing

import pytest
from openpyxl import load_workbook

from data.access import LOCAL_USER as LOCAL
from data.audit.log_entries import entries
from data.ledger.attempts import attempts
from data.store.command_handover import Asked
from data.store.store import Store
from pages.terminal.run import answer
from tests.pages.exports.test_every_export import FOOT, GOVERNOR
from tests.pages.terminal.test_cli import children, plans, published, published_once, store_path  # noqa: F401 - fixtures
from tests.store_filling import BRENT


def words(store_path, *files):  # noqa: F811
    return ("publish", *files, "--month", "2026-10", "--authority", BRENT, "--store", store_path)


def tried(path) -> list[str]:
    store = Store.open_file(path)
    try:
        return list(attempts(store, LOCAL)["decision"])
    finally:
        store.close()


def test_a_dry_run_prints_the_figures_that_then_come_and_stores_nothing(run, published, plans):  # noqa: F811
    plans.write_text(plans.read_text().replace("2024-10-01", "2026-10-02"))
    loads, noted = run("loads", "--store", published, "--json")[1], tried(published)
    status, out, _ = run(*words(published, plans), "--dry-run", "--json")
    told = json.loads(out)
    assert status == 0
    assert told["extracts"][0]["children"] == {"added": 0, "removed": 0, "changed": 1}
    would = {each["indicator"]: (each["before"]["value"], each["after"]["value"]) for each in told["figures"]}
    assert would["cp_plans_two_years_or_more"] == (50.0, 0.0)
    assert run("loads", "--store", published, "--json")[1] == loads
    assert tried(published) == noted
    said = run(*words(published, plans), "--dry-run")[1]
    assert "Nothing was stored." in said and "cp_plans_two_years_or_more" in said
    assert run(*words(published, plans))[0] == 0
    for name, (_, after) in would.items():
        (now,) = json.loads(run("figures", "--indicator", name, "--store", published, "--json")[1])
        assert now["value"] == after


def test_a_file_with_faults_is_handed_back_marked(run, store_path, plans, tmp_path):  # noqa: F811
    plans.write_text(plans.read_text().replace("NEG", "NEGL", 1))
    out = tmp_path / "marked.xlsx"
    status, _, err = run("check", plans, "--month", "2026-10", "--store", store_path, "--marked", out)
    assert status == 1 and f"Wrote {out}" in err
    assert "is not a" in [row[-1].value for row in load_workbook(out).worksheets[1].iter_rows()][1]
    foot = [row[0].value for row in load_workbook(out).worksheets[0].iter_rows()][-1]
    assert FOOT.fullmatch(foot) and foot.startswith("OFFICIAL-SENSITIVE") and "October 2026" in foot, foot
    out.unlink()
    assert run(*words(store_path, plans), "--marked", out)[0] == 1
    with closing(Store.open_file(store_path)) as store:
        handed_out = entries(store, GOVERNOR)
    assert foot.split("Content ")[1][:12] in " ".join(handed_out.loc[handed_out["what"] == "export", "about"])
    out.unlink()
    assert run(*words(store_path, plans), "--marked", out)[0] == 1
    assert out.exists()


def test_marking_a_clean_file_says_that_there_is_nothing_to_mark(run, store_path, plans, tmp_path):  # noqa: F811
    _, _, err = run("check", plans, "--month", "2026-10", "--store", store_path, "--marked", tmp_path / "m.xlsx")
    assert "No file was marked" in err and not (tmp_path / "m.xlsx").exists()


def test_a_check_notes_nothing_and_a_publish_notes_every_attempt(run, store_path, plans):  # noqa: F811
    right = plans.read_text()
    plans.write_text(right.replace("NEG", "NEGL"))
    run("check", plans, "--month", "2026-10", "--authority", BRENT, "--store", store_path)
    assert tried(store_path) == []
    assert run(*words(store_path, plans))[0] == 1
    plans.write_text(right)
    status, _, err = run(*words(store_path, plans))
    assert status == 0 and "Child protection plans: 4 errors → 0, since the attempt before." in err
    assert tried(store_path) == ["accept", "block"]


def test_a_command_handed_over_has_its_file_written_where_it_was_given(plans):  # noqa: F811
    store = Store.in_memory()
    name = str(plans)
    contents = plans.read_bytes().replace(b"NEG", b"NEGL")
    asked = Asked("local", ["check", name, "--month", "2026-10", "--marked", "not/here.xlsx"], {name: contents}, BRENT)
    ended = answer(store, asked)
    store.close()
    from base64 import b64decode

    assert ended.status == 1
    book = load_workbook(io.BytesIO(b64decode(ended.made["not/here.xlsx"])))
    assert book.sheetnames == ["Findings", plans.stem]


@pytest.mark.parametrize("broken", ["", "child_id,start_date\n"])
def test_a_dry_run_of_what_cannot_be_published_says_the_findings(run, store_path, plans, broken):  # noqa: F811
    plans.write_text(broken)
    status, out, _ = run(*words(store_path, plans), "--dry-run")
    assert status == 1 and "block: " in out


def test_a_dry_run_is_handed_over_like_any_command_and_keeps_nothing(plans):  # noqa: F811
    store = Store.in_memory()
    asked = Asked(
        "local", ["publish", str(plans), "--month", "2026-10", "--dry-run"], {str(plans): plans.read_bytes()}, BRENT
    )
    ended = answer(store, asked)
    assert ended.status == 0 and "children_on_a_plan" in ended.out
    with store.change() as cursor:
        counted = "select (select count(*) from store.ledger.loads) + (select count(*) from store.ledger.attempts)"
        assert cursor.execute(counted).fetchone() == (0,)
    store.close()
