"""Where identifiers stand in a store: those of people, those of records named after them, and those behind figures."""

from collections.abc import Iterator

from data.extracts import all_extracts
from data.store.attachment import Cursor
from data.store.pseudonyms import people_in
from data.store.records_of_children import named_after, records_in
from data.store.tables import columns_held


def columns_of_people(cursor: Cursor) -> dict[str, dict[str, str]]:
    """Return the columns that identify people of each extract that the store has, with whom they identify."""
    columns = columns_held(cursor)
    return {
        name: {column: person for column, person in people_in(declared).items() if column in columns[name]}
        for name, declared in all_extracts().items()
        if name in columns
    }


def columns_of_records(cursor: Cursor) -> Iterator[tuple[str, str, str, str]]:
    """Yield each column that identifies records: its extract, itself, that of whom they are named after, and whom."""
    columns, people = columns_held(cursor), columns_of_people(cursor)
    for name, of_extract in people.items():
        own = named_after(all_extracts()[name])
        if own in of_extract:
            for column in records_in(all_extracts()[name]):
                if column in columns[name]:
                    yield name, column, own, of_extract[own]


def texts_held(cursor: Cursor, name: str, column: str) -> list[tuple[str, str]]:
    """Return the authorities and texts of a column of an extract."""
    return cursor.execute(
        f"select distinct loads.authority, rows.{column} from store.uploaded.{name} as rows "
        f"join store.ledger.loads as loads on loads.load = rows.load where rows.{column} is not null"
    ).fetchall()


def records_held(cursor: Cursor, name: str, column: str, own: str, bearing: bool) -> list[tuple[str, str, str]]:
    """Return the authorities, people and records of an extract whose record bears, or does not bear, the person's."""
    return cursor.execute(
        f"select distinct loads.authority, rows.{own}, rows.{column} from store.uploaded.{name} as rows "
        "join store.ledger.loads as loads on loads.load = rows.load "
        f"where {'' if bearing else 'not '}contains(rows.{column}, rows.{own})"
    ).fetchall()


def subjects_held(cursor: Cursor) -> list[tuple[str, str | None, str]]:
    """Return the authorities, children and subjects of the rows behind figures."""
    return cursor.execute(
        """
        select distinct measurements.authority, rows.child_id, rows.subject
        from store.measured.rows as rows
        join store.measured.measurements as measurements on measurements.measurement = rows.measurement
        """
    ).fetchall()
