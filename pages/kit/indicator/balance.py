"""How a number of children came about since the month before, as a sum."""

from collections.abc import Sequence

from data.access import Act
from indicators.change.bridge import Bridge
from pages.kit.frame.choices import Choices
from pages.kit.indicator.since_last_month import changed_kept
from pages.words import wording
from pages.words.series import Series

FLOWS = (("+", "started"), ("+", "put_in_later"), ("\N{MINUS SIGN}", "ended"), ("\N{MINUS SIGN}", "taken_out"))


def balance(chosen: Choices, all_series: Sequence[Series]) -> str:
    """Say how the first number of a page that can be followed came about; nothing where none can, or may be seen."""
    stocks = [series.indicator for series in all_series if series.indicator.argument.stock]
    if not stocks or not chosen.reader.may(Act.EXACT, Act.ROWS):
        return ""
    changed = changed_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, (stocks[0].id,))
    if not changed or changed[0].since is None:
        return ""
    if changed[0].since.reason:
        return ""
    return f"{stocks[0].title}: {as_sum(changed[0].since.whole)}."


def as_sum(whole: Bridge) -> str:
    """Write how a number came about: 315 + 37 started − 31 ended = 321."""
    flows = ((sign, getattr(whole, name), name.replace("_", " ")) for sign, name in FLOWS)
    terms = [f"{sign} {wording.number(many)} {name}" for sign, many, name in flows if many]
    return f"{' '.join([wording.number(whole.opening), *terms])} = {wording.number(whole.closing)}"
