"""The data dictionary: every extract, column and code, written from the declarations into data/README.md."""

from collections.abc import Iterator
from pathlib import Path

from data.codes import CodeSet
from data.extract import Code, Codes, Column, Date, Declared, Month, Number, Text
from data.extracts import all_extracts
from data.guidance.template import written_as
from data.returns.declaration import Making, Return, all_returns, lists_of

PLACE = Path(__file__).parents[1] / "README.md"
OPENING = """# What we hold

This is the data dictionary. It is written from the declarations in `data/extracts/` by
`python -m data.guidance.dictionary`; change a declaration, not this file.

A file may be csv or xlsx. Columns are found by their headings, whatever their case, spaces or punctuation, and under
any of the names given. Columns that are not listed are ignored and never stored. Dates are read as dd/mm/yyyy,
yyyy-mm-dd or in words, with the year in full and never month first in figures; an instant is the day it was in England.

Codes are those of the collection year, 1 April to 31 March, in which the month lies. Where a code was not always valid,
its years are given.
"""

RETURNS = """## Returns

These files of others are taken as they come, as one workbook or as several csv files. They are known by their headings.
Our extracts are made of their lists; what a list cannot tell is said, and a figure that needs it is not shown.
"""


def dictionary() -> str:
    """Return the data dictionary of every extract and return, as markdown."""
    extracts = all_extracts().values()
    returns = [RETURNS, *(_return(declaration) for declaration in all_returns().values())]
    parts = [OPENING, *(_extract(declared) for declared in extracts), *returns, "## Codes\n"]
    return "\n".join([*parts, *(_codes(codes) for codes in _code_sets())])


def _extract(declared: Declared) -> str:
    kept = f" · kept on the page {declared.kept_in_office}" if declared.kept_in_office else ""
    lines = [f"## {declared.title}", "", f"`{declared.name}` · reaches back over {declared.window}{kept}", ""]
    lines += [declared.guidance, "", "| Column | Meaning | Required | Written as | Rules | Also known as |"]
    lines += ["|---|---|---|---|---|---|", *(_row(column) for column in declared.columns), ""]
    if declared.one_row_per:
        lines += [f"One row for each {_names(declared.one_row_per)}.", ""]
    if declared.one_open_per:
        besides = "".join(
            f" Rows whose `{column}` is {' or '.join(codes)} may run beside another."
            for column, codes in declared.one_open_unless.items()
        )
        lines += [f"At most one row may be open on any day for each {_names((declared.one_open_per,))}.{besides}", ""]
    return "\n".join(lines)


def _return(declaration: Return) -> str:
    lists = "; ".join(listing.title for listing in declaration.lists.values())
    years = (
        " Several years may be given at once: the latest version of each thing is taken." if declaration.years else ""
    )
    rows = [
        f"| {' | '.join((all_extracts()[making.extract].title, ', '.join(_lists(making, declaration)), making.whole))} "
        f"| {making.loses} |"
        for making in declaration.makings
    ]
    head = ["| Extract | Made of | Whole since | What is lost |", "|---|---|---|---|"]
    return "\n".join([f"### {declaration.title}", "", f"{lists}.{years}", "", *head, *rows, ""])


def _lists(making: Making, of: Return) -> list[str]:
    read = lists_of(making, of)
    return [listing.title.split(",")[0] for name, listing in of.lists.items() if name in read]


def _row(column: Column) -> str:
    how = written_as(column).rstrip(".")
    if isinstance(column, Code | Codes):
        how = f"{'A code' if isinstance(column, Code) else 'Codes, with commas between'}: {column.allowed.name}"
    required = "Yes" if column.required else ""
    rules = "; ".join(_rules(column))
    cells = [f"`{column.name}`", column.meaning, required, how, rules, ", ".join(column.aliases)]
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _rules(column: Column) -> Iterator[str]:
    if column.unique:
        yield "unique"
    if isinstance(column, Text) and column.pattern:
        yield f"of the form `{column.pattern}`"
    if isinstance(column, Date) and column.not_before:
        yield f"not before `{column.not_before}`{f' (DfE {column.dfe_order})' if column.dfe_order else ''}"
    if isinstance(column, Month) or (isinstance(column, Date) and not column.planned):
        yield "not after the month end"
    if isinstance(column, Number) and column.unusual_above is not None:
        yield f"queried above {column.unusual_above:.12g}"
    if isinstance(column, Code | Codes) and column.as_at:
        yield f"codes of the year of `{column.as_at}`"
    if column.dfe_rule:
        yield f"DfE {column.dfe_rule}"


def _names(columns: tuple[str, ...]) -> str:
    return " and ".join(f"`{name}`" for name in columns)


def _code_sets() -> list[CodeSet]:
    columns = [column for declared in all_extracts().values() for column in declared.columns]
    code_sets = {column.allowed.name: column.allowed for column in columns if isinstance(column, Code | Codes)}
    return [code_sets[name] for name in sorted(code_sets)]


def _codes(codes: CodeSet) -> str:
    name = codes.name[0].upper() + codes.name[1:]
    versioned = codes.since or codes.until
    rows = [
        f"| {code} | {meaning} |{f' {codes.years(code)} |' if versioned else ''}"
        for code, meaning in codes.meanings.items()
    ]
    heading = ["| Code | Meaning | Valid |", "|---|---|---|"] if versioned else ["| Code | Meaning |", "|---|---|"]
    return "\n".join([f"### {name}", "", *heading, *rows, ""])


if __name__ == "__main__":
    PLACE.write_text(dictionary(), encoding="utf-8")
