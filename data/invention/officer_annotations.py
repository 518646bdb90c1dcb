"""What the officers of Example Borough say of its figures: their targets, and the planted stories as they tell them."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from data.annotations.events import FAMILY_HELP as GOES_LIVE
from data.annotations.events import PRACTICE, RECORDING, Event
from data.annotations.targets import LOCAL_TARGET, NATIONAL, Target
from data.invention.place import AUTHORITY
from data.invention.stories import (
    BACKLOG,
    CASELOADS,
    CLINICS,
    DRIFT,
    FAMILY_HELP,
    LATE,
    OFFER,
    PLANNING,
    REFLECTION,
    UNASSESSED,
    Story,
)
from data.months import month_end

KEPT_BY, KEPT_AT = "invented", datetime(2026, 11, 2, 9, 0)  # noqa: DTZ001 - the store keeps UTC without a zone
FROM = month_end("2023-11")
BOARD = (LOCAL_TARGET, "Safeguarding performance board", "Performance framework 2023 to 2027, page 4")
PARENTS = (LOCAL_TARGET, "Corporate parenting board", "Pledge to children in care and care leavers, page 2")
SCORECARDS = (NATIONAL, "Department for Education", "Adoption scorecards, thresholds of 14 and of 4 months")
TARGETS = {
    "re_referrals": (None, 15.0, *BOARD),
    "assessments_in_45_working_days": (90.0, None, *BOARD),
    "cp_reviews_in_timescale": (95.0, None, *BOARD),
    "cp_plans_two_years_or_more": (None, 3.0, *BOARD),
    "second_or_later_plans": (10.0, 20.0, *BOARD),
    "average_caseload": (None, 16.0, *BOARD),
    "three_or_more_placements": (None, 10.0, *PARENTS),
    "health_assessments_up_to_date": (90.0, None, *PARENTS),
    "initial_health_assessments_in_20_working_days": (95.0, None, *PARENTS),
    "lac_persistent_absence": (None, 25.0, *PARENTS),
    "permanence_plan_by_second_review": (95.0, None, *PARENTS),
    "pathway_plans_in_place": (95.0, None, *PARENTS),
    "pathway_plans_reviewed_in_six_months": (90.0, None, *PARENTS),
    "first_pathway_plan_by_16_and_a_quarter": (90.0, None, *PARENTS),
    "days_from_care_to_adopters": (None, 426.0, *SCORECARDS),
    "days_from_placement_order_to_match": (None, 121.0, *SCORECARDS),
}
"""By indicator: the least or the most that it is meant to be, whose target it is, who set it, where it is written."""


class Told(NamedTuple):
    """Hold a story as an officer tells it, without what came of it; `anew` names whose limits begin anew there."""

    story: Story
    kind: str
    title: str
    told: str
    author: str
    about: tuple[str, ...]
    anew: tuple[str, ...] = ()


EVENTS = (
    Told(
        OFFER,
        PRACTICE,
        "Early help offer opens",
        "Families can step down to early help in every locality, and contacts can be passed on to it. How many have "
        "early help before and after cannot be judged by the same limits.",
        "Head of early help",
        ("early_help", "cases_stepped_down_to_early_help"),
        ("early_help_begun", "early_help_open"),
    ),
    Told(
        PLANNING,
        PRACTICE,
        "Task group on planning",
        "A task group works with teams on plans of children in need: specific, measurable and dated.",
        "Head of quality assurance",
        ("cin_plans_found_smart",),
    ),
    Told(
        LATE,
        RECORDING,
        "June recorded late",
        "Child protection plans made from 12 June 2025 on were entered in July, after the first upload. The month was "
        "published again, complete.",
        "Performance and data team",
        ("children_on_a_plan", "children_on_a_plan_rate", "cp_plans_started_rate"),
    ),
    Told(
        DRIFT,
        PRACTICE,
        "Campaign against drift",
        "Every child protection plan that has run for 15 months or more is looked at by a head of service each month.",
        "Head of safeguarding",
        (
            "cp_plans_two_years_or_more",
            "cp_plans_fifteen_months_or_more",
            "cp_plans_one_to_two_years",
            "cp_plans_two_years_or_more_at_ceasing",
        ),
    ),
    Told(
        CLINICS,
        PRACTICE,
        "Saturday clinics",
        "Most health reviews of looked-after children of school age are held on Saturdays.",
        "Head of the virtual school",
        ("lac_sessions_lost_to_appointments",),
    ),
    Told(
        CASELOADS,
        PRACTICE,
        "Agency workers leave",
        "Contracts of agency workers run out and are not renewed; their cases are shared out among the teams.",
        "Head of service, workforce",
        ("workforce", "assessments_in_45_working_days", "assessments_open_past_45_working_days"),
    ),
    Told(
        BACKLOG,
        PRACTICE,
        "Front door short of staff",
        "Three posts at the front door stand empty until the end of March 2026.",
        "Head of the front door",
        ("contacts_decided_in_one_working_day",),
    ),
    Told(
        REFLECTION,
        PRACTICE,
        "Managers trained",
        "By the end of 2025 managers have been trained in reflective supervision, and in putting it on record.",
        "Principal social worker",
        (
            "supervision_with_reflection",
            "on_a_plan_discussed_in_supervision",
            "open_cases_discussed_in_supervision",
        ),
    ),
    Told(
        UNASSESSED,
        PRACTICE,
        "Clinic of Care Planning 2 ends",
        "Care Planning 2 has no clinic of its own any more, and takes its initial health assessments to another.",
        "Head of looked-after children",
        ("initial_health_assessments_in_20_working_days",),
    ),
    Told(
        FAMILY_HELP,
        GOES_LIVE,
        "Family Help goes live",
        "Targeted early help and help for children in need are one service from this month on, with one practitioner "
        "who leads across both.",
        "Head of early help",
        ("family_help_practitioner_kept",),
    ),
)


TOLERANCES = {"health_assessments_up_to_date": 2.0, "pathway_plans_in_place": 5.0, "lac_persistent_absence": 2.0}
"""By how many points a figure may miss its target and be within tolerance."""


def invented_targets() -> Iterator[Target]:
    """Return the targets of Example Borough as they were kept."""
    for number, (indicator, (least, most, scope, set_by, source)) in enumerate(TARGETS.items(), 1):
        terms = (least, most, FROM, None, scope, set_by, source, number, KEPT_AT, KEPT_BY)
        yield Target(AUTHORITY, indicator, *terms, tolerance=TOLERANCES.get(indicator))


def invented_events() -> Iterator[Event]:
    """Return the events of Example Borough as they were kept, each on the first day of its story."""
    for number, event in enumerate(EVENTS, 1):
        day = date.fromisoformat(f"{event.story.begins}-01")
        content = (event.kind, event.title, event.told, tuple(sorted(event.about)), event.anew, event.author)
        yield Event(AUTHORITY, day, *content, number, KEPT_AT, KEPT_BY)
