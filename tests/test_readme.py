"""The README tells the truth: what it shows is there, and every block of commands runs, in order, in a clone."""

import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
from contextlib import closing
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from data.invention import prepared_store
from data.store.command_handover import note_beside
from data.store.keys import open_to_others
from pages.terminal.command_guide import commands

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", *(ROOT / "docs").rglob("*.md"))]
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
FOR_WINDOWS = re.findall(r"^```bat\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
PRINTED = re.compile(r"^Open the dashboard at (\S+) This address opens once", re.MULTILINE)
PATIENCE = 120.0
"""Seconds to wait for the dashboard: on a busy computer opening takes its time."""


def test_it_is_short():
    assert len(README.splitlines()) <= 100


def test_what_documents_link_to_is_there():
    linked = 0
    for document in DOCUMENTS:
        for link in re.findall(r"\]\(([^)]+)\)", document.read_text(encoding="utf-8")):
            if not link.startswith("http"):
                path, _, place = link.partition("#")
                target = document.parent / path if path else document
                assert target.exists(), f"{document.name} links to {link}"
                assert not place or place in anchors(target), f"{document.name} links to {link}"
                linked += 1
    assert linked > 20


def anchors(document: Path) -> set[str]:
    """Return what the headings of a document are linked to by."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_commands_it_gives_exist():
    given = set(re.findall(r"python cli\.py (\w+)", README))
    assert given and given <= {name.split()[0] for name in commands()}


def test_every_block_is_run_or_has_its_equivalent_run():
    assert len(BLOCKS) == 3 and len(re.findall(r"^```\w", README, re.MULTILINE)) == len(BLOCKS) + len(FOR_WINDOWS)


def test_what_is_given_for_windows_is_what_make_does():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(BIN)", ".venv/bin")
    lines = [line for block in FOR_WINDOWS for line in block.replace("\\Scripts\\", "/bin/").splitlines()]
    done = [part.removesuffix(".exe") for line in lines for part in line.split(" && ") if " install " not in line]
    assert len(done) == 7
    assert [part for part in done if part not in makefile and not part.startswith("py -3.11 -m venv")] == []
    assert all(
        f"-r {name}" in makefile and f"-r {name}" in README for name in ("requirements.txt", "requirements-dev.txt")
    )


def test_every_package_is_pinned():
    files = ("requirements.txt", "requirements-lake.txt", "requirements-dev.txt", "constraints.txt")
    lines = {line for name in files for line in (ROOT / name).read_text(encoding="utf-8").splitlines()}
    packages = {line for line in lines if line and not line.startswith(("#", "-c ", "-r "))}
    assert len(packages) > 80
    assert [line for line in packages if not re.match(r"[\w.\-]+(\[\w+\])?==[\w.]+( *;|$)", line)] == []


@pytest.mark.skipif(
    os.name != "posix" or not (shutil.which("make") and shutil.which("git") and (ROOT / ".git").exists()),
    reason="the blocks are of a shell with make, and what belongs to a clone is known in a clone only",
)
def test_every_block_runs_in_order_in_a_clone(tmp_path):
    """Nothing is installed anew: the environment is that of this test. `make test` is only asked what it would do.

    It would run this very test again; every other line is run as it is pasted, `make run` until a page was served.
    """
    clone = tmp_path / "clone"
    copy_the_house(clone)
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("SLAC_", "PYTEST_"))}
    surroundings |= {"HOME": str(tmp_path), "STREAMLIT_SERVER_HEADLESS": "true"}
    ran = []
    for block in BLOCKS:
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            if words == ["make", "run"]:
                page = opened(clone, surroundings)
                assert "<title>" in page and "streamlit" in page.lower()
            elif words == ["make", "test"]:
                assert "-m pytest" in pasted("make -n test", clone, surroundings)[0]
            else:
                _, surroundings = pasted(line, clone, surroundings)
            ran.append(words[0])
    assert ran.count("make") == 3 and (clone / "plans.xlsx").exists()
    assert surroundings["SLAC_STORE"] == str(tmp_path / "slac/store/house.duckdb")
    private = ("store", "store/house.duckdb", "key", "key/house.key")
    assert not [name for name in private if open_to_others(tmp_path / "slac" / name)]


def copy_the_house(clone: Path) -> None:
    """Copy what is committed or about to be, with what was compiled and made ready of it; the environment is ours."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    files = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    compiled = {path for file in files for path in file.parent.glob(f"__pycache__/{file.stem}.*.pyc")}
    for path in [*(file for file in files if file.is_file()), *compiled]:
        place = clone / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, place)  # as old as ours, so that what was compiled of it still holds
    if (kept := prepared_store.kept_at()).exists():
        (clone / "data/local").mkdir()
        shutil.copy2(kept, clone / "data/local")
    (clone / ".venv").mkdir()
    for path in Path(sys.prefix).iterdir():
        if not path.name.startswith("ready"):
            (clone / ".venv" / path.name).symlink_to(path)
    for name in ("ready", "ready-to-test"):  # newer than what it was made of: there is nothing to install
        (clone / ".venv" / name).touch()


def pasted(line: str, clone: Path, surroundings: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Run a line as a shell would; return what it printed, and what it exported."""
    told = subprocess.run(
        ["bash", "-ec", f"{line}\nprintf '\\0'; env -0"], cwd=clone, env=surroundings, capture_output=True, check=False
    )
    assert told.returncode == 0, f"{line}: {told.stdout.decode()}{told.stderr.decode()}"
    printed, *exported = told.stdout.decode().split("\0")
    return printed, dict(each.split("=", 1) for each in exported if each)


def opened(clone: Path, surroundings: dict[str, str]) -> str:
    """Start the dashboard with `make run`, ask for its first page, stop it, and return the page."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log, store = clone.parent / "run.log", surroundings.get("SLAC_STORE")
    with log.open("wb") as out:
        running = subprocess.Popen(
            ["make", "run"],
            cwd=clone,
            env=surroundings | {"STREAMLIT_SERVER_PORT": str(port)},
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    try:
        until = time.monotonic() + PATIENCE
        while running.poll() is None and time.monotonic() < until:
            try:
                if store is None or note_beside(Path(store)).exists():  # a store of one's own is held by the dashboard
                    printed = PRINTED.search(log.read_text(encoding="utf-8"))
                    address = printed[1] if printed else f"http://127.0.0.1:{port}/"
                    with build_opener(HTTPCookieProcessor()).open(address, timeout=10) as answer:
                        return answer.read().decode()
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                pass  # it is not listening yet
            time.sleep(0.2)
        raise AssertionError(log.read_text(encoding="utf-8"))
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGTERM)  # the processes of this test alone
        running.wait(timeout=30)
