"""Known hazards are recovered from simulated plans, cut off at both ends as real files cut them; no plan is lost."""

from datetime import date
from itertools import product

import numpy as np
import pandas as pd
import pytest

from data.access import LOCAL_USER as LOCAL
from data.months import month_end, months_before
from indicators.studies.drift import cohorts, endings
from indicators.studies.expected_to_pass import expected_to_pass, how_many, seen_in_window
from indicators.studies.plan_cohort import CARE, STEPPED_DOWN_OR_CLOSED, UNKNOWN, Followed, follow, whole_since
from indicators.studies.survival import hazard, share_ended, share_open
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

EARLY, LATE, TURN = 0.0016, 0.0035, 180
"""The hazard a day in the first 180 days, and after them."""
INTO_CARE = 0.2
FIRST = date(2020, 1, 1)


def added_up(days) -> np.ndarray:
    """Return the true hazard added up to so many days."""
    days = np.asarray(days, dtype=float)
    return EARLY * np.minimum(days, TURN) + LATE * np.maximum(days - TURN, 0)


def simulated(how_many_plans: int, since: date, month: date = OCTOBER) -> Followed:
    """Simulate plans of known hazard, of which those that ended before a day are never seen."""
    dice = np.random.default_rng(8)
    start = pd.Timestamp(FIRST) + pd.to_timedelta(dice.integers(0, (month - FIRST).days, how_many_plans), unit="D")
    drawn = dice.exponential(size=how_many_plans)
    ran = np.where(drawn < EARLY * TURN, drawn / EARLY, TURN + (drawn - EARLY * TURN) / LATE)
    end = start + pd.to_timedelta(np.ceil(ran), unit="D")
    how = np.where(dice.random(how_many_plans) < INTO_CARE, CARE, STEPPED_DOWN_OR_CLOSED)
    plans = pd.DataFrame({"plan_id": range(how_many_plans), "start_date": start, "end_date": end, "ending": how})
    plans["family"] = plans["plan_id"] // 2
    plans.loc[plans["end_date"] > pd.Timestamp(month), ["end_date", "ending"]] = None
    seen = plans["end_date"].isna() | (plans["end_date"] >= pd.Timestamp(since))
    return Followed(plans.loc[seen].reset_index(drop=True), since, month)


@pytest.fixture(scope="module")
def known() -> Followed:
    return simulated(12_000, date(2022, 11, 1))


def test_the_share_still_open_is_recovered_and_its_interval_holds_the_truth(known):
    every = cohorts(known)
    assert [(each.first, each.last) for each in every][-1] == (date(2022, 11, 1), date(2023, 10, 31))
    assert len(every) == 4
    shares = [share for each in every for share in each.shares[1:]]
    truth = np.exp(-added_up([share.days for share in shares]))
    assert np.abs(truth - [share.share for share in shares]).max() < 0.05
    held = [share.low <= true <= share.high for share, true in zip(shares, truth, strict=True)]
    assert np.mean(held) > 0.85


def test_ways_of_ending_compete_and_are_recovered(known):
    still_open, every = endings(known)
    by_name = {each.name: each.shares for each in every}
    for place, share in enumerate(still_open):
        assert share.share + sum(shares[place] for shares in by_name.values()) == pytest.approx(1, abs=1e-9)
        ended = 1 - np.exp(-added_up(share.days))
        assert by_name[CARE][place] == pytest.approx(INTO_CARE * ended, abs=0.02)
    assert every[0].name == STEPPED_DOWN_OR_CLOSED


