"""Write down which planted stories of Example Borough are found. Run: python -m tests.indicators.planted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.access import LOCAL_USER as LOCAL
from data.invention import AUTHORITY
from data.invention.configured_store import open_configured_store
from data.invention.stories import (
    AUDITING,
    BACKLOG,
    CASELOADS,
    CLINICS,
    DRIFT,
    FAMILY_HELP,
    FAMILY_MEETINGS,
    OFFER,
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
    UNREGISTERED,
    VICTIMS,
    WAITING,
    Story,
)
from data.ledger.history import months_held
from data.months import month_end
from data.settings import Settings
from data.store.store import Store
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures
from indicators.variation.judgement import judge
from indicators.variation.signals import DOWN, UP

WRITTEN = Path(__file__).parents[2] / "docs" / "planted_stories.md"
PLANTED: dict[str, tuple[Story, str]] = {
    "cp_plans_two_years_or_more": (DRIFT, DOWN),
    "cp_plans_fifteen_months_or_more": (DRIFT, DOWN),
    "cp_plans_one_to_two_years": (DRIFT, DOWN),
    "cp_plans_two_years_or_more_at_ceasing": (DRIFT, UP),
    "pathway_plans_in_place": (SLIPPING, DOWN),
    "pathway_plans_reviewed_in_six_months": (SLIPPING, DOWN),
    "first_pathway_plan_by_16_and_a_quarter": (SLIPPING, DOWN),
    "average_caseload": (CASELOADS, UP),
    "median_caseload": (CASELOADS, UP),
    "caseload_above_16": (CASELOADS, UP),
    "caseload_above_18": (CASELOADS, UP),
    "caseload_above_20": (CASELOADS, UP),
    "agency_social_workers": (CASELOADS, DOWN),
    "vacancies_covered_by_agency": (CASELOADS, DOWN),
    "cases_for_each_supervision": (CASELOADS, UP),
    "minutes_of_supervision_for_each_case": (CASELOADS, DOWN),
    "agency_share_of_staff_cost": (CASELOADS, DOWN),
    "assessments_in_45_working_days": (CASELOADS, DOWN),
    "assessments_open_past_45_working_days": (CASELOADS, UP),
    "early_help_begun": (OFFER, UP),
    "early_help_open": (OFFER, UP),
    "early_help_for_each_lead_organisation": (OFFER, UP),
    "cases_stepped_down_to_early_help": (OFFER, UP),
    "referrals_after_early_help": (OFFER, UP),
    "contacts_decided_in_one_working_day": (BACKLOG, DOWN),
    "lac_sessions_lost_to_appointments": (CLINICS, DOWN),
    "initial_health_assessments_in_20_working_days": (UNASSESSED, DOWN),
    "supervision_with_reflection": (REFLECTION, UP),
    "supervision_records_found_reflective": (REFLECTION, UP),
    "supervision_helps_to_reflect": (REFLECTION, UP),
    "cin_plans_found_smart": (PLANNING, UP),
    "generic_audits_done": (AUDITING, DOWN),
    "on_a_plan_discussed_in_supervision": (ON_RECORD, UP),
    "open_cases_discussed_in_supervision": (ON_RECORD, UP),
    "family_meetings_offered": (FAMILY_MEETINGS, UP),
    "reviewing_officer_caseload": (REVIEWERS, UP),
    "lac_in_touch_with_reviewing_officer": (REVIEWERS, DOWN),
    "joint_assessments_before_18": (TOGETHER, UP),
    "moves_seen_by_panel": (PANELS, UP),
    "agency_assignments_in_force": (CASELOADS, DOWN),
    "agency_assignments_above_the_cap": (PRICES, DOWN),
    "fostering_enquiries_applied": (RECRUITMENT, DOWN),
    "foster_households_approved": (RECRUITMENT, DOWN),
    "temporary_approvals_past_their_weeks": (WAITING, UP),
    "family_help_at_early_help": (OFFER, UP),
    "family_help_practitioner_kept": (FAMILY_HELP, UP),
    "lac_in_unregistered_homes": (UNREGISTERED, UP),
    "nights_in_unregistered_homes": (UNREGISTERED, UP),
    "longest_stay_in_an_unregistered_home": (UNREGISTERED, UP),
    "under_16s_in_unlawful_placements": (UNREGISTERED, UP),
    "factor_at_assessment_domestic_abuse_child": (VICTIMS, UP),
}
HEAD = """# Which planted stories are found

Example Borough is invented, and so it is known what was planted in it and when. This page says what process control
makes of that: which stories it finds, how long after they begin, and which it misses. It is written by
`python -m tests.indicators.planted`; a test holds what it says of the stories, and that little else is called a change.

## The stories
"""
WHY_MISSED = """
## What is missed, and why

Most of what is counted here stays from month to month: plans and caseloads run on, and a rolling year shares eleven
of its twelve months with the one before. Such series wander without anything having changed, so their limits are wide,
and a slow change is told late or not at all. It is the price of few false alarms. To see such a change sooner, look at
the flow beside the stock, or at one team.

* *Plans of 2 years or more when they ceased* rises for some months while the campaign ends long plans, and then falls.
  It is a rolling year, and neither is told.
* *Holding more than 18 cases* rises with the rest, by fewer workers than its limits allow. Those holding more than 16
  and more than 20 are told.
