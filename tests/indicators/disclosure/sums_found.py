"""Sums that always hold between columns of numbers, looked for without knowing what any of them means.

The columns that hang together are those of the space of all sums that come to nought; of these the shortest are taken,
each by the least sum of what its columns are multiplied by, which is a linear programme.
"""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
from scipy.optimize import linprog

from indicators.engine.adding_up import Number

NOUGHT = 1e-9
SPANS = (1, 2, 3, 4, 6, 9, 12)
"""Over how many months sums are looked for; 1 is the same number in another month."""


def shortest_sums(columns: np.ndarray) -> list[dict[int, float]]:
    """Return sums from which all others follow: which columns come to nought, each with how often it is taken."""
    first: dict[bytes, int] = {}
    twins = [(first.setdefault(columns[:, place].tobytes(), place), place) for place in range(columns.shape[1])]
    same = [{one: 1.0, twin: -1.0} for one, twin in twins if one != twin]
    apart = list(first.values())
    return same + [{apart[place]: times for place, times in each.items()} for each in _of_distinct(columns[:, apart])]


def _of_distinct(columns: np.ndarray) -> list[dict[int, float]]:
    """Return the shortest sums of columns of which no two are the same."""
    lengths = np.linalg.norm(columns, axis=0)
    _, sizes, directions = np.linalg.svd(columns / lengths, full_matrices=True)
    rank = int((sizes > NOUGHT * sizes[0]).sum())
    sums = directions[rank:] / lengths
    tied = np.flatnonzero(np.abs(sums * lengths).max(axis=0, initial=0.0) > NOUGHT)
    found = {}
    for place in range(len(tied)):
        taken = _shortest(sums[:, tied], place)
        found[frozenset(taken)] = {int(tied[each]): times for each, times in taken.items()}
    return sorted(found.values(), key=len)


def _shortest(sums: np.ndarray, place: int) -> dict[int, float]:
    free, many = sums.shape
    costs = np.r_[np.zeros(free), np.ones(2 * many)]
    equal = np.vstack([np.hstack([sums.T, -np.eye(many), np.eye(many)]), np.r_[sums[:, place], np.zeros(2 * many)]])
    bounds = [(None, None)] * free + [(0, None)] * (2 * many)
    answer = linprog(costs, A_eq=equal, b_eq=np.r_[np.zeros(many), 1.0], bounds=bounds)
    taken = sums.T @ answer.x[:free]
    return {each: round(float(times), 6) for each, times in enumerate(taken) if abs(times) > 1e-6}


def sums_over_months(series: Mapping[Number, np.ndarray]) -> list[tuple[Number, Number, int, int]]:
    """Return which numbers are always another's of so many months, up to so many months ago: whole, part, many, ago.

    `series` has each number month by month, without a gap. What has hardly two values is the same by chance.
    """
    shortest = max(SPANS)
    ends = {name: numbers[-shortest:] for name, numbers in series.items() if len(set(numbers[-shortest:])) > 2}
    by_end: dict[bytes, list[Number]] = defaultdict(list)
    for name, numbers in ends.items():
        by_end[np.ascontiguousarray(numbers, float).tobytes()].append(name)
    found = []
    for part in ends:
        whole = np.r_[0.0, np.cumsum(series[part].astype(float))]
        for span in SPANS:
            moving = whole[span:] - whole[:-span]
            for ago in range(span == 1, len(moving) - shortest + 1):
                held = np.ascontiguousarray(moving[len(moving) - ago - shortest : len(moving) - ago])
                found += [(name, part, span, ago) for name in by_end.get(held.tobytes(), ())]
    return found
