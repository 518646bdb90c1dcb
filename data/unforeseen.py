"""What nobody foresaw: a person gets a sentence of ours with a number to quote, and the log a line with that number.

This is the one place that catches whatever comes.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from data.errors import Mendable
from data.fault import Fault, fault_of

LOG = logging.getLogger("dashboard")
"""Where faults are logged, by number, kind and place: never a value, and never the name of somebody's file."""
LOG.addHandler(logging.NullHandler())
TRY_AGAIN = "Try again, or go on without it: nothing is ever half published."


class Unforeseen(Mendable):
    """Say that this program fell over while it was busy with something, by the number of the fault."""

    def __init__(self, busy_with: str, fault: Fault, remedy: str = TRY_AGAIN):
        """Take what the program was busy with, such as a file, what may be told of the error, and what to do now."""
        super().__init__(
            f"This program fell over in a way that nobody foresaw, while it was busy with {busy_with}. Quote fault "
            f"{fault.number} ({fault.kind} at {fault.place}) to whoever looks after it. {remedy}"
        )
        self.busy_with, self.fault = busy_with, fault


@contextmanager
def foreseen(busy_with: str) -> Iterator[None]:
    """Turn whatever goes wrong in a block and nobody foresaw into `Unforeseen`, and log it.

    What a person can mend passes as it is, and so do the signals by which Streamlit and Python end a run.

    Raises:
        Unforeseen: where anything else went wrong; it names what the innermost such block was busy with.
    """
    try:
        yield
    except Mendable:
        raise
    except Exception as error:  # the one place: whatever it is, a person is told of it and no value is
        raise unforeseen(error, busy_with) from error


def unforeseen(error: Exception, busy_with: str) -> Unforeseen:
    """Log an error that nobody foresaw, and return what to say of it; what is said already stays."""
    if isinstance(error, Unforeseen):
        return error
    fault = fault_of(error)
    LOG.error("%s", fault)
    return Unforeseen(busy_with, fault)
