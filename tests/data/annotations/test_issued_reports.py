"""A report that was issued is kept byte for byte, in the act's own transaction with the log, and is never changed."""

from dataclasses import replace
from hashlib import sha256

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC, Reader
from data.annotations.issued_reports import IssuedReport, issued_report, issued_reports, keep_issued
from data.errors import Mendable
from data.months import month_end

BRENT = "E09000005"
MADE_OF = ("0.3.0", "f" * 16, "e" * 16, "")
EXEMPT = IssuedReport(
    *(BRENT, month_end("2026-10"), "exempt", ".docx", {"summary": "Ünder <5"}, {"1.1": "Told"}, *MADE_OF),
    *("own.docx", b"PK\x00template"),
)
CONTENTS = bytes(range(256))


def log(store) -> list[str]:
    return store.ask(LOCAL, "select what from ledger.events order by event")["what"].tolist()


def test_what_was_issued_comes_back_as_it_was_with_all_that_it_was_made_of(store):
    kept = keep_issued(store, LOCAL, EXEMPT, CONTENTS)
    keep_issued(store, LOCAL, replace(EXEMPT, audience="public"), b"second")
    assert [one.number for one in issued_reports(store, LOCAL, BRENT)] == [1, 2]
    assert issued_report(store, LOCAL, BRENT, 1) == (kept, CONTENTS)
    assert kept.sha256 == sha256(CONTENTS).hexdigest() and kept.words["summary"] == "Ünder <5" and kept.issued_at
    assert kept.template == b"PK\x00template" and log(store) == ["issue", "issue", "export"]


def test_a_report_for_members_is_for_whoever_sees_all_figures_and_one_for_the_public_for_anybody(store):
    for audience in ("exempt", "public"):
        keep_issued(store, LOCAL, replace(EXEMPT, audience=audience), CONTENTS)
    member = Reader("a member", ("member",), (BRENT,), ("*",))
    assert [one.number for one in issued_reports(store, member, BRENT)] == [2]
    with pytest.raises(Mendable, match=r"There is no report 1 of E09000005 for you\. List them with"):
        issued_report(store, member, BRENT, 1)
    assert issued_report(store, member, BRENT, 2)[1] == CONTENTS
    assert issued_reports(store, replace(member, authorities=("E09000006",)), BRENT) == []
    with pytest.raises(Mendable, match="may not keep comments, targets or events, or issue reports"):
        keep_issued(store, PUBLIC, EXEMPT, CONTENTS)


def test_where_it_cannot_be_entered_in_the_log_nothing_is_kept(store, monkeypatch):
    def fails(*_, **__):
        raise Mendable("The disk is full.")

    monkeypatch.setattr("data.annotations.issued_reports.record", fails)
    with pytest.raises(Mendable, match="The disk is full"):
        keep_issued(store, LOCAL, EXEMPT, CONTENTS)
    assert issued_reports(store, LOCAL, BRENT) == [] and log(store) == []


def test_bytes_that_are_no_longer_those_that_were_issued_are_not_given_out(store):
    keep_issued(store, LOCAL, EXEMPT, CONTENTS)
    with store.change() as cursor:
        cursor.execute("update store.office.issued_reports set contents = 'x'::blob")
    with pytest.raises(Mendable, match="The bytes kept of report 1 are no longer those that were issued"):
        issued_report(store, LOCAL, BRENT, 1)
