"""A stock: a number of children who are there at one month end and may be there still at the next."""

from collections.abc import Collection

from data.errors import Mendable
from data.extract import Code
from data.extracts import all_extracts


def refuse_malformed_stock(
    named: str, stock: str, unit: str, extracts: Collection[str], columns: Collection[str]
) -> None:
    """Refuse a stock whose extract or kinds there are not, or that is no number of children.

    Raises:
        Mendable: naming the file, what is written in it, and what to write.
    """
    if not stock:
        return
    extract, column = parts_of(stock)
    if extract not in extracts or (column and column not in all_extracts()[extract].column_names):
        raise Mendable(
            f'{named}: stock is "{stock}". Write an extract that the SQL reads and, after a full stop, one of its '
            "columns, such as child_protection_plans.category."
        )
    if unit != "count" or "child_id" not in columns:
        raise Mendable(f"{named}: a stock counts children. Take stock out, or write unit count and return child_id.")


def parts_of(stock: str) -> tuple[str, str]:
    """Return the extract of a stock and the column that says of what kind each is; no column where it has none."""
    extract, _, column = stock.partition(".")
    return extract, column


def kinds_in_words(stock: str) -> dict[str, str]:
    """Return what the codes of a stock's kinds mean."""
    extract, name = parts_of(stock)
    column = all_extracts()[extract][name]
    return dict(column.allowed.meanings) if isinstance(column, Code) else {}
