"""Whose figure a published row is: England's, a region's, an authority's, or a joint return's of two authorities.

An authority keeps one code here, whatever code a year's file gives it: DfE's three digits say that it is the same.
An authority that was abolished keeps its own; its successors' figures are never joined to it.
"""

import csv
from functools import cache
from pathlib import Path

import pandas as pd

REFERENCE = Path(__file__).parents[1] / "reference"
NATIONAL, REGIONAL, LOCAL = "National", "Regional", "Local authority"
JOINT = " / "


@cache
def authorities() -> dict[str, dict[str, str]]:
    """Return every authority that ships, by its ONS code: name, region, DfE's code."""
    with (REFERENCE / "authorities.csv").open(encoding="utf-8", newline="") as file:
        return {each["authority"]: each for each in csv.DictReader(file)}


@cache
def by_dfe_code() -> dict[str, str]:
    """Return the ONS code of each of DfE's codes: the one in force where an authority was given another."""
    before = {each["authority"] for each in successions() if each["kind"] == "recoded"}
    return {each["dfe_code"]: code for code, each in authorities().items() if each["dfe_code"] and code not in before}


@cache
def successions() -> tuple[dict[str, str], ...]:
    """Return what became of authorities that are no more: authority, ended, successor and whether only recoded."""
    with (REFERENCE / "successions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def area_columns(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the code, name, region and level of each row of a published file; one that is none of ours is blank."""
    level = rows["geographic_level"]
    local = [_local(old, new) for old, new in zip(rows["old_la_code"], rows["new_la_code"], strict=True)]
    own = pd.Series(local, index=rows.index).where(level == LOCAL, "")
    code = own.mask(level == NATIONAL, rows["country_code"]).mask(level == REGIONAL, rows["region_code"])
    name = rows["la_name"].mask(level == NATIONAL, rows["country_name"]).mask(level == REGIONAL, rows["region_name"])
    region = rows["region_name"].where(level == LOCAL, "")
    known = code.map(lambda each: authorities().get(each.split(JOINT)[0], {}).get("region"))
    return pd.DataFrame({"authority": code, "name": name, "region": known.fillna(region), "level": level})


@cache
def _local(old: str, new: str) -> str:
    """Return the code of an authority, or of both authorities of a joint return with a stroke between them."""
    olds, news = (str(each).split("/") for each in (old, new))
    if len(olds) != len(news):
        return new.strip()
    pairs = [(each.strip(), other.strip()) for each, other in zip(olds, news, strict=True)]
    return JOINT.join(by_dfe_code().get(three, code) for three, code in pairs)
