"""Uploads: when each month's extracts were published, and the month that was recorded late."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pandas as pd

from data.errors import Mendable
from data.extract import Declared
from data.extracts import all_extracts
from data.invention.action_plan import action_plan
from data.invention.agency import agency_assignments
from data.invention.audits import audits
from data.invention.care_periods import periods_of_care
from data.invention.case_supervision import case_supervision
from data.invention.caseload import allocate
from data.invention.columns import INVENTED, NOT_YET_TOLD, columns_of
from data.invention.conferences import review_conferences
from data.invention.costs import costs
from data.invention.dated_record import Record
from data.invention.development import supervision, training, vacancies
from data.invention.family_help import family_help
from data.invention.fostering import fostering_enquiries, mainstream_households
from data.invention.health import health_events
from data.invention.kinship import connected_households, kinship_support, temporary_approvals
from data.invention.known_at_month_end import Borough, Rows, known_at
from data.invention.leaving_care import find_advisers
from data.invention.liberty import liberty_orders, move_to_unregistered_homes
from data.invention.lives import all_lives
from data.invention.missing_from_care import missing_episodes
from data.invention.need_at_month_end import Need, all_need
from data.invention.ordinal_days import FIRST_WINDOW, MONTHS, first_day, iso, months_after, nth_working_day
from data.invention.panels import placement_panels
from data.invention.participation import consultation
from data.invention.pathways import pathway_plans
from data.invention.people import Child, Worker
from data.invention.permanence import adopters, ways_to_permanence
from data.invention.plain_rows import MEMORY, plain_rows
from data.invention.pre_proceedings import pre_proceedings
from data.invention.reviewing import between_reviews, reviewing_officers
from data.invention.reviews import care_reviews
from data.invention.school import all_attendance
from data.invention.school_in_need import attendance_in_need
from data.invention.schools import at_school, education_plans, exclusions
from data.invention.stories import LATE, LATE_COMPLETE_AFTER_DAYS, LATE_EXTRACT, LATE_STARTS_MISSING_FROM
from data.invention.supervision_orders import supervision_orders
from data.invention.transition import transitions
from data.invention.visits import visits
from data.invention.whereabouts import find_homes
from data.invention.worker_survey import supervision_survey
from data.invention.workforce import all_workers, fall_ill, known_workers

SEED = 316


@dataclass(frozen=True)
class Upload:
    """Hold one upload of one extract: its month, which version it is, when it was published (UTC), and its rows."""

    extract: str
    month: str
    version: int
    published_at: datetime
    rows: pd.DataFrame


def invent(months: int = len(MONTHS), seed: int = SEED) -> list[Upload]:
    """Invent the uploads of the last so many of the 36 months, in order of publication.

    Rows are text exactly as an analyst's csv would hold it: ISO dates, blank where missing. Raises Mendable where the
    months asked for were never invented.
    """
    if not 1 <= months <= len(MONTHS):
        raise Mendable(f"{months} months cannot be invented. Ask for 1 to {len(MONTHS)}.")
    borough, untold = live_through(seed), untold_extracts()
    needed = MONTHS[-(months + MEMORY - 1) :] if untold else MONTHS[-months:]
    rows_by_month = {month: known_at(borough, month) for month in needed}
    tell_plainly(seed, untold, rows_by_month)
    uploads = [upload for month in MONTHS[-months:] for upload in uploads_of(month, rows_by_month[month])]
    return sorted(uploads, key=lambda upload: (upload.published_at, upload.extract))


def live_through(seed: int) -> Borough:
    """Let everything happen that the extracts tell of."""
    children, workers = all_lives(seed), all_workers(seed)
    allocate(seed, children, workers)
    children_known, in_post = known_children(children), known_workers(workers)
    fall_ill(seed, in_post)
    need, attendance = all_need(seed, children), at_school(seed, all_attendance(seed, children))
    others = attendance_in_need(seed, need.cases)
    find_advisers(seed, children_known)
    records = all_records(seed, children_known, in_post, need)
    move_to_unregistered_homes(seed, children_known)
    records += liberty_orders(seed, children_known)
    return Borough(children_known, in_post, attendance, others, need, records)


def all_records(seed: int, children: list[Child], workers: list[Worker], need: Need) -> list[Record]:
    """Tell what hangs on the lives, each kind from a stream of chance of its own, so that none disturbs another."""
    periods = list(periods_of_care(children))
    find_homes(seed, periods)
    return [
        *health_events(seed, periods),
        *care_reviews(seed, periods),
        *visits(seed, children, periods),
        *missing_episodes(seed, periods),
        *education_plans(seed, periods),
        *exclusions(seed, periods),
        *ways_to_permanence(seed, periods),
        *adopters(seed),
        *pathway_plans(seed, children),
        *supervision(seed, workers),
        *training(seed, workers),
        *vacancies(workers),
        *audits(seed, children, workers),
        *case_supervision(seed, children, workers),
        *review_conferences(seed, children),
        *pre_proceedings(seed, children),
        *consultation(seed),
        *action_plan(seed),
        *transitions(seed, need.cases),
        *supervision_orders(seed, need.cases),
        *reviewing_officers(seed, children, periods),
        *between_reviews(seed, periods),
        *placement_panels(seed, periods),
        *costs(seed, workers, periods),
        *supervision_survey(seed, workers),
        *agency_assignments(seed, workers),
        *fostering_enquiries(seed),
        *mainstream_households(seed),
        *temporary_approvals(seed, periods),
        *connected_households(seed, periods),
        *kinship_support(seed, periods),
        *family_help(seed, need),
    ]


def known_children(children: list[Child]) -> list[Child]:
    """Keep those who can appear in an extract: every one of them had a case open since the first window began."""
    return [child for child in children if any(s.end is None or s.end > FIRST_WINDOW for s in child.allocations)]


def untold_extracts() -> list[Declared]:
    """List the extracts that the lives do not tell of: a new declaration has plain rows at once."""
    return [declared for name, declared in all_extracts().items() if name not in NOT_YET_TOLD | INVENTED.keys()]


def tell_plainly(seed: int, untold: list[Declared], rows_by_month: dict[str, dict[str, Rows]]) -> None:
    """Add the plain rows of what the lives do not tell of, about children known throughout."""
    months = list(rows_by_month)
    children = {month: {row[0] for row in extracts["children"]} for month, extracts in rows_by_month.items()}
    throughout = {
        month: sorted(set.intersection(*(children[later] for later in months[place : place + MEMORY])))
        for place, month in enumerate(months)
    }
    for declared in untold:
        for month in months:
            rows_by_month[month][declared.name] = plain_rows(declared, seed, month, throughout)


def uploads_of(month: str, known: dict[str, Rows]) -> list[Upload]:
    """Publish a month's extracts on the fourth working day of the next month."""
    published = datetime.fromisoformat(f"{iso(nth_working_day(next_month(month), 4))}T09:12").replace(tzinfo=UTC)
    uploads = []
    for extract, rows in known.items():
        if (extract, month) == (LATE_EXTRACT, LATE.begins):
            uploads.append(Upload(extract, month, 1, published, table(extract, before_late_ones(rows))))
            again = published + timedelta(days=LATE_COMPLETE_AFTER_DAYS)
            uploads.append(Upload(extract, month, 2, again, table(extract, rows)))
        else:
            uploads.append(Upload(extract, month, 1, published, table(extract, rows)))
    return uploads


def next_month(month: str) -> str:
    """Return the month after."""
    return iso(months_after(first_day(month), 1))[:7]


def before_late_ones(rows: Rows) -> Rows:
    """Leave out the plans that had not been recorded when the late month was first uploaded."""
    start = INVENTED[LATE_EXTRACT].index("start_date")
    return [row for row in rows if row[start] < LATE_STARTS_MISSING_FROM]


def table(extract: str, rows: Rows) -> pd.DataFrame:
    """Make a table of text with the columns that are invented."""
    return pd.DataFrame(rows, columns=columns_of(extract), dtype="str")
