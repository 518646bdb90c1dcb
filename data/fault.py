"""What may be told of an error: its kind, the lines of this program that led to it, and a number to quote.

What an error says may hold a cell of somebody's file, so it is never told: not to a reader and not to a log.
"""

from dataclasses import dataclass
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from zlib import crc32

HOUSE = Path(__file__).parents[1]
LIBRARIES = "site-packages"
WHERE_CAUGHT = HOUSE / "data" / "unforeseen.py"
"""Every fault has passed there, so that it tells nothing."""
MOST_STEPS = 8


@dataclass(frozen=True)
class Fault:
    """Hold the kind of an error and the lines that led to it, innermost first."""

    kind: str
    steps: tuple[str, ...]

    @property
    def number(self) -> str:
        """Return eight digits to quote, the same whenever the same kind of error comes from the same line."""
        digits = f"{crc32(f'{self.kind} {self.place}'.encode()):08X}"
        return f"{digits[:4]}-{digits[4:]}"

    @property
    def place(self) -> str:
        """Return the innermost line, or say that none is known."""
        return self.steps[0] if self.steps else "an unknown place"

    def __str__(self) -> str:
        """Return what a line of the log says of it."""
        return f"fault {self.number}: {self.kind} at {', from '.join(self.steps) or self.place}"


def fault_of(error: BaseException) -> Fault:
    """Return what may be told of an error: no message and no value."""
    return Fault(type(error).__name__, steps_to(error.__traceback__))


def steps_to(trace: TracebackType | None) -> tuple[str, ...]:
    """Name the lines that led to an error, innermost first: those of this program, or else the innermost of all."""
    lines = [(Path(frame.f_code.co_filename), number) for frame, number in walk_tb(trace)]
    ours = [(path, number) for path, number in lines if _is_ours(path)]
    named = [f"{path.relative_to(HOUSE).as_posix()}:{number}" for path, number in reversed(ours)]
    named = named or [f"{path.name}:{number}" for path, number in lines[-1:]]
    return tuple(named[:MOST_STEPS])


def _is_ours(path: Path) -> bool:
    """Tell whether a file is of this program, which has its libraries beneath its own folder."""
    return HOUSE in path.parents and LIBRARIES not in path.parts and path != WHERE_CAUGHT
