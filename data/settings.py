"""What is set from outside: where the store is, its key, whose figures come first."""

import os
from dataclasses import dataclass
from pathlib import Path

from data.errors import Mendable


@dataclass(frozen=True)
class Settings:
    """Hold the settings. Without a store the house runs on invented data, in memory, and says so."""

    store: Path | None
    key: Path | None
    authority: str | None
    roles: Path | None = None
    """The file that says who holds which role."""

    @property
    def invented(self) -> bool:
        """Tell whether the figures are of invented children."""
        return self.store is None


def settings(store: str | None = None, authority: str | None = None) -> Settings:
    """Read SLAC_STORE, SLAC_STORE_KEY, SLAC_AUTHORITY and SLAC_ROLES; what the caller gives comes first.

    Raises:
        Mendable: where the key file named cannot be found.
    """
    path = store or os.environ.get("SLAC_STORE")
    key = key_named()
    if key is not None and not key.is_file():
        raise Mendable(f"SLAC_STORE_KEY names {key}, and there is no such file. Put the key file there.")
    roles = os.environ.get("SLAC_ROLES")
    return Settings(
        Path(path) if path else None, key, authority or os.environ.get("SLAC_AUTHORITY"), Path(roles) if roles else None
    )


def pseudonym_key_named() -> Path | None:
    """Return the key file that SLAC_PSEUDONYM_KEY names, whether it is there or not."""
    key = os.environ.get("SLAC_PSEUDONYM_KEY")
    return Path(key) if key else None


def key_named() -> Path | None:
    """Return the key file that SLAC_STORE_KEY names, whether it is there or not."""
    return _file_named("SLAC_STORE_KEY")


def audit_key() -> Path | None:
    """Return the file of the key that seals the audit log, which SLAC_AUDIT_KEY names; None where none is named.

    Raises:
        Mendable: where there is no such file.
    """
    key = _file_named("SLAC_AUDIT_KEY")
    if key is not None and not key.is_file():
        raise Mendable(f"SLAC_AUDIT_KEY names {key}, and there is no such file. Put the key file there.")
    return key


def _file_named(setting: str) -> Path | None:
    """Return the file that a setting names, whether it is there or not."""
    path = os.environ.get(setting)
    return Path(path) if path else None
