"""What officers write comes from a file of parts; what is no part, no text or too long is refused by its name."""

from datetime import date

import pytest

from data.errors import Mendable
from pages.report.officers_words import LONGEST, OfficersWords, paragraphs, read_words

OCTOBER = date(2026, 10, 31)


def test_parts_are_read_and_paragraphs_are_parted_by_blank_lines():
    words = read_words(
        "words.toml", b'month = "2026-10"\nsummary = "One."\nlegal = """Two\nlines.\n\n\nThree."""', OCTOBER
    )
    assert words == OfficersWords(summary="One.", legal="Two\nlines.\n\n\nThree.")
    assert paragraphs(words.legal) == ["Two lines.", "Three."]


@pytest.mark.parametrize(
    ("contents", "why"),
    [
        (b"summary = ", "words.toml is not TOML"),
        ("summary = 'é'".encode("latin-1"), "words.toml is not TOML"),
        (b'conclusion = "x"', "words.toml: a report has no part conclusion. Use committee,"),
        (b'month = "2026-09"', r"written for 2026-09, and the report is of 2026-10\. Look the text through"),
        (b"summary = 5", "words.toml: summary is no text"),
        (f'summary = "{"x" * (LONGEST + 1)}"'.encode(), "words.toml: summary has 6,001 characters; 6,000 is the most"),
    ],
)
def test_what_is_no_part_of_a_report_is_refused(contents, why):
    with pytest.raises(Mendable, match=why):
        read_words("words.toml", contents, OCTOBER)
