"""A store carried over, from its file to a lake that many processes share, or back; and the lake's folder cleaned."""

from pathlib import Path
from typing import Annotated

import typer

from data.access import Act
from data.errors import Mendable
from data.lake.address import address_of
from data.settings import settings
from pages.terminal.parts.app import app
from pages.terminal.parts.key_files import key_for
from pages.terminal.parts.options import StoreAt
from pages.terminal.parts.task import asker, tell, working


@app.command("carry-over")
def carry_over(
    to: Annotated[str, typer.Argument(help="A lake where no store stands yet, or a file where nothing lies")],
    key_file: Annotated[Path | None, typer.Option(help="The key of the file, if not that of SLAC_STORE_KEY")] = None,
    new_key: Annotated[Path | None, typer.Option(help="Make a key here and encrypt the file with it")] = None,
    store_path: StoreAt = None,
) -> None:
    """Carry all of a store from its file to a lake, or from a lake to a file; what it is carried from stays as it is.

    It is compared with what it was, and is there whole or not at all. SLAC_LAKE_FOLDER names the folder of a new lake.
    """
    from data.upkeep.carrying_over import carried_to_file, carried_to_lake

    asker().must(Act.ADMINISTER)
    source, target = settings(store_path), settings(to)
    if source.invented or (source.lake is None) == (target.lake is None):
        raise Mendable("Carry from a file to a lake, or from a lake to a file. From file to file it is a backup.")
    if source.store is not None and target.lake is not None:
        with working("Carrying over"):
            rows = carried_to_lake(asker(), source.store, source.key, address_of(target.lake), target.folder)
        tell(
            f"Carried {sum(rows.values()):,} rows to {target.lake}. {source.store} stays: name the lake in SLAC_STORE."
        )
    elif source.lake is not None and target.store is not None:
        with key_for(key_file, new_key, source.key) as key, working("Carrying over"):
            contents = carried_to_file(asker(), address_of(source.lake), target.store, key)
        tell(f"Wrote {target.store}, encrypted with the key in {key}. It was read through: {contents}. The lake stays.")


@app.command("clean-lake")
def clean_lake(store_path: StoreAt = None) -> None:
    """Take away what nobody needs of a lake's folder: what was deleted, and files that a killed process left.

    Nothing goes that is younger than a day, so that it may be run at any time, beside any number of dashboards.
    """
    from data.lake.scrubbing import scrub

    asker().must(Act.ADMINISTER)
    lake = settings(store_path).lake
    if lake is None:
        raise Mendable("Only a store on a lake has a folder to clean. Name it by SLAC_STORE.")
    with working("Cleaning"):
        left = scrub(address_of(lake))
    tell(f"{left} files that nobody needs were taken away, and rows that were deleted a day ago.")
