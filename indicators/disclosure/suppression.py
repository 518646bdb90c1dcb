"""Secondary suppression: which figures are hidden beside the small ones, so that no attack on the pack tells of these.

First each equation is looked at by itself, and the cheapest cell in it hidden while it gives a small one away. What an
attack by all equations still tells is then mended cell by cell: the cheapest other table is looked for in which the
cell is as low or as high as it must be able to be, and whatever told cell differs there is hidden. At last what is
hidden in vain is shown again.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from indicators.disclosure.attack import Goal, Interval, attacked
from indicators.disclosure.audit import goals_of, goals_of_figure, hidden_in_vain
from indicators.disclosure.pack import NOUGHT, Pack, hanging_together

LOCKED = np.inf
NOUGHT_GOES_LAST = 5.0
"""What it costs to hide a nought, in figures: a board must be able to read that there was none."""


@dataclass
class Suppression:
    """Hold which figures of a pack are shown, and of which it is told how many are not yet due.

    `may_hide` is false of a figure that was decided before: it cannot be taken back. `must_hide` is true of one that is
    hidden by itself, or was hidden before.
    """

    pack: Pack
    shown: np.ndarray
    rest_shown: np.ndarray
    may_hide: np.ndarray

    def __post_init__(self) -> None:
        """Note what is hidden to begin with."""
        self.note_what_must_be_hidden()

    def note_what_must_be_hidden(self) -> None:
        """Note that what is hidden now is not hidden beside another, and never shown again."""
        self.must_hide, self.must_hide_rest = ~self.shown, ~self.rest_shown

    def public(self) -> np.ndarray:
        """Return which cells are told."""
        return self.pack.public(self.shown, self.rest_shown)

    def goals(self) -> dict[int, Goal]:
        """Return what each hidden cell must be thought able to be."""
        return goals_of(self.pack, self.shown, self.rest_shown, self.public())

    def tells(self, place: int, is_rest: bool) -> bool:
        """Tell whether a figure is shown, or what is not yet due of it."""
        return bool(self.rest_shown[place] if is_rest else self.shown[place])

    def may_show(self, place: int, is_rest: bool) -> bool:
        """Tell whether a figure that is hidden beside others may be shown again, or what is not yet due of it."""
        must_hide = self.must_hide_rest if is_rest else self.must_hide
        return bool(self.may_hide[place] and not must_hide[place]) and not self.tells(place, is_rest)

    def hide(self, cell: int) -> set[int]:
        """Hide every figure that tells a cell; return all cells that those told."""
        cells = {cell}
        for place, is_rest in self.pack.tellers[cell]:
            self.rest_shown[place] = False
            if not is_rest and self.shown[place]:
                self.shown[place] = False
                cells.update(self.pack.told_by[place].values())
        return cells

    def cost(self, cell: int) -> float:
        """Return how many shown figures would have to be hidden for a cell to be hidden, the smaller first."""
        if self.pack.elsewhere[cell]:
            return LOCKED
        costs = NOUGHT_GOES_LAST if self.pack.exact[cell] < NOUGHT else 0.0
        for place, is_rest in self.pack.tellers[cell]:
            if self.rest_shown[place] if is_rest else self.shown[place]:
                if not self.may_hide[place]:
                    return LOCKED
                costs += 0.5 if is_rest else 1.0
        return costs + 1e-3 * float(np.log1p(self.pack.exact[cell]))


def suppress(suppression: Suppression) -> dict:
    """Hide what must be hidden beside the small figures; return the cells that cannot be kept from an attack."""
    by_equation(suppression)
    short = by_attack(suppression)
    return show_what_is_hidden_in_vain(suppression, short) if short else short


def show_what_is_hidden_in_vain(suppression: Suppression, short: dict[int, Interval]) -> dict[int, Interval]:
    """Show again the figures hidden beside others that are worked out all the same; return what is still short."""
    pack = suppression.pack
    while short:
        vain = hidden_in_vain(pack, suppression.public(), short, suppression.shown, suppression.goals())
        again = [teller for tellers in vain.values() for teller in tellers if suppression.may_show(*teller)]
        for place, is_rest in again:
            (suppression.rest_shown if is_rest else suppression.shown)[place] = True
        if not again:
            break
        short = attacked(pack, suppression.public(), suppression.goals(), exactly=False)
    return short


def by_equation(suppression: Suppression) -> None:
    """Hide the cheapest cell of each equation that gives a hidden one away by itself, until none does."""
    pack, public, goals = suppression.pack, suppression.public(), suppression.goals()
    of_cell = pack.equations.tocsc()
    starts, cells, times = pack.equations.indptr, pack.equations.indices, pack.equations.data
    waiting = deque(range(len(starts) - 1))
    queued = set(waiting)
    while waiting:
        row = waiting.popleft()
        queued.discard(row)
        span = slice(starts[row], starts[row + 1])
        while _gives_away(pack, cells[span], times[span], public, goals):
            shown = [cell for cell in cells[span] if public[cell]]
            cheapest = min(shown, key=suppression.cost, default=None)
            if cheapest is None or suppression.cost(cheapest) == LOCKED:
                break
            freed = suppression.hide(cheapest)
            for cell in freed:
                if public[cell] and all(not suppression.tells(*teller) for teller in pack.tellers[cell]):
                    public[cell] = False
                    rows = set(of_cell.indices[of_cell.indptr[cell] : of_cell.indptr[cell + 1]].tolist()) - queued
                    waiting.extend(rows)
                    queued |= rows
            for place in {place for cell in freed for place, _ in pack.tellers[cell]}:
                is_told = bool(suppression.shown[place]), bool(suppression.rest_shown[place])
                for hidden, goal in goals_of_figure(pack, place, *is_told, public).items():
                    goals.setdefault(hidden, goal)


def _gives_away(
    pack: Pack, cells: np.ndarray, times: np.ndarray, public: np.ndarray, goals: Mapping[int, Goal]
) -> bool:
    """Tell whether an equation by itself leaves a hidden cell less room than is wanted of it."""
    hidden = ~public[cells]
    cells, times = cells[hidden], times[hidden]
    if not len(cells):
        return False
    if len(cells) == 1:
        return int(cells[0]) in goals
    if (times > 0).any() and (times < 0).any():
        return False
    least = np.minimum(pack.exact[cells], 1.0)
    room = abs(float(times @ (pack.exact[cells] - least)))
    return any(
        goals[cell].both and floor + room / abs(many) < goals[cell].most - NOUGHT
        for cell, many, floor in zip(cells.tolist(), times.tolist(), least.tolist(), strict=True)
        if cell in goals
    )


def by_attack(suppression: Suppression) -> dict[int, Interval]:
    """Mend what an attack by all equations still tells; return what cannot be mended.

    What is hidden more can only leave every cell more room, so a cell that was safe is not looked at again.
    """
    _, family = hanging_together(suppression.pack.equations, len(suppression.pack.cells))
    goals = suppression.goals()
    short = attacked(suppression.pack, suppression.public(), goals, exactly=False)
    while short:
        mended = [_mend(suppression, family, cell, goals[cell]) for cell in short]
        if not any(mended):
            break
        later = suppression.goals()
        anew = {cell: goal for cell, goal in later.items() if cell in short or cell not in goals}
        short, goals = attacked(suppression.pack, suppression.public(), anew, exactly=False), later
    return short


def _mend(suppression: Suppression, family: np.ndarray, cell: int, goal: Goal) -> bool:
    """Hide what must be hidden for a cell to be as low and as high as is wanted; tell whether anything was."""
    pack, did = suppression.pack, False
    relatives = np.flatnonzero(family == family[cell])
    close = relatives[(pack.breakdowns == pack.breakdowns[cell])[relatives]]
    for aim in (goal.most, goal.least):
        if abs(aim - pack.exact[cell]) < NOUGHT:
            continue
        for cells, is_all_hidden in ((close, False), (close, True), (relatives, False), (relatives, True)):
            moved = _cheapest_table(suppression, cells, cell, aim, is_all_hidden)
            if moved is not None:
                break
        for differing in moved or ():
            suppression.hide(differing)
        did = did or bool(moved)
        if did and not goal.both:
            break
    return did


def _cheapest_table(
    suppression: Suppression, cells: np.ndarray, cell: int, aim: float, is_all_hidden: bool
) -> list[int] | None:
    """Return the told cells that differ in the cheapest other table in which a cell has a certain number.

    Only `cells` may differ. Where `is_all_hidden`, any may be nought, and so all parts of a number of which one falls
    below what is thought of them are hidden with it. None where there is no such table.
    """
    pack, public = suppression.pack, suppression.public()
    equations = pack.equations[:, cells]
    equations = equations[np.diff(equations.indptr) > 0]
    costs = np.array([suppression.cost(place) if public[place] else 0.0 for place in cells.tolist()])
    least = pack.least(public)[cells] if aim > pack.exact[cell] and not is_all_hidden else np.zeros(len(cells))
    down, up = pack.exact[cells] - least, np.full(len(cells), np.inf)
    locked = np.isinf(costs)
    costs[locked], up[locked], down[locked] = 0.0, 0.0, 0.0
    spot, change = int(np.flatnonzero(cells == cell)[0]), aim - pack.exact[cell]
    floor, ceiling = np.zeros(2 * len(cells)), np.r_[up, down]
    ends = [spot, spot + len(cells)]
    floor[ends] = ceiling[ends] = (max(change, 0.0), max(-change, 0.0))
    both = sparse.hstack([equations, -equations], format="csr")
    sums = np.zeros(len(equations.indptr) - 1)
    answer = linprog(np.r_[costs, costs], A_eq=both, b_eq=sums, bounds=np.c_[floor, ceiling])
    if answer.status != 0:
        return None
    up, down = answer.x[: len(cells)], answer.x[len(cells) :]
    moved = set(cells[(up + down > NOUGHT) & public[cells]].tolist())
    if is_all_hidden:
        low = cells[pack.exact[cells] + up - down < pack.least(public)[cells] - NOUGHT]
        moved |= {part for place in low.tolist() for part in pack.parts_beside(place) if public[part]}
        moved = {part for part in moved if suppression.cost(part) != LOCKED}
    return sorted(moved)
