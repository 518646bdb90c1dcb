"""Whoever waits for a report is told step by step what is under way, and how much of it is done."""

from datetime import date

from data.access import LOCAL_USER as LOCAL
from pages.report.committee import report_read
from pages.report.formats.issued import Request, issue
from pages.report.officers_words import UNWRITTEN
from tests.pages.conftest import BOROUGH, publish_plans

MONTH = date(2026, 10, 31)


def test_each_step_has_a_name_and_they_go_forward(store):
    publish_plans(store, MONTH, 30)
    steps: list[tuple[str, float]] = []

    def listen(step: str, done: float) -> None:
        steps.append((step, done))

    read = report_read(store, LOCAL, BOROUGH, [MONTH], listen=listen)
    issue(store, LOCAL, Request(read, UNWRITTEN, ".html"), listen)
    assert [step for step, _ in steps] == [
        "Reading figures",
        "Setting published years side by side",
        "Setting ethnic groups side by side",
        "Writing HTML",
        "Keeping what is issued",
    ]
    assert [done for _, done in steps] == sorted(done for _, done in steps)
