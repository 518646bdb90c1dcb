"""Entrants for each leaver are told where both numbers are, and else the reason why not."""

from datetime import date

from indicators.engine.catalogue import all_indicators
from indicators.figures.disclosure import CONFIDENTIAL
from indicators.figures.figure import Figure
from indicators.studies.entrants_per_leaver import PAIRS, indicators_paired, per_leaver

OCTOBER = date(2026, 10, 31)
PAIR = PAIRS[1]


def figure(name: str, numerator: float | None, reason: str = "") -> Figure:
    return Figure(name, "X", OCTOBER, "rate", None, numerator, 10_000.0, 0, 1, reason)


def told(came: Figure | None, went: Figure | None):
    return per_leaver(PAIR, OCTOBER, {PAIR.came: came, PAIR.went: went})


def test_every_pair_names_two_indicators_that_look_back_over_the_same_months():
    assert set(indicators_paired()) <= set(all_indicators())
    for pair in PAIRS:
        for name in (pair.came, pair.went):
            reach = max(all_indicators()[name].reaches)
            assert reach == 12 or "12 months to month end" in all_indicators()[name].argument.numerator, name


def test_it_is_who_came_over_who_went_or_says_why_not():
    came, went = figure(PAIR.came, 30), figure(PAIR.went, 20)
    assert (told(came, went).value, told(came, went).came, told(came, went).went) == (1.5, 30, 20)
    assert told(came, figure(PAIR.went, 0)).reason == "Nobody left." and told(came, figure(PAIR.went, 0)).value is None
    hidden = told(came, figure(PAIR.went, None, CONFIDENTIAL))
    assert hidden.is_hidden and (hidden.value, hidden.came, hidden.went) == (None, None, None)
    assert told(None, went).reason == "There is no figure of October 2026."
