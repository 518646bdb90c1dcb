"""Identifiers of records, such as a visit or a plan, that bear as a part of them the one of whom the record is.

Every record that is made of a list of a return is named after its child and day, and so are those of some case systems;
a supervision is named after its worker.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from data.extract import Declared, Identifier
from data.extracts import all_extracts

SHORTEST_ALONE = 4
"""Letters of an identifier that is looked for more than once in another."""
SHORTEST_WITHIN = 6
"""Letters of an identifier that is looked for within a word, too: a shorter one is a part of days and numbers."""
NAMED_AFTER = ("child_id", "worker_id", "adopter_id", "audit_id")
"""Columns that say after whom the records of an extract are named: the first that it has."""
WORD = re.compile(r"[^\W_]+")


def named_after(declared: Declared) -> str | None:
    """Return the column after which the records of an extract are named, where it has one."""
    return next((name for name in NAMED_AFTER if name in declared.column_names), None)


def records_in(declared: Declared) -> list[str]:
    """Return the columns of an extract that identify records, by which no file names them that does not say of whom."""
    own = named_after(declared)
    return [
        column.name
        for column in declared.columns
        if isinstance(column, Identifier)
        and not column.of
        and column.name.endswith("_id")
        and own is not None
        and _always_beside(column.name) == {own}
    ]


@cache
def _always_beside(record: str) -> frozenset[str | None]:
    """Return after whom the records are named that a column identifies, in every file that has it."""
    files = [declared for declared in all_extracts().values() if not declared.kept_in_office]
    return frozenset(named_after(declared) for declared in files if record in declared.column_names)


def with_another(record: object, person: object, other: object) -> object:
    """Return an identifier of a record that bears that of a person as a part of it, with another in its place.

    The rest of it stays, so that of two records of a child the later is the later still. A short identifier is a part
    of many texts, such as a day of the month: of it the first is replaced that is a word by itself.
    """
    if not (isinstance(record, str) and isinstance(person, str) and isinstance(other, str)) or person not in record:
        return record
    if len(person) >= SHORTEST_WITHIN:
        return record.replace(person, other)
    part = rf"(?<![^\W_]){re.escape(person)}(?![^\W_])"
    return re.sub(part, other, record, count=1 if len(person) < SHORTEST_ALONE else 0)


def own_in(record: str, is_own: Callable[[str], bool]) -> str | None:
    """Return the part of a record's identifier that is its person's own, by a test of it; None where none is."""
    return next((part for part in _parts(record) if is_own(part)), None)


def _parts(record: str) -> Iterator[str]:
    """Yield the words of an identifier, alone and with those that follow, that may be somebody's."""
    spans = [word.span() for word in WORD.finditer(record)]
    for first, (start, _) in enumerate(spans):
        for _, end in spans[first:]:
            yield record[start:end]
