"""Compare a file with what is published: the same month, which it would replace, and the month before."""

from collections.abc import Callable, Iterator
from datetime import date

import pandas

from data.extract import Identifier, Number
from data.identifiers import canonical
from data.months import in_words
from validation.files.opened_table import Opened
from validation.files.spellings import respelled
from validation.rules.finding import Finding
from validation.rules.limits import ENOUGH_ROWS, FAR_ABOVE, SWING, TAKEN_AWAY, TAKEN_AWAY_CHILDREN
from validation.rules.sentences import shown
from validation.rules.severity import INFO, QUERY

Published = Callable[[str], pandas.DataFrame | None]


def nothing_published(_extract: str) -> None:
    """Return no rows: nothing is known of that month."""


def compared_findings(file: Opened, month_end: date, published: Published, before: Published) -> Iterator[Finding]:
    """Find what differs from the rows published for the month, and what has moved far since the month before."""
    name = file.declared.name
    standing, earlier = published(name), before(name)
    if standing is not None:
        yield _replaced(file, month_end, standing)
    if standing is not None and "child_id" in file.declared.column_names:
        yield from _taken_away(file, month_end, standing)
    if not len(file.table):
        return
    if earlier is not None:
        yield from _swing(file, earlier)
        yield from _far_above(file, earlier)
    yield from respelled(file, [rows for rows in (earlier, standing) if rows is not None])
    yield from _zeros_lost(file, [rows for rows in (published("children"), before("children"), earlier, standing)])


def _replaced(file: Opened, month_end: date, standing: pandas.DataFrame) -> Finding:
    """Say how a file differs from the published rows that it would replace."""
    message = f"{in_words(month_end)} is published already: {len(standing):,} rows there, {len(file.table):,} here"
    if "child_id" in file.declared.column_names:
        theirs, ours = _children(standing), _children(file.table)
        gone, come = len(theirs - ours), len(ours - theirs)
        message += f"; {gone:,} {'child' if gone == 1 else 'children'} taken away, {come:,} added"
    message += ". Publishing makes a new version; the one that stands is kept."
    return file.finding(None, None, f"{file.declared.name}.published_before", INFO, message)


def _taken_away(file: Opened, month_end: date, standing: pandas.DataFrame) -> Iterator[Finding]:
    """Ask why so many of the children published for the month are not in a file for the same month."""
    published = _children(standing)
    gone = len(published - _children(file.table))
    if gone > TAKEN_AWAY_CHILDREN and gone > TAKEN_AWAY * len(published):
        message = (
            f"{gone:,} of the {len(published):,} children published for {in_words(month_end)} are not in it "
            f"({gone / len(published):.0%}). Check that it is whole, or say why they are taken away."
        )
        yield file.finding(None, None, f"{file.declared.name}.children_taken_away", QUERY, message, gone)


def _children(rows: pandas.DataFrame) -> set[str]:
    """Return the children that rows tell of, by the one form of identifiers."""
    return {canonical(child) for child in rows["child_id"].dropna()}


def _swing(file: Opened, earlier: pandas.DataFrame) -> Iterator[Finding]:
    then, rows_now = len(earlier), len(file.table)
    if max(then, rows_now) >= ENOUGH_ROWS and abs(rows_now - then) > SWING * max(then, 1):
        change = f"{(rows_now - then) / then:+.0%}" if then else "from none"
        message = (
            f"it has {rows_now:,} rows; the month before had {then:,} ({change}). Check that it is whole, or say why."
        )
        yield file.finding(None, None, f"{file.declared.name}.swing", QUERY, message, rows_now)


def _far_above(file: Opened, earlier: pandas.DataFrame) -> Iterator[Finding]:
    for column in file.declared.columns:
        values = [float(value) for value in earlier[column.name].dropna()] if isinstance(column, Number) else []
        most = max(values, default=0)
        for row, value in file.values_of(column.name).items() if most > 0 else ():
            if value > FAR_ABOVE * most:
                message = (
                    f"{shown(float(value))} is more than {FAR_ABOVE} times the highest of the month before, {most:g}. "
                    "Check it, and say why if it is right."
                )
                yield file.finding(
                    row, column.name, f"{file.declared.name}.{column.name}.far_above_before", QUERY, message
                )


def _zeros_lost(file: Opened, published: list[pandas.DataFrame | None]) -> Iterator[Finding]:
    """Find identifiers of figures only that are known with noughts before them, and are not known as they stand."""
    for column in file.declared.columns:
        if not (isinstance(column, Identifier)):
            continue
        frames = [rows for rows in published if rows is not None and column.name in rows]
        texts = {text for rows in frames for text in rows[column.name].dropna() if text.isdigit()}
        padded = {text.lstrip("0"): text for text in texts if text.startswith("0")}
        values = file.values_of(column.name) if padded else {}
        lost = {row: text for row, text in values.items() if text in padded and text not in texts}
        for row, text in lost.items():
            message = (
                f'"{text}" was published as "{padded[text]}": it may have lost its noughts in Excel. Format the column '
                "as Text and export it again."
            )
            rule = f"{file.declared.name}.{column.name}.noughts_lost"
            yield file.finding(row, column.name, rule, QUERY, message, len(lost))
