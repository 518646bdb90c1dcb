"""Published figures without a browser: loaded once, kept by release, shown with the reason why one is missing."""

import json
from datetime import datetime

import pytest

from data.store.store import Store
from pages.terminal.run import main
from tests.examples import example_rows
from tests.published import BRENT, LONDON, published_csv, rows_of, workforce
from tests.store_filling import publish_rows


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "house.duckdb"
    Store.create(path).close()
    return path


def told(capsys, *words) -> list[dict]:
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_file_is_loaded_once_and_what_it_lacks_is_said(path, tmp_path, capsys):
    file = tmp_path / "any_name.csv"
    file.write_bytes(
        workforce(rows_of(BRENT, "2026", "2259", "143.2", "15.8"), rows_of(LONDON, "2026", "x", "x", "14.4"))
    )
    assert main(["benchmarks", "load", str(file), "--store", str(path)]) == 0
    said = capsys.readouterr().out
    assert "any_name.csv: Children's social work workforce, 2026, 2 figures, loaded." in said
    assert "so Vacancies is left out" in said
    assert not told(capsys, "benchmarks", "load", str(file), "--store", str(path))[0]["new"]
    (brent,) = told(capsys, "benchmarks", "show", "average_caseload", "--authority", "E09000005", "--store", str(path))
    assert (brent["as_at"], brent["value"], brent["numerator"]) == ("2026-09-30", 15.8, 2259)
    rows = told(capsys, "benchmarks", "show", "average_caseload", "--release", "0", "--store", str(path))
    gone = [row for row in rows if row["value"] is None]
    assert [row["name"] for row in gone] == ["Kensington and Chelsea", "Westminster"]
    assert {row["reason"] for row in gone} == {"not available"}


def test_releases_held_are_listed_with_what_is_probably_out_since(path, capsys, monkeypatch):
    monkeypatch.setattr("data.ledger.clock.now", lambda: datetime(2026, 11, 25, 12))  # noqa: DTZ001 - UTC
    held = {row["publication"]: row for row in told(capsys, "benchmarks", "releases", "--store", str(path))}
    need, care = held["children_in_need"], held["looked_after"]
    assert (need["last_year"], need["later"]) == (2025, "Probably out since 1 November 2026: figures at 31 March 2026")
    assert need["file"] == "b1_children_in_need_2013_to_2026.csv" and need["address"].endswith("/children-in-need")
    assert (care["later"], care["file"], care["address"]) == (None, None, None)
    assert main(["benchmarks", "releases", "--store", str(path)]) == 0
    assert "b1_children_in_need_2013_to_2026.csv" in capsys.readouterr().out


def test_the_metrics_of_dfe_s_dashboard_are_listed_as_on_the_page(capsys):
    metrics = told(capsys, "benchmarks", "dashboard")
    assert len(metrics) == 68 and metrics[1]["indicator"] == "re_referrals"
    assert metrics[1]["comparator"] == "Referrals and re-referrals: Referrals within 12 months of an earlier one"
    assert metrics[16]["indicator"] is None and metrics[16]["answer"].startswith(
        "No extract holds results of key stage 2"
    )


def test_a_heading_that_dfe_renamed_is_read_as_it_is_told(path, tmp_path, capsys):
    file = tmp_path / "d3.csv"
    file.write_bytes(published_csv(["CPP_begun", "CPP_subsequent"], rows_of(BRENT, "2027", "80", "16")))
    asked = ["benchmarks", "load", str(file), "--store", str(path)]
    assert main(asked) == 2
    assert "no column CPP_start" in capsys.readouterr().err
    assert main([*asked, "--read-as", "CPP_begun=CPP_starts"]) == 2
    assert "The nearest column is CPP_start." in capsys.readouterr().err
    assert main([*asked, "--read-as", "CPP_begun=CPP_start"]) == 0
    assert "1 figures, loaded." in capsys.readouterr().out


def test_the_shipped_figures_are_shown_from_the_first_minute(path, capsys):
    asked = ["benchmarks", "show", "average_caseload", "--store", str(path)]
    (brent,) = told(capsys, *asked, "--year", "2025", "--authority", "E09000005")
    assert (brent["value"], brent["numerator"], brent["denominator"]) == (15.8, 2259, 143.2)
    assert main(["benchmarks", "show", "caseload_above_20", "--store", str(path)]) == 2
    assert "No published figure is known for caseload_above_20. There is one for: " in capsys.readouterr().err
    assert main([*asked, "--year", "1999"]) == 2
    assert main([*asked, "--release", "7"]) == 2


