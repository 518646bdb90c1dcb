"""When a later release of DfE's is probably out, by the days on which it published those before, and what to fetch."""

import tomllib
from calendar import isleap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from data.published.dfe_publication import Publication, all_publications
from data.published.published_figures import editions
from data.store.store import Store

WRITTEN = Path(__file__).with_name("release_pages.toml")


@dataclass(frozen=True, kw_only=True)
class ReleasePage:
    """Hold where DfE publishes a release, and on which day the figures of each year came out."""

    title: str
    address: str
    out: Mapping[int, date]
    year_listed: int = 0
    """The latest year that DfE lists there without a day."""

    def expected(self, year: int) -> date:
        """Return the day by which figures of a year come out, as late in the year as any before them did."""
        return max(_years_on(day, year - of) for of, day in self.out.items())

    def latest(self, today: date) -> int:
        """Return the latest year whose figures are out, or were expected by today."""
        years = range(min(self.out), today.year + 1)
        return max(
            year for year in (*years, self.year_listed) if year == self.year_listed or self.expected(year) <= today
        )


@dataclass(frozen=True)
class LaterRelease:
    """Say that a later release than the one held is probably out: of which year, since when, which file, and where."""

    publication: Publication
    last_held: int
    """The last year that is held."""
    year: int
    """The last year that is probably out."""

    @property
    def page(self) -> ReleasePage:
        """Return where it is published."""
        return release_pages()[self.publication.release]

    @property
    def file(self) -> str:
        """Name its file as DfE names it, by its year; or what DfE calls it, where the name could not be read."""
        return self.publication.file.format(year=self.year) or f"“{self.publication.title}”"

    @property
    def since(self) -> str:
        """Say since when it is probably out, by the days of earlier years; or that DfE lists that year."""
        if self.year <= self.page.year_listed:
            return "Probably out, since DfE lists that year"
        day = self.page.expected(self.year)
        return f"Probably out since {day.day} {day:%B %Y}"

    @property
    def of(self) -> str:
        """Say of which day its figures are."""
        day = self.publication.day(self.year)
        return f"figures at {day.day} {day:%B %Y}"


def later_releases(store: Store, today: date) -> dict[str, LaterRelease]:
    """Return, by publication, each of which figures are held and later ones are probably out."""
    last_years: dict[str, int] = {}
    for edition in (edition for release in editions(store).values() for edition in release):
        last_years[edition.publication] = max(edition.last_year, last_years.get(edition.publication, 0))
    return {
        name: LaterRelease(publication, last_years[name], latest)
        for name, publication in all_publications().items()
        if name in last_years and (latest := release_pages()[publication.release].latest(today)) > last_years[name]
    }


@cache
def release_pages() -> dict[str, ReleasePage]:
    """Read where and when DfE published each release, by name."""
    written = tomllib.loads(WRITTEN.read_text(encoding="utf-8"))
    return {
        name: ReleasePage(**{**page, "out": {int(year): day for year, day in page["out"].items()}})
        for name, page in written.items()
    }


def _years_on(day: date, years: int) -> date:
    """Return the same day some years on, and 1 March where that year has no 29 February."""
    has_no_such_day = (day.month, day.day) == (2, 29) and not isleap(day.year + years)
    return date(day.year + years, 3, 1) if has_no_such_day else day.replace(year=day.year + years)
