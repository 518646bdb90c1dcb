"""Ask whose rows a file holds: a column that names the authority is not kept, but it is looked at."""

import re
from collections.abc import Iterator, Sequence

from data.heading_spelling import tidy
from validation.files.opened_table import Opened
from validation.rules.finding import Finding
from validation.rules.sentences import listed
from validation.rules.severity import BLOCK

HEADINGS = {
    "la",
    "lea",
    "lacode",
    "lacodes",
    "localauthority",
    "localauthoritycode",
    "authority",
    "authoritycode",
    "onscode",
}
CODE = re.compile(r"(E(?:06|07|08|09|10)\d{6}|[WSN]\d{8}|[2-9]\d\d)(?:\.0+)?")
"""An ONS code, or one of DfE's three digits, as a column of numbers may write it."""


def names_authority(heading: str) -> bool:
    """Tell whether a heading is one of a column that says whose rows they are."""
    return tidy(heading) in HEADINGS


def whose_findings(file: Opened, authority: str | None, other_codes: Sequence[str] = ()) -> Iterator[Finding]:
    """Find rows of another authority than the one given, which has `other_codes`; without one, of more than one."""
    for heading in file.recognised.ignored:
        if not names_authority(heading):
            continue
        codes = file.arrival.rows.loc[file.table.index, heading].dropna().str.strip().str.upper()
        codes = codes.map(CODE.fullmatch).dropna().map(lambda match: match[1])
        ours = authority or (codes.value_counts().index[0] if len(codes) else "")
        for code, rows in codes[~codes.isin([ours, *other_codes])].groupby(codes).groups.items():
            many = "1 row is" if len(rows) == 1 else f"{len(rows):,} rows are"
            message = (
                f"{many} for {code} (not {ours}), on row {listed([int(row) for row in rows])}. Export one authority's "
                "rows alone; they are never mixed."
            )
            yield file.finding(None, None, f"{file.declared.name}.another_authority", BLOCK, message, len(rows))
