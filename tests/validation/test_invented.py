"""Example Borough's own files pass its checks: nothing blocks, by the codes of one year and of another."""

import pytest

from data.invention import AUTHORITY, read_sample
from data.invention.columns import INVENTED
from tests.examples import as_csv
from validation.check import Known, check
from validation.rules import BLOCK


@pytest.fixture(scope="module")
def uploads():
    return {(upload.extract, upload.month): upload.rows for upload in read_sample()}


@pytest.mark.parametrize("month", ["2024-03", "2026-10"])
def test_nothing_blocks(uploads, month):
    files = [(f"{name}_{of}.csv", as_csv(rows)) for (name, of), rows in uploads.items() if of == month]
    found = check(files, month, Known(authority=AUTHORITY))
    assert len(found.files) == len(INVENTED)
    assert [each.message for each in found.findings if each.severity == BLOCK] == []
