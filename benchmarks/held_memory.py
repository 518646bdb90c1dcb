"""What a process and those that it started hold in memory, as the kernel of Linux tells it."""

import re
from pathlib import Path

PROCESSES = Path("/proc")


def family(process: int) -> list[int]:
    """Return the numbers of a process and of those it started, and they in turn, that still run."""
    text = ""
    for path in (PROCESSES / str(process) / "task").glob("*/children"):
        try:
            text += path.read_text()
        except (FileNotFoundError, ProcessLookupError):  # a thread that has ended since
            continue
    return [process, *(further for child in text.split() for further in family(int(child)))]


def kilobytes(process: int, file: str, name: str) -> int:
    """Return a number of kilobytes from a file that the kernel keeps of a process; 0 where the process has ended."""
    try:
        found = re.search(rf"^{name}:\s+(\d+) kB", (PROCESSES / str(process) / file).read_text(), re.MULTILINE)
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return int(found[1]) if found else 0


def held_now(process: int) -> int:
    """Return how many KB a process and those it started hold by themselves or share (proportional set size)."""
    return sum(kilobytes(each, "smaps_rollup", "Pss") for each in family(process))
