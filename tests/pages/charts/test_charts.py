"""Charts tell the truth: gaps stay gaps, chart and table hold the same numbers, each chart has its sentence."""

import json
from dataclasses import replace
from datetime import date

import pytest

from indicators.engine.catalogue import indicator_called
from indicators.figures.figure import Figure
from pages.charts import screen
from pages.charts.judged import Judged
from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.own_scale import own_scale
from pages.charts.points import Bar
from pages.charts.said import Said
from pages.kit.indicator import groups
from pages.kit.indicator.trend import beneath
from pages.words.series import Series, finding
from tests.pages.conftest import board, open_app


def series(*values) -> Series:
    indicator = indicator_called("cp_plans_two_years_or_more")
    figures = [
        Figure(indicator.id, "X", date(2026, month, 28), "percent", value, value, 100.0, 0, 1, "" if value else "None.")
        for month, value in enumerate(values, 1)
    ]
    return Series(indicator, tuple(figures))


def drawn(app) -> list[dict]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def test_a_gap_stays_a_gap():
    chart = screen.line(month_line_of(series(3.0, None, 5.0)), "light").to_plotly_json()
    assert list(chart["data"][0]["y"]) == [3.0, None, 5.0]
    assert chart["data"][0]["connectgaps"] is False
    assert chart["data"][0]["mode"] == "lines+markers", "a month between two gaps would vanish from a bare line"


def test_the_axis_begins_at_nought_where_no_limits_say_what_is_much():
    chart = screen.line(month_line_of(series(90.0, 95.0)), "light")
    assert list(chart.layout.yaxis.range)[0] == 0


def test_the_latest_month_is_named_on_the_axis():
    for many in range(1, 13):
        chart = screen.line(month_line_of(series(*[1.0] * many)), "light")
        assert chart.layout.xaxis.tickvals[-1] == f"2026-{many:02}-01"


@pytest.mark.usefixtures("invented")
def test_chart_and_table_hold_the_same_numbers():
    app = open_app("indicator", id="cp_plans_two_years_or_more", show="months")
    pointed = open_app("indicator", id="cp_plans_two_years_or_more", show="point")
    lines = [chart for chart in drawn(pointed) if chart["data"][0]["type"] == "scatter"]
    tables = [table.value for table in app.table if "Month" in table.value.columns]
    assert len(lines) == len(tables) > 0
    for chart, table in zip(lines, tables, strict=True):
        shown = [said.split(": ")[1].split(" (")[0] for said in chart["data"][0]["customdata"]]
        assert shown == list(reversed(table["Figure"].tolist()))
        assert len(chart["data"][0]["y"]) == len(shown)


def test_the_table_of_groups_says_what_each_is_made_of():
    kept = [
        Figure("x", "X", date(2026, 10, 31), "percent", 12.5, 1.0, 8.0, 0, 1, "", "team", "North"),
        Figure("x", "X", date(2026, 10, 31), "percent", None, 0.0, 0.0, 0, 1, "Nothing.", "team", "South"),
    ]
    indicator = indicator_called("cp_plans_two_years_or_more")
    assert [row["Figure"] for row in groups.table(indicator, kept, "team")] == ["12.5%", "–"]
    assert [row["Made of"] for row in groups.table(indicator, kept, "team")] == ["1 of 8 plans", "Nothing."]


def test_small_groups_are_pointed_out():
    kept = [Figure("x", "X", date(2026, 10, 31), "percent", 12.5, 1.0, 8.0, 0, 1, "", "team", "North")]
    said = groups.warnings(indicator_called("cp_plans_two_years_or_more"), kept)
    assert any("read their counts" in each for each in said)
    assert any("recognised" in each for each in said)


def test_ages_stand_in_order_and_what_is_not_known_last():
    names = ["Not known", "10 to 15", "5 to 9", "Under 1", "16 and 17"]
    assert sorted(names, key=groups._place) == ["Under 1", "5 to 9", "10 to 15", "16 and 17", "Not known"]


def test_the_sentence_says_latest_range_and_gaps():
    said = finding(series(3.0, None, 5.0))
    assert said == "5.0% in March 2026; between 3.0% (Jan 2026) and 5.0% (Mar 2026) since January 2026."
    assert beneath(series(3.0, None, 5.0)) == ["1 of 3 months have no figure: 1 not there (–)."]
    assert beneath(series(3.0, 4.0)) == []
    assert finding(series(None, None)) == "No figure from January 2026 to February 2026: 2 not there (–)."


@pytest.mark.usefixtures("invented")
def test_a_page_can_be_broken_down_by_what_children_are():
    app = open_app("indicator", id="children_on_a_plan")
    app.selectbox(key="by").select("age_band").run()
    assert not app.exception
    assert "groups by age" in board(app)


def test_the_screen_and_paper_have_one_scale():
    line = month_line_of(series(*([90.0, 91.0, 89.0, 90.0] * 3)))
    judged = replace(line, judged=Judged((85.0,) * 12, (90.0,) * 12, (95.0,) * 12, (None,) * 12))
    scale = own_scale(judged, 36.0, 4.0)
    assert tuple(screen.line(judged, "light").layout.yaxis.range) == (scale.lowest, scale.highest) == (82.5, 97.5)


@pytest.mark.parametrize(
    "meaning, symbol", [("concern", "triangle-down"), ("improvement", "circle"), ("neutral", "diamond")]
)
def test_a_signal_on_the_screen_has_the_shape_of_its_meaning(meaning, symbol):
    line = replace(month_line_of(series(90.0, 70.0)), judged=Judged(marks=(None, (meaning, "down"))))
    shapes = [trace["marker"]["symbol"] for trace in screen.line(line, "light").to_plotly_json()["data"][1:]]
    assert shapes == [[symbol]]


def test_no_bar_on_the_screen_fills_the_width():
    chart = screen.horizontal_bars((Bar("North", 25.0, "25%"), Bar("South", 5.0, "5%")), "light")
    assert 25.0 / chart.layout.xaxis.range[1] < 0.75


@pytest.mark.parametrize("target, side", [(80.0, "top"), (95.0, "bottom")])
def test_the_name_of_a_target_is_not_struck_through_by_the_line(target, side):
    line = replace(month_line_of(series(*[90.0] * 12)), said=Said(least=(target,) * 12, aim="Target"))
    (name,) = [note for note in screen.line(line, "light").layout.annotations if "Target" in note.text]
    assert name.yanchor == side and name.bgcolor
