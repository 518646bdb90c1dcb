"""What was learnt: grades by kind of audit, themes and teams with what was asked for, and what children said."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from data.access import Reader
from data.codes import AUDIT_KIND, COHORT, CONSULTATION_METHOD, GRADE
from data.ledger.history import published_rows
from data.months import months_before
from data.store.store import Store

OF_CASES = ("THEMATIC", "GENERIC")
GOOD = ("O", "G")
YEAR = 12
Row = Mapping[Any, Any]


@dataclass(frozen=True)
class Learnt:
    """Hold what audits of 12 months found of one theme or team: how good, how SMART; actions asked for, and done."""

    name: str
    audits: int
    graded: int
    good: int
    looked_at: int
    smart: int
    actions: int
    done: int


@dataclass(frozen=True)
class Exercise:
    """Hold one consultation: when, how, whom, how many spoke, and what came of it by now."""

    day: date
    method: str
    cohort: str
    heard: int
    actions: int
    done: int
    reported_back: date | None


@dataclass(frozen=True)
class Learning:
    """Hold what was learnt by a month end: grades of a quarter by kind of audit; themes, teams, exercises of a year.

    `audited` tells whether audits were published for the month, and `asked` whether consultations were.
    """

    audited: bool
    asked: bool
    grades: Mapping[str, Mapping[str, int]]
    themes: tuple[Learnt, ...]
    teams: tuple[Learnt, ...]
    exercises: tuple[Exercise, ...]


def learning(store: Store, reader: Reader, authority: str, quarter: Sequence[date]) -> Learning:
    """Return what was learnt by the end of a quarter, whose month ends are given, from the files of its last month.

    Raises:
        Mendable: where the reader may not see rows of extracts.
    """
    month = quarter[-1]
    audits, actions, exercises = (
        published_rows(store, reader, authority, month, extract)
        for extract in ("audits", "audit_actions", "consultation")
    )
    of_cases = [row for row in _of_the_year(audits, "audit_date", month) if row["kind"] in OF_CASES]
    requests: dict[str, list[bool]] = defaultdict(list)
    for row in _records(actions):
        closed = _day(row["closed_date"])
        requests[row["audit_id"]].append(closed is not None and closed <= month)
    return Learning(
        audited=audits is not None,
        asked=exercises is not None,
        grades=_grades(of_cases, quarter),
        themes=_learnt(of_cases, requests, "theme"),
        teams=_learnt(of_cases, requests, "team"),
        exercises=tuple(_exercise(row, month) for row in reversed(_of_the_year(exercises, "held_date", month))),
    )


def _records(rows: pd.DataFrame | None) -> Sequence[Row]:
    """Return rows one by one; of what was not published there are none."""
    return [] if rows is None else rows.to_dict("records")


def _of_the_year(rows: pd.DataFrame | None, column: str, month: date) -> list[Row]:
    """Keep the rows of the 12 months to a month end, by a column of days that is never blank, the earliest first."""
    since = months_before(month, YEAR)
    return sorted(
        (row for row in _records(rows) if since < row[column].date() <= month), key=lambda row: row[column].date()
    )


def _day(value: Any) -> date | None:
    """Return a day, or None where it is blank."""
    return None if pd.isna(value) else value.date()


def _text(value: Any) -> str:
    """Return a text, which is empty where it is blank."""
    return value if isinstance(value, str) else ""


def _number(value: Any) -> int:
    """Return a whole number, which is 0 where it is blank."""
    return 0 if pd.isna(value) else int(value)


def _grade(audit: Row) -> str:
    """Return the grade of an audit, the moderated one where there is one; empty where it was not graded."""
    return _text(audit["moderated_grade"]) or _text(audit["grade"])


def _grades(audits: Sequence[Row], quarter: Sequence[date]) -> dict[str, dict[str, int]]:
    """Count the grades of a quarter by kind of audit; every grade has its number."""
    since, counted = months_before(quarter[0], 1), {}
    for kind in OF_CASES if audits else ():
        graded = Counter(_grade(row) for row in audits if row["kind"] == kind and row["audit_date"].date() > since)
        counted[AUDIT_KIND.meanings[kind]] = {meaning: graded[grade] for grade, meaning in GRADE.meanings.items()}
    return counted


def _learnt(audits: Sequence[Row], requests: Mapping[str, Sequence[bool]], by: str) -> tuple[Learnt, ...]:
    """Add up audits by theme or team, the one with the smallest share of good work first.

    `requests` says of each audit, by its identifier, for each action it asked for, whether it is done.
    """
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in audits:
        groups[_text(row[by])].append(row)
    learnt = [_of_one(name, rows, requests) for name, rows in groups.items() if name]
    return tuple(sorted(learnt, key=lambda one: (one.good / one.graded if one.graded else 2, one.name)))


def _of_one(name: str, audits: Sequence[Row], requests: Mapping[str, Sequence[bool]]) -> Learnt:
    """Add up the audits of one theme or team, and what they asked for."""
    grades = [grade for row in audits if (grade := _grade(row))]
    plans = [plan for row in audits if (plan := _text(row["smart_plan"]))]
    done = [is_done for row in audits for is_done in requests.get(row["audit_id"], ())]
    good, smart = sum(grade in GOOD for grade in grades), plans.count("Y")
    return Learnt(name, len(audits), len(grades), good, len(plans), smart, len(done), sum(done))


def _exercise(row: Row, month: date) -> Exercise:
    """Make a consultation of its row; what was reported back after the month end is not yet."""
    reported_back = _day(row["reported_back"])
    return Exercise(
        row["held_date"].date(),
        CONSULTATION_METHOD.meanings[row["method"]],
        COHORT.meanings[row["cohort"]],
        _number(row["children_heard"]),
        _number(row["actions"]),
        _number(row["actions_closed"]),
        reported_back if reported_back and reported_back <= month else None,
    )
