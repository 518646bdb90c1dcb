"""Authorities as people write them: by name, in the style of their council, or by DfE's three digits.

Only what is the whole name of one authority of England is read as its code: nothing is told by a part of it.
"""

import csv
import re
from functools import cache
from pathlib import Path

REFERENCE = Path(__file__).parents[1] / "reference"
STYLES = re.compile(
    r"(?:the )?(?P<before>(?:london|royal|metropolitan) borough of |city of |county of )?(?P<place>.+?)"
    r"(?P<of> city of| county of)?"
    r"(?P<after> (?:city|county|(?:metropolitan |london )?borough|district|metropolitan district))?(?: council)?"
    r"(?P<short> mbc| lb)?"
)
"""What stands around the name of a place in that of its council."""
COUNTY, OF_A_TOWN = re.compile(r"\bcounty\b"), re.compile(r"\b(?:city|borough|mbc|lb)\b")
COUNTY_COUNCILS = "E10"
UNITARY_COUNTIES = {
    "E06000017": "Rutland",
    "E06000019": "Herefordshire",
    "E06000046": "Isle of Wight",
    "E06000047": "County Durham",
    "E06000051": "Shropshire",
    "E06000052": "Cornwall",
    "E06000054": "Wiltshire",
    "E06000057": "Northumberland",
    "E06000060": "Buckinghamshire",
    "E06000065": "North Yorkshire",
    "E06000066": "Somerset",
}
"""Unitary authorities whose council is, or was, a county council. Dorset's county council was another authority."""


def code_of_authority(text: str) -> str | None:
    """Return the code of the authority in force that a text names, or None where it names none, or not one alone.

    Nottingham's council is no county's, and Nottinghamshire's no city's: each lies around or within the other, and a
    name in the style of the wrong one may mean either.
    """
    plain = _plain(text)
    if code := _codes().get(plain):
        return code
    style = STYLES.fullmatch(plain)
    if style is None:
        return None
    around = " ".join(style[part] or "" for part in ("before", "of", "after", "short"))
    code = _codes().get(style["place"])
    if COUNTY.search(around):
        code = code or _codes().get(f"county {style['place']}")
        return code if code and _is_county(code) else None
    return None if code and OF_A_TOWN.search(around) and _is_county(code) else code


def _is_county(code: str) -> bool:
    """Tell whether an authority is that of a county."""
    return code.startswith(COUNTY_COUNCILS) or code in UNITARY_COUNTIES


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
