"""The store itself: made, and looked over."""

import json
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from data.access import Act
from data.errors import Mendable
from data.identities.identifier_table import identifier_table as table_named
from data.lake.address import address_of
from data.lake.lake import Lake
from data.settings import Settings, settings
from data.store.keys import make_key
from data.store.pseudonyms import pseudonym_key_of
from data.store.store import Store
from data.upkeep.look import Look
from pages.terminal.parts.app import app
from pages.terminal.parts.options import AsJson, StoreAt
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import TASK, asker, steps, tell

HERE = Path(__file__).parents[3]
HEADERS = ("content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy")
"""What every answer of the server has to say to the browser."""


@app.command()
def init(
    store_path: StoreAt = None,
    new_key: Annotated[Path | None, typer.Option(help="Make a key here and encrypt the store with it")] = None,
) -> None:
    """Make an empty store: encrypted with the key of SLAC_STORE_KEY, or a new one, and a key of pseudonyms."""
    asker().must(Act.ADMINISTER)
    chosen = settings(store_path)
    if chosen.lake is not None:
        _init_lake(chosen, new_key)
        return
    if chosen.store is None:
        raise Mendable("Say where the store is to be: --store PATH, or set SLAC_STORE.")
    key = chosen.key
    if new_key is not None:
        if chosen.store.exists():
            raise Mendable(f"{chosen.store} is there already, and it has been left as it was. Choose another name.")
        key = make_key(new_key)
    try:
        with closing(Store.create(chosen.store, key)) as store:
            people = f"Keep {pseudonym_key_of(key)}, too, by which identifiers of people are pseudonyms"
            people += f" (key {store.pseudonyms.key_id}): without it no later month can be published."
    except Mendable:
        if new_key is not None:  # the key of no store, and in the way of the next attempt
            new_key.unlink()
        raise
    if key is None:
        tell(f"Made {chosen.store}. It is NOT encrypted: for real children's data use --new-key FILE. {people}")
    else:
        tell(
            f"Made {chosen.store}, encrypted. Keep {key} safe and apart: without it the store cannot be read. {people}"
        )


def _init_lake(chosen: Settings, new_key: Path | None) -> None:
    """Make an empty store on a lake."""
    if new_key is not None:
        raise Mendable("The keys of a lake's files stand in its catalogue: leave --new-key out, and guard PostgreSQL.")
    with closing(Lake.begin_at(address_of(chosen.lake or ""), chosen.folder, chosen.key)) as lake:
        tell(
            f"Made {lake.where}, encrypted, with its files in {lake.folder}. Their keys stand in the catalogue: who "
            f"reads both reads the store. Keep {pseudonym_key_of(chosen.key)}, too, by which identifiers of people "
            f"are pseudonyms (key {lake.pseudonyms.key_id}): without it no later month can be published."
        )


@app.command()
def identifier_table() -> None:
    """Make an empty table that leads from pseudonyms back to identifiers: SLAC_IDENTIFIERS, under a key of its own."""
    asker().must(Act.ADMINISTER)
    table = table_named()
    if table is None:
        raise Mendable("Say where it is to be: set SLAC_IDENTIFIERS, and SLAC_IDENTIFIERS_KEY for its key, apart.")
    is_new = not table.key.exists()
    if is_new:
        make_key(table.key)
    try:
        table.make()
    except Mendable:
        if is_new:  # the key of no table, and in the way of the next attempt
            table.key.unlink()
        raise
    tell(f"Made {table.path}. Keep {table.key} apart from it: what is published from now on can be led back.")


@app.command()
def ready() -> None:
    """Publish and measure the invented borough once and keep it, so that the dashboard opens on it at once."""
    from data.invention import AUTHORITY, prepared_store
    from data.ledger.history import months_held
    from indicators.change.month_readings import read_ahead
    from indicators.disclosure.on_demand import decide_on_demand
    from indicators.engine.catalogue import SERVICES, all_indicators
    from indicators.engine.measure import measure_missing

    def measure(store: Store) -> None:
        months = months_held(store, asker(), AUTHORITY)
        for place, (service, title) in enumerate(SERVICES.items(), 1):
            progress(f"Measuring {title.lower()}", place / (len(SERVICES) + 1))
            measured = [indicator for indicator in all_indicators().values() if indicator.service == service]
            with store.change() as cursor:
                measure_missing(cursor, measured, AUTHORITY, months)
        store.decide = decide_on_demand
        read_ahead(store, asker(), AUTHORITY)

    if prepared_store.kept_at().exists():
        tell("The invented borough is ready.")
        return
    with steps() as progress:
        progress("Publishing the invented borough", 0.0)
        prepared_store.keep(measure)
    tell("The invented borough is ready: the dashboard opens on it at once.")


def _headers() -> Look:
    """Say whether every answer of the server will tell the browser what it has to."""
    from pages.gate.safe_headers import SCRIPT_WITHIN, said_to_browser
    from pages.kit.frame.served_page import page_served

    page = page_served()
    headers = said_to_browser(page)
    lacking = [name for name in HEADERS if not headers.get(name)]
    if not SCRIPT_WITHIN.search(page) or "sha256-" not in headers.get("content-security-policy", ""):
        lacking.append("the hash of the page's own script")
    if lacking:
        return Look(
            "headers", False, f"Answers lack {', '.join(lacking)}. Install the dashboard and its libraries again."
        )
    return Look("headers", True, "Every answer says whose scripts may run, who may frame it and that it is not kept.")


@app.command()
def doctor(store_path: StoreAt = None, as_json: AsJson = False):
    """Read the store through, look over key, disk and the server's settings; exit status 1 where something is amiss."""
    from data.upkeep.doctor import look_over, look_through

    chosen, open_store = Settings(None, None, None), TASK.get().store
    try:
        chosen = settings(open_store.where if open_store else store_path)
        with store_for(store_path, None) as (store, _):
            looks = [*look_over(asker(), chosen, store, "", HERE), *look_through(asker(), chosen, store), _headers()]
    except Mendable as why:
        looks = look_over(asker(), chosen, None, str(why), HERE)
    if as_json:
        tell(json.dumps([asdict(look) for look in looks], indent=2))
    else:
        for look in looks:
            tell(f"{'green' if look.well else 'RED  '}  {look.what}: {look.says}")
    if not all(look.well for look in looks):
        raise typer.Exit(1)
