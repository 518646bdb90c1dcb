"""Ask of the invented borough that it is whole, the right size, and tells the stories that were planted, no others."""

from collections import defaultdict
from datetime import timedelta

import pandas as pd
import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.extract import Code, Date, month_end
from data.extracts import all_extracts
from data.invention import SEED, invent, read_sample, write_extracts
from data.invention.columns import INVENTED
from data.invention.ordinal_days import MONTHS
from data.invention.place import AUTHORITY
from data.invention.sample import SAMPLE, write_compactly
from data.invention.stories import (
    AUDITING,
    CASELOADS,
    CLINICS,
    DRIFT,
    LATE,
    LATE_EXTRACT,
    LATE_STARTS_MISSING_FROM,
    ON_RECORD,
    PANELS,
    PLANNING,
    PRICES,
    RECRUITMENT,
    REFLECTION,
    REVIEWERS,
    SLIPPING,
    TOGETHER,
    UNASSESSED,
    WAITING,
)
from data.ledger.history import published_rows
from data.months import window_begins

LOOKED_AT = [MONTHS[0], "2024-08", "2025-06", MONTHS[-1]]
BEFORE = [month for month in MONTHS if month < DRIFT.begins]
LAST = MONTHS[-1]


@pytest.fixture(scope="module")
def invented():
    return invent(seed=SEED)


@pytest.fixture(scope="module")
def uploads():
    return list(read_sample())


@pytest.fixture(scope="module")
def newest(uploads):
    """Give the newest version of each extract and month, dates read, blanks missing."""
    found = {}
    for upload in sorted(uploads, key=lambda upload: upload.published_at):
        rows = upload.rows.replace("", None)
        for column in all_extracts()[upload.extract].columns:
            if isinstance(column, Date) and column.name in rows:
                rows[column.name] = pd.to_datetime(rows[column.name])
        found[upload.extract, upload.month] = rows
    return found


def end_of(month):
    return pd.Timestamp(month_end(month))


def year_before(month):
    return end_of(f"{int(month[:4]) - 1}{month[4:]}")


def open_on(rows, day, start="start_date", end="end_date"):
    return rows[(rows[start] <= day) & (rows[end].isna() | (rows[end] > day))]


def plans_open(newest, month):
    plans = newest["child_protection_plans", month]
    return open_on(plans[plans.other_authority == "N"], end_of(month))


def looked_after(newest, month):
    episodes = newest["looked_after_children", month]
    return open_on(episodes[~episodes.legal_status.isin(["V3", "V4"])], end_of(month))


def long_open(newest, month):
    plans = plans_open(newest, month)
    return 100 * (plans.start_date <= end_of(month) - pd.DateOffset(months=24)).mean()


def long_at_ceasing(newest, month):
    plans = newest["child_protection_plans", month]
    ended = plans[(plans.end_date > year_before(month)) & (plans.end_date <= end_of(month))]
    return 100 * (ended.end_date - ended.start_date > timedelta(days=729)).mean()


def plan_starts(newest, month):
    plans = newest["child_protection_plans", month]
    return plans[(plans.start_date.dt.strftime("%Y-%m") == month) & (plans.other_authority == "N")]


def paths_in_place(newest, month, team=None):
    people = open_on(newest["care_leavers", month], end_of(month), "eligible_from", "support_ended")
    people = people[people.eligibility != "QUALIFYING"]
    people = people[people.eligible_from + pd.DateOffset(months=3) <= end_of(month)]
    people = people[people.team == team] if team else people
    return 100 * people.plan_date.notna().mean()


def cases_held(newest, month):
    cases = newest["case_allocations", month]
    return cases[(cases.allocated_as == "CASE") & cases.end_date.isna()]


def average_caseload(newest, month):
    cases = cases_held(newest, month)
    workers = newest["social_workers", month]
    return len(cases) / workers[workers.worker_id.isin(cases.worker_id)].fte.astype(float).sum()


