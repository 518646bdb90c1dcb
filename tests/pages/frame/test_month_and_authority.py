"""What is chosen: the address is honoured, the latest month comes first, nobody sees another's figures."""

import re
from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.errors import Mendable
from pages.kit.benchmarking.as_published import latest_years
from pages.kit.frame.cache import figures_kept, loads_kept
from tests.pages.conftest import BOROUGH, board, headline_figures, open_app, publish_plans, said

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 30)


@pytest.fixture
def two_months(shown_store):
    publish_plans(shown_store, SEPTEMBER, 3)
    publish_plans(shown_store, OCTOBER, 5)
    return shown_store


def first_figure(app) -> str:
    shown = re.findall(r'class="measure-value"><b>(.*?)</b>', board(app)) or headline_figures(app).values()
    return next(each for each in shown if each != "–")


@pytest.mark.usefixtures("two_months")
def test_the_latest_month_comes_first():
    app = open_app("child_protection")
    assert app.selectbox(key="month").options == ["October 2026", "September 2026"]
    assert first_figure(app) == "5"


@pytest.mark.parametrize("written", ["September 2026", "2026-09"])
@pytest.mark.usefixtures("two_months")
def test_a_link_to_a_past_month_keeps_working(written):
    app = open_app(month=written)
    assert app.selectbox(key="month").value == "2026-09"
    assert first_figure(app) == "3"
    assert "A later month has been published: October 2026." in said(app)


@pytest.mark.usefixtures("two_months")
def test_what_is_shown_stands_in_the_address_by_its_code_the_default_as_well():
    app = open_app()
    assert dict(app.query_params) == {"month": "2026-10", "authority": BOROUGH}
    app.selectbox(key="month").set_value("2026-09").run()
    assert app.query_params["month"] in ("2026-09", ["2026-09"])
    words = open_app(month="September 2026", authority="Example Borough")
    assert dict(words.query_params) == {"month": "2026-09", "authority": BOROUGH}
    assert "The link asks" not in said(words)


@pytest.mark.usefixtures("two_months")
def test_a_step_back_or_a_link_inside_changes_what_is_shown():
    app = open_app("child_protection")
    app.selectbox(key="month").set_value("2026-09").run()
    app.query_params["month"] = "2026-10"
    assert app.run().selectbox(key="month").value == "2026-10"
    assert first_figure(app) == "5"


@pytest.mark.usefixtures("two_months")
def test_a_month_that_is_none_gives_the_latest():
    assert first_figure(open_app(month="2031-02")) == "5"


@pytest.mark.usefixtures("two_months")
def test_a_page_of_a_past_month_shows_no_later_one():
    app = open_app("child_protection", month="September 2026")
    assert "5 in October" not in said(app)
    assert "October 2026" not in board(app)


def test_a_published_month_shows_on_the_next_click(two_months):
    app = open_app("child_protection")
    publish_plans(two_months, OCTOBER, 7)
    assert first_figure(app.run()) == "7"
    publish_plans(two_months, NOVEMBER, 9)
    assert first_figure(app.run()) == "9"


def test_a_reader_of_a_past_month_stays_there(two_months):
    app = open_app("child_protection", month="September 2026")
    publish_plans(two_months, NOVEMBER, 9)
    assert first_figure(app.run()) == "3"


def test_the_authority_that_is_set_leads(two_months, monkeypatch):
    publish_plans(two_months, OCTOBER, 8, authority="E09000005")
    assert open_app().selectbox(key="authority").value == "E09000005"
    monkeypatch.setenv("SLAC_AUTHORITY", BOROUGH)
    import streamlit as st

    st.cache_data.clear()
    assert open_app().selectbox(key="authority").value == BOROUGH


@pytest.mark.usefixtures("two_months")
def test_loads_and_published_years_are_the_same_for_every_run_and_for_one_reader():
    member = Reader("other", ("member",), (BOROUGH,), ("*",))
    assert loads_kept(LOCAL, 2) is loads_kept(LOCAL, 2) and loads_kept(LOCAL, 2) is not loads_kept(member, 2)
    years = [latest_years(reader, BOROUGH, 2, "england") for reader in (LOCAL, LOCAL, member)]
    assert years[0] and years[0] is years[1] and years[0] is not years[2]


@pytest.mark.usefixtures("two_months")
def test_what_one_reader_may_see_is_not_kept_for_another():
    asked = (BOROUGH, (OCTOBER,), 2, ("children_on_a_plan",))
    assert figures_kept(LOCAL, *asked)[0].value == 5
    other = Reader("other", ("member",), ("E09000005",), ("*",))
    with pytest.raises(Mendable):
        figures_kept(other, *asked)
