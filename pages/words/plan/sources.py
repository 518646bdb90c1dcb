"""What a plan answers, in words: judgements by area, and that there is no overall grade where none is."""

from data.annotations.action_plan.items import INSPECTION, NO_OVERALL, Plan, Source
from pages.words import wording

NONE_GIVEN = "No overall grade: since April 2026 areas alone are judged"


def overall(source: Source) -> str:
    """Say the overall grade of an inspection, or that it gave none; nothing of an objective."""
    if source.kind != INSPECTION:
        return ""
    return NONE_GIVEN if source.overall == NO_OVERALL else source.overall.capitalize()


def when(source: Source) -> str:
    """Say of which day a source is."""
    return wording.day(source.day) if source.day else wording.NONE


def recommended(plan: Plan) -> dict[str, str]:
    """Return the words of each recommendation, by its number; empty where only its number is known."""
    return {each.recommendation: each.title for each in plan.recommendations}


def latest_first(plan: Plan) -> list[Source]:
    """Return the sources of a plan: inspections, the latest first, then objectives."""
    return sorted(
        plan.sources, key=lambda source: (source.kind != INSPECTION, -(source.day.toordinal() if source.day else 0))
    )
