"""Text as the first paint needs it, too: kept from being read as formatting, its addresses no links; names joined."""

import re

MARKS = re.compile(r"([\\`*_{}\[\]<>#$~|:])")
JOINER = "\N{WORD JOINER}"
"""Has no width. An address with one in it is drawn as it was written, and no browser is led there."""
ADDRESSES = re.compile(r"(?:(?<=www)(?=\.)|(?<=http:)(?=//)|(?<=https:)(?=//)|(?<=[\w.+\-])(?=@[\w\-]))", re.IGNORECASE)
"""Where what draws a text would begin to take it for an address, whatever is escaped in it."""


def plain(text: str) -> str:
    """Keep text from being read as formatting, and what is an address in it from becoming a link."""
    return MARKS.sub(r"\\\1", ADDRESSES.sub(JOINER, text))


def without_joiners(text: str) -> str:
    """Return a text as it was written, for a file of its own."""
    return text.replace(JOINER, "")


def listed(names: list[str]) -> str:
    """Join names: a, b and c."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
