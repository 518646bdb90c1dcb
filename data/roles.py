"""Which roles somebody holds, and where: a file in TOML that the council keeps, read anew for every run.

An entry names claims of a sign-in, or an account of this computer, and what whoever holds them all may be. Nobody holds
what no entry says, and nobody two entries, unless one of them names all the claims of the other and more.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from data.access import EVERY, LOCAL_USER, MAY, Act, Reader
from data.errors import Mendable
from data.identity import Identity, account_here, this_moment

PEOPLE, ACCOUNTS = "people", "account"
OF_NO_PERSON = ("public",)
"""Roles that no entry may name: who reads what is handed out."""
TO_SERVICES, TO_TEAMS = "senior_manager", "team_manager"
"""Roles that are nothing without the services, or the teams, that they are confined to."""
SCOPES = ("authorities", "services", "teams")
BESIDE = "beside"
"""Names authorities of which is told what may be published, beside their own; unsaid, none."""
LARGEST = 1_000_000
"""Bytes of the file."""


@dataclass(frozen=True)
class Entry:
    """Hold an entry: what it is called, the claims it asks for as claim and value, and what it gives."""

    name: str
    claims: frozenset[tuple[str, str]]
    roles: tuple[str, ...]
    authorities: tuple[str, ...]
    services: tuple[str, ...]
    teams: tuple[str, ...]
    beside: tuple[str, ...] = ()

    def reader(self, who: str) -> Reader:
        """Return somebody as this entry lets them read."""
        return Reader(who, self.roles, self.authorities, self.services, self.teams, self.beside)


@dataclass(frozen=True)
class Roles:
    """Hold a file of roles: what it is called, its entries for people, and those for accounts by their names."""

    file: str
    people: tuple[Entry, ...]
    accounts: Mapping[str, Entry]


def reader_of(identity: Identity, roles: Roles, now: datetime | None = None) -> Reader:
    """Return who reads: an identity in the roles that the file gives it.

    Raises:
        Mendable: where the identity does not hold now, no entry is for it, or several that may not be taken together.
    """
    identity.must_hold(now or this_moment())
    fitting = [
        entry for entry in roles.people if all(identity.holds(claim, value) for claim, value in sorted(entry.claims))
    ]
    whole = [entry for entry in fitting if all(entry.claims >= other.claims for other in fitting)]
    if not fitting:
        raise Mendable(f"{identity.who} has no role here. Ask an administrator for access.")
    if len(whole) != 1:
        names = " and ".join(f'"{entry.name}"' for entry in fitting)
        raise Mendable(
            f"{identity.who} has two roles here, by the entries {names} of {roles.file}, and nothing says which. Ask "
            "an administrator for one entry that names the claims of both."
        )
    return whole[0].reader(identity.who)


def reader_of_account(account: str, roles: Roles) -> Reader:
    """Return who gives a command: an account of this computer in the roles that the file gives it.

    Raises:
        Mendable: where no entry is for it.
    """
    if account not in roles.accounts:
        raise Mendable(
            f"The account {account} of this computer has no role here. Ask an administrator for an entry "
            f"[{ACCOUNTS}.{account}] in {roles.file}."
        )
    return roles.accounts[account].reader(account)


def reader_here(named: Path | None, services: Collection[str]) -> Reader:
    """Return who sits at this computer: the local user; where a file of roles is named, its account in the roles of it.

    Raises:
        Mendable: where the file is not right, or gives the account no role.
    """
    return LOCAL_USER if named is None else reader_of_account(account_here(), roles_in(named, services))


def reader_called(who: str, named: Path | None, services: Collection[str]) -> Reader:
    """Return who hands a command over, by the name that it gives; only who sits at this computer may.

    Raises:
        Mendable: where it is another name, or as `reader_here` does.
    """
    reader = reader_here(named, services)
    if who not in (reader.who, LOCAL_USER.who):
        raise Mendable(f'"{who}" is no reader of this dashboard. Give the command as the user of this computer.')
    return reader


def roles_in(path: Path, services: Collection[str]) -> Roles:
    """Read a file of roles, as it stands now; `services` are those that there are.

    Raises:
        Mendable: naming the file and the line or entry, where anything in it is not right: then nobody has a role.
    """
    try:
        with path.open("rb") as file:
            contents = file.read(LARGEST + 1)
    except OSError as why:
        raise Mendable(
            f"The file of roles {path} cannot be read ({why.strerror}), so nobody has a role. Ask an administrator to "
            "put it there."
        ) from why
    return _read(path.name, contents, frozenset(services))


@lru_cache(maxsize=8)
def _read(name: str, contents: bytes, services: frozenset[str]) -> Roles:
    """Read the bytes of a file of roles; the same bytes are read once."""
    try:
        if len(contents) > LARGEST:
            raise Mendable(f"is larger than {LARGEST:,} bytes")
        written = tomllib.loads(contents.decode("utf-8"))
        _refuse_keys(written, {PEOPLE, ACCOUNTS}, "The file")
        people = tuple(_entry(PEOPLE, key, entry, services) for key, entry in _tables(written, PEOPLE))
        accounts = {key: _entry(ACCOUNTS, key, entry, services) for key, entry in _tables(written, ACCOUNTS)}
        _refuse_twins(people)
    except UnicodeDecodeError as why:
        line = contents[: why.start].count(b"\n") + 1
        raise Mendable(_not_right(name, f"Line {line} is not UTF-8")) from why
    except tomllib.TOMLDecodeError as why:
        raise Mendable(_not_right(name, f"It is not TOML: {why}")) from why
    except RecursionError as why:
        raise Mendable(_not_right(name, "It is too deep to be read")) from why
    except Mendable as why:
        raise Mendable(_not_right(name, str(why))) from why
    return Roles(name, people, accounts)


def _not_right(name: str, why: str) -> str:
    """Say that a file of roles is not right, and what follows."""
    return f"The file of roles {name} is not right, so nobody has a role. {why}. Ask an administrator to mend it."


def _tables(written: Mapping, kind: str) -> Iterator[tuple[str, Mapping]]:
    """Yield the entries of a kind by name."""
    tables = written.get(kind, {})
    if not isinstance(tables, dict):
        raise Mendable(f'"{kind}" is no table; write entries such as [{kind}.analysts]')
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise Mendable(f'The entry "{name}" is no table; write it as [{kind}.{name}]')
        yield name, table


def _entry(kind: str, name: str, written: Mapping, services: frozenset[str]) -> Entry:
    """Read an entry."""
    entry = f'The entry "{name}"'
    claimed = ("claims",) if kind == PEOPLE else ()
    _refuse_keys(written, {*claimed, "roles", *SCOPES, BESIDE}, entry)
    roles = _texts(written, "roles", entry)
    if unknown := [role for role in roles if role not in MAY or role in OF_NO_PERSON]:
        there_are = ", ".join(role for role in MAY if role not in OF_NO_PERSON)
        raise Mendable(f'{entry} names the role "{unknown[0]}", which there is not. There are {there_are}')
    scopes = {scope: _texts(written, scope, entry) if scope in written else (EVERY,) for scope in SCOPES}
    _refuse_scopes(entry, written, roles, scopes, services)
    beside = _texts(written, BESIDE, entry) if BESIDE in written else ()
    return Entry(name, _claims(written, entry) if claimed else frozenset(), roles, **scopes, beside=beside)


def _claims(written: Mapping, entry: str) -> frozenset[tuple[str, str]]:
    """Read the claims that an entry asks for; of a list all."""
    claims = written.get("claims")
    if not isinstance(claims, dict) or not claims:
        raise Mendable(f'{entry} asks for no claim. Write claims = {{ groups = "…" }}')
    return frozenset((claim, value) for claim in claims for value in _texts(claims, claim, entry))


def _refuse_scopes(
    entry: str, written: Mapping, roles: Collection[str], scopes: Mapping[str, tuple[str, ...]], services: frozenset
) -> None:
    """Refuse an entry that does not say where it holds, or names what there is not."""
    if "authorities" not in written:
        raise Mendable(f'{entry} names no authorities. Write authorities = ["E09000009"], or ["{EVERY}"] for every one')
    for scope, role in (("services", TO_SERVICES), ("teams", TO_TEAMS)):
        if role in roles and scope not in written:
            raise Mendable(f"{entry} makes somebody a {role} and names no {scope}. Name them")
    if "services" in written and not set(roles) & {TO_SERVICES, "analyst"}:
        raise Mendable(f"{entry} may name services for a {TO_SERVICES} or an analyst, and not otherwise")
    if BESIDE in written and not any(Act.AGGREGATES in MAY[role] for role in roles):
        raise Mendable(f"{entry} may see no figure, and so none of the authorities that it names as {BESIDE}")
    if "teams" in written and (TO_TEAMS not in roles or EVERY in scopes["teams"]):
        raise Mendable(f"{entry} may name teams one by one for a {TO_TEAMS}, and not otherwise")
    if unknown := [service for service in scopes["services"] if service not in services | {EVERY}]:
        there_are = ", ".join(sorted(services))
        raise Mendable(f'{entry} names the service "{unknown[0]}", which there is not. There are {there_are}')


def _refuse_twins(people: Collection[Entry]) -> None:
    """Refuse two entries that ask for the same claims."""
    seen: dict[frozenset, str] = {}
    for entry in people:
        if entry.claims in seen:
            raise Mendable(f'The entries "{seen[entry.claims]}" and "{entry.name}" ask for the same claims')
        seen[entry.claims] = entry.name


def _refuse_keys(written: Mapping, keys: Collection[str], where: str) -> None:
    """Refuse a key that means nothing: it may be a misspelt one that was to confine."""
    if unknown := sorted(set(written) - set(keys)):
        raise Mendable(f'{where} says "{unknown[0]}", which means nothing. It may say {", ".join(sorted(keys))}')


def _texts(written: Mapping, key: str, entry: str) -> tuple[str, ...]:
    """Read a text, or a list of texts, none of them empty."""
    texts = written.get(key)
    texts = [texts] if isinstance(texts, str) else texts
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) and text.strip() for text in texts):
        raise Mendable(f"{entry} must say {key} as a text, or as a list of texts that is not empty")
    return tuple(dict.fromkeys(texts))
