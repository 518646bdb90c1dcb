"""Family Help: every child's levels of help in one history, and who leads; once it is live, that is whom they know."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.invention.chance import Chance
from data.invention.dated_record import Cell, Record
from data.invention.front_door import Help
from data.invention.need import Case
from data.invention.need_at_month_end import EARLY_HELP_TEAM, Need
from data.invention.ordinal_days import first_day
from data.invention.people import Child, Family
from data.invention.place import ASSESSMENT
from data.invention.stories import FAMILY_HELP, FAMILY_HELP_KEPT_AFTER, FAMILY_HELP_KEPT_BEFORE

LEVELS = {"ASS": "CIN", "CIN": "CIN", "CP": "CP", "CLA": "CLA"}
"""The level of help at each stage of a case: whoever is assessed is a child in need as the census counts."""
PRACTITIONERS = {
    "Example Borough": ("PB", 40, "FSW", "LA"),
    "School": ("PS", 60, "EDU", "SCHOOL"),
    "Health visiting": ("PH", 24, "HEALTH", "NHS"),
    "Family charity": ("PC", 12, "FSW", "VCS"),
}
"""Who leads early help in each organisation: how they are numbered, how many there are, profession and employer."""
LEFT, LEFT_AFTER, NOBODY_FOR = 0.05, 100, (8, 20, 34, 60)
KEPT_FOR = (90, 160, 230)
OVERSEEN = 0.88
"""The share of practitioners kept at a step up whom a social worker oversees."""


@dataclass(frozen=True)
class Lead:
    """Hold who leads, and of what profession that practitioner's supervisor in this case is."""

    practitioner: str = ""
    profession: str = ""
    employer: str = ""
    supervisor_profession: str = ""


@dataclass(frozen=True)
class Span:
    """Hold a time at one level with one lead; the lead may leave the post before it ends."""

    level: str
    start: int
    end: int
    lead: Lead
    team: str
    left: int | None = None


def family_help(seed: int, need: Need) -> list[Record]:
    """Tell every child's history of levels: of early help and of each case that was opened."""
    chance = Chance(seed, "family help")
    spans: dict[Child, list[Span]] = {}
    stepped_up: dict[tuple[Child, int], Lead] = {}
    for family in helped_together(need.help):
        leads = early_leads(chance.aside(), family[0])
        for spell in family:
            spans.setdefault(spell.child, []).extend(early_help(spell, leads))
            if spell.reason_ended == "STEPUP":
                stepped_up[spell.child, spell.end] = spans[spell.child][-1].lead
    kept: dict[tuple[Family, int], tuple[Chance, bool]] = {}
    for case in (case for case in need.cases if case.opened):
        known = stepped_up.get((case.child, case.referred))
        if known and (case.child.family, case.referred) not in kept:
            kept[case.child.family, case.referred] = chance.aside(), chance.steady("kept") < kept_share(case.referred)
        aside, is_kept = kept.get((case.child.family, case.referred), (chance, False))
        spans.setdefault(case.child, []).extend(levels(aside, case, known if is_kept else None))
    return [record for child, history in spans.items() for record in records(child, history)]


def kept_share(when: int) -> float:
    """Say how many families keep their practitioner at a step up."""
    return FAMILY_HELP_KEPT_AFTER if when >= first_day(FAMILY_HELP.begins) else FAMILY_HELP_KEPT_BEFORE


def helped_together(help_given: list[Help]) -> Iterator[list[Help]]:
    """Give the spells of brothers and sisters that one practitioner leads."""
    together: dict[tuple[Family, int], list[Help]] = {}
    for spell in help_given:
        together.setdefault((spell.child.family, spell.start), []).append(spell)
    yield from together.values()


def early_leads(chance: Chance, spell: Help) -> tuple[Lead, Lead, int | None, int]:
    """Draw who leads early help and who would follow, when the first leaves, and for how long nobody follows."""
    prefix, number, profession, employer = PRACTITIONERS[spell.organisation]
    one, two = (chance.between(1, number) for _ in range(2))
    two = two if two != one else one % number + 1
    supervisor = "FSW" if employer == "LA" else ""
    first, second = (Lead(f"{prefix}{one:02}", profession, employer, supervisor) for one in (one, two))
    leaves = chance.yes(LEFT) and spell.end - spell.start > LEFT_AFTER
    return first, second, spell.start + LEFT_AFTER // 2 if leaves else None, chance.along(NOBODY_FOR)


def early_help(spell: Help, leads: tuple[Lead, Lead, int | None, int]) -> Iterator[Span]:
    """Give the times of one spell of early help, the second with whoever followed."""
    first, second, left, nobody_for = leads
    team = EARLY_HELP_TEAM[spell.child.family.team[ASSESSMENT]]
    taken_over = left + nobody_for if left else spell.end
    if left and taken_over < spell.end:
        yield Span("EH", spell.start, taken_over, first, team, left)
        yield Span("EH", taken_over, spell.end, second, team)
    else:
        yield Span("EH", spell.start, spell.end, first, team, left if left and left < spell.end else None)


def levels(chance: Chance, case: Case, known: Lead | None) -> Iterator[Span]:
    """Give the times of a case at its levels, led by its social workers, or first by whom the family knows."""
    stages = merged(case)
    if known:
        level, start, end = stages[0]
        until = min(start + chance.along(KEPT_FOR), end) if level == "CIN" else start
        if until > start:
            team = case.child.family.team[case.stages[0][2]]
            lead = replace(known, supervisor_profession="SW" if chance.yes(OVERSEEN) else "FSW")
            yield Span(level, start, until, lead, team)
            stages[0] = level, until, end
    for level, start, end in stages:
        for spell in case.child.allocations:
            begins, ends = max(start, spell.start), end if spell.end is None else min(end, spell.end)
            if spell.allocated_as == "CASE" and begins < ends:
                lead = Lead(spell.worker.worker_id, "SW", "LA", "SW")
                yield Span(level, begins, ends, lead, spell.worker.team)


def merged(case: Case) -> list[tuple[str, int, int]]:
    """Return the levels of a case with their days; an assessment and the help that follows are one level."""
    ends = [when for when, _, _ in case.stages[1:]] + [case.closed]
    together: list[tuple[str, int, int]] = []
    for (start, kind, _), end in zip(case.stages, ends, strict=True):
        level = LEVELS[kind]
        if together and together[-1][0] == level:
            together[-1] = level, together[-1][1], end
        else:
            together.append((level, start, end))
    return together


def records(child: Child, history: list[Span]) -> Iterator[Record]:
    """Write a child's history, numbered from its beginning."""
    for number, span in enumerate(sorted(history, key=lambda span: span.start), start=1):
        lead = span.lead
        cells: tuple[Cell, ...] = (
            f"FH{child.child_id[1:]}-{number}",
            child.child_id,
            *(span.level, span.start, span.end),
            *(lead.practitioner, lead.profession, lead.employer, span.left),
            *(lead.supervisor_profession, span.team),
        )
        yield Record("family_help", span.start, span.end, cells, child.child_id)
