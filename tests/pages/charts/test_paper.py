"""Pictures on paper: a gap stays a gap, little looks little, and every shape says what its colour says."""

from base64 import b64decode
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from pages.charts.judged import Judged
from pages.charts.month_line import MonthLine
from pages.charts.own_scale import own_scale
from pages.charts.paper.small_control_chart import small_control_chart
from pages.charts.paper.strip_of_marks import strip
from pages.charts.points import MonthPoint
from pages.charts.said import Said
from pages.charts.strip import Strip

SVG = "{http://www.w3.org/2000/svg}"


def line_of(*values: float | None, low: float = 40.0, high: float = 60.0, marks=(), **said) -> MonthLine:
    points = tuple(MonthPoint(f"2026-{place:02}-01", "", value, "") for place, value in enumerate(values, 1))
    many, middle = len(values), (low + high) / 2
    limits = Judged((low,) * many, (middle,) * many, (high,) * many, tuple(marks) or (None,) * many)
    return MonthLine(points, "What it says.", judged=limits, said=Said(**said))


def drawn(picture) -> ElementTree.Element:
    return ElementTree.fromstring(picture.svg)


def test_a_gap_breaks_the_line_and_a_month_between_gaps_is_a_dot():
    line = replace(line_of(50.0, 51.0, None, 52.0, None, 53.0, 54.0), judged=Judged())
    picture = drawn(small_control_chart(line))
    assert len(picture.findall(f"{SVG}polyline")) == 2
    assert len(picture.findall(f"{SVG}circle")) == 2, "the month between two gaps, and the last"


def test_the_address_is_the_picture_itself():
    picture = small_control_chart(line_of(50.0, 51.0))
    kind, content = picture.address.split(",")
    assert kind == "data:image/svg+xml;base64" and b64decode(content).decode() == picture.svg
    assert picture.alt == "What it says."


@pytest.mark.parametrize("low, high", [(40.0, 60.0), (94.0, 94.4)])
def test_what_moves_within_the_limits_stays_within_two_thirds_of_the_picture(low, high):
    scale = own_scale(line_of(low, high, low, low=low, high=high), 36.0, 4.0)
    assert abs(scale.at(low) - scale.at(high)) <= 32.0 * 2 / 3 + 0.01


def test_what_leaves_the_limits_is_seen_outside_the_band():
    scale = own_scale(line_of(50.0, 50.0, 75.0), 36.0, 4.0)
    assert scale.at(75.0) == 4.0 and scale.at(60.0) > 12


def test_without_limits_the_scale_begins_at_nought():
    scale = own_scale(replace(line_of(90.0, 92.0), judged=Judged()), 36.0, 4.0)
    assert scale.lowest == 0 and scale.at(90.0) - scale.at(92.0) < 1


def test_a_target_far_away_does_not_flatten_the_line_and_is_an_arrow_at_its_edge():
    near, far = line_of(50.0, 51.0, least=(70.0, 70.0)), line_of(50.0, 51.0, least=(900.0, 900.0))
    assert own_scale(near, 36.0, 4.0).holds(70.0) and not own_scale(far, 36.0, 4.0).holds(900.0)
    assert "stroke-dasharray" in small_control_chart(near).svg
    assert small_control_chart(far).svg != small_control_chart(line_of(50.0, 51.0)).svg


def test_what_a_signal_means_has_a_shape_of_its_own():
    shapes = {
        meaning: [
            (part.tag, len((part.get("points") or "").split()))
            for part in drawn(small_control_chart(line_of(50.0, 75.0, marks=(None, (meaning, "up")))))[-1:]
        ]
        for meaning in ("improvement", "concern", "neutral")
    }
    assert shapes["improvement"] == [(f"{SVG}circle", 0)]
    assert shapes["concern"] == [(f"{SVG}polygon", 3)] and shapes["neutral"] == [(f"{SVG}polygon", 4)]


@pytest.mark.parametrize(
    "values",
    [(), (None,), (None, None), (3.0,), (0.0,) * 13, tuple(float(month % 12) for month in range(120))],
    ids=lambda values: f"{len(values)} months",
)
@pytest.mark.parametrize("judged", [True, False])
def test_every_series_stays_within_its_picture(values, judged):
    line = line_of(*values) if judged else replace(line_of(*values), judged=Judged())
    picture = drawn(small_control_chart(line, 240, 40, months=120))
    for part in picture.iter(f"{SVG}polyline"):
        for across, down in (spot.split(",") for spot in (part.get("points") or "").split()):
            assert 0 <= float(across) <= 240 and 0 <= float(down) <= 40


def test_few_months_stand_at_the_right():
    picture = drawn(small_control_chart(line_of(50.0, 51.0)))
    spots = [spot for part in picture.iter(f"{SVG}polyline") for spot in (part.get("points") or "").split()]
    assert min(float(spot.split(",")[0]) for spot in spots) > 200


def test_a_strip_keeps_the_scale_of_all_authorities():
    picture = drawn(strip(Strip((2.5, 2.5), "", (0.5, 2.6), None, (2.3, 2.3), (0.0, 20.0)), 170))
    (disc,) = picture.iter(f"{SVG}circle")
    assert float(disc.get("cx") or 0) < 35, "2.5 of 20 lies at the left"


def test_a_scale_does_not_reach_below_nought_nor_beyond_the_whole():
    counts = own_scale(line_of(1.0, 2.0, low=0.0, high=3.0), 36.0, 4.0)
    shares = own_scale(replace(line_of(97.0, 98.0, low=90.0, high=100.0), ending="%"), 36.0, 4.0)
    assert counts.lowest == 0 and shares.highest == 100


def test_a_target_of_nought_does_not_take_the_scale_below_it():
    line = line_of(12.0, 14.0, low=10.0, high=16.0, most=(0.0, 0.0))
    assert own_scale(line, 36.0, 4.0).lowest == 0
