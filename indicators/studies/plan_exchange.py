"""A workbook of a plan as it comes back: what it would change, what is wrong in it, and all of it taken or nothing."""

from dataclasses import dataclass

from data.access import Act, Reader
from data.annotations.action_plan.items import Action, Item, Plan, content
from data.annotations.action_plan.keeping import with_item
from data.annotations.action_plan.reading import plan_known
from data.annotations.action_plan.tidying import tidied
from data.annotations.action_plan.workbook_reading import WorkbookRow, plan_read
from data.errors import Mendable
from data.store.store import Store
from indicators.studies.plan_entry import enter_items, must_be_fit


@dataclass(frozen=True)
class PlanChange:
    """Hold an item as a workbook would have it, and as it stands; None where it is new."""

    item: Item
    stands: Item | None
    where: str


@dataclass(frozen=True)
class PlanArrived:
    """Hold what a workbook would change, what must be mended before any of it is taken, and what may wait."""

    changes: tuple[PlanChange, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...] = ()


def plan_arrived(store: Store, reader: Reader, authority: str, file_name: str, contents: bytes) -> PlanArrived:
    """Say what a workbook would change of a plan, and name each cell and row that is wrong; nothing is kept.

    Raises:
        Mendable: where the file cannot be read, or holds no sheet of a plan.
    """
    reader.must(Act.ANNOTATE)
    reader.must_see_authority(authority)
    stands = plan_known(store, reader, authority)
    read = plan_read(file_name, contents, stands, authority)
    plan, changes, problems, notes = stands, [], list(read.problems), []
    for row in read.rows:
        latest = stands.latest(row.item)
        if latest is not None and content(latest) == content(row.item):
            notes += _notes(row)
            continue
        try:
            item = tidied(row.item, plan)
            must_be_fit(store, reader, item, stands)
            _must_be_upon(row.item, latest)
        except Mendable as why:
            problems.append(f"{row.where}: {why}")
            continue
        plan = with_item(plan, item)
        if latest is None or content(latest) != content(item):
            changes.append(PlanChange(item, latest, row.where))
    return PlanArrived(tuple(changes), tuple(problems), tuple(notes))


def take_plan(store: Store, reader: Reader, authority: str, arrived: PlanArrived) -> list[Item]:
    """Take what a workbook changes, all of it or nothing; return the versions that are new.

    Raises:
        Mendable: where anything in it is to be mended, or somebody changed an item since.
    """
    if arrived.problems:
        raise Mendable(f"Nothing was taken in. {arrived.problems[0]}")
    return enter_items(store, reader, authority, [change.item for change in arrived.changes])


def _must_be_upon(item: Item, latest: Item | None) -> None:
    """Refuse a row that was written upon another version than the one that stands."""
    version = latest.written.version if latest else 0
    if item.written.version != version:
        raise Mendable(
            f"{item.name} was written upon version {item.written.version or 'none'}, and version {version or 'none'} "
            f"stands{_by(latest)}. Nothing of either is lost: take the workbook away anew, and write upon that."
        )


def _by(latest: Item | None) -> str:
    """Say who wrote what stands, and when."""
    if latest is None or latest.written.at is None:
        return ""
    return f", by {latest.written.by} of {latest.written.at:%d %B %Y at %H:%M} UTC"


def _notes(row: WorkbookRow) -> list[str]:
    """Name an action that came from a monthly file and has no owner yet."""
    if isinstance(row.item, Action) and not row.item.owner:
        return [f"{row.where}: {row.item.name} has no owner yet. Name one when it is next changed."]
    return []


def as_taken_away(store: Store, reader: Reader, authority: str) -> Plan:
    """Return the plan as it stands, for a workbook.

    Raises:
        Mendable: where the reader may not see who owns an action.
    """
    reader.must_somewhere(Act.EXACT)
    return plan_known(store, reader, authority)
