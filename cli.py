"""The same work without a browser: check, publish, withdraw, loads, figures, people, invent, template, init.

Exit status: 0 done, 1 refused with findings, 2 wrong use. Errors are one line, without a traceback.
"""

import json
import re
import secrets
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.exceptions

from data.errors import Mendable
from data.extract import Declared, all_extracts
from data.ledger import authorities_held, history, months_held, published_rows, standing_version
from data.ledger import withdraw as withdraw_load
from data.months import month_end, month_end_before, months_from
from data.opening import open_house
from data.reader import LOCAL
from data.settings import settings
from data.store import Store

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, help=__doc__)

Files = Annotated[list[Path], typer.Argument(help="csv or xlsx files, recognised by their headings")]
Month = Annotated[str, typer.Option("--month", help="The month the extracts are of, such as 2026-10")]
AMonth = Annotated[str | None, typer.Option(help="A month, such as 2026-10")]
Authority = Annotated[str | None, typer.Option(help="ONS code, such as E09000005; else SLAC_AUTHORITY")]
StoreAt = Annotated[str | None, typer.Option("--store", help="The store file; else SLAC_STORE")]
NilReturn = Annotated[str | None, typer.Option(help="Why a file of headings only is right: there were none")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON")]


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
        key = _make_key(new_key)
    Store.create(chosen.store, key).close()
    if key is None:
        typer.echo(f"Made {chosen.store}. It is NOT encrypted: for real children's data use --new-key FILE.")
    else:
        typer.echo(f"Made {chosen.store}, encrypted. Keep {key} safe and apart: without it the store cannot be read.")


@app.command()
def check(
    files: Files,
    month: Month,
    authority: Authority = None,
    nil_return: NilReturn = None,
    store: StoreAt = None,
    as_json: AsJson = False,
):
    """Check extracts and print what was found; nothing is stored."""
    with _house(store, authority) as (house, whose):
        checked = _checked(house, files, month, whose, nil_return)
    _say_findings(checked, as_json)
    if checked.decision in ("refuse", "block"):
        raise typer.Exit(1)


@app.command()
def publish(
    files: Files,
    month: Month,
    authority: Authority = None,
    reason: Annotated[str | None, typer.Option(help="Why queried rows are right; kept with the load")] = None,
    nil_return: NilReturn = None,
    store: StoreAt = None,
    as_json: AsJson = False,
):
    """Check extracts and publish them as new loads; a month published again supersedes and keeps the first."""
    from indicators.catalogue import measure_everything
    from validation.gate import let_in

    _needs_store(store)
    with _house(store, authority) as (house, whose):
        if whose is None or not re.fullmatch(r"[A-Z]\d{8}", whose):
            raise Mendable("Say whose extracts these are: --authority with an ONS code such as E09000005.")
        checked = _checked(house, files, month, whose, nil_return)
        reason = reason or nil_return
        if checked.decision in ("refuse", "block") or (checked.decision == "query" and not reason):
            _say_findings(checked, as_json)
            if checked.decision == "query":
                typer.echo("Nothing was published. Mend the rows, or say why they are right with --reason.", err=True)
            raise typer.Exit(1)
        for each in checked.files:
            if each.unchanged:
                typer.echo(each.findings[0].message, err=True)
        with _working("Publishing and measuring"):
            loads = let_in(house, LOCAL, whose, checked, measure_everything, reason)
        published = [each for each in _loads(house) if each["load"] in loads]
    _say(published, as_json, "load", "extract", "month", "version", "rows")


@app.command()
def withdraw(load: int, why: Annotated[str, typer.Option(help="The reason, kept for ever")], store: StoreAt = None):
    """Hide a load from now on; what it superseded stands again, and nothing is deleted."""
    _needs_store(store)
    with _house(store, None) as (house, _):
        withdraw_load(house, LOCAL, load, why)
    typer.echo(f"Load {load} is withdrawn.")


@app.command()
def loads(store: StoreAt = None, as_json: AsJson = False):
    """List every load, newest first: current, superseded or withdrawn."""
    with _house(store, None) as (house, _):
        _say(
            _loads(house), as_json, "load", "authority", "extract", "month", "version", "state", "rows", "published_at"
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
    authority: Authority = None,
    store: StoreAt = None,
    as_json: AsJson = False,
):
    """Print figures: of the latest month, unless others are asked for."""
    from indicators.breakdown import breakdown
    from indicators.figures import figures as measured

    asked = _indicators(indicator, service)
    known_on = None if as_known_on is None else _day(as_known_on)
    with _house(store, authority) as (house, whose), _working("Measuring"):
        found = []
        for each in [whose] if whose else authorities_held(house, LOCAL):
            months = _months(house, each, month, from_month, to_month)
            if by:
                found += breakdown(house, LOCAL, asked, each, months, by, known_on)
            else:
                found += measured(house, LOCAL, asked, each, months, known_on)
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
    typer.echo(f"Wrote {len(written)} files to {out}. Every child in them is invented.")


@app.command()
def template(extract: str, out: Annotated[Path, typer.Option(help="The xlsx file to write")]):
    """Write a blank workbook for an extract, with drop-downs and notes."""
    from data.template import template as blank

    out.write_bytes(blank(_extract(extract)))
    typer.echo(f"Wrote {out}.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; whatever a person can mend is one line on the error stream."""
    asked = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    try:
        answer = typer.main.get_command(app).main(asked, prog_name="cli.py", standalone_mode=False)
    except (Mendable, OSError) as why:
        typer.echo(f"Error: {why}", err=True)
        return 2
    except typer.exceptions.TyperException as wrong:
        typer.echo(f"Error: {' '.join(wrong.format_message().split())} See: python cli.py --help", err=True)
        return 2
    except typer.Abort:
        return 2
    return int(answer or 0)


@contextmanager
def _house(store: str | None, authority: str | None) -> Iterator[tuple[Store, str | None]]:
    """Open the store, say when it is invented, give whose figures are asked for, and close it."""
    chosen = settings(store, authority)
    house = open_house(chosen)
    if house.invented:
        typer.echo("These are invented children: no store is named (--store PATH, or SLAC_STORE).", err=True)
    try:
        yield house, chosen.authority
    finally:
        house.close()


@contextmanager
def _working(what: str) -> Iterator[None]:
    """Show on a terminal that something is under way."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} …"):
        yield


def _checked(house: Store, files: list[Path], month: str, authority: str | None, nil_return: str | None) -> Any:
    """Read and check files against what is published of that month and of the month before."""
    from validation.check import Known
    from validation.check import check as check_files

    ends, whose = month_end(month), authority or ""
    for path in files:
        if not path.is_file():
            raise Mendable(f"There is no file {path}.")
    contents = [(path.name, path.read_bytes()) for path in files]
    known = Known(
        published=lambda extract: published_rows(house, LOCAL, whose, ends, extract),
        before=lambda extract: published_rows(house, LOCAL, whose, month_end_before(ends), extract),
        standing=lambda sha256, sheet: standing_version(house, LOCAL, whose, ends, sha256, sheet),
        authority=authority,
        nil_return=nil_return,
    )
    with _working("Checking"):
        return check_files(contents, month, known)


def _indicators(ids: list[str] | None, service: str | None) -> list:
    """Return the indicators asked for: by id, of a service, or all."""
    from indicators.catalogue import SERVICES, all_indicators, indicator_called

    if service is not None and service not in SERVICES:
        raise Mendable(f'There is no service "{service}". Use one of {", ".join(SERVICES)}.')
    asked = [indicator_called(each) for each in ids] if ids else list(all_indicators().values())
    return [each for each in asked if service in (None, each.service)]


def _months(house: Store, authority: str, month: str | None, first: str | None, last: str | None) -> list[date]:
    """Return the months asked for, or the latest held."""
    held = months_held(house, LOCAL, authority)
    if month is not None:
        return [month_end(month)]
    if first is None and last is None:
        return held[-1:]
    begin = month_end(first) if first else held[0]
    end = month_end(last) if last else held[-1]
    if begin > end:
        raise Mendable(f"--from {first} lies after --to {last}.")
    return months_from(begin, end)


def _day(day: str) -> date:
    """Read a day."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise Mendable(f'"{day}" is not a day. Write it as 2026-11-04.') from None


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
    if settings(store).invented:
        raise Mendable("Say which store: --store PATH, or set SLAC_STORE. Make one with: python cli.py init")


def _make_key(path: Path) -> Path:
    """Write a new random key that only its owner can read."""
    if path.exists():
        raise Mendable(f"{path} is there already, and it has been left as it was. Choose another name for the key.")
    path.touch(mode=0o600)
    path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path


def _loads(house: Store) -> list[dict]:
    """Return the history of loads in plain values."""
    known = history(house, LOCAL)
    known["month"] = known["month"].dt.strftime("%Y-%m")
    for moment in ("published_at", "withdrawn_at"):
        known[moment] = known[moment].dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    return known.astype(object).where(known.notna(), None).to_dict("records")


def _say(records: list[dict], as_json: bool, *columns: str) -> None:
    """Print records: as JSON, whole, or as lines with the columns named."""
    if as_json:
        typer.echo(json.dumps(records, indent=2))
        return
    lines = [list(columns)] + [[_short(each.get(column)) for column in columns] for each in records]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    for line in lines:
        typer.echo("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip())


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
        typer.echo(json.dumps(shape, indent=2))
        return
    for finding in shape["findings"]:
        typer.echo(f"{finding['severity']}: {finding['file']}: {finding['message']}")
    typer.echo(
        f"{shape['rows']} rows in {len(files) if isinstance(files := shape['files'], list) else files} files: "
        f"{shape['accepted']} accepted, {shape['set_aside']} set aside, {shape['blank']} blank."
    )


if __name__ == "__main__":
    sys.exit(main())
