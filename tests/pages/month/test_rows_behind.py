"""From a figure to its rows, and from a child to its figures."""

import pytest
import streamlit as st

from pages.kit.month import lists_kept
from tests.pages.conftest import open_app, said


@pytest.mark.usefixtures("invented")
def test_every_row_of_a_figure_is_listed_with_why():
    page = open_app("behind")
    page.selectbox(key="figure").set_value("pathway_plans_in_place").run()
    assert "87.3% in October 2026: 308 of 353 young people." in said(page)
    assert "For 45 of 353 a blank date decides: 87.3% to 100.0% if all were known." in said(page)
    show = page.segmented_control[0]
    assert list(show.options) == ["Counted (308)", "Out of, not counted (45)", "Not yet due (13)", "Left out (53)"]
    show.set_value("Left out").run()
    assert any("Ended on" in why for why in page.table[0].value["Why"])


@pytest.mark.usefixtures("invented")
def test_a_rerun_asks_the_store_for_no_row_again(monkeypatch):
    st.cache_data.clear()
    asked = []
    for name in ("rows_behind", "left_out", "not_held"):
        work = getattr(lists_kept, name)
        monkeypatch.setattr(lists_kept, name, lambda *given, name=name, work=work: asked.append(name) or work(*given))
    page = open_app("behind")
    page.selectbox(key="figure").set_value("pathway_plans_in_place").run()
    first = list(asked)
    page.segmented_control[0].set_value("Not yet due").run()
    assert {"rows_behind", "left_out", "not_held"} <= set(first) and asked == first


@pytest.mark.usefixtures("invented")
def test_one_child_is_looked_up_and_no_address_carries_the_identifier():
    page = open_app("child")
    page.text_input(key="child").set_value("C04658").run()
    counts = page.table[0].value
    assert counts.loc[counts["Figure"] == "Pathway plans in place", "Stands"].tolist() == ["Out of, not counted"]
    assert "child" not in page.query_params
    page.text_input(key="child").set_value("nobody").run()
    assert "No record of October 2026 names this child." in said(page)


@pytest.mark.usefixtures("invented")
def test_a_headline_says_what_blank_dates_decide():
    assert "For 45 of 353 a blank date decides: 87.3% to 100.0% if all were known." in said(
        open_app("indicator", id="pathway_plans_in_place")
    )
