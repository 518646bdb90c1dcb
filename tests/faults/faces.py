"""What the upload page and the command line answer to the same files, each by its own way to the desk."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from itertools import chain

import pytest

from data.access import LOCAL_USER
from data.arrivals import file_reading
from data.extracts import all_extracts
from data.ledger.attempts import attempts
from data.ledger.history import authorities_held
from data.months import month_end, month_end_before
from data.store.command_handover import Asked
from data.store.store import Store
from pages.kit.upload.check_verdict import added_up
from pages.kit.upload.files_taken import file_rows
from pages.kit.upload.finding_lines import by_rule
from pages.kit.upload.form import received
from pages.terminal.run import answer
from tests.faults.fault import Fault
from tests.store_filling import BRENT, NOTHING_MEASURED, publish_rows
from validation.publishing.desk import Desk
from validation.publishing.submission import Submission
from validation.rows import row_findings
from validation.rules.severity import BLOCK, QUERY

COUNTS = ("rows", "set_aside", "blank")
GRAVEST_FIRST = ("refuse", BLOCK, QUERY, "accept", "unchanged")
PLACE = ("file", "sheet", "row", "column", "rule", "severity", "message", "explained")


@dataclass(frozen=True)
class Shown:
    """Hold what a face shows of files: the decision, the rows in words, every finding in its order, and the attempt."""

    decision: str
    rows: str
    findings: list[tuple]
    attempt: list[dict]


def on_the_page(submission: Submission, store: Store) -> tuple[Submission, Shown]:
    """Hand files in as the upload page does; return the submission as received, and what the page shows of it."""
    submission = received("A place", submission).submission
    check = submission.check
    rows = file_rows(check, submission.ends)
    for count in COUNTS:
        assert sum(int(getattr(row, count).replace(",", "")) for row in rows) == check.totals[count]
    assert sorted(map(id, chain(*by_rule(check.findings)))) == sorted(map(id, check.findings)), "each is in one line"
    findings = [_place(finding.to_json()) for finding in check.findings]
    return submission, Shown(check.decision, added_up(check), findings, noted(store))


def on_the_command_line(submission: Submission, store: Store) -> Shown:
    """Have the command line check files that the page accepted and publish those it refused; return what it shows.

    It is the command as it is handed over: the same as in a process of its own, on a store that is open already.
    """
    files = {f"{number}/{name}": contents for number, (name, contents) in enumerate(submission.files)}
    refused = submission.check.decision != "accept"
    words = ["publish" if refused else "check", *files, "--month", submission.month, "--json"]
    words += ["--nil-return", submission.nil_return] if submission.nil_return else []
    ended = answer(store, Asked(LOCAL_USER.who, words, files, submission.authority))
    assert ended.status == int(refused), ended.err
    shape = json.loads(ended.out)
    rows = (
        f"{shape['rows']:,} rows read = {shape['accepted']:,} accepted + {shape['set_aside']:,} set aside "
        f"+ {shape['blank']:,} blank."
    )
    attempt = noted(store)
    decision = min((table["decision"] for table in attempt), key=GRAVEST_FIRST.index) if refused else "accept"
    return Shown(decision, rows, [_place(finding) for finding in shape["findings"]], attempt)


def noted(store: Store) -> list[dict]:
    """Return the latest attempt of the ledger, table by table, without its numbers and the moment."""
    every = attempts(store, LOCAL_USER)
    last = every[every["submission"] == every["submission"].max()]
    return last.drop(columns=["attempt", "submission", "checked_at"]).fillna({"extract": ""}).to_dict("records")


def stands(store: Store, fault: Fault, whose: str) -> str:
    """Publish what a fault's files are compared with, for an authority of its own; return the authority.

    Where they are compared with nothing, that is the authority they are of.
    """
    known, ends = fault.known, month_end(fault.month)
    for month, asked in ((ends, known.published), (month_end_before(ends), known.before)):
        rows = {name: found for name in all_extracts() if (found := asked(name)) is not None}
        if rows:
            publish_rows(store, rows, month, whose)
    if known.standing("", "") is not None:
        desk = Desk(store, LOCAL_USER, NOTHING_MEASURED)
        desk.publish(desk.receive(Submission(whose, fault.month, tuple(fault.files())), note_attempt=False))
    return whose if whose in authorities_held(store, LOCAL_USER) else known.authority or BRENT


def read_and_judged_once(patch: pytest.MonkeyPatch) -> None:
    """Read the same bytes once, and ask once which rows of the same table break a rule of rows: whoever asks, it is so.

    All that may differ by who asks – what stands, what was said, the order of steps – is done each time.
    """
    patch.setattr(file_reading, "_said_by_child", _remembered_bytes(file_reading._said_by_child))
    patch.setattr(row_findings, "broken_rows", _remembered_rows(row_findings.broken_rows))


def _remembered_bytes(ask: Callable) -> Callable:
    """Return what gives the answer of the process that reads a file, started once for the same bytes."""
    known: dict[tuple, bytes] = {}

    def answered(name, contents, marks):
        if (name, contents) not in known:
            known[name, contents] = ask(name, contents, marks).getvalue()
        return BytesIO(known[name, contents])

    return answered


def _remembered_rows(ask: Callable) -> Callable:
    """Return what gives the rows that break rules, asked once for the same table."""
    known: list[tuple] = []

    def answered(declared, table, ends):
        for extract, month, rows, broken in known:
            if (extract, month) == (declared.name, ends) and rows.equals(table):
                return broken
        known.append((declared.name, ends, table, ask(declared, table, ends)))
        return known[-1][-1]

    return answered


def _place(finding: dict) -> tuple:
    """Return where a finding is, and what it says."""
    return tuple(finding.get(name) for name in PLACE)
