"""The same work without a browser: check, publish, withdraw, restore, loads, figures, people, invent, template, suite.

Exit status: 0 done, 1 refused with findings, 2 wrong use. Errors are one line, without a traceback. While the dashboard
holds the store, commands are handed over to it and end here as they ended there.
"""

import io
import json
import re
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
import typer.exceptions

from data.confirmed import headings_read_as
from data.errors import Held, Mendable
from data.extract import Declared, all_extracts
from data.handover import Answer, Asked, hand_over
from data.keys import make_key
from data.ledger import authorities_held, loads_told, months_held, published_rows, revision
from data.ledger import restore as restore_load
from data.ledger import withdraw as withdraw_load
from data.months import day_named, month_end, month_end_before, months_asked
from data.opening import open_house
from data.reader import LOCAL
from data.settings import Settings, settings
from data.steps import Told, nobody
from data.store import Store

HERE = Path(__file__).parent
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, help=__doc__)

Files = Annotated[list[Path], typer.Argument(help="csv or xlsx files, recognised by their headings")]
Month = Annotated[str, typer.Option("--month", help="The month the extracts are of, such as 2026-10")]
AMonth = Annotated[str | None, typer.Option(help="A month, such as 2026-10")]
Authority = Annotated[str | None, typer.Option(help="ONS code, such as E09000005; else SLAC_AUTHORITY")]
StoreAt = Annotated[str | None, typer.Option("--store", help="The store file; else SLAC_STORE")]
NilReturn = Annotated[str | None, typer.Option(help="Why a file of headings only is right: there were none")]
Marked = Annotated[
    Path | None, typer.Option(help="Write each file with faults here, as an .xlsx that says in each row what to mend")
]
ReadAs = Annotated[
    list[str] | None,
    typer.Option(help="HEADING=COLUMN, such as 'Child Ref=child_id'; repeatable; remembered when published"),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON")]


@dataclass
class Task:
    """Hold what a command works with: its words, the files it read, and, handed over, the store and where to speak.

    `made` holds the files that a command makes which was handed over: they are written where it was given.
    """

    words: Sequence[str] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    store: Store | None = None
    authority: str | None = None
    out: TextIO | None = None
    err: TextIO | None = None
    made: dict[str, bytes] = field(default_factory=dict)


TASK: ContextVar[Task] = ContextVar("task")


@app.command()
def init(
    store: StoreAt = None,
    new_key: Annotated[Path | None, typer.Option(help="Make a key here and encrypt the store with it")] = None,
) -> None:
    """Make an empty store: encrypted with the key of SLAC_STORE_KEY, or with a new one."""
    chosen = settings(store)
    if chosen.store is None:
        raise Mendable("Say where the store is to be: --store PATH, or set SLAC_STORE.")
    key = chosen.key
    if new_key is not None:
        if chosen.store.exists():
            raise Mendable(f"{chosen.store} is there already, and it has been left as it was. Choose another name.")
        key = make_key(new_key)
    Store.create(chosen.store, key).close()
    if key is None:
        _tell(f"Made {chosen.store}. It is NOT encrypted: for real children's data use --new-key FILE.")
    else:
        _tell(f"Made {chosen.store}, encrypted. Keep {key} safe and apart: without it the store cannot be read.")


@app.command()
def check(
    files: Files,
    month: Month,
    authority: Authority = None,
    nil_return: NilReturn = None,
    read_as: ReadAs = None,
    marked: Marked = None,
    store: StoreAt = None,
    as_json: AsJson = False,
):
    """Check extracts and print what was found; nothing is stored, not even that it was tried."""
    contents = _read(files)
    with _house(store, authority) as (house, whose):
        checked = _checked(house, contents, month, whose, nil_return, read_as)
    _say_findings(checked, as_json)
    _mark(checked, contents, marked)
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
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would change; nothing is stored")] = False,
    backfill: Annotated[
        bool, typer.Option("--backfill", help="Publish earlier months inside the window, too, as they would have stood")
    ] = False,
    store: StoreAt = None,
    as_json: AsJson = False,
):
    """Check extracts and publish them as new loads; a month published again supersedes and keeps the first.

    Every attempt is noted in the store, without any value of a cell, whether it was published or not.
    """
    _needs_store(store)
    contents = _read(files)
    with _house(store, authority) as (house, whose):
        # These take seconds to import, and a command that is handed over does without them.
        from indicators.catalogue import measure_everything
        from validation.attempts import mended, note
        from validation.explaining import explained_by, reasons_of
        from validation.gate import let_in

        if whose is None or not re.fullmatch(r"[A-Z]\d{8}", whose):
            raise Mendable("Say whose extracts these are: --authority with an ONS code such as E09000005.")
        against = revision(house, LOCAL)
        checked = _checked(house, contents, month, whose, nil_return, read_as)
        reasons = reasons_of([*([nil_return] if nil_return else []), *(reason or [])])
        checked = explained_by(checked, reasons)
        if dry_run and checked.decision not in ("refuse", "block"):
            _say_rehearsed(_rehearsed(house, whose, checked), as_json)
            return
        if not dry_run:
            _say_mended(mended(house, LOCAL, whose, checked))
            note(house, LOCAL, whose, checked)
        if checked.decision != "accept":
            _say_findings(checked, as_json)
            _mark(checked, contents, marked)
            if checked.decision == "query":
                rules = ", ".join(dict.fromkeys(each.rule for each in checked.unexplained))
                _tell(
                    f"Nothing was published. Mend the rows, or say why they are right with --reason TEXT, or with "
                    f"--reason RULE=TEXT for {rules}.",
                    err=True,
                )
            raise typer.Exit(1)
        for each in checked.files:
            if each.unchanged:
                _tell(each.findings[0].message, err=True)
        headings = headings_read_as(read_as or [])
        with _steps() as told:
            loads = let_in(house, LOCAL, whose, checked, measure_everything, reasons, against, told, backfill, headings)
        published = [each for each in loads_told(house, LOCAL) if each["load"] in (*loads, *loads.earlier)]
    _say(published, as_json, "load", "extract", "month", "version", "rows")


