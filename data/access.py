"""Who is asking, and what they may do: one table of roles and acts, and every read and write goes by it.

A reader holds roles, and what no role of theirs names they may not. An administrator keeps the dashboard and sees no
figure. Until there is sign-in, whoever sits at this computer is analyst and administrator.
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
    """Who stands behind a figure, and the rows of an extract."""
    PUBLISH = "check, publish or withdraw extracts"
    ANNOTATE = "keep comments, targets or events"
    BENCHMARKS = "load figures of other authorities"
    GOVERN = "read the log of attempts, or have data deleted"
    ADMINISTER = "look after the dashboard"


MAY: Mapping[str, frozenset[Act]] = MappingProxyType(
    {
        "public": frozenset({Act.AGGREGATES}),
        "member": frozenset({Act.AGGREGATES}),
        "senior_manager": frozenset({Act.AGGREGATES, Act.EXACT, Act.TEAMS}),
        # No more than a member, until a reader can be confined to a team.
        "team_manager": frozenset({Act.AGGREGATES}),
        "benchmarker": frozenset({Act.AGGREGATES, Act.BENCHMARKS}),
        "analyst": frozenset(
            {Act.AGGREGATES, Act.EXACT, Act.TEAMS, Act.LISTS, Act.PUBLISH, Act.ANNOTATE, Act.BENCHMARKS}
        ),
        "information_governance": frozenset({Act.AGGREGATES, Act.GOVERN}),
        "administrator": frozenset({Act.ADMINISTER}),
    }
)
"""What each role may do. A role that is not named may nothing."""


@dataclass(frozen=True)
class Reader:
    """Name a reader, their roles, and the authorities, services and teams they may see; `*` stands for every one.

    It is part of the key of every cache, so that what one reader may see never reaches another.
    """

    who: str
    roles: tuple[str, ...]
    authorities: tuple[str, ...]
    services: tuple[str, ...]
    teams: tuple[str, ...] = (EVERY,)

    def may(self, *acts: Act) -> bool:
        """Tell whether the reader may do all of these."""
        return set(acts) <= {act for role in self.roles for act in MAY.get(role, ())}

    def must(self, act: Act) -> None:
        """Refuse a reader who may not do something.

        Raises:
            Mendable: naming the reader and what they may not.
        """
        if not self.may(act):
            raise Mendable(f"{self.who} may not {act}. Ask an administrator for access.")

    def may_see_service(self, service: str) -> bool:
        """Tell whether the reader may see figures of a service."""
        return EVERY in self.services or service in self.services

    def may_see_authority(self, authority: str) -> bool:
        """Tell whether the reader may see figures of an authority."""
        return EVERY in self.authorities or authority in self.authorities

    def must_see_authority(self, authority: str) -> None:
        """Refuse an authority that is not the reader's.

        Raises:
            Mendable: naming the reader and the authority.
        """
        if not self.may_see_authority(authority):
            raise Mendable(f"{self.who} may not see figures of {authority}. Ask an administrator for access.")

    @property
    def sees_small_numbers(self) -> bool:
        """Tell whether the reader may see figures so small that a child may be recognised."""
        return self.may(Act.EXACT)

    @property
    def sees_everything(self) -> bool:
        """Tell whether nothing of any authority is kept from the reader."""
        every = EVERY in self.authorities and EVERY in self.services
        return every and self.may(Act.EXACT, Act.TEAMS, Act.LISTS)

    def as_the_public(self) -> "Reader":
        """Return who reads what this reader hands out: the public, of no more authorities and services than theirs.

        Raises:
            Mendable: where the reader may see no figure, and so hand none out.
        """
        self.must(Act.AGGREGATES)
        return replace(PUBLIC, authorities=self.authorities, services=self.services)


LOCAL_USER = Reader("local", ("analyst", "administrator"), (EVERY,), (EVERY,))
"""Whoever sits at this computer, since the server answers to no other. Pages and the command line name it once each."""

PUBLIC = Reader("the public", ("public",), (EVERY,), (EVERY,))
"""Whoever may read what is handed out: figures only, and none that may let a child be recognised."""


def reader_called(who: str) -> Reader:
    """Return the reader of a name, as a command that is handed over names its asker.

    Raises:
        Mendable: where there is no such reader: until there is sign-in, only the user of this computer.
    """
    if who != LOCAL_USER.who:
        raise Mendable(f'"{who}" is no reader of this dashboard. Give the command as the user of this computer.')
    return LOCAL_USER
