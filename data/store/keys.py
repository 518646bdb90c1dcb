"""The key file of an encrypted store: made so that only its owner can read it, and never shown."""

import hashlib
import os
import secrets
from pathlib import Path

from data.errors import Mendable

ENOUGH = 32
OTHERS = 0o077


def make_key(path: Path) -> Path:
    """Write a new random key that only its owner can read.

    Raises:
        Mendable: where a file of that name lies there already.
    """
    if path.exists():
        raise Mendable(f"{path} is there already, and it has been left as it was. Choose another name for the key.")
    path.touch(mode=0o600)
    path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path


def secret(key: Path) -> str:
    """Return the key in a form SQL can carry. The file should hold at least 32 random bytes.

    Raises:
        Mendable: where the key file is too short to keep anything secret.
    """
    held = key.read_bytes().strip()
    if len(held) < ENOUGH:
        raise Mendable(f"The key in {key} has {len(held)} bytes; a key needs 32 or more. Make a longer one.")
    return hashlib.sha256(held).hexdigest()


def open_to_others(path: Path) -> bool:
    """Tell whether anyone but its owner may read or write a file; Windows keeps that elsewhere and says no."""
    return os.name == "posix" and bool(path.stat().st_mode & OTHERS)
