"""Numbers that somebody wrote into a text, in figures or in words, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
TENS_IN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {name: number for number, name in enumerate((*UNITS.split(), "eighteen", "nineteen"))}
TENS = {name: 10 * number for number, name in enumerate(TENS_IN_WORDS.split(), start=2)}
PHRASES = {
    **{"half a dozen": 6, "a dozen": 12, "a couple": 2, "a pair": 2, "a handful": 5, "a single": 1, "only child": 1},
    **{"both": 2, "twins": 2, "triplets": 3, "nobody": 0, "none": 0},
}
IN_WORDS = re.compile(
    rf"\b(?:{'|'.join(PHRASES)}|(?:{'|'.join(TENS)})(?:[\s\-](?:{'|'.join(list(ONES)[1:10])}))?|{'|'.join(ONES)})\b",
    re.IGNORECASE,
)
IN_FIGURES = re.compile(
    r"(?<![\w.,/:£\-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w/:])|(?<![\w.,/:£])\d+(?:\.\d+)?(?![\w/:]|[.,]\d)"
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
LENGTHS = "days?|weeks?|months?|years?|hours?|minutes?|miles?|weekdays?"
NO_COUNT = re.compile(rf"\s*(?:-\s*)?(?:working |school |calendar )?(?:{MONTHS}|{LENGTHS})\b", re.IGNORECASE)
"""What stands behind a number that counts time or length, and nobody."""
PARTS = "section|pages?|version|paragraph|item|appendix|part|phase|stage|tier|level|chapter|key stage|year"
NAMES_A_PLACE = re.compile(rf"\b(?:{PARTS})\s*$", re.IGNORECASE)
"""What stands before a number that is a name."""
OF_A_MONTH, LAST_DAY = re.compile(rf"\b(?:{MONTHS})\s*$", re.IGNORECASE), 31
"""What stands before a number that is a day, where it can be one and counts nobody: October 3, and October 300."""
CHILDREN = (
    "child|children|boys?|girls?|bab(?:y|ies)|siblings?|brothers?|sisters?|infants?|teenagers?|pupils?|adolescents?"
)
OTHERS = "young (?:person|people)|people|persons?|famil(?:y|ies)|parents?|mothers?|fathers?|carers?|care leavers?"
POINTING = "(?:social )?workers?|of (?:them|these|those|whom)|were|was"
PEOPLE = re.compile(rf"\s*(?:[\w'\-]+ ){{0,2}}?(?:{CHILDREN}|{OTHERS}|{POINTING})\b", re.IGNORECASE)
"""What stands behind a number that counts people."""


@dataclass(frozen=True)
class Written:
    """Hold a number that was written, what it counts as far as the text tells, and from where to where it stands."""

    value: float
    first: int
    last: int
    counts_people: bool


def numbers_written(text: str) -> Iterator[Written]:
    """Yield the numbers of a text that may be counts: not days, lengths, years or the names of sections."""
    for match in sorted((*IN_FIGURES.finditer(text), *IN_WORDS.finditer(text)), key=lambda match: match.start()):
        value, in_front, behind = _value(match[0]), text[: match.start()], text[match.end() :]
        counts_people = bool(PEOPLE.match(behind))
        is_year = match[0].isdigit() and 1900 <= value <= 2100
        is_day = not counts_people and value <= LAST_DAY and OF_A_MONTH.search(in_front)
        if is_year or is_day or NO_COUNT.match(behind) or NAMES_A_PLACE.search(in_front):
            continue
        yield Written(value, match.start(), match.end(), counts_people)


def _value(written: str) -> float:
    """Return the number that figures or words say."""
    words = written.lower()
    if words[0].isdigit():
        return float(words.replace(",", ""))
    if words in PHRASES:
        return PHRASES[words]
    return sum({**ONES, **TENS}[word] for word in re.split(r"[\s\-]", words))
