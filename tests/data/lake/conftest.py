"""A PostgreSQL of the tests' own, on a socket in a folder of its own, and lakes on it."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, nullcontext, suppress
from glob import glob
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest

from data.lake.address import Address, address_of
from data.lake.lake import Lake
from tests.browser.conftest import MUST_RUN

FOUND = sorted(glob("/usr/lib/postgresql/*/bin")) or [
    str(Path(path).resolve().parent) for path in [shutil.which("postgres")] if path
]
LACKING = "".join(
    [
        *(
            f"no DuckDB extension {name}. "
            for name in ("ducklake", "postgres_scanner")
            if not find_spec(f"duckdb_extension_{name}")
        ),
        *(["no PostgreSQL on this computer. "] if not FOUND else []),
    ]
)
SETTINGS = "-c listen_addresses='' -c fsync=off -c max_connections=60 -c shared_buffers=16MB"
NAMES = count(1)


class Server:
    """A PostgreSQL that listens on a socket alone; as root it is run by Debian's user for it."""

    def __init__(self, folder: Path):
        self.folder, self._bin = folder, Path(FOUND[-1])
        self._user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
        if self._user:
            shutil.chown(folder, "postgres", "postgres")
        self.run(
            "initdb", "-D", f"{folder}/data", "--no-sync", "-A", "trust", "-U", "tests", "-E", "UTF8", "--locale=C"
        )
        self.start()

    def run(self, program: str, *words: str) -> None:
        ended = subprocess.run(
            [self._bin / program, *words], cwd=self.folder, capture_output=True, text=True, check=False, **self._user
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr

    def start(self) -> None:
        options = f"{SETTINGS} -c unix_socket_directories={self.folder}"
        words = ("-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-w", "-o", options, "start")
        for left in range(50, -1, -1):  # what was killed holds its memory for a moment
            with suppress(AssertionError) if left else nullcontext():
                self.run("pg_ctl", *words)
                return
            time.sleep(0.1)

    def stop(self) -> None:
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-m", "immediate", "stop")

    def kill(self) -> None:
        """Kill the server and all that it has begun, as a failing machine does."""
        first = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        begun = subprocess.run(["ps", "-o", "pid=", "--ppid", str(first)], capture_output=True, text=True, check=True)
        for process in (first, *map(int, begun.stdout.split())):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)

    def ask(self, database: str, question: str) -> str:
        words = ["-h", str(self.folder), "-U", "tests", "-d", database, "-Atqc", question]
        return subprocess.run([self._bin / "psql", *words], capture_output=True, text=True, check=True).stdout

    def database(self, like: str = "template1") -> Address:
        name = f"lake_{next(NAMES)}"
        self.ask("postgres", f"create database {name} template {like}")
        return address_of(f"ducklake:postgres:dbname={name} host={self.folder} user=tests")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """Give a running PostgreSQL."""
    if LACKING:
        because = f"{LACKING}A store on a lake was not tried"
        if os.environ.get(MUST_RUN):
            pytest.fail(because)
        pytest.skip(because)
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    server = Server(folder)
    yield server
    with suppress(AssertionError):
        server.stop()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def empty(postgres, tmp_path_factory) -> str:
    """Make an empty store on a lake, to be copied with its catalogue; return the name of its database."""
    address = postgres.database()
    Lake.begin_at(address, tmp_path_factory.mktemp("lake")).close()
    return database_of(address)


def database_of(address: Address) -> str:
    return address.words.split()[0].removeprefix("dbname=")


@pytest.fixture
def lake(postgres, empty) -> Iterator[Lake]:
    """Give an empty store on a lake; its folder is that of all tests, and its catalogue its own."""
    with closing(Lake.open_at(postgres.database(empty))) as lake:
        yield lake
