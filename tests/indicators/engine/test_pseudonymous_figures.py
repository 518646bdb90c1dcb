"""The same month, kept as they are and under pseudonyms: every figure, list and study is the same."""

from contextlib import closing

import pandas as pd
import pytest

from data.access import LOCAL_USER as LOCAL
from data.extracts import all_extracts
from data.invention.place import AUTHORITY
from data.ledger.history import months_held, published_rows
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from indicators.engine.measure import measure_missing
from indicators.figures.families import brothers_and_sisters, families
from indicators.studies.step_down import held_cases
from tests.store_filling import publish_rows

FIGURES = """
    select measurements.indicator, measurements.month, figures.* exclude (measurement)
    from store.measured.measurements as measurements
    join store.measured.figures as figures on figures.measurement = measurements.measurement
    order by 1, 2
"""
ROWS = """
    select
        measurements.indicator, measurements.month, rows.team, rows.numerator, rows.denominator, rows.due_on,
        count(*) as many, count(distinct rows.child_id) as children
    from store.measured.measurements as measurements
    join store.measured.rows as rows on rows.measurement = measurements.measurement
    group by all
    order by all
"""


@pytest.fixture
def both(borough, tmp_path):
    """Give an invented month as they are written, and in a file."""
    months = months_held(borough, LOCAL, AUTHORITY)[-1:]
    with closing(Store.in_memory()) as plain, closing(Store.create(tmp_path / "house.duckdb")) as keyed:
        for month in months:
            rows = {name: published_rows(borough, LOCAL, AUTHORITY, month, name) for name in all_extracts()}
            for store in (plain, keyed):
                publish_rows(store, {name: held for name, held in rows.items() if held is not None}, month, AUTHORITY)
        for store in (plain, keyed):
            with store.change() as cursor:
                measure_missing(cursor, list(all_indicators().values()), AUTHORITY, months)
        yield plain, keyed, months


def test_pseudonyms_move_no_figure_no_list_and_no_study(both):
    plain, keyed, months = both
    for question in (FIGURES, ROWS):
        answers = []
        for store in (plain, keyed):
            with store.reading() as cursor:
                answers.append(cursor.execute(question).df())
        assert len(answers[0]) > 150
        pd.testing.assert_frame_equal(*answers)
    studies = [held_cases(store, LOCAL, AUTHORITY, months[-1]).drop(columns="worker") for store in (plain, keyed)]
    pd.testing.assert_frame_equal(*(rows.sort_values(list(rows), ignore_index=True) for rows in studies))
    related = []
    for store in (plain, keyed):
        of_family = families(store, LOCAL, AUTHORITY, months)
        related.append(brothers_and_sisters(of_family, of_family))
    assert related[0] == related[1] != (0, 0)
