"""Put each fault of the list into a copy of the program, one at a time, and look whether the tests named catch it.

`python -m tests.mutations.run [--only ID] [--jobs N]`. The tests must first pass on the program as it is. Ends with 0
where every fault is caught.
"""

import argparse
import compileall
import os
import py_compile
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory

from tests.mutations.entries import ROOMS, ROOT, CannotApply, Mutation, mutations, place_of, test_file

CAUGHT, SURVIVED, CANNOT = "caught", "SURVIVED", "CANNOT APPLY"
LONGEST = 900
"""Seconds that one run of tests may take; a program that hangs is not caught by a test but by a person."""
PYTEST = ("-x", "-q", "-p", "no:cacheprovider", "--no-header")


def main() -> int:
    """Run the list and say what became of each; return 1 unless every fault is caught."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", action="append", metavar="ID", help="only this mutation; repeatable")
    asked.add_argument("--jobs", type=int, default=1, help="how many at once, each in a copy of its own")
    given = asked.parse_args()
    chosen = [each for each in mutations() if not given.only or each.id in given.only]
    begun = time.monotonic()
    with TemporaryDirectory(prefix="mutations-") as folder, ThreadPoolExecutor(given.jobs) as pool:
        copies: Queue[Path] = Queue()
        for copy in pool.map(lambda number: _copied(Path(folder) / str(number)), range(given.jobs)):
            copies.put(copy)
        files = sorted({name for each in chosen for name in each.caught_by})
        passing = list(pool.map(lambda name: _passes(copies, name), files))
        failing = {name for name, passes in zip(files, passing, strict=True) if not passes}
        found = list(pool.map(lambda each: _told(copies, each, failing), chosen))
    _sum_up(chosen, found, time.monotonic() - begun)
    return int(not chosen or any(each != CAUGHT for each in found))


def _copied(folder: Path) -> Path:
    """Copy what git knows of the program, compiled so that whatever is changed is compiled anew."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in listed.split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    compileall.compile_dir(folder, quiet=2, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
    return folder


def _passes(copies: "Queue[Path]", name: str) -> bool:
    """Tell whether a test file passes on the program as it is."""
    copy = copies.get()
    try:
        status, seconds, last = _tested(copy, [name])
    finally:
        copies.put(copy)
    if status:
        print(f"FAILS UNMUTATED  {name}: {last}", flush=True)
    else:
        print(f"passes as it is  {name} ({seconds:.0f} s)", flush=True)
    return not status


def _told(copies: "Queue[Path]", mutation: Mutation, failing: set[str]) -> str:
    """Try a mutation and print what became of it."""
    copy = copies.get()
    try:
        what, why = _tried(copy, mutation, failing)
    finally:
        copies.put(copy)
    print(f"{what:<12}  {mutation.id}: {why}", flush=True)
    return what


def _tried(copy: Path, mutation: Mutation, failing: set[str]) -> tuple[str, str]:
    """Put a mutation into a copy, run its tests, and take it out again."""
    if useless := failing & set(mutation.caught_by):
        return CANNOT, f"{', '.join(sorted(useless))} fails without it"
    try:
        place = copy / place_of(mutation).relative_to(ROOT)
    except CannotApply as why:
        return CANNOT, str(why)
    before = place.read_bytes()
    place.write_bytes(before.decode().replace(mutation.old, mutation.new).encode())
    try:
        status, seconds, last = _tested(copy, mutation.caught_by)
    finally:
        place.write_bytes(before)
    if status == 1:
        return CAUGHT, f"{last} ({seconds:.0f} s)"
    return (SURVIVED, mutation.breaks) if status == 0 else (CANNOT, f"pytest ended with {status}: {last}")


def _tested(copy: Path, names: Iterable[str]) -> tuple[int, float, str]:
    """Run test files in a copy; return pytest's exit status, the seconds it took and the last line it printed."""
    paths = [str(copy / test_file(name).relative_to(ROOT)) for name in names]
    begun = time.monotonic()
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "pytest", *PYTEST, *paths],
            cwd=copy,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return -1, LONGEST, f"it ran for more than {LONGEST} seconds"
    lines = [line for line in ended.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    last = (lines or ended.stdout.splitlines() or ended.stderr.splitlines() or ["nothing"])[-1]
    return ended.returncode, time.monotonic() - begun, last.replace(f"{copy}/", "")[:160]


def _sum_up(chosen: Sequence[Mutation], found: Sequence[str], seconds: float) -> None:
    """Print how many of each room are caught, and of all."""
    for room in ROOMS:
        of_room = [what for each, what in zip(chosen, found, strict=True) if each.room == room]
        if of_room:
            print(f"{room}: {of_room.count(CAUGHT)} of {len(of_room)} caught")
    print(f"{found.count(CAUGHT)} of {len(found)} caught in {seconds:.0f} seconds.")


if __name__ == "__main__":
    sys.exit(main())
