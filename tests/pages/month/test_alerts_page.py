"""The page of alerts counts what it shows, says what chance alone would do, and leads to each service."""

import re

import pytest

from indicators.variation.alerts import by_chance
from pages.kit.month.alerts import FIRST, WHOLE, chance_alone, how_many
from tests.pages.conftest import open_app, open_folds, said


def test_what_chance_alone_would_do_is_said():
    assert "about 54 would stand here by chance" in chance_alone(893)
    assert how_many([], 893, True) == "Of 893 figures of teams that can be judged, 0 change by more than chance."


@pytest.mark.usefixtures("invented")
def test_the_page_counts_what_it_shows():
    app = open_app("alerts")
    counted = re.search(r"Of ([\d,]+) figures of teams that can be judged, (\d+) change", said(app))
    assert counted is not None
    judged, found = (int(many.replace(",", "")) for many in counted.groups())
    assert f"about {by_chance(judged)} would" in said(app)
    parts = [int(many) for each in app.expander for many in re.findall(r": (\d+) of \d+$", each.label)]
    assert sum(parts) == found > 0
    (board,) = [each.proto.body for each in app.get("html") if "measure-board" in each.proto.body]
    names = re.findall(
        r'class="measure-name" data-inside="" href="/indicator\?id=[a-z0-9_]+&amp;[^"]+">([^<]+)<', board
    )
    assert len(names) == FIRST and names[0] == "Leaving Care 2: Pathway plans reviewed in the last six months"
    assert board.count("<img ") == board.count("measure-made-of") == FIRST
    assert "96 of 157 young people" in board and "Its average is " in board and " points since September" in board
    assert {"Moved", "Made of", "Why"} <= set(open_folds(app).table[0].value.columns)
    app.segmented_control(key="judge").set_value(WHOLE).run()
    assert not app.exception and "figures that can be judged" in said(app)
