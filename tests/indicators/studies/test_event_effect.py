"""Before and after an event: a step is found within its interval, none is claimed of what stands still."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from data.access import LOCAL_USER as LOCAL
from data.annotations.events import PRACTICE, Event, event_numbered, events
from data.errors import Mendable
from data.invention import AUTHORITY
from data.ledger.history import months_held
from data.months import month_end, months_before
from indicators.engine.catalogue import indicator_called
from indicators.figures.figure import Figure
from indicators.studies.before_and_after import (
    LEAST_AFTER,
    NOT_WITHIN,
    TOO_FEW_AFTER,
    TOO_FEW_BEFORE,
    TOO_MUCH_ALIKE,
    before_and_after,
    months_of_both,
)
from indicators.studies.difference_in_differences import read_distances
from indicators.studies.event_effect import effect
from indicators.variation.judgement import CHANCE, CONCERN
from indicators.variation.segments import named_by
from pages.words.event_effect import caveats, distances, finding, sides

OCTOBER = month_end("2026-10")
CASELOAD, VISITS = indicator_called("average_caseload"), indicator_called("cp_visits_in_timescale")
OPEN, RE_REFERRALS = indicator_called("early_help_open"), indicator_called("re_referrals")
BEGINS = Event("X", date(2025, 11, 1), PRACTICE, "It begins", "Why.", (), (), "A. Head", 7)
"""Of 36 months up to October 2026 it leaves 24 before, and 12 after."""


def series(indicator, values, of: float = 150.0) -> list[Figure]:
    halves = [each * of / 100 if indicator.unit == "percent" else each for each in values]
    months = [months_before(OCTOBER, ago) for ago in range(len(values) - 1, -1, -1)]
    return [
        Figure(indicator.id, "X", month, indicator.unit, float(value), float(half), of, 0, 1)
        for month, value, half in zip(months, values, halves, strict=True)
    ]


def wandering(dice, many: int, carries: float) -> np.ndarray:
    drawn = dice.normal(0, 1, many)
    for place in range(1, many):
        drawn[place] = carries * drawn[place - 1] + np.sqrt(1 - carries**2) * drawn[place]
    return drawn


@pytest.mark.parametrize("carries", [0.0, 0.5, 0.9])
def test_of_what_stands_still_an_effect_is_seldom_claimed(carries):
    dice, claimed = np.random.default_rng(5), 0
    for _ in range(200):
        found = before_and_after(OPEN, series(OPEN, 400 + 30 * wandering(dice, 36, carries)), BEGINS)
        claimed += found.is_more_than_chance is True
    assert claimed / 200 <= 0.05


@pytest.mark.parametrize(("carries", "step"), [(0.0, 8.0), (0.5, -15.0)])
def test_a_step_lies_within_its_interval_and_is_found(carries, step):
    dice, covered, claimed = np.random.default_rng(6), 0, 0
    for _ in range(100):
        values = 60 + 4 * wandering(dice, 36, carries) + step * (np.arange(36) >= 24)
        found = before_and_after(VISITS, series(VISITS, values), replace(BEGINS, day=date(2025, 10, 31)))
        told = found.low is not None and found.high is not None
        covered += not told or (found.low or 0) <= step <= (found.high or 0)
        claimed += found.is_more_than_chance is True
    assert covered >= 94 and claimed >= 80


def test_every_month_counts_by_its_size():
    small = replace(series(VISITS, [100.0])[0], denominator=10.0)
    before = [replace(small, month=months_before(OCTOBER, 12 + ago)) for ago in range(1, 13)]
    before = [*reversed(before)]
    before[-1] = replace(before[-1], value=0.0, denominator=120.0)
    found = before_and_after(VISITS, [*before, *series(VISITS, [50.0] * 12)], replace(BEGINS, day=date(2025, 11, 1)))
    assert found.before is not None and found.before.mean == pytest.approx(100 * 110 / 230)


@pytest.mark.parametrize(
    ("indicator", "day", "mixed"),
    [(CASELOAD, 1, 0), (CASELOAD, 2, 1), (RE_REFERRALS, 1, 11), (RE_REFERRALS, 30, 12)],
)
def test_months_that_count_days_of_both_stand_on_neither_side(indicator, day, mixed):
    assert months_of_both(indicator, replace(BEGINS, day=date(2025, 4, day))) == mixed
    found = before_and_after(indicator, series(indicator, [10.0, 12.0] * 18), replace(BEGINS, day=date(2025, 4, day)))
    assert found.left_out == mixed and found.after is not None
    assert found.after.figures[0].month == months_before(OCTOBER, 18 - mixed)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2023, 10, 31), NOT_WITHIN),
        (date(2026, 11, 1), NOT_WITHIN),
        (date(2024, 4, 1), TOO_FEW_BEFORE),
        (date(2024, 5, 1), ""),
        (date(2026, 8, 1), ""),
        (date(2026, 8, 2), TOO_FEW_AFTER),
    ],
)
def test_so_many_months_are_wanted_on_either_side(day, why):
    found = before_and_after(OPEN, series(OPEN, [400, 420, 390] * 12), replace(BEGINS, day=day))
    assert found.why_none == why and (found.difference is None) == bool(why)
    assert LEAST_AFTER == 3


def test_what_is_counted_again_and_again_tells_nothing():
    drifting = series(OPEN, [400.0 + 5 * place for place in range(36)])
    found = before_and_after(OPEN, drifting, BEGINS)
    assert (found.why_none, found.is_more_than_chance) == (TOO_MUCH_ALIKE, None)
    assert finding(found).endswith("nearly all that is counted in one is counted in the next.")


def test_what_was_changing_before_is_said_and_what_else_happened():
    dice = np.random.default_rng(7)
    rising = np.concatenate([15 + 0.2 * dice.normal(size=21), [18.0, 18.2, 18.1], 15 + 0.2 * dice.normal(size=12)])
    other = replace(BEGINS, day=date(2025, 6, 1), title="Another")
    long_ago = replace(BEGINS, day=date(2025, 4, 30), title="Long ago")
    found = before_and_after(CASELOAD, series(CASELOAD, rising), BEGINS, [BEGINS, other, long_ago])
    assert (found.changing_before, [each.title for each in found.alongside]) == (CONCERN, ["Another"])
    said = "\n".join(caveats(found))
    assert "It was changing before, for the worse." in said and "Another (1 Jun 2025)" in said
    still = before_and_after(CASELOAD, series(CASELOAD, 15 + 0.2 * dice.normal(size=36)), BEGINS)
    assert still.changing_before == CHANCE and "changing before" not in "\n".join(caveats(still))


def test_seasons_are_set_beside_the_same_months():
    waves = [100 + 20 * (place % 12 < 6) + 7 * (place >= 24) for place in range(36)]
    found = before_and_after(OPEN, series(OPEN, waves), BEGINS)
    assert found.seasons == pytest.approx(7)
    few = before_and_after(OPEN, series(OPEN, waves[-16:]), replace(BEGINS, day=date(2026, 1, 1)))
    assert few.seasons is None and "seasons may play a part" in "\n".join(caveats(few))


def test_it_is_said_in_words_with_both_sides():
    values = [40.0, 42.0] * 12 + [70.0, 72.0] * 6
    found = before_and_after(VISITS, series(VISITS, values), replace(BEGINS, day=date(2025, 10, 31)))
    assert sides(found) == [
        "41.0% before: 23 months, November 2023 to September 2025",
        "71.0% after: 12 months, November 2025 to October 2026",
    ]
    assert finding(found).startswith("30.0 points more after than before, with 95% confidence between ")
    assert finding(found).endswith("This is more than chance makes.")


def of_teams(dice, ours: float, everyone: float) -> list[Figure]:
    """Return 36 months of three teams: from November 2025 on ours moves by its own step, and everyone by another."""
    found = []
    for place, whole in enumerate(series(VISITS, [0.0] * 36)):
        after = place >= 24
        for name, of, usual in (("North", 60, 0.7), ("South", 90, 0.6), ("West", 120, 0.65)):
            chance = usual + after * (everyone + ours * (name == "North"))
            counted = float(dice.binomial(of, chance))
            group = replace(whole, by="team", group=name, numerator=counted, denominator=float(of))
            found.append(replace(group, value=100 * counted / of))
    return found


def test_a_team_is_read_beside_all_others_and_what_reached_everyone_is_no_effect():
    dice, months = np.random.default_rng(8), [months_before(OCTOBER, ago) for ago in range(35, -1, -1)]
    begins = replace(BEGINS, day=date(2025, 10, 31))
    covered, claimed, claimed_of_none = 0, 0, 0
    for _ in range(60):
        found = read_distances(VISITS, of_teams(dice, -0.2, 0.1), months, begins, "North")
        assert found.low is not None and found.high is not None
        covered += found.low <= -20 <= found.high
        claimed += found.is_more_than_chance is True
        same = read_distances(VISITS, of_teams(dice, 0.0, 0.1), months, begins, "North")
        claimed_of_none += same.is_more_than_chance is True
    assert covered >= 54 and claimed >= 54 and claimed_of_none <= 5
    rows = distances(found)
    assert (len(rows), rows[0]["Month"], rows[0]["Before or after"]) == (35, "October 2026", "After")
    assert rows[-1]["Beside the other teams"].endswith("points more")
    assert found.team == "North" and "the others were not chosen by lot" in caveats(found)[0]
    assert sides(found)[0].endswith(
        "points more than in the other teams before: 23 months, November 2023 to September 2025"
    )


def test_a_month_in_which_a_team_or_all_others_counted_nothing_stands_on_no_side():
    told = of_teams(np.random.default_rng(9), 0.0, 0.0)
    months = [months_before(OCTOBER, ago) for ago in range(35, -1, -1)]
    gone = [each for each in told if each.group != "North" or each.month != OCTOBER]
    after = read_distances(VISITS, gone, months, BEGINS, "North").after
    assert after is not None and after.figures[-1].month == months_before(OCTOBER, 1)


def test_teams_of_the_borough_are_read_and_an_unknown_one_is_refused(borough):
    months = months_held(borough, LOCAL, AUTHORITY)
    trained = event_numbered(events(borough, LOCAL, AUTHORITY), 8)
    found = effect(borough, LOCAL, VISITS, AUTHORITY, months, trained, "Locality North")
    assert (found.team, found.is_more_than_chance) == ("Locality North", False) and found.alongside
    with pytest.raises(Mendable, match='knows no team "North". Use one of .*Locality North'):
        effect(borough, LOCAL, VISITS, AUTHORITY, months, trained, "North")
    with pytest.raises(Mendable, match="one team cannot be set beside the others"):
        effect(borough, LOCAL, OPEN, AUTHORITY, months, trained, "Locality North")


def test_saturday_clinics_are_read_by_school_years(borough):
    months = months_held(borough, LOCAL, AUTHORITY)
    clinics = next(each for each in events(borough, LOCAL, AUTHORITY) if each.title == "Saturday clinics")
    (lost,) = named_by(clinics)
    found = effect(borough, LOCAL, lost, AUTHORITY, months, clinics)
    assert found.before is not None and found.after is not None
    assert [side.figures[0].month for side in (found.before, found.after)] == [date(2025, 8, 31), date(2026, 8, 31)]
    assert found.is_more_than_chance and (found.high or 0) < -0.2
    assert effect(borough, LOCAL, lost, AUTHORITY, months[:22], clinics).why_none == NOT_WITHIN
    assert effect(borough, LOCAL, lost, AUTHORITY, months[12:], clinics).difference is not None
    late = replace(clinics, day=date(2025, 9, 2))
    assert effect(borough, LOCAL, lost, AUTHORITY, months[:34], late).why_none == TOO_FEW_AFTER


def test_the_planted_stories_are_read_as_they_were_planted(borough):
    months = months_held(borough, LOCAL, AUTHORITY)
    trained = event_numbered(events(borough, LOCAL, AUTHORITY), 8)
    found = effect(borough, LOCAL, indicator_called("supervision_with_reflection"), AUTHORITY, months, trained)
    assert found.low is not None and found.low < 26 < (found.high or 0)
    unplanted = effect(borough, LOCAL, VISITS, AUTHORITY, months, trained)
    assert unplanted.is_more_than_chance is False
