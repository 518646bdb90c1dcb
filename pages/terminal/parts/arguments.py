"""What a command was asked for by name: an extract, indicators, an authority, a month."""

from collections.abc import Collection
from datetime import date

from data.errors import Mendable
from data.extract import Declared
from data.extracts import all_extracts, uploaded_extracts
from data.months import month_end


def extract_called(name: str) -> Declared:
    """Return the extract of that name."""
    if name in all_extracts() and (page := all_extracts()[name].kept_in_office):
        raise Mendable(
            f"{all_extracts()[name].title} is no file to upload: it is kept on the page {page}. Take it away as a "
            "workbook with: python cli.py action-plan-out plan.xlsx"
        )
    if name not in uploaded_extracts():
        raise Mendable(f'There is no extract "{name}". Use one of {", ".join(uploaded_extracts())}.')
    return uploaded_extracts()[name]


def indicators_asked(
    ids: list[str] | None, service: str | None, national: str | None = None, ofsted: str | None = None
) -> list:
    """Return the indicators asked for: by id, or all; of them, those of a service, an outcome or enabler, an area."""
    from indicators.engine.catalogue import all_indicators, indicator_called
    from indicators.engine.grouping import GROUPINGS, group_of

    indicators = [indicator_called(name) for name in ids] if ids else list(all_indicators().values())
    for by, called, word in (
        ("service", "service", service),
        ("national", "outcome or enabler", national),
        ("ofsted", "area of Ofsted’s", ofsted),
    ):
        if word not in (None, *GROUPINGS[by][1]):
            raise Mendable(f'There is no {called} "{word}". Use one of {", ".join(GROUPINGS[by][1])}.')
        indicators = [indicator for indicator in indicators if word in (None, group_of(indicator, by))]
    return indicators


def only_authority(authorities: list[str]) -> str:
    """Return the one authority held; with more, one must be chosen."""
    if len(authorities) != 1:
        raise Mendable(f"Say whose rows: --authority with one of {', '.join(authorities) or 'the codes published'}.")
    return authorities[0]


def authority_read(code: str | None, published: Collection[str]) -> str:
    """Return the authority whose figures are asked for, or the only one published.

    Raises:
        Mendable: where nothing stands published for it; an empty answer would read as if there were nothing to tell.
    """
    if code and published and code not in published:
        raise Mendable(f"Nothing stands published for {code}. Published: {', '.join(published)}.")
    return code or only_authority(list(published))


def month_or_latest(all_months: list[date], month: str | None) -> date:
    """Return the month asked for, or the latest of those held.

    Raises:
        Mendable: where nothing was published for it; an empty answer would read as if there were nothing to tell.
    """
    if not all_months:
        raise Mendable("No month has been published yet. Say which with --month, once it has been.")
    if month is None:
        return all_months[-1]
    if month_end(month) not in all_months:
        raise Mendable(
            f"Nothing was published for {month}: months are held from {all_months[0]:%Y-%m} to {all_months[-1]:%Y-%m}."
        )
    return month_end(month)
