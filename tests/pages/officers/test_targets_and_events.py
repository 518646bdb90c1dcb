"""On the page a target is set and an event kept, what cannot be is refused in a sentence, and an event is read."""

from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.annotations.events import events
from data.annotations.targets import targets
from pages.kit.officers.event_effect import concerned
from tests.pages.conftest import BOROUGH, open_app, open_folds, publish_plans, said

OCTOBER = date(2026, 10, 31)
PAGE = "targets_and_events"


def pressed(app, label: str):
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception, app.exception
    return app


def test_a_target_is_set_and_stands_on_the_page(shown_store):
    publish_plans(shown_store, OCTOBER, 4)
    app = open_app(PAGE)
    assert "No target is set for October 2026" in said(app)
    app.selectbox("target_figure").set_value("cp_plans_two_years_or_more").run()
    app.number_input("target_value").set_value(3.0)
    app.text_input("target_first").set_value("2026-04")
    app.text_input("target_by").set_value("The board")
    pressed(app, "Keep")
    assert "Say where the target is written" in said(app) and not targets(shown_store, LOCAL, BOROUGH)
    app.text_input("target_at").set_value("Plan, page 4")
    pressed(app, "Keep")
    (kept,) = targets(shown_store, LOCAL, BOROUGH)
    assert (kept.most, kept.least, kept.set_by, kept.source) == (3.0, None, "The board", "Plan, page 4")
    short = next(table.value for table in app.table if "Will it be met?" in table.value.columns).iloc[0]
    assert short["Will it be met?"].endswith(" Too early to say") and "Whose" not in short
    row = next(table.value for table in open_folds(app).table if "Whose" in table.value.columns).iloc[0]
    assert (row["October 2026"], row["Whose"]) == ("25.0%", "Local, The board\\: Plan, page 4")
    assert row["Will it be met?"].endswith("3% or less, missed in October 2026.")


def test_an_event_is_kept_refused_and_taken_back(shown_store):
    publish_plans(shown_store, OCTOBER, 4)
    app = open_app(PAGE)
    app.text_input("event_title").set_value("Campaign")
    app.text_area("event_told").set_value("Every long plan is looked at.")
    app.text_input("event_author").set_value("A. Head")
    pressed(app, "Keep this event")
    assert "Give the day on which it happened" in said(app) and not events(shown_store, LOCAL, BOROUGH)
    app.date_input("event_day").set_value(date(2026, 10, 5))
    app.multiselect("event_about").set_value(["child_protection"])
    app.multiselect("event_anew").set_value(["cp_plans_two_years_or_more"])
    pressed(app, "Keep this event")
    (kept,) = events(shown_store, LOCAL, BOROUGH)
    assert (kept.day, kept.about, kept.begins_anew) == (
        date(2026, 10, 5),
        ("child_protection",),
        ("cp_plans_two_years_or_more",),
    )
    assert concerned(kept)[0].id == "cp_plans_two_years_or_more" and len(concerned(kept)) > 20
    assert "There are too few months before to compare with" in said(app)
    assert "Before and after: Campaign" in [
        each.label for each in open_app("indicator", id="children_on_a_plan").get("page_link")
    ]
    app.selectbox("event_back_which").set_value(1)
    app.text_input("event_back_why").set_value("It never began")
    pressed(app, "Take this event back")
    assert not events(shown_store, LOCAL, BOROUGH)


@pytest.mark.usefixtures("invented")
def test_an_event_of_the_borough_is_read_before_and_after():
    app = open_app(
        PAGE, event="Campaign against drift, 1 Jul 2025", of="Open child protection plans of 2 years or more"
    )
    assert "4.0 points less after than before, with 95% confidence between" in said(app)
    assert "This is more than chance makes." in said(app) and "cannot show by itself what caused it" in said(app)
    app.selectbox("where").set_value("Locality West").run()
    assert "beside the other teams" in said(app) and "the others were not chosen by lot" in said(app)
    tables = [table.value for table in open_folds(app).table]
    answers = next(table for table in tables if {"Whose", "Will it be met?"} <= set(table.columns))["Will it be met?"]
    accounts = next(table for table in tables if "Who says so" in table.columns)["What happened"]
    assert any("looked at by a head of service each month" in account for account in accounts)
    for answer in ("Meets its target", "Hit and miss", "Will not meet its target", "too early to say"):
        assert any(answer in each for each in answers), answer
