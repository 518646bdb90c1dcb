"""The decision: what the public may be told of a month, made once and kept, so that nothing told is ever unsaid.

Wholes can be decided alone, and the parts of every breakdown later, given these; once parts are, all is decided
together. What was told before with the same numbers stays told and is part of what is attacked; a place where anything
was ever hidden stays hidden.
"""

import threading
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
import pandas as pd

from data.access import PUBLIC
from data.ledger.clock import now
from data.months import months_before
from data.store.rehearsal import Readable
from indicators.disclosure.month_pack import MonthFigures, month_pack, wholes_of, with_parts
from indicators.disclosure.pack import Pack
from indicators.disclosure.suppression import LOCKED, Suppression, suppress
from indicators.engine.adding_up import NUMERATOR
from indicators.figures.disclosure import is_small, may_be_told
from indicators.figures.figure import SHOWN, Figure
from indicators.figures.verdicts import (
    CHANGE,
    PRIMARY,
    SECONDARY,
    has_parts_decided,
    places_hidden,
    places_rest_hidden,
    team_counts_shown,
    with_verdicts,
)

ONE_AT_A_TIME = threading.Lock()


def decide(
    store: Readable, authority: str, months: Sequence[date], is_of_parts: bool = True, known_on: date | None = None
) -> None:
    """Decide on what was not decided yet of an authority's months, and keep it."""
    for wholes in wholes_of(store, PUBLIC, authority, months, known_on):
        had_parts = has_parts_decided(store, PUBLIC, authority, wholes.month)
        if is_of_parts or (had_parts and not _are_decided(store, wholes.figures)):
            decide_on(store, with_parts(store, PUBLIC, wholes, known_on))
        else:
            decide_on(store, wholes)


def decide_on(store: Readable, gathered: MonthFigures) -> None:
    """Decide on the figures of a month that have no verdict, given those that have."""
    with ONE_AT_A_TIME:
        if not _are_decided(store, gathered.figures):
            suppression = _begun(store, gathered, month_pack(store, PUBLIC, gathered))
            suppress(suppression)
            _keep(store, gathered, suppression)


def _are_decided(store: Readable, figures: Sequence[Figure]) -> bool:
    """Tell whether there is a verdict on every figure that there is."""
    counted = [figure for figure in figures if figure.numerator is not None]
    return all(figure.verdict is not None for figure in with_verdicts(store, PUBLIC, counted))


def _begun(store: Readable, gathered: MonthFigures, pack: Pack) -> Suppression:
    """Return the suppression before anything is hidden beside others: what was decided, and what is small."""
    hidden = places_hidden(store, PUBLIC, gathered.authority, gathered.month)
    rest_hidden = places_rest_hidden(store, PUBLIC, gathered.authority, gathered.month)
    shown, rest, may_hide = [], [], []
    for figure in pack.figures:
        place = figure.indicator, figure.by, figure.group
        if figure.verdict is not None:
            shown.append(figure.verdict.is_shown)
            rest.append(figure.verdict.is_rest_shown)
        else:
            shown.append(not is_small(figure) and place not in hidden)
            rest.append(shown[-1] and may_be_told(figure.not_yet_due or 0) and place not in rest_hidden)
        may_hide.append(figure.verdict is None)
    suppression = Suppression(pack, np.array(shown, bool), np.array(rest, bool), np.array(may_hide, bool))
    _hide_small_changes(store, gathered, suppression)
    return suppression


def _hide_small_changes(store: Readable, gathered: MonthFigures, suppression: Suppression) -> None:
    """Hide a team's number that lies 1 to 5 from what was told of it a month before or after: it tells of those few."""
    month, pack = gathered.month, suppression.pack
    beside = [months_before(month, 1), months_before(month, -1)]
    told = team_counts_shown(store, PUBLIC, gathered.authority, beside)
    for place, figure in enumerate(pack.figures):
        moves = (abs((figure.numerator or 0.0) - number) for number in told.get((figure.indicator, figure.group), ()))
        counts = figure.by == "team" and figure.unit in ("count", "rate")
        if counts and suppression.shown[place] and suppression.may_hide[place] and not may_be_told(*moves):
            cell = pack.told_by[place][NUMERATOR]
            if suppression.cost(cell) != LOCKED:
                suppression.hide(cell)
    suppression.note_what_must_be_hidden()


def _keep(store: Readable, gathered: MonthFigures, suppression: Suppression) -> None:
    """Keep the verdicts on figures that had none."""
    moment = now()
    rows = [
        {
            "authority": gathered.authority,
            "month": gathered.month,
            "indicator": figure.indicator,
            "breakdown": figure.by,
            "part": figure.group,
            "numerator": figure.numerator,
            "denominator": figure.denominator,
            "not_yet_due": figure.not_yet_due,
            "verdict": SHOWN if is_shown else why,
            "rest_shown": bool(is_rest),
            "decided_at": moment,
        }
        for figure, why, is_shown, is_rest in zip(
            suppression.pack.figures, _reasons(suppression), suppression.shown, suppression.rest_shown, strict=True
        )
        if figure.verdict is None
    ]
    with store.change(is_acknowledged=False) as cursor:
        cursor.register("decided", pd.DataFrame(rows).astype({"denominator": "float64", "not_yet_due": "Int64"}))
        cursor.execute("insert into store.measured.verdicts by name select * from decided")
        cursor.unregister("decided")


def _reasons(suppression: Suppression) -> Iterator[str]:
    """Yield why each figure would be hidden: by itself, for how little it moved, or beside another."""
    for figure, must_hide in zip(suppression.pack.figures, suppression.must_hide, strict=True):
        yield PRIMARY if is_small(figure) else CHANGE if must_hide else SECONDARY
