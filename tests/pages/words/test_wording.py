"""Every wording at its edges."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from indicators.engine.catalogue import indicator_called
from indicators.figures.figure import Figure
from pages.words import wording


def figure(value, unit="percent", numerator=None, denominator=None, month=date(2026, 10, 31)) -> Figure:
    return Figure("x", "X", month, unit, value, numerator, denominator, 0, 1)


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (0.05, 1, "0.1"),
        (0.15, 1, "0.2"),
        (0.25, 1, "0.3"),
        (2.5, 0, "3"),
        (3.5, 0, "4"),
        (1.005, 2, "1.01"),
        (28.75 - 1e-12, 1, "28.8"),
        (-0.04, 1, "0.0"),
        (1234567, 0, "1,234,567"),
        (99.95, 1, "100.0"),
    ],
)
def test_numbers_round_half_up(value, decimals, written):
    assert wording.number(value, decimals) == written


@pytest.mark.parametrize(
    ("how_many", "subjects", "written"),
    [
        (0, "children", "0 children"),
        (1, "children", "1 child"),
        (2, "children", "2 children"),
        (1, "young people", "1 young person"),
        (1, "plans", "1 plan"),
        (1, "social workers", "1 social worker"),
        (1200, "plans", "1,200 plans"),
    ],
)
def test_one_child_and_two_children(how_many, subjects, written):
    assert wording.counted(how_many, subjects) == written


@pytest.mark.parametrize(
    ("unit", "amount", "written"),
    [
        ("count", 329.0, "329"),
        ("percent", 0.05, "0.1%"),
        ("percent", 0.0, "0.0%"),
        ("rate", 43.04, "43.0 per 10,000"),
        ("average", 16.25, "16.3"),
        ("percent", None, "–"),
    ],
)
def test_a_figure_carries_its_unit(unit, amount, written):
    assert wording.value(unit, amount) == written


def test_counts_stand_beside_the_percentage():
    plans = indicator_called("cp_plans_two_years_or_more")
    assert wording.made_of(plans, figure(3.6, numerator=12.0, denominator=329.0)) == "12 of 329 plans"
    assert wording.made_of(plans, figure(100.0, numerator=1.0, denominator=1.0)) == "1 of 1 plan"


def test_sessions_are_not_called_children():
    absence = indicator_called("lac_overall_absence")
    assert (
        wording.made_of(absence, figure(10.0, numerator=1360.0, denominator=13341.0))
        == "1,360 sessions missed of 13,341 possible"
    )


@pytest.mark.parametrize(
    ("now", "before", "written"),
    [
        (figure(12.0), figure(10.8, month=date(2026, 9, 30)), "1.2 points more than September"),
        (figure(10.8), figure(12.0, month=date(2026, 9, 30)), "1.2 points less than September"),
        (figure(10.0), figure(11.0, month=date(2026, 9, 30)), "1.0 point less than September"),
        (figure(10.01), figure(10.04, month=date(2026, 9, 30)), "The same as September, as rounded"),
        (figure(5.0, "count"), figure(8.0, "count", month=date(2025, 10, 31)), "3 fewer than October 2025"),
        (figure(5.0, "count"), figure(5.0, "count", month=date(2026, 9, 30)), "The same as September"),
        (
            figure(5.0, "count"),
            figure(None, "count", month=date(2026, 9, 30)),
            "No figure for September to compare with",
        ),
        (figure(5.0, "count"), None, "No earlier month to compare with"),
        (figure(None), figure(5.0), ""),
    ],
)
def test_a_change_is_said_plainly(now, before, written):
    assert wording.change(now, before) == written


def test_a_change_agrees_with_the_figures_as_shown():
    """12.25 and 11.24 are shown as 12.3 and 11.2: 1.1 apart on screen, though 1.0 apart unrounded."""
    assert wording.change(figure(12.25), figure(11.24, month=date(2026, 9, 30))) == "1.1 points more than September"


def test_no_change_claims_a_rise_or_a_fall():
    for now in (1.0, 2.0, 3.0):
        said = wording.change(figure(now), figure(2.0, month=date(2026, 9, 30)))
        assert not any(word in said for word in ("rose", "fell", "better", "worse", "improv"))


def test_moments_are_told_by_the_clocks_here():
    assert wording.moment(datetime(2026, 11, 4, 9, 12)) == "4 Nov 2026, 09:12"  # noqa: DTZ001 - the store's UTC
    assert wording.moment(datetime(2026, 7, 4, 9, 12)) == "4 Jul 2026, 10:12"  # noqa: DTZ001


def test_text_from_files_is_never_formatting():
    assert wording.plain("*Team* [x](y) :red[z] <b> a_b") == r"\*Team\* \[x\](y) \:red\[z\] \<b\> a\_b"


def test_which_way_is_better_is_said():
    low = indicator_called("cp_plans_two_years_or_more")
    assert wording.polarity(low) == "Lower is better"
    assert wording.polarity(replace(low, argument=replace(low.argument, good="none"))) == "No good direction"


def test_an_average_names_both_of_its_halves():
    caseload = indicator_called("average_caseload")
    held = replace(figure(16.3, numerator=2201.0, denominator=135.4), unit="average")
    assert wording.made_of(caseload, held) == "2,201 cases over 135.4 full-time equivalents"
