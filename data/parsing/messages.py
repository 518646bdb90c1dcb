"""What the child says to its parent: lines of JSON, a line for each table and each column, and places in bytes.

Places are whole numbers, of which a large file has millions: written and read one by one they cost more than the file.
"""

import json
from array import array
from collections.abc import Iterable, Iterator
from typing import IO

from data.parsing.file_table import Table, Texts

SIMPLE = (
    *("sheet", "width", "blank", "notes", "totals", "headings_again", "hidden", "from_1904", "refusal", "year"),
    "latest_only",
)
SEEN = ("hidden_rows", "filtered", "hidden_columns", "merged")


def told(tables: Iterable[Table]) -> Iterator[bytes]:
    """Write tables as lines; a line for each column keeps every step of reading them short."""
    for table in tables:
        head = {name: getattr(table, name) for name in (*SIMPLE, *SEEN)}
        head |= {name: list(getattr(table, name).items()) for name in ("ragged", "footers")}
        yield _line({**head, "rows": len(table.numbers), "columns": len(table.columns)})
        yield table.numbers.tobytes()
        for column in table.columns:
            yield _line({"heading": column.heading, "distinct": column.distinct})
            yield column.places.tobytes()


def heard(answer: IO[bytes]) -> Iterator[Table]:
    """Read the tables that `told` wrote."""
    for line in answer:
        head = json.loads(line)
        numbers = _places(answer, head["rows"])
        columns = [_column(answer, head["rows"]) for _ in range(head["columns"])]
        told_simply = {name: head[name] for name in (*SIMPLE, *SEEN)}
        by_row = {name: {int(row): value for row, value in head[name]} for name in ("ragged", "footers")}
        yield Table(columns=columns, numbers=numbers, **by_row, **told_simply)


def _column(answer: IO[bytes], rows: int) -> Texts:
    head = json.loads(answer.readline())
    return Texts(head["heading"], _places(answer, rows), dict.fromkeys(head["distinct"], 0))


def _places(answer: IO[bytes], rows: int) -> array:
    places = array("I")
    places.frombytes(answer.read(rows * places.itemsize))
    return places


def _line(value: dict) -> bytes:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"
