"""Identifiers of records, such as a visit or a plan, that bear the child's own as a part of them.

Every record that is made of a list of a return is named after its child and day, and so are those of some case systems.
"""

import re
from functools import cache

from data.extract import Declared, Identifier
from data.extracts import all_extracts

SHORTEST_ALONE = 4
"""Letters of an identifier that is looked for wherever it stands in another."""


def records_in(declared: Declared) -> list[str]:
    """Return the columns of an extract that identify records of a child's, by which no other person's file names them.

    What is named in an extract without children, such as an audit in its actions, must be one text in both.
    """
    return [
        column.name
        for column in declared.columns
        if isinstance(column, Identifier)
        and not column.of
        and column.name.endswith("_id")
        and not column.name.endswith(tuple(_named_without_children()))
    ]


@cache
def _named_without_children() -> frozenset[str]:
    """Return the identifiers of records that are named in extracts without children."""
    without = [declared for declared in all_extracts().values() if "child_id" not in declared.column_names]
    return frozenset(
        column.name
        for declared in without
        for column in declared.columns
        if isinstance(column, Identifier) and not column.of
    )


def with_another_child(record: object, child: object, other: object) -> object:
    """Return an identifier of a record that bears the child's as a part of it, with another in its place.

    The rest of it stays, so that of two records of a child the later is the later still. A short identifier is a part
    of many texts, such as a day of the month: of it the first is replaced.
    """
    if not (isinstance(record, str) and isinstance(child, str) and isinstance(other, str)) or child not in record:
        return record
    part = rf"(?<![^\W_]){re.escape(child)}(?![^\W_])"
    return re.sub(part, other, record, count=1 if len(child) < SHORTEST_ALONE else 0)
