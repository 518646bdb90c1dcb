"""The page of alerts counts what it shows, says what chance alone would do, and leads to each service."""

import re

import pytest

from indicators.variation.alerts import by_chance
from pages.kit.month.alerts import WHOLE, chance_alone, how_many
from tests.pages.conftest import open_app, said


def test_what_chance_alone_would_do_is_said():
    assert "about 54 would stand here by chance" in chance_alone(893)
    assert how_many([], 893, True) == "Of 893 figures of teams that can be judged, 0 change by more than chance."


@pytest.mark.usefixtures("invented")
def test_the_page_counts_what_it_shows():
    app = open_app("alerts")
    counted = re.search(r"Of (\d+) figures of teams that can be judged, (\d+) change", said(app))
    assert counted is not None
    judged, found = map(int, counted.groups())
    assert f"about {by_chance(judged)} would" in said(app)
    parts = [int(many) for each in app.expander for many in re.findall(r": (\d+) of \d+$", each.label)]
    assert sum(parts) == found > 0
    team = re.search(r"\*\*(Locality|Assessment|Care Planning|Leaving Care|Disabled)[^*]*: [^*]+\*\*: ", said(app))
    assert team is not None, "a team is named before its figure"
    app.segmented_control(key="judge").set_value(WHOLE).run()
    assert not app.exception and "figures that can be judged" in said(app)
