"""Text becomes dates, numbers and codes, one distinct text at a time; what cannot be read is kept beside it."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import numpy
import pandas
from pandas.api.extensions import ExtensionArray

from data.arrivals.authority_names import code_of_authority
from data.arrivals.days import BLANK, DAY_NOUGHT, DAY_NOUGHT_1904, read_date, read_month
from data.arrivals.text_shapes import shapes_of
from data.extract import Code, Codes, Column, Date, Declared, Identifier, Month, Number, Whole
from data.identifiers import canonical

UNREADABLE = "unreadable:"
"""What precedes a column's name in the name of its companion, which keeps the text that could not be read."""

# Systems write a missing value in these ways. A code that is spelled so stays a code, and a name stays a name.
BLANK_EVERYWHERE = {"NULL", "#N/A"}

FIGURES = re.compile(r"[-+]?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})?(?:\.\d{1,15})?")
POWER_OF_TEN = re.compile(r"\d(?:\.\d+)?E[-+]?\d+")
DIGITS_LOST = re.compile(r"\d{16,}\.0+")
"""A whole number beyond 15 digits, as it comes from a cell that holds a number: Excel has put noughts for the rest."""
CHANGED_BY_EXCEL = re.compile(r"\d+(?:[.,]\d*)?E\+\d+", re.IGNORECASE)
LETTERS_AND_THEN_FIGURES = re.compile("T*-*9[9-]*")
"""The shape of nearly all identifiers: no word for a blank, no power of ten, and no number with decimals."""
AS_FORMULA = re.compile(r"\s*=\s*\"([^\"]*)\"\s*")
LOST = "\ufffd"
"""What stands where a letter was lost before the text came here."""
SEPARATED = re.compile(r"[ ,;|/]+")
INVISIBLE = dict.fromkeys(code for code in range(0x10000) if unicodedata.category(chr(code)) == "Cf")
"""Marks that show nothing, as systems and web pages put beside values: spaces of no width, directions of writing."""


def typed(
    declared: Declared, rows: pandas.DataFrame, month_end: date | None = None, from_1904: bool = False
) -> pandas.DataFrame:
    """Type every declared column of `rows` (text), keeping its index; each has a companion of unreadable text.

    Codes are read as they were spelled at `month_end`; with none, as they were ever spelled. `from_1904` says that day
    numbers are counted as old workbooks made on a Mac count them.
    """
    table: dict[str, ExtensionArray] = {}
    companions: dict[str, ExtensionArray] = {}
    all_readable = pandas.array([None] * len(rows), dtype="str")
    for column in declared.columns:
        texts = rows[column.name].to_numpy(object) if column.name in rows else numpy.full(len(rows), None)
        read, unreadable = _read_column(_reader(column, month_end, from_1904), column, texts)
        table[column.name] = read
        companions[UNREADABLE + column.name] = all_readable if unreadable is None else unreadable
    return pandas.DataFrame({**table, **companions}, index=rows.index)


def _read_column(
    reader: Callable[[str], object], column: Column, texts: numpy.ndarray
) -> tuple[ExtensionArray, ExtensionArray | None]:
    """Return the values that texts stand for and, where one cannot be read, those that cannot."""
    places, distinct = pandas.factorize(texts)
    written = distinct.tolist()
    is_identifier = isinstance(column, Identifier) and not column.is_authority
    known = in_one_form_at_sight(written) if is_identifier else [None] * len(written)
    values: list[object] = [*known, None]
    unreadable: dict[int, str] = {}
    for place in [place for place, value in enumerate(values[:-1]) if value is None]:
        try:
            values[place] = reader(tidy_text(distinct[place]))
        except ValueError:
            unreadable[place] = distinct[place]
    # A missing text has place -1, which is the last: the None left there.
    typed_values = pandas.array(values, dtype=dtype_of(column)).take(places)
    if not unreadable:
        return typed_values, None
    kept = [unreadable.get(place) for place in range(len(values))]
    return typed_values, pandas.array(kept, dtype="str").take(places)


