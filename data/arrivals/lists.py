"""Which arrivals are lists of a return: known by their headings, whatever the file and the sheet are called."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from data.arrivals.arrival import Arrival
from data.arrivals.headings import NONE_CONFIRMED, Confirmed, columns_of_ours
from data.heading_spelling import tidy
from data.parsing.heading_row import known_headings
from data.returns.declaration import Listing, Return, all_lists, all_returns, lists_of
from data.unforeseen import foreseen


@dataclass(frozen=True, eq=False)
class ListArrived:
    """Hold a list of a return as it arrived, and which heading feeds each of its columns."""

    arrival: Arrival
    of: Return
    name: str
    fed_by: Mapping[str, str]

    @property
    def listing(self) -> Listing:
        """Return what the list is declared to be."""
        return self.of.lists[self.name]

    @property
    def title(self) -> str:
        """Name the return and the list."""
        return f"{self.of.title}, {self.listing.title}"

    @property
    def key(self) -> str:
        """Return the name under which headings of the list are confirmed."""
        return next(key for key, (of, name) in all_lists().items() if of is self.of and name == self.name)

    @property
    def read_as(self) -> tuple[str, ...]:
        """Say which headings are none of a column's own, and were read as it because somebody said so."""
        columns = self.listing.columns
        return tuple(
            f'"{heading}" read as {columns[name].headings[0]}'
            for name, heading in self.fed_by.items()
            if tidy(heading) not in map(tidy, columns[name].headings)
        )

    @property
    def ignored(self) -> tuple[str, ...]:
        """Return the headings that feed nothing."""
        return tuple(heading for heading in self.arrival.rows.columns if heading not in self.fed_by.values())


def lists_among(
    arrivals: Iterable[Arrival], confirmed: Confirmed = NONE_CONFIRMED
) -> tuple[list[ListArrived], list[Arrival]]:
    """Tell the lists of returns from all else that arrived; `confirmed` gives headings that an analyst has explained.

    What has every column that one of our own extracts needs, as many of its columns as of a list, and headings that no
    list has, is that extract.
    """
    lists: list[ListArrived] = []
    rest: list[Arrival] = []
    for arrival in arrivals:
        with foreseen(arrival.where):
            best = max(_candidates(arrival, confirmed), key=lambda candidate: len(candidate.fed_by), default=None)
            if best is None or (best.ignored and columns_of_ours(arrival, confirmed) >= len(best.fed_by)):
                rest.append(arrival)
            else:
                lists.append(best)
    return lists, rest


def _candidates(arrival: Arrival, confirmed: Confirmed) -> list[ListArrived]:
    headings = list(arrival.rows.columns)
    return [
        ListArrived(arrival, of, name, fed)
        for key, (of, name) in all_lists().items()
        if set(of.lists[name].known_by)
        <= (fed := of.lists[name].fed_by(headings, _confirmed_of(key, confirmed))).keys()
    ]


def nearly_a_list(arrival: Arrival, more_than: int) -> str | None:
    """Say which list an arrival looks like and what it lacks of that, where it has `more_than` some of its columns."""
    headings = list(arrival.rows.columns)
    fed = [(of, of.lists[name], of.lists[name].fed_by(headings)) for of, name in all_lists().values()]
    of, listing, nearest = max(fed, key=lambda candidate: len(candidate[2]))
    if len(nearest) <= more_than:
        return None
    lacking = [f'"{listing.columns[column].headings[0]}"' for column in listing.known_by if column not in nearest]
    return f"this looks like {of.title}, {listing.title}, but it lacks {' and '.join(lacking)}"


def _confirmed_of(key: str, confirmed: Confirmed) -> dict[str, str]:
    """Return which headings were said to be which columns of a list: of its own, or of an extract that takes them."""
    of, name = all_lists()[key]
    listing = of.lists[name]
    columns = {heading: listing.column_called(column) for heading, column in confirmed.get(key, {}).items()}
    for making in of.makings:
        if name in lists_of(making, of):
            for heading, column in confirmed.get(making.extract, {}).items():
                columns.setdefault(heading, making.taken_from(column, listing))
    return {heading: column for heading, column in columns.items() if column}


def passed_over(arrival: Arrival) -> str:
    """Name the table of a return that an arrival is and that is known and not read; nothing where it is none."""
    headings = {tidy(str(heading)) for heading in arrival.rows.columns}
    named = (
        f"{of.title}, {title}"
        for of in all_returns().values()
        for heading, title in of.passed_over.items()
        if tidy(heading) in headings
    )
    return next(named, "")


def is_another_list(arrival: Arrival, of: Return) -> bool:
    """Tell whether an arrival names children as a return does, and is none of its lists that we know, nor nearly so.

    It has a heading that neither a return nor an extract has, and none by which a list of the return is told.
    """
    headings = {tidy(str(heading)) for heading in arrival.rows.columns}
    lists = [
        {tidy(heading) for column in listing.columns.values() for heading in column.headings}
        for listing in of.lists.values()
    ]
    telling = {heading for heading, times in Counter(chain(*lists)).items() if times == 1}
    children = {
        tidy(heading)
        for one in of.lists.values()
        if "child" in one.columns
        for heading in one.columns["child"].headings
    }
    strange = headings - known_headings()
    return bool(headings & children and strange) and headings.isdisjoint(telling) and not columns_of_ours(arrival)
