"""Members' questions: what was asked of a figure and a month, by whom and when, and what was answered."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from data.access import Act, Reader
from data.annotations.text_limits import sentence
from data.errors import Mendable
from data.ledger.audit_log import record
from data.ledger.clock import now
from data.ledger.deeds import Deed
from data.ledger.numbers import next_number
from data.store.store import Store

LONGEST = 1000
"""Letters of a question, and of an answer."""
LONGEST_NAME = 100


@dataclass(frozen=True)
class Question:
    """Hold a question on the figure of an indicator and month, and its answer; `answer` is empty while there is none.

    `number` and `asked_at` (UTC) are given on keeping it.
    """

    authority: str
    indicator: str
    month: date
    text: str
    asked_by: str
    number: int = 0
    asked_at: datetime | None = None
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None

    def to_json(self) -> dict:
        """Return the shape that is printed."""
        return {
            "question": self.number,
            "authority": self.authority,
            "indicator": self.indicator,
            "month": f"{self.month:%Y-%m}",
            "text": self.text,
            "asked_by": self.asked_by,
            "asked_at": _moment(self.asked_at),
            "answer": self.answer or None,
            "answered_by": self.answered_by or None,
            "answered_at": _moment(self.answered_at),
        }


def ask_question(store: Store, reader: Reader, question: Question) -> Question:
    """Keep a question that a member asked, and return it with its number.

    Raises:
        Mendable: where nothing was asked, nobody asked it, or it is too long.
    """
    reader.must(Act.ANNOTATE)
    reader.must_see_authority(question.authority)
    text = sentence(question.text, "Write the question as it was asked.", LONGEST)
    asked_by = sentence(question.asked_by, "Say who asked, such as the Scrutiny Committee.", LONGEST_NAME)
    with store.change() as cursor:
        numbered = replace(
            question, text=text, asked_by=asked_by, number=next_number(cursor, "question"), asked_at=now()
        )
        entry = [
            numbered.number,
            numbered.authority,
            numbered.indicator,
            numbered.month,
            text,
            asked_by,
            numbered.asked_at,
            reader.who,
        ]
        cursor.execute(f"insert into store.office.questions values ({', '.join('?' * len(entry))})", entry)
        record(cursor, reader, Deed.QUESTION)
    return numbered


def answer_question(
    store: Store, reader: Reader, authority: str, number: int, answer: str, answered_by: str
) -> Question:
    """Answer a question, or answer it anew; what was answered before is kept. Return it with its answer.

    Raises:
        Mendable: where there is no such question, nothing was answered, or nobody answered it.
    """
    reader.must(Act.ANNOTATE)
    open_question = next(
        (question for question in questions(store, reader, authority) if question.number == number), None
    )
    if open_question is None:
        raise Mendable(f"There is no question {number} of {authority}. List them with: python cli.py questions")
    text = sentence(answer, "Write the answer.", LONGEST)
    by = sentence(answered_by, "Say who answers, such as Head of safeguarding.", LONGEST_NAME)
    with store.change() as cursor:
        given_at = now()
        entry = [next_number(cursor, "question_answer"), number, text, by, given_at, reader.who]
        cursor.execute(f"insert into store.office.question_answers values ({', '.join('?' * len(entry))})", entry)
        record(cursor, reader, Deed.QUESTION)
    return replace(open_question, answer=text, answered_by=by, answered_at=given_at)


def questions(store: Store, reader: Reader, authority: str) -> list[Question]:
    """Return the questions asked of an authority's figures, the oldest first, each with its latest answer."""
    reader.must(Act.AGGREGATES)
    rows = store.ask(
        reader,
        """
        select
            questions.authority, questions.indicator, questions.month, questions.text, questions.asked_by,
            questions.question, questions.asked_at,
            coalesce(answers.text, '') as answer,
            coalesce(answers.answered_by, '') as answered_by,
            answers.answered_at
        from office.questions as questions
        left join (
            select * from office.question_answers
            qualify row_number() over (partition by question order by question_answer desc) = 1
        ) as answers on answers.question = questions.question
        where questions.authority = $authority
        order by questions.question
        """,
        authority=authority,
    )
    return [_question(row) for row in rows.astype(object).where(rows.notna(), None).itertuples(index=False, name=None)]


def _question(row: tuple) -> Question:
    """Make a question of a row."""
    authority, indicator, month, text, asked_by, number, asked_at, answer, answered_by, answered_at = row
    answered = answered_at.to_pydatetime() if answered_at is not None else None
    moments = month.date(), asked_at.to_pydatetime()
    return Question(
        authority, indicator, moments[0], text, asked_by, int(number), moments[1], answer, answered_by, answered
    )


def _moment(utc: datetime | None) -> str | None:
    """Write a moment as others read it."""
    return f"{utc:%Y-%m-%dT%H:%M:%SZ}" if utc else None
