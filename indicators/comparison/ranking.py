"""Where one figure stands among others, in words: with ties, with those that are missing, and only if it is known."""

from collections.abc import Sequence

from indicators.comparison.figure_range import Span


def rank_in_words(own: Span | None, others: Sequence[Span | None]) -> str:
    """Say where a figure stands: "3rd highest of 30 with a figure; 2 not available".

    A figure that is not published, so that nobody can be recognised, may stand anywhere between its ends: where that
    leaves the place open, all places that it may be are said.
    """
    spans = [span for span in others if span is not None]
    gone = len(others) - len(spans)
    missing = f"; {gone} not available" if gone else ""
    if not spans:
        return f"Nobody to compare with{missing}"
    if own is None:
        return f"No figure of our own to place among {len(spans)} with a figure{missing}"
    hidden = sum(not span.known for span in spans) + (not own.known)
    if hidden:
        return f"{_place(own, spans)} of {len(spans) + 1}, {hidden} of them not published{missing}"
    return f"{_place(own, spans)} of {len(spans) + 1} with a figure{missing}"


def _place(own: Span, others: Sequence[Span]) -> str:
    """Say the place, or between which places it lies."""
    number = len(others) + 1
    above = sum(span.low > own.high for span in others)
    not_below = sum(span.high >= own.low for span in others)
    equal = sum(span == own and own.known for span in others)
    if not_below - above == equal:
        joint = "Joint " if equal else ""
        words = f"{joint}{_ordinal(above + 1)} highest"
        if above + 1 > (number + 1) / 2 and not equal:
            words = f"{_ordinal(number - above)} lowest"
        return _begun(words.replace("1st ", ""))
    return f"Between {_ordinal(above + 1)} and {_ordinal(not_below + 1)} highest"


def _ordinal(number: int) -> str:
    """Write a place: 1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _begun(said: str) -> str:
    """Begin with a capital."""
    return said[0].upper() + said[1:]
