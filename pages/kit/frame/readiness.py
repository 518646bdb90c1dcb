"""Getting ready while nobody waits: the store is opened when the server starts, not when the first reader comes.

Once it is open, commands from the command line are answered here, since one process holds a store.
"""

import sys
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext, suppress
from threading import Event, Thread

from data.errors import Mendable
from data.store.command_handover import Answer, Door
from data.unforeseen import foreseen

RETRY_AFTER = 2.0
"""Seconds until a store that could not be opened is tried again: a command may have held it."""
TURN = 0.001
"""Seconds that a thread may go on while another waits. A page asks some forty questions, and waits after each of them
for whatever runs beside it, such as the publishing of a month; of Python's own five milliseconds that is noticed."""
MOMENT = 5.0
"""Seconds that the end of the server may wait for the door to be taken away."""


def ready(
    answer: Callable[..., Answer], read_ahead: Callable[[], Iterable[object]]
) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """Return what Streamlit runs around the life of the server.

    Args:
        answer: Answers a command, given the store and it.
        read_ahead: Reads what the first reader will ask for, once the store is open, and pauses after each page.
    """

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        """Open the store in the background as the server starts; take the door away as it ends."""
        sys.setswitchinterval(TURN)
        ending = Event()
        keeping = Thread(target=_hold_store, args=(answer, read_ahead, ending), daemon=True)
        keeping.start()
        yield
        ending.set()
        keeping.join(MOMENT)

    return lifespan


def _hold_store(answer: Callable[..., Answer], read_ahead: Callable[[], Iterable[object]], ending: Event) -> None:
    """Open the store, read definitions meanwhile, answer commands; what goes wrong is said to the reader who comes."""
    from indicators.engine.catalogue import all_indicators
    from pages.kit.frame.session import current_store

    while not ending.is_set():
        try:
            with foreseen("opening the store"), ThreadPoolExecutor(1) as beside:
                definitions = beside.submit(all_indicators)
                store = current_store()
                definitions.result()
        except Mendable:
            ending.wait(RETRY_AFTER)
            continue
        door = Door(store.path, lambda asked: answer(current_store(), asked)) if store.path else nullcontext()
        with door:
            with suppress(Mendable), foreseen("reading ahead"):  # whoever comes is told what goes wrong
                for _ in read_ahead():
                    if ending.is_set():
                        break
            ending.wait()
