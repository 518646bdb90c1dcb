"""Groups of authorities that somebody put together under a name: every version is kept, and none is overwritten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from data.access import Act, Reader
from data.errors import Mendable
from data.ledger.audit_log import record
from data.ledger.clock import now
from data.ledger.deeds import Deed
from data.published.areas import authorities, codes_meant, successors_of, what_became_of
from data.published.shipped_tables import ask_published
from data.store.store import Store

LONGEST_NAME = 60
EVERY_VERSION = """
    select name, version, members, made_at, made_by
    from store.reference.groups
    order by lower(name), version desc
"""


@dataclass(frozen=True)
class Group:
    """Hold one version of a named group: its members by their codes, when it was made (UTC) and by whom."""

    name: str
    version: int
    members: tuple[str, ...]
    made_at: datetime
    made_by: str

    @property
    def named(self) -> str:
        """Name it for a reader: West and east, version 2 of 23 Nov 2026."""
        return f"{self.name}, version {self.version} of {self.made_at.day} {self.made_at:%b %Y}"

    def to_json(self) -> dict:
        """Return the shape that is printed."""
        names = [authorities()[member]["name"] if member in authorities() else member for member in self.members]
        return {
            "name": self.name,
            "version": self.version,
            "members": list(self.members),
            "who": ", ".join(names),
            "made_at": f"{self.made_at:%Y-%m-%dT%H:%M:%SZ}",
            "made_by": self.made_by,
        }


def keep_group(store: Store, reader: Reader, name: str, codes: Sequence[str]) -> tuple[Group, bool]:
    """Keep a group under its name; return it, and whether it is new. The same members again change nothing.

    Raises:
        Mendable: where it has no name or no members, or a code is of no authority or of one that was abolished.
    """
    reader.must(Act.BENCHMARKS)
    called = _tidied(name)
    members = tuple(sorted(_still_there(codes)))
    groups(store)  # makes the table where it is not there yet
    with store.change() as cursor:
        versions = _of_that_name([_group(*row) for row in cursor.execute(EVERY_VERSION).fetchall()], called)
        if versions and versions[0].members == members:
            return versions[0], False
        group = Group(called, versions[0].version + 1 if versions else 1, members, now(), reader.who)
        entry = [group.name, group.version, "\n".join(members), group.made_at, group.made_by]
        cursor.execute("insert into store.reference.groups values (?, ?, ?, ?, ?)", entry)
        record(cursor, reader, Deed.GROUP)
    return group, True


def groups(store: Store) -> list[Group]:
    """Return every version of every group, by name, the latest version of each first."""
    return [_group(*row) for row in ask_published(store, EVERY_VERSION).itertuples(index=False, name=None)]


def group_called(store: Store, name: str, version: str | None = None) -> Group | None:
    """Return a version of a group, the latest where none is asked for; None where no group has that name.

    Raises:
        Mendable: where the group has no such version.
    """
    versions = _of_that_name(groups(store), name)
    if not versions or version is None:
        return versions[0] if versions else None
    numbered = {str(group.version): group for group in versions}
    if version not in numbered:
        raise Mendable(f"{versions[0].name} has no version {version}. Use one of {', '.join(numbered)}.")
    return numbered[version]


def _of_that_name(groups: Sequence[Group], name: str) -> list[Group]:
    """Return the versions of one group; capitals and spare spaces make no other name."""
    return [group for group in groups if group.name.casefold() == " ".join(name.split()).casefold()]


def _group(name: str, version: int, members: str, made_at: datetime, made_by: str) -> Group:
    """Make a group of a row."""
    return Group(name, int(version), tuple(members.split("\n")), made_at, made_by)


def _tidied(name: str) -> str:
    """Return a name without spare spaces, that a chart can show as it stands."""
    called = " ".join(name.split())
    if not called or len(called) > LONGEST_NAME or set("<>&") & set(called):
        raise Mendable(f"Give the group a name of 1 to {LONGEST_NAME} characters, without <, > and &.")
    return called


def _still_there(codes: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of a group, each of which is of an authority that is still there."""
    if not codes:
        raise Mendable("Say who is in the group, by ONS codes such as E09000009.")
    members = codes_meant(codes)
    for member in members:
        if successors := successors_of(member):
            raise Mendable(f"{member}: {what_became_of(member)} Write {' and '.join(successors)} in its place.")
    return members
