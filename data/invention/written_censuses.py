"""The invented borough's censuses as files: one for each year of which its stories tell the whole, or the last part."""

from collections.abc import Callable
from pathlib import Path

from data.errors import Mendable
from data.invention.cin_census import census_of
from data.invention.ordinal_days import MONTHS
from data.invention.publication import SEED, live_through
from data.invention.workforce import all_workers, fall_ill, known_workers
from data.invention.workforce_census import workforce_census_of

YEARS = {"cin": (2024, 2025, 2026, 2027), "workforce": (2024, 2025, 2026)}
"""The years of each census: that of children in need ends in March, and its last is going on; that of workers ended in
September."""


def write_censuses(
    folder: Path, census: str, seed: int = SEED, write: Callable[[Path, bytes], object] = Path.write_bytes
) -> list[Path]:
    """Write a census of `YEARS` into a folder, a file for each year, as it stands at the last month's end.

    Raises:
        Mendable: where there is no such census.
    """
    if census not in YEARS:
        raise Mendable(f"No census is called {census}. Say one of {' and '.join(YEARS)}.")
    folder.mkdir(parents=True, exist_ok=True)
    if census == "cin":
        borough = live_through(seed)
        written = {year: census_of(borough, year, MONTHS[-1]) for year in YEARS[census]}
    else:
        workers = known_workers(all_workers(seed))
        fall_ill(seed, workers)
        written = {year: workforce_census_of(workers, year) for year in YEARS[census]}
    for year, contents in written.items():
        write(folder / f"{census}_{year}.xml", contents)
    return [folder / f"{census}_{year}.xml" for year in written]
