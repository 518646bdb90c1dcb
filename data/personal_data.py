"""Look in text for what would name a person: telephone, e-mail, postcode, NHS number, UPN. Names are not looked for."""

import re
from collections.abc import Iterator

TELEPHONE = re.compile(r"(?<![\w.])(?:\+\s?44[\s().-]*(?:0[\s().-]*)?|\(?0[\s().-]*)[1-378](?:[\s().-]*\d){9}(?!\d)")
E_MAIL = re.compile(r"[\w.+'-]+\s?@\s?[\w-]+(?:\.[\w-]+)+", re.UNICODE)
POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d[\dA-HJKSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?) {0,2}\d[ABD-HJLNP-UW-Z]{2})\b",
    re.IGNORECASE,
)
TEN_DIGITS = re.compile(r"(?<![\w-])[3-79]\d{2}[ -]?\d{3}[ -]?\d{4}(?![\w-])")
PUPIL = re.compile(r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]\b", re.IGNORECASE)
WORTH_A_LOOK = re.compile(r"@|\d[A-Z]{2}|(?:\d\D*){10}", re.IGNORECASE)
"""What every one of them holds: nearly all texts are identifiers, and are passed over at once."""
NHS = "an NHS number"
CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def found_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a text holds: in words, and as it stands there."""
    if not WORTH_A_LOOK.search(text):
        return
    kinds = {"a telephone number": TELEPHONE, "an e-mail address": E_MAIL, "a postcode": POSTCODE}
    for kind, pattern in kinds.items():
        if match := pattern.search(text):
            yield kind, match[0]
    for match in TEN_DIGITS.finditer(text):
        if _is_nhs_number(re.sub(r"\D", "", match[0])):
            yield NHS, match[0]
            break
    for match in PUPIL.finditer(text):
        if _is_pupil_number(match[0].upper()):
            yield "a unique pupil number", match[0]
            break


def masked(value: str) -> str:
    """Return the first two signs of what was found and stars for the rest, so that it can be looked up, not read."""
    return value[:2] + "".join("*" if sign.isalnum() else sign for sign in value[2:])


def _is_nhs_number(digits: str) -> bool:
    """Tell whether the tenth digit is the check digit of the other nine, modulo 11."""
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return rest % 11 == int(digits[9]) and rest != 10


def _is_pupil_number(number: str) -> bool:
    """Tell whether the first letter is the check letter of what follows, modulo 23."""
    values = [int(sign) if sign.isdigit() else CHECK_LETTERS.index(sign) for sign in number[1:]]
    return (
        CHECK_LETTERS[sum(value * weight for value, weight in zip(values, range(2, 14), strict=True)) % 23] == number[0]
    )
