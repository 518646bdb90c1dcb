"""One definition, one answer: measured together for many months or month by month, on random extracts."""

import random
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from data.access import LOCAL_USER as LOCAL
from data.codes import (
    AUDIT_KIND,
    CARE_LEAVER_ELIGIBILITY,
    COST,
    FOSTER_KIND,
    HEALTH_EVENT,
    LEGAL_STATUS,
    LEVEL_OF_HELP,
    PLACEMENT,
    REASON_EPISODE_STARTED,
    REVIEWING_CONTACT,
)
from data.extracts import all_extracts
from data.months import month_end
from data.store.store import Store
from indicators.engine.binding import runs_set_wise
from indicators.engine.catalogue import all_indicators
from indicators.engine.measure import measure_missing
from indicators.figures.measured_figures import figures
from tests.every_case import by_id, every
from tests.examples import example_rows
from tests.store_filling import BRENT, publish_rows

MONTHS = [month_end(month) for month in ("2025-08", "2025-09", "2026-01", "2026-02")]
INDICATORS = list(all_indicators().values())
ROWS_BEHIND = """
    select done.indicator, done.month, rows.* exclude (measurement)
    from store.measured.rows as rows
    join store.measured.measurements as done on done.measurement = rows.measurement
    where done.month = ?
    order by all
"""
CHILDREN, WORKERS = [f"C{number}" for number in range(8)], [f"W{number}" for number in range(3)]