def test_same_seed_gives_the_committed_text_again(invented, tmp_path):
    for path in write_compactly(tmp_path, invented):
        assert path.read_bytes() == (SAMPLE / path.name).read_bytes(), f"{path.name}: run python -m data.invention"


def test_expanding_the_sample_gives_back_the_uploads(invented, uploads):
    expanded = {(upload.extract, upload.published_at, upload.month): upload for upload in uploads}
    assert len(expanded) == len(invented) == 36 * len(INVENTED) + 1
    for upload in invented:
        again = expanded[upload.extract, upload.published_at, upload.month]
        assert again.version == upload.version
        assert again.rows.equals(upload.rows)


@pytest.mark.soak
def test_another_seed_gives_another_borough_of_the_months_asked_for(invented, tmp_path):
    paths = write_extracts(tmp_path, months=17, seed=SEED + 1)
    for upload in invented:
        if upload.month == LAST:
            other = (tmp_path / f"{upload.extract}_{LAST}.csv").read_text(encoding="utf-8")
            assert other != upload.rows.to_csv(index=False, lineterminator="\n")
    assert len(paths) == 17 * len(INVENTED) + 1
    assert {path.stem[-7:] for path in paths} == set(MONTHS[-17:])
    assert [path.name for path in tmp_path.glob("superseded/*")] == [f"{LATE_EXTRACT}_{LATE.begins}.csv"]
    with pytest.raises(Mendable, match="1 to 36"):
        invent(months=37)
    with pytest.raises(Mendable):
        invent(months=0)


def test_sample_stays_small():
    assert sum(path.stat().st_size for path in SAMPLE.glob("*.csv")) < 20_000_000


@pytest.mark.parametrize("name", INVENTED)
def test_every_row_keeps_its_declaration(newest, name):
    declared = all_extracts()[name]
    for month in LOOKED_AT:
        rows = newest[name, month]
        assert list(rows.columns) == [each for each in declared.column_names if each in INVENTED[name]]
        assert {column.name for column in declared.columns if column.required} <= set(rows.columns)
        for column in [each for each in declared.columns if each.name in rows]:
            values = rows[column.name]
            assert values.notna().all() or not column.required, column.name
            assert values.dropna().is_unique or not column.unique, column.name
            if isinstance(column, Code):
                at = rows[column.as_at].fillna(end_of(month)) if column.as_at else [end_of(month)] * len(rows)
                for code, day in pd.DataFrame({"code": values, "day": at}).dropna().drop_duplicates().to_numpy():
                    assert code in column.allowed.valid_on(day.date()), (column.name, code, day)
            if isinstance(column, Date):
                assert (values.dropna() <= end_of(month)).all() or column.planned, column.name
                if column.not_before in rows:
                    assert not (values < rows[column.not_before]).any(), column.name
        if declared.one_row_per:
            assert not rows.duplicated(list(declared.one_row_per)).any()


def test_each_upload_holds_its_own_month(newest):
    for (name, month), rows in newest.items():
        dated_by = all_extracts()[name].dated_by
        if dated_by and not (name == "school_attendance" and month.endswith("-08")):
            latest = rows[dated_by].max()
            assert (latest if isinstance(latest, str) else latest.strftime("%Y-%m")) == month, (name, month)


@pytest.mark.parametrize("month", LOOKED_AT)
def test_extracts_agree_on_who_there_is(newest, month):
    children = newest["children", month]
    named = {
        child
        for name in INVENTED
        if name != "children" and "child_id" in newest[name, month]
        for child in newest[name, month].child_id.dropna()
    }
    assert named == set(children.child_id)
    assert set(newest["case_allocations", month].worker_id) <= set(newest["social_workers", month].worker_id)


@pytest.mark.parametrize("month", LOOKED_AT)
def test_whoever_is_helped_is_allocated(newest, month):
    held = cases_held(newest, month)
    assert held.child_id.is_unique
    leavers = newest["care_leavers", month]
    for people in (plans_open(newest, month), looked_after(newest, month), leavers[leavers.support_ended.isna()]):
        assert set(people.child_id) <= set(held.child_id)


