"""Have τ-Argus protect tables, in an environment that has it: tables come in as JSON, what it hides goes out as JSON.

Each table is given as one, with one row for each child, so that its totals are the table's own.
"""

import json
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from pytauargus import protect  # type: ignore[import-not-found] - it has an environment of its own

UNSAFE = ("U", "M")
"""What τ-Argus calls a cell that it hides: by itself, or beside another."""


def hidden(table: dict) -> list[list[str]]:
    """Return the codes of every cell that is hidden in a table."""
    names = table["dimensions"]
    rows = {name: [] for name in (*names, "many")}
    for *codes, many in table["cells"]:
        for name, code in zip(names, codes, strict=True):
            rows[name] += [code] * many
        rows["many"] += [1] * many
    with TemporaryDirectory() as folder, chdir(folder):  # its solver leaves logs where it is run
        hierarchies = {}
        for name, levels in table["hierarchies"].items():
            path = Path(folder, f"{name}.hrc")
            path.write_text("".join(f"{'@' * depth}{code}\n" for code, depth in levels), encoding="ascii")
            hierarchies[name] = str(path)
        answer = protect(
            *(rows, names, "many", "FREQ(6,100)", "OPT(1)"),
            workdir=folder,
            hrc=hierarchies or None,
            hierleadstring="@" if hierarchies else None,
            decimals=0,
        ).tables[0]
        return [[str(cell[name]).strip() for name in names] for cell in answer.rows if cell["status"] in UNSAFE]


if __name__ == "__main__":
    print(json.dumps([hidden(table) for table in json.load(sys.stdin)]))
