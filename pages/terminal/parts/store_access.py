"""The store that a command works on: opened here, or held by the dashboard, which then does the work."""

from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer

from data.access import Act
from data.errors import Held, Mendable
from data.invention.configured_store import open_configured_store
from data.ledger.about import About
from data.ledger.audit_log import record_read
from data.ledger.deeds import Deed
from data.settings import settings
from data.store.command_handover import Asked, hand_over
from data.store.store import Store
from indicators.disclosure.on_demand import decide_on_demand
from pages.terminal.parts.task import TASK, asker, tell, working, write

READ_LISTS = ("people", "child", "due", "return-check")
"""Commands that print lists of children."""
READ_NO_FIGURE = (
    *("init", "ready", "doctor", "backup", "restore-backup", "loads", "withdraw", "restore", "check", "publish"),
    *("benchmarks", "exchange", "template", "suite", "invent", "audit", "disclosure", "comment", "target", "event"),
)
"""Commands that show no figure of few children, or are entered in the audit log as what they are; any other is read."""
FILTERS = ("indicator", "service", "month", "from", "to", "by", "as-known-on", "team", "within", "authority", "public")
"""Options by which figures are chosen. The log names which were used, and never what was chosen."""


@contextmanager
def store_for(store_path: str | None, authority: str | None) -> Iterator[tuple[Store, str | None]]:
    """Open the store, say when it is invented, give whose figures are asked for, and close it.

    A store that the dashboard holds is worked on by the dashboard: the command ends with its answer.
    """
    task = TASK.get()
    if task.store is not None:
        _note_reading(task.store)
        yield task.store, authority or task.authority
        return
    chosen = settings(store_path, authority)
    try:
        store = open_configured_store(chosen)
    except Held as held:
        with working("The dashboard holds the store and does the work"):
            answer = (
                hand_over(chosen.store, Asked(task.reader.who, task.words, task.files, chosen.authority))
                if chosen.store
                else None
            )
        if answer is None:
            raise held
        typer.echo(answer.out, nl=False)
        for name, held in answer.made.items():
            write(Path(name), b64decode(held))
        typer.echo(answer.err, nl=False, err=True)
        raise typer.Exit(answer.status) from None
    store.decide = decide_on_demand
    if store.invented:
        tell("These are invented children: no store is named (--store PATH, or SLAC_STORE).", err=True)
    if store.made_of is not None:
        tell(
            f"People are pseudonyms in {store.where} from now on. {store.made_of} is the store as it was: destroy it, "
            "its copies and its backups, once you have looked at the new. python cli.py doctor names what lies there.",
            err=True,
        )
    try:
        _note_reading(store)
        yield store, chosen.authority
    finally:
        store.close()


def _note_reading(store: Store) -> None:
    """Enter in the audit log that a command reads figures or lists, and by which of its options they are chosen."""
    words, reader = TASK.get().words, asker()
    command = words[0] if words else ""
    if command in READ_NO_FIGURE or not (reader.may_somewhere(Act.EXACT) or reader.may_somewhere(Act.TEAMS)):
        return
    deed = Deed.LIST_READ if command in READ_LISTS else Deed.SMALL_FIGURES_READ
    record_read(store, reader, deed, About(page=command, filters=_options(words)))


def _options(words: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the options that a command was given, without what was chosen by them."""
    names = (word.removeprefix("--").partition("=")[0] for word in words if word.startswith("--"))
    return tuple(name for name in dict.fromkeys(names) if name in FILTERS)


def needs_store(store_path: str | None) -> None:
    """Refuse to publish into invented data, which would be gone at once."""
    if TASK.get().store is None and settings(store_path).invented:
        raise Mendable("Say which store: --store PATH, or set SLAC_STORE. Make one with: python cli.py init")
