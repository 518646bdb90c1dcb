"""Rows are laid before great-expectations, judged by expectations, and taken away again."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any

import pandas

from validation.rows.expectation_suites import expectation, great_expectations
from validation.rows.great_expectations_insides import (
    name_what_is_asked_plainly,
    take_no_fingerprints,
    written_down_once,
)
from validation.rules.rule import Rule

ONE_AT_A_TIME = Lock()
"""great-expectations keeps a context for the whole process, so two checks may not share it at once."""


def places_that_break(rules: Sequence[Rule], table: pandas.DataFrame) -> dict[Rule, list[int]]:
    """Return the places in a table that break rules, by rule, counted from 0.

    Whether any row breaks a rule is asked in half the time of which, and most rules are kept.
    """
    if not rules or table.empty:
        return {}
    with _laid(table) as judge:
        satisfied = {
            result.expectation_config.meta["rule"] for result in judge(rules, "BOOLEAN_ONLY") if result.success
        }
        broken = [rule for rule in rules if rule.id not in satisfied]
        if not broken:
            return {}
        results = {result.expectation_config.meta["rule"]: result for result in judge(broken, "COMPLETE")}
    places = {}
    for rule in broken:
        result = results[rule.id]
        if "unexpected_index_list" not in result.result:
            raise RuntimeError(f"great-expectations could not judge {rule.id}: {result.exception_info}")
        places[rule] = result.result["unexpected_index_list"]
    return places


@contextmanager
def _laid(table: pandas.DataFrame) -> Iterator[Callable[[Sequence[Rule], str], Sequence[Any]]]:
    """Lay a table before great-expectations, give what judges it by rules, and take it away again."""
    with ONE_AT_A_TIME, written_down_once():
        place = _place()
        batch = place.get_batch({"dataframe": table})
        try:
            yield lambda rules, result_format: _results(batch, rules, result_format)
        finally:
            # The place keeps the rows that were judged last, and a child's row is not to outlive its check.
            _results(place.get_batch({"dataframe": pandas.DataFrame()}), (), "BOOLEAN_ONLY")


def _results(batch: Any, rules: Sequence[Rule], result_format: str) -> Sequence[Any]:
    # Without index column names positions come back, many times faster; the caller turns them into rows.
    expectations = [expectation(rule) for rule in rules]
    suite = great_expectations().ExpectationSuite(name="rows", expectations=expectations)
    return batch.validate(suite, result_format={"result_format": result_format}).results


def _place() -> Any:
    """Find the one place where rows are laid, whatever context others of this process made since."""
    from great_expectations.data_context.data_context.context_factory import set_context

    context = _context()
    set_context(context)
    return context.data_sources.get("arrivals").get_asset("rows").get_batch_definition("all")


@cache
def _context() -> Any:
    """Make the context of all checks: great-expectations writes down all its settings for each, and each source."""
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = great_expectations().get_context(mode="ephemeral")
    take_no_fingerprints()
    name_what_is_asked_plainly()
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    context.data_sources.add_pandas("arrivals").add_dataframe_asset("rows").add_batch_definition_whole_dataframe("all")
    return context
