"""What ships of the published figures: everybody's of the latest year, and five years of those most often asked for.

These are London, Brent's neighbours, the regions and England. A funnel wants every authority; a trend wants years.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, fields
from pathlib import Path

from data.published.areas import JOINT, LOCAL_AUTHORITY, REFERENCE, Area, authorities, shipped_rows
from data.published.dfe_file import Release, read_release
from data.published.dfe_publication import all_measures
from data.published.neighbours import Neighbour, is_neighbour_list, read_neighbours, year_in
from data.published.recount import recounts, written_out
from data.published.shipped_tables import population_held
from data.published.suppressed_sizes import hidings
from data.published.suppressed_sizes import written_out as hidden_written_out

YEARS = 5
BRENT, LONDON = "E09000005", ("Inner London", "Outer London")
POPULATION = ("authority", "year", "children_0_17")


def write_reference(folder: Path) -> None:
    """Write the shipped figures, neighbours, areas and the regions' population, from the files of a folder."""
    for name, text in shipped(*read_folder(folder)).items():
        (REFERENCE / name).write_text(text, encoding="utf-8")


def read_folder(folder: Path) -> tuple[list[Neighbour], list[Release]]:
    """Read every file of a folder: the neighbour lists as one, and the releases."""
    files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}
    lists = {name: contents for name, contents in files.items() if is_neighbour_list(contents)}
    near = [
        neighbour for name, contents in lists.items() for neighbour in read_neighbours(name, contents, year_in(name))
    ]
    counted = population_held()
    return near, [read_release(name, contents, counted) for name, contents in files.items() if name not in lists]


def shipped(near: Sequence[Neighbour], releases: Sequence[Release]) -> Mapping[str, str]:
    """Return the shipped tables as csv, and what was counted again, by the name of the file in data/reference."""
    areas = {area.authority: area for release in releases for area in release.areas}
    figures = [row for release in releases for row in _headlines(release, areas, near)]
    used = {row[1] for row in figures}
    beyond = [area for code, area in sorted(areas.items()) if code in used and code not in authorities()]
    return {
        "neighbours.csv": _csv(
            [field.name for field in fields(Neighbour)], (astuple(neighbour) for neighbour in sorted(near))
        ),
        "published.csv": _csv(("measure", "authority", "year", "numerator", "denominator", "value"), figures),
        "areas.csv": _csv([field.name for field in fields(Area)], (astuple(area) for area in beyond)),
        "population.csv": _csv(POPULATION, _population(releases, areas)),
        "RECOUNTED.md": written_out(recounts(releases), {code: area.name for code, area in areas.items()})
        + f"\n{hidden_written_out(hidings(releases))}",
    }


def _headlines(release: Release, areas: Mapping[str, Area], near: Sequence[Neighbour]) -> list[tuple]:
    """Return the figures of a release that ship, a word in the place of each number that is missing."""
    latest = release.years[1]
    ours = {BRENT, *(neighbour.neighbour for neighbour in near if neighbour.authority == BRENT)}
    codes = {
        code
        for code, area in areas.items()
        if area.level != LOCAL_AUTHORITY or area.region in LONDON or ours & set(code.split(JOINT))
    }
    return sorted(
        (
            figure.measure,
            figure.authority,
            figure.year,
            _written(figure.numerator, figure.numerator_missing),
            _written(figure.denominator, figure.denominator_missing),
            _written(figure.value, figure.value_missing),
        )
        for figure in release.figures
        if (figure.year == latest or (figure.authority in codes and figure.year > latest - YEARS))
        and all_measures()[figure.measure].ships
    )


def _population(releases: Sequence[Release], areas: Mapping[str, Area]) -> list[tuple]:
    """Return the estimates: as they ship for authorities, under the codes of their time, and anew for all above."""
    rows = [tuple(row[name] for name in POPULATION) for row in shipped_rows("population")]
    above = {code for code, area in areas.items() if area.level != LOCAL_AUTHORITY}
    counted = [figure for release in releases if release.publication.name == "population" for figure in release.figures]
    new = [
        (figure.authority, figure.year, _written(figure.value, "")) for figure in counted if figure.authority in above
    ]
    return [row for row in rows if row[0] not in above] + sorted(new)


def _written(number: float | None, missing: str) -> str:
    """Write a number in ten figures at most, or the word that stands in its place."""
    return missing if number is None else f"{number:.10g}"


def _csv(headings: Sequence[str], rows: Iterable[Sequence]) -> str:
    """Write rows as csv."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return text.getvalue()
