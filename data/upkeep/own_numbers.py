"""What is left of people's own identifiers in a store with pseudonyms: in those of records, and of audits.

Earlier versions kept the identifier of a record as it was written, and records are often named after their child. The
key tells which part of one is the child's own: it is the part whose pseudonym stands beside it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

from data.errors import Mendable
from data.identities.identifier_table import identifier_table
from data.store.attachment import Cursor, attach
from data.store.pseudonyms import PSEUDONYM, UnderKey, pseudonym_key_of
from data.store.records_of_children import own_in, with_another
from data.store.tables import all_columns
from data.upkeep.identifiers_held import (
    columns_of_people,
    columns_of_records,
    records_held,
    subjects_held,
    texts_held,
)
from data.upkeep.replaced_texts import Forms, Subject, replace_in_rows, replace_subjects

MEASURED = "measured.rows"
Place = tuple[str, str, Forms]
"""A table, a column of it, and what takes the place of texts there."""
OwnIn = Callable[[str, str, str, str], str | None]


def own_numbers(cursor: Cursor, pseudonyms: UnderKey) -> Iterator[Place]:
    """Yield where identifiers as they were written are left in a store with pseudonyms, and what takes their place.

    Those of people and audits come first: whoever puts each in its place at once is told, of records named after an
    audit, what bears the audit's new one.

    Raises:
        Mendable: where the key of pseudonyms is missing or another.
    """
    return (place for place in _all_places(cursor, pseudonyms) if place[2])


def _all_places(cursor: Cursor, pseudonyms: UnderKey) -> Iterator[Place]:
    """Yield every column in which they may be left, be there any or none."""
    known = _known(cursor)
    own = _own_in(pseudonyms, known)
    for name, columns in columns_of_people(cursor).items():
        for column, whom in columns.items():
            forms = _never_given(pseudonyms, whom, texts_held(cursor, name, column))
            known |= {form: text for (_, text), form in forms.items()}
            yield f"uploaded.{name}", column, forms
    for name, column, person, whom in columns_of_records(cursor):
        rows = records_held(cursor, name, column, person, bearing=False)
        yield f"uploaded.{name}", column, _with_pseudonyms(own, whom, rows)
    rows = [(authority, child, subject) for authority, child, subject in subjects_held(cursor) if child]
    yield MEASURED, "subject", _with_pseudonyms(own, "child", [row for row in rows if row[1] not in row[2]])


def mend(connection: Cursor, pseudonyms: UnderKey) -> None:
    """Have pseudonyms stand for what is left as it was written, in rows and behind figures, and note that they do.

    Raises:
        Mendable: where the key of pseudonyms is missing or another.
    """
    with connection.cursor() as cursor:
        cursor.begin()
        all_forms: Forms = {}
        for table, column, forms in own_numbers(cursor, pseudonyms):
            if table != MEASURED:
                replace_in_rows(cursor, f"store.{table}", column, forms)
            all_forms = forms | all_forms
        changes: list[Subject] = [
            (authority, child, subject, child, all_forms[authority, subject])
            for authority, child, subject in subjects_held(cursor)
            if (authority, subject) in all_forms
        ]
        replace_subjects(cursor, changes)
        cursor.execute("delete from store.measured.answers")
        cursor.execute("update store.ledger.pseudonyms set in_records = true")
        cursor.commit()


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
    columns = all_columns(connection).get("ledger.pseudonyms", [])
    begun = connection.execute("select key, form from store.ledger.pseudonyms").fetchone() if columns else None
    if begun is None:  # an earlier version knew of none
        return True
    in_records = "select in_records from store.ledger.pseudonyms"
    if "in_records" in columns and connection.execute(in_records).fetchall()[0][0]:
        return False
    try:
        return next(own_numbers(connection, UnderKey(pseudonym_key, *begun)), None) is not None
    except Mendable:
        return True


def _never_given(pseudonyms: UnderKey, whom: str, texts: Iterable[tuple[str, str]]) -> Forms:
    """Return pseudonyms for what never was given one: audits, which earlier versions kept as they were written."""
    return {
        (authority, text): pseudonyms.of_person(authority, whom, text)
        for authority, text in texts
        if not PSEUDONYM.fullmatch(text)
    }


def _with_pseudonyms(own: OwnIn, whom: str, rows: Iterable[tuple[str, str, str]]) -> Forms:
    """Return the records in which a person's own identifier stands, with the pseudonym in its place."""
    forms: Forms = {}
    for authority, pseudonym, record in rows:
        part = own(authority, whom, pseudonym, record)
        if part is not None:
            forms[authority, record] = str(with_another(record, part, pseudonym))
    return forms


def _own_in(pseudonyms: UnderKey, known: dict[str, str]) -> OwnIn:
    """Return what finds the part of a record that is a person's own; `known` are identifiers by pseudonym."""

    @cache
    def pseudonym_of(authority: str, whom: str, text: str) -> str:
        return pseudonyms.of_person(authority, whom, text)

    def own(authority: str, whom: str, pseudonym: str, record: str) -> str | None:
        text = known.get(pseudonym)
        if text is not None and with_another(record, text, pseudonym) != record:
            return text
        return own_in(record, lambda part: pseudonym_of(authority, whom, part) == pseudonym)

    pseudonyms.must_have_key()
    return own


def _known(cursor: Cursor) -> dict[str, str]:
    """Return the identifiers that the table apart leads back to, by pseudonym; without that table none."""
    table = identifier_table()
    if table is None or table.why_not_there():
        return {}
    children = cursor.execute("select distinct child_id from store.uploaded.children").fetchall()
    return {pseudonym: text for pseudonym, (_, text) in table.behind([child for (child,) in children if child]).items()}
