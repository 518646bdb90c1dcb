"""Hand a file to a process of its own, which can be killed without harm, and take tables of text from it."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from threading import BoundedSemaphore
from typing import Any

import numpy
import pandas

from data.arrivals.arrival import Arrival
from data.errors import Mendable
from data.fault import Fault
from data.parsing.file_table import Table
from data.parsing.limits import MOST_COMPUTING, MOST_MEMORY, MOST_WAITING
from data.parsing.messages import heard
from data.parsing.sandbox import OUT_OF_MEMORY
from data.unforeseen import LOG, Unforeseen

AT_ONCE = BoundedSemaphore(2)
"""However many people upload, no more files than these are read at a time."""
START = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from data.parsing.process import main; main()"
NEEDED = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")

FAULT = re.compile(r"\w+( [\w./-]+:\d+)*")
"""What the process says of an error that ended it; whatever else a library says there may hold a value."""
SAVE_ANEW = "Open the file in Excel, save it as a new .xlsx, and choose that."
SMALLER = "Export fewer columns or a shorter window, or save the sheet as csv."


def read(file_name: str, contents: bytes) -> list[Arrival]:
    """Read every table of a csv or xlsx as text; raise `Mendable`, in one sentence, for what cannot be used.

    The file is read by a process of its own with limits on time and memory, no network and no files.
    """
    return [arrival_of(file_name, table) for table in heard(_answer_of_child(file_name, contents))]


def marked(files: Sequence[tuple[str, bytes]], marks: Mapping[str, Any]) -> bytes:
    """Return one workbook of the rows of files with what there is to mend beside them.

    `marks` is as `data.parsing.marked_file` takes it, but that its `files` are the `sheets` of each. The workbook is
    made by the same kind of process that reads files, under the same limits but that of computing; raises `Mendable`
    as `read` does.
    """
    about = [
        {"name": name, "size": len(contents), "sheets": sheets}
        for (name, contents), sheets in zip(files, marks["files"], strict=True)
    ]
    names = files[0][0] + (f" and {len(files) - 1} more" if len(files) > 1 else "")
    return _answer_of_child(names, b"".join(contents for _, contents in files), {**marks, "files": about}).read()


def _answer_of_child(file_name: str, contents: bytes, marks: Mapping[str, Any] | None = None) -> BytesIO:
    """Return what the process answers to its wanted tables or, with marks, its wanted workbook; raise its refusal."""
    with AT_ONCE:
        answer = _said_by_child(file_name, contents, marks)
    if answer.readline() == b"refused\n":
        raise Mendable(answer.read().decode())
    return answer


def _said_by_child(file_name: str, contents: bytes, marks: Mapping[str, Any] | None) -> BytesIO:
    seconds = MOST_COMPUTING if marks is None else MOST_WAITING
    wanted = {"file_name": file_name, "memory": MOST_MEMORY, "seconds": seconds, "marks": marks}
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", "-B", "-c", START, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={name: os.environ[name] for name in NEEDED if name in os.environ},
        creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
    )
    with process:
        try:
            answer, complaint = process.communicate(json.dumps(wanted).encode() + b"\n" + contents, MOST_WAITING)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Mendable(
                f"{file_name}: reading it took longer than {MOST_WAITING} seconds, so it was stopped. {SMALLER}"
            ) from None
    if process.returncode:
        raise _why_it_died(file_name, process.returncode, complaint.decode(errors="replace"), seconds)
    return BytesIO(answer)


def _why_it_died(file_name: str, status: int, complaint: str, seconds: int) -> Mendable:
    """Say in a sentence why the process ended that was reading a file; no value of the file is in it."""
    if status == OUT_OF_MEMORY or status == -signal.SIGABRT or "MemoryError" in complaint:
        most = f"{MOST_MEMORY // 1024**2} MB of memory"
        return Mendable(f"{file_name}: reading it needs more than {most}, so it was stopped. {SMALLER}")
    if status == -getattr(signal, "SIGXCPU", 0):
        most = f"{seconds} seconds of computing"
        return Mendable(f"{file_name}: reading it needs more than {most}, so it was stopped. {SMALLER}")
    last = complaint.rpartition("\n")[2]
    kind, *steps = last.split() if FAULT.fullmatch(last) else [f"end with status {status}"]
    fault = Fault(kind, tuple(steps))
    LOG.error("%s, in the process that reads a file", fault)
    return Unforeseen(file_name, fault, SAVE_ANEW)


def arrival_of(file_name: str, table: Table) -> Arrival:
    """Make an arrival of what the process told of a table."""
    rows = pandas.DataFrame(dict(_columns(table)), index=table.numbers, dtype=object)
    return Arrival(
        file_name,
        table.sheet,
        rows,
        table.blank,
        tuple(table.notes),
        table.width,
        table.ragged,
        table.footers,
        tuple(table.totals),
        tuple(table.headings_again),
        tuple(table.hidden),
        tuple(table.hidden_rows),
        table.filtered,
        tuple(table.hidden_columns),
        tuple((heading, cells) for heading, cells in table.merged),
        table.from_1904,
        refusal=table.refusal,
        year=table.year,
        latest_only=table.latest_only,
    )


def _columns(table: Table) -> Iterator[tuple[str, numpy.ndarray]]:
    for column in table.columns:
        distinct = numpy.array([*column.distinct, None], dtype=object)
        yield column.heading, distinct[numpy.frombuffer(column.places, dtype="uintc")]
