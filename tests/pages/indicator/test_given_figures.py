"""An authority that can give only figures already counted still has its pages, and they say what is lost."""

import re
from contextlib import closing
from datetime import date

import pytest

from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from pages.kit.frame.contents import scripts, title_of
from pages.kit.indicator.aggregates import LOST
from tests.every_case import every
from tests.examples import example_rows
from tests.pages.conftest import BOROUGH, board, open_app, open_folds, publish_plans, said, shown
from tests.store_filling import publish_rows

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)


def give(shown_store, month, **teams):
    """Give every indicator a figure of 12 out of 300, and the teams named one of their own."""
    told = [
        {"indicator": name, "numerator": 12, "denominator": 300, "team": team, "breakdown_value": "All"}
        for name in all_indicators()
        for team in ("All", *teams)
    ]
    rows = example_rows("aggregates", told, month_end=month)
    publish_rows(shown_store, {"aggregates": rows}, month, authority=BOROUGH)


@pytest.fixture(scope="module")
def given():
    """Give a house of two months given already counted to look at."""
    with closing(Store.in_memory()) as shown_store:
        give(shown_store, SEPTEMBER)
        give(shown_store, OCTOBER)
        yield shown_store


@pytest.fixture
def counted_already(given):
    with shown(given):
        yield


@pytest.mark.usefixtures("counted_already")
@every("page", scripts())
def test_every_page_opens_and_says_once_what_is_lost(page):
    app = open_app(page)
    assert app.title[0].value == title_of(page)
    if figures := {metric.value for metric in app.metric} or values(app):
        assert "–" not in figures
        assert said(app).count(LOST) == 1
        assert "These figures were given already counted, not counted here from records." in said(app)


def values(app) -> set[str]:
    """Return the figures on the cards and lines of a page."""
    return set(re.findall(r'class="measure-value"><b>(.*?)</b>', board(app)))


def test_the_page_of_an_indicator_shows_the_teams_that_were_given_and_says_what_was_not(shown_store):
    give(shown_store, OCTOBER, North=1, South=1)
    app = open_folds(open_app("indicator", id="average_caseload"))
    app.session_state["average_caseload_2026-10_team_take"] = True
    app.run()
    assert any({"North", "South"} <= set(table.value.iloc[:, 0]) for table in app.table)
    care = open_app("indicator", id="pathway_plans_in_place")
    care.selectbox(key="by").set_value("sex").run()
    assert "This figure was given already counted, and not by sex." in said(care)
    assert "Every figure here was given already counted." in said(app) and "Given already counted" in said(app)


def test_a_trend_runs_over_months_of_records_and_of_figures_given(shown_store):
    give(shown_store, SEPTEMBER)
    publish_plans(shown_store, OCTOBER, 5)
    assert "5" in values(open_app("child_protection"))
    app = open_app("indicator", id="children_on_a_plan")
    assert "−7 since September" in said(app)
    assert "Given already counted in 1 of 2 months, and counted from records in the others." in said(app)
    assert LOST not in said(app), "the figures of the month chosen were counted from records"


def test_a_page_of_both_names_the_figures_that_were_given(shown_store):
    give(shown_store, OCTOBER)
    publish_plans(shown_store, OCTOBER, 5)
    told = said(open_app())
    assert "Children looked after; " in told and "Average caseload; " in told
    assert "Figures that need them show a dash, not a nought, unless they were given already counted." in told


@pytest.mark.usefixtures("invented")
def test_nothing_is_said_where_all_is_counted_from_records():
    assert "already counted" not in said(open_app())
    assert "already counted" not in said(open_app("workforce"))
