"""Small numbers: the one rule by which a figure is kept from whoever may not see every child.

A count of 1 to 5 is confidential, and so is all that is made of it: its share, its denominator, what is not yet due.
A share is confidential, too, where 1 to 5 stand on the other side: 318 of 321 tells of the 3. So is one out of fewer
than 10, and an average over as few; and so are days, nights and sessions of 1 to 5 children, however many there are,
and those that leave 1 to 5 children's out.
Where the parts that are left would give a hidden one away, because the whole is known, the next smallest is hidden too,
until every hidden number may be anything up to 5. None and all are no secret, as in what DfE publishes: a board must be
able to read that no child was missing and that every plan is in place. Whoever works with the records, at this
computer, sees every number; nothing that is confidential is for passing on.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from data.access import EVERY, Act, Reader
from indicators.engine.catalogue import all_indicators
from indicators.figures.figure import SUBJECTS, Figure, subjects_together

RECOGNISABLE = 5
"""A count from 1 up to this one may let a child be recognised."""
TOO_FEW_TO_SHARE = 10
WHAT_IS_SMALL = (
    f"1 to {RECOGNISABLE}, a share of all but 1 to {RECOGNISABLE}, of 1 to {RECOGNISABLE} children, or "
    f"out of fewer than {TOO_FEW_TO_SHARE}"
)
CONFIDENTIAL = f"Confidential: {WHAT_IS_SMALL}, or hidden so that another cannot be worked out."
NO_SUBJECTS = dict.fromkeys(SUBJECTS)
Column = Mapping[int, float]
"""One number of each part, by the part's place."""


def is_small(figure: Figure) -> bool:
    """Tell whether a figure may let a child be recognised."""
    if figure.numerator is None:
        return False
    if not may_be_told(figure.numerator) or is_of_few_children(figure):
        return True
    if not figure.denominator or figure.unit in ("count", "rate"):
        return False
    if figure.unit == "percent" and not may_be_told(figure.denominator - figure.numerator):
        return True
    return figure.denominator < TOO_FEW_TO_SHARE


def is_hidden(figure: Figure) -> bool:
    """Tell whether a figure is there and not told, because it is small or beside one that is."""
    return figure.reason == CONFIDENTIAL


def is_of_few_children(figure: Figure) -> bool:
    """Tell whether a figure, whatever its halves count, tells of so few children that one may be recognised.

    They are all who stand behind it, those who bring what it counts or, of a share, those who bring what it does not.
    """
    besides = figure.subjects_besides if figure.unit == "percent" else None
    if not figure.numerator or may_be_told(figure.subjects or 0, figure.subjects_counted or 0, besides or 0):
        return False
    indicator = all_indicators().get(figure.indicator)
    return indicator is not None and "child_id" in indicator.columns


def may_be_told(*counts: float) -> bool:
    """Tell whether counts may be handed out beside each other: each is none, or too many to recognise a child."""
    return not any(0 < count <= RECOGNISABLE for count in counts)


def as_seen_by(reader: Reader, figures: Sequence[Figure]) -> list[Figure]:
    """Return figures as a reader may see them; the parts of one whole must be given together."""
    if reader.may(Act.EXACT, Act.TEAMS):
        return list(figures)
    exact = {place for place, figure in enumerate(figures) if _seen_exactly(reader, figure)}
    if len(exact) == len(figures):
        return list(figures)
    decided = {place for place, figure in enumerate(figures) if figure.verdict is not None}
    hidden = {place for place in decided if not _is_shown(figures[place]) or is_small(figures[place])}
    without_rest = {place for place in decided if not _is_rest_shown(figures[place])}
    for parts in _wholes(figures, set(range(len(figures))) - decided):
        of_whole = _to_hide(parts)
        hidden |= of_whole
        without_rest |= _rest_to_hide(parts, of_whole)
    for parts in _wholes(figures, {place for place, figure in enumerate(figures) if figure.numerator is not None}):
        if known := parts.keys() & exact:
            hidden |= _besides(parts, known, parts.keys() & hidden)
            without_rest |= parts.keys()
    return [
        figure
        if place in exact
        else without_numbers(figure)
        if place in hidden
        else replace(figure, not_yet_due=None if place in without_rest else figure.not_yet_due, **NO_SUBJECTS)
        for place, figure in enumerate(figures)
    ]


def sees_exactly(reader: Reader, indicator: str, team: str = EVERY) -> bool:
    """Tell whether a reader may see every number of an indicator, by id: as a whole, or of a team."""
    acts = (Act.EXACT,) if team == EVERY else (Act.EXACT, Act.TEAMS)
    if reader.may(*acts):
        return True
    if not reader.may_somewhere(Act.EXACT) or indicator not in all_indicators():
        return False
    service = all_indicators()[indicator].service
    return all(reader.may_of(act, service, team) for act in acts)


