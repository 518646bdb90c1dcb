"""Need: each time a case is open there is a referral that opened it, and an assessment; some referrals open no case."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.invention.chance import Chance
from data.invention.ordinal_days import LAST_DAY, birthday, first_day, months_after, working_day
from data.invention.people import Child
from data.invention.place import ASSESSMENT, DISABLED_CHILDREN, LOCALITIES
from data.invention.stories import CASELOADS, CASELOADS_LATE_ASSESSMENTS, OFFER, OFFER_STEPS_DOWN

EXPECTED = 200
"""Days before birth from which on a child can be spoken of; brothers and sisters may have been referred before."""
NEVER = LAST_DAY + 20_000
SINCE = first_day("2021-11")
"""Referrals of the 24 months before the first month, and a day or two more."""
SOURCE_SHARE = {
    **{"1A": 3, "1B": 1, "1C": 2, "1D": 2, "2A": 20, "2B": 2, "3A": 3, "3B": 3, "3C": 1, "3D": 2, "3E": 5, "3F": 3},
    **{"4": 1.5, "5A": 4, "5B": 4, "5C": 4, "6": 27, "7": 3, "8": 5, "9": 2.5, "10": 1},
}
NEED_SHARE = {"N1": 56, "N2": 3, "N3": 5, "N4": 11, "N5": 15, "N6": 6, "N7": 1, "N8": 3}
LATE = 0.2
LATE_BY = (64, 66, 70, 78, 92, 120)
"""Days from the referral to the authorisation of a late assessment: 45 working days are some 63 days."""
AUTHORISED_BEFORE_CONFERENCE = (2, 5, 9, 14)
BEGINS_AFTER = (0, 0, 0, 1, 2, 5)
SEEN = 0.955
ASKED_BEFORE, ASKED_AGAIN = 0.07, 0.11
EARLY_HELP_AFTER_ASSESSMENT = 0.16
COURT = {"E11": "RC1", "E12": "RC1", "E41": "RC3", "E45": "RC4", "E46": "RC4", "E47": "RC4", "E48": "RC4", "E3": "RC5"}


@dataclass(slots=True, eq=False)
class Case:
    """Record a referral and the case that it opened; one with no further action has no stages."""

    child: Child
    referred: int
    closed: int = NEVER
    stages: list[tuple[int, str, str]] = field(default_factory=list)
    source: str = ""
    need: str = ""
    reason_closed: str = ""
    authorised: int | None = None
    assessment_began: int | None = None
    seen: bool = True
    factors: str = ""
    referral_id: str = ""

    @property
    def opened(self) -> bool:
        """Tell whether anything was done."""
        return bool(self.stages)

    @property
    def assessed_only(self) -> bool:
        """Tell whether the case was closed after the assessment."""
        return [kind for _, kind, _ in self.stages] == ["ASS"]

    def spells(self, kind: str) -> Iterator[tuple[int, int]]:
        """Give from when and until when the case was of a kind."""
        ends = [when for when, _, _ in self.stages[1:]] + [self.closed]
        for (start, stage, _), end in zip(self.stages, ends, strict=True):
            if stage == kind:
                yield start, end

    def team_at(self, end: int) -> str:
        """Name the team that holds the case at a month end, or held it last."""
        services = [service for when, _, service in self.stages if when <= end]
        return self.child.family.team[services[-1] if services else ASSESSMENT]


def all_cases(seed: int, children: list[Child]) -> list[Case]:
    """Gather the cases of all children, brothers and sisters who were referred on one day together."""
    chance, referred = Chance(seed, "need"), []
    for cases in together([case for child in children for case in cases_of(child)]):
        referred += referred_together(chance.aside(), cases)
    referred = [case for case in referred if case.closed >= SINCE and case.referred <= LAST_DAY]
    referred.sort(key=lambda case: (case.referred, case.child.child_id))
    for number, case in enumerate(referred, start=1):
        case.referral_id = f"R{number:05d}"
    return referred


def cases_of(child: Child) -> list[Case]:
    """Cut a child's moves into cases, each from its first stage until it is closed or the child leaves care."""
    cases: list[Case] = []
    going_on = False
    for moved, kind, service in child.moves:
        when = max(moved, child.born - EXPECTED)
        if going_on and cases[-1].stages[-1][0] == when:
            cases[-1].stages.pop()
        if kind in ("", "CL"):
            if going_on:
                cases[-1].closed = when
            going_on = False
            continue
        if not going_on:
            cases.append(Case(child, when))
        cases[-1].stages.append((when, kind, service))
        going_on = True
    return [case for case in cases if case.closed > case.referred]


