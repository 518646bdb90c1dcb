"""A store file read through by a process of its own: DuckDB can die of a damaged one, and this process lives on."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from data.errors import Locked, Mendable
from data.store.attachment import Cursor, attach, version_of
from data.store.error_messages import damaged, why_not_opened
from data.store.wholeness import must_be_of_one_moment, read_through

START = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from data.store.reading_through import main; main()"
LAST = "select count(*), strftime(max(published_at), '%Y-%m-%dT%H:%M:%SZ') from store.ledger.loads"


@dataclass(frozen=True)
class Contents:
    """Hold what a store file holds that was read through: rows by table, loads, when the last was published (UTC)."""

    version: int
    encrypted: bool
    rows: dict[str, int]
    loads: int
    last: str | None

    def __str__(self) -> str:
        """Say it for a person."""
        last = f", the last of {self.last}" if self.last else ""
        return f"{self.loads:,} loads{last}; {sum(self.rows.values()):,} rows in {len(self.rows)} tables"


def contents_of(path: Path, key: Path | None) -> Contents:
    """Read every block of a store file that nobody holds, and return what it holds; the file is left as it is.

    Raises:
        Mendable: where it is missing, locked by another key, damaged, or not whole.
    """
    (answer,) = read_each([path], key)
    if isinstance(answer, Mendable):
        raise answer
    return answer


def encrypted(path: Path) -> bool:
    """Tell whether a store file is encrypted; one that cannot be opened without a key is taken to be.

    Raises:
        Mendable: where there is no such file, or it is damaged.
    """
    if not path.is_file():
        raise Mendable(f"There is no store at {path}.")
    try:
        attach(path, None, read_only=True).close()
    except Locked:
        return True
    return False


def read_each(paths: Sequence[Path], key: Path | None) -> list[Contents | Mendable]:
    """Read several store files through, as `contents_of` does, and return of each what it holds or what is wrong."""
    words = [json.dumps(sys.path), str(key or ""), *map(str, paths)]
    process = subprocess.run([sys.executable, "-I", "-c", START, *words], capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in process.stdout.splitlines()]
    read = [Mendable(answer["wrong"]) if "wrong" in answer else Contents(**answer) for answer in answers]
    if len(read) == len(paths):
        return read
    if process.returncode > 0:
        raise RuntimeError(f"a store could not be read through: {process.stderr}")
    rest = paths[len(read) + 1 :]  # DuckDB died of the one between
    return [*read, damaged(str(paths[len(read)])), *(read_each(rest, key) if rest else ())]


def main() -> None:
    """Read store files and print of each, as a line of JSON, what it holds or what is wrong with it."""
    _, _, key_file, *paths = sys.argv
    key = Path(key_file) if key_file else None
    for path in map(Path, paths):
        try:
            answer = asdict(_contents(path, key))
        except Mendable as why:
            answer = {"wrong": str(why)}
        except duckdb.Error as why:
            answer = {"wrong": str(why_not_opened(path, str(why)))}
        print(json.dumps(answer), flush=True)


def _contents(path: Path, key: Path | None) -> Contents:
    """Read one store file through."""
    if not path.is_file():
        raise Mendable(f"There is no store at {path}.")
    connection = attach(path, key, read_only=True)
    try:
        return _read(connection, path, key is not None)
    finally:
        connection.close()


def _read(cursor: Cursor, path: Path, encrypted: bool) -> Contents:
    """Read an attached store through."""
    version = version_of(cursor, path)
    rows = read_through(cursor)
    must_be_of_one_moment(cursor, path)
    loads, last = cursor.execute(LAST).fetchall()[0]
    return Contents(version, encrypted, rows, loads, last)
