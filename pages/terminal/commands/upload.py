"""Extracts: checked, and published."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from data.audit.exports import SENSITIVE, hand_out
from data.errors import Mendable
from data.ledger.clock import clock_set_back
from data.ledger.confirmed_headings import headings_read_as
from data.ledger.history import loads_told
from data.store.store import Store
from pages.terminal.parts.app import app
from pages.terminal.parts.findings import mark, refused_with, say_findings, say_mended, say_month, say_unexplained
from pages.terminal.parts.options import (
    AsJson,
    Authority,
    EachRow,
    Files,
    Marked,
    Month,
    NilReturn,
    Overwrite,
    ReadAs,
    StoreAt,
)
from pages.terminal.parts.records import say
from pages.terminal.parts.rehearsal import say_rehearsed
from pages.terminal.parts.store_access import needs_store, store_for
from pages.terminal.parts.task import asker, may_write, read, steps, tell, working
from validation.publishing.reasons import reasons_of
from validation.publishing.submission import Submission

if TYPE_CHECKING:
    from indicators.change.moved_figures import MonthFigures
    from validation.publishing.desk import Desk


@app.command()
def check(
    files: Files,
    month: Month,
    authority: Authority = None,
    nil_return: NilReturn = None,
    read_as: ReadAs = None,
    marked: Marked = None,
    overwrite: Overwrite = False,
    each_row: EachRow = False,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Check extracts and print what was found; nothing is stored, not even that it was tried.

    That a marked workbook was handed out is entered in the audit log, without any of it.
    """
    may_write(marked, overwrite)
    submission = _submission(files, month, nil_return, read_as)
    with store_for(store_path, authority) as (store, wanted_code):
        with steps() as progress:
            submission = _desk(store).receive(replace(submission, authority=wanted_code or ""), False, progress)
        checked = submission.check
        say_findings(checked, as_json, each_row)
        mark(checked, submission.files, marked, _foot_of(store, checked.month))
    if checked.decision in ("refuse", "block"):
        raise typer.Exit(refused_with(checked))


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
    each_row: EachRow = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would change; nothing is stored")] = False,
    backfill: Annotated[
        bool, typer.Option("--backfill", help="Publish earlier months inside the window, too, as they would have stood")
    ] = False,
    backfill_months: Annotated[
        int | None, typer.Option(min=1, help="Backfill no more than so many months: the last ones")
    ] = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Check extracts and publish them as new loads; a month published again supersedes and keeps the first.

    Every attempt is noted in the store, without any value of a cell, whether it was published or not.
    """
    needs_store(store_path)
    may_write(marked, overwrite)
    submission = _submission(files, month, nil_return, read_as)
    is_backfilled = backfill or backfill_months is not None
    submission = replace(submission, backfill=is_backfilled, months_back=backfill_months)
    with store_for(store_path, authority) as (store, wanted_code):
        if wanted_code is None or not re.fullmatch(r"[A-Z]\d{8}", wanted_code):
            raise Mendable("Say whose extracts these are: --authority with an ONS code such as E09000005.")
        desk = _desk(store)
        submission = replace(submission, authority=wanted_code, reasons=reasons_of(reason or []))
        with steps() as progress:
            submission = desk.receive(submission, not dry_run, progress)
        checked = submission.check
        if dry_run and checked.decision not in ("refuse", "block"):
            with working("Measuring what would move"):
                change = desk.rehearse(submission)
            say_rehearsed(checked.decision, change, as_json)
            say_month(checked)
            return
        say_mended(submission.mended)
        if checked.decision != "accept":
            say_findings(checked, as_json, each_row)
            mark(checked, submission.files, marked, _foot_of(store, checked.month))
            if checked.decision == "query":
                say_unexplained(checked)
            raise typer.Exit(refused_with(checked))
        for file in checked.files:
            if file.unchanged:
                tell(file.findings[0].message, err=True)
        if says := clock_set_back(store):
            tell(says, err=True)
        with steps() as progress:
            loads = desk.publish(submission, progress)
        published = [row for row in loads_told(store, asker()) if row["load"] in (*loads, *loads.earlier)]
        say(published, as_json, "load", "extract", "month", "version", "rows")


def _submission(files: Sequence[Path], month: str, nil_return: str | None, read_as: Sequence[str] | None) -> Submission:
    """Make a submission of files and what was said of them; whose they are is known once the store is."""
    return Submission("", month, tuple(read(files)), headings_read_as(list(read_as or [])), nil_return or "")


def _foot_of(store: Store, month: str) -> Callable[[bytes], str]:
    """Return what enters in the audit log that a workbook to mend is handed out, and gives the line at its foot."""
    return lambda content: hand_out(store, asker(), f"{month}_to_mend.xlsx", content, SENSITIVE).line


def _desk(store: Store) -> "Desk[MonthFigures]":
    """Return the desk of a store. It takes seconds to import, and a command that is handed over does without it."""
    from indicators.change.measuring import EVERY_INDICATOR
    from validation.publishing.desk import Desk

    return Desk(store, asker(), EVERY_INDICATOR)
