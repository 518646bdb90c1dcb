"""Where a text names somebody: numbers and addresses of one person, an identifier, an honorific, two names in a row.

What is looked for has the form of it. A text that goes to others is shown each place, and nothing in it is changed.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from data.errors import Mendable
from data.personal_data import E_MAIL, POSTCODE, PUPIL, TELEPHONE, TEN_DIGITS

HONORIFIC = "(?:Mr|Mrs|Ms|Miss|Mx|Master|Dr|Prof|Professor|Rev|Sir|Dame)"
NAME = r"[^\W\d_a-zß-öø-ÿ][\w'’\-]*[^\W\d_]"
"""A word with a capital."""
FORMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "an e-mail address": re.compile(rf"{E_MAIL.pattern}|\w[\w.+'\-]*@\w[\w.\-]*"),
        "an address of the web": re.compile(
            r"\b(?:[a-z]+://|www\.)\S+|\b[\w\-]+(?:\.[\w\-]+)*\.(?:uk|com|org|net)\b", re.I
        ),
        "a postcode": POSTCODE,
        "a unique pupil number": PUPIL,
        "a telephone number": TELEPHONE,
        "an NHS number": TEN_DIGITS,
        "a street": re.compile(
            rf"\b\d+[a-z]? (?:{NAME} )+(?:Street|Road|Avenue|Lane|Close|Drive|Way|Court|Gardens|Place)\b"
        ),
        "an identifier": re.compile(r"\b(?=[A-Z\d/\-]*\d{4,})[A-Z]{0,4}[\d/\-]{5,}[A-Z]{0,2}\b(?![,.]\d)", re.I),
        "a name": re.compile(rf"\b{HONORIFIC}\b\.? ?{NAME}(?: {NAME})*"),
    }
)
"""What a detail is called, with the form that it has; the first that fits names it."""
A_NAME = "what looks like a name"
IN_A_ROW = re.compile(rf"\b{NAME}(?: {NAME})+")
DAYS = re.compile(r"\d{4}-\d{2}(?:-\d{2})?|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}[/\-]\d{2,4}")


@dataclass(frozen=True)
class Detail:
    """Hold what in a text may tell who is meant: what it is called, and from where to where it stands."""

    kind: str
    first: int
    last: int
    """The place just behind its last letter, counted from nought."""


def personal_details(text: str) -> list[Detail]:
    """List what in a text has the form of an address, of a number of one person, or of a name with an honorific."""
    details: list[Detail] = []
    for kind, form in FORMS.items():
        for match in form.finditer(text):
            is_free = all(match.end() <= detail.first or match.start() >= detail.last for detail in details)
            if is_free and not DAYS.fullmatch(match[0]):
                details.append(Detail(kind, match.start(), match.end()))
    return sorted(details, key=lambda detail: detail.first)


def names_in_a_row(text: str, terms: Collection[str]) -> Iterator[Detail]:
    """Yield where two words with capitals stand in a row, neither of them a term; `terms` are in small letters."""
    for match in IN_A_ROW.finditer(text):
        words = list(re.finditer(NAME, match[0]))
        strange = [word for word in words if word[0].lower() not in terms and not word[0].isupper()]
        for one, following in zip(strange, strange[1:], strict=False):
            if following.start() == one.end() + 1:
                yield Detail(A_NAME, match.start() + one.start(), match.start() + following.end())
                break


def must_name_nobody(text: str, called: str) -> None:
    """Refuse a text that is kept where no person may be named; `called` is what the text is, as a sentence begins.

    Raises:
        Mendable: naming the first detail and its place; the text is not repeated.
    """
    for detail in personal_details(text):
        raise Mendable(
            f"{called} holds {detail.kind} at letter {detail.first + 1}, and it is kept where nobody may be named. "
            "Say it without."
        )
