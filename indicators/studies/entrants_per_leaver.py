"""Entrants for each leaver: those who came over those who went, of pairs of indicators that are declared here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indicators.figures.disclosure import CONFIDENTIAL
from indicators.figures.figure import Figure


@dataclass(frozen=True)
class Pair:
    """Hold what is set side by side: its title, and the indicators whose numerators are who came and who went."""

    title: str
    came: str
    went: str


PAIRS = (
    Pair("Child in need episodes started for each that ended", "cin_episodes_started_rate", "cin_episodes_ended_rate"),
    Pair("Child protection plans started for each that ceased", "cp_plans_started_rate", "cp_plans_ceased_rate"),
    Pair(
        "Children who started to be looked after for each who ceased",
        *("started_to_be_looked_after_rate", "ceased_to_be_looked_after_rate"),
    ),
    Pair("Social workers who joined for each who left", "social_workers_who_joined", "social_workers_who_left"),
)
"""All of the 12 months up to a month end, as both indicators are. More than 1 is a number that grows."""


@dataclass(frozen=True)
class PerLeaver:
    """Hold how many came for each who went, or why that is not told; `came` and `went` are None where it is not."""

    pair: Pair
    month: date
    value: float | None
    came: float | None
    went: float | None
    reason: str = ""

    @property
    def is_hidden(self) -> bool:
        """Tell whether it is kept from its reader."""
        return self.reason == CONFIDENTIAL


def per_leaver(pair: Pair, month: date, of: Mapping[str, Figure | None]) -> PerLeaver:
    """Set who came beside who went in a month, by figures as their reader may see them, by indicator.

    Where either is hidden so is this, and where nobody went there is no figure; the reason says so.
    """
    came, went = of.get(pair.came), of.get(pair.went)
    for figure in (came, went):
        if figure is None or figure.numerator is None:
            reason = figure.reason if figure is not None and figure.reason else f"There is no figure of {month:%B %Y}."
            return PerLeaver(pair, month, None, None, None, reason)
    assert came is not None and went is not None
    if not went.numerator:
        return PerLeaver(pair, month, None, came.numerator, went.numerator, "Nobody left.")
    return PerLeaver(pair, month, (came.numerator or 0.0) / went.numerator, came.numerator, went.numerator)


def indicators_paired() -> Sequence[str]:
    """Return the ids of all indicators that a pair names, each once."""
    return tuple(dict.fromkeys(name for pair in PAIRS for name in (pair.came, pair.went)))
