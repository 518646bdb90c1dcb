"""What is asked of every indicator, whatever it measures."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.invention import AUTHORITY
from data.ledger.history import months_held
from data.ledger.loads import restore, withdraw
from data.months import month_end
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from indicators.engine.frameworks import NATIONAL, OFSTED
from indicators.figures.breakdown import GROUPS, breakdown
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures, rows_behind
from indicators.readme import indicator_list
from tests.every_case import by_id, every
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

INDICATORS = list(all_indicators().values())
MEASURED = sorted({name for each in INDICATORS for name in each.extracts})
FEW = 8
AT_WORK, NOT_AT_WORK = "in_education_employment_or_training", "not_in_education_employment_or_training"
LENGTHS = (
    "three_months_or_less",
    "three_to_six_months",
    "six_months_to_a_year",
    "one_to_two_years",
    "two_years_or_more",
)
WHOLES = [
    tuple(f"cp_plans_{each}" for each in LENGTHS),
    *(
        tuple(f"care_leavers_{of}{each}" for each in (AT_WORK, NOT_AT_WORK, "whose_activity_is_not_known"))
        for of in ("", "of_17_or_18_")
    ),
]
"""Indicators that share one denominator and leave nobody of it out."""
SOME_MONTHS = [month_end(month) for month in ("2023-11", "2024-08", "2025-06", "2026-10")]


@pytest.fixture(scope="module")
def every_month(borough) -> dict[str, list[Figure]]:
    """Give each indicator's figures on the invented borough, in order of months."""
    months = months_held(borough, LOCAL, AUTHORITY)
    return by_indicator(figures(borough, LOCAL, INDICATORS, AUTHORITY, months))


@pytest.fixture(scope="module")
def groups(borough) -> dict[str, dict[str, list[Figure]]]:
    """Give each indicator's figures of some months by group, for every way to form groups."""
    of_children = [each for each in INDICATORS if "child_id" in each.columns]
    return {
        by: by_indicator(
            breakdown(borough, LOCAL, INDICATORS if by == "team" else of_children, AUTHORITY, SOME_MONTHS, by)
        )
        for by in GROUPS
    }


@pytest.fixture(scope="module")
def of_empty_extracts() -> dict[str, list[Figure]]:
    """Give each indicator's figures where every extract was published without a row."""
    with closing(Store.in_memory()) as store:
        publish_rows(store, {name: example_rows(name, []) for name in MEASURED})
        return by_indicator(figures(store, LOCAL, INDICATORS, BRENT, [OCTOBER]))


def by_indicator(told: Sequence[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for figure in told:
        found.setdefault(figure.indicator, []).append(figure)
    return found


@every("indicator", INDICATORS, by_id)
def test_there_is_a_figure_every_month(every_month, indicator):
    assert len(every_month[indicator.id]) == 36
    for figure in every_month[indicator.id]:
        assert figure.value is not None, f"{figure.month}: {figure.reason}"
        assert indicator.unit != "percent" or 0 <= figure.value <= 100


@every("indicator", INDICATORS, by_id)
def test_the_rows_behind_are_counted_once_and_add_up_to_the_figure(borough, every_month, indicator):
    figure = every_month[indicator.id][-1]
    rows = rows_behind(borough, LOCAL, indicator, AUTHORITY, figure.month)
    assert len(rows) and rows["subject"].is_unique
    assert rows.loc[rows["denominator"] > 0, "numerator"].sum() == pytest.approx(figure.numerator)
    if indicator.unit not in ("count", "rate"):
        assert rows["denominator"].sum() == pytest.approx(figure.denominator)
    assert figure.subjects_counted == len(rows[(rows["denominator"] > 0) & (rows["numerator"] > 0)])
    assert figure.subjects_besides == len(rows[rows["numerator"] < rows["denominator"]])


@every("indicator", INDICATORS, by_id)
def test_groups_add_up_to_the_figure(every_month, groups, indicator):
    for by in GROUPS if "child_id" in indicator.columns else ("team",):
        for figure in [each for each in every_month[indicator.id] if each.month in SOME_MONTHS]:
            mine = [part for part in groups[by][indicator.id] if part.month == figure.month]
            of_one = by in ("age_band", "disability", "service") or (by == "team" and "team" not in indicator.columns)
            few = min(figure.denominator or 0, figure.subjects or 0) <= FEW
            none = indicator.unit == "count" and not figure.numerator
            assert none or len(mine) > 1 or (mine and (of_one or few)), "a few may all be of one kind"
            assert sum(part.numerator or 0 for part in mine) == pytest.approx(figure.numerator)
            assert sum(part.not_yet_due for part in mine) == figure.not_yet_due
            if indicator.unit not in ("count", "rate"):
                assert sum(part.denominator or 0 for part in mine) == pytest.approx(figure.denominator)


@pytest.mark.parametrize("parts", WHOLES, ids=lambda each: each[0])
def test_parts_of_a_whole_add_up_to_it(every_month, parts):
    for month in zip(*(every_month[each] for each in parts), strict=True):
        assert sum(part.numerator for part in month) == month[0].denominator


def test_a_month_without_its_extracts_has_no_figure(store):
    for figure in figures(store, LOCAL, INDICATORS, BRENT, [OCTOBER]):
        assert (figure.value, figure.numerator, figure.denominator, figure.load) == (None, None, None, None)
        assert "Not published for October 2026" in figure.reason


def test_a_month_with_one_extract_missing_has_no_figure_made_of_it(store):
    loads = publish_rows(store, {name: example_rows(name, [{}]) for name in MEASURED})
    for missing, load in zip(MEASURED, loads, strict=True):
        withdraw(store, LOCAL, load, "wrong")
        made_of_it = [each for each in INDICATORS if missing in each.needed]
        assert {figure.value for figure in figures(store, LOCAL, made_of_it, BRENT, [OCTOBER])} == {None}
        restore(store, LOCAL, load, "right")


@every("indicator", INDICATORS, by_id)
def test_empty_extracts_give_nought_for_a_count_and_no_figure_for_a_share(of_empty_extracts, indicator):
    (figure,) = of_empty_extracts[indicator.id]
    if indicator.unit in ("count", "rate"):
        assert figure.value == 0
    else:
        assert figure.value is None
        assert figure.reason.startswith("There was nothing to count")


@every("indicator", INDICATORS, by_id)
def test_an_indicator_is_still_within_its_review_date(indicator):
    assert indicator.argument.review_by > date(2026, 11, 1)


def test_every_indicator_stands_in_both_frameworks_and_every_part_of_them_has_some():
    assert {indicator.argument.national for indicator in INDICATORS} == set(NATIONAL)
    assert {indicator.argument.ofsted for indicator in INDICATORS} == set(OFSTED)


def test_the_list_of_indicators_is_fresh():
    from indicators.engine.catalogue import INDICATORS

    assert (INDICATORS / "README.md").read_text(encoding="utf-8") == indicator_list(), "run: make docs"


def test_a_definition_that_counts_a_subject_twice_is_stopped(store):
    from dataclasses import replace

    from indicators.engine.catalogue import indicator_called

    indicator = indicator_called("cin_plans_open")
    sql = indicator.sql.replace("group by child_id", "group by child_id, plan_id")
    doubled = replace(indicator, sql=sql)
    publish_rows(store, {"cin_plans": example_rows("cin_plans", [{"child_id": "Femi"}, {"child_id": "Femi"}])})
    with pytest.raises(ValueError, match="cin_plans_open: a subject is counted twice"):
        figures(store, LOCAL, [doubled], BRENT, [OCTOBER])
