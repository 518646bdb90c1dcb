"""An audience: for whom a page is shown or printed, and the few measures that stand first for it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.errors import Mendable

WRITTEN = Path(__file__).with_name("audiences.toml")
MOST = 12
"""Measures that a reader can take in on one page."""


@dataclass(frozen=True)
class Audience:
    """Hold the title of an audience and the indicators that stand first for it, by id."""

    title: str
    measures: tuple[str, ...]


@cache
def all_audiences() -> dict[str, Audience]:
    """Return every audience by its name, in the order of reading."""
    return {name: Audience(said["title"], tuple(said["measures"])) for name, said in _written()["for"].items()}


@cache
def compared_by() -> dict[str, str]:
    """Return the measure by which a number is set beside others, by id: a rate, since a number grows with the place."""
    return _written()["compared_by"]


def audience_called(name: str) -> Audience:
    """Return the audience of that name.

    Raises:
        Mendable: naming the audiences there are.
    """
    if name not in all_audiences():
        raise Mendable(f'There is no role "{name}". Use one of {", ".join(all_audiences())}.')
    return all_audiences()[name]


@cache
def _written() -> dict:
    """Read what is written of audiences."""
    return tomllib.loads(WRITTEN.read_text(encoding="utf-8"))
