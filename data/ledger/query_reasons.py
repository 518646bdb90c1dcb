"""Queries explained once: the reason, kept for ever with the finding, goes on for as long as the query is the same."""

from dataclasses import dataclass
from datetime import date, datetime

from data.access import Act, Reader
from data.ledger.clock import FOR_EVER
from data.store.store import Store

Query = tuple[str, str, str]
"""What makes a query the same again: its rule, its subject and its sentence, wherever the row stands in the file."""


@dataclass(frozen=True)
class Explanation:
    """Hold why what was queried is right; who said so, and when (UTC), once it is published."""

    reason: str
    by: str | None = None
    at: datetime | None = None

    def __str__(self) -> str:
        """Write it for a person."""
        if self.by is None or self.at is None:
            return f"Explained: {self.reason}"
        return f"Explained on {self.at.day} {self.at:%B %Y} by {self.by}: {self.reason}"


def sentence_of(message: str) -> str:
    """Return what a finding's message says, without the place before it."""
    return message.partition(": ")[2]


def explained(store: Store, reader: Reader, authority: str, month: date, extract: str) -> dict[Query, Explanation]:
    """Return the queries explained in the load standing for a month, and in that of the latest month before it."""
    reader.must(Act.PUBLISH)
    rows = store.ask(
        reader,
        """
        with standing as (
            select load, month from loads_known($moment)
            where authority = $authority and extract = $extract and month <= $month
        )
        select findings.rule, findings.subject, findings.message, findings.reason, explained_by, explained_at
        from ledger.findings as findings
        join standing on standing.load = findings.load
        where findings.reason is not null
            and standing.month in ($month, (select max(month) from standing where month < $month))
        order by standing.month
        """,
        moment=FOR_EVER,
        authority=authority,
        month=month,
        extract=extract,
    )
    return {
        (rule, subject or "", sentence_of(message)): Explanation(reason, by, at.to_pydatetime())
        for rule, subject, message, reason, by, at in rows.itertuples(index=False, name=None)
    }