def test_nothing_is_allocated_to_a_worker_who_has_left(newest):
    for month in MONTHS:
        cases = newest["case_allocations", month].merge(
            newest["social_workers", month], on="worker_id", suffixes=("", "_worker")
        )
        assert (cases.start_date >= cases.start_date_worker).all()
        gone = cases[cases.end_date_worker.notna()]
        assert (gone.end_date <= gone.end_date_worker).all()


@pytest.mark.parametrize("month", LOOKED_AT)
def test_windows_reach_back_as_far_as_they_say(newest, month):
    ends = {"care_leavers": "support_ended"} | dict.fromkeys(
        ("child_protection_plans", "cin_plans", "looked_after_children", "case_allocations", "social_workers"),
        "end_date",
    )
    for name, column in ends.items():
        rows, first = newest[name, month], pd.Timestamp(window_begins(all_extracts()[name].window, month_end(month)))
        assert not (rows[column] < first).any()
        assert rows[column].min() < first + timedelta(days=60)
    periods = set(newest["school_attendance", month].period)
    assert min(periods)[5:] == "09"
    assert max(periods) <= month


def test_plans_never_overlap_and_count_the_earlier_ones(newest):
    plans = pd.concat(rows for (name, _), rows in newest.items() if name == "child_protection_plans")
    plans = plans.sort_values(["plan_id", "end_date"]).drop_duplicates("plan_id")
    assert not (plans.end_date <= plans.start_date).any()
    for _, mine in plans.sort_values("start_date").groupby("child_id"):
        assert not (mine.start_date.iloc[1:].array < mine.end_date.iloc[:-1].array).any()
        counted = mine.previous_plans.astype(int).tolist()
        assert counted == list(range(counted[0], counted[0] + len(mine)))


def test_episodes_follow_without_a_gap(newest):
    episodes = pd.concat(rows for (name, _), rows in newest.items() if name == "looked_after_children")
    episodes = episodes.sort_values("end_date").drop_duplicates(["child_id", "start_date"])
    assert (episodes.end_date.isna() == episodes.reason_ended.isna()).all()
    assert not (episodes.end_date <= episodes.start_date).any()
    for _, mine in episodes.sort_values("start_date").groupby("child_id"):
        rows = list(mine.itertuples())
        for row, following in zip(rows, rows[1:], strict=False):
            if row.reason_ended == "X1":
                assert following.start_date == row.end_date
                assert following.reason_started != "S"
            else:
                assert following.start_date >= row.end_date
                assert following.reason_started == "S"
        assert rows[-1].reason_ended != "X1"


@pytest.mark.parametrize("month", LOOKED_AT)
def test_ages_make_sense(newest, month):
    born = newest["children", month].set_index("child_id").date_of_birth

    def birthday(rows, age):
        return born.reindex(rows.child_id).array + pd.DateOffset(years=age)

    plans, episodes = newest["child_protection_plans", month], newest["looked_after_children", month]
    leavers = newest["care_leavers", month]
    assert (plans.start_date.array < birthday(plans, 18)).all()
    assert (plans.end_date.fillna(end_of(month)).array <= birthday(plans, 18)).all()
    assert (episodes.start_date.array >= birthday(episodes, 0)).all()
    assert (open_on(episodes, end_of(month)).pipe(lambda rows: birthday(rows, 18)) > end_of(month)).all()
    assert not (episodes.end_date.array > birthday(episodes, 18)).any()
    supported = episodes[episodes.placement == "K3"]
    assert (supported.start_date.array >= birthday(supported, 16)).all()
    assert (leavers.eligible_from.array >= birthday(leavers, 16)).all()
    assert not (leavers.support_ended.array > birthday(leavers, 25)).any()
    supported = leavers[leavers.support_ended.isna()]
    assert (birthday(supported, 25) > end_of(month)).all()
    assert ((birthday(supported, 21) > end_of(month)) | (supported.opted_in == "Y").array)[
        (supported.eligibility == "FORMER").array
    ].all()


