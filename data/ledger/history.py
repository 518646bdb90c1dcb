"""What was published and what became of it: loads, turns, rows that stand, months and authorities held."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

import pandas as pd

from data.access import Act, Reader
from data.extracts import all_extracts
from data.ledger.clock import FOR_EVER
from data.store.store import Store


@dataclass(frozen=True)
class Elsewhere:
    """Say for which other authority and month the bytes of a file stand published, and since when (UTC)."""

    authority: str
    name: str
    month: date
    published_at: datetime


def history(store: Store, reader: Reader) -> pd.DataFrame:
    """List every load, newest first, with what became of it: current, superseded or withdrawn, and its last turn.

    Reasons are words about rows: whoever may not see small numbers is given none.
    """
    return store.ask(
        reader,
        """
        select
            loads.* replace (
                lacking_of(loads.lacking) as lacking,
                case when $with_reasons then loads.reason end as reason
            ),
            case when turned.what = 'withdraw' then turned.turned_at end as withdrawn_at,
            case when turned.what = 'withdraw' then turned.turned_by end as withdrawn_by,
            case when turned.what = 'restore' then turned.turned_at end as restored_at,
            case when turned.what = 'restore' then turned.turned_by end as restored_by,
            case when $with_reasons then turned.why end as why,
            case
                when turned.what = 'withdraw' then 'withdrawn'
                when known.load is not null then 'current'
                else 'superseded'
            end as state
        from ledger.loads as loads
        left join (
            select * from ledger.turns
            qualify row_number() over (partition by load order by turn desc) = 1
        ) as turned on turned.load = loads.load
        left join loads_known($moment) as known on known.load = loads.load
        order by loads.load desc
        """,
        moment=FOR_EVER,
        with_reasons=reader.sees_small_numbers,
    )


def turns(store: Store, reader: Reader) -> pd.DataFrame:
    """List every withdrawal and restoration, oldest first: turn, load, what, turned_at, turned_by, why (as above)."""
    return store.ask(
        reader,
        """
        select turns.* replace (case when $with_reasons then turns.why end as why)
        from ledger.turns as turns
        join ledger.loads as loads on loads.load = turns.load
        order by turns.turn
        """,
        with_reasons=reader.sees_small_numbers,
    )


def loads_told(store: Store, reader: Reader) -> list[dict]:
    """Return the history of loads in plain values, as `loads --json` prints it, each with its turns."""
    loads = history(store, reader)
    loads["month"] = loads["month"].dt.strftime("%Y-%m")
    loads["whole_from"] = pd.to_datetime(loads["whole_from"]).dt.strftime("%Y-%m-%d")
    loads["backfilled_from"] = pd.to_datetime(loads["backfilled_from"]).dt.strftime("%Y-%m")
    loads["lacking"] = [list(lacking) for lacking in loads["lacking"]]
    for moment in ("published_at", "withdrawn_at", "restored_at"):
        loads[moment] = loads[moment].dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    records = loads.astype(object).where(loads.notna(), None).to_dict("records")
    taken = turns(store, reader)
    taken["at"] = taken["turned_at"].dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    taken = taken.rename(columns={"turned_by": "by"})
    for record in records:
        record["turns"] = taken.loc[taken["load"] == record["load"], ["what", "at", "by", "why"]].to_dict("records")
    return records


def published_rows(store: Store, reader: Reader, authority: str, month: date, extract: str) -> pd.DataFrame | None:
    """Return the rows that stand for an extract of a month, or None where it has not been published."""
    reader.must(Act.ROWS)
    declared = all_extracts()[extract]
    standing = store.ask(
        reader,
        """
        select load from loads_known($moment)
        where authority = $authority and month = $month and extract = $extract
        """,
        moment=FOR_EVER,
        authority=authority,
        month=month,
        extract=extract,
    )
    if standing.empty:
        return None
    return store.ask(
        reader,
        f"""
        select {", ".join(f"rows.{name}" for name in declared.column_names)}
        from uploaded.{extract} as rows
        where rows.load = $load
        order by rows.row
        """,
        load=int(standing["load"].iloc[0]),
    )


def standing_version(store: Store, reader: Reader, authority: str, month: date, sha256: str, sheet: str) -> int | None:
    """Return the version that stands for a month and was made of these very bytes, or None."""
    rows = store.ask(
        reader,
        """
        select loads.version
        from loads_known($moment) as known
        join ledger.loads as loads on loads.load = known.load
        where known.authority = $authority and known.month = $month and loads.sha256 = $sha256
            and loads.sheet = $sheet
        """,
        moment=FOR_EVER,
        authority=authority,
        month=month,
        sha256=sha256,
        sheet=store.pseudonyms.of_sheet(sheet),
    )
    return None if rows.empty else int(rows["version"].iloc[0])


def standing_elsewhere(store: Store, reader: Reader, authority: str, sha256: str, sheet: str) -> list[Elsewhere]:
    """Return where the very bytes of a file stand published for other authorities, of those that the reader may see."""
    rows = store.ask(
        reader,
        """
        select known.authority, coalesce(named.name, known.authority) as name, known.month, loads.published_at
        from loads_known($moment) as known
        join ledger.loads as loads on loads.load = known.load
        left join reference.authorities as named on named.authority = known.authority
        where known.authority <> $authority and loads.sha256 = $sha256 and loads.sheet = $sheet
        order by loads.load
        """,
        moment=FOR_EVER,
        authority=authority,
        sha256=sha256,
        sheet=store.pseudonyms.of_sheet(sheet),
    )
    return [
        Elsewhere(code, name, month.date(), at.to_pydatetime())
        for code, name, month, at in rows.itertuples(index=False, name=None)
    ]


def state_of(store: Store, reader: Reader, authority: str, until: date) -> str:
    """Return 16 hexadecimal digits that tell which loads stand for an authority, up to a month and with it."""
    rows = store.ask(
        reader,
        """
        select loads.load, loads.extract, loads.month, loads.sha256
        from loads_known($moment) as known
        join ledger.loads as loads on loads.load = known.load
        where known.authority = $authority and known.month <= $until
        order by loads.load
        """,
        moment=FOR_EVER,
        authority=authority,
        until=until,
    )
    return sha256(repr(rows.astype(str).to_numpy().tolist()).encode()).hexdigest()[:16]


def revision(store: Store, reader: Reader) -> int:
    """Return a number that moves with all that makes pages read otherwise: what every cache is keyed by."""
    return int(
        store.ask(
            reader,
            """
            select coalesce(max(event), 0) as revision
            from ledger.events
            where moves
            """,
        )["revision"].iloc[0]
    )


def months_held(store: Store, reader: Reader, authority: str) -> list[date]:
    """List the month ends from the first to the last month an authority has published, gaps included."""
    rows = store.ask(
        reader,
        """
        select last_day(unnest(generate_series(min(month), max(month), interval 1 month))::date) as month
        from loads_known($moment)
        where authority = $authority
        """,
        moment=FOR_EVER,
        authority=authority,
    )
    return sorted({moment.date() for moment in rows["month"]})


def authorities_held(store: Store, reader: Reader) -> dict[str, str]:
    """Return the authorities with a published month, code to name; an unknown code names itself."""
    rows = store.ask(
        reader,
        """
        select distinct known.authority, coalesce(named.name, known.authority) as name
        from loads_known($moment) as known
        left join reference.authorities as named on named.authority = known.authority
        order by name
        """,
        moment=FOR_EVER,
    )
    return dict(zip(rows["authority"], rows["name"], strict=True))
