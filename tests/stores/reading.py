"""What a store reads on the command line, as `figures.json` and `ledger.json` hold it.

`python -m tests.stores.reading` writes both anew, from the plain store: where a definition was changed on purpose.
"""

import gzip
import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from cli import main

HERE = Path(__file__).parent
PLAIN, ENCRYPTED = HERE / "plain-93c4e14.duckdb.gz", HERE / "encrypted-93c4e14.duckdb"
KEY = HERE / "encrypted-93c4e14.key"
BRENT = "E09000005"
LEDGER = {
    "loads": ("loads",),
    "restatements": ("restatements", "--authority", BRENT),
    "comments_on_september": ("comments", "--month", "2026-09", "--authority", BRENT),
    "comments_on_october": ("comments", "--month", "2026-10", "--authority", BRENT),
    "events": ("events", "--authority", BRENT),
    "targets": ("targets", "--all", "--authority", BRENT),
    "targets_in_september": ("targets", "--month", "2026-09", "--authority", BRENT),
    "plans_by_team": ("figures", "--indicator", "children_on_a_plan", "--by", "team", "--authority", BRENT),
    "behind_the_plans": ("people", "children_on_a_plan", "--month", "2026-10", "--authority", BRENT),
}
MONTHS = ("figures", "--from", "2026-08", "--to", "2026-10", "--authority", BRENT)
FIGURES = {
    "today": MONTHS,
    "as known on 9 November": (*MONTHS, "--as-known-on", "2026-11-09"),
    "as known on 12 November": (*MONTHS, "--as-known-on", "2026-11-12"),
}
SECONDS = re.compile(r"(T\d\d:\d\d):\d\dZ")


def unpacked(folder: Path) -> Path:
    """Unpack the plain store into a folder."""
    path = folder / PLAIN.name.removesuffix(".gz")
    path.write_bytes(gzip.decompress(PLAIN.read_bytes()))
    return path


def command(store: Path, *words: str) -> tuple[int, str, str]:
    """Run a command on a store; return its exit status, what it printed and what it complained of."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main([*words, "--store", str(store)])
    return status, out.getvalue(), err.getvalue()


def printed(store: Path, *words: str) -> list:
    """Return the JSON that a command prints; moments to the minute, since the two stores were made seconds apart."""
    status, out, err = command(store, *words, "--json")
    assert status == 0, err
    return json.loads(SECONDS.sub(r"\1Z", out))


def figures(store: Path) -> dict[str, dict[str, list]]:
    """Return the figures of all indicators: view, then indicator and month, then its numbers or the reason for none."""
    told = ("value", "numerator", "denominator", "not_yet_due", "load", "reason")
    return {
        view: {
            f"{figure['indicator']} {figure['month']}": [figure.get(name) for name in told]
            for figure in printed(store, *words)
        }
        for view, words in FIGURES.items()
    }


def ledger(store: Path) -> dict[str, list]:
    """Return the loads with their turns, and what was restated, commented, aimed at and kept of events."""
    told = {name: printed(store, *words) for name, words in LEDGER.items()}
    for each in told["restatements"]:
        del each["told"]  # a sentence, whose wording is free to change
    return told


def on_lines(told: dict) -> str:
    """Write a dictionary of dictionaries or lists as JSON, an entry a line."""
    parts = []
    for name, entries in told.items():
        pairs = entries.items() if isinstance(entries, dict) else ((None, entry) for entry in entries)
        lines = [("" if key is None else f"{json.dumps(key)}: ") + json.dumps(entry) for key, entry in pairs]
        opened, closed = "{}" if isinstance(entries, dict) else "[]"
        parts.append(f"{json.dumps(name)}: {opened}\n" + ",\n".join(lines) + f"\n{closed}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def write() -> None:
    """Write what the plain store reads."""
    with TemporaryDirectory() as folder:
        store = unpacked(Path(folder))
        for name, told in (("figures", figures(store)), ("ledger", ledger(store))):
            (HERE / f"{name}.json").write_text(on_lines(told), encoding="utf-8")


if __name__ == "__main__":
    write()
