"""What falls due, in words: how much is late, what leads, and what figures will read if nothing is done."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from indicators.engine.catalogue import indicator_called
from indicators.figures.due_soon import Due
from indicators.figures.figure import Figure
from pages.words import wording

NO_FORECAST = (
    "A dash stands where more than a quarter of all that is counted falls due by the day: nobody does nothing for so "
    "long. All else is the definition itself, asked of the published records for that day. Nothing is guessed."
)


def in_a_sentence(rows: Sequence[Due], month: date, within: int) -> str:
    """Say how many are late at a month end, how many fall due in so many days, and what most of the late ones are."""
    late = [due for due in rows if due.late]
    until = month + timedelta(days=within)
    ahead = sum(not due.late and due.due_on <= until for due in rows)
    sentence = (
        f"{wording.number(len(late))} {'is' if len(late) == 1 else 'are'} late on {wording.day(month)}, and "
        f"{wording.number(ahead)} more {'falls' if ahead == 1 else 'fall'} due by {wording.day(until)}."
    )
    measures = len({due.indicator for due in rows})
    if measures > 1:
        sentence += f" That adds up {measures} measures, and a child may count in several."
    by_indicator = {name: len(list(group)) for name, group in groupby(late, key=lambda due: due.indicator)}
    if not by_indicator:
        return sentence
    leads = max(by_indicator, key=lambda name: by_indicator[name])
    return f"{sentence} Most late: {indicator_called(leads).title} ({wording.number(by_indicator[leads])})."


def reading(figure: Figure | None) -> str:
    """Write what a figure reads, or a dash where there is none, or where doing nothing until then is no real case."""
    return wording.NONE if figure is None else wording.value(figure.unit, figure.value)
