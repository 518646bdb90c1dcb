"""Every indicator there is, gathered by looking into the folders."""

from collections.abc import Container, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from data.errors import Mendable
from data.store.attachment import Cursor
from data.store.trial import Trial
from indicators.engine.adding_up import refuse_unknown_parts
from indicators.engine.declaration import Indicator, read_indicators
from indicators.engine.measure import measure_missing
from indicators.engine.services import SERVICES

INDICATORS = Path(__file__).parents[1]


@cache
def all_indicators() -> dict[str, Indicator]:
    """Gather every indicator by id, in the order of services and then of file names.

    Raises:
        Mendable: naming the file that cannot be read, a folder that is no service, or a neighbour that does not exist.
    """
    blank = Trial.blank()
    indicators: dict[str, Indicator] = {}
    for path in sorted(INDICATORS.glob("*/*.sql"), key=lambda path: (_place(path.parent.name), path.name)):
        for indicator in read_indicators(path, blank):
            if indicator.id in indicators:
                raise Mendable(
                    f"{indicator.id} lies in two places: {indicators[indicator.id].service} and {indicator.service}."
                )
            indicators[indicator.id] = indicator
    for indicator in indicators.values():
        refuse_unknown_neighbours(indicator, indicators)
        sums = [*indicator.sums, *({sum_.part: 1} for sum_ in indicator.sums_over_months)]
        refuse_unknown_parts(f"indicators/{indicator.service}/{indicator.file}.sql", sums, indicators)
    blank.close()
    return indicators


def measure_everything(cursor: Cursor, authority: str, months: Sequence[date]) -> None:
    """Measure every indicator of an authority's months: what a publish does in its own transaction."""
    measure_missing(cursor, list(all_indicators().values()), authority, months)


def indicator_called(name: str) -> Indicator:
    """Return the indicator of that id.

    Raises:
        Mendable: naming the nearest id there is.
    """
    from difflib import get_close_matches

    everything = all_indicators()
    if name not in everything:
        near = get_close_matches(name, everything, n=1)
        hint = f" Did you mean {near[0]}?" if near else " List them with: python cli.py figures"
        raise Mendable(f'There is no indicator "{name}".{hint}')
    return everything[name]


def services_of_indicators() -> dict[str, str]:
    """Return of which service each indicator is, by id."""
    return {indicator.id: indicator.service for indicator in all_indicators().values()}


def read_beside(name: str) -> list[Indicator]:
    """Return the indicators to read beside one, by id: those it names, and those that name it."""
    everything = all_indicators()
    names = [
        *everything[name].argument.beside,
        *(indicator.id for indicator in everything.values() if name in indicator.argument.beside),
    ]
    return [everything[name] for name in dict.fromkeys(names)]


def refuse_unknown_neighbours(indicator: Indicator, names: Container[str]) -> None:
    """Refuse an indicator that is to be read beside one that does not exist, or beside itself."""
    for name in indicator.argument.beside:
        if name not in names or name == indicator.id:
            where = f"indicators/{indicator.service}/{indicator.file}.sql"
            raise Mendable(f"{where}: beside names {name}, which is no other indicator. Use the name of its file.")


def units() -> dict[str, str]:
    """Return the unit of each indicator by its id: what the check of figures already counted asks for."""
    return {name: indicator.unit for name, indicator in all_indicators().items()}


def _place(service: str) -> int:
    """Return where a service stands in the order; refuse a folder that is none."""
    if service not in SERVICES:
        raise Mendable(f"indicators/{service}/ is not a service. Use one of {', '.join(SERVICES)}.")
    return list(SERVICES).index(service)
