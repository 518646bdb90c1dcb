"""Authorities as people write them: by name, in the style of their council, or by DfE's three digits.

Only what is the whole name of one authority of England is read as its code: nothing is told by a part of it.
"""

import csv
import re
from functools import cache
from pathlib import Path

REFERENCE = Path(__file__).parents[1] / "reference"
STYLES = re.compile(
    r"^(?:the )?(?:(?:london|royal|metropolitan) borough of |city of |county of )?(.+?)"
    r"(?: city of| county of)?"
    r"(?: (?:city|county|(?:metropolitan |london )?borough|district|metropolitan district))?(?: council)?(?: mbc| lb)?$"
)
"""What stands around the name of a place in that of its council."""


def code_of_authority(text: str) -> str | None:
    """Return the code of the authority in force that a text names, or None where it names none, or not one alone."""
    plain = _plain(text)
    place = STYLES.fullmatch(plain)
    return _codes().get(plain) or (_codes().get(place[1]) if place else None)


@cache
def _codes() -> dict[str, str]:
    """Return the code in force of each authority by its name, by the place in it, and by DfE's three digits."""
    gone = {row["authority"] for row in _rows("successions")}
    named: dict[str, set[str]] = {}
    for row in _rows("authorities"):
        if row["authority"] not in gone:
            place = (
                row["name"].removesuffix(", City of").removesuffix(", County of")
            )  # London is not the City of London
            for name in {_plain(row["name"]), _plain(place), row["dfe_code"]}:
                named.setdefault(name, set()).add(row["authority"])
    return {name: codes.pop() for name, codes in named.items() if name and len(codes) == 1}


def _rows(name: str) -> list[dict[str, str]]:
    """Read a shipped table."""
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _plain(text: str) -> str:
    """Return a name in small letters without signs, an & as and."""
    return " ".join(
        re.sub(r"[^\w]+", " ", text.lower().replace("&", " and ").replace("'", "").replace("’", "")).split()
    )
