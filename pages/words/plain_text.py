"""Text that came from a file or from a declaration, kept from being read as formatting."""

import re

MARKS = re.compile(r"([\\`*_{}\[\]<>#$~|:])")


def plain(text: str) -> str:
    """Keep text from being read as formatting."""
    return MARKS.sub(r"\\\1", text)
