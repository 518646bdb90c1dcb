"""Compare a file with what is published: the same month, which it would replace, and the month before."""

from collections.abc import Callable, Iterator
from datetime import date

import pandas

from data.extract import Number, Text
from data.months import in_words
from validation.files.opened_table import Opened
from validation.rules.finding import Finding
from validation.rules.sentences import shown
from validation.rules.severity import INFO, QUERY

Published = Callable[[str], pandas.DataFrame | None]

SWING = 0.3
ENOUGH_ROWS = 20
FAR_ABOVE = 4


def nothing_published(_extract: str) -> None:
    """Return no rows: nothing is known of that month."""


def compared_findings(each: Opened, month_end: date, published: Published, before: Published) -> Iterator[Finding]:
    """Find what differs from the rows published for the month, and what has moved far since the month before."""
    name = each.declared.name
    standing, earlier = published(name), before(name)
    if standing is not None:
        yield _replaced(each, month_end, standing)
    if not len(each.table):
        return
    if earlier is not None:
        yield from _swing(each, earlier)
        yield from _far_above(each, earlier)
    yield from _zeros_lost(each, [rows for rows in (published("children"), before("children"), earlier, standing)])


def _replaced(each: Opened, month_end: date, standing: pandas.DataFrame) -> Finding:
    """Say how a file differs from the published rows that it would replace."""
    message = f"{in_words(month_end)} is published already: {len(standing):,} rows there, {len(each.table):,} here"
    if "child_id" in each.declared.column_names:
        there, here = set(standing["child_id"].dropna()), set(each.table["child_id"].dropna())
        gone, come = len(there - here), len(here - there)
        message += f"; {gone:,} {'child' if gone == 1 else 'children'} taken away, {come:,} added"
    message += ". Publishing makes a new version; the one that stands is kept."
    return each.finding(None, None, f"{each.declared.name}.published_before", INFO, message)


def _swing(each: Opened, earlier: pandas.DataFrame) -> Iterator[Finding]:
    then, now = len(earlier), len(each.table)
    if max(then, now) >= ENOUGH_ROWS and abs(now - then) > SWING * max(then, 1):
        change = f"{(now - then) / then:+.0%}" if then else "from none"
        message = f"it has {now:,} rows; the month before had {then:,} ({change}). Check that it is whole, or say why."
        yield each.finding(None, None, f"{each.declared.name}.swing", QUERY, message, now)


def _far_above(each: Opened, earlier: pandas.DataFrame) -> Iterator[Finding]:
    for column in each.declared.columns:
        known = [float(value) for value in earlier[column.name].dropna()] if isinstance(column, Number) else []
        most = max(known, default=0)
        for row, value in each.values_of(column.name).items() if most > 0 else ():
            if value > FAR_ABOVE * most:
                message = (
                    f"{shown(float(value))} is more than {FAR_ABOVE} times the highest of the month before, {most:g}. "
                    "Check it, and say why if it is right."
                )
                yield each.finding(
                    row, column.name, f"{each.declared.name}.{column.name}.far_above_before", QUERY, message
                )


def _zeros_lost(each: Opened, published: list[pandas.DataFrame | None]) -> Iterator[Finding]:
    """Find identifiers of figures only that are known with noughts before them, and are not known as they stand."""
    for column in each.declared.columns:
        if not (isinstance(column, Text) and column.name.endswith("_id")):
            continue
        frames = [rows for rows in published if rows is not None and column.name in rows]
        known = {text for rows in frames for text in rows[column.name].dropna() if text.isdigit()}
        padded = {text.lstrip("0"): text for text in known if text.startswith("0")}
        here = each.values_of(column.name) if padded else {}
        lost = {row: text for row, text in here.items() if text in padded and text not in known}
        for row, text in lost.items():
            message = (
                f'"{text}" was published as "{padded[text]}": it may have lost its noughts in Excel. Format the column '
                "as Text and export it again."
            )
            rule = f"{each.declared.name}.{column.name}.noughts_lost"
            yield each.finding(row, column.name, rule, QUERY, message, len(lost))
