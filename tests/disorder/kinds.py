"""The kinds of disorder that files come in; each alters a set of sheets somewhere, as chance will have it."""

import re
from collections.abc import Callable, Sequence
from random import Random

from tests.disorder.shapes import Sheet, shapes

Kind = Callable[[list[Sheet], Random], None]
KINDS: dict[str, Kind] = {}
DAY = re.compile(r"(\d\d/\d\d/)(\d{4})|(\d{4})(-\d\d-\d\d)")
STRANGE = (
    *("NULL", "None", "nan", "NaT", "-", "?", "0", "-1", "1e5", "1E+400", "inf", "true", "#N/A", "#REF!", "=1+1", "''"),
    *(
        "31/02/2026",
        "00/00/0000",
        "99/99/9999",
        "01/01/0001",
        "9999-12-31",
        "1899-12-30",
        "29/02/2025",
        "45000",
        "12:00",
    ),
    *(
        '"',
        "'",
        ",",
        ";",
        "|",
        "\t",
        "a\nb",
        "%s",
        "{child_id}",
        "\\",
        "Zoë – O’Brien",
        "子ども",
        "👧",
        "\u202eabc",
        "\u00a0",
    ),
    *(
        "x" * 5000,
        "9" * 400,
        "C0001, C0002",
        "not recorded",
        "Unknown",
        "N/A",
        "see notes",
        "Total",
        "a) Yes",
        "c) Unknown",
    ),
)


def kind(alter: Kind) -> Kind:
    """Number a function among the kinds, by its name."""
    KINDS[alter.__name__] = alter
    return alter


def _days(row: Sequence[str]) -> list[int]:
    """Return where a row holds days."""
    return [place for place, text in enumerate(row) if DAY.fullmatch(text)]


def _filled(sheets: list[Sheet], chance: Random) -> Sheet:
    """Choose a sheet that holds rows, or one of a single blank row."""
    full = [sheet for sheet in sheets if sheet.rows and sheet.headings]
    return chance.choice(full) if full else Sheet("none.csv", ["CHILD"], [[""]])


def _somewhere(sheet: Sheet, chance: Random) -> list[tuple[list[str], int]]:
    """Choose some cells: a few of them, or a whole column."""
    column = chance.randrange(len(sheet.headings))
    if chance.random() < 0.3:
        return [(row, column) for row in sheet.rows if column < len(row)]
    rows = [row for row in chance.choices(sheet.rows, k=chance.randint(1, 4)) if row]
    return [(row, chance.randrange(len(row))) for row in rows]


@kind
def values_blanked(sheets: list[Sheet], chance: Random) -> None:
    for row, place in _somewhere(_filled(sheets, chance), chance):
        row[place] = chance.choice(("", "", " ", "\u00a0"))


@kind
def values_swapped(sheets: list[Sheet], chance: Random) -> None:
    for row, place in _somewhere(_filled(sheets, chance), chance):
        other = chance.randrange(len(row))
        row[place], row[other] = row[other], row[place]


@kind
def values_doubled(sheets: list[Sheet], chance: Random) -> None:
    for row, place in _somewhere(_filled(sheets, chance), chance):
        row[place] = chance.choice((f"{row[place]},{row[place]}", f"{row[place]} {row[place]}", row[place] * 2))


@kind
def one_value_throughout(sheets: list[Sheet], chance: Random) -> None:
    sheet = _filled(sheets, chance)
    place = chance.randrange(len(sheet.headings))
    value = next((row[place] for row in sheet.rows if place < len(row) and row[place]), "")
    for row in sheet.rows:
        if place < len(row):
            row[place] = value


@kind
def values_of_another_list(sheets: list[Sheet], chance: Random) -> None:
    theirs = _filled([sheet for shape in shapes() for sheet in shape.sheets], chance)
    values = [text for row in theirs.rows for text in row]
    for row, place in _somewhere(_filled(sheets, chance), chance):
        row[place] = chance.choice(values)


@kind
def strange_values(sheets: list[Sheet], chance: Random) -> None:
    for row, place in _somewhere(_filled(sheets, chance), chance):
        row[place] = chance.choice(STRANGE)


@kind
def numbers_as_excel_leaves_them(sheets: list[Sheet], chance: Random) -> None:
    for row, place in _somewhere(_filled(sheets, chance), chance):
        row[place] = (
            f"{row[place]}.0" if row[place].isdigit() else chance.choice(("46000", "1.2E+05", "0.5", "46000.25"))
        )


@kind
def identifiers_respelt(sheets: list[Sheet], chance: Random) -> None:
    sheet = _filled(sheets, chance)
    for row in chance.choices(sheet.rows, k=4):
        if row:
            row[0] = chance.choice(
                (row[0].lower(), f" {row[0]} ", f"00{row[0]}", row[0].replace("0", "O"), f"{row[0]}.")
            )


@kind
def days_of_another_year(sheets: list[Sheet], chance: Random) -> None:
    by = chance.choice((-100, -10, -2, -1, 1, 2, 10, 974, 8000))
    sheet = _filled(sheets, chance)
    for row in sheet.rows if chance.random() < 0.5 else chance.choices(sheet.rows, k=2):
        for place in _days(row):
            row[place] = DAY.sub(lambda day: _of_year(day, by), row[place])