def test_sex_of_an_unborn_child_is_not_known(newest):
    unborn = 0
    for month in MONTHS:
        children = newest["children", month]
        assert ((children.sex == "U") == (children.date_of_birth > end_of(month))).all()
        unborn += (children.sex == "U").sum()
    assert unborn > 36


@pytest.mark.parametrize("month", LOOKED_AT)
def test_attendance_adds_up(newest, month):
    rows = newest["school_attendance", month]
    possible = rows.possible_sessions.astype(int)
    assert possible.between(1, 46).all()
    assert (rows.authorised_absence.astype(int) + rows.unauthorised_absence.astype(int) <= possible).all()
    assert not rows.period.str.endswith("-08").any()


def test_size_is_that_of_an_outer_london_borough(newest):
    for month in MONTHS:
        assert 290 <= len(plans_open(newest, month)) <= 385
        assert 270 <= len(looked_after(newest, month)) <= 330
        assert 2_050 <= len(cases_held(newest, month)) <= 2_400
    assert 300 <= len(plans_open(newest, LAST)) <= 360
    children = newest["children", LAST].set_index("child_id")
    alone = children.unaccompanied.reindex(looked_after(newest, LAST).child_id) == "Y"
    assert 20 <= alone.sum() <= 45
    workers = newest["social_workers", "2025-06"]
    workers = workers[workers.end_date.isna()].assign(fte=lambda rows: rows.fte.astype(float))
    assert 14 <= 100 * workers[workers.agency == "Y"].fte.sum() / workers.fte.sum() <= 20
    assert workers.fte.between(0.1, 1).all()
    assert (workers.fte < 1).any()


def test_second_plans_and_moves_are_those_of_a_real_place(newest):
    for month in [MONTHS[11], MONTHS[23], LAST]:
        plans = newest["child_protection_plans", month]
        started = plans[(plans.start_date > year_before(month)) & (plans.other_authority == "N")]
        assert 320 <= len(started) <= 400
        assert 9 <= 100 * (started.previous_plans != "0").mean() <= 20
        assert started.duplicated(["start_date", "team"], keep=False).mean() > 0.5
        episodes = newest["looked_after_children", month]
        here = episodes[episodes.child_id.isin(looked_after(newest, month).child_id)]
        here = here[~(here.end_date <= year_before(month))]
        places = here[here.reason_started != "L"].groupby("child_id").size()
        assert 6 <= 100 * (places >= 3).sum() / here.child_id.nunique() <= 17
        assert episodes.legal_status.isin(["V3", "V4"]).sum() > 5


def pupils_in_care(newest, month):
    """Give the attendance of those looked after at any time in the school year that ends in July, and of the rest."""
    rows, episodes = newest["school_attendance", month], newest["looked_after_children", month]
    began = pd.Timestamp(int(month[:4]) - 1, 9, 1)
    here = ~episodes.legal_status.isin(["V3", "V4"]) & ~(episodes.end_date <= began)
    in_care = rows.child_id.isin(episodes[here].child_id)
    return rows[in_care], rows[~in_care]


def test_pupils_on_a_plan_miss_more_than_others_in_need(newest):
    for year in ("2024", "2025", "2026"):
        _, rows = pupils_in_care(newest, f"{year}-07")
        plans = newest["child_protection_plans", f"{year}-07"]
        in_march = open_on(plans[plans.other_authority == "N"], end_of(f"{year}-03"))
        away = rows.authorised_absence.astype(int) + rows.unauthorised_absence.astype(int)
        planned = rows.child_id.isin(in_march.child_id)
        share = 100 * away.groupby(planned).sum() / rows.possible_sessions.astype(int).groupby(planned).sum()
        assert 12 < share[False] < 17 < share[True] < 24
        assert rows.child_id.isin(newest["referrals", f"{year}-07"].child_id).all()


