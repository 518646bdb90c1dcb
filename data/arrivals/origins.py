"""Where rows come from: the list and row that each origin stands for, and what each row of an extract was made of.

A dataset has millions of rows: places are worked out when somebody asks, and not kept one by one.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import overload

import numpy
import pandas

from data.arrivals.lists import ListArrived

Origin = tuple[ListArrived, int]
"""A row of a list."""


class Places(Sequence[Origin]):
    """Give the row of a list that each origin stands for; origins count from 0, list after list."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lists: list[tuple[ListArrived, numpy.ndarray]] = []
        self._firsts = [0]

    def add(self, listing: ListArrived, rows: pandas.Index) -> range:
        """Add the rows of a list, and return the origins that stand for them."""
        first = self._firsts[-1]
        self._lists.append((listing, rows.to_numpy()))
        self._firsts.append(first + len(rows))
        return range(first, first + len(rows))

    def among(self, origins: numpy.ndarray) -> Iterator[tuple[ListArrived, numpy.ndarray]]:
        """Give each list that some origins, without repetition, are of, with their rows in it."""
        for (listing, rows), first in zip(self._lists, self._firsts, strict=False):
            within = origins[(origins >= first) & (origins < first + len(rows))]
            if len(within):
                yield listing, rows[within - first]

    def rows(self, origins: numpy.ndarray) -> numpy.ndarray:
        """Return the row of its list that each of some origins stands for."""
        numbers = [rows for _, rows in self._lists]
        return numpy.concatenate(numbers)[origins] if numbers else numpy.zeros(0, dtype=numpy.int64)

    def and_of(self, further: "Places") -> "Places":
        """Return these with the places of another return after them."""
        both = Places()
        both._lists = [*self._lists, *further._lists]
        both._firsts = [*self._firsts, *(first + len(self) for first in further._firsts[1:])]
        return both

    def __len__(self) -> int:
        """Return how many origins there are."""
        return self._firsts[-1]

    @overload
    def __getitem__(self, origin: int) -> Origin: ...
    @overload
    def __getitem__(self, origin: slice) -> list[Origin]: ...
    def __getitem__(self, origin: int | slice) -> Origin | list[Origin]:
        """Return the list and the row of an origin."""
        if isinstance(origin, slice):
            return [self[one] for one in range(*origin.indices(len(self)))]
        if not 0 <= origin < len(self):
            raise IndexError(origin)
        of = bisect_right(self._firsts, origin) - 1
        listing, rows = self._lists[of]
        return listing, int(rows[origin - self._firsts[of]])


class RowOrigins(Mapping[int, Sequence[Origin]]):
    """Give, by the number of a row that was made, the rows of lists that it was made of, the first first."""

    def __init__(self, numbers: pandas.Index, places: Places, origins: numpy.ndarray, many: numpy.ndarray) -> None:
        """Take the numbers of the rows, and the `origins` of all of them in a line: so `many` of each."""
        self._numbers, self._places, self._origins, self._many = numbers, places, origins, many
        self._ends = numpy.cumsum(many)

    @classmethod
    def of(cls, numbers: pandas.Index, places: Places, written: Iterable[int | Iterable[int]]) -> "RowOrigins":
        """Take an origin of each row, or several."""
        origins = [list(one) if isinstance(one, Iterable) else [one] for one in written]
        flat = numpy.fromiter(chain.from_iterable(origins), dtype=numpy.int64)
        return cls(numbers, places, flat, numpy.fromiter(map(len, origins), dtype=numpy.int64))

    @classmethod
    def none(cls) -> "RowOrigins":
        """Return those of no row."""
        return cls.of(pandas.RangeIndex(0), Places(), ())

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._numbers)

    def __iter__(self) -> Iterator[int]:
        """Give the numbers of the rows."""
        return iter(self._numbers)

    def __getitem__(self, number: int) -> list[Origin]:
        """Return the rows of lists that a row was made of."""
        place = self._numbers.get_loc(number)
        ends = self._ends[place]
        return [self._places[int(origin)] for origin in self._origins[ends - self._many[place] : ends]]

    @property
    def complete(self) -> bool:
        """Tell whether every row was made of some row of a list."""
        return bool((self._many > 0).all())

    @property
    def of_one_list(self) -> bool:
        """Tell whether the first row of each is of one list, and of no two the same."""
        firsts = self._firsts()
        lists = {id(listing) for listing, _ in self._places.among(firsts)}
        return len(lists) == 1 and len(numpy.unique(firsts)) == len(firsts)

    def seen(self, numbers: pandas.Index | None = None) -> list[int]:
        """Return the number that a person sees of the first row of each, or of some."""
        firsts = self._firsts() if numbers is None else self._firsts()[self._numbers.get_indexer(numbers)]
        return self._places.rows(firsts).tolist()

    def used(self) -> Iterator[tuple[ListArrived, numpy.ndarray]]:
        """Give each list with those of its rows of which anything was made."""
        return self._places.among(numpy.unique(self._origins))

    def renumbered(self, numbers: pandas.Index) -> "RowOrigins":
        """Return them by other numbers of the rows."""
        return RowOrigins(numbers, self._places, self._origins, self._many)

    def and_of(self, further: "RowOrigins", numbers: Iterable[int]) -> "RowOrigins":
        """Return them with those of some rows of another return, whose numbers follow."""
        wanted = list(numbers)
        added = further._numbers.get_indexer(wanted).tolist()
        origins = [
            further._origins[further._ends[place] - further._many[place] : further._ends[place]] for place in added
        ]
        return RowOrigins(
            self._numbers.append(pandas.Index([number + len(self) for number in wanted], dtype="int64")),
            self._places.and_of(further._places),
            numpy.concatenate([self._origins, *(those + len(self._places) for those in origins)]),
            numpy.concatenate([self._many, further._many[added]]),
        )

    def _firsts(self) -> numpy.ndarray:
        """Return the first origin of each row."""
        return self._origins[self._ends - self._many]
