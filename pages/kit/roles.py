"""Who reads the overview: the few measures that stand first for each role, chosen above it and kept in the address."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st

from data.reader import Reader
from indicators.catalogue import indicator_called

WRITTEN = Path(__file__).with_name("roles.toml")
MOST = 12
"""Measures that a reader can take in on one page."""
WIDTH = 280


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


def choose_role() -> Role:
    """Draw the choice of a role, which the address carries; the first one is what an address that is silent means."""
    roles = all_roles()
    name = st.selectbox(
        "Shown for",
        list(roles),
        format_func=lambda each: roles[each].title,
        key="role",
        bind="query-params",
        width=WIDTH,
        help="Twelve measures at most stand first for each. Every other one is on the page of its service.",
    )
    return roles[name]


def by_service(role: Role, reader: Reader) -> Mapping[str, tuple[str, ...]]:
    """Return a role's measures by service, as far as the reader may see them; services come as their first measure."""
    found: dict[str, tuple[str, ...]] = {}
    for name in role.measures:
        service = indicator_called(name).service
        if reader.may_see_service(service):
            found[service] = (*found.get(service, ()), name)
    return found
