"""Lay the tables that a rule of the sector's validator of the census was tried on before our check of the same lists.

The validator holds a child in three tables and an assessment in two; ours has one list of each. What is compared is a
row of a list in which our rule speaks or, where theirs points at other tables alone, the child.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from data.arrivals.typed_values import read_date
from data.returns.declaration import all_returns
from tests.validators.ours import FIRST_ROW, FIRST_YEAR, LATER, YEAR_OF_RULES, moved
from validation.check import Known, check
from validation.returns.list_rule import list_rules

LISTS = all_returns()["cin"].lists
RULES = {rule.number: rule for rule in list_rules("cin")}
TABLES = {
    "ChildIdentifiers": "children",
    "ChildCharacteristics": "children",
    "Disabilities": "children",
    "CINdetails": "cin_details",
    "Assessments": "assessments",
    "AssessmentFactorsList": "assessments",
    "CINplanDates": "cin_plan_dates",
    "Section47": "section_47",
    "ChildProtectionPlans": "child_protection_plans",
    "Reviews": "reviews",
}
"""Which list of ours each table is laid into; the first of several that are named for a list makes its rows."""
KEYS = {"children": ("LAchildID",), "assessments": ("LAchildID", "CINdetailsID", "AssessmentID")}
"""What makes rows of several tables one row of a list."""
RENAMED = {"AssessmentFactor": "AssessmentFactors"}
CHILD, CASE, REFERRED, PLAN = "LAchildID", "CINdetailsID", "CINreferralDate", "CPPID"
Row = tuple[str, int]
"""A row of a list of ours, by its place."""


@dataclass
class Laid:
    """Hold the rows of lists, and which of them each row of a table of theirs is in."""

    lists: dict[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))
    places: dict[tuple[str, int], Row] = field(default_factory=dict)

    def add(self, table: str, row: int, values: dict[str, str]) -> None:
        """Lay a row of a table into its list: into the row that is there of the same thing, or a new one."""
        name = TABLES[table]
        rows, keys = self.lists[name], KEYS.get(name)
        place = next((at for at, other in enumerate(rows) if _is_same(other, values, keys, table)), len(rows))
        if place == len(rows):
            rows.append({"of": table})
        for heading, text in values.items():
            before = rows[place].get(heading)
            several = before and text and heading in ANSWERS
            rows[place][heading] = f"{before},{text}" if several else text or before or ""
        self.places[table, row] = (name, place)


LISTED, ANSWERS = ("Disabilities", "AssessmentFactorsList"), ("Disability", "AssessmentFactors")
"""Tables with a row for each of several answers, which ours has in one, and what these are."""
FILLED = {
    "children": {"PersonBirthDate": 3000},
    "cin_details": {"CINreferralDate": 330},
    "assessments": {"AssessmentActualStartDate": 200},
    "cin_plan_dates": {"CINPlanStartDate": 200},
    "section_47": {"S47ActualStartDate": 200},
    "child_protection_plans": {"CPPstartDate": 200},
    "reviews": {"CPPstartDate": 200},
}
"""What a row is known by, where a rule's test has no such heading: so many days before the end of the year, and on."""


def _is_same(row: Mapping[str, str], values: Mapping[str, str], keys: Sequence[str] | None, table: str) -> bool:
    """Tell whether a row of a table belongs to a row that is there; those of one table with each other if they list."""
    if keys is None or (row["of"] == table and table not in LISTED) or not values.get(CHILD):
        return False
    return all(row.get(key, "") == values.get(key, "") for key in keys)


