"""Older stores brought up to date when they are opened: numbered steps, each after a copy of the file."""

import os
import shutil
from pathlib import Path

from duckdb import DuckDBPyConnection

from data.errors import Mendable
from data.identifiers import canonical

PUBLISHED_PLANS = Path(__file__).with_name("published_plans.sql")
STEPS = {
    2: """
        create table store.ledger.turns (
            turn integer primary key,
            load integer not null,
            what varchar not null,
            turned_at timestamp not null,
            turned_by varchar not null,
            why varchar not null
        );
        insert into store.ledger.turns
        select row_number() over (order by withdrawn_at, load), load, 'withdraw', withdrawn_at, withdrawn_by, why
        from store.ledger.withdrawals;
        drop table store.ledger.withdrawals;
    """,
    3: """
        alter table store.ledger.loads add column whole_from date;
        alter table store.ledger.loads add column lacking varchar;
        alter table store.ledger.loads add column backfilled_from date;
        alter table store.ledger.findings add column subject varchar;
        alter table store.ledger.findings add column reason varchar;
        alter table store.ledger.findings add column explained_by varchar;
        alter table store.ledger.findings add column explained_at timestamp;
        update store.ledger.findings
        set reason = loads.reason, explained_by = loads.published_by, explained_at = loads.published_at
        from store.ledger.loads as loads
        where loads.load = findings.load and findings.severity = 'query' and loads.reason is not null;
    """,
    # Its tables are made where they are missing; the number keeps a program that does not know them from opening it.
    4: "create schema if not exists store.reference;",
    # So are those of what officers say. Figures were first measured as their month was published, and anew, by another
    # wording, nobody knows when: from this day on that is kept.
    5: """
        create schema if not exists store.office;
        alter table store.measured.measurements add column measured_at timestamp;
        update store.measured.measurements as measurements set measured_at = told.measured_at
        from (
            select
                each.measurement,
                case
                    when row_number() over (
                        partition by each.indicator, each.authority, each.month, each.loads order by each.measurement
                    ) = 1 then max(loads.published_at)
                    else current_timestamp at time zone 'UTC'
                end as measured_at
            from store.measured.measurements as each
            left join store.ledger.loads as loads on list_contains(each.loads, loads.load)
            group by each.measurement, each.indicator, each.authority, each.month, each.loads
        ) as told
        where told.measurement = measurements.measurement;
    """,
    # Identifiers stand in their one form: see `into_one_form`, which no SQL alone can do.
    6: "create schema if not exists store.uploaded;",
    # Every entry of the audit log has a seal: see `seal_what_stands`, which no SQL alone can do.
    7: """
        create table store.ledger.events_before as from store.ledger.events;
        drop table store.ledger.events;
        create table store.ledger.events (
            event integer primary key,
            happened_at timestamp not null,
            who varchar not null,
            what varchar not null,
            load integer,
            moves boolean not null,
            about varchar not null
        );
        insert into store.ledger.events
        select event, happened_at, who, what, load, true, '{}'
        from store.ledger.events_before
        order by event;
        drop table store.ledger.events_before;
        create or replace table store.ledger.seals (
            event integer primary key, hash varchar not null, key varchar not null
        );
    """,
    # Identifiers may be pseudonyms: a program that does not know them would publish others beside them.
    8: "create schema if not exists store.ledger;",
    # What the public may be told is decided: a program that does not know it would tell what is hidden.
    9: "create schema if not exists store.measured;",
    # Its tables are made where they are missing; a program that does not know them would bring back who was erased.
    10: "create schema if not exists store.ledger;",
    # So is that of reports as they were issued, which a program that does not know them would not carry on.
    11: "create schema if not exists store.office;",
    # The action plan is kept in the office, with what was published as its history: see `import_published_plans`, which
    # makes the office's tables first, once identifiers have their one form. The rows that were published stay.
    12: """
        create table if not exists store.uploaded.action_plan (
            load integer not null,
            row integer,
            action_id varchar,
            recommendation varchar,
            agreed_date date,
            due_date date,
            progress varchar,
            completed_date date,
            evidence varchar,
            team varchar,
            indicator varchar
        );
    """,
    # A target may have a tolerance.
    13: "alter table if exists store.office.targets add column if not exists tolerance double;",
    # Whether identifiers of records bear pseudonyms, too; where they do not, `data/upkeep/own_numbers.py` mends it.
    14: "alter table if exists store.ledger.pseudonyms add column if not exists in_records boolean default false;",
    # Of how many subjects the days of a figure are, and of how many those that it leaves out.
    15: """
        alter table if exists store.measured.figures add column if not exists subjects_counted integer;
        alter table if exists store.measured.figures add column if not exists subjects_besides integer;
        update store.measured.figures as figures
        set subjects_counted = told.subjects_counted, subjects_besides = told.subjects_besides
        from (
            select
                each.measurement,
                count(rows.subject) filter (where rows.denominator > 0 and rows.numerator > 0) as subjects_counted,
                count(rows.subject) filter (where rows.numerator < rows.denominator) as subjects_besides
            from store.measured.figures as each
            left join store.measured.rows as rows on rows.measurement = each.measurement
            group by each.measurement
        ) as told
        where told.measurement = figures.measurement;
    """,
}
"""What makes a store of a version of one of the version before it."""

ONE_FORM = 6
"""The version since which identifiers stand in their one form."""

SEALED = 7
"""The version since which every entry of the audit log has a seal."""

PLANNED = 12
"""The version since which the action plan is kept in the office."""

VERSION = max(STEPS)
"""The version this program keeps."""


def steps_from(version: int) -> list[str]:
    """List the steps from a version to this program's."""
    return [STEPS[number] for number in range(version + 1, VERSION + 1)]


def into_one_form(cursor: DuckDBPyConnection) -> None:
    """Bring the identifiers of all rows to the one form of identifiers, by which rows of other months are joined."""
    columns = cursor.execute(
        "select table_name, column_name from duckdb_columns() where database_name = 'store' "
        "and schema_name = 'uploaded' and regexp_matches(column_name, '_id$|urn$|^placement_authority$')"
    ).fetchall()
    for table, column in columns:
        texts = cursor.execute(f"select distinct {column} from store.uploaded.{table}").fetchall()
        forms = {text: canonical(text) for (text,) in texts if text and canonical(text) != text}
        if forms:
            cursor.execute(
                f"update store.uploaded.{table} set {column} = forms.form "
                f"from (select unnest(?) as text, unnest(?) as form) as forms where {column} = forms.text",
                [list(forms), list(forms.values())],
            )


def import_published_plans(cursor: DuckDBPyConnection) -> None:
    """Make the office's plan, with its history, of the months of the action plan that were published.

    The office's tables are there already.
    """
    cursor.execute(PUBLISHED_PLANS.read_text(encoding="utf-8"))


def copy_before(path: Path, version: int) -> Path:
    """Copy a store file that is closed, before it is migrated; return the copy. What was copied before is kept.

    Raises:
        Mendable: where there is no room for the copy; the store is as it was.
    """
    copy = path.with_name(f"{path.name}.version-{version}")
    if copy.exists():
        return copy
    unfinished = copy.with_name(f"{copy.name}.unfinished")
    try:
        shutil.copy2(path, unfinished)
        with unfinished.open("rb+") as written:
            os.fsync(written.fileno())
        unfinished.replace(copy)
    except OSError as why:
        unfinished.unlink(missing_ok=True)
        raise Mendable(
            f"{path} is of version {version} and has to be copied before it is brought to version {VERSION}, "
            f"and the copy failed: {why.strerror}. It was not changed."
        ) from why
    return copy
