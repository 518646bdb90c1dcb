"""What is asked of every indicator, whatever it measures."""

from datetime import date

import pytest

from data.invention import AUTHORITY
from data.ledger import months_held
from data.months import month_end
from data.reader import LOCAL
from indicators.breakdown import GROUPS, breakdown
from indicators.catalogue import all_indicators, indicator_list
from indicators.figures import figures, rows_behind
from tests.examples import example_rows
from tests.houses import BRENT, OCTOBER, publish_rows

CASES = [pytest.param(each, id=each.id) for each in all_indicators().values()]
FEW = 8
SOME_MONTHS = [month_end(month) for month in ("2023-11", "2024-08", "2025-06", "2026-10")]


@pytest.fixture(scope="module")
def months(borough) -> list[date]:
    return months_held(borough, LOCAL, AUTHORITY)


@pytest.mark.parametrize("indicator", CASES)
def test_there_is_a_figure_every_month(borough, months, indicator):
    assert len(months) == 36
    for figure in figures(borough, LOCAL, [indicator], AUTHORITY, months):
        assert figure.value is not None, f"{figure.month}: {figure.reason}"


@pytest.mark.parametrize("indicator", CASES)
def test_each_subject_is_counted_once(borough, indicator):
    for month in SOME_MONTHS:
        rows = rows_behind(borough, LOCAL, indicator, AUTHORITY, month)
        assert len(rows) and rows["subject"].is_unique


@pytest.mark.parametrize("indicator", CASES)
def test_the_rows_add_up_to_the_figure(borough, indicator):
    for figure in figures(borough, LOCAL, [indicator], AUTHORITY, SOME_MONTHS):
        rows = rows_behind(borough, LOCAL, indicator, AUTHORITY, figure.month)
        assert rows.loc[rows["denominator"] > 0, "numerator"].sum() == pytest.approx(figure.numerator)
        if indicator.unit not in ("count", "rate"):
            assert rows["denominator"].sum() == pytest.approx(figure.denominator)


@pytest.mark.parametrize("indicator", CASES)
def test_groups_add_up_to_the_figure(borough, indicator):
    for by in GROUPS if "child_id" in indicator.columns else ("team",):
        whole = figures(borough, LOCAL, [indicator], AUTHORITY, SOME_MONTHS)
        parts = breakdown(borough, LOCAL, [indicator], AUTHORITY, SOME_MONTHS, by)
        for figure in whole:
            mine = [part for part in parts if part.month == figure.month]
            of_one = by in ("age_band", "disability", "service") or (by == "team" and "team" not in indicator.columns)
            few = (figure.denominator or 0) <= FEW
            assert len(mine) > 1 or (mine and (of_one or few)), "a few may all be of one kind"
            assert sum(part.numerator or 0 for part in mine) == pytest.approx(figure.numerator)
            assert sum(part.not_yet_due for part in mine) == figure.not_yet_due
            if indicator.unit not in ("count", "rate"):
                assert sum(part.denominator or 0 for part in mine) == pytest.approx(figure.denominator)


@pytest.mark.parametrize("indicator", [case for case in CASES if case.values[0].unit == "percent"])  # type: ignore
def test_a_percentage_lies_within_0_and_100(borough, months, indicator):
    for figure in figures(borough, LOCAL, [indicator], AUTHORITY, months):
        assert 0 <= figure.value <= 100


@pytest.mark.parametrize("indicator", CASES)
def test_a_month_without_its_extracts_has_no_figure(house, indicator):
    (figure,) = figures(house, LOCAL, [indicator], BRENT, [OCTOBER])
    assert (figure.value, figure.numerator, figure.denominator, figure.load) == (None, None, None, None)
    assert "Not published for October 2026" in figure.reason


@pytest.mark.parametrize("indicator", CASES)
def test_a_month_with_one_extract_missing_has_no_figure(house, indicator):
    publish_rows(house, {name: example_rows(name, [{}]) for name in indicator.extracts[1:]})
    (figure,) = figures(house, LOCAL, [indicator], BRENT, [OCTOBER])
    assert figure.value is None


@pytest.mark.parametrize("indicator", CASES)
def test_empty_extracts_give_nought_for_a_count_and_no_figure_for_a_share(house, indicator):
    publish_rows(house, {name: example_rows(name, []) for name in indicator.extracts})
    (figure,) = figures(house, LOCAL, [indicator], BRENT, [OCTOBER])
    if indicator.unit in ("count", "rate"):
        assert figure.value == 0
    else:
        assert figure.value is None
        assert figure.reason.startswith("There was nothing to count")


@pytest.mark.parametrize("indicator", CASES)
def test_an_indicator_is_still_within_its_review_date(indicator):
    assert indicator.argument.review_by > date(2026, 11, 1)


def test_the_list_of_indicators_is_fresh():
    from indicators.catalogue import HERE

    assert (HERE / "README.md").read_text(encoding="utf-8") == indicator_list(), "run: make docs"


def test_a_definition_that_counts_a_subject_twice_is_stopped(house):
    from dataclasses import replace

    from indicators.catalogue import indicator_called

    indicator = indicator_called("children_on_a_plan")
    sql = indicator.sql.replace("group by child_id", "group by child_id, plan_id")
    doubled = replace(indicator, sql=sql)
    rows = example_rows("child_protection_plans", [{"child_id": "Femi"}, {"child_id": "Femi"}])
    publish_rows(house, {"child_protection_plans": rows})
    with pytest.raises(ValueError, match="children_on_a_plan: a subject is counted twice"):
        figures(house, LOCAL, [doubled], BRENT, [OCTOBER])