@app.command()
def withdraw(load: int, why: Annotated[str, typer.Option(help="The reason, kept for ever")], store: StoreAt = None):
    """Hide a load from now on; what it superseded stands again, and nothing is deleted."""
    _needs_store(store)
    with _house(store, None) as (house, _):
        withdraw_load(house, LOCAL, load, why)
    _tell(f"Load {load} is withdrawn.")


@app.command()
def restore(load: int, why: Annotated[str, typer.Option(help="The reason, kept for ever")], store: StoreAt = None):
    """Bring back a withdrawn load; it stands again unless its month was published since."""
    _needs_store(store)
    with _house(store, None) as (house, _):
        restore_load(house, LOCAL, load, why)
        state = next(each["state"] for each in loads_told(house, LOCAL) if each["load"] == load)
    _tell(
        f"Load {load} is restored" + (" and stands." if state == "current" else "; a later load stands in its place.")
    )


@app.command()
def loads(store: StoreAt = None, as_json: AsJson = False):
    """List every load, newest first: current, superseded or withdrawn."""
    with _house(store, None) as (house, _):
        _say(
            loads_told(house, LOCAL),
            as_json,
            "load",
            "authority",
            "extract",
            "month",
            "version",
            "state",
            "rows",
            "published_at",
        )


@app.command()
def figures(
    indicator: Annotated[list[str] | None, typer.Option(help="An indicator's id; may be repeated")] = None,
    service: Annotated[str | None, typer.Option(help="A service, such as child_protection")] = None,
    month: AMonth = None,
    from_month: Annotated[str | None, typer.Option("--from", help="First month")] = None,
    to_month: Annotated[str | None, typer.Option("--to", help="Last month")] = None,
    by: Annotated[str | None, typer.Option(help="team, sex, age_band, ethnicity or disability")] = None,
    as_known_on: Annotated[str | None, typer.Option(help="A past day, such as 2026-11-04")] = None,
    out: Annotated[Path | None, typer.Option(help="Write them to a .csv, .xlsx or .parquet file instead")] = None,
    authority: Authority = None,
    store: StoreAt = None,
    as_json: AsJson = False,
):
    """Print figures: of the latest month, unless others are asked for."""
    from indicators.breakdown import breakdown
    from indicators.figures import figures as measured

    asked = _indicators(indicator, service)
    known_on = None if as_known_on is None else day_named(as_known_on)
    with _house(store, authority) as (house, whose), _working("Measuring"):
        found = []
        for each in [whose] if whose else authorities_held(house, LOCAL):
            months = months_asked(months_held(house, LOCAL, each), month, from_month, to_month)
            if by:
                found += breakdown(house, LOCAL, asked, each, months, by, known_on)
            else:
                found += measured(house, LOCAL, asked, each, months, known_on)
    if out is not None:
        _hand_out(found, out)
        return
    columns = ["indicator", "month", *(["group"] if by else []), "value", "numerator", "denominator", "reason"]
    _say([each.to_json() for each in found], as_json, *columns)


