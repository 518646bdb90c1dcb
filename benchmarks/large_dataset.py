"""Measure a publication of the Standard Safeguarding Dataset of a large authority: 100,000 people over six years.

The tables are those of the invented borough, again and again under other identifiers: thrice as they stand, and then
those of its people of whom nothing is open, with all their days two or four years earlier. They are checked, and then
published with the twelve months before, from a folder by the command line and from a cold start. The floor beside it is
how long pandas takes to read the tables as text. Linux only.

python -m benchmarks.large_dataset [PEOPLE] [FOLDER]
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pandas

from benchmarks.held_memory import held_now
from data.invention.dataset_habits import SYSTEMS, in_habit
from data.invention.ordinal_days import MONTHS, iso
from data.invention.publication import SEED, live_through
from data.invention.safeguarding_dataset import Outcome, Row, Tables, Value, dataset_of

ROOT = Path(__file__).parents[1]
PEOPLE, MONTHS_BACK = 100_000, 12
WANTED_SECONDS, WANTED_MEGABYTES = 120.0, 2048.0
WHOLE, EARLIER = 3, (7 * 104, 7 * 208)
"""So many copies stand as they are; of the further ones all days lie so many days, of whole weeks, earlier."""
IDENTIFIER = re.compile(r"_(id|advisor)$")
LEADING = re.compile(r"^[A-Z]*")
NO_IDENTIFIER = ("invo_professional_role_id", "dept_team_id")
OPEN = ("_end_date", "_close_date", "_ceased_date", "_auth_date")
"""How the columns end that are blank where something goes on."""
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
REASON = "Measured on invented children"


class Cost(NamedTuple):
    """Hold what a command cost: seconds on the clock and of a processor, and the MB of memory of its processes."""

    clock: float
    processor: float
    megabytes: float

    def __str__(self) -> str:
        """Write them for a line."""
        return f"{self.clock:6.1f} s, {self.processor:6.1f} s of a processor, at most {self.megabytes:5.0f} MB"


def main() -> None:
    """Write the tables, check them, publish them, and print what each cost beside what is wanted.

    Raises:
        SystemExit: where a command fails.
    """
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(temporary) / "dataset"
        if not folder.is_dir():
            written(folder, people)
        files = sorted(folder.glob("*.csv"))
        print(f"{len(files)} tables, {sum(path.stat().st_size for path in files) / 1024**2:.0f} MB", flush=True)
        began = time.perf_counter()
        rows = sum(len(pandas.read_csv(path, dtype=str)) for path in files)
        print(f"{rows:,} rows; as text by pandas: {time.perf_counter() - began:6.1f} s", flush=True)
        store = ["--store", str(Path(temporary) / "store.duckdb")]
        of_month = [str(folder), "--month", MONTHS[-1], "--authority", "E10000016", *store]
        apart = {name: value for name, value in os.environ.items() if not name.startswith("SLAC_")}
        apart["SLAC_PSEUDONYM_KEY"] = str(Path(temporary) / "pseudonyms.key")
        cost(["init", *store], apart)
        print(f"checked:   {cost(['check', *of_month, '--json'], apart)}", flush=True)
        publish = ["publish", *of_month, "--backfill-months", str(MONTHS_BACK), "--reason", REASON]
        print(f"published: {cost(publish, apart)}", flush=True)
        print(f"wanted:    {WANTED_SECONDS:6.1f} s on two cores, at most {WANTED_MEGABYTES:5.0f} MB")


def cost(words: list[str], environment: dict[str, str]) -> Cost:
    """Run a command and return what it cost, its whole tree of processes together.

    Raises:
        SystemExit: where the command fails.
    """
    began, before, most = time.perf_counter(), os.times(), 0
    with tempfile.TemporaryFile() as complaint:
        command = [sys.executable, str(ROOT / "cli.py"), *words]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=complaint, env=environment)
        while process.poll() is None:
            most = max(most, held_now(process.pid))
            time.sleep(0.1)
        if process.returncode:
            complaint.seek(0)
            raise SystemExit(complaint.read().decode())
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(time.perf_counter() - began, used, most / 1024)


def written(folder: Path, people: int) -> None:
    """Write the tables of so many people, or a few more, into a folder, in the habit of a system that writes most."""
    once = dataset_of(live_through(SEED), MONTHS[-1])
    whole: Tables = {name: [] for name in once}
    for further in _copies(once):
        for name, rows in further.items():
            whole[name] += rows
        if len(whole["person"]) >= people:
            break
    folder.mkdir(parents=True)
    for name, contents in in_habit(whole, SYSTEMS["flags"]).items():
        (folder / name).write_bytes(contents)


def _copies(once: Tables) -> Iterator[Tables]:
    """Give the tables again and again: first as they are, then of those of whom nothing is open, and earlier."""
    yield once
    closed = _closed(once)
    for number in count(1):
        earlier = 0 if number < WHOLE else EARLIER[number % len(EARLIER)]
        tables = closed if earlier else {name: rows for name, rows in once.items() if name != "department"}
        yield {name: [_again(row, str(number), earlier) for row in rows] for name, rows in tables.items()}


def _closed(once: Tables) -> Tables:
    """Keep of the tables what is about people of whom nothing is open, leaves care or names a worker."""
    kept = {name: rows for name, rows in once.items() if name not in ("department", "professionals")}
    still = {_person(row) for rows in kept.values() for row in rows if _is_open(row)}
    return {name: [row for row in rows if _person(row) not in still] for name, rows in kept.items()}


def _person(row: Row) -> Value:
    """Return whom a row is about."""
    return next(value for name, value in row.items() if name.endswith("_person_id"))


def _is_open(row: Row) -> bool:
    """Tell whether a row is of something that goes on, or of a care leaver as things stand."""
    if row.get("cine_referral_nfa") == "Y":
        return False
    return "clea_table_id" in row or any(not row[name] for name in row if name.endswith(OPEN))


def _again(row: Row, number: str, earlier: int) -> Row:
    """Write a row under other identifiers, all its dates so many days earlier."""
    return {name: _value(name, value, number, earlier) for name, value in row.items()}


def _value(name: str, value: Value, number: str, earlier: int) -> Value:
    if isinstance(value, Outcome) or not value:
        return value
    if IDENTIFIER.search(name) and name not in NO_IDENTIFIER:
        return LEADING.sub(rf"\g<0>{int(number):02}", value, count=1)
    return _so_much_earlier(value, earlier) if earlier and ISO.fullmatch(value) else value


@cache
def _so_much_earlier(day: str, days: int) -> str:
    return iso(date.fromisoformat(day).toordinal() - days)


if __name__ == "__main__":
    main()
