"""Actions as lines of the page: each value in words, with the small chart of the figure that most asks for a word."""

from indicators.studies.action_plan import Course, Followed
from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.paper.picture import Picture
from pages.charts.paper.small_control_chart import MONTHS, small_control_chart
from pages.kit.frame.choices import Choices
from pages.kit.frame.contents import indicator_address
from pages.kit.rows.action_rows import ActionRow
from pages.words import wording
from pages.words.plan.actions import how_far, notes, title
from pages.words.plan.courses import from_then_to_now, state_of
from pages.words.plan.followed_plan import FollowedPlan
from pages.words.series import Series

WIDTH, HEIGHT = 200, 40


def action_line(chosen: Choices, found: FollowedPlan, each: Followed, on: str) -> ActionRow:
    """Return an action as a line, on a light or a dark ground."""
    action, state = each.action, state_of(each.outcome)
    return ActionRow(
        state=state.name,
        mark=state.mark,
        word=state.word,
        title=title(action),
        whose=_whose(each),
        due=wording.day(action.due),
        how_far=how_far(action, each.day),
        late=each.overdue or each.unevidenced,
        notes=tuple(notes(each, found.recommended(action.recommendation))),
        **_figure(chosen, found, each.leading, on),
    )


def _whose(each: Followed) -> str:
    """Say in a line which action it is, whose, and with whom; and that nothing shows that it was done."""
    action = each.action
    parts = (
        action.action,
        f"upon {action.recommendation}",
        action.owner or action.team,
        f"with {action.partner}" if action.partner else "",
        "no evidence" if each.unevidenced else "",
    )
    return " · ".join(part for part in parts if part)


def _figure(chosen: Choices, found: FollowedPlan, course: Course | None, on: str) -> dict:
    """Return what a line says of a figure: its name and address, from what to what, and its small chart."""
    if course is None:
        return {"figure": "No figure named"}
    if course.indicator is None:
        return {"figure": f"“{course.move.indicator}”: renamed or retired"}
    return {
        "figure": course.indicator.title,
        "address": indicator_address(course.indicator.id, chosen),
        "moved": from_then_to_now(course),
        "picture": _picture(found.series[course.indicator.id], on),
    }


def _picture(series: Series, on: str) -> Picture | None:
    """Draw the small chart of a series; none where none of its last months has a figure."""
    return small_control_chart(month_line_of(series), WIDTH, HEIGHT, on) if series.last(MONTHS).known else None
