"""The plan as a document to print: for the Director's monthly meeting, or the part of one partner."""

from collections.abc import Iterator
from datetime import date

from data.access import Reader
from data.annotations.action_plan.items import INSPECTION
from data.audit.exports import OFFICIAL, marking_of
from data.ledger.history import authorities_held
from data.store.store import Store
from indicators.studies.action_plan import Followed
from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.of_series.origin import INVENTED
from pages.charts.paper.small_control_chart import MONTHS, small_control_chart
from pages.report.document import Cell, Document, Form, Paragraph, Section, Table, Tone
from pages.report.formats.handed_out import handed_out
from pages.report.formats.written import HTML
from pages.words import wording
from pages.words.classification import INTERNAL, PUBLIC
from pages.words.plan.actions import NO_OWNER, ON_PAPER, evidence, how_far, in_a_sentence, title
from pages.words.plan.courses import figure_named, from_then_to_now, state_of
from pages.words.plan.followed_plan import FollowedPlan, in_groups
from pages.words.plan.sources import latest_first, overall, when

WIDTH, HEIGHT = 168, 40
"""Of the small chart of a figure, in pixels."""
MEETING, PARTNER = "Action plan, for the Director’s monthly meeting", "Action plan, the part of {}"
COLUMNS = ("Action", "Due", "Since it began", "13 months", "Its figure: before it began, now", "Decided at the meeting")
SHARES = (27, 15, 13, 12, 17, 16)
"""Of the columns in the width of the sheet, in per cent."""
THREE_MONTHS = 92
"""Days, whatever the months' length."""
LINES = "Each line shows 13 months on a scale of its own, within the grey limits of chance."
READ_SO = Section("", "How to read it", (Paragraph("", f"{ON_PAPER} {LINES} {wording.SIGNS}"),))


def printed(
    store: Store,
    reader: Reader,
    authority: str,
    plan: FollowedPlan,
    month: date,
    partner: str = "",
    ending: str = HTML,
) -> bytes:
    """Return the sheet of a plan, or of a partner's part in it, as a file; that it was taken is in the audit log."""
    name = f"action_plan_{partner or 'meeting'}_{month:%Y-%m}{ending}"
    return handed_out(store, reader, sheet(store, reader, authority, plan, partner), name, marking_of(reader))


def sheet(store: Store, reader: Reader, authority: str, plan: FollowedPlan, partner: str = "") -> Document:
    """Write the sheet of a plan: its actions by group, and what the latest inspection judged."""
    classification = PUBLIC if marking_of(reader) == OFFICIAL else INTERNAL
    as_at = f"As at {wording.day(plan.day)}"
    in_short = Section("", "In short", (Paragraph("", "", in_a_sentence(plan.of_partner(partner))),))
    return Document(
        title=PARTNER.format(partner) if partner else MEETING,
        place=authorities_held(store, reader)[authority],
        under_title=(as_at, INVENTED) if store.invented else (as_at,),
        classification=classification,
        sections=(in_short, *_groups(plan, partner), *([] if partner else _judged(plan)), READ_SO),
        foot="",
        form=Form.LANDSCAPE,
    )


def _groups(plan: FollowedPlan, partner: str) -> Iterator[Section]:
    """Yield the actions by group: what is urgent, what is open, and what was done of late."""
    groups = in_groups(plan.of_partner(partner))
    recent = [action for action in groups.done if action.done_within(THREE_MONTHS)]
    named = {
        "Overdue, or done without evidence": groups.urgent,
        "Open": groups.open,
        "Done in the last three months": recent,
    }
    for heading, actions in named.items():
        if actions:
            rows = tuple(_row(plan, action) for action in actions)
            yield Section("", heading, (Table(heading, COLUMNS, rows, SHARES),))


def _judged(plan: FollowedPlan) -> Iterator[Section]:
    """Yield what the latest inspection judged, area by area."""
    inspections = [source for source in latest_first(plan.plan) if source.kind == INSPECTION]
    for source in inspections[:1]:
        areas = [
            (judgement.area, Cell(judgement.grade.capitalize(), tone=Tone.LEAD)) for judgement in source.judgements
        ]
        rows = (*areas, ("Overall", Cell(overall(source), tone=Tone.LEAD)))
        heading = f"{source.title} ({when(source)})"
        yield Section("", heading, (Table(heading, ("Area", "Judgement"), rows, (1, 2)),))


def _row(plan: FollowedPlan, each: Followed) -> tuple[str | Cell, ...]:
    """Write one action; the last cell is left free for a pen."""
    action, state, course = each.action, state_of(each.outcome), each.leading
    series = plan.series.get(course.move.indicator) if course else None
    whose = " with ".join(part for part in (action.owner or NO_OWNER, action.partner) if part)
    proof = f"; evidence: {evidence(action)}" if each.is_done else ""
    is_drawn = series is not None and series.last(MONTHS).known
    return (
        Cell(title(action), f"{action.action}, upon {action.recommendation} · {whose}", Tone.LEAD),
        Cell(
            wording.day(action.due),
            f"{how_far(action, each.day)}{proof}",
            Tone.CONCERN if each.overdue or each.unevidenced else Tone.PLAIN,
        ),
        Cell(f"{state.mark} {state.word}", tone=_tone(state.name)),
        Cell(picture=small_control_chart(month_line_of(series), WIDTH, HEIGHT)) if series and is_drawn else "",
        Cell(figure_named(course), from_then_to_now(course)) if course else "",
        "",
    )


def _tone(state: str) -> Tone:
    """Return the tone of what became of a figure; one that is neither good nor bad is only bold."""
    return Tone(state) if state in set(Tone) else Tone.LEAD
