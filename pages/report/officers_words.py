"""What officers write of a report themselves: each part a field, none of it invented, and said where it is lacking."""

import tomllib
from dataclasses import dataclass, fields
from datetime import date

from data.errors import Mendable

LONGEST = 6000
"""Characters of one field: about two pages."""


@dataclass(frozen=True)
class OfficersWords:
    """Hold what officers write, part by part, paragraphs parted by blank lines; what is empty was not written."""

    committee: str = ""
    meeting: str = ""
    report_from: str = ""
    wards: str = ""
    summary: str = ""
    recommendations: str = ""
    background: str = ""
    challenges: str = ""
    financial: str = ""
    legal: str = ""
    diversity: str = ""
    contact_officer: str = ""


PARTS = tuple(field.name for field in fields(OfficersWords))
UNWRITTEN = OfficersWords()


def read_words(name: str, contents: bytes, month: date) -> OfficersWords:
    """Read what officers wrote for the report of a month from a file of TOML.

    Raises:
        Mendable: where it is no TOML, holds a part that a report does not have, or says that it is of another month.
    """
    try:
        written = tomllib.loads(contents.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as why:
        raise Mendable(
            f'{name} is not TOML: {why}. Write each part as summary = "…", in a text file of UTF-8.'
        ) from why
    of = written.pop("month", f"{month:%Y-%m}")
    if of != f"{month:%Y-%m}":
        raise Mendable(
            f"{name} says that it was written for {of}, and the report is of {month:%Y-%m}. Look the text through for "
            f'what no longer holds, and write month = "{month:%Y-%m}".'
        )
    for part, text in written.items():
        if part not in PARTS:
            raise Mendable(f"{name}: a report has no part {part}. Use {', '.join(PARTS)}.")
        if not isinstance(text, str):
            raise Mendable(f'{name}: {part} is no text. Write it as {part} = "…".')
        if len(text) > LONGEST:
            raise Mendable(f"{name}: {part} has {len(text):,} characters; {LONGEST:,} is the most. Shorten it.")
    return OfficersWords(**written)


def paragraphs(text: str) -> list[str]:
    """Return a text paragraph by paragraph, each on one line."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
