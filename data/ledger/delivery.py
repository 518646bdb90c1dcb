"""What is handed to the ledger to be stored: checked extracts of one authority and month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import pandas as pd


@dataclass(frozen=True)
class Incoming:
    """Hold one checked extract, ready to be stored: its typed rows are indexed by row number in the file."""

    extract: str
    rows: pd.DataFrame
    file: str
    sheet: str
    sha256: str
    blank: int
    findings: pd.DataFrame
    """Columns row, column, rule, severity, message, and where they are known subject, reason, explained_by and _at."""
    reason: str | None = None
    whole_from: date | None = None
    """The first day from which the rows are whole; None where that is as the extract's declaration says."""
    lacking: tuple[str, ...] = ()
    """Declared columns that the file did not hold at all."""
    backfilled_from: date | None = None
    """The later month whose file this is made of, as its rows would have stood."""


Earlier = Mapping[date, Sequence[Incoming]]
"""What is backfilled, by month."""


@dataclass(frozen=True)
class Delivery:
    """Hold the extracts of one authority and month that are stored together.

    `against` is the store's revision that they were checked against: what came in since overtakes them. `earlier` holds
    what is backfilled, by month. `at` is the moment that is written down (UTC); where it is None, the present one.
    """

    authority: str
    month: date
    extracts: Sequence[Incoming]
    against: int | None = None
    earlier: Earlier = field(default_factory=dict)
    at: datetime | None = None
