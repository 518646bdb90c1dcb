"""What the tests of indicators share: the invented months as text, to be counted again."""

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
