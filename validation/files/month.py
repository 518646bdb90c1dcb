"""Ask whether a file belongs to the month that was chosen for it."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pandas

from data.extract import Month
from data.months import in_words
from validation.files.month_evidence import NAMED_MONTH, SUMMER_HOLIDAY
from validation.files.opened_table import Opened
from validation.rules.finding import Finding
from validation.rules.limits import A_WEEK, ENOUGH_DATES
from validation.rules.sentences import shown
from validation.rules.severity import BLOCK, QUERY

NAMED_DAY = re.compile(r"(?<!\d)(20\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)")


def month_findings(file: Opened, month_end: date) -> Iterator[Finding]:
    """Find what says that a file is of another month: its name, or the dates in it."""
    seen = (
        _named(file.arrival.file, month_end),
        _run_early(file.arrival.file, month_end),
        _dated(file, month_end),
        _ends_early(file, month_end),
    )
    for remark in seen:
        if remark:
            rule, severity, message = remark
            name = f"{file.declared.name}.{rule}"
            yield file.finding(None, None, name, severity, message, rows_affected=max(1, len(file.table)))


def _named(file: str, month_end: date) -> tuple[str, str, str] | None:
    months = NAMED_MONTH.findall(file)
    chosen = (f"{month_end.year:04}", f"{month_end.month:02}")
    if not months or chosen in months:
        return None
    named = date(int(months[0][0]), int(months[0][1]), 1)
    message = f"its name says {in_words(named)}; you chose {in_words(month_end)}. Choose the right month or file."
    return "named_for_another_month", BLOCK, message


def _run_early(file: str, month_end: date) -> tuple[str, str, str] | None:
    """Ask whether the extract was made before its month was over: it may be, but somebody should say so."""
    days = [f"{year}-{month}-{day}" for year, month, day in NAMED_DAY.findall(file)]
    early = [day for day in days if f"{month_end:%Y-%m}-01" <= day < month_end.isoformat()]
    if early:
        clause = f"its name says it was run on {shown(date.fromisoformat(early[0]))}"
    elif datetime.now(UTC).date() <= month_end:
        clause = f"{in_words(month_end)} is not over"
    else:
        return None
    message = f"{clause}, before the month end, {shown(month_end)}. Run it again after the month end, or say why not."
    return "run_before_month_end", QUERY, message


def _ends_early(file: Opened, month_end: date) -> tuple[str, str, str] | None:
    """Ask whether a month that was busy goes silent before its end, as in an extract run too early."""
    declared = file.declared
    if not declared.dated_by or isinstance(declared[declared.dated_by], Month):
        return None
    dates = file.table[declared.dated_by].dropna()
    of_month = dates[dates.dt.to_period("M") == pandas.Period(month_end, "M")]
    if len(of_month) < ENOUGH_DATES:
        return None
    latest = of_month.max().date()
    if (month_end - latest).days <= A_WEEK:
        return None
    heading = file.heading_of(None, declared.dated_by)
    message = f"the latest of {len(of_month)} dates in {heading} of {in_words(month_end)} is {shown(latest)}. "
    return f"{declared.dated_by}.ends_early", QUERY, f"{message}Check that the extract was run after the month end."


def _dated(file: Opened, month_end: date) -> tuple[str, str, str] | None:
    declared = file.declared
    if not declared.dated_by:
        return None
    periods = isinstance(declared[declared.dated_by], Month)
    dates = file.table[declared.dated_by].dropna()
    if dates.empty or (periods and month_end.month == SUMMER_HOLIDAY):
        return None
    latest = dates.max().date()
    if (latest.year, latest.month) == (month_end.year, month_end.month):
        return None
    months = dates.dt.to_period("M")
    fullest = months.value_counts()
    share = fullest.iloc[0] / len(dates)
    most = fullest.index[0].to_timestamp().date()
    heading = file.heading_of(None, declared.dated_by)
    if share > 0.5 and (most.year, most.month) != (month_end.year, month_end.month):
        clause = f"{share:.0%} of the dates in {heading} fall in {in_words(most)}"
    else:
        clause = f"the latest {heading} is {shown(latest)}"
    message = f"{clause}; you chose {in_words(month_end)}. Check that this is the file for that month."
    return f"{declared.dated_by}.in_another_month", BLOCK if periods else QUERY, message