def in_one_form_at_sight(texts: Sequence[str]) -> Sequence[str | None]:
    """Return those identifiers in their one form that need no looking at one by one, None in the place of all else."""
    shapes = shapes_of(texts)
    sure = set(filter(LETTERS_AND_THEN_FIGURES.fullmatch, set(shapes)))
    return [text.upper() if shape in sure else None for text, shape in zip(texts, shapes, strict=True)]


def dtype_of(column: Column) -> str:
    """Return the pandas type that a column is held in."""
    if isinstance(column, Date | Month):
        return "datetime64[us]"
    if isinstance(column, Number):
        return "Int64" if isinstance(column, Whole) else "float64"
    return "str"


def _reader(column: Column, month_end: date | None, from_1904: bool) -> Callable[[str], object]:
    if isinstance(column, Code):
        return partial(_read_code, column, month_end)
    if isinstance(column, Codes):
        return partial(_read_codes, column, month_end)
    if isinstance(column, Identifier) and column.is_authority:
        return _read_authority
    nought = DAY_NOUGHT_1904 if from_1904 else DAY_NOUGHT
    dates = {Date: partial(read_date, nought=nought), Month: partial(read_month, nought=nought)}
    readers = {**dates, Identifier: read_identifier, Whole: read_whole, Number: read_number}
    return next((reader for kind, reader in readers.items() if isinstance(column, kind)), read_text)


def tidy_text(text: str) -> str:
    """Compose the letters, drop invisible ones, and leave single plain spaces between words.

    What is written as a formula that gives a text, as Excel keeps noughts before a number, is that text.
    """
    if written := AS_FORMULA.fullmatch(text):
        text = written[1]
    if text.isascii() and "  " not in text and text.isprintable():
        return text.strip()
    return " ".join(unicodedata.normalize("NFC", text).translate(INVISIBLE).split())


def read_text(text: str) -> str | None:
    """Return the text; refuse control characters, lost letters, and what Excel turned into powers of ten."""
    if text in BLANK_EVERYWHERE or not text:
        return None
    control = not text.isprintable() and any(unicodedata.category(letter) == "Cc" for letter in text)
    if control or LOST in text or CHANGED_BY_EXCEL.fullmatch(text):
        raise ValueError(text)
    return text


def read_identifier(text: str) -> str | None:
    """Return an identifier in its one form, None for hyphens alone; refuse what Excel changed or took digits from.

    Raises:
        ValueError: where it cannot be told which identifier it was.
    """
    if read_text(text) is None:
        return None
    form = canonical(text)
    if POWER_OF_TEN.fullmatch(form) or DIGITS_LOST.fullmatch(form):
        raise ValueError(text)
    return form if form.strip("-") else None


def _read_authority(text: str) -> str | None:
    """Return the code of an authority, be it written as its name; what names none is read as any identifier."""
    return code_of_authority(text) or read_identifier(text)


def _read_code(column: Code, month_end: date | None, text: str) -> str | None:
    code = column.allowed.read(text, month_end)
    if code is None and column.allowed.is_blank(text):
        return None
    return code if code is not None else read_text(text)


def _read_codes(column: Codes, month_end: date | None, text: str) -> str | None:
    if read_text(text) is None:
        return None
    parts = [part for part in SEPARATED.split(text) if part]
    return ",".join(column.allowed.read(part, month_end) or part for part in parts) or None


def read_number(text: str) -> float | None:
    """Read a number; separators of thousands and a pound sign are allowed."""
    if not text or text.upper() in BLANK:
        return None
    figures = text.removeprefix("£")
    if not FIGURES.fullmatch(figures):
        raise ValueError(text)
    return float(figures.replace(",", ""))


def read_whole(text: str) -> int | None:
    """Read a whole number; 3.0 is one, 3.5 is not."""
    number = read_number(text)
    if number is not None and not number.is_integer():
        raise ValueError(text)
    return None if number is None else int(number)
