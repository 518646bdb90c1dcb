"""Example Borough: a place that does not exist, the size of an outer London borough."""

from dataclasses import dataclass

AUTHORITY = "X09000001"
"""Not a code of any authority: real ones begin with E."""
AUTHORITY_NAME = "Example Borough"
BESIDE = "E09000005"
"""Brent, the authority whose region and neighbours it is shown beside: an invented place has none of its own."""
POPULATION = 75_000
"""Children aged 0 to 17 who live in the borough."""

ASSESSMENT, LOCALITIES, CARE_PLANNING, LEAVING_CARE = "Assessment", "Localities", "Care Planning", "Leaving Care"
DISABLED_CHILDREN = "Disabled Children"


@dataclass(frozen=True)
class Team:
    """Name a team, its service, and how many posts hold cases and manage."""

    name: str
    service: str
    holders: int
    managers: int


TEAMS = (
    Team("Assessment East", ASSESSMENT, 9, 2),
    Team("Assessment West", ASSESSMENT, 9, 2),
    Team("Locality North", LOCALITIES, 21, 3),
    Team("Locality South", LOCALITIES, 21, 3),
    Team("Locality East", LOCALITIES, 22, 3),
    Team("Locality West", LOCALITIES, 21, 3),
    Team(DISABLED_CHILDREN, LOCALITIES, 14, 2),
    Team("Care Planning 1", CARE_PLANNING, 8, 2),
    Team("Care Planning 2", CARE_PLANNING, 8, 2),
    Team("Leaving Care 1", LEAVING_CARE, 12, 2),
    Team("Leaving Care 2", LEAVING_CARE, 14, 2),
)

LOCALITY_SHARE = {"Locality North": 24, "Locality South": 25, "Locality East": 27, "Locality West": 24}
ASSESSMENT_OF = {
    "Locality North": "Assessment East",
    "Locality South": "Assessment West",
    "Locality East": "Assessment East",
    "Locality West": "Assessment West",
}

ETHNICITY_SHARE = {
    "WBRI": 13,
    "WIRI": 1.5,
    "WIRT": 0.6,
    "WROM": 1.2,
    "WOTH": 13,
    "MWBC": 6,
    "MWBA": 3,
    "MWAS": 2,
    "MOTH": 5,
    "AIND": 9,
    "APKN": 5,
    "ABAN": 1.5,
    "CHNE": 0.4,
    "AOTH": 9,
    "BCRB": 10,
    "BAFR": 15,
    "BOTH": 3,
    "OOTH": 7,
    "REFU": 0.5,
    "NOBT": 1.3,
}
UNACCOMPANIED_ETHNICITY_SHARE = {"OOTH": 35, "AOTH": 22, "BAFR": 28, "WOTH": 12, "NOBT": 3}
DISABILITY_SHARE = {"NONE": 92, "LD": 2, "AUT": 2.2, "BEH": 1.4, "COMM": 0.8, "MOB": 0.6, "DDA": 0.7, "": 0.3}
DISABLED_SHARE = {"LD": 30, "AUT": 38, "COMM": 8, "MOB": 9, "PC": 3, "BEH": 5, "HEAR": 3, "VIS": 2, "CON": 1, "DDA": 1}
