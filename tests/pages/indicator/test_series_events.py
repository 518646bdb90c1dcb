"""Targets and events stand on the chart, in its table and in the words for whoever does not see it."""

from dataclasses import replace
from datetime import date

import pytest

from data.annotations.events import PRACTICE, RECORDING, Event
from data.annotations.targets import LOCAL_TARGET, Target
from indicators.variation.control_chart import RUN_CHART
from pages.charts import screen
from pages.charts.of_series.month_line_of import limits_and_marks, month_line_of
from pages.kit.indicator.trend import captions, table
from pages.words.series import Series
from pages.words.series_events import fell_within
from pages.words.trend_judgement import is_it_changing, judged
from tests.pages.conftest import open_app
from tests.pages.conftest import said as told
from tests.pages.words.test_trend_judgement import CASELOAD, STEADY, a_series

LATE = Event("X", date(2026, 3, 1), RECORDING, "Late *entry*", "Cases were entered late.", (), (), "A. Head")
OPENING = Event("X", date(2025, 9, 30), PRACTICE, "Opening", "It opens.", (), (CASELOAD.id,), "B. Head")
TARGET = Target("X", CASELOAD.id, None, 16.0, date(2026, 1, 31), None, LOCAL_TARGET, "The board", "A plan")


def with_all(series: Series) -> Series:
    return replace(series, targets=(TARGET,), events=(OPENING, LATE))


def drawn(series: Series) -> dict:
    return screen.line(month_line_of(series), "light").to_plotly_json()


def test_a_target_is_a_named_dashed_line_from_its_first_month_on():
    chart = drawn(with_all(a_series([*STEADY[:-1], 12.0])))
    (line,) = [each for each in chart["data"] if each.get("name") == "Target 16 or less"]
    assert list(line["y"]).count(None) == 14 and set(line["y"][14:]) == {16.0}
    assert "px" in line["line"]["dash"]
    assert "<b>Target 16 or less</b>" in [each["text"] for each in chart["layout"]["annotations"]]
    far = replace(with_all(a_series(STEADY)), targets=(replace(TARGET, most=50.0),))
    assert drawn(far)["layout"]["yaxis"]["range"][1] > 50, "a target is not cut off"


def test_an_event_is_an_upright_line_before_the_first_month_that_it_falls_in():
    chart = drawn(with_all(a_series(STEADY)))
    assert [each["x0"] for each in chart["layout"]["shapes"]] == ["2025-08-17", "2026-02-14"]
    heights = [each["yshift"] for each in chart["layout"]["annotations"] if each.get("yref") == "paper"]
    assert len(set(heights)) == 2, "titles do not cover each other"


def test_what_is_typed_into_a_title_or_a_source_is_never_read_as_formatting():
    series = replace(with_all(a_series(STEADY)), events=(replace(LATE, title="<b>*x*"),))
    assert "&lt;b&gt;*x*" in [each["text"] for each in drawn(series)["layout"]["annotations"]]
    series = replace(series, targets=(replace(TARGET, source="*A* plan"),))
    assert r"\*A\* plan" in captions(series)[-1] and any(r"\*x\*" in each for each in captions(series))


def test_the_table_and_the_words_say_the_same():
    series = with_all(a_series(STEADY))
    rows = {row["Month"]: row for row in table(series)}
    assert (rows["October 2026"]["Target"], rows["October 2026"]["Event"]) == ("16 or less: met", "–")
    assert (rows["March 2026"]["Event"], rows["December 2025"]["Target"]) == (r"Late \*entry\*", "–")
    assert "Target" not in table(a_series(STEADY))[0] and "Event" not in table(a_series(STEADY))[0]


def test_limits_begin_anew_where_asked_and_the_caption_says_by_whom():
    series = with_all(a_series([20.0] * 10 + [*STEADY, 15.0]))
    found = judged(series).variation
    assert found.begins == 21 and set(found.low[:21]) == {None}
    assert (found.kind, is_it_changing(series).split(":")[0]) != (RUN_CHART, "Concern")
    assert any("begin anew with September 2025, at “Opening”, as B. Head asked" in each for each in captions(series))
    assert not any("begin anew" in each for each in captions(replace(series, events=(LATE,))))


def test_what_came_before_keeps_the_limits_that_it_was_judged_by_and_its_signals():
    before = [20.0 + each for each in STEADY[:20]]
    series = with_all(a_series([*before[:-1], 60.0, *STEADY, 15.0]))
    begins = series.segment.begins
    drawn_by, alone = limits_and_marks(series), limits_and_marks(replace(series, figures=series.figures[:begins]))
    assert drawn_by.low[:begins] == alone.low and drawn_by.marks[:begins] == alone.marks
    assert drawn_by.low[begins:] == judged(series).variation.low[begins:] and None not in drawn_by.low
    assert drawn_by.low[0] > drawn_by.high[-1], "each part has its own"
    assert drawn_by.marks[19] == ("concern", "up")


def test_a_new_segment_too_short_to_be_judged_says_since_when():
    begun = replace(OPENING, day=date(2026, 4, 30))
    series = replace(a_series(STEADY), events=(begun,))
    assert is_it_changing(series) == (
        "Cannot be told: 7 months known since Opening, and 13 are needed to tell change from chance."
    )


def test_an_event_beyond_the_months_shown_is_not_drawn():
    later = replace(OPENING, day=date(2026, 11, 1))
    assert not fell_within(replace(a_series(STEADY), events=(later,)))


@pytest.mark.usefixtures("invented")
def test_a_clone_shows_targets_and_events_on_the_page_of_an_indicator():
    app = open_app("indicator", id="early_help_open", show="line")
    assert "none set" in told(app)
    assert "The average and the limits begin anew with April 2026, at “Family Help goes live”" in told(app)
    app.session_state["show"] = "months"
    (months,) = [table.value for table in app.run().table if "Month" in table.value.columns]
    assert "Early help offer opens" in list(months["Event"])
