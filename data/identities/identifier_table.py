"""The one table that leads from pseudonyms back to an authority's own identifiers: a file apart, under its own key.

It is opened when somebody publishes or asks for identifiers, and closed at once. Nothing else needs it: where it is
lost, figures go on and lists show pseudonyms.
"""

import threading
from collections.abc import Collection, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from data.errors import Mendable
from data.settings import identifiers_named
from data.store.attachment import attach
from data.store.journal import write_out

Pair = tuple[str, str, str, str]
"""An authority, whom it identifies, the pseudonym, and the identifier in its one form."""


@dataclass(frozen=True)
class IdentifierTable:
    """Name the file and its key; each call opens it and lets it go."""

    path: Path
    key: Path
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock, compare=False, repr=False)

    def make(self) -> None:
        """Make the file, empty and encrypted.

        Raises:
            Mendable: where a file lies there already, its folder is missing, or the key will not do.
        """
        if self.path.exists():
            raise Mendable(f"{self.path} is there already, and it has been left as it was. Name another place for it.")
        if not self.path.parent.is_dir():
            raise Mendable(f"There is no folder {self.path.parent} to make {self.path.name} in. Make the folder first.")
        with self._one_at_a_time, closing(attach(self.path, self.key)) as connection:
            connection.execute(
                """
                create table store.identifiers (
                    authority varchar not null,
                    person varchar not null,
                    pseudonym varchar primary key,
                    identifier varchar not null
                )
                """
            )
            write_out(connection, self.path)
        self.path.chmod(0o600)

    def enter(self, pairs: Collection[Pair]) -> None:
        """Keep what leads back; what is there already stays.

        Raises:
            Mendable: where the file or its key is missing or another.
        """
        self._must_be_there()
        with self._one_at_a_time, closing(attach(self.path, self.key)) as connection:
            columns = [list(column) for column in zip(*pairs, strict=True)] or [[], [], [], []]
            connection.execute(
                """
                insert or ignore into store.identifiers
                select unnest($1::varchar[]), unnest($2::varchar[]), unnest($3::varchar[]), unnest($4::varchar[])
                """,
                columns,
            )
            write_out(connection, self.path)

    def keep_only(self, pseudonyms: Collection[str]) -> None:
        """Make the file anew without whoever is not among some pseudonyms, and put it in the place of this one.

        Raises:
            Mendable: where the file or its key is missing or another; it is as it was.
        """
        self._must_be_there()
        anew = IdentifierTable(self.path.with_name(f"{self.path.name}.unfinished"), self.key)
        anew.path.unlink(missing_ok=True)
        with self._one_at_a_time:
            with closing(attach(self.path, self.key, read_only=True)) as connection:
                rows = connection.execute(
                    "select authority, person, pseudonym, identifier from store.identifiers "
                    "where list_contains(?::varchar[], pseudonym)",
                    [list(pseudonyms)],
                ).fetchall()
            anew.make()
            anew.enter(rows)
            anew.path.replace(self.path)

    def behind(self, pseudonyms: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return the authority and the identifier behind each of some pseudonyms; those not in the table are left out.

        Raises:
            Mendable: where the file or its key is missing or another.
        """
        self._must_be_there()
        with self._one_at_a_time, closing(attach(self.path, self.key, read_only=True)) as connection:
            rows = connection.execute(
                """
                select pseudonym, authority, identifier
                from store.identifiers
                where list_contains(?::varchar[], pseudonym)
                """,
                [list(pseudonyms)],
            ).fetchall()
        return {pseudonym: (authority, identifier) for pseudonym, authority, identifier in rows}

    def why_not_there(self) -> str:
        """Say that the file or its key is missing, and what then; nothing where both are there."""
        for path, title in ((self.path, "The table of identifiers"), (self.key, "The key of the table of identifiers")):
            if not path.is_file():
                return (
                    f"{title} is not at {path}. Figures go on, and lists show pseudonyms. Put it there again, or begin "
                    "a new one: python cli.py identifier-table"
                )
        return ""

    def _must_be_there(self) -> None:
        if reason := self.why_not_there():
            raise Mendable(reason)


def identifier_table() -> IdentifierTable | None:
    """Return the table that SLAC_IDENTIFIERS names, whether it is there or not; without a name there is none."""
    named = identifiers_named()
    return None if named is None else IdentifierTable(*named)
