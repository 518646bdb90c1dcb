"""Example Borough's own files pass its checks, by the codes of an earlier year too.

Those of its last month are published whole by the tests of the command line.
"""

import pytest

from data.invention import AUTHORITY, read_sample
from data.invention.columns import INVENTED
from tests.examples import as_csv
from validation.check import Known, check
from validation.rules.severity import BLOCK

MARCH = "2024-03"


@pytest.mark.soak
def test_nothing_blocks_in_an_earlier_year():
    of_march = [upload for upload in read_sample() if upload.month == MARCH]
    newest = {upload.extract: upload.rows for upload in of_march}
    files = [(f"{name}_{MARCH}.csv", as_csv(rows)) for name, rows in newest.items()]
    found = check(files, MARCH, Known(authority=AUTHORITY))
    assert len(found.files) == len(INVENTED)
    assert [each.message for each in found.findings if each.severity == BLOCK] == []