def test_attendance_is_worse_in_winter_and_steady_over_the_years(newest):
    absent, possible = defaultdict(int), defaultdict(int)
    for month in ("2024-07", "2025-07", "2026-07"):
        rows, _ = pupils_in_care(newest, month)
        missed = rows.authorised_absence.astype(int) + rows.unauthorised_absence.astype(int)
        assert 10 <= 100 * missed.sum() / rows.possible_sessions.astype(int).sum() <= 13.5
        by_child = rows.assign(missed=missed, possible=rows.possible_sessions.astype(int)).groupby("child_id")
        share = by_child.missed.sum() / by_child.possible.sum()
        assert 25 <= 100 * (share >= 0.1).mean() <= 38
        for period, number, of in zip(rows.period, missed, rows.possible_sessions.astype(int), strict=True):
            absent[period[5:]] += number
            possible[period[5:]] += of
    share = {month: absent[month] / possible[month] for month in absent}
    assert min(share["12"], share["01"], share["02"]) > max(share["09"], share["05"], share["06"])


def test_conferences_follow_the_seasons(newest):
    starts = defaultdict(list)
    for month in MONTHS:
        starts[month[5:]].append(len(plan_starts(newest, month)))
    mean = {month: sum(counts) / len(counts) for month, counts in starts.items()}
    usual = sum(mean.values()) / 12
    assert max(mean["08"], mean["12"]) < 0.85 * usual
    assert min(mean["10"], mean["11"]) > 1.08 * usual


def test_long_plans_end_once_the_campaign_begins(newest):
    before = [long_open(newest, month) for month in BEFORE]
    after = [long_open(newest, month) for month in MONTHS[27:]]
    assert min(before) > 3
    assert sum(after) / len(after) < 0.5 * sum(before) / len(before)
    ceasing = {month: long_at_ceasing(newest, month) for month in MONTHS}
    just_before = sum(ceasing[month] for month in BEFORE[-6:]) / 6
    assert max(ceasing[month] for month in MONTHS[21:27]) > just_before + 1.5
    assert ceasing[LAST] < just_before - 1.5


def test_one_leaving_care_team_slips(newest):
    before = [paths_in_place(newest, month) for month in MONTHS if month < SLIPPING.begins]
    assert all(92 <= share <= 97 for share in before)
    assert paths_in_place(newest, LAST) < min(before) - 2.5
    assert paths_in_place(newest, LAST, "Leaving Care 2") < 87
    assert paths_in_place(newest, LAST, "Leaving Care 1") > 91


def test_caseloads_rise_through_the_last_year(newest):
    before = [average_caseload(newest, month) for month in MONTHS if month < CASELOADS.begins]
    assert all(13.8 <= load <= 15.4 for load in before)
    assert average_caseload(newest, LAST) > 16
    workers = [newest["social_workers", month] for month in (MONTHS[23], LAST)]
    before, after = ((rows[rows.end_date.isna()].agency == "Y").sum() for rows in workers)
    assert after < before - 10


def assessed_in_four_weeks(newest, team, first, last):
    """Give the share of those taken into care between two months who were assessed within four weeks."""
    episodes = newest["looked_after_children", LAST]
    started = episodes[(episodes.reason_started == "S") & ~episodes.legal_status.isin(["V3", "V4"])]
    started = started[started.start_date.dt.strftime("%Y-%m").between(first, last)]
    started = started[(started.team == team) & ~(started.end_date < started.start_date + timedelta(days=28))]
    health = newest["lac_health", LAST]
    done = started.merge(health[health.kind == "IHA"], on="child_id")
    return 100 * (done.done_date - done.start_date <= timedelta(days=28)).sum() / len(started)


def test_one_care_planning_team_assesses_health_late(newest):
    assert UNASSESSED.begins == "2026-02"
    assert assessed_in_four_weeks(newest, "Care Planning 2", "2026-02", "2026-09") < 40
    assert assessed_in_four_weeks(newest, "Care Planning 1", "2026-02", "2026-09") > 60


