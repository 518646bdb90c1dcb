"""The action plan of Example Borough as its officers keep it: what it answers, in words, and the figures to be moved.

Three stories are planted in it beside those of the figures: AP0063 is on course, the figure of AP0074 rose before it
began, and AP0068 is closed while its figure stands where it stood.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from data.annotations.action_plan.items import (
    ATTACHED,
    HOLD,
    INSPECTION,
    NO_OVERALL,
    OBJECTIVE,
    UP,
    Action,
    Item,
    Judgement,
    Move,
    Plan,
    Recommendation,
    Source,
    Written,
)
from data.annotations.action_plan.keeping import standing
from data.annotations.action_plan.layout import LAYOUTS, enter
from data.invention.place import AUTHORITY
from data.ledger.numbers import next_number
from data.months import month_end
from data.store.attachment import Cursor

KEPT_BY, KEPT_AT = "invented", datetime(2026, 11, 6, 9, 30)  # noqa: DTZ001 - the store keeps UTC without a zone
ON_COURSE, MOVED_BEFORE, UNMOVED = "AP0063", "AP0074", "AP0068"
"""The actions whose stories are planted."""
HELP, CARE, LEAVING, LEADERS = (
    "Children who need help and protection",
    "Children in care",
    "Care leavers",
    "The impact of leaders on social work practice",
)
SOURCES = (
    Source(
        AUTHORITY,
        "ILACS-2022",
        INSPECTION,
        "Ofsted inspection of children’s services, July 2022",
        date(2022, 7, 18),
        "requires improvement",
        (
            Judgement(HELP, "requires improvement"),
            Judgement(CARE, "requires improvement"),
            Judgement(LEAVING, "requires improvement"),
            Judgement(LEADERS, "good"),
        ),
    ),
    Source(
        AUTHORITY,
        "ILACS-2026",
        INSPECTION,
        "Ofsted inspection of children’s services, September 2026",
        date(2026, 9, 21),
        NO_OVERALL,
        (
            Judgement(HELP, "good"),
            Judgement(CARE, "good"),
            Judgement(LEAVING, "requires improvement"),
            Judgement(LEADERS, "good"),
        ),
    ),
    Source(
        AUTHORITY,
        "CYPP-2",
        OBJECTIVE,
        "Children and young people’s plan, objective 2: help early, and fairly",
        date(2022, 4, 4),
    ),
)
RECOMMENDATIONS = {
    "4.1": ("ILACS-2022", "Show reflective discussion in supervision, and write plans that are specific and dated"),
    "4.3": ("ILACS-2022", "Audit practice by theme every month, and let teams learn from it"),
    "4.7": ("ILACS-2022", "Hear children and families before services are changed"),
    "4.10": ("ILACS-2022", "Assess the health of every child who starts to be looked after in 20 working days"),
    "4.13": ("ILACS-2022", "Have a pathway plan in place for every young person who should have one"),
    "5.1": ("CYPP-2", "Step families down to early help, so that caseloads come under control"),
    "8.1": ("CYPP-2", "Know how children of each ethnic group fare, and act where it differs"),
    "9.1": ("ILACS-2026", "Bring planning with care leavers up to the standard of the rest"),
}
HEALTH, SCHOOLS, POLICE = "Health", "Schools", "Police"
REFLECTING, SMART = "supervision_with_reflection", "cp_plans_found_smart"
ASSESSED, PATHWAYS = "initial_health_assessments_in_20_working_days", "pathway_plans_in_place"
HEARD, AUDITS, STEPPED = "children_heard", "thematic_audits_held", "step_down_to_early_help_held"


class Agreed(NamedTuple):
    """Hold an action in words: what is to be done, whose it is, what shows that it was, and what it should move."""

    title: str
    owner: str
    evidence: str = ""
    moves: tuple[Move, ...] = ()
    partner: str = ""


def _move(indicator: str, by: str, expected: float | None = None, direction: str = UP) -> tuple[Move, ...]:
    """Return one figure that an action should move."""
    return (Move(indicator, direction, month_end(by), expected),)


SAFEGUARDING, IN_CARE, AFTER_CARE = "Head of localities", "Head of care planning", "Head of leaving care"
QUALITY, EARLY, SOCIAL_WORKER = "Head of quality assurance", "Head of early help", "Principal social worker"
WORDS = {
    "AP0049": Agreed("Publish a calendar of thematic audits", QUALITY, "Calendar", _move(AUDITS, "2026-03", 2, HOLD)),
    "AP0050": Agreed(
        "Name a step-down worker in every locality", EARLY, "List of posts", _move(STEPPED, "2026-06", 92)
    ),
    "AP0052": Agreed(
        "Agree with schools who leads after step down", EARLY, "Protocol", _move(STEPPED, "2026-06"), SCHOOLS
    ),
    "AP0053": Agreed("Set figures beside each other by ethnic group every quarter", QUALITY, "Quarterly paper"),
    "AP0056": Agreed("Have ethnicity recorded on every contact", "Head of the front door", "Audit of records"),
    "AP0057": Agreed("Ask community groups how early help is found", EARLY, "Report of the survey"),
    "AP0058": Agreed("Train panel members in fair decisions", SOCIAL_WORKER),
    "AP0059": Agreed(
        "Train personal advisers in pathway planning", AFTER_CARE, "Register", _move(PATHWAYS, "2026-06", 95)
    ),
    "AP0060": Agreed("Hold a weekly step-down panel", EARLY, "Minutes of the panel", _move(STEPPED, "2026-09", 92)),
    "AP0061": Agreed(
        "Book the first health assessment on the day care begins",
        IN_CARE,
        "Booking log",
        _move(ASSESSED, "2026-06", 95),
        HEALTH,
    ),
    "AP0062": Agreed("Widen the early help offer to families of under-fives", EARLY, "Service plan", (), HEALTH),
    "AP0063": Agreed(
        "Train every manager in reflective supervision", SOCIAL_WORKER, "Register", _move(REFLECTING, "2026-09", 65)
    ),
    "AP0064": Agreed(
        "Open a second clinic for health assessments", "Designated nurse", "", _move(ASSESSED, "2026-09", 95), HEALTH
    ),
    "AP0065": Agreed(
        "Review strip searches and arrests of children by ethnic group", SAFEGUARDING, "Report", (), POLICE
    ),
    "AP0066": Agreed("Report what audits found to every team meeting", QUALITY, "", _move(AUDITS, "2026-12", 2, HOLD)),
    "AP0067": Agreed("Ask every child on a plan before each conference", IN_CARE, "", _move(HEARD, "2026-09", 300)),
    "AP0068": Agreed(
        "Give every conference chair a guide to hearing children", QUALITY, "Guide", _move(HEARD, "2026-09", 300)
    ),
    "AP0069": Agreed("Set care leavers’ outcomes beside each other by ethnic group", SAFEGUARDING),
    "AP0070": Agreed("Clear the pathway plans that are overdue", AFTER_CARE, "", _move(PATHWAYS, "2026-12", 95)),
    "AP0071": Agreed("Audit a theme with health visitors", QUALITY, "", _move(AUDITS, "2026-12", 2, HOLD), HEALTH),
    "AP0072": Agreed(
        "Start a council of children in care for under-twelves", IN_CARE, "", _move(HEARD, "2027-03", 320)
    ),
    "AP0073": Agreed(
        "Plan with housing from the 16th birthday on", AFTER_CARE, "", _move(PATHWAYS, "2027-06", 95), "Housing"
    ),
    "AP0074": Agreed(
        "Have practice leads sit in on supervision twice a year",
        SOCIAL_WORKER,
        "",
        (*_move(REFLECTING, "2027-03", 75), *_move(SMART, "2027-03", 65)),
    ),
    "AP0075": Agreed("Answer every view that children gave, in writing", IN_CARE, "", _move(HEARD, "2027-03")),
    "AP0076": Agreed("Ask children by phone as well as in meetings", IN_CARE, "", _move(HEARD, "2027-06")),
}
"""Actions of the last year and those still open; of those before the monthly files said nothing in words."""
NEW = Action(
    *(AUTHORITY, "AP0077", "9.1", "Give every care leaver one page of what is planned and by whom", AFTER_CARE, HEALTH),
    *("Leaving Care 2", date(2026, 10, 26), date(2027, 2, 26), "NOT_STARTED"),
    moves=(*_move(PATHWAYS, "2027-06", 95), *_move("pathway_plans_reviewed_in_six_months", "2027-06", 90)),
)


def enter_officers_plan(cursor: Cursor) -> None:
    """Have officers say in words what the monthly files left out; what the files said stays as its history."""
    stands = standing(cursor, AUTHORITY)
    for item in _said(stands):
        latest = stands.latest(item)
        number = next_number(cursor, LAYOUTS[type(item)].number)
        written = Written(number, latest.written.version + 1 if latest else 1, KEPT_AT, KEPT_BY)
        enter(cursor, replace(item, written=written))


def _said(stands: Plan) -> Iterator[Item]:
    """Yield each item as officers keep it."""
    yield from SOURCES
    for number, (source, title) in RECOMMENDATIONS.items():
        yield Recommendation(AUTHORITY, number, source, title)
    for action in stands.actions:
        if words := WORDS.get(action.action):
            evidence = words.evidence or (ATTACHED if action.evidence else action.evidence)
            yield replace(action, **words._asdict() | {"evidence": evidence})
    yield NEW
