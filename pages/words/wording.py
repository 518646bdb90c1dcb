"""All the wording: figures with their units, counts of children, months and moments, and changes said plainly."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from indicators.engine.declaration import Indicator
from indicators.engine.definition_words import GOOD_WORDS
from indicators.engine.rounding import DECIMALS, half_up
from indicators.figures.disclosure import is_hidden as is_hidden
from indicators.figures.figure import AGGREGATES, Figure
from pages.words.plain_text import listed as listed
from pages.words.plain_text import plain as plain
from pages.words.plain_text import without_joiners

NONE = "–"
CONFIDENTIAL = "c"
SIGNS = f"A dash stands where there is no figure, {CONFIDENTIAL} where it is hidden, to protect small numbers."
LONDON = ZoneInfo("Europe/London")
ENDINGS = {"percent": "%", "rate": " per 10,000"}
ONE = {"children": "child", "young people": "young person", "people": "person"}
FORMATTING = re.compile(r"\\(?=[\\`*_{}\[\]<>#$~|:])|(?<!\\)\*\*")


def month(day: date) -> str:
    """Write a month: October 2026."""
    return f"{day:%B %Y}"


def short_month(day: date) -> str:
    """Write a month for an axis or a table: Oct 2026."""
    return f"{day:%b %Y}"


def day(when: date) -> str:
    """Write a day: 4 Nov 2026."""
    return f"{when.day} {when:%b %Y}"


def day_and_month(when: date) -> str:
    """Write a day where the year is plain: 1 Nov."""
    return f"{when.day} {when:%b}"


def moment(utc: datetime) -> str:
    """Write a moment that the store keeps in UTC as clocks here show it: 4 Nov 2026, 09:12."""
    local = as_clocks_here(utc)
    return f"{day(local)}, {local:%H:%M}"


def as_clocks_here(utc: datetime) -> datetime:
    """Return a moment that the store keeps in UTC as clocks here show it."""
    return utc.replace(tzinfo=UTC).astimezone(LONDON)


def since(utc: datetime) -> str:
    """Write a moment that may lie close: at 10:41 today, else with its day."""
    local = as_clocks_here(utc)
    today = local.date() == datetime.now(LONDON).date()
    return f"at {local:%H:%M}" if today else f"on {moment(utc)}"


def number(value: float, decimals: int = 0) -> str:
    """Write a number with thousands separators, rounded half up."""
    return f"{half_up(value, decimals):,}"


def plainest(value: float) -> str:
    """Write a whole number as one, and any other with one decimal."""
    return number(value, 0 if value == int(value) else 1)


def counted(how_many: float, subjects: str) -> str:
    """Write how many there are: 1 child, 2 children."""
    return f"{plainest(how_many)} {one_of(subjects) if how_many == 1 else subjects}"


def one_of(subjects: str) -> str:
    """Return the word for one of them: child, plan, young person."""
    return ONE.get(subjects, subjects.removesuffix("s"))


def value(unit: str, amount: float | None) -> str:
    """Write a figure with its unit, or a dash where there is none."""
    if amount is None:
        return NONE
    return f"{number(amount, DECIMALS.get(unit, 1))}{ENDINGS.get(unit, '')}"


def figure_shown(figure: Figure) -> str:
    """Write a figure with its unit: c where it is hidden, a dash where there is none."""
    return CONFIDENTIAL if is_hidden(figure) else value(figure.unit, figure.value)


def missing_months(figures: Sequence[Figure]) -> str:
    """Say in one sentence how many months have no figure, those hidden apart from those of which there is none."""
    without = sum(figure.value is None for figure in figures)
    return f"{without} of {len(figures)} months have no figure: {missing_counted(figures)}." if without else ""


def missing_counted(figures: Sequence[Figure]) -> str:
    """Count the months that are hidden, and those of which there is no figure: 2 hidden (c), ..., 1 not there (–)."""
    without = [figure for figure in figures if figure.value is None]
    hidden = sum(map(is_hidden, without))
    told = [f"{hidden} hidden ({CONFIDENTIAL}), to protect small numbers"] if hidden else []
    return ", ".join([*told, f"{len(without) - hidden} not there ({NONE})"] if len(without) > hidden else told)


def in_full(figure: Figure) -> str:
    """Write a figure so that it can be told from one that reads alike: 50.0% (10 of 20); 94.2 for a count of posts."""
    if figure.value is None:
        return "hidden" if is_hidden(figure) else "no figure"
    both = halves(figure)
    shown = plainest(figure.value) if figure.unit == "count" else value(figure.unit, figure.value)
    return f"{shown} ({both})" if both else shown


def told_apart(was: Figure, is_now: Figure) -> tuple[str, str]:
    """Write two figures, in full where they read alike."""
    texts = figure_shown(was), figure_shown(is_now)
    return (in_full(was), in_full(is_now)) if texts[0] == texts[1] not in (NONE, CONFIDENTIAL) else texts


def halves(figure: Figure) -> str:
    """Write the two halves of a figure: 12 of 329; nothing for a count, which has only one."""
    if figure.numerator is None or not figure.denominator or figure.unit == "count":
        return ""
    between = {"percent": "of", "rate": "among"}.get(figure.unit, "over")
    return f"{plainest(figure.numerator)} {between} {plainest(figure.denominator)}"


def made_of(indicator: Indicator, figure: Figure) -> str:
    """Write what a figure is made of, with what was counted: 12 of 329 plans, 9 cases over 0.5 FTE."""
    both = halves(figure)
    if not both:
        return ""
    if figure.unit == "rate":
        return f"{both} children aged 0 to 17"
    if named := indicator.argument.halves:
        between = "of" if figure.unit == "percent" else "over"
        above, below = (plainest(half or 0) for half in (figure.numerator, figure.denominator))
        return f"{above} {named[0]} {between} {below} {named[1]}"
    return f"{both} {_subjects_on_both_sides(indicator, figure.denominator or 0)}".strip()


def counts(indicator: Indicator, figure: Figure) -> str:
    """Write what stands under a figure: its subjects for a count, what it is made of for all else."""
    if figure.value is None:
        return ""
    if figure.unit == "count":
        counted_in = (indicator.argument.halves or (indicator.argument.subjects,))[0]
        return one_of(counted_in) if figure.value == 1 else counted_in
    return made_of(indicator, figure)


def given(figure: Figure) -> str:
    """Say that a figure was given already counted; nothing where it was counted from records."""
    return "Given already counted" if figure.counted_from == AGGREGATES else ""


def change(is_now: Figure, earlier: Figure | None) -> str:
    """Say how far a figure lies from an earlier one, without a judgement; figures as shown are what is compared."""
    if is_now.value is None:
        return ""
    if earlier is None:
        return "No earlier month to compare with"
    then = f"{earlier.month:%B}" if earlier.month.year == is_now.month.year else month(earlier.month)
    if earlier.value is None:
        return f"No figure for {then} to compare with"
    decimals = DECIMALS.get(is_now.unit, 1)
    apart = half_up(is_now.value, decimals) - half_up(earlier.value, decimals)
    if not apart:
        return f"The same as {then}" + ("" if decimals == 0 else ", as rounded")
    points = {"percent": " point" if abs(apart) == 1 else " points"}.get(is_now.unit, "")
    return (
        f"{abs(apart):,}{points} {'more' if apart > 0 else 'fewer' if is_now.unit == 'count' else 'less'} than {then}"
    )


def moves_by(was: Figure, is_now: Figure) -> str:
    """Write how far a figure moves, as both are shown: +1.2 points, −3; in words where one of them is none."""
    if is_now.value is None:
        return "No longer told" if was.value is not None else NONE
    if was.value is None:
        return "First told"
    decimals = DECIMALS.get(is_now.unit, 1)
    apart = half_up(is_now.value, decimals) - half_up(was.value, decimals)
    points = {"percent": " point" if abs(apart) == 1 else " points"}.get(is_now.unit, "")
    return f"{'+' if apart > 0 else '−'}{abs(apart):,}{points}" if apart else "The same, as rounded"


def polarity(indicator: Indicator) -> str:
    """Say which way is better."""
    return GOOD_WORDS[indicator.argument.good]


def waiting(how_many: int | None) -> str:
    """Write how many are not yet due in a table; c where it may not be told."""
    return CONFIDENTIAL if how_many is None else plainest(how_many)


def not_yet_due(how_many: int | None) -> str:
    """Say how many are not yet due and stand in neither number."""
    return f"{plainest(how_many)} not yet due, in neither number" if how_many else ""


def told(indicator: Indicator) -> str:
    """Say what is counted and out of what, in the words of the declaration."""
    above, below = indicator.argument.numerator, indicator.argument.denominator
    return f"{above}; out of: {below[0].lower()}{below[1:]}." if below else f"{above}."


def unformatted(text: str) -> str:
    """Return the words of a cell of a table as they are read: without marks of formatting, for a file of their own."""
    return without_joiners(FORMATTING.sub("", text)).replace("\N{NO-BREAK SPACE}", " ")


def unbroken(text: str) -> str:
    """Keep a short text on one line of a table."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def within(title: str) -> str:
    """Write a title in the middle of a sentence: names in it keep their capitals."""
    return f"{title[0].lower()}{title[1:]}"


def _subjects_on_both_sides(indicator: Indicator, how_many: float) -> str:
    """Return the word for what is counted where both halves count it: missed sessions are not children."""
    subjects = indicator.argument.subjects
    both = (indicator.argument.numerator.lower(), indicator.argument.denominator.lower())
    if not all(subjects in half for half in both):
        return ""
    return one_of(subjects) if how_many == 1 else subjects
