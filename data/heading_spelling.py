"""How a heading is compared: by its letters and digits alone."""

import unicodedata
from functools import lru_cache

UNNAMED = "(column "
"""What the name begins with that a column without a heading is given: (column C)."""


MOST_KEPT = 16_384
"""How many spellings are kept tidied: there are some 3,000 of our own and of returns, asked of every file anew."""


@lru_cache(MOST_KEPT)
def tidy(heading: str) -> str:
    """Reduce a heading to its letters and digits, so that case, spaces and punctuation do not matter."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", heading).casefold() if letter.isalnum())
