"""The suite stands by itself: great-expectations alone, given its JSON, finds the rows that a check finds."""

import gc
import json
import random
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pandas
import pytest

import validation.rows.great_expectations_batch as batch
from data.arrivals import typed
from data.extracts import all_extracts
from pages.terminal.run import main
from tests.examples import MONTH_END, example_texts
from tests.validation.rows.test_oracle import dirty_choices
from validation.rows.broken_rows import broken_rows
from validation.rows.expectation_suites import expectation, suite_for
from validation.rows.great_expectations_insides import written_down_once
from validation.rows.put_off import PutOff, put_off
from validation.rules.demands import rules_of

ROOT = Path(__file__).parents[3]
LEAST_EXPECTATIONS = 1038


def dirt(declared, rows=120):
    """Return rows of values good and wrong, all of which can be read."""
    seeded = random.Random(declared.name)
    texts = pandas.DataFrame(
        {column.name: [seeded.choice(dirty_choices(column)) for _ in range(rows)] for column in declared.columns},
        index=range(5, rows + 5),
        dtype=object,
    )
    unreadable = typed(declared, texts).filter(like="unreadable:").notna().to_numpy()
    return typed(declared, texts.mask(unreadable, None))


@pytest.mark.parametrize("extract", ["school_attendance", "social_workers", "visits"])
def test_its_json_finds_the_same_rows_in_a_context_of_its_own(extract, capsys):
    assert main(["suite", extract, "--month", "2026-10"]) == 0
    told = json.loads(capsys.readouterr().out)
    import great_expectations  # here, since it takes seconds and processes without this test need not pay

    suite = great_expectations.ExpectationSuite(told["name"], expectations=told["expectations"])
    declared = all_extracts()[extract]
    table = dirt(declared)
    asset = great_expectations.get_context(mode="ephemeral").data_sources.add_pandas("plain").add_dataframe_asset("any")
    rows = {"dataframe": table.reset_index(drop=True)}
    batch = asset.add_batch_definition_whole_dataframe("all").get_batch(rows)
    found = {
        result.expectation_config.meta["rule"]: table.index[result.result.get("unexpected_index_list") or []].tolist()
        for result in batch.validate(suite, result_format="COMPLETE").results
    }
    assert found == broken_rows(declared, table, MONTH_END)
    assert sum(map(bool, found.values())) > len(found) / 2


def test_no_row_outlives_its_check():
    declared = all_extracts()["children"]
    broken_rows(declared, typed(declared, example_texts(declared, [{}] * 4321)), MONTH_END)
    gc.collect()
    assert not [each for each in gc.get_objects() if isinstance(each, pandas.DataFrame) and len(each) == 4321]


def test_there_are_as_many_expectations_as_rules_and_no_fewer_than_there_were():
    suites = {name: suite_for(declared, MONTH_END).expectations for name, declared in all_extracts().items()}
    assert {name: len(suite) for name, suite in suites.items()} == {
        name: len(rules_of(declared, MONTH_END)) for name, declared in all_extracts().items()
    }
    assert sum(map(len, suites.values())) >= LEAST_EXPECTATIONS


def test_each_expectation_of_the_suite_is_the_one_that_judges(monkeypatch):
    judged = []
    monkeypatch.setattr(batch, "expectation", lambda rule: judged.append(expectation(rule)) or judged[-1])
    declared = all_extracts()["school_attendance"]
    broken_rows(declared, dirt(declared), MONTH_END)
    printed = {
        each.meta["rule"]: each.configuration.to_json_dict() for each in suite_for(declared, MONTH_END).expectations
    }
    ran = {each.meta["rule"]: each.configuration.to_json_dict() for each in judged}
    assert ran == {rule: printed[rule] for rule in ran}
    # A column that is blank throughout breaks no rule of values.
    assert {rule.rpartition(".")[2] for rule in printed.keys() - ran.keys()} <= {"readable"}


def test_what_is_touched_of_its_insides_is_what_the_pinned_version_has():
    """Another version may call them otherwise, and be slow again in silence."""
    [pinned] = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if line.startswith("great-exp")]
    assert pinned == f"great-expectations=={version('great-expectations')}"
    rows = batch._place().get_batch({"dataframe": pandas.DataFrame({"a": [1, 2]})})
    markers = rows.data.execution_engine.batch_manager.active_batch_markers
    assert markers["pandas_data_fingerprint"] == ""
    one = suite_for(all_extracts()["children"], MONTH_END).expectations[0]
    assert one.configuration is not one.configuration
    with written_down_once():
        assert one.configuration is one.configuration
    assert one.configuration is not one.configuration
    from great_expectations.core.id_dict import IDDict

    named = IDDict(column="sex", batch_id="a").to_id()
    assert named == IDDict(batch_id="a", column="sex").to_id() == "[('batch_id', 'a'), ('column', 'sex')]"


def test_a_module_is_put_off_until_it_is_used(tmp_path, monkeypatch):
    (tmp_path / "seldom_used.py").write_text("weight = 40\n")
    monkeypatch.syspath_prepend(tmp_path)
    with put_off("seldom_used", "json"):
        import seldom_used  # pyright: ignore[reportMissingImports] -- it was written above

        assert "weight" not in vars(seldom_used), "it was imported at once"
        assert not isinstance(sys.modules["json"], PutOff), "what is there already is put off"
    assert "seldom_used" not in sys.modules
    assert seldom_used.weight == 40
    assert not isinstance(sys.modules["seldom_used"], PutOff)
    monkeypatch.delitem(sys.modules, "seldom_used")


def test_great_expectations_brings_no_statistics_and_no_charts_along():
    work = "import sys, pandas; from datetime import date; from data.extracts import all_extracts\n"
    work += "from data.arrivals import typed; from validation.rows.broken_rows import broken_rows\n"
    work += "visits = all_extracts()['visits']; rows = typed(visits, pandas.DataFrame({'visit_id': ['A', 'A']}))\n"
    work += "assert broken_rows(visits, rows, date(2026, 10, 31))['visits.visit_id.unique'] == [0, 1]\n"
    work += "print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", work], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "great_expectations.expectations" in loaded.split()
    assert {"scipy.stats", "altair"}.isdisjoint(loaded.split())
