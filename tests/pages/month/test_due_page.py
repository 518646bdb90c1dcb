"""The page of what falls due: by team and week, by measure with its forecast, the list and the file of it."""

from datetime import date
from xml.etree import ElementTree

import pytest

from tests.pages.conftest import open_app, open_folds, publish_plans, said

CALENDAR, MEASURES = 0, 1


def table(page, which):
    """Return the rows of a table of counts by their names, each as its cells by their headings."""
    tree = ElementTree.fromstring(
        [each for each in page.get("html") if "count-table" in each.proto.body][which].proto.body
    )
    names = [cell.text for cell in tree.findall(".//thead/tr/th")][1:]
    rows = tree.findall(".//tbody/tr")
    return {
        "".join(row.find("th").itertext()): dict(
            zip(names, [cell.text or "" for cell in row.findall("td")], strict=True)
        )
        for row in rows
    }


def added_up(cells):
    return sum(int(cell.replace(",", "") or 0) for cell in cells)


@pytest.mark.usefixtures("invented")
def test_the_most_late_leads_and_each_measure_says_what_it_will_read():
    page = open_app("due_soon")
    told = said(page)
    assert "760 are late on 31 Oct 2026" in told and "Most late: Child in need plans reviewed" in told
    measures = table(page, MEASURES)
    assert [int(cells["Late"]) for cells in measures.values()] == sorted(
        (int(cells["Late"]) for cells in measures.values()), reverse=True
    )
    plans = measures["Pathway plans in place"]
    assert (plans["Late"], plans["Due in 30 days"]) == ("45", "3")
    assert (plans["Reads now"], plans["30 Nov 2026"], plans["31 Jan 2027"]) == ("87.3%", "86.4%", "84.2%")


@pytest.mark.usefixtures("invented")
def test_there_is_no_forecast_of_what_nobody_leaves_undone():
    visits = table(open_app("due_soon"), MEASURES)["Children on a plan seen within 10 working days"]
    assert (visits["Reads now"], visits["30 Nov 2026"]) == ("88.3%", "–")


@pytest.mark.usefixtures("invented")
def test_the_calendar_adds_up_to_the_measures_and_to_every_team():
    page = open_app("due_soon", within="90 days")
    calendar, measures = table(page, CALENDAR), table(page, MEASURES)
    together = calendar.pop("Every team")
    for heading in together:
        assert added_up([cells[heading] for cells in calendar.values()]) == added_up([together[heading]])
    ahead = [cell for heading, cell in together.items() if heading != "Late"]
    assert added_up([together["Late"]]) == added_up(cells["Late"] for cells in measures.values()) == 760
    assert len(ahead) == 13 and added_up(ahead) == added_up(cells["Due in 90 days"] for cells in measures.values())


@pytest.mark.usefixtures("invented")
def test_the_list_grows_with_the_days_and_belongs_to_the_team_and_measure_chosen():
    page = open_folds(open_app("due_soon", of="Pathway plans reviewed in the last six months"))

    def listed():
        (shown,) = [table.value for table in page.table if "Due on" in table.value.columns]
        return shown

    thirty = len(listed())
    page.segmented_control(key="within").set_value("90 days").run()
    assert len(listed()) >= thirty and "The first 100 of 190. The file has them all." in said(page)
    page.selectbox(key="team").set_value("Leaving Care 2").run()
    assert set(listed()["Team"]) == {"Leaving Care 2"}
    assert table(page, MEASURES)["Pathway plans in place"]["30 Nov 2026"] == "81.7%"


def test_where_nothing_with_a_day_was_published_it_says_so(shown_store):
    publish_plans(shown_store, date(2026, 10, 31), 3)
    assert "None of the figures that have a day is counted from records in October 2026" in said(open_app("due_soon"))
