"""The words of the sector and of the pages with their meanings, as GLOSSARY.md has them."""

import re
from functools import cache
from pathlib import Path

WRITTEN = Path(__file__).parents[3] / "GLOSSARY.md"
ENTRY = re.compile(r"^\*\*(.+?)\*\*(.*?): (.+)$")


@cache
def glossary() -> dict[str, str]:
    """Return the meaning of each word, without marks of writing, in the order of the alphabet."""
    own = WRITTEN.read_text(encoding="utf-8").partition("## Words of the code")[0]
    entries = (ENTRY.match(" ".join(part.split())) for part in own.split("\n\n"))
    return {_plain(entry[1] + entry[2]): _plain(entry[3]) for entry in entries if entry}


def _plain(text: str) -> str:
    """Take out what marks weight, code and links."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)|[*`]", r"\1", text)
