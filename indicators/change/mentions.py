"""Figures named in a text: where one goes, in brackets, and what is put in there.

`{figure}` is the figure commented on, `{average_caseload}` another of its month. After a colon stands another month of
it, or what it is made of: `{figure:previous}`, `{average_caseload:counts}`.
"""

import re
from dataclasses import dataclass
from datetime import date

from data.errors import Mendable
from data.months import months_before
from indicators.engine.catalogue import all_indicators

PLACE = re.compile(r"\{([^{}]*)\}")
OWN, COUNTS = "figure", "counts"
MONTHS_BACK = {"": 0, "previous": 1, "year_before": 12, COUNTS: 0}
"""What may stand after the colon, and of how many months earlier the figure then is."""
Named = tuple[str, date]
"""A figure by its indicator's id and its month."""


@dataclass(frozen=True)
class Mention:
    """Hold a place in a text where a figure goes: which, and whether as its value or as what it is made of."""

    indicator: str
    month: date
    how: str


def figures_named(text: str, indicator: str, month: date) -> list[Named]:
    """Return the figures that a comment speaks of: its own first, then those its text names, each once.

    Raises:
        Mendable: naming what is in the brackets, and what may be.
    """
    if set("{}") & set(PLACE.sub("", text)):
        raise Mendable("A bracket is open in the comment. Write a figure as {" + OWN + "}, with both brackets.")
    mentions = [mention_of(written, indicator, month) for written in PLACE.findall(text)]
    for mention, written in zip(mentions, PLACE.findall(text), strict=True):
        _must_be_known(mention, written)
    return list(dict.fromkeys([(indicator, month), *((mention.indicator, mention.month) for mention in mentions)]))


def mention_of(written: str, indicator: str, month: date) -> Mention:
    """Read what stands between two brackets of a comment on an indicator and month."""
    name, _, how = (part.strip() for part in written.partition(":"))
    return Mention(indicator if name == OWN else name, months_before(month, MONTHS_BACK.get(how, 0)), how)


def _must_be_known(mention: Mention, written: str) -> None:
    """Refuse a place for a figure that nothing can be put in."""
    place = "{" + written + "}"
    if mention.indicator not in all_indicators():
        raise Mendable(
            f"{place} names no figure. Write {{{OWN}}} for the figure you comment on, or the identifier of another, "
            "such as {children_on_a_plan}; the page Definitions has them all."
        )
    if mention.how not in MONTHS_BACK:
        choices = ", ".join(word for word in MONTHS_BACK if word)
        raise Mendable(f'{place} has "{mention.how}" after the colon. Use one of {choices}, or leave it out.')
