"""What the header of a census says: which collection it is of, which year, and whose; another one is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.codes import collection_year
from data.errors import Mendable
from data.returns.cin.blocks import COLLECTION, Census

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
CODE = re.compile(r"\d{3}")


@dataclass(frozen=True)
class CensusHeader:
    """Hold the collection year of a census, and DfE's number of the authority."""

    year: str
    authority: str


def checked_header(file_name: str, header: Mapping[str, str], census: Census) -> CensusHeader:
    """Return what a header says by its elements, in small letters; raise `Mendable` where it is of no census read."""
    collection, lea = header.get("collection", ""), header.get("lea", "")
    if not header:
        raise Mendable(f"{file_name}: it has no <Header>, which says of which year it is and whose. {_AGAIN}")
    if collection.upper() != COLLECTION:
        raise Mendable(
            f"{file_name}: its header says that it is of the collection {_shown(collection)}, and of DfE's XML "
            f"only the census of children in need ({COLLECTION}) is read here. Choose that file."
        )
    ends = _reference_date(file_name, header.get("referencedate", ""), header.get("year", ""))
    year = collection_year(ends)
    if not census.first_day <= ends <= census.last_day:
        raise Mendable(
            f"{file_name}: its header says that it is the census of {year}, and those of {census.years[0]} to "
            f"{census.years[-1]} are read here. Choose the file of one of these years."
        )
    if not CODE.fullmatch(lea):
        raise Mendable(
            f"{file_name}: <LEA> in its header says {_shown(lea)}, where DfE's number of the authority, of three "
            f"digits, is wanted. {_AGAIN}"
        )
    return CensusHeader(year, lea)


_AGAIN = "Correct it in the case system, and export the return again."


def _reference_date(file_name: str, written: str, year: str) -> date:
    """Return the last day of the census, a 31 March; the year beside it must be one in which that census lies."""
    match = DAY.match(written)
    try:
        ends = date(*map(int, match.groups())) if match else None
    except ValueError:
        ends = None
    if ends is None or (ends.month, ends.day) != (3, 31):
        raise Mendable(
            f"{file_name}: <ReferenceDate> in its header says {_shown(written)}, where the 31 March that ends the year "
            f"of the census is wanted, such as 2027-03-31 (DfE rule 100). {_AGAIN}"
        )
    if year not in (str(ends.year), str(ends.year - 1)):
        raise Mendable(
            f"{file_name}: <Year> in its header says {_shown(year)} and <ReferenceDate> {written[:10]}: nobody can "
            f"tell of which year it is. {_AGAIN}"
        )
    return ends


def _shown(text: str) -> str:
    return f'"{text[:40]}"' if text else "nothing"