def _seen_exactly(reader: Reader, figure: Figure) -> bool:
    """Tell whether a reader may see every number of a figure."""
    return sees_exactly(reader, figure.indicator, figure.group if figure.by == "team" else EVERY)


def _wholes(figures: Sequence[Figure], places: Collection[int]) -> list[dict[int, Figure]]:
    """Put the figures of some places together that are parts of one whole."""
    ordered = sorted(places, key=lambda place: _whole_of(figures[place]))
    together = groupby(ordered, key=lambda place: _whole_of(figures[place]))
    return [{place: figures[place] for place in whole} for _, whole in together]


def _besides(parts: Mapping[int, Figure], exact: Collection[int], hidden: set[int]) -> set[int]:
    """Return who is hidden from whoever knows some parts exactly, and could take these away from the whole.

    Of the other parts so many are hidden that none of them can be worked out of what is then left.
    """
    others = {place: figure for place, figure in parts.items() if place not in exact}
    if not exact or not hidden & others.keys():
        return hidden
    return _with_the_next(hidden & others.keys(), _columns(others), least=1)


def _is_shown(figure: Figure) -> bool:
    """Tell whether it was decided that a figure is shown; where there is none, why is no secret."""
    return figure.numerator is None or (figure.verdict is not None and figure.verdict.is_shown)


def _is_rest_shown(figure: Figure) -> bool:
    """Tell whether it was decided that it is told how many are not yet due."""
    return figure.numerator is None or (figure.verdict is not None and figure.verdict.is_rest_shown)


def _whole_of(figure: Figure) -> tuple:
    """Return what a figure is a part of; one that is no part stands alone."""
    return figure.by, figure.indicator, figure.authority, figure.month, figure.counted_from


def _to_hide(parts: Mapping[int, Figure]) -> set[int]:
    """Return which parts of one whole to hide: the small, and the next smallest while those could be worked out."""
    hidden = {place for place, figure in parts.items() if is_small(figure)}
    first = next(iter(parts.values()))
    counted, out_of = (
        sum(number or 0.0 for number in numbers)
        for numbers in zip(*((figure.numerator, figure.denominator) for figure in parts.values()), strict=True)
    )
    together = replace(first, numerator=counted, denominator=out_of, **subjects_together(parts.values()))
    if not hidden or not first.by or is_small(together):  # of a whole that is hidden itself nothing can be taken away
        return hidden
    return _with_the_next(hidden, _columns(parts), least=1)


def _columns(parts: Mapping[int, Figure]) -> list[Column]:
    """Return the numbers of parts that could be worked out: how many are counted and, of a share, how many are not."""
    counted = {place: figure.numerator or 0.0 for place, figure in parts.items()}
    out_of = {place: figure.denominator or 0.0 for place, figure in parts.items()}
    of_shares = next(iter(parts.values())).unit == "percent" and any(out_of.values())
    others = {place: max(out_of[place] - counted[place], 0.0) for place in parts}
    return [counted, others] if of_shares else [counted]


def _rest_to_hide(parts: Mapping[int, Figure], hidden: set[int]) -> set[int]:
    """Return of which parts to hide how many are not yet due, as they are of each that is hidden."""
    rest: Column = {place: float(figure.not_yet_due or 0) for place, figure in parts.items()}
    gone = hidden | {place for place, many in rest.items() if 0 < many <= RECOGNISABLE}
    is_told = any(rest[place] for place in gone) and sum(rest.values()) > RECOGNISABLE
    return _with_the_next(gone, [rest], least=0) if is_told and next(iter(parts.values())).by else gone


def _with_the_next(hidden: set[int], columns: Sequence[Column], least: int) -> set[int]:
    """Return who is hidden with the next smallest, until nothing hidden can be worked out; nought goes last."""
    first, shown = columns[0], set(columns[0]) - hidden
    rest = sorted(shown, key=lambda place: (not first[place], min(column[place] for column in columns)))
    gone = set(hidden)
    while rest and not all(is_safe([column[place] for place in gone], least) for column in columns):
        gone.add(rest.pop(0))
    return gone


def is_safe(numbers: Sequence[float], least: int) -> bool:
    """Tell whether hidden numbers of a known sum may each be anything from the least up to 5: none is alone."""
    return len(numbers) > 1 and sum(numbers) >= RECOGNISABLE + least * (len(numbers) - 1)


def without_numbers(figure: Figure) -> Figure:
    """Return a figure of which nothing is said but that it is confidential."""
    nothing = {"value": None, "numerator": None, "denominator": None, "not_yet_due": None}
    return replace(figure, **nothing, **NO_SUBJECTS, reason=CONFIDENTIAL)
