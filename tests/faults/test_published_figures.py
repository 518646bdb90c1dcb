"""Faults of published figures: authorities that come and go are never joined, a symbol is never nought (F59, F60)."""

import pytest

from data.access import LOCAL_USER as LOCAL
from data.published.areas import what_became_of
from data.published.published_figures import published
from data.published.releases import load_file
from tests.published import published_csv, rows_of

EAST = ["Local authority", "E92000001", "England", "E12000004", "East Midlands"]
NORTHAMPTONSHIRE = [*EAST, "928", "E10000021", "Northamptonshire"]
NORTH = [*EAST, "940", "E06000061", "North Northamptonshire"]
BUCKINGHAMSHIRE = ["Local authority", "E92000001", "England", "E12000008", "South East", "825"]
COLUMNS = ["CPP_start", "CPP_subsequent", "CPP_subsequent_percent"]
MEASURE = "subsequent_plans.second_or_later"


def kept(store, *rows):
    load_file(store, LOCAL, "plans.csv", published_csv(COLUMNS, *rows))
    return published(store, MEASURE, 1)


def test_f59_successors_are_not_joined_to_the_authority_that_vanished(store):
    rows = kept(
        store,
        rows_of(NORTHAMPTONSHIRE, "2021", "500", "100", "20"),
        rows_of(NORTH, "2022", "200", "40", "20"),
    )
    assert [(each.authority, each.year) for each in rows] == [("E10000021", 2021), ("E06000061", 2022)]
    told = what_became_of("E10000021")
    assert "Northamptonshire was abolished on 1 April 2021." in told
    assert "North Northamptonshire and West Northamptonshire came after it" in told and "not joined" in told


def test_f59_an_authority_that_only_got_another_code_stays_the_same(store):
    rows = kept(
        store,
        rows_of([*BUCKINGHAMSHIRE, "E10000002", "Buckinghamshire"], "2020", "500", "100", "20"),
        rows_of([*BUCKINGHAMSHIRE, "E06000060", "Buckinghamshire"], "2021", "500", "100", "20"),
    )
    assert [(each.authority, each.year) for each in rows] == [("E06000060", 2020), ("E06000060", 2021)]
    assert what_became_of("E06000060") == what_became_of("E10000002") == ""


@pytest.mark.parametrize("symbol", ["c", "z", "x", "u", "k", ":"])
def test_f60_a_symbol_is_no_number_and_stays_to_be_read(store, symbol):
    rows = kept(store, rows_of(NORTH, "2025", "200", symbol, symbol))
    assert rows[0].denominator == 200 and rows[0].numerator is None and rows[0].value is None
    assert rows[0].numerator_missing == rows[0].value_missing == symbol
