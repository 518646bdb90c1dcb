"""What is known at a month end: the rows of each extract, with what is still to come left blank."""

from dataclasses import dataclass, field
from functools import cached_property

from data.invention.columns import INVENTED
from data.invention.dated_record import Record, told_of
from data.invention.need_at_month_end import Need, need_at, people_of
from data.invention.ordinal_days import birthday, first_day, iso, last_day, months_from
from data.invention.people import Allocation, Child, Episode, Family, Leaving, Plan, Worker
from data.invention.school import Attendance
from data.invention.school_in_need import counts_on, in_need_on
from data.invention.workforce import days_lost, left_on, newly_qualified

Rows = list[tuple[str, ...]]
TERM = 280
"""Days from which on a birth can be expected."""


@dataclass(frozen=True)
class Borough:
    """Hold all that happened, from which the extracts of any month are drawn."""

    children: list[Child]
    workers: list[Worker]
    attendance: list[Attendance]
    attendance_in_need: list[Attendance]
    need: Need
    records: list[Record] = field(default_factory=list)

    @cached_property
    def everyone(self) -> list[Child]:
        """List every child of whom an extract may tell."""
        return list(dict.fromkeys((*self.children, *people_of(self.need))))


def known_at(borough: Borough, month: str) -> dict[str, Rows]:
    """Write the rows of every extract as they stood at the end of a month, in order."""
    end = last_day(month)
    since, two_years = (last_day(f"{int(month[:4]) - years}{month[4:]}") for years in (1, 2))
    children = [child for child in borough.children if child.moves[0][0] <= end]
    rows = {
        "case_allocations": [row for c in children for row in allocations(c, since, end)],
        "child_protection_plans": [row for c in borough.everyone if c.plans for row in plans(c, two_years, end)],
        "looked_after_children": [row for c in borough.everyone if c.episodes for row in episodes(c, two_years, end)],
        "care_leavers": [
            care_leaver(c, c.leaving, end) for c in children if c.leaving and entitled(c.leaving, since, end)
        ],
        "school_attendance": attendance(borough, month),
        "social_workers": [social_worker(w, since, end) for w in borough.workers if w.start <= end and w.end > since],
        **need_at(borough.need, end),
    }
    named = {row[CHILD_COLUMN[name]] for name in rows if name in CHILD_COLUMN for row in rows[name]}
    rows["children"] = [child_row(child, end) for child in borough.everyone if child.child_id in named]
    rows |= told_of(borough.records, month, named)
    return {name: sorted(extract_rows) for name, extract_rows in rows.items()}


CHILD_COLUMN = {
    name: columns.index("child_id")
    for name, columns in INVENTED.items()
    if name != "children" and "child_id" in columns
}


def team_at(child: Child, end: int) -> str:
    """Name the team that holds the case at a month end, or held it last."""
    spells = [spell for spell in child.allocations if spell.start <= end and spell.allocated_as == "CASE"]
    return spells[-1].worker.team


def child_row(child: Child, end: int) -> tuple[str, ...]:
    """Write the child; before birth the expected date stands, and sex is not known."""
    unborn = child.born > end
    return (
        child.child_id,
        iso(min(max(child.expected, end + 1), end + TERM) if unborn else child.born),
        "U" if unborn else child.sex,
        child.family.ethnicity,
        "NONE" if unborn else child.disability,
        "Y" if child.unaccompanied else "N",
    )


def allocations(child: Child, since: int, end: int) -> Rows:
    """Write the spells with workers."""
    return [
        allocation(spell, end)
        for spell in child.allocations
        if spell.start <= end and (spell.end is None or spell.end > since)
    ]


def allocation(spell: Allocation, end: int) -> tuple[str, ...]:
    """Write one spell with the type of case at the month end."""
    case_type = [kind for when, kind in spell.types if when <= end][-1]
    return (
        spell.allocation_id,
        spell.child.child_id,
        spell.worker.worker_id,
        spell.allocated_as,
        case_type,
        iso(spell.start),
        known_end(spell.end, end),
    )


def known_end(when: int | None, end: int) -> str:
    """Write an end date, or leave it blank while it lies ahead."""
    return iso(when) if when is not None and when <= end else ""


def plans(child: Child, since: int, end: int) -> Rows:
    """Write the child protection plans."""
    return [plan_row(plan, end) for plan in child.plans if plan.start <= end and plan.end > since]


