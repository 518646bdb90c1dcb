"""What the page draws is what the command line prints of the same files, and what both publish is the same.

The whole matrix of faults is compared without a browser in `tests/faults/test_matrix.py`.
"""

import json
from contextlib import closing

import pytest

from data.access import LOCAL_USER
from data.ledger.history import history
from data.store.command_handover import Asked
from data.store.store import Store
from pages.kit.upload.form import received
from pages.terminal.run import answer, main
from pages.words import wording
from tests.faults.fault import altered, one, plans
from tests.pages.conftest import BOROUGH, open_app, said, tables_of_ours
from validation.publishing.submission import Submission

NO_CHILDREN = altered(one("children", {}), lambda text: text.split("\n")[0])
SIX_PLANS = plans({"previous_plans": 6})
WHAT = "What was found, and what to do"
WHY, SIX = "nobody is known to us", "six is right"
UPLOADS = {
    "refused": [("empty.csv", b""), *plans({})],
    "to be mended": plans({"category": "NEGL"}, {"start_date": "31/02/2026"}, {}),
    "a nil return and a query": [*NO_CHILDREN, *SIX_PLANS],
}
DECIDED = {
    "refused": "Refused.",
    "to be mended": "To be mended first.",
    "a nil return and a query": "Ready once explained.",
}


def drawn(files):
    """Hand files in on the page, and open what it draws of them."""
    waiting = received("Example Borough", Submission(BOROUGH, "2026-10", tuple(files), nil_return=WHY))
    app = open_app("upload", receipt=waiting.receipt)
    return click(app, f"continue_{waiting.receipt}")


def click(app, key):
    app = next(button for button in app.button if button.key == key).click().run()
    assert not app.exception, app.exception
    return app


def rows_drawn(app, column: str) -> list[dict]:
    """Return the rows of every table that has a column, as they are read."""
    return [row for table in tables_of_ours(app) for row in table if column in row]


@pytest.mark.parametrize("what", UPLOADS)
def test_the_page_draws_what_the_command_line_prints(shown_store, what):
    files = UPLOADS[what]
    app = drawn(files)
    words = ["publish", *(name for name, _ in files), "--month", "2026-10", "--nil-return", WHY, "--json"]
    printed = answer(shown_store, Asked(LOCAL_USER.who, words, dict(files), BOROUGH))
    shape = json.loads(printed.out)
    assert printed.status == 1 and DECIDED[what] in said(app)
    rows = rows_drawn(app, "Taken for")
    for heading, count in {"Rows": "rows", "Set aside": "set_aside", "Blank": "blank"}.items():
        assert sum(int(row[heading]) for row in rows) == shape[count]
    findings = rows_drawn(app, WHAT)
    assert len(findings) == len(shape["findings"])
    printed_lines = [in_words(finding) for finding in shape["findings"]]
    for row in findings:
        line = next(line for line in printed_lines if line[:2] == place(row) and line[2].endswith(row[WHAT][1:]))
        printed_lines.remove(line)


def place(row):
    """Return the row and the column that a line of the page names; the file's name may stand beside the row."""
    return (row["Row"] if row["Row"].startswith("Whole file") else row["Row"].split()[0])[:10], row["Column"]


def in_words(finding):
    """Return what the page says of a finding that the command line prints."""
    explained = f" {finding['explained']}" if "explained" in finding else ""
    return str(finding["row"] or "Whole file"), finding["column"] or wording.NONE, f"{finding['message']}{explained}"


def test_both_publish_the_same(shown_store, tmp_path):
    app = drawn(UPLOADS["a nil return and a query"])
    (reason,) = app.text_area
    reason.set_value(SIX)
    click(app, "publish")
    files = []
    for name, contents in UPLOADS["a nil return and a query"]:
        files.append(tmp_path / name)
        files[-1].write_bytes(contents)
    Store.create(tmp_path / "other.duckdb").close()
    words = ["publish", *files, "--month", "2026-10", "--authority", BOROUGH, "--nil-return", WHY, "--reason", SIX]
    assert main([str(word) for word in (*words, "--store", tmp_path / "other.duckdb")]) == 0
    with closing(Store.open_file(tmp_path / "other.duckdb")) as other:
        assert kept(shown_store) == kept(other)


def kept(store: Store) -> list[list]:
    """Return what a store holds of loads and findings, without the moments."""
    loads = history(store, LOCAL_USER).drop(columns=["published_at"]).astype(str).to_numpy().tolist()
    with store.change() as cursor:
        findings = cursor.execute(
            "select load, row, rule, message, reason, explained_by from store.ledger.findings order by all"
        ).fetchall()
    assert {reason for *_, reason, _ in findings} >= {WHY, SIX}
    return [loads, findings]
