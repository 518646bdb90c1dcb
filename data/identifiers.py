"""Identifiers: the one form in which every one is kept and compared, and the column that many extracts share."""

import re
import unicodedata

from data.extract import Identifier

FORM = 1
"""The version of the form below. Whoever changes it raises this, and brings what is stored to it in a migration, as
`into_one_form` in `data/store/migrations.py` did."""

HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
LIKE_LATIN = str.maketrans(
    "АВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",  # noqa: RUF001 - Cyrillic and Greek capitals that look like Latin ones
    "ABESIJKMHOPCTYXABEZHIKMNOPTYX",
)
MARK_OF_TEXT = "'‘’`"
"""What a cell of text begins with that Excel was told to leave as it is."""
SIGNS = re.compile(r"[\W_]+")
WITH_DECIMALS = re.compile(r"(\d{1,15})\.0+")


def canonical(text: str) -> str:
    """Return an identifier in its one form: capitals, plain hyphens, no decimals after a whole number.

    Spaces are left out, but for single ones between words without a figure, as where a worker is known by name.
    Noughts before it stay as they are written: which of 12 and 00012 is meant is for the authority to say.
    """
    if text.isascii() and text.isalnum():
        return text.upper()
    plain = unicodedata.normalize("NFKC", text).translate(HYPHENS).upper().translate(LIKE_LATIN)
    joined = ("" if any(map(str.isdigit, plain)) else " ").join(plain.split()).lstrip(MARK_OF_TEXT)
    whole = WITH_DECIMALS.fullmatch(joined)
    return whole[1] if whole else joined


def folded(name: str) -> str:
    """Return a name, as of a team, in the form by which it is compared: small letters and figures, single spaces."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ").replace("’", "").replace("'", "")
    return " ".join(SIGNS.sub(" ", plain).split())


CHILD_ID = Identifier(
    meaning="The child's identifier, as in the children extract",
    required=True,
    pattern="[A-Za-z0-9-]{1,20}",
    longest=20,
    aliases=("child", "child unique id", "lachildid"),
)
