"""Who is not behind a figure, and why: the rows of its extracts that no subject came from."""

from datetime import date

import pandas as pd

from data.access import Reader
from data.extract import Declared
from data.extracts import all_extracts
from data.ledger.history import published_rows
from data.store.store import Store
from indicators.engine.declaration import Indicator
from indicators.figures.measured_figures import rows_behind

CHILDREN = "children"
COLUMNS = ["extract", "record", "child_id", "team", "reason"]
NOT_HELD = "The children extract does not hold this child"
BY_DEFINITION = "The definition leaves it out"


def left_out(store: Store, reader: Reader, indicator: Indicator, authority: str, month: date) -> pd.DataFrame:
    """Return the rows of an indicator's extracts that are behind none of its subjects: COLUMNS, one row for each.

    The children extract is looked into for who is not in it. Of an extract without the subjects nothing is told.

    Raises:
        Mendable: where there is no list behind the figure, or the reader may see no lists.
    """
    behind = rows_behind(store, reader, indicator, authority, month)
    children = published_rows(store, reader, authority, month, CHILDREN)
    child_ids = None if children is None else set(children["child_id"])
    tables = [pd.DataFrame(columns=COLUMNS)]
    for name in indicator.extracts:
        rows = published_rows(store, reader, authority, month, name) if name != CHILDREN else None
        if rows is None:
            continue
        key, counted = _key(all_extracts()[name], rows, behind)
        if key:
            tables.append(_told(all_extracts()[name], rows, key, counted, child_ids, month))
    return pd.concat(tables, ignore_index=True)


def not_held(store: Store, reader: Reader, indicator: Indicator, authority: str, month: date) -> list[str]:
    """Return the children who are counted and whom the children extract does not hold: nothing is known of them."""
    children = published_rows(store, reader, authority, month, CHILDREN)
    behind = rows_behind(store, reader, indicator, authority, month)
    if children is None:
        return []
    return sorted(set(behind["child_id"].dropna()) - set(children["child_id"]))


def _key(declared: Declared, rows: pd.DataFrame, behind: pd.DataFrame) -> tuple[str, set]:
    """Return the column of an extract that names the subjects, or their children, with those that are counted."""
    for counted in (set(behind["subject"]), set(behind["child_id"].dropna())):
        for column in declared.column_names:
            if column.endswith("_id") and counted and counted <= set(rows[column]):
                return column, counted
    return "", set()


def _told(
    declared: Declared, rows: pd.DataFrame, key: str, counted: set, child_ids: set | None, month: date
) -> pd.DataFrame:
    """Lay out the rows that were left out, each with the reason that can be seen in it."""
    among = rows[key].isin(list(counted))
    closed = _closed(declared, rows, month)
    # Where somebody is counted of whom every row has ended, having ended is no reason.
    tells = bool(closed.loc[among].groupby(rows.loc[among, key]).all().sum() == 0)
    out = rows.loc[~among]
    reasons = [_reason(declared, row, child_ids, month, tells) for row in out.to_dict("records")]
    blank = pd.Series(None, index=out.index, dtype=object)
    cells = {"extract": declared.name, "record": out[key], "child_id": out.get("child_id", blank)}
    return pd.DataFrame(cells | {"team": out.get("team", blank), "reason": reasons}, columns=COLUMNS)


def _closed(declared: Declared, rows: pd.DataFrame, month: date) -> pd.Series:
    """Tell of each row whether it has ended by a month end."""
    ends = declared.open_between[1]
    if ends not in rows:
        return pd.Series(False, index=rows.index)
    return pd.Series([isinstance(day, pd.Timestamp) and day <= pd.Timestamp(month) for day in rows[ends]], rows.index)


def _reason(declared: Declared, row: dict, child_ids: set | None, month: date, ended_tells: bool) -> str:
    """Say why a row is behind no figure, as far as the row itself tells."""
    begins, ends = (row.get(name) for name in declared.open_between)
    last = pd.Timestamp(month)
    if ended_tells and isinstance(ends, pd.Timestamp) and ends <= last:
        return f"Ended on {ends.day} {ends:%b %Y}"
    if isinstance(begins, pd.Timestamp) and begins > last:
        return f"Begins on {begins.day} {begins:%b %Y}"
    if child_ids is not None and "child_id" in row and row["child_id"] not in child_ids:
        return NOT_HELD
    return BY_DEFINITION
