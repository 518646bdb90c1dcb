"""The action plan: what a committee recommended, what was agreed upon it, and how far it has come."""

from data.invention.chance import Chance
from data.invention.dated_record import NEVER, Record
from data.invention.ordinal_days import LAST_DAY, day, iso, working_day

ANSWERS = {
    "4.1": ("Locality North", "cp_plans_found_smart"),
    "4.3": ("Assessment East", "thematic_audits_held"),
    "4.7": ("Care Planning 2", "children_heard"),
    "4.10": ("Care Planning 1", "initial_health_assessments_in_20_working_days"),
    "4.13": ("Leaving Care 2", "pathway_plans_in_place"),
    "5.1": ("Assessment West", "step_down_to_early_help_held"),
    "8.1": ("Locality South", ""),
}
"""The recommendations, with who must act and the figure that should move."""
EVERY = (9, 14, 18, 24, 35)
DUE_AFTER = (45, 90, 120, 180, 270)
STARTED_AFTER = (5, 15, 30, 45)
LATE, LATE_BY, BEFORE_DUE = 0.22, (5, 20, 45, 110), (0, 4, 12, 30)
WARNED = 40
"""Days before it is due from which an action that will be late is known to be at risk."""
EVIDENCED = 0.78


def action_plan(seed: int) -> list[Record]:
    """Agree an action about every three weeks, and carry most of them out in time."""
    chance, records, number = Chance(seed, "action plan"), [], 0
    agreed = working_day(day(2022, 9, 1) + chance.along(EVERY))
    while agreed <= LAST_DAY:
        number += 1
        records += action(chance.aside(), f"AP{number:04d}", agreed)
        agreed = working_day(agreed + chance.along(EVERY))
    return records


def action(chance: Chance, number: str, agreed: int) -> list[Record]:
    """Write an action anew whenever its progress changes."""
    recommendation = chance.one_of(dict.fromkeys(ANSWERS, 1))
    team, moves = ANSWERS[recommendation]
    due = working_day(agreed + chance.along(DUE_AFTER))
    late = chance.yes(LATE)
    done = working_day(due + chance.along(LATE_BY) if late else max(agreed + 1, due - chance.along(BEFORE_DUE)))
    evidence = "Y" if chance.yes(EVIDENCED) else "N"
    stages = {agreed: "NOT_STARTED", min(agreed + chance.along(STARTED_AFTER), done - 1): "ON_TRACK"}
    if late:
        stages |= {max(agreed + 1, due - WARNED): "AT_RISK", due: "OFF_TRACK"}
    stages[done] = "DONE"
    begins = sorted(stages)
    return [
        Record(
            "action_plan",
            first,
            max(due, done),
            (number, recommendation, agreed, iso(due), stages[first], done, (done, evidence), team, moves),
            replaced=next_one,
        )
        for first, next_one in zip(begins, [*begins[1:], NEVER], strict=True)
    ]
