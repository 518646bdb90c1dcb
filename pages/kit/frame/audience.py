"""A role: for whom a page is shown or printed, and the few measures that stand first for it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.access import Reader
from data.errors import Mendable
from indicators.engine.catalogue import indicator_called

WRITTEN = Path(__file__).with_name("audiences.toml")
MOST = 12
"""Measures that a reader can take in on one page."""


@dataclass(frozen=True)
class Role:
    """Hold the title of a role and the indicators that stand first for it, by id."""

    title: str
    measures: tuple[str, ...]


@cache
def all_roles() -> dict[str, Role]:
    """Return every role by its name, in the order of reading."""
    written = tomllib.loads(WRITTEN.read_text(encoding="utf-8"))
    return {name: Role(said["title"], tuple(said["measures"])) for name, said in written.items()}


def role_called(name: str) -> Role:
    """Return the role of that name.

    Raises:
        Mendable: naming the roles there are.
    """
    if name not in all_roles():
        raise Mendable(f'There is no role "{name}". Use one of {", ".join(all_roles())}.')
    return all_roles()[name]


def seen_by(role: Role, reader: Reader) -> tuple[str, ...]:
    """Return a role's measures, as far as the reader may see them."""
    return tuple(name for name in role.measures if reader.may_see_service(indicator_called(name).service))
