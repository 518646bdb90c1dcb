"""The page to print is one page of A4 for every role, even with as many comments as there is room for."""

import re
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe

from data.access import LOCAL_USER as LOCAL
from data.invention import AUTHORITY
from data.ledger.history import months_held
from pages.kit.digest.digest import digest
from pages.kit.digest.printed_comments import FULL
from pages.kit.frame.audience import all_audiences
from pages.report.document import Bullets, Document, Paragraph, Section, Subheading, Table
from pages.report.formats.html import as_html
from pages.report.formats.pdf import as_pdf
from pages.words.classification import INTERNAL
from tests.pages.report.conftest import AT
from tests.pages.report.tagged_pdf import TaggedPdf

TEXT = f"{'words and ' * (FULL // 20)} (Head of a service, 4 Nov 2026, 09:12)"
LONG = Paragraph("", TEXT, "A measure of a long name.")
SAID = Section("", "What officers say", (LONG, LONG, Paragraph("", "3 further comments stand on the dashboard.")))

REPORT = (
    Section("1", "Summary", (Paragraph("1.1", "Words", "A measure."), Bullets(("A point",)))),
    Section("2", "Alerts", (Subheading("Safeguarding", 1), Table("Figures", ("Measure", "Now"), (("Plans", "32"),)))),
)


@pytest.mark.parametrize("role", ["director", "looked_after", "workforce"])
def test_it_is_one_page(borough, browser, role):
    told = digest(borough, LOCAL, AUTHORITY, months_held(borough, LOCAL, AUTHORITY), all_audiences()[role])
    full = replace(told, sections=(*told.sections, SAID), classification=INTERNAL, foot=f"{told.foot} {'0' * 300}")
    page = browser.new_page()
    page.set_content(as_html(full).decode())
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert TaggedPdf(as_pdf(full, AT)).pages() == 1


def test_documents_as_html_are_free_of_what_axe_finds(borough, browser):
    months = months_held(borough, LOCAL, AUTHORITY)
    small = Document("A report", "A place", ("As at today",), "Public", (*REPORT, SAID), "Its foot")
    for document in (digest(borough, LOCAL, AUTHORITY, months, all_audiences()["director"]), small):
        page = browser.new_page()
        page.set_content(as_html(document).decode())
        problems = [f"{problem['id']}: {problem['help']}" for problem in Axe().run(page).response["violations"]]
        page.close()
        assert not problems
