"""How children are heard: consultation, and their part in conferences about them."""

from data.invention.chance import Chance
from data.invention.dated_record import Record
from data.invention.ordinal_days import LAST_DAY, day, working_day

EVERY = (18, 24, 28, 33, 40, 55)
METHOD_SHARE = {"SURVEY": 4, "GROUP": 5, "ONE": 1, "EVENT": 2, "COUNCIL": 4}
COHORT_SHARE = {"CP": 3, "CLA": 6, "CL": 3, "CIN": 2, "EH": 1, "ALL": 1}
HEARD = {
    "SURVEY": (22, 40, 65, 96),
    "GROUP": (6, 8, 11, 15),
    "ONE": (5, 9, 14, 20),
    "EVENT": (15, 24, 38, 60),
    "COUNCIL": (7, 9, 11, 14),
}
ACTIONS = (0, 2, 3, 4, 6)
DONE_AFTER = (20, 60, 110, 200, 400)
TOLD, TOLD_AFTER = 0.84, (15, 40, 62, 84, 120)


def consultation(seed: int) -> list[Record]:
    """Ask children and young people, about once a month, and tell most of them what came of it."""
    chance, records = Chance(seed, "consultation"), []
    when = working_day(day(2022, 12, 1) + chance.along(EVERY))
    while when <= LAST_DAY:
        records += exercise(chance.aside(), f"H{len({record.cells[0] for record in records}) + 1:04d}", when)
        when = working_day(when + chance.along(EVERY))
    return records


def exercise(chance: Chance, number: str, when: int) -> list[Record]:
    """Write an exercise anew whenever one of its actions is done."""
    method, cohort = chance.one_of(METHOD_SHARE), chance.one_of(COHORT_SHARE)
    heard, actions = str(chance.along(HEARD[method])), chance.along(ACTIONS)
    told_on = working_day(when + chance.along(TOLD_AFTER)) if chance.yes(TOLD) else None
    done = sorted(working_day(when + chance.along(DONE_AFTER)) for _ in range(actions))
    changes = [when, *(day for day in done if day <= LAST_DAY), LAST_DAY + 1]
    return [
        Record(
            "consultation",
            begins,
            when,
            (number, when, method, cohort, heard, str(actions), str(closed), told_on),
            replaced=ends,
        )
        for closed, (begins, ends) in enumerate(zip(changes, changes[1:], strict=False))
        if begins < ends
    ]
