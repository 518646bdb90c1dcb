"""What is read once and shown many times, kept by reader, authority, months and the store's revision.

Every publish and withdrawal moves the revision, so a kept figure never outlives the rows it came from, and what one
reader may see never reaches another. Nothing expires by the clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

import pandas as pd
import streamlit as st

from data.access import Reader
from data.annotations.events import Event, events
from data.annotations.targets import Target, targets
from data.ledger.history import history
from indicators.change.moved_figures import every_figure
from indicators.change.restatements import Restatement, restatements
from indicators.engine.catalogue import indicator_called
from indicators.figures.best_and_worst_case import IfKnown, if_known
from indicators.figures.breakdown import breakdown
from indicators.figures.due_soon import HORIZONS, Due, falling_due, if_nothing_is_done
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures
from pages.kit.frame.session import current_store

OF_A_REGION = 120
"""How many authorities are kept at once: those of a region, as it is told, and those that readers look at besides."""


@dataclass(frozen=True)
class Load:
    """Hold one entry of the history of loads; moments are in UTC. `turned` is its last turn: withdrawn or restored."""

    load: int
    authority: str
    extract: str
    month: date
    published_at: datetime
    published_by: str
    file: str
    rows: int
    version: int
    state: str
    reason: str
    turned: str
    turned_at: datetime | None
    turned_by: str
    why: str
    backfilled: bool


def figures_kept(
    reader: Reader, authority: str, months: tuple[date, ...], revision: int, indicators: tuple[str, ...]
) -> list[Figure]:
    """Return the figures of indicators, by id, for months; those that no page has read yet are asked for together."""
    shelf, many = figures_shelf((reader, authority, months, revision)), len(months)
    if missing := [name for name in dict.fromkeys(indicators) if name not in shelf]:
        read = figures(current_store(), reader, [indicator_called(name) for name in missing], authority, months)
        shelf |= {name: tuple(read[place * many : (place + 1) * many]) for place, name in enumerate(missing)}
    return [figure for name in indicators for figure in shelf[name]]


@st.cache_resource(max_entries=OF_A_REGION, show_spinner=False)
def figures_shelf(kept_for: tuple[Reader, str, tuple[date, ...], int]) -> dict[str, tuple[Figure, ...]]:  # noqa: ARG001
    """Return where figures are kept by indicator, for a reader, an authority, months and a revision."""
    return {}


@st.cache_data(max_entries=OF_A_REGION, show_spinner=False)
def targets_kept(reader: Reader, authority: str, revision: int) -> list[Target]:  # noqa: ARG001 - part of the key
    """Return every target of an authority, the oldest first."""
    return targets(current_store(), reader, authority)


@st.cache_data(max_entries=OF_A_REGION, show_spinner=False)
def events_kept(reader: Reader, authority: str, revision: int) -> list[Event]:  # noqa: ARG001 - part of the key
    """Return the events that stand for an authority, the oldest first."""
    return events(current_store(), reader, authority)


@st.cache_data(max_entries=100, show_spinner=False)
def figures_known(
    reader: Reader,
    authority: str,
    month: date,
    revision: int,  # noqa: ARG001 - part of the key
    known_on: date | None,
) -> list[Figure]:
    """Return every figure of a month, as known at the end of a day, just before a moment, or now."""
    return every_figure(current_store(), reader, authority, month, known_on)


@st.cache_data(max_entries=100, show_spinner="Setting groups side by side…")
def groups_kept(
    reader: Reader,
    authority: str,
    month: date,
    revision: int,  # noqa: ARG001 - part of the key
    indicators: tuple[str, ...],
    by: str,
) -> list[Figure]:
    """Return the figures of many indicators by group for one month."""
    return breakdown(current_store(), reader, [indicator_called(name) for name in indicators], authority, [month], by)


@st.cache_data(max_entries=500, show_spinner=False)
def if_known_kept(
    reader: Reader,
    authority: str,
    month: date,
    revision: int,  # noqa: ARG001 - part of the key
    indicator: str,
) -> IfKnown | None:
    """Return between what a figure would lie if blank dates were known; None where it hangs on none."""
    return if_known(current_store(), reader, indicator_called(indicator), authority, month)


@st.cache_data(max_entries=20, show_spinner="Looking at the days to come…")
def due_kept(
    reader: Reader,
    authority: str,
    month: date,
    revision: int,  # noqa: ARG001 - part of the key
    indicators: tuple[str, ...],
) -> list[Due]:
    """Return who is late at a month end or falls due as far ahead as we look."""
    return falling_due(
        current_store(), reader, [indicator_called(name) for name in indicators], authority, month, HORIZONS[-1]
    )


@st.cache_data(max_entries=200, show_spinner=False)
def later_kept(
    reader: Reader,
    authority: str,
    month: date,
    revision: int,  # noqa: ARG001 - part of the key
    indicator: str,
) -> list[Figure]:
    """Return what an indicator will read at the next month ends if nothing more is recorded."""
    return if_nothing_is_done(current_store(), reader, [indicator_called(indicator)], authority, month)


@st.cache_data(max_entries=50, show_spinner="Looking for what was restated…")
def restated_kept(
    reader: Reader,
    authority: str,
    months: tuple[date, ...],
    revision: int,  # noqa: ARG001 - part of the key
    indicators: tuple[str, ...],
) -> list[Restatement]:
    """Return the figures of months that are not what was first reported."""
    return restatements(current_store(), reader, [indicator_called(name) for name in indicators], authority, months)


@st.cache_resource(max_entries=20, show_spinner=False)
def loads_kept(reader: Reader, revision: int) -> Mapping[int, Load]:  # noqa: ARG001 - part of the key
    """Return every load, newest first, by its number; the same for every run, which nobody can write to."""
    rows = history(current_store(), reader).to_dict("records")
    return MappingProxyType({int(row["load"]): _load(row) for row in rows})


def _load(row: dict) -> Load:
    """Make an entry of a row of the history."""
    turned = next((kind for kind in ("withdrawn", "restored") if _text(row[f"{kind}_by"])), "")
    return Load(
        load=int(row["load"]),
        authority=row["authority"],
        extract=row["extract"],
        month=row["month"].date(),
        published_at=row["published_at"].to_pydatetime(),
        published_by=row["published_by"],
        file=row["file"],
        rows=int(row["rows"]),
        version=int(row["version"]),
        state=row["state"],
        reason=_text(row["reason"]),
        turned=turned,
        turned_at=row[f"{turned}_at"].to_pydatetime() if turned else None,
        turned_by=row[f"{turned}_by"] if turned else "",
        why=_text(row["why"]),
        backfilled=bool(pd.notna(row["backfilled_from"])),
    )


def _text(value: object) -> str:
    """Return text, or nothing where none is kept."""
    return value if isinstance(value, str) else ""