def plan_row(plan: Plan, end: int) -> tuple[str, ...]:
    """Write one plan with its latest category."""
    return (
        plan.plan_id,
        plan.child.child_id,
        iso(plan.start),
        known_end(plan.end, end),
        plan.initial_category,
        plan.category if plan.recategorised <= min(end, plan.end) else plan.initial_category,
        str(plan.previous),
        "Y" if plan.other_authority else "N",
        family_id(plan.child.family),
        team_at(plan.child, end),
    )


def family_id(family: Family) -> str:
    """Name a family after the first of its children to be known."""
    return f"F{min(child.child_id for child in family.children if child.child_id)[1:]}"


def episodes(child: Child, since: int, end: int) -> Rows:
    """Write the episodes of care."""
    return [
        (
            child.child_id,
            iso(episode.start),
            episode.reason_started,
            episode.legal_status,
            placement_known(episode, end),
            episode.provider,
            known_end(episode.end, end),
            episode.reason_ended if episode.end <= end else "",
            episode.distance,
            episode.location,
            episode.permanence_plan,
            iso(episode.care_began),
            iso(episode.placement_began),
            team_at(child, end),
        )
        for episode in child.episodes
        if episode.start <= end and episode.end > since
    ]


def placement_known(episode: Episode, end: int) -> str:
    """Write the placement by the codes of its year: supported accommodation had a code of its own from April 2024."""
    old_code = min(episode.end, end) < first_day("2024-04")
    return "H5" if episode.placement == "K3" and old_code else episode.placement


def entitled(leaving: Leaving, since: int, end: int) -> bool:
    """Tell whether the young person was entitled to leaving care services in the 12 months."""
    return leaving.eligible_from <= end and leaving.support_ended > since


def care_leaver(child: Child, leaving: Leaving, end: int) -> tuple[str, ...]:
    """Write the care leaver with the latest pathway plan; contact and activity are asked once care has ended."""
    reviewed = [when for when in leaving.reviews if when <= min(end, leaving.support_ended)]
    age = next(a for a in range(25, 14, -1) if birthday(child.born, a) <= min(end, leaving.support_ended - 1))
    in_touch, home, activity = leaving.years.get(age, ("", "", "")) if leaving.left_care <= end else ("", "", "")
    return (
        child.child_id,
        eligibility(child, leaving, end),
        iso(leaving.eligible_from),
        known_end(leaving.support_ended, end),
        opted_in(child, leaving, end),
        known_end(leaving.plan_date, min(end, leaving.support_ended)) if leaving.plan_date else "",
        iso(reviewed[-1]) if reviewed else "",
        in_touch,
        home,
        activity,
        leaving.adviser,
        team_at(child, end),
    )


def eligibility(child: Child, leaving: Leaving, end: int) -> str:
    """Say what the young person is entitled to at the month end."""
    if leaving.qualifying:
        return "QUALIFYING"
    if birthday(child.born, 18) <= end:
        return "FORMER"
    return "RELEVANT" if leaving.left_care <= end else "ELIGIBLE"


def opted_in(child: Child, leaving: Leaving, end: int) -> str:
    """Say Y or N from 21 on; before that there is nothing to opt into."""
    if leaving.qualifying or birthday(child.born, 21) > end:
        return ""
    return "Y" if leaving.opted_in else "N"


def social_worker(worker: Worker, since: int, end: int) -> tuple[str, ...]:
    """Write the worker."""
    return (
        worker.worker_id,
        worker.team,
        worker.service,
        worker.role,
        worker.fte,
        "Y" if worker.agency else "N",
        "Y" if newly_qualified(worker, end) else "N",
        iso(worker.start),
        left_on(worker, end),
        days_lost(worker, since, end),
    )


def attendance(borough: Borough, month: str) -> Rows:
    """Write the months of the school year up to this one, of looked-after children and of those who count in need."""
    year = int(month[:4]) - (month[5:] < "09")
    months = set(months_from(f"{year}-09", 12))
    counted = in_need_on(borough.need.cases, counts_on(month))
    everyone = [*borough.attendance, *(row for row in borough.attendance_in_need if row.child in counted)]
    return [
        (
            row.child.child_id,
            row.period,
            str(row.possible),
            str(row.authorised),
            str(row.unauthorised),
            "" if row.appointments is None else str(row.appointments),
            row.school,
            row.special_needs,
        )
        for row in everyone
        if row.period <= month and row.period in months
    ]
