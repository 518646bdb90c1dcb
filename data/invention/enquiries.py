"""Section 47 enquiries and their initial conferences; and the plans of children in need, with their reviews."""

from dataclasses import dataclass, field

from data.invention.chance import Chance
from data.invention.need import Case, together
from data.invention.ordinal_days import LAST_DAY, working_day
from data.invention.people import Plan

BEFORE_CONFERENCE = (8, 12, 15, 18, 20, 21)
LATE_CONFERENCE, LATE_BEFORE = 0.16, (23, 25, 28, 34)
ENQUIRIES, CONFERENCE_WITHOUT_PLAN = 0.3, 0.035
ENQUIRY_TAKES = (2, 5, 8, 11, 14)
AFTER_A_PLAN, AFTER_DAYS = 0.11, (20, 60, 110, 170, 260)
PLAN_AFTER = (0, 0, 2, 5, 9, 12)
STEPPED_DOWN_LATE, NO_PLAN = 0.14, 0.09
LATE_PLAN_AFTER = (18, 25, 40, 70)
REVIEW_AFTER = (56, 70, 80, 86, 90)
REVIEW_LATE, REVIEW_LATE_BY = 0.42, (5, 25, 55, 120)


@dataclass(slots=True, eq=False)
class Enquiry:
    """Record a section 47 enquiry, with its conference where there was one."""

    case: Case
    start: int
    end: int
    conference: int | None = None
    plan_made: bool = False
    enquiry_id: str = ""


@dataclass(slots=True, eq=False)
class NeedPlan:
    """Record a plan of a child in need."""

    case: Case
    start: int
    end: int
    reviews: list[int] = field(default_factory=list)
    plan_id: str = ""


def all_enquiries(seed: int, cases: list[Case]) -> list[Enquiry]:
    """Enquire into the harm behind each conference, and where it turned out that none was needed."""
    chance, enquiries = Chance(seed, "enquiries"), []
    for family in together([case for case in cases if case.opened]):
        enquiries += enquired_together(chance.aside(), family)
    enquiries = sorted(
        (enquiry for enquiry in enquiries if enquiry.start <= LAST_DAY), key=lambda enquiry: enquiry.start
    )
    for number, enquiry in enumerate(enquiries, start=1):
        enquiry.enquiry_id = f"S{number:05d}"
    return enquiries


def enquired_together(chance: Chance, family: list[Case]) -> list[Enquiry]:
    """Write the enquiries about brothers and sisters who were referred together."""
    enquiries = []
    late = chance.yes(LATE_CONFERENCE)
    days_before = chance.along(LATE_BEFORE if late else BEFORE_CONFERENCE)
    for case in family:
        enquiries += [
            conference(case, plan.start, days_before, True) for plan in case.child.plans if led_to(case, plan)
        ]
    if enquiries:
        return [*enquiries, *after_a_plan(chance, family)]
    need = [case for case in family if [kind for _, kind, _ in case.stages[:2]] == ["ASS", "CIN"]]
    if need and chance.yes(CONFERENCE_WITHOUT_PLAN):
        return [conference(case, case.stages[1][0], days_before, False) for case in need]
    assessed = [case for case in family if case.stages[0][1] == "ASS" and case.closed > case.referred + 20]
    if not assessed or not chance.yes(ENQUIRIES):
        return []
    start = working_day(assessed[0].referred + chance.between(0, 4))
    return [no_conference(case, start, start + chance.along(ENQUIRY_TAKES)) for case in assessed]


def led_to(case: Case, plan) -> bool:
    """Tell whether a plan of ours was made while the case was open."""
    return not plan.other_authority and case.referred <= plan.start < case.closed


def conference(case: Case, held: int, before: int, plan_made: bool) -> Enquiry:
    """Begin the enquiry so many days before its conference, but not before the referral."""
    start = max(case.referred, working_day(held - before))
    return Enquiry(case, start, max(start, held - 4), held, plan_made)


def no_conference(case: Case, start: int, end: int) -> Enquiry:
    """Conclude an enquiry without a conference; the case was then not closed for want of need."""
    if case.assessed_only:
        case.reason_closed = "RC7"
    return Enquiry(case, start, working_day(end))


def after_a_plan(chance: Chance, family: list[Case]) -> list[Enquiry]:
    """Enquire again into some of the families whose plan has ended."""
    if not chance.yes(AFTER_A_PLAN):
        return []
    wait, takes = chance.along(AFTER_DAYS), chance.along(ENQUIRY_TAKES)
    enquiries = []
    for case in family:
        for position, (when, kind, _) in enumerate(case.stages):
            start = working_day(when + wait)
            left = case.stages[position + 1][0] if position + 1 < len(case.stages) else case.closed
            if kind == "CIN" and position and case.stages[position - 1][1] == "CP" and start + 20 < left:
                enquiries.append(no_conference(case, start, start + takes))
    return enquiries


def all_need_plans(seed: int, cases: list[Case]) -> list[NeedPlan]:
    """Plan for children in need: after an assessment, after a child protection plan, after a time in care."""
    chance, plans = Chance(seed, "need plans"), []
    for family in together([case for case in cases if case.opened]):
        aside = chance.aside()
        plans += [plan for case in family for plan in plans_of(aside, case)]
    plans.sort(key=lambda plan: (plan.start, plan.case.child.child_id))
    for number, plan in enumerate(plans, start=1):
        plan.plan_id = f"N{number:05d}"
        plan.start = max(
            [
                plan.start,
                *(protection_plan.end for protection_plan in plan.case.child.plans if runs_into(plan, protection_plan)),
            ]
        )
    return plans


def runs_into(plan: NeedPlan, protection: Plan) -> bool:
    """Tell whether a child protection plan of ours still ran on the day the plan would have begun."""
    return not protection.other_authority and protection.start <= plan.start < protection.end < plan.end


def plans_of(chance: Chance, case: Case) -> list[NeedPlan]:
    """Write the plans of one case; after a child protection plan it is now and then late or forgotten."""
    stepped_down = {end for _, end in case.spells("CP")}
    plans = []
    for start, end in case.spells("CIN"):
        wait = chance.along(PLAN_AFTER)
        if start in stepped_down and chance.yes(STEPPED_DOWN_LATE + NO_PLAN):
            wait = (
                chance.along(LATE_PLAN_AFTER) if chance.yes(STEPPED_DOWN_LATE / (STEPPED_DOWN_LATE + NO_PLAN)) else end
            )
        begins = working_day(start + wait)
        if begins + 7 < end:
            plans.append(reviewed(chance, NeedPlan(case, begins, end)))
    return plans


def reviewed(chance: Chance, plan: NeedPlan) -> NeedPlan:
    """Review a plan about every three months, sometimes late."""
    when = plan.start
    while when < min(plan.end, LAST_DAY):
        when += chance.along(REVIEW_AFTER) + (chance.along(REVIEW_LATE_BY) if chance.yes(REVIEW_LATE) else 0)
        when = working_day(when)
        if when < plan.end:
            plan.reviews.append(when)
    return plan
