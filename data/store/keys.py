"""The key file of an encrypted store: made so that only its owner can read it, and never shown."""

import hashlib
import os
import re
import secrets
from pathlib import Path

from data.errors import Mendable
from data.settings import key_named

ENOUGH = 32
LONGEST = 4096
ONE_WORD = re.compile(rb"[!-+\--~]{%d,}\s*" % ENOUGH)  # with a comma it would be a list
OTHERS = 0o077


def make_key(path: Path) -> Path:
    """Write a new random key that only its owner can read.

    Raises:
        Mendable: where a file of that name lies there already.
    """
    if path.exists():
        raise Mendable(f"{path} is there already, and it has been left as it was. Choose another name for the key.")
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return path


def is_key(path: Path) -> bool:
    """Tell whether a file is the key that is named, or looks like one: a single word of 32 characters or more."""
    if not path.is_file():
        return False
    named = key_named()
    if named is not None and named.exists() and path.samefile(named):
        return True
    return path.stat().st_size <= LONGEST and bool(ONE_WORD.fullmatch(path.read_bytes()))


def secret(key: Path) -> str:
    """Return the key in a form SQL can carry. The file should hold at least 32 random bytes.

    Raises:
        Mendable: where the key file is too short to keep anything secret.
    """
    contents = key.read_bytes().strip()
    if len(contents) < ENOUGH:
        raise Mendable(f"The key in {key} has {len(contents)} bytes; a key needs 32 or more. Make a longer one.")
    return hashlib.sha256(contents).hexdigest()


def open_to_others(path: Path) -> bool:
    """Tell whether anyone but its owner may read or write a file; Windows keeps that elsewhere and says no."""
    return os.name == "posix" and bool(path.stat().st_mode & OTHERS)
