"""What a member asked of a figure is kept, answered, answered anew, and stands in the reports that follow."""

from dataclasses import replace
from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC
from data.annotations.questions import Question, answer_question, ask_question, questions
from data.errors import Mendable
from indicators.change.members_questions import asked
from pages.report.remarks import carried
from tests.examples import example_rows
from tests.store_filling import publish_rows

BRENT = "E09000005"
ASKED = Question(BRENT, "average_caseload", date(2026, 9, 30), "Why do caseloads rise?", "Scrutiny Committee")


def test_a_question_is_kept_and_answered_and_the_last_answer_holds(store):
    kept = ask_question(store, LOCAL, ASKED)
    assert kept.number == 1 and [each.text for each in questions(store, LOCAL, BRENT)] == ["Why do caseloads rise?"]
    answer_question(store, LOCAL, BRENT, 1, "Agency workers left.", "Head of safeguarding")
    answered = answer_question(store, LOCAL, BRENT, 1, "Agency workers left; posts are advertised.", "Director")
    assert questions(store, LOCAL, BRENT) == [answered] and answered.answered_by == "Director"
    assert questions(store, LOCAL, "E09000006") == []


@pytest.mark.parametrize(
    ("question", "why"),
    [
        (replace(ASKED, text="  "), "Write the question as it was asked."),
        (replace(ASKED, asked_by=""), "Say who asked"),
        (replace(ASKED, text="x" * 1001), "has 1001 characters"),
    ],
)
def test_a_question_without_words_or_asker_is_refused(store, question, why):
    with pytest.raises(Mendable, match=why):
        ask_question(store, LOCAL, question)
    assert questions(store, LOCAL, BRENT) == []


def test_what_there_is_no_question_of_cannot_be_answered_and_the_public_keeps_none(store):
    with pytest.raises(Mendable, match=r"There is no question 7 of E09000005\. List them"):
        answer_question(store, LOCAL, BRENT, 7, "Yes.", "Director")
    with pytest.raises(Mendable, match="the public may not"):
        ask_question(store, PUBLIC, ASKED)


def test_a_question_is_carried_for_a_year_or_until_it_is_answered():
    open_one, answered = replace(ASKED, number=1), replace(ASKED, number=2, answer="Posts are filled.")
    both = [open_one, answered]
    assert [each.number for each in carried(both, date(2026, 8, 31))] == []
    assert [each.number for each in carried(both, date(2026, 9, 30))] == [1, 2]
    assert [each.number for each in carried(both, date(2027, 8, 31))] == [1, 2]
    assert [each.number for each in carried(both, date(2027, 9, 30))] == [1]


def test_a_question_that_may_tell_of_a_child_is_kept_back_from_the_public_and_not_from_the_office(store):
    publish_rows(store, {"children": example_rows("children", [{}])})
    for text, answer in (
        ("Why do caseloads rise?", ""),
        ("Why did Mrs Okafor leave?", ""),
        ("Who is it?", "Femi Okafor."),
    ):
        asked_one = ask_question(store, LOCAL, replace(ASKED, text=text))
        if answer:
            answer_question(store, LOCAL, BRENT, asked_one.number, answer, "Director")
    assert len(asked(store, LOCAL, BRENT)) == 3
    assert [question.text for question in asked(store, PUBLIC, BRENT)] == ["Why do caseloads rise?"]
