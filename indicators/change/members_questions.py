"""Members' questions on figures: asked of a figure that there is, and read by who may read the figure."""

from data.access import Reader
from data.annotations.questions import Question, ask_question, questions
from data.errors import Mendable
from data.ledger.history import months_held
from data.months import in_words
from data.store.store import Store
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.measured_figures import let_in
from indicators.figures.public_texts import Objection, what_tells


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
    """Return the questions on figures that there are, the oldest first.

    One that may tell of a child, or whose answer may, is kept back whole from whoever sees no small numbers.
    """
    known = [question for question in questions(store, reader, authority) if question.indicator in all_indicators()]
    return known if reader.sees_small_numbers else [one for one in known if not _objections(store, reader, one)]


def _objections(store: Store, reader: Reader, question: Question) -> list[Objection]:
    """Return what in a question and its answer may not go to the public."""
    texts, measure = f"{question.text} {question.answer}", indicator_called(question.indicator)
    return what_tells(store, reader, texts, question.authority, question.month, [measure])
