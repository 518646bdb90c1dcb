"""Files of published figures to test with: made here in DfE's layout, or DfE's own where they are at hand."""

import csv
import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from data.published.dfe_file import Release
from data.published.neighbours import Neighbour
from data.published.shipped_selection import read_folder

REAL = Path(__file__).parents[2] / "shared/sources/dfe"
needs_files = pytest.mark.skipif(not REAL.is_dir(), reason="DfE's files are not at hand")
LOCAL = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name"]
LOCAL += ["region_code", "region_name", "old_la_code", "new_la_code", "la_name"]
ENGLAND = ["National", "E92000001", "England", "", "", "", "", ""]
LONDON = ["Regional", "E92000001", "England", "E12000007", "London", "", "", ""]
OUTER = ["Local authority", "E92000001", "England", "E13000002", "Outer London"]
BRENT = [*OUTER, "304", "E09000005", "Brent"]
KINGSTON = [*OUTER, "314 / 318", "E09000021 / E09000027", "Kingston upon Thames / Richmond upon Thames"]


@cache
def real() -> tuple[tuple[Neighbour, ...], tuple[Release, ...]]:
    """Read all of DfE's files that are known here, once for all tests of a process."""
    near, releases = read_folder(REAL)
    return tuple(near), tuple(releases)


def rows_of(where: Sequence[str], year: str, *cells: str) -> list[str]:
    """Return a row of a file: whose, of which year, and its cells."""
    return [year, "Reporting year", *where, *cells]


def published_csv(columns: Sequence[str], *rows: Sequence[str]) -> bytes:
    """Return a file in DfE's layout."""
    text = io.StringIO()
    csv.writer(text).writerows([[*LOCAL, *columns], *rows])
    return text.getvalue().encode()


def workforce(*rows: Sequence[str]) -> bytes:
    """Return a file of caseloads: cases, full-time equivalents and cases for each."""
    return published_csv(["cases", "case_holders_fte", "caseload_fte"], *rows)
