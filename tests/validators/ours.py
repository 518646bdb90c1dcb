"""Lay the rows that a rule of the sector's validator was tried on before our own check, and see which ours flags."""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from data.arrivals.typed_values import read_date
from data.returns.declaration import all_returns
from validation.check import Known, check

LISTS = {listing.title: listing for listing in all_returns()["ssda903"].lists.values()}
FIRST_ROW = 2
YEAR_OF_RULES = date(2026, 3, 31)
FIRST_YEAR, LATER = 2000, 28
"""No month of ours is before 2000. After 28 years every day has its weekday again, and every leap year its February."""
RENAMED = {"PLACEMENT": "PLACE"}
"""What some rules of the validator call a column that no return calls so."""
DAY = re.compile(r"(\d\d/\d\d/)(\d{4})")


def flagged(tables: Mapping, number: str) -> set[tuple[str, int]]:
    """Return the list and the row, numbered as the validator does, that ours flags by DfE's number.

    Headings that a table lacks are added without values, and a child's identifier for each row where there is none.
    """
    about = tables["metadata"] if isinstance(tables.get("metadata"), dict) else {}
    ends = year_end(about)
    later = LATER if ends.year < FIRST_YEAR else 0
    month = f"{ends.year + later}-{ends.month:02d}"
    files, rows = files_of(tables, later)
    before = {}
    if any(title.endswith("_last") for title in tables):
        last = {title.removesuffix("_last"): table for title, table in tables.items() if title.endswith("_last")}
        earlier = check(files_of(last, later)[0], f"{int(month[:4]) - 1}{month[4:]}", Known())
        before = {file.extract: file.table for file in earlier.files if file.table is not None}
    known = Known(before=before.get, authority=about.get("localAuthority"))
    return {
        (finding.file.removesuffix(".csv"), rows[finding.file][finding.row])
        for finding in check(files, month, known).findings
        if finding.dfe_rule == number and finding.row is not None
    }


def year_end(about: Mapping) -> date:
    """Return the last day of the collection year that a test speaks of, or of that of the rules."""
    if "collection_end" in about:
        ends = read_date(about["collection_end"])
        return ends - timedelta(days=1) if ends.day == 1 else ends
    if "collection_start" in about:
        begins = read_date(about["collection_start"])
        return begins.replace(year=begins.year + 1) - timedelta(days=1)
    return YEAR_OF_RULES


def files_of(tables: Mapping, later: int) -> tuple[list[tuple[str, bytes]], dict[str, dict[int, int]]]:
    """Write tables as files of the return, days so many years later; say which row of each is which of the table."""
    files, rows = [], defaultdict(dict)
    about = tables["metadata"] if isinstance(tables.get("metadata"), dict) else {}
    homes = premises(about.get("provider_info"))
    for title, table in tables.items():
        if title in LISTS and isinstance(table, dict):
            named = [RENAMED.get(heading, heading) for heading in table["headings"]]
            headings = [
                column.headings[0] for column in LISTS[title].columns.values() if column.headings[0] not in named
            ]
            text = io.StringIO()
            writer = csv.writer(text)
            writer.writerow([*named, *headings])
            for place, (index, cells) in enumerate(zip(table["index"], table["rows"], strict=True)):
                urn = dict(zip(table["headings"], cells, strict=True)).get("URN")
                added = {"CHILD": f"C{place}", "PL_LA": homes.get(urn, "")}
                writer.writerow(
                    [moved(cell or "", later) for cell in cells] + [added.get(name, "") for name in headings]
                )
                rows[f"{title}.csv"][FIRST_ROW + place] = index
            files.append((f"{title}.csv", text.getvalue().encode()))
    return files, rows


def moved(cell: str, later: int) -> str:
    """Return a cell, or the same day so many years later."""
    return DAY.sub(lambda day: f"{day[1]}{int(day[2]) + later}", cell) if later else cell


def premises(providers: Mapping | None) -> dict[str | None, str]:
    """Return the authority in which each provider's premises are: the validator has them by number, ours as PL_LA."""
    if not providers or "LA_CODE_INFERRED" not in providers["headings"]:
        return {}
    places = [providers["headings"].index(name) for name in ("URN", "LA_CODE_INFERRED")]
    return {cells[places[0]]: cells[places[1]] for cells in providers["rows"]}
