"""The people and what is recorded of them, as it will have turned out in the end; `known.py` hides what is to come."""

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Family:
    """Keep brothers and sisters together: one ethnicity, one locality, one team in each service."""

    ethnicity: str
    team: dict[str, str]
    children: list["Child"] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Child:
    """Hold a child's life with the borough: each list in order of time."""

    family: Family
    expected: int
    born: int
    sex: str
    disability: str = "NONE"
    unaccompanied: bool = False
    earlier_plans: int = 0
    child_id: str = ""
    moves: list[tuple[int, str, str]] = field(default_factory=list)
    plans: list["Plan"] = field(default_factory=list)
    episodes: list["Episode"] = field(default_factory=list)
    leaving: "Leaving | None" = None
    allocations: list["Allocation"] = field(default_factory=list)

    def move(self, when: int, case_type: str, service: str) -> None:
        """Change the stage of the case from a day on."""
        self.moves.append((when, case_type, service))

    def close(self, when: int) -> None:
        """Close the case."""
        self.moves.append((when, "", ""))


@dataclass(slots=True, eq=False)
class Plan:
    """Record a child protection plan."""

    child: Child
    start: int
    end: int
    initial_category: str
    category: str
    recategorised: int
    previous: int
    other_authority: bool = False
    plan_id: str = ""


@dataclass(slots=True, eq=False)
class Episode:
    """Record an episode of care, as in the SSDA903 return."""

    start: int
    reason_started: str
    legal_status: str
    placement: str
    provider: str
    end: int = 0
    reason_ended: str = "X1"
    distance: str = ""
    location: str = ""
    permanence_plan: str = ""
    care_began: int | None = None
    placement_began: int | None = None


@dataclass(slots=True, eq=False)
class Leaving:
    """Record what a care leaver is entitled to, the pathway plan, and how life goes from year to year of age."""

    eligible_from: int
    left_care: int
    qualifying: bool
    support_ended: int
    opted_in: bool
    plan_date: int | None = None
    reviews: list[int] = field(default_factory=list)
    years: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    adviser: str = ""


@dataclass(slots=True, eq=False)
class Worker:
    """Record a social worker's time in one post."""

    team: str
    service: str
    role: str
    fte: str
    agency: bool
    newly_qualified: bool
    start: int
    end: int
    pace: float = 1.0
    worker_id: str = ""
    cases: set = field(default_factory=set)
    sick: list[tuple[int, int]] = field(default_factory=list)

    @property
    def room(self) -> float:
        """Say how much the worker is given compared with a full-time colleague."""
        return float(self.fte) * self.pace * (0.7 if self.role == "4" else 1.0)


@dataclass(slots=True, eq=False)
class Allocation:
    """Record the spell of a case with a worker; the case type may change while it lasts."""

    child: Child
    worker: Worker
    start: int
    types: list[tuple[int, str]]
    end: int | None = None
    allocated_as: str = "CASE"
    allocation_id: str = ""
