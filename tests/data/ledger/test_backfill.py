"""A long extract gives each earlier month as it would have stood, and nothing that came later."""

from datetime import date

import pandas

from data.extract import Date, Month
from data.extracts import all_extracts
from data.ledger.backfill import as_it_stood
from data.months import window_begins
from tests.every_case import by_name, every
from tests.examples import example_rows

MARCH = date(2026, 3, 31)
EXTRACTS = all_extracts()
each_extract = every("declared", EXTRACTS.values(), by_name)


def stood(extract, month_end, *rows):
    return as_it_stood(EXTRACTS[extract], example_rows(extract, *rows, month_end=MARCH), month_end)


def test_a_plan_that_ended_later_was_open_then_and_one_begun_later_was_not_there():
    earlier = stood(
        "child_protection_plans",
        date(2025, 12, 31),
        {"plan_id": "ended later", "start_date": "2025-05-01", "end_date": "2026-01-01"},
        {"plan_id": "ended on the day", "start_date": "2025-05-01", "end_date": "2025-12-31"},
        {"plan_id": "begun on the day", "start_date": "2025-12-31"},
        {"plan_id": "begun the day after", "start_date": "2026-01-01"},
    )
    assert list(earlier.rows["plan_id"]) == ["ended later", "ended on the day", "begun on the day"]
    assert earlier.rows["end_date"].isna().tolist() == [True, False, True]
    assert list(earlier.rows.index) == [2, 3, 4]


def test_the_reason_for_an_end_was_not_known_before_it():
    earlier = stood(
        "looked_after_children",
        date(2025, 12, 31),
        {"start_date": "2025-05-01", "end_date": "2026-02-01", "reason_ended": "E4A", "place_change_reason": "CHILD"},
        {"child_id": "other", "start_date": "2025-05-01", "end_date": "2025-09-01", "reason_ended": "X1"},
    )
    assert earlier.rows["reason_ended"].isna().tolist() == [True, False]
    assert earlier.rows["place_change_reason"].isna().all()


def test_what_is_held_only_as_it_was_latest_is_lacking_where_it_was_later():
    reviewed = {"plan_date": "2025-01-01", "review_date": "2026-02-01", "in_touch": "YES"}
    assert {"review_date", "in_touch", "eligibility"} <= set(
        stood("care_leavers", date(2025, 12, 31), reviewed).lacking
    )
    before = stood("care_leavers", date(2026, 2, 28), reviewed)
    assert "review_date" not in before.lacking, "a review held by then was the latest by then"
    assert "in_touch" in before.lacking


def test_a_yearly_answer_is_not_known_of_an_earlier_month():
    told = {"kind": "SUBSTANCE", "up_to_date": "Y", "intervention_received": "N", "intervention_offered": "Y"}
    earlier = stood("lac_health", date(2025, 12, 31), told)
    assert {"up_to_date", "intervention_received", "intervention_offered"} <= set(earlier.lacking)


def test_a_planned_date_is_kept_and_a_plan_without_dates_stays():
    earlier = stood(
        "pathway_plans",
        date(2025, 12, 31),
        {"plan_id": "later", "plan_date": "2026-01-15", "approved": "Y"},
        {"plan_id": "assessed", "assessment_date": "2025-11-01", "plan_date": "2026-01-15", "approved": "Y"},
        {"plan_id": "no date"},
    )
    assert list(earlier.rows["plan_id"]) == ["assessed", "no date"]
    assert earlier.rows["plan_date"].isna().all() and earlier.rows["approved"].isna().all()


def test_the_window_of_attendance_is_the_school_year():
    assert window_begins(EXTRACTS["school_attendance"].window, MARCH) == date(2025, 9, 1)
    assert window_begins(EXTRACTS["school_attendance"].window, date(2026, 9, 30)) == date(2026, 9, 1)
    assert window_begins(EXTRACTS["population"].window, MARCH) is None


@each_extract
def test_nothing_of_the_future_is_left_and_nothing_of_the_past_is_lost(declared):
    rows = example_rows(declared, {}, {}, {}, month_end=MARCH)
    for column in declared.columns:
        if isinstance(column, Date | Month):
            rows[column.name] = pandas.to_datetime(["2025-01-31", "2025-12-31", "2026-02-28"]).astype("datetime64[us]")
    earlier = as_it_stood(declared, rows, date(2025, 12, 31))
    happened = [each for each in declared.columns if isinstance(each, Date | Month) and not getattr(each, "planned", 0)]
    for column in happened:
        assert (earlier.rows[column.name].dropna() <= pandas.Timestamp("2025-12-31")).all(), column.name
    kept = rows.index[:2] if happened else rows.index
    assert list(earlier.rows.index) == list(kept)
    untouched = [each.name for each in declared.columns if not (each.latest or each.known_from)]
    pandas.testing.assert_frame_equal(earlier.rows.loc[kept, untouched], rows.loc[kept, untouched])
