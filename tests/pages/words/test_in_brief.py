"""A word or two say the same as the sentences; a movement is that of what is shown."""

from dataclasses import replace
from datetime import date

from data.annotations.targets import LOCAL_TARGET, Target
from indicators.engine.catalogue import indicator_called
from pages.words.in_brief import MISSED, NO_FIGURE, NOT_JUDGED, aimed, apart, how_many_change, is_news, moved, state_of
from tests.pages.words.test_trend_judgement import PLANS, STEADY, a_series

OCTOBER = date(2026, 10, 31)
RISES = [*STEADY[:20], 30, 31, 32, 33]
FALLS = [90.0] * 10 + [91.0] * 10 + [60.0] * 4


def test_what_a_measure_does_is_a_shape_and_a_word_and_says_why():
    concern = state_of(a_series(RISES))
    assert (concern.name, concern.mark, concern.word) == ("concern", "▲", "Concern")
    assert concern.why.startswith("Rose above its upper limit")
    assert state_of(a_series(FALLS, 100.0, PLANS)).mark == "▼", "a concern points where the figures go"
    assert state_of(a_series(STEADY)).word == "No news"
    assert state_of(a_series(STEADY[:5])).name == NOT_JUDGED
    assert state_of(a_series([*STEADY, None])).name == NO_FIGURE


def test_only_what_changes_by_more_than_chance_is_news():
    assert is_news(a_series(RISES))
    assert not any(is_news(a_series(values)) for values in (STEADY, STEADY[:5], [*RISES, None]))


def test_a_movement_is_that_of_the_figures_as_they_are_shown():
    series = a_series([*STEADY[:-2], 15.04, 15.26])
    assert apart(series.now, series.ago(1)) == "+0.3"
    assert apart(a_series([15.04]).now, series.now) == "−0.3"
    assert apart(series.now, a_series([15.31]).now) == "0"
    assert apart(series.now, None) == apart(a_series([None]).now, series.now) == ""


def test_a_movement_says_since_when_and_shares_move_by_points():
    assert moved(a_series([*[50] * 12, 52, 53], 100.0, PLANS)) == "+1.0 points since September, +3.0 in a year"
    assert moved(a_series([1, 1])) == "same as September"
    assert moved(a_series([*[50] * 12, None, 53], 100.0, PLANS)) == "+3.0 points in a year"
    assert moved(a_series([1])) == ""


def test_a_target_says_what_it_asks_and_whether_that_was_met():
    least = Target("X", PLANS.id, 95.0, None, OCTOBER, None, LOCAL_TARGET, "The board", "Plan, page 9")
    figure = a_series([90.0], 100.0, PLANS).now
    assert aimed(least, figure) == ("95% or more", MISSED)
    assert aimed(least, replace(figure, value=None)) == ("95% or more", "")
    assert aimed(None, figure) == ("", "")


def test_how_many_change_says_what_chance_alone_would_do():
    said = how_many_change([a_series(RISES), *[a_series(STEADY)] * 40, a_series([None])])
    assert said == (
        "1 needs attention, 40 show no news and 1 has no figure. By chance alone about 2 of 41 would change."
    )
    assert how_many_change([a_series(STEADY)]).startswith("None needs attention and 1 shows no news. By chance alone")
    assert how_many_change([a_series([None], indicator=indicator_called("children_on_a_plan"))]) == "1 has no figure."
