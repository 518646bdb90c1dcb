"""What workers say of their supervision: a survey every April and October."""

from data.invention.chance import Chance
from data.invention.dated_record import Record
from data.invention.ordinal_days import MONTHS, first_day, last_day, months_from, nth_working_day
from data.invention.people import Worker
from data.invention.stories import REFLECTION, SURVEY_REFLECTS_AFTER, SURVEY_REFLECTS_BEFORE

MONTHS_ASKED = ("04", "10")
ANSWERED = (58, 62, 66, 71)
"""Of a hundred who are asked."""
AGREED = {"REGULAR": 0.78, "TIME": 0.41, "SUPPORT": 0.83}


def supervision_survey(seed: int, workers: list[Worker]) -> list[Record]:
    """Ask everybody who holds cases or may, and count what they say; each is a little less or more than the last."""
    chance, records = Chance(seed, "supervision survey"), []
    for month in [month for month in months_from("2022-04", len(MONTHS) + 19) if month[5:] in MONTHS_ASKED]:
        when = nth_working_day(month, 15)
        workers_asked = sum(worker.role in ("4", "5", "6") and worker.start <= when < worker.end for worker in workers)
        answered = workers_asked * chance.along(ANSWERED, "survey") // 100
        reflects = SURVEY_REFLECTS_AFTER if first_day(month) >= first_day(REFLECTION.begins) else SURVEY_REFLECTS_BEFORE
        for question, share in sorted((AGREED | {"REFLECT": reflects}).items()):
            agreed = int(answered * (share - 0.03 + 0.06 * chance.random()))
            cells = (when, question, str(workers_asked), str(answered), str(agreed))
            records.append(Record("supervision_survey", when, last_day(month), cells))
    return records
