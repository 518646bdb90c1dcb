"""Load whatever file of published figures is given: a release, or a list of statistical neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.access import Act, Reader
from data.errors import Mendable
from data.heading_spelling import tidy
from data.published.dfe_file import read_release
from data.published.dfe_publication import all_publications
from data.published.missing_parts import nearest
from data.published.neighbours import is_neighbour_list, keep_neighbours, read_neighbours, year_in
from data.published.published_figures import keep_release
from data.published.shipped_tables import population_held
from data.store.store import Store


@dataclass(frozen=True)
class Loaded:
    """Say what became of a file: what it is, its years, how many figures, whether it is new, and what it lacks.

    `read_by` says how its headings were known, where not as those of the latest edition.
    """

    file: str
    title: str
    first_year: int
    last_year: int
    figures: int
    new: bool
    missing: tuple[str, ...] = ()
    read_by: str = ""

    @property
    def sentence(self) -> str:
        """Say it in a sentence."""
        years = f"{self.first_year}" if self.first_year == self.last_year else f"{self.first_year} to {self.last_year}"
        state = "loaded" if self.new else "held already; nothing changed"
        read_by = f", read by {self.read_by}" if self.read_by else ""
        return f"{self.file}: {self.title}, {years}, {self.figures:,} figures{read_by}, {state}."


def load_file(
    store: Store, reader: Reader, name: str, contents: bytes, read_as: Mapping[str, str] | None = None
) -> Loaded:
    """Read a file as DfE publishes it and keep it beside the others; the same one again changes nothing.

    `read_as` says which declared column a heading of the file stands for.

    Raises:
        Mendable: where it is no such file, or holds what cannot be read; naming file, row and column.
    """
    reader.must(Act.BENCHMARKS)
    if is_neighbour_list(contents):
        near = read_neighbours(name, contents, year_in(name))
        year = int(near[0].list)
        return Loaded(name, "Statistical neighbours", year, year, len(near), keep_neighbours(store, reader, near))
    release = read_release(name, contents, population_held(), read_as)
    _, new = keep_release(store, reader, release)
    counted = len(release.figures)
    return Loaded(name, release.publication.title, *release.years, counted, new, release.missing, release.read_by)


def columns_read_as(texts: Sequence[str]) -> dict[str, str]:
    """Read HEADING=COLUMN, as a person writes it: which declared column each heading of a file stands for.

    Raises:
        Mendable: where it is not so written, or no publication has such a column; naming the nearest that there is.
    """
    columns = {tidy(column): column for publication in all_publications().values() for column in publication.columns}
    read_as: dict[str, str] = {}
    for text in texts:
        heading, equals, column = (part.strip() for part in text.rpartition("="))
        if not (heading and equals and tidy(column) in columns):
            near = nearest([column], columns.values())
            hint = f" The nearest column is {near}." if near else ""
            raise Mendable(
                f'"{text}" does not say which column of DfE\'s a heading is. Write it as number=children_count.{hint}'
            )
        read_as[heading] = columns[tidy(column)]
    return read_as
