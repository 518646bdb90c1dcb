"""The front door: who makes contact about which children, how soon it is decided what to do, and early help."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.invention.chance import Chance
from data.invention.families import AGES_IN_NEED, arrivals, new_family, with_children
from data.invention.need import SOURCE_SHARE, Case, begun, together
from data.invention.ordinal_days import LAST_DAY, SEASON, birthday, first_day, working_day
from data.invention.people import Child, Family
from data.invention.stories import BACKLOG, BACKLOG_ENDS, BACKLOG_LATE, OFFER, OFFER_CONTACTS, OFFER_STEPS_DOWN

SINCE = first_day("2021-11")
FAMILIES = (340, 2022)
"""Families a year who make or meet with a contact and are not referred for it, and the first year."""
NOT_REFERRED_SHARE = {"NFA": 42, "INFO": 46, "EH": 12}
CONTACTS = {1: 70, 2: 19, 3: 8, 4: 3}
NEXT_CONTACT = (10, 40, 90, 160, 260)
WHILE_OPEN = 0.16
DECIDED_LATE, LATE_BY = 0.07, (2, 3, 5, 8)
HELP_STARTS = (3, 7, 12, 20, 30)
HELP_LASTS = (60, 110, 160, 220, 320, 420)
HELPED_ANEW = 45
"""Families a year who ask for early help themselves, or are offered it by a school or a health visitor."""
STEPS_DOWN = 0.1
STEPS_UP, HELPED_BEFORE = 0.03, (40, 75, 120, 180, 260)
"""The share of families whose case follows early help, and the days for which they were helped."""
ENDED_SHARE = {"MET": 58, "UNIVERSAL": 18, "DECLINED": 17, "MOVED": 4, "OTHER": 3}
LEADING = {"Example Borough": 55, "School": 22, "Health visiting": 14, "Family charity": 9}


@dataclass(slots=True, eq=False)
class Contact:
    """Record a contact about one child, and what was decided."""

    child: Child
    when: int
    source: str
    decided: int
    outcome: str
    contact_id: str = ""


@dataclass(slots=True, eq=False)
class Help:
    """Record a spell of early help of one child."""

    child: Child
    start: int
    end: int
    reason: str
    reason_ended: str
    organisation: str
    help_id: str = ""


def all_contacts(seed: int, cases: list[Case]) -> list[Contact]:
    """Make contact before each referral, about open cases, and about families who need no referral."""
    chance, contacts = Chance(seed, "front door"), []
    for family in together([case for case in cases if case.referred >= SINCE]):
        contacts += about_the_referred(chance.aside(), family)
    for when in arrivals(chance, *FAMILIES, SEASON):
        contacts += about_a_new_family(chance.aside(), when)
    contacts = sorted(
        (contact for contact in contacts if contact.when <= LAST_DAY),
        key=lambda contact: (contact.when, contact.child.child_id),
    )
    for number, contact in enumerate(contacts, start=1):
        contact.contact_id = f"K{number:05d}"
    return contacts


def about_the_referred(chance: Chance, family: list[Case]) -> list[Contact]:
    """Begin with the contact that became the referral; now and then another tells of what the worker should know."""
    referred, source = family[0].referred, family[0].source
    waited = chance.along(LATE_BY) + 1 if chance.yes(late_share(referred)) else chance.between(0, 1)
    when = min(working_day(referred - waited), referred)
    contacts = [Contact(case.child, when, source, referred, "REF") for case in family]
    again = referred + chance.between(15, 200)
    if chance.yes(WHILE_OPEN):
        again_from, contacted_again = (
            chance.one_of(SOURCE_SHARE),
            [case for case in family if case.opened and again < case.closed],
        )
        contacts += [contact(chance, case.child, again, again_from, "INFO") for case in contacted_again]
    return contacts


def about_a_new_family(chance: Chance, when: int) -> list[Contact]:
    """Bring a family who were not known before; some are spoken of again and again."""
    family = with_children(chance, new_family(chance), when, AGES_IN_NEED, most=3)
    contacts: list[Contact] = []
    for _ in range(chance.one_of(CONTACTS)):
        source, outcome = chance.one_of(SOURCE_SHARE), chance.one_of(outcomes(when))
        decided = contact(chance, family.children[0], when, source, outcome) if family.children else None
        for child in family.children:
            if decided and decided.when < birthday(child.born, 18):
                contacts.append(Contact(child, decided.when, source, decided.decided, outcome))
        when += chance.along(NEXT_CONTACT)
    return contacts


def contact(chance: Chance, child: Child, when: int, source: str, outcome: str) -> Contact:
    """Make a contact on a working day and decide on it by the next, or some days late."""
    when = working_day(when)
    late = chance.along(LATE_BY) + 1 if chance.yes(late_share(when)) else chance.between(0, 1)
    return Contact(child, when, source, working_day(when + late), outcome)


def late_share(when: int) -> float:
    """Say how many contacts wait for a decision: more in the months of the backlog."""
    return BACKLOG_LATE if begun(BACKLOG) <= when < first_day(BACKLOG_ENDS) else DECIDED_LATE


def outcomes(when: int) -> dict[str, float]:
    """Weigh what is decided where there is no referral; more early help once there is an offer."""
    return NOT_REFERRED_SHARE | {"EH": NOT_REFERRED_SHARE["EH"] * (OFFER_CONTACTS if when >= begun(OFFER) else 1)}


def all_help(seed: int, cases: list[Case], contacts: list[Contact]) -> list[Help]:
    """Help families early: after a contact, when a case is closed, and those who come of themselves."""
    chance = Chance(seed, "early help")
    again: dict[Child, list[int]] = {}
    for case in cases:
        again.setdefault(case.child, []).append(case.referred)
    help_given = [spell for family in helped_after_contact(contacts) for spell in spells(chance, family, "CONTACT", {})]
    for family in together([case for case in cases if case.opened and begins_to_step_down(case)]):
        aside = chance.aside()
        if family[0].reason_closed == "RC9" or aside.yes(step_down_share(family[0].closed)):
            help_given += spells(aside, [(case.child, case.closed) for case in family], "STEPDOWN", again)
    for when in arrivals(chance, HELPED_ANEW, FAMILIES[1], SEASON):
        family = with_children(chance, new_family(chance), when, AGES_IN_NEED, most=3)
        help_given += spells(chance, [(child, when) for child in family.children if child.born < when], "NEW", {})
    help_given += list(stepping_up(Chance(seed, "stepping up"), cases, help_given))
    help_given = sorted(
        (spell for spell in help_given if spell.start <= LAST_DAY), key=lambda spell: (spell.start, spell.child.born)
    )
    for number, spell in enumerate(help_given, start=1):
        spell.help_id = f"E{number:05d}"
    return help_given


def stepping_up(chance: Chance, cases: list[Case], help_given: list[Help]) -> Iterator[Help]:
    """Help some families before their case was opened; social care takes over on the day of the referral."""
    known: dict[Child, list[tuple[int, int]]] = {}
    for child, start, end in [
        *((case.child, case.referred, case.closed) for case in cases),
        *((spell.child, spell.start, spell.end) for spell in help_given),
    ]:
        known.setdefault(child, []).append((start, end))
    for family in together([case for case in cases if case.opened and case.stages[0][1] == "ASS"]):
        aside, referred = chance.aside(), family[0].referred
        if aside.yes(STEPS_UP * (OFFER_STEPS_DOWN if referred >= begun(OFFER) else 1)):
            start, organisation = working_day(referred - aside.along(HELPED_BEFORE)), aside.one_of(LEADING)
            for child in (case.child for case in family):
                is_free = not any(start <= end and begins < referred for begins, end in known[child])
                if is_free and child.born < start and not child.unaccompanied:
                    yield Help(child, start, referred, "NEW", "STEPUP", organisation)
            if referred > LAST_DAY - HELPED_BEFORE[-1]:
                yield from still_to_step_up(
                    aside, start + HELPED_BEFORE[-1], referred + HELPED_BEFORE[-1], organisation
                )


def still_to_step_up(chance: Chance, start: int, steps_up: int, organisation: str) -> Iterator[Help]:
    """Help a family whose referral comes after the last day, so that early help does not thin out towards it."""
    family = with_children(chance, new_family(chance), start, AGES_IN_NEED, most=3)
    for child in (child for child in family.children if child.born < start):
        yield Help(child, working_day(start), steps_up, "NEW", "STEPUP", organisation)


def begins_to_step_down(case: Case) -> bool:
    """Tell whether a case was closed while the child was at home and young."""
    home = case.stages[-1][1] in ("ASS", "CIN") and case.reason_closed in ("RC7", "RC9")
    return home and SINCE <= case.closed <= LAST_DAY and case.closed < birthday(case.child.born, 17)


def step_down_share(closed: int) -> float:
    """Say how many closed cases step down to early help."""
    return STEPS_DOWN * (OFFER_STEPS_DOWN if closed >= begun(OFFER) else 1)


def helped_after_contact(contacts: list[Contact]) -> list[list[tuple[Child, int]]]:
    """Gather the families whose contact ended in early help, with the day it was decided, once each."""
    helped: dict[Family, dict[Child, int]] = {}
    for contact in contacts:
        if contact.outcome == "EH":
            helped.setdefault(contact.child.family, {}).setdefault(contact.child, contact.decided)
    return [list(children.items()) for children in helped.values()]


def spells(chance: Chance, family: list[tuple[Child, int]], reason: str, again: dict[Child, list[int]]) -> list[Help]:
    """Help the children of a family together, until it is enough or social care must take over."""
    wait, lasts = chance.along(HELP_STARTS), chance.along(HELP_LASTS)
    ended, organisation = chance.one_of(ENDED_SHARE), chance.one_of(LEADING)
    help_given = []
    for child, since in family:
        start = working_day(since + (wait if reason != "STEPDOWN" else min(wait, 14)))
        adult, stepped_up = birthday(child.born, 18) - 1, [when for when in again.get(child, []) if when > start]
        end = min([working_day(start + lasts), *stepped_up])
        reason_ended = "STEPUP" if end in stepped_up else ended
        if start < min(end, adult):
            help_given.append(Help(child, start, min(end, adult), reason, reason_ended, organisation))
    return help_given
