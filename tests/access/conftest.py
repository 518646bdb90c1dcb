"""One store for all that crosses a wire, pages and commands alike: to make it and to measure it takes seconds."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from data.store.store import Store
from indicators.figures.figure import Figure
from tests.access.canaries import names_of, plant, small_figures
from tests.access.test_every_reader import TEAM
from tests.access.two_boroughs import two_boroughs


@pytest.fixture(scope="session")
def planted() -> Iterator[Store]:
    """Give the two boroughs, with small figures of distinctive numbers; nobody may publish into it."""
    with closing(two_boroughs()) as made:
        plant(made)
        yield made


@pytest.fixture(scope="session")
def small(planted) -> list[Figure]:
    """Give the small figures that are looked for."""
    return small_figures(planted)


@pytest.fixture(scope="session")
def stranger(planted) -> str:
    """Give a child whom the team manager's team does not hold."""
    own = names_of(planted, f"where team = '{TEAM}'")
    return min(name for name in names_of(planted) - own if name.startswith(b"C")).decode()
