"""The page of the action plan: what is overdue or bare of evidence first, each action a line; a partner's view."""

import pytest
import streamlit as st

from data.annotations.action_plan.reading import versions
from pages.kit.plan import plan_shown
from tests.pages.conftest import open_app, open_folds, said


def lines(app) -> list[str]:
    """Return the tables of actions as they are drawn."""
    return [each.proto.body for each in app.get("html") if "action-rows" in each.proto.body]


@pytest.mark.usefixtures("invented")
def test_what_is_overdue_or_without_evidence_stands_first_and_every_action_is_one_click_away():
    app = open_app("action_plan")
    first, still = lines(app)
    assert "Of 9 actions that are not done, 1 is overdue. 4 actions are done without evidence." in said(app)
    assert first.index("Overdue by 12 days") < first.index("· no evidence") and first.count("<tr role") == 1 + 1 + 4
    assert still.count("Too early") == 5 and "Moved before" in still and still.count("<img") == 8
    (judged,) = [each.value for each in app.table if "Area" in each.value]
    assert judged.iloc[-1, 1].startswith("**No overall grade") and judged.iloc[-1, 2] == "**Requires improvement**"
    folded = lines(open_folds(app))[-1]
    assert "On course" in folded and "Closed, unmoved" in folded


@pytest.mark.usefixtures("invented")
def test_a_rerun_reads_no_change_of_the_plan_again(monkeypatch):
    st.cache_data.clear()
    readings = []
    monkeypatch.setattr(plan_shown, "versions", lambda *of: readings.append(of) or versions(*of))
    app = open_app("action_plan").run()
    assert len(readings) == 1 and any("changes" in fold.label for fold in app.expander)


@pytest.mark.usefixtures("invented")
def test_a_partner_sees_their_part_and_a_past_month_is_as_it_was_known():
    app = open_app("action_plan", partner="Health")
    assert "Of 1 action that is not done, none is overdue." in said(app)
    past = open_app("action_plan", month="2026-08")
    assert "As it was known on 31 Aug 2026." in said(past) and "Care planning" not in "".join(lines(past))
