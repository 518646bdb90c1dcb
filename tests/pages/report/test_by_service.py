"""The table of the organisations that lead: an organisation has one row, however the two lists behind it spell it."""

from datetime import date

from data.access import LOCAL_USER as LOCAL
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.engine.measure import measure_missing
from pages.charts.of_series.series_read import series_read
from pages.report.by_service import LED, leaders_table
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

BOTH = [indicator_called("early_help_for_each_lead_organisation"), indicator_called("early_help_that_held")]
ENDED = {"start_date": date(2025, 1, 6), "end_date": date(2025, 10, 1), "reason_ended": "MET"}


def test_an_organisation_has_one_row_whatever_the_capitals_and_spaces_where_help_is_open_and_where_it_ended(
    store: Store,
):
    organisations = [
        ("A1", {"organisation": "Barnardo's"}),
        ("A2", {"organisation": "Family  Centre"}),
        ("A3", {"organisation": "Barnardo's"}),
        ("B1", {"organisation": "BARNARDO'S ", **ENDED}),
        ("B2", {"organisation": "family centre", **ENDED}),
        ("B3", {"organisation": "School", **ENDED}),
    ]
    early_help = [{"child_id": child, "early_help_id": child, **stated} for child, stated in organisations]
    rows = {"early_help": example_rows("early_help", early_help), "referrals": example_rows("referrals", [])}
    publish_rows(store, rows)
    with store.change() as cursor:
        measure_missing(cursor, BOTH, BRENT, [OCTOBER])
    led, held = series_read(store, LOCAL, BOTH, BRENT, [OCTOBER])
    (table,) = leaders_table(store, LOCAL, led, held, BRENT)
    assert table.headings == LED
    assert [tuple(map(str, row)) for row in table.rows] == [
        ("Barnardo's", "2", "66.7%", "100.0% (1 of 1)"),
        ("Family Centre", "1", "33.3%", "100.0% (1 of 1)"),
        ("School", "0", "0.0%", "100.0% (1 of 1)"),
    ]
