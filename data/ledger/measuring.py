"""What publishing asks of indicators: it does not know them, and is handed what measures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from data.access import Reader
from data.steps import Listener
from data.store.attachment import Cursor
from data.store.rehearsal import Readable
from data.store.store import Store

Figures = TypeVar("Figures")
Measure = Callable[[Cursor, str, Sequence[date]], None]
"""Measures an authority's months inside the transaction that stores their loads."""


@dataclass(frozen=True)
class Measuring(Generic[Figures]):
    """Hold what measures: the unit of each indicator, and what is worked out of an authority's months.

    `measure` runs as loads are stored; `figures` returns all that is measured of one month; `read_ahead` works out what
    will be read of the latest month, once it is stored.
    """

    units: Callable[[], Mapping[str, str]]
    measure: Measure
    figures: Callable[[Readable, Reader, str, date], Figures]
    read_ahead: Callable[[Store, Reader, str, Listener], None]
