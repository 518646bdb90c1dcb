"""Ask a question in SQL of data frames, in a scratch database that sees no file and keeps nothing."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import duckdb
import pandas


def ask_frames(sql: str, frames: Mapping[str, pandas.DataFrame], words: str = "") -> list[dict]:
    """Run `sql` over frames named as tables and return its rows as dictionaries; `words` makes macros it may use."""
    with _answer(sql, frames, words) as answer:
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def make_frame(sql: str, frames: Mapping[str, pandas.DataFrame], words: str = "") -> pandas.DataFrame:
    """Run `sql` over frames named as tables and return its rows as a frame."""
    with _answer(sql, frames, words) as answer:
        return answer.df()


def can_be_asked(sql: str, frames: Mapping[str, pandas.DataFrame]) -> bool:
    """Tell whether the frames have every column that `sql` reads."""
    try:
        with _answer(f"describe {sql}", frames, ""):
            return True
    except duckdb.BinderException:
        return False


@contextmanager
def _answer(sql: str, frames: Mapping[str, pandas.DataFrame], words: str) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:", config={"enable_external_access": False}) as scratch:
        for name, frame in frames.items():
            scratch.register(name, frame)
        if words:
            scratch.execute(words)
        yield scratch.execute(sql)
