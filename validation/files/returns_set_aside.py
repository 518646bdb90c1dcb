"""Returns and lists that are not read here: set aside and said beside other files, so that they stop nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.arrivals import Arrival
from data.arrivals.lists import ListArrived, is_another_list, passed_over
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


def table_set_aside(arrival: Arrival, digest: str) -> CheckedFile:
    """Say of a table that could not be read why that is; the others of its file go on."""
    return refused(CheckedFile(arrival.file, arrival.sheet, digest), "file.table_set_aside", arrival.refusal)


def stopping_nothing(files: Iterable[CheckedFile]) -> list[CheckedFile]:
    """Let what was set aside beside other files stop nothing: it is asked about instead."""
    return [
        replace(file, findings=tuple(replace(one, severity=QUERY) for one in file.findings), refused=False)
        for file in files
    ]
