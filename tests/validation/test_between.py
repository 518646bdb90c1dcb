"""Every rule across rows and between extracts has rows that break it and rows that do not."""

from datetime import date

import pytest

from data.arrivals import typed
from data.extract import all_extracts
from tests.examples import MONTH_END, example_texts
from validation.between import all_rules, ask

RULES = {rule.id: rule for rule in all_rules()}
LEAVING = {"worker_id": "W", "start_date": "2020-01-01", "end_date": "2026-10-31"}


def overlap(*found):
    """Say for each (child, row, other row, its start) that both are open at once."""
    return {
        row: f"{child} has another row open at the same time: row {other}, from {start}. End the earlier one, or "
        "correct the dates."
        for child, row, other, start in found
    }


# For each rule, the rows of each extract, and the rows that break it; rows are numbered from 2.
EXAMPLES = {
    "child_protection_plans.start_date.before_birth": (
        {
            "children": [{"date_of_birth": "2026-12-31"}, {"date_of_birth": "2026-12-31"}],
            "child_protection_plans": [{"start_date": "2026-03-25"}, {"start_date": "2026-03-26"}],
        },
        {2: "25/03/2026 is more than 40 weeks before the child's date of birth, 31/12/2026. Check both."},
    ),
    "looked_after_children.start_date.before_birth": (
        {
            "children": [{"date_of_birth": "2026-05-02"}, {"date_of_birth": "2026-05-02"}],
            "looked_after_children": [{"start_date": "2026-05-01"}, {"start_date": "2026-05-02"}],
        },
        {2: "01/05/2026 is before the child's date of birth, 02/05/2026. Check both."},
    ),
    "looked_after_children.reason_ended.without_end": (
        {
            "looked_after_children": [
                {"reason_ended": "X1"},
                {"reason_ended": "X1", "end_date": "2026-09-01"},
                {"reason_ended": "X1", "end_date": "soon"},
                {},
            ]
        },
        {2: "X1 is given, yet end_date is blank. Give the date, or take the reason away."},
    ),
    "looked_after_children.end_date.without_reason": (
        {"looked_after_children": [{"end_date": "2026-09-01"}, {"reason_ended": "X1", "end_date": "2026-09-01"}, {}]},
        {2: "the episode ended on 01/09/2026, yet reason_ended is blank. Give the reason, or take the date away."},
    ),
    "school_attendance.unauthorised_absence.more_than_possible": (
        {
            "school_attendance": [
                {"possible_sessions": 40, "authorised_absence": 21, "unauthorised_absence": 20},
                {"possible_sessions": 40, "authorised_absence": 20, "unauthorised_absence": 20},
                {"possible_sessions": 40, "authorised_absence": 41, "unauthorised_absence": 0},
            ]
        },
        {
            2: "21 authorised and 20 unauthorised make 41 sessions missed, more than the 40 possible. "
            "Correct these figures."
        },
    ),
    "case_allocations.worker_id.not_among_workers": (
        {"social_workers": [{"worker_id": "W"}], "case_allocations": [{"worker_id": "V"}, {"worker_id": "W"}]},
        {2: "V is not in the social workers extract. Add the worker there, or correct the identifier."},
    ),
    "case_allocations.worker_id.left": (
        {
            "social_workers": [LEAVING],
            "case_allocations": [{"worker_id": "W"}, {"worker_id": "W", "end_date": "2026-10-31"}, {}],
        },
        {2: "W left on 31/10/2026, yet still holds this case. Give it an end_date, or correct the leaving date."},
    ),
    "social_workers.fte.none_with_cases": (
        {
            "social_workers": [{"worker_id": "W", "fte": 0}, {"fte": 0}, {"worker_id": "V"}],
            "case_allocations": [
                {"worker_id": "W"},
                {"worker_id": "W"},
                {"worker_id": "W", "end_date": "2026-10-01"},
                {"worker_id": "V"},
            ],
        },
        {2: "W has 0 full-time equivalent and holds 2 cases at the month end. Check both."},
    ),
    "child_protection_plans.child_id.one_open": (
        {
            "child_protection_plans": [
                {"child_id": "A", "start_date": "2026-01-01", "end_date": "2026-03-01"},
                {"child_id": "A", "start_date": "2026-03-01"},
                {"child_id": "B", "start_date": "2026-01-01", "end_date": "2026-03-02"},
                {"child_id": "B", "start_date": "2026-03-01"},
                {"child_id": "B", "start_date": "2026-02-01", "end_date": "2026-02-01"},
                {"child_id": "C", "start_date": "2026-03-01"},
                {"child_id": "C", "start_date": "2026-02-01", "other_authority": "Y"},
            ]
        },
        {
            4: "B has another row open at the same time: row 5, from 01/03/2026. End the earlier one, or correct the "
            "dates.",
            5: "B has another row open at the same time: row 4, from 01/01/2026. End the earlier one, or correct the "
            "dates.",
        },
    ),
    "looked_after_children.child_id.one_open": (
        {
            "looked_after_children": [
                {"child_id": "A", "start_date": "2026-01-01", "end_date": "2026-03-01"},
                {"child_id": "A", "start_date": "2026-03-01"},
                {"child_id": "B", "start_date": "2026-01-01"},
                {"child_id": "B", "start_date": "2026-03-01"},
                {"child_id": "B", "start_date": "2026-04-01"},
                {"child_id": "A", "start_date": "2026-02-01", "legal_status": "V4"},
            ]
        },
        {
            4: "B has another row open at the same time: row 5 and 6, from 01/03/2026. End the earlier one, or correct "
            "the dates.",
            5: "B has another row open at the same time: row 4 and 6, from 01/01/2026. End the earlier one, or correct "
            "the dates.",
            6: "B has another row open at the same time: row 4 and 5, from 01/01/2026. End the earlier one, or correct "
            "the dates.",
        },
    ),
    "children.date_of_birth.after_month_end": (
        {
            "children": [
                {"date_of_birth": "2026-11-01", "sex": "F"},
                {"date_of_birth": "2026-11-01", "sex": "U"},
                {"date_of_birth": "2026-10-31", "sex": "F"},
            ]
        },
        {
            2: "01/11/2026 is after the month end, and sex is F. Correct the date; for an unborn child give U for sex.",
        },
    ),
    "children.date_of_birth.too_far_ahead": (
        {"children": [{"date_of_birth": "2027-08-22", "sex": "U"}, {"date_of_birth": "2027-08-21", "sex": "U"}]},
        {
            2: "22/08/2027 is more than 42 weeks after the month end, too far for an expected date of birth. "
            "Correct it.",
        },
    ),
    "children.date_of_birth.too_old": (
        {"children": [{"date_of_birth": "1999-10-31"}, {"date_of_birth": "1999-11-01"}]},
        {
            2: "31/10/1999 makes the young person 27 at the month end; nobody older than 25 within the window belongs "
            "here. Correct the date or take the row out.",
        },
    ),
    "children.child_id.two_spellings": (
        {
            "children": [
                {"child_id": "A-1"},
                {"child_id": "a1"},
                {"child_id": "A1", "date_of_birth": "2017-01-01"},
                {"child_id": "A-10"},
            ]
        },
        {
            2: "A-1 and a1 on row 3 differ only in noughts, hyphens or capitals, and have one date of birth. Check "
            "whether they are one child; they are not joined here.",
            3: "a1 and A-1 on row 2 differ only in noughts, hyphens or capitals, and have one date of birth. Check "
            "whether they are one child; they are not joined here.",
        },
    ),
    "case_allocations.worker_id.too_many_cases": (
        {"case_allocations": [*[{"worker_id": "W"}] * 61, *[{"worker_id": "V"}] * 60]},
        {2: "W holds 61 cases at the month end, more than 60. Check that it is one person."},
    ),
    "referrals.close_date.without_reason": (
        {
            "referrals": [
                {"close_date": "2026-09-01"},
                {"close_date": "2026-09-01", "close_reason": "RC7"},
                {"close_date": "2026-09-01", "no_further_action": "Y"},
                {},
            ]
        },
        {2: "the case was closed on 01/09/2026, yet close_reason is blank. Give the reason, or take the date away."},
    ),
    "referrals.close_reason.without_date": (
        {
            "referrals": [
                {"close_reason": "RC7"},
                {"close_reason": "RC7", "close_date": "2026-09-01"},
                {"close_reason": "RC7", "close_date": "soon"},
                {},
            ]
        },
        {2: "RC7 is given, yet close_date is blank. Give the date, or take the reason away."},
    ),
    "referrals.child_id.one_open": (
        {
            "referrals": [
                {"child_id": "A", "referral_date": "2026-01-01", "close_date": "2026-03-01"},
                {"child_id": "A", "referral_date": "2026-03-01"},
                {"child_id": "A", "referral_date": "2026-04-01", "no_further_action": "Y"},
                {"child_id": "B", "referral_date": "2026-01-01"},
                {"child_id": "B", "referral_date": "2026-03-01"},
            ]
        },
        overlap(("B", 5, 6, "01/03/2026"), ("B", 6, 5, "01/01/2026")),
    ),
    **{
        f"{name}.child_id.one_open": (
            {
                name: [
                    {"child_id": "A", "start_date": "2026-01-01", "end_date": "2026-03-01"},
                    {"child_id": "A", "start_date": "2026-03-01"},
                    {"child_id": "B", "start_date": "2026-01-01", "end_date": "2026-03-02"},
                    {"child_id": "B", "start_date": "2026-03-01"},
                ]
            },
            overlap(("B", 4, 5, "01/03/2026"), ("B", 5, 4, "01/01/2026")),
        )
        for name in ("cin_plans", "missing_episodes", "social_worker_episodes")
    },
    **{
        f"{name}.child_id.not_among_children": (
            {"children": [{"child_id": "A"}], name: [{"child_id": "A"}, {"child_id": "B"}]},
            {3: "B is not in the children extract. Add the child there, or correct the identifier."},
        )
        for name, declared in all_extracts().items()
        if name != "children" and "child_id" in declared.column_names
    },
}


def frame(name, rows):
    declared = all_extracts()[name]
    table = typed(declared, example_texts(declared, rows))
    return table.assign(row_number=table.index)


@pytest.mark.parametrize("rule", RULES)
def test_the_rows_that_break_it_are_found_and_no_others(rule):
    assert rule in EXAMPLES, "a rule without an example"
    stated, expected = EXAMPLES[rule]
    frames = {name: frame(name, rows) for name, rows in stated.items()}
    assert dict(ask(RULES[rule], frames, MONTH_END)) == expected


def test_a_rule_asks_for_no_extract_but_those_it_names():
    assert RULES["case_allocations.worker_id.left"].needs == ("case_allocations", "social_workers")
    assert RULES["looked_after_children.child_id.one_open"].needs == ("looked_after_children",)


def test_a_worker_who_leaves_after_the_month_end_still_holds_cases():
    frames = {
        "social_workers": frame("social_workers", [LEAVING]),
        "case_allocations": frame("case_allocations", [{"worker_id": "W"}]),
    }
    assert not ask(RULES["case_allocations.worker_id.left"], frames, date(2026, 9, 30))
