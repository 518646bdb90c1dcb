"""The address of the dashboard that is running, with a new key where one is needed."""

from data.access import Act
from data.errors import Mendable
from pages.terminal.parts.app import app
from pages.terminal.parts.options import StoreAt
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import TASK, asker, tell

NOT_RUNNING = "No dashboard is running with this store, so there is no address to open. Start it: make run"


@app.command()
def address(store_path: StoreAt = None) -> None:
    """Print an address that opens the running dashboard once, for whoever is at this computer."""
    with store_for(store_path, None) as (store, _):
        asker().must(Act.ADMINISTER)
        if TASK.get().store is None or store.invented:
            raise Mendable(NOT_RUNNING)
        from pages.gate.gatehouse import gatehouse  # the server's own: a command by itself has none

        tell(gatehouse().new_address())
