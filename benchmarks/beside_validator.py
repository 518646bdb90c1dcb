"""Measure a check of nine lists of a yearly SSDA903 from a cold start, beside others who read the same files.

Invented: about 26,000 rows of children in care. The others are this program in another folder, with an environment of
its own, and the sector's validator, csc-validator-be-903, where its Python is named.

python -m benchmarks.beside_validator [FOLDER] [PYTHON OF THE VALIDATOR]
"""

import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from data.returns.declaration import all_returns

ROOT = Path(__file__).parents[1]
CHILDREN = 4200
LISTS = ("header", "episodes", "uasc", "reviews", "oc2", "oc3", "prev_perm", "missing", "sw_episodes")
LATER = ("PL_LA", "PL_LOCATION", "PL_DISTANCE")
"""Headings that some exports add to the list of episodes, and that the validator does not know."""
YEAR_BEGINS, YEAR_ENDS = date(2025, 4, 1), date(2026, 3, 31)
TIMES = 3
VALIDATE = """
import importlib, sys
from pathlib import Path
from lac_validator.lac_validator import LacValidator
kind = "This year"
files = [{"name": p.name, "description": kind, "file_content": p.read_bytes()} for p in map(Path, sys.argv[1:])]
registry = importlib.import_module("lac_validator.rules.lac2025_26").registry
LacValidator(metadata={"collectionYear": "2025/26", "localAuthority": "E09000005"}, files=files, registry=registry)
"""


class Cost(NamedTuple):
    """Hold what a command cost: seconds of a processor, and MB of memory at most."""

    seconds: float
    megabytes: float


def written_lists(folder: Path) -> list[Path]:
    """Write the lists into a folder, a file for each: children who came into care, moved once, and are there still."""
    dice = random.Random(903)
    rows: dict[str, list[dict[str, str]]] = {name: [] for name in LISTS}
    for number in range(CHILDREN):
        for name, row in _of_child(number, dice):
            rows[name].append(row)
    files = []
    for name, records in rows.items():
        listing = all_returns()["ssda903"].lists[name]
        headings = [column.headings[0] for column in listing.columns.values()]
        files.append(folder / f"{listing.title}.csv")
        with files[-1].open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [heading for heading in headings if not heading.startswith(LATER)])
            writer.writeheader()
            writer.writerows(records)
    return files


def _of_child(number: int, dice: random.Random) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the rows of a child, each with the list that it stands in."""
    born = date(2010, 1, 1) + timedelta(dice.randrange(3000))
    came, moved = YEAR_BEGINS - timedelta(dice.randrange(300, 900)), YEAR_BEGINS + timedelta(dice.randrange(30, 300))
    child = {"CHILD": f"{number:06}", "DOB": f"{born:%d/%m/%Y}"}
    sex = {"SEX": dice.choice("MF")}
    mother = {"MOTHER": "0" if sex["SEX"] == "F" else ""}
    yield (
        "header",
        {**child, **sex, "ETHNIC": "WBRI", "UPN": "UN4", **mother, "MC_DOB": ""},
    )
    care = {"CHILD": child["CHILD"], "LS": "C2", "CIN": "N1", "PLACE_PROVIDER": "PR1", "HOME_POST": "NW10 4AB"}
    care |= {"PL_POST": "HA9 0AA", "URN": "SC123456"}
    first = {"DECOM": f"{came:%d/%m/%Y}", "RNE": "S", "PLACE": "U4", "DEC": f"{moved:%d/%m/%Y}", "REC": "X1"}
    yield "episodes", {**care, **first, "REASON_PLACE_CHANGE": "CARPL"}
    then = {"DECOM": f"{moved:%d/%m/%Y}", "RNE": "P", "PLACE": "U6", "DEC": "", "REC": "", "REASON_PLACE_CHANGE": ""}
    yield "episodes", {**care, **then}
    review = YEAR_BEGINS + timedelta(dice.randrange(20, 150))
    if number % 20:
        yield "reviews", {**child, "REVIEW": f"{review:%d/%m/%Y}", "REVIEW_CODE": "PN1"}
    yield (
        "sw_episodes",
        {**child, "SW_ID": f"SW{number % 80:03}", "SW_DECOM": first["DECOM"], "SW_DEC": "", "SW_REASON": "MANAGE"},
    )
    if came.year < 2025:
        checked = {"HEALTH_CHECK": "", "IMMUNISATIONS": "1", "TEETH_CHECK": "1", "HEALTH_ASSESSMENT": "1"}
        checked |= {"CONVICTED": "0", "SUBSTANCE_MISUSE": "0", "INTERVENTION_RECEIVED": "", "INTERVENTION_OFFERED": ""}
        yield "oc2", {**child, **checked, "SDQ_SCORE": str(dice.randrange(20)), "SDQ_REASON": ""}
    if number % 6 == 0:
        yield "prev_perm", {**child, "PREV_PERM": "Z1", "LA_PERM": "", "DATE_PERM": ""}
        away, back = review, review + timedelta(dice.randrange(1, 4))
        yield "missing", {**child, "MISSING": "M", "MIS_START": f"{away:%d/%m/%Y}", "MIS_END": f"{back:%d/%m/%Y}"}
    if number % 20 == 0:
        yield "uasc", {**child, **sex, "DUC": ""}
        yield "oc3", {**child, "IN_TOUCH": "YES", "ACTIV": "F2", "ACCOM": "U1"}


def cost(command: list[str], folder: Path, settings: dict[str, str]) -> Cost:
    """Run a command to its end and return what it and all that it started cost."""
    process = subprocess.Popen(command, cwd=folder, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> None:
    """Print what each command costs, and the ratios of their processors' time, pair by pair."""
    others = sys.argv[1:]
    settings = {name: text for name, text in os.environ.items() if not name.startswith("SLAC_")}
    settings["QLACREF_PC_INSECURE"] = "True"
    with tempfile.TemporaryDirectory() as place:
        files = [str(file) for file in written_lists(Path(place))]
        check = ["cli.py", "check", *files, "--month", "2026-03"]
        commands = {"this version": ([sys.executable, *check], ROOT)}
        for other in others:
            if Path(other).is_dir():
                commands["the other folder"] = ([f"{other}/.venv/bin/python", *check], Path(other))
            else:
                commands["the validator"] = ([other, "-c", VALIDATE, *files], Path(place))
        costs = {name: [] for name in commands}
        for _ in range(TIMES):
            for name, (command, folder) in commands.items():
                costs[name].append(cost(command, folder, settings))
    for name, many in costs.items():
        ratios = [ours.seconds / its.seconds for ours, its in zip(costs["this version"], many, strict=True)]
        print(
            f"{name:16} {statistics.median(one.seconds for one in many):5.2f} s of a processor, "
            f"{max(one.megabytes for one in many):4.0f} MB at most; this version / it: {statistics.median(ratios):.2f}"
        )


if __name__ == "__main__":
    main()
