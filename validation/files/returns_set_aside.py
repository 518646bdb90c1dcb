"""Returns and lists that are not read here, or not now: set aside and said beside others, so that they stop nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from data.arrivals import Arrival
from data.arrivals.list_rows import return_year
from data.arrivals.lists import ListArrived, is_another_list, passed_over
from data.codes import collection_year
from data.codes.code_set import year_begins
from validation.files.check_result import CheckedFile
from validation.files.refusal import refused
from validation.rules.severity import QUERY


def other_lists(arrivals: Iterable[Arrival], lists: Sequence[ListArrived]) -> list[Arrival]:
    """Return what is a list of a return and none of the lists of it that are read.

    It is known as such, or the return is here and it names children as the return does.
    """
    returns = {listing.of.title: listing.of for listing in lists}.values()
    return [
        arrival for arrival in arrivals if passed_over(arrival) or any(is_another_list(arrival, of) for of in returns)
    ]


def list_set_aside(file: CheckedFile, arrival: Arrival) -> CheckedFile:
    """Say that a list is not read."""
    named = passed_over(arrival)
    what = f"{named}, which is not read here" if named else "a list of the return beside it that is not read here"
    reason = (
        f"{arrival.where}: this is {what}. It was set aside: nothing of it is kept or counted. Check that it holds "
        "nothing that is wanted."
    )
    return refused(file, "file.list_set_aside", reason)


def of_other_years(lists: Sequence[ListArrived], year: str, month_end: date) -> dict[ListArrived, str]:
    """Return the lists that no return of a year is made of, each with its own year: later ones, or all but for it.

    A list of an earlier year stands beside one of the year, as DfE has that of the year before beside it.
    """
    begins = {listing: return_year(listing, month_end) for listing in lists}
    years = {listing: collection_year(first) if first else year for listing, first in begins.items()}
    is_there = year in years.values()
    return {
        listing: of_list
        for listing, of_list in years.items()
        if year_begins(of_list) > year_begins(year) or (of_list != year and not is_there)
    }


def year_set_aside(file: CheckedFile, arrival: Arrival, of_list: str, year: str) -> CheckedFile:
    """Say of a list that it waits for the return of its own year."""
    reason = (
        f"{arrival.where}: this list is of {of_list}, and the return of {year} is checked, so that it was set aside "
        f"and waits. Choose the list of {year}, or check the return of {of_list}."
    )
    return refused(file, "file.of_another_year", reason)


def table_set_aside(arrival: Arrival, digest: str) -> CheckedFile:
    """Say of a table that could not be read why that is; the others of its file go on."""
    return refused(CheckedFile(arrival.file, arrival.sheet, digest), "file.table_set_aside", arrival.refusal)


def stopping_nothing(files: Iterable[CheckedFile]) -> list[CheckedFile]:
    """Let what was set aside beside other files stop nothing: it is asked about instead."""
    return [
        replace(file, findings=tuple(replace(one, severity=QUERY) for one in file.findings), refused=False)
        for file in files
    ]
