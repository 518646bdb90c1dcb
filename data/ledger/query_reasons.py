"""Queries explained once: the reason, kept for ever with the finding, goes on for as long as the query is the same."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from data.access import Act, Reader
from data.ledger.clock import FOR_EVER
from data.store.pseudonyms import Query
from data.store.store import Store


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


class Explained(Mapping[Query, Explanation]):
    """Hold explanations by queries as they are kept, and find them by queries as they are told."""

    def __init__(self, by_query: Mapping[Query, Explanation], as_kept: Callable[[Query], Query]):
        """Take explanations by queries as kept, and what a query is kept as."""
        self._by_query, self._as_kept = by_query, as_kept

    def __getitem__(self, query: Query) -> Explanation:
        """Return the explanation of a query as it is told."""
        return self._by_query[self._as_kept(query)]

    def __iter__(self) -> Iterator[Query]:
        """Give the queries as they are kept."""
        return iter(self._by_query)

    def __len__(self) -> int:
        """Count the queries."""
        return len(self._by_query)


def sentence_of(message: str) -> str:
    """Return what a finding's message says, without the place before it."""
    return message.partition(": ")[2]


def explained(store: Store, reader: Reader, authority: str, month: date, extract: str) -> Mapping[Query, Explanation]:
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
    by_query = {
        (rule, subject or "", sentence_of(message)): Explanation(reason, by, at.to_pydatetime())
        for rule, subject, message, reason, by, at in rows.itertuples(index=False, name=None)
    }
    return Explained(by_query, lambda query: store.pseudonyms.of_query(authority, query)) if by_query else {}
