"""Comments on a printed page: those there is room for, and for passing on only those that can be tried."""

from collections.abc import Sequence

from data.access import Reader
from indicators.change.comments import Commented
from indicators.engine.catalogue import indicator_called
from pages.kit.frame.audience import Audience
from pages.words.commentary import reads, signed, tells_by_hand

FULL = 500
"""Characters of comments for which a page has room."""


def room_for(
    remarks: Sequence[Commented], audience: Audience, reader: Reader
) -> tuple[tuple[tuple[str, str, str], ...], int]:
    """Return the comments there is room for, each with its figure and who signs it, and how many are left out.

    Numbers that somebody wrote by hand cannot be tried as figures are, so what holds one is not for passing on.
    """
    mine = sorted(
        (remark for remark in remarks if remark.comment.indicator in audience.measures),
        key=lambda remark: audience.measures.index(remark.comment.indicator),
    )
    printed: list[tuple[str, str, str]] = []
    for remark in mine:
        one = indicator_called(remark.comment.indicator).title, reads(remark), signed(remark.comment)
        room = sum(len(text) for _, text, _ in (*printed, one)) <= FULL
        if room and (reader.sees_small_numbers or not tells_by_hand(remark)):
            printed.append(one)
    return tuple(printed), len(mine) - len(printed)
