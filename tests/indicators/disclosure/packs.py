"""Small packs to attack: figures of one month, as a table of counts or shares by group."""

from dataclasses import replace

import numpy as np

from indicators.disclosure.pack import Pack, pack_of
from indicators.engine.adding_up import read_sums
from indicators.figures.disclosure import may_be_told
from indicators.figures.figure import Figure
from tests.store_filling import BRENT, OCTOBER


def count(indicator: str, number: float, by: str = "", group: str = "") -> Figure:
    return Figure(indicator, BRENT, OCTOBER, "count", number, number, None, 0, 1, "", by, group)


def share(indicator: str, number: float, of: float, by: str = "", group: str = "", waiting: int = 0) -> Figure:
    value = number / of * 100 if of else None
    return Figure(indicator, BRENT, OCTOBER, "percent", value, number, of, waiting, 1, "", by, group)


def by_group(by: str, whole: Figure, parts: dict[str, Figure]) -> list[Figure]:
    return [whole, *(replace(part, by=by, group=group) for group, part in parts.items())]


def packed(
    figures: list[Figure], *sums: str, service_of: dict[str, str] | None = None, printed: dict | None = None
) -> Pack:
    """Return the pack of figures, of which `sums` say what adds up; the own indicator of each is called x."""
    return pack_of(figures, read_sums("x", sums), service_of or {}, printed or {})


def shown_but(pack: Pack, *hidden: tuple[str, str, str]) -> tuple[np.ndarray, np.ndarray]:
    """Return which figures are shown where these are hidden: indicator, by and group of each."""
    names = [(figure.indicator, figure.by, figure.group) for figure in pack.figures]
    assert set(hidden) <= set(names)
    shown = np.array([name not in hidden for name in names])
    rest = [
        is_shown and may_be_told(figure.not_yet_due or 0) for is_shown, figure in zip(shown, pack.figures, strict=True)
    ]
    return shown, np.array(rest)
