"""Audits of cases and of records, and what was to be done after them."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.invention.chance import Chance
from data.invention.dated_record import Record
from data.invention.development import MANAGERS, SUPERVISED
from data.invention.ordinal_days import MONTHS, first_day, iso, last_day, months_from, working_day
from data.invention.people import Allocation, Child, Worker
from data.invention.place import TEAMS
from data.invention.stories import (
    AUDITING,
    AUDITING_SHARE_AFTER,
    AUDITING_SHARE_BEFORE,
    PLANNING,
    PLANNING_SMART_AFTER,
    PLANNING_SMART_BEFORE,
    REFLECTION,
    REFLECTION_SHARE_AFTER,
    REFLECTION_SHARE_BEFORE,
)

THEMES = {
    "Section 47 outcomes": ("ASS", "CP"),
    "Missing children": ("CLA",),
    "Care plans": ("CLA",),
    "Child in need plans": ("CIN",),
}
CASES_A_THEME, QUIET = 5, ("08", "12")
A_MANAGER = 2
SMART_SHARE = 0.58
GRADES = ("I", "RI", "G", "O")
GRADE_SHARE = {True: {"O": 6, "G": 62, "RI": 27, "I": 5}, False: {"O": 1, "G": 37, "RI": 48, "I": 14}}
MODERATED, AGREED = 0.18, 0.82
FOLLOWED_UP, AFTER_DAYS, GETS_BETTER = 0.28, (120, 320), 0.62
SUPERVISION_AUDITS = (2, 4)
DATA_AUDITS, RECORDS, WRONG_IN_THOUSAND = 2, (40, 80), (30, 60, 85, 120, 160)
ACTION_SHARE = {"I": 0.95, "RI": 0.6, "G": 0.12, "O": 0.0}
SEVERITY = {"I": "HIGH", "RI": "MEDIUM", "G": "LOW"}
DUE_AFTER, BEFORE_DUE, LATE, LATE_BY = (14, 28, 42, 60), (0, 2, 5, 10), 0.27, (4, 15, 45, 120)


@dataclass(slots=True, eq=False)
class Audit:
    """Record an audit of a case: whose, when, by whom, and what was found."""

    when: int
    kind: str
    theme: str
    auditor: str
    case: Allocation
    grade: str
    smart: str
    follows: "Audit | None" = None
    moderated: str = ""
    audit_id: str = ""


def audits(seed: int, children: list[Child], workers: list[Worker]) -> list[Record]:
    """Audit cases and records month by month, and follow up what was found."""
    chance, actions = Chance(seed, "audits"), Chance(seed, "audit actions")
    cases = [allocation for child in children for allocation in child.allocations if allocation.allocated_as == "CASE"]
    all_audits: list[Audit] = []
    for month in months_from("2022-12", len(MONTHS) + 11):
        first, last = first_day(month), last_day(month)
        open_cases = [case for case in cases if case.start <= first and (case.end is None or case.end > last)]
        managers = [
            worker for worker in workers if worker.role in MANAGERS and worker.start <= first and worker.end > last
        ]
        new = [
            *thematic(chance, month, open_cases, managers),
            *generic(chance, month, open_cases, managers, all_audits),
        ]
        all_audits += sorted(new, key=lambda audit: audit.when)
    for number, audit in enumerate(all_audits, start=1):
        audit.audit_id = f"Q{number:05d}"
    requests = (row for audit in all_audits for row in asked_for(actions, audit))
    return [
        *map(told, all_audits),
        *of_data(seed),
        *of_supervision(seed, workers),
        *(action(*row, number) for number, row in enumerate(requests, start=1)),
    ]


def thematic(chance: Chance, month: str, cases: list[Allocation], managers: list[Worker]) -> Iterator[Audit]:
    """Spend two days a month on a theme each; one in August and in December."""
    number = 2 * (int(month[:4]) * 12 + int(month[5:]))
    for turn in range(1 if month[5:] in QUIET else 2):
        theme = list(THEMES)[(number + turn) % len(THEMES)]
        when = working_day(first_day(month) + 6 + 12 * turn)
        about = [case for case in cases if type_on(case, when) in THEMES[theme]]
        for _ in range(CASES_A_THEME):
            yield audited(chance, when, "THEMATIC", theme, pick(chance, managers), pick(chance, about))


def generic(
    chance: Chance, month: str, cases: list[Allocation], managers: list[Worker], audits: list[Audit]
) -> Iterator[Audit]:
    """Ask two audits of each manager: of a case that was not good enough, or of any case."""
    share = AUDITING_SHARE_AFTER if month >= AUDITING.begins else AUDITING_SHARE_BEFORE
    still = {id(case) for case in cases}
    followed = {id(audit.follows) for audit in audits}
    waiting = [
        audit
        for audit in audits
        if audit.grade in ("RI", "I")
        and AFTER_DAYS[0] < first_day(month) - audit.when < AFTER_DAYS[1]
        and id(audit.case) in still
        and id(audit) not in followed
    ]
    for manager in [manager for manager in managers for _ in range(A_MANAGER) if chance.yes(share)]:
        when = working_day(first_day(month) + chance.between(1, 24))
        earlier = waiting.pop(0) if waiting and chance.yes(FOLLOWED_UP) else None
        case = earlier.case if earlier else pick(chance, cases)
        yield audited(chance, when, "GENERIC", "", manager, case, earlier)


def audited(
    chance: Chance,
    when: int,
    kind: str,
    theme: str,
    auditor: Worker,
    case: Allocation,
    earlier: Audit | None = None,
) -> Audit:
    """Grade a case, and have some grades moderated."""
    smart = "" if type_on(case, when) == "ASS" else ("Y" if chance.yes(smart_share(case, when)) else "N")
    grade = chance.one_of(GRADE_SHARE[smart == "Y"])
    if earlier:
        place = GRADES.index(earlier.grade)
        grade = GRADES[place + 1] if chance.yes(GETS_BETTER) else earlier.grade
    audit = Audit(when, kind, theme, auditor.worker_id, case, grade, smart, earlier)
    if chance.yes(MODERATED):
        audit.moderated = grade if chance.yes(AGREED) else GRADES[max(GRADES.index(grade) - 1, 0)]
    return audit


def smart_share(case: Allocation, when: int) -> float:
    """Say how many plans are specific, measurable and dated."""
    if type_on(case, when) != "CIN":
        return SMART_SHARE
    return PLANNING_SMART_AFTER if when >= first_day(PLANNING.begins) else PLANNING_SMART_BEFORE


def type_on(case: Allocation, when: int) -> str:
    """Name the type of a case on a day."""
    return [kind for began, kind in case.types if began <= when][-1]


def pick(chance: Chance, among: list):
    """Pick one of many."""
    return among[chance.between(0, len(among) - 1)]


def told(audit: Audit) -> Record:
    """Write an audit of a case."""
    child_id = audit.case.child.child_id
    cells = (
        audit.audit_id,
        child_id,
        audit.when,
        audit.kind,
        audit.theme,
        audit.auditor,
        audit.case.worker.worker_id,
        audit.case.worker.team,
        audit.grade,
        audit.moderated,
        audit.follows.audit_id if audit.follows else "",
        "",
        audit.smart,
        "",
        "",
    )
    return Record("audits", audit.when, audit.when, cells, child_id)


def of_data(seed: int) -> Iterator[Record]:
    """Look through some records of two teams a month."""
    chance, number = Chance(seed, "data audits"), 0
    for month in months_from("2022-12", len(MONTHS) + 11):
        for turn in range(DATA_AUDITS):
            team, number = TEAMS[number % len(TEAMS)].name, number + 1
            when = working_day(first_day(month) + 9 + 10 * turn)
            checked = chance.between(*RECORDS)
            wrong = checked * chance.along(WRONG_IN_THOUSAND) // 1000
            cells = (
                f"QD{number:04d}",
                "",
                when,
                "DATA",
                "",
                "",
                "",
                team,
                "",
                "",
                "",
                "",
                "",
                str(checked),
                str(wrong),
            )
            yield Record("audits", when, when, cells)


def of_supervision(seed: int, workers: list[Worker]) -> Iterator[Record]:
    """Look at the supervision records of two to four workers a month, for whether they show reflection."""
    chance, number = Chance(seed, "supervision audits"), 0
    for month in months_from("2022-12", len(MONTHS) + 11):
        first, last = first_day(month), last_day(month)
        staff = [
            worker for worker in workers if worker.role in SUPERVISED and worker.start <= first < last < worker.end
        ]
        share = REFLECTION_SHARE_AFTER if month >= REFLECTION.begins else REFLECTION_SHARE_BEFORE
        for turn in range(chance.between(*SUPERVISION_AUDITS)):
            worker, number, when = pick(chance, staff), number + 1, working_day(first + 6 + 6 * turn)
            shown = "Y" if chance.yes(share) else "N"
            cells = (f"QS{number:04d}", "", when, "SUPERVISION", "", "", worker.worker_id, worker.team, "", "", "")
            yield Record("audits", when, when, (*cells, shown, "", "", ""))


def asked_for(chance: Chance, audit: Audit) -> Iterator[tuple[Audit, int, int]]:
    """Ask for something to be done where the work fell short: give by when, and when it was done."""
    if chance.yes(ACTION_SHARE[audit.grade]):
        due = working_day(audit.when + chance.along(DUE_AFTER))
        done = due + chance.along(LATE_BY) if chance.yes(LATE) else due - chance.along(BEFORE_DUE)
        yield audit, due, working_day(done)


def action(audit: Audit, due: int, done: int, number: int) -> Record:
    """Write an action."""
    cells = (f"AA{number:05d}", audit.audit_id, iso(due), done, SEVERITY[audit.grade], audit.case.worker.team)
    return Record("audit_actions", audit.when, done, cells)
