"""Names and addresses that a text shows by their form: e-mail, telephone, postcode, numbers of a person, Mr and Ms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from data.errors import Mendable

NAME = r"[A-Z][\w'’\-]*"
FORMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "an e-mail address": re.compile(r"[\w.+'\-]+@\w[\w\-]*(\.[\w\-]+)*"),
        "an address of the web": re.compile(
            r"\b(?:[a-z][a-z0-9+.\-]*://\S+|www\.\S+)|\b[\w\-]+(\.[\w\-]+)*\.uk\b", re.I
        ),
        "a postcode": re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b", re.I),
        "a UPN": re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b", re.I),
        "a telephone number": re.compile(
            r"(?<![\w.])(?:\+44 ?(?:\(0\) ?)?|\(?0)[1-37-9](?:[ \-()]{0,2}\d){8,9}(?![\w.]?\d)"
        ),
        "an NHS number": re.compile(r"(?<![\w.,])\d{3}[ \-]?\d{3}[ \-]?\d{4}(?![\w.,]?\d)"),
        "an identifier": re.compile(r"\b(?=[A-Z\d/\-]*\d{5})[A-Z]{0,4}[\d/\-]{5,}[A-Z]{0,2}\b(?![,.]\d)", re.I),
        "a name": re.compile(
            rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Master|Dr|Prof|Professor|Rev|Sir|Dame)\b\.? ?{NAME}(?: {NAME})*"
        ),
    }
)
"""What a detail is called, with the form that it has; the first that fits names it."""
ISO_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")


@dataclass(frozen=True)
class Detail:
    """Hold what in a text may tell who is meant: what it is called, and where it stands, counted from nought."""

    kind: str
    first: int
    last: int
    """The place just behind its last letter."""


def personal_details(text: str) -> list[Detail]:
    """List what in a text has the form of a name, an address or a number of one person, in the order of the text."""
    details: list[Detail] = []
    for kind, form in FORMS.items():
        for match in form.finditer(text):
            free = all(match.end() <= detail.first or match.start() >= detail.last for detail in details)
            if free and not ISO_DAY.fullmatch(match[0]):
                details.append(Detail(kind, match.start(), match.end()))
    return sorted(details, key=lambda detail: detail.first)


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