def random_extracts(dice: random.Random, month: date) -> dict[str, pd.DataFrame]:
    """Deal rows of every extract that lie on and around the boundaries the definitions draw."""

    def day(spread: int = 1100) -> date:
        near = dice.choice([0, 30, 31, 181, 182, 183, 184, 364, 365, 366, 728, 729, 730, 731, dice.randrange(spread)])
        return month - timedelta(days=near)

    def spell() -> dict:
        start, end = sorted((day(), day()))
        return {"start_date": start, "end_date": dice.choice([None, None, end])}

    eligible = day()

    def referred() -> dict:
        start, end = sorted((day(), day()))
        closed = dice.choice([None, None, end])
        return {"referral_date": start, "close_date": closed, "close_reason": closed and dice.choice(["RC7", "RC8"])}

    def decided() -> dict:
        made, decided = sorted((day(), day()))
        outcome = dice.choice([None, "REF", "EH"])
        return {"contact_date": made, "decision_date": outcome and decided, "outcome": outcome}

    def authorised() -> dict:
        start, end = sorted((day(), day()))
        return {
            "start_date": start,
            "authorised_date": dice.choice([None, end]),
            "child_seen": dice.choice([None, "Y"]),
        }

    def stepped_up() -> list[dict]:
        first, then = sorted((day(), day()))
        early = {"level": "EH", "start_date": first, "end_date": then}
        return [early, {"level": dice.choice(list(LEVEL_OF_HELP)), "start_date": then}]

    rows = {
        "contacts": [{"child_id": dice.choice(CHILDREN), **decided()} for _ in range(dice.randrange(12))],
        "referrals": [
            {"child_id": dice.choice(CHILDREN), "no_further_action": dice.choice(["N", "N", "Y"]), **referred()}
            for _ in range(dice.randrange(12))
        ],
        "assessments": [
            {"child_id": dice.choice(CHILDREN), "referral_id": dice.choice([None, "REFERRAL-2"]), **authorised()}
            for _ in range(dice.randrange(12))
        ],
        "cin_plans": [
            {"child_id": dice.choice(CHILDREN), "last_review": dice.choice([None, day()]), **spell()}
            for _ in range(dice.randrange(12))
        ],
        "children": [
            {"child_id": child, "date_of_birth": day(9000), "disability": dice.choice([None, "LD", "NONE"])}
            for child in CHILDREN[:-1]
        ],
        "child_protection_plans": [
            {"child_id": dice.choice(CHILDREN), "previous_plans": dice.choice([0, 0, 1, 3]), **spell()}
            | {"other_authority": dice.choice([None, "N", "N", "Y"]), "team": dice.choice("AB")}
            for _ in range(dice.randrange(12))
        ],
        "looked_after_children": [
            {"child_id": dice.choice(CHILDREN), "reason_started": dice.choice(list(REASON_EPISODE_STARTED)), **spell()}
            | {"legal_status": dice.choice(list(LEGAL_STATUS)), "placement": dice.choice(list(PLACEMENT))}
            for _ in range(dice.randrange(16))
        ],
        "action_plan": [
            {"due_date": day(400), "completed_date": dice.choice([None, day(400)]), "agreed_date": day(900)}
            | {"progress": dice.choice(["ON_TRACK", "AT_RISK"]), "evidence": dice.choice([None, "Y", "N"])}
            for _ in range(12)
        ],
        "agency_assignments": [
            {"worker_id": dice.choice(WORKERS), "project_team": dice.choice("YN"), "price_cap": dice.choice([None, 38])}
            | {
                "hourly_price": dice.choice([None, 38, 38.5]),
                "left_permanent_post": dice.choice([None, "Y"]),
                **spell(),
            }
            for _ in range(12)
        ],
        "audits": [
            {"child_id": dice.choice(CHILDREN), "audit_date": day(200), "kind": dice.choice(list(AUDIT_KIND))}
            | {"auditor_id": dice.choice(WORKERS), "theme": "Plans", "grade": dice.choice([None, "G", "I"])}
            | {"smart_plan": dice.choice([None, "Y", "N"]), "previous_audit_id": dice.choice([None, "audit-2"])}
            for _ in range(20)
        ],
        "liberty_orders": [{"child_id": child, **spell()} for child in CHILDREN],
        "family_help": [
            {"child_id": child, **turn}
            | {"lead_id": dice.choice([None, *WORKERS]), "lead_left_date": dice.choice([None, None, day(60)])}
            | {"supervisor_profession": dice.choice([None, "SW", "FSW"])}
            for child in CHILDREN
            for turn in stepped_up()
        ],
        "audit_actions": [{"due_date": day(200), "closed_date": dice.choice([None, day(200)])} for _ in range(12)],
        "case_supervision": [
            {"child_id": child, "supervision_date": when} for child in CHILDREN for when in {day(60), day(60)}
        ],
        "consultation": [
            {"held_date": min(when), "reported_back": dice.choice([None, max(when)]), "actions": 3, "actions_closed": 1}
            for when in [(day(400), day(400)) for _ in range(8)]
        ],
        "cp_reviews": [
            {"child_id": dice.choice(CHILDREN), "plan_id": f"plan-{dice.randrange(12)}", "held_date": day(400)}
            | dice.choice([{}, {"held_date": None, "due_date": month + timedelta(days=dice.choice([-30, 0, 1, 30]))}])
            | {"quorate": dice.choice([None, "Y"]), "child_participation": dice.choice([None, "PN0", "PN1", "PN7"])}
            for _ in range(20)
        ],
        "pre_proceedings": [
            {"child_id": child, "start_date": days[0], "letter_date": days[1], "meeting_offered": dice.choice("YN")}
            | {"decision_date": dice.choice([None, days[2]]), "application_date": dice.choice([None, days[3]])}
            | {"meeting_held": dice.choice([None, "Y", "N"]), "family_id": dice.choice([None, "F1", "F2"])}
            for child in CHILDREN
            for days in [sorted(day(800) for _ in range(4))]
        ],
        "section_47_enquiries": [
            {"child_id": dice.choice(CHILDREN), "start_date": min(when), "plan_made": dice.choice([None, "Y", "N"])}
            | {"conference_date": dice.choice([None, max(when)]), "transfer_in": dice.choice([None, "N", "Y"])}
            for when in [(day(400), day(400)) for _ in range(12)]
        ],
        "costs": [
            {"period": month, "kind": kind, "cost": dice.choice([0, 1200.5]), "weeks": dice.choice([None, 0, 30])}
            for kind in COST
        ],
        "early_help": [
            {"child_id": dice.choice(CHILDREN), "reason": dice.choice(["STEPDOWN", "CONTACT", None]), **spell()}
            for _ in range(dice.randrange(12))
        ],
        "care_leavers": [
            {"child_id": child, "eligible_from": eligible, "plan_date": dice.choice([None, day()])}
            | {"eligibility": dice.choice(list(CARE_LEAVER_ELIGIBILITY)), "opted_in": dice.choice([None, "Y", "N"])}
            | {"review_date": dice.choice([None, day()])}
            for child in dice.sample(CHILDREN, 5)
        ],
        "social_workers": [
            {"worker_id": worker, "fte": dice.choice([0, 0.5, 1]), "start_date": date(2020, 1, 1)} for worker in WORKERS
        ],
        "case_allocations": [
            {"child_id": dice.choice(CHILDREN), "worker_id": dice.choice([*WORKERS, "W9"]), **spell()}
            for _ in range(dice.randrange(20))
        ],
        "school_attendance": [
            {"child_id": child, "period": month_end(period), "possible_sessions": dice.choice([0, 10, 40])}
            | {"authorised_absence": dice.randrange(3), "unauthorised_absence": dice.randrange(3)}
            for child in CHILDREN
            for period in dice.sample(["2025-07", "2025-08", "2025-09", "2026-01"], 2)
        ],
        "lac_health": [
            {"child_id": dice.choice(CHILDREN), "kind": dice.choice(list(HEALTH_EVENT)), "done_date": day()}
            | {"score": dice.choice([None, 16, 17]), "grade": dice.choice([None, "G", "RI"])}
            for _ in range(30)
        ],
        "lac_reviews": [
            {"child_id": child, "review_date": date, "participation": dice.choice(["PN0", "PN1", "PN7"])}
            for child in CHILDREN
            for date in {day(400) for _ in range(3)}
        ],
        "missing_episodes": [
            {"child_id": child, "kind": dice.choice("MA"), "interview_date": dice.choice([None, month]), **spell()}
            for child in CHILDREN[:5]
        ],
        "exclusions": [
            {"child_id": dice.choice(CHILDREN), "kind": dice.choice(["SUSP", "PERM"]), "start_date": day(100)}
            for _ in range(6)
        ],
        "adopters": [
            {"adopter_id": adopter, "enquiry_date": date(2020, 1, 1), "stage_1_start": day(), "stage_2_start": day()}
            for adopter in WORKERS
        ],
        "pathway_plans": [
            {"child_id": child, "assessment_date": day(), "plan_date": day(), "views_recorded": dice.choice("YN")}
            for child in CHILDREN
        ],
        "permanence": [
            {"child_id": child, "entered_care": date(2020, 1, 1), "decision_date": day(), "placed_date": day()}
            | {"placement_order_date": day(), "matched_date": day()}
            for child in CHILDREN
        ],
        "peps": [
            {"child_id": child, "due_date": month, "held_date": dice.choice([None, day(300)])}
            | {"quality": dice.choice([None, "G", "RI"]), "child_took_part": dice.choice([None, "Y", "N"])}
            for child in CHILDREN
        ],
        "fostering_enquiries": [
            {"enquiry_date": min(days), "outcome_date": told and max(days), "outcome": told}
            for days, told in (((day(), day()), dice.choice([None, "APPLIED", "WITHDREW"])) for _ in range(12))
        ],
        "fostering_households": [
            {"household_id": f"H{number}", "approval_date": lasted["start_date"], "end_date": lasted["end_date"]}
            | {"kind": dice.choice(list(FOSTER_KIND)), "places": 3, "places_vacant": dice.choice([None, 0, 2])}
            for number, lasted in enumerate(spell() for _ in range(12))
        ],
        "kinship_support": [
            {"household_id": dice.choice(["H1", "H2"]), "plan_date": dice.choice([None, day()]), **spell()}
            | {"reviewed_date": dice.choice([None, day()])}
            for _ in range(8)
        ],
        "temporary_approvals": [
            {"child_id": child, "extended_date": dice.choice([None, day(200)]), **spell()}
            | {"review_sought": dice.choice([None, "N", "Y"])}
            for child in CHILDREN
        ],
        "placement_panels": [{"child_id": child, "panel_date": day(120)} for child in CHILDREN],
        "reviewing_officers": [{"child_id": child, **spell()} for child in CHILDREN[:6]],
        "reviewing_officer_contacts": [
            {"child_id": dice.choice(CHILDREN), "kind": dice.choice(list(REVIEWING_CONTACT)), "contact_date": day(400)}
            | {"resolved_date": dice.choice([None, month])}
            for _ in range(20)
        ],
        "supervision_orders": [
            {"child_id": dice.choice(CHILDREN), "plan_date": dice.choice([None, day()]), **spell()}
            | {"smart_plan": dice.choice([None, "Y", "N"])}
            for _ in range(8)
        ],
        "supervision_survey": [
            {"survey_date": date, "question": "REFLECT", "asked": 9, "answered": dice.choice([0, 7]), "agreed": 0}
            for date in {day(500), day(500)}
        ],
        "transitions": [
            {"child_id": child, "plan_date": dice.choice([None, day()]), "joint_assessment_date": day()}
            for child in CHILDREN[2:]
        ],
        "supervision": [
            {"worker_id": dice.choice(WORKERS), "kind": dice.choice(["ONE", "GROUP"]), "supervision_date": day(100)}
            | {"reflective": dice.choice([None, "Y", "N"]), "minutes": dice.choice([None, 60])}
            for _ in range(12)
        ],
        "training": [
            {"worker_id": worker, "course": course, "training_date": day(), "status": dice.choice(["DONE", "MISSED"])}
            | {"valid_until": dice.choice([None, month]), "mandatory": dice.choice("YN")}
            for worker in WORKERS
            for course in ("Signs of Safety", "Safeguarding children", "SMART planning")
        ],
        "vacancies": [
            {"team": team, "period": month, "fte_vacant": dice.choice([0, 1.5]), "fte_covered_by_agency": 1}
            for team in "AB"
        ],
        "visits": [
            {"child_id": dice.choice(CHILDREN), "kind": dice.choice(["CLA", "CP"]), "seen": dice.choice("YN")}
            | {"visit_date": day(100), "seen_alone": dice.choice([None, "Y", "N"])}
            for _ in range(20)
        ],
    }
    return {name: example_rows(name, each, month_end=month) for name, each in rows.items()}


