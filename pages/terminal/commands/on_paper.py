"""What is looked at on paper: the committee report, the month on one page, and the trend of an indicator."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from data.audit.exports import OFFICIAL, hand_out, marking_of
from data.errors import Mendable
from data.ledger.history import authorities_held, history, months_held
from data.store.store import Store
from indicators.figures.figure import Figure
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, month_or_latest
from pages.terminal.parts.file_named import ending_of, file_named, marked
from pages.terminal.parts.options import AMonth, AsJson, Authority, Overwrite, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, may_write, read, steps, tell, working, write

if TYPE_CHECKING:
    from pages.report.officers_words import OfficersWords

KINDS = (".svg", ".png")


@app.command()
def digest(
    out: Annotated[
        Path,
        typer.Option(
            help="The file to write: .html, .pdf or .docx; an ending alone, such as papers/.pdf, is named for you"
        ),
    ],
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
    from pages.report.formats.written import PAPERS, must_be_a_kind

    audience = audience_called(role)
    may_write(out, overwrite)
    must_be_a_kind(file_named(out, "digest").name, kinds=PAPERS)
    with store_for(store_path, authority) as (store, wanted_code), working("Writing the page"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        latest = month_or_latest(all_months, month)
        months = [*(day for day in all_months if day < latest), latest]
        page = printed(store, asker(), code, months, audience, public, ending_of(out))
    out = marked(out, OFFICIAL if public else marking_of(asker()), f"digest_{latest:%Y-%m}", page)
    write(out, page)
    tell(f"Wrote {out}. Open it and print it.")


@app.command()
def report(
    out: Annotated[
        Path,
        typer.Option(
            help="The file to write: .docx, .pdf, .html or .pptx; an ending alone, as papers/.pdf, is named for you"
        ),
    ],
    public: Annotated[bool, typer.Option("--public", help="For publication: without any small number")] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="To look at: it says that it is a draft, and is not kept")
    ] = False,
    words: Annotated[Path | None, typer.Option(help="What officers write, part by part, as a file of TOML")] = None,
    words_of: Annotated[int | None, typer.Option(help="The number of an issued report whose words are taken")] = None,
    template: Annotated[Path | None, typer.Option(help="The council's own template of Word, for a .docx")] = None,
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
):
    """Issue the committee report of a month, which keeps its bytes in the store for good; or write a draft of it."""
    from pages.report.committee import report_read
    from pages.report.formats.issued import Request, drafted, issue
    from pages.report.formats.written import must_be_a_kind
    from pages.report.officers_figures import numbers_to_look_at

    may_write(out, overwrite)
    must_be_a_kind(file_named(out, "report").name, template is not None)
    files = read([words]) if words else []
    form = read([template])[0] if template else None
    with store_for(store_path, authority) as (store, wanted_code), steps() as listen:
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        latest = month_or_latest(all_months, month)
        months = [day for day in all_months if day <= latest]
        officers = _officers_words(store, code, latest, files, words_of)
        figures = report_read(store, asker(), code, months, public, listen)
        for sentence in numbers_to_look_at(store, asker(), figures, officers):
            tell(sentence, err=True)
        request = Request(figures, officers, ending_of(out), form)
        if draft:
            contents = drafted(store, asker(), request, listen)
            out = marked(out, figures.marking, f"draft_{figures.file('')}", contents)
            write(out, contents)
            tell(f"Wrote {out}, a draft. {figures.classification}.")
            return
        issued, contents = issue(store, asker(), request, listen)
    out = marked(out, figures.marking, figures.file(""), contents)
    write(out, contents)
    tell(f"Wrote {out}, issued as report {issued.number}. {figures.classification}. SHA-256 {issued.sha256}.")
    tell(f"Its bytes are kept: python cli.py report-again {issued.number} --out {out.name}")


def _officers_words(
    store: Store, authority: str, month: date, files: list[tuple[str, bytes]], words_of: int | None
) -> "OfficersWords":
    """Return what officers write of a month: from a file, from an issued report, or nothing."""
    from data.annotations.issued_reports import issued_called
    from pages.report.officers_words import UNWRITTEN, OfficersWords, read_words

    if files and words_of is not None:
        raise Mendable("What officers write comes from --words or from --words-of, not from both. Leave one out.")
    if words_of is not None:
        return OfficersWords(**issued_called(store, asker(), authority, words_of).words)
    return read_words(*files[0], month) if files else UNWRITTEN


@app.command()
def reports(authority: Authority = None, store_path: StoreAt = None, as_json: AsJson = False):
    """List the committee reports that were issued: of which month, for whom, as what, by whom and with which hash."""
    from data.annotations.issued_reports import issued_reports

    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        records = [report.to_json() for report in issued_reports(store, asker(), code)]
    say(records, as_json, "report", "month", "audience", "format", "issued_at", "issued_by", "version", "sha256")


@app.command()
def report_again(
    number: int,
    out: Annotated[
        Path,
        typer.Option(
            help="The file to write, ending as it was issued; an ending alone, as papers/.pdf, is named for you"
        ),
    ],
    authority: Authority = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
):
    """Give an issued report back, byte for byte, and say whether it would be the same made anew, or what differs."""
    from data.annotations.issued_reports import issued_called
    from pages.report.formats.issued_again import again, how_it_is_now, marking_and_name

    may_write(out, overwrite)
    with store_for(store_path, authority) as (store, wanted_code), steps() as listen:
        code = authority_read(wanted_code, authorities_held(store, asker()))
        ending = issued_called(store, asker(), code, number).ending
        if ending_of(out) != ending:
            raise Mendable(f"Report {number} was issued as {ending}, and {out.name} ends otherwise. Name it so.")
        given_back = again(store, asker(), code, number, months_held(store, asker(), code), listen)
    out = marked(out, *marking_and_name(given_back.report), given_back.contents)
    write(out, given_back.contents)
    tell(f"Wrote {out}, as it was issued. SHA-256 {given_back.report.sha256}.")
    for line in how_it_is_now(given_back):
        tell(line)


@app.command()
def picture(
    indicator: Annotated[str, typer.Option(help="An indicator's id")],
    out: Annotated[
        Path,
        typer.Option(help="The file to write: .svg or .png; an ending alone, such as papers/.png, is named for you"),
    ],
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
    if ending_of(out) not in KINDS:
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
        name = f"{measure.id}_{latest:%Y-%m}"
        foot = hand_out(store, asker(), file_named(out, name).name, drawn.svg.encode(), marking_of(reader))
        footed = with_foot(drawn, foot.line, "dark" if dark else "light")
    contents = footed.png() if ending_of(out) == ".png" else footed.svg.encode()
    out = marked(out, marking_of(reader), name, contents)
    write(out, contents)
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
