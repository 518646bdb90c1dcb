"""Every indicator's worked examples, which are also printed on the definitions page, come out as they say."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from data.access import LOCAL_USER as LOCAL
from data.extract import Declared
from data.extracts import all_extracts
from data.months import month_end
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from indicators.engine.declaration import Indicator
from indicators.figures.measured_figures import rows_behind
from tests.every_case import by_id, every
from tests.examples import example_rows
from tests.store_filling import BRENT, publish_rows

ROOT = Path(__file__).parents[3]
TOLD = {"who", "says", "numerator", "denominator", "counted"}
CASES = [pytest.param(each, id=each.id) for each in all_indicators().values()]


def examples_of(indicator: Indicator) -> dict:
    path = ROOT / "indicators" / indicator.service / f"{indicator.file}.examples.toml"
    return tomllib.loads(indicator.kind.filled(path.read_text(encoding="utf-8")))


def rows_of(indicator: Indicator, examples: list[dict], month) -> dict[str, pd.DataFrame]:
    """Write each example's rows with the name of whom it is about; everybody has a row in children."""
    stated: dict[str, list[dict]] = {extract: [] for extract in indicator.extracts}
    for example in examples:
        for extract in indicator.extracts:
            rows = example.get(extract, [{}] if extract == "children" else [])
            stated[extract] += [named for row in rows for named in _named(extract, row, example["who"])]
    return {extract: example_rows(extract, rows, month_end=month) for extract, rows in stated.items()}


def _whose(declared: Declared) -> str:
    """Name the column that says whom a row is about: the worker where each row must name one, else the child."""
    required = [column.name for column in declared.columns if column.required]
    if "worker_id" in required and declared.one_open_per != "child_id":
        return "worker_id"
    return "child_id" if "child_id" in declared.column_names else required[0]


def _named(extract: str, row: dict, who: str) -> list[dict]:
    whose = _whose(all_extracts()[extract])
    times = row.get("times", 1)
    stated = {name: value for name, value in row.items() if name != "times"}
    return [{whose: who.replace(" ", "-"), **stated}] * times


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """Give a store in which each indicator's examples supersede those of the one before."""
    store = Store.in_memory()
    yield store
    store.close()


@pytest.mark.parametrize("indicator", CASES)
def test_the_examples_come_out_as_they_say(store, indicator):
    told = examples_of(indicator)
    month = month_end(told["month"])
    publish_rows(store, rows_of(indicator, told["example"], month), month)
    rows = rows_behind(store, LOCAL, indicator, BRENT, month)
    whose = rows["child_id"].fillna(rows["subject"])
    for example in told["example"]:
        counted = rows[whose == example["who"].replace(" ", "-")]
        if not example.get("counted", True):
            assert counted.empty, example["says"]
            continue
        assert not counted.empty, example["says"]
        assert counted["numerator"].sum() == example["numerator"], example["says"]
        assert counted["denominator"].sum() == example.get("denominator", 1), example["says"]


@every("indicator", all_indicators().values(), by_id)
def test_the_examples_show_both_sides_of_a_boundary(indicator):
    told = examples_of(indicator)["example"]
    assert len(told) >= 4
    outcomes = {(example.get("counted", True), bool(example.get("numerator"))) for example in told}
    assert len(outcomes) >= 2


@every("indicator", all_indicators().values(), by_id)
def test_the_examples_say_nothing_unknown(indicator):
    for example in examples_of(indicator)["example"]:
        assert set(example) <= TOLD | set(all_extracts()), example
        assert {"who", "says"} <= set(example)
