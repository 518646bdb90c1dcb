"""Figures for publication, by the good practice of government statisticians: a sheet for each service, no blank cell.

[c] stands for what is hidden, [x] for what is not there, [z] for what cannot be.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas

from indicators.comparison.figure_range import Span
from indicators.comparison.region import MEDIAN, POOLED, RegionMonth
from indicators.engine.catalogue import SERVICES
from indicators.engine.definition_words import GOOD_WORDS
from indicators.engine.frameworks import NATIONAL, OFSTED
from indicators.engine.rounding import DECIMALS, half_up
from indicators.figures.disclosure import CONFIDENTIAL
from indicators.figures.periods import LAST_DAY
from pages.charts.of_series.origin import INVENTED
from pages.words import wording

HIDDEN, NOT_THERE, CANNOT_BE = "[c]", "[x]", "[z]"
MARKS = {
    HIDDEN: f"{HIDDEN} stands for what is not told. {CONFIDENTIAL}",
    NOT_THERE: f"{NOT_THERE} stands where there is no figure; the last column says why.",
    CANNOT_BE: f"{CANNOT_BE} stands where nothing can stand: a count is out of nothing.",
}
UNITS = {"count": "number", "percent": "per cent", "rate": "per 10,000 children aged 0 to 17"}
NOTES = {
    "Figure": "Shares, rates and averages are rounded to one decimal, halves up, and counts to whole numbers.",
    "Counted": "What was counted, and out of what, is on the sheet Definitions, for each indicator.",
    "Not yet due": "How many stand in neither number, since what is asked of them is not yet due.",
    "Quarter or year": "A quarter or a financial year, up to the month in the column before it.",
    "How counted": "Counts of a month are added up, shares of a month are pooled; all else is as at the last day.",
}
"""What stands on the sheet of notes, by the column that points there."""
REGION_MARKS = {
    HIDDEN: MARKS[HIDDEN],
    NOT_THERE: f"{NOT_THERE} stands where no authority has a figure.",
    CANNOT_BE: f"{CANNOT_BE} stands where nothing can stand: a number has no denominator to be taken together over.",
}
REGION_NOTES = {
    "Hidden": f"Authorities of which a figure is there and not told; {HIDDEN} on the sheets of services.",
    "Without a figure": f"Authorities that have none; {NOT_THERE} on sheets of services, whose last column says why.",
    "Median, at least": "Where figures are hidden the median lies between two numbers: this one and that beside it.",
    "Median, at most": f"{HIDDEN} where what is hidden may be any number.",
    "All taken together": f"All that was counted over all it is out of; {HIDDEN} where it would tell what is hidden.",
}
"""What stands there of the sheet of a region."""
DEFINITIONS = {
    "title": "Indicator",
    "service": "Service",
    "counted": "What is counted",
    "out_of": "Out of what",
    "unit": "Unit",
    "good": "Which way is better",
    "why": "Why it matters",
    "source": "Source of the definition",
    "national": "Outcome or enabler of the national framework",
    "ofsted": "Area that Ofsted judges",
    "differs": "How it differs from what is published",
}


@dataclass(frozen=True)
class Sheet:
    """Hold one sheet: its label, title, what to know before it is read, and its one table without a blank cell."""

    label: str
    title: str
    instructions: str
    table: pandas.DataFrame


@dataclass(frozen=True)
class Publication:
    """Hold a workbook for publication: what stands on its cover, its notes by column, and its sheets of tables."""

    title: str
    intro: tuple[str, ...]
    about: tuple[str, ...]
    notes: Mapping[str, str]
    sheets: tuple[Sheet, ...]


def publication(
    figures: pandas.DataFrame, definitions: pandas.DataFrame, places: Mapping[str, str], foot: str, invented: bool
) -> Publication:
    """Lay out tidy figures that the public may see, with definitions of their indicators and the words of a foot.

    `places` are the names of authorities by their codes.
    """
    months = [day.date() for day in sorted(set(figures["month"]))]
    of_when = _when(months)
    by_service = {service: part for service, part in figures.groupby("service", sort=False)}
    sheets = [_figures_sheet(service, by_service[service], of_when) for service in SERVICES if service in by_service]
    columns = {name for sheet in sheets for name in sheet.table}
    return Publication(
        f"Children's services: figures of {of_when}",
        (
            "Of " + ", ".join(f"{places.get(code, code)} ({code})" for code in sorted(set(figures["authority"]))) + ".",
            "Each sheet holds one table, of one service; the sheet Contents leads to them.",
            *((INVENTED,) if invented else ()),
        ),
        (*MARKS.values(), foot),
        {name: text for name, text in NOTES.items() if name in columns},
        (*sheets, _definitions_sheet(definitions)),
    )


def with_region(laid_out: Publication, months: Sequence[RegionMonth]) -> Publication:
    """Set what a region comes to before the sheets of its authorities, with the notes on it."""
    return replace(laid_out, notes={**REGION_NOTES, **laid_out.notes}, sheets=(region_sheet(months), *laid_out.sheets))


def region_sheet(months: Sequence[RegionMonth]) -> Sheet:
    """Lay out what a region comes to, month by month: how many have a figure, the median, the ends, all together.

    Where figures are hidden the median lies between two numbers, and what all come to cannot be told.
    """
    rows = [_region_cells(month) for month in months]
    title = f"The region: figures of {_when(sorted({month.month for month in months}))}"
    return Sheet("Region", title, " ".join(REGION_MARKS.values()), pandas.DataFrame(rows, dtype=object))


def _region_cells(month: RegionMonth) -> dict[str, object]:
    """Return the cells of one indicator in one month."""
    decimals, missing = month.measure.decimals, HIDDEN if month.hidden else NOT_THERE
    median, pooled = month.average(MEDIAN).span, month.average(POOLED).span
    return {
        "Indicator": without_signs(month.indicator.title),
        "Month": wording.month(month.month),
        "Unit": UNITS.get(month.indicator.unit, month.indicator.unit),
        "Authorities": len(month.members),
        "With a figure": len(month.with_figure),
        "Hidden": len(month.hidden),
        "Without a figure": len(month.without),
        "Lowest": _end(month.lowest, 0, decimals, missing),
        "Median, at least": _end(median, 0, decimals, missing),
        "Median, at most": _end(median, 1, decimals, missing),
        "Highest": _end(month.highest, 0, decimals, missing),
        "All taken together": CANNOT_BE if month.indicator.unit == "count" else _end(pooled, 0, decimals, missing),
    }


def _end(span: Span | None, side: int, decimals: int, missing: str) -> float | int | str:
    """Return the lower or the upper end of what is known, as it is shown; a mark where there is none."""
    return missing if span is None else _number(span.rounded(decimals)[side], decimals, missing)


def _when(months: Sequence[date]) -> str:
    """Name a month, or the first and the last of several."""
    first, last = wording.month(months[0]), wording.month(months[-1])
    return first if first == last else f"{first} to {last}"


def _figures_sheet(service: str, figures: pandas.DataFrame, of_when: str) -> Sheet:
    """Lay out the figures of a service."""
    columns = ["Authority", "Indicator", "Month"]
    columns += ["Broken down by", "Group"] * bool(figures["by"].any())
    columns += ["Quarter or year", "How counted"] * bool(figures["period"].any())
    columns += ["Figure", "Unit", "Counted", "Out of", "Not yet due", "Why there is no figure"]
    rows = [_cells(row) for row in figures.to_dict("records")]
    table = pandas.DataFrame(rows, columns=columns, dtype=object)
    return Sheet(SERVICES[service], f"{SERVICES[service]}: figures of {of_when}", " ".join(MARKS.values()), table)


def _cells(row: Mapping) -> dict[str, object]:
    """Return the cells of a figure by their columns: numbers as they are shown, and a mark where there is none."""
    missing = HIDDEN if row["reason"] == CONFIDENTIAL else NOT_THERE
    unit, is_counted = row["unit"], pandas.notna(row["numerator"])
    no_rest = missing if not is_counted else HIDDEN if row["how_counted"] in ("", LAST_DAY) else CANNOT_BE
    return {
        "Authority": row["authority"],
        "Indicator": without_signs(row["title"]),
        "Month": wording.month(row["month"]),
        "Broken down by": without_signs(row["by"].replace("_", " ")),
        "Group": without_signs(row["group"]),
        "Quarter or year": without_signs(row["period"]),
        "How counted": without_signs(row["how_counted"]),
        "Figure": _number(row["value"], DECIMALS.get(unit, 1), missing),
        "Unit": UNITS.get(unit, unit),
        "Counted": _number(row["numerator"], 1, missing),
        "Out of": CANNOT_BE if unit == "count" else _number(row["denominator"], 1, missing),
        "Not yet due": _number(row["not_yet_due"], 0, no_rest) if is_counted else no_rest,
        "Why there is no figure": "Confidential" if row["reason"] == CONFIDENTIAL else without_signs(row["reason"]),
    }


def _number(value: object, decimals: int, mark: str) -> float | int | str:
    """Return a number as it is shown, or a mark where there is none."""
    if not isinstance(value, float | int) or pandas.isna(value):  # of a column of whole numbers, none is no float
        return mark
    rounded = half_up(value, decimals)
    return int(rounded) if rounded == int(rounded) else float(rounded)


def _definitions_sheet(definitions: pandas.DataFrame) -> Sheet:
    """Lay out what each indicator counts, out of what, and where that is laid down."""
    words = {"service": SERVICES, "unit": UNITS, "good": GOOD_WORDS, "national": NATIONAL, "ofsted": OFSTED}
    worded = definitions.assign(**{name: definitions[name].replace(of) for name, of in words.items()})
    table = pandas.DataFrame({heading: worded[name].map(without_signs) for name, heading in DEFINITIONS.items()})
    instructions = f"{CANNOT_BE} stands where there is nothing to say."
    return Sheet("Definitions", "Definitions of the indicators", instructions, table.astype(object))


def without_signs(text: str) -> str:
    """Return a text in which the workbook's writer sees no link and no note: a mark for none, a word before a sign."""
    plain = re.sub(r"\$(?=\$)", "$ ", text.replace("](", "] (")).strip()
    if not plain:
        return CANNOT_BE
    return plain if re.search("[a-zA-Z0-9]", plain) else f"Named {plain}"
