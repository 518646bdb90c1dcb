"""A pack: every number of one authority's month that the public can put side by side, and what adds up in it.

A cell is one number at one place: the numerator, denominator, the others (denominator less numerator) or what is not
yet due, of the whole or of a part. Numbers that are declared to be the same are one cell. An equation is what always
holds between cells: parts of a whole, teams of a service, a share and its rest, and what definitions declare to add up.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from indicators.engine.adding_up import DENOMINATOR, NOT_YET_DUE, NUMERATOR, Number, Sum
from indicators.figures.figure import Figure

OTHERS = "others"
"""Who is not in the numerator: a share of all but a few tells of the few."""
WHOLE = ("", "")
Place = tuple[str, str]
"""A part of the whole: by what it is broken down, and which group; both blank for the whole itself."""
Cell = tuple[Number, Place]
NOUGHT = 1e-6


@dataclass(frozen=True)
class Pack:
    """Hold the cells of a month with their exact numbers, the equations between them, and which figure tells which.

    `told_by` has the cells of each figure by kind of number; `equations` has a row for each and a column for each cell.
    `elsewhere` tells which cells stand printed elsewhere already.
    """

    figures: Sequence[Figure]
    cells: Sequence[Cell]
    exact: np.ndarray
    equations: sparse.csr_array
    told_by: Sequence[Mapping[str, int]]
    elsewhere: np.ndarray

    def least(self, public: np.ndarray) -> np.ndarray:
        """Return the least that each cell can be thought to be: nought is told, so what is hidden is one or more.

        Where every part of a number is hidden, noughts are hidden among them, and each may be nought.
        """
        has_public = np.bincount(self._table, weights=public, minlength=len(self.cells))[self._table] > 0
        return np.where(has_public | (self.breakdowns == ""), np.minimum(self.exact, 1.0), 0.0)

    @cached_property
    def _table(self) -> np.ndarray:
        """Return, as a number for each cell, of which number and breakdown it is a part."""
        tables: dict[tuple[Number, str], int] = {}
        return np.array([tables.setdefault((number, by), len(tables)) for number, (by, _) in self.cells], int)

    def parts_beside(self, cell: int) -> list[int]:
        """Return all parts of the number and breakdown that a cell is a part of."""
        return np.flatnonzero(self._table == self._table[cell]).tolist()

    @cached_property
    def breakdowns(self) -> np.ndarray:
        """Return by what each cell is broken down; teams and services, which are made of teams, are one."""
        return np.array(["service" if place[0] == "team" else place[0] for _, place in self.cells])

    @cached_property
    def tellers(self) -> Mapping[int, Sequence[tuple[int, bool]]]:
        """Return which figures tell each cell, and whether it is what is not yet due of them, which is told apart."""
        tellers = defaultdict(list)
        for place, cells in enumerate(self.told_by):
            for kind, cell in cells.items():
                tellers[cell].append((place, kind == NOT_YET_DUE))
        return tellers

    @cached_property
    def _tellings(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return, for each number of each figure, the figure, the cell, and whether it is what is not yet due."""
        rows = [
            (place, cell, kind == NOT_YET_DUE)
            for place, cells in enumerate(self.told_by)
            for kind, cell in cells.items()
        ]
        figure, cell, is_rest = np.array(rows, int).reshape(-1, 3).T
        return figure, cell, is_rest.astype(bool)

    def public(self, shown: np.ndarray, rest_shown: np.ndarray) -> np.ndarray:
        """Return which cells are told, where these figures are shown, and of these what is not yet due."""
        figure, cell, is_rest = self._tellings
        public = self.elsewhere.copy()
        public[cell[shown[figure] & (rest_shown[figure] | ~is_rest)]] = True
        return public


def pack_of(
    figures: Sequence[Figure],
    sums: Sequence[Sum],
    service_of: Mapping[str, str],
    printed: Mapping[Number, Collection[float]] = MappingProxyType({}),
) -> Pack:
    """Lay out the exact figures of one month, as a whole and by every breakdown; what does not add up is no equation.

    `service_of` names the service of each team, and `printed` holds the wholes that stand printed elsewhere.
    """
    counted = [figure for figure in figures if figure.numerator is not None]
    numbers = {cell: number for figure in counted for cell, number in _numbers_of(figure)}
    same = _the_same(numbers, sums)
    cells = list(dict.fromkeys(same.get(cell, cell) for cell in numbers))
    place_of = {cell: place for place, cell in enumerate(cells)}
    index = {cell: place_of[same.get(cell, cell)] for cell in numbers}
    exact = np.array([numbers[cell] for cell in cells], float)
    told_by = [
        {kind: index[(figure.indicator, kind), (figure.by, figure.group)] for kind in _kinds(figure)}
        for figure in counted
    ]
    equations = _equations(index, sums, service_of)
    elsewhere = np.zeros(len(cells), bool)
    for number, values in printed.items():
        if numbers.get((number, WHOLE)) in values:
            elsewhere[index[number, WHOLE]] = True
    return Pack(counted, cells, exact, _matrix(equations, exact), told_by, elsewhere)


