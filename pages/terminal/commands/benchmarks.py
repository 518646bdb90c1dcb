"""Published figures: load DfE's files, show what a release says, keep groups of authorities and compare with them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from data.access import Act
from data.errors import Mendable
from data.ledger.history import authorities_held
from data.unforeseen import Unforeseen, foreseen
from pages.terminal.parts.app import FELL_OVER, app
from pages.terminal.parts.arguments import authority_read
from pages.terminal.parts.options import AsJson, Authority, Files, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import needs_store, store_for
from pages.terminal.parts.task import asker, read, steps, tell

if TYPE_CHECKING:
    from data.published.release_pages import LaterRelease

benchmarks = typer.Typer(
    rich_markup_mode=None, help="Published figures: load DfE's files, show what they say, keep groups to compare with."
)
app.add_typer(benchmarks, name="benchmarks")
NO_LATER = {"later": None, "file": None, "address": None}
OF_A_YEAR = ("as_at", "value", "average", "low", "high", "dashboard", "verdict", "rank", "release")


@benchmarks.command()
def load(
    files: Files,
    read_as: Annotated[
        list[str] | None,
        typer.Option(help="HEADING=COLUMN where DfE has renamed one, such as number=children_count; repeatable"),
    ] = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Keep files of figures as DfE publishes them, and lists of neighbours; the same one again changes nothing.

    A file that cannot be kept is told, and the next one is read: it ends with 2 where there was one.
    """
    from data.published.releases import columns_read_as, load_file

    columns = columns_read_as(read_as or [])
    needs_store(store_path)
    contents = read(files)
    with store_for(store_path, None) as (store, _), steps() as progress:
        loaded, refused = [], []
        for place, (name, content) in enumerate(contents):
            progress(f"Reading {name}", place / len(contents))
            try:
                with foreseen(name):
                    loaded.append(load_file(store, asker(), name, content, columns))
            except Mendable as why:
                refused.append(why)
    if as_json:
        say([{**vars(file), "missing": list(file.missing)} for file in loaded], as_json)
    for file in () if as_json else loaded:
        tell("\n".join([file.sentence, *file.missing]))
    for why in refused:
        tell(f"Error: {why}", err=True)
    if refused:
        raise typer.Exit(FELL_OVER if any(isinstance(why, Unforeseen) for why in refused) else 2)


@benchmarks.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="An indicator's id, or a published measure's name")],
    year: Annotated[int | None, typer.Option(help="The year in which the period ends; else the latest")] = None,
    release: Annotated[int | None, typer.Option(help="The number of a release; else the latest")] = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Print what a release says of a measure: every area of a year, or every year of one authority."""
    from indicators.comparison.published_figure import measure_for, published_told

    asker().must(Act.AGGREGATES)
    with store_for(store_path, authority) as (store, wanted_code):
        records = published_told(store, measure_for(name), year, release, wanted_code)
    say(records, as_json, "authority", "name", "as_at", "value", "numerator", "denominator", "reason")


@benchmarks.command()
def releases(store_path: StoreAt = None, as_json: AsJson = False):
    """List the releases that are held, and beside the latest of each what is probably out since, with its file."""
    from data.ledger.clock import now
    from data.published.published_figures import editions
    from data.published.release_pages import later_releases

    asker().must(Act.AGGREGATES)
    with store_for(store_path, None) as (store, _):
        later = later_releases(store, now().date())
        all_editions = [edition for numbered in editions(store).values() for edition in numbered]
    records = [
        {
            "release": edition.release,
            "publication": edition.publication,
            "first_year": edition.first_year,
            "last_year": edition.last_year,
            "lacks": " ".join(edition.missing),
            **_later(later.get(edition.publication), edition.last_year),
        }
        for edition in all_editions
    ]
    say(records, as_json, "release", "publication", "first_year", "last_year", "later", "file")


@benchmarks.command()
def dashboard(as_json: AsJson = False):
    """List the metrics of DfE's dashboard: our indicator or why there is none, and what it is compared with."""
    from indicators.comparison.dashboard_metrics import all_metrics

    records = [
        {
            "number": number,
            "national": metric.national,
            "metric": metric.title,
            "indicator": metric.measured_by or None,
            "answer": metric.answer,
            "comparator": metric.comparator,
        }
        for number, metric in enumerate(all_metrics(), 1)
    ]
    say(records, as_json, "number", "national", "metric", "answer", "comparator")


@benchmarks.command()
def group(
    name: Annotated[str, typer.Argument(help="What the group is called from now on, such as 'West London'")],
    codes: Annotated[list[str], typer.Argument(metavar="CODE…", help="ONS codes of its members, such as E09000009")],
    store_path: StoreAt = None,
):
    """Keep a group of authorities to compare with; one of the same name becomes its next version."""
    from indicators.comparison.comparators import keep_group_for_comparing

    needs_store(store_path)
    with store_for(store_path, None) as (store, _):
        kept_group, new = keep_group_for_comparing(store, asker(), name, codes)
    state = "kept" if new else "held already; nothing changed"
    tell(f"{kept_group.named}, {state}: {kept_group.to_json()['who']}.")


@benchmarks.command()
def groups(store_path: StoreAt = None, as_json: AsJson = False):
    """List the groups that are kept, every version of each, the latest first."""
    from data.published.authority_groups import groups as kept

    asker().must(Act.AGGREGATES)
    with store_for(store_path, None) as (store, _):
        records = [group.to_json() for group in kept(store)]
    say(records, as_json, "name", "version", "made_at", "made_by", "who")


@app.command()
def compare(
    indicator: str,
    beside: Annotated[
        str,
        typer.Option(
            "--with",
            help="neighbours, london, inner-london, outer-london, region, england, group, or the name of a group kept",
        ),
    ] = "neighbours",
    version: Annotated[
        str | None, typer.Option("--list", help="The list of neighbours, 2025 or 2021; the version of a group kept")
    ] = None,
    group: Annotated[list[str] | None, typer.Option(help="An ONS code of the group; repeatable")] = None,
    average: Annotated[str | None, typer.Option(help="median, mean, pooled or published")] = None,
    release: Annotated[int | None, typer.Option(help="The number of a release; else the latest")] = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Compare an indicator with others, by a named average, for each year that is published."""
    from indicators.comparison.comparators import comparator_named
    from indicators.comparison.comparison import compare as compared
    from indicators.engine.catalogue import indicator_called
    from pages.words.figure_range import as_dfe_shows_it

    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        whom = comparator_named(store, beside, code, version, group or ())
        comparisons = compared(store, asker(), indicator_called(indicator), code, whom, average, release)
    say([comparison.to_json() for comparison in comparisons], as_json, *OF_A_YEAR)
    if not as_json and comparisons and (dashboard := comparisons[-1].dashboard):
        tell(as_dfe_shows_it(comparisons[-1].measure, dashboard))


def _later(release: "LaterRelease | None", last_year: int) -> Mapping[str, str | None]:
    """Say what is probably out after the latest release that is held, which file to fetch, and where."""
    if release is None or release.last_held != last_year:
        return NO_LATER
    return {"later": f"{release.since}: {release.of}", "file": release.file, "address": release.page.address}
