"""What became of a figure since an action began, in words."""

from data.annotations.action_plan.items import BETTER, DOWN, HOLD, UP
from indicators.studies import action_plan
from indicators.studies.action_plan import NEEDED, Course
from pages.words import wording
from pages.words.in_brief import State

NO_FIGURE = "no figure named"
STATES = {
    action_plan.WRONG_WAY: State("concern", "▼", "Wrong way"),
    action_plan.UNMOVED: State("neutral", "◆", "Closed, unmoved"),
    action_plan.GONE: State("neutral", "◆", "No such figure"),
    action_plan.BEFORE: State("neutral", "◆", "Moved before"),
    action_plan.STILL: State("chance", "–", "Not moved yet"),
    action_plan.NOT_TOLD: State("cannot-tell", "○", "Not judged"),
    action_plan.NOT_YET: State("cannot-tell", "○", "Too early"),
    action_plan.ON_COURSE: State("improvement", "●", "On course"),
    "": State("no-figure", "○", "No figure"),
}
"""By what became of it: its name in a style sheet, the shape that stands for it and its word."""
WHY = {
    action_plan.WRONG_WAY: "it has moved the other way by more than chance since the action began",
    action_plan.UNMOVED: "the action is closed, and it does no more than chance would",
    action_plan.BEFORE: "it moved by more than chance before the action began, so the action is not why",
    action_plan.STILL: "it does no more than chance would since the action began",
    action_plan.NOT_TOLD: "it cannot be judged: it is too short, too rare, not told, or counts up over the school year",
    action_plan.NOT_YET: "too few months have passed to judge",
    action_plan.ON_COURSE: "it has moved as was wanted, by more than chance, since the action began",
}
SHOULD = {UP: "should rise", DOWN: "should fall", HOLD: "should stay as it is", BETTER: "should get better"}


def state_of(said: str) -> State:
    """Return what became of a figure as a mark and a word."""
    return STATES[said]


def told(course: Course) -> str:
    """Say of a figure what it should do, what it did, and whether that is more than chance."""
    indicator = course.indicator
    if indicator is None:
        return (
            f"“{course.move.indicator}” is named as what should move, and is no figure here any more: it was renamed "
            "or retired. The action stays whole; name the figure that took its place."
        )
    return f"{indicator.title} {should(course)}: {from_then_to_now(course)}; {why(course)}.{_late(course)}"


def should(course: Course) -> str:
    """Say what a figure should do, to what and by when."""
    move = course.move
    unit = course.indicator.unit if course.indicator else "count"
    to = f" to {wording.value(unit, move.expected)}" if move.expected is not None else ""
    return f"{SHOULD[move.direction]}{to}" + (f" by {wording.month(move.by)}" if move.by else "")


def figure_named(course: Course) -> str:
    """Return the title of a figure, or the name that is that of no figure any more."""
    return course.indicator.title if course.indicator else course.move.indicator


def from_then_to_now(course: Course) -> str:
    """Say what a figure was at the month end before the action began, and what it is."""
    figures = [figure for figure in (course.start, course.latest) if figure is not None]
    return ", ".join(f"{wording.figure_shown(one)} in {wording.short_month(one.month)}" for one in figures)


def why(course: Course) -> str:
    """Say what a judgement rests on."""
    if course.outcome == action_plan.ON_COURSE and course.move.direction == HOLD:
        return "it stays within what chance does, as was wanted"
    if course.outcome == action_plan.NOT_YET:
        return f"{WHY[course.outcome]} ({course.months} of {NEEDED})"
    return WHY[course.outcome]


def _late(course: Course) -> str:
    """Say that a figure should have moved by now."""
    return f" It should have by {wording.month(course.move.by)}." if course.late and course.move.by else ""
