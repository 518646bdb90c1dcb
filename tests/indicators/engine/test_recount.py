"""Count it again another way: headline figures from the invented csv text, in plain pandas, without the store."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.access import LOCAL_USER as LOCAL
from data.invention import AUTHORITY, POPULATION
from data.ledger.history import months_held
from indicators.engine.catalogue import indicator_called
from indicators.figures.measured_figures import figures
from tests.indicators.conftest import HOW_MANY

REFERENCE = Path(__file__).parents[3] / "data" / "reference"
Extracts = dict[str, pd.DataFrame]
Counted = tuple[float, float]
BANK_HOLIDAYS = pd.read_csv(REFERENCE / "bank_holidays.csv")["day"].tolist()


def days(rows: pd.DataFrame, name: str) -> pd.Series:
    return pd.to_datetime(rows[name].replace("", None), format="%Y-%m-%d")


def still_open(rows: pd.DataFrame, end: pd.Timestamp, first="start_date", last="end_date") -> pd.Series:
    return (days(rows, first) <= end) & ~(days(rows, last) <= end)


def our_plans(extracts: Extracts) -> pd.DataFrame:
    plans = extracts["child_protection_plans"]
    return plans[plans["other_authority"] != "Y"]


def year_before(end: pd.Timestamp) -> pd.Timestamp:
    return end - pd.offsets.MonthEnd(12)


def working_days_after(days_of: pd.Series, number: int) -> pd.Series:
    known = days_of.notna()
    found = np.busday_offset(days_of[known].dt.date.tolist(), number, roll="backward", holidays=BANK_HOLIDAYS)
    return pd.Series(pd.to_datetime(found), index=days_of.index[known]).reindex(days_of.index)


def on_a_plan(extracts: Extracts, end: pd.Timestamp) -> Counted:
    plans = our_plans(extracts)
    return plans.loc[still_open(plans, end), "child_id"].nunique(), float("nan")


def rate_on_a_plan(extracts: Extracts, end: pd.Timestamp) -> Counted:
    return on_a_plan(extracts, end)[0], float("nan")


def two_years_open(extracts: Extracts, end: pd.Timestamp) -> Counted:
    plans = our_plans(extracts)
    plans = plans[still_open(plans, end)]
    return (days(plans, "start_date") <= end - pd.Timedelta(days=730)).sum(), len(plans)


def a_year_open(extracts: Extracts, end: pd.Timestamp) -> Counted:
    plans = our_plans(extracts)
    plans = plans[still_open(plans, end)]
    began = days(plans, "start_date")
    return ((began <= year_before(end)) & (began > end - pd.Timedelta(days=730))).sum(), len(plans)


def two_years_at_ceasing(extracts: Extracts, end: pd.Timestamp) -> Counted:
    plans = our_plans(extracts)
    plans = plans[days(plans, "end_date").between(year_before(end), end, inclusive="right")]
    ran = days(plans, "end_date") - days(plans, "start_date")
    return (ran >= pd.Timedelta(days=729)).sum(), len(plans)


def second_or_later(extracts: Extracts, end: pd.Timestamp) -> Counted:
    plans = our_plans(extracts)
    plans = plans[days(plans, "start_date").between(year_before(end), end, inclusive="right")]
    return (plans["previous_plans"].astype(int) >= 1).sum(), len(plans)


def age(born: pd.Series, end: pd.Timestamp) -> pd.Series:
    before_birthday = (born.dt.month * 100 + born.dt.day) > end.month * 100 + end.day
    return end.year - born.dt.year - before_birthday


def entitled(extracts: Extracts, end: pd.Timestamp) -> pd.DataFrame:
    people = extracts["care_leavers"].merge(extracts["children"], on="child_id", how="left", validate="1:1")
    owed = people["eligibility"].isin(["ELIGIBLE", "RELEVANT", "FORMER"])
    young = (age(days(people, "date_of_birth"), end) < 21) | (people["opted_in"] == "Y")
    return people[owed & young & still_open(people, end, "eligible_from", "support_ended")]


def pathway_plans(extracts: Extracts, end: pd.Timestamp) -> Counted:
    people = entitled(extracts, end)
    sixteen = days(people, "date_of_birth") + pd.DateOffset(years=16)
    due = pd.concat([sixteen, days(people, "eligible_from")], axis=1).max(axis=1) + pd.DateOffset(months=3)
    people = people[due <= end]
    return (days(people, "plan_date") <= end).sum(), len(people)


def reviewed(extracts: Extracts, end: pd.Timestamp) -> Counted:
    people = entitled(extracts, end)
    half_a_year = end - pd.offsets.MonthEnd(6)
    people = people[days(people, "plan_date") <= half_a_year]
    latest = pd.concat([days(people, "plan_date"), days(people, "review_date")], axis=1).max(axis=1)
    return (latest >= half_a_year).sum(), len(people)


def caseload(extracts: Extracts, end: pd.Timestamp) -> Counted:
    cases, workers = extracts["case_allocations"], extracts["social_workers"]
    held = cases[still_open(cases, end) & (cases["allocated_as"] == "CASE")].drop_duplicates(["child_id", "worker_id"])
    posts = workers[still_open(workers, end)].assign(fte=lambda rows: rows["fte"].astype(float))
    posts = posts[(posts["fte"] > 0) & posts["worker_id"].isin(held["worker_id"])]
    return held["worker_id"].isin(posts["worker_id"]).sum(), posts["fte"].sum()


def looked_after(extracts: Extracts, end: pd.Timestamp) -> Counted:
    episodes = extracts["looked_after_children"]
    ours = still_open(episodes, end) & ~episodes["legal_status"].isin(["V3", "V4"])
    return episodes.loc[ours, "child_id"].nunique(), float("nan")


def in_the_year(rows: pd.DataFrame, name: str, end: pd.Timestamp) -> pd.Series:
    return days(rows, name).between(year_before(end), end, inclusive="right")


def plans_started(extracts: Extracts, end: pd.Timestamp) -> Counted:
    return in_the_year(our_plans(extracts), "start_date", end).sum(), float("nan")


def plans_ceased(extracts: Extracts, end: pd.Timestamp) -> Counted:
    return in_the_year(our_plans(extracts), "end_date", end).sum(), float("nan")


def short_plans_at_ceasing(extracts: Extracts, end: pd.Timestamp) -> Counted:
    plans = our_plans(extracts)
    plans = plans[in_the_year(plans, "end_date", end)]
    reviewed_by = days(plans, "start_date").map(lambda day: day + pd.DateOffset(months=3))
    return (reviewed_by > days(plans, "end_date")).sum(), len(plans)


def our_episodes(extracts: Extracts) -> pd.DataFrame:
    episodes = extracts["looked_after_children"]
    return episodes[~episodes["legal_status"].isin(["V3", "V4"])]


def started(extracts: Extracts, end: pd.Timestamp) -> Counted:
    episodes = our_episodes(extracts)
    begun = in_the_year(episodes, "start_date", end) & (episodes["reason_started"] == "S")
    return episodes.loc[begun, "child_id"].nunique(), float("nan")


def last_ceased(extracts: Extracts, end: pd.Timestamp) -> pd.DataFrame:
    episodes = our_episodes(extracts)
    left = episodes[in_the_year(episodes, "end_date", end) & ~episodes["reason_ended"].isin(["X1", ""])]
    return left.sort_values("end_date").drop_duplicates("child_id", keep="last")


def stopped(extracts: Extracts, end: pd.Timestamp) -> Counted:
    return len(last_ceased(extracts, end)), float("nan")


def guardianship(extracts: Extracts, end: pd.Timestamp) -> Counted:
    left = last_ceased(extracts, end)
    return left["reason_ended"].str.fullmatch("E4[5-8]").sum(), len(left)


def fostered(extracts: Extracts, end: pd.Timestamp) -> Counted:
    episodes = our_episodes(extracts)
    now = episodes[still_open(episodes, end)]
    return now["placement"].str.startswith("U").sum(), len(now)


def many_workers(extracts: Extracts, end: pd.Timestamp) -> Counted:
    cases, episodes = extracts["case_allocations"], our_episodes(extracts)
    in_care = set(episodes.loc[still_open(episodes, end), "child_id"])
    held = cases[(cases["allocated_as"] == "CASE") & (days(cases, "start_date") <= end)]
    held = held[~(days(held, "end_date") <= year_before(end))]
    workers = held[held["child_id"].isin(in_care)].groupby("child_id")["worker_id"].nunique()
    return (workers > 2).sum(), len(in_care)


def grown_up(extracts: Extracts, end: pd.Timestamp) -> pd.DataFrame:
    people = extracts["care_leavers"].merge(extracts["children"], on="child_id", validate="1:1")
    people = people[(people["eligibility"] == "FORMER") & ~people["in_touch"].isin(["DIED", "RHOM"])]
    people = people[still_open(people, end, "eligible_from", "support_ended")]
    return people[age(days(people, "date_of_birth"), end).isin([19, 20, 21])]


def well_housed(extracts: Extracts, end: pd.Timestamp) -> Counted:
    people = grown_up(extracts, end)
    return people["accommodation"].str.fullmatch("[BCDEKTUVWXYZ]1").sum(), len(people)


def badly_housed(extracts: Extracts, end: pd.Timestamp) -> Counted:
    people = grown_up(extracts, end)
    return people["accommodation"].str.fullmatch("[BCDEKTUVWXYZ]2|S[12]").sum(), len(people)


def occupied(extracts: Extracts, end: pd.Timestamp) -> Counted:
    people = grown_up(extracts, end)
    return people["activity"].str.fullmatch("[FP][1245]").sum(), len(people)


def neither_at_work_nor_learning(extracts: Extracts, end: pd.Timestamp) -> Counted:
    people = grown_up(extracts, end)
    return people["activity"].str.startswith("G").sum(), len(people)


def in_touch(extracts: Extracts, end: pd.Timestamp) -> Counted:
    people = grown_up(extracts, end)
    return (people["in_touch"] == "YES").sum(), len(people)


def agency(extracts: Extracts, end: pd.Timestamp) -> Counted:
    workers = extracts["social_workers"]
    posts = workers.loc[still_open(workers, end)].assign(fte=lambda rows: rows["fte"].astype(float))
    return posts.loc[posts["agency"] == "Y", "fte"].sum(), posts["fte"].sum()


def gone(extracts: Extracts, end: pd.Timestamp) -> Counted:
    workers = extracts["social_workers"]
    posts = workers[still_open(workers, year_before(end)) & (workers["agency"] != "Y")]
    posts = posts.assign(fte=posts["fte"].astype(float))
    return posts.loc[days(posts, "end_date") <= end, "fte"].sum(), posts["fte"].sum()


def turned_over(extracts: Extracts, end: pd.Timestamp) -> Counted:
    workers = extracts["social_workers"].assign(fte=lambda rows: rows["fte"].astype(float))
    workers = workers[workers["agency"] == "N"]
    left, here = in_the_year(workers, "end_date", end), still_open(workers, end)
    return workers.loc[left, "fte"].sum(), workers.loc[here, "fte"].sum()


def in_the_middle(extracts: Extracts, end: pd.Timestamp) -> Counted:
    cases, workers = extracts["case_allocations"], extracts["social_workers"]
    held = cases[still_open(cases, end) & (cases["allocated_as"] == "CASE")].groupby("worker_id")["child_id"].nunique()
    in_order = sorted(held[held.index.isin(workers.loc[still_open(workers, end), "worker_id"])])
    middle = in_order[(len(in_order) - 1) // 2 : len(in_order) // 2 + 1]
    return sum(middle), len(middle)


def referred(extracts: Extracts, end: pd.Timestamp) -> pd.DataFrame:
    referrals = extracts["referrals"]
    return referrals[in_the_year(referrals, "referral_date", end)]


def referrals(extracts: Extracts, end: pd.Timestamp) -> Counted:
    return len(referred(extracts, end)), float("nan")


def referred_again(extracts: Extracts, end: pd.Timestamp) -> Counted:
    every = extracts["referrals"].assign(day=lambda rows: days(rows, "referral_date"))
    every = every.sort_values("day", kind="stable")
    earlier = every.drop_duplicates(["child_id", "day"]).groupby("child_id")["day"].shift()
    earlier = earlier.reindex(every.index)
    again = every["day"] - pd.DateOffset(months=12) <= earlier
    return (again & in_the_year(every, "referral_date", end)).sum(), len(referred(extracts, end))


def decided_in_time(extracts: Extracts, end: pd.Timestamp) -> Counted:
    contacts = extracts["contacts"]
    due = working_days_after(days(contacts, "contact_date"), 1)
    due_now = due.between(end - pd.offsets.MonthEnd(1), end, inclusive="right")
    return (days(contacts, "decision_date") <= due)[due_now].sum(), due_now.sum()


def assessed_in_time(extracts: Extracts, end: pd.Timestamp) -> Counted:
    done = extracts["assessments"].merge(extracts["referrals"], on="referral_id", validate="1:1")
    done = done[in_the_year(done, "authorised_date", end)]
    due = working_days_after(days(done, "referral_date"), 45)
    return (days(done, "authorised_date") <= due).sum(), len(done)


def in_need(extracts: Extracts, end: pd.Timestamp) -> Counted:
    cases = extracts["referrals"]
    cases = cases[(cases["no_further_action"] != "Y") & still_open(cases, end, "referral_date", "close_date")]
    return cases["child_id"].nunique(), float("nan")


def at_level(*levels: str) -> Callable[[Extracts, pd.Timestamp], Counted]:
    """Count the children of Family Help at some levels, of its one history."""

    def counted(extracts: Extracts, end: pd.Timestamp) -> Counted:
        history = extracts["family_help"]
        now = history[still_open(history, end)]
        assert not now["child_id"].duplicated().any(), end
        return now["level"].isin(levels).sum(), float("nan")

    return counted


def found_at_assessment(factor: str) -> Callable[[Extracts, pd.Timestamp], Counted]:
    """Count the episodes of need assessed in a year, and those of which an assessment found a factor."""

    def counted(extracts: Extracts, end: pd.Timestamp) -> Counted:
        done = extracts["assessments"]
        done = done[in_the_year(done, "authorised_date", end) & (done["factors"] != "")]
        has_factor = done["factors"].str.split(",").map(lambda factors: factor in factors)
        return has_factor.groupby(done["referral_id"]).any().sum(), done["referral_id"].nunique()

    return counted


def need_plans_open(extracts: Extracts, end: pd.Timestamp) -> Counted:
    plans = extracts["cin_plans"]
    return plans.loc[still_open(plans, end), "child_id"].nunique(), float("nan")


def stepped_up(extracts: Extracts, end: pd.Timestamp) -> Counted:
    ended = extracts["cin_plans"].assign(ended=lambda rows: days(rows, "end_date"))
    ended = ended[in_the_year(ended, "end_date", end) & (ended["ended"] + pd.DateOffset(months=1) <= end)]
    both = ended.merge(our_plans(extracts).assign(began=lambda rows: days(rows, "start_date")), on="child_id")
    soon = (both["began"] >= both["ended"]) & (both["began"] <= both["ended"] + pd.DateOffset(months=1))
    return both.loc[soon, "plan_id_x"].nunique(), len(ended)


def step_down_held(extracts: Extracts, end: pd.Timestamp) -> Counted:
    every = extracts["referrals"].assign(asked=lambda rows: days(rows, "referral_date"))
    cases = every[every["no_further_action"] != "Y"].assign(closed=lambda rows: days(rows, "close_date"))
    cases = cases.assign(soon=cases["closed"] + pd.DateOffset(months=1), due=cases["closed"] + pd.DateOffset(months=12))
    cases = cases[(cases["due"] > year_before(end)) & (cases["due"] <= end)]
    helped = extracts["early_help"].assign(began=lambda rows: days(rows, "start_date"))
    helped = cases.merge(helped[helped["reason"] == "STEPDOWN"], on="child_id")
    helped = helped[helped["began"].between(helped["closed"], helped["soon"])]
    stayed = set(helped.loc[~(days(helped, "end_date") <= helped["soon"]), "referral_id"])
    both = cases[cases["referral_id"].isin(stayed)].merge(every[["child_id", "asked"]], on="child_id")
    again = both[(both["asked_y"] > both["closed"]) & (both["asked_y"] <= both["due"])]
    return len(stayed) - again["referral_id"].nunique(), len(stayed)


def graded_good(extracts: Extracts, end: pd.Timestamp) -> Counted:
    audits = extracts["audits"]
    audits = audits[days(audits, "audit_date").between(end - pd.offsets.MonthEnd(3), end, inclusive="right")]
    stands = audits["moderated_grade"].where(audits["moderated_grade"] != "", audits["grade"])[audits["kind"] != "DATA"]
    return stands.isin(["G", "O"]).sum(), (stands != "").sum()


def heard(extracts: Extracts, end: pd.Timestamp) -> Counted:
    exercises = extracts["consultation"]
    return exercises.loc[in_the_year(exercises, "held_date", end), "children_heard"].astype(int).sum(), float("nan")


def met_in_time(extracts: Extracts, end: pd.Timestamp) -> Counted:
    held = extracts["section_47_enquiries"]
    held = held[in_the_year(held, "conference_date", end)]
    return (days(held, "conference_date") <= working_days_after(days(held, "start_date"), 15)).sum(), len(held)


RECOUNTS: dict[str, Callable[[Extracts, pd.Timestamp], Counted]] = {
    "children_on_a_plan": on_a_plan,
    "children_on_a_plan_rate": rate_on_a_plan,
    "cp_plans_two_years_or_more": two_years_open,
    "cp_plans_one_to_two_years": a_year_open,
    "cp_plans_two_years_or_more_at_ceasing": two_years_at_ceasing,
    "second_or_later_plans": second_or_later,
    "pathway_plans_in_place": pathway_plans,
    "pathway_plans_reviewed_in_six_months": reviewed,
    "average_caseload": caseload,
    "children_looked_after": looked_after,
    "cp_plans_started_rate": plans_started,
    "cp_plans_ceased_rate": plans_ceased,
    "cp_plans_ceasing_within_three_months": short_plans_at_ceasing,
    "children_looked_after_rate": looked_after,
    "started_to_be_looked_after_rate": started,
    "ceased_to_be_looked_after_rate": stopped,
    "special_guardianship_on_leaving_care": guardianship,
    "lac_in_foster_placements": fostered,
    "lac_three_or_more_social_workers": many_workers,
    "care_leavers_in_touch": in_touch,
    "care_leavers_in_suitable_accommodation": well_housed,
    "care_leavers_in_unsuitable_accommodation": badly_housed,
    "care_leavers_not_in_education_employment_or_training": neither_at_work_nor_learning,
    "care_leavers_in_education_employment_or_training": occupied,
    "agency_social_workers": agency,
    "social_workers_who_left": gone,
    "social_worker_turnover": turned_over,
    "median_caseload": in_the_middle,
    "referrals_rate": referrals,
    "referrals_in_the_year": referrals,
    "re_referrals": referred_again,
    "contacts_decided_in_one_working_day": decided_in_time,
    "assessments_in_45_working_days": assessed_in_time,
    "children_in_need": in_need,
    "children_in_need_rate": in_need,
    "family_help_children_in_need": at_level("CIN", "CP", "CLA"),
    "family_help_at_early_help": at_level("EH"),
    "factor_at_assessment_domestic_abuse_child": found_at_assessment("3A"),
    "factor_at_assessment_sexual_abuse_adult_on_child": found_at_assessment("19C"),
    "cin_plans_open": need_plans_open,
    "cin_plans_stepped_up_to_protection": stepped_up,
    "step_down_to_early_help_held": step_down_held,
    "audits_graded_good": graded_good,
    "initial_conferences_in_15_working_days": met_in_time,
    "children_heard": heard,
}


@pytest.mark.parametrize("chosen", HOW_MANY)
@pytest.mark.parametrize("indicator", RECOUNTS)
def test_a_second_count_agrees(borough, months, indicator, chosen):
    held = chosen(months_held(borough, LOCAL, AUTHORITY))
    for figure in figures(borough, LOCAL, [indicator_called(indicator)], AUTHORITY, held):
        end = pd.Timestamp(figure.month)
        numerator, denominator = RECOUNTS[indicator](months[end], end)
        assert figure.numerator == pytest.approx(numerator), end
        if figure.unit == "rate":
            assert figure.value == pytest.approx(10_000 * numerator / figure.denominator)
            assert figure.denominator == pytest.approx(POPULATION, rel=0.01)
        elif denominator == denominator:
            assert figure.denominator == pytest.approx(denominator), end


def test_family_help_counts_whom_the_two_statutory_counts_count(months):
    """The census asks for children in need, and early help is counted beside it: one history gives both, each once."""
    ends = sorted(months)
    for end in ends[::7]:
        extracts = months[end]
        now = extracts["family_help"][still_open(extracts["family_help"], end)]
        cases, helped = extracts["referrals"], extracts["early_help"]
        is_case = (cases["no_further_action"] != "Y") & still_open(cases, end, "referral_date", "close_date")
        in_census = set(cases.loc[is_case, "child_id"])
        with_early_help = set(helped.loc[still_open(helped, end), "child_id"])
        assert set(now.loc[now["level"] != "EH", "child_id"]) == in_census, end
        assert set(now.loc[now["level"] == "EH", "child_id"]) == with_early_help, end
        assert in_census and with_early_help and not in_census & with_early_help, end
