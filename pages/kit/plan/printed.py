"""The plan as a sheet to print: for the Director's monthly meeting, or the part of one partner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from data.access import Reader
from data.annotations.action_plan.items import INSPECTION
from data.audit.exports import OFFICIAL, hand_out, marking_of
from data.ledger.history import authorities_held
from data.program import which_program
from data.store.store import Store
from indicators.studies.action_plan import Followed
from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.paper.picture import Picture
from pages.charts.paper.small_control_chart import MONTHS, small_control_chart
from pages.words import wording
from pages.words.classification import INTERNAL, PUBLIC
from pages.words.plan.actions import NO_OWNER, ON_PAPER, evidence, how_far, in_a_sentence, title
from pages.words.plan.courses import from_then_to_now, state_of
from pages.words.plan.followed_plan import FollowedPlan, in_groups
from pages.words.plan.sources import latest_first, overall, when

TEMPLATE = Path(__file__).with_name("printed_plan.html")
WIDTH, HEIGHT = 168, 40
THREE_MONTHS = 92
"""Days, whatever the months' length."""
MEETING, PARTNER = "For the Director’s monthly meeting", "The part of {}"


@dataclass(frozen=True)
class Line:
    """Hold one action as it is printed, all in words."""

    number: str
    title: str
    whose: str
    due: str
    how_far: str
    late: bool
    figure: str
    moved: str
    mark: str
    word: str
    state: str
    picture: Picture | None


@dataclass(frozen=True)
class Sheet:
    """Hold all that stands on a sheet, all in words: actions by group, and what inspections judged."""

    place: str
    subject: str
    as_at: str
    invented: bool
    finding: str
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    judged: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


def printed(store: Store, reader: Reader, authority: str, plan: FollowedPlan, month: date, partner: str = "") -> str:
    """Return the sheet of a plan, or of a partner's part in it; that it was taken is entered in the audit log."""
    content = sheet(store, reader, authority, plan, partner)
    marking = marking_of(reader)
    classification = PUBLIC if marking == OFFICIAL else INTERNAL
    name = f"action_plan_{partner or 'meeting'}_{month:%Y-%m}"
    foot = hand_out(store, reader, name, _page(content, classification).encode(), marking)
    return _page(content, classification, foot.line)


def sheet(store: Store, reader: Reader, authority: str, plan: FollowedPlan, partner: str = "") -> Sheet:
    """Gather what stands on a sheet."""
    actions = plan.of_partner(partner)
    groups = in_groups(actions)
    recent = [action for action in groups.done if action.done_within(THREE_MONTHS)]
    inspections = [source for source in latest_first(plan.plan) if source.kind == INSPECTION]
    return Sheet(
        place=authorities_held(store, reader)[authority],
        subject=PARTNER.format(partner) if partner else MEETING,
        as_at=wording.day(plan.day),
        invented=store.invented,
        finding=in_a_sentence(actions),
        groups=tuple(
            (heading, _lines(plan, some))
            for heading, some in (
                ("Overdue, or done without evidence", groups.urgent),
                ("Open", groups.open),
                ("Done in the last three months", recent),
            )
            if some
        ),
        judged=tuple(
            (
                f"{source.title} ({when(source)})",
                overall(source),
                tuple((judgement.area, judgement.grade.capitalize()) for judgement in source.judgements),
            )
            for source in ([] if partner else inspections[:1])
        ),
    )


def _lines(plan: FollowedPlan, actions: Sequence[Followed]) -> tuple[Line, ...]:
    """Write actions as they are printed."""
    return tuple(_line(plan, action) for action in actions)


def _line(plan: FollowedPlan, each: Followed) -> Line:
    """Write one action as it is printed."""
    action, state, course = each.action, state_of(each.outcome), each.leading
    series = plan.series.get(course.move.indicator) if course else None
    name = course.move.indicator if course else ""
    proof = f"; evidence: {evidence(action)}" if each.is_done else ""
    return Line(
        number=f"{action.action}, upon {action.recommendation}",
        title=title(action),
        whose=" with ".join(part for part in (action.owner or NO_OWNER, action.partner) if part),
        due=wording.day(action.due),
        how_far=f"{how_far(action, each.day)}{proof}",
        late=each.overdue or each.unevidenced,
        figure=series.indicator.title if series else name,
        moved=from_then_to_now(course) if course else "",
        mark=state.mark,
        word=state.word,
        state=state.name,
        picture=small_control_chart(month_line_of(series), WIDTH, HEIGHT)
        if series and series.last(MONTHS).known
        else None,
    )


def _page(content: Sheet, classification: str, foot: str = "") -> str:
    """Write a sheet as a page, with what is to stand at its foot."""
    return _template().render(
        sheet=content, classification=classification, foot=foot or which_program(), on_paper=ON_PAPER
    )


@cache
def _template() -> Template:
    """Read the template once."""
    loader = FileSystemLoader(TEMPLATE.parent)
    return Environment(
        autoescape=True, loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).get_template(TEMPLATE.name)
