"""Days and months in every habit of an English office are the day that was meant, and others are never guessed."""

import io
from datetime import date, time

import pytest
from openpyxl import Workbook

from data.arrivals.days import read_date, read_moment, read_month
from data.parsing.file_kinds import parse
from tests.every_case import every

THE_FIRST = """
2026-02-01 | 2026-02-01 00:00:00 | 2026-02-01T00:00:00 | 2026-02-01T00:00:00.0000000 | 2026-02-01Z | 2026/2/1
01/02/2026 | 1/2/2026 | 01-02-2026 | 01.02.2026 | 01-Feb-2026 | 01-FEB-2026 | 01Feb2026 | 1 February 2026
1st February 2026 | 1st of February 2026 | Sunday 1 February 2026 | Sun, 1st Feb 2026 | Sun 01/02/2026 | Feb 1st 2026
February 1, 2026 | 2026-Feb-01 | 1 Feb. 2026 | 46054 | 46054.0 | 01/02/2026 12:00:00 AM | 01/02/2026 12:00 am
1 February 2026 12:00 a.m. | 01/02/2026 0:00 | 20260201
"""
NO_DAYS = """
31/02/2026 | 02/13/2026 | 01/02/26 | 01-Feb-26 | 1900 | 19999 | 60001 | soon | 2026-10 | Monday 1 February 2026
2026-02-01T24:30:00 | 2026-02-01 10:61 | 01/02/2026 13:00 AM | 2026-02-01T00:00:00+01:75 | 9999-12-31T23:00:00-05:00
0001-01-01T00:00:00+05:00 | 12:00:00 | -1 | 1 Febuary 2026 | Feb 2026 | 32 Sept 2026 | 01022026 | 20261301
"""
INSTANTS = {
    "2026-09-30T23:00:00Z": date(2026, 10, 1),
    "2026-09-30T23:00:00.000Z": date(2026, 10, 1),
    "2026-10-01T00:00:00+01:00": date(2026, 10, 1),
    "2026-10-01T00:00:00+0100": date(2026, 10, 1),
    "2026-10-01 00:00:00 BST": date(2026, 10, 1),
    "30/09/2026 23:00:00 +00:00": date(2026, 10, 1),
    "2026-01-31T00:00:00Z": date(2026, 1, 31),
    "2026-06-30T00:00:00Z": date(2026, 6, 30),
    "2026-06-30T19:00:00-04:00": date(2026, 7, 1),
}


def listed(texts: str) -> list[str]:
    return [text.strip() for line in texts.strip().splitlines() for text in line.split("|")]


@every("text", listed(THE_FIRST))
def test_a_day_is_read_where_only_one_can_be_meant(text):
    assert read_date(text) == date(2026, 2, 1)
    assert read_moment(text).clock == time()


@every("text", listed(NO_DAYS))
def test_other_days_are_not_guessed(text):
    with pytest.raises(ValueError):
        read_date(text)


@every("instant", INSTANTS.items())
def test_an_instant_is_the_day_it_was_in_england(instant):
    text, day = instant
    moment = read_moment(text)
    assert (moment.day, moment.clock, moment.instant) == (day, time(), True)


def test_a_time_of_day_is_kept_beside_its_day():
    for text, clock in {
        "2026-10-01 14:30:00": time(14, 30),
        "01/10/2026 2:30 PM": time(14, 30),
        "2026-10-01T00:00:00+05:00": time(20),
        "46296.5": time(12),
    }.items():
        assert read_moment(text).clock == clock, text


@every(
    "text", ["2026-02", "02/2026", "2/2026", "Feb-2026", "February 2026", "14/02/2026", "46054", "Feb-26", "2026 Feb"]
)
def test_months_are_their_last_day(text):
    assert read_month(text) == date(2026, 2, 28)


@every("text", ["26-Feb", "02/26", "13/2026", "2026", "Feb"])
def test_other_months_are_not_guessed(text):
    with pytest.raises(ValueError):
        read_month(text)


@every("text", ["00/00/0000", "0000-00-00", "0000-00-00 00:00:00", "/ /", "__/__/____".replace("_", " "), "-  -"])
def test_a_day_of_noughts_and_an_empty_form_are_blank(text):
    assert read_date(text) is None


@every("text", ["0", "00:00:00", "00/01/1900", "00-Jan-00", "1899-12-30", "30/12/1899 00:00:00"])
def test_a_nought_that_excel_shows_as_a_date_is_blank(text):
    assert read_date(text) is read_month(text) is None


def test_numbers_that_a_workbook_formats_as_dates_are_what_excel_shows():
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["start_date", "child_id"])
    for number in (0, -1, 46296, 46296.99999999):
        sheet.append([number, "A"])
        sheet.cell(sheet.max_row, 1).number_format = "dd/mm/yyyy"
    file = io.BytesIO()
    book.save(file)
    [table] = parse("a.xlsx", file.getvalue())
    texts = [table.columns[0].distinct[place] for place in table.columns[0].places]
    assert [read_date(text) for text in texts] == [None, None, date(2026, 10, 1), date(2026, 10, 2)]
