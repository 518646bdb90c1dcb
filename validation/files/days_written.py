"""What a whole column of days tells about how they were written: month first, as numbers, as instants, with a clock."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import time

from data.arrivals.column_texts import ColumnTexts
from data.arrivals.days import DAY_NOUGHT, DAY_NOUGHT_1904, SHORT_MONTH, Moment, is_day_number, read_moment, read_month
from data.arrivals.typed_values import tidy_text
from data.months import in_words
from validation.files.opened_table import Opened
from validation.rules.finding import Finding
from validation.rules.limits import A_FEW, ALMOST_ALL
from validation.rules.severity import BLOCK, INFO, QUERY

IN_FIGURES = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\b.*")


def days_written(file: Opened, name: str, texts: ColumnTexts) -> Iterator[Finding]:
    """Find what the texts of a column of days, by row, have in common that a single row does not show."""
    moments = _moments(texts, file.arrival.from_1904)
    yield from _month_first(file, name, texts)
    yield from _day_numbers(file, name, texts, moments)
    yield from _instants(file, name, texts, moments)
    yield from _times_of_day(file, name, texts, moments)


def months_written(file: Opened, name: str, texts: ColumnTexts) -> Iterator[Finding]:
    """Say how months were read of which the year is written in two figures, in a column of months."""
    short = texts.by_row([text for text in texts.texts if SHORT_MONTH.fullmatch(tidy_text(text))])
    row = next(iter(short), 0)
    if row and (month := read_month(tidy_text(short[row]))):
        read = in_words(month)
        message = f'years of two figures are of this century; "{short[row]}" on row {row} was read as {read}.'
        yield file.finding(None, name, f"{file.declared.name}.{name}.short_years", INFO, message, len(short))


def _moments(texts: ColumnTexts, from_1904: bool) -> dict[str, Moment]:
    """Read each distinct text as the day and time of day that it says, where it says one."""
    moments: dict[str, Moment] = {}
    for text in texts.texts:
        with suppress(ValueError):
            moment = read_moment(tidy_text(text), DAY_NOUGHT_1904 if from_1904 else DAY_NOUGHT)
            if moment:
                moments[text] = moment
    return moments


def _month_first(file: Opened, name: str, texts: ColumnTexts) -> Iterator[Finding]:
    """Say that dates look American where nearly all that can only be read one way put the month first.

    A few such, and none that only puts the day first, make doubtful what can be read in both ways.
    """
    times = {text: many for text, _, many in texts}
    matches = {text: IN_FIGURES.fullmatch(text) for text in times}
    parts = {text: (int(match[1]), int(match[2])) for text, match in matches.items() if match}
    month_first = sum(times[text] for text, (first, second) in parts.items() if first <= 12 < second)
    decided = month_first + sum(times[text] for text, (first, second) in parts.items() if second <= 12 < first)
    if month_first >= A_FEW and month_first > ALMOST_ALL * decided:
        message = (
            f"its dates look American: {month_first} of the {decided} that can be read in one way only put the month "
            "first. Export the column as dd/mm/yyyy; dates are never turned round here."
        )
        yield file.finding(None, name, f"{file.declared.name}.{name}.american", BLOCK, message, month_first)
        return
    both_ways = texts.by_row([text for text, (one, two) in parts.items() if one != two and one <= 12 and two <= 12])
    if month_first == decided > 0 and both_ways:
        row, text = next(iter(both_ways.items()))
        message = (
            f'its dates may be American: all that can be read in one way only put the month first, and "{text}" on row '
            f"{row} was read with the day first. Export the column as dd/mm/yyyy, or say why it is right."
        )
        rule = f"{file.declared.name}.{name}.perhaps_american"
        yield file.finding(None, name, rule, QUERY, message, len(both_ways))


def _day_numbers(file: Opened, name: str, texts: ColumnTexts, moments: dict[str, Moment]) -> Iterator[Finding]:
    numbers = texts.by_row([text for text in texts.texts if is_day_number(text.strip())])
    if numbers:
        row = next(iter(numbers))
        since = "1904" if file.arrival.from_1904 else "1900"
        many = "1 date is a day number" if len(numbers) == 1 else f"{len(numbers):,} dates are day numbers"
        message = (
            f"{many} of Excel, counted from {since}; {numbers[row]} on row {row} was read as "
            f"{moments[numbers[row]].day:%d/%m/%Y}."
        )
        yield file.finding(None, name, f"{file.declared.name}.{name}.day_numbers", INFO, message, len(numbers))


def _instants(file: Opened, name: str, texts: ColumnTexts, moments: dict[str, Moment]) -> Iterator[Finding]:
    """Say once that instants were turned to English time, and show one, of those that fall on another day first."""
    instants = [text for text, moment in moments.items() if moment.instant]
    if instants:
        rows = texts.by_row(instants)
        text = next((text for text in instants if f"{moments[text].day:%Y-%m-%d}" not in text), instants[0])
        row = next(row for row, written in rows.items() if written == text)
        many = "1 instant was" if len(rows) == 1 else f"{len(rows):,} instants were"
        message = f'{many} turned to English time; "{text}" on row {row} was read as {moments[text].day:%d/%m/%Y}.'
        yield file.finding(None, name, f"{file.declared.name}.{name}.instants", INFO, message, len(rows))


def _times_of_day(file: Opened, name: str, texts: ColumnTexts, moments: dict[str, Moment]) -> Iterator[Finding]:
    """Question a column of days that carries times of day: a day may have been counted from another clock.

    The sentence is the same in every month, so that the reason given for it is kept.
    """
    rows = texts.by_row([text for text, moment in moments.items() if moment.clock != time()])
    if rows:
        message = (
            "it carries times of day other than midnight, and only the day was kept. Export it as days, or say why "
            "the day is right."
        )
        yield file.finding(None, name, f"{file.declared.name}.{name}.times_of_day", QUERY, message, len(rows))
