"""The page to print is one page of A4 for every role, even with as many comments as there is room for."""

import re
from dataclasses import replace

import pytest

from data.access import LOCAL_USER as LOCAL
from data.invention import AUTHORITY
from data.ledger.history import months_held
from pages.kit.digest.digest import digest, page_of
from pages.kit.digest.printed_comments import FULL
from pages.kit.frame.audience import all_audiences
from pages.words.classification import INTERNAL


@pytest.mark.parametrize("role", ["director", "looked_after", "workforce"])
def test_it_is_one_page(borough, browser, role):
    told = digest(borough, LOCAL, AUTHORITY, months_held(borough, LOCAL, AUTHORITY), all_audiences()[role])
    long = ("A measure of a long name", "words and " * (FULL // 20), "Head of a service, 4 Nov 2026, 09:12")
    page = browser.new_page()
    page.set_content(page_of(replace(told, comments=(long, long), left_out=3), INTERNAL))
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
