"""A store in which people stand as they were written, made anew with pseudonyms beside it and put in its place.

The new one is a file that never held an identifier: rows are given pseudonyms in a copy, and what comes of it is
copied once more, since a database keeps in its free blocks what was there before. Until the last step, which is one
renaming, the store is as it was; whoever is stopped before finds it so, and begins again.
"""

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from data.errors import Mendable
from data.identifiers import FORM
from data.store.attachment import Cursor, attach, copy_into
from data.store.error_messages import no_room
from data.store.journal import write_out
from data.store.pseudonyms import (
    UnderKey,
    begin,
    key_id_of,
    known_again,
    pseudonym_key_made,
    pseudonym_key_of,
    pseudonyms_of,
    secret_of,
)
from data.store.records_of_children import with_another
from data.store.store import Store
from data.store.wholeness import rows_held
from data.upkeep.identifiers_held import (
    columns_of_people,
    columns_of_records,
    records_held,
    subjects_held,
    texts_held,
)
from data.upkeep.own_numbers import mend, own_numbers
from data.upkeep.replaced_texts import Forms, Subject, replace_in_rows, replace_subjects

WITH_IDENTIFIERS = "with-identifiers"
COPIES = ("version", "before", WITH_IDENTIFIERS)
"""What the names of copies beside a store go on with."""
UNKNOWN_CHILD = "?"
"""Stands for a child behind a figure whom no row names any more; there is none in a store that was kept well."""
UNFINISHED = "anew.unfinished"
WORKED_OUT_ANEW = "measured.answers"
"""What is kept of figures to be read at once; it may quote a list, and is worked out again when it is asked for."""
NOT_COMPARED = (WORKED_OUT_ANEW, "ledger.pseudonyms")
FIGURES = """
    select measurements.authority, measurements.month, measurements.indicator, measurements.definition,
        measurements.loads, figures.* exclude (measurement)
    from store.measured.measurements as measurements
    join store.measured.figures as figures on figures.measurement = measurements.measurement
"""


def open_with_pseudonyms(path: Path, key: Path | None, pseudonym_key: Path | None = None) -> Store:
    """Open a store file; one in which people stand as they were written is made anew before, and says what it was.

    Raises:
        Mendable: as `Store.open_file` does; or where it cannot be made anew, and is as it was.
        Held: where another process holds it.
    """
    store = Store.open_file(path, key, pseudonym_key)
    clear_unfinished(path)
    if _is_as_it_can_be(store):
        return store
    store.close()
    old = made_anew(path, key, pseudonym_key_made(pseudonym_key or pseudonym_key_of(key), key))
    store = Store.open_file(path, key, pseudonym_key)
    store.made_of = old
    return store


def made_anew(path: Path, key: Path | None, pseudonym_key: Path) -> Path:
    """Put a store with pseudonyms in the place of a closed one without, or with some; return where the old one lies.

    Raises:
        Mendable: where there is no room, a row would be lost or a figure moved; the store is as it was.
    """
    clear_unfinished(path)
    if shutil.disk_usage(path.parent).free < 3 * path.stat().st_size:
        raise no_room(str(path))
    with unfinished_pair(path) as (work, clean):
        shutil.copyfile(path, work)
        with closing(attach(work, key)) as connection:
            begun = pseudonyms_of(connection, pseudonym_key)
            if isinstance(begun, UnderKey):
                mend(connection, begun)
            else:
                _give_pseudonyms(connection, UnderKey(pseudonym_key, key_id_of(secret_of(pseudonym_key)), FORM))
                begin(connection, pseudonym_key)
            write_out(connection, work)
            copy_into(connection, clean, key)
        _must_be_the_same(path, clean, key)
        with clean.open("rb+") as written:
            os.fsync(written.fileno())
        return put_in_place(path, clean, WITH_IDENTIFIERS)


def _is_as_it_can_be(store: Store) -> bool:
    """Tell whether nothing of a person's own is left in a store with pseudonyms, and note it; without its key, too.

    Nothing can be looked for while that key is missing, and `doctor` fails as long.
    """
    if not isinstance(store.pseudonyms, UnderKey) or store.pseudonyms.in_records:
        return store.pseudonyms.key_id is not None
    try:
        store.pseudonyms.must_have_key()
    except Mendable:
        return True
    with store.reading() as cursor:
        if next(own_numbers(cursor, store.pseudonyms), None) is not None:
            return False
    with store.change() as cursor:
        cursor.execute("update store.ledger.pseudonyms set in_records = true")
    store.pseudonyms.in_records = True
    return True


def copies_beside(path: Path) -> list[Path]:
    """List the copies of a store that lie beside it: of earlier versions, moved aside, and as people were written."""
    return sorted(copy for name in COPIES for copy in path.parent.glob(f"{path.name}.{name}-*"))


def put_in_place(path: Path, clean: Path, name: str) -> Path:
    """Put a finished file in the place of a store in one step; return where the old one lies now."""
    aside = path.with_name(f"{path.name}.{name}-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}")
    try:
        os.link(path, aside)
    except OSError:  # not every file system gives a file two names
        shutil.copyfile(path, aside)
        aside.chmod(0o600)
    clean.replace(path)
    return aside


def _give_pseudonyms(connection: Cursor, pseudonyms: UnderKey) -> None:
    """Give every person in a store a pseudonym, and take away names of files and what sentences quote."""
    with connection.cursor() as cursor:
        cursor.begin()
        people = _people(cursor, pseudonyms)
        people["record"] = _in_records(cursor, people)
        for name, columns in columns_of_people(cursor).items():
            for column, person in columns.items():
                replace_in_rows(cursor, f"store.uploaded.{name}", column, people[person])
        _in_measured(cursor, people)
        _in_findings(cursor, pseudonyms)
        _in_files(cursor, pseudonyms)
        cursor.execute(f"delete from store.{WORKED_OUT_ANEW}")
        cursor.commit()


