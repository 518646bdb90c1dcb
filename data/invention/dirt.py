"""The dirt that files of real systems have, put into invented ones: what was done to which cell is told with it.

A row keeps its dirt from month to month, as it does where nobody mends the record. What other programs read as it was
meant, such as a day written otherwise, is among the kinds, and so is what no rule can see.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from data.extract import Code, Column, Date, Declared, Identifier
from data.extracts import all_extracts

Row = dict[str, str]
SHARE = 0.03
"""So large a share of the rows of each extract is dirty."""
TWICE = 0.004
"""So large a share of children stands in the files under two identifiers: each row under one or the other."""
WHOLE_ROW = "the whole row"
LATE, DOUBLED, UNDER_TWO = "recorded late, and not there yet", "stands twice", "a child under two identifiers"
REPEATED = 0.15
"""Of dirty rows, so many are not there yet, and as many stand twice."""


@dataclass(frozen=True)
class Stain:
    """Say what was done to a cell: the row of its file as a person counts, 0 where it is not there, and which kind."""

    extract: str
    row: int
    column: str
    kind: str
    was: str
    written: str


def soiled(extract: str, rows: Sequence[Row], seed: int, share: float = SHARE) -> tuple[list[Row], list[Stain]]:
    """Put dirt into so large a share of the rows of an extract; return them with what was done."""
    declared, dirty, stains, doubled = all_extracts()[extract], [], [], []
    again = under_two(rows, seed) if extract == "children" else []
    for row in rows:
        dice = Random(
            f"{seed}/{extract}/{'/'.join(row[name] for name in declared.key or list(row)[:2] if name in row)}"
        )
        chance = dice.random() / share
        if chance < REPEATED:
            stains.append(Stain(extract, 0, WHOLE_ROW, LATE, next(iter(row.values())), ""))
            continue
        if chance < 2 * REPEATED:
            doubled.append(row)
        written, stain = (
            _dirty(declared, row, dice) if 2 * REPEATED <= chance < 1 else _of_two(declared, row, seed, dice)
        )
        dirty.append(written)
        if stain:
            kind, column = stain
            stains.append(Stain(extract, len(dirty) + 1, column, kind, row[column], written[column]))
    first = len(dirty) + 2
    stains += (Stain(extract, first + place, WHOLE_ROW, DOUBLED, "", "") for place in range(len(doubled)))
    first += len(doubled)
    stains += (
        Stain(extract, first + place, "child_id", UNDER_TWO, "", row["child_id"]) for place, row in enumerate(again)
    )
    return [*dirty, *doubled, *again], stains


def _of_two(declared: Declared, row: Row, seed: int, dice: Random) -> tuple[Row, tuple[str, str] | None]:
    """Write a row of one of the few children who have two identifiers under the one or the other."""
    child = row.get("child_id", "")
    if (
        declared.name == "children"
        or not child
        or Random(f"{seed}/two/{child}").random() >= TWICE
        or dice.random() < 0.5
    ):
        return row, None
    return {**row, "child_id": second_identifier(child)}, (UNDER_TWO, "child_id")


def second_identifier(child: str) -> str:
    """Return the other identifier of a child who has two."""
    return f"{child}99"


def under_two(children: Sequence[Row], seed: int) -> list[Row]:
    """Return the rows of the children extract by which some stand there once more, under another identifier."""
    twice = [row for row in children if Random(f"{seed}/two/{row['child_id']}").random() < TWICE]
    return [{**row, "child_id": second_identifier(row["child_id"])} for row in twice]


def _dirty(declared: Declared, row: Row, dice: Random) -> tuple[Row, tuple[str, str] | None]:
    """Do to one cell of a row what one of the kinds does, each kind as likely as another."""
    possible = {
        kind: [
            (column.name, text) for column in declared.columns if (text := _made(make, column, row, dice)) is not None
        ]
        for kind, make in KINDS.items()
    }
    kinds = [kind for kind, cells in possible.items() if cells]
    if not kinds:
        return row, None
    kind = dice.choice(kinds)
    name, text = dice.choice(possible[kind])
    return {**row, name: text}, (kind, name)


Make = Callable[[Column, Row, Random], str | None]
"""Makes of the cell of a column what a kind of dirt makes of it; None where that cannot be."""


def _made(make: Make, column: Column, row: Row, dice: Random) -> str | None:
    text = make(column, row, dice) if row.get(column.name) else None
    return None if text == row.get(column.name) else text


def _blank(column: Column, _row: Row, _dice: Random) -> str | None:
    return "" if isinstance(column, Code) else None


def _written_otherwise(column: Column, row: Row, dice: Random) -> str | None:
    if not isinstance(column, Date):
        return None
    day = date.fromisoformat(row[column.name])
    return dice.choice((f"{day:%d/%m/%Y}", f"{day.day} {day:%b %Y}", f"{day} 00:00:00"))


def _swapped(column: Column, row: Row, _dice: Random) -> str | None:
    if not isinstance(column, Date):
        return None
    year, month, day = row[column.name].split("-")
    return f"{year}-{day}-{month}" if int(day) <= 12 else None


def _a_year_out(column: Column, row: Row, _dice: Random) -> str | None:
    if not isinstance(column, Date) or row[column.name].endswith("02-29"):
        return None
    return f"{int(row[column.name][:4]) - 1}{row[column.name][4:]}"


def _before_it_began(column: Column, row: Row, dice: Random) -> str | None:
    if not isinstance(column, Date) or not column.not_before or not row.get(column.not_before):
        return None
    return (date.fromisoformat(row[column.not_before]) - timedelta(dice.randrange(3, 40))).isoformat()


def _left_open(column: Column, _row: Row, _dice: Random) -> str | None:
    return "" if isinstance(column, Date) and column.name == "end_date" else None


def _retired(column: Column, _row: Row, dice: Random) -> str | None:
    retired = list(column.allowed.until) if isinstance(column, Code) else []
    return dice.choice(retired) if retired else None


def _another_code(column: Column, _row: Row, dice: Random) -> str | None:
    return dice.choice(list(column.allowed)) if isinstance(column, Code) else None


def _no_code(column: Column, _row: Row, dice: Random) -> str | None:
    return dice.choice(("?", "XX", "tbc")) if isinstance(column, Code) else None


def _spaced(column: Column, row: Row, _dice: Random) -> str | None:
    return f" {row[column.name].lower()} " if isinstance(column, Code | Identifier) else None


def _mis_keyed(column: Column, row: Row, _dice: Random) -> str | None:
    text = row[column.name]
    return f"{text[:-2]}{text[-1]}{text[-2]}" if isinstance(column, Identifier) and column.name == "child_id" else None


def _team_otherwise(column: Column, row: Row, dice: Random) -> str | None:
    team = row[column.name]
    return dice.choice((team.upper(), team.replace(" ", "  "), f"{team} Team")) if column.name == "team" else None


KINDS: Mapping[str, Make] = {
    "a code left blank": _blank,
    "a day written otherwise": _written_otherwise,
    "day and month swapped": _swapped,
    "a year out": _a_year_out,
    "ends before it began": _before_it_began,
    "left open": _left_open,
    "a code of earlier years": _retired,
    "another code": _another_code,
    "no code": _no_code,
    "spaces and small letters": _spaced,
    "an identifier mis-keyed": _mis_keyed,
    "a team spelt otherwise": _team_otherwise,
}
