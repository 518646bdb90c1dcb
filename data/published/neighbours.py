"""Statistical neighbours: ten authorities most like each, as DfE's model of a year has them, and how close they are."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import pandas as pd

from data.access import Act, Reader
from data.errors import Mendable
from data.ledger.audit_log import record
from data.ledger.deeds import Deed
from data.published.areas import by_dfe_code, code_in_force
from data.published.shipped_tables import ask_published
from data.store.store import Store

HOW_MANY = 10
CLOSENESS = ("extremely close", "very close", "close", "somewhat close", "not close")
OWN_CODE = ("old_la_code", "la num")
NEIGHBOUR = re.compile(r"sn_?(\d+)", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Neighbour:
    """Hold one neighbour of an authority in a list: its place, 1 the nearest, and the word for how close it is."""

    list: str
    authority: str
    place: int
    neighbour: str
    closeness: str


def is_neighbour_list(contents: bytes) -> bool:
    """Tell whether a file is a list of statistical neighbours, by its headings."""
    first = contents.decode("utf-8-sig", errors="replace").splitlines()[:1]
    return len({part.strip() for part in "".join(first).split(",") if NEIGHBOUR.fullmatch(part.strip())}) == HOW_MANY


def read_neighbours(name: str, contents: bytes, version: str) -> list[Neighbour]:
    """Read a list of statistical neighbours as DfE publishes it; lines without a code between its parts are left out.

    Raises:
        Mendable: where a code is none of DfE's, a closeness is unknown or an authority has two sets of neighbours.
    """
    rows = list(csv.reader(io.StringIO(contents.decode("utf-8-sig"))))
    headings = [heading.strip() for heading in rows[0]]
    own = next(at for at, heading in enumerate(headings) if heading.casefold() in OWN_CODE)
    places = {int(found[1]): at for at, heading in enumerate(headings) if (found := NEIGHBOUR.fullmatch(heading))}
    by_place: dict[tuple[str, int], Neighbour] = {}
    for number, cells in enumerate(rows[1:], 2):
        if not cells[own : own + 1] or not cells[own].strip():
            continue
        authority = _authority(f"{name}, row {number}, {headings[own]}", cells[own])
        for place, at in sorted(places.items()):
            neighbour = _authority(f"{name}, row {number}, {headings[at]}", cells[at])
            closeness = _closeness(f"{name}, row {number}, beside {headings[at]}", cells[at + 1])
            found = Neighbour(version, authority, place, neighbour, closeness)
            if by_place.setdefault((authority, place), found) != found:
                raise Mendable(f"{name}, row {number}: {cells[own]} is there twice, with other neighbours. Keep one.")
    return sorted(by_place.values())


def keep_neighbours(store: Store, reader: Reader, rows: Sequence[Neighbour]) -> bool:
    """Keep a list beside the others; return whether it is new.

    Raises:
        Mendable: where another list of that year is held.
    """
    reader.must(Act.BENCHMARKS)
    version = rows[0].list
    standing = ask_published(store, "select * from known_neighbours where list = $list", list=version)
    if not standing.empty:
        if {
            Neighbour(**{str(name): value for name, value in row.items()}) for row in standing.to_dict("records")
        } == set(rows):
            return False
        raise Mendable(f"Another list of {version} is held already. Name the file after the year of its model.")
    with store.change() as cursor:
        cursor.register("incoming", pd.DataFrame([asdict(row) for row in rows]))
        cursor.execute("insert into store.reference.neighbours by name select * from incoming")
        cursor.unregister("incoming")
        record(cursor, reader, Deed.NEIGHBOURS)
    return True


def neighbours_of(store: Store, authority: str, version: str) -> list[Neighbour]:
    """Return the neighbours of an authority by one list, the nearest first."""
    rows = ask_published(
        store,
        "select * from known_neighbours where authority = $authority and list = $list order by place",
        authority=code_in_force(authority),
        list=version,
    )
    return [Neighbour(**{str(name): value for name, value in row.items()}) for row in rows.to_dict("records")]


def lists_held(store: Store) -> list[str]:
    """Return the lists there are, the latest first."""
    return list(ask_published(store, "select distinct list from known_neighbours order by list desc")["list"])


def year_in(name: str) -> str:
    """Return the year that a file is named after.

    Raises:
        Mendable: where there is none in its name.
    """
    match = re.search(r"20\d\d", name)
    if match is None:
        raise Mendable(f"{name}: its name does not say of which year the list is. Write it so, as neighbours_2025.csv.")
    return match[0]


def _authority(where: str, code: str) -> str:
    """Return the ONS code of one of DfE's."""
    if code.strip() not in by_dfe_code():
        raise Mendable(f'{where}: "{code}" is not DfE\'s code of an authority. Give the file as it comes.')
    return by_dfe_code()[code.strip()]


def _closeness(where: str, written: str) -> str:
    """Return a word of closeness as it is kept."""
    word = " ".join(written.split()).casefold()
    if word not in CLOSENESS:
        raise Mendable(f'{where}: "{written}" is not a closeness. Use {", ".join(CLOSENESS)}.')
    return word
