"""Load whatever file of published figures is given: a release, or a list of statistical neighbours."""

from dataclasses import dataclass

from data.access import Act, Reader
from data.published.dfe_file import read_release
from data.published.neighbours import is_neighbour_list, keep_neighbours, read_neighbours, year_in
from data.published.published_figures import keep_release
from data.published.shipped_tables import population_held
from data.store.store import Store


@dataclass(frozen=True)
class Loaded:
    """Say what became of a file: what it is, its years, how many figures, whether it is new, and what it lacks."""

    file: str
    title: str
    first_year: int
    last_year: int
    figures: int
    new: bool
    missing: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Say it in a sentence."""
        years = f"{self.first_year}" if self.first_year == self.last_year else f"{self.first_year} to {self.last_year}"
        state = "loaded" if self.new else "held already; nothing changed"
        return f"{self.file}: {self.title}, {years}, {self.figures:,} figures, {state}."


def load_file(store: Store, reader: Reader, name: str, contents: bytes) -> Loaded:
    """Read a file as DfE publishes it and keep it beside the others; the same one again changes nothing.

    Raises:
        Mendable: where it is no such file, or holds what cannot be read; naming file, row and column.
    """
    reader.must(Act.BENCHMARKS)
    if is_neighbour_list(contents):
        near = read_neighbours(name, contents, year_in(name))
        year = int(near[0].list)
        return Loaded(name, "Statistical neighbours", year, year, len(near), keep_neighbours(store, reader, near))
    release = read_release(name, contents, population_held())
    _, new = keep_release(store, reader, release)
    return Loaded(name, release.publication.title, *release.years, len(release.figures), new, release.missing)
