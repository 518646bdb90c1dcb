"""What the child says to its parent: lines of JSON, a line for each table and each column, and nothing else."""

import json
from array import array
from collections.abc import Iterable, Iterator

from data.parsing.file_table import Table, Texts

SIMPLE = ("sheet", "width", "blank", "notes", "totals", "headings_again", "hidden", "from_1904", "refusal")
SEEN = ("hidden_rows", "filtered", "hidden_columns", "merged")


def told(tables: Iterable[Table]) -> Iterator[bytes]:
    """Write tables as lines; a line for each column keeps every step of reading them short."""
    for table in tables:
        head = {name: getattr(table, name) for name in (*SIMPLE, *SEEN)}
        head |= {name: list(getattr(table, name).items()) for name in ("ragged", "footers")}
        yield _line({**head, "numbers": table.numbers.tolist(), "columns": len(table.columns)})
        for column in table.columns:
            yield _line({"heading": column.heading, "distinct": column.distinct, "places": column.places.tolist()})


def heard(lines: Iterable[bytes]) -> Iterator[Table]:
    """Read the tables that `told` wrote."""
    stream = iter(lines)
    for line in stream:
        head = json.loads(line)
        columns = [_column(json.loads(next(stream))) for _ in range(head["columns"])]
        told_simply = {name: head[name] for name in (*SIMPLE, *SEEN)}
        by_row = {name: {int(row): value for row, value in head[name]} for name in ("ragged", "footers")}
        yield Table(columns=columns, numbers=array("I", head["numbers"]), **by_row, **told_simply)


def _column(head: dict) -> Texts:
    return Texts(head["heading"], array("I", head["places"]), {text: n for n, text in enumerate(head["distinct"])})


def _line(value: dict) -> bytes:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"
