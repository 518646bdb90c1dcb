"""Posts add up exactly: 9.4 in any order, on a page, in a file and in the ledger of restatements."""

from datetime import datetime

import pytest

from data.access import LOCAL_USER as LOCAL
from data.extract import Number
from data.extracts import all_extracts
from indicators.change.moved_figures import every_figure, moved
from indicators.change.restatements import restatements
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.breakdown import breakdown
from indicators.figures.figure import figure_of
from indicators.figures.measured_figures import figures
from indicators.figures.tidy_tables import tidy
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

PARTS = [0.9, 0.5, 0.7, 0.9, 0.5, 0.8, 0.9, 0.4, 0.6, 0.8, 0.2, 0.1, 0.6, 0.5, 0.1, 0.9]
IN_POST, TURNOVER = "social_workers_in_post", "social_worker_turnover"


def workers(parts: list[float], **of_the_last) -> dict:
    rows = [{"worker_id": f"W{number}", "team": "North", "fte": fte} for number, fte in enumerate(parts)]
    return {"social_workers": example_rows("social_workers", [*rows[:-1], rows[-1] | of_the_last])}


@pytest.mark.parametrize("parts", [PARTS, PARTS[::-1]], ids=["one way", "the other way"])
def test_posts_add_up_exactly_in_any_order(store, parts):
    assert {sum(PARTS), sum(PARTS[::-1])} == {9.4, 9.399999999999999}, "what doubles come to"
    publish_rows(store, workers(parts))
    told = figures(store, LOCAL, [indicator_called(IN_POST), indicator_called(TURNOVER)], BRENT, [OCTOBER])
    (of_team,) = breakdown(store, LOCAL, [indicator_called(IN_POST)], BRENT, [OCTOBER], "team")
    assert (told[0].value, told[1].denominator, of_team.numerator) == (9.4, 9.4, 9.4)
    assert ",9.4,9.4," in tidy(told).to_csv(index=False)


def test_the_same_posts_in_another_order_move_nothing_and_restate_nothing(store):
    publish_rows(store, workers(PARTS), at=datetime(2026, 11, 4, 12))
    before = every_figure(store, LOCAL, BRENT, OCTOBER)
    publish_rows(store, workers(PARTS[::-1]), at=datetime(2026, 11, 5, 12))
    after = every_figure(store, LOCAL, BRENT, OCTOBER)
    assert {figure.load for figure in before} == {None, 1} and {figure.load for figure in after} == {None, 2}
    assert moved(before, after) == []
    assert restatements(store, LOCAL, list(all_indicators().values()), BRENT, [OCTOBER]) == []


def test_what_is_printed_alike_is_no_move_and_what_is_not_is_one():
    def posts(numerator: float, unit: str = "average"):
        row = {"numerator": numerator, "denominator": 9.4, "children_0_17": None, "not_yet_due": 0, "load": 1}
        indicator = indicator_called("average_caseload" if unit == "average" else IN_POST)
        return figure_of(indicator, BRENT, OCTOBER, row | {"complete": True, "in_part": ()})

    assert not moved([posts(153.2)], [posts(153.2 + 1e-13)]), "of an older store"
    assert not moved([posts(9.4, "count")], [posts(9.399999999999999, "count")])
    assert posts(9.399999999999999, "count").numerator == 9.4
    assert moved([posts(153)], [posts(154)])
    assert moved([posts(9.4, "count")], [posts(9.5, "count")])


def test_every_number_that_is_added_up_fits():
    measured = {name for indicator in all_indicators().values() for name in indicator.extracts}
    columns = [column for name in measured for column in all_extracts()[name].columns if type(column) is Number]
    assert columns and all(column.at_most is not None and column.at_most < 10**9 for column in columns)
