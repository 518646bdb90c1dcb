"""A restated month is marked on its line, told in words and in the table, and stands in the ledger of the history."""

from datetime import date, datetime

from pages.charts import screen
from pages.charts.month_line import MonthLine
from pages.charts.points import MonthPoint
from pages.charts.said import Said
from pages.words import wording
from tests.examples import example_rows
from tests.pages.conftest import BOROUGH, board, open_app, open_folds, said
from tests.store_filling import measure_when_asked, publish_rows

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)


def publish(shown_store, month: date, how_many: int, day: int) -> None:
    stated = [{"plan_id": f"P{number}", "child_id": f"C{number}"} for number in range(how_many)]
    rows = example_rows("child_protection_plans", stated, month_end=month)
    at = datetime(2026, 11, day, 12)
    publish_rows(shown_store, {"child_protection_plans": rows}, month, BOROUGH, at=at, measure=measure_when_asked)


def test_the_trend_and_the_history_tell_of_a_restated_month(shown_store):
    publish(shown_store, SEPTEMBER, 20, 3)
    publish(shown_store, OCTOBER, 21, 4)
    publish(shown_store, SEPTEMBER, 22, 6)
    told = "September 2026, reported 20 on 3 Nov 2026, 22 now: 2 children recorded late."
    app = open_app("indicator", id="children_on_a_plan", show="months")
    assert f"○ Restated: {told}" in said(app)
    assert "21 in October 2026; 21 to 22 since September 2026." in board(app)
    assert not app.get("plotly_chart")
    table = next(each.value for each in app.table if "Restated" in each.value.columns)
    assert [each.replace("\\", "") for each in table["Restated"]] == ["–", told.partition(", ")[2].rstrip(".")]
    history = open_app("history")
    assert "No figure of October 2026 was restated" in said(history)
    history = open_folds(open_app("history", month="2026-09"))
    steps = next(each.value for each in history.table if "Why" in each.value.columns)
    row = steps[steps["Indicator"] == "Children on a child protection plan"].iloc[0]
    assert [wording.unformatted(each) for each in row[1:]] == [
        *("20", "3 Nov 2026", "22", "6 Nov 2026", "2 children recorded late"),
    ]


def test_a_ring_stands_around_the_point_of_a_restated_month():
    points = tuple(MonthPoint(f"2026-0{each}-01", f"0{each} 2026", float(each), "") for each in (7, 8, 9))
    chart = screen.line(MonthLine(points, "", "", "9", said=Said(restated=(1,))), "light")
    (ring,) = [each for each in chart.data if each.marker.symbol == "circle-open"]
    assert (list(ring.x), list(ring.y)) == (["2026-08-01"], [8.0])
