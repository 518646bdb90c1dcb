"""The least that can be hidden of a small pack, solved exactly as a mixed-integer programme.

For each primary cell there is a table in which it is 5, and one in which it is 1, each the same as the exact one but
for cells that are hidden: that makes it safe. The fewest figures are sought with which all those tables exist.
"""

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from indicators.disclosure.pack import NOUGHT, Pack
from indicators.figures.disclosure import RECOGNISABLE, is_small


def least_hidden(pack: Pack) -> int:
    """Return how many figures must be hidden, those that are small among them."""
    figures, cells, equations = len(pack.figures), len(pack.cells), len(pack.equations.indptr) - 1
    of_cell = [{place for place, is_rest in pack.tellers[cell] if not is_rest} for cell in range(cells)]
    goals = _tables(pack)
    most = float(pack.exact.max()) + RECOGNISABLE
    many = figures + cells * len(goals)
    rows, low, high = [], [], []
    floor = np.r_[[float(is_small(figure)) for figure in pack.figures], np.tile(-pack.exact, len(goals))]
    ceiling = np.r_[np.ones(figures), np.full(cells * len(goals), most)]
    for number, (cell, change) in enumerate(goals):
        start = figures + number * cells
        floor[start + cell] = ceiling[start + cell] = change
        block = sparse.lil_array((equations, many))
        block[:, start : start + cells] = pack.equations
        rows.append(block)
        low += [0.0] * equations
        high += [0.0] * equations
        for place, tellers in enumerate(of_cell):
            for teller in tellers:
                for sign in (1.0, -1.0):
                    row = sparse.lil_array((1, many))
                    row[0, start + place], row[0, teller] = sign, -most
                    rows.append(row)
                    low.append(-np.inf)
                    high.append(0.0)
    costs = np.r_[np.ones(figures), np.zeros(many - figures)]
    answer = milp(
        costs,
        integrality=np.r_[np.ones(figures), np.zeros(many - figures)],
        bounds=Bounds(floor, ceiling),  # type: ignore[arg-type] - arrays are what it takes
        constraints=LinearConstraint(sparse.vstack(rows).tocsr(), np.array(low), np.array(high))  # type: ignore[arg-type] - likewise
        if rows
        else None,
    )
    assert answer.success, answer.message
    return round(answer.fun)


def _tables(pack: Pack) -> list[tuple[int, float]]:
    """Return the other tables that must exist: a primary cell, and by how much it differs there."""
    small = [
        cell
        for figure, cells in zip(pack.figures, pack.told_by, strict=True)
        if is_small(figure)
        for cell in cells.values()
        if NOUGHT < pack.exact[cell] <= RECOGNISABLE
    ]
    ends = [
        (cell, end - float(pack.exact[cell])) for cell in dict.fromkeys(small) for end in (1.0, float(RECOGNISABLE))
    ]
    return [(cell, change) for cell, change in ends if abs(change) > NOUGHT]