* *School sessions lost to appointments* are counted in the school year to date, which begins anew each September. Such
  figures are not judged month by month; beside the same month a year earlier the fall is plain.
* *Children with early help* doubles from April 2025, within the 24 months that limits come from. It is told in June,
  and once those 24 months are full the move is taken for the way this figure wanders, and told no more.
  Its limits, and those of early help begun, begin anew with the offer on the pages, as an event there asks for. The
  tables above tell what is found without that.
* *Child in need plans that audits found SMART* are some fifty audits, over three months running together: within
  the 24 months that limits come from, the move is taken for the way this figure wanders. A year on it is plain.
* *Moves that a panel looked at*, *supervision records found reflective* and *disabled young people assessed before 18*
  are some forty moves, three dozen audits and fewer than twenty young people, most of them counted in several months
  running. Their limits are as wide as what was planted. Beside the same month a year earlier each is plain.
* *Foster households approved in the last 12 months* come about seven months after an enquiry, and a rolling year then
  holds only the first months of the fall: the share of enquiries that become applications tells it beforehand.
* *Homes that are not registered* are rare events: there was none to reckon limits from, and a chart of the time between
  them needs more than a few. They are never-events, and each is told by its own page in the month in which it begins.
* June 2025 was recorded late. That is no change of practice: no signal begins or ends in that month because of it, and
  the history page shows what was known then and what is known now.

`python -m benchmarks.variation` prints, on simulated series, how often a stable one is called changed (0.1% to 1.2% of
months by type of chart; 1.8% where a third is carried over, which so few months cannot show), and how often a shift of
ten points on thirty cases a month is found within three months: about 80% from 95% or from 5%, 56% from 90%, and less
nearer the middle, where thirty cases vary more.
"""


@dataclass(frozen=True)
class Told:
    """Hold when a series was first said to move the way that was planted, None where it never was."""

    indicator: str
    first: date | None
    chart: str
    carries: float


def series_of_all(store: Store) -> dict[str, list[Figure]]:
    """Return every series of Example Borough, by indicator."""
    months = months_held(store, LOCAL, AUTHORITY)
    told = figures(store, LOCAL, list(all_indicators().values()), AUTHORITY, months)
    every = len(months)
    return {name: told[place * every : (place + 1) * every] for place, name in enumerate(all_indicators())}


def told_of(name: str, series: Sequence[Figure]) -> Told:
    """Judge a series month by month as it grew, from the month in which its story begins."""
    story, way = PLANTED[name]
    indicator, first = indicator_called(name), None
    for place, figure in enumerate(series):
        if figure.month >= month_end(story.begins) and first is None:
            signal = judge(indicator, series[: place + 1]).signal
            first = (
                figure.month
                if signal and signal.way == way and series[signal.last].month >= month_end(story.begins)
                else None
            )
    found = judge(indicator, series).variation
    return Told(name, first, found.kind, found.carries)


def stories(every: dict[str, list[Figure]]) -> str:
    """Write what became of each story."""
    lines: list[str] = []
    for story in dict.fromkeys(story for story, _ in PLANTED.values()):
        lines += [
            "",
            story.sentence,
            "",
            "| Indicator | Wanted | First told | Months after it began | Chart |",
            "|---|---|---|---|---|",
        ]
        for name, (its, way) in PLANTED.items():
            if its is story:
                lines.append(_row(told_of(name, every[name]), way, month_end(story.begins)))
    return "\n".join(lines) + "\n"


def _row(told: Told, way: str, begins: date) -> str:
    """Write one indicator of a story."""
    title = indicator_called(told.indicator).title
    chart = told.chart + (f", {told.carries:.0%} carried over" if told.carries else "")
    if told.first is None:
        return f"| {title} | {way} | **missed** | – | {chart} |"
    after = (told.first.year - begins.year) * 12 + told.first.month - begins.month
    return f"| {title} | {way} | {told.first:%B %Y} | {after} | {chart} |"


def others(every: dict[str, list[Figure]]) -> dict[str, list[str]]:
    """Return the signals of series in which nothing was planted, in words, by indicator."""
    found = {}
    for name, series in every.items():
        if name not in PLANTED:
            signals = judge(indicator_called(name), series).variation.signals
            found[name] = [
                f"{each.way}, {each.rule}, {series[each.first].month:%b %Y} to {series[each.last].month:%b %Y}"
                for each in signals
            ]
    return found


def page(every: dict[str, list[Figure]]) -> str:
    """Write the whole page."""
    rest = others(every)
    signals, months = sum(len(each) for each in rest.values()), sum(len(every[name]) for name in rest)
    lines = [f"| {indicator_called(name).title} | {'; '.join(found)} |" for name, found in rest.items() if found]
    return (
        HEAD
        + stories(every)
        + WHY_MISSED
        + "\n## What else was called a change\n\n"
        + f"Of the {len(rest)} indicators in which nothing was planted, counted when this page was written, signals in "
        + f"{months:,} months: {signals}, or {signals / months:.1%}.\n\n"
        + "\n".join(["| Indicator | Signals |", "|---|---|", *lines])
        + "\n"
    )


if __name__ == "__main__":
    WRITTEN.write_text(page(series_of_all(open_configured_store(Settings(None, None, None)))), encoding="utf-8")
