"""What is left of people's own identifiers in a store with pseudonyms: in those of records, and of audits.

Earlier versions kept the identifier of a record as it was written, and records are often named after their child. The
key tells which part of one is the child's own: it is the part whose pseudonym stands beside it.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import duckdb

from data.errors import Mendable
from data.extracts import all_extracts
from data.identities.identifier_table import identifier_table
from data.store.attachment import Cursor, attach
from data.store.pseudonyms import PSEUDONYM, UnderKey, people_in, pseudonym_key_of
from data.store.records_of_children import named_after, own_in, records_in, with_another
from data.store.tables import columns_held
from data.upkeep.replaced_texts import Forms, Subject, replace_in_rows, replace_subjects

MEASURED = "measured.rows"
Found = tuple[str, str, Forms]
"""A table, a column of it, and what takes the place of texts there."""
OwnIn = Callable[[str, str, str, str], str | None]


def own_numbers(cursor: Cursor, pseudonyms: UnderKey) -> Iterator[Found]:
    """Yield where identifiers as they were written are left in a store with pseudonyms, and what takes their place.

    Raises:
        Mendable: where the key of pseudonyms is missing or another.
    """
    columns, own = columns_held(cursor), _own_in(pseudonyms, _known(cursor))
    for name, declared in all_extracts().items():
        people = {column: whom for column, whom in people_in(declared).items() if column in columns.get(name, ())}
        for column, whom in people.items():
            yield from _found(f"uploaded.{name}", column, _never_given(cursor, pseudonyms, name, column, whom))
        after = named_after(declared)
        for column in records_in(declared) if after in people else ():
            if after is not None and column in columns[name]:
                asked = _texts(f"uploaded.{name}", column, after)
                yield from _found(f"uploaded.{name}", column, _with_pseudonyms(cursor, own, people[after], asked))
    yield from _found(MEASURED, "subject", _with_pseudonyms(cursor, own, "child", OF_FIGURES))


OF_FIGURES = """
    select distinct measurements.authority, rows.child_id, rows.subject
    from store.measured.rows as rows
    join store.measured.measurements as measurements on measurements.measurement = rows.measurement
    where rows.child_id is not null and not contains(rows.subject, rows.child_id)
"""


def mend(connection: Cursor, pseudonyms: UnderKey) -> None:
    """Have pseudonyms stand for what is left as it was written, in rows and behind figures, and note that they do.

    Raises:
        Mendable: where the key of pseudonyms is missing or another.
    """
    with connection.cursor() as cursor:
        cursor.begin()
        found = list(own_numbers(cursor, pseudonyms))
        everywhere: Forms = {}
        for table, column, forms in found:
            if table != MEASURED:
                replace_in_rows(cursor, f"store.{table}", column, forms)
            everywhere = forms | everywhere
        subjects = cursor.execute(f"select distinct authority, child_id, subject from ({EVERY_SUBJECT})").fetchall()
        changes: list[Subject] = [
            (authority, child, subject, child, everywhere[authority, subject])
            for authority, child, subject in subjects
            if (authority, subject) in everywhere
        ]
        replace_subjects(cursor, changes)
        cursor.execute("delete from store.measured.answers")
        cursor.execute("update store.ledger.pseudonyms set in_records = true")
        cursor.commit()


EVERY_SUBJECT = """
    select measurements.authority, rows.child_id, rows.subject
    from store.measured.rows as rows
    join store.measured.measurements as measurements on measurements.measurement = rows.measurement
"""


def people_as_written(copy: Path, key: Path | None) -> bool:
    """Tell whether people stand in a copy of a store as they were written, be it in identifiers of records alone.

    One that cannot be read tells nothing; one that only the missing key of pseudonyms could tell of may hold them.
    """
    for own in dict.fromkeys((key, None)):
        try:
            with closing(attach(copy, own, read_only=True)) as connection:
                return _as_written(connection, pseudonym_key_of(key))
        except Mendable:
            continue
    return False


def _as_written(connection: Cursor, pseudonym_key: Path) -> bool:
    """Tell whether people stand in an attached copy as they were written."""
    try:
        rows = connection.execute("select * from store.ledger.pseudonyms")
    except duckdb.CatalogException:  # an earlier version knew of none
        return True
    begun = dict(zip([name for name, *_ in rows.description or ()], rows.fetchone() or (), strict=False))
    if not begun or begun.get("in_records"):
        return not begun
    try:
        found = own_numbers(connection, UnderKey(pseudonym_key, begun["key"], begun["form"]))
        return next(found, None) is not None
    except Mendable:
        return True


def _found(table: str, column: str, forms: Forms) -> Iterator[Found]:
    """Yield a column in which there is something to replace."""
    if forms:
        yield table, column, forms


def _texts(table: str, column: str, after: str) -> str:
    """Write the question after the texts of a column that do not bear the pseudonym of whom they are named after."""
    return f"""
        select distinct loads.authority, rows.{after}, rows.{column}
        from store.{table} as rows
        join store.ledger.loads as loads on loads.load = rows.load
        where rows.{after} is not null and not contains(rows.{column}, rows.{after})
    """


def _never_given(cursor: Cursor, pseudonyms: UnderKey, name: str, column: str, whom: str) -> Forms:
    """Return pseudonyms for what never was given one: audits, which earlier versions kept as they were written."""
    texts = cursor.execute(
        f"select distinct loads.authority, rows.{column} from store.uploaded.{name} as rows "
        f"join store.ledger.loads as loads on loads.load = rows.load where rows.{column} is not null"
    ).fetchall()
    return {
        (authority, text): pseudonyms.of_person(authority, whom, text)
        for authority, text in texts
        if not PSEUDONYM.fullmatch(text)
    }


def _with_pseudonyms(cursor: Cursor, own: OwnIn, whom: str, question: str) -> Forms:
    """Return the records in which a person's own identifier stands, with the pseudonym in its place."""
    forms: Forms = {}
    for authority, pseudonym, record in cursor.execute(question).fetchall():
        part = own(authority, whom, pseudonym, record)
        if part is not None:
            forms[authority, record] = str(with_another(record, part, pseudonym))
    return forms


def _own_in(pseudonyms: UnderKey, known: dict[str, str]) -> OwnIn:
    """Return what finds the part of a record that is a person's own; `known` are identifiers by pseudonym."""

    @cache
    def given(authority: str, whom: str, text: str) -> str:
        return pseudonyms.of_person(authority, whom, text)

    def own(authority: str, whom: str, pseudonym: str, record: str) -> str | None:
        text = known.get(pseudonym)
        if text is not None and with_another(record, text, pseudonym) != record:
            return text
        return own_in(record, lambda part: given(authority, whom, part) == pseudonym)

    pseudonyms.must_have_key()
    return own


def _known(cursor: Cursor) -> dict[str, str]:
    """Return the identifiers that the table apart leads back to, by pseudonym; without that table none."""
    table = identifier_table()
    if table is None or table.why_not_there():
        return {}
    children = cursor.execute("select distinct child_id from store.uploaded.children").fetchall()
    return {pseudonym: text for pseudonym, (_, text) in table.behind([child for (child,) in children if child]).items()}
