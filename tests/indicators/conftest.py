"""What the tests of indicators share: the invented months as text, to be counted again."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import pytest

from data.invention import read_sample
from data.months import month_end


@pytest.fixture(scope="session")
def months() -> dict[pd.Timestamp, dict[str, pd.DataFrame]]:
    """Give each month's extracts as text, the last version of each."""
    found: dict[pd.Timestamp, dict[str, pd.DataFrame]] = {}
    for upload in sorted(read_sample(), key=lambda each: each.version):
        found.setdefault(pd.Timestamp(month_end(upload.month)), {})[upload.extract] = upload.rows
    return found


def once_in_each_calendar_month(held: Sequence[date]) -> list[date]:
    """Choose twelve of three years of months: every calendar month once, in each year in turn."""
    return [held[place + 12 * (place % 3)] for place in range(12)]


HOW_MANY = [
    pytest.param(once_in_each_calendar_month, id="twelve months"),
    pytest.param(list, id="every month", marks=pytest.mark.soak),
]
"""What is counted again by other means takes long: in `make test` in twelve of the 36 months, in `make soak` in all."""
