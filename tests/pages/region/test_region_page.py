"""The region's page: every authority on one scale, who has published, and no more than may be published."""

import re

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
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
    assert harrow == "Harrow chosen c ○ Hidden To protect small numbers."
    told = said(app)
    assert "In October 2026 the figure of Harrow is hidden, to protect small numbers." in told
    assert "1 is hidden, to protect small numbers and 1 has no figure." in told


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
    assert "In October 2026 Brent stood at 40: between 1st and 2nd highest of 3, 1 of them hidden" in pair
    assert "nobody to compare with" not in pair
    assert "A number by itself has no limits" in pair


def months_of_ealing(app) -> int:
    """Return how many months stand published of Ealing, as the table of who has published tells."""
    (table,) = [rows for rows in tables_of_ours(app) if rows and "Published on" in rows[0]]
    (ealing,) = [row for row in table if row["Authority"] == "Ealing"]
    return [cell for name, cell in ealing.items() if name != "Published on"].count("1")


def test_what_another_borough_publishes_anew_is_shown_at_the_next_run(shown_store, monkeypatch):
    """Its publication moves nothing of the reader's own borough, and a month published again is no new month."""
    member = Reader("a member", ("member",), (BRENT,), ("*",), beside=(EALING,))
    monkeypatch.setattr("pages.kit.frame.choices.reading", lambda: member)
    for authority, many in ((BRENT, 40), (EALING, 20)):
        publish_plans(shown_store, OCTOBER, many, authority)
    app = open_folds(open_app("region", of=PLANS))
    assert re.search(r"\b20\b", panels(app)[1]) and months_of_ealing(app) == 1
    publish_plans(shown_store, OCTOBER, 30, EALING)
    assert re.search(r"\b30\b", panels(app.run())[1])
    for month in (SEPTEMBER, months_before(OCTOBER, 2)):
        publish_plans(shown_store, month, 25, EALING)
    assert months_of_ealing(app.run()) == 3


def test_a_month_between_two_that_are_published_is_not_published(shown_store):
    for month in (months_before(OCTOBER, 2), OCTOBER):
        publish_plans(shown_store, month, 20, EALING)
    publish_plans(shown_store, SEPTEMBER, 30, BRENT)
    told = said(open_app("region", of=PLANS, authority=BRENT, month="2026-09"))
    assert "1 of 2 authorities have published September 2026; not yet: Ealing (up to Aug 2026)" in told
