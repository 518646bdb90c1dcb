"""The ledger of attempts: every table of every file that was checked for a month, published or not.

An attempt says how many rows there were and how often each rule spoke. No value of a cell is kept, so that a file with
faults, or with columns that are not wanted, leaves nothing of itself behind.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from data.access import Act, Reader
from data.ledger.clock import this_moment
from data.ledger.numbers import next_number
from data.store.store import Store

ATTEMPTS = "store.ledger.attempts"
Rules = Mapping[tuple[str, str], int]
"""How often each rule spoke, by rule and severity."""
COUNTS = ("rows", "accepted", "set_aside", "blank", "to_mend", "to_explain")


@dataclass(frozen=True)
class Attempt:
    """Hold one table of one file as checked; `counts` gives its rows, under the names of COUNTS."""

    extract: str | None
    file: str
    sheet: str
    sha256: str
    decision: str
    counts: Mapping[str, int]
    rules: Rules


def note_attempts(store: Store, reader: Reader, authority: str, month: date, attempts: Sequence[Attempt]) -> int:
    """Enter what was checked together; return the number of the submission."""
    reader.must(Act.PUBLISH)
    reader.must_see_authority(authority)
    with store.change() as cursor:
        submission, moment = next_number(cursor, "submission"), this_moment(cursor)
        for attempt in attempts:
            number = next_number(cursor, "attempt")
            file = store.pseudonyms.of_file(attempt.extract, attempt.sha256, attempt.file)
            sheet = store.pseudonyms.of_sheet(attempt.sheet)
            entry = [number, submission, authority, month, attempt.extract, file, sheet, attempt.sha256]
            entry += [moment, reader.who, attempt.decision, *(attempt.counts[name] for name in COUNTS)]
            cursor.execute(f"insert into {ATTEMPTS} values ({', '.join('?' * len(entry))})", entry)
            for (rule, severity), findings in attempt.rules.items():
                cells = [number, rule, severity, findings]
                cursor.execute("insert into store.ledger.attempt_rules values (?, ?, ?, ?)", cells)
    return submission


def attempts(store: Store, reader: Reader) -> pd.DataFrame:
    """List every attempt, newest first."""
    if not reader.may(Act.PUBLISH):
        reader.must(Act.GOVERN)
    return store.ask(
        reader,
        """
        select attempts.*
        from ledger.attempts as attempts
        order by attempts.attempt desc
        """,
    )


def tried_before(store: Store, reader: Reader, authority: str, month: date, attempt: Attempt) -> Rules | None:
    """Return how often each rule spoke in the last attempt at the same extract made of other bytes, or None.

    Of a file that was refused no row was judged, so that is none.
    A rule that never spoke is not in it, so that an attempt without findings is an empty mapping.
    """
    reader.must(Act.PUBLISH)
    rows = store.ask(
        reader,
        """
        select rules.rule, rules.severity, rules.findings
        from (
            select max(attempt) as attempt
            from ledger.attempts
            where authority = $authority and month = $month and extract = $extract and sha256 <> $other_than
                and decision <> 'refuse'
        ) as last
        left join ledger.attempt_rules as rules on rules.attempt = last.attempt
        where last.attempt is not null
        """,
        authority=authority,
        month=month,
        extract=attempt.extract,
        other_than=attempt.sha256,
    )
    if rows.empty:
        return None
    spoke = rows.dropna(subset=["rule"])
    return {(row["rule"], row["severity"]): int(row["findings"]) for row in spoke.to_dict("records")}
