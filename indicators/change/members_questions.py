"""Members' questions on figures: asked of a figure that there is, and read by who may read the figure."""

from data.access import Reader
from data.annotations.questions import Question, ask_question, questions
from data.errors import Mendable
from data.ledger.history import months_held
from data.months import in_words
from data.store.store import Store
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.measured_figures import let_in


def ask(store: Store, reader: Reader, question: Question) -> Question:
    """Keep a question on a figure, and return it with its number.

    Raises:
        Mendable: where there is no such indicator, its month was not published, or nothing was asked.
    """
    let_in(reader, question.authority)
    indicator_called(question.indicator)
    if question.month not in months_held(store, reader, question.authority):
        raise Mendable(f"{in_words(question.month)} has not been published. Ask of a month that has.")
    return ask_question(store, reader, question)


def asked(store: Store, reader: Reader, authority: str) -> list[Question]:
    """Return the questions on figures that there are, the oldest first."""
    return [question for question in questions(store, reader, authority) if question.indicator in all_indicators()]
