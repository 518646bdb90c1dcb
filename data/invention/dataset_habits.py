"""How two case systems write the same dataset: codes or words, flags or sentences, numbers of teams or their names."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from data.errors import Mendable
from data.extracts import all_extracts
from data.invention.ordinal_days import MONTHS
from data.invention.publication import SEED, live_through
from data.invention.safeguarding_dataset import DECIDED, ENQUIRED, FOUND, Outcome, Row, Tables, Value, dataset_of

ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
FLAGS = tuple(dict.fromkeys(outcome.flag for outcomes in (DECIDED, FOUND, ENQUIRED) for outcome in outcomes.values()))
ROLES = {"CASE": "Allocated Case Worker", "SECOND": "Co-worker"}
IN_WORDS = {
    "cppl_cp_plan_initial_category": ("child_protection_plans", "category"),
    "cppl_cp_plan_latest_category": ("child_protection_plans", "category"),
    "cont_contact_source_code": ("contacts", "source"),
    "cine_referral_source_code": ("referrals", "source"),
    "earl_episode_end_reason": ("early_help", "reason_ended"),
}
"""Columns that a system of words writes as such, with the column of an extract whose codes they are."""


@dataclass(frozen=True)
class Habit:
    """Say how a system writes a cell, what it writes for none, and what it adds to its tables or leaves out of them."""

    blank: str
    cell: Callable[[str, Value], str]
    shaped: Callable[[Tables], Tables]


def in_habit(tables: Tables, habit: Habit) -> dict[str, bytes]:
    """Return the csv of each table as a system writes it, by the file's name."""
    return {f"ssd_{name}.csv": _csv(rows, habit) for name, rows in habit.shaped(tables).items() if rows}


def write_dataset(
    folder: Path, system: str, seed: int = SEED, write: Callable[[Path, bytes], object] = Path.write_bytes
) -> list[Path]:
    """Write every table of the borough as it stands at the last month's end, as a system of `SYSTEMS` would.

    Raises:
        Mendable: where there is no such system.
    """
    if system not in SYSTEMS:
        raise Mendable(f"No system writes {system}. Say one of {' and '.join(SYSTEMS)}.")
    folder.mkdir(parents=True, exist_ok=True)
    files = in_habit(dataset_of(live_through(seed), MONTHS[-1]), SYSTEMS[system])
    for name, contents in files.items():
        write(folder / name, contents)
    return [folder / name for name in files]


def _csv(rows: list[Row], habit: Habit) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(rows[0])
    writer.writerows([habit.cell(name, row[name]) or habit.blank for name in rows[0]] for row in rows)
    return text.getvalue().encode()


def _flags(name: str, value: Value) -> str:
    """Write days with the time of midnight, outcomes as flags that are all there, and codes."""
    if isinstance(value, Outcome):
        return json.dumps({**{flag: "Y" if flag == value.flag else "N" for flag in FLAGS}, "COMMENTS": ""})
    if name == "invo_professional_role_id":
        return "CW" if value == "CASE" else ROLES[value]
    return f"{value} 00:00:00.000" if ISO.fullmatch(value) else value


def _words(name: str, value: Value) -> str:
    """Write days as people do, outcomes in a sentence, and codes of some columns in words."""
    if isinstance(value, Outcome):
        return value.words
    if name == "invo_professional_role_id":
        return ROLES[value]
    if name in IN_WORDS and value:
        extract, column = IN_WORDS[name]
        meanings: Mapping[str, str] = all_extracts()[extract][column].allowed.meanings  # pyright: ignore
        return f"{value}: {meanings[value]}" if name.endswith("source_code") else meanings[value]
    day = ISO.fullmatch(value)
    return f"{day[3]}/{day[2]}/{day[1]}" if day else value


def _of_flags(tables: Tables) -> Tables:
    """Number the teams, and list every statutory visit among those to children in need, too."""
    numbers = {row["dept_team_name"]: row["dept_team_id"] for row in tables["department"]}
    teams = {
        name: [
            {column: numbers.get(value, value) if column.endswith("_team") else value for column, value in row.items()}
            for row in rows
        ]
        for name, rows in tables.items()
    }
    copies = [
        {
            f"cinv_{column.split('_', 1)[1].replace(f'{kind}_visit', 'cin_visit')}": value
            for column, value in row.items()
        }
        for kind in ("cp", "cla")
        for row in tables[f"{kind}_visits"]
    ]
    return {**teams, "cin_visits": [*tables["cin_visits"], *copies]}


def _of_words(tables: Tables) -> Tables:
    """Leave out who lives in a home, as a table that names the period of care does, and number sources anew."""
    homes = [
        {name: value for name, value in row.items() if name != "clap_person_id"} for row in tables["cla_placement"]
    ]
    contacts = [{**row, "cont_contact_source_desc": row["cont_contact_source_code"]} for row in tables["contacts"]]
    return {**tables, "cla_placement": homes, "contacts": contacts}


SYSTEMS = {"flags": Habit("NULL", _flags, _of_flags), "words": Habit("", _words, _of_words)}
"""The habits of two systems."""