@app.command()
def people(
    indicator: str,
    month: Month,
    team: Annotated[str | None, typer.Option(help="Only this team's rows")] = None,
    authority: Authority = None,
    store: StoreAt = None,
    as_json: AsJson = False,
):
    """Print the rows behind a figure: one for each subject counted, with when it falls or fell due."""
    from indicators.catalogue import indicator_called
    from indicators.figures import rows_behind

    with _house(store, authority) as (house, whose):
        one = whose or _only(list(authorities_held(house, LOCAL)))
        rows = rows_behind(house, LOCAL, indicator_called(indicator), one, month_end(month), team)
    rows["due_on"] = [None if day is None or day != day else f"{day:%Y-%m-%d}" for day in rows["due_on"]]
    records = rows.astype(object).where(rows.notna(), None).to_dict("records")
    _say(records, as_json, "subject", "child_id", "team", "numerator", "denominator", "due_on")


@app.command()
def invent(
    out: Annotated[Path, typer.Option(help="The folder to write to")],
    months: Annotated[int, typer.Option(help="How many months, up to 36")] = 36,
):
    """Write Example Borough's invented extracts, one csv per extract and month, as analysts would upload them."""
    from data.invention import write_extracts

    with _working("Inventing"):
        written = write_extracts(out, months)
    _tell(f"Wrote {len(written)} files to {out}. Every child in them is invented.")


@app.command()
def template(extract: str, out: Annotated[Path, typer.Option(help="The xlsx file to write")]):
    """Write a blank workbook for an extract, with drop-downs and notes."""
    from data.template import template as blank

    out.write_bytes(blank(_extract(extract)))
    _tell(f"Wrote {out}.")


@app.command()
def suite(extract: str, month: AMonth = None):
    """Print the expectations of an extract as great-expectations' own JSON: for rows as read, of the month that ended.

    They say what `check` finds in single rows, but for two mercies: what cannot be read is not missing as well, and a
    record that ended in an earlier year keeps the codes of that year.
    """
    from validation.suites import suite_for

    ends = month_end(month) if month else month_end_before(datetime.now(UTC).date())
    _tell(json.dumps(suite_for(_extract(extract), ends).to_json_dict(), indent=2))


