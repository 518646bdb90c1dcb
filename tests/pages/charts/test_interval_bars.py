"""Groups stand beside the whole with what chance would leave them: only who lies apart has a mark."""

from datetime import date
from xml.etree import ElementTree

from indicators.engine.catalogue import indicator_called
from indicators.figures.figure import Figure
from pages.charts.intervals import Interval, Intervals
from pages.charts.of_series.group_intervals import group_intervals
from pages.charts.paper.interval_bars import interval_picture
from pages.charts.paper.measured_text import width_of
from pages.words.series import Series

SVG = "{http://www.w3.org/2000/svg}"
OCTOBER = date(2026, 10, 31)


def figure(above: float, below: float, group: str = "") -> Figure:
    by = "team" if group else ""
    value = 100 * above / below if below else None
    return Figure("pathway_plans_in_place", "X", OCTOBER, "percent", value, above, below, 0, 1, "", by, group)


def declared(*groups: Figure) -> Intervals:
    whole = figure(sum(group.numerator or 0 for group in groups), sum(group.denominator or 0 for group in groups))
    return group_intervals(Series(indicator_called("pathway_plans_in_place"), (whole,)), groups, "Team")


def test_who_lies_apart_has_a_mark_and_who_may_be_alike_has_none():
    groups = declared(figure(90, 100, "North"), figure(55, 100, "South"), figure(7, 10, "West"))
    assert [row.meaning for row in groups.rows] == ["improvement", "concern", ""]
    assert [row.way for row in groups.rows] == ["up", "down", ""]
    assert groups.alt.startswith("3 groups by team: lowest South 55.0% (55 of 100), highest North 90.0% (90 of 100)")
    assert groups.alt.endswith("; 2 apart from the rest by more than chance.") and len(groups.alt.split()) <= 30


def test_a_large_group_is_judged_beside_the_rest_as_the_sentence_below_the_picture_is():
    groups = declared(figure(146, 157, "Leaving Care 1"), figure(162, 196, "Leaving Care 2"))
    assert [row.meaning for row in groups.rows] == ["improvement", "concern"]


def test_a_group_without_a_figure_keeps_its_name_and_has_no_bar():
    groups = declared(figure(9, 10, "North"), figure(0, 0, "South"))
    drawn = ElementTree.fromstring(interval_picture(groups).svg)
    assert [part.text for part in drawn.iter(f"{SVG}text")] == [
        "North",
        "90.0% (9 of 10)",
        "South",
        "nothing counted",
        "all 90.0%",
    ]
    assert len(list(drawn.iter(f"{SVG}rect"))) == 1


def test_forty_teams_of_long_names_are_whole_and_apart():
    rows = tuple(
        Interval(f"Team {place} {'of a long name ' * 8}", place, f"{place} of 40", 0, 40) for place in range(40)
    )
    drawn = ElementTree.fromstring(interval_picture(Intervals(rows, "Forty."), 420).svg)
    places = [(float(part.get("x") or 0), float(part.get("y") or 0)) for part in drawn.iter(f"{SVG}text")]
    assert len(set(places)) == len(places), "no line is written over another"
    widest = [float(part.get("x") or 0) + width_of(part.text or "", 13) for part in drawn.iter(f"{SVG}text")]
    assert max(widest) <= 421
    assert max(down for _, down in places) < float(drawn.get("height") or 0)


def test_equal_scales_put_equal_values_at_the_same_place():
    one = Intervals((Interval("A", 5.0, "5"),), "One.", reach=(0, 100))
    two = Intervals((Interval("A", 5.0, "5"), Interval("B", 6.0, "6")), "Two.", reach=(0, 100))
    at = [
        next(ElementTree.fromstring(interval_picture(each).svg).iter(f"{SVG}circle")).get("cx") for each in (one, two)
    ]
    assert at[0] == at[1]
