"""What a code set is: its codes, what they mean, how else they are written, and the years in which each is valid."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

LIST_LETTER = re.compile(r"^[A-Z]\d?\) ?")
"""Annex A puts a letter before what is chosen: "a) WBRI"."""
IN_WORDS = re.compile(r"(?: ?:| -) .*$")
"""And the meaning after the code: "C2: FCO", "N1 - Abuse or Neglect"."""


def year_begins(year: str) -> date:
    """Return 1 April of a collection year written 2024/25."""
    return date(int(year[:4]), 4, 1)


def year_ends(year: str) -> date:
    """Return 31 March of a collection year written 2024/25."""
    return date(int(year[:4]) + 1, 3, 31)


def collection_year(day: date) -> str:
    """Return the collection year in which a day lies, written 2024/25."""
    first = day.year if day.month >= 4 else day.year - 1
    return f"{first}/{(first + 1) % 100:02}"


@dataclass(frozen=True)
class CodeSet:
    """Name the codes of one list, in order, with their meanings, those of earlier years among them.

    `also_written` maps other spellings, older codes and Annex A wordings (in upper case) to today's code. `since` and
    `until` give the first and the last collection year, such as 2024/25, of a code or spelling that was not always
    valid.
    """

    name: str
    meanings: Mapping[str, str]
    also_written: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[str, str] = field(default_factory=dict)
    until: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self):
        """Iterate over the codes still in use."""
        return (code for code in self.meanings if code not in self.until)

    def __hash__(self):
        """Hash by name, since a mapping has no hash."""
        return hash(self.name)

    def first_day(self, written: str) -> date | None:
        """Return the day from which a code or spelling is valid, or None where it always was."""
        return year_begins(self.since[written]) if written in self.since else None

    def last_day(self, written: str) -> date | None:
        """Return the last day on which a code or spelling was valid, or None where it still is."""
        return year_ends(self.until[written]) if written in self.until else None

    def is_valid(self, written: str, day: date) -> bool:
        """Tell whether a code or spelling of this set is valid on a day."""
        first, last = self.first_day(written), self.last_day(written)
        return (first is None or first <= day) and (last is None or day <= last)

    def valid_on(self, day: date) -> tuple[str, ...]:
        """Return the codes of the collection year in which a day lies, in order."""
        return tuple(code for code in self.meanings if self.is_valid(code, day))

    def read(self, written: str, day: date | None = None) -> str | None:
        """Return the code for what was written, or None where it is not of this set.

        A code of another year stays itself, to be judged. A spelling is read in its own years; with no `day`, always.
        """
        tidy = " ".join(written.split()).upper()
        plain = LIST_LETTER.sub("", tidy)
        for text in (tidy, plain, IN_WORDS.sub("", plain)):
            if text in self.meanings:
                return text
            if text in self.also_written and (day is None or self.is_valid(text, day)):
                return self.also_written[text]
        return None

    def years(self, code: str) -> str:
        """Say in which collection years a code or spelling is valid, or nothing where it always is or never was."""
        parts = [f"since {self.since[code]}"] if code in self.since else []
        parts += [f"to {self.until[code]}"] if code in self.until else []
        return ", ".join(parts)

    def sentence(self, day: date | None = None) -> str:
        """List the codes in use, or those of a day's collection year, for a person: "NEG, PHY, SAB, EMO or MUL"."""
        codes = list(self if day is None else self.valid_on(day))
        return f"{', '.join(codes[:-1])} or {codes[-1]}" if len(codes) > 1 else codes[0]
