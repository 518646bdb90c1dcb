"""Small numbers: the one rule by which a figure is kept from whoever may not see every child.

A count of 1 to 5 is confidential, and so is all that is made of it: its share, its denominator, what is not yet due.
So is a share of fewer than 10. Where the parts that are left would give a hidden one away, because the whole is known,
the next smallest is hidden too, until every hidden number may be anything from 1 to 5. Nought is no secret. Whoever
works with the records, at this computer, sees every number; nothing of 1 to 5 is for passing on.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from data.reader import Reader
from indicators.figure import Figure

RECOGNISABLE = 5
"""A count from 1 up to this one may let a child be recognised."""
TOO_FEW_TO_SHARE = 10
CONFIDENTIAL = "Confidential: made of 1 to 5, or out of fewer than 10, or hidden so that another cannot be worked out."


def is_small(figure: Figure) -> bool:
    """Tell whether a figure may let a child be recognised."""
    if figure.numerator is None:
        return False
    if 0 < figure.numerator <= RECOGNISABLE:
        return True
    return figure.unit not in ("count", "rate") and 0 < (figure.denominator or 0) < TOO_FEW_TO_SHARE


def as_seen_by(reader: Reader, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures as a reader may see them; the parts of one whole must be given together."""
    if reader.sees_small_numbers:
        return list(figures)
    hidden: set[int] = set()
    places = sorted(range(len(figures)), key=lambda place: _whole_of(figures[place]))
    for _, parts in groupby(places, key=lambda place: _whole_of(figures[place])):
        hidden |= _to_hide({place: figures[place] for place in parts})
    return [
        _without_numbers(each) if place in hidden else _without_small_rest(each) for place, each in enumerate(figures)
    ]


def _whole_of(figure: Figure) -> tuple:
    """Return what a figure is a part of; one that is no part stands alone."""
    return figure.by, figure.indicator, figure.authority, figure.month, figure.counted_from


def _to_hide(parts: dict[int, Figure]) -> set[int]:
    """Return which parts of one whole to hide: the small, and the next smallest while those could be worked out."""
    hidden = {place for place, each in parts.items() if is_small(each)}
    if not hidden or not next(iter(parts.values())).by:
        return hidden
    rest = sorted(
        (place for place, each in parts.items() if place not in hidden and each.numerator),
        key=lambda place: parts[place].numerator or 0,
    )
    while rest and not _safe([parts[place].numerator or 0 for place in hidden]):
        hidden.add(rest.pop(0))
    return hidden


def _safe(numbers: Sequence[float]) -> bool:
    """Tell whether hidden numbers of a known sum may each be anything from 1 to 5: none is alone or pinned down."""
    return len(numbers) > 1 and sum(numbers) >= RECOGNISABLE + len(numbers) - 1


def _without_numbers(figure: Figure) -> Figure:
    """Return a figure of which nothing is said but that it is confidential."""
    nothing = {"value": None, "numerator": None, "denominator": None, "not_yet_due": None, "subjects": None}
    return replace(figure, **nothing, reason=CONFIDENTIAL)


def _without_small_rest(figure: Figure) -> Figure:
    """Return a figure without the number that is not yet due, where that is small."""
    small = figure.not_yet_due is not None and 0 < figure.not_yet_due <= RECOGNISABLE
    return replace(figure, not_yet_due=None if small else figure.not_yet_due, subjects=None)
