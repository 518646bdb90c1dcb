"""The page of the action plan shows what is not done at once, and every action with its recommendation."""

import pytest

from tests.pages.conftest import open_app, open_folds, said


@pytest.mark.usefixtures("invented")
def test_what_is_not_done_stands_first_and_every_action_is_one_click_away():
    app = open_app("action_plan")
    (left,) = [each.value for each in app.table]
    assert "Of 8 actions that are not done, 1 is overdue; 17 were done" in said(app) and len(left) == 8
    assert left.iloc[0]["Progress"].startswith("Overdue by 12 days")
    tables = [each.value for each in open_folds(app).table]
    assert sum(len(each) for each in tables) == 8 + 8 + 17
    assert all("Evidence" in each.columns for each in tables[1:])
