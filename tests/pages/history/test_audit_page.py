"""The page of the audit log: for who governs, by person, kind and day; whether it is whole stands first."""

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import NAME_ONE, Reader
from data.audit.log_entries import entries
from data.identity import account_here
from data.ledger.about import About
from data.ledger.audit_log import record_read
from data.ledger.deeds import Deed
from pages.kit.history.audit_log import ACTS, KINDS, of_kind
from tests.examples import example_rows
from tests.pages.conftest import open_app
from tests.store_filling import BRENT, OCTOBER, publish_rows

GOVERNOR = Reader("a governor", ("information_governance",), ("*",), ("*",))


@pytest.fixture
def governed(shown_store, tmp_path, monkeypatch):
    """Give a store with an act and a list read, whose pages are read by who governs."""
    publish_rows(shown_store, {"children": example_rows("children", [{}])})
    record_read(shown_store, LOCAL, Deed.LIST_READ, About(BRENT, month=OCTOBER, page="behind", rows=7))
    roles = tmp_path / "roles.toml"
    roles.write_text(f'[account.{account_here()}]\nauthorities = ["*"]\nroles = ["information_governance"]\n')
    monkeypatch.setenv("SLAC_ROLES", str(roles))
    return shown_store


@pytest.mark.usefixtures("governed")
def test_who_governs_reads_the_log_and_that_it_is_whole():
    app = open_app("audit")
    assert "2 entries, each sealed with the one before it" in app.success[0].value
    told = app.table[0].value
    assert {"Publish", "List read"} <= set(told["What"]) and "7" in set(told["Rows"])
    app.segmented_control(key="audit_kind").set_value("Lists and small figures read").run()
    assert set(app.table[0].value["What"]) == {"List read"}


@pytest.mark.usefixtures("shown_store")
def test_who_does_not_govern_is_refused_in_a_sentence():
    app = open_app("audit")
    (refusal,) = (error.value.replace("\\", "") for error in app.error)
    assert refusal == (
        "Who read what is not for you: local may not read the log of attempts, or have data deleted. " + NAME_ONE
    )
    assert not app.table


def test_a_log_that_was_altered_is_said_first(governed):
    with governed.change() as cursor:
        cursor.execute("update store.ledger.events set who = 'Eve' where event = 1")
    assert "broken at entry 1 of 2" in open_app("audit").error[0].value


def test_every_deed_is_of_one_kind(store):
    publish_rows(store, {"children": example_rows("children", [{}])})
    rows = entries(store, GOVERNOR)
    parts = [of_kind(rows, kind) for kind in (*KINDS, ACTS)]
    assert sum(map(len, parts)) == len(rows) == len(of_kind(rows, "All"))