def laid_out(tables: Mapping, ends: date) -> Laid:
    """Lay the tables of a case out as lists of ours."""
    laid = Laid()
    for title in TABLES:
        table = tables.get(title)
        for index, cells in zip(table["index"], table["rows"], strict=True) if table else ():
            named = [RENAMED.get(heading, heading) for heading in table["headings"]]
            values = {heading: cell or "" for heading, cell in zip(named, cells, strict=True)}
            laid.add(title, index, {CHILD: f"C{index}"} | values if CHILD not in values else values)
    _fill(laid.lists["cin_details"], FILLED["cin_details"], ends)
    _fill(laid.lists["child_protection_plans"], FILLED["child_protection_plans"], ends)
    referred = {(row.get(CHILD), row.get(CASE)): row.get(REFERRED, "") for row in laid.lists["cin_details"]}
    plans = {
        (row.get(CHILD), row.get(PLAN)): row.get("CPPstartDate", "") for row in laid.lists["child_protection_plans"]
    }
    for name, rows in laid.lists.items():
        for row in rows:
            if name not in ("children", "cin_details"):
                row.setdefault(REFERRED, referred.get((row.get(CHILD), row.get(CASE)), ""))
            if name == "reviews":
                row.setdefault("CPPstartDate", plans.get((row.get(CHILD), row.get(PLAN)), ""))
        _fill(rows, FILLED[name], ends)
    return laid


def _fill(rows: list[dict[str, str]], filled: Mapping[str, int], ends: date) -> None:
    """Give rows what they are known by, where no row has that heading."""
    for heading, days in filled.items():
        if not any(heading in row for row in rows):
            for place, row in enumerate(rows):
                row[heading] = f"{ends - timedelta(days - place):%d/%m/%Y}"


def files_of(laid: Laid, later: int) -> list[tuple[str, bytes]]:
    """Write lists as files, days so many years later."""
    files = []
    for name, rows in laid.lists.items():
        if rows:
            headings = [column.headings[0] for column in LISTS[name].columns.values()]
            other = {column.headings[-1]: column.headings[0] for column in LISTS[name].columns.values()}
            text = io.StringIO()
            writer = csv.DictWriter(text, headings, restval="", extrasaction="ignore")
            writer.writeheader()
            for row in rows:
                written = {other.get(heading, heading): moved(cell, later) for heading, cell in row.items()}
                writer.writerow(row | written)
            files.append((f"{name}.csv", text.getvalue().encode()))
    return files


def flagged(tables: Mapping, number: str) -> tuple[Laid, set[Row], bool]:
    """Return the rows of lists that ours flags by DfE's number, and whether it speaks of the whole authority."""
    header = (
        dict(zip(tables["Header"]["headings"], tables["Header"]["rows"][0], strict=True)) if "Header" in tables else {}
    )
    ends = read_date(header["ReferenceDate"]) if header.get("ReferenceDate") else YEAR_OF_RULES
    later = LATER if ends.year < FIRST_YEAR else 0
    laid = laid_out(tables, ends)
    findings = [one for one in check(files_of(laid, later), f"{ends.year + later}-{ends.month:02d}", Known()).findings]
    spoke = [finding for finding in findings if finding.dfe_rule == number]
    rows = {
        (finding.file.removesuffix(".csv"), finding.row - FIRST_ROW) for finding in spoke if finding.row is not None
    }
    return laid, rows, any(finding.row is None for finding in spoke)


def beside(number: str, cases: list[dict]) -> dict[str, int]:
    """Count what both flag, ours alone, and theirs alone, over the cases of one number."""
    counted = {"theirs": 0, "same": 0, "ours_more": 0, "ours_fewer": 0}
    for case in cases:
        laid, ours, whole = flagged(case["tables"], number)
        theirs = {laid.places[table, row] for table, rows in case["flagged"].items() for row in rows}
        theirs, ours = _looked_at(number, laid, theirs, ours)
        if case["whole"] or whole:
            theirs, ours = {number} if case["whole"] else set(), {number} if whole else set()
        counted["theirs"] += len(theirs)
        counted["same"] += len(theirs & ours)
        counted["ours_more"] += len(ours - theirs)
        counted["ours_fewer"] += len(theirs - ours)
    return counted


def _looked_at(number: str, laid: Laid, theirs: set[Row], ours: set[Row]) -> tuple[set, set]:
    """Return both as rows of the lists in which ours speaks; or as children, where theirs points at none of these."""
    lists = set(RULES[number].columns) if number in RULES else {name for name, _ in ours}
    within = {row for row in theirs if row[0] in lists}
    if within or not theirs:
        return within, ours
    return _children(laid, theirs), _children(laid, ours)


def _children(laid: Laid, rows: set[Row]) -> set[str]:
    return {laid.lists[name][place][CHILD] for name, place in rows}
