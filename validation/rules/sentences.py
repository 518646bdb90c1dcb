"""The sentence a person reads for each kind of rule: what was found, and what to do."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from difflib import SequenceMatcher, get_close_matches
from types import MappingProxyType
from typing import NamedTuple

from data.codes import CodeSet
from data.extract import Code, Codes, Date, Identifier, Month, Number, Whole
from validation.rules.rule import Rule

PATTERNS = {
    "[A-Za-z0-9-]{1,20}": "1 to 20 letters, digits or hyphens",
    "[A-Za-z]{1,2}[0-9][0-9A-Za-z]?": "the first half of a postcode, such as NW10",
    "[ENSW][0-9]{8}|WAL|SCO|NIR|NUK|CON": "an authority's code, as E09000005 or W06000015, the name of one in England, "
    "or WAL, SCO, NIR, NUK or CON",
    "[0-9]{6}": "6 digits",
    "[a-z0-9_]{1,60}": "an indicator's identifier, such as children_on_a_plan",
}
TWO_FIGURES = re.compile(r"\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2}(?: .*)?")
ONLY_A_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?")
WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[,.]? ", re.IGNORECASE)
LONG_NUMBER = re.compile(r"\d{16,}\.0+")
AS_DATE = re.compile(r"\d{4}-\d{2}-\d{2}.*|\d{1,2}:\d{2}:\d{2}")
"""What a workbook says of a number whose cell is formatted as a date or a time."""
FEW_CODES = 14
NO_END = 2099
"""Systems that have no blank day write one of a year from this on, such as 31/12/9999."""
NEAR = 0.7
"""How much of a text and a code must be alike for the code to be offered: a wrong offer is worse than none."""
NO_ANSWER = {"N/A", "NA", "NOT APPLICABLE", "NONE", "NIL", "TBC", "-", "?", "X", "(BLANK)"}
"""What is written where nothing was asked; only a person can say whether it is a blank or an answer."""
NOT_COUNTED = {
    "absence of a worker",
    "allocated as",
    "care leaver eligibility",
    "disability",
    "ethnicity",
    "in touch",
    "missing or absent",
    "participation in a review",
    "sex",
    "special educational needs",
    "yes or no",
}
"""Code sets whose names take no "a" before them."""


def shown(value: object) -> str:
    """Write a value for a person: days as dd/mm/yyyy, numbers without needless decimals, text in quotation marks."""
    if isinstance(value, date | datetime):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    if isinstance(value, str):
        return f'"{value}"'
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def listed(things: Sequence[object], most: int = 5) -> str:
    """Join row numbers or names for a sentence: 14, 93 and 120; a list longer than `most` is cut, and says so."""
    names = [str(thing) for thing in things[:most]]
    if len(things) > most:
        return f"{', '.join(names)} and {len(things) - most} more"
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


class Words(NamedTuple):
    """Hold what a sentence calls things beside the values: other rows, the rule's columns, a closed set's answers.

    Nothing stands for what is declared: the names of columns, and codes.
    """

    rows: Sequence[object] = ()
    columns: Sequence[str] = ()
    answers: Mapping[str, str] = MappingProxyType({})
    listed_in: str = "the template"


AS_DECLARED = Words()


def _required(rule: Rule, _values: Sequence[object], _words: Words) -> str:
    return f"it is blank, and every row needs it. Give it in the case system: {rule.columns[0].meaning.lower()}."


def _readable(rule: Rule, values: Sequence[object], _words: Words) -> str:
    text = str(values[0])
    if isinstance(rule.columns[0], Date):
        return f"{shown(text)} is not a date. Write it as dd/mm/yyyy.{_about_day(text)}"
    if isinstance(rule.columns[0], Month):
        return f"{shown(text)} is not a month. Write it as 2026-10."
    if isinstance(rule.columns[0], Number):
        kind = "a whole number" if isinstance(rule.columns[0], Whole) else "a number"
        hint = " Its cell may be formatted as a date: format it as Number." if AS_DATE.fullmatch(text.strip()) else ""
        return f"{shown(text)} is not {kind}. Use figures only.{hint}"
    if "E" in text.upper() and isinstance(rule.columns[0], Identifier):
        return f"{shown(text)} is an identifier that Excel has changed. Format the column as Text and export it again."
    if LONG_NUMBER.fullmatch(text.strip()):
        return (
            f"{text.strip().partition('.')[0]} is a number of more than 15 digits, of which Excel has lost the last. "
            "Format the column as Text, and export it again from the case system."
        )
    if "\ufffd" in text:
        return (
            f"{shown(text)} has lost a letter, shown as \ufffd: it is in another encoding than the rest of the file, "
            "or was damaged before. Type it again in the case system, and export as CSV UTF-8."
        )
    return f"{text!r} holds characters that are not text. Type it again in the case system."


def _about_day(text: str) -> str:
    """Say why a text is no day, where it can be told what was meant."""
    parts = text.split("/")
    if len(parts) == 3 and all(part.isdigit() for part in parts) and int(parts[0]) <= 12 < int(parts[1]) <= 31:
        return f" Days come first here: is it {int(parts[1]):02}/{int(parts[0]):02}/{parts[2]}?"
    if TWO_FIGURES.fullmatch(text.strip()):
        return " Its year has two figures, and may be of either century."
    if WEEKDAY.match(text.strip()):
        return " Its weekday may be that of another day."
    return " It is a time of day alone." if ONLY_A_CLOCK.fullmatch(text.strip()) else ""


def _repeated(rule: Rule, values: Sequence[object], words: Words) -> str:
    if rule.kind == "unique":
        return f"{shown(values[0])} is also on row {listed(words.rows)}. It may appear once: correct or remove one."
    return f"row {listed(words.rows)} has the same: {listed([*map(shown, values)])}. Keep the row that is right."


def _in_set(rule: Rule, values: Sequence[object], words: Words) -> str:
    column = rule.columns[0]
    assert isinstance(column, Code | Codes)
    allowed, text = column.allowed, _first_wrong(column, str(values[0]), rule.limit)
    codes, other_years = allowed.valid_on(rule.limit), allowed.years(text.upper())
    refusal = _out_of_year(allowed, text.upper(), rule.limit) if other_years else _not_one(allowed.name)
    few = other_years or len(codes) <= FEW_CODES
    near = None if few else _nearest(text.upper(), codes)
    hint = f" Did you mean {near}, {allowed.meanings[near].lower()}?" if near else ""
    blank = (
        " Where there is no answer, leave the cell blank." if text.upper() in NO_ANSWER and not column.required else ""
    )
    return f"{shown(text)} {refusal}.{hint} Use {answers_of(allowed, rule.limit, words)}.{blank}"


def answers_of(allowed: CodeSet, day: date, words: Words = AS_DECLARED) -> str:
    """Name the answers of a closed set that may be given on a day, as the file writes them, or say where they stand."""
    codes = allowed.valid_on(day)
    if len(codes) > FEW_CODES:
        return f"one of the {len(codes)} codes listed in {words.listed_in}"
    return either([shown(words.answers[code]) if code in words.answers else code for code in codes])


def _nearest(text: str, codes: Sequence[str]) -> str | None:
    """Return the one code that stands among other words or is hardly misspelled; none where it may be either of two."""
    among = [word for word in re.findall(r"\w+", text) if word in codes]
    if among:
        return among[0] if len(among) == 1 else None
    near = get_close_matches(text, codes, 2, NEAR)
    alike = [SequenceMatcher(None, code, text).ratio() for code in near]
    return near[0] if near and alike.count(alike[0]) == 1 else None


def _not_one(name: str) -> str:
    return f"is not a code for {name}" if name in NOT_COUNTED else f"is not {_article(name)}"


def _first_wrong(column: Code | Codes, text: str, day: date) -> str:
    codes = text.split(",") if isinstance(column, Codes) else [text]
    return next((code.strip() for code in codes if code.strip() not in column.allowed.valid_on(day)), text)


def _out_of_year(allowed: CodeSet, code: str, day: date) -> str:
    """Say until when, or since when, something has been a code."""
    last = allowed.last_day(code)
    if last and last < day:
        return f"was a code for {_article(allowed.name)} until {shown(last)}"
    return f"is a code for {_article(allowed.name)} only since {shown(allowed.first_day(code))}"


def _article(name: str) -> str:
    return name if name in NOT_COUNTED else f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _remedy(day: object) -> str:
    """Say what to do about a day after the month end; one far off stands for no end in some systems."""
    if isinstance(day, date) and day.year >= NO_END:
        return "Where it stands for no end, leave the cell blank."
    return "Check the date, or the month you chose."


def _not_before(rule: Rule, values: Sequence[object], words: Words) -> str:
    return f"{shown(values[0])} is before {_second(rule, words)}, {shown(values[1])}. Correct one of the two."


def _second(rule: Rule, words: Words) -> str:
    return words.columns[1] if words.columns else rule.columns[1].name


def either(answers: Sequence[str]) -> str:
    """Join answers of which one is to be given: NEG, PHY, SAB, EMO or MUL."""
    return f"{', '.join(answers[:-1])} or {answers[-1]}" if len(answers) > 1 else answers[0]


SENTENCES: dict[str, Callable[[Rule, Sequence, Words], str]] = {
    "required": _required,
    "readable": _readable,
    "unique": _repeated,
    "one_row_per": _repeated,
    "in_set": _in_set,
    "each_in_set": _in_set,
    "not_before": _not_before,
    "pattern": lambda rule, values, _: (
        f"{shown(values[0])} is not of the form expected. Use {PATTERNS.get(rule.limit, rule.limit)}."
    ),
    "longest": lambda rule, values, _: (
        f"{shown(values[0])} has {len(values[0])} characters, more than {rule.limit}. Shorten it."
    ),
    "at_least": lambda rule, values, _: (
        f"{shown(values[0])} is below {shown(rule.limit)}, the least it can be. Correct it."
    ),
    "at_most": lambda rule, values, _: (
        f"{shown(values[0])} is above {shown(rule.limit)}, the most it can be. Correct it."
    ),
    "unusual": lambda rule, values, _: (
        f"{shown(values[0])} is unusual: above {shown(rule.limit)}. Check it, and say why if it is right."
    ),
    "not_above": lambda rule, values, words: (
        f"{shown(values[0])} is more than {_second(rule, words)}, {shown(values[1])}. Correct one of the two."
    ),
    "placeholder": lambda _rule, values, _: (
        f"{shown(values[0])} is so early that it may stand for a date not known. Give the true date."
    ),
    "after_month_end": lambda rule, values, _: (
        f"{shown(values[0])} is after the month end, {shown(rule.limit)}. {_remedy(values[0])}"
    ),
}


def sentence_of(rule: Rule, values: Sequence[object], words: Words = AS_DECLARED) -> str:
    """Say what was found in the rule's columns and what to do, in the words of the file."""
    return SENTENCES[rule.kind](rule, values, words)
