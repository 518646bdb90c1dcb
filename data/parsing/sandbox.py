"""What a process that reads a stranger's file may not do: the limits it puts on itself before it looks.

Where the system has resource limits (Linux; macOS but for memory), the kernel itself holds the process to them, native
code included: so much memory, so much computing, no file written, none opened and no socket made, since not one more
file descriptor may be had. On Windows none of these is held; there the parent's clock alone ends a process that takes
too long. Everywhere Python's own audit refuses to open sockets, files and processes, which holds Python code but not
native code. Not guaranteed: that a flaw in the interpreter or in the workbook library cannot be used to run code under
the same user, with what it already holds in memory: the bytes of the one file it was given.
"""

import os
import sys
from typing import Any

OUT_OF_MEMORY = 71
"""The exit status of a process that was refused memory."""
LOW_PRIORITY = 5
FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "ctypes.", "shutil.")


def close_doors(memory: int, seconds: int) -> None:
    """Limit this process to so many bytes of memory and seconds of computing, and to what it has open by now."""
    if hasattr(os, "nice"):
        os.nice(LOW_PRIORITY)
    if sys.platform != "win32":
        _hold_to_limits(memory, seconds)
    sys.addaudithook(_refuse)


def _hold_to_limits(memory: int, seconds: int) -> None:
    import resource

    limits = {
        resource.RLIMIT_CPU: (seconds, seconds + 5),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_NOFILE: (3, 3),
    }
    for limit, bounds in limits.items():
        resource.setrlimit(limit, bounds)
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event == "open" or event.startswith(FORBIDDEN):
        raise PermissionError(event)
