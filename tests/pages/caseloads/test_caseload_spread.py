"""The page of caseloads tells the spread, weighs cases where it is told to, and shows no worker."""

import re

import pytest

from tests.pages.conftest import open_app, open_folds, said


def unbroken(app) -> str:
    """Return what a page says with plain spaces."""
    return said(app).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.usefixtures("invented")
def test_the_tail_is_told_and_nobody_is_named():
    app = open_app("caseload_spread")
    assert "The one in the middle holds 15, and one in ten holds 21 or more; 23 (16%) hold more than 20." in said(app)
    everything = said(app) + "".join(table.value.to_string() for table in app.table)
    assert not re.search(r"\bW\d{4}\b", everything), "a worker's identifier"
    newly = next(table.value for table in app.table if "Social workers" in table.value.columns).iloc[0]
    assert (newly["Workers"], newly["Median"]) == ("2", "–")
    assert not any("Month" in table.value.columns for table in app.table)
    assert "Over 20 cases: 23 (16%) of 144 workers in October 2026, " in unbroken(app)
    by_month = next(table.value for table in open_folds(app).table if "Month" in table.value.columns)
    assert len(by_month) == 13


@pytest.mark.usefixtures("invented")
def test_cases_weigh_what_the_reader_says():
    app = open_app("caseload_spread")
    app.number_input(key="weight_CP").set_value(2.0).run()
    assert not app.exception
    assert "cases as weighed" in said(app)
    table = next(table.value for table in app.table if "Service" in table.value.columns)
    assert table.iloc[-1]["Cases"] != "2,201"
