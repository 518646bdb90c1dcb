"""The region's page: every authority on one scale, who has published, and no more than may be published."""

import re

import pytest

from data.access import LOCAL_USER as LOCAL
from data.ledger.published_months import published_months
from data.months import months_before
from tests.pages.conftest import open_app, open_folds, publish_plans, said, tables_of_ours, words_of
from tests.store_filling import OCTOBER

BRENT, EALING, HARROW = "E09000005", "E09000009", "E09000015"
SEPTEMBER = months_before(OCTOBER, 1)
PLANS = "children_on_a_plan"
PANEL = re.compile(r'<li class="area-panel.*?</li>', re.DOTALL)


@pytest.fixture
def region(shown_store):
    """Give three authorities: one has not published October, and of one the number may not be told."""
    publish_plans(shown_store, SEPTEMBER, 30, BRENT)
    publish_plans(shown_store, OCTOBER, 40, BRENT)
    publish_plans(shown_store, SEPTEMBER, 20, EALING)
    publish_plans(shown_store, OCTOBER, 4, HARROW)
    return shown_store


def panels(app) -> list[str]:
    """Return what each panel says, in their order."""
    return [words_of(panel) for element in app.get("html") for panel in PANEL.findall(element.proto.body)]


@pytest.mark.usefixtures("region")
def test_each_authority_has_a_panel_and_it_is_said_who_has_not_published():
    app = open_app("region", of=PLANS, authority=BRENT)
    drawn, told = panels(app), said(app)
    assert [panel.split()[0] for panel in drawn] == ["Brent", "Ealing", "Harrow"]
    assert "chosen" in drawn[0] and "40" in drawn[0]
    assert "Published to Sep 2026" in drawn[1]
    assert "2 of 3 authorities have published October 2026; not yet: Ealing (up to Sep 2026)" in told
    assert "In October 2026 Brent stood at 40" in told
    earlier = open_app("region", of=PLANS, authority=BRENT, month="2026-09", order="Lowest first")
    assert [panel.split()[0] for panel in panels(earlier)] == ["Ealing", "Brent"], (
        "Harrow had published nothing by then"
    )


@pytest.mark.usefixtures("region")
def test_a_small_number_is_not_told_to_an_analyst_either():
    app = open_folds(open_app("region", of=PLANS, authority=HARROW))
    (harrow,) = [panel for panel in panels(app) if panel.startswith("Harrow")]
    assert "Confidential" in harrow and not re.search(r"\b4\b", harrow)
    assert "no figure of Harrow is told" in said(app)


def test_who_has_published_is_counted_by_extract_and_month(region):
    app = open_folds(open_app("region", of=PLANS, authority=BRENT))
    (table,) = [rows for rows in tables_of_ours(app) if rows and "Published on" in rows[0]]
    assert [(row["Authority"], row["Sep 2026"], row["Oct 2026"]) for row in table] == [
        *[("Brent", "1", "1"), ("Ealing", "1", "–"), ("Harrow", "–", "1")]
    ]
    assert {month.extracts for month in published_months(region, LOCAL)} == {1}


def test_one_with_a_figure_is_said_to_have_nobody_beside_it_and_two_are_compared(shown_store):
    publish_plans(shown_store, OCTOBER, 40, BRENT)
    publish_plans(shown_store, OCTOBER, 4, HARROW)
    alone = said(open_app("region", of=PLANS, authority=BRENT))
    assert "In October 2026 Brent stood at 40." in alone
    assert "Of no authority but Brent is a figure told, so there is nobody to compare with." in alone
    assert "ighest of" not in alone and "More than chance?" not in alone
    publish_plans(shown_store, OCTOBER, 30, EALING)
    pair = said(open_app("region", of=PLANS, authority=BRENT))
    assert "In October 2026 Brent stood at 40: between 1st and 2nd highest of 3, 1 of them not published" in pair
    assert "nobody to compare with" not in pair
    assert "A number by itself has no limits" in pair
