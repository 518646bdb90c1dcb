"""A link that names what is not there is told so, and what is shown instead; a link written by hand is understood."""

from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.ledger.loads import withdraw
from tests.every_case import every
from tests.pages.conftest import open_app, publish_plans, said

AUGUST, SEPTEMBER, OCTOBER = date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31)
NOT_THERE = "which is not there. Shown instead:"
IN_VAIN = {
    "definitions": {
        "month=2031-01": "“2031-01” (month), of which nothing stands published for Example Borough.",
        "authority=E09000099": "“E09000099” (authority), of which nothing stands published here. Shown instead: ",
    },
    "behind": {"figure=[Children](seen)": f"“[Children](seen)” (figure), {NOT_THERE} Children"},
    "health": {
        "figure=Children on a plan": "“Children on a plan” (figure), which is none of this page.",
    },
    "due_soon": {
        "team=Nobody": f"“Nobody” (team), {NOT_THERE} Every team",
        "within=45 days": f"“45 days” (due within), {NOT_THERE} 30 days",
    },
    "caseload_spread": {
        "weight_CP=many": "“many” (child protection plan), which is no weight from 0 to 5. Shown instead: 1.0.",
        "weight_CLA=9": "“9” (looked after child), which is no weight from 0 to 5. Shown instead: 1.0.",
    },
    "benchmarking": {
        "indicator=happiness": f"“happiness” (indicator), {NOT_THERE}",
        "with=Wales": f"“Wales” (compare with), {NOT_THERE} Statistical neighbours",
    },
}


@pytest.mark.usefixtures("invented")
@every("page", IN_VAIN)
def test_what_a_link_asks_for_in_vain_is_said_with_what_is_shown_instead(page):
    address = dict(pair.split("=", 1) for pair in IN_VAIN[page])
    app = open_app(page, **address)
    for sentence in IN_VAIN[page].values():
        assert f"The link asks for {sentence}" in said(app)
    assert len(app.warning) == len(IN_VAIN[page])


@pytest.mark.usefixtures("invented")
def test_the_page_of_an_indicator_says_so_too():
    app = open_app("indicator", id="children_on_a_plan", by="height", show="all")
    assert f"“height” (broken down by), {NOT_THERE} Team" in said(app)
    assert f"“all” (show), {NOT_THERE} nothing more" in said(app)


def test_a_link_to_a_withdrawn_month_says_so_until_another_is_chosen(shown_store):
    (load,) = publish_plans(shown_store, OCTOBER, 3)
    publish_plans(shown_store, SEPTEMBER, 2)
    publish_plans(shown_store, AUGUST, 2)
    link = {"month": "October 2026"}
    assert not open_app("definitions", **link).warning
    withdraw(shown_store, LOCAL, load, "Of another authority.")
    app = open_app("definitions", **link)
    sentence = "The link asks for “October 2026” (month), of which nothing stands published for Example Borough."
    assert f"{sentence} Shown instead: September 2026." in said(app)
    assert sentence in said(app.run()), "it is said for as long as it is so"
    app.selectbox(key="month").set_value("2026-08").run()
    assert sentence not in said(app)


@pytest.mark.usefixtures("invented")
def test_a_link_written_by_hand_may_name_a_month_and_a_figure_by_their_names_in_the_data():
    app = open_app("behind", month="2026-09", figure="children_on_a_plan")
    assert not app.warning
    assert (app.selectbox(key="month").value, app.selectbox(key="figure").value) == ("2026-09", "children_on_a_plan")


@pytest.mark.usefixtures("invented")
def test_a_page_that_is_not_there_is_named_with_the_one_shown_instead():
    app = open_app(missing_page="[nowhere](x)")
    assert "The link asks for “[nowhere](x)” (page), which is not there. Shown instead: Overview." in said(app)
    assert "missing_page" not in app.query_params
    assert "[nowhere](x)" not in said(open_app("definitions"))
