"""How the census is built: which element is a row of which list, where it stands, and what it takes from around it.

A block is an element that repeats; whatever else holds elements, such as ChildIdentifiers, only groups them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.codes.code_set import year_begins, year_ends

ROOT, COLLECTION = "Message", "CIN"
YEARS = ("2023/24", "2024/25", "2025/26", "2026/27")
"""The collection years of the census that are read."""


@dataclass(frozen=True)
class Block:
    """Declare an element that is a row: the list it is of, the block it stands in, and what is known by its place.

    `takes` names elements of the blocks around it that stand on its row, too. `counted` is the heading under which its
    place among those of its kind is written. `told_if_absent` says that where there is none, there was none; `since`
    is the first collection year that has it.
    """

    listing: str
    within: str
    takes: Sequence[str] = ()
    counted: str = ""
    told_if_absent: bool = True
    since: str = YEARS[0]


@dataclass(frozen=True)
class Census:
    """Hold how the files of a collection are built, by the element of each block, and the years that are read."""

    years: Sequence[str] = YEARS
    blocks: Mapping[str, Block] = field(default_factory=lambda: BLOCKS)

    @property
    def first_day(self):
        """Return the day on which the first year begins that is read."""
        return year_begins(self.years[0])

    @property
    def last_day(self):
        """Return the day on which the last year ends that is read."""
        return year_ends(self.years[-1])


HEADER = "Header"
CASE = ("LAchildID", "CINdetailsID", "CINreferralDate")
BLOCKS = {
    "Child": Block("children", ""),
    "CINdetails": Block("cin_details", "Child", ("LAchildID",), "CINdetailsID"),
    "Assessments": Block("assessments", "CINdetails", CASE),
    "CINPlanDates": Block("cin_plan_dates", "CINdetails", CASE),
    "Section47": Block("section_47", "CINdetails", CASE),
    "ChildProtectionPlans": Block("child_protection_plans", "CINdetails", CASE, "CPPID"),
    "Reviews": Block("reviews", "ChildProtectionPlans", (*CASE, "CPPID", "CPPstartDate")),
    "PreProceedingsandFGDM": Block("pre_proceedings", "CINdetails", CASE, told_if_absent=False, since="2026/27"),
}
