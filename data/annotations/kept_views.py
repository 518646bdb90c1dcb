"""Views of one's own: what somebody chose to see side by side, kept under a name for them alone."""

from dataclasses import dataclass

from data.access import Act, Reader
from data.annotations.text_limits import sentence
from data.errors import Mendable
from data.ledger.clock import now
from data.ledger.numbers import next_number
from data.store.store import Store

LONGEST = 60
"""Letters of a name."""


@dataclass(frozen=True)
class KeptView:
    """Hold a view: the authority it is of, its name, and what its address asks for, as `of=a&of=b`."""

    authority: str
    name: str
    address: str


def keep_view(store: Store, reader: Reader, view: KeptView) -> KeptView:
    """Keep a view for a reader, in the place of one of the same name, and return it as it was kept.

    Raises:
        Mendable: where it has no name, or one of more than 60 letters.
    """
    reader.must(Act.AGGREGATES)
    reader.must_see_authority(view.authority)
    tidied = KeptView(view.authority, sentence(view.name, "Give the view a name.", LONGEST), view.address)
    _enter(store, reader, tidied)
    return tidied


def drop_view(store: Store, reader: Reader, authority: str, name: str) -> None:
    """Drop a view that a reader kept.

    Raises:
        Mendable: where they keep none of that name.
    """
    reader.must(Act.AGGREGATES)
    if name not in [view.name for view in kept_views(store, reader, authority)]:
        raise Mendable(f'No view called "{name}" is kept. Choose one of those that are.')
    _enter(store, reader, KeptView(authority, name, ""))


def kept_views(store: Store, reader: Reader, authority: str) -> list[KeptView]:
    """Return the views that a reader keeps of an authority, by name."""
    reader.must(Act.AGGREGATES)
    rows = store.ask(
        reader,
        """
        select views.name, views.address
        from office.kept_views as views
        where views.authority = $authority and views.kept_by = $who
        qualify row_number() over (partition by views.name order by views.kept_view desc) = 1
        order by views.name
        """,
        authority=authority,
        who=reader.who,
    )
    return [KeptView(authority, name, address) for name, address in rows.itertuples(index=False) if address]


def _enter(store: Store, reader: Reader, view: KeptView) -> None:
    """Write a view into the store; no figure and no page of anybody else hangs on it."""
    with store.change() as cursor:
        entry = [next_number(cursor, "kept_view"), view.authority, view.name, view.address, now(), reader.who]
        cursor.execute("insert into store.office.kept_views values (?, ?, ?, ?, ?, ?)", entry)