def measured(store: Store, months: list[date], told: date, set_wise: bool, indicators: list = INDICATORS) -> list:
    """Measure some months afresh, and return the figures of one of them and the rows behind."""
    with store.change() as cursor:
        for table in ("rows", "figures", "measurements"):
            cursor.execute(f"delete from store.measured.{table}")
        assert measure_missing(cursor, indicators, BRENT, months, set_wise=set_wise) == len(months) * len(indicators)
    found = [each.to_json() for each in figures(store, LOCAL, indicators, BRENT, [told])]
    with store.change() as cursor:
        behind = cursor.execute(ROWS_BEHIND, [told]).fetchall()
    return [found, behind]


DEALS = [pytest.param(each, marks=pytest.mark.soak if each else ()) for each in range(12)]


@pytest.mark.parametrize("deal", DEALS)
def test_together_or_one_by_one_the_answer_is_the_same(deal):
    dice = random.Random(deal)
    with closing(Store.in_memory()) as store:
        for month in MONTHS:
            publish_rows(store, random_extracts(dice, month), month)
        alone = dice.choice(MONTHS)
        one_by_one = measured(store, [alone], alone, set_wise=False)
        assert measured(store, MONTHS, alone, set_wise=True) == one_by_one, "all months at once"
        assert measured(store, [alone], alone, set_wise=True) == one_by_one, "a month that shares its populations"


