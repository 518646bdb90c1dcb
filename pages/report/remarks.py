"""What people said of a measure: officers' comments of the month, and members' questions with their answers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from data.access import Reader
from data.annotations.questions import Question
from data.months import months_before
from data.store.store import Store
from indicators.change.comments import commented
from indicators.change.members_questions import asked
from pages.words import wording
from pages.words.commentary import holds_a_number, reads, signed, tells_by_hand

CARRIED = 12
"""Months for which a question goes on standing in reports once it is answered; one without an answer stands on."""
NOT_ANSWERED = "Not answered yet."


def remarks_on(store: Store, reader: Reader, authority: str, month: date) -> Mapping[str, tuple[str, ...]]:
    """Return what is said of each indicator, by its id, as the reader may read it.

    A text with a number that somebody wrote by hand is not for whoever may see no small number.
    """
    remarks: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for remark in commented(store, reader, authority, [month]):
        if reader.sees_small_numbers or not tells_by_hand(remark):
            remarks[remark.comment.indicator] += (f"{reads(remark)} ({signed(remark.comment)})",)
    for question in carried(asked(store, reader, authority), month):
        if reader.sees_small_numbers or not holds_a_number(question.text + question.answer):
            remarks[question.indicator] += (_told(question),)
    return remarks


def carried(questions: list[Question], month: date) -> Iterator[Question]:
    """Yield the questions that stand in the report of a month: those of the last year, and older ones not answered."""
    for question in questions:
        if question.month <= month and (question.month > months_before(month, CARRIED) or not question.answer):
            yield question


def _told(question: Question) -> str:
    """Write a question with its answer."""
    answer = f"{question.answer} ({question.answered_by})" if question.answer else NOT_ANSWERED
    return f"Asked by {question.asked_by} of {wording.month(question.month)}: {question.text} Answer: {answer}"
