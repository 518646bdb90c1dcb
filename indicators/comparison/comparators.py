"""Whom an authority is compared with: statistical neighbours, London, its region, England, or a group of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.access import Reader
from data.errors import Mendable
from data.invention.place import AUTHORITY, BESIDE
from data.published.areas import JOINT, LOCAL_AUTHORITY, authorities, codes_meant, what_became_of
from data.published.authority_groups import Group, group_called, groups, keep_group
from data.published.neighbours import lists_held, neighbours_of
from data.published.published_figures import Held
from data.store.store import Store

LONDON, ENGLAND = "E12000007", "E92000001"
REGIONS = {
    "North East": "E12000001",
    "North West": "E12000002",
    "Yorkshire and The Humber": "E12000003",
    "East Midlands": "E12000004",
    "West Midlands": "E12000005",
    "East of England": "E12000006",
    "London": LONDON,
    "South East": "E12000008",
    "South West": "E12000009",
    "Inner London": "E13000001",
    "Outer London": "E13000002",
}
OF_LONDON = ("Inner London", "Outer London")
COMPARATORS = {
    "neighbours": "Statistical neighbours",
    "london": "London",
    "inner-london": "Inner London",
    "outer-london": "Outer London",
    "region": "The region",
    "england": "England",
    "group": "A group of one's own",
}


@dataclass(frozen=True)
class Comparator:
    """Name whom an authority is compared with; `area` is DfE's code of them where it publishes a figure of the whole.

    `members` are codes, or, of a region or England, none: then whoever lies there. `version` is the neighbours' list,
    `kept` the version of a group that is kept under a name.
    """

    name: str
    title: str
    area: str = ""
    regions: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    version: str = ""
    kept: Group | None = None

    def among(self, figures: Sequence[Held], own: str) -> list[Held]:
        """Return the others among the figures of a year; a joint return stands once for all that it is of."""
        local = [
            figure for figure in figures if figure.level == LOCAL_AUTHORITY and own not in figure.authority.split(JOINT)
        ]
        if self.members:
            return [figure for figure in local if set(figure.authority.split(JOINT)) & set(self.members)]
        return [figure for figure in local if not self.regions or figure.region in self.regions]

    def gone(self, figures: Sequence[Held]) -> list[str]:
        """Say of each named member that has no line of its own why that is, where it is known."""
        present = {code for figure in figures for code in figure.authority.split(JOINT)}
        names = authorities()
        return [
            what_became_of(code)
            or f"{names[code]['name'] if code in names else code} is not in this release for this year."
            for code in self.members
            if code not in present
        ]


def usual_for(authority: str) -> list[str]:
    """Return the comparators that an authority is usually set beside; in London its own half of it, too."""
    row = authorities().get(_like(authority))
    half = [row["region"].lower().replace(" ", "-")] if row and row["region"] in OF_LONDON else []
    return [*(["neighbours", *half, "region"] if row else []), "england"]


def nearest(store: Store, authority: str) -> str:
    """Return the comparator that an authority is first set beside: its neighbours, or England where it has none."""
    return "neighbours" if neighbours_of(store, _like(authority), lists_held(store)[0]) else "england"


def comparator_named(
    store: Store, name: str, authority: str, version: str | None = None, group: Sequence[str] = (), called: str = ""
) -> Comparator:
    """Return whom an authority is compared with: a comparator, or a group that is kept under that name.

    Raises:
        Mendable: where there is no such comparator, list, group or version of it.
    """
    if name not in COMPARATORS:
        return _kept_group(store, name, version)
    like = _like(authority)
    if name == "neighbours":
        return _neighbours(store, like, version)
    if name == "group":
        return _group(group, called)
    if name == "england":
        return Comparator(name, "England", ENGLAND)
    region = authorities()[like]["region"] if name == "region" and like in authorities() else name
    title = next(
        (candidate for candidate in REGIONS if candidate.lower().replace(" ", "-") == region.lower().replace(" ", "-")),
        "",
    )
    if not title:
        raise Mendable(f"It is not known in which region {authority} lies. Compare it with england or with a group.")
    title = "London" if name == "region" and title in OF_LONDON else title
    return Comparator(name, title, REGIONS[title], OF_LONDON if title == "London" else (title,))


def keep_group_for_comparing(store: Store, reader: Reader, name: str, codes: Sequence[str]) -> tuple[Group, bool]:
    """Keep a group under a name by which it can be compared with; return it, and whether it is new.

    Raises:
        Mendable: where the name is that of another comparison, or the group cannot be kept.
    """
    taken = {title.casefold() for title in (*COMPARATORS, *COMPARATORS.values(), *REGIONS)}
    if " ".join(name.split()).casefold() in taken:
        raise Mendable(f'"{name}" is the name of another comparison. Give the group another name.')
    return keep_group(store, reader, name, codes)


def marked(store: Store, comparator: Comparator, authority: str) -> frozenset[str]:
    """Return whom a funnel marks: those compared with where they are named, else the latest statistical neighbours."""
    near = neighbours_of(store, _like(authority), lists_held(store)[0])
    return frozenset(comparator.members or (neighbour.neighbour for neighbour in near))


def _like(authority: str) -> str:
    """Return the authority itself; an invented one has none of its own and borrows another's region and neighbours."""
    return BESIDE if authority == AUTHORITY else authority


def _neighbours(store: Store, authority: str, version: str | None) -> Comparator:
    """Return the statistical neighbours by a list, the latest where none is named."""
    lists = lists_held(store)
    chosen = version or lists[0]
    if chosen not in lists:
        raise Mendable(f"There is no list of neighbours of {chosen}. Use one of {', '.join(lists)}.")
    near = [neighbour.neighbour for neighbour in neighbours_of(store, authority, chosen)]
    if not near:
        raise Mendable(f"{authority} has no neighbours in the list of {chosen}. Use another list, or a group.")
    return Comparator("neighbours", f"Statistical neighbours, {chosen} list", members=tuple(near), version=chosen)


def _group(codes: Sequence[str], called: str) -> Comparator:
    """Return a group of authorities given by their codes, under a name of its own or under theirs."""
    if not codes:
        raise Mendable("Say who is in the group: --group with ONS codes such as E09000009.")
    members = codes_meant(codes)
    names = called or ", ".join(authorities()[member]["name"] for member in members)
    return Comparator("group", names, members=members)


def _kept_group(store: Store, name: str, version: str | None) -> Comparator:
    """Return the group that is kept under a name."""
    group = group_called(store, name, version)
    if group is None:
        choices = ", ".join(dict.fromkeys([*COMPARATORS, *(group.name for group in groups(store))]))
        raise Mendable(
            f'There is no comparison with "{name}". Use one of {choices}; or keep a group under that name with: '
            "python cli.py benchmarks group NAME CODES"
        )
    return Comparator("group", group.name, members=codes_meant(group.members), kept=group)
