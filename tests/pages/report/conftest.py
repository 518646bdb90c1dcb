"""The report of the invented borough's latest month, gathered once for members and once for the public."""

from datetime import datetime

import pytest

from data.access import LOCAL_USER
from data.invention import AUTHORITY
from data.ledger.history import months_held
from pages.report.committee import committee_report, report_read
from pages.report.document import Document
from pages.report.officers_words import OfficersWords

WORDS = OfficersWords(
    committee="Scrutiny <committee> & members",
    financial="Fewer than <5 placements cost more.\n\nA second paragraph.",
    contact_officer="Head of safeguarding",
)
AT = datetime(2026, 11, 30, 9, 0)


@pytest.fixture(scope="session")
def reports(borough) -> dict[bool, Document]:
    """Give both reports of the latest month, by whether they are for the public."""
    months = months_held(borough, LOCAL_USER, AUTHORITY)
    read = {public: report_read(borough, LOCAL_USER, AUTHORITY, months, public) for public in (False, True)}
    return {public: committee_report(of, WORDS) for public, of in read.items()}