def test_an_indicator_is_compared_from_the_first_minute(path, capsys):
    asked = ["compare", "average_caseload", "--authority", "E09000005", "--store", str(path), "--with"]
    rows = told(capsys, *asked, "outer-london")
    assert [row["as_at"] for row in rows] == [f"{year}-09-30" for year in range(2021, 2026)]
    wanted = {"indicator", "authority", "as_at", "value", "comparator", "average", "low", "high"}
    assert wanted | {"with_figure", "without_figure", "list", "release"} <= set(rows[0])
    assert main([*asked, "mars"]) == 2
    assert told(capsys, *asked, "outer-london", "--release", "0") == rows
    assert main([*asked, "outer-london", "--release", "7"]) == 2
    assert "Release 7 holds nothing of Average caseload. Use one of 0." in capsys.readouterr().err


def test_a_group_is_kept_listed_and_compared_with(path, capsys):
    at = ["--store", str(path)]
    assert main(["benchmarks", "group", "West London", "E09000009", "E09000015", *at]) == 0
    said = capsys.readouterr().out
    assert "West London, version 1 of " in said and "kept: Ealing, Harrow." in said
    assert main(["benchmarks", "group", "West London", "E09000015", "E09000009", *at]) == 0
    assert "held already; nothing changed" in capsys.readouterr().out
    assert main(["benchmarks", "group", "West London", "E10000021", *at]) == 2
    assert "Northamptonshire was abolished on 1 April 2021" in capsys.readouterr().err
    (kept,) = told(capsys, "benchmarks", "groups", *at)
    assert (kept["name"], kept["version"], kept["members"]) == ("West London", 1, ["E09000009", "E09000015"])
    rows = told(capsys, "compare", "average_caseload", "--authority", "E09000005", "--with", "West London", *at)
    assert rows[-1]["with_figure"] == 2 and rows[-1]["group"].startswith("West London, version 1")


def test_figures_are_exchanged_between_two_authorities(tmp_path, capsys):
    files = {}
    for authority, long in (("E09000005", 20), ("E09000009", 10)):
        files[authority] = tmp_path / f"{authority}.duckdb"
        store_path = Store.create(files[authority])
        stated = [{"start_date": "2024-01-01" if each < long else "2026-05-01"} for each in range(40)]
        publish_rows(
            store_path, {"child_protection_plans": example_rows("child_protection_plans", stated)}, authority=authority
        )
        store_path.close()
    asked = ["--indicator", "cp_plans_two_years_or_more", "--indicator", "children_on_a_plan"]
    ealing = str(tmp_path / "ealing.json")
    assert main(["exchange", "export", "--out", ealing, *asked, "--store", str(files["E09000009"])]) == 0
    assert "Wrote 2 figures" in capsys.readouterr().out
    assert main(["exchange", "load", ealing, "--store", str(files["E09000005"])]) == 0
    assert "ealing.json: Ealing, October 2026 to October 2026, 2 figures, written on" in capsys.readouterr().out
    (row,) = told(capsys, "exchange", "show", "cp_plans_two_years_or_more", "--store", str(files["E09000005"]))
    assert (row["month"], row["value"], row["low"], row["high"], row["verdict"]) == ("2026-10", 50, 25, 25, "higher")
    assert main(["exchange", "load", ealing, "--store", str(files["E09000009"])]) == 2
    assert "Ealing, which publishes here itself" in capsys.readouterr().err


def test_a_file_that_is_refused_stops_no_other(path, tmp_path, capsys, monkeypatch):
    files = [tmp_path / f"{name}.csv" for name in ("first", "second", "third")]
    for file, year in zip(files, ("2026", "", "2027"), strict=True):
        file.write_bytes(workforce(rows_of(BRENT, year, "2259", "143.2", "15.8")) if year else b"none of DfE's\n")
    asked = ["benchmarks", "load", *map(str, files), "--store", str(path)]
    assert main(asked) == 2
    said = capsys.readouterr()
    assert "first.csv: " in said.out and "third.csv: " in said.out
    assert said.err.count("Error: ") == 1 and "second.csv" in said.err
    monkeypatch.setattr("data.published.releases.read_release", lambda *_: {}["a name"])
    assert main(asked) == 3
    assert capsys.readouterr().err.count("Quote fault ") == 3
