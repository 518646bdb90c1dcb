"""Figures that anybody can look up, read from DfE's own files through the store: Brent's, and all counted again."""

import pytest

from data.access import LOCAL_USER as LOCAL
from data.published.published_figures import edition_for, keep_release, published
from data.published.recount import recounts
from data.store.store import Store
from indicators.comparison.comparators import comparator_named
from indicators.comparison.comparison import compare
from indicators.engine.catalogue import indicator_called
from tests.published import needs_files, real

BRENT = "E09000005"
BANDS = ("three_months_or_less", "three_to_six_months", "six_months_to_a_year", "one_to_two_years", "two_years_or_more")
pytestmark = needs_files


@pytest.fixture(scope="module")
def loaded():
    """Give a store with every release loaded."""
    store = Store.in_memory()
    for release in real()[1]:
        keep_release(store, LOCAL, release)
    yield store
    store.close()


def brents(store, measure) -> dict[int, tuple]:
    """Return what is kept of Brent by year: the halves and the figure, or the word in its place."""
    edition = edition_for(store, measure, BRENT)
    return {
        each.year: (each.numerator, each.denominator, each.value if each.value is not None else each.value_missing)
        for each in published(store, measure, edition.release)
        if each.authority == BRENT
    }


def values(store, measure) -> list:
    """Return Brent's figures, year by year."""
    return [figure for _, _, figure in brents(store, measure).values()]


def test_caseloads_of_2018_to_2025(loaded):
    held = brents(loaded, "workforce.average_caseload")
    assert list(held) == list(range(2017, 2026))
    assert held[2017] == (None, None, "x") and held[2025] == (2259, 143.2, 15.8)
    assert [held[year][2] for year in range(2018, 2026)] == [14.5, 15.3, 16.4, 16.2, 15.4, 15.1, 15.2, 15.8]


def test_the_place_in_london_in_2025(loaded):
    whom = comparator_named(loaded, "london", BRENT)
    found = compare(loaded, LOCAL, indicator_called("average_caseload"), BRENT, whom)[-1]
    assert found.rank == "3rd highest of 30 with a figure; 2 not available"
    known = sorted((span.high for _, span in found.members if span is not None), reverse=True)
    assert known[1] > found.own.span.high > known[2]
    shape = found.to_json()
    assert (shape["low"], shape["as_at"]) == (13.8, "2025-09-30") and shape["release"].endswith("2026)")


def test_plans_at_31_march_of_2013_to_2025_with_their_duration(loaded):
    plans = values(loaded, "plans_by_duration.children_on_a_plan")
    assert plans == [172, 229, 226, 198, 199, 325, 298, 254, 280, 374, 362, 361, 329]
    bands = {band: brents(loaded, f"plans_by_duration.{band}") for band in BANDS}
    assert [bands[band][2025][0] for band in BANDS] == [62, 94, 87, 74, 12]
    assert [bands[band][2025][2] for band in BANDS] == [18.8, 28.6, 26.4, 22.5, 3.6]
    assert [bands["two_years_or_more"][year][2] for year in range(2017, 2026)] == [
        "c",
        0,
        3.7,
        2.8,
        "c",
        3.2,
        3,
        3,
        3.6,
    ]
    for place, year in enumerate(range(2013, 2026)):
        known = [bands[band][year][0] for band in BANDS]
        hidden = known.count(None)
        assert sum(each or 0 for each in known) == plans[place] if not hidden else year in (2017, 2021) and hidden == 2


def test_numbers_and_rates_of_looked_after_children(loaded):
    assert values(loaded, "looked_after.looked_after") == [289, 341, 319, 307, 296]
    assert values(loaded, "looked_after.looked_after_rate") == [38, 47, 43, 41, 39]
    assert values(loaded, "looked_after.started_rate") == [22, 30, 21, 19, 18]
    assert values(loaded, "looked_after.ceased_rate") == [24, 23, 24, 22, 20]
    assert brents(loaded, "looked_after.looked_after_rate")[2025] == (296, 75001, 39)


@pytest.mark.parametrize(
    ("measure", "figure"),
    [
        ("placement_stability.three_or_more", (41, 296, 14)),
        ("placement_stability.three_or_more_in_two_years", (65, 206, 32)),
        ("placement_stability.same_carer_two_years", (47, 90, 52)),
        ("absence.lac_overall", (4139, 36097, 11.5)),
        ("absence.lac_persistent", (35, 105, 33.3)),
        ("absence.plan_overall", (12819, 71127, 18)),
        ("absence.plan_persistent", (103, 205, 50.2)),
        ("absence.need_overall", (44429, 347599, 12.8)),
        ("absence.need_persistent", (391, 992, 39.4)),
        ("care_leavers_activity.in_work_or_study_19_to_21", (154, 255, 60)),
        ("care_leavers_activity.not_in_work_or_study_19_to_21", (90, 255, 35)),
        ("care_leavers_activity.not_known_19_to_21", (11, 255, 4)),
        ("care_leavers_accommodation.suitable_19_to_21", (229, 255, 90)),
        ("care_leavers_accommodation.unsuitable_19_to_21", (15, 255, 6)),
    ],
)
def test_stability_absence_and_care_leavers_of_2025(loaded, measure, figure):
    assert brents(loaded, measure)[2025] == figure


def test_every_figure_of_an_authority_comes_out_of_its_halves():
    found = recounts(real()[1])
    assert len(found) > 50_000
    local = [each for each in found if each.figure.authority[:3] in ("E06", "E08", "E09", "E10")]
    whole = [each for each in local if not each.figure.measure.startswith("workforce.")]
    assert len(whole) > 40_000 and all(each.same for each in whole), "numbers of authorities are not rounded"
    assert all(each.explained for each in local), "full-time equivalents are, to one decimal"
    assert {each.figure.authority[:3] for each in found if not each.explained} == {"E12", "E13", "E92"}
