"""Inspection, action plan and strategy stand before the subjects; the public reads no owner."""

from dataclasses import replace
from datetime import date

from data.annotations.action_plan.items import UP, Action, Move, Plan
from indicators.engine.catalogue import indicator_called
from indicators.figures.disclosure import without_numbers
from indicators.figures.figure import Figure
from pages.report.document import Paragraph, Table
from pages.report.plan_section import TITLE, actions_told, plan_parts
from pages.words.plan.followed_plan import follow
from pages.words.series import Series
from tests.store_filling import BRENT, OCTOBER

PLANS = indicator_called("children_on_a_plan")
ACTION = Action(
    *(BRENT, "AP1", "4.13", "Train advisers", "Head of service", "", "", date(2026, 7, 1), date(2026, 9, 1), "LATE"),
    moves=(Move("was_once", UP), Move(PLANS.id, UP)),
)


def test_the_plan_stands_in_the_background_with_its_inspection_and_objective(reports):
    for document in reports.values():
        section = next(section for section in document.sections if section.title == "Background")
        told = {part.lead: part for part in section.parts if isinstance(part, Paragraph)}
        assert TITLE in [getattr(part, "text", "") for part in section.parts]
        assert "No overall grade: since April 2026" in told["Inspection."].text
        assert told["Action plan."].text.startswith("Of 9 actions that are not done, 1 is overdue. 4 actions are done")
        assert "on course" in told["Action plan."].text and "closed, unmoved" in told["Action plan."].text
        assert told["Strategy."].number == "3.5" and "of them done" in told["Strategy."].text
        (table,) = [part for part in section.parts if isinstance(part, Table)]
        assert table.rows[0][0] == "Set care leavers’ outcomes beside each other by ethnic group (AP0069)"
        assert "Head of" not in repr(section)


def test_a_figure_that_is_gone_is_told_with_its_action_and_of_no_measure():
    now = Figure(PLANS.id, BRENT, OCTOBER, "count", 4.0, 4.0, None, 0, 1)
    plan = follow(Plan(actions=(ACTION,)), OCTOBER, [Series(PLANS, (now,))])
    assert set(actions_told(plan)) == {PLANS.id} and "Train advisers" in actions_told(plan)[PLANS.id][0]
    *_, table = plan_parts(plan, 3, 1)
    assert isinstance(table, Table) and table.rows[0][-2:] == ("was_once", "No such figure")


def test_a_hidden_figure_of_an_action_has_the_sign_of_what_is_hidden():
    now = without_numbers(Figure(PLANS.id, BRENT, OCTOBER, "count", 4.0, 4.0, None, 0, 1))
    named = replace(ACTION, moves=ACTION.moves[1:])
    *_, table = plan_parts(follow(Plan(actions=(named,)), OCTOBER, [Series(PLANS, (now,))]), 3, 1)
    assert isinstance(table, Table) and table.rows[0][3] == f"{PLANS.title}: c in Oct 2026"