def test_of_plans_as_old_as_each_other_those_that_end_do_so_before_the_open_ones_are_lost_to_view():
    spells = pd.DataFrame(
        {"entry": 0.0, "days": [30.0, 30.0, 60.0, 60.0], "ended": [True, False, True, False]}
        | {"ending": [CARE, None, STEPPED_DOWN_OR_CLOSED, None]}
    )
    drawn = np.random.get_state()[1].copy()  # type: ignore[index]
    for order in ([0, 1, 2, 3], [3, 1, 2, 0]):
        shares = share_ended(spells.iloc[order], [CARE, STEPPED_DOWN_OR_CLOSED], [0, 29, 30, 59, 60, 90])
        assert shares[CARE] == pytest.approx([0, 0, 0.25, 0.25, 0.25, 0.25])
        assert shares[STEPPED_DOWN_OR_CLOSED] == pytest.approx([0, 0, 0, 0, 0.375, 0.375])
    still_open = [share.share for share in share_open(spells, [0, 29, 30, 59, 60, 90])]
    assert still_open == pytest.approx([1, 1, 0.75, 0.75, 0.375, 0.375])
    assert (np.random.get_state()[1] == drawn).all(), "nobody else's draws are begun anew"  # type: ignore[index]


def test_shares_of_plans_seen_in_month_long_steps_add_up_to_all_of_them():
    dice = np.random.default_rng(3)
    entry = dice.choice([0.0, 15.0, 30.0, 300.0], 400)
    spells = pd.DataFrame({"entry": entry, "days": entry + 30.0 * dice.integers(1, 25, 400)})
    spells["ending"] = dice.choice([CARE, STEPPED_DOWN_OR_CLOSED, None], 400)
    spells["ended"] = spells["ending"].notna()
    lengths = range(0, 1100, 10)
    shares = [*share_ended(spells, [CARE, STEPPED_DOWN_OR_CLOSED], lengths).values()]
    shares.append([share.share for share in share_open(spells, lengths)])
    assert np.sum(shares, axis=0) == pytest.approx(1, abs=1e-9)


def test_plans_that_began_before_the_window_are_watched_from_its_first_day(known):
    spells = seen_in_window(known)
    days = np.array([180, 365, 456, 730])
    assert hazard(spells)(days) == pytest.approx(added_up(days), rel=0.1)
    as_if_from_the_start = hazard(spells.assign(entry=0.0))(days)
    assert (as_if_from_the_start < 0.7 * added_up(days))[1:].all(), "it would make every plan seem to last"


def test_what_is_expected_to_pass_is_what_the_true_hazard_says(known):
    plans = known.plans[known.plans["end_date"].isna()]
    for each in expected_to_pass(known, draws=2):
        first, last = (pd.Timestamp(months_before(end, each.months)) for end in (each.after, each.by))
        start = plans.loc[(plans["start_date"] > first) & (plans["start_date"] <= last), "start_date"]
        passes = (start + pd.DateOffset(months=each.months) - start).dt.days
        age = (pd.Timestamp(known.month) - start).dt.days
        assert each.could == len(start)
        assert each.expected == pytest.approx(np.exp(added_up(age) - added_up(passes)).sum(), rel=0.1)
        assert each.low is not None and each.low <= each.expected <= each.high


def test_the_number_that_pass_is_counted_out_exactly():
    chance, families = np.array([0.9, 0.5, 0.2]), np.array(["a", "a", "b"])
    likely = how_many(chance, families)
    by_hand = np.zeros(4)
    for first, second in product((0.05, 0.3, 0.7, 0.95), (0.1, 0.6)):
        # One throw for each family, from each stretch between two chances, weighed by how long the stretch is.
        long = {0.05: 0.2, 0.3: 0.3, 0.7: 0.4, 0.95: 0.1}[first] * {0.1: 0.2, 0.6: 0.8}[second]
        by_hand[(first < 0.5) + (first < 0.9) + (second < 0.2)] += long
    assert likely == pytest.approx(by_hand)
    assert (likely * range(4)).sum() == pytest.approx(chance.sum())


def test_too_few_plans_are_not_made_into_an_expectation():
    few = simulated(60, date(2025, 11, 1))
    assert all(each.expected is None for each in expected_to_pass(few, draws=2) if each.months == 24 and each.could)
    none = Followed(few.plans.head(5), few.since, few.month)
    assert expected_to_pass(none, draws=2) == cohorts(none) == []


