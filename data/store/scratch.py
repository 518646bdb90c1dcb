"""Ask questions in SQL of data frames, in a scratch database that sees no file and keeps nothing."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from threading import Lock

import duckdb
import pandas
import pyarrow
from pandas.api.types import is_datetime64_any_dtype

from data.store.spilling import private
from data.vocabulary.words import vocabulary

NUMBERS = itertools.count()
"""No two that lay out frames at a time call their database the same."""

Ask = Callable[[str], list[dict]]
"""Answers a question in SQL with its rows as dictionaries."""


@dataclass(frozen=True)
class Laid:
    """Hold frames laid out as tables, to be asked of."""

    _scratch: duckdb.DuckDBPyConnection

    def answers(self, sql: str) -> list[dict]:
        """Return the rows of an answer as dictionaries."""
        answer = self._scratch.execute(sql)
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def frame(self, sql: str) -> pandas.DataFrame:
        """Return the rows of an answer as a frame."""
        return self._scratch.execute(sql).df()

    def can_answer(self, sql: str) -> bool:
        """Tell whether the frames have every column that a question reads."""
        try:
            self._scratch.execute(f"describe {sql}")
        except duckdb.BinderException:
            return False
        return True


def lay(connection: duckdb.DuckDBPyConnection, name: str, *frames: pandas.DataFrame) -> None:
    """Let frames, one after another, be asked by a name: as columns of arrow, which are read as they lie."""
    tables = [pyarrow.Table.from_pandas(frame, preserve_index=False) for frame in frames]
    connection.register(name, pyarrow.concat_tables(tables, promote_options="default"))


@contextmanager
def laid_out(
    frames: Mapping[str, pandas.DataFrame], month_end: date, words: str = "", derived: str = ""
) -> Iterator[Laid]:
    """Lay frames out as tables of their names, with the words of indicators at a month end, and `words` of one's own.

    A name such as `before.referrals` stands in a schema of its own. `derived` is the SQL of tables made of the frames.
    """
    with _empty_database() as scratch:
        scratch.execute(f"set variable month_end = date '{month_end}'")
        scratch.execute(words or "select 1")
        for name, frame in frames.items():
            if "." in name:
                scratch.execute(f"create schema if not exists {name.split('.')[0]}")
            lay(scratch, "laid", frame)
            scratch.execute(f"create table {name} as select * {_as_days(frame)} from laid")
            scratch.unregister("laid")
        scratch.execute(derived or "select 1")
        yield Laid(scratch)


@contextmanager
def _empty_database() -> Iterator[duckdb.DuckDBPyConnection]:
    """Give an empty database in which the words are known, gone with all that was put into it."""
    number = next(NUMBERS)
    with _ENGINE.cursor() as scratch:
        scratch.execute(f"attach ':memory:' as laid_{number}")
        scratch.execute(f"set search_path = 'laid_{number}.main,memory.main'")
        try:
            yield scratch
        finally:
            scratch.execute("use memory")
            scratch.execute(f"detach laid_{number}")


class _Engine:
    """Hold what all scratch databases of this process are opened in: to start it takes longer than most questions."""

    def __init__(self):
        """Begin without one: the first who asks starts it."""
        self._lock = Lock()
        self._engine: duckdb.DuckDBPyConnection | None = None

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """Return a cursor of it, the same for all who ask at once; one that broke is left, and another started."""
        with self._lock:
            if self._engine is None or not _answers(self._engine):
                self._engine = _started()
            return self._engine.cursor()


_ENGINE = _Engine()


def _started() -> duckdb.DuckDBPyConnection:
    """Start an engine in which the words are known."""
    engine = duckdb.connect(":memory:", config={"enable_external_access": False, "temp_directory": str(private())})
    engine.execute(vocabulary())
    return engine


def _answers(engine: duckdb.DuckDBPyConnection) -> bool:
    """Tell whether an engine can be used, and was neither closed nor broken by what it was asked."""
    try:
        with engine.cursor() as cursor:
            cursor.execute("select 1")
    except duckdb.Error:
        return False
    return True


def _as_days(frame: pandas.DataFrame) -> str:
    """Write in SQL that moments are days: pandas has no days of its own."""
    days = [name for name, dtype in frame.dtypes.items() if is_datetime64_any_dtype(dtype)]
    return f"replace ({', '.join(f'{name}::date as {name}' for name in days)})" if days else ""
