"""What a store can be asked, and a rehearsal with it: what is changed there is seen there, and none of it is kept."""

import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from data.access import Act, Reader
from data.public_answers import PublicAnswers
from data.store.attachment import Cursor
from data.store.error_messages import no_room
from data.store.pseudonyms import AsWritten
from data.store.readable import EVERYBODY, must_ask_of_views, see_as

RESERVE = 16 * 2**20
"""Bytes of disk that stay free: the store's journal and its tidying up need room of their own."""
MEMORY = "memory"


Publish = Callable[[Cursor], list[list[int]]]
"""Stores loads by a cursor that sees what stands of their months, and returns numbers of loads."""
Decide = Callable[["Readable", str, Sequence[date], bool, date | None], None]
"""Decides on an authority's months, of the whole alone or of its parts too, as known now or on a past day.

Who opens a store for people says what decides, since the store does not know figures. Where nobody said it, what may be
told is decided of each table alone.
"""


class Readable(ABC):
    """Say what a store and a rehearsal both answer.

    `where` names the place, `invented` tells invented children, `pseudonyms` how identifiers are kept, and `public`
    holds what was read of what is public since the store was last changed.
    """

    where: str
    invented: bool
    pseudonyms: AsWritten
    public: PublicAnswers
    decide: "Decide | None" = None
    """Decides what the public may be told of months of an authority, where one asks who is told no more: see below."""

    @abstractmethod
    def ask(self, reader: Reader, question: str, **given: Any) -> pd.DataFrame:
        """Answer a question in SQL of what the reader may see: the views of `data/store/readable.py`.

        Raises:
            Mendable: where the reader may see no figure at all.
            PermissionError: where it asks of anything else: a fault of ours, not of the reader.
        """

    @abstractmethod
    def ask_public(self, question: str, **given: Any) -> pd.DataFrame:
        """Answer a question in SQL on what all may read: figures published, exchanged, or shipped with the program.

        Raises:
            PermissionError: where it reads any other table: a fault of ours, not of the reader.
        """

    @abstractmethod
    def change(self, is_acknowledged: bool = True) -> AbstractContextManager[Cursor]:
        """Give a cursor in a transaction; where nobody is told that it is kept, `is_acknowledged` is false."""

    def publish(self, authority: str, since: date, until: date, act: Publish) -> list[list[int]]:  # noqa: ARG002
        """Have loads of months of an authority stored and measured, in a transaction; return what `act` does.

        Where that is done beside the store, numbers of loads are returned as they are kept.
        """
        with self.change() as cursor:
            return act(cursor)

    @abstractmethod
    def reading(self) -> AbstractContextManager[Cursor]:
        """Give a cursor that sees one moment, waits for no writer, and keeps nothing."""

    @abstractmethod
    def at_rest(self) -> bool:
        """Tell whether a change would not have to wait for somebody else's."""

    @abstractmethod
    def fill_once(self, fill: Callable[[Cursor], None]) -> None:
        """Have the tables that ship filled, the first time that they are asked for."""

    @property
    def path(self) -> Path | None:
        """Return the file that the store is kept in, if it is kept."""
        return None if self.where == MEMORY else Path(self.where)

    def must_have_room(self, size: int) -> None:
        """Refuse, before anything is written, what would fill the disk; `size` is in bytes.

        Raises:
            Mendable: where that many bytes and a reserve are not free.
        """
        if self.path is not None and shutil.disk_usage(self.path.parent).free < size + RESERVE:
            raise no_room(self.where)


class Rehearsal(Readable):
    """Hold a store as it would be, inside a transaction that is rolled back: questions and changes share its cursor.

    What is public is no month's, and never rehearsed: it is asked of the store as it stands.
    """

    def __init__(self, store: Readable, cursor: Cursor):
        """Take the store that is rehearsed on, and the cursor of the transaction."""
        self._store = store
        self._cursor = cursor
        self.where = store.where
        self.invented = store.invented
        self.pseudonyms = store.pseudonyms
        self.public = store.public

    def ask(self, reader: Reader, question: str, **given: Any) -> pd.DataFrame:
        """Answer a question in SQL as the store would, were the rehearsal kept."""
        reader.must(Act.AGGREGATES)
        must_ask_of_views(question)
        see_as(self._cursor, reader.authorities)
        try:
            return self._cursor.execute(question, given).df()
        finally:
            with suppress(duckdb.TransactionException):  # what failed for good lets nothing more be said on its cursor
                see_as(self._cursor, EVERYBODY)

    def ask_public(self, question: str, **given: Any) -> pd.DataFrame:
        """Answer a question in SQL on what all may read, as it stands."""
        return self._store.ask_public(question, **given)

    @property
    def path(self) -> Path | None:
        """Return the file of the store that is rehearsed on."""
        return self._store.path

    def must_have_room(self, size: int) -> None:
        """Refuse what would fill the disk of the store that is rehearsed on."""
        self._store.must_have_room(size)

    @contextmanager
    def change(self, is_acknowledged: bool = True) -> Iterator[Cursor]:  # noqa: ARG002 - nothing of it is kept
        """Give the cursor of the rehearsal; nothing is kept."""
        yield self._cursor

    def reading(self) -> AbstractContextManager[Cursor]:
        """Give the cursor of the rehearsal."""
        return self.change()

    def at_rest(self) -> bool:
        """Tell that no change has to wait: whoever rehearses is the one who writes."""
        return True

    def fill_once(self, fill: Callable[[Cursor], None]) -> None:
        """Have the tables that ship filled in the store itself: they are the program's, and no change of it."""
        self._store.fill_once(fill)
