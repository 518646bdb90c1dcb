"""The process that reads one file and ends: it takes bytes, gives text, and may do next to nothing else.

It is started afresh for every file, imports no more than it needs, and closes the doors behind itself before it looks
at the first byte. See `doors` for what is guaranteed and what is not.
"""

import codecs
import gc
import importlib
import json
import sys
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import IO, Any

from data.errors import Mendable
from data.fault import fault_of
from data.parsing.file_kinds import parse
from data.parsing.heading_row import known_headings
from data.parsing.messages import told
from data.parsing.sandbox import OUT_OF_MEMORY, close_doors

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp437", "ascii", "latin-1")
"""What csv files and the directories of workbooks are written in; looked up early, since no file opens later."""


def main() -> None:
    """Read a line that says what is wanted and then the bytes; write tables, a marked workbook or a refusal.

    Never a value to a log.
    """
    sys.excepthook = _say_fault
    wanted = json.loads(sys.stdin.buffer.readline())
    known_headings()
    if wanted["marks"] is not None:  # what writes takes as long to import as all that reads
        importlib.import_module("data.parsing.marked_file")
    for name in ENCODINGS:
        codecs.lookup(name)
    gc.disable()  # nothing that is read goes round in circles, and a million rows are looked through again and again
    close_doors(wanted["memory"], wanted["seconds"])
    try:
        sys.stdout.buffer.writelines(answer(wanted, sys.stdin.buffer))
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


def answer(wanted: Mapping[str, Any], contents: IO[bytes]) -> Iterator[bytes]:
    """Read a file, or several to be marked; yield the kind of answer on a line, then tables, workbook or refusal."""
    try:
        if wanted["marks"] is not None:
            from data.parsing.marked_file import marked

            yield b"workbook\n" + marked(contents.read, wanted["marks"])
            return
        lines = told(parse(wanted["file_name"], contents.read()))
        yield b"tables\n"
        yield from lines
    except Mendable as refusal:
        yield b"refused\n" + str(refusal).encode()


def _say_fault(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """Say on a last line which kind of error ended the process and where, a word each: no value that it speaks of."""
    fault = fault_of(error)
    sys.stderr.write("\n" + " ".join((fault.kind, *fault.steps)))
