"""Write agreement.csv: what ours and τ-Argus hide of the same tables, and what our attack finds in either.

`make tau-argus` runs this. It puts pytauargus into an environment of its own, which nothing else needs.
"""

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from indicators.disclosure.audit import audit
from indicators.figures.disclosure import is_small
from tests.indicators.disclosure.test_suppression import suppressed
from tests.tau_argus.tables import KINDS, MANY, Table, table

HERE = Path(__file__).parent
TABLE = HERE / "agreement.csv"
PACKAGE = "pytauargus==0.6.0"


def ours_of(one: Table) -> dict[str, int]:
    """Return what ours hides of a table, and what the attack finds in it."""
    done = suppressed(one.pack)
    found = audit(one.pack, done.shown, done.rest_shown)
    return {
        "figures": len(one.pack.figures),
        "small": sum(is_small(figure) for figure in one.pack.figures),
        "ours_hidden": int((~done.shown).sum()),
        "ours_pinned": found.pinned,
        "ours_narrowed": found.narrowed,
    }


def theirs_of(one: Table, hidden: list[list[str]]) -> dict[str, int]:
    """Return the same of what τ-Argus hides, and how many of the small figures it leaves to be read."""
    names = {one.figure_of[tuple(codes)] for codes in hidden}
    shown = np.array([(figure.indicator, figure.by, figure.group) not in names for figure in one.pack.figures])
    found = audit(one.pack, shown, shown.copy())
    left = sum(is_small(figure) for figure, told in zip(one.pack.figures, shown, strict=True) if told)
    return {
        "theirs_small_shown": left,
        "theirs_hidden": int((~shown).sum()),
        "theirs_pinned": found.pinned,
        "theirs_narrowed": found.narrowed,
    }


def every_table() -> Iterator[tuple[str, int, Table]]:
    """Yield each table with its kind and number."""
    for kind in KINDS:
        for seed in range(MANY):
            yield kind, seed, table(kind, seed)


def answers(tables: list[dict]) -> list[list[list[str]]]:
    """Return what τ-Argus hides of tables, in an environment made for it."""
    uv = Path(sys.executable).with_name("uv")
    tool = str(uv) if uv.exists() else shutil.which("uv")
    if tool is None:
        sys.exit("uv is missing, so τ-Argus has no environment: `make test` brings uv into .venv.")
    with TemporaryDirectory() as folder:
        python = f"{folder}/env/bin/python"
        subprocess.run([tool, "venv", "--quiet", "--python", "3.11", f"{folder}/env"], check=True)
        subprocess.run([tool, "pip", "install", "--quiet", "--python", python, PACKAGE], check=True)
        return asked(python, tables)


def asked(python: str, tables: list[dict]) -> list[list[list[str]]]:
    """Return what τ-Argus hides of tables, by a Python that has it."""
    done = subprocess.run(
        [python, "-P", HERE / "theirs.py"], input=json.dumps(tables), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    tried = list(every_table())
    given = [one.theirs for *_, one in tried]
    theirs = asked(sys.argv[1], given) if sys.argv[1:] else answers(given)
    lines = [
        {"kind": kind, "table": seed, **ours_of(one), **theirs_of(one, hidden)}
        for (kind, seed, one), hidden in zip(tried, theirs, strict=True)
    ]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
