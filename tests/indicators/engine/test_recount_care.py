"""Count it again another way: care, health, school, leaving care and the workforce, in pandas."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.access import LOCAL_USER as LOCAL
from data.invention import AUTHORITY
from data.ledger.history import months_held
from indicators.engine.catalogue import indicator_called
from indicators.figures.measured_figures import figures
from tests.indicators.conftest import HOW_MANY
from tests.indicators.engine.test_recount import (
    Counted,
    Extracts,
    age,
    days,
    entitled,
    in_the_year,
    our_episodes,
    our_plans,
    still_open,
    year_before,
)

BANK_HOLIDAYS = Path(__file__).parents[3] / "data" / "reference" / "bank_holidays.csv"
HOLIDAYS = [row["day"] for row in csv.DictReader(BANK_HOLIDAYS.open(encoding="utf-8"))]
WHERE = ["placement", "placement_provider"]
A_DAY = pd.Timedelta(days=1)


def working_days(first: pd.Series, last: pd.Series | pd.Timestamp) -> np.ndarray:
    """Count the working days after one day up to and including another."""
    begin = (first + A_DAY).dt.date.to_numpy(dtype="datetime64[D]")
    end = last + A_DAY
    end = end.dt.date.to_numpy(dtype="datetime64[D]") if isinstance(end, pd.Series) else np.datetime64(end.date())
    return np.busday_count(begin, end, holidays=HOLIDAYS)


def in_care(extracts: Extracts, end: pd.Timestamp) -> pd.DataFrame:
    """Give the last episode of each child looked after, with date of birth and the start of care where it is there."""
    episodes = our_episodes(extracts)
    began = episodes[episodes["reason_started"] == "S"].groupby("child_id")["start_date"].max()
    here = episodes[still_open(episodes, end)].sort_values("start_date").drop_duplicates("child_id", keep="last")
    here = here.merge(extracts["children"], on="child_id", how="left")
    return here.assign(began=pd.to_datetime(here["child_id"].map(began)), born=days(here, "date_of_birth"))


def for_a_year(extracts: Extracts, end: pd.Timestamp) -> pd.DataFrame:
    here = in_care(extracts, end)
    return here[~(here["began"] > year_before(end))]


def last_done(extracts: Extracts, kinds: list[str]) -> pd.Series:
    events = extracts["lac_health"]
    return pd.to_datetime(events[events["kind"].isin(kinds)].groupby("child_id")["done_date"].max())


def assessed_first(extracts: Extracts, end: pd.Timestamp) -> Counted:
    episodes = our_episodes(extracts)
    starts = episodes[(episodes["reason_started"] == "S") & in_the_year(episodes, "start_date", end)]
    events = extracts["lac_health"]
    initial = events[events["kind"] == "IHA"].groupby("child_id")["done_date"].apply(list)
    left = episodes[~episodes["reason_ended"].isin(["", "X1"])].groupby("child_id")["end_date"].apply(list)
    met = due = 0
    for child, start in zip(starts["child_id"], days(starts, "start_date"), strict=True):
        limit = pd.Timestamp(np.busday_offset(np.datetime64(start.date()), 20, roll="backward", holidays=HOLIDAYS))
        gone = any(start <= pd.Timestamp(day) <= limit for day in left.get(child, []))
        if limit <= end and not gone:
            due += 1
            met += any(start <= pd.Timestamp(day) <= limit for day in initial.get(child, []))
    return met, due


def assessed_again(extracts: Extracts, end: pd.Timestamp) -> Counted:
    here = for_a_year(extracts, end)
    last = pd.to_datetime(here["child_id"].map(last_done(extracts, ["IHA", "RHA"])))
    young = age(here["born"], end) < 5
    since = young.map({True: end - pd.offsets.MonthEnd(6), False: year_before(end)})
    return (last > since).sum(), len(here)


def dentist(extracts: Extracts, end: pd.Timestamp) -> Counted:
    here = for_a_year(extracts, end)
    return (pd.to_datetime(here["child_id"].map(last_done(extracts, ["DENTAL"]))) > year_before(end)).sum(), len(here)


def average_score(extracts: Extracts, end: pd.Timestamp) -> Counted:
    here = for_a_year(extracts, end)
    here = here[age(here["born"], end).between(5, 16)]
    events = extracts["lac_health"]
    scored = events[(events["score"] != "") & in_the_year(events, "done_date", end)].sort_values("done_date")
    scores = here["child_id"].map(scored.groupby("child_id")["score"].last()).dropna().astype(int)
    return scores.sum(), len(scores)


def convicted(extracts: Extracts, end: pd.Timestamp) -> Counted:
    here, events = for_a_year(extracts, end), extracts["lac_health"]
    here = here[age(here["born"], end).between(10, 17)]
    given = events[(events["kind"] == "CONVICTED") & in_the_year(events, "done_date", end)]
    return here["child_id"].isin(given["child_id"]).sum(), len(here)


def began_a_home(episodes: pd.DataFrame) -> list[bool]:
    """Tell of each episode whether a home begins with it: not of a temporary stay, nor of coming back from it."""
    begins, kept, away, before = [], None, False, ""
    for child, reason, *here in episodes[["child_id", "reason_started", *WHERE]].itertuples(index=False):
        kept, away, before = (kept, away, child) if child == before and reason != "S" else (None, False, child)
        back = away and kept and all(old == new or "" in (old, new) for old, new in zip(kept, here, strict=True))
        stays = here[0].startswith("T")
        begins.append(reason == "S" or (reason in "PB" and not stays and not back))
        away, kept = stays, kept if stays else here
    return begins


def moved_twice(extracts: Extracts, end: pd.Timestamp) -> Counted:
    episodes = our_episodes(extracts).sort_values(["child_id", "start_date"])
    then = set(episodes.loc[still_open(episodes, year_before(end)), "child_id"])
    here = then & set(episodes.loc[still_open(episodes, end), "child_id"])
    mine = episodes[episodes["child_id"].isin(here)]
    moves = pd.Series(began_a_home(mine), mine.index).groupby(mine["child_id"]).cumsum()
    mine = mine[~mine["placement"].str.startswith("T")]
    until = pd.to_datetime(mine["end_date"].where(mine["end_date"] != "", "2200-01-01"))
    homes = mine.assign(until=until).groupby(["child_id", moves])
    ended, began = homes["until"].max(), pd.to_datetime(homes["start_date"].min())
    lasting = (ended > end - pd.offsets.MonthEnd(24)) & (ended > began)
    return (lasting.groupby("child_id").sum() >= 3).sum(), len(here)


def reviewed_in_time(extracts: Extracts, end: pd.Timestamp) -> Counted:
    here, reviews = in_care(extracts, end), extracts["lac_reviews"]
    held = reviews[in_the_year(reviews, "review_date", end)].groupby("child_id")["review_date"].apply(sorted)
    met = due = 0
    for child, began in zip(here["child_id"], here["began"], strict=True):
        new = began > year_before(end)
        mine = [pd.Timestamp(day) for day in held.get(child, []) if not (new and pd.Timestamp(day) < began)]
        if new:
            limit = np.busday_offset(np.datetime64(began.date()), 20, roll="backward", holidays=HOLIDAYS)
            if not mine and pd.Timestamp(limit) > end:
                continue
            limits = [
                pd.Timestamp(limit),
                *(day + pd.DateOffset(months=3 if n == 0 else 6) for n, day in enumerate(mine)),
            ]
            slack = [
                int(np.busday_count(np.datetime64(began.date()) + 1, np.datetime64(d.date()) + 1, holidays=HOLIDAYS))
                for d in mine[:1]
            ]
            late = any(count > 20 for count in slack) or any(
                day > by for day, by in zip(mine[1:], limits[1:], strict=False)
            )
        else:
            limits = [year_before(end) + pd.DateOffset(months=6), *(day + pd.DateOffset(months=6) for day in mine)]
            late = any(day > by for day, by in zip(mine, limits, strict=False))
        due += 1
        met += bool(mine) and not late and limits[-1] > end
    return met, due


def visited(extracts: Extracts, end: pd.Timestamp) -> Counted:
    episodes = our_episodes(extracts)
    moves = episodes[episodes["reason_started"].isin(["S", "P", "B"])].groupby("child_id")["start_date"].max()
    visits = extracts["visits"]
    seen = visits[(visits["kind"] == "CLA") & (visits["seen"] == "Y")].groupby("child_id")["visit_date"].max()
    met = due = 0
    for row in in_care(extracts, end).itertuples():
        moved, last = pd.Timestamp(moves.get(row.child_id)), pd.Timestamp(seen.get(row.child_id))
        if pd.isna(last) or last < moved:
            due += not moved + 7 * A_DAY > end
            continue
        parents = row.placement == "P1" and row.legal_status == "C1"
        settled = row.placement in ("U1", "U4") and not moved > year_before(end)
        new = parents and working_days(pd.Series([moved]), end)[0] <= 20
        limit = last + (pd.DateOffset(months=3) if settled else (7 if new else 28 if parents else 42) * A_DAY)
        due += 1
        met += limit > end
    return met, due


def seen_under_a_plan(extracts: Extracts, end: pd.Timestamp) -> Counted:
    plans, visits = our_plans(extracts), extracts["visits"]
    began = days(plans[still_open(plans, end)], "start_date").groupby(plans["child_id"]).min().dropna()
    seen = visits[(visits["kind"] == "CP") & (visits["seen"] == "Y")]
    last = days(seen, "visit_date").groupby(seen["child_id"]).max().reindex(began.index)
    last = last.where((last >= began) & (last <= end))
    so_far = working_days(last.fillna(began), end)
    return (last.notna() & (so_far < 10)).sum(), (last.notna() | (so_far >= 10)).sum()


def missing_now(extracts: Extracts, end: pd.Timestamp) -> Counted:
    gone, here = extracts["missing_episodes"], in_care(extracts, end)["child_id"]
    gone = gone[(gone["kind"] == "M") & still_open(gone, end) & (days(gone, "start_date") < end)]
    return here.isin(gone["child_id"]).sum(), len(here)


def went_missing(extracts: Extracts, end: pd.Timestamp) -> Counted:
    episodes, gone = our_episodes(extracts), extracts["missing_episodes"]
    cared_for = set(episodes.loc[~(days(episodes, "end_date") <= year_before(end)), "child_id"])
    gone = gone[(gone["kind"] == "M") & in_the_year(gone, "start_date", end)]
    return len(cared_for & set(gone["child_id"])), len(cared_for)


def talked_on_return(extracts: Extracts, end: pd.Timestamp) -> Counted:
    gone = extracts["missing_episodes"]
    back = gone[(gone["kind"] == "M") & in_the_year(gone, "end_date", end)]
    limit = days(back, "end_date") + 3 * A_DAY
    return ((days(back, "interview_date") <= limit) & (limit <= end)).sum(), (limit <= end).sum()


def planned_by_16_and_a_quarter(extracts: Extracts, end: pd.Timestamp) -> Counted:
    people = entitled(extracts, end)
    sixteen = days(people, "date_of_birth") + pd.DateOffset(years=16)
    due = pd.concat([sixteen, days(people, "eligible_from")], axis=1).max(axis=1) + pd.DateOffset(months=3)
    fell_due = (due > year_before(end)) & (due <= end)
    return (fell_due & (days(people, "plan_date") <= due)).sum(), fell_due.sum()


def pupils(extracts: Extracts, end: pd.Timestamp) -> pd.DataFrame:
    here = in_care(extracts, end)
    began = pd.Timestamp(date(end.year - (end.month < 9), 8, 31))
    return here[age(here["born"], began).between(5, 15)]


def school_plans(extracts: Extracts, end: pd.Timestamp) -> Counted:
    here, plans = pupils(extracts, end), extracts["peps"]
    after = end + A_DAY
    month, year = (9, after.year - 1) if after.month <= 3 else (1, end.year) if after.month <= 7 else (4, end.year)
    term = pd.Timestamp(date(year, month, 1))
    held = here["child_id"].isin(plans.loc[days(plans, "held_date") >= term, "child_id"])
    return held.sum(), (held | ~(here["began"] > term)).sum()


def pupils_in_need(extracts: Extracts, end: pd.Timestamp, planned: bool) -> pd.DataFrame:
    """Give what pupils on a plan, or other pupils in need, missed in the school year: sessions possible and missed."""
    began = pd.Timestamp(end.year - (end.month < 9), 9, 1)
    day = min(end, pd.Timestamp(began.year + 1, 3, 31))
    need, plans, care = extracts["referrals"], our_plans(extracts), our_episodes(extracts)
    need = need[(need["no_further_action"] == "N") & still_open(need, day, "referral_date", "close_date")]
    on_plans = set(plans.loc[still_open(plans, day), "child_id"])
    cared_for = set(care.loc[still_open(care, day), "child_id"])
    wanted = (on_plans if planned else set(need["child_id"]) - on_plans) - cared_for
    rows, children = extracts["school_attendance"], extracts["children"]
    rows = rows[rows["child_id"].isin(wanted) & (rows["period"] > f"{began.year}-08")]
    aged = age(days(children, "date_of_birth"), began - A_DAY).between(5, 15)
    rows = rows[rows["child_id"].isin(children.loc[aged, "child_id"]) & (rows["period"] <= f"{end:%Y-%m}")]
    missed = sum(rows[each].astype(int) for each in ("authorised_absence", "unauthorised_absence"))
    told = pd.DataFrame({"possible": rows["possible_sessions"].astype(int), "missed": missed})
    return told.groupby(rows["child_id"]).sum()


def missed_on_a_plan(extracts: Extracts, end: pd.Timestamp) -> Counted:
    told = pupils_in_need(extracts, end, planned=True)
    return told["missed"].sum(), told["possible"].sum()


def often_missed_in_need(extracts: Extracts, end: pd.Timestamp) -> Counted:
    told = pupils_in_need(extracts, end, planned=False)
    return (told["missed"] >= told["possible"] / 10).sum(), len(told)


def appointments(extracts: Extracts, end: pd.Timestamp) -> Counted:
    here, rows = pupils(extracts, end), extracts["school_attendance"]
    rows = rows[rows["child_id"].isin(here["child_id"])]
    return rows["medical_appointments"].astype(int).sum(), rows["possible_sessions"].astype(int).sum()


def stable(extracts: Extracts, end: pd.Timestamp) -> Counted:
    here = in_care(extracts, end)
    here = here[(age(here["born"], end) < 16) & (days(here, "care_began") <= end - pd.offsets.MonthEnd(30))]
    return (days(here, "placement_began") <= end - pd.offsets.MonthEnd(24)).sum(), len(here)


def far_away(extracts: Extracts, end: pd.Timestamp) -> Counted:
    here = in_care(extracts, end)
    far = (pd.to_numeric(here["distance"]) > 20) & (here["placement_location"] == "OUT")
    return far.sum(), len(here)


def vacant(extracts: Extracts, end: pd.Timestamp) -> Counted:
    posts, workers = extracts["vacancies"], extracts["social_workers"]
    vacant = posts.loc[posts["period"] == f"{end:%Y-%m}", "fte_vacant"].astype(float).sum()
    employed = workers.loc[still_open(workers, end) & (workers["agency"] == "N"), "fte"].astype(float).sum()
    return vacant, vacant + employed


def supervised(extracts: Extracts, end: pd.Timestamp) -> Counted:
    workers, sessions = extracts["social_workers"], extracts["supervision"]
    posts = workers[still_open(workers, end) & workers["role"].isin(["4", "5", "6"])]
    start = days(posts, "start_date")
    one = pd.to_datetime(sessions[sessions["kind"] == "ONE"].groupby("worker_id")["supervision_date"].max())
    last = pd.to_datetime(posts["worker_id"].map(one))
    last = last.where(last >= start)
    new = (posts["newly_qualified"] == "Y") & (start > end - pd.offsets.MonthEnd(6))
    due = last.fillna(start) + pd.to_timedelta(new.map({True: 14, False: 28}), unit="D")
    return (last.notna() & (due > end)).sum(), (last.notna() | (due <= end)).sum()


def trained(extracts: Extracts, end: pd.Timestamp) -> Counted:
    workers, courses = extracts["social_workers"], extracts["training"]
    posts = workers[still_open(workers, end)]
    done = courses[(courses["course"] == "Signs of Safety") & (courses["status"] == "DONE")]
    done = done[days(done, "training_date").between(end - pd.offsets.MonthEnd(36), end, inclusive="right")]
    return posts["worker_id"].isin(done["worker_id"]).sum(), len(posts)


def moved_in(extracts: Extracts, end: pd.Timestamp) -> Counted:
    children = extracts["permanence"]
    placed = children[in_the_year(children, "placed_date", end)]
    return (days(placed, "placed_date") - days(placed, "entered_care")).dt.days.sum(), len(placed)


RECOUNTS: dict[str, Callable[[Extracts, pd.Timestamp], Counted]] = {
    "initial_health_assessments_in_20_working_days": assessed_first,
    "health_assessments_up_to_date": assessed_again,
    "dental_checks_up_to_date": dentist,
    "questionnaire_average_score": average_score,
    "lac_convicted": convicted,
    "three_or_more_placements_in_two_years": moved_twice,
    "lac_reviews_in_timescale": reviewed_in_time,
    "lac_visits_in_timescale": visited,
    "lac_missing": went_missing,
    "lac_missing_at_month_end": missing_now,
    "cp_visits_in_timescale": seen_under_a_plan,
    "lac_return_interviews_in_72_hours": talked_on_return,
    "first_pathway_plan_by_16_and_a_quarter": planned_by_16_and_a_quarter,
    "peps_up_to_date": school_plans,
    "on_a_plan_overall_absence": missed_on_a_plan,
    "in_need_persistent_absence": often_missed_in_need,
    "lac_sessions_lost_to_appointments": appointments,
    "lac_long_term_stability": stable,
    "lac_over_20_miles_away": far_away,
    "social_work_vacancies": vacant,
    "social_workers_supervised": supervised,
    "trained_in_signs_of_safety": trained,
    "days_from_care_to_adopters": moved_in,
}


@pytest.mark.parametrize("chosen", HOW_MANY)
@pytest.mark.parametrize("indicator", RECOUNTS)
def test_a_second_count_agrees(borough, months, indicator, chosen):
    held = chosen(months_held(borough, LOCAL, AUTHORITY))
    for figure in figures(borough, LOCAL, [indicator_called(indicator)], AUTHORITY, held):
        end = pd.Timestamp(figure.month)
        numerator, denominator = RECOUNTS[indicator](months[end], end)
        assert figure.numerator == pytest.approx(numerator), end
        assert figure.denominator == pytest.approx(denominator), end
