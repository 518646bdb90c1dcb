"""Who is asking, and what they may do: one table of roles and acts, and every read and write goes by it.

A reader holds roles, and what no role of theirs names they may not. An administrator keeps the dashboard and sees no
figure. Figures that are safe to publish may be seen of every service. What is more than that – small figures, lists,
rows – a senior manager sees of their services, a team manager of their teams, and a benchmarker of the workforce. Where
no file of roles is named, whoever sits at this computer is analyst and administrator.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from data.errors import Mendable

EVERY = "*"


class Act(StrEnum):
    """What a reader may do or not, in the words of a refusal."""

    AGGREGATES = "see figures"
    """As they may be published: without what is small. What was published and loaded, and what is said of it."""
    EXACT = "see figures of few children"
    TEAMS = "see small figures of teams, or of each worker"
    LISTS = "see lists of children"
    """Who stands behind a figure, or falls due."""
    ROWS = "see lists of children of every team, or rows of extracts"
    """And all lists that hold children of every team, such as who came and who went."""
    PUBLISH = "check, publish or withdraw extracts"
    ANNOTATE = "keep comments, targets or events, or issue reports"
    BENCHMARKS = "load figures of other authorities"
    GOVERN = "read the log of attempts, or have data deleted"
    ADMINISTER = "look after the dashboard"


CONFINED = frozenset({Act.EXACT, Act.TEAMS, Act.LISTS, Act.ROWS})
"""Acts that a role allows within services and teams alone. What is safe to publish may be seen of every one."""

MAY: Mapping[str, frozenset[Act]] = MappingProxyType(
    {
        "public": frozenset({Act.AGGREGATES}),
        "member": frozenset({Act.AGGREGATES}),
        "senior_manager": frozenset({Act.AGGREGATES, Act.EXACT, Act.TEAMS}),
        "team_manager": frozenset({Act.AGGREGATES, Act.EXACT, Act.TEAMS, Act.LISTS}),
        "benchmarker": frozenset({Act.AGGREGATES, Act.EXACT, Act.TEAMS, Act.BENCHMARKS}),
        "analyst": frozenset({Act.AGGREGATES, *CONFINED, Act.PUBLISH, Act.ANNOTATE, Act.BENCHMARKS}),
        "information_governance": frozenset({Act.AGGREGATES, Act.GOVERN}),
        "administrator": frozenset({Act.ADMINISTER}),
    }
)
"""What each role may do. A role that is not named may nothing."""

SERVICES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType({"team_manager": (EVERY,), "benchmarker": ("workforce",)})
"""Within which services a role holds; of a role that is not named, within those of the reader."""
TEAMS_OF: Mapping[str, tuple[str, ...]] = MappingProxyType({"senior_manager": (EVERY,), "benchmarker": (EVERY,)})
"""Within which teams; of a role that is not named, within those of the reader."""


@dataclass(frozen=True)
class Reader:
    """Name a reader, their roles, and the authorities, services and teams that these hold for; `*` is every one.

    It is part of the key of every cache, so that what one reader may see never reaches another.
    """

    who: str
    roles: tuple[str, ...]
    authorities: tuple[str, ...]
    services: tuple[str, ...]
    teams: tuple[str, ...] = (EVERY,)
    beside: tuple[str, ...] = ()
    """Authorities of which no more is told to the reader than may be published: those of a region beside their own."""

    def may(self, *acts: Act) -> bool:
        """Tell whether the reader may do all of these, of every service and team."""
        return all(self.may_of(act, EVERY) for act in acts)

    def may_of(self, act: Act, service: str, team: str = EVERY) -> bool:
        """Tell whether the reader may do something with what a service measures: of every team, or of one."""
        roles = self._roles_with(act, service)
        return bool(roles) if act not in CONFINED else any(_reaches(team, self._teams_of(role)) for role in roles)

    def may_somewhere(self, act: Act) -> bool:
        """Tell whether the reader may do something of any service and team at all."""
        return any(act in MAY.get(role, ()) for role in self.roles)

    def teams_with(self, act: Act, service: str) -> tuple[str, ...]:
        """Return of which teams the reader may do something with what a service measures: none, or `*` for all."""
        teams = tuple(dict.fromkeys(team for role in self._roles_with(act, service) for team in self._teams_of(role)))
        return (EVERY,) if EVERY in teams else teams

    def must_somewhere(self, act: Act) -> None:
        """Refuse a reader who may do something of no service and team.

        Raises:
            Mendable: naming the reader and what they may not.
        """
        if not self.may_somewhere(act):
            raise Mendable(self.may_not(act, EVERY))

    def must(self, act: Act) -> None:
        """Refuse a reader who may not do something of every service and team.

        Raises:
            Mendable: naming the reader and what they may not.
        """
        self.must_of(act, EVERY)

    def must_of(self, act: Act, service: str, team: str = EVERY) -> None:
        """Refuse a reader who may not do something with what a service measures: of every team, or of one.

        Raises:
            Mendable: naming the reader and what they may not.
        """
        if not self.may_of(act, service, team):
            raise Mendable(self.may_not(act, service))

    def must_of_some_team(self, act: Act, service: str) -> tuple[str, ...]:
        """Return of which teams the reader may do something with what a service measures; `*` is every one.

        Raises:
            Mendable: where it is of none, naming the reader and what they may not.
        """
        if not (teams := self.teams_with(act, service)):
            raise Mendable(self.may_not(act, service))
        return teams

    def may_see_authority(self, authority: str) -> bool:
        """Tell whether the reader may see figures of an authority."""
        return _reaches(authority, self.authorities)

    def must_see_authority(self, authority: str) -> None:
        """Refuse an authority that is not the reader's.

        Raises:
            Mendable: naming the reader and the authority.
        """
        if not self.may_see_authority(authority):
            raise Mendable(f"{self.who} may not see figures of {authority}. Ask an administrator for access.")

    @property
    def sees_small_numbers(self) -> bool:
        """Tell whether the reader may see every figure so small that a child may be recognised."""
        return self.may(Act.EXACT)

    def sees_all_of(self, authority: str) -> bool:
        """Tell whether nothing of an authority is kept from the reader."""
        return self.may_see_authority(authority) and self.may(*CONFINED)

    @property
    def confined_to(self) -> tuple[str, ...]:
        """Return the services and teams within which the reader's roles hold, as far as any is confined."""
        scopes = [
            part
            for role in self.roles
            if CONFINED & MAY.get(role, frozenset())
            for part in (*SERVICES_OF.get(role, self.services), *self._teams_of(role))
        ]
        return tuple(part for part in dict.fromkeys(scopes) if part != EVERY)

    def as_the_public(self) -> "Reader":
        """Return who reads what this reader hands out: the public, of no more authorities than theirs.

        Raises:
            Mendable: where the reader may see no figure, and so hand none out.
        """
        self.must(Act.AGGREGATES)
        return replace(PUBLIC, authorities=self.authorities)

    def as_of_the_region(self) -> "Reader":
        """Return who reads a region for this reader: the public, of the reader's own authorities and those beside them.

        Raises:
            Mendable: where the reader may see no figure.
        """
        self.must(Act.AGGREGATES)
        authorities = (*self.authorities, *self.beside)
        return replace(PUBLIC, authorities=(EVERY,) if EVERY in authorities else tuple(sorted(set(authorities))))

    def as_who_counts(self) -> "Reader":
        """Return who reads rows to count them for this reader, who is told no more of them than they may be.

        Raises:
            Mendable: where the reader may see no figure.
        """
        self.must(Act.AGGREGATES)
        return replace(self, roles=("analyst",), services=(EVERY,), teams=(EVERY,))

    def _roles_with(self, act: Act, service: str) -> list[str]:
        """Return the roles by which the reader may do something with what a service measures, of some team."""
        allowing = [role for role in self.roles if act in MAY.get(role, ())]
        if act not in CONFINED:
            return allowing
        return [role for role in allowing if _reaches(service, SERVICES_OF.get(role, self.services))]

    def _teams_of(self, role: str) -> tuple[str, ...]:
        """Return within which teams a role of the reader holds."""
        return TEAMS_OF.get(role, self.teams)

    def may_not(self, act: Act, service: str = EVERY) -> str:
        """Say what the reader may not do, and where they may."""
        within = self.confined_to if self.may_somewhere(act) and service != EVERY else ()
        only = f" other than of {', '.join(within)}" if within else ""
        if self == LOCAL_USER:
            return f"{self.who} may not {act}. {NAME_ONE}"
        return f"{self.who} may not {act}{only}. Ask an administrator for access."


def _reaches(one: str, scope: tuple[str, ...]) -> bool:
    """Tell whether a scope holds one, or every one."""
    return EVERY in scope or one in scope


NAME_ONE = (
    "Without a file of roles nobody may: write [account.NAME], "
    'roles = ["information_governance"] and authorities = ["*"] '
    "on three lines of a file, with the name of an account of this computer, and name the file in SLAC_ROLES. "
    "docs/roles.md has an example."
)
"""What the user of this computer is told of the one thing that analysts and administrators may not."""
LOCAL_USER = Reader("local", ("analyst", "administrator"), (EVERY,), (EVERY,))
"""Whoever sits at this computer, since the server answers to no other. Pages and the command line name it once each."""

PUBLIC = Reader("the public", ("public",), (EVERY,), (EVERY,))
"""Whoever may read what is handed out: figures only, and none that may let a child be recognised."""
