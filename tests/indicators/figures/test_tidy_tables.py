"""Figures handed out as files: the same rows in csv, xlsx and parquet, and nothing that a spreadsheet would run."""

import io

import pandas
import pytest
from openpyxl import load_workbook

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.table_export import handed_out
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import breakdown
from indicators.figures.exported_columns import COLUMNS, LAYOUT
from indicators.figures.measured_figures import figures
from indicators.figures.tidy_tables import tidy
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

STOCK, LONG = indicator_called("children_on_a_plan"), indicator_called("cp_plans_two_years_or_more")


@pytest.fixture
def table(store):
    plans = [{"start_date": "2024-10-01", "team": "=1+1"}, {"start_date": "2026-10-01", "team": "South"}]
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", plans)})
    whole = figures(store, LOCAL, [STOCK, LONG, indicator_called("average_caseload")], BRENT, [OCTOBER])
    return tidy([*whole, *breakdown(store, LOCAL, [LONG], BRENT, [OCTOBER], "team")])


def test_a_figure_is_a_row_with_all_that_is_known_of_it(table):
    assert list(table.columns) == list(COLUMNS) and set(table["layout"]) == {LAYOUT}
    long = table.iloc[1]
    assert (long["indicator"], long["value"], long["numerator"], long["denominator"]) == (LONG.id, 50.0, 1, 2)
    assert (long["unit"], long["good"], long["service"], f"{long['month']:%Y-%m-%d}") == (
        "percent",
        "low",
        "child_protection",
        "2026-10-31",
    )
    assert (long["national"], long["ofsted"]) == ("safe", "help_and_protection")
    assert pandas.isna(table.iloc[0]["denominator"]), "a count is out of nothing"
    assert pandas.isna(table.iloc[2]["value"]) and table.iloc[2]["reason"].startswith("Not published for October 2026")
    assert table.iloc[3:][["by", "group"]].values.tolist() == [["team", "=1+1"], ["team", "South"]]


def test_parquet_gives_back_the_very_table(table):
    back = pandas.read_parquet(io.BytesIO(handed_out(table, "a.parquet")))
    pandas.testing.assert_frame_equal(back, table, check_dtype=False)


def test_csv_and_xlsx_hold_the_same_and_run_nothing(table):
    csv = pandas.read_csv(io.BytesIO(handed_out(table, "a.csv")))
    assert csv["group"].dropna().tolist() == ["'=1+1", "South"]
    assert csv["value"].dropna().tolist() == table["value"].dropna().tolist()
    sheet = load_workbook(io.BytesIO(handed_out(table, "a.XLSX"))).worksheets[0]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert [cell.value for cell in sheet["J"]] == ["group", None, None, None, "=1+1", "South"]


def test_another_kind_of_file_is_refused(table):
    with pytest.raises(Mendable, match=r"a\.pbix ends in none of \.csv, \.xlsx, \.parquet"):
        handed_out(table, "a.pbix")
