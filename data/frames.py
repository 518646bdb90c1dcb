"""Ask a question in SQL of data frames, in a scratch database that sees no file and keeps nothing."""

from collections.abc import Mapping

import duckdb
import pandas


def ask_frames(sql: str, frames: Mapping[str, pandas.DataFrame]) -> list[dict]:
    """Run `sql` over frames named as tables and return its rows as dictionaries."""
    with duckdb.connect(":memory:", config={"enable_external_access": False}) as scratch:
        for name, frame in frames.items():
            scratch.register(name, frame)
        answer = scratch.execute(sql)
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
