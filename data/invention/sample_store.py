"""Fill a store in memory with the committed sample: every month of Example Borough, as it was published."""

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pyarrow as pa
import pyarrow.csv as pa_csv

from data import extract
from data.annotations.events import enter_event
from data.annotations.targets import enter_target
from data.extract import Column
from data.extracts import all_extracts
from data.invention.officer_annotations import invented_events, invented_targets
from data.invention.officers_plan import enter_officers_plan
from data.invention.place import AUTHORITY
from data.invention.sample import SAMPLE, read_text
from data.store.attachment import Cursor
from data.store.migrations import import_published_plans
from data.store.seals import seal_what_stands
from data.store.store import Store
from data.store.tables import KINDS


def fill(store: Store) -> None:
    """Publish the whole sample in one transaction; the figures are measured when they are asked for."""
    uploads = read_text(SAMPLE / "uploads.csv").sort_values(["published_at", "extract"], ignore_index=True)
    uploads["load"] = uploads.index + 1
    uploads["published_at"] = [_utc(moment) for moment in uploads["published_at"]]
    names = list(uploads["extract"].unique())
    # The next extract is read while the store takes in the one before.
    with ThreadPoolExecutor(1) as reading, store.change() as cursor:
        cursor.register("uploads", uploads)
        for name, standing in zip(names, reading.map(_standing, names), strict=True):
            cursor.register("standing", standing)
            cursor.execute(_rows_of_each_upload(name, standing.column_names))
            cursor.unregister("standing")
            _note_loads(cursor, name)
        cursor.unregister("uploads")
        import_published_plans(cursor)
        enter_officers_plan(cursor)
        _note_what_officers_say(cursor)
        seal_what_stands(cursor)


def _note_what_officers_say(cursor: Cursor) -> None:
    """Enter the invented targets and events."""
    for target in invented_targets():
        enter_target(cursor, target)
    for event in invented_events():
        enter_event(cursor, event)


def _standing(name: str) -> pa.Table:
    """Read the rows of an extract as text, each with its line in the sample."""
    path = SAMPLE / f"{name}.csv"
    with path.open(encoding="utf-8") as file:
        columns = file.readline().strip().split(",")
    texts = pa_csv.ConvertOptions(column_types=dict.fromkeys(columns, pa.string()))
    standing = pa_csv.read_csv(path, convert_options=texts)
    return standing.append_column("line", pa.array(range(2, len(standing) + 2)))


def _utc(moment: str) -> datetime:
    """Read when something was published, as the store keeps it: UTC without a zone."""
    return datetime.fromisoformat(moment).replace(tzinfo=None)


def _rows_of_each_upload(name: str, held: Collection[str]) -> str:
    """Write the query that gives each upload the rows that stood in it; a row's number is its line in the sample.

    A column that the sample does not hold is missing in every row. What stood in many uploads is read once.
    """
    columns = all_extracts()[name].columns
    return f"""
        insert into store.uploaded.{name} (load, row, {", ".join(field.name for field in columns)})
        with typed as materialized (
            select
                first_upload::integer as first_upload,
                last_upload::integer as last_upload,
                line,
                {", ".join(f"{_typed(field) if field.name in held else 'null'} as {field.name}" for field in columns)}
            from standing
        ),
        published as (
            select list(load order by upload::integer) as loads
            from uploads
            where extract = '{name}'
        )
        select
            unnest(published.loads[typed.first_upload:typed.last_upload]),
            typed.* exclude (first_upload, last_upload)
        from typed, published
        order by 1  -- as in any store, what was published together lies together
    """


def _typed(column: Column) -> str:
    """Write a column of the sample, blank as missing, in the type the store keeps."""
    written = f"nullif(standing.{column.name}, '')"
    if isinstance(column, extract.Month):
        return f"last_day(({written} || '-01')::date)"
    return f"{written}::{KINDS[type(column)]}"


def _note_loads(cursor: Cursor, name: str) -> None:
    """Enter the loads of an extract into the ledger, with an event for each."""
    parameters = {"extract": name, "authority": AUTHORITY}
    cursor.execute(
        f"""
        insert into store.ledger.loads by name
        select
            uploads.load, $authority as authority, uploads.extract,
            last_day((uploads.month || '-01')::date) as month, uploads.version::integer as version,
            uploads.published_at, 'invented' as published_by, uploads.extract || '_' || uploads.month || '.csv' as file,
            '' as sheet, 'invented' as sha256, counted.rows, 0 as blank
        from uploads
        join (select load, count(*) as rows from store.uploaded.{name} group by load) as counted
            on counted.load = uploads.load
        where uploads.extract = $extract
        """,
        parameters,
    )
    cursor.execute(
        """
        insert into store.ledger.events
        select load, published_at, 'invented', 'publish', load, true, '{}' from uploads where extract = $extract
        """,
        {"extract": name},
    )
