"""Ask questions in SQL of data frames, in a scratch database that sees no file and keeps nothing."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

import duckdb
import pandas
from pandas.api.types import is_datetime64_any_dtype

from data.vocabulary import vocabulary

Ask = Callable[[str], list[dict]]
"""Answers a question in SQL with its rows as dictionaries."""


@contextmanager
def laid_out(frames: Mapping[str, pandas.DataFrame], month_end: date) -> Iterator[Ask]:
    """Lay frames out as tables of their names, with the words of indicators at a month end, to be asked of.

    A name such as `before.referrals` stands in a schema of its own.
    """
    with duckdb.connect(":memory:", config={"enable_external_access": False}) as scratch:
        scratch.execute(vocabulary())
        scratch.execute(f"set variable month_end = date '{month_end}'")
        for name, frame in frames.items():
            if "." in name:
                scratch.execute(f"create schema if not exists {name.split('.')[0]}")
            scratch.register("laid", frame)
            scratch.execute(f"create table {name} as select * {_as_days(frame)} from laid")
            scratch.unregister("laid")
        yield lambda sql: _answers(scratch, sql)


def _as_days(frame: pandas.DataFrame) -> str:
    """Write in SQL that moments are days: pandas has no days of its own."""
    days = [name for name, dtype in frame.dtypes.items() if is_datetime64_any_dtype(dtype)]
    return f"replace ({', '.join(f'{name}::date as {name}' for name in days)})" if days else ""


def _answers(scratch: duckdb.DuckDBPyConnection, sql: str) -> list[dict]:
    answer = scratch.execute(sql)
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
