"""History tells all there was: versions, turns and attempts; how good the data is; what was known on a day."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from data.access import LOCAL_USER as LOCAL
from data.ledger.delivery import Delivery
from data.ledger.history import history
from data.ledger.loads import restore, store_loads, withdraw
from indicators.change.moved_figures import every_figure
from pages.charts import screen
from pages.charts.palette import GRADES, ink_on
from pages.charts.points import GridCell
from pages.kit.history import data_quality
from tests.examples import example_rows
from tests.pages.conftest import BOROUGH, open_app, open_folds, publish_plans, said, tables_of_ours
from tests.pages.upload.test_receipts import files, receive
from tests.store_filling import incoming, measure_when_asked

OCTOBER, SEPTEMBER = date(2026, 10, 31), date(2026, 9, 30)
PLANS = "child_protection_plans"


def on(shown_store, day: int, how_many: int, extract=PLANS) -> int:
    rows = example_rows(extract, [{}] * how_many)
    handed = replace(incoming(extract, rows), sha256=f"{day}")
    delivery = Delivery(BOROUGH, OCTOBER, [handed], at=datetime(2026, 11, day, 12))
    return store_loads(shown_store, LOCAL, delivery, measure_when_asked)[0]


def test_what_was_known_on_a_day_comes_out_the_same_for_ever(shown_store):
    def known():
        return {day: every_figure(shown_store, LOCAL, BOROUGH, OCTOBER, date(2026, 11, day)) for day in range(1, 15)}

    def of(day, figures):
        return next(each.value for each in figures[day] if each.indicator == "children_on_a_plan")

    first = on(shown_store, 3, 5)
    after_first = known()
    second = on(shown_store, 5, 7)
    after_second = known()
    withdraw(shown_store, LOCAL, second, "the wrong file", datetime(2026, 11, 7, 12))
    after_third = known()
    restore(shown_store, LOCAL, second, "it was right", datetime(2026, 11, 9, 12))
    withdraw(shown_store, LOCAL, first, "tidying", datetime(2026, 11, 11, 12))
    on(shown_store, 13, 9)
    last = known()
    assert [of(day, last) for day in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)] == [
        *(None, 5, 5, 7, 7, 5, 5, 7, 7, 7, 7, 9),
    ]
    for earlier, until in ((after_first, 5), (after_second, 7), (after_third, 9)):
        assert {day: earlier[day] for day in range(1, until)} == {day: last[day] for day in range(1, until)}


def test_the_page_shows_what_was_restated_since_a_day(shown_store):
    on(shown_store, 3, 5)
    on(shown_store, 5, 7)
    app = open_app("history")
    rows = [row for table in tables_of_ours(app) for row in table if "Known on 3 Nov 2026" in row]
    known = {row["Measure"]: (row["Known on 3 Nov 2026"], row["Now"]) for row in rows}
    assert known["Children on a child protection plan"] == ("5", "7")
    app.date_input[0].set_value(date(2026, 11, 6)).run()
    assert "No figure of October 2026 was restated since 6 Nov 2026" in said(app)


def test_versions_turns_and_attempts_are_told(shown_store):
    publish_plans(shown_store, OCTOBER, 2)
    publish_plans(shown_store, OCTOBER, 3)
    withdraw(shown_store, LOCAL, 2, "the wrong file")
    receive(files({"category": "NEGL"}, {}))
    app = open_app("history")
    loads = next(table.value for table in app.table if "State" in table.value.columns)
    assert (
        loads["State"].iloc[0].startswith("Withdrawn; undone") and "by local: the wrong file" in loads["State"].iloc[0]
    )
    assert loads["State"].iloc[1] == "Current"
    tried = next(table.value for table in app.table if "Came to" in table.value.columns)
    assert tried.loc[0, ["Came to", "Rows", "To mend"]].tolist() == ["To be mended", "2", "1"]
    assert tried.loc[0, "File"].startswith("child\\_protection\\_plans "), "a file's name is not kept"
    restore(shown_store, LOCAL, 2, "it was right")
    loads = next(table.value for table in open_app("history").table if "State" in table.value.columns)
    assert loads["State"].iloc[0].startswith("Current; redone") and loads["State"].iloc[1] == "Superseded by version 2"


@pytest.mark.usefixtures("shown_store")
def test_attempts_are_told_though_nothing_was_published():
    receive(files({"category": "NEGL"}))
    app = open_app("history")
    assert "No month has been published yet" in said(app)
    assert any("Came to" in table.value.columns for table in app.table)


def test_data_quality_says_missing_months_in_words(shown_store):
    publish_plans(shown_store, SEPTEMBER, 4)
    publish_plans(shown_store, OCTOBER, 4)
    receive(files({"category": "NEGL"}, {}, {}, {}))
    app = open_app("history")
    (chart,) = app.get("plotly_chart")
    assert "25%" in chart.proto.alt and "have no file" in chart.proto.alt
    table = next(table.value for table in open_folds(app).table if "Sep 2026" in table.value.columns)
    row = table[table["Extract"] == "Child protection plans"].iloc[0]
    assert (row["Sep 2026"], row["Oct 2026"]) == ("0%", "25%")
    assert table[table["Extract"] == "Social workers"].iloc[0]["Oct 2026"] == "No file"


def test_a_cell_without_a_file_has_a_broken_edge_and_a_word():
    chart = screen.grid(("Plans",), ("Sep 2026", "Oct 2026"), (GridCell(0.5, "50%"), GridCell(None, "none")), "light")
    (edge,) = chart.layout.shapes
    assert edge.line.dash == "dot"
    assert chart.data[1].text == ("50%", "none")


@pytest.mark.parametrize("on", ["light", "dark"])
def test_the_words_of_a_grid_stand_out_from_every_colour(on):
    def light(parts):
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    ends = [[int(grade[place : place + 2], 16) / 255 for place in (1, 3, 5)] for grade in GRADES[on]]
    for step in range(101):
        colour = light([low + (high - low) * step / 100 for low, high in zip(*ends, strict=True)])
        ink = 0.0 if ink_on(GRADES[on], step / 100) == "#000000" else 1.0
        assert (max(colour, ink) + 0.05) / (min(colour, ink) + 0.05) >= 4.5


@pytest.mark.parametrize(
    ("share", "rows", "text"),
    [(None, 0, "–"), (0.0, 0, "nil"), (0.0, 10, "0%"), (0.001, 1000, "<1%"), (0.254, 500, "25%"), (1.0, 4, "100%")],
)
def test_a_share_is_written_in_a_word(share, rows, text):
    assert data_quality.Spot(PLANS, OCTOBER, share, rows).text == text


def test_a_publication_of_many_extracts_is_undone_and_redone_by_one_form(shown_store):
    on(shown_store, 3, 5)
    rows = {name: example_rows(name, [{}] * 2) for name in (PLANS, "children", "contacts")}
    delivery = Delivery(BOROUGH, OCTOBER, [incoming(name, frame) for name, frame in rows.items()])
    loads = store_loads(shown_store, LOCAL, delivery, measure_when_asked)
    app = open_app("history")
    for what, label, states in (
        ("withdraw", "Undo", ["withdrawn"] * 3 + ["current"]),
        ("restore", "Redo", ["current"] * 3 + ["superseded"]),
    ):
        box = next(box for box in app.selectbox if box.key == f"{what}_load")
        assert box.options[0].startswith("October 2026, all 3 extracts published together")
        box.set_value((loads[-1], True))
        next(text for text in app.text_input if text.key == f"{what}_why").set_value("the wrong month")
        app = next(button for button in app.button if button.label == f"{label} this publication").click().run()
        assert not app.exception
        assert list(history(shown_store, LOCAL)["state"]) == states