@app.command()
def doctor(store: StoreAt = None, as_json: AsJson = False):
    """Look over the store, its key, the disk and the server's settings; exit status 1 where something is amiss."""
    from data.doctor import look_over

    chosen, here = Settings(None, None, None), TASK.get().store
    try:
        chosen = settings(str(here.path) if here else store)
        with _house(store, None) as (house, _):
            looks = look_over(chosen, house, "", HERE)
    except Mendable as why:
        looks = look_over(chosen, None, str(why), HERE)
    if as_json:
        _tell(json.dumps([asdict(look) for look in looks], indent=2))
    else:
        for look in looks:
            _tell(f"{'green' if look.well else 'RED  '}  {look.what}: {look.says}")
    if not all(look.well for look in looks):
        raise typer.Exit(1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; whatever a person can mend is one line on the error stream."""
    return _run(Task(list(sys.argv[1:] if arguments is None else arguments) or ["--help"]))


def answer(store: Store, asked: Asked) -> Answer:
    """Run a command that was handed over, on the store this process holds; return what it would have printed."""
    out, err = io.StringIO(), io.StringIO()
    task = Task(asked.words, dict(asked.files), store, asked.authority, out, err)
    status = _run(task)
    return Answer(status, out.getvalue(), err.getvalue(), {name: _in_text(held) for name, held in task.made.items()})


def _run(task: Task) -> int:
    """Run a command and return its exit status."""
    before = TASK.set(task)
    try:
        ended = typer.main.get_command(app).main(list(task.words), prog_name="cli.py", standalone_mode=False)
    except (Mendable, OSError) as why:
        _tell(f"Error: {why}", err=True)
        return 2
    except typer.exceptions.TyperException as wrong:
        _tell(f"Error: {' '.join(wrong.format_message().split())} See: python cli.py --help", err=True)
        return 2
    except typer.Abort:
        return 2
    finally:
        TASK.reset(before)
    return int(ended or 0)


def _tell(text: str, err: bool = False) -> None:
    """Print a line: here, or where the command came from."""
    task = TASK.get()
    typer.echo(text, file=task.err if err else task.out, err=err)


def _write(path: Path, held: bytes) -> None:
    """Write a file: here, or where the command came from."""
    task = TASK.get()
    if task.store is None:
        path.write_bytes(held)
    else:
        task.made[str(path)] = held


def _in_text(held: bytes) -> str:
    """Write bytes as text, for an answer that is JSON."""
    return b64encode(held).decode()


def _read(files: Sequence[Path]) -> list[tuple[str, bytes]]:
    """Read files, or take them as they were handed over: the name and the bytes of each."""
    task = TASK.get()
    for path in files:
        if str(path) not in task.files:
            if task.store is not None or not path.is_file():
                raise Mendable(f"There is no file {path}.")
            task.files[str(path)] = path.read_bytes()
    return [(path.name, task.files[str(path)]) for path in files]


@contextmanager
def _house(store: str | None, authority: str | None) -> Iterator[tuple[Store, str | None]]:
    """Open the store, say when it is invented, give whose figures are asked for, and close it.

    A store that the dashboard holds is worked on by the dashboard: the command ends with its answer.
    """
    task = TASK.get()
    if task.store is not None:
        yield task.store, authority or task.authority
        return
    chosen = settings(store, authority)
    try:
        house = open_house(chosen)
    except Held as held:
        with _working("The dashboard holds the store and does the work"):
            there = hand_over(chosen.store, Asked(task.words, task.files, chosen.authority)) if chosen.store else None
        if there is None:
            raise held
        for name, held in there.made.items():
            Path(name).write_bytes(b64decode(held))
        typer.echo(there.out, nl=False)
        typer.echo(there.err, nl=False, err=True)
        raise typer.Exit(there.status) from None
    if house.invented:
        _tell("These are invented children: no store is named (--store PATH, or SLAC_STORE).", err=True)
    try:
        yield house, chosen.authority
    finally:
        house.close()


@contextmanager
def _working(what: str) -> Iterator[None]:
    """Show on a terminal that something is under way."""
    if TASK.get().store is not None or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} …"):
        yield


@contextmanager
def _steps() -> Iterator[Told]:
    """Show on a terminal which step is under way and how much is done."""
    if TASK.get().store is not None or not sys.stderr.isatty():
        yield nobody
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (BarColumn(20), TextColumn("{task.percentage:>3.0f}%  {task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("Starting", total=1.0)
        yield lambda step, done: progress.update(bar, description=step, completed=done)


def _checked(
    house: Store,
    contents: list[tuple[str, bytes]],
    month: str,
    authority: str | None,
    nil_return: str | None,
    read_as: list[str] | None,
) -> Any:
    """Check files against what is published of that month and of the month before."""
    from validation.check import check as check_files
    from validation.known import known_of

    headings = headings_read_as(read_as or [])
    known = known_of(house, LOCAL, authority, month_end(month), nil_return, _units, headings)
    with _steps() as told:
        return check_files(contents, month, known, told)


def _mark(checked: Any, contents: list[tuple[str, bytes]], out: Path | None) -> None:
    """Write each file that has something to mend or explain as a workbook that says so; several get their own names."""
    if out is None:
        return
    from validation.marked import can_be_marked, marked_workbook

    names = can_be_marked(checked)
    for name, held in contents:
        if name in names:
            path = out if len(names) == 1 else out.with_name(f"{out.stem}-{Path(name).stem}{out.suffix}")
            _write(path, marked_workbook(checked, name, held))
            _tell(f"Wrote {path}: {name}, with what to mend in its last column.", err=True)
    if not names:
        _tell("No file was marked: nothing is to be mended or explained, or none could be read.", err=True)


def _say_mended(mended: list) -> None:
    """Say how many errors there were in the attempt before, and how many there are now."""
    for each in mended:
        before, now = each.errors
        _tell(f"{_extract(each.extract).title}: {before} errors → {now}, since the attempt before.", err=True)


def _rehearsed(house: Store, authority: str, checked: Any) -> dict:
    """Return what publishing would change: rows and children of each extract, and the figures that would move."""
    from indicators.catalogue import measure_everything
    from indicators.moved import every_figure, moved
    from validation.differences import differences
    from validation.gate import rehearse

    month = month_end(checked.month)
    with _working("Measuring what would move"):
        before, after = rehearse(
            house, LOCAL, authority, checked, measure_everything, lambda it: every_figure(it, LOCAL, authority, month)
        )
    apart = differences(checked, lambda extract: published_rows(house, LOCAL, authority, month, extract))
    figures = [each.to_json() for each in moved(before, after)]
    return {"decision": checked.decision, "extracts": [each.to_json() for each in apart], "figures": figures}


def _say_rehearsed(shape: dict, as_json: bool) -> None:
    """Print what publishing would change."""
    if as_json:
        _tell(json.dumps(shape, indent=2))
        return
    _tell(f"Nothing was stored. The check says: {shape['decision']}.")
    for each in shape["extracts"]:
        sides = [
            f"{name}: " + ", ".join(f"{count} {what}" for what, count in each[name].items() if count is not None)
            for name in ("rows", "children")
            if each[name]
        ]
        title = _extract(each["extract"]).title
        _tell(f"{title}: {each['rows_published']} rows → {each['rows_now']}. {'; '.join(sides)}.")
    _tell("Figures that would move:" if shape["figures"] else "No figure would move.")
    records = [
        {"indicator": each["indicator"], **{when: each[when]["value"] for when in ("before", "after")}}
        for each in shape["figures"]
    ]
    if records:
        _say(records, False, "indicator", "before", "after")


def _hand_out(found: list, out: Path) -> None:
    """Write figures to a file, here or where the command came from."""
    from data.handing_out import handed_out
    from indicators.tidy import tidy

    _write(out, handed_out(tidy(found), out.name))
    _tell(f"Wrote {len(found)} figures to {out}.", err=True)


def _units() -> dict[str, str]:
    """Return the unit of each indicator; only a check of figures already counted waits for them."""
    from indicators.catalogue import units

    return units()


def _indicators(ids: list[str] | None, service: str | None) -> list:
    """Return the indicators asked for: by id, of a service, or all."""
    from indicators.catalogue import SERVICES, all_indicators, indicator_called

    if service is not None and service not in SERVICES:
        raise Mendable(f'There is no service "{service}". Use one of {", ".join(SERVICES)}.')
    asked = [indicator_called(each) for each in ids] if ids else list(all_indicators().values())
    return [each for each in asked if service in (None, each.service)]


def _extract(name: str) -> Declared:
    """Return the extract of that name."""
    if name not in all_extracts():
        raise Mendable(f'There is no extract "{name}". Use one of {", ".join(all_extracts())}.')
    return all_extracts()[name]


def _only(authorities: list[str]) -> str:
    """Return the one authority held; with more, one must be chosen."""
    if len(authorities) != 1:
        raise Mendable(f"Say whose rows: --authority with one of {', '.join(authorities) or 'the codes published'}.")
    return authorities[0]


def _needs_store(store: str | None) -> None:
    """Refuse to publish into invented data, which would be gone at once."""
    if TASK.get().store is None and settings(store).invented:
        raise Mendable("Say which store: --store PATH, or set SLAC_STORE. Make one with: python cli.py init")


def _say(records: list[dict], as_json: bool, *columns: str) -> None:
    """Print records: as JSON, whole, or as lines with the columns named."""
    if as_json:
        _tell(json.dumps(records, indent=2))
        return
    lines = [list(columns)] + [[_short(each.get(column)) for column in columns] for each in records]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    for line in lines:
        _tell("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip())


def _short(value: object) -> str:
    """Write a value for a line: nothing for none, one decimal for a fraction."""
    if value is None:
        return ""
    return (
        f"{value:.1f}"
        if isinstance(value, float) and value != int(value)
        else f"{value:g}"
        if isinstance(value, float)
        else str(value)
    )


def _say_findings(checked: Any, as_json: bool) -> None:
    """Print what a check found, worst and most frequent first."""
    shape = checked.to_json()
    if as_json:
        _tell(json.dumps(shape, indent=2))
        return
    for finding in shape["findings"]:
        explained = f" {finding['explained']}" if "explained" in finding else ""
        _tell(f"{finding['severity']}: {finding['file']}: {finding['message']}{explained}")
    _tell(
        f"{shape['rows']} rows in {len(files) if isinstance(files := shape['files'], list) else files} files: "
        f"{shape['accepted']} accepted, {shape['set_aside']} set aside, {shape['blank']} blank."
    )


if __name__ == "__main__":
    sys.exit(main())