def _numbers_of(figure: Figure) -> Iterator[tuple[Cell, float]]:
    """Yield the numbers of a figure."""
    place = figure.by, figure.group
    for kind in _kinds(figure):
        others = (figure.denominator or 0.0) - (figure.numerator or 0.0)
        number = others if kind == OTHERS else getattr(figure, kind)
        yield ((figure.indicator, kind), place), float(number)


def _kinds(figure: Figure) -> list[str]:
    """Return which numbers a figure has; the population of a rate is nobody's secret."""
    kinds = [NUMERATOR]
    if figure.denominator is not None and figure.unit in ("percent", "average"):
        kinds += [DENOMINATOR, OTHERS] if figure.unit == "percent" else [DENOMINATOR]
    return kinds if figure.not_yet_due is None else [*kinds, NOT_YET_DUE]


def _the_same(numbers: Mapping[Cell, float], sums: Sequence[Sum]) -> dict[Cell, Cell]:
    """Return, for each cell that is declared to be the same as another and is, the first of them."""
    pairs = [tuple(total) for total in sums if sorted(total.values()) == [-1, 1]]
    beside = defaultdict(set)
    for number, twin in pairs:
        beside[number].add(twin)
        beside[twin].add(number)
    same: dict[Cell, Cell] = {}
    for first in numbers:
        if first in same or first[0] not in beside:
            continue
        waiting, place = [first[0]], first[1]
        while waiting:
            number = waiting.pop()
            same[number, place] = first
            waiting += [
                twin
                for twin in beside[number]
                if (twin, place) in numbers
                and (twin, place) not in same
                and abs(numbers[twin, place] - numbers[first]) < NOUGHT
            ]
    return same


def _equations(index: Mapping[Cell, int], sums: Sequence[Sum], service_of: Mapping[str, str]) -> Iterator[dict]:
    """Yield what adds up, as how often each cell is taken."""
    groups: dict[tuple[Number, str], dict[str, int]] = defaultdict(dict)
    by_number: dict[Number, dict[Place, int]] = defaultdict(dict)
    for (number, place), cell in index.items():
        groups[number, place[0]][place[1]] = cell
        by_number[number][place] = cell
    for (number, by), parts in groups.items():
        if by and WHOLE in by_number[number]:
            yield _added((1, parts.values()), (-1, [by_number[number][WHOLE]]))
        if by == "service":
            for service, cell in parts.items():
                teams = groups.get((number, "team"), {})
                of_service = [cell for team, cell in teams.items() if service_of.get(team, service) == service]
                yield _added((1, of_service), (-1, [cell]))
    shares = [
        {(name, NUMERATOR): 1, (name, OTHERS): 1, (name, DENOMINATOR): -1} for name, kind in by_number if kind == OTHERS
    ]
    for total in (*sums, *shares):
        for place in {place for number in total for place in by_number[number]}:
            yield _added(
                *((times, [index[number, place]]) for number, times in total.items() if (number, place) in index)
            )


def _added(*terms: tuple[int, Iterable[int]]) -> dict[int, int]:
    """Return how often each cell is taken."""
    taken: dict[int, int] = defaultdict(int)
    for times, cells in terms:
        for cell in cells:
            taken[cell] += times
    return {cell: times for cell, times in taken.items() if times}


def _matrix(equations: Iterator[dict], exact: np.ndarray) -> sparse.csr_array:
    """Write those equations down that hold, each once."""
    rows = {
        frozenset(equation.items())
        for equation in equations
        if equation and abs(sum(times * exact[cell] for cell, times in equation.items())) < NOUGHT
    }
    places = [(row, cell, times) for row, equation in enumerate(rows) for cell, times in equation]
    row, column, times = zip(*places, strict=True) if places else ((), (), ())
    return sparse.csr_array((times, (row, column)), shape=(len(rows), len(exact)))


def hanging_together(equations: sparse.csr_array, many: int) -> tuple[np.ndarray, np.ndarray]:
    """Return which equations and which cells hang together, as the number of their block; there are `many` cells."""
    rows = len(equations.indptr) - 1
    ties = sparse.block_array([[None, equations], [equations.T, None]]) if rows else None
    if ties is None:
        return np.arange(0), np.arange(many)
    block = connected_components(ties, directed=False)[1]
    return block[:rows], block[rows:]
