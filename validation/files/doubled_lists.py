"""Lists of a return that came more than once: taken together where each is of a year of its own, else refused."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from data.arrivals import Arrival
from data.arrivals.list_rows import return_year
from data.arrivals.lists import ListArrived
from validation.files.check_result import CheckedFile
from validation.files.opened_table import account
from validation.files.refusal import refused


def one_of_each_list(
    lists: Sequence[ListArrived], digests: Mapping[Arrival, str], month_end: date
) -> tuple[list[ListArrived], list[CheckedFile]]:
    """Refuse lists that came twice, but for those of several years of a return, each of a year of its own."""
    same: dict[str, list[ListArrived]] = defaultdict(list)
    for listing in lists:
        same[listing.title].append(listing)
    once: list[ListArrived] = []
    doubled: list[CheckedFile] = []
    for title, listings in same.items():
        reason = _why_not_both(title, listings, digests, month_end) if len(listings) > 1 else ""
        once += [] if reason else listings
        accounts = [account(one.arrival, digests[one.arrival]) for one in listings if reason]
        doubled += [refused(file, "file.two_files", reason) for file in accounts]
    return once, doubled


def _why_not_both(title: str, listings: Sequence[ListArrived], digests: Mapping[Arrival, str], month_end: date) -> str:
    """Say why lists that are the same cannot be taken together, or nothing where each is of a year of its own."""
    names = " and ".join(sorted(listing.arrival.where for listing in listings))
    if len({(digests[listing.arrival], listing.arrival.sheet) for listing in listings}) < len(listings):
        return f"{names} are {title}, and two of them are the same to the letter. Leave one of the two out."
    if not listings[0].of.years:
        if len({listing.arrival.file for listing in listings}) < len(listings):
            return (
                f"{names} are both {title}. Put the rows of both onto one sheet, or take the other out of the workbook."
            )
        return f"{names} are both {title}. Choose the right one, or put their rows onto one sheet."
    years = [return_year(listing, month_end) for listing in listings]
    if None in years:
        return (
            f"{names} are both {title}, and nothing in them says of which year each is. Put the year into the name of "
            "each file, such as 2024-25."
        )
    if len(set(years)) < len(years):
        return (
            f"{names} are both {title}, and two of them are of the same year. Choose the right one, or put the year of "
            "each into its name, such as 2024-25."
        )
    return ""
