"""What has fallen due stays as it was: a later month of the same records moves no figure of an earlier one."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import pytest

from data.months import month_end, months_before
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from indicators.engine.measure import measure_missing
from tests.indicators.engine.test_set_wise import random_extracts
from tests.store_filling import BRENT, publish_rows

EARLIER = month_end("2026-01")
LATER = months_before(EARLIER, -1)
DEALS = 5
TIMED = [indicator for indicator in all_indicators().values() if "due_on" in indicator.columns]
ANEW = [replace(each, sql=f"{each.sql}\n-- once the later month is published") for each in TIMED]
ROWS = """
    select done.indicator, done.month, done.definition, rows.* exclude (measurement)
    from store.measured.rows as rows
    join store.measured.measurements as done on done.measurement = rows.measurement
    order by all
"""


def many_dealt() -> dict[str, pd.DataFrame]:
    """Deal the random rows of many children, each deal with identifiers of its own."""
    dealt = [random_extracts(random.Random(seed), EARLIER) for seed in range(DEALS)]
    for number, extracts in enumerate(dealt):
        for rows in extracts.values():
            for name in rows.columns[rows.columns.str.endswith("_id")]:
                rows[name] = rows[name] + f"-{number}"
    needed = {name for each in TIMED for name in each.extracts}
    return {name: pd.concat([extracts[name] for extracts in dealt], ignore_index=True) for name in needed}


@pytest.fixture(scope="module")
def rows() -> Iterator[pd.DataFrame]:
    """Give the rows of the earlier month, and those of both months once the same records were published again."""
    store, extracts = Store.in_memory(), many_dealt()
    publish_rows(store, extracts, EARLIER)
    with store.change() as cursor:
        measure_missing(cursor, TIMED, BRENT, [EARLIER])
    publish_rows(store, extracts, LATER)
    with store.change() as cursor:
        measure_missing(cursor, ANEW, BRENT, [EARLIER, LATER])
        yield cursor.execute(ROWS).df()
    store.close()


def those_of(rows: pd.DataFrame, indicators, month) -> pd.DataFrame:
    """Pick the rows of some definitions and a month."""
    mine = rows["definition"].isin([each.definition for each in indicators]) & (rows["month"] == pd.Timestamp(month))
    return rows[mine].drop(columns=["definition", "month"]).reset_index(drop=True)


def test_publishing_a_later_month_moves_no_row_of_an_earlier_one(rows):
    pd.testing.assert_frame_equal(those_of(rows, TIMED, EARLIER), those_of(rows, ANEW, EARLIER))


def test_what_was_due_before_a_month_end_stays_in_time_or_late_while_nothing_more_is_recorded(rows):
    then, now = those_of(rows, TIMED, EARLIER), those_of(rows, ANEW, LATER)
    ripe = then[(then["due_on"] < pd.Timestamp(EARLIER)) & (then["denominator"] > 0)]
    both = ripe.merge(now, on=["indicator", "subject"], suffixes=("", "_later"))
    assert both["indicator"].nunique() > len(TIMED) // 2, "enough of them are asked"
    moved = both[(both["numerator"] != both["numerator_later"]) | (both["denominator"] != both["denominator_later"])]
    assert moved.empty, moved.to_string()
