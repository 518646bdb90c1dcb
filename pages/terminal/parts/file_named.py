"""A file named by us: where `--out` gives an ending alone, such as papers/.pdf, it says for whom and of what it is.

It is named as a page names what is taken from it, with the version that made it and the first letters of its hash. A
name that somebody gives is theirs, and stays as it is.
"""

import re
from hashlib import sha256
from pathlib import Path

from data.audit.exports import file_name
from data.program import PROGRAM_VERSION

LETTERS = 8
"""Letters of the hash of a file in its name."""


def ending_of(out: Path) -> str:
    """Return the ending of a file in small letters: .pdf, be it all that is given of it."""
    return (out.suffix or out.name).lower()


def file_named(out: Path, name: str) -> Path:
    """Return where a file goes: by the name that was given, or by ours where an ending alone was."""
    return out if out.suffix else out.with_name(f"{name}{ending_of(out)}")


def marked(out: Path, marking: str, name: str, contents: bytes) -> Path:
    """Return where a file goes with its contents: our name tells for whom it is, of what, the version and the hash."""
    plain = re.sub(r"[^\w.\-]+", "_", name)  # a partner may be called by any signs
    return file_named(out, file_name(marking, f"{plain}_{PROGRAM_VERSION}_{sha256(contents).hexdigest()[:LETTERS]}"))
