"""Published figures as the store keeps them: each release beside the others, loaded once however often it is given."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

import pandas as pd

from data.access import Act, Reader
from data.ledger.audit_log import record
from data.ledger.clock import now
from data.ledger.deeds import Deed
from data.ledger.numbers import next_number
from data.published.areas import code_in_force
from data.published.dfe_file import Release
from data.published.dfe_publication import all_publications, measure_called
from data.published.shipped_tables import ask_published
from data.store.store import Store


@dataclass(frozen=True)
class Edition:
    """Hold what is kept of one release: what it is, its years, and when it was loaded; one that ships never was."""

    release: int
    publication: str
    first_year: int
    last_year: int
    missing: tuple[str, ...]
    loaded_at: datetime | None

    @property
    def named(self) -> str:
        """Name the release for a reader: what it is, its last year, and whether it came with the program."""
        when = self.loaded_at
        how = "shipped with the program" if when is None else f"loaded {when.day} {when:%b %Y}"
        return f"{all_publications()[self.publication].title}, {self.last_year} ({how})"


@dataclass(frozen=True, kw_only=True)
class Held:
    """Hold one published figure as it is kept, and whose it is; a number that is missing has its word beside it."""

    authority: str
    name: str
    region: str
    level: str
    year: int
    numerator: float | None
    numerator_missing: str
    denominator: float | None
    denominator_missing: str
    value: float | None
    value_missing: str


def keep_release(store: Store, reader: Reader, release: Release) -> tuple[int, bool]:
    """Keep a release beside the others; return its number, and whether it is new. The same one changes nothing."""
    reader.must(Act.BENCHMARKS)
    editions(store)  # makes the tables where they are not there yet
    with store.change() as cursor:
        same = "select release from store.reference.releases where fingerprint = ?"
        if row := cursor.execute(same, [release.fingerprint]).fetchone():
            return int(row[0]), False
        number = next_number(cursor, "release")
        entry = [number, release.publication.name, *release.years, release.fingerprint, release.file]
        entry += ["\n".join(release.missing), now(), reader.who]
        cursor.execute("insert into store.reference.releases values (?, ?, ?, ?, ?, ?, ?, ?, ?)", entry)
        areas = pd.DataFrame([asdict(area) for area in release.areas])
        for table, rows in (("areas", areas), ("published", release.table)):
            cursor.register("incoming", rows)
            cursor.execute(f"insert into store.reference.{table} by name select {number} as release, * from incoming")
            cursor.unregister("incoming")
        record(cursor, reader, Deed.BENCHMARKS)
    return number, True


def editions(store: Store) -> dict[int, list[Edition]]:
    """Return every release kept, by number; what ships is one number with an edition for each publication."""
    rows = ask_published(store, "select * from known_releases order by release desc, publication")
    by_release: dict[int, list[Edition]] = {}
    for row in rows.to_dict("records"):
        by_release.setdefault(int(row["release"]), []).append(_edition(row))
    return by_release


def edition_for(store: Store, measure: str, authority: str) -> Edition | None:
    """Return the release to read a measure from: one that holds the authority, the latest of these, the last loaded."""
    measure_called(measure)
    rows = ask_published(
        store,
        """
        with best as (
            select published.release
            from known_published as published
            where published.measure = $measure
            group by published.release
            order by bool_or(published.authority = $authority) desc, max(published.year) desc, published.release desc
            limit 1
        )
        select releases.*
        from known_releases as releases
        join best on best.release = releases.release
        where releases.publication = $publication
        """,
        measure=measure,
        authority=code_in_force(authority),
        publication=measure.partition(".")[0],
    )
    return None if rows.empty else _edition(rows.to_dict("records")[0])


def editions_with(store: Store, measure: str) -> list[Edition]:
    """Return every release that holds a measure, the last loaded first; what ships goes last."""
    rows = ask_published(
        store, "select distinct release from known_published where measure = $measure", measure=measure
    )
    numbers, publication = set(rows["release"]), measure.partition(".")[0]
    all_editions = [
        edition
        for release_editions in editions(store).values()
        for edition in release_editions
        if edition.publication == publication
    ]
    return sorted(
        (edition for edition in all_editions if edition.release in numbers), key=lambda edition: -edition.release
    )


def _edition(row: Mapping) -> Edition:
    """Make an edition of a row of the known releases."""
    missing = tuple(part for part in row["missing"].split("\n") if part)
    loaded = None if pd.isna(row["loaded_at"]) else row["loaded_at"].to_pydatetime()
    years = int(row["first_year"]), int(row["last_year"])
    return Edition(int(row["release"]), row["publication"], *years, missing, loaded)


def published(store: Store, measure: str, release: int) -> list[Held]:
    """Return every figure of a measure in a release, with its area's name, region and level."""
    return list(store.public.kept((published, measure, release), lambda: _published(store, measure, release)))


def _published(store: Store, measure: str, release: int) -> list[Held]:
    """Read every figure of a measure in a release."""
    rows = ask_published(
        store,
        """
        select published.* exclude (release, measure), areas.name, areas.region, areas.level
        from known_published as published
        join known_areas as areas on areas.release = published.release and areas.authority = published.authority
        where published.measure = $measure and published.release = $release
        order by published.year, published.authority
        """,
        measure=measure,
        release=release,
    )
    records = rows.astype(object).where(rows.notna(), None).to_dict("records")
    return [Held(**{str(name): value for name, value in row.items()}) for row in records]
