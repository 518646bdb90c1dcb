"""A past pack comes out the same, byte for byte: after months were restated, and after a definition was reworded."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest

from cli import main
from data.access import LOCAL_USER as LOCAL
from data.ledger.loads import withdraw
from data.months import month_end
from data.store.store import Store
from indicators.engine import catalogue
from indicators.engine.catalogue import indicator_called
from indicators.engine.measure import measure_missing
from indicators.figures.breakdown import breakdown
from indicators.figures.measured_figures import figures, rows_behind
from tests.examples import example_rows
from tests.store_filling import BRENT, measure_when_asked, publish_rows

LONG, ALL = "cp_plans_two_years_or_more", "children_on_a_plan"
MONTHS = [month_end(f"2024-{number:02d}") for number in (8, 9, 10)]
OCTOBER = MONTHS[-1]
PACK = date(2024, 11, 10)
"""The day of the pack: long past, on any computer's clock."""


def on_publishing(cursor, authority, months) -> None:
    measure_missing(cursor, [indicator_called(LONG), indicator_called(ALL)], authority, months)


def publish_plans(store: Store, month: date, how_many: int, at: datetime, measure=on_publishing) -> list[int]:
    stated = [{"start_date": "2022-01-01" if number < 8 else "2024-06-01"} for number in range(how_many)]
    rows = example_rows("child_protection_plans", stated, month_end=month)
    return publish_rows(store, {"child_protection_plans": rows}, month, at=at, measure=measure)


def reworded(name: str):
    """Return an indicator whose definition was changed: of more than 29 days, in place of two years."""
    declared = indicator_called(name)
    assert "729" in declared.sql
    return replace(declared, sql=declared.sql.replace("729", "29"))


@pytest.fixture
def path(tmp_path):
    """Give the path of a store with three months of 20 plans, published before the day of the pack."""
    path = tmp_path / "house.duckdb"
    store = Store.create(path)
    for number, month in enumerate(MONTHS):
        publish_plans(store, month, 20, datetime(2024, 11, 3 + number, 12))
    store.close()
    return path


@pytest.fixture
def pack(path, capsys):
    """Take a pack as it was known on its day: what is printed, and the files of figures, for all and by team."""

    def taken() -> list[bytes]:
        asked = ["figures", "--indicator", LONG, "--indicator", ALL, "--from", "2024-08", "--to", "2024-10"]
        asked += ["--as-known-on", f"{PACK}", "--store", str(path)]
        assert main([*asked, "--json"]) == 0
        found = [capsys.readouterr().out.encode()]
        for name, *more in (("all.csv",), ("all.parquet",), ("team.csv", "--by", "team"), ("public.csv", "--public")):
            out = path.with_name(name)
            assert main([*asked, *more, "--out", str(out), "--overwrite"]) == 0
            found.append(without_foot(out))
        capsys.readouterr()
        return found

    return taken


def without_foot(out: Path) -> bytes:
    """Return what a file holds but for its foot, which names the head of the log at that moment."""
    if out.suffix == ".parquet":
        return pd.read_parquet(out).to_csv().encode()
    return b"".join(out.read_bytes().splitlines(keepends=True)[:-1])


def test_a_pack_comes_out_the_same_after_months_were_restated(path, pack):
    before = pack()
    assert b'"value": 40.0' in before[0]
    store = Store.open_file(path)
    for number, month in enumerate(MONTHS):
        publish_plans(store, month, 25, datetime(2024, 12, 3 + number, 12))
    withdraw(store, LOCAL, 1, "the wrong file", datetime(2024, 12, 9))
    (now,) = figures(store, LOCAL, [indicator_called(LONG)], BRENT, [OCTOBER])
    store.close()
    assert now.value == 32
    assert pack() == before


def test_a_pack_comes_out_the_same_after_a_definition_was_reworded(path, pack, monkeypatch):
    before = pack()
    everything = catalogue.all_indicators() | {LONG: reworded(LONG)}
    monkeypatch.setattr(catalogue, "all_indicators", lambda: everything)
    store = Store.open_file(path)
    (now,) = figures(store, LOCAL, [everything[LONG]], BRENT, [OCTOBER])
    publish_plans(store, OCTOBER, 25, datetime(2024, 12, 3))
    store.close()
    assert now.value == 100
    assert pack() == before


def test_groups_and_lists_of_a_past_day_go_by_the_wording_of_that_day(path):
    store = Store.open_file(path)
    long = reworded(LONG)
    assert [each.value for each in breakdown(store, LOCAL, [long], BRENT, [OCTOBER], "team", PACK)] == [40]
    assert [each.value for each in breakdown(store, LOCAL, [long], BRENT, [OCTOBER], "team")] == [100]
    assert rows_behind(store, LOCAL, long, BRENT, OCTOBER, known_on=PACK)["numerator"].sum() == 8
    assert rows_behind(store, LOCAL, long, BRENT, OCTOBER)["numerator"].sum() == 20
    store.close()


def test_the_wording_is_the_last_that_had_been_measured_by_then(path):
    store, long = Store.open_file(path), reworded(LONG)
    figures(store, LOCAL, [long], BRENT, [OCTOBER])
    with store.change() as cursor:
        for day, definition in (("2024-11-05", indicator_called(LONG).definition), ("2024-11-20", long.definition)):
            when = "update store.measured.measurements set measured_at = ?::timestamp where definition = ?"
            cursor.execute(when, [day, definition])
    days = (PACK, date(2024, 11, 19), date(2024, 11, 20), date(2024, 12, 1))
    asked = [figures(store, LOCAL, [long], BRENT, [OCTOBER], day)[0].value for day in days]
    store.close()
    assert asked == [40, 40, 100, 100]


def test_what_was_first_measured_later_stays_as_it_then_came_out(store):
    publish_plans(store, OCTOBER, 20, datetime(2024, 11, 3), measure_when_asked)
    first = figures(store, LOCAL, [indicator_called(LONG)], BRENT, [OCTOBER], PACK)
    assert first[0].value == 40 and figures(store, LOCAL, [reworded(LONG)], BRENT, [OCTOBER], PACK) == first
