"""The region by command: what its authorities come to, who is beside nobody, and the file for publication."""

import json
from contextlib import closing

import pytest

from data.store.store import Store
from tests.pages.conftest import publish_plans
from tests.store_filling import OCTOBER

BRENT, EALING, HARROW = "E09000005", "E09000009", "E09000015"
PLANS = ("--indicator", "children_on_a_plan")
NOBODY = "Of 1 of 1 lines the figure of one authority at most may be told: there is nobody to compare with."


@pytest.fixture
def pair(tmp_path):
    """Give a store of two authorities, of one of which the number may not be told."""
    place = tmp_path / "house.duckdb"
    with closing(Store.create(place)) as store:
        publish_plans(store, OCTOBER, 40, BRENT)
        publish_plans(store, OCTOBER, 4, EALING)
    return place


def test_the_figure_of_one_is_said_to_be_beside_nobody(run, pair):
    status, told, said = run("region", *PLANS, "--json", "--store", pair)
    assert (status, said.strip()) == (0, NOBODY)
    (line,) = json.loads(told)
    assert (line["authorities"], line["with_figure"], line["hidden"]) == (2, 1, 1)
    assert NOBODY in run("region", *PLANS, "--store", pair, "--out", pair.with_name("region.xlsx"))[2]
    with closing(Store.open_file(pair)) as store:
        publish_plans(store, OCTOBER, 30, HARROW)
    assert run("region", *PLANS, "--store", pair)[2] == ""
