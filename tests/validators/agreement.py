"""Write agreement.csv: how many rows of the validator's own tests ours flags by each number, and why not others.

`make validators` runs this. It puts csc-validator-be-903 and csc-validator-be-cin into environments of their own, since
these need an older pandas and numpy than ours, and passes their tests there.
"""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from data.arrivals import file_reading
from data.parsing import process
from tests.validators import ours_cin
from tests.validators.dfe_numbers import our_numbers
from tests.validators.ours import flagged

HERE = Path(__file__).parent
TABLE, REASONS = HERE / "agreement.csv", HERE / "reasons.toml"
VALIDATOR = "csc-validator-be-903==0.1.17"
OF_THE_CENSUS = ("csc-validator-be-cin==0.1.13", "numpy<2", "pytest")
"""It imports pytest, and an older numpy than it says."""
YEARS, CENSUS_YEARS = ("2026", "2027"), ("2027",)
"""The years, by their ends, whose rules are passed: of a number that both have, those of the first."""
STAGE = re.compile(r"STG\d$")
COLUMNS = ("number", "collection", "theirs", "same", "ours_more", "ours_fewer", "reason")


def recorded(
    packages: Sequence[str] = (VALIDATOR,), script: str = "recorded.py", years: Sequence[str] = YEARS
) -> dict[str, list[dict]]:
    """Return what each rule of a validator was given in its tests, and what it flagged."""
    uv = Path(sys.executable).with_name("uv")
    tool = str(uv) if uv.exists() else shutil.which("uv")
    if tool is None:
        sys.exit("uv is missing, so the validator has no environment: `make test` brings uv into .venv.")
    with TemporaryDirectory() as folder:
        python = f"{folder}/env/bin/python"
        subprocess.run([tool, "venv", "--quiet", "--python", "3.11", f"{folder}/env"], check=True)
        subprocess.run([tool, "pip", "install", "--quiet", "--python", python, *packages], check=True)
        cases: dict[str, list[dict]] = {}
        for year in years:
            place = Path(folder, f"{year}.json")
            subprocess.run(
                [python, "-W", "ignore", "-P", HERE / script, year, place],
                check=True,
                stdout=subprocess.DEVNULL,
                cwd=folder,
            )
            cases = json.loads(place.read_text(encoding="utf-8")) | cases
        return cases


def beside(number: str, cases: list[dict]) -> dict[str, int]:
    """Count the rows that both flag, ours alone, and theirs alone, over the cases of one number."""
    counted = {"theirs": 0, "same": 0, "ours_more": 0, "ours_fewer": 0}
    for case in cases:
        unwritten = rows_no_file_holds(case["tables"])
        theirs = {(title, row) for title, rows in case["flagged"].items() for row in rows} - unwritten
        ours = flagged(case["tables"], number) - unwritten
        counted["theirs"] += len(theirs)
        counted["same"] += len(theirs & ours)
        counted["ours_more"] += len(ours - theirs)
        counted["ours_fewer"] += len(theirs - ours)
    return counted


def rows_no_file_holds(tables: dict) -> set[tuple[str, int]]:
    """Return the rows with a text that is empty and yet not blank, which no csv file can tell apart."""
    lists = {title: table for title, table in tables.items() if isinstance(table, dict) and "rows" in table}
    return {
        (title, row)
        for title, table in lists.items()
        for row, cells in zip(table["index"], table["rows"], strict=True)
        if "" in cells
    }


def read_here(file_name: str, contents: bytes, marks: object) -> io.BytesIO:
    """Read a file in this process: a thousand small ones are not worth a process each."""
    return io.BytesIO(b"".join(process.answer({"file_name": file_name, "marks": marks}, io.BytesIO(contents))))


def rows(
    reasons: dict[str, str], theirs: dict[str, list[dict]], of_census: dict[str, list[dict]]
) -> Iterator[dict[str, object]]:
    """Return the rows of the table; numbers that neither validator has are of module 5 of the census."""
    for number in sorted(our_numbers()):
        if number in theirs:
            counted, collection = beside(number, theirs[number]), "SSDA903"
        elif number in of_census:
            counted, collection = ours_cin.beside(number, of_census[number]), "CIN"
        else:
            counted, collection = {}, "CIN"
        yield {"number": number, "collection": collection, **counted, "reason": reasons.get(number, "")}


def main() -> None:
    """Write the table."""
    said = tomllib.loads(REASONS.read_text(encoding="utf-8"))
    reasons = {number: reason for reason, numbers in said.items() for number in numbers}
    theirs = {STAGE.sub("", code): cases for code, cases in recorded().items()}
    of_census = recorded(OF_THE_CENSUS, "recorded_cin.py", CENSUS_YEARS)
    with mock.patch.object(file_reading, "_said_by_child", read_here), TABLE.open("w", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows(reasons, theirs, of_census))


if __name__ == "__main__":
    main()
