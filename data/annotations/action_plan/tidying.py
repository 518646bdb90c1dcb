"""What may be kept of a plan: each item said whole, or refused with what is missing."""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from data.annotations.action_plan.items import (
    DIRECTIONS,
    DONE,
    GRADES,
    INSPECTION,
    KINDS,
    NO_OVERALL,
    Action,
    Item,
    Judgement,
    Move,
    Plan,
    Recommendation,
    Source,
)
from data.annotations.text_limits import sentence
from data.codes import PROGRESS
from data.errors import Mendable
from data.ledger.clock import now

IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9.\-/]{0,19}")
EXAMPLES = {
    Source: "that of a source as ILACS-2025",
    Recommendation: "that of a recommendation as 4.13",
    Action: "that of an action as AP0001",
}
LONGEST_NAME = 100


def tidied(item: Item, plan: Plan) -> Item:
    """Return an item as it may be kept beside the others of its plan.

    Raises:
        Mendable: naming the item, what is missing or wrong in it, and what to do.
    """
    if plan.latest(item) is None:
        _must_be_named(item)
    match item:
        case Source():
            return _source(item)
        case Recommendation():
            return _recommendation(item, {source.source for source in plan.sources})
        case Action():
            return _action(item, {advice.recommendation for advice in plan.recommendations})


def _source(source: Source) -> Source:
    """Return a source as it may be kept."""
    if source.kind not in KINDS:
        raise Mendable(f'{source.name} is {" or ".join(KINDS)}, and "{source.kind}" is neither.')
    title = sentence(source.title, f"{source.name} has no title. Say what it is, such as Inspection by Ofsted.", 200)
    if source.day is None:
        raise Mendable(f"{source.name} has no day. Give the day of its publication.")
    if source.kind != INSPECTION:
        return replace(source, title=title, overall="", judgements=())
    overall = source.overall.strip().lower()
    if overall not in (*GRADES, NO_OVERALL):
        raise Mendable(
            f'{source.name}: its overall grade is {", ".join(GRADES)} or "{NO_OVERALL}", which is what an inspection '
            "says since April 2026. Write one of these; it is never blank."
        )
    judgements = tuple(_judgement(source, judgement) for judgement in source.judgements)
    if overall == NO_OVERALL and not judgements:
        raise Mendable(f"{source.name} has neither an overall grade nor judgements by area. Give its judgements.")
    return replace(source, title=title, overall=overall, judgements=judgements)


def _judgement(source: Source, judgement: Judgement) -> Judgement:
    """Return the judgement of an area as it may be kept."""
    area = sentence(judgement.area, f"{source.name}: a judgement names no area. Say of what it is.", 200)
    grade = judgement.grade.strip().lower()
    if grade not in GRADES:
        raise Mendable(f'{source.name}, {area}: "{judgement.grade}" is no grade. Use one of {", ".join(GRADES)}.')
    return Judgement(area, grade)


def _recommendation(recommendation: Recommendation, sources: Collection[str]) -> Recommendation:
    """Return a recommendation as it may be kept."""
    remedy = f"{recommendation.name} has no words. Write what was recommended."
    title = sentence(recommendation.title, remedy)
    if recommendation.source not in sources:
        raise Mendable(
            f'{recommendation.name} answers "{recommendation.source}", which is no source of this plan. Use one of '
            f"{', '.join(sorted(sources)) or 'those you keep first: there is none yet'}."
        )
    return replace(recommendation, title=title)


def _action(action: Action, recommendations: Collection[str]) -> Action:
    """Return an action as it may be kept."""
    if action.recommendation not in recommendations:
        raise Mendable(
            f'{action.name} answers recommendation "{action.recommendation}", which is not in this plan. '
            "Keep the recommendation first, or name another."
        )
    title = sentence(action.title, f"{action.name} does not say what is to be done. Write it.")
    remedy = f"{action.name} has no owner. Name the post that answers for it, such as Head of care planning."
    owner = sentence(action.owner, remedy, LONGEST_NAME)
    partner, team = (" ".join(name.split())[:LONGEST_NAME] for name in (action.partner, action.team))
    _must_agree(action)
    evidence = None if action.evidence is None else " ".join(action.evidence.split())
    if evidence:
        evidence = sentence(evidence, "")
    moves = tuple(_move(action, move) for move in action.moves)
    if len({move.indicator for move in moves}) < len(moves):
        raise Mendable(f"{action.name} names a figure twice. Name each once.")
    words = {"title": title, "owner": owner, "partner": partner, "team": team, "evidence": evidence}
    return replace(action, **words, taken_back=" ".join(action.taken_back.split()), moves=moves)


def _must_agree(action: Action) -> None:
    """Refuse days that contradict each other, or how far the action has come."""
    if action.due < action.agreed:
        raise Mendable(f"{action.name} is due on {action.due}, before it was agreed on {action.agreed}. Mend a day.")
    if action.progress not in PROGRESS.meanings:
        codes = ", ".join(PROGRESS.meanings)
        raise Mendable(f'{action.name}: "{action.progress}" is no progress. Use one of {codes}.')
    if (action.progress == DONE) != (action.completed is not None):
        missing = "has no day on which it was done" if action.completed is None else f"is not {DONE}, and has a day"
        raise Mendable(
            f"{action.name} {missing}. What is {DONE} has the day on which it was done, and nothing else has."
        )
    if action.completed is not None and not action.agreed <= action.completed <= _today():
        raise Mendable(
            f"{action.name} was done on {action.completed}: a day between the one on which it was agreed and today is "
            "wanted. Mend it."
        )


def _move(action: Action, move: Move) -> Move:
    """Return a figure that an action should move, as it may be kept."""
    if not move.indicator.strip():
        raise Mendable(f"{action.name} names no figure that should move. Name an indicator, or leave the whole out.")
    if move.direction not in DIRECTIONS:
        codes = ", ".join(DIRECTIONS)
        raise Mendable(f'{action.name}, {move.indicator}: "{move.direction}" is no direction. Use one of {codes}.')
    if move.by is not None and move.by < action.agreed:
        raise Mendable(
            f"{action.name}: {move.indicator} is to have moved before the action was agreed. Mend the month."
        )
    return replace(move, indicator=move.indicator.strip())


def _must_be_named(item: Item) -> None:
    """Refuse a new item whose number is none."""
    if not IDENTIFIER.fullmatch(item.key):
        raise Mendable(
            f'"{item.key[:30]}" is no number: letters, figures, full stops, dashes and strokes, 20 at most. Write '
            f"{EXAMPLES[type(item)]}."
        )


def _today() -> date:
    """Return the day it is."""
    return now().date()
