"""Comments in words: the text with its figures put in, and what moved since it was written."""

import re
from collections.abc import Sequence

from data.annotations.comments import Comment
from data.personal_data import masked
from indicators.change.comments import Commented
from indicators.change.mentions import COUNTS, Mention
from indicators.change.moved_figures import Moved
from indicators.change.numbers_by_hand import ByHand
from indicators.engine.catalogue import all_indicators
from indicators.figures.figure import Figure
from indicators.figures.public_texts import HIDDEN, SMALL, Objection
from pages.words import wording

BY_HAND = re.compile(r"\d")
REMEDY = {
    SMALL: "Put the figure in, in brackets, which hides itself; or say it without the number.",
    HIDDEN: "Put the figure in, in brackets, which hides itself; or say it without the number.",
}
OF_A_PERSON = "Take it out."


def reads(commented: Commented) -> str:
    """Return the text of a comment with the figures that are known now; not yet kept from being read as formatting."""
    return "".join(piece if isinstance(piece, str) else figure_put_in(*piece) for piece in commented.pieces())


def tells_by_hand(commented: Commented) -> bool:
    """Tell whether a comment holds a number that somebody wrote by hand, which cannot be tried as a figure is."""
    return any(holds_a_number(piece) for piece in commented.pieces() if isinstance(piece, str))


def holds_a_number(text: str) -> bool:
    """Tell whether somebody wrote a number in a text."""
    return bool(BY_HAND.search(text))


def signed(comment: Comment) -> str:
    """Say whose a comment is, when it was written and which version it is."""
    when = f", {wording.moment(comment.written_at)}" if comment.written_at else ""
    return f"{comment.author}{when}" + (f", version {comment.version}" if comment.version > 1 else "")


def what_moved(commented: Commented) -> list[str]:
    """Say which figures are not what they were when a comment was written, one sentence each."""
    comment = commented.comment
    when = f" on {wording.day(wording.as_clocks_here(comment.written_at))}" if comment.written_at else ""
    return [_moved(moved, moved.after.indicator == comment.indicator, when) for moved in commented.moved]


def pointed_out(objections: Sequence[Objection]) -> list[str]:
    """Write a sentence for each place in a text that should not go to others; a person's details are not repeated."""
    return [
        f"This holds what looks like {_its_kind(objection)}, at letter {objection.first}: {_shown(objection)}. "
        f"{REMEDY.get(objection.kind, OF_A_PERSON)}"
        for objection in objections
    ]


def typed_by_hand(where: str, number: ByHand) -> str:
    """Say of a number that somebody typed in a part of a report which figure it no longer is, or that it is none."""
    says = f"{where} says {number.written}, typed by hand"
    if number.was is None or number.is_now is None:
        return f"{says}, and no figure shown here is that. Look where it comes from, or put a figure in, in brackets."
    title, when, put_in = (
        all_indicators()[number.was.indicator].title,
        wording.month(number.was.month),
        f"Put it in as {{{number.was.indicator}}}, which stays right",
    )
    says = f"{says}: “{title}” of {when} was {wording.in_full(number.was)}"
    if number.was.month == number.is_now.month:
        return f"{says} in an earlier edition, and is {wording.in_full(number.is_now)} now. {put_in}."
    latest = f"of {wording.month(number.is_now.month)} it is {wording.in_full(number.is_now)}"
    return f"{says}, and {latest}. {put_in}, or name the month beside it."


def to_json(commented: Commented) -> dict:
    """Return the shape that is printed: the comment as it reads now, as it was written, and what moved since."""
    comment = commented.comment
    return {
        "authority": comment.authority,
        "indicator": comment.indicator,
        "month": f"{comment.month:%Y-%m}",
        "comment": reads(commented),
        "as_written": comment.text,
        "author": comment.author,
        "version": comment.version,
        "written_at": f"{comment.written_at:%Y-%m-%dT%H:%M:%SZ}" if comment.written_at else None,
        "written_by": comment.written_by,
        "load": comment.figures[0].load if comment.figures else None,
        "moved": [moved.to_json() | {"month": f"{moved.after.month:%Y-%m}"} for moved in commented.moved],
        "what_moved": what_moved(commented),
    }


def figure_put_in(mention: Mention, figure: Figure | None) -> str:
    """Write a figure in the place of a text where it goes: c where it may not be told, and that there is none."""
    if mention.how == COUNTS and figure is not None and figure.value is not None:
        indicator = all_indicators()[mention.indicator]
        return wording.made_of(indicator, figure) or wording.counted(figure.value, indicator.argument.subjects)
    return _value(figure)


def _value(figure: Figure | None) -> str:
    """Write a figure; c where it may not be told, and that there is none where there is none."""
    if figure is None or wording.is_hidden(figure):
        return wording.CONFIDENTIAL
    return "no figure" if figure.value is None else wording.value(figure.unit, figure.value)


def _moved(moved: Moved, own: bool, when: str) -> str:
    """Say what a figure was when it was written of, and what it is now; with its counts where they read alike."""
    was, is_now = _value(moved.before), _value(moved.after)
    if was == is_now:
        was, is_now = (wording.in_full(figure) for figure in (moved.before, moved.after))
    if own:
        return f"Written when it was {was}{when}; it is now {is_now}."
    title = all_indicators()[moved.after.indicator].title
    return f"Written when “{title}” of {wording.month(moved.after.month)} was {was}{when}; it is now {is_now}."


def _its_kind(objection: Objection) -> str:
    """Say what it is."""
    return objection.kind.removeprefix("what looks like ")


def _shown(objection: Objection) -> str:
    """Show what was written: a number as it is, anything else by its first letters."""
    return f"“{objection.written}”" if objection.kind in REMEDY else masked(objection.written)