def test_what_was_expected_in_a_quiet_year_happened(borough):
    then, now = (follow(borough, LOCAL, "X09000001", month_end(month)) for month in ("2024-12", "2026-10"))
    assert then is not None and now is not None
    became = now.plans.set_index("plan_id")["end_date"]
    still_open = then.plans[then.plans["end_date"].isna()]
    for each in expected_to_pass(then, draws=20):
        first, last = (pd.Timestamp(months_before(end, each.months)) for end in (each.after, each.by))
        start = still_open["start_date"]
        nearing = still_open[(start > first) & (start <= last)]
        ended = became.reindex(nearing["plan_id"]).to_numpy()
        passes = (nearing["start_date"] + pd.DateOffset(months=each.months)).to_numpy()
        assert each.low <= (np.isnat(ended) | (ended > passes)).sum() <= each.high


def plan(number: str, start: str, end: str | None = None, **more) -> dict:
    return {"plan_id": number, "child_id": f"C{number}", "start_date": start, "end_date": end, **more}


def publish_plans(store, month: str, *plans: dict, **more) -> None:
    rows = {"child_protection_plans": example_rows("child_protection_plans", list(plans), month_end=month_end(month))}
    rows |= {name: example_rows(name, each, month_end=month_end(month)) for name, each in more.items()}
    publish_rows(store, rows, month_end(month))


def test_a_plan_that_left_the_window_is_kept_and_one_that_was_taken_out_is_not(store):
    long_gone, mistake = plan("1", "2024-01-10", "2025-03-05"), plan("2", "2025-02-01")
    publish_plans(store, "2025-10", long_gone, mistake, plan("3", "2025-05-01"))
    publish_plans(store, "2026-10", plan("3", "2025-05-01", "2026-02-01"), plan("4", "2026-02-01", other_authority="Y"))
    followed = follow(store, LOCAL, BRENT, OCTOBER)
    assert followed is not None
    assert list(followed.plans["plan_id"]) == ["1", "3"]
    assert followed.since == date(2024, 11, 1)
    assert followed.plans["end_date"].dt.date.tolist() == [date(2025, 3, 5), date(2026, 2, 1)]


def test_a_year_without_a_file_begins_anew():
    months = [(OCTOBER, None), (month_end("2025-10"), None), (month_end("2024-09"), None)]
    assert whole_since(months) == date(2024, 11, 1)
    assert whole_since([(OCTOBER, date(2026, 5, 1)), (month_end("2026-04"), None)]) == date(2025, 5, 1)
    assert whole_since([(OCTOBER, date(2026, 5, 1)), (month_end("2026-03"), None)]) == date(2026, 5, 1)


def test_a_plan_is_told_by_what_followed_within_a_month(store):
    ended = [plan(number, "2025-12-01", "2026-09-01") for number in ("1", "2", "3")]
    care = [{"child_id": "C1", "start_date": "2026-10-02"}, {"child_id": "C2", "start_date": "2026-10-03"}]
    children = [{"child_id": f"C{number}", "date_of_birth": "2015-01-01"} for number in (1, 2)]
    children += [{"child_id": "C3", "date_of_birth": "2008-10-02"}]
    publish_plans(store, "2026-10", *ended, looked_after_children=care, children=children)
    followed = follow(store, LOCAL, BRENT, OCTOBER)
    assert followed is not None
    assert list(followed.plans["ending"]) == [CARE, STEPPED_DOWN_OR_CLOSED, "Turned 18"]


def test_without_the_extracts_that_tell_an_ending_it_is_not_known(store):
    publish_plans(store, "2026-10", *(plan(str(number), "2026-01-01", "2026-09-01") for number in range(12)))
    followed = follow(store, LOCAL, BRENT, OCTOBER)
    assert followed is not None
    assert set(followed.plans["ending"]) == {UNKNOWN}
    assert endings(followed) == ([], [])
    assert follow(store, LOCAL, BRENT, month_end("2026-09")) is None
