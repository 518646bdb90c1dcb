"""What the header of a census says: which collection it is of, which year, and whose; another one is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.codes import collection_year
from data.errors import Mendable
from data.returns.blocks import Census
from data.returns.cin.cin_blocks import CIN
from data.returns.csww.workforce_blocks import CSWW

CENSUSES = {census.collection: census for census in (CIN, CSWW)}
"""The collections that are read, by what headers call them."""
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
CODE = re.compile(r"\d{3}")


@dataclass(frozen=True)
class CensusHeader:
    """Hold which census a file is, the last day of its year, and DfE's number of the authority."""

    census: Census
    ends: date
    authority: str

    @property
    def year(self) -> str:
        """Return the collection year by whose codes it is read: the one in which its last day lies."""
        return collection_year(self.ends)


def checked_header(file_name: str, header: Mapping[str, str]) -> CensusHeader:
    """Return what a header says by its elements, in small letters; raise `Mendable` where it is of no census read."""
    collection, lea = header.get("collection", ""), header.get("lea", "")
    if not header:
        raise Mendable(f"{file_name}: it has no <Header>, which says of which year it is and whose. {_AGAIN}")
    census = CENSUSES.get(collection.upper())
    if census is None:
        read = " and the ".join(f"{census.title} ({census.collection})" for census in CENSUSES.values())
        raise Mendable(
            f"{file_name}: its header says that it is of the collection {_shown(collection)}, and of DfE's XML "
            f"only the {read} are read here. Choose one of these files."
        )
    ends = _reference_date(file_name, census, header.get("referencedate", ""), header.get("year", ""))
    year = census.year_ending(ends)
    if not census.last_day(census.years[0]) <= ends <= census.last_day(census.years[-1]):
        raise Mendable(
            f"{file_name}: its header says that it is the census of {year}, and those of {census.years[0]} to "
            f"{census.years[-1]} are read here. Choose the file of one of these years."
        )
    if not CODE.fullmatch(lea):
        raise Mendable(
            f"{file_name}: <LEA> in its header says {_shown(lea)}, where DfE's number of the authority, of three "
            f"digits, is wanted. {_AGAIN}"
        )
    return CensusHeader(census, ends, lea)


_AGAIN = "Correct it in the case system, and export the return again."


def _reference_date(file_name: str, census: Census, written: str, year: str) -> date:
    """Return the last day of the census; the year beside it must be one in which that census lies."""
    match = DAY.match(written)
    try:
        ends = date(*map(int, match.groups())) if match else None
    except ValueError:
        ends = None
    last = census.last_day(census.years[-1])
    if ends is None or (ends.month, ends.day) != census.ends:
        rule = f" ({census.rule})" if census.rule else ""
        raise Mendable(
            f"{file_name}: <ReferenceDate> in its header says {_shown(written)}, where the {last.day} {last:%B} that "
            f"ends the year of the census is wanted, such as {last}{rule}. {_AGAIN}"
        )
    if year not in (str(ends.year), str(ends.year - 1)):
        raise Mendable(
            f"{file_name}: <Year> in its header says {_shown(year)} and <ReferenceDate> {written[:10]}: nobody can "
            f"tell of which year it is. {_AGAIN}"
        )
    return ends


def _shown(text: str) -> str:
    return f'"{text[:40]}"' if text else "nothing"
