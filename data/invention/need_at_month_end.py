"""What is known at a month end of need: the rows of contacts, early help, referrals and what follows from them."""

from dataclasses import dataclass

from data.invention.enquiries import Enquiry, NeedPlan, all_enquiries, all_need_plans
from data.invention.factors import find_factors
from data.invention.front_door import Contact, Help, all_contacts, all_help
from data.invention.need import Case, all_cases
from data.invention.ordinal_days import first_day, iso, months_after
from data.invention.people import Child
from data.invention.place import ASSESSMENT

Rows = list[tuple[str, ...]]
EARLY_HELP_TEAM = {"Assessment East": "Early Help East", "Assessment West": "Early Help West"}


@dataclass(frozen=True)
class Need:
    """Hold all that happened to children in need, from the first contact on."""

    cases: list[Case]
    enquiries: list[Enquiry]
    plans: list[NeedPlan]
    contacts: list[Contact]
    help: list[Help]


def all_need(seed: int, children: list[Child]) -> Need:
    """Let it all happen; the families whom only the front door knows are numbered after the others."""
    cases = all_cases(seed, children)
    find_factors(seed, cases)
    enquiries, plans = all_enquiries(seed, cases), all_need_plans(seed, cases)
    contacts = all_contacts(seed, cases)
    help_given = all_help(seed, cases, contacts)
    number = len(children)
    for child in [record.child for record in (*contacts, *help_given)]:
        if not child.child_id:
            number += 1
            child.child_id = f"C{number:05d}"
    return Need(cases, enquiries, plans, contacts, help_given)


def need_at(need: Need, end: int) -> dict[str, Rows]:
    """Write the rows of a month end."""
    since, two_years = months_after(end + 1, -12) - 1, months_after(end + 1, -24) - 1
    cases = [case for case in need.cases if case.referred <= end]
    return {
        "contacts": [contact(arrived, end) for arrived in need.contacts if since < arrived.when <= end],
        "early_help": [
            spell(help_spell, end) for help_spell in need.help if help_spell.start <= end and help_spell.end > two_years
        ],
        "referrals": [referral(case, end) for case in cases if case.closed > two_years],
        "assessments": [assessment(case, end) for case in cases if assessed_in(case, since, end)],
        "section_47_enquiries": [
            enquiry(enquired, end)
            for enquired in need.enquiries
            if enquired.start <= end and max(enquired.start, enquired.end, enquired.conference or 0) > two_years
        ],
        "cin_plans": [
            plan(need_plan, end) for need_plan in need.plans if need_plan.start <= end and need_plan.end > two_years
        ],
    }


def people_of(need: Need) -> list[Child]:
    """List every child of whom the extracts of need may tell."""
    return list(dict.fromkeys(record.child for record in (*need.cases, *need.contacts, *need.help)))


def assessed_in(case: Case, since: int, end: int) -> bool:
    """Tell whether an assessment was open at any time between two days."""
    began, done = case.assessment_began, case.authorised
    return began is not None and done is not None and began <= end and done > since


def known(when: int | None, end: int) -> str:
    """Write a day, or leave it blank while it lies ahead."""
    return iso(when) if when is not None and when <= end else ""


def contact(record: Contact, end: int) -> tuple[str, ...]:
    """Write a contact, with what was decided where that is known."""
    decided = record.decided <= end
    return (
        record.contact_id,
        record.child.child_id,
        iso(record.when),
        of_its_year(record.source, record.when),
        known(record.decided, end),
        record.outcome if decided else "",
        record.child.family.team[ASSESSMENT],
    )


def of_its_year(source: str, when: int) -> str:
    """Write a source by the codes of its year: early help has had one of its own since April 2022."""
    return "5B" if source == "5D" and when < first_day("2022-04") else source


def spell(record: Help, end: int) -> tuple[str, ...]:
    """Write a spell of early help."""
    return (
        record.help_id,
        record.child.child_id,
        iso(record.start),
        known(record.end, end),
        record.reason,
        record.reason_ended if record.end <= end else "",
        record.organisation,
        EARLY_HELP_TEAM[record.child.family.team[ASSESSMENT]],
    )


def referral(case: Case, end: int) -> tuple[str, ...]:
    """Write a referral with the case that it opened."""
    return (
        case.referral_id,
        case.child.child_id,
        iso(case.referred),
        of_its_year(case.source, case.referred),
        "N" if case.opened else "Y",
        case.need if case.opened else "",
        known(case.closed, end),
        case.reason_closed if case.closed <= end else "",
        case.team_at(end),
    )


def assessment(case: Case, end: int) -> tuple[str, ...]:
    """Write an assessment; what it found is known once it is authorised."""
    done = case.authorised is not None and case.authorised <= end
    return (
        f"A{case.referral_id}",
        case.referral_id,
        case.child.child_id,
        iso(case.assessment_began),
        known(case.authorised, end),
        ("Y" if case.seen else "N") if done else "",
        ("N" if case.assessed_only else "Y") if done else "",
        case.factors if done else "",
        case.team_at(case.referred),
    )


def enquiry(record: Enquiry, end: int) -> tuple[str, ...]:
    """Write an enquiry; whether a conference is needed is known once it is concluded."""
    concluded = record.end <= end
    is_held = record.conference is not None and record.conference <= end
    return (
        record.enquiry_id,
        record.case.referral_id,
        record.case.child.child_id,
        iso(record.start),
        known(record.end, end),
        ("N" if record.conference else "Y") if concluded else "",
        known(record.conference, end),
        ("Y" if record.plan_made else "N") if is_held else "",
        record.case.team_at(end),
    )


def plan(record: NeedPlan, end: int) -> tuple[str, ...]:
    """Write a plan of a child in need with its latest review."""
    reviews = [when for when in record.reviews if when <= end]
    return (
        record.plan_id,
        record.case.child.child_id,
        iso(record.start),
        known(record.end, end),
        iso(reviews[-1]) if reviews else "",
        record.case.team_at(end),
    )