def test_reviews_of_health_move_to_saturdays(newest):
    health = newest["lac_health", LAST]
    saturday = (
        health[health.kind == "RHA"]
        .done_date.groupby(health.done_date >= CLINICS.begins)
        .agg(lambda days: (days.dt.day_of_week == 5).mean())
    )
    assert saturday[False] == 0 and saturday[True] > 0.6


def test_fewer_sessions_are_lost_to_appointments_once_there_are_clinics(newest):
    lost = {}
    for year in ("2025-07", "2026-07"):
        rows, _ = pupils_in_care(newest, year)
        lost[year] = rows.medical_appointments.astype(int).sum() / rows.possible_sessions.astype(int).sum()
        assert (rows.medical_appointments.astype(int) <= rows.authorised_absence.astype(int)).all()
    assert lost["2026-07"] < 0.5 * lost["2025-07"]


def test_supervision_shows_more_reflection_once_managers_are_trained(newest):
    sessions = newest["supervision", LAST]
    sessions = sessions[sessions.kind == "ONE"]
    share = (sessions.reflective == "Y").groupby(sessions.supervision_date >= REFLECTION.begins).mean()
    assert share[False] < 0.5 and share[True] > 0.66


def test_audits_find_more_plans_of_children_in_need_smart(newest):
    share = {}
    for month in (MONTHS[MONTHS.index(PLANNING.begins) - 1], LAST):
        audits = newest["audits", month].dropna(subset="smart_plan")
        in_need = set(newest["cin_plans", month].child_id) - set(newest["child_protection_plans", month].child_id)
        share[month] = (audits.smart_plan[audits.child_id.isin(in_need)] == "Y").mean()
    before, after = share.values()
    assert before < 0.48 < 0.58 < after


def test_managers_do_fewer_audits_once_they_have_less_time(newest):
    audits = pd.concat([newest["audits", MONTHS[23]], newest["audits", LAST]], ignore_index=True)
    a_month = audits[audits.kind == "GENERIC"].groupby(audits.audit_date.dt.strftime("%Y-%m")).size()
    assert a_month[a_month.index < AUDITING.begins].mean() > 30 > 25 > a_month[a_month.index >= AUDITING.begins].mean()


def test_supervision_is_entered_in_more_records(newest):
    found = []
    for month in (MONTHS[MONTHS.index(ON_RECORD.begins) - 1], LAST):
        entered = newest["case_supervision", month]
        entered = entered[entered.child_id.isin(plans_open(newest, month).child_id)]
        found.append((entered.supervision_date.dt.strftime("%Y-%m") == month).sum())
    before, after = found
    assert before < 90 < 100 < after


def test_two_reviewing_officers_leave_and_the_others_hold_more_and_hear_less(newest):
    held = {month: newest["reviewing_officers", month] for month in (REVIEWERS.begins, "2026-02", LAST)}
    open_spells = {month: open_on(rows, end_of(month)) for month, rows in held.items()}
    of_each = {month: rows.groupby("reviewing_officer_id").size() for month, rows in open_spells.items()}
    assert (len(of_each["2026-02"]), len(of_each[LAST])) == (10, 8)
    assert of_each["2026-02"].mean() < 65 < 72 < of_each[LAST].mean()
    contacts = newest["reviewing_officer_contacts", LAST]
    a_month = contacts[contacts.kind == "CHILD"].groupby(contacts.contact_date.dt.strftime("%Y-%m")).size()
    assert a_month[a_month.index < REVIEWERS.begins].mean() > 1.4 * a_month[a_month.index > "2026-04"].mean()


def test_each_contact_is_by_whoever_holds_the_child(newest):
    contacts = newest["reviewing_officer_contacts", LAST].merge(
        newest["reviewing_officers", LAST], on="child_id", suffixes=("", "_held")
    )
    then = contacts[
        (contacts.start_date <= contacts.contact_date) & ~(contacts.end_date <= contacts.contact_date)
    ].reset_index()
    assert len(then) > 500 and (then.reviewing_officer_id == then.reviewing_officer_id_held).all()


