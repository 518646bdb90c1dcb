"""Inspection, action plan and strategy stand before the subjects; the public reads no owner."""

from pages.report.document import Paragraph, Table
from pages.report.plan_section import TITLE


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
