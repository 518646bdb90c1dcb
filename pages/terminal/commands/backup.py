"""Backups: made while the dashboard runs or not, read through, and put back."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from data.access import Act
from data.errors import Mendable
from data.lake.address import address_of
from data.lake.lake import Lake
from data.ledger.deeds import Deed
from data.settings import settings
from data.store.reading_through import Contents, contents_of, encrypted
from data.upkeep.backup import back_up, must_be_free
from data.upkeep.carrying_over import carried_to_file
from data.upkeep.restoring import put_back
from pages.terminal.parts.app import app
from pages.terminal.parts.key_files import key_for, there
from pages.terminal.parts.options import AsJson, StoreAt
from pages.terminal.parts.store_access import needs_store, store_for
from pages.terminal.parts.task import TASK, asker, tell, working

KeyFile = Annotated[
    Path | None, typer.Option(help="The file with the backup's key, where it is not that of SLAC_STORE_KEY")
]


@app.command()
def backup(
    to: Annotated[Path | None, typer.Argument(help="The file to write, where nothing lies yet")] = None,
    key_file: KeyFile = None,
    new_key: Annotated[Path | None, typer.Option(help="Make a key here and encrypt the backup with it")] = None,
    verify: Annotated[Path | None, typer.Option(help="Read a backup through instead of making one")] = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Copy the store, also while the dashboard runs: the copy is read through, and its rows are counted.

    It is encrypted as the store is, with the same key or with one of its own. With --verify, a backup is read through.
    """
    asker().must(Act.ADMINISTER)
    if (to is None) == (verify is None):
        raise Mendable("Say where the backup is to be, or with --verify which one is to be read through.")
    if verify is not None:
        with working("Reading the backup through"):
            contents = contents_of(verify, _key_of(verify, key_file))
        _say(f"{verify} is whole", contents, as_json)
    elif to is not None:
        _back_up(to, key_file, new_key, store_path, as_json)


def _back_up(to: Path, key_file: Path | None, new_key: Path | None, store_path: str | None, as_json: bool) -> None:
    """Make a backup; where the dashboard holds the store, it is told the places in full: its folder is another."""
    needs_store(store_path)
    places = [(name, place.resolve()) for name, place in (("--key-file", key_file), ("--new-key", new_key)) if place]
    words = [str(to.resolve()), *(word for name, place in places for word in (name, str(place)))]
    TASK.get().words = ["backup", *words, *(["--json"] if as_json else [])]
    must_be_free(to)
    with store_for(store_path, None) as (store, _), working("Making the backup"):
        own = settings().key if store.encrypted else None
        with key_for(key_file, new_key, own) as key:
            if isinstance(store, Lake):
                contents = carried_to_file(asker(), store.address, to.resolve(), key, Deed.BACKED_UP)
            else:
                contents = back_up(store, asker(), to.resolve(), own, key)
    ending = f"encrypted with the key in {key}" if key else "NOT encrypted, as the store is not"
    _say(f"Wrote {to.resolve()}, {ending}", contents, as_json)


@app.command("restore-backup")
def restore_backup(
    backup: Annotated[Path, typer.Argument(help="The backup, which stays where it is")],
    key_file: KeyFile = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Put it in the place of a store, which is kept beside it")
    ] = False,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Put a backup in the place of the store, with the store's key; stop the dashboard first.

    It is read through before and counted after. What lay there is moved aside, and nothing is deleted.
    """
    chosen = settings(store_path)
    if chosen.lake is not None:
        lake = address_of(chosen.lake)
        raise Mendable(
            f"{lake} is a lake. Carry the backup to it, with SLAC_STORE_KEY for the backup's key: "
            f"python cli.py carry-over '{lake}' --store {backup}"
        )
    if TASK.get().store is not None or chosen.store is None:
        raise Mendable("Say which store is to be restored: --store PATH, or set SLAC_STORE. Stop the dashboard first.")
    with working("Restoring"):
        restored = put_back(asker(), backup, _key_of(backup, key_file), chosen.store, chosen.key, overwrite)
    if restored.aside is not None:
        tell(f"The store that lay there is now {restored.aside}. Delete it once it is not needed.", err=True)
    _say(f"Restored {chosen.store} from {backup}", restored.contents, as_json)


def _key_of(backup: Path, key_file: Path | None) -> Path | None:
    """Return the key of a backup: the one that is named, else that of the store where the backup is encrypted."""
    if key_file is not None:
        return there(key_file)
    own = settings().key
    return own if own is not None and encrypted(backup) else None


def _say(done: str, contents: Contents, as_json: bool) -> None:
    """Say what was done, and what the store or the backup holds."""
    if as_json:
        tell(json.dumps(asdict(contents), indent=2))
        return
    tell(f"{done}. It was read through: {contents}.")
