"""What was planted in the invented months, in one place: each story a sentence, a date and what it does.

Apart from these the borough stands still: only seasons and chance move its figures.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """Tell one planted story: when it begins, and what a reader of the dashboard should see."""

    begins: str
    sentence: str


DRIFT = Story(
    "2025-07",
    "A campaign against drift ends long child protection plans: the share of plans open for 2 years or more falls "
    "from July 2025, while the share of plans that had lasted 2 years or more when they ended first rises, then falls.",
)
SLIPPING = Story(
    "2025-10",
    "Leaving Care 2 falls behind: from October 2025 its first pathway plans and its reviews are late, and the whole "
    "borough's share of pathway plans in place comes down with it.",
)
CASELOADS = Story(
    "2025-11",
    "Agency workers leave through the year from November 2025 and are not replaced: the average caseload rises from "
    "about 14.5 to above 16.",
)
LATE = Story(
    "2025-06",
    "June 2025 was recorded late: the child protection plans were first uploaded without the plans made from 12 June "
    "on, and uploaded again, complete, five weeks later.",
)
OFFER = Story(
    "2025-04",
    "An early help offer opens: from April 2025 more contacts end in early help and more closed cases step down to it.",
)
BACKLOG = Story(
    "2026-01",
    "The front door falls behind from January to March 2026: contacts wait for a decision for days.",
)
CLINICS = Story(
    "2025-09",
    "Reviews of looked-after children's health move to Saturdays: from September 2025 the sessions of school lost to "
    "appointments fall by more than half.",
)
UNASSESSED = Story(
    "2026-02",
    "Care Planning 2 has no clinic of its own from February 2026 on: most of its initial health assessments come after "
    "the 20 working days, and the borough's share in time comes down.",
)
REFLECTION = Story(
    "2026-01",
    "Managers are trained in reflective supervision in the last quarter of 2025: from January 2026 the share of "
    "supervision sessions that show reflection rises from about 45% to about 70%.",
)
PLANNING = Story(
    "2025-05",
    "A task group works on plans of children in need: from May 2025 audits find more of them specific, measurable and "
    "dated, about 65% after about 40%; plans of other children stay where they were.",
)
AUDITING = Story(
    "2026-02",
    "Managers have less time as caseloads rise: from February 2026 they do fewer of the two audits a month that are "
    "asked of each, about 40% after about 66%.",
)
ON_RECORD = Story(
    "2026-01",
    "Supervision is entered in more children's records once managers are trained: from January 2026 about 40% of "
    "children on a plan have an entry of the month, after about 20%.",
)
FAMILY_MEETINGS = Story(
    "2026-01",
    "The authority prepares for the duty to offer family group decision making: from January 2026 about nine letters "
    "before proceedings in ten offer a meeting, after about half.",
)
REVIEWERS = Story(
    "2026-03",
    "Two of ten reviewing officers leave in March 2026 and nobody follows them: each of the others holds about 76 "
    "children after about 62, and from summer on fewer children hear from their officer between reviews.",
)
TOGETHER = Story(
    "2025-09",
    "A team of workers for children and for adults begins in September 2025: from then on more disabled young people "
    "are assessed together with adult services before they are 18, most of them after fewer than half.",
)
PANELS = Story(
    "2025-11",
    "Moves of looked-after children go to a placement panel: from November 2025 about 75% are looked at by one, after "
    "about 40%.",
)
PRICES = Story(
    "2025-10",
    "The rules on agency workers bind every contract from October 2025: most of those priced above the region's cap "
    "are renewed at it, and the share of assignments above it falls from about 60% to about 10%.",
)
RECRUITMENT = Story(
    "2025-09",
    "The recruiters of foster carers leave in September 2025: about one enquiry in ten becomes an application after "
    "about three, so that fewer foster carers are approved from summer 2026 on.",
)
WAITING = Story(
    "2025-12",
    "Assessments of relatives and friends fall behind: from December 2025 many are not finished when the weeks of a "
    "temporary approval run out, and the children concerned stay where nobody is approved to care for them.",
)
FAMILY_HELP = Story(
    "2026-04",
    "Family Help goes live: from April 2026 about 80% of children who step up from early help keep the practitioner "
    "they know, after about 15%.",
)
UNREGISTERED = Story(
    "2026-01",
    "No registered home is found in time for some children: from January 2026 a few live for weeks in homes that are "
    "not registered, most of them under an order that deprives them of liberty.",
)
VICTIMS = Story(
    "2025-10",
    "Assessors are trained to see children as victims of domestic abuse in their own right: from October 2025 they "
    "find it of about 30% of the children assessed, after about 11%.",
)
STORIES = (
    *(DRIFT, SLIPPING, CASELOADS, LATE, OFFER, BACKLOG),
    *(CLINICS, UNASSESSED, REFLECTION, PLANNING, AUDITING, ON_RECORD),
    *(FAMILY_MEETINGS, FAMILY_HELP, UNREGISTERED),
    *(REVIEWERS, TOGETHER, PANELS),
    *(PRICES, RECRUITMENT, WAITING),
    VICTIMS,
)

# A plan that has already run for 2 years when the campaign begins ends within half a year, with this chance.
DRIFT_LONG_PLANS_ENDED = 0.85
DRIFT_LONG_PLANS_WITHIN_DAYS = 130
# A plan that would have passed 2 years later on ends before it does, with this chance.
DRIFT_PLANS_KEPT_SHORT = 0.68

SLIPPING_TEAM = "Leaving Care 2"
SLIPPING_FIRST_PLANS = 0.9
SLIPPING_FIRST_PLANS_LATE_DAYS = (200, 600)
SLIPPING_REVIEWS = 0.7
SLIPPING_REVIEWS_LATE_DAYS = (80, 260)

# The days on which agency workers leave without a successor, counted from the first of the month the story begins.
AGENCY_LEAVES_FIRST_DAY = 8
AGENCY_LEAVES_EVERY_DAYS = 21
AGENCY_POSTS_LOST = {
    "Locality North": 2,
    "Locality South": 2,
    "Locality East": 3,
    "Locality West": 2,
    "Disabled Children": 1,
    "Care Planning 1": 1,
    "Care Planning 2": 1,
    "Assessment East": 1,
    "Assessment West": 1,
    "Leaving Care 1": 1,
    "Leaving Care 2": 1,
}

# The share of assessments that are late from the second month after the workers began to leave.
CASELOADS_LATE_ASSESSMENTS = 0.46

# How many times as many families step down to early help, and how many contacts end there, once there is an offer.
OFFER_STEPS_DOWN = 2.4
OFFER_CONTACTS = 2.0

BACKLOG_ENDS = "2026-04"
BACKLOG_LATE = 0.34

LATE_EXTRACT = "child_protection_plans"
LATE_STARTS_MISSING_FROM = "2025-06-12"
LATE_COMPLETE_AFTER_DAYS = 35

# The share of review health assessments that are held on Saturdays once there are clinics, and the chance of losing
# sessions to an appointment in a month, before and after.
CLINICS_SHARE = 0.7
APPOINTMENTS_BEFORE = 0.24
APPOINTMENTS_AFTER = 0.09

UNASSESSED_TEAM = "Care Planning 2"
UNASSESSED_SHARE = 0.8
UNASSESSED_LATE_DAYS = (34, 75)

REFLECTION_SHARE_BEFORE = 0.45
REFLECTION_SHARE_AFTER = 0.71
REFLECTION_TRAINED_WITHIN_DAYS = 90

PLANNING_SMART_BEFORE = 0.4
PLANNING_SMART_AFTER = 0.66
AUDITING_SHARE_BEFORE = 0.66
AUDITING_SHARE_AFTER = 0.4
ON_RECORD_SHARE_BEFORE = 0.2
ON_RECORD_SHARE_AFTER = 0.41

FAMILY_MEETINGS_OFFERED_BEFORE = 0.5
FAMILY_MEETINGS_OFFERED_AFTER = 0.9
SURVEY_REFLECTS_BEFORE = 0.49
SURVEY_REFLECTS_AFTER = 0.69

REVIEWERS_LEAVE_AFTER_DAYS = (5, 19)
REVIEWERS_HEARD_BEFORE = 0.86
REVIEWERS_HEARD_AFTER = 0.5
TOGETHER_ASSESSED_BEFORE = 0.45
TOGETHER_ASSESSED_AFTER = 0.86
PANELS_SHARE_BEFORE = 0.42
PANELS_SHARE_AFTER = 0.77

PRICES_ABOVE_THE_CAP_BEFORE = 0.6
PRICES_KEPT_ABOVE = 0.2

RECRUITMENT_APPLIED_BEFORE = 0.3
RECRUITMENT_APPLIED_AFTER = 0.1
WAITING_TAKES_LONGER_DAYS = 260
FAMILY_HELP_KEPT_BEFORE = 0.14
FAMILY_HELP_KEPT_AFTER = 0.84

# Which stays are in a home that is not registered: how long they last, how many of them, and how many under an order.
UNREGISTERED_DAYS = (14, 140)
UNREGISTERED_SHARE = 0.85
UNREGISTERED_UNDER_AN_ORDER = 0.8

# The share of assessments that find a child to be a victim of domestic abuse once assessors look for it.
VICTIMS_SHARE = 0.3
