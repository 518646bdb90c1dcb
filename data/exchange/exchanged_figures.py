"""Exchanged figures as the store keeps them: every file beside the others, and of each month the newest."""

from dataclasses import asdict, dataclass
from datetime import date

import pandas as pd

from data.access import Act, Reader
from data.exchange.document import Document
from data.ledger.audit_log import record
from data.ledger.clock import now
from data.ledger.deeds import Deed
from data.ledger.numbers import next_number
from data.published.areas import authorities
from data.published.shipped_tables import ask_published
from data.store.store import Store


@dataclass(frozen=True)
class Peer:
    """Hold an authority that exchanges figures with us, and when it last wrote them."""

    authority: str
    name: str
    written_on: date


@dataclass(frozen=True)
class Given:
    """Hold one figure of a peer as it is kept."""

    authority: str
    month: date
    definition: str
    numerator: float | None
    denominator: float | None
    missing: str


def keep_document(store: Store, reader: Reader, name: str, document: Document) -> bool:
    """Keep a file of exchanged figures; return whether it is new. The same one again changes nothing."""
    reader.must(Act.BENCHMARKS)
    peers(store)  # makes the tables where they are not there yet
    with store.change() as cursor:
        same = "select 1 from store.reference.exchanges where hash = ?"
        if cursor.execute(same, [document.hash]).fetchone():
            return False
        number = next_number(cursor, "exchange")
        entry = [number, document.authority, document.hash, document.written_on, name, now(), reader.who]
        cursor.execute("insert into store.reference.exchanges values (?, ?, ?, ?, ?, ?, ?)", entry)
        rows = pd.DataFrame([asdict(figure) for figure in document.figures]).drop(columns="unit")
        cursor.register("incoming", rows.astype({"numerator": "float64", "denominator": "float64"}))
        cursor.execute(f"insert into store.reference.exchanged by name select {number} as exchange, * from incoming")
        cursor.unregister("incoming")
        record(cursor, reader, Deed.EXCHANGE)
    return True


def peers(store: Store) -> list[Peer]:
    """Return the authorities that exchange figures with us, by code."""
    rows = ask_published(
        store,
        "select authority, max(written_on) as written_on from store.reference.exchanges group by authority order by 1",
    )
    return [
        Peer(row["authority"], name_of(row["authority"]), row["written_on"].date()) for row in rows.to_dict("records")
    ]


def given_by_peers(store: Store, indicator: str) -> list[Given]:
    """Return the figures of an indicator, of each peer and month the one that was written last."""
    rows = ask_published(
        store,
        """
        select exchanges.authority, exchanged.* exclude (exchange, indicator)
        from store.reference.exchanged as exchanged
        join store.reference.exchanges as exchanges on exchanges.exchange = exchanged.exchange
        where exchanged.indicator = $indicator
        qualify row_number() over (
            partition by exchanges.authority, exchanged.month
            order by exchanges.written_on desc, exchanges.exchange desc
        ) = 1
        order by exchanged.month, exchanges.authority
        """,
        indicator=indicator,
    )
    records = rows.astype(object).where(rows.notna(), None).to_dict("records")
    return [
        Given(**{str(key): value for key, value in row.items()} | {"month": row["month"].date()}) for row in records
    ]


def name_of(authority: str) -> str:
    """Return an authority's name, or its code where it has none here."""
    row = authorities().get(authority)
    return row["name"] if row else authority
