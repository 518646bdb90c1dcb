"""The invented borough as a case system writes its dataset: the figures are those of its extracts, in either habit."""

import json
from datetime import timedelta

import pandas
import pytest

from data.access import LOCAL_USER as LOCAL
from data.extracts import all_extracts
from data.invention import SEED
from data.invention.columns import columns_of
from data.invention.dataset_habits import SYSTEMS, in_habit
from data.invention.known_at_month_end import Borough, known_at
from data.invention.need_at_month_end import Need
from data.invention.publication import live_through
from data.invention.safeguarding_dataset import dataset_of
from data.invention.sample import csv_of
from data.ledger.delivery import Delivery, Incoming
from data.ledger.loads import store_loads
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from indicators.figures.measured_figures import exact_figures
from pages.terminal.run import main
from tests.store_filling import BRENT, NO_FINDINGS, OCTOBER, measure_when_asked
from validation.files.opened_files import open_files

pytestmark = pytest.mark.soak

MONTH = "2026-10"
TELLS_MORE = {"lac_visits_in_timescale", "cp_visits_in_timescale"}
"""Of these the invented extracts hold the latest visit alone, seen or not, and the dataset every one."""
TOLD = 100
"""So many of the indicators, at least, are told by the dataset as by extracts."""


@pytest.fixture(scope="module")
def borough():
    return live_through(SEED)


def some_families(borough, share):
    """Return a borough of one family in so many."""
    families = list(dict.fromkeys(id(child.family) for child in borough.everyone))[::share]
    here = set(families)

    def lives(child):
        return id(child.family) in here

    need, names = borough.need, {child.child_id for child in borough.everyone if lives(child)}
    return Borough(
        [child for child in borough.children if lives(child)],
        borough.workers,
        [],
        [],
        Need(
            [case for case in need.cases if lives(case.child)],
            [enquiry for enquiry in need.enquiries if lives(enquiry.case.child)],
            [plan for plan in need.plans if lives(plan.case.child)],
            [contact for contact in need.contacts if lives(contact.child)],
            [spell for spell in need.help if lives(spell.child)],
        ),
        [record for record in borough.records if record.child_id in names],
    )


def figures_of(files):
    """Return the figures of what files make, by indicator."""
    openings = open_files(files.items(), OCTOBER, {})
    assert not openings.refused, [finding for file in openings.refused for finding in file.findings]
    loads = [
        Incoming(
            each.declared.name,
            each.table.reset_index(drop=True).reindex(columns=all_extracts()[each.declared.name].column_names),
            each.arrival.file,
            "",
            "hash",
            0,
            NO_FINDINGS,
            whole_from=each.made.whole_from if each.made else None,
            lacking=each.made.lacking if each.made else (),
        )
        for each in openings.usable
    ]
    store = Store.in_memory()
    try:
        store_loads(store, LOCAL, Delivery(BRENT, OCTOBER, loads), measure_when_asked)
        figures = exact_figures(store, LOCAL, list(all_indicators().values()), BRENT, [OCTOBER])
    finally:
        store.close()
    return {figure.indicator: figure for figure in figures}


def the_same(borough, system):
    """Lay the figures of a dataset beside those of extracts; return those that both tell."""
    ours = known_at(borough, MONTH)
    extracts = {f"{name}.csv": csv_of(columns_of(name), rows) for name, rows in ours.items() if rows}
    of_extracts = figures_of(extracts)
    of_dataset = figures_of(in_habit(dataset_of(borough, MONTH), SYSTEMS[system]))
    told = {name: figure for name, figure in of_dataset.items() if figure.numerator is not None}
    differ = {
        name: ((ours.numerator, ours.denominator), (figure.numerator, figure.denominator))
        for name, figure in told.items()
        if (ours := of_extracts[name]).numerator is not None
        and (ours.numerator, ours.denominator) != (figure.numerator, figure.denominator)
    }
    assert differ.keys() <= TELLS_MORE
    assert all(figure.reason for figure in of_dataset.values() if figure.numerator is None)
    return {name for name in told if of_extracts[name].numerator is not None}


@pytest.mark.parametrize("system", SYSTEMS)
def test_some_of_the_borough_as_a_dataset_has_the_figures_that_it_has_as_extracts(borough, system):
    assert len(the_same(some_families(borough, 8), system)) >= TOLD


def test_the_systems_differ_and_neither_writes_what_is_to_come(borough):
    tables = dataset_of(some_families(borough, 40), MONTH)
    flags, words = (in_habit(tables, SYSTEMS[name]) for name in ("flags", "words"))
    assert flags.keys() >= words.keys() and len(flags) >= 25
    assert b"2026-10-0" in flags["ssd_contacts.csv"] and b"/10/2026" in words["ssd_contacts.csv"]
    assert not [name for name in flags if flags[name] == words.get(name) and b"2026-" in flags[name]]
    last = f"{OCTOBER + timedelta(1):%Y-%m-%d}"
    planned = ("_due", "_expected_dob")
    later = {
        column
        for rows in tables.values()
        for row in rows
        for column, value in row.items()
        if isinstance(value, str) and value[:4].isdigit() and len(value) == 10 and value >= last
    }
    assert not [column for column in later if not column.endswith(planned)]
    assert pandas.Series([len(rows) for rows in tables.values()]).gt(0).sum() >= 20


def test_the_whole_borough_is_written_read_from_its_folder_and_blocked_by_nothing(tmp_path, capsys):
    folder = tmp_path / "dataset"
    assert main(["invent", "--out", str(folder), "--dataset", "neither"]) == 2
    assert "Say one of flags and words" in capsys.readouterr().err
    assert main(["invent", "--out", str(folder), "--dataset", "words"]) == 0
    capsys.readouterr()
    assert main(["check", str(folder), "--month", MONTH, "--json"]) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert findings and not [finding for finding in findings if finding["severity"] == "block"]
