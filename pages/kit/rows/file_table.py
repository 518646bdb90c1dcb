"""A table of files with what each was taken for: those that want something done first, and the rest behind a click."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.kit.rows.template import draw
from pages.kit.rows.verdict import Verdict

SHOWN = 6


@dataclass(frozen=True)
class FileRow:
    """Hold a row: the file (and sheet), what it was taken for, its counts in words, its newest day and its verdict."""

    file: str
    taken_for: str
    rows: str
    set_aside: str
    blank: str
    newest: str
    verdict: Verdict
    note: str = ""


def draw_file_table(caption: str, rows: Sequence[FileRow], rest: str) -> None:
    """Draw files under a caption in their order; those beyond the first few stand behind `rest`, which names them."""
    shown = rows if len(rows) <= SHOWN + 2 else rows[:SHOWN]
    draw("file_table", caption=caption, parts=[("", shown), (rest, rows[len(shown) :])])
