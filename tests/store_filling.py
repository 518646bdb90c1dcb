"""Stores to test in: rows stored without a file, as the desk has them stored, and what measures nothing."""

from collections.abc import Mapping
from datetime import date, datetime

import pandas as pd

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.ledger.delivery import Delivery, Incoming
from data.ledger.loads import store_loads
from data.ledger.measuring import Measuring
from data.months import month_end
from data.store.store import Store

BRENT = "E09000005"
OCTOBER = month_end("2026-10")
NO_FINDINGS = pd.DataFrame(columns=["row", "column", "rule", "severity", "message"])


def measure_when_asked(*_) -> None:
    """Measure nothing on publishing: a test asks for few of the figures, which are measured as it asks."""


NOTHING_MEASURED: Measuring[list] = Measuring(dict, measure_when_asked, lambda *_: [], lambda *_: None)


def incoming(extract: str, rows: pd.DataFrame) -> Incoming:
    return Incoming(extract, rows, f"{extract}.csv", "", "hash", 0, NO_FINDINGS)


def publish_rows(
    store: Store,
    extracts: Mapping[str, pd.DataFrame],
    month: date = OCTOBER,
    authority: str = BRENT,
    reader: Reader = LOCAL,
    at: datetime | None = None,
    measure=measure_when_asked,
) -> list[int]:
    handed = [incoming(name, rows) for name, rows in extracts.items()]
    return store_loads(store, reader, Delivery(authority, month, handed, at=at), measure)
