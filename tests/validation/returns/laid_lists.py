"""Lay lists of a return, written as rows of text, before one of its rules."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas

from data.arrivals import Arrival
from data.arrivals.editions import combined
from data.arrivals.lists import ListArrived
from data.arrivals.origins import Places
from data.returns.declaration import all_returns
from data.store.scratch import laid_out
from validation.returns.asked import words_of
from validation.returns.list_rule import ListRule

YEAR_END = date(2026, 3, 31)
AUTHORITY = "E09000005"
Rows = Sequence[Mapping[str, str]]


def rows_that_break(
    rule: ListRule, lists: Mapping[str, Rows], month_end: date = YEAR_END, of_return: str = "ssda903"
) -> dict[str, dict[str, str]]:
    """Return the sentence on each row that breaks a rule of a return, by list and by row from 2."""
    of = all_returns()[of_return]
    origins = Places()
    frames = {}
    for name, listing in of.lists.items():
        if name in lists:
            texts = pandas.DataFrame(lists[name], range(2, 2 + len(lists[name])), list(listing.columns), dtype=object)
            arrival = Arrival(name, "", texts.where(texts.notna(), None), 0)
            arrived = ListArrived(arrival, of, name, {column: column for column in listing.columns})
            frames[name] = combined([arrived], origins, month_end).rows
    before, after = words_of(of_return, AUTHORITY, frames)
    broken: dict[str, dict[str, str]] = {}
    with laid_out(frames, month_end, before, after) as laid:
        for origin, sentence in rule.question.broken_by(laid.answers):
            arrived, row = origins[origin or 0]
            broken.setdefault(arrived.name, {})[str(row)] = sentence
    return broken
