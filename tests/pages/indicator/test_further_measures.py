"""A service page draws its headlines in full and folds its further measures away, what is asked for leads the page."""

from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.annotations.comments import Comment
from indicators.change.comments import write_comment
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.variation.judgement import CANNOT_TELL, CHANCE
from pages.kit.indicator.service import headlines_of, in_order
from pages.words import wording
from pages.words.trend_judgement import NAMES
from tests.pages.conftest import BOROUGH, open_app, publish_plans, said

FURTHER = indicator_called("cp_plans_for_neglect")


def headers(app) -> list[str]:
    """Return the headings of a page, in their order."""
    return [each.value for each in app.header]


def labels(app) -> list[str]:
    """Return what is written on the further measures' folds, in their order."""
    return [fold.label for fold in app.expander if "further_" in fold.proto.id]


@pytest.mark.usefixtures("invented")
def test_further_measures_say_what_they_read_and_those_that_change_lead():
    app = open_app("child_protection")
    every = {name for name, each in all_indicators().items() if each.service == "child_protection"}
    assert len(app.metric) + len(labels(app)) == len(every)
    assert FURTHER.title not in headers(app)
    assert said(app).count("Of 19 further measures, 1 needs attention, ") == 2, (
        "under the headlines, and above the lines"
    )
    moving = [not any(f"**{NAMES[each]}**" in label for each in (CHANCE, CANNOT_TELL)) for label in labels(app)]
    assert moving == sorted(moving, reverse=True) and any(moving) and not all(moving)


@pytest.mark.usefixtures("invented")
def test_a_further_measure_is_drawn_once_it_is_opened():
    app = open_app("child_protection")
    before = len(app.get("plotly_chart"))
    app.session_state[f"folded_further_{FURTHER.id}"] = True
    app.run()
    assert wording.plain(FURTHER.title) in headers(app)
    assert len(app.get("plotly_chart")) == before + 2


@pytest.mark.usefixtures("invented")
def test_an_address_that_asks_for_what_is_not_there_changes_nothing():
    assert headers(open_app("child_protection", figure="Nothing")) == headers(open_app("child_protection"))


def test_what_an_officer_commented_on_stands_with_the_headlines(shown_store):
    publish_plans(shown_store, date(2026, 10, 31), 20)
    assert FURTHER.title not in [each.value for each in open_app("child_protection").header]
    write_comment(shown_store, LOCAL, Comment(BOROUGH, FURTHER.id, date(2026, 10, 31), "Why", "Director"))
    assert wording.plain(FURTHER.title) in headers(open_app("child_protection"))


def test_a_service_that_names_no_headline_draws_all():
    assert headlines_of(["a", "b"], (), {}) == ["a", "b"]
    assert headlines_of(["a", "b", "c"], ("a",), {"c": None}) == ["a", "c"]


def test_the_headlines_come_in_their_order_then_the_rest_of_the_folder():
    names = in_order("child_protection", ("cp_plans_ceased_rate", "children_on_a_plan"))
    assert names[:2] == ["cp_plans_ceased_rate", "children_on_a_plan"]
    assert len(names) == len(set(names)) > 12


@pytest.mark.usefixtures("invented")
def test_a_link_beside_a_measure_asks_for_it():
    links = open_app("alerts").get("page_link")
    assert [link for link in links if "figure=" in link.query_string or link.query_string.startswith("id=")]


def test_what_was_opened_stays_open_in_another_month(shown_store):
    for month in (date(2026, 9, 30), date(2026, 10, 31)):
        publish_plans(shown_store, month, 20 + month.month)
    app = open_app("child_protection")
    app.session_state[f"folded_further_{FURTHER.id}"] = True
    app.run()
    before = labels(app)
    app.selectbox(key="month").select_index(1).run()
    assert labels(app) != before
    assert wording.plain(FURTHER.title) in headers(app)