def test_every_extract_that_is_measured_has_random_rows():
    measured_from = {name for indicator in INDICATORS for name in indicator.extracts}
    assert measured_from <= set(random_extracts(random.Random(1), MONTHS[0])) <= set(all_extracts())


@every("indicator", INDICATORS, by_id)
def test_the_definitions_run_together(indicator):
    assert runs_set_wise(indicator)


def test_a_definition_that_cannot_be_moved_under_a_lateral_join_runs_by_itself():
    plans = all_indicators()["children_on_a_plan"]
    with_a_lambda = """
        select plan_id as subject, true as denominator,
            len(list_filter([start_date], lambda day: day < month_end())) > 0 as numerator
        from child_protection_plans
    """
    assert not runs_set_wise(replace(plans, sql=with_a_lambda, columns=("subject", "numerator", "denominator")))
    assert runs_set_wise(replace(plans, sql=f"{plans.sql} -- tried anew"))


def test_a_definition_that_cannot_share_is_measured_the_slow_way_with_the_same_answer():
    with_a_lambda = """
        select child_id as subject, true as denominator,
            len(list_filter([since], lambda day: day < month_end())) > 0 as numerator
        from on_a_plan(month_end())
    """
    everything = all_indicators()
    plans = everything["children_on_a_plan"]
    odd = replace(plans, sql=with_a_lambda, columns=("subject", "numerator", "denominator"))
    beside = [odd, everything["children_on_a_plan_rate"], everything["on_a_plan_and_looked_after"]]
    assert not runs_set_wise(odd)
    with closing(Store.in_memory()) as store:
        for month in MONTHS:
            publish_rows(store, random_extracts(random.Random(3), month), month)
        with store.change() as cursor:  # the others have one month measured already, and share only the rest
            measure_missing(cursor, beside[1:], BRENT, MONTHS[:1])
            measure_missing(cursor, beside, BRENT, MONTHS)
        part = [each.to_json() for each in figures(store, LOCAL, beside, BRENT, MONTHS)]
        together = measured(store, MONTHS, MONTHS[0], set_wise=True, indicators=beside)
        assert part == [each.to_json() for each in figures(store, LOCAL, beside, BRENT, MONTHS)]
        assert together == measured(store, MONTHS, MONTHS[0], set_wise=False, indicators=beside)
        assert together[1]