def test_more_disabled_young_people_are_assessed_with_adult_services(newest):
    born = newest["children", LAST].set_index("child_id").date_of_birth
    share = {}
    for month in (MONTHS[MONTHS.index(TOGETHER.begins) - 1], LAST):
        rows = newest["transitions", month]
        rows = rows[(born.reindex(rows.child_id) + pd.DateOffset(years=18) <= end_of(month)).array]
        share[month] = rows.joint_assessment_date.notna().mean()
    before, after = share.values()
    assert before < 0.55 < 0.7 < after


def test_more_moves_go_to_a_panel(newest):
    panels = newest["placement_panels", LAST].panel_date
    before = newest["placement_panels", MONTHS[MONTHS.index(PANELS.begins) - 1]].panel_date
    assert len(panels) > 1.3 * len(before)


def test_prices_of_agency_workers_come_down_to_the_cap(newest):
    share = {}
    for month in (MONTHS[MONTHS.index(PRICES.begins) - 1], PRICES.begins, LAST):
        rows = open_on(newest["agency_assignments", month], end_of(month))
        share[month] = (rows.hourly_price.astype(float) > rows.price_cap.astype(float)).mean()
        workers = open_on(newest["social_workers", month], end_of(month))
        assert set(rows.worker_id) == set(workers.worker_id[workers.agency == "Y"])
    before, *after = share.values()
    assert before > 0.45 > 0.2 > max(after)


def test_fewer_enquiries_become_applications_once_the_recruiters_left(newest):
    applied = newest["fostering_enquiries", LAST].dropna(subset="outcome_date")
    before = newest["fostering_enquiries", MONTHS[MONTHS.index(RECRUITMENT.begins) - 1]].dropna(subset="outcome_date")
    assert (before.outcome == "APPLIED").mean() > 2 * (applied.outcome == "APPLIED").mean()


def test_relatives_wait_longer_to_be_approved_and_are_foster_carers_then(newest):
    past = {}
    for month in (MONTHS[MONTHS.index(WAITING.begins) - 1], LAST):
        rows = newest["temporary_approvals", month]
        still = open_on(rows, end_of(month))
        past[month] = (still.start_date + pd.Timedelta(weeks=24) < end_of(month)).mean()
        approved = rows.household_id[rows.outcome == "APPROVED"]
        households = newest["fostering_households", month]
        assert approved.isin(households.household_id[households.kind == "CONNECTED"]).mean() > 0.9
    before, after = past.values()
    assert before < 0.1 < 0.3 < after


def test_only_the_latest_visit_is_held(newest):
    for month in LOOKED_AT:
        visits = newest["visits", month]
        assert not visits.duplicated(["child_id", "kind"]).any()
        in_care = set(looked_after(newest, month).child_id)
        assert len(in_care - set(visits[visits.kind == "CLA"].child_id)) < 0.05 * len(in_care)


def test_one_month_was_recorded_late(uploads):
    late = [upload for upload in uploads if (upload.extract, upload.month) == (LATE_EXTRACT, LATE.begins)]
    first, complete = sorted(late, key=lambda upload: upload.version)
    assert [first.version, complete.version] == [1, 2]
    assert complete.published_at - first.published_at == timedelta(days=35)
    missing = complete.rows[~complete.rows.plan_id.isin(first.rows.plan_id)]
    assert len(missing) >= 10
    assert (missing.start_date >= LATE_STARTS_MISSING_FROM).all()
    assert sum(upload.version > 1 for upload in uploads) == 1


def test_a_column_that_the_sample_lacks_is_missing_in_every_row(borough):
    rows = published_rows(borough, LOCAL, AUTHORITY, month_end(LAST), "looked_after_children")
    assert rows is not None
    assert "urn" not in INVENTED["looked_after_children"]
    assert not rows["urn"].dropna().tolist() and len(rows["placement"].dropna()) == len(rows)
