"""Pass the tests of every rule of csc-validator-be-903, and write down what each rule was given and what it flagged.

This file is run by the Python of the validator's own environment, and imports nothing of ours.
"""

import importlib
import json
import os
import sys
from collections.abc import Callable

os.environ.setdefault("QLACREF_PC_INSECURE", "True")


def table_of(value: object) -> object:
    """Return a data frame as its index, headings and rows of text; any other value as text."""
    if not hasattr(value, "columns"):
        return {key: table_of(part) for key, part in value.items()} if isinstance(value, dict) else str(value)
    headings = [str(column) for column in value.columns]
    rows = [[text_of(cell) for cell in row] for row in value.astype(object).where(value.notna(), None).values.tolist()]
    return {"index": [int(row) for row in value.index], "headings": headings, "rows": rows}


def text_of(cell: object) -> str | None:
    """Return a cell as a csv file would hold it."""
    if cell is None:
        return None
    return cell.strftime("%d/%m/%Y") if hasattr(cell, "strftime") else str(cell)


def cases_of(module: object, name: str) -> list[dict]:
    """Pass the tests of one rule's module, with its function replaced by one that writes down its calls."""
    judge: Callable = getattr(module, name)
    cases = []

    def judged(tables: dict, *more: object, **named: object) -> dict:
        laid = {title: table_of(table) for title, table in tables.items()}
        flagged = judge(tables, *more, **named)
        cases.append(
            {"tables": laid, "flagged": {title: [int(row) for row in rows] for title, rows in (flagged or {}).items()}}
        )
        return flagged

    setattr(module, name, judged)
    for test in [test for test in vars(module) if test.startswith("test_")]:
        getattr(module, test)()
    return cases


def main(year: str, place: str) -> None:
    """Write the cases of every rule of a collection year, named by the year in which it ends, as json."""
    rules = importlib.import_module("lac_validator.rules.ruleset_utils").get_year_ruleset(year)
    recorded = {}
    for code, rule in sorted(rules.items()):
        module = importlib.import_module(rule.func.__module__)
        recorded[code] = cases_of(module, rule.func.__name__)
    with open(place, "w", encoding="utf-8") as file:
        json.dump(recorded, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