def _of_year(day: re.Match[str], by: int) -> str:
    """Write a day of another year, as it was written."""
    year = int(day[2] or day[3]) + by
    return f"{day[1]}{year:04}" if day[1] else f"{year:04}{day[4]}"


@kind
def days_back_to_front(sheets: list[Sheet], chance: Random) -> None:
    sheet = _filled(sheets, chance)
    for row in chance.choices(sheet.rows, k=5):
        places = _days(row)
        days = [row[place] for place in places]
        for place, day in zip(places, reversed(days), strict=True):
            row[place] = day


@kind
def rows_doubled(sheets: list[Sheet], chance: Random) -> None:
    sheet = _filled(sheets, chance)
    sheet.rows += [list(row) for row in chance.choices(sheet.rows, k=chance.randint(1, 6))]


@kind
def rows_out_of_order(sheets: list[Sheet], chance: Random) -> None:
    for sheet in sheets:
        chance.shuffle(sheet.rows)


@kind
def rows_that_contradict(sheets: list[Sheet], chance: Random) -> None:
    sheet = _filled(sheets, chance)
    for row in chance.choices(list(sheet.rows), k=3):
        again = list(row)
        for place in chance.sample(range(len(again)), min(2, len(again))):
            again[place] = chance.choice([other[place] for other in sheet.rows if place < len(other)])
        sheet.rows.insert(chance.randrange(len(sheet.rows)), again)


@kind
def rows_taken_away(sheets: list[Sheet], chance: Random) -> None:
    sheet = _filled(sheets, chance)
    del sheet.rows[chance.choice((0, 0, 1, 2)) :]


@kind
def rows_cut_or_too_long(sheets: list[Sheet], chance: Random) -> None:
    for row in chance.choices(_filled(sheets, chance).rows, k=2):
        if chance.random() < 0.5:
            del row[chance.randrange(len(row) + 1) :]
        else:
            row += [chance.choice(STRANGE) for _ in range(chance.randint(1, 4))]


@kind
def blank_rows_and_totals(sheets: list[Sheet], chance: Random) -> None:
    sheet = _filled(sheets, chance)
    width = len(sheet.headings)
    for text in ("", "Total", "Grand total: 12", "Source: the case system"):
        sheet.rows.insert(chance.randrange(len(sheet.rows) + 1), [text, *[""] * (width - 1)])


@kind
def lists_left_out(sheets: list[Sheet], chance: Random) -> None:
    if len(sheets) > 1:
        sheets.remove(chance.choice(sheets))


@kind
def lists_doubled(sheets: list[Sheet], chance: Random) -> None:
    again = chance.choice(sheets).copy()
    if chance.random() < 0.7:
        again.name = f"again {again.name}"
    if again.rows and chance.random() < 0.5:
        days_of_another_year([again], chance)
    sheets.append(again)


@kind
def lists_of_another_return(sheets: list[Sheet], chance: Random) -> None:
    theirs = chance.choice([sheet for shape in shapes() for sheet in shape.sheets]).copy()
    theirs.name = f"theirs {theirs.name}"
    sheets.append(theirs)


@kind
def rows_of_another_list(sheets: list[Sheet], chance: Random) -> None:
    ours, theirs = chance.choice(sheets), chance.choice(sheets)
    if ours is not theirs:
        ours.rows, theirs.rows = theirs.rows, ours.rows


@kind
def headings_of_other_years(sheets: list[Sheet], chance: Random) -> None:
    sheet = _filled(sheets, chance)
    place = chance.randrange(len(sheet.headings))
    name = sheet.headings[place]
    words = (
        name.lower(),
        f" {name} ",
        name.replace("_", " "),
        f"{name} (2017)",
        f"{name}_OLD",
        "",
        "Column1",
        name[:-1],
    )
    sheet.headings[place] = chance.choice(words)


@kind
def columns_left_out(sheets: list[Sheet], chance: Random) -> None:
    sheet = _filled(sheets, chance)
    place = chance.randrange(len(sheet.headings))
    for row in (sheet.headings, *sheet.rows):
        del row[place : place + 1]


@kind
def columns_doubled(sheets: list[Sheet], chance: Random) -> None:
    sheet = _filled(sheets, chance)
    place = chance.randrange(len(sheet.headings))
    for row in (sheet.headings, *sheet.rows):
        row.insert(0, row[place] if place < len(row) else "")
    if chance.random() < 0.5:
        sheet.headings[0] = f"{sheet.headings[0]} 2"


@kind
def columns_out_of_order(sheets: list[Sheet], chance: Random) -> None:
    sheet = _filled(sheets, chance)
    order = list(range(len(sheet.headings)))
    chance.shuffle(order)
    if all(len(row) == len(order) for row in sheet.rows):
        sheet.headings = [sheet.headings[place] for place in order]
        sheet.rows = [[row[place] for place in order] for row in sheet.rows]
