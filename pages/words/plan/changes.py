"""Every change of a plan in words: who changed what of which item, when, from what to what."""

from collections.abc import Sequence
from dataclasses import fields

from data.annotations.action_plan.items import Item, Judgement, Move
from indicators.studies.plan_exchange import PlanArrived
from pages.words import wording

NAMES = {
    "title": "words",
    "completed": "done",
    "by": "by when",
    "source": "what it answers",
    "day": "day",
    "taken_back": "taken back because",
}
LEFT_OUT = ("authority", "written")


def rows(versions: Sequence[Item]) -> list[dict[str, str]]:
    """Return every version as a row of words, the newest first."""
    earlier: dict[tuple[type, str], Item] = {}
    lines = []
    for item in versions:
        version = earlier.get((type(item), item.key))
        lines.append(
            {
                "When": wording.moment(item.written.at) if item.written.at else wording.NONE,
                "Who": item.written.by or wording.NONE,
                "Of what": item.name,
                "What changed": "; ".join(changed(version, item)) if version else "New",
            }
        )
        earlier[type(item), item.key] = item
    return lines[::-1]


def arrived_rows(arrived: PlanArrived) -> list[dict[str, str]]:
    """Return what a workbook would change as rows of words."""
    return [
        {
            "Of what": wording.plain(change.item.name),
            "What would change": wording.plain("; ".join(changed(change.stands, change.item)))
            if change.stands
            else "New",
            "Where": wording.plain(change.where),
        }
        for change in arrived.changes
    ]


def arrived_lines(arrived: PlanArrived) -> list[str]:
    """Say what a workbook would change, line by line, what is wrong in it, and what may wait."""
    lines = [
        f"{change.item.name}: {'; '.join(changed(change.stands, change.item)) if change.stands else 'new'}"
        for change in arrived.changes
    ]
    return [*(lines or ["It changes nothing."]), *arrived.problems, *arrived.notes]


def changed(earlier: Item, item: Item) -> list[str]:
    """Say field by field what a version says otherwise than the one before it."""
    sentences = []
    for field in fields(item):
        first, second = getattr(earlier, field.name), getattr(item, field.name)
        if field.name not in LEFT_OUT and first != second:
            sentences.append(f"{NAMES.get(field.name, field.name)}: {_written(first)} → {_written(second)}")
    return sentences


def _written(value: object) -> str:
    """Write the value of a field for a person."""
    if isinstance(value, tuple):
        return ", ".join(_part(part) for part in value) or wording.NONE
    return str(value) if value else wording.NONE


def _part(part: Move | Judgement) -> str:
    """Write a figure that should move, or the judgement of an area."""
    if isinstance(part, Judgement):
        return f"{part.area} {part.grade}"
    by = f" by {part.by:%Y-%m}" if part.by else ""
    to = f" to {part.expected:g}" if part.expected is not None else ""
    return f"{part.indicator} {part.direction}{to}{by}"