def _people(cursor: Cursor, pseudonyms: UnderKey) -> dict[str, Forms]:
    """Return the pseudonym of everybody in the rows of extracts."""
    people: dict[str, Forms] = defaultdict(dict)
    for name, columns in columns_of_people(cursor).items():
        for column, person in columns.items():
            people[person] |= {
                (authority, text): pseudonyms.of_person(authority, person, text)
                for authority, text in texts_held(cursor, name, column)
            }
    return people


def _in_records(cursor: Cursor, people: Mapping[str, Forms]) -> Forms:
    """Give pseudonyms to those after whom records are named, while rows say who these are; return the forms."""
    of_all: Forms = {}
    for name, column, own, whom in columns_of_records(cursor):
        forms = {
            (authority, record): str(with_another(record, person, people[whom][authority, person]))
            for authority, person, record in records_held(cursor, name, column, own, bearing=True)
        }
        replace_in_rows(cursor, f"store.uploaded.{name}", column, forms)
        of_all |= forms
    return of_all


def _in_measured(cursor: Cursor, people: Mapping[str, Forms]) -> None:
    """Give pseudonyms to the children behind figures, and to whoever else is a subject: a worker, an adopter."""
    others = {place: form for person, forms in people.items() if person != "child" for place, form in forms.items()}
    children = people.get("child", {})
    changes: list[Subject] = []
    for authority, child, subject in subjects_held(cursor):
        form = children.get((authority, child), UNKNOWN_CHILD) if child else None
        new = others.get((authority, subject), subject)
        if child and form and subject == new:
            new = with_another(subject, child, form)
        changes.append((authority, child, subject, form, str(new)))
    replace_subjects(cursor, changes)


def _in_findings(cursor: Cursor, pseudonyms: UnderKey) -> None:
    """Keep of findings no more than by what the same query is known again."""
    rows = cursor.execute(
        """
        select distinct loads.authority, findings.rule, findings.subject, findings.message
        from store.ledger.findings as findings
        join store.ledger.loads as loads on loads.load = findings.load
        """
    ).fetchall()
    changes = []
    for authority, rule, subject, message in rows:
        _, new, sentence = pseudonyms.of_query(authority, (rule, subject or "", message.partition(": ")[2]))
        changes.append((authority, rule, subject, message, new, known_again(sentence)))
    cursor.execute(
        """
        update store.ledger.findings as findings set subject = forms.new, message = forms.sentence
        from (
            select unnest(?::varchar[]) as authority, unnest(?::varchar[]) as rule, unnest(?::varchar[]) as subject,
                unnest(?::varchar[]) as message, unnest(?::varchar[]) as new, unnest(?::varchar[]) as sentence
        ) as forms
        join store.ledger.loads as loads on loads.authority = forms.authority
        where findings.load = loads.load and findings.rule = forms.rule and findings.message = forms.message
            and findings.subject is not distinct from forms.subject
        """,
        [list(column) for column in zip(*changes, strict=True)] or [[]] * 6,
    )


def _in_files(cursor: Cursor, pseudonyms: UnderKey) -> None:
    """Name files by what they were taken for, and sheets by what they are known again."""
    for table, number in (("loads", "load"), ("attempts", "attempt")):
        rows = cursor.execute(f"select {number}, extract, sha256, file, sheet from store.ledger.{table}").fetchall()
        changes = [
            (entry, pseudonyms.of_file(extract, digest, file), pseudonyms.of_sheet(sheet))
            for entry, extract, digest, file, sheet in rows
        ]
        cursor.execute(
            f"""
            update store.ledger.{table} as entries set file = forms.file, sheet = forms.sheet
            from (
                select unnest(?::integer[]) as entry, unnest(?::varchar[]) as file, unnest(?::varchar[]) as sheet
            ) as forms
            where entries.{number} = forms.entry
            """,
            [list(column) for column in zip(*changes, strict=True)] or [[]] * 3,
        )


def _must_be_the_same(path: Path, clean: Path, key: Path | None) -> None:
    """Refuse a new store in which a table has other rows than in the old one, or a figure is another."""
    counts, figures = [], []
    for file in (path, clean):
        with closing(attach(file, key, read_only=True)) as connection:
            counts.append({table: rows for table, rows in rows_held(connection).items() if table not in NOT_COMPARED})
            figures.append(sorted(map(repr, connection.execute(FIGURES).fetchall())))
    odd = sorted(table for table in {*counts[0], *counts[1]} if counts[0].get(table) != counts[1].get(table))
    if odd or figures[0] != figures[1]:
        fault = f"other rows of {odd[0]}" if odd else "other figures"
        raise Mendable(f"{path} could not be made anew with pseudonyms: it would have {fault}. It is as it was.")


@contextmanager
def unfinished_pair(path: Path) -> Iterator[tuple[Path, Path]]:
    """Give two names beside a store for what is not finished, and take away what still bears them in the end."""
    try:
        yield path.with_name(f"{path.name}.1.{UNFINISHED}"), path.with_name(f"{path.name}.2.{UNFINISHED}")
    finally:
        clear_unfinished(path)


def clear_unfinished(path: Path) -> None:
    """Take away what a killed process left unfinished; only for whoever holds the store."""
    for leftover in path.parent.glob(f"{path.name}.?.{UNFINISHED}*"):
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
