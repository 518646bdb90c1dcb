"""Inspection, action plan and strategy in the report: what was judged, what is overdue, what became of the figures."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from data.access import Reader
from data.annotations.action_plan.items import INSPECTION, Source
from data.ledger.history import months_held
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.studies.action_plan import COURSES, YEAR, Followed
from indicators.studies.plan_entry import plan_seen
from pages.charts.of_series.series_read import series_read
from pages.report.document import Paragraph, Part, Subheading, Table
from pages.words import wording
from pages.words.plan.actions import ON_PAPER, how_far, in_a_sentence, title
from pages.words.plan.courses import figure_named, from_then_to_now, state_of, why
from pages.words.plan.followed_plan import FollowedPlan, figures_named, follow, in_groups
from pages.words.plan.sources import latest_first, overall, when

TITLE = "Inspection, action plan and strategy"
HEADINGS = ("What is to be done", "Due", "How far", "Its figure, before it began and now", "Since it began")
NONE_KEPT = "No action plan was kept by the end of the month."


def plan_reported(store: Store, reader: Reader, authority: str, months: Sequence[date]) -> FollowedPlan:
    """Return the plan of the last of some months as on its last day, as the reader may read it.

    Of the latest month it is the plan as it stands, of an earlier one as it was known at its end.
    """
    month, latest = months[-1], months_held(store, reader, authority)[-1]
    plan, _ = plan_seen(store, reader, authority, month, latest)
    measures = [indicator_called(name) for name in figures_named(plan)]
    return follow(plan, month, series_read(store, reader, measures, authority, months))


def plan_parts(plan: FollowedPlan, section: int, first: int) -> Iterator[Part]:
    """Yield what the report says of a plan, in paragraphs of a section numbered from the first on, and a table."""
    yield Subheading(TITLE, 1)
    sentences = [
        *(("Inspection.", _judged(source)) for source in latest_first(plan.plan)[:1] if source.kind == INSPECTION),
        ("Action plan.", f"{in_a_sentence(plan.actions)} {_became(plan.actions)}" if plan.actions else NONE_KEPT),
        *(("Strategy.", _strategy(plan, source)) for source in plan.plan.sources if source.kind != INSPECTION),
    ]
    for place, (lead, text) in enumerate(sentences, first):
        yield Paragraph(f"{section}.{place}", text.strip(), lead)
    if urgent := in_groups(plan.actions).urgent:
        yield Table("Actions that are overdue, or done without evidence", HEADINGS, tuple(map(_row, urgent)))


def actions_told(plan: FollowedPlan) -> Mapping[str, tuple[str, ...]]:
    """Return what is done or was done in the last year to move a figure, by the indicator's id, in sentences."""
    sentences: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for followed in filter(_is_recent, plan.actions):
        for course in (course for course in followed.courses if course.indicator):  # of one that is gone none is told
            action, far = followed.action, how_far(followed.action, followed.day)
            sentences[course.move.indicator] += (
                f"Action {action.action}: {title(action)}. {far}. {state_of(course.outcome).word}: {why(course)}.",
            )
    return sentences


def _judged(source: Source) -> str:
    """Say what an inspection judged, area by area, and overall."""
    areas = "; ".join(f"{judgement.area}: {judgement.grade}" for judgement in source.judgements)
    return f"{source.title}, published {when(source)}. {areas}. {overall(source)}."


def _became(actions: Sequence[Followed]) -> str:
    """Say what became of the figures that actions of the last year should move."""
    counts = Counter(action.outcome for action in actions if action.courses and _is_recent(action))
    if not counts:
        return ""
    words = [f"{state_of(course).word.lower()} {counts[course]}" for course in reversed(COURSES) if counts[course]]
    return f"Of those that are open or were done in the last year and name a figure: {', '.join(words)}. {ON_PAPER}"


def _is_recent(action: Followed) -> bool:
    """Tell whether an action is open, or was done in the last year."""
    return action.action.completed is None or action.done_within(YEAR)


def _strategy(plan: FollowedPlan, source: Source) -> str:
    """Say of a strategic objective how many actions are to reach it, and how many of them are done."""
    numbers = {advice.recommendation for advice in plan.plan.recommendations if advice.source == source.source}
    actions = [action for action in plan.actions if action.action.recommendation in numbers]
    done = sum(action.is_done for action in actions)
    return f"{source.title}: {wording.counted(len(actions), 'actions')}, {done} of them done."


def _row(each: Followed) -> tuple[str, ...]:
    """Write an action as a row of the table."""
    course = each.leading
    told = (figure_named(course), from_then_to_now(course)) if course else (wording.NONE,)
    action, word = each.action, state_of(each.outcome).word
    what = f"{title(action)} ({action.action})"
    return what, wording.day(action.due), how_far(action, each.day), ": ".join(filter(None, told)), word
