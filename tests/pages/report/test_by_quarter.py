"""The page by quarter says the figures of quarters, why one is lacking, and gives the same as a tidy file."""

from datetime import date

from data.access import LOCAL_USER as LOCAL
from indicators.engine.catalogue import indicator_called
from indicators.figures.measured_figures import figures
from indicators.figures.tidy_tables import tidy_periods
from pages.report import years_of_others
from pages.report.quarters import why_lacking
from pages.words.series import Series
from tests.pages.conftest import BOROUGH, open_app, publish_plans

MONTHS = [date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31)]


def test_a_service_stands_by_quarter_with_worked_examples(shown_store):
    for month, many in zip(MONTHS, (30, 31, 33), strict=True):
        publish_plans(shown_store, month, many)
    app = open_app("quarters", service="child_protection").run()
    assert not app.exception
    table = app.table[0].value
    assert list(table.columns[:5]) == ["Measure", "31 Aug 2026", "30 Sep 2026", "31 Oct 2026", "Q3 2026/27 to date"]
    row = table.set_index("Measure").loc["Children on a child protection plan"]
    assert tuple(row.iloc[:5]) == ("30", "31", "33", "33", "31") and row["How counted"] == "as at the last day"
    assert any("60 of 120" in one.value for one in app.markdown)


def test_years_of_others_are_read_once_until_the_store_moves(shown_store, monkeypatch):
    publish_plans(shown_store, MONTHS[2], 33)
    readings = []
    read = years_of_others.years_read
    monkeypatch.setattr(years_of_others, "years_read", lambda *of: readings.append(of) or read(*of))
    app = open_app("quarters", service="child_protection")
    first = [table.value.to_dict() for table in app.table]
    app.run()
    assert len(readings) == 1 and [table.value.to_dict() for table in app.table] == first
    publish_plans(shown_store, MONTHS[2], 34)
    assert not app.run().exception and len(readings) == 2


def test_a_quarter_with_a_missing_month_has_no_figure_and_the_reason_names_the_month(store):
    publish_plans(store, MONTHS[2], 30)
    indicator = indicator_called("referrals_made")
    read = figures(store, LOCAL, [indicator], BOROUGH, MONTHS)
    lacking = why_lacking([Series(indicator, tuple(read))])
    assert lacking[0].startswith("Referrals made in the month, Q3 2026/27 to date: There is no figure of October 2026")
    plans = indicator_called("children_on_a_plan")
    table = tidy_periods([plans], BOROUGH, MONTHS, figures(store, LOCAL, [plans], BOROUGH, MONTHS))
    assert table["period"].tolist() == ["Q2 2026/27", "2026/27 to date", "Q3 2026/27 to date"]
    assert table["value"].isna().tolist() == [True, False, False] and table["value"].iloc[-1] == 30
    assert set(table["how_counted"]) == {"as at the last day"} and table["reason"].iloc[0]
