"""The auditor: it attacks a pack and says which hidden cells are worked out, and which may not be all of 1 to 5."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from indicators.disclosure.attack import Goal, Interval, attacked
from indicators.disclosure.pack import NOUGHT, OTHERS, Cell, Pack
from indicators.engine.adding_up import NOT_YET_DUE, NUMERATOR
from indicators.figures.disclosure import RECOGNISABLE, is_of_few_children

LEAST, MOST = 1.0, float(RECOGNISABLE)
"""A primary cell must be thought to be anything from 1 to 5: then the attack tells no more than the rule does."""


@dataclass(frozen=True)
class Exposed:
    """Hold a hidden cell that the attack tells too much of, and between what it must lie."""

    cell: Cell
    exact: float
    interval: Interval

    @property
    def pinned(self) -> bool:
        """Tell whether the cell is worked out."""
        return self.interval.is_a_point


@dataclass(frozen=True)
class Audit:
    """Hold what an attack found: how many cells were attacked, which are exposed, how many figures are hidden."""

    attacked: int
    exposed: tuple[Exposed, ...]
    hidden: int

    @property
    def pinned(self) -> int:
        """Return how many cells are worked out."""
        return sum(each.pinned for each in self.exposed)

    @property
    def narrowed(self) -> int:
        """Return how many cells are not worked out, and yet cannot be all of 1 to 5."""
        return len(self.exposed) - self.pinned


def audit(pack: Pack, shown: np.ndarray, rest_shown: np.ndarray) -> Audit:
    """Attack a pack of which these figures are shown, and of these what is not yet due."""
    public = pack.public(shown, rest_shown)
    goals = goals_of(pack, shown, rest_shown, public)
    short = attacked(pack, public, goals)
    vain = hidden_in_vain(pack, public, short, shown, goals)
    short = {cell: interval for cell, interval in short.items() if goals[cell].both or cell in vain}
    exposed = [Exposed(pack.cells[cell], float(pack.exact[cell]), short[cell]) for cell in short]
    return Audit(len(goals), tuple(exposed), int((~shown).sum()))


def hidden_in_vain(
    pack: Pack, public: np.ndarray, short: Mapping[int, Interval], shown: np.ndarray, goals: Mapping[int, Goal]
) -> dict[int, list[tuple[int, bool]]]:
    """Return the cells that are worked out of figures hidden beside others, where all of the figure is worked out.

    With each cell the figures stand that could as well be shown, or what is not yet due of them.
    """
    vain: dict[int, list[tuple[int, bool]]] = {}
    for cell in (cell for cell in short if not goals[cell].both):
        hidden = [place for place, is_rest in pack.tellers[cell] if not is_rest and not shown[place]]
        parts = {part for place in hidden for kind, part in pack.told_by[place].items() if kind != NOT_YET_DUE}
        unknown = {part for part in parts if not public[part] and pack.exact[part] > NOUGHT}
        anything = {part: Goal(max(pack.exact[part] - 1, 0.0), pack.exact[part] + 1, both=False) for part in unknown}
        if not hidden or set(attacked(pack, public, anything, exactly=False)) == unknown:
            vain[cell] = [(place, is_rest) for place, is_rest in pack.tellers[cell] if is_rest == bool(shown[place])]
    return vain


def goals_of(pack: Pack, shown: np.ndarray, rest_shown: np.ndarray, public: np.ndarray) -> dict[int, Goal]:
    """Return what each hidden cell must be thought able to be: a primary one all of 1 to 5, another anything else.

    Of nought nothing is wanted, nor of all: none and all are no secret. A figure that is hidden beside another needs
    one cell that stays unknown, or it is hidden in vain.
    """
    goals: dict[int, Goal] = {}
    for place in range(len(pack.figures)):
        of_figure = goals_of_figure(pack, place, bool(shown[place]), bool(rest_shown[place]), public)
        for cell, goal in of_figure.items():
            goals.setdefault(cell, goal)
    return goals


def goals_of_figure(pack: Pack, place: int, is_shown: bool, is_rest_shown: bool, public: np.ndarray) -> dict[int, Goal]:
    """Return what is wanted of the hidden cells of one figure."""
    cells = pack.told_by[place]
    if is_shown:
        hidden = [] if is_rest_shown or NOT_YET_DUE not in cells else [cells[NOT_YET_DUE]]
    else:
        hidden = list(cells.values())
    hidden = [cell for cell in hidden if not pack.elsewhere[cell]]  # what stands printed is no secret of ours
    small = [cell for cell in hidden if NOUGHT < pack.exact[cell] <= MOST]
    of_small = {cell: Goal(min(LEAST, float(pack.exact[cell])), MOST) for cell in small}
    is_of_few = not is_shown and is_of_few_children(pack.figures[place])
    is_none_or_all = not is_shown and OTHERS in cells and min(pack.exact[[cells[NUMERATOR], cells[OTHERS]]]) < NOUGHT
    is_told_by_small = not is_of_few and (bool(small) or is_none_or_all)
    if not hidden or is_told_by_small or max(pack.exact[cell] for cell in hidden) <= MOST:
        return of_small
    cell = next((cell for cell in hidden if not public[cell] and pack.exact[cell] > MOST), hidden[0])
    number = float(pack.exact[cell])
    return {**of_small, cell: Goal(max(number - 1, 0.0), number + 1, both=False)}
