"""The published figure that an indicator is compared with, and what a release says of it."""

from data.errors import Mendable
from data.published.areas import JOINT, code_in_force
from data.published.dfe_publication import REASONS, Measure, measure_called, publication_of
from data.published.published_figures import Edition, Held, edition_for, editions_with, published
from data.store.store import Store
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.engine.declaration import Indicator


def measure_of(indicator: Indicator) -> Measure | None:
    """Return the published figure that an indicator is compared with: its own, or that of its twin in DfE's words."""
    twin = indicator_called(indicator.argument.twin) if indicator.argument.twin else indicator
    return measure_called(twin.argument.published) if twin.argument.published else None


def measure_for(name: str) -> Measure:
    """Return the measure of an indicator's id, or of its own name.

    Raises:
        Mendable: where no figure of it is published, naming the indicators of which one is.
    """
    if name not in all_indicators():
        return measure_called(name)
    measure = measure_of(all_indicators()[name])
    if measure is None:
        choices = ", ".join(indicator.id for indicator in all_indicators().values() if measure_of(indicator))
        raise Mendable(f"No published figure is known for {name}. There is one for: {choices}.")
    return measure


def published_told(
    store: Store, measure: Measure, year: int | None, release: int | None, authority: str | None
) -> list[dict]:
    """Return what a release says of a measure: all areas of a year, or of an authority all years or the one asked for.

    Raises:
        Mendable: where nothing is held for it.
    """
    authority = authority and code_in_force(authority)
    edition = edition_asked(store, measure, release, authority or "")
    wanted = year or (None if authority else edition.last_year)
    rows = [
        figure
        for figure in published(store, measure.name, edition.release)
        if wanted in (None, figure.year) and (authority is None or authority in figure.authority.split(JOINT))
    ]
    if not rows:
        raise Mendable(
            f"{edition.named} holds no figure of {measure.title} for {authority or 'any area'}"
            f"{f' in {year}' if year else ''}. Load the file with: python cli.py benchmarks load FILE"
        )
    return [_told(measure, edition, row) for row in rows]


def edition_asked(store: Store, measure: Measure, release: int | None, authority: str) -> Edition:
    """Return the release asked for, or the best there is for an authority.

    Raises:
        Mendable: where nothing is held of the measure, or not in that release.
    """
    if release is None:
        edition = edition_for(store, measure.name, authority)
        if edition is None:
            raise Mendable(f"Nothing is held of {measure.title}. Load it with: python cli.py benchmarks load FILE")
        return edition
    editions = {edition.release: edition for edition in editions_with(store, measure.name)}
    if release not in editions:
        advice = f" Use one of {', '.join(str(number) for number in editions)}." if editions else ""
        raise Mendable(f"Release {release} holds nothing of {measure.title}.{advice}")
    return editions[release]


def _told(measure: Measure, edition: Edition, figure: Held) -> dict:
    """Return one published figure in the shape that is printed."""
    why = {"symbol": figure.value_missing, "reason": REASONS[figure.value_missing]} if figure.value is None else {}
    return {
        "measure": measure.name,
        "authority": figure.authority,
        "name": figure.name,
        "as_at": publication_of(measure.name).day(figure.year).isoformat(),
        "value": figure.value,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "unit": measure.unit,
        "release": edition.named,
        **why,
    }
