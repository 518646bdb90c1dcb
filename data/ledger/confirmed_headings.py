"""Headings that analysts have confirmed: a file whose headings are not ours need be explained only once."""

from collections.abc import Mapping

from data.access import Act, Reader
from data.errors import Mendable
from data.extracts import all_extracts
from data.ledger.clock import this_moment
from data.returns.declaration import all_lists
from data.store.store import Store


def headings_confirmed(store: Store, reader: Reader, authority: str) -> dict[str, dict[str, str]]:
    """Return what an authority's analysts have confirmed: by extract, each heading with its column."""
    reader.must(Act.PUBLISH)
    rows = store.ask(
        reader,
        """
        select extract, heading, "column" from ledger.headings
        where authority = $authority
        order by confirmed_at
        """,
        authority=authority,
    )
    confirmed: dict[str, dict[str, str]] = {}
    for row in rows.to_dict("records"):
        confirmed.setdefault(row["extract"], {})[row["heading"]] = row["column"]
    return confirmed


def confirm_headings(store: Store, reader: Reader, authority: str, confirmed: Mapping[str, Mapping[str, str]]) -> None:
    """Keep which column each heading of an extract stands for; the latest word holds."""
    reader.must(Act.PUBLISH)
    reader.must_see_authority(authority)
    with store.change() as cursor:
        for extract, headings in confirmed.items():
            for heading, column in headings.items():
                entry = [authority, extract, heading, column, this_moment(cursor), reader.who]
                cursor.execute("insert into store.ledger.headings values (?, ?, ?, ?, ?, ?)", entry)


def headings_read_as(texts: list[str]) -> dict[str, dict[str, str]]:
    """Read HEADING=COLUMN, as a person writes it, for every extract and every list of a return that has the column.

    A column of a list goes by the heading it should have, too.

    Raises:
        Mendable: where it is not so written, or nothing has such a column.
    """
    confirmed: dict[str, dict[str, str]] = {}
    for text in texts:
        heading, equals, column = (part.strip() for part in text.rpartition("="))
        having = [declared.name for declared in all_extracts().values() if column in declared.column_names]
        having += [key for key, (of, name) in all_lists().items() if of.lists[name].column_called(column)]
        if not (heading and equals and having):
            raise Mendable(f'"{text}" does not say which column a heading is. Write it as "Child Ref=child_id".')
        for name in having:
            confirmed.setdefault(name, {})[heading] = column
    return confirmed


def both(one: Mapping[str, Mapping[str, str]], other: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Return what either confirms; of the two, the other has the last word."""
    return {name: {**one.get(name, {}), **other.get(name, {})} for name in {**one, **other}}
