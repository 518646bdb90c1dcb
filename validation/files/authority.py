"""Ask whose rows a file holds: a column that names the authority is not kept, but it is looked at."""

import re
from collections.abc import Iterator

from data.heading_spelling import tidy
from validation.files.opened_table import Opened
from validation.rules.finding import Finding
from validation.rules.sentences import listed
from validation.rules.severity import BLOCK

HEADINGS = {"la", "lacode", "lacodes", "localauthority", "localauthoritycode", "authority", "authoritycode", "onscode"}
ONS_CODE = re.compile(r"E(?:06|07|08|09|10)\d{6}|[WSN]\d{8}")


def whose_findings(file: Opened, authority: str | None) -> Iterator[Finding]:
    """Find rows of another authority than the one given; without one, find rows of more than one."""
    for heading in file.recognised.ignored:
        if tidy(heading) not in HEADINGS:
            continue
        codes = file.arrival.rows.loc[file.table.index, heading].dropna().str.strip().str.upper()
        codes = codes[codes.map(lambda code: bool(ONS_CODE.fullmatch(code)))]
        ours = authority or (codes.value_counts().index[0] if len(codes) else "")
        for code, rows in codes[codes != ours].groupby(codes).groups.items():
            many = "1 row is" if len(rows) == 1 else f"{len(rows):,} rows are"
            message = (
                f"{many} for {code} (not {ours}), on row {listed([int(row) for row in rows])}. Export one authority's "
                "rows alone; they are never mixed."
            )
            yield file.finding(None, None, f"{file.declared.name}.another_authority", BLOCK, message, len(rows))
