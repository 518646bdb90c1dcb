"""What is looked at on paper: the committee report, the month on one page, and the trend of an indicator."""

from pathlib import Path
from typing import Annotated

import typer

from data.audit.exports import hand_out, marking_of
from data.errors import Mendable
from data.ledger.history import authorities_held, history, months_held
from data.store.store import Store
from indicators.figures.figure import Figure
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, month_or_latest
from pages.terminal.parts.options import AMonth, Authority, Overwrite, StoreAt
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, may_write, read, steps, tell, working, write

KINDS = (".svg", ".png")


@app.command()
def digest(
    out: Annotated[Path, typer.Option(help="The file to write, such as digest.html")],
    role: Annotated[str, typer.Option(help="For whom: director, member, analyst or a service")] = "director",
    public: Annotated[bool, typer.Option("--public", help="For publication: without any small number")] = False,
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
):
    """Write the month on one page of A4: what needs attention, measures, what changed and what is said."""
    from pages.kit.digest.digest import printed
    from pages.kit.frame.audience import audience_called

    audience = audience_called(role)
    may_write(out, overwrite)
    with store_for(store_path, authority) as (store, wanted_code), working("Writing the page"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        latest = month_or_latest(all_months, month)
        page = printed(store, asker(), code, [*(day for day in all_months if day < latest), latest], audience, public)
    write(out, page.encode())
    tell(f"Wrote {out}. Open it in a browser and print it.")


@app.command()
def report(
    out: Annotated[Path, typer.Option(help="The file to write: .docx, .pdf or .html")],
    public: Annotated[bool, typer.Option("--public", help="For publication: without any small number")] = False,
    words: Annotated[Path | None, typer.Option(help="What officers write, part by part, as a file of TOML")] = None,
    template: Annotated[Path | None, typer.Option(help="The council's own template of Word, for a .docx")] = None,
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
):
    """Write the committee report of a month: alerts with figure, counts, comparison, process control and chart."""
    from pages.report.committee import committee_report, report_read
    from pages.report.formats.issued import issued
    from pages.report.formats.written import must_be_a_kind
    from pages.report.officers_words import UNWRITTEN, read_words

    may_write(out, overwrite)
    must_be_a_kind(out.name, template is not None)
    officers = read_words(*read([words])[0]) if words else UNWRITTEN
    form = read([template])[0] if template else None
    with store_for(store_path, authority) as (store, wanted_code), steps() as listen:
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        latest = month_or_latest(all_months, month)
        months = [day for day in all_months if day <= latest]
        figures = report_read(store, asker(), code, months, public, listen)
        document = committee_report(figures, officers)
        listen(f"Writing {out.name}", 0.7)
        contents = issued(store, asker(), document, (figures.file(out.suffix), figures.marking), form)
    write(out, contents)
    tell(f"Wrote {out}. {document.classification}.")


@app.command()
def picture(
    indicator: Annotated[str, typer.Option(help="An indicator's id")],
    out: Annotated[Path, typer.Option(help="The file to write: .svg or .png")],
    public: Annotated[bool, typer.Option("--public", help="For passing on: without what is small")] = False,
    dark: Annotated[bool, typer.Option("--dark", help="For a dark slide")] = False,
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
):
    """Draw the trend of an indicator up to a month as a picture, with its source and who may read it."""
    from indicators.engine.catalogue import indicator_called
    from pages.charts.of_series.series_read import series_read
    from pages.charts.of_series.trend_picture import trend_picture
    from pages.charts.paper.framed import with_foot

    may_write(out, overwrite)
    measure = indicator_called(indicator)
    if out.suffix not in KINDS:
        raise Mendable(f"A picture is written as {' or '.join(KINDS)}, and {out.name} ends in neither. Name it so.")
    reader = asker().as_the_public() if public else asker()
    with store_for(store_path, authority) as (store, wanted_code), working("Drawing"):
        held = authorities_held(store, asker())
        code = authority_read(wanted_code, held)
        months = months_held(store, asker(), code)
        latest = month_or_latest(months, month)
        (series,) = series_read(store, reader, [measure], code, [day for day in months if day <= latest])
        origin = _origin(store, held[code], series.now)
        drawn = trend_picture(series, origin, "dark" if dark else "light")
        foot = hand_out(store, asker(), out.name, drawn.svg.encode(), marking_of(reader))
        footed = with_foot(drawn, foot.line, "dark" if dark else "light")
    write(out, footed.png() if out.suffix == ".png" else footed.svg.encode())
    tell(f"Wrote {out}: {drawn.alt}")


def _origin(store: Store, place: str, figure: Figure):
    """Say where a figure comes from, by the load that is the newest behind it."""
    from pages.charts.of_series.origin import Origin
    from pages.words import wording

    rows = history(store, asker()).set_index("load")
    if figure.load not in rows.index:
        return Origin(place, figure.authority, is_invented=store.invented)
    row = rows.loc[figure.load]
    day = wording.day(wording.as_clocks_here(row["published_at"].to_pydatetime()))
    return Origin(place, figure.authority, figure.load, int(row["version"]), day, store.invented)
