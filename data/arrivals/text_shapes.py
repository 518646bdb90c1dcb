"""The shape of a text, of which a column has few: what a pattern says of a hundred thousand texts it says of them."""

from collections.abc import Sequence
from string import ascii_letters, digits

SHAPE = str.maketrans(ascii_letters + digits, "T" * len(ascii_letters) + "9" * len(digits))
PLAIN = frozenset("T9-")
"""The signs of shapes that no tidying changes, and of which the form of an identifier differs in capitals alone."""


def shapes_of(texts: Sequence[str]) -> list[str]:
    """Return each text with every letter from A to Z as T, and every figure as 9.

    A pattern that knows letters and figures only as such, or that takes T and 9 among those it names, is found in the
    shape of every text in which it is found.
    """
    shapes = "\n".join(texts).translate(SHAPE).split("\n")
    return shapes if len(shapes) == len(texts) else [text.translate(SHAPE) for text in texts]
