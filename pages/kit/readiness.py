"""Getting ready while nobody waits: the store is opened when the server starts, not when the first reader comes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from data.errors import Mendable


@asynccontextmanager
async def ready(_: object) -> AsyncIterator[None]:
    """Open the store in the background as the server starts."""
    Thread(target=_open, daemon=True).start()
    yield


def _open() -> None:
    """Open the store and read the definitions; what goes wrong is said to the reader who comes, not here."""
    from indicators.catalogue import all_indicators
    from pages.kit.house import house

    try:
        house()
        all_indicators()
    except Mendable:
        return
