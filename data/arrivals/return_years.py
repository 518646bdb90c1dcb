"""Of which collection year a list of a return is: by a column of years, its file's name, or what happened in care."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from data.codes import collection_year
from data.codes.code_set import year_begins
from data.heading_spelling import tidy

YEAR_HEADINGS = {"year", "collectionyear", "returnyear", "collyear", "yearending"}
BOTH_HALVES = (
    re.compile(r"(?<!\d)20(\d\d)[-_/. ]?(?:20)?(\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?<!\d[-_/. ])(\d\d)[-_/ ](\d\d)(?!\d)(?![-_/. ]\d)"),
    re.compile(r"(?<!\d)((?!20)\d\d)(\d\d)(?!\d)"),
)
"""A year with both of its halves: 2024-25, 202425, 2024_2025; 24-25; 2425."""
LAST_DAY = re.compile(r"(?<!\d)(?:31[-_/. ]?0?3[-_/. ]?20(\d\d)|20(\d\d)[-_/. ]?0?3[-_/. ]?31)(?!\d)")
ONE_YEAR = re.compile(r"(?<!\d)(?<!\d[-_/.])20(\d\d)(?!\d)(?![-_/.]\d)")
SUBMITTED_BY = 7
"""A return is put together from April to July, and a day of these months may slip into the year that is over."""
FEW = 0.05
TELLING = range(1990, 2099)
"""Days of other years stand for none or for one not known, such as 31/12/9999 and 01/01/0001, and tell nothing."""


def year_of(file: str, texts: Mapping[str, Iterable[str | None]], days: Sequence[date], month_end: date) -> date | None:
    """Return the first day of the collection year of a list, or None where nothing tells.

    `texts` are its columns by heading; `days` those on which anything happened to a child in care.
    """
    return year_said(file, texts) or _of_events(days, month_end) or _ending_in_name(file)


def year_said(file: str, texts: Mapping[str, Iterable[str | None]]) -> date | None:
    """Return the first day of the collection year that a column of a list or its file's name says in full."""
    return _in_a_column(texts) or _in_name(file)


def _in_a_column(texts: Mapping[str, Iterable[str | None]]) -> date | None:
    """Return the year that a column of years says on every row."""
    columns = [column for heading, column in texts.items() if tidy(heading) in YEAR_HEADINGS]
    written = {text.strip() for column in columns for text in column if text}
    years = {_in_name(text) or _ending_in_name(text) for text in written}
    return years.pop() if len(years) == 1 else None


def _in_name(text: str) -> date | None:
    """Return the one year that a text names in full: with both halves, or by its last day."""
    halves = [(int(first), int(second)) for form in BOTH_HALVES for first, second in form.findall(text)]
    years = {first for first, second in halves if second == (first + 1) % 100}
    years |= {int(day or turned) - 1 for day, turned in LAST_DAY.findall(text)}
    return date(2000 + years.pop(), 4, 1) if len(years) == 1 else None


def _ending_in_name(text: str) -> date | None:
    """Return the year that ends in the one that a text names, as DfE calls its collections."""
    years = set(ONE_YEAR.findall(text))
    return date(2000 + int(years.pop()) - 1, 4, 1) if len(years) == 1 else None


def _of_events(days: Sequence[date], month_end: date) -> date | None:
    """Return the year of the latest days, but for a few: a year put wrong, or the months after a return's end."""
    times = Counter(year_begins(collection_year(day)) for day in days if day.year in TELLING)
    if not times:
        return None
    *earlier, latest = sorted(times)
    while earlier and latest.year - earlier[-1].year > 1 and times[latest] <= FEW * times[earlier[-1]]:
        *earlier, latest = earlier
    before, submitted = latest.replace(year=latest.year - 1), latest.replace(month=SUBMITTED_BY + 1)
    slipped = all(day < submitted for day in days if collection_year(day) == collection_year(latest))
    few = times[latest] < times[before] and times[latest] <= max(1, FEW * times[before])
    running = latest <= month_end < submitted
    return before if slipped and few and not running else latest
