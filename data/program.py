"""Which program this is: its version, and a fingerprint of all that figures are made by.

What another program made is not taken for ours, and whatever is handed out names the program that made it.
"""

import hashlib
from functools import cache
from pathlib import Path

PROGRAM_NAME = "Children's services performance"
PROGRAM_VERSION = "0.2.0"
"""The version as released; `pyproject.toml` and the top of CHANGELOG.md say the same, and a test holds them to it."""
DATA = Path(__file__).parent
MADE_BY = ("data", "indicators")
"""The folders of the program, with the sample in them: by any other, other figures might be made."""
KINDS = (".py", ".sql", ".csv")
LOCAL_FOLDER = DATA / "local"
"""What is kept on this machine, and is no part of the program."""


@cache
def fingerprint() -> str:
    """Return what tells this program from every other: 16 hexadecimal digits."""
    digest = hashlib.sha256()
    for room in MADE_BY:
        for path in sorted((DATA.parent / room).rglob("*")):
            if path.suffix in KINDS and LOCAL_FOLDER not in path.parents:
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def which_program() -> str:
    """Name the program as every page and every export names it, with its version and its fingerprint."""
    return f"{PROGRAM_NAME}, version {PROGRAM_VERSION}, fingerprint {fingerprint()}"
