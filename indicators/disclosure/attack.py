"""The attack: between what each hidden cell must lie, given all that is told, by linear programming.

What hangs together by equations is attacked together; every cell that is known is taken away first. A table that
solves all equations is one that the public must think possible: each that is come upon widens what every cell may be,
so that few cells need a search of their own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from indicators.disclosure.pack import NOUGHT, Pack, hanging_together

UNBOUNDED = 3
"""What the solver answers where there is no most."""


@dataclass(frozen=True)
class Interval:
    """Hold the least and the most that a cell may be."""

    least: float
    most: float

    @property
    def is_a_point(self) -> bool:
        """Tell whether the cell is worked out: pinned."""
        return self.most - self.least < NOUGHT

    def allows(self, goals: "Goal") -> bool:
        """Tell whether the cell can be all that is wanted of it."""
        down, up = self.least <= goals.least + NOUGHT, self.most >= goals.most - NOUGHT
        return (down and up) if goals.both else (down or up)


@dataclass(frozen=True)
class Goal:
    """Hold how low and how high a hidden cell must be able to lie; where not `both`, either will do."""

    least: float
    most: float
    both: bool = True


class Block:
    """Hold hidden cells that hang together, and what is left of their equations."""

    def __init__(
        self,
        cells: np.ndarray,
        equations: sparse.csr_array,
        remainder: np.ndarray,
        exact: np.ndarray,
        least: np.ndarray,
    ):
        """Take the cells, their equations and what those come to without all that is known."""
        self.cells = cells
        self.equations, self.remainder = equations, remainder
        self.floor = {1: np.zeros(len(cells)), -1: least}
        """How low cells are thought to be where one is sought as low (1), and where one is sought as high (-1)."""
        self.seen_least, self.seen_most = exact.copy(), exact.copy()
        self.within = {cell: place for place, cell in enumerate(cells.tolist())}

    def interval(self, cell: int) -> Interval:
        """Return between what a cell must lie."""
        return Interval(self._end(self.within[cell], 1), self._end(self.within[cell], -1))

    def search(self, goals: Mapping[int, Goal]) -> dict[int, Interval]:
        """Return the interval of those cells that cannot be all that is wanted of them."""
        self.widen_together(goals)
        short = {}
        for cell, goal in goals.items():
            place = self.within[cell]
            for sign in (-1, 1):
                if not self._seen(place).allows(goal) and not self._reaches(place, goal, sign):
                    self._end(place, sign)
            if not self._seen(place).allows(goal):
                short[cell] = self._seen(place)
        return short

    def not_seen(self, goals: Mapping[int, Goal]) -> dict[int, Goal]:
        """Return the cells that have not been seen to be all that is wanted of them."""
        return {cell: goal for cell, goal in goals.items() if not self._seen(self.within[cell]).allows(goal)}

    def _seen(self, place: int) -> Interval:
        """Return between what a cell has been seen to lie."""
        return Interval(float(self.seen_least[place]), float(self.seen_most[place]))

    def _reaches(self, place: int, goal: Goal, sign: int) -> bool:
        """Tell whether a cell has been seen as low (1) or as high (-1) as is goals."""
        if sign > 0:
            return bool(self.seen_least[place] <= goal.least + NOUGHT)
        return bool(self.seen_most[place] >= goal.most - NOUGHT)

    def _end(self, place: int, sign: int) -> float:
        """Return the least (1) or the most (-1) that a cell may be."""
        if not len(self.remainder):
            self.seen_least, self.seen_most = self.floor[1], np.full(len(self.cells), np.inf)
            return float(self.seen_least[place] if sign > 0 else self.seen_most[place])
        costs = np.zeros(len(self.cells))
        costs[place] = sign
        bounds = np.c_[self.floor[sign], np.full(len(costs), np.inf)]
        answer = linprog(costs, A_eq=self.equations, b_eq=self.remainder, bounds=bounds)
        if answer.status == UNBOUNDED:
            (self.seen_least if sign > 0 else self.seen_most)[place] = -sign * np.inf
            return -sign * np.inf
        if answer.x is None:
            raise ArithmeticError(f"the attack was not solved: {answer.message}")
        self._see(answer.x, sign)
        return float(answer.x[place])

    def widen_together(self, goals: Mapping[int, Goal]) -> None:
        """Look for tables in which many cells at once reach what is wanted of them, up and then down."""
        for sign in (-1, 1):
            waiting = self._waiting(goals, sign)
            while len(waiting) > 1 and len(self.remainder):
                self._push(waiting, goals, sign)
                many, waiting = len(waiting), self._waiting(goals, sign)
                if len(waiting) == many:
                    break

    def _waiting(self, goals: Mapping[int, Goal], sign: int) -> list[int]:
        """Return the cells that have not been seen as low, or as high, as is goals."""
        return [
            cell
            for cell, goal in goals.items()
            if not self._seen(self.within[cell]).allows(goal) and not self._reaches(self.within[cell], goal, sign)
        ]

    def _push(self, cells: Sequence[int], goals: Mapping[int, Goal], sign: int) -> None:
        """Find the table in which these cells together go furthest, none counting beyond its goal."""
        places = np.array([self.within[cell] for cell in cells])
        ends = np.array([goals[cell].least if sign > 0 else goals[cell].most for cell in cells])
        many, beyond = len(self.cells), len(places)
        costs, ceiling = np.zeros(many + beyond), np.full(many + beyond, np.inf)
        if sign < 0:
            costs[places] = -1.0
        else:
            costs[many:] = 1.0
        ceiling[places] = np.maximum(ends, self.floor[sign][places])
        both = sparse.hstack([self.equations, self.equations[:, places]], format="csr")
        floor = np.r_[self.floor[sign], np.zeros(beyond)]
        answer = linprog(costs, A_eq=both, b_eq=self.remainder, bounds=np.c_[floor, ceiling])
        if answer.status == 0:
            table = answer.x[:many].copy()
            table[places] += answer.x[many:]
            self._see(table, sign)

    def _see(self, table: np.ndarray, sign: int) -> None:
        """Note what every cell is in a table that may be; one with noughts in it says nothing of the most."""
        self.seen_least = np.minimum(self.seen_least, table)
        if sign < 0:
            self.seen_most = np.maximum(self.seen_most, table)


def attacked(pack: Pack, public: np.ndarray, goals: Mapping[int, Goal], exactly: bool = True) -> dict[int, Interval]:
    """Return the interval of each cell that cannot be all that is wanted of it; what is public lies at one point.

    Where it need not be exact, an interval says no more than that the cell falls short.
    """
    short = {cell: Interval(*[float(pack.exact[cell])] * 2) for cell in goals if public[cell]}
    open_to = {cell: goal for cell, goal in goals.items() if cell not in short}
    if not open_to:
        return short
    everything = _all_hidden(pack, public)
    everything.widen_together(open_to)
    still = everything.not_seen(open_to)
    for block in _blocks(everything, still):
        of_block = block.search({cell: still[cell] for cell in block.cells.tolist() if cell in still})
        short |= {cell: block.interval(cell) for cell in of_block} if exactly else of_block
    return short


def _all_hidden(pack: Pack, public: np.ndarray) -> Block:
    """Return all that is hidden as one block."""
    hidden = np.flatnonzero(~public)
    equations = pack.equations[:, hidden]
    equations = equations[np.diff(equations.indptr) > 0]
    exact = pack.exact[hidden]
    return Block(hidden, equations, equations @ exact, exact, pack.least(public)[hidden])


def _blocks(everything: Block, goals: Mapping[int, Goal]) -> Iterator[Block]:
    """Yield the blocks that hang together and hold one of these cells, with what was seen of them."""
    equations = everything.equations
    if not goals:
        return
    of_row, of_cell = hanging_together(equations, len(everything.cells))
    for number in sorted({int(of_cell[everything.within[cell]]) for cell in goals}):
        rows, cells = np.flatnonzero(of_row == number), np.flatnonzero(of_cell == number)
        least, remainder = everything.floor[-1][cells], everything.remainder[rows]
        block = Block(
            everything.cells[cells], equations[rows][:, cells], remainder, everything.seen_least[cells], least
        )
        block.seen_most = everything.seen_most[cells].copy()
        yield block
