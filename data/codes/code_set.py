"""What a code set is: a closed list of codes, what they mean, how else each is written, and in which years."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate, chain
from string import ascii_uppercase

BLANKS = ("NOT KNOWN", "NOT RECORDED", "UNKNOWN", "NOT YET KNOWN", "NOT YET RECORDED", "NOT STATED", "N/K", "NK")
"""How a list says that it holds no answer, where no code means that."""
LETTER = re.compile(r"^[A-Z]{1,2}\d?\) ")
BETWEEN_WORDS = re.compile(r"(?<=\w)\s*[-:;,/]\s*(?=\w)")
UNSAID = re.compile(r"(?<=\w)\s*[-:;,.]+\s*$")
"""What stands between an answer and a remark that was left blank: "Yes - "."""
AS_DECIMAL = re.compile(r"(\d{1,2})\.0+")
"""A code of figures as programs write it that count its column as numbers, since some of its rows are blank."""
ALIKE = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "`": "'"})


def folded(text: str) -> str:
    """Return a text as answers are compared: in capitals, without apostrophes, one space between two words."""
    plain = unicodedata.normalize("NFKC", text).translate(ALIKE).upper().replace("'", "").replace("&", " AND ")
    return " ".join(UNSAID.sub("", BETWEEN_WORDS.sub(" ", plain)).replace(")", ") ").split())


def in_letters(*codes: str) -> dict[str, str]:
    """Give codes the letters A, B, C … that Annex A puts before them, in their order; after Z comes ZZ."""
    return dict(zip(codes, [*ascii_uppercase, "ZZ"], strict=False))


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

    `also_written` maps other spellings, older codes and Annex A wordings (in upper case) to today's code. `wordings`
    gives the words that returns write after a code, or instead of it where no other code has them; `letters` the
    letters, in capitals, that editions put before it. `blanks` are answers that say nothing. `since` and `until` give
    the first and the last collection year, such as 2024/25, of a code or spelling that was not always valid.
    """

    name: str
    meanings: Mapping[str, str]
    also_written: Mapping[str, str] = field(default_factory=dict)
    since: Mapping[str, str] = field(default_factory=dict)
    until: Mapping[str, str] = field(default_factory=dict)
    wordings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    blanks: Sequence[str] = BLANKS

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
        """Return the code for what was written, or None where it is no answer of this set, taken whole.

        A code of another year stays itself, to be judged. A spelling is read in its own years; with no `day`, always.
        """
        figures = AS_DECIMAL.fullmatch(written.strip())
        text = figures[1] if figures else folded(written)
        code, spelling = self._spellings.get(text) or self._newly_lettered(text)
        return code if day is None or spelling not in self.also_written or self.is_valid(spelling, day) else None

    def is_blank(self, written: str) -> bool:
        """Tell whether what was written says that there is no answer."""
        text = folded(written)
        return text in self._blanks and text not in self._spellings

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """Return everything that is read as a code, as answers are compared."""
        return tuple(self._spellings)

    @cached_property
    def _blanks(self) -> frozenset[str]:
        return frozenset(map(folded, self.blanks))

    @cached_property
    def _spellings(self) -> dict[str, tuple[str, str]]:
        """Return the code of each text that is an answer, and the spelling whose years count for it."""
        words = {code: self._words(code) for code in self.meanings}
        shared = {text for text, times in Counter(chain(*words.values())).items() if times > 1}
        spellings = {text: (code, code) for code, texts in words.items() for text in texts - shared}
        spellings |= {folded(spelling): (code, spelling) for spelling, code in self.also_written.items()}
        spellings |= {folded(code): (code, code) for code in self.meanings}
        spellings |= {
            f"{folded(code)} {begun}": (code, code)
            for code, texts in words.items()
            for text in texts
            for begun in accumulate(text.split(), "{} {}".format)
        }
        lettered = {
            f"{letter}) {text}": of for text, of in spellings.items() for letter in self.letters.get(of[0], "").split()
        }
        return lettered | spellings

    def _words(self, code: str) -> set[str]:
        """Return what a code is in words."""
        own = (spelling for spelling, of in self.also_written.items() if of == code and spelling not in self.until)
        return {folded(text) for text in (self.meanings[code], *self.wordings.get(code, ()), *own)}

    def _newly_lettered(self, text: str) -> tuple[str | None, str]:
        """Return the code that is written after a letter, where no edition that we know gives that code a letter."""
        plain = LETTER.sub("", text)
        code, spelling = self._spellings.get(plain) or (None, "")
        new = code is not None and code not in self.letters and plain.split()[0] == folded(code)
        return (code, spelling) if new and self.letters else (None, "")

    def years(self, code: str) -> str:
        """Say in which collection years a code or spelling is valid, or nothing where it always is or never was."""
        parts = [f"since {self.since[code]}"] if code in self.since else []
        parts += [f"to {self.until[code]}"] if code in self.until else []
        return ", ".join(parts)

    def sentence(self, day: date | None = None) -> str:
        """List the codes in use, or those of a day's collection year, for a person: "NEG, PHY, SAB, EMO or MUL"."""
        codes = list(self if day is None else self.valid_on(day))
        return f"{', '.join(codes[:-1])} or {codes[-1]}" if len(codes) > 1 else codes[0]
