"""Extracts: checked, and published."""

import re
from typing import Annotated, Any

import typer

from data.access import LOCAL
from data.errors import Mendable
from data.ledger.confirmed_headings import headings_read_as
from data.ledger.history import loads_told, revision
from data.months import month_end
from data.store.store import Store
from pages.terminal.parts.app import app
from pages.terminal.parts.findings import mark, say_findings, say_mended
from pages.terminal.parts.options import AsJson, Authority, Files, Marked, Month, NilReturn, Overwrite, ReadAs, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.rehearsal import rehearsed, say_rehearsed
from pages.terminal.parts.store_access import needs_store, store_for
from pages.terminal.parts.task import may_write, read, steps, tell


@app.command()
def check(
    files: Files,
    month: Month,
    authority: Authority = None,
    nil_return: NilReturn = None,
    read_as: ReadAs = None,
    marked: Marked = None,
    overwrite: Overwrite = False,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Check extracts and print what was found; nothing is stored, not even that it was tried."""
    may_write(marked, overwrite)
    contents, headings = read(files), headings_read_as(read_as or [])
    with store_for(store_path, authority) as (store, whose):
        checked = _checked(store, contents, month, whose, nil_return, headings)
    say_findings(checked, as_json)
    mark(checked, contents, marked)
    if checked.decision in ("refuse", "block"):
        raise typer.Exit(1)


@app.command()
def publish(
    files: Files,
    month: Month,
    authority: Authority = None,
    reason: Annotated[
        list[str] | None,
        typer.Option(
            help="Why queried rows are right, kept for ever: TEXT for all, RULE=TEXT for one rule; repeatable"
        ),
    ] = None,
    nil_return: NilReturn = None,
    read_as: ReadAs = None,
    marked: Marked = None,
    overwrite: Overwrite = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would change; nothing is stored")] = False,
    backfill: Annotated[
        bool, typer.Option("--backfill", help="Publish earlier months inside the window, too, as they would have stood")
    ] = False,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Check extracts and publish them as new loads; a month published again supersedes and keeps the first.

    Every attempt is noted in the store, without any value of a cell, whether it was published or not.
    """
    needs_store(store_path)
    may_write(marked, overwrite)
    contents, headings = read(files), headings_read_as(read_as or [])
    with store_for(store_path, authority) as (store, whose):
        # These take seconds to import, and a command that is handed over does without them.
        from indicators.change.month_readings import read_ahead
        from indicators.engine.catalogue import measure_everything
        from validation.publishing.attempts import mended, note
        from validation.publishing.gate import let_in
        from validation.publishing.reasons import explained_by, reasons_of

        if whose is None or not re.fullmatch(r"[A-Z]\d{8}", whose):
            raise Mendable("Say whose extracts these are: --authority with an ONS code such as E09000005.")
        against = revision(store, LOCAL)
        checked = _checked(store, contents, month, whose, nil_return, headings)
        reasons = reasons_of([*([nil_return] if nil_return else []), *(reason or [])])
        checked = explained_by(checked, reasons)
        if dry_run and checked.decision not in ("refuse", "block"):
            say_rehearsed(rehearsed(store, whose, checked), as_json)
            return
        if not dry_run:
            say_mended(mended(store, LOCAL, whose, checked))
            note(store, LOCAL, whose, checked)
        if checked.decision != "accept":
            say_findings(checked, as_json)
            mark(checked, contents, marked)
            if checked.decision == "query":
                rules = ", ".join(dict.fromkeys(each.rule for each in checked.unexplained))
                tell(
                    f"Nothing was published. Mend the rows, or say why they are right with --reason TEXT, or with "
                    f"--reason RULE=TEXT for {rules}.",
                    err=True,
                )
            raise typer.Exit(1)
        for each in checked.files:
            if each.unchanged:
                tell(each.findings[0].message, err=True)
        with steps() as told:
            loads = let_in(store, LOCAL, whose, checked, measure_everything, reasons, against, told, backfill, headings)
        published = [each for each in loads_told(store, LOCAL) if each["load"] in (*loads, *loads.earlier)]
        say(published, as_json, "load", "extract", "month", "version", "rows")
        with steps() as told:
            read_ahead(store, LOCAL, whose, told)


def _checked(
    store: Store,
    contents: list[tuple[str, bytes]],
    month: str,
    authority: str | None,
    nil_return: str | None,
    headings: dict[str, dict[str, str]],
) -> Any:
    """Check files against what is published of that month and of the month before."""
    from validation.check import check as check_files
    from validation.publishing.store_context import known_of

    known = known_of(store, LOCAL, authority, month_end(month), nil_return, _units_when_asked, headings)
    with steps() as told:
        return check_files(contents, month, known, told)


def _units_when_asked() -> dict[str, str]:
    """Return the unit of each indicator; only a check of figures already counted waits for them."""
    from indicators.engine.catalogue import units

    return units()
