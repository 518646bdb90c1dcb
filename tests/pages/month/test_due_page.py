"""The page of what falls due: by team, with the sentence, the list and the file of it."""

from datetime import date

import pytest

from tests.pages.conftest import open_app, open_folds, publish_plans, said


@pytest.mark.usefixtures("invented")
def test_it_says_what_figures_will_read_and_which_team_moves_furthest():
    told = said(open_app("due_soon"))
    assert "If nothing is done, this will read 86.4% on 30 Nov 2026, and reads 87.3% now." in told
    assert "Leaving Care 1 moves furthest, from 87.7% to 73.5%." in told


@pytest.mark.usefixtures("invented")
def test_the_list_grows_with_the_days_and_belongs_to_the_team_chosen():
    page = open_folds(open_app("due_soon"))

    def lists():
        return [table.value for table in page.table if "Due on" in table.value.columns]

    thirty = [len(each) for each in lists()]
    page.segmented_control(key="within").set_value("90 days").run()
    assert all(now >= before for now, before in zip([len(each) for each in lists()], thirty, strict=True))
    assert "The first 100 of 190. The file has them all." in said(page)
    page.selectbox(key="team").set_value("Leaving Care 2").run()
    assert {team for each in lists() for team in each["Team"]} == {"Leaving Care 2"}
    assert "If nothing is done, Leaving Care 2 will read 81.7% on 30 Nov 2026" in said(page)


def test_where_nothing_with_a_day_was_published_it_says_so(shown_store):
    publish_plans(shown_store, date(2026, 10, 31), 3)
    assert "None of the figures that have a day is counted from records in October 2026" in said(open_app("due_soon"))
