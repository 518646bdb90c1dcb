"""Pass the tests of every rule of csc-validator-be-cin, and write down what each rule was given and what it flagged.

This file is run by the Python of the validator's own environment, and imports nothing of ours.
"""

import contextlib
import importlib
import json
import sys
from collections.abc import Callable, Iterator


def table_of(frame: object) -> dict:
    """Return a data frame as its index, headings and rows of text."""
    headings = [str(column) for column in frame.columns]
    rows = [[text_of(cell) for cell in row] for row in frame.astype(object).where(frame.notna(), None).values.tolist()]
    return {"index": [int(row) for row in frame.index], "headings": headings, "rows": rows}


def text_of(cell: object) -> str | None:
    """Return a cell as a file would hold it."""
    if cell is None:
        return None
    return cell.strftime("%d/%m/%Y") if hasattr(cell, "strftime") else str(cell)


def flagged(issues: object) -> Iterator[tuple[str, int]]:
    """Give the table and the row of all that a rule flagged, in whichever of its ways it says so."""
    for place in issues.issues:
        yield place.table.name, int(place.row)
    ways = [issues.type1_issues, *issues.type2_issues, *issues.type3_issues]
    for way in ways:
        if "ROW_ID" in getattr(way, "row_df", ()):
            for rows in way.row_df["ROW_ID"]:
                for row in rows if isinstance(rows, list) else [rows]:
                    yield way.table.name, int(row)


def cases_of(module: object) -> list[dict]:
    """Pass the tests of one rule's module, with what runs the rule replaced by one that writes down its calls."""
    run: Callable = module.run_rule
    cases = []

    def judged(rule: object, tables: dict) -> object:
        laid = {table.name: table_of(frame) for table, frame in tables.items()}
        issues = run(rule, tables)
        rows: dict[str, list[int]] = {}
        for table, row in sorted(set(flagged(issues))):
            rows.setdefault(table, []).append(row)
        cases.append({"tables": laid, "flagged": rows, "whole": bool(issues.la_issues)})
        return issues

    module.run_rule = judged
    for test in [test for test in vars(module) if test.startswith("test_")]:
        with contextlib.suppress(AssertionError):  # some of its tests fail under the pandas that it asks for
            getattr(module, test)()
    return cases


def main(year: str, place: str) -> None:
    """Write the cases of every rule of a collection year, named by the year in which it ends, as json."""
    rules = importlib.import_module("cin_validator.rules.ruleset_utils").get_year_ruleset(year)
    recorded = {code: cases_of(importlib.import_module(rule.func.__module__)) for code, rule in sorted(rules.items())}
    with open(place, "w", encoding="utf-8") as file:
        json.dump(recorded, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
