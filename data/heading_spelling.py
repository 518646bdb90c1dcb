"""How a heading is compared: by its letters and digits alone."""

import unicodedata

UNNAMED = "(column "
"""What the name begins with that a column without a heading is given: (column C)."""


def tidy(heading: str) -> str:
    """Reduce a heading to its letters and digits, so that case, spaces and punctuation do not matter."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", heading).casefold() if letter.isalnum())