def referred_together(chance: Chance, cases: list[Case]) -> list[Case]:
    """Tell of each case what was recorded, and of the referrals before and after that led to nothing."""
    source = chance.one_of(SOURCE_SHARE)
    need = chance.one_of(NEED_SHARE)
    late = chance.along(LATE_BY) if chance.yes(late_share(cases[0].referred)) else 0
    helped = chance.yes(EARLY_HELP_AFTER_ASSESSMENT * (OFFER_STEPS_DOWN if cases[0].closed >= begun(OFFER) else 1))
    for case in cases:
        case.source, case.need = source, kind_of_need(case, need)
        assess(chance, case, late)
        case.reason_closed = why_closed(case, helped)
    return [*cases, *to_no_avail(chance, cases)]


def late_share(referred: int) -> float:
    """Say how many assessments are late: more once the agency workers have left."""
    return CASELOADS_LATE_ASSESSMENTS if referred >= months_after(begun(CASELOADS), 2) else LATE


def begun(story) -> int:
    """Return the day a story begins."""
    return first_day(story.begins)


def kind_of_need(case: Case, need: str) -> str:
    """Say what the child needs first of all; for some it is plain."""
    if case.child.unaccompanied:
        return "N8"
    kinds = {kind for _, kind, _ in case.stages}
    if case.child.family.team[LOCALITIES] == DISABLED_CHILDREN and not kinds & {"CP", "CLA"}:
        return "N2"
    return "N1" if "CP" in kinds else need


def assess(chance: Chance, case: Case, late: int) -> None:
    """Have the assessment authorised when the case moves on, or late, while the child is helped already."""
    case.seen = chance.yes(SEEN)
    if case.stages[0][1] != "ASS":
        return
    moved_on = case.stages[1][0] if len(case.stages) > 1 else case.closed
    if len(case.stages) > 1 and case.stages[1][1] == "CP":
        moved_on = max(moved_on - chance.along(AUTHORISED_BEFORE_CONFERENCE), case.referred + 1)
    elif late and len(case.stages) > 1 and case.stages[1][1] == "CIN":
        moved_on = max(moved_on, min(working_day(case.referred + late), case.closed - 1))
    case.assessment_began = min(working_day(case.referred + chance.along(BEGINS_AFTER)), moved_on)
    case.authorised = moved_on


def why_closed(case: Case, helped: bool) -> str:
    """Say why the case was closed."""
    if case.assessed_only:
        return "RC9" if helped else "RC8"
    left = [episode.reason_ended for episode in case.child.episodes if case.referred <= episode.end <= case.closed]
    if left and left[-1] in COURT:
        return COURT[left[-1]]
    return "RC6" if case.closed >= birthday(case.child.born, 18) and case.need == "N2" else "RC7"


def to_no_avail(chance: Chance, cases: list[Case]) -> Iterator[Case]:
    """Give the referrals some months before a case and after it that led to no further action."""
    requests = [
        (ASKED_BEFORE, cases[0].referred - chance.between(20, 355)),
        (ASKED_AGAIN, max(case.closed for case in cases) + chance.between(15, 330)),
    ]
    source = chance.one_of(SOURCE_SHARE)
    for share, when in requests:
        asked_on = working_day(when)
        if chance.yes(share) and SINCE <= when <= LAST_DAY:
            yield from (Case(case.child, asked_on, asked_on, source=source) for case in cases if free(case.child, when))


def free(child: Child, when: int) -> bool:
    """Tell whether no case of the child was open on a day nor soon after, and the child of an age to be referred."""
    is_known = any(stage_on(child, day) for day in (when, when + 10))
    return not is_known and child.born - 100 <= when < birthday(child.born, 17)


def stage_on(child: Child, when: int) -> str:
    """Name the stage of the child's case on a day; blank where none is open."""
    return ([""] + [kind for began, kind, _ in child.moves if began <= when])[-1]


def together(cases: list[Case]) -> list[list[Case]]:
    """Put the cases of brothers and sisters who were referred on one day together."""
    families: dict[tuple[int, int], list[Case]] = defaultdict(list)
    for case in cases:
        families[id(case.child.family), case.referred].append(case)
    return list(families.values())
