"""What is set from outside: where the store is, its key, whose figures come first."""

import os
from dataclasses import dataclass
from pathlib import Path

from data.errors import Mendable

OF_THIS_COMPUTER = ("127.0.0.1", "::1", "localhost")
"""Addresses at which nobody but this computer reaches the server."""
LAKE = "ducklake:postgres:"
"""How SLAC_STORE begins where the store lies on a lake, and in no file."""
OF_PROVIDER = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
"""What is to be said of a provider of sign-in, in [auth]."""


@dataclass(frozen=True)
class Settings:
    """Hold the settings. Without a store the house runs on invented data, in memory, and says so."""

    store: Path | None
    key: Path | None
    authority: str | None
    roles: Path | None = None
    """The file that says who holds which role."""
    sign_in: Path | None = None
    """The file that says who vouches for people; with none, Streamlit's own place is looked at."""
    lake: str | None = None
    """Where the store lies on a lake, in the words of SLAC_STORE; `store` names no file then."""
    folder: Path | None = None
    """The folder of the lake's files, which a lake that is there knows by itself."""

    @property
    def invented(self) -> bool:
        """Tell whether the figures are of invented children."""
        return self.store is None and self.lake is None


def settings(store: str | None = None, authority: str | None = None) -> Settings:
    """Read SLAC_STORE, SLAC_STORE_KEY, SLAC_AUTHORITY, SLAC_ROLES and SLAC_SIGN_IN; the caller's come first.

    Raises:
        Mendable: where the key file named cannot be found.
    """
    path = store or os.environ.get("SLAC_STORE")
    key = key_named()
    if key is not None and not key.is_file():
        raise Mendable(f"SLAC_STORE_KEY names {key}, and there is no such file. Put the key file there.")
    roles, sign_in = _file_named("SLAC_ROLES"), _file_named("SLAC_SIGN_IN")
    authority = authority or os.environ.get("SLAC_AUTHORITY")
    if path and path.startswith(LAKE.split(":")[0] + ":"):
        return Settings(None, key, authority, roles, sign_in, path, _file_named("SLAC_LAKE_FOLDER"))
    return Settings(Path(path) if path else None, key, authority, roles, sign_in)


def retention_months() -> int:
    """Return for how many months rows are kept, by SLAC_RETENTION_MONTHS; 36 where it is not set.

    Raises:
        Mendable: where it is no number of months from 12 to 240.
    """
    text = os.environ.get("SLAC_RETENTION_MONTHS") or "36"
    if not text.isdecimal() or not 12 <= int(text) <= 240:
        raise Mendable(f"SLAC_RETENTION_MONTHS is {text}. Say for how many months rows are kept: 12 to 240.")
    return int(text)


def backups_named() -> tuple[Path | None, int]:
    """Return the folder of backups that SLAC_BACKUPS names, and for how many days one is kept: SLAC_BACKUP_DAYS, or 90.

    Raises:
        Mendable: where that is no number of days.
    """
    folder, days = os.environ.get("SLAC_BACKUPS"), os.environ.get("SLAC_BACKUP_DAYS") or "90"
    if not days.isdecimal() or not int(days):
        raise Mendable(f"SLAC_BACKUP_DAYS is {days}. Say for how many days a backup is kept.")
    return Path(folder) if folder else None, int(days)


def pseudonym_key_named() -> Path | None:
    """Return the key file that SLAC_PSEUDONYM_KEY names, whether it is there or not."""
    key = os.environ.get("SLAC_PSEUDONYM_KEY")
    return Path(key) if key else None


def identifiers_named() -> tuple[Path, Path] | None:
    """Return the table of identifiers that SLAC_IDENTIFIERS names, and its key; None where none is named.

    Raises:
        Mendable: where only one of both is named.
    """
    table, key = os.environ.get("SLAC_IDENTIFIERS"), os.environ.get("SLAC_IDENTIFIERS_KEY")
    if bool(table) != bool(key):
        raise Mendable("SLAC_IDENTIFIERS and SLAC_IDENTIFIERS_KEY name a table and its key: set both, or neither.")
    return (Path(table), Path(key)) if table and key else None


def roles_named() -> Path | None:
    """Return the file of roles that SLAC_ROLES names, whether it is there or not."""
    return _file_named("SLAC_ROLES")


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
