"""Whose figure a published row is: England's, a region's, an authority's, or a joint return's of two authorities.

An authority keeps one code here, whatever code a year's file gives it: DfE's three digits say that it is the same.
An authority that was abolished keeps its own; its successors' figures are never joined to it.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from data.access import Reader
from data.errors import Mendable

REFERENCE = Path(__file__).parents[1] / "reference"
NATIONAL, REGIONAL, LOCAL_AUTHORITY = "National", "Regional", "Local authority"
JOINT = " / "


@dataclass(frozen=True)
class Area:
    """Name an area that a figure is of; an authority says in which region it lies, Inner and Outer London apart."""

    authority: str
    name: str
    region: str
    level: str


def shipped_rows(name: str) -> list[dict[str, str]]:
    """Read a shipped table."""
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def authorities() -> dict[str, dict[str, str]]:
    """Return every authority that ships, by its ONS code: name, region, DfE's code."""
    return {row["authority"]: row for row in shipped_rows("authorities")}


def names_seen_by(reader: Reader) -> dict[str, str]:
    """Return the authorities that a reader may see, code to name, in the order of their names.

    A code that an authority had before its present one stands after that, and says so.
    """
    by_name = sorted(authorities().items(), key=lambda pair: (pair[1]["name"], pair[0] != code_in_force(pair[0])))
    return {
        code: row["name"] if code == code_in_force(code) else f"{row['name']} (under its earlier code, {code})"
        for code, row in by_name
        if reader.may_see_authority(code)
    }


@cache
def by_dfe_code() -> dict[str, str]:
    """Return the ONS code of each of DfE's codes: the one in force where an authority was given another."""
    return {
        row["dfe_code"]: code for code, row in authorities().items() if row["dfe_code"] and code == code_in_force(code)
    }


@cache
def successions() -> tuple[dict[str, str], ...]:
    """Return what became of authorities that are no more: authority, ended, successor, kind (abolished or recoded)."""
    return tuple(shipped_rows("successions"))


def codes_meant(codes: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of authorities as figures have them, each once: one that was given another code has that one.

    Raises:
        Mendable: naming the codes that are of no authority.
    """
    if unknown := [code for code in codes if code not in authorities()]:
        raise Mendable(f"{', '.join(unknown)} is not the code of an authority. Write ONS codes such as E09000009.")
    return tuple(dict.fromkeys(map(code_in_force, codes)))


def code_in_force(code: str) -> str:
    """Return the code that an authority has today, by which its figures are known; any other code as it is."""
    return _given_another().get(code, code)


def other_codes(code: str) -> tuple[str, ...]:
    """Return the other codes of the same authority: ONS codes that it has had or was given, then DfE's three digits."""
    same = [other for other in authorities() if other != code and code_in_force(other) == code_in_force(code)]
    number = authorities()[code]["dfe_code"] if code in authorities() else ""
    return (*same, *([number] if number else []))


@cache
def _given_another() -> dict[str, str]:
    """Return the codes that are no longer in force, each with the one that came after it."""
    recoded = [succession for succession in successions() if succession["kind"] == "recoded"]
    return {succession["authority"]: succession["successor"] for succession in recoded}


def area_of(cells: Mapping[str, str]) -> Area | None:
    """Return the area of a published row, or None where it is of a kind that is not kept here."""
    level = cells["geographic_level"].strip()
    if level == NATIONAL:
        return Area(cells["country_code"], cells["country_name"], "", level)
    if level == REGIONAL:
        return Area(cells["region_code"], cells["region_name"], "", level)
    if level != LOCAL_AUTHORITY:
        return None
    code = _local(cells["old_la_code"], cells["new_la_code"])
    row = authorities().get(code.split(JOINT)[0])
    return Area(code, cells["la_name"], row["region"] if row else cells["region_name"], level)


@cache
def _local(old: str, new: str) -> str:
    """Return the code of an authority, or of both authorities of a joint return with a stroke between them."""
    olds, news = old.split("/"), new.split("/")
    if len(olds) != len(news):
        return new.strip()
    pairs = zip(olds, news, strict=True)
    return JOINT.join(by_dfe_code().get(three.strip(), code.strip()) for three, code in pairs)


def successors_of(authority: str) -> list[str]:
    """Return the codes of those who came after an authority that was abolished; none where it is still there."""
    return [abolition["successor"] for abolition in _abolitions(authority)]


def what_became_of(authority: str) -> str:
    """Say that an authority was abolished and who came after it; nothing where it is still there."""
    abolitions = _abolitions(authority)
    if not abolitions:
        return ""
    name = authorities()[authority]["name"]
    ended = date.fromisoformat(abolitions[0]["ended"])
    heir = " and ".join(authorities()[row["successor"]]["name"] for row in abolitions)
    return (
        f"{name} was abolished on {ended.day} {ended:%B %Y}. {heir} came after it; their figures are not joined to its."
    )


def _abolitions(authority: str) -> list[dict[str, str]]:
    """Return the successions by which an authority was abolished, one for each who came after it."""
    return [
        succession
        for succession in successions()
        if succession["authority"] == authority and succession["kind"] == "abolished"
    ]
