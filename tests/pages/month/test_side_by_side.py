"""Measures and areas side by side: on one scale, by an address, and kept under a name."""

from xml.etree import ElementTree

import pytest

from data.access import LOCAL_USER as LOCAL
from data.annotations.kept_views import kept_views
from tests.pages.conftest import BOROUGH, open_app, publish_plans, said
from tests.store_filling import OCTOBER

TWO = {"of": ["pathway_plans_in_place", "average_caseload"], "area": [BOROUGH, "team:Leaving Care 2"]}


def panels(app):
    """Return what stands in each panel, row by row, and the headings."""
    (drawn,) = [each.proto.body for each in app.get("html") if 'class="panels"' in each.proto.body]
    tree = ElementTree.fromstring(drawn)
    cells = [
        [" ".join("".join(cell.itertext()).split()) for cell in row.findall("td")]
        for row in tree.findall(".//tbody/tr")
    ]
    return (
        [cell.text for cell in tree.findall(".//thead/tr/th")][1:],
        cells,
        [each.get("alt") for each in tree.iter("img")],
    )


@pytest.mark.usefixtures("invented")
def test_an_address_names_measures_and_areas_and_each_has_a_panel():
    headings, cells, alts = panels(open_app("side_by_side", **TWO))
    assert headings == ["Example Borough", "Leaving Care 2"]
    assert [cell.split()[0] for cell in cells[0]] == ["87.3%", "82.7%"]
    assert all(len(alt.split()) <= 30 for alt in alts) and len(alts) == 4


@pytest.mark.usefixtures("invented")
def test_what_is_not_counted_by_team_says_so_and_stays_whole():
    _, cells, _ = panels(open_app("side_by_side", of="supervision_recorded", area=["team:Leaving Care 2"]))
    assert cells


@pytest.mark.usefixtures("invented")
def test_a_link_to_an_area_that_is_not_there_says_so():
    assert "The link asks for “team:Nobody”" in said(open_app("side_by_side", area="team:Nobody"))


def test_a_view_is_kept_under_a_name_with_an_address_that_shows_it_again(shown_store):
    publish_plans(shown_store, OCTOBER, 3)
    page = open_app("side_by_side", of="children_on_a_plan", area=BOROUGH)
    page.text_input[0].set_value("  Before the board ")
    next(button for button in page.button if button.label == "Keep").click().run()
    (view,) = kept_views(shown_store, LOCAL, BOROUGH)
    assert (view.name, view.address) == ("Before the board", f"of=children_on_a_plan&area={BOROUGH}")
    assert f"/side_by_side?{view.address}".replace("&", "&amp;") in page.get("html")[0].proto.body
    page.selectbox(key="drop_view").set_value("Before the board").run()
    next(button for button in page.button if button.label == "Drop").click().run()
    assert kept_views(shown_store, LOCAL, BOROUGH) == []


def test_a_view_without_a_name_is_refused_in_a_sentence(shown_store):
    publish_plans(shown_store, OCTOBER, 3)
    page = open_app("side_by_side", of="children_on_a_plan", area=BOROUGH)
    next(button for button in page.button if button.label == "Keep").click().run()
    assert "Give the view a name." in page.error[0].value


def test_the_common_scale_holds_the_scale_of_each_line():
    from pages.charts.month_line import MonthLine
    from pages.charts.own_scale import common_ends, own_scale
    from pages.charts.paper.small_control_chart import small_control_chart
    from pages.charts.points import MonthPoint

    def line(*values):
        return MonthLine(tuple(MonthPoint("2026-10-01", "Oct", value, "") for value in values), "A line.")

    low, high = line(1.0, 2.0), line(40.0, 80.0)
    assert common_ends([low, high]) == (0.0, own_scale(high, 0, 0).highest)
    together = small_control_chart(low, months=2, ends=common_ends([low, high]))
    assert together.svg != small_control_chart(low, months=2).svg
