"""What is said of single cells of the lists of returns: each at its own row and column, whatever is made of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

import pandas

from data.arrivals.list_rows import ListRows
from data.arrivals.lists import ListArrived
from data.arrivals.made_extract import Made, UnreadableCell
from data.arrivals.return_years import year_said
from data.codes import collection_year
from data.codes.code_set import year_ends
from data.extract import Code, Column, Date, Identifier, Number
from data.months import in_words
from data.returns.list_columns import Answer, Day, Reference
from validation.files.opened_table import Opened
from validation.rules.finding import Finding
from validation.rules.rule import Rule
from validation.rules.sentences import Words, sentence_of, shown
from validation.rules.severity import BLOCK, INFO, QUERY


def unreadable_findings(file: Opened) -> Iterator[Finding]:
    """Say what could not be read in the lists that an extract is made of: what is made of such a row is set aside."""
    if file.made is None:
        return
    rules = [(_rule(file.declared.name, file.made, cell), cell) for cell in file.made.unreadable]
    times = Counter(rule.id for rule, _ in rules)
    for rule, cell in rules:
        message = sentence_of(rule, [cell.text], words_of(cell.listing, cell.column))
        yield _finding(cell, rule.id, BLOCK, message, times[rule.id], file.declared.name, rule.dfe_rule)


def unread_findings(name: str, cells: Sequence[UnreadableCell]) -> Iterator[Finding]:
    """Say what could not be read in columns that nothing is made of here: it harms no figure, and is named."""
    for cell in cells:
        rule = Rule(name, *_demand(cell, cell.column, None), limit=cell.judged_on)
        message = f"{sentence_of(rule, [cell.text], words_of(cell.listing, cell.column))} Nothing here is made of it."
        yield _finding(cell, rule.id, INFO, message, len(cells))


def blank_findings(name: str, read: ListRows) -> Iterator[Finding]:
    """Say which answers were read as none."""
    arrival = read.listing.arrival
    for column, texts in read.blanks.items():
        times = sum(texts.values())
        answers = ", ".join(shown(text) for text in texts)
        heading = read.listing.fed_by[column]
        message = f"{heading}: {times} {'answer was' if times == 1 else 'answers were'} read as blank: {answers}."
        yield Finding(
            arrival.file, arrival.sheet, None, heading, f"{name}.{column}.read_as_blank", INFO, message, times
        )


def late_findings(extract: str, read: ListRows) -> Iterator[Finding]:
    """Ask of each day that lies after the end of the return's year: a few late days do not make it another year's."""
    if read.year is None:
        return
    ends = year_ends(collection_year(read.year))
    late = [
        (UnreadableCell(read.listing, int(row), name, "", ends), day)
        for name, column in read.listing.listing.columns.items()
        if isinstance(column, Day) and column.happens
        for row, day in zip(read.table.index, read.table[f"{name}_day"], strict=True)
        if pandas.notna(day) and day.date() > ends
    ]
    for cell, day in late:
        message = (
            f"{shown(day)} is after {shown(ends)}, when the year of this return ended. Check the date, or say why it "
            "stands."
        )
        yield _finding(cell, f"{extract}.{cell.column}.after_the_year", QUERY, message, len(late))


def other_year_findings(name: str, read: ListRows, month_end: date) -> Iterator[Finding]:
    """Ask of a list that says of which year it is whether it stands for a month of another one."""
    arrival = read.listing.arrival
    named = year_said(arrival.file, {str(heading): column for heading, column in arrival.rows.items()})
    year = arrival.year or (collection_year(named) if named else "")
    if year and year != collection_year(month_end):
        where = "its header" if arrival.year else "its name or a column of years"
        message = (
            f"{arrival.where}: {where} says {year}, and {in_words(month_end)} "
            f"is in {collection_year(month_end)}. Choose the list of that year, or say why this one stands for it."
        )
        rule = f"{name}.of_another_year"
        yield Finding(arrival.file, arrival.sheet, None, None, rule, QUERY, message, len(arrival.rows))


def other_month_findings(name: str, read: ListRows, month_end: date) -> Iterator[Finding]:
    """Refuse a list that tells how all stood on one day, for a month that ends on another."""
    column = read.listing.listing.as_of
    if not column:
        return
    arrival, days = read.listing.arrival, read.table[f"{column}_day"].dropna().dt.date
    for day in sorted(set(days) - {month_end}):
        message = (
            f"{arrival.where}: it tells how things stood on {shown(day)}, and you chose {in_words(month_end)}. "
            f"Choose {in_words(day)}."
        )
        rule = f"{name}.of_another_month"
        yield Finding(arrival.file, arrival.sheet, None, None, rule, BLOCK, message, int((days == day).sum()))


def words_of(listing: ListArrived, column: str) -> Words:
    """Return in which words the answers of a list's column are named to whoever fills it in."""
    listed_column = listing.listing.columns[column]
    answers = listing.of.answers.get(listed_column.allowed, {}) if isinstance(listed_column, Answer) else {}
    return Words(answers=answers, listed_in="the data dictionary")


def _rule(extract: str, made: Made, cell: UnreadableCell) -> Rule:
    """Return the rule of an extract that a cell breaks: of the column that is made of it, where there is one."""
    fed = next((column for column in made.declared.columns if made.feeds(cell, column.name)), None)
    return Rule(extract, *_demand(cell, fed.name if fed else cell.column, fed), limit=cell.judged_on)


def _demand(cell: UnreadableCell, name: str, fed: Column | None) -> tuple[str, tuple[Column, ...]]:
    """Return the kind of rule that a cell breaks, and the column as the list has it or, where alike, the extract."""
    listed_column = cell.listing.listing.columns[cell.column]
    heading = cell.listing.fed_by[cell.column]
    if isinstance(listed_column, Answer):
        same = isinstance(fed, Code) and fed.allowed is listed_column.allowed
        column = fed if fed and same else Code(meaning=heading, allowed=listed_column.allowed)
        kind = "in_set"
    else:
        demanded = (
            Date if isinstance(listed_column, Day) else Identifier if isinstance(listed_column, Reference) else Number
        )
        column = fed if isinstance(fed, demanded) else demanded(meaning=heading)
        kind = "readable"
    if column is not fed:
        column.__set_name__(UnreadableCell, name)
    return kind, (column,)


def _finding(
    cell: UnreadableCell, rule: str, severity: str, message: str, times: int, extract: str = "", dfe_rule: str = ""
) -> Finding:
    """Make a finding about a cell of a list."""
    heading, arrival = cell.listing.fed_by[cell.column], cell.listing.arrival
    subject = _child(cell.listing, cell.row)
    details = (f"{heading}, row {cell.row}: {message}", times, extract or None, dfe_rule, subject)
    return Finding(arrival.file, arrival.sheet, cell.row, heading, rule, severity, *details)


def _child(listing: ListArrived, row: int) -> str:
    """Return the child, or whoever else, that a row of a list is about."""
    first = next(iter(listing.listing.columns))
    return str(listing.arrival.rows[listing.fed_by[first]][row] or "") if first in listing.fed_by else ""
