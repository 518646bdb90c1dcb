"""The planted stories are found as the page about them says, and little else is called a change."""

import pytest

from data.invention.stories import LATE, STORIES
from data.months import month_end
from tests.indicators.planted import PLANTED, WRITTEN, others, series_of_all, stories


@pytest.fixture(scope="module")
def every(borough):
    return series_of_all(borough)


def test_every_story_that_moves_figures_is_looked_for():
    assert {story for story, _ in PLANTED.values()} == set(STORIES) - {LATE}


def test_what_is_found_and_missed_is_written_down(every):
    now = stories(every)
    assert now in WRITTEN.read_text(encoding="utf-8"), "write it anew: python -m tests.indicators.planted"
    assert now.count("**missed**") <= len(PLANTED) // 4


def test_little_else_is_called_a_change(every):
    rest = others(every)
    signals, months = sum(len(found) for found in rest.values()), sum(len(every[name]) for name in rest)
    assert signals / months < 0.015, rest


def test_late_recording_is_not_called_a_change(every):
    written = f"{month_end(LATE.begins):%b %Y}"
    assert not [
        found
        for each in others(every).values()
        for found in each
        if found.endswith(written) or f" {written} to" in found
    ]
