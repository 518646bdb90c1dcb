"""The invented borough's censuses of children in need: read back, they give the figures that its extracts give."""

import pytest

from data.access import LOCAL_USER as LOCAL
from data.arrivals.typed_values import dtype_of
from data.extracts import all_extracts
from data.invention import SEED
from data.invention.cin_census import census_of
from data.invention.columns import columns_of
from data.invention.known_at_month_end import known_at
from data.invention.publication import live_through
from data.invention.sample import csv_of
from data.ledger.delivery import Delivery, Incoming
from data.ledger.loads import store_loads
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from indicators.figures.measured_figures import exact_figures
from tests.data.invention.test_safeguarding_dataset import some_families
from tests.store_filling import BRENT, NO_FINDINGS, OCTOBER, measure_when_asked
from validation.files.opened_files import open_files

pytestmark = pytest.mark.soak

MONTH, YEARS = "2026-10", (2024, 2025, 2026, 2027)
TOLD = 40
"""So many of the indicators, at least, are told by censuses as by extracts."""


def figures_of(files, month=OCTOBER):
    """Return the figures of what files make for a month, by indicator."""
    openings = open_files(files.items(), month, {})
    assert not openings.refused, [finding for file in openings.refused for finding in file.findings]
    loads = []
    for file in openings.usable:
        dtypes = {column.name: dtype_of(column) for column in all_extracts()[file.declared.name].columns}
        table = file.table.reindex(columns=list(dtypes)).astype(dtypes).reset_index(drop=True)
        whole = {"whole_from": file.made.whole_from, "lacking": file.made.lacking} if file.made else {}
        loads.append(Incoming(file.declared.name, table, file.arrival.file, "", "hash", 0, NO_FINDINGS, **whole))
    store = Store.in_memory()
    try:
        store_loads(store, LOCAL, Delivery(BRENT, month, loads), measure_when_asked)
        return {
            figure.indicator: figure
            for figure in exact_figures(store, LOCAL, list(all_indicators().values()), BRENT, [month])
        }
    finally:
        store.close()


def test_a_fifth_of_the_borough_as_censuses_has_the_figures_that_it_has_as_extracts():
    borough = some_families(live_through(SEED), 5)
    ours = known_at(borough, MONTH)
    of_extracts = figures_of({f"{name}.csv": csv_of(columns_of(name), rows) for name, rows in ours.items() if rows})
    of_censuses = figures_of({f"{year}.xml": census_of(borough, year, MONTH) for year in YEARS})
    told = {name for name, figure in of_censuses.items() if figure.numerator is not None}
    both = {name for name in told if of_extracts[name].numerator is not None}
    differ = {
        name: [(figures[name].numerator, figures[name].denominator) for figures in (of_extracts, of_censuses)]
        for name in both
        if of_extracts[name].numerator != of_censuses[name].numerator
        or of_extracts[name].denominator != of_censuses[name].denominator
    }
    assert not differ
    assert len(both) >= TOLD
    assert all(figure.reason for figure in of_censuses.values() if figure.numerator is None)
