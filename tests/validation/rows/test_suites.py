"""The suite stands by itself: great-expectations alone, given its JSON, finds the rows that a check finds."""

import gc
import json
import random

import pandas
import pytest

from data.arrivals import typed
from data.extracts import all_extracts
from pages.terminal.run import main
from tests.examples import MONTH_END, example_texts
from tests.validation.rows.test_oracle import dirty_choices
from validation.rows.broken_rows import broken_rows


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
